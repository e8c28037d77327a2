"""Operators: what is derived from what, and which side of a condition a value is seen on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from reviewer.javascript import syntax as s
from reviewer.javascript.constants import LIMIT, Constant, Text, Value, add, binary, join, text_of, unary
from reviewer.javascript.graph import Computed
from reviewer.javascript.patterns import bind

if TYPE_CHECKING:
    from reviewer.javascript.builder import Builder, Evaluate

_ARITHMETIC = frozenset({"-", "*", "/", "%", "**", "|", "&", "^", "<<", ">>", ">>>"})
Combine = Callable[[Value, Value], Value]


def _unary(b: Builder, node: s.UnaryExpression) -> int:
    operand = b.evaluate(node.argument)
    if node.operator in {"-", "+", "~"}:
        result = b.derive(node, f"unary {node.operator}", (operand,), "number")
    else:
        result = b.node(node)
        b.graph.computed[result] = Computed(f"unary {node.operator}", (operand,))
    known = b.graph.constants.get(operand)
    value = unary(node.operator, known) if known is not None else None
    if value is not None:
        b.graph.constants[result] = value
    return result


def _update(b: Builder, node: s.UpdateExpression) -> int:
    result = b.derive(node, "update", (b.evaluate(node.argument),), "number")
    bind(b, node.argument, result)
    return result


def _binary(b: Builder, node: s.BinaryExpression) -> int:
    if node.operator != "+":
        left, right = b.evaluate(node.left), b.evaluate(node.right)
        if node.operator in _ARITHMETIC:
            result = b.derive(node, node.operator, (left, right), "number")
        else:
            result = b.node(node)
            b.graph.computed[result] = Computed(node.operator, (left, right))
        one, other = b.graph.constants.get(left), b.graph.constants.get(right)
        value = binary(node.operator, one, other) if one is not None and other is not None else None
        if value is not None:
            b.graph.constants[result] = value
        return result
    # A chain of `+` nests to the left, thousands deep in generated code: one node for the whole of it.
    terms: list[s.Node] = []
    at: s.Node = node
    while isinstance(at, s.BinaryExpression) and at.operator == "+":
        terms.append(at.right)
        at = at.left
    operands = [b.evaluate(at), *(b.evaluate(term) for term in reversed(terms))]
    result = b.derive(node, "+", operands)
    _fold(b, result, operands, add)
    return result


def _fold(b: Builder, result: int, operands: Sequence[int], combine: Combine) -> None:
    values = [b.graph.constants.get(operand) for operand in operands]
    total: Value | None = values[0] if values else Text("")
    for value in values[1:]:
        if total is None or value is None:
            return
        total = combine(total, value)
    if isinstance(total, Constant) and len(text_of(total)) <= LIMIT:
        b.graph.constants[result] = total


def _logical(b: Builder, node: s.LogicalExpression) -> int:
    """Either side; the right one is evaluated only behind what the left one proves. Chains nest to the left."""
    chain: list[s.LogicalExpression] = []
    at: s.Node = node
    while isinstance(at, s.LogicalExpression):
        chain.append(at)
        at = at.left
    result = b.node(node)
    b.graph.edge(b.evaluate(at), result)
    start = b.env
    for link in reversed(chain):
        before = b.env
        if link.operator != "??":
            b.env = b.assume(link.left, truth=link.operator == "&&")
        else:
            b.env = before.copy()
        b.graph.edge(b.evaluate(link.right), result)
        b.env = b.join(link, [before, b.env])
    b.env.dead = start.dead
    return result


def _conditional(b: Builder, node: s.ConditionalExpression) -> int:
    """One of the branches; a chain in `alternate` is walked in a loop."""
    result = b.node(node)
    ends = []
    at: s.Node = node
    while isinstance(at, s.ConditionalExpression):
        b.evaluate(at.test)
        otherwise = b.assume(at.test, truth=False)
        b.env = b.assume(at.test, truth=True)
        b.graph.edge(b.evaluate(at.consequent), result)
        ends.append(b.env)
        b.env = otherwise
        at = at.alternate
    b.graph.edge(b.evaluate(at), result)
    b.env = b.join(node, [*ends, b.env])
    return result


def _assignment(b: Builder, node: s.AssignmentExpression) -> int:
    if node.operator == "=":
        value = b.evaluate(node.right)
        bind(b, node.left, value)
        return value
    old = b.evaluate(node.left)
    new = b.evaluate(node.right)
    if node.operator == "+=":
        value = b.derive(node, "+", (old, new))
        _fold(b, value, (old, new), add)
    elif node.operator in {"&&=", "||=", "??="}:
        value = b.merge(node, {old, new})
    else:
        value = b.derive(node, node.operator[:-1], (old, new), "number")
    bind(b, node.left, value)
    return value


def _template(b: Builder, node: s.TemplateLiteral) -> int:
    operands: list[int] = []
    for index, quasi in enumerate(node.quasis):
        operands.append(b.constant(quasi, Text(quasi.cooked or "")))
        if index < len(node.expressions):
            operands.append(b.evaluate(node.expressions[index]))
    result = b.derive(node, "join", operands)
    _fold(b, result, operands, join)
    return result


OPERATORS: Mapping[type[s.Node], Evaluate] = MappingProxyType(
    {
        s.UnaryExpression: _unary,
        s.UpdateExpression: _update,
        s.BinaryExpression: _binary,
        s.LogicalExpression: _logical,
        s.AssignmentExpression: _assignment,
        s.ConditionalExpression: _conditional,
        s.TemplateLiteral: _template,
    }
)
