"""From sources to sinks: which data reaches which place, by the shortest way, with the steps of that way.

A breadth-first search for each kind of source over the linked graph. A state is more than a node: whether the data lies
inside an object there, by which calls the path entered the functions it is in, and what has been made safe on the way
(see `contexts`). Paths leave a function by the call they entered it by (Reps, "Program analysis via graph
reachability", 1998), up to a bounded depth.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from reviewer.javascript import syntax as s
from reviewer.javascript.constants import Partial
from reviewer.javascript.contexts import (
    NO_NAME,
    OWN_NAMES,
    SENDER_KNOWN,
    STARTS,
    TEXT,
    SinkKinds,
    covers,
    position_number,
    whole,
)
from reviewer.javascript.deriving import NOWHERE, Deriving
from reviewer.javascript.folding import Folder
from reviewer.javascript.graph import (
    CONTENT,
    KEYS,
    PART,
    REST,
    TAINT,
    VALUE,
    FunctionToken,
    Graph,
    ObjectToken,
)
from reviewer.javascript.linking import Linker
from reviewer.javascript.places import Place, Places
from reviewer.javascript.quoting import Quoting
from reviewer.javascript.remaining import Remaining
from reviewer.javascript.senders import Senders
from reviewer.javascript.showing import hides, is_shown, shows_content
from reviewer.javascript.special_names import SpecialNames
from reviewer.record import value
from reviewer.rule import Model

STEP_LIMIT = 100_000
"""States found after which a search is given up; counted, so that a busy machine changes nothing."""

_STACK, _CONTEXTS = 6, 8
"""How many calls a path remembers, and how many ways to come to a node are told apart."""

_NARROW = 3_000
"""States after which only those nodes are followed from which something that matters can be reached."""


_CROWDED = 12_000
"""States after which the ways to come to a node are no longer told apart."""

_LOOKED_BACK = 500
"""Nodes that something may come from before it is no longer said to have been made safe."""

State = tuple[int, bool, tuple[int, ...], int]
"""(node, inside an object, call sites entered, mask)."""


@value
class Reached:
    """Data of a kind arrives at a node: `path` are the nodes from source to there, `guessed` whether a link was
    assumed.
    """

    source: str
    place: Place
    path: tuple[int, ...]
    guessed: bool


@dataclass(slots=True, eq=False)
class Search:
    """All that one kind of data reaches. `starts` are where it comes from or what it comes in, `direct` the former;
    `carried` ones are read out of another one.
    """

    kind: str
    parents: dict[State, State | None]
    at: dict[int, list[State]]
    starts: Mapping[int, Place]
    direct: Mapping[int, Place]
    carried: frozenset[int]
    exhausted: bool


class Told(Protocol):
    """Which kinds of source a row makes a node, and which of those that its place may hold inside it does."""

    def source_kinds(self, node: int, model: Model) -> Iterable[str]:
        """The kinds that a row makes it."""

    def held_kinds(self, node: int, kinds: frozenset[str]) -> frozenset[str]:
        """Those that it holds."""


class FlowFinder:
    """Runs the searches; `told` knows what answers hold."""

    def __init__(
        self,
        linker: Linker,
        places: Places,
        folder: Folder,
        deriving: Deriving,
        kinds: SinkKinds,
        quoting: Quoting,
        targets: Iterable[int],
        told: Told,
    ) -> None:
        """`targets` are the nodes that anybody will ask about."""
        self._told = told
        self._graph: Graph = linker.graph
        self._targets = targets
        self._leading: bytearray | None = None
        self._sources: list[list[int]] | None = None
        self._folder = folder
        self._tangled = linker.tangled()
        self._linker = linker
        self._places = places
        self._deriving = deriving
        self._kinds = kinds
        self.senders = Senders(linker, places)
        self._keys = SpecialNames(linker, folder)
        self._quoting = quoting
        self._remaining = Remaining(linker.graph, folder, kinds)

    def searches(self) -> Iterator[Search]:
        """One search for each kind of source that occurs."""
        themselves: dict[str, dict[int, Place]] = {}
        inside: dict[str, dict[int, Place]] = {}
        for node, places in self._linker.introduced.items():
            for place in places:
                own = {model.source for model in place.models if model.source}
                for kind in {
                    kind for model in place.models if model.source for kind in self._told.source_kinds(node, model)
                }:
                    themselves.setdefault(kind, {}).setdefault(node, place)
                # The global object holds everything: to have it is not yet to have any data.
                below = frozenset() if self._places.is_root(place) else self._places.sources_below(place)
                for kind in self._told.held_kinds(node, below) - own:
                    inside.setdefault(kind, {}).setdefault(node, place)
        for kind in sorted(themselves.keys() | inside.keys()):
            yield self._search(kind, themselves.get(kind, {}), inside.get(kind, {}))

    def _search(self, kind: str, themselves: Mapping[int, Place], inside: Mapping[int, Place]) -> Search:
        carried = self.senders.carried(kind, {**inside, **themselves})
        starts: list[State] = [
            (node, False, (), whole(themselves[node].models) | self._harmless(themselves[node]))
            for node in sorted(themselves)
            if node not in carried
        ]
        starts += [
            (node, True, (), TEXT | OWN_NAMES)
            for node in sorted(inside)
            if node not in themselves and node not in carried
        ]
        search = Search(kind, dict.fromkeys(starts), {}, {**inside, **themselves}, themselves, carried, exhausted=False)
        best: dict[tuple[int, bool], dict[tuple[int, ...], dict[int, list[int]]]] = {}
        queue = deque(starts)
        leading: bytearray | None = None
        while queue:
            state = queue.popleft()
            node, wrapped, stack, mask = state
            if leading is None and len(search.parents) > _NARROW:
                leading = self._leads()
            if (leading is not None and not leading[node]) or node in self._tangled:
                continue
            contexts = best.setdefault((node, wrapped), {})
            most = _CONTEXTS if len(search.parents) < _CROWDED else 1
            if len(contexts) >= most and stack not in contexts:
                # Too many ways lead here: from here on it is one, which may leave by any call.
                widened = (node, wrapped, (), mask)
                search.parents.setdefault(widened, search.parents[state])
                state, stack = widened, ()
            masks = contexts.setdefault(stack, {}).setdefault(position_number(mask), [])
            if mask in masks or any(covers(known, mask) for known in masks):
                continue
            masks.append(mask)
            search.at.setdefault(node, []).append(state)
            if len(search.parents) > STEP_LIMIT:
                search.exhausted = True
                break
            for following in self._following(search, state):
                if following not in search.parents:
                    search.parents[following] = state
                    queue.append(following)
        return search

    def _harmless(self, place: Place) -> int:
        """The sinks that data from a place is safe for from the start."""
        return self._kinds.proven(
            model for model in place.models if model.clears and not model.when and not model.unless
        )

    def _leads(self) -> bytearray:
        """For each node whether a target can be reached from it, whatever the context."""
        if self._leading is None:
            sources = self._coming()
            leading = self._leading = bytearray(len(sources))
            todo = list(dict.fromkeys(self._targets))
            for node in todo:
                leading[node] = 1
            while todo:
                for source in sources[todo.pop()]:
                    if not leading[source]:
                        leading[source] = 1
                        todo.append(source)
        return self._leading

    def _coming(self) -> list[list[int]]:
        """The same table for all questions: by now the graph is complete."""
        if self._sources is None:
            self._sources = self._graph.coming()
        return self._sources

    def _following(self, search: Search, state: State) -> Iterator[State]:
        node, wrapped, stack, mask = state
        graph = self._graph
        for target, label, site, cleared in graph.edges[node]:
            if target in graph.sealed and node not in graph.sealed[target]:
                continue
            inside = wrapped
            before = mask
            if label in {CONTENT, REST}:
                if wrapped and label == REST:
                    continue
                inside, before = True, mask & ~STARTS
            elif label == TAINT:
                if wrapped and hides(self._linker, node, target):
                    continue
                inside = False
            elif label == PART and self._names_members(node, target):
                continue
            elif label == PART and wrapped:
                if target not in search.carried:
                    continue
                inside = target not in search.direct
            entered = stack
            if site > 0:
                entered = (*stack, site)[-_STACK:]
            elif site < 0 and stack:
                if stack[-1] != -site:
                    continue
                entered = stack[:-1]
            if target in graph.shared:
                entered = ()
            now = self._after(node, target, label, site, self._kinds.read_as_text(before, cleared) | cleared)
            if now == NOWHERE:
                continue
            if target in graph.behind and self.senders.is_known(search.kind, target):
                now |= SENDER_KNOWN
            yield (target, inside, entered, now)

    def _after(self, node: int, target: int, label: int, site: int, mask: int) -> int:
        """What a step along an edge does to the mask."""
        if label == TAINT:
            mask = self._as_key(node, target, self._deriving.derived(node, target, mask))
            return self._remaining.derived(node, target, self._quoting.derived(node, target, mask))
        if label == PART:
            return self._as_name(target, self._deriving.of_part(target, mask))
        return self._as_name(target, self._deriving.handed_on(node, target, site, mask))

    def _names_members(self, node: int, target: int) -> bool:
        """Whether only the names of something's members are asked for, which are no data of it (field codes)."""
        computed = self._graph.computed.get(target)
        if computed is None or computed.operator != KEYS:
            return False
        places = self._linker.places_at(node)
        return any("members" in dict(model.detail) for place in places for model in place.models)

    def _as_key(self, node: int, target: int, mask: int) -> int:
        """What a step does to data that may become a property key."""
        if self._keys.is_parsed(target):
            mask &= ~OWN_NAMES
        elif self._keys.is_text(target) or self._keys.is_revived(target):
            mask |= OWN_NAMES
        else:
            mask = self._as_name(target, mask)
        return mask | NO_NAME if self._keys.is_harmless(node, target) else mask & ~NO_NAME

    def _as_name(self, target: int, mask: int) -> int:
        """What a step does to data whose names may be asked for."""
        if mask & OWN_NAMES and self._keys.are_names(target):
            mask |= self._kinds.guards.get("own_key", 0)
        return mask

    # Answers ----------------------------------------------------------------------------------------------------------

    def arrival(self, search: Search, node: int, sink: str) -> State | None:
        """The nearest way in which data of this kind comes to a sink unsafe; None if there is none.

        A sink that takes text (and that a number is safe for) takes nothing of what lies inside an object.
        """
        as_text = self.is_text(sink)
        for state in search.at.get(node, ()):
            hidden = (
                state[1] and as_text and not (shows_content(self._linker, node) and self._is_shown_in(search, state))
            )
            if not hidden and not self._deriving.is_safe(sink, state[3]):
                return state
        return None

    def is_made_safe(self, node: int, sink: str) -> bool:
        """Whether all that comes to a sink is fixed or has passed something that makes it safe, be it known as data or
        not. What is fixed as a whole has passed nothing.
        """
        graph, made = self._graph, False
        coming = self._coming()
        known = {node}
        todo = [node]
        while todo and len(known) < _LOOKED_BACK:
            at = todo.pop()
            if not isinstance(self._folder.value(at), Partial | None):
                continue
            # What linking has added to a node by itself has the same origin and is no further place to come from.
            own = graph.origin[at]
            sources = [source for source in coming[at] if coming[source] or graph.origin[source] is not own]
            if not sources or self._is_unknown_call(at, sources):
                return False
            for source in sources:
                for target, label, site, cleared in graph.edges[source]:
                    if target != at:
                        continue
                    if self._deriving.is_safe(sink, self._after(source, at, label, site, cleared)):
                        made = True
                    elif source not in known:
                        known.add(source)
                        todo.append(source)
        return made and not todo

    def _is_unknown_call(self, node: int, sources: Iterable[int]) -> bool:
        """Whether nothing is known of what a call makes of what it is given."""
        if node in self._graph.computed or not isinstance(self._graph.origin[node], s.CallExpression | s.NewExpression):
            return False
        edges = (edge for source in sources for edge in self._graph.edges[source])
        return all(label != VALUE for target, label, _, _ in edges if target == node)

    def _is_shown_in(self, search: Search, state: State) -> bool:
        """Whether what data was put into first shows it as text: an array of elements does not show their texts."""
        at: State | None = state
        holder = state
        while at is not None and at[1]:
            holder, at = at, search.parents[at]
        tokens = [t for t in self._linker.tokens(holder[0]) if isinstance(t, ObjectToken) and t.home == holder[0]]
        return at is None or not tokens or any(is_shown(self._linker, token) for token in tokens)

    def is_text(self, sink: str) -> bool:
        """Whether a sink takes a text, so that a number is safe for it: not an object, whose names matter to it."""
        guards = self._kinds.guards
        taken = guards.get("number", 0) | guards.get("wrapped", 0)
        return self._kinds.is_safe(sink, taken & ~guards.get("own_names", 0))

    def run(self, kind: str, handler: FunctionToken) -> Reached:
        """What sets off a handler, from its first parameter on."""
        start = handler.params[0] if handler.params else handler.result
        place = next((place for place in self._linker.introduced.get(start, ())), self._places.root)
        return Reached(source=kind, place=place, path=(start,), guessed=False)

    def reached(self, search: Search, state: State) -> Reached:
        """The way data came to a state."""
        path = [state[0]]
        at: State | None = state
        while True:
            previous = search.parents[at] if at is not None else None
            if previous is None:
                break
            path.append(previous[0])
            at = previous
        path.reverse()
        # Data that is read out of what holds it begins where it is read.
        path = path[next((index for index, node in enumerate(path) if node in search.direct), 0) :]
        return Reached(
            source=search.kind,
            place=search.starts[path[0]],
            path=tuple(path),
            guessed=any(node in self._graph.guessed for node in path),
        )
