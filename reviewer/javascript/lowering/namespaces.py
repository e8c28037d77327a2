"""A TypeScript namespace to the object that the compiler makes of it and a function, called at once, that fills it.

`namespace A { export const b = c }` becomes `var A = A || {}; (exports => { const b = c; exports.b = b })(A)`.
"""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.javascript.lowering.parts import Part, Reading, Recovered
from reviewer.javascript.lowering.recovery import unsupported
from reviewer.javascript.syntax import (
    ArrayPattern,
    ArrowFunctionExpression,
    AssignmentExpression,
    AssignmentPattern,
    BlockStatement,
    CallExpression,
    ClassDeclaration,
    ExportNamedDeclaration,
    Expression,
    ExpressionStatement,
    FunctionDeclaration,
    Identifier,
    LogicalExpression,
    MemberExpression,
    Node,
    ObjectExpression,
    ObjectPattern,
    Property,
    RestElement,
    Statement,
    StringLiteral,
    VariableDeclaration,
    VariableDeclarator,
)

# The function's parameter has a name that no text can spell: members may be called as the namespace is.
_EXPORTS = "namespace:exports"
_MOST_NAMES = 16
_NEAR = 100


def namespace(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`namespace A.B {...}`, `module A {...}`: two statements or more, which wait for the list they stand in."""
    match parts:
        case [name]:  # `module A;` tells of types alone
            return None
        case [Identifier() | MemberExpression() as name, BlockStatement() as body]:
            reading.settle(body.start, set())
            names = _names(name)
            if names and len(names) <= _MOST_NAMES:
                return Recovered(start, tuple(_statements(start, end, names, body)))
        case [StringLiteral(), *_] if reading.text[max(0, start - _NEAR) : start].rstrip().endswith("declare"):
            return None
    return unsupported(reading, start, end, parts)


def qualified(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`A.B` as a name."""
    match parts:
        case [left, Identifier() as right]:
            return MemberExpression(start, end, left, right, computed=False, optional=False)
    return unsupported(reading, start, end, parts)


def alias(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`import a = A.B`."""
    match parts:
        case [Identifier() as name, Identifier() | MemberExpression() as value]:
            return VariableDeclaration(start, end, "const", (VariableDeclarator(name.start, value.end, name, value),))
    return unsupported(reading, start, end, parts)


def _names(name: Part) -> list[Identifier]:
    names: list[Identifier] = []
    while type(name) is MemberExpression and type(name.property) is Identifier and len(names) <= _MOST_NAMES:
        names.append(name.property)
        name = name.object
    return [name, *reversed(names)] if type(name) is Identifier else []


def _statements(start: int, end: int, names: list[Identifier], body: BlockStatement) -> Iterator[Statement]:
    """The objects along the name, each a member of the one before, then the function that fills the last."""
    first = names[0]
    declarator = VariableDeclarator(first.start, first.end, _copy(first), _or_new(_copy(first)))
    yield VariableDeclaration(start, end, "var", (declarator,))
    for length in range(2, len(names) + 1):
        at = names[length - 1]
        kept = AssignmentExpression(first.start, at.end, "=", _path(names[:length]), _or_new(_path(names[:length])))
        yield ExpressionStatement(start, end, kept, None)
    inside = names[1:]
    params = (*map(_copy, inside), Identifier(first.start, first.start, _EXPORTS))
    block = BlockStatement(body.start, body.end, tuple(_exported(body.body)))
    filler = ArrowFunctionExpression(first.start, end, None, params, block, is_async=False, generator=False)
    given = (*(_path(names[: length + 2]) for length in range(len(inside))), _path(names))
    yield ExpressionStatement(start, end, CallExpression(first.start, end, filler, given, optional=False), None)


def _copy(name: Identifier) -> Identifier:
    return Identifier(name.start, name.end, name.name)


def _path(names: list[Identifier]) -> Identifier | MemberExpression:
    path: Identifier | MemberExpression = _copy(names[0])
    for name in names[1:]:
        path = MemberExpression(path.start, name.end, path, _copy(name), computed=False, optional=False)
    return path


def _or_new(value: Expression) -> Expression:
    start, end = value.start, value.end
    return LogicalExpression(start, end, "||", value, ObjectExpression(start, end, ()))


def _exported(body: tuple[Statement, ...]) -> Iterator[Statement]:
    """The statements of a namespace with its exports as properties."""
    for statement in body:
        if type(statement) is not ExportNamedDeclaration or statement.declaration is None:
            yield statement
            continue
        yield statement.declaration
        match statement.declaration:
            case VariableDeclaration(kind="let" | "var", declarations=declarators):
                for declarator in declarators:
                    yield from (_at_any_time(name) for name in _bound(declarator.id))
            case VariableDeclaration(declarations=declarators):
                for declarator in declarators:
                    yield from map(_as_property, _bound(declarator.id))
            case FunctionDeclaration(id=Identifier() as name) | ClassDeclaration(id=Identifier() as name):
                yield _as_property(name)
            case _:
                pass


def _bound(pattern: Node) -> Iterator[Identifier]:
    """The names that a pattern declares."""
    todo: list[Node | None] = [pattern]
    while todo:
        match todo.pop():
            case Identifier() as name:
                yield name
            case ObjectPattern(properties=inside) | ArrayPattern(elements=inside):
                todo.extend(reversed(inside))
            case Property(value=part) | RestElement(argument=part) | AssignmentPattern(left=part):
                todo.append(part)
            case _:
                pass


def _write(name: Identifier) -> Expression:
    start, end = name.start, name.end
    left = MemberExpression(start, end, Identifier(start, start, _EXPORTS), _copy(name), computed=False, optional=False)
    return AssignmentExpression(start, end, "=", left, _copy(name))


def _as_property(name: Identifier) -> Statement:
    return ExpressionStatement(name.start, name.end, _write(name), None)


def _at_any_time(name: Identifier) -> Statement:
    """A variable is one with the property: a function that nobody calls stands for every later moment."""
    start, end = name.start, name.end
    later = ArrowFunctionExpression(start, end, None, (), _write(name), is_async=False, generator=False)
    return ExpressionStatement(start, end, later, None)
