"""Patterns: which names and properties the parts of a value go to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.javascript import syntax as s

if TYPE_CHECKING:
    from reviewer.javascript.builder import Builder


def bind(b: Builder, pattern: s.Node, value: int) -> None:
    """Destructuring: give a value to a pattern."""
    match pattern:
        case s.Identifier():
            b.assign(pattern, value)
        case s.MemberExpression():
            b.write_member(pattern, value)
        case s.AssignmentPattern():
            either = b.node(pattern)
            b.graph.edge(value, either)
            b.graph.edge(b.evaluate(pattern.right), either)
            bind(b, pattern.left, either)
        case s.ObjectPattern():
            for part in pattern.properties:
                if isinstance(part, s.RestElement):
                    bind(b, part.argument, b.copy_of(value, part))
                else:
                    key = b.key(part.key, computed=part.computed)
                    bind(b, part.value, b.read_property(value, key, part.value))
        case s.ArrayPattern():
            for index, item in enumerate(pattern.elements):
                if isinstance(item, s.RestElement):
                    bind(b, item.argument, b.copy_of(value, item))
                elif item is not None:
                    bind(b, item, b.read_property(value, str(index), item))
        case s.RestElement():
            bind(b, pattern.argument, value)
        case _:
            b.evaluate(pattern)
