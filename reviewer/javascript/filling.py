"""What is written into a thing of an API (`current.record.name.value = x`) -> it is inside all that this was read from.

Objects of the code's own hold what is written into them as properties; a thing of an API is the same wherever it
occurs, so what one part of the code writes into it is followed through the expression that it is written by.
"""

from __future__ import annotations

from reviewer.javascript.graph import CONTENT
from reviewer.javascript.linking import Linker

_DEEP = 8


def fill(linker: Linker) -> None:
    """Draw the edges, once everything is linked."""
    graph = linker.graph
    sources = graph.value_sources()
    for access in graph.accesses:
        if not access.writes or not linker.places_at(access.base):
            continue
        node = access.base
        for _ in range(_DEEP):
            graph.edge(access.value, node, CONTENT)
            computed = graph.computed.get(node)
            if computed is not None and computed.operator.startswith(("property ", "element")):
                node = computed.operands[0]
                continue
            before = [source for source in sources.get(node, ()) if source not in graph.shared]
            if len(before) != 1 or graph.origin[before[0]] is not graph.origin[node]:
                break
            node = before[0]
