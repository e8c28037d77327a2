"""Keys and names that are one of a few texts: `$(x)[how](y)`, `el[inner ? 'innerHTML' : 'title'] = z`.

What is known of an API is known by names. Where a key of something that is not the code's own, or the first argument
that decides what a call does, can be one of several texts, it is looked at under each that a row speaks of. When and
how they come about is known once calls are linked; so this is asked then, in rounds. Of a selector that cannot be put
together it is enough that a telling piece of it is written somewhere.
"""

from __future__ import annotations

from dataclasses import replace

from reviewer.javascript.alternatives import Alternatives
from reviewer.javascript.constants import Text
from reviewer.javascript.folding import Folder
from reviewer.javascript.graph import Access, CallSite, Token
from reviewer.javascript.linking import Linker
from reviewer.javascript.pieces import Pieces
from reviewer.javascript.places import Place

_MOST, _MOST_LOOKED = 4_000, 60
"""How many such keys are looked at on one page, and of how many it is asked what they are made of."""


class Choosing:
    """Looks at what a graph has of them, again in each round."""

    def __init__(self, linker: Linker) -> None:
        self._linker = linker
        self._accesses: dict[Access, int] = {}
        self._calls: list[CallSite] = []
        self._seen = (0, 0)
        self._told: set[tuple[Access | CallSite, str]] = set()
        self._written: dict[Place, bool] = {}
        self._looked = 0

    def make(self) -> bool:
        """Link what keys may mean; tells whether that was anything new."""
        self._look()
        linker = self._linker
        accesses = [access for access in self._accesses if not linker.is_own(access.base)]
        calls = [(call, place) for call in self._calls for place in self._deciding(call)]
        if not accesses and not calls:
            return False
        before = len(self._told)
        folder = Folder(linker)
        known, pieces = Alternatives(linker.graph, folder), Pieces(linker, folder)
        for access in accesses:
            for name in self._names(known, self._accesses[access]):
                if (access, name) not in self._told and self._is_known(access.base, name):
                    self._told.add((access, name))
                    self._as_named(access, name)
        for call, place in calls:
            for name in (*self._names(known, call.args[0]), *self._telling(pieces, call.args[0], place)):
                if (call, name) not in self._told and linker.places.for_literal(place, name) is not place:
                    self._told.add((call, name))
                    self._as_called(call, name)
        return len(self._told) > before

    def _look(self) -> None:
        graph = self._linker.graph
        accesses, calls = self._seen
        self._seen = (len(graph.accesses), len(graph.calls))
        for access in graph.accesses[accesses:]:
            if access.key is None and not access.copied and len(self._accesses) < _MOST:
                key = access.key_node if access.writes else self._key_of(access.value)
                # What goes through an object's own names has been told name by name.
                if key >= 0 and not self._linker.marks.at(key):
                    self._accesses[access] = key
        self._calls += [call for call in graph.calls[calls:] if call.args and call.args[0] not in graph.constants]

    def _key_of(self, value: int) -> int:
        computed = self._linker.graph.computed.get(value)
        return computed.operands[1] if computed is not None and computed.operator == "element" else -1

    def _deciding(self, call: CallSite) -> list[Place]:
        """The places of a call of which rows tell by the first argument what it does."""
        if self._linker.marks.at(call.args[0]):
            return []
        return [token for token in call.tokens if isinstance(token, Place) and token.speaking]

    @staticmethod
    def _names(known: Alternatives, key: int) -> list[str]:
        return list(dict.fromkeys(one.text for one in known.of(key) if one.text))

    def _telling(self, pieces: Pieces, key: int, place: Place) -> list[str]:
        """The pieces of what a call is given that decide by themselves what it does, where any are written at all."""
        places, graph = self._linker.places, self._linker.graph
        if place not in self._written:
            texts = {constant.value for constant in graph.constants.values() if isinstance(constant, Text)}
            self._written[place] = any(places.is_part(place, text) for text in texts)
        if not self._written[place] or self._looked >= _MOST_LOOKED:
            return []
        self._looked += 1
        return [piece for piece in pieces.of(key) if places.is_part(place, piece)]

    def _is_known(self, base: int, name: str) -> bool:
        places = self._linker.places
        tokens: tuple[Token, ...] = tuple(self._linker.tokens(base))
        if any(isinstance(token, Place) and places.named(token, name) is not None for token in tokens):
            return True
        return places.of_any(name) is not None

    def _as_named(self, access: Access, name: str) -> None:
        linker = self._linker
        linker.graph.accesses.append(replace(access, key=name, key_node=-1))
        if access.writes:
            linker.write(access.base, name, access.value)
        else:
            linker.read(access.base, name, access.value)

    def _as_called(self, call: CallSite, name: str) -> None:
        linker = self._linker
        key = linker.fresh(call.args[0])
        linker.graph.constants[key] = Text(name)
        args = (key, *call.args[1:])
        linker.call(replace(call, number=linker.site(), args=args, depth=call.depth + 1, tokens={}, entered={}))
