"""Properties written under two computed keys, `a[b][c] = x`: whoever chooses b can reach the prototype of all objects.

The two keys may stand in different functions (a merge that calls itself with `a[b]`), in a loop that goes down a path
(`node = node[part]`) or works off a stack (`stack.push([to[key], from[key]])`), and in `Reflect.get`, `Reflect.set` or
`Object.defineProperty`; `Object.assign(a[b], c)` writes under all names that c has. An object without a prototype has
nothing but what was put into it.

Where room is made first (`a[b] = a[b] || {}`), what counts is the data that is put there: that write is told, once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from reviewer.javascript import keys
from reviewer.javascript import syntax as s
from reviewer.javascript.constants import Nullish
from reviewer.javascript.definitions import key_name
from reviewer.javascript.folding import Folder
from reviewer.javascript.graph import Access, CallSite, FunctionToken, ObjectToken
from reviewer.javascript.linking import Linker
from reviewer.javascript.places import Place
from reviewer.record import value

_NEAR = 200
_READING = frozenset({"Reflect.get"})
_WRITING = frozenset({"Reflect.set", "Object.defineProperty", "Reflect.defineProperty"})
_FILLING = frozenset({"Object.assign"})
_BARE = "Object.create"


@value
class Written:
    """A property written: where, and the keys that chose the object it is written into."""

    node: s.Node
    script: int
    function: FunctionToken | None
    loop: bool
    base: int
    value: int
    keys: tuple[int, ...]


class Prototypes:
    """Finds them in a linked graph."""

    def __init__(self, linker: Linker, folder: Folder) -> None:
        self._graph = linker.graph
        self._linker = linker
        self._folder = folder
        self._bare = {call.result for call in self._calls(frozenset({_BARE})) if self._makes_bare(call)}

    def written(self) -> Iterator[Written]:
        """The writes into objects that were found under a computed key."""
        found = list(self._written())
        filled = [frozenset(at.keys) for at in found if not self._makes_room(at)]
        for at in found:
            if not self._makes_room(at) or not any(known.issuperset(at.keys) for known in filled):
                yield at

    def _makes_room(self, at: Written) -> bool:
        """Whether an object or list with nothing in it is written, or what stands there already."""
        return _is_empty(self._graph.origin[at.value], at.node)

    def _written(self) -> Iterator[Written]:
        chosen = dict(self._keys())
        calls = (*self._calls(_WRITING), *filter(self._fills, self._calls(_FILLING))) if chosen else ()
        for at in (*self._graph.accesses, *calls) if chosen else ():
            match at:
                case Access(writes=True, key=None):
                    base, value = at.base, at.value
                case CallSite(args=(base, key, *_)) if self._graph.constants.get(key) is None:  # or what is copied
                    value = at.result
                case _:
                    continue
            found = tuple(sorted({chosen[node] for node in self._origins(base) if node in chosen}))
            if found:
                yield Written(at.node, at.script, at.function, at.loop, base, value, found)

    def _fills(self, call: CallSite) -> bool:
        """Whether something is copied that may have properties of any name: no object that is written out."""
        tokens = [tuple(self._linker.tokens(arg)) for arg in call.args[1:]]
        return any(
            not known or any(not isinstance(each, ObjectToken) or each.kind != "object" for each in known)
            for known in tokens
        )

    def _keys(self) -> Iterator[tuple[int, int]]:
        """The values read under a computed key, with the key."""
        for access in self._graph.accesses:
            computed = self._graph.computed.get(access.value)
            if access.writes or access.key is not None or computed is None or computed.operator != "element":
                continue
            if not self._is_bare(access.base):
                yield access.value, computed.operands[1]
        for call in self._calls(_READING):
            computed_key = len(call.args) > 1 and self._graph.constants.get(call.args[1]) is None
            if computed_key and not self._is_bare(call.args[0]):
                yield call.result, call.args[1]

    def _calls(self, names: frozenset[str]) -> Iterator[CallSite]:
        for call in self._graph.calls:
            for token in call.tokens:
                if isinstance(token, Place) and token.native in names:
                    yield call
                    break

    def _makes_bare(self, call: CallSite) -> bool:
        return bool(call.args) and self._graph.constants.get(call.args[0]) == Nullish("null")

    def _is_bare(self, node: int) -> bool:
        """Whether only objects without a prototype can stand at a node, and lists, which are put in as values."""
        tokens = [
            token
            for token in self._linker.tokens(node)
            if not (isinstance(token, ObjectToken) and token.kind in keys.LISTS)
        ]
        return bool(tokens) and all(
            isinstance(token, ObjectToken)
            and (token.home in self._bare or _has_no_prototype(self._graph.origin[token.home]))
            for token in tokens
        )

    def _is_kept(self, node: int) -> bool:
        """Whether a node is a property of an object, or a variable of which functions inside make use."""
        return self._linker.is_field(node) or node in self._graph.variables

    def _origins(self, node: int) -> set[int]:
        """The nodes a value comes from unchanged, itself included, while they are near.

        That is by variables, arguments, and what is kept in objects: the pairs of a stack or queue.
        """
        seen, todo = {node}, [node]
        while todo and len(seen) < _NEAR:
            for source in self._folder.sources(todo.pop()):
                if source not in seen and (source not in self._graph.shared or self._is_kept(source)):
                    seen.add(source)
                    todo.append(source)
        return seen


def _is_empty(value: s.Node, written: s.Node) -> bool:
    match value:
        case s.ObjectExpression(properties=()) | s.ArrayExpression(elements=()):
            return True
        case s.LogicalExpression(left=one, right=other) | s.ConditionalExpression(consequent=one, alternate=other):
            return _is_empty(one, written) and _is_empty(other, written)
        case s.AssignmentExpression(operator="||=" | "??=", right=right):
            return _is_empty(right, written)
        case _:
            return _alike(value, written)


def _alike(one: object, other: object) -> bool:
    """Whether two parts of a tree say the same, wherever they stand."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(_alike, one, other))
    if not isinstance(one, s.Node) or type(one) is not type(other):
        return one == other
    return all(_alike(getattr(one, each.name), getattr(other, each.name)) for each in fields(one)[2:])


def _has_no_prototype(origin: s.Node) -> bool:
    """Whether an object is written out as `{__proto__: null}`."""
    return isinstance(origin, s.ObjectExpression) and any(
        isinstance(part, s.Property)
        and not part.shorthand
        and key_name(part.key, computed=part.computed) == "__proto__"
        and isinstance(part.value, s.NullLiteral)
        for part in origin.properties
    )
