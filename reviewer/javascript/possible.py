"""Of which sorts the value of a node can be, by all that is known to come there: truthy, falsy, nullish, undefined."""

from __future__ import annotations

from reviewer.javascript.graph import FunctionToken, ObjectToken
from reviewer.javascript.linking import Linker
from reviewer.javascript.places import Place
from reviewer.javascript.sorts import ALL, KEPT, TRUTHY, UNSET, sorts_made, sorts_of

_MOST, _DEEPEST = 60, 20
"""After how many nodes, and how many operators in one another, nothing more is asked, and everything is possible."""


class Possible:
    """Looks back along VALUE edges to where values begin; what begins nowhere can be anything."""

    def __init__(self, linker: Linker) -> None:
        self._graph = linker.graph
        self._linker = linker
        self._sources = linker.graph.value_sources()
        self._unset = frozenset(linker.unset_properties())
        self._foreign = frozenset(linker.foreign_properties())
        self._added: dict[int, list[int]] = {}
        self._known: dict[int, frozenset[str]] = {}
        self._open: set[int] = set()
        exposed = linker.exposed_functions()
        self._free = {
            param
            for function in linker.graph.functions
            if function in exposed or not linker.is_called(function)
            for param in (*function.params, function.this)
        }

    def add(self, source: int, target: int) -> None:
        """One more edge along which values come."""
        self._added.setdefault(target, []).append(source)
        self._known.clear()

    def sorts(self, node: int) -> frozenset[str]:
        """The sorts of value that a node can have."""
        known = self._known.get(node)
        if known is None:
            if len(self._open) > _DEEPEST or node in self._open:
                return ALL
            self._open.add(node)
            known = self._known[node] = self._look(node)
            self._open.discard(node)
        return known

    def _look(self, node: int) -> frozenset[str]:
        found: set[str] = set()
        seen, todo = {node}, [node]
        while todo:
            at = todo.pop()
            begun = self._begins(at)
            if begun is not None:
                found |= begun
            if found >= ALL or len(seen) > _MOST:
                return ALL
            if begun is not None and at not in self._linker.missing and at not in self._unset:
                continue
            kept = self._graph.kept.get(at)
            if kept is not None:
                found |= self.sorts(kept.left) & KEPT[kept.operator]
            for source in (*self._sources.get(at, ()), *self._added.get(at, ())):
                if source not in seen and (kept is None or source != kept.left):
                    seen.add(source)
                    todo.append(source)
        return frozenset(found)

    def _begins(self, node: int) -> frozenset[str] | None:
        """What a node can be by itself; None where it has only what others have."""
        graph = self._graph
        if node in graph.exact:
            return sorts_of(graph.constants[node])
        if isinstance(graph.tokens.get(node), ObjectToken | FunctionToken):
            return TRUTHY
        if self._is_language(node):
            return TRUTHY
        made = sorts_made(graph, node)
        if made is not None:
            return made
        if node in self._linker.introduced or node in self._free or node in self._foreign or node in graph.globals:
            return ALL
        if node in graph.empty or node in self._linker.missing or node in self._unset:
            return UNSET
        return None if self._sources.get(node) or node in self._added else ALL

    def _is_language(self, node: int) -> bool:
        """Whether a node is nothing but functions of the language, where the code puts nothing in their place."""
        places = self._linker.introduced.get(node)
        return bool(places) and (
            all(place.native in self._linker.natives.of_global for place in places or ())
            and all(isinstance(token, Place) for token in self._linker.tokens(node))
            and not any(self._sources.get(source) for source in self._sources.get(node, ()))
        )
