"""A value that is one of several -> each of them, as far as they are known, through concatenations and calls."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from reviewer.javascript.constants import Array, text_of
from reviewer.javascript.facts import Folded
from reviewer.javascript.folding import Folder
from reviewer.javascript.graph import Graph

_MOST, _MOST_LOOKED = 16, 200
"""How many values one may be, and how many nodes are looked at for that."""


class Alternatives:
    """Looks them up in a linked graph. What is not known is said as such, with its known ends."""

    def __init__(self, graph: Graph, folder: Folder) -> None:
        self._graph = graph
        self._folder = folder
        self._left = 0
        self._alike: Callable[[Folded], Hashable] | None = None

    def of(self, node: int, alike: Callable[[Folded], Hashable] | None = None) -> list[Folded]:
        """All that a node can be; one that is not known where these are too many.

        Of too many one of each sort is kept, where `alike` tells the sort.
        """
        self._left = _MOST_LOOKED
        self._alike = alike
        found = self._found(node, frozenset())
        return found if len(found) <= _MOST and self._left >= 0 else [self._folder.folded(node)]

    def _found(self, node: int, seen: frozenset[int]) -> list[Folded]:
        folded = self._folder.folded(node)
        self._left -= 1
        if folded.text is not None or len(seen) > _MOST or node in seen or self._left < 0:
            return [folded]
        sources = [source for source in self._folder.sources(node) if not self._folder.is_void(source)]
        computed = self._graph.computed.get(node)
        several: list[Folded] = []
        if sources and len(sources) <= _MOST:
            several = [one for source in sources for one in self._found(source, seen | {node})]
        elif len(joined := self._folder.joined(node)) > 1:
            several = self._together(joined, seen | {node})
        elif computed is not None and computed.operator == "element":
            several = self._items(computed.operands[0])
        several = self._few(list(dict.fromkeys(several)))
        return several if 0 < len(several) <= _MOST else [folded]

    def _few(self, several: list[Folded]) -> list[Folded]:
        if len(several) <= _MOST or self._alike is None:
            return several
        return list({self._alike(one): one for one in several}.values())

    def _together(self, operands: Sequence[int], seen: frozenset[int]) -> list[Folded]:
        """What a concatenation can be: as much of it as is known from its beginning, and from its end."""
        whole = self._folder.folded(operands[-1]).suffix
        texts, ended = [""], list[Folded]()
        for operand in operands:
            following: list[str] = []
            for one in self._found(operand, seen):
                if one.text is None:
                    ended += [Folded(None, text + one.prefix, whole) for text in texts]
                else:
                    following += [text + one.text for text in texts]
            texts = list(dict.fromkeys(following))
            if len(texts) > _MOST:
                return []
        return [*(Folded(text, text, text) for text in texts), *ended]

    def _items(self, holder: int) -> list[Folded]:
        value = self._folder.value(holder)
        items = value.items if isinstance(value, Array) else ()
        texts = [text_of(item) for item in items]
        return [Folded(text, text, text) for text in texts]
