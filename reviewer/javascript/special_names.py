"""Data that becomes a property key -> whether it can still be a name that leads to a prototype.

Such names are exact: whatever is put in front or behind, cut short or written in capitals is none of them. The names of
properties are chosen by whoever chose the data only where its JSON was parsed; those of a record are field codes.
"""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.javascript.constants import Number, Partial, text_of
from reviewer.javascript.folding import Folder
from reviewer.javascript.graph import KEYS, Graph
from reviewer.javascript.linking import Linker
from reviewer.javascript.places import Place

_NAMES = ("__proto__", "constructor", "prototype")
_SHORTEST = min(map(len, _NAMES))
_CUTTING = frozenset({".slice", ".substring"})
_TEXTS = frozenset(
    {
        *("+", "join", ".join", ".toString", ".stringify", ".trim", ".trimStart", ".trimEnd", ".normalize", ".replace"),
        *(".replaceAll", ".split", ".substr", ".substring", ".toLowerCase", ".toUpperCase", ".charAt", ".padStart"),
        *(".padEnd", ".repeat", ".toFixed", ".toISOString", ".toLocaleString"),
    }
)
"""What makes texts or lists of texts, which have no properties that anybody named."""
_MAKING_TEXT = frozenset({"String", "decodeURI", "decodeURIComponent", "atob", "unescape"})
_LISTING = frozenset({".keys", ".entries", ".getOwnPropertyNames", ".ownKeys"})
_LISTERS = frozenset({"Object", "Reflect"})


class SpecialNames:
    """Answers for one linked graph: about steps from one node to another that something is made of it at."""

    def __init__(self, linker: Linker, folder: Folder) -> None:
        self._graph: Graph = linker.graph
        self._folder = folder
        natives = {
            call.result: {token.native for token in call.tokens if isinstance(token, Place)}
            for call in (*linker.graph.calls, *linker.further)
        }
        self._parsed = {result for result, called in natives.items() if "JSON.parse" in called}
        self._texts = {result for result, called in natives.items() if called and called <= _MAKING_TEXT}

    def is_parsed(self, target: int) -> bool:
        """Whether a node is what JSON was parsed into, with names of anybody's choice."""
        result = self._graph.unrevived.get(target, target)
        return result in self._parsed and result not in self._graph.revived

    def is_revived(self, target: int) -> bool:
        """Whether a node is what JSON was parsed into with a function that leaves such names out."""
        return self._graph.unrevived.get(target, target) in self._graph.revived

    def is_text(self, target: int) -> bool:
        """Whether a node is text that is made of something, or a list of such texts."""
        computed = self._graph.computed.get(target)
        return target in self._texts or (computed is not None and computed.operator in _TEXTS)

    def are_names(self, target: int) -> bool:
        """Whether a node stands for the names of properties of what they are taken from."""
        computed = self._graph.computed.get(target)
        if computed is None:
            return target in self._graph.name_lists
        if computed.operator in _LISTING:
            return self._graph.globals.get(computed.operands[0]) in _LISTERS
        return computed.operator == KEYS

    def is_harmless(self, node: int, target: int) -> bool:
        """Whether what is made of a node at the target can be no such name."""
        computed = self._graph.computed.get(target)
        if computed is None:
            return False
        operator, operands = computed.operator, computed.operands
        if operator in {"+", "join", ".concat"} and node in operands:
            at = operands.index(node)
            before, after = self._beginning(operands[:at]), self._end(operands[at + 1 :])
            return not any(
                name.startswith(before) and name.endswith(after) and len(before + after) <= len(name) for name in _NAMES
            )
        if operands[0] != node:
            return False
        if operator in _CUTTING:
            ends = [self._folder.value(operand) for operand in operands[1:3]]
            numbers = [end.value for end in ends if isinstance(end, Number)]
            return len(numbers) == 2 and min(numbers) >= 0 and abs(numbers[1] - numbers[0]) < _SHORTEST
        if operator == ".substr" and len(operands) > 2:
            length = self._folder.value(operands[2])
            return isinstance(length, Number) and length.value < _SHORTEST
        return operator in {".toUpperCase", ".charAt"}

    def _beginning(self, operands: Sequence[int]) -> str:
        """The fixed text that operands begin with."""
        text = ""
        for operand in operands:
            value = self._folder.value(operand)
            if isinstance(value, Partial):
                return text + value.prefix
            text += text_of(value)
        return text

    def _end(self, operands: Sequence[int]) -> str:
        """The fixed text that operands end with."""
        text = ""
        for operand in reversed(operands):
            value = self._folder.value(operand)
            if isinstance(value, Partial):
                return value.suffix + text
            text = text_of(value) + text
        return text
