"""A function -> the expressions of which one is what it gives back, as far as its text tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewer.javascript import syntax as s


def results(function: s.Function) -> Sequence[s.Node]:
    """All that a function gives back, but for nothing (null, undefined, false)."""
    given = [function.body]
    if isinstance(function.body, s.BlockStatement):
        given = [each.argument for each in returns_of(function) if each.argument is not None]
    return [part for each in given for part in _one_of(each) if not is_nothing(part)]


def _one_of(node: s.Node) -> Iterator[s.Node]:
    """The expressions of which one is the value of an expression."""
    match node:
        case s.ConditionalExpression(consequent=consequent, alternate=alternate):
            yield from _one_of(consequent)
            yield from _one_of(alternate)
        case s.LogicalExpression(operator="&&", right=right):
            yield from _one_of(right)
        case _:
            yield node


def is_nothing(node: s.Node) -> bool:
    """Whether an expression is written out as null, undefined or false."""
    match node:
        case s.NullLiteral() | s.BooleanLiteral(value=False):
            return True
        case s.Identifier(name="undefined") | s.UnaryExpression(operator="void"):
            return True
        case _:
            return False


def is_empty(node: s.Node) -> bool:
    """Whether an expression is written out as an empty text."""
    return isinstance(node, s.StringLiteral) and not node.value


def returned(function: s.Function) -> s.Node | None:
    """What a function gives back in its only (and last) return statement."""
    if not isinstance(function.body, s.BlockStatement):
        return function.body
    returns = list(returns_of(function))
    last = function.body.body[-1] if function.body.body else None
    return last.argument if len(returns) == 1 and isinstance(last, s.ReturnStatement) else None


def returns_of(function: s.Function) -> Iterator[s.ReturnStatement]:
    """The return statements of a function, those of functions inside left out."""
    stack: list[s.Node] = [function.body]
    while stack:
        node = stack.pop()
        match node:
            case s.ReturnStatement():
                yield node
            case s.BlockStatement(body=body):
                stack.extend(body)
            case s.IfStatement(consequent=consequent, alternate=alternate):
                stack.extend(part for part in (consequent, alternate) if part is not None)
            case s.WhileStatement(body=body) | s.DoWhileStatement(body=body) | s.ForStatement(body=body):
                stack.append(body)
            case s.ForInStatement(body=body) | s.ForOfStatement(body=body) | s.LabeledStatement(body=body):
                stack.append(body)
            case s.TryStatement(block=block, handler=handler, finalizer=finalizer):
                stack.append(block)
                stack.extend(part for part in (handler.body if handler else None, finalizer) if part is not None)
            case s.SwitchStatement(cases=cases):
                stack.extend(statement for case in cases for statement in case.consequent)
