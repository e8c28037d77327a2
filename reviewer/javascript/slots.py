"""What stands in properties while a function runs: `o.x = v` followed by `o.x` is v, as with variables.

Objects are told apart by the node they came from, whatever names they have by now. A write ends what is known of all
properties of that name, except those of objects that are certainly others. What calls in between may do is not known
while a function is walked: `settling` looks at that when it is known what calls what.
"""

from __future__ import annotations

from collections.abc import Iterable

from reviewer.javascript.constants import Number
from reviewer.javascript.environment import Environment, Slot
from reviewer.javascript.graph import HELD, STARTED, FunctionToken, Graph, ObjectToken, Span

_WHOLE = "[[whole]]"
"""Under which it is noted of an object that all of its properties are known."""

_MOST = 64
"""Of how many properties something is known at a time."""


class Slots:
    """The objects of a page by where they came from, and reading and writing their properties in an environment.

    `accessors` are names that getters or setters have somewhere on the page: what is written there is not what is read.
    Where `watched` objects exist (proxies), every property may be like that. `most` is of how many properties something
    is known at a time; none, and what stands in them is what is ever put there.
    """

    def __init__(self, graph: Graph, accessors: frozenset[str], *, watched: bool) -> None:
        self._graph = graph
        self._accessors = accessors
        self._watched = watched
        self._spans: list[Span] = []
        self._way: dict[int, tuple[Span, ...]] = {}
        self._loose: set[int] = set()
        self._frozen: set[int] = set()
        self.most = _MOST
        self._marks: list[int] = []

    # Objects ----------------------------------------------------------------------------------------------------------

    def loosen(self, node: int) -> None:
        """A node stands for more than one value at a time."""
        self._loose.add(node)

    def freeze(self, node: int) -> None:
        """What stands at a node is frozen: writing to it does nothing (10.1.9)."""
        self._frozen.add(node)

    def alias(self, node: int, of: int) -> None:
        """What stands at a node is what stands at another one."""
        if node == of or of in self._loose:
            return
        self._graph.same[node] = self.object_at(of)
        if of in self._way:
            self._way[node] = self._way[of]

    def object_at(self, node: int) -> int:
        """The node that an object came from."""
        return self._graph.same.get(node, node)

    def _are_distinct(self, one: int, other: int) -> bool:
        """Whether two objects are certainly not the same: both were made here."""
        tokens = self._graph.tokens
        first, second = tokens.get(one), tokens.get(other)
        return one != other and isinstance(first, ObjectToken) and isinstance(second, ObjectToken)

    # Properties -------------------------------------------------------------------------------------------------------

    def read(
        self, env: Environment, base: int, key: str, result: int, function: FunctionToken | None
    ) -> tuple[int, tuple[Span, ...]] | None:
        """What certainly stands in a property, if that is known, and on which spans this rests."""
        if key != HELD and (base in self._loose or self._watched or key in self._accessors):
            return None
        holder = self.object_at(base)
        slot = env.slots.get((holder, key))
        now = len(self._graph.calls)
        if slot is None:
            if key != HELD:
                self._remember(env, holder, key, Slot(result, now, written=False))
            return None
        span = Span(holder, key, slot.since, now, function)
        self._spans.append(span)
        way = (*self._way.get(base, ()), span)
        self._graph.same[result] = self.object_at(slot.node)
        self._way[result] = way
        return (slot.node, way) if slot.written and slot.node not in self._loose else None

    def complete(self, env: Environment, made: int) -> None:
        """All properties of an object that was written out are known."""
        if not self._watched:
            self._remember(env, made, _WHOLE, Slot(made, len(self._graph.calls), written=True))

    def lacks(self, env: Environment, base: int, key: str, function: FunctionToken | None) -> bool:
        """Whether an object certainly has no property of its own of that name here."""
        holder = self.object_at(base)
        whole = env.slots.get((holder, _WHOLE))
        known = env.slots.get((holder, key))
        if whole is None or base in self._loose or (known is not None and known.written):
            return False
        span = Span(holder, _WHOLE, whole.since, len(self._graph.calls), function)
        return self.is_left_alone((*self._way.get(base, ()), span))

    def put(self, env: Environment, variable: int, value: int) -> None:
        """A variable that other functions write, too, gets a value."""
        self._remember(env, variable, HELD, Slot(value, len(self._graph.calls), written=True))

    def write(self, env: Environment, base: int, key: str | None, value: int) -> None:
        """A property gets a value."""
        holder = self.object_at(base)
        if holder in self._frozen:
            return
        self._forget(env, holder, key)
        self._hold(env, base, key, value)

    def begin(self, env: Environment, made: int, key: str, value: int) -> None:
        """A fresh object begins with a property: what is known of others stays."""
        self._hold(env, made, key, value)

    def _hold(self, env: Environment, base: int, key: str | None, value: int) -> None:
        holder = self.object_at(base)
        if key is not None and base not in self._loose and not self._watched and key not in self._accessors:
            self._remember(env, holder, key, Slot(value, len(self._graph.calls), written=True))
        else:
            env.slots.pop((holder, _WHOLE), None)

    def carry(self, env: Environment, base: int, after: int) -> None:
        """What stands in the properties of an object stands in those of another that has been made of it."""
        holder = self.object_at(base)
        for (other, key), slot in tuple(env.slots.items()):
            if other == holder and key != HELD and base not in self._loose:
                self._remember(env, after, key, slot)

    def starts(self, env: Environment, iterator: int, function: FunctionToken | None) -> bool:
        """Whether the first step of what a call gave is made now, which takes in nothing that is sent."""
        holder = self.object_at(iterator)
        slot = env.slots.pop((holder, STARTED), None)
        if slot is None or iterator in self._loose:
            return False
        return self.is_left_alone((Span(holder, STARTED, slot.since, len(self._graph.calls), function),))

    def _remember(self, env: Environment, holder: int, key: str, slot: Slot) -> None:
        if not self.most:
            return
        env.slots.pop((holder, key), None)
        if len(env.slots) >= self.most:
            dropped = next(iter(env.slots))
            del env.slots[dropped]
            env.slots.pop((dropped[0], _WHOLE), None)
        env.slots[holder, key] = slot

    def _forget(self, env: Environment, holder: int, key: str | None) -> None:
        """What a write ends: properties of that name; an array's elements with its length, and the other way round."""
        stale = []
        for other, name in env.slots:
            hit = (key is None and name != HELD) or name == key or (key == "length" and name.isdigit())
            hit = hit or (name == "length" and key is not None and key.isdigit())
            hit = hit or (name == _WHOLE and other != holder)
            if hit and not self._are_distinct(holder, other):
                stale.append((other, name))
        for place in stale:
            del env.slots[place]

    def is_left_alone(self, way: Iterable[Span]) -> bool:
        """Whether nothing at all happened in between that could have written the property."""
        calls = self._graph.calls
        return all(
            not any(mark >= span.since for mark in self._marks)
            and not any(call.function is span.function for call in calls[span.since : span.until])
            for span in way
        )

    def length(self, env: Environment, array: int, function: FunctionToken | None) -> int | None:
        """How many elements an array has whose elements are all known here."""
        slot = env.slots.get((self.object_at(array), "length"))
        known = self._graph.constants.get(slot.node) if slot is not None and slot.written else None
        if slot is None or not isinstance(known, Number) or array in self._loose:
            return None
        span = Span(slot.node, "length", slot.since, len(self._graph.calls), function)
        return int(known.value) if self.is_left_alone((*self._way.get(array, ()), span)) else None

    # Regions ----------------------------------------------------------------------------------------------------------

    def forget_keys(self, env: Environment, keys: Iterable[str | None]) -> None:
        """Properties that are written somewhere in a part of the code that may have run or not."""
        names = set(keys)
        if None in names:
            for place in [place for place in env.slots if place[1] != HELD]:
                del env.slots[place]
        elif names:
            lengths = "length" in names
            for place in [p for p in env.slots if p[1] in names or p[1] == _WHOLE or (lengths and p[1].isdigit())]:
                del env.slots[place]

    def forget_variables(self, env: Environment, variables: Iterable[int]) -> None:
        """Variables that are written somewhere in such a part of the code."""
        for variable in variables:
            env.slots.pop((variable, HELD), None)

    def enter_loop(self) -> int:
        """A loop begins."""
        self._marks.append(len(self._graph.calls))
        return len(self._spans)

    def leave_loop(self, first: int) -> None:
        """The loop has been walked: what it read of before is read again after all of its calls."""
        begun = self._marks.pop()
        now = len(self._graph.calls)
        for span in self._spans[first:]:
            if span.since <= begun:
                span.until = max(span.until, now)
