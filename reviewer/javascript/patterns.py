"""Patterns: which names and properties the parts of a value go to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reviewer.javascript import syntax as s
from reviewer.javascript.constants import Nullish
from reviewer.javascript.graph import Computed

if TYPE_CHECKING:
    from reviewer.javascript.builder import Builder


def _with_default(b: Builder, pattern: s.AssignmentPattern, value: int) -> int:
    """A value, or the default where there is none: only `undefined` counts as none."""
    before = b.env
    known = b.known(value)
    missing = None if known is None else known == Nullish("undefined")
    b.env = before.copy()
    b.env.dead = b.env.dead or missing is False
    default = b.evaluate(pattern.right)
    if missing:
        return default
    b.env = b.join(pattern, [before, b.env])
    if missing is not None:
        return value
    either = b.node(pattern)
    b.graph.edge(value, either)
    b.choose(value, "undefined", default, either)
    return either


def mate(b: Builder, patterns: Sequence[s.Node | None]) -> None:
    """The first two of what is given together may be a name and what stands under it, in whichever order."""
    pair = [part for part in patterns[:2] if isinstance(part, s.Identifier)]
    if len(pair) == 2:
        for one, other in (pair, pair[::-1]):
            variable = b.scopes.of_identifier.get(one)
            if variable is not None:
                b.mates[variable] = other


def bind(b: Builder, pattern: s.Node, value: int, *, begins: bool = False) -> None:
    """Destructuring: give a value to a pattern; `begins` tells that a declaration gives its names their first one."""
    match pattern:
        case s.Identifier():
            b.assign(pattern, value)
            if begins:
                b.initialise(pattern, value)
        case s.MemberExpression():
            b.write_member(pattern, value)
        case s.AssignmentPattern():
            bind(b, pattern.left, _with_default(b, pattern, value), begins=begins)
        case s.ObjectPattern():
            named: set[str] = set()
            for part in pattern.properties:
                if isinstance(part, s.RestElement):
                    bind(b, part.argument, b.copy_of(value, part, frozenset(named)), begins=begins)
                else:
                    key = b.key(part.key, computed=part.computed)
                    if key is not None:
                        named.add(key)
                    inner = b.read_property(value, key, part.value)
                    if key is None and part.computed:
                        b.graph.computed[inner] = Computed("element", (value, b.evaluated(part.key)))
                    elif key is not None:
                        b.graph.computed.setdefault(inner, Computed(f"property {key}", (value,)))
                    bind(b, part.value, inner, begins=begins)
        case s.ArrayPattern():
            mate(b, pattern.elements)
            for index, item in enumerate(pattern.elements):
                if isinstance(item, s.RestElement):
                    bind(b, item.argument, b.rest_of(value, index, item), begins=begins)
                elif item is not None:
                    inner = b.read_position(value, index, item)
                    b.graph.computed.setdefault(inner, Computed(f"property {index}", (value,)))
                    bind(b, item, inner, begins=begins)
        case s.RestElement():
            bind(b, pattern.argument, value, begins=begins)
        case _:
            b.evaluate(pattern)
