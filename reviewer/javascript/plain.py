"""Which objects are data and nothing else: what came out of JSON or an API's data, or was written out as a literal.

Such objects are no elements of the page, whatever their properties are called.
"""

from __future__ import annotations

from collections.abc import Iterable

from reviewer.javascript.folding import Folder
from reviewer.javascript.graph import PART, VALUE, ObjectToken
from reviewer.javascript.linking import Linker
from reviewer.javascript.places import Place

_PARSING = frozenset({"JSON.parse"})
_MOST = 200
"""After how many nodes a value is taken for something unknown."""


class PlainData:
    """Looks back to where objects come from, through whatever they are parts of."""

    def __init__(self, linker: Linker, folder: Folder) -> None:
        self._linker = linker
        self._folder = folder
        self._before: tuple[dict[int, list[int]], dict[int, list[int]]] | None = None
        self._parsed: set[int] = set()
        self._known: dict[int, bool] = {}

    def is_plain(self, node: int) -> bool:
        """Whether all that can stand at a node is data, or part of it."""
        known = self._known.get(node)
        if known is None:
            known = self._known[node] = self._look(node)
        return known

    def _look(self, node: int) -> bool:
        values, wholes = self._sources()
        # A node, and whether what is asked for is a part of it that nobody was seen to put there.
        seen, todo = {(node, False)}, [(node, False)]
        while todo:
            at, missing = todo.pop()
            if self._begins(at, missing=missing):
                continue
            given = [source for source in values.get(at, ()) if not self._folder.is_void(source)]
            around = wholes.get(at, [])
            if (not given and not around) or len(seen) > _MOST or at in self._linker.introduced:
                return False
            states = [(source, missing) for source in given]
            states += [(source, missing or not given) for source in around]
            todo += [state for state in states if state not in seen]
            seen.update(states)
        return True

    def _begins(self, node: int, *, missing: bool) -> bool:
        """Whether data begins here."""
        made = self._linker.graph.tokens.get(node)
        if isinstance(made, ObjectToken):
            return made.kind == "array" or (made.kind == "object" and not missing)
        if node in self._parsed or node in self._linker.graph.constants:
            return True
        places: Iterable[Place] = self._linker.introduced.get(node, ())
        return any(model.source is not None for place in places for model in place.models)

    def _sources(self) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
        """For each node those whose value it has, and those that it is a part of."""
        if self._before is None:
            values, wholes = self._before = {}, {}
            for source, edges in enumerate(self._linker.graph.edges):
                for target, label, _, _ in edges:
                    if label == VALUE:
                        values.setdefault(target, []).append(source)
                    elif label == PART:
                        wholes.setdefault(target, []).append(source)
            calls = (*self._linker.graph.calls, *self._linker.further)
            self._parsed = {
                call.result
                for call in calls
                if call.tokens and all(isinstance(t, Place) and t.native in _PARSING for t in call.tokens)
            }
        return self._before
