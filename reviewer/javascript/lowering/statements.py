"""Concrete statements to ESTree's (functions, classes and modules aside)."""

from __future__ import annotations

from reviewer.javascript.ast import Problem
from reviewer.javascript.lowering.blocks import as_block
from reviewer.javascript.lowering.expressions import target
from reviewer.javascript.lowering.functions import with_directives
from reviewer.javascript.lowering.parts import Finally, Listing, Part, Reading, Recovered, Token
from reviewer.javascript.lowering.recovery import unsupported, with_recovered
from reviewer.javascript.syntax import (
    BlockStatement,
    BreakStatement,
    CatchClause,
    ContinueStatement,
    DebuggerStatement,
    DoWhileStatement,
    EmptyStatement,
    Expression,
    ExpressionStatement,
    ForInStatement,
    ForOfStatement,
    ForStatement,
    Identifier,
    IfStatement,
    LabeledStatement,
    Pattern,
    Program,
    ReturnStatement,
    Statement,
    SwitchCase,
    SwitchStatement,
    ThrowStatement,
    TryStatement,
    Unparsed,
    VariableDeclaration,
    VariableDeclarator,
    WhileStatement,
    WithStatement,
)


def program(reading: Reading, start: int, end: int, parts: list[Part]) -> Program:
    """The root, which spans the whole text."""
    body = tuple(with_recovered(reading, 0, parts))
    reading.settle(0, {"await"} if reading.module else set())
    return Program(0, len(reading.text), with_directives(reading, body))


def block(reading: Reading, start: int, end: int, parts: list[Part]) -> BlockStatement:
    """`{...}`, also of a function."""
    return BlockStatement(start, end, tuple(with_recovered(reading, start, parts)))


def expression_statement(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """An expression as a statement."""
    match parts:
        case [expression]:
            if reading.text[start] == "{":
                return _brace(reading, start, end, expression)
            return ExpressionStatement(start, end, expression, None)
    return unsupported(reading, start, end, parts)


def _brace(reading: Reading, start: int, end: int, expression: Expression) -> Statement:
    """A statement that begins with a brace, which no expression statement does."""
    block = as_block(reading, expression)
    if block is None:
        reading.problems.append(Problem("unreadable", start, end, "Expected a block"))
        return ExpressionStatement(start, end, expression, None)
    if end > block.end:  # the semicolon is a statement of its own
        reading.pending.append(Recovered(end - 1, (EmptyStatement(end - 1, end),)))
    return block


def empty(reading: Reading, start: int, end: int, parts: list[Part]) -> EmptyStatement:
    """`;`."""
    return EmptyStatement(start, end)


def debugger(reading: Reading, start: int, end: int, parts: list[Part]) -> DebuggerStatement:
    """`debugger;`."""
    return DebuggerStatement(start, end)


def declaration(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`var`, `let` and `const`."""
    kind = reading.text[start : start + 5]
    return VariableDeclaration(start, end, kind if kind == "const" else kind[:3], _declarators(parts))


def using(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`using` and `await using`."""
    kind = "await using" if reading.text.startswith("await", start) else "using"
    return VariableDeclaration(start, end, kind, _declarators(parts))


def _declarators(parts: list[Part]) -> tuple[VariableDeclarator, ...]:
    return tuple(part for part in parts if isinstance(part, VariableDeclarator))


def declarator(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`x = init` in a declaration."""
    match parts:
        case [name]:
            return VariableDeclarator(start, end, target(reading, name), None)
        case [name, init]:
            return VariableDeclarator(start, end, target(reading, name), init)
    return unsupported(reading, start, end, parts)


def if_(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`if`, `else`."""
    match parts:
        case [test, consequent]:
            return IfStatement(start, consequent.end, test, consequent, None)
        case [test, consequent, alternate]:
            return IfStatement(start, alternate.end, test, consequent, alternate)
    return unsupported(reading, start, end, parts)


def only(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """Something that is its only part, such as `else x`."""
    match parts:
        case [part]:
            return part
    return unsupported(reading, start, end, parts)


def switch(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`switch`."""
    match parts:
        case [discriminant, Listing(items=cases)]:
            return SwitchStatement(start, end, discriminant, tuple(case for case in cases if type(case) is SwitchCase))
    return unsupported(reading, start, end, parts)


def case(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`case x: ...`."""
    test = next((part for part in parts if type(part) is not Recovered), Unparsed(start, end))
    body = with_recovered(reading, start, [part for part in parts if part is not test])
    return SwitchCase(start, end, test, tuple(body))


def default_case(reading: Reading, start: int, end: int, parts: list[Part]) -> SwitchCase:
    """`default: ...`."""
    return SwitchCase(start, end, None, tuple(with_recovered(reading, start, parts)))


def for_(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`for (;;)`."""
    head: list[Part] = [part for part in parts if type(part) is not Token]
    match parts:
        case [*_, Token(")"), body] if type(parts[-3]) is Token or type(parts[-3]) is EmptyStatement:
            head[-1:] = [None, body]
    match head:
        case [init, test, update, body]:
            return ForStatement(start, body.end, _given(init), _given(test), _given(update), body)
    return unsupported(reading, start, end, parts)


def _given(part: Part) -> Part:
    """What stands in the head of a `for`; nothing is an empty statement there."""
    return None if type(part) is EmptyStatement else part


def for_each(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`for (x in o)`, `for (x of o)`, `for await (x of o)`."""
    match parts:
        case [Token("for"), Token("await"), Token("("), *head, right, Token(")"), body]:
            is_await = True
        case [Token("for"), Token("("), *head, right, Token(")"), body]:
            is_await = False
        case _:
            return unsupported(reading, start, end, parts)
    left: VariableDeclaration | Pattern
    match head:
        case [Token("await") as first, Token("using"), name, operator]:
            left = _single(first, "await using", name, None)
        case [Token() as kind, name, operator]:
            left = _single(kind, kind.text, name, None)
        case [Token() as kind, name, Token("="), init, operator]:
            left = _single(kind, kind.text, name, init)
        case [value, operator]:
            left = target(reading, value)
        case _:
            return unsupported(reading, start, end, parts)
    if operator.text == "in" and not is_await:
        return ForInStatement(start, body.end, left, right, body)
    return ForOfStatement(start, body.end, left, right, body, is_await)


def _single(first: Token, kind: str, name: Pattern, init: Expression | None) -> VariableDeclaration:
    end = init.end if init else name.end
    return VariableDeclaration(first.start, end, kind, (VariableDeclarator(name.start, end, name, init),))


def while_(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`while`."""
    match parts:
        case [test, body]:
            return WhileStatement(start, body.end, test, body)
    return unsupported(reading, start, end, parts)


def do(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`do ... while`."""
    match parts:
        case [body, test]:
            return DoWhileStatement(start, end, body, test)
    return unsupported(reading, start, end, parts)


def with_(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`with`."""
    match parts:
        case [value, body]:
            return WithStatement(start, body.end, value, body)
    return unsupported(reading, start, end, parts)


def try_(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`try`, `catch`, `finally`."""
    match parts:
        case [BlockStatement() as body, CatchClause() as handler, Finally(finalizer)]:
            return TryStatement(start, end, body, handler, _as_block(finalizer))
        case [BlockStatement() as body, CatchClause() as handler]:
            return TryStatement(start, end, body, handler, None)
        case [BlockStatement() as body, Finally(finalizer)]:
            return TryStatement(start, end, body, None, _as_block(finalizer))
        case [BlockStatement() as body]:
            return TryStatement(start, end, body, None, None)
    return unsupported(reading, start, end, parts)


def _as_block(statement: Statement) -> BlockStatement:
    if isinstance(statement, BlockStatement):
        return statement
    return BlockStatement(statement.start, statement.end, (statement,))


def catch(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`catch (e) {...}`."""
    match parts:
        case [BlockStatement() as body]:
            return CatchClause(start, end, None, body)
        case [param, BlockStatement() as body]:
            return CatchClause(start, end, target(reading, param), body)
    return unsupported(reading, start, end, parts)


def finally_(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`finally {...}`."""
    match parts:
        case [BlockStatement() as body]:
            return Finally(body)
    return unsupported(reading, start, end, parts)


def return_(reading: Reading, start: int, end: int, parts: list[Part]) -> ReturnStatement:
    """`return`, `return x`."""
    return ReturnStatement(start, end, parts[0] if parts else None)


def throw(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`throw x`."""
    match parts:
        case [argument]:
            return ThrowStatement(start, end, argument)
    return unsupported(reading, start, end, parts)


def _label(parts: list[Part]) -> Identifier | None:
    return parts[0] if parts and type(parts[0]) is Identifier else None


def break_(reading: Reading, start: int, end: int, parts: list[Part]) -> BreakStatement:
    """`break`, `break label`."""
    return BreakStatement(start, end, _label(parts))


def continue_(reading: Reading, start: int, end: int, parts: list[Part]) -> ContinueStatement:
    """`continue`, `continue label`."""
    return ContinueStatement(start, end, _label(parts))


def labeled(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`label: ...`."""
    match parts:
        case [Identifier() as label, body]:
            return LabeledStatement(start, body.end, label, body)
    return unsupported(reading, start, end, parts)
