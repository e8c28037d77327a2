"""What was taken for granted while drawing, looked at again when it is known what calls what.

A property read may have been settled by the write before it; if a call in between may write that property of that
object, it is read as any other. An operator may never take one of its sides, because of all that its test can be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewer.javascript import syntax as s
from reviewer.javascript.graph import (
    HELD,
    PART,
    Access,
    CallSite,
    Choice,
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


class Settling:
    """The settled reads and the choices of a graph that have not been found to be needed yet."""

    def __init__(self, linker: Linker) -> None:
        self._linker = linker
        self._graph = linker.graph
        self._settled: list[Settled] = []
        self._choices: list[Choice] = []
        self._taken_in = (0, 0)
        self._writes: dict[FunctionToken | None, list[Access]] = {}
        self._calls: dict[FunctionToken | None, list[CallSite]] = {}

    def revise(self) -> bool:
        """Draw what turned out to be needed; whether there was anything."""
        self._index()
        settled = [read for read in self._settled if not self._is_disturbed(read)]
        open_choices = self._taken(last=len(settled) == len(self._settled))
        changed = len(settled) < len(self._settled) or bool(open_choices)
        kept = set(map(id, settled))
        for read in self._settled:
            if id(read) not in kept:
                self._release(read.access)
        for choice in open_choices:
            self._linker.edge(choice.source, choice.target)
        self._settled = settled
        taken = set(map(id, open_choices))
        self._choices = [choice for choice in self._choices if id(choice) not in taken]
        return changed

    def _index(self) -> None:
        settled, choices = self._taken_in
        self._settled += self._graph.settled[settled:]
        self._choices += self._graph.choices[choices:]
        self._taken_in = (len(self._graph.settled), len(self._graph.choices))
        self._writes, self._calls = {}, {}
        for access in self._graph.accesses:
            if access.writes:
                self._writes.setdefault(access.function, []).append(access)
        for call in self._graph.calls:
            self._calls.setdefault(call.function, []).append(call)

    # Reads ------------------------------------------------------------------------------------------------------------

    def _release(self, access: Access) -> None:
        """The property or variable is read as if nothing were known of what was put there."""
        if access.key == HELD:
            self._linker.edge(access.base, access.value)
            return
        self._graph.accesses.append(access)
        if access.key != "length":
            self._graph.edge(access.base, access.value, PART)
        self._linker.read(access.base, access.key, access.value)

    def _is_disturbed(self, read: Settled) -> bool:
        if self._linker.exhausted or self._takes_effect(read.access):
            return True
        return any(
            self._may_write(call, span)
            for span in read.spans
            for call in self._graph.calls[span.since : span.until]
            if call.function is span.function
        )

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
            others = (function for function in self._writes if function is not call.function)
            return any(self._writes_it(access, span) for function in others for access in self._writes[function])
        if self._changes(call, span):
            return True
        for function in self._reached(call):
            if any(self._writes_it(access, span) for access in self._writes.get(function, ())):
                return True
            if any(self._changes(inner, span) for inner in self._calls.get(function, ())):
                return True
        return False

    def _reached(self, call: CallSite) -> Iterator[FunctionToken]:
        """The functions that a call runs, directly or not."""
        seen: dict[FunctionToken, None] = {}
        todo = [call]
        while todo:
            at = todo.pop()
            found = list(self._linker.invoked.get(at.number, ()))
            if not any(isinstance(token, FunctionToken) for token in at.tokens):
                given = (token for arg in (*at.args, *at.spread) for token in self._linker.tokens(arg))
                found += [token for token in given if isinstance(token, FunctionToken)]
            for function in found:
                if function not in seen:
                    seen[function] = None
                    todo.extend(self._calls.get(function, ()))
        return iter(seen)

    def _writes_it(self, access: Access, span: Span) -> bool:
        if access.key != span.key and access.key is not None:
            return False
        return self._may_be(access.base, span.holder)

    def _may_be(self, one: int, other: int) -> bool:
        """Whether two nodes may hold the same object."""
        if self._graph.same.get(one, one) == other:
            return True
        first, second = set(self._linker.tokens(one)), set(self._linker.tokens(other))
        if not first or not second:
            return not first and not second
        return not first.isdisjoint(second) or bool(_roots(first) & _roots(second))

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
        possible = Possible(self._linker)
        taken = [choice for choice in self._choices if choice.sort in possible.sorts(choice.test)]
        if taken or not last:
            return taken
        # Where nothing at all was found to come to the test, nothing is known of it.
        return [choice for choice in self._choices if not possible.sorts(choice.test)]


def _roots(tokens: Iterable[Token]) -> set[object]:
    """What tells API places apart: the entries that they share with their aliases."""
    return {entry for token in tokens if isinstance(token, Place) for entry in token.entries}
