"""Promises of several values, as libraries had them before the language: resolved from outside, asked by done and fail.

Which function of which library makes one, model rows say (`does: =deferred`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from reviewer.javascript import keys
from reviewer.javascript.callbacks import argument, virtual
from reviewer.javascript.elements import put
from reviewer.javascript.graph import FAILURE, PART, REASON, CallSite, ObjectToken, SinkToken, Token
from reviewer.javascript.linking import Linker
from reviewer.javascript.methods import Native
from reviewer.javascript.promises import is_given, refused

_MOST = 6
"""How many values are handed on."""


def deferred(linker: Linker, call: CallSite) -> None:
    """A new one; a function that is given is called with it at once."""
    _make(linker, call)
    if call.args:
        virtual(linker, call, call.args[0], (call.result,), linker.fresh(call.result), call.result)


def _make(linker: Linker, call: CallSite) -> ObjectToken:
    """Its own functions may be handed on by themselves (`load(deferred.resolve, deferred.reject)`)."""
    made = ObjectToken("deferred", call.result)
    linker.introduce(call.result, made)
    reason = refused(linker, call.result)
    values, first = linker.fresh(call.result), linker.fresh(call.result)
    array = ObjectToken("array", values)
    linker.introduce(values, array)
    linker.edge(values, linker.field(made, keys.VALUES, values))
    put(linker, array, "0", first)
    linker.edge(first, call.result)
    linker.introduce(linker.field(made, "resolve", call.result), SinkToken(first))
    linker.introduce(linker.field(made, "reject", call.result), SinkToken(reason))
    return array


def when(linker: Linker, call: CallSite) -> None:
    """when(a, b): the values of several, one after the other."""
    array = _make(linker, call)
    for index, arg in enumerate(call.args):
        put(linker, array, str(index), arg)
        linker.read(arg, FAILURE, call.result)
    if len(call.args) == 1:
        linker.edge(call.args[0], call.result)
    for arg in call.args[:1]:
        linker.graph.edge(arg, call.result, PART)


def _each(linker: Linker, call: CallSite, visit: Callable[[ObjectToken], None]) -> None:
    def seen(token: Token) -> None:
        if isinstance(token, ObjectToken) and token.kind == "deferred":
            visit(token)

    linker.each_token(call.this, seen)


def _resolve(linker: Linker, call: CallSite) -> None:
    """resolve(a, b)."""
    _resolved(linker, call, call.args)


def _resolve_with(linker: Linker, call: CallSite) -> None:
    """resolveWith(this, [a, b])."""
    given = tuple(linker.fresh(call.result) for _ in range(_MOST if len(call.args) > 1 else 0))
    for index, node in enumerate(given):
        linker.read(call.args[1], str(index), node)
        linker.graph.edge(call.args[1], node, PART)
    _resolved(linker, call, given)


def _resolved(linker: Linker, call: CallSite, given: tuple[int, ...]) -> None:
    def one(token: ObjectToken) -> None:
        at = linker.field(token, keys.VALUES, call.result)
        for index, node in enumerate(given):
            linker.write(at, str(index), node)
        for node in given[:1]:
            linker.edge(node, token.home)

    _each(linker, call, one)
    linker.edge(call.this, call.result)


def _reject(linker: Linker, call: CallSite) -> None:
    reason = linker.fresh(call.result)
    linker.read(call.this, REASON, reason)
    given = argument(linker, call, 0)
    _each(linker, call, lambda token: linker.edge(given, refused(linker, token.home)))
    linker.edge(call.this, call.result)


def _values(linker: Linker, call: CallSite) -> tuple[int, ...]:
    """What handlers are called with: the values of a deferred, or the one of anything else."""
    at = linker.fresh(call.result)
    linker.read(call.this, keys.VALUES, at)
    given = tuple(linker.fresh(call.result) for _ in range(_MOST))
    for index, node in enumerate(given):
        linker.read(at, str(index), node)

    def other(token: Token) -> None:
        if not isinstance(token, ObjectToken) or token.kind != "deferred":
            linker.edge(call.this, given[0])

    linker.each_token(call.this, other)
    return given


def _done(linker: Linker, call: CallSite) -> None:
    """done: handlers that do not change what follows."""
    values = _values(linker, call)
    for handler in call.args:
        virtual(linker, call, handler, values, linker.fresh(call.result))
    linker.edge(call.this, call.result)


def _notify(linker: Linker, call: CallSite) -> None:
    """notify(a): what handlers of progress are called with."""
    for arg in call.args[:1]:
        linker.write(call.this, keys.NOTICE, arg)
    linker.edge(call.this, call.result)


def _progress(linker: Linker, call: CallSite) -> None:
    notice = linker.fresh(call.result)
    linker.read(call.this, keys.NOTICE, notice)
    for handler in call.args:
        virtual(linker, call, handler, (notice,), linker.fresh(call.result))
    linker.edge(call.this, call.result)


def _fail(linker: Linker, call: CallSite) -> None:
    reason = linker.fresh(call.result)
    linker.read(call.this, REASON, reason)
    for handler in call.args:
        virtual(linker, call, handler, (reason,), linker.fresh(call.result))
    linker.edge(call.this, call.result)


def _always(linker: Linker, call: CallSite) -> None:
    _done(linker, call)
    _fail(linker, call)


def _then(linker: Linker, call: CallSite) -> None:
    """What the handler returns is what the next one gets."""
    if is_given(linker, call, 0):
        virtual(linker, call, call.args[0], _values(linker, call), call.result)
    else:
        linker.edge(call.this, call.result)
    if is_given(linker, call, 1):
        reason = linker.fresh(call.result)
        linker.read(call.this, REASON, reason)
        virtual(linker, call, call.args[1], (reason,), call.result)
    else:
        linker.read(call.this, FAILURE, call.result)


def _catch(linker: Linker, call: CallSite) -> None:
    linker.edge(call.this, call.result)
    reason = linker.fresh(call.result)
    linker.read(call.this, REASON, reason)
    virtual(linker, call, argument(linker, call, 0), (reason,), call.result)


def _same(linker: Linker, call: CallSite) -> None:
    linker.edge(call.this, call.result)


DEFERRED_METHODS: Mapping[str, Native] = MappingProxyType(
    {
        "resolve": _resolve,
        "resolveWith": _resolve_with,
        "notify": _notify,
        "reject": _reject,
        "done": _done,
        "progress": _progress,
        "fail": _fail,
        "always": _always,
        "then": _then,
        "pipe": _then,
        "catch": _catch,
        "promise": _same,
    }
)
DEFERREDS: Mapping[str, Native] = MappingProxyType({"deferred": deferred, "when": when})
