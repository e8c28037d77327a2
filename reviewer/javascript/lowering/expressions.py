"""Concrete expressions and patterns to ESTree's (functions, classes, literals and JSX aside)."""

from __future__ import annotations

from reviewer.javascript.ast import Problem
from reviewer.javascript.lowering.parts import Computed, Listing, Method, Part, Reading, Slot, Token
from reviewer.javascript.lowering.recovery import not_a_target, unsupported
from reviewer.javascript.syntax import (
    ArrayExpression,
    ArrayPattern,
    AssignmentExpression,
    AssignmentPattern,
    BinaryExpression,
    ConditionalExpression,
    Expression,
    Identifier,
    LogicalExpression,
    MetaProperty,
    ObjectExpression,
    ObjectPattern,
    Pattern,
    Property,
    RestElement,
    SequenceExpression,
    SpreadElement,
    StringLiteral,
    UnaryExpression,
    UpdateExpression,
    YieldExpression,
)

_LOGICAL = frozenset({"&&", "||", "??"})


def target(reading: Reading, node: Expression | Pattern) -> Pattern:
    """What is assigned to; anything that cannot be is Unparsed, with a problem."""
    if isinstance(node, Pattern):
        return node
    return not_a_target(reading, node)


def meta(reading: Reading, start: int, end: int, parts: list[Part]) -> MetaProperty:
    """`new.target` or `import.meta`."""
    if reading.text.startswith("new", start):
        return MetaProperty(start, end, "new", "target")
    return MetaProperty(start, end, "import", "meta")


def binary(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`a + b`, `a && b`, `#p in o`."""
    match parts:
        case [left, Token() as operator, right]:
            if operator.text in _LOGICAL:
                return LogicalExpression(start, end, operator.text, left, right)
            if operator.text == "<" and reading.text.startswith("<!--", operator.start):
                # A classic script reads a comment here (ECMA-262, annex B.1.1), a module two operators.
                reading.problems.append(Problem("unsupported", operator.start, operator.start + 4, "HTML-like comment"))
            return BinaryExpression(start, end, operator.text, left, right)
    return unsupported(reading, start, end, parts)


def unary(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`-x`, `typeof x`."""
    match parts:
        case [Token() as operator, argument]:
            return UnaryExpression(start, end, operator.text, argument)
    return unsupported(reading, start, end, parts)


def update(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`x++`, `--x`."""
    match parts:
        case [Token() as operator, argument]:
            return UpdateExpression(start, end, operator.text, argument, prefix=True)
        case [argument, Token() as operator]:
            return UpdateExpression(start, end, operator.text, argument, prefix=False)
    return unsupported(reading, start, end, parts)


def conditional(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`a ? b : c`."""
    match parts:
        case [test, consequent, alternate]:
            return ConditionalExpression(start, end, test, consequent, alternate)
    return unsupported(reading, start, end, parts)


def assignment(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`a = b`."""
    match parts:
        case [left, right]:
            return AssignmentExpression(start, end, "=", target(reading, left), right)
    return unsupported(reading, start, end, parts)


def augmented(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`a += b`."""
    match parts:
        case [left, Token() as operator, right]:
            return AssignmentExpression(start, end, operator.text, target(reading, left), right)
    return unsupported(reading, start, end, parts)


def sequence(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`a, b`."""
    return SequenceExpression(start, end, tuple(parts))


def parenthesized(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`(a)` is `a`."""
    match parts:
        case [expression]:
            return expression
    return unsupported(reading, start, end, parts)


def spread(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`...x` where values stand."""
    match parts:
        case [argument]:
            return SpreadElement(start, end, argument)
    return unsupported(reading, start, end, parts)


def rest(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`...x` where targets stand."""
    match parts:
        case [argument]:
            return RestElement(start, end, target(reading, argument))
    return unsupported(reading, start, end, parts)


def yield_(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`yield`, `yield x`, `yield* x`."""
    reading.words.append(Token("yield", start))
    match parts:
        case [Token("yield")]:
            return YieldExpression(start, end, None, delegate=False)
        case [Token("yield"), Token("*"), argument] if not isinstance(argument, Token):
            return YieldExpression(start, end, argument, delegate=True)
        case [Token("yield"), argument] if not isinstance(argument, Token):
            return YieldExpression(start, end, argument, delegate=False)
    return unsupported(reading, start, end, parts)


def substitution(reading: Reading, start: int, end: int, parts: list[Part]) -> Slot:
    """`${x}` in a template."""
    return Slot(start, end, parts[0] if parts else None)


def listing(reading: Reading, start: int, end: int, parts: list[Part]) -> Listing:
    """Arguments, parameters and other lists in brackets."""
    return Listing(start, end, tuple(parts))


def computed(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`[x]` as a name."""
    match parts:
        case [expression]:
            return Computed(expression)
    return unsupported(reading, start, end, parts)


def parameters(reading: Reading, start: int, end: int, parts: list[Part]) -> Listing:
    """The parameters of a function."""
    return Listing(start, end, tuple(target(reading, part) for part in parts))


def array(reading: Reading, start: int, end: int, parts: list[Part]) -> ArrayExpression:
    """`[a, , ...b]`."""
    return ArrayExpression(start, end, _elements(parts))


def array_pattern(reading: Reading, start: int, end: int, parts: list[Part]) -> ArrayPattern:
    """`[a, , ...b]` as a target."""
    targets = (None if part is None else target(reading, part) for part in _elements(parts))
    return ArrayPattern(start, end, tuple(targets))


def _elements(parts: list[Part]) -> tuple[Part, ...]:
    elements: list[Part] = []
    hole = True
    for part in parts:
        if type(part) is not Token:
            elements.append(part)
            hole = False
        elif part.text == ",":
            if hole:
                elements.append(None)
            hole = True
    return tuple(elements)


_MEMBERS = (Method, Property, SpreadElement)


def object_(reading: Reading, start: int, end: int, parts: list[Part]) -> ObjectExpression:
    """`{...}` as a value."""
    return ObjectExpression(start, end, tuple(_own(part) for part in parts if isinstance(part, _MEMBERS)))


def _own(part: Method | Property | SpreadElement) -> Property | SpreadElement:
    if isinstance(part, Method):
        plain = part.kind == "method"
        kind = "init" if plain else part.kind
        return Property(part.start, part.end, part.key, part.value, kind, part.computed, method=plain, shorthand=False)
    return part


def object_pattern(reading: Reading, start: int, end: int, parts: list[Part]) -> ObjectPattern:
    """`{...}` as a target."""
    return ObjectPattern(start, end, tuple(part for part in parts if isinstance(part, Property | RestElement)))


def pair(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`key: value` in an object."""
    match parts:
        case [Computed(expression), value]:
            return Property(start, end, expression, value, "init", computed=True, method=False, shorthand=False)
        case [key, value]:
            return Property(start, end, key, value, "init", computed=False, method=False, shorthand=False)
    return unsupported(reading, start, end, parts)


def pair_pattern(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`key: target` in an object pattern."""
    match parts:
        case [key, value]:
            return pair(reading, start, end, [key, target(reading, value)])
    return unsupported(reading, start, end, parts)


def default(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`target = value` in a pattern or a parameter list."""
    match parts:
        case [left, right]:
            return AssignmentPattern(start, end, target(reading, left), right)
    return unsupported(reading, start, end, parts)


def shorthand_default(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`{name = value}` in an object pattern."""
    match parts:
        case [Property(shorthand=True, key=key, value=Identifier() as name), right]:
            value = AssignmentPattern(start, end, name, right)
            return Property(start, end, key, value, "init", computed=False, method=False, shorthand=True)
    return unsupported(reading, start, end, parts)


def is_string(node: Part, start: int) -> bool:
    """Whether a string literal itself, without parentheses, begins at `start`."""
    return type(node) is StringLiteral and node.start == start
