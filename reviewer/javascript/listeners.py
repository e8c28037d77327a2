"""Listening and announcing: what is announced by name reaches those who listen to that name.

Which functions of which library do that, model rows say (`does: =listen`). Objects of the submission's own have
listeners of their own; all others share theirs, because events travel through the page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from reviewer.javascript import keys
from reviewer.javascript.attributes import among
from reviewer.javascript.callbacks import argument, virtual
from reviewer.javascript.constants import Array, Text, text_of
from reviewer.javascript.elements import elements
from reviewer.javascript.graph import PART, CallSite, ObjectToken, Token
from reviewer.javascript.linking import Linker
from reviewer.javascript.methods import Native
from reviewer.javascript.spreading import properties

_ALL, _SOME = keys.slot("on *"), keys.slot("on ?")
"""Who listens to anything at all, and who listens to names that are not known."""

_MOST = 6
"""How many values that are announced together are handed on one by one."""


def _names(linker: Linker, node: int) -> list[str]:
    """The names in a text of names; without what stands behind a dot, which only groups listeners."""
    known = linker.graph.constants.get(node)
    words = text_of(known).split() if known is not None and not isinstance(known, Array) else []
    return [word.partition(".")[0] or word for word in words]


def _owners(linker: Linker, call: CallSite, visit: Callable[[Token], None]) -> None:
    """The objects of the submission's own that a call is made on; the page, if it is made on anything else."""

    def run() -> None:
        own = [t for t in linker.tokens(call.this) if isinstance(t, ObjectToken)] if call.this >= 0 else []
        for token in own:
            visit(token)
        if not own:
            visit(linker.places.root)

    linker.later(run)


def listen(linker: Linker, call: CallSite) -> None:
    """on(names, ..., handler), addEventListener(name, handler), on({name: handler})."""
    names = _names(linker, call.args[0]) if call.args else []

    def on(token: Token) -> None:
        for handler in (*call.args[1:], *call.spread):
            for name in names or ["?"]:
                _register(linker, token, name, handler)
        if len(call.args) == 1:
            properties(linker, call.args[0], lambda key, at: _register(linker, token, key or "?", at))

    _owners(linker, call, on)
    if call.this >= 0:
        linker.edge(call.this, call.result)


def _register(linker: Linker, token: Token, name: str, handler: int) -> None:
    handles = linker.fresh(handler)
    linker.edge(handler, handles)
    linker.read(handler, "handleEvent", handles)
    for key in (keys.slot(f"on {name}"), _ALL):
        linker.edge(handles, linker.field(token, key, handler))


def _announce(linker: Linker, call: CallSite, token: Token, name: str | None, args: tuple[int, ...]) -> None:
    for key in (_ALL,) if name is None else (keys.slot(f"on {name}"), _SOME):
        virtual(linker, call, linker.field(token, key, call.result), args, call.result, call.this)


def announce(linker: Linker, call: CallSite) -> None:
    """dispatchEvent(event)."""
    event = argument(linker, call, 0)

    def on(token: Token) -> None:
        done: set[str | None] = set()
        for occasion in linker.tokens(event):
            at = linker.fields_of(occasion).get("type") if isinstance(occasion, ObjectToken) else None
            names = _names(linker, at) if at is not None else []
            done.update(names)
            done.update(() if names else (None,))
        for name in sorted(done or {None}, key=str):
            _announce(linker, call, token, name, (event,))

    _owners(linker, call, on)


def trigger(linker: Linker, call: CallSite) -> None:
    """trigger(name, values): the handler gets an event, and each of the values."""
    name, extra = argument(linker, call, 0), argument(linker, call, 1)
    event = linker.fresh(call.result)
    occasion = ObjectToken("object", event)
    linker.introduce(event, occasion)
    linker.edge(name, linker.field(occasion, "type", name))
    linker.each_token(name, lambda token: linker.introduce(event, token) if isinstance(token, ObjectToken) else None)
    values = _values(linker, extra)

    def on(token: Token) -> None:
        names = _names(linker, name)
        for known in names:
            _announce(linker, call, token, known, (event, *values))
        if not names:
            _announce(linker, call, token, None, (event, *values))

    _owners(linker, call, on)
    if call.this >= 0:
        linker.edge(call.this, call.result)


def _values(linker: Linker, extra: int) -> tuple[int, ...]:
    """The elements of an array, or the one value."""
    values = tuple(linker.fresh(extra) for _ in range(_MOST))
    for index, value in enumerate(values):
        linker.graph.edge(extra, value, PART)
        if not index:
            linker.each_token(extra, lambda token: None if _is_list(token) else linker.edge(extra, values[0]))

    def one(key: str | None, at: int) -> None:
        index = keys.position(key)
        for value in values if index is None else values[index : index + 1]:
            linker.edge(at, value)

    elements(linker, extra, one)
    return values


def _is_list(token: Token) -> bool:
    return isinstance(token, ObjectToken) and token.kind in keys.LISTS


def occasion(linker: Linker, call: CallSite) -> None:
    """`new CustomEvent(name, {detail})`: an object with a type and what is given with it."""
    made = ObjectToken("object", call.result)
    linker.introduce(call.result, made)
    at = linker.field(made, "type", call.result)
    linker.edge(argument(linker, call, 0), at)
    linker.graph.same_constant(argument(linker, call, 0), at)
    if len(call.args) > 1:
        properties(linker, call.args[1], lambda key, value: linker.edge(value, linker.field(made, key, value)))


# Calling later, keeping -------------------------------------------------------------------------------------------


def _calls(first: int) -> Native:
    def native(linker: Linker, call: CallSite) -> None:
        if call.args:
            virtual(linker, call, call.args[0], call.args[first:], linker.fresh(call.result))

    return native


def keep(linker: Linker, call: CallSite) -> None:
    """data(name, value) keeps, data(name) gives back."""
    known = linker.graph.constants.get(call.args[0]) if call.args else None
    name = text_of(known) if isinstance(known, Text) else None
    holder = linker.places.root
    shared = None if name is None else among(linker, call, name)
    if shared is not None and len(call.args) == 1:
        linker.edge(shared, call.result)
    if len(call.args) > 1:
        for key in (keys.slot(f"data {name or '?'}"), keys.slot("data *")):
            linker.edge(call.args[1], linker.field(holder, key, call.result))
        linker.edge(call.this, call.result)
        return
    for key in ("data *",) if name is None else (f"data {name}", "data ?"):
        linker.edge(linker.field(holder, keys.slot(key), call.result), call.result)


LISTENING: Mapping[str, Native] = MappingProxyType(
    {
        "announce": announce,
        "calls": _calls(1 << 10),
        "calls-with-all": _calls(1),
        "calls-with-rest": _calls(2),
        "keep": keep,
        "listen": listen,
        "occasion": occasion,
        "trigger": trigger,
    }
)
