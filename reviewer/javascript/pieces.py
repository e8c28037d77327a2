"""A value -> the constant texts that it may be put together of, however that happens: in lists, loops, functions.

What a style says can often not be folded, but what it is made of is written somewhere. Looked for backwards along all
edges, nearest first, as far as that is not too far to mean anything.
"""

from __future__ import annotations

from reviewer.javascript.constants import Partial, Text, text_of
from reviewer.javascript.folding import Folder
from reviewer.javascript.linking import Linker

_MOST = 400
"""How many nodes are looked at for one value."""


class Pieces:
    """Of one linked graph."""

    def __init__(self, linker: Linker, folder: Folder) -> None:
        self._linker = linker
        self._folder = folder
        self._before: dict[int, list[int]] | None = None

    def of(self, node: int) -> tuple[str, ...]:
        """The texts, each once; of an address that is put together, as much as is known."""
        before = self._coming()
        found: dict[str, None] = {}
        seen = [node]
        known = {node}
        for at in seen:
            value = self._folder.value(at)
            if not isinstance(value, Partial):
                if isinstance(value, Text):
                    found[text_of(value)] = None
                continue
            if value.prefix:
                found[value.prefix] = None
            computed = self._linker.graph.computed.get(at)
            near = (*before.get(at, ()), *(computed.operands if computed is not None else ()))
            for source in near if len(seen) < _MOST else ():
                if source not in known:
                    known.add(source)
                    seen.append(source)
        return tuple(found)

    def _coming(self) -> dict[int, list[int]]:
        if self._before is None:
            self._before = {}
            for source, edges in enumerate(self._linker.graph.edges):
                for target, _, _, _ in edges:
                    self._before.setdefault(target, []).append(source)
        return self._before
