"""Functions of the global object that are called by a name which is not known: `window[name](x)`, or what functions
that read a property gave, `Reflect.get(window, name)(x)`.
"""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.javascript.deep_reading import READS
from reviewer.javascript.folding import Folder
from reviewer.javascript.linking import Linker
from reviewer.javascript.places import Place, Places
from reviewer.javascript.prototypes import Written

NAME = "name:called"
"""The place below the global object under which rows speak of such a call; its argument is the name."""

_READING = frozenset({"Reflect.get", READS})
_NEAR = 60


class Dispatching:
    """Finds them in a linked graph."""

    def __init__(self, linker: Linker, folder: Folder, places: Places) -> None:
        self._linker = linker
        self._graph = linker.graph
        self._folder = folder
        self._places = places

    def called(self) -> Iterator[Written]:
        """Every such call, with the names."""
        chosen = dict(self._chosen())
        for call in (*self._graph.calls, *self._linker.further) if chosen else ():
            names = tuple(sorted({chosen[node] for node in self._origins(call.callee) if node in chosen}))
            if names:
                yield Written(call.node, call.script, call.function, call.loop, call.callee, call.result, names)

    def _chosen(self) -> Iterator[tuple[int, int]]:
        """What is read from the global object under a name that is not known, with the name."""
        for access in self._graph.accesses:
            computed = self._graph.computed.get(access.value)
            if access.writes or access.key is not None or computed is None or computed.operator != "element":
                continue
            if self._is_global(access.base):
                yield access.value, computed.operands[1]
        for call in self._graph.calls:
            reads = any(isinstance(token, Place) and token.native in _READING for token in call.tokens)
            if reads and len(call.args) > 1 and self._is_global(call.args[0]):
                yield call.result, call.args[1]

    def _origins(self, node: int) -> set[int]:
        """The nodes a value comes from unchanged, itself included, while they are near."""
        seen, todo = {node}, [node]
        while todo and len(seen) < _NEAR:
            for source in self._folder.sources(todo.pop()):
                if source not in seen:
                    seen.add(source)
                    todo.append(source)
        return seen

    def _is_global(self, node: int) -> bool:
        return any(self._places.is_root(place) for place in self._linker.places_at(node))
