"""What was taken for granted while drawing, looked at again when it is known what calls what.

A property read may have been settled by the write before it; if a call in between may write that property of that
object, it is read as any other. An operator may never take one of its sides, because of all that its test can be.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reviewer.javascript import syntax as s
from reviewer.javascript.graph import (
    HELD,
    PART,
    Access,
    CallSite,
    Choice,
    CrowdToken,
    FunctionToken,
    NativeToken,
    Settled,
    Span,
    Token,
)
from reviewer.javascript.linking import Linker
from reviewer.javascript.places import Place
from reviewer.javascript.possible import Possible
from reviewer.place import Name

_CHANGING = frozenset(
    {
        *("add", "append", "clear", "copyWithin", "delete", "fill", "pop", "push", "reverse", "set", "shift", "sort"),
        *("splice", "unshift", "next", "call", "apply"),
    }
)
"""Methods that change what they are called on, or may call something that does."""

_GIVEN = frozenset({"Object.assign", "Object.defineProperties", "Object.defineProperty", "Reflect.set"})
"""Functions that change their first argument."""


_LONGEST, _ROUNDS = 2_000, 12
"""Of how many calls between a write and a read each is looked at, and how often all is looked at again; what is not
settled by then is read and drawn as if nothing were known.
"""


class Settling:
    """The settled reads and the choices of a graph that have not been found to be needed yet."""

    def __init__(self, linker: Linker) -> None:
        self._linker = linker
        self._graph = linker.graph
        self._settled: list[Settled] = []
        self._choices: list[Choice] = []
        self._taken_in = (0, 0)
        self._writes: dict[str | None, dict[FunctionToken | None, list[Access]]] = {}
        self._calls: dict[FunctionToken | None, list[CallSite]] = {}
        self._changing: dict[FunctionToken | None, list[CallSite]] = {}
        self._reach: dict[CallSite, Mapping[FunctionToken, None]] = {}
        self._rounds = 0

    def revise(self) -> bool:
        """Draw what turned out to be needed; whether there was anything."""
        self._index()
        self._rounds += 1
        settled = [read for read in self._settled if not self._is_disturbed(read)]
        taken = self._taken(last=len(settled) == len(self._settled))
        changed = len(settled) < len(self._settled) or bool(taken)
        kept = set(map(id, settled))
        for read in self._settled:
            if id(read) not in kept:
                self._release(read.access)
        for choice in taken:
            self._linker.edge(choice.source, choice.target)
        self._settled = settled
        opened = set(map(id, taken))
        self._choices = [choice for choice in self._choices if id(choice) not in opened]
        return changed

    def _index(self) -> None:
        settled, choices = self._taken_in
        self._settled += self._graph.settled[settled:]
        self._choices += self._graph.choices[choices:]
        self._taken_in = (len(self._graph.settled), len(self._graph.choices))
        self._writes, self._calls, self._changing, self._reach = {}, {}, {}, {}
        for access in self._graph.accesses:
            if access.writes:
                self._writes.setdefault(access.key, {}).setdefault(access.function, []).append(access)
        for call in self._graph.calls:
            self._calls.setdefault(call.function, []).append(call)
            if self._may_change(call):
                self._changing.setdefault(call.function, []).append(call)

    # Reads ------------------------------------------------------------------------------------------------------------

    def _release(self, access: Access) -> None:
        """The property or variable is read as if nothing were known of what was put there."""
        if access.key == HELD:
            self._linker.edge(access.base, access.value)
            return
        self._graph.accesses.append(access)
        if access.key != "length":
            self._graph.edge(access.base, access.value, PART)

    def _is_disturbed(self, read: Settled) -> bool:
        given_up = self._linker.exhausted or self._rounds > _ROUNDS
        if given_up or self._takes_effect(read.access):
            return True
        for span in read.spans:
            if span.until - span.since > _LONGEST:
                return True
            calls = self._graph.calls[span.since : span.until]
            if any(call.function is span.function and self._may_write(call, span) for call in calls):
                return True
        return False

    def _takes_effect(self, access: Access) -> bool:
        """Whether what is written to the property does something, so that something else may be read from it."""
        if access.key == HELD:
            return False
        key = access.key or ""
        tokens = list(self._linker.tokens(access.base))
        if not tokens:
            place = self._linker.places.of_any(key)
            return place is not None and any(model.sink for model in place.models)
        steps = (self._linker.places.step(token, Name(key, None)) for token in tokens if isinstance(token, Place))
        return any(model.sink for step in steps if step is not None for model in step.models)

    def _may_write(self, call: CallSite, span: Span) -> bool:
        """Whether a call may change a property of an object, itself or by what it calls."""
        if span.key == HELD:
            writers = self._graph.writers.get(span.holder, frozenset())
            if call.number in self._graph.pauses:
                own = span.function.node if span.function is not None else None
                return any(isinstance(writer, s.Function) and writer is not own for writer in writers)
            return any(function.node in writers for function in self._reached(call))
        if call.number in self._graph.pauses:
            return any(
                function is not call.function and self._writes_it(access, span)
                for key in (span.key, None)
                for function, accesses in self._writes.get(key, {}).items()
                for access in accesses
            )
        if self._may_change(call) and self._changes(call, span):
            return True
        reached = self._reached(call)
        for key in (span.key, None):
            for function, accesses in self._writes.get(key, {}).items() if reached else ():
                if function in reached and any(self._writes_it(access, span) for access in accesses):
                    return True
        return any(self._changes(inner, span) for function in reached for inner in self._changing.get(function, ()))

    def _reached(self, call: CallSite) -> Mapping[FunctionToken, None]:
        """The functions that a call runs, directly or not."""
        known = self._reach.get(call)
        if known is not None:
            return known
        seen: dict[FunctionToken, None] = {}
        todo = [call]
        while todo:
            at = todo.pop()
            found = list(self._linker.invoked.get(at.number, ()))
            if not any(isinstance(token, FunctionToken | CrowdToken) for token in at.tokens):
                given = (token for arg in (*at.args, *at.spread) for token in self._linker.tokens(arg))
                found += [token for token in given if isinstance(token, FunctionToken)]
            for function in found:
                if function not in seen:
                    seen[function] = None
                    todo.extend(self._calls.get(function, ()))
        self._reach[call] = seen
        return seen

    def _writes_it(self, access: Access, span: Span) -> bool:
        return self._may_be(access.base, span.holder)

    def _may_be(self, one: int, other: int) -> bool:
        """Whether two nodes may hold the same object."""
        if self._graph.same.get(one, one) == other:
            return True
        first, second = set(self._linker.tokens(one)), set(self._linker.tokens(other))
        if not first or not second:
            return not first and not second
        return not first.isdisjoint(second) or bool(_roots(first) & _roots(second))

    def _may_change(self, call: CallSite) -> bool:
        """Whether a call may change anything by itself, for all that is known of what it calls."""
        if call.number in self._graph.pauses:
            return False
        return not call.tokens or not all(
            isinstance(token, FunctionToken | CrowdToken)
            or (isinstance(token, NativeToken) and token.name not in _CHANGING)
            for token in call.tokens
        )

    def _changes(self, call: CallSite, span: Span) -> bool:
        """Whether a call that runs no function of the code changes the object itself."""
        if not call.tokens:
            return any(self._may_be(node, span.holder) for node in (call.this, *call.args, *call.spread) if node >= 0)
        for token in call.tokens:
            match token:
                case NativeToken(name=name) if name.rpartition(" ")[2] in _CHANGING and call.this >= 0:
                    if self._may_be(call.this, span.holder):
                        return True
                case Place(native=native) if native in _GIVEN and call.args:
                    if self._may_be(call.args[0], span.holder):
                        return True
                case Place() if token.native is None and call.this >= 0:
                    if self._may_be(call.this, span.holder):
                        return True
                case _:
                    continue
        return False

    # Choices ----------------------------------------------------------------------------------------------------------

    def _taken(self, *, last: bool) -> list[Choice]:
        if self._linker.exhausted or self._rounds > _ROUNDS:
            return self._choices
        possible = Possible(self._linker)
        taken: list[Choice] = []
        for choice in self._choices:
            if choice.sort in possible.sorts(choice.test):
                taken.append(choice)
                possible.add(choice.source, choice.target)
        if taken or not last:
            return taken
        # Where nothing at all was found to come to the test, nothing is known of it.
        return [choice for choice in self._choices if not possible.sorts(choice.test)]


def _roots(tokens: Iterable[Token]) -> set[object]:
    """What tells API places apart: the entries that they share with their aliases."""
    return {entry for token in tokens if isinstance(token, Place) for entry in token.entries}
