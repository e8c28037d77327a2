"""A value that is one of several -> each of them, as far as they are known, through concatenations and calls."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from reviewer.javascript.constants import UNKNOWN, Array, Constant, Partial, Text, Value, text_of
from reviewer.javascript.facts import Folded
from reviewer.javascript.folding import Folder
from reviewer.javascript.graph import Computed, Graph
from reviewer.javascript.written_data import are_literals, name_of

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
        sources = self._filled(node)
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

    def written(self, node: int) -> list[tuple[int, str]]:
        """The texts of which a node is one, each with the node where it stands; none where it can be anything else.

        In code, a name stands for what is written out as JSON (see `written_data`).
        """
        self._left = _MOST_LOOKED
        found = self._written(node, frozenset()) or []
        return found if all(are_literals(text) for _, text in found) else []

    def put_together(self, operands: Sequence[int]) -> list[str]:
        """The texts of which the operands, one behind the other, make one; none where they can make any other."""
        self._left = _MOST_LOOKED
        texts = self._combined(operands, frozenset()) or []
        return texts if all(map(are_literals, texts)) else []

    def _written(self, node: int, seen: frozenset[int]) -> list[tuple[int, str]] | None:
        self._left -= 1
        text = self._folder.folded(node).text
        if text is not None:
            return [(node, text)]
        if len(seen) > _MOST or node in seen or self._left < 0:
            return None
        sources = self._filled(node)
        computed = self._graph.computed.get(node)
        if sources:
            parts = [self._written(source, seen | {node}) for source in sources[:_MOST_LOOKED]]
            found = [one for part in parts for one in part or ()] if None not in parts else []
        elif computed is not None and computed.operator == "element":
            found = [(node, one.text) for one in self._items(computed.operands[0]) if one.text is not None]
        elif joined := self._folder.joined(node):
            found = [(node, text) for text in self._combined(joined, seen | {node}) or ()]
        else:
            found = [(node, text) for text in self._applied(computed, seen | {node})] if computed is not None else []
        name = name_of(self._graph, node) if not found else None
        if name is not None:
            found = [(node, name)]
        known = {text: at for at, text in reversed(found)}
        return [(at, text) for text, at in reversed(known.items())] if 0 < len(known) <= _MOST else None

    def _combined(self, operands: Sequence[int], seen: frozenset[int]) -> list[str] | None:
        texts = [""]
        for operand in operands:
            known = self._written(operand, seen)
            if known is None or len(texts) * len(known) > _MOST:
                return None
            texts = [before + text for before in texts for _, text in known]
        return texts

    def _filled(self, node: int) -> list[int]:
        """The nodes whose value a node has, without that which stands for nothing that was found."""
        return [source for source in self._folder.filled(node) if source not in self._graph.empty]

    def _applied(self, computed: Computed, seen: frozenset[int]) -> list[str]:
        """What a method or a function that is known makes of all that it can be given."""
        choices: list[list[Value]] = [[]]
        for operand in computed.operands:
            if operand == computed.operands[0] and self._folder.is_named(computed):
                values: list[Value] = [UNKNOWN]
            else:
                values = [self._constant(at, text) for at, text in self._written(operand, seen) or ()]
            choices = [[*before, one] for before in choices for one in values]
            if not 0 < len(choices) <= _MOST:
                return []
        made = [self._folder.applied(computed, choice) for choice in choices]
        known = [text_of(value) for value in made if not isinstance(value, Partial)]
        return known if len(known) == len(made) else []

    def _constant(self, node: int, text: str) -> Constant:
        value = self._folder.value(node)
        return Text(text) if isinstance(value, Partial) else value

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
