"""A TypeScript enum to an object of its members: `const Color = {Red: 0, Green: 'g'}`.

Where a member's value is computed from other members, they are constants of a function that gives the object.
"""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.javascript.lowering.parts import Computed, Listing, Part, Reading
from reviewer.javascript.lowering.recovery import unsupported
from reviewer.javascript.syntax import (
    ArrowFunctionExpression,
    BinaryExpression,
    BlockStatement,
    CallExpression,
    Expression,
    Identifier,
    NumberLiteral,
    ObjectExpression,
    Property,
    ReturnStatement,
    Statement,
    UnaryExpression,
    VariableDeclaration,
    VariableDeclarator,
)
from reviewer.javascript.walking import walk


def enum(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`enum A {...}`, `const enum A {...}`."""
    match parts:
        case [Identifier() as name, Listing() as body]:
            members = _numbered(reading, [_member(item) for item in body.items])
            whole = _local(body, members) if _refers(members) else ObjectExpression(body.start, body.end, members)
            declarator = VariableDeclarator(name.start, end, name, whole)
            return VariableDeclaration(start, end, "const", (declarator,))
    return unsupported(reading, start, end, parts)


def _member(item: Part) -> tuple[Part, Part]:
    """A member as a property or, without a value, as its name."""
    return (item, item.value) if type(item) is Property else (item, None)


def _numbered(reading: Reading, members: Sequence[tuple[Part, Part]]) -> tuple[Property, ...]:
    """All members with their values: one that has none is one more than the one before it."""
    found: list[Property] = []
    last: float | None = -1.0
    for item, value in members:
        if type(item) is Property:
            last = _number(value)
            found.append(item)
            continue
        key = item.expression if type(item) is Computed else item
        last = None if last is None else last + 1
        given = _next(reading, found, key) if last is None else NumberLiteral(key.start, key.end, last)
        found.append(_property(key, given, computed=type(item) is Computed))
    return tuple(found)


def _property(key: Expression, value: Expression, *, computed: bool) -> Property:
    return Property(key.start, key.end, key, value, "init", computed, method=False, shorthand=False)


def _number(value: Expression | None) -> float | None:
    match value:
        case NumberLiteral(value=number):
            return number
        case UnaryExpression(operator="-", argument=NumberLiteral(value=number)):
            return -number
        case _:
            return None


def _next(reading: Reading, before: Sequence[Property], key: Expression) -> Expression:
    """One more than a member whose number is not written down."""
    start, end = key.start, key.end
    match before[-1]:
        case Property(key=Identifier(name=name), computed=False):
            return BinaryExpression(start, end, "+", Identifier(start, start, name), NumberLiteral(start, end, 1.0))
    return unsupported(reading, start, end, [])


def _refers(members: Sequence[Property]) -> bool:
    """Whether a value mentions a member by its bare name."""
    names = {member.key.name for member in members if type(member.key) is Identifier and not member.computed}
    return any(type(node) is Identifier and node.name in names for member in members for node in walk(member.value))


def _local(body: Listing, members: Sequence[Property]) -> Expression:
    """`(() => { const A = ..., B = A + 1; return {A, B}; })()`."""
    start, end = body.start, body.end
    statements: list[Statement] = []
    properties: list[Property] = []
    for member in members:
        key = member.key
        if type(key) is not Identifier or member.computed:
            properties.append(member)
            continue
        name = Identifier(key.start, key.end, key.name)
        value: Part = member.value
        declarator = VariableDeclarator(member.start, member.end, name, value)
        statements.append(VariableDeclaration(member.start, member.end, "const", (declarator,)))
        properties.append(_property(key, Identifier(key.start, key.end, key.name), computed=False))
    statements.append(ReturnStatement(start, end, ObjectExpression(start, end, tuple(properties))))
    block = BlockStatement(start, end, tuple(statements))
    function = ArrowFunctionExpression(start, end, None, (), block, is_async=False, generator=False)
    return CallExpression(start, end, function, (), optional=False)
