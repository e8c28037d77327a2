"""Operators: what is derived from what, and which side of a condition a value is seen on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from reviewer.javascript import syntax as s
from reviewer.javascript.constants import (
    LIMIT,
    Boolean,
    Constant,
    Nullish,
    Text,
    Value,
    add,
    binary,
    join,
    text_of,
    unary,
)
from reviewer.javascript.graph import Computed, Kept
from reviewer.javascript.patterns import bind
from reviewer.javascript.removing import take_out
from reviewer.javascript.sorts import ALL, sorts_made

if TYPE_CHECKING:
    from reviewer.javascript.builder import Builder, Evaluate

_ARITHMETIC = frozenset({"-", "*", "/", "%", "**", "|", "&", "^", "<<", ">>", ">>>"})
Combine = Callable[[Value, Value], Value]


def _unary(b: Builder, node: s.UnaryExpression) -> int:
    if node.operator == "delete" and isinstance(node.argument, s.MemberExpression):
        b.remove_member(node.argument)
        take_out(b, node)
        return b.node(node)
    operand = b.evaluate(node.argument)
    if node.operator in {"-", "+", "~"}:
        result = b.derive(node, f"unary {node.operator}", (operand,), "number")
    else:
        result = b.node(node)
        b.graph.computed[result] = Computed(f"unary {node.operator}", (operand,))
    known = b.graph.constants.get(operand)
    value = unary(node.operator, known) if known is not None else None
    if value is not None:
        b.computed_constant(result, value, (operand,))
    elif node.operator == "!" and (truth := b.truth(operand)) is not None:
        b.graph.constants[result] = Boolean(not truth)
        b.graph.exact.add(result)
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
            b.computed_constant(result, value, (left, right))
        return result
    # A chain of `+` nests to the left, thousands deep in generated code: one node for the whole of it.
    terms: list[s.Node] = []
    at: s.Node = node
    while isinstance(at, s.BinaryExpression) and at.operator == "+":
        terms.append(at.right)
        at = at.left
    parts = [at, *reversed(terms)]
    operands = [b.primitive(b.evaluate(part), "default", part) for part in parts]
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
        b.computed_constant(result, total, operands)


_RIGHT_IF = MappingProxyType({"||": "falsy", "&&": "truthy", "??": "nullish"})
"""Of which sort the left side must be for the right side to be evaluated."""


def _takes_right(b: Builder, operator: str, left: int) -> bool | None:
    """Whether the right side is what counts; None where that is not certain."""
    truth = b.truth(left)
    if operator == "??":
        known = b.known(left)
        if known is not None:
            return isinstance(known, Nullish)
        return False if truth or "nullish" not in (sorts_made(b.graph, left) or ALL) else None
    return None if truth is None else truth is (operator == "&&")


def _logical(b: Builder, node: s.LogicalExpression) -> int:
    """Either side; the right one is evaluated only behind what the left one proves. Chains nest to the left."""
    chain: list[s.LogicalExpression] = []
    at: s.Node = node
    while isinstance(at, s.LogicalExpression):
        chain.append(at)
        at = at.left
    left = b.evaluate(at)
    dead = b.env.dead
    for link in reversed(chain):
        taken = _takes_right(b, link.operator, left)
        before = b.env
        if link.operator != "??":
            b.env = b.assume(link.left, truth=link.operator == "&&")
        else:
            b.env = before.copy()
        b.env.dead = b.env.dead or taken is False
        b.branches += 1
        right = b.evaluate(link.right)
        b.branches -= 1
        left = _either(b, link, link.operator, left, right, taken=taken)
        if link.operator != "??" and isinstance(link.right, s.AssignmentExpression | s.SequenceExpression):
            # `isFine(x) || (x = '')`: behind it x is fine either way.
            before = before.learn(b.conditions.proves(link.left, truth=link.operator == "||"))
        if taken:
            b.env.unlearn(before)
        else:
            b.env = b.join(link, [before, b.env])
    b.env.dead = dead
    return left


def _either(b: Builder, origin: s.Node, operator: str, left: int, right: int, *, taken: bool | None) -> int:
    """The value of a logical operator: of `&&` the left side only where it is empty, and then no data goes on."""
    if taken is not None:
        return right if taken else left
    result = b.node(origin)
    if operator == "&&":
        empty = b.node(origin)
        b.graph.empty.add(empty)
        b.graph.edge(empty, result)
    else:
        b.graph.edge(left, result)
        b.graph.kept[result] = Kept(left, operator)
    b.choose(left, _RIGHT_IF[operator], right, result)
    return result


def _conditional(b: Builder, node: s.ConditionalExpression) -> int:
    """One of the branches; a chain in `alternate` is walked in a loop."""
    ends = []
    values: list[int] = []
    at: s.Node = node
    b.branches += 1
    possible = True
    while isinstance(at, s.ConditionalExpression):
        truth = b.truth(b.evaluate(at.test))
        otherwise = b.assume(at.test, truth=False, known=truth)
        b.env = b.assume(at.test, truth=True, known=truth)
        value = b.evaluate(at.consequent)
        if possible and truth is not False:
            values.append(value)
        possible = possible and truth is not True
        ends.append(b.env)
        b.env = otherwise
        at = at.alternate
    value = b.evaluate(at)
    if possible:
        values.append(value)
    b.branches -= 1
    b.env = b.join(node, [*ends, b.env])
    return values[0] if len(values) == 1 else b.merge(node, set(values))


def _assignment(b: Builder, node: s.AssignmentExpression) -> int:
    emptied_one = node.left.object if isinstance(node.left, s.MemberExpression) else None
    if node in b.changes and isinstance(emptied_one, s.Identifier):
        value = b.evaluate(node.right)
        emptied = b.new_object("array", node)
        b.graph.computed[emptied] = Computed("array", ())
        b.made(emptied, {}, length=0)
        b.assign(emptied_one, emptied)
        return value
    if node.operator == "=":
        value = b.evaluate(node.right)
        bind(b, node.left, value)
        return value
    old = b.evaluate(node.left)
    if node.operator in {"&&=", "||=", "??="}:
        return _assign_either(b, node, old)
    new = b.evaluate(node.right)
    if node.operator == "+=":
        old, new = b.primitive(old, "default", node.left), b.primitive(new, "default", node.right)
        value = b.derive(node, "+", (old, new))
        _fold(b, value, (old, new), add)
    else:
        value = b.derive(node, node.operator[:-1], (old, new), "number")
    bind(b, node.left, value)
    return value


def _assign_either(b: Builder, node: s.AssignmentExpression, old: int) -> int:
    operator = node.operator.removesuffix("=")
    taken = _takes_right(b, operator, old)
    before = b.env
    b.env = before.copy() if operator == "??" else b.assume(node.left, truth=operator == "&&")
    b.env.dead = b.env.dead or taken is False
    b.branches += 1
    new = b.evaluate(node.right)
    b.branches -= 1
    b.env = b.join(node, [before, b.env])
    if taken is False:
        return old
    value = _either(b, node, operator, old, new, taken=taken)
    bind(b, node.left, value)
    return value


def _template(b: Builder, node: s.TemplateLiteral) -> int:
    operands: list[int] = []
    for index, quasi in enumerate(node.quasis):
        operands.append(b.constant(quasi, Text(quasi.cooked or "")))
        if index < len(node.expressions):
            part = node.expressions[index]
            operands.append(b.primitive(b.evaluate(part), "string", part))
    return _joined(b, node, operands)


def _joined(b: Builder, node: s.Node, operands: Sequence[int]) -> int:
    result = b.derive(node, "join", operands)
    _fold(b, result, operands, join)
    return result


def compiled_template(b: Builder, call: s.CallExpression) -> int | None:
    """The text that `"a".concat(b, c)` makes, which is what compilers write for a template; None for other calls."""
    match call:
        case s.CallExpression(
            callee=s.MemberExpression(
                object=s.StringLiteral() | s.TemplateLiteral() as first,
                property=s.Identifier(name="concat"),
                computed=False,
            ),
            arguments=parts,
        ) if not any(isinstance(part, s.SpreadElement) for part in parts):
            operands = [b.evaluate(first), *(b.primitive(b.evaluate(part), "string", part) for part in parts)]
            return _joined(b, call, operands)
        case _:
            return None


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
