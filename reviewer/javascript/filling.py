"""What is written into a thing of an API (`current.record.name.value = x`) -> it is inside all that this was read from.

Objects of the code's own hold what is written into them as properties; a thing of an API is the same wherever it
occurs, so what one part of the code writes into it is followed through the expression that it is written by.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reviewer.javascript.graph import CONTENT, Graph, ObjectToken
from reviewer.javascript.linking import Linker

_DEEP = 8


def fill(linker: Linker) -> None:
    """Draw the edges, once everything is linked."""
    graph = linker.graph
    sources = graph.value_sources()
    for access in graph.accesses:
        if access.writes:
            holders = list(_holders(graph, sources, access.base))
            if any(linker.places_at(node) for node in holders):
                objects = [token for token in linker.tokens(access.base) if isinstance(token, ObjectToken)]
                behind = {linker.behind_host(token, access.key) for token in objects}
                for node in holders:
                    graph.edge(access.value, node, CONTENT, 0, behind.copy().pop() if len(behind) == 1 else 0)


def _holders(graph: Graph, sources: Mapping[int, list[int]], node: int) -> Iterator[int]:
    """The node of an expression, then of what it is read out of, and so on to the variable in front."""
    for _ in range(_DEEP):
        yield node
        computed = graph.computed.get(node)
        before = [source for source in sources.get(node, ()) if graph.origin[source] is graph.origin[node]]
        if computed is not None and computed.operator.startswith(("property ", "element")):
            node = computed.operands[0]
        elif len(before) == 1:
            node = before[0]
        else:
            return
