"""Generator functions: what they yield, what they are sent, and what they return in the end.

A generator is an object whose elements are what it yields, at their positions where these are certain. What it returns
and what is sent to it stand in internal properties.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reviewer.javascript import syntax as s
from reviewer.javascript.graph import ELEMENTS, REASON, RETURNED, SENT, ObjectToken, SinkToken
from reviewer.javascript.walking import children

if TYPE_CHECKING:
    from reviewer.javascript.builder import Builder


def make_generator(b: Builder, result: int) -> None:
    """What calling a generator function gives."""
    b.graph.put(result, ObjectToken("generator", result))


def give(b: Builder, value: int, origin: s.Node) -> None:
    """`return value` in the function that is being walked."""
    if b.function is None:
        return
    if b.function.node.generator:
        b.write_property(b.function.result, RETURNED, value, origin)
    else:
        b.graph.edge(value, b.function.result)


def awaited(b: Builder, node: s.Node, value: int) -> int:
    """A promise and what it is fulfilled with are one value here; what it is rejected with is thrown."""
    b.pause(node)
    target = b.catching()
    if target >= 0:
        b.access(value, REASON, target, node, writes=False)
    return _fulfilled(b, node, value) if b.scopes.fulfils and value not in b.graph.constants else value


def _fulfilled(b: Builder, node: s.Node, value: int) -> int:
    """What may have a `then` of its own is asked for what it is fulfilled with (27.2.2.2)."""
    result, resolve = b.node(node), b.node(node)
    b.graph.edge(value, result)
    b.graph.put(resolve, SinkToken(result))
    b.call(node, b.read_property(value, "then", node), value, [resolve, b.node(node)])
    return result


def yielded(b: Builder, node: s.YieldExpression) -> int:
    """What a generator yields is an element of it; it goes on with what was sent or, behind `yield*`, returned."""
    result = b.node(node)
    value = b.evaluate(node.argument) if node.argument is not None else -1
    if b.function is None:
        return result
    if not b.function.node.generator:
        return awaited(b, node, value) if value >= 0 else result
    holder = b.function.result
    sent = b.read_property(holder, SENT, node)
    if not node.delegate:
        if value >= 0:
            position = positions(b, b.function.node).get(node)
            b.write_property(holder, None if position is None else str(position), value, node)
        b.graph.edge(sent, result)
    elif value >= 0:
        b.write_property(holder, None, b.read_property(value, ELEMENTS, node), node)
        b.write_property(value, SENT, sent, node)
        b.graph.edge(b.read_property(value, RETURNED, node), result)
    b.pause(node)
    return result


def positions(b: Builder, function: s.Function) -> dict[s.YieldExpression, int]:
    """How many others have been yielded before, for each `yield` of which that is certain."""
    known = b.yields.get(function)
    if known is None:
        known = b.yields[function] = {}
        for index, node in enumerate(_straight(function.body)):
            known[node] = index
    return known


_PASSED = (s.Function, s.Class)
_BRANCHING = (s.LogicalExpression, s.ConditionalExpression, s.ChainExpression)


def _straight(body: s.Node) -> Iterator[s.YieldExpression]:
    """The yields of a body in the order they happen, up to the first one that may happen or not."""
    for statement in body.body if isinstance(body, s.BlockStatement) else ():
        if isinstance(statement, s.ExpressionStatement | s.VariableDeclaration | s.ReturnStatement):
            found, certain = _inside(statement)
            yield from found
            if not certain:
                return
        elif isinstance(statement, _PASSED):
            continue
        else:
            found, certain = _inside(statement)
            if found or not certain:
                return


def _inside(node: s.Node) -> tuple[list[s.YieldExpression], bool]:
    """The yields below a node in the order they happen, and whether all of them certainly do."""
    found: list[s.YieldExpression] = []
    for child in children(node):
        if isinstance(child, _PASSED):
            continue
        inner, certain = _inside(child)
        if inner and isinstance(node, _BRANCHING):
            return found, False
        found += inner
        if not certain:
            return found, False
    if isinstance(node, s.YieldExpression):
        if node.delegate:
            return found, False
        found.append(node)
    return found, True
