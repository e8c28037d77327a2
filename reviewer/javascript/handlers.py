"""Which functions run when which events fire, and which of them anybody can set off from outside.

A function runs at an event as its handler, as called from one, or inside one. Whoever sends an event that a row says
`starts` a kind of data sets off everything in its handlers, whatever data the event brings, except where the sender has
been checked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from reviewer.javascript import syntax as s
from reviewer.javascript.folding import Folder
from reviewer.javascript.graph import Event, FunctionToken, Graph
from reviewer.javascript.linking import Linker
from reviewer.javascript.usage import Usage, details
from reviewer.javascript.uses import Uses

_WORST = ("unchecked", "checked", "ignored")
"""What is said of a listener with several handlers: the first of these."""


class Handlers:
    """`is_sender` tells whether an event that was checked is one that vouches for a kind of data."""

    def __init__(
        self, linker: Linker, uses: Uses, usages: Iterable[Usage], is_sender: Callable[[str, Event], bool]
    ) -> None:
        self._graph: Graph = linker.graph
        self._linker = linker
        self._uses = uses
        self._usages = usages
        self._is_sender = is_sender
        self._checked: dict[int, str] | None = None

    def mark(self, folder: Folder) -> None:
        """Tell each function the events at which it runs."""
        reach: dict[FunctionToken, set[str]] = {}
        for usage, detail in self._listeners():
            where = detail.get("events")
            names = {where[1:]} if where is not None and where.startswith("=") else set()
            names |= {text for node in self._uses.nodes(usage, where) for text in folder.texts(node)}
            for function in self._handling(usage, detail):
                reach.setdefault(function, set()).update(names)
        callees = self._callees(reach, lambda _: True)
        todo = list(reach)
        while todo:
            function = todo.pop()
            for callee in callees.get(function, ()):
                known = reach.setdefault(callee, set())
                if not reach[function] <= known:
                    known.update(reach[function])
                    todo.append(callee)
        for function, events in reach.items():
            function.events = tuple(sorted(events))

    def set_off(self) -> Iterator[tuple[str, FunctionToken, frozenset[s.Node]]]:
        """Kinds of data that set something off, the handler that is run, and the calls that are made then."""
        for _, kind, handler in self._starting():
            yield kind, handler, frozenset(self._calls_from(handler, kind))

    def checks(self, usage: Usage) -> str | None:
        """Whether a listener finds out who sent what it gets: "checked", "unchecked", or "ignored" where it does not
        look at that; None where the usage registers nothing for which it would matter, or nothing is known of it.
        """
        if self._checked is None:
            self._checked = self._all_checks()
        return self._checked.get(id(usage))

    def _all_checks(self) -> dict[int, str]:
        """What `checks` says of each usage, by its identity."""
        found: dict[int, str] = {}
        reads = {node for access in self._graph.accesses for node in (access.base, access.value)}
        callees = self._callees((), lambda _: True)
        events = list(self._checked_events())
        for usage, kind, handler in self._starting():
            if handler.arguments < 0 and not any(at in reads or self._graph.edges[at] for at in handler.params):
                said = "ignored"
            else:
                functions = _run_by(handler, callees)
                senders = (node for node, *_ in filter(partial(self._is_sender, kind), events))
                is_checked = any(self._is_in(node, function) for node in senders for function in functions)
                said = "checked" if is_checked else "unchecked"
            found[id(usage)] = min(found.get(id(usage), said), said, key=_WORST.index)
        return found

    def _is_in(self, node: int, function: FunctionToken) -> bool:
        """Whether a node stands for something in the text of a function."""
        within = function.node.start <= self._graph.origin[node].start < function.node.end
        return within and self._graph.script[node] == function.script

    def _checked_events(self) -> Iterator[Event]:
        known = (*self._graph.checked.values(), *self._graph.behind.values())
        yield from (event for event in dict.fromkeys(each for events in known for each in events) if event[0] >= 0)

    def _calls_from(self, handler: FunctionToken, kind: str) -> Iterator[s.Node]:
        def is_open(number: int) -> bool:
            return not any(self._is_sender(kind, event) for event in self._graph.checked.get(number, ()))

        functions = _run_by(handler, self._callees((), is_open))
        for call in self._graph.calls:
            if call.function in functions and is_open(call.number):
                yield call.node

    def _listeners(self) -> Iterator[tuple[Usage, Mapping[str, str]]]:
        for usage in self._usages:
            for _, detail in details(usage):
                if "handler" in detail:
                    yield usage, detail

    def _starting(self) -> Iterator[tuple[Usage, str, FunctionToken]]:
        """Usages that register what a kind of data sets off, that kind, and the handler."""
        for usage, detail in self._listeners():
            kind = detail.get("starts", "").removeprefix("=")
            for handler in self._handling(usage, detail) if kind else ():
                yield usage, kind, handler

    def _handling(self, usage: Usage, detail: Mapping[str, str]) -> Iterator[FunctionToken]:
        for node in self._uses.nodes(usage, detail["handler"]):
            yield from (token for token in self._linker.tokens(node) if isinstance(token, FunctionToken))

    def _callees(
        self, handlers: Iterable[FunctionToken], counts: Callable[[int], bool]
    ) -> Mapping[FunctionToken | None, list[FunctionToken]]:
        """What each function calls or holds; a handler runs at its own event, wherever it was registered."""
        callees: dict[FunctionToken | None, list[FunctionToken]] = {}
        for call in self._graph.calls:
            if counts(call.number):
                callees.setdefault(call.function, []).extend(call.entered)
        for function in self._graph.functions:
            if function not in handlers:
                callees.setdefault(function.parent, []).append(function)
        return callees


def _run_by(
    handler: FunctionToken, callees: Mapping[FunctionToken | None, list[FunctionToken]]
) -> frozenset[FunctionToken]:
    """The handler, and all that runs because of it."""
    seen, todo = {handler}, [handler]
    while todo:
        for callee in callees.get(todo.pop(), ()):
            if callee not in seen:
                seen.add(callee)
                todo.append(callee)
    return frozenset(seen)
