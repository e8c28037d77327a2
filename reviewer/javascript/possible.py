"""Of which sorts the value of a node can be, by all that is known to come there: truthy, falsy, nullish, undefined."""

from __future__ import annotations

from reviewer.javascript.constants import Constant, Nullish, truthy
from reviewer.javascript.graph import FunctionToken, ObjectToken
from reviewer.javascript.linking import Linker
from reviewer.javascript.places import Place

ALL = frozenset({"truthy", "falsy", "nullish", "undefined"})
_MOST = 60
"""After how many nodes nothing more is asked, and everything is possible."""


_UNSET = frozenset({"falsy", "nullish", "undefined"})


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
            known = self._known[node] = self._look(node)
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
            for source in (*self._sources.get(at, ()), *self._added.get(at, ())):
                if source not in seen:
                    seen.add(source)
                    todo.append(source)
        return frozenset(found)

    def _begins(self, node: int) -> frozenset[str] | None:
        """What a node can be by itself; None where it has only what others have."""
        graph = self._graph
        if node in graph.exact:
            return _sorts_of(graph.constants[node])
        if isinstance(graph.tokens.get(node), ObjectToken | FunctionToken):
            return frozenset({"truthy"})
        if self._is_language(node):
            return frozenset({"truthy"})
        if node in self._linker.introduced or node in self._free or node in self._foreign or node in graph.globals:
            return ALL
        if node in graph.empty or node in self._linker.missing or node in self._unset:
            return _UNSET
        return None if self._sources.get(node) or node in self._added else ALL

    def _is_language(self, node: int) -> bool:
        """Whether a node is nothing but functions of the language, where the code puts nothing in their place."""
        places = self._linker.introduced.get(node)
        return bool(places) and (
            all(place.native in self._linker.natives.of_global for place in places or ())
            and all(isinstance(token, Place) for token in self._linker.tokens(node))
            and not any(self._sources.get(source) for source in self._sources.get(node, ()))
        )


def _sorts_of(value: Constant) -> frozenset[str]:
    if isinstance(value, Nullish):
        return frozenset({"falsy", "nullish", *(["undefined"] if value.name == "undefined" else [])})
    return frozenset({"truthy" if truthy(value) else "falsy"})
