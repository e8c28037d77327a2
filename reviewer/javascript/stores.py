"""Stores of state that a page's parts share (zustand, Redux) -> edges of a graph that is being linked.

Details of rows about a call:

- `store`: that function gets the functions that change and give the state, and gives what the state begins as; the
  result gives the state, or what a function makes of it;
- `reduces-all`: that function, or each of the functions that are properties of that object, makes a state of the one
  before and of what is dispatched; with `begins-as` for what it is at first;
- `slices`: that argument describes a part of such a state: what it is at first (`initialState`), and the functions that
  change it (`reducers`), which the result has as `actions`;
- `selects`: that function gets the state of every store.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reviewer.javascript import keys
from reviewer.javascript.carrying import call_of, reached
from reviewer.javascript.graph import CallSite, FunctionToken, ObjectToken, SelectToken, SinkToken
from reviewer.javascript.spreading import properties

if TYPE_CHECKING:
    from reviewer.javascript.linking import Linker


class Stores:
    """The states of a page's stores so far, and who asked for them."""

    def __init__(self, linker: Linker) -> None:
        self._linker = linker
        self._states: list[int] = []
        self._asked: list[tuple[CallSite, int]] = []

    def note(self, call: CallSite, detail: Mapping[str, str]) -> None:
        """A call whose row says something of stores."""
        linker = self._linker
        maker = reached(linker, call, detail["store"]) if "store" in detail else None
        if maker is not None:
            self._made_by(call, maker)
        reducer = reached(linker, call, detail["reduces-all"]) if "reduces-all" in detail else None
        if reducer is not None:
            first = reached(linker, call, detail["begins-as"]) if "begins-as" in detail else None
            self._reduced(call, reducer, first)
        described = reached(linker, call, detail["slices"]) if "slices" in detail else None
        if described is not None:
            self._sliced(call, described)
        selector = reached(linker, call, detail["selects"]) if "selects" in detail else None
        if selector is not None:
            self._asked.append((call, selector))
            for state in tuple(self._states):
                _selected(linker, call, selector, state)

    def _made_by(self, call: CallSite, maker: int) -> None:
        linker = self._linker
        state = ObjectToken("object", linker.fresh(call.result))
        linker.introduce(state.home, state)
        change, give = linker.fresh(call.result), linker.fresh(call.result)
        api = self._offer(call, state.home, "setState", change)
        linker.introduce(give, SelectToken(state.home))
        change_function = linker.fresh(call.result)
        linker.introduce(change_function, SinkToken(change))
        made = call_of(linker, call, maker, -1, (change_function, give, api.home))
        updated = call_of(linker, call, change, -1, (state.home,))
        for site in (made, updated):
            linker.call(site)
        for node in (made.result, change, updated.result):
            properties(linker, node, lambda key, at: self._put(state, key, at))
        linker.introduce(call.result, SelectToken(state.home))

    def _reduced(self, call: CallSite, reducer: int, first: int | None) -> None:
        linker = self._linker
        state = linker.fresh(call.result)
        whole = ObjectToken("object", linker.fresh(call.result))
        action = linker.fresh(call.result)
        linker.introduce(state, whole)
        if first is not None:
            linker.edge(first, state)
        self._step(call, reducer, state, action)
        properties(linker, reducer, lambda key, at: self._part(call, whole, key, at, action))
        self._offer(call, state, "dispatch", action)
        self._states.append(state)
        for asked, selector in tuple(self._asked):
            _selected(linker, asked, selector, state)

    def _part(self, call: CallSite, whole: ObjectToken, key: str | None, reducer: int, action: int) -> None:
        self._step(call, reducer, self._linker.field(whole, None if keys.is_loose(key) else key, reducer), action)

    def _step(self, call: CallSite, reducer: int, state: int, action: int) -> None:
        made = call_of(self._linker, call, reducer, -1, (state, action))
        self._linker.call(made)
        self._linker.edge(made.result, state)

    def _sliced(self, call: CallSite, described: int) -> None:
        linker = self._linker
        state, reducers, reducer = (linker.fresh(call.result) for _ in range(3))
        linker.read(described, "initialState", state)
        linker.read(described, "reducers", reducers)
        actions, made = (ObjectToken("object", linker.fresh(call.result)) for _ in range(2))
        linker.introduce(actions.home, actions)

        def one(key: str | None, at: int) -> None:
            payload, action = linker.fresh(at), ObjectToken("object", linker.fresh(at))
            linker.introduce(action.home, action)
            linker.edge(payload, linker.field(action, "payload", at))
            self._step(call, at, state, action.home)
            creator = linker.fresh(at)
            linker.introduce(creator, SinkToken(payload))
            self._put(actions, key, creator)

        properties(linker, reducers, one)
        linker.introduce(reducer, SelectToken(state))
        linker.introduce(call.result, made)
        self._put(made, "actions", actions.home)
        self._put(made, "reducer", reducer)

    def _offer(self, call: CallSite, state: int, name: str, change: int) -> ObjectToken:
        """The object by which code gets at a store: functions that give its state, change it, and are told of it."""
        linker = self._linker
        api = ObjectToken("object", linker.fresh(call.result))
        linker.introduce(api.home, api)
        linker.introduce(call.result, api)
        for given in ("getState", "subscribe"):
            linker.introduce(linker.field(api, given, call.result), SelectToken(state))
        linker.introduce(linker.field(api, name, call.result), SinkToken(change))
        return api

    def _put(self, holder: ObjectToken, key: str | None, at: int) -> None:
        self._linker.edge(at, self._linker.field(holder, None if keys.is_loose(key) else key, at))


def select(linker: Linker, call: CallSite, state: int) -> None:
    """A function is called that gives a state, or what the function which it is given makes of it."""
    if call.args:
        _selected(linker, call, call.args[0], state)

    def whole() -> None:
        if not call.args or not any(isinstance(token, FunctionToken) for token in linker.tokens(call.args[0])):
            linker.edge(state, call.result)

    linker.later(whole)


def _selected(linker: Linker, call: CallSite, selector: int, state: int) -> None:
    made = call_of(linker, call, selector, -1, (state,))
    linker.call(made)
    linker.edge(made.result, call.result)
