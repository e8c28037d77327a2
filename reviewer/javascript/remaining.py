"""Text of which all but some characters have been taken away -> what it is safe for, by what is left."""

from __future__ import annotations

from reviewer.javascript.alphabets import by_characters
from reviewer.javascript.constants import Pattern, Text
from reviewer.javascript.contexts import SinkKinds
from reviewer.javascript.folding import Folder
from reviewer.javascript.graph import Graph
from reviewer.javascript.regular import ANY, MANY, accepted, mask_of

_REPLACING = frozenset({".replace", ".replaceAll"})


class Remaining:
    """Answers for one linked graph: about steps from one node to another that something is made of it at."""

    def __init__(self, graph: Graph, folder: Folder, kinds: SinkKinds) -> None:
        self._graph = graph
        self._folder = folder
        self._kinds = kinds
        self._known: dict[int, int] = {}

    def derived(self, node: int, target: int, mask: int) -> int:
        """The mask of what is made of data at the target."""
        computed = self._graph.computed.get(target)
        if computed is None or computed.operator not in _REPLACING or computed.operands[0] != node:
            return mask
        if target not in self._known:
            self._known[target] = self._of(computed.operands, computed.operator)
        return mask | self._known[target]

    def _of(self, operands: tuple[int, ...], operator: str) -> int:
        if len(operands) < 3:
            return 0
        pattern, replacement = self._folder.value(operands[1]), self._folder.value(operands[2])
        if not isinstance(pattern, Pattern) or not isinstance(replacement, Text) or "$" in replacement.value:
            return 0
        known = accepted(pattern.source, pattern.flags) if "g" in pattern.flags or operator == ".replaceAll" else None
        taken = 0
        for steps in known.alternatives if known is not None else ():
            if len(steps) == 1 and steps[0].kind == "characters" and steps[0].least <= 1 <= steps[0].most <= MANY:
                taken |= steps[0].characters
        mask = 0
        if taken:
            for guard in by_characters((ANY & ~taken) | mask_of(replacement.value)):
                mask |= self._kinds.guards.get(guard, 0)
        return mask
