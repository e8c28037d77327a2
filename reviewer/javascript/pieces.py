"""A value -> the constant texts that it may be put together of, however that happens: in lists, loops, functions.

What a style says can often not be folded, but what it is made of is written somewhere. Looked for backwards along all
edges, nearest first, as far as that is not too far to mean anything.
"""

from __future__ import annotations

from reviewer.javascript.constants import Partial, Text
from reviewer.javascript.folding import Folder
from reviewer.javascript.linking import Linker

_MOST = 400
"""How many nodes are looked at for one value."""


class Pieces:
    """Of one linked graph, as it is when the first question comes; each answer is kept."""

    def __init__(self, linker: Linker, folder: Folder) -> None:
        self._graph = linker.graph
        self._folder = folder
        self._before: list[list[int]] | None = None
        self._known: dict[int, tuple[str, ...]] = {}

    def of(self, node: int) -> tuple[str, ...]:
        """The texts, each once; of an address that is put together, as much as is known."""
        if node not in self._known:
            self._known[node] = self._looked_for(node)
        return self._known[node]

    def _looked_for(self, node: int) -> tuple[str, ...]:
        if self._before is None:
            self._before = self._graph.coming()
        found: dict[str, None] = {}
        seen = [node]
        known = {node}
        for at in seen:
            value = self._folder.value(at)
            if not isinstance(value, Partial):
                if isinstance(value, Text):
                    found[value.value] = None
                continue
            if value.prefix:
                found[value.prefix] = None
            computed = self._graph.computed.get(at)
            before = self._before[at] if at < len(self._before) else ()
            near = (*before, *(computed.operands if computed is not None else ()))
            for source in near if len(seen) < _MOST else ():
                if source not in known:
                    known.add(source)
                    seen.append(source)
        return tuple(found)
