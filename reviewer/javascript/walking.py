"""A tree to its nodes, one after the other, without recursion."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.javascript.syntax import Node, child_fields


def children(node: Node) -> Iterator[Node]:
    """The nodes directly below, in the order of their fields."""
    for name in child_fields(type(node)):
        value = getattr(node, name)
        if isinstance(value, Node):
            yield value
        elif isinstance(value, tuple):
            for item in value:
                if item is not None:
                    yield item


def walk(node: Node) -> Iterator[Node]:
    """The node and everything below it, parents before children, siblings in order."""
    stack = [node]
    while stack:
        here = stack.pop()
        yield here
        below = list(children(here))
        below.reverse()
        stack.extend(below)


def walk_with_parents(node: Node) -> Iterator[tuple[Node, Node | None]]:
    """As `walk`, each node with its parent; the first has none."""
    stack: list[tuple[Node, Node | None]] = [(node, None)]
    while stack:
        here, parent = stack.pop()
        yield here, parent
        below: list[tuple[Node, Node | None]] = [(child, here) for child in children(here)]
        below.reverse()
        stack.extend(below)
