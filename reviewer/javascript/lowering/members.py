"""TypeScript's classes: decorators, fields, methods and the parameters of functions, to ESTree's.

A parameter property (`constructor(private api: Api)`) is what the compiler makes of it: `this.api = api`. A decorator
is a call: of a class's with the class, of a method's as `decorating` says, of the others without what is decorated.
"""

from __future__ import annotations

from reviewer.javascript.lowering import functions
from reviewer.javascript.lowering.decorating import with_blocks
from reviewer.javascript.lowering.expressions import is_string, target
from reviewer.javascript.lowering.parts import Decorator, Heritage, Listing, Part, Reading, Recovered, Token
from reviewer.javascript.lowering.recovery import unsupported
from reviewer.javascript.syntax import (
    AssignmentExpression,
    AssignmentPattern,
    BlockStatement,
    CallExpression,
    ClassDeclaration,
    Expression,
    ExpressionStatement,
    Identifier,
    MemberExpression,
    Pattern,
    Statement,
    Super,
    ThisExpression,
)
from reviewer.record import value

_PROMOTES = frozenset({"public", "private", "protected", "readonly", "override"})
_WITHOUT_CODE = frozenset({"abstract", "declare"})


@value
class _Promoted:
    """A parameter that is a property as well."""

    start: int
    end: int
    pattern: Pattern
    name: Identifier


@value
class _Parameters(Listing):
    """Parameters of which some are properties as well."""

    promoted: tuple[Identifier, ...]


def decorator(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`@x`, `@x(y)`."""
    match parts:
        case [expression]:
            return Decorator(start, end, expression)
    return unsupported(reading, start, end, parts)


def call_decorators(reading: Reading, parts: list[Part], decorated: Identifier | None) -> list[Part]:
    """The parts without decorators, whose calls wait as statements for the list that the class stands in."""
    rest: list[Part] = []
    for part in parts:
        if type(part) is Decorator:
            reading.pending.append(Recovered(part.start, (_called(part, decorated),)))
        else:
            rest.append(part)
    return rest


def _called(decorator: Decorator, decorated: Identifier | None) -> Statement:
    start, end = decorator.start, decorator.end
    given = () if decorated is None else (Identifier(end, end, decorated.name),)
    call = CallExpression(start, end, decorator.expression, given, optional=False)
    return ExpressionStatement(start, end, call, None)


def class_declaration(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """A class as a statement, abstract or not."""
    name = next((part for part in parts if type(part) is Identifier), None)
    return functions.class_declaration(reading, start, end, call_decorators(reading, parts, name))


def class_expression(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """A class as an expression."""
    return functions.class_expression(reading, start, end, call_decorators(reading, parts, None))


def class_body(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`{...}` of a class; the decorators of methods stand beside them."""
    return functions.class_body(reading, start, end, call_decorators(reading, with_blocks(parts), None))


def heritage(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`extends x implements y`: the first of both, if it is there."""
    match parts:
        case []:
            return None
        case [Heritage() as extends]:
            return extends
    return unsupported(reading, start, end, parts)


def extends(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`extends x`."""
    match parts:
        case [value]:
            return Heritage(value)
    return unsupported(reading, start, end, parts)


def exported_class(statement: Part) -> Identifier | None:
    """The name of a class, for decorators that stand before `export`."""
    return statement.id if type(statement) is ClassDeclaration else None


def field(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """A field of a class; `declare x` and `abstract x` are none, unless they have a value, which compilers refuse."""
    parts = call_decorators(reading, parts, None)
    words = {part.text for part in parts if type(part) is Token}
    marks = [part for part in parts if type(part) is Token and part.text in {"static", "="}]
    match [part for part in parts if type(part) is not Token]:
        case [_] if words & _WITHOUT_CODE:
            return None
        case [name, value] if "=" in words:
            return functions.field(reading, start, end, [*_static(marks), name, marks[-1], value])
        case [name] if "=" not in words:
            return functions.field(reading, start, end, [*_static(marks), name])
    return unsupported(reading, start, end, parts)


def _static(marks: list[Token]) -> list[Token]:
    return [mark for mark in marks if mark.text == "static"][:1]


def parameter(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """One parameter; `this` only tells a type."""
    parts = call_decorators(reading, parts, None)
    promotes = any(type(part) is Token and part.text in _PROMOTES for part in parts)
    pattern: Pattern
    match [part for part in parts if type(part) is not Token]:
        case [ThisExpression()]:
            return None
        case [given]:
            pattern = name = target(reading, given)
        case [given, value]:
            name = target(reading, given)
            pattern = AssignmentPattern(name.start, end, name, value)
        case _:
            return unsupported(reading, start, end, parts)
    if promotes and type(name) is Identifier:
        return _Promoted(start, end, pattern, name)
    return pattern


def parameters(reading: Reading, start: int, end: int, parts: list[Part]) -> Listing:
    """The parameters of a function."""
    items = tuple(part.pattern if type(part) is _Promoted else target(reading, part) for part in parts)
    promoted = tuple(part.name for part in parts if type(part) is _Promoted)
    return _Parameters(start, end, items, promoted) if promoted else Listing(start, end, items)


def method(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """A method of a class or an object."""
    match parts:
        case [*before, _Parameters() as listed, BlockStatement() as body]:
            # The statements stand where the parameters do, so the body begins there as well.
            body = BlockStatement(listed.start, body.end, _with_properties(body.body, listed.promoted))
            return functions.method(reading, start, end, [*before, listed, body])
    return functions.method(reading, start, end, parts)


def _with_properties(body: tuple[Statement, ...], names: tuple[Identifier, ...]) -> tuple[Statement, ...]:
    """The body with the parameters kept, after directives and, in a class with a parent, the call of `super`."""
    at = 0
    while at < len(body) and _is_directive(body[at]):
        at += 1
    at = next((index + 1 for index, statement in enumerate(body) if _calls_super(statement)), at)
    return (*body[:at], *map(_kept, names), *body[at:])


def _is_directive(statement: Statement) -> bool:
    return type(statement) is ExpressionStatement and is_string(statement.expression, statement.start)


def _calls_super(statement: Statement) -> bool:
    match statement:
        case ExpressionStatement(expression=CallExpression(callee=Super())):
            return True
        case _:
            return False


def _kept(name: Identifier) -> Statement:
    start, end = name.start, name.end
    key, value = Identifier(start, end, name.name), Identifier(start, end, name.name)
    left = MemberExpression(start, end, ThisExpression(start, start), key, computed=False, optional=False)
    kept: Expression = AssignmentExpression(start, end, "=", left, value)
    return ExpressionStatement(start, end, kept, None)
