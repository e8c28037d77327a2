"""What the grammar could not read becomes an Unparsed, its problem, and whatever inside it could still be read."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.javascript.ast import Problem
from reviewer.javascript.lowering.parts import (
    Computed,
    Decorator,
    Finally,
    Heritage,
    Listing,
    Method,
    Part,
    Reading,
    Recovered,
    Slot,
    Tag,
    Token,
)
from reviewer.javascript.syntax import (
    CatchClause,
    ClassBody,
    ClassExpression,
    Expression,
    ExpressionStatement,
    JSXAttribute,
    MethodDefinition,
    Property,
    PropertyDefinition,
    SpreadElement,
    Statement,
    StaticBlock,
    Super,
    SwitchCase,
    Unparsed,
    VariableDeclaration,
    VariableDeclarator,
)


def unreadable(reading: Reading, start: int, end: int, parts: list[Part]) -> Recovered:
    """An ERROR of the parser; its problem is reported where errors are collected, once for nested ones."""
    reading.settle(start, {"await", "yield"})  # the function around them, if any, is not known
    found = [*statements_of(parts), *(each for claimed in reading.claim(start) for each in claimed.statements)]
    found.sort(key=lambda statement: statement.start)
    return Recovered(start, (Unparsed(start, end), *found))


def unsupported(reading: Reading, start: int, end: int, parts: list[Part]) -> Unparsed:
    """Something of a kind or shape that lowering does not know; what it is made of is kept as statements."""
    reading.problems.append(Problem("unsupported", start, end, "This construct is not supported"))
    reading.pending.append(Recovered(start, tuple(statements_of(parts))))
    return Unparsed(start, end)


def not_a_target(reading: Reading, expression: Expression) -> Unparsed:
    """Something assigned to that cannot be assigned to; the expression itself is kept as a statement."""
    start, end = expression.start, expression.end
    reading.problems.append(Problem("unreadable", start, end, "Invalid assignment target"))
    reading.pending.append(Recovered(start, tuple(statements_of([expression]))))
    return Unparsed(start, end)


def super_alone(reading: Reading, found: Super) -> Unparsed:
    """`super` where neither a call nor a member follows."""
    reading.problems.append(Problem("unreadable", found.start, found.end, "Unexpected super"))
    return Unparsed(found.start, found.end)


def with_recovered(reading: Reading, start: int, parts: list[Part]) -> list[Part]:
    """A statement list's parts with everything recovered inside [start, here) in its place by offset."""
    recovered = [part for part in parts if type(part) is Recovered] + reading.claim(start)
    if not recovered:
        return parts
    body = [part for part in parts if type(part) is not Recovered]
    body.extend(statement for found in recovered for statement in found.statements)
    # Stable, so what was recovered inside a statement comes after it: the statement begins earlier or stood first.
    return sorted(body, key=lambda part: int(part.start))


def statements_of(parts: list[Part]) -> Iterator[Statement]:
    """Every statement and expression among loose parts and inside incomplete ones, in source order, as statements."""
    stack: list[Part] = list(reversed(parts))
    while stack:
        part = stack.pop()
        match part:
            case None | Token():
                pass
            case Recovered():
                yield from part.statements
            case Listing():
                stack.extend(reversed(part.items))
            case Heritage() | Computed() | Decorator() | Slot():
                stack.append(part.expression)
            case Method() | MethodDefinition() | PropertyDefinition() | Property():
                stack.append(part.value)
                if part.computed:
                    stack.append(part.key)
            case Finally():
                stack.append(part.block)
            case Tag():
                stack.extend(reversed(part.attributes))
            case JSXAttribute():
                stack.append(part.value)
            case SpreadElement():
                stack.append(part.argument)
            case CatchClause():
                stack.append(part.body)
            case StaticBlock():
                stack.extend(reversed(part.body))
            case SwitchCase():
                stack.extend((*reversed(part.consequent), part.test))
            case ClassBody():
                stack.append(ClassExpression(part.start, part.end, None, None, part))
            case VariableDeclarator():
                yield VariableDeclaration(part.start, part.end, "var", (part,))
            case _ if isinstance(part, Statement):
                yield part
            case _ if isinstance(part, Expression):
                yield ExpressionStatement(part.start, part.end, part, None)
            case _:
                # What is left are patterns and names of modules: they compute nothing by themselves.
                yield Unparsed(part.start, part.end)
