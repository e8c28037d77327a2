"""Whether anything is ever put where a value is read: properties nobody writes, parameters nobody passes."""

from __future__ import annotations

from reviewer.javascript import keys
from reviewer.javascript import syntax as s
from reviewer.javascript.graph import PART, ObjectToken
from reviewer.javascript.linking import Linker

_READING = "property "
_MOST = 400
"""After how many nodes something is taken to come."""


class Absence:
    """Looks back along VALUE edges for anything that begins there; each answer is kept."""

    def __init__(self, linker: Linker) -> None:
        self._linker = linker
        self._graph = linker.graph
        self._sources = linker.graph.value_sources()
        self._known: dict[int, bool] = {}
        self._exposed: frozenset[int] | None = None
        self._parts: frozenset[int] | None = None

    def is_void(self, node: int) -> bool:
        """Whether a node is a property, or a parameter, that nothing is ever put into, wherever it is looked up."""
        known = self._known.get(node)
        if known is None:
            known = self._look(node)
        return known

    def _look(self, node: int) -> bool:
        seen, todo = {node}, [node]
        while todo:
            at = todo.pop()
            known = self._known.get(at)
            if known is None and len(seen) <= _MOST and self._is_empty(at):
                fresh = [source for source in self._sources.get(at, ()) if source not in seen]
                seen.update(fresh)
                todo += fresh
            elif not known:
                self._known[node] = self._known[at] = False
                return False
        self._known.update(dict.fromkeys(seen, True))
        return True

    def _is_empty(self, node: int) -> bool:
        """Whether a node has only what others put there."""
        if self._linker.is_field(node):
            return True
        return self._is_left_out(node) or self._is_lacking(node)

    def _is_left_out(self, node: int) -> bool:
        """Whether it is a parameter that some call does not pass, of a function that only known code calls."""
        if node not in self._linker.missing or node in self._linker.introduced or node in self._graph.constants:
            return False
        if self._exposed is None:
            exposed = self._linker.exposed_functions()
            self._exposed = frozenset(param for function in exposed for param in function.params)
        return node not in self._exposed

    def _is_lacking(self, node: int) -> bool:
        """Whether it is read from objects that are written out as literals, and from nothing else."""
        computed = self._graph.computed.get(node)
        if node not in self._graph.parts or computed is None or not computed.operator.startswith(_READING):
            return False
        if node in self._linker.introduced or node in self._graph.constants or any(self._linker.tokens(node)):
            return False
        key = computed.operator.removeprefix(_READING)
        seen, todo = {computed.operands[0]}, [computed.operands[0]]
        while todo:
            at = todo.pop()
            begins = self._is_literal(at, key) or self._is_left_out(at)
            sources = self._sources.get(at, ())
            if at in self._linker.introduced or len(seen) > _MOST or not (begins or sources):
                return False
            if at in self._graph.parts or (at in self._graph.computed and not begins and at not in self._graph.kept):
                return False
            fresh = [source for source in sources if source not in seen]
            seen.update(fresh)
            todo += fresh
        return True

    def _is_literal(self, node: int, key: str) -> bool:
        """Whether an object is written out here, without this name, and gets no property under a name not known."""
        token, written = self._graph.tokens.get(node), self._graph.origin[node]
        if not isinstance(token, ObjectToken) or not isinstance(written, s.ObjectExpression):
            return False
        plain = all(isinstance(part, s.Property) and not part.computed for part in written.properties)
        if not plain or key == "__proto__" or self._is_taken_over(self._linker.fields_of(token).get(key, -1)):
            return False
        return not any(map(keys.is_loose, self._linker.fields_of(token)))

    def _is_taken_over(self, node: int) -> bool:
        """Whether a property may be one of something else as a whole: of a prototype, or of what was copied."""
        if self._parts is None:
            edges = self._graph.edges
            self._parts = frozenset(target for each in edges for target, label, _, _ in each if label == PART)
        return node in self._parts
