"""Markup that is written where it is only kept, in a template say -> whether nodes made of it get into the page.

A row about such a property says by `nodes-in` which property of the same object holds the nodes (see `giving` for
`nodes-of`). What is written there is told along with what puts the nodes into the page, and not without.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reviewer.javascript.contexts import NODES
from reviewer.javascript.linking import Linker
from reviewer.javascript.usage import Sink
from reviewer.javascript.uses import HTML

_NODES_IN = "nodes-in"
_INTO_PAGE = frozenset((*HTML, "node"))
"""The kinds of sinks that nodes are in the page with."""


class InertMarkup:
    """Knows what has got into the page so far."""

    def __init__(self, linker: Linker) -> None:
        self._linker = linker
        self._passed: set[int] = set()

    def last(self, sinks: Iterable[Sink]) -> list[Sink]:
        """The sinks in their order, but those that are nothing by themselves behind all others."""
        return sorted(sinks, key=_is_inert)

    def note(self, sink: Sink, path: Sequence[int], mask: int) -> None:
        """Data has come to a sink by this path, and is there what the mask says."""
        if mask & NODES and sink.kind in _INTO_PAGE:
            self._passed.update(path)

    def stays_out(self, sink: Sink) -> bool:
        """Whether nothing that was written there has got into the page as nodes."""
        if not _is_inert(sink):
            return False
        name = sink.place.rpartition(".")[2]
        kept = (self._linker.fields_of(token).get(name, -1) for token in self._linker.tokens(sink.usage.this))
        return self._passed.isdisjoint(kept)


def _is_inert(sink: Sink) -> bool:
    return any(_NODES_IN in dict(model.detail) for model in sink.usage.place.models)
