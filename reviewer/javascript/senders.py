"""What has been checked of who sent something -> which data that makes trustworthy.

Checks are read before it is known what anything is; here it is asked whether what was checked is the sender of a kind
of data, as a row with `vouches` says.
"""

from __future__ import annotations

from collections.abc import Mapping

from reviewer.javascript.environment import SENDER
from reviewer.javascript.graph import Event
from reviewer.javascript.linking import Linker
from reviewer.javascript.places import Place, Places
from reviewer.place import Name


class Senders:
    """Answers for one linked graph."""

    def __init__(self, linker: Linker, places: Places) -> None:
        self._graph = linker.graph
        self._linker = linker
        self._places = places
        self._told: dict[tuple[str, Event], bool] = {}

    def carried(self, kind: str, starts: Mapping[int, Place]) -> frozenset[int]:
        """The places data comes from that are read out of another one, whose sender matters."""
        if not any(self._vouches(place, kind) for place in starts.values()):
            return frozenset()
        return frozenset(
            access.value
            for access in self._graph.accesses
            if not access.writes
            and access.value in starts
            and any(kind in self._places.sources_below(place) for place in self._linker.places_at(access.base))
        )

    def is_known(self, kind: str, node: int) -> bool:
        """Whether a node is only reached where the sender of such data was checked."""
        return any(self.is_sender(kind, event) for event in self._graph.behind.get(node, ()))

    def is_sender(self, kind: str, event: Event) -> bool:
        """Whether what was checked tells who sent data of this kind."""
        known = self._told.get((kind, event))
        if known is None:
            node, keys = event
            places: list[Place | None] = [] if node < 0 else [*self._linker.places_at(node)]
            for key in keys:
                places = [None if place is None else self._places.step(place, Name(key, None)) for place in places]
            known = any(place is not None and self._vouches(place, kind) for place in places)
            self._told[kind, event] = known
        return known

    def _vouches(self, place: Place, kind: str) -> bool:
        sender = self._places.step(place, Name(SENDER, None))
        return sender is not None and any(("vouches", f"={kind}") in model.detail for model in sender.models)
