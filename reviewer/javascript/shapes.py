"""A node -> what is known of the properties of what stands there, as rules ask for them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from reviewer.javascript.constants import Array, Text
from reviewer.javascript.facts import Folded
from reviewer.javascript.folding import Folder
from reviewer.javascript.graph import ObjectToken
from reviewer.javascript.linking import Linker

_MOST, _DEEPEST = 200, 3
"""How many properties of an argument, and how deep, are told."""


class Shapes:
    """Of the linked graph of one page."""

    def __init__(self, linker: Linker, folder: Folder) -> None:
        self._linker = linker
        self._folder = folder

    def properties(self, node: int) -> tuple[tuple[str, Folded], ...]:
        """Known properties of object literals, nested ones by dotted names; items of arrays by number."""
        return tuple(islice(self._properties(node, "", frozenset()), _MOST))

    def _properties(self, node: int, prefix: str, around: frozenset[ObjectToken]) -> Iterator[tuple[str, Folded]]:
        """`around` are the objects that the node is in: an object that holds itself ends there."""
        value = self._folder.value(node)
        if isinstance(value, Array):
            for index, item in enumerate(value.items):
                text = item.value if isinstance(item, Text) else None
                yield f"{prefix}{index}", Folded(text, text or "", text or "")
            return
        for token in self._linker.tokens(node):
            if not isinstance(token, ObjectToken) or token in around or len(around) > _DEEPEST:
                continue
            for key, at in tuple(self._linker.fields_of(token).items()):
                if key is not None:
                    yield f"{prefix}{key}", self._folder.folded(at)
                    yield from self._properties(at, f"{prefix}{key}.", around | {token})
            brought = self._linker.delegates_of(token) if token.kind == "object" else {}
            for source, hidden in tuple(brought.items()):
                for name, folded in self._properties(source, prefix, around | {token}):
                    if name.removeprefix(prefix).partition(".")[0] not in hidden:
                        yield name, folded
