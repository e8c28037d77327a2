"""A call of a function of the code's own with nothing but constants -> the constant that comes out, found by doing it.

This is how code hides a name or an address from its reader: in a table, in pieces, behind arithmetic. What cannot be
done without knowing more (another variable, the page, chance) has no such constant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from reviewer.javascript import syntax as s
from reviewer.javascript.ast import Ast
from reviewer.javascript.constants import Boolean, Constant, Nullish, Number, Text
from reviewer.javascript.scopes import Scopes, Variable
from reviewer.javascript.trial import prelude
from reviewer.javascript.trial.definitions import Definitions
from reviewer.javascript.trial.machine import Machine
from reviewer.javascript.trial.values import UNDEFINED, Closure, Frame, Thrown, Unknown, Value
from reviewer.javascript.walking import walk

_MOST, _MOST_FAILED, _LONGEST = 2_000, 300, 3_000
"""How many calls are done on one page, how many of them in vain, and how many characters a function may have."""


_SIMPLE = (
    *(s.Identifier, s.Literal, s.MemberExpression, s.LogicalExpression, s.ConditionalExpression, s.BinaryExpression),
    *(s.TemplateLiteral, s.TemplateElement, s.ChainExpression),
)
"""What an expression may consist of that is worked out."""


class Reckoning:
    """Does each call once. A function that could not be done is not tried with other constants."""

    def __init__(self, asts: Iterable[Ast], scopes: Scopes, definitions: Definitions) -> None:
        self._scopes = scopes
        self._machine = Machine(scopes, definitions)
        prelude.run(self._machine, asts, scopes)
        self._known: dict[tuple[Closure, tuple[Constant, ...]], Constant | None] = {}
        self._closures: dict[s.Function, Closure] = {}
        self._hopeless: set[Closure] = set()
        self._attempts = 0
        self._values: dict[tuple[s.Node, tuple[tuple[Variable, Constant], ...]], Constant | None] = {}

    def result(self, callee: s.Node, given: Sequence[Constant]) -> Constant | None:
        """What a function gives for these arguments, if that is a text, a number or a truth value.

        `callee` is a function, or a name that one stands under when the beginning of its script has been done.
        """
        function = self._function(callee)
        if function is None:
            return None
        key = (function, tuple(given))
        if key in self._known:
            return self._known[key]
        spent = len(self._known) >= _MOST or len(self._hopeless) >= _MOST_FAILED
        if spent or function in self._hopeless or function.node.end - function.node.start > _LONGEST:
            return None
        found = self._known[key] = self._done(function, given)
        if found is None:
            self._hopeless.add(function)
        return found

    def value(self, node: s.Node, constant: Callable[[Variable], Constant | None]) -> Constant | None:
        """What an expression gives where its variables are such constants: `TABLE[mode] ?? 'text'`."""
        variables: dict[Variable, Constant] = {}
        for part in walk(node):
            if not isinstance(part, _SIMPLE):
                return None
            variable = self._scopes.of_identifier.get(part) if isinstance(part, s.Identifier) else None
            known = None if variable is None else constant(variable)
            if variable is not None and isinstance(known, Text | Number | Boolean | Nullish):
                variables[variable] = known
        key = (node, tuple(variables.items()))
        if key not in self._values:
            if len(self._values) >= _MOST:
                return None
            self._values[key] = self._worked_out(node, variables)
        return self._values[key]

    def text(self, call: s.CallExpression) -> Constant | None:
        """What a call that puts a text together gives (`codes.map(letter).join()`), if all it is made of is known."""
        if self._attempts >= _MOST_FAILED or call.end - call.start > _LONGEST:
            return None
        found = self._worked_out(call, {})
        if found is None:
            self._attempts += 1
        return found if isinstance(found, Text) else None

    def _worked_out(self, node: s.Node, variables: Mapping[Variable, Constant]) -> Constant | None:
        self._machine.begin_expression()
        try:
            frame = Frame(node, None, {variable: _value(known) for variable, known in variables.items()})
            return _constant(self._machine.try_top(node, frame))
        except (Unknown, Thrown):
            return None

    def _function(self, callee: s.Node) -> Closure | None:
        if isinstance(callee, s.Function):
            return self._closures.setdefault(callee, Closure(callee, None))
        variable = self._scopes.of_identifier.get(callee) if isinstance(callee, s.Identifier) else None
        held = None if variable is None else self._machine.own.get(variable)
        return held if isinstance(held, Closure) else None

    def _done(self, function: Closure, given: Sequence[Constant]) -> Constant | None:
        if function.node.is_async or function.node.generator:
            return None
        try:
            return _constant(self._machine.try_call(function, [_value(constant) for constant in given]))
        except (Unknown, Thrown):
            return None


def _value(constant: Constant) -> Value:
    match constant:
        case Text(value=text):
            return text
        case Number(value=number):
            return number
        case Boolean(value=truth):
            return truth
        case Nullish(name=name):
            return None if name == "null" else UNDEFINED
        case _:
            raise Unknown


def _constant(value: Value) -> Constant | None:
    match value:
        case str():
            return Text(value)
        case bool():
            return Boolean(value)
        case float():
            return Number(value)
        case _:
            return None
