"""Of which sorts a value can be: truthy, falsy, nullish, undefined; what operators make of anything."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reviewer.javascript.constants import Constant, Nullish, Text, truthy
from reviewer.javascript.graph import Graph

ALL = frozenset({"truthy", "falsy", "nullish", "undefined"})
UNSET = frozenset({"falsy", "nullish", "undefined"})
TRUTHY, GIVEN = frozenset({"truthy"}), frozenset({"truthy", "falsy"})

KEPT: Mapping[str, frozenset[str]] = MappingProxyType({"||": TRUTHY, "??": GIVEN})
"""Of which sorts the left side of an operator is where it is the operator's value."""

_JOINING = frozenset({"+", "join"})
_NEVER_NULLISH = frozenset(
    {
        *("-", "*", "/", "%", "**", "|", "&", "^", "<<", ">>", ">>>", "update", "unary -", "unary +", "unary ~"),
        *("===", "!==", "==", "!=", "<", ">", "<=", ">=", "in", "instanceof", "unary !"),
    }
)


def sorts_of(value: Constant) -> frozenset[str]:
    """The sorts that a constant is of."""
    if isinstance(value, Nullish):
        return frozenset({"falsy", "nullish", *(["undefined"] if value.name == "undefined" else [])})
    return frozenset({"truthy" if truthy(value) else "falsy"})


def sorts_made(graph: Graph, node: int) -> frozenset[str] | None:
    """The sorts of what an operator gives, if it is one that never gives just any value."""
    computed = graph.computed.get(node)
    if computed is None:
        return None
    if computed.operator in _JOINING:
        known = (graph.constants.get(operand) for operand in computed.operands if operand in graph.exact)
        return TRUTHY if any(isinstance(text, Text) and text.value for text in known) else GIVEN
    if computed.operator == "unary typeof":
        return TRUTHY
    return GIVEN if computed.operator in _NEVER_NULLISH else None
