"""Which drawing of a function a call enters: calls whose effects must be told apart get copies of their own.

Data that passes through a function is told apart by the search for flows, which leaves a function by the call it came
by. What a function keeps (in `this`, in objects that it makes or is given) or looks up by a name cannot be told apart
that way; for that, a small function is drawn again: once for each constant that it uses as a property key, and once for
each further call if it touches objects (heap cloning; Nystrom, Kim, Hwu, "Importance of heap specialization in pointer
analysis", 2004). Copies are bounded in depth and in total, counted in characters.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from reviewer.javascript import syntax as s
from reviewer.javascript.constants import Boolean, Constant, Nullish, Number, Text
from reviewer.javascript.definitions import key_name
from reviewer.javascript.graph import CallSite, FunctionToken, Graph, Key, ObjectToken
from reviewer.javascript.walking import walk
from reviewer.record import value

if TYPE_CHECKING:
    from reviewer.javascript.linking import Linker

Copy = Callable[[FunctionToken, FunctionToken | None, Mapping[Key, Constant]], FunctionToken]

_LONGEST, _DEEPEST = 4_000, 5
"""How many characters a function may have to be copied, and how many copied calls may stand in one another."""

_BY_KEY, _BY_CALL, _BY_TEXT = 150_000, 100_000, 30_000
"""Characters of functions that are copied on one page for constant keys, for calls, and for the texts they make."""

_MOST_INSIDE = 24
"""How often a function is copied that stands in copies itself: functions that make one another never come to an end."""

_SHORT = 300
"""How long a function may be that is copied only because it makes texts of what it is given, or hands it on."""

_UNDEFINED = Nullish("undefined")

_TOUCHING = (
    s.ArrayExpression,
    s.ObjectExpression,
    s.NewExpression,
    s.ThisExpression,
    s.Function,
    s.Class,
    s.YieldExpression,
)

_Given = tuple[tuple[Key, Constant], ...]
_Reason = tuple[FunctionToken, _Given, int]


@value
class Bodies:
    """How functions get into the graph: `draw` one that was waiting, `copy` one once more."""

    draw: Callable[[FunctionToken], None]
    copy: Copy


class Copies:
    """Decides for each call, and remembers."""

    def __init__(self, linker: Linker, bodies: Bodies) -> None:
        self._linker = linker
        self._graph: Graph = linker.graph
        self._bodies = bodies
        self._made: dict[_Reason, FunctionToken] = {}
        self._copied_ones: set[FunctionToken] = set()
        self._first: dict[FunctionToken, int] = {}
        self._touches: dict[s.Function, bool] = {}
        self._by_key = self._by_call = self._by_text = 0
        self._inside: dict[s.Function, int] = {}

    def wake(self, function: FunctionToken) -> None:
        """A function is called by somebody unknown: it is needed as it stands."""
        self._first.setdefault(function, 0)
        if not function.drawn:
            self._bodies.draw(function)

    def waits(self, call: CallSite, function: FunctionToken) -> bool:
        """Whether it is not known yet which object a call passes whose properties decide what the function does."""
        return any(
            part is not None and index < len(call.args) and not self._linker.tokens(call.args[index])
            for index, part in function.keys
        )

    def is_copied(self, function: FunctionToken) -> bool:
        """Whether there are copies of a function."""
        return function in self._copied_ones

    def entered(self, call: CallSite, function: FunctionToken) -> FunctionToken:
        """The drawing of a function that a call enters."""
        recursive = self._recursion(call, function)
        if recursive is not None:
            self.wake(recursive)
            return recursive
        if self._inside.get(function.node, 0) >= _MOST_INSIDE and self._depth(function.parent):
            self.wake(function)
            return function
        given = self._keys_given(call, function)
        length = function.node.end - function.node.start
        if given and length <= _LONGEST and self._by_key + length <= _BY_KEY:
            apart = self._touches_this(function) or self._makes_other_text(function, given)
            return self._copied((function, given, call.number if apart else 0), call, by_key=True)
        first = self._first.setdefault(function, call.number)
        worth = length <= _LONGEST and self._by_call + length <= _BY_CALL and self._is_worth(function)
        worth = worth or self._makes_text(function)
        if first == call.number or not worth:
            self.wake(function)
            return function
        if self._depth(call.function) >= _DEEPEST:
            self.wake(function)
            return function
        return self._copied((function, (), call.number), call, by_key=False)

    def _copied(self, reason: _Reason, call: CallSite, *, by_key: bool) -> FunctionToken:
        known = self._made.get(reason)
        if known is None:
            function, given, number = reason
            self._copied_ones.add(function)
            if self._depth(function.parent):
                self._inside[function.node] = self._inside.get(function.node, 0) + 1
            length = function.node.end - function.node.start
            if by_key:
                self._by_key += length
                self._by_text += length if number and not self._touches_this(function) else 0
            elif self._is_worth(function):
                self._by_call += length
            else:
                self._by_text += length
            known = self._made[reason] = self._bodies.copy(function, call.function, dict(given))
        return known

    def _keys_given(self, call: CallSite, function: FunctionToken) -> _Given:
        found: list[tuple[Key, Constant]] = []
        for index, part in function.keys:
            if index >= len(call.args):
                if not call.spread and not isinstance(function.node.params[index], s.RestElement):
                    found.append(((index, None), _UNDEFINED))
                continue
            node = call.args[index] if part is None else self._part_of(call.args[index], part)
            constant = None if node is None else self._graph.constants.get(node)
            if part is not None and node is None and self._lacks(call.args[index], part):
                constant = _UNDEFINED
            if isinstance(constant, Text | Number | Boolean) or constant == _UNDEFINED:
                found.append(((index, part), constant))
        return tuple(dict.fromkeys(found))

    def _lacks(self, node: int, part: str) -> bool:
        """Whether what stands at a node is one object that was written out, all of it, without that property."""
        match self._graph.origin[node]:
            case s.ObjectExpression(properties=properties):
                return all(
                    isinstance(each, s.Property) and not each.computed and key_name(each.key, computed=False) != part
                    for each in properties
                )
            case _:
                return False

    def _part_of(self, node: int, part: str) -> int | None:
        """The node of a property of the one object that stands at a node, as it was written out."""
        tokens = list(self._linker.tokens(node))
        token = tokens[0] if len(tokens) == 1 else None if tokens else self._graph.tokens.get(node)
        if not isinstance(token, ObjectToken):
            return None
        written = self._graph.own_keys.get(token.home, {}).get(part)
        return self._linker.fields_of(token).get(part) if written is None else written

    def _recursion(self, call: CallSite, function: FunctionToken) -> FunctionToken | None:
        """The drawing of the same function that the call stands in, however far out."""
        at = call.function
        while at is not None:
            if at.node is function.node:
                return at if (at.original or at) is (function.original or function) else function
            at = at.caller or at.parent
        return None

    def _depth(self, function: FunctionToken | None) -> int:
        depth = 0
        while function is not None:
            depth += function.original is not None
            function = function.caller or function.parent
        return depth

    def _is_worth(self, function: FunctionToken) -> bool:
        node = function.node
        known = self._touches.get(node)
        if known is None:
            known = self._touches[node] = function.fields is not None or any(
                isinstance(part, _TOUCHING)
                or (isinstance(part, s.AssignmentExpression) and isinstance(part.left, s.MemberExpression))
                for part in walk(node)
                if part is not node
            )
        return known

    def _makes_text(self, function: FunctionToken) -> bool:
        """Whether a short function puts texts together, reads what it is given or hands it on: `(p) => url('/' + p)`.

        What an address is, and of which object something was read, is known only if each call is looked at by itself.
        """
        length = function.node.end - function.node.start
        return bool(function.params and length <= _SHORT and self._by_text + length <= _BY_TEXT) and any(
            isinstance(part, s.TemplateLiteral | s.CallExpression | s.MemberExpression)
            or (isinstance(part, s.BinaryExpression) and part.operator == "+")
            for part in walk(function.node)
        )

    def _makes_other_text(self, function: FunctionToken, given: _Given) -> bool:
        """Whether it does so with more than the constants that decide in it: `(p, all) => url(all ? p : '/')`."""
        decided = {index for (index, _), _ in given}
        return len(decided) < len(function.params) and self._makes_text(function)

    def _touches_this(self, function: FunctionToken) -> bool:
        return any(isinstance(part, s.ThisExpression) for part in walk(function.node))
