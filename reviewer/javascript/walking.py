"""A tree to its nodes, one after the other, without recursion.

These loops see every node of every script several times, so they hold no call and no list that they can do without.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from reviewer.javascript.syntax import CHILD_FIELDS, Node

_BACKWARDS: Mapping[type[Node], tuple[str, ...]] = MappingProxyType(
    {kind: tuple(reversed(names)) for kind, names in CHILD_FIELDS.items()}
)


def children(node: Node) -> Iterator[Node]:
    """The nodes directly below, in the order of their fields."""
    for name in CHILD_FIELDS[type(node)]:
        value = getattr(node, name)
        if type(value) is tuple:
            for item in value:
                if item is not None:
                    yield item
        elif isinstance(value, Node):
            yield value


def walk(node: Node) -> Iterator[Node]:
    """The node and everything below it, parents before children, siblings in order."""
    stack = [node]
    while stack:
        here = stack.pop()
        yield here
        for name in _BACKWARDS[type(here)]:
            value = getattr(here, name)
            if type(value) is tuple:
                stack += [item for item in value[::-1] if item is not None]
            elif isinstance(value, Node):
                stack.append(value)


def walk_with_parents(node: Node) -> Iterator[tuple[Node, Node | None]]:
    """As `walk`, each node with its parent; the first has none."""
    stack: list[tuple[Node, Node | None]] = [(node, None)]
    while stack:
        pair = stack.pop()
        yield pair
        here = pair[0]
        for name in _BACKWARDS[type(here)]:
            value = getattr(here, name)
            if type(value) is tuple:
                stack += [(item, here) for item in value[::-1] if item is not None]
            elif isinstance(value, Node):
                stack.append((value, here))
