"""Where linking was given up: which API places can still be believed to stand where they were found."""

from __future__ import annotations

from reviewer.javascript.folding import Folder
from reviewer.javascript.linking import TANGLED, Linker
from reviewer.javascript.places import Place

_FARTHEST = 600
"""How many nodes are looked at on the way back to where a place comes from."""


class Untangled:
    """What came by a way on which nothing is so tangled that it may have come from anywhere."""

    def __init__(self, linker: Linker, folder: Folder) -> None:
        self._linker = linker
        self._folder = folder
        self._tangled: frozenset[int] | None = None

    def believed(self, places: list[Place], node: int) -> list[Place]:
        """Those of the places at a node that are more than a guess; all, where linking came to an end."""
        if not self._linker.exhausted or not places:
            return places
        if len(list(self._linker.tokens(node))) > TANGLED:
            return []
        begun = self._begun(node)
        return [place for place in places if any(set(each.entries) <= set(place.entries) for each in begun)]

    def _begun(self, node: int) -> set[Place]:
        """The places that begin on a way to a node."""
        if self._tangled is None:
            self._tangled = self._linker.tangled()
        seen, todo, found = {node}, [node], set[Place]()
        while todo and len(seen) < _FARTHEST:
            at = todo.pop()
            found.update(self._linker.introduced.get(at, ()))
            for source in self._folder.sources(at):
                if source not in seen and source not in self._tangled:
                    seen.add(source)
                    todo.append(source)
        return found
