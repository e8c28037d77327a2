"""Concrete functions, methods and classes to ESTree's."""

from __future__ import annotations

from reviewer.javascript.ast import Problem
from reviewer.javascript.lowering.blocks import as_block
from reviewer.javascript.lowering.expressions import is_string
from reviewer.javascript.lowering.parts import Computed, Heritage, Listing, Method, Part, Reading, Recovered, Token
from reviewer.javascript.lowering.recovery import unsupported
from reviewer.javascript.syntax import (
    ArrowFunctionExpression,
    BlockStatement,
    ClassBody,
    ClassDeclaration,
    ClassExpression,
    Expression,
    ExpressionStatement,
    FunctionDeclaration,
    FunctionExpression,
    Identifier,
    MethodDefinition,
    Pattern,
    PrivateIdentifier,
    PropertyDefinition,
    Statement,
    StaticBlock,
    StringLiteral,
)


def with_directives(reading: Reading, body: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """A function's or program's statements with its directive prologue marked (ECMA-262, section 11.2.1)."""
    count = 0
    for statement in body:
        if type(statement) is not ExpressionStatement or not is_string(statement.expression, statement.start):
            break
        count += 1
    if not count:
        return body
    return (*(_directive(reading, statement) for statement in body[:count]), *body[count:])


def _directive(reading: Reading, statement: Statement) -> Statement:
    if type(statement) is not ExpressionStatement or type(statement.expression) is not StringLiteral:
        return statement
    text = statement.expression
    return ExpressionStatement(statement.start, statement.end, text, reading.text[text.start + 1 : text.end - 1])


def _body(reading: Reading, body: BlockStatement) -> BlockStatement:
    marked = with_directives(reading, body.body)
    return body if marked is body.body else BlockStatement(body.start, body.end, marked)


def declaration(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """A function declaration, of any flavour."""
    return _function(reading, start, end, parts, FunctionDeclaration)


def expression(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """A function expression, of any flavour."""
    return _function(reading, start, end, parts, FunctionExpression)


def _function(
    reading: Reading,
    start: int,
    end: int,
    parts: list[Part],
    made: type[FunctionDeclaration] | type[FunctionExpression],
) -> Part:
    marks = {part.text for part in parts if type(part) is Token}
    name: Identifier | None = None
    match [part for part in parts if type(part) is not Token]:
        case [Identifier() as name, Listing() as params, BlockStatement() as body]:
            pass
        case [Listing() as params, BlockStatement() as body]:
            pass
        case _:
            return unsupported(reading, start, end, parts)
    reading.settle(params.start, _operators(marks))
    # A block that ends without a semicolon may carry the comments after it; a function ends with its brace.
    return made(start, body.end, name, params.items, _body(reading, body), "async" in marks, "*" in marks)


def _operators(marks: set[str]) -> set[str]:
    """The words that are operators in a function with these marks."""
    return {word for mark, word in (("async", "await"), ("*", "yield")) if mark in marks}


def arrow(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`x => ...`, `async (x) => ...`."""
    match parts:
        case [*marks, Identifier() as name, Token("=>") as arrow, body]:
            params: tuple[Pattern, ...] = (name,)
        case [*marks, Listing(items=params), Token("=>") as arrow, body]:
            pass
        case _:
            return unsupported(reading, start, end, parts)
    if type(body) is not BlockStatement and reading.text.startswith("{", reading.skip(arrow.start + 2)):
        block = as_block(reading, body)
        if block is None:
            reading.problems.append(Problem("unreadable", body.start, body.end, "Expected a block"))
        body = block or body
    if type(body) is BlockStatement:
        body = _body(reading, body)
    reading.settle(start, {"await"} if marks else set())
    return ArrowFunctionExpression(start, end, None, params, body, is_async=bool(marks), generator=False)


def method(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """A method, getter or setter of an object or of a class."""
    marks = {word for part in parts if type(part) is Token for word in part.text.split()}
    match [part for part in parts if type(part) is not Token]:
        case [name, Listing() as params, BlockStatement() as body]:
            key, computed = _key(name)
            reading.settle(params.start, _operators(marks))
            value = FunctionExpression(
                params.start, body.end, None, params.items, _body(reading, body), "async" in marks, "*" in marks
            )
            kind = "get" if "get" in marks else "set" if "set" in marks else "method"
            return Method(start, end, key, computed, value, kind, static="static" in marks)
    return unsupported(reading, start, end, parts)


def _key(name: Part) -> tuple[Expression | PrivateIdentifier, bool]:
    return (name.expression, True) if type(name) is Computed else (name, False)


def field(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """A field of a class."""
    match parts:
        case [Token("static"), *rest]:
            static = True
        case rest:
            static = False
    value: Part
    match rest:
        case [name]:
            value = None
        case [name, Token("="), value]:
            pass
        case _:
            return unsupported(reading, start, end, parts)
    key, computed = _key(name)
    return PropertyDefinition(start, end, key, value, computed, static)


def static_block(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`static {...}`."""
    match parts:
        case [BlockStatement() as block]:
            return StaticBlock(start, end, block.body)
    return unsupported(reading, start, end, parts)


_MEMBERS = (Method, PropertyDefinition, StaticBlock)


def class_body(reading: Reading, start: int, end: int, parts: list[Part]) -> ClassBody:
    """`{...}` of a class."""
    return ClassBody(start, end, tuple(_member(part) for part in parts if isinstance(part, _MEMBERS)))


def _member(part: Method | PropertyDefinition | StaticBlock) -> MethodDefinition | PropertyDefinition | StaticBlock:
    if not isinstance(part, Method):
        return part
    named = (type(part.key) is Identifier and not part.computed and part.key.name == "constructor") or (
        type(part.key) is StringLiteral and not part.computed and part.key.value == "constructor"
    )
    kind = "constructor" if named and part.kind == "method" and not part.static else part.kind
    return MethodDefinition(part.start, part.end, part.key, part.value, kind, part.computed, part.static)


def heritage(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`extends x`."""
    match parts:
        case [value]:
            return Heritage(value)
    return unsupported(reading, start, end, parts)


def class_declaration(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """A class as a statement."""
    return _class(reading, start, end, parts, ClassDeclaration)


def class_expression(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """A class as an expression."""
    return _class(reading, start, end, parts, ClassExpression)


def _class(
    reading: Reading, start: int, end: int, parts: list[Part], made: type[ClassDeclaration] | type[ClassExpression]
) -> Part:
    match parts:
        case [Identifier() as name, Heritage(parent), ClassBody() as body]:
            return made(start, body.end, name, parent, body)
        case [Identifier() as name, ClassBody() as body]:
            return made(start, body.end, name, None, body)
        case [Heritage(parent), ClassBody() as body]:
            return made(start, body.end, None, parent, body)
        case [ClassBody() as body]:
            return made(start, body.end, None, None, body)
    return unsupported(reading, start, end, parts)


def decorator(reading: Reading, start: int, end: int, parts: list[Part]) -> None:
    """`@x`, which no browser runs: kept as a statement, with a problem."""
    reading.pending.append(Recovered(start, (unsupported(reading, start, end, parts),)))
