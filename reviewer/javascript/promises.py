"""Promises: a promise and what it is fulfilled with are one value here; why it was refused stands in a slot (27.2)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reviewer.javascript.arrays import any_element
from reviewer.javascript.callbacks import argument, virtual
from reviewer.javascript.constants import Nullish
from reviewer.javascript.elements import elements, made_array, put
from reviewer.javascript.graph import FAILURE, PART, REASON, CallSite, ObjectToken, RejectedToken, SinkToken, Token
from reviewer.javascript.linking import Linker
from reviewer.javascript.methods import Native


def refused(linker: Linker, promise: int) -> int:
    """The node of the reason for which a promise that is made at a node is refused."""
    reason = linker.fresh(promise)
    linker.introduce(promise, RejectedToken(reason))
    return reason


def is_given(linker: Linker, call: CallSite, index: int) -> bool:
    """Whether a handler is passed there: neither nothing nor `null`."""
    return index < len(call.args) and not isinstance(linker.graph.constants.get(call.args[index]), Nullish)


def _then(linker: Linker, call: CallSite) -> None:
    """What a handler returns is what the next `then` gets; without a handler it is what there was before."""
    thrown = refused(linker, call.result)
    if is_given(linker, call, 0):
        virtual(linker, call, call.args[0], (call.this,), call.result, thrown=thrown)
    else:
        linker.edge(call.this, call.result)
    _on_refusal(linker, call, 1, thrown)


def _catch(linker: Linker, call: CallSite) -> None:
    linker.edge(call.this, call.result)
    _on_refusal(linker, call, 0, refused(linker, call.result))


def _on_refusal(linker: Linker, call: CallSite, index: int, thrown: int) -> None:
    if is_given(linker, call, index):
        reason = linker.fresh(call.result)
        linker.read(call.this, REASON, reason)
        virtual(linker, call, call.args[index], (reason,), call.result, thrown=thrown)
    else:
        linker.read(call.this, FAILURE, call.result)


def _finally(linker: Linker, call: CallSite) -> None:
    """Its handler gets nothing, and what that returns is dropped."""
    linker.edge(call.this, call.result)
    if call.args:
        virtual(linker, call, call.args[0], (), linker.fresh(call.result), thrown=refused(linker, call.result))


def promise(linker: Linker, call: CallSite) -> None:
    """`new Promise(executor)`: what resolve is called with is what the promise holds."""
    if call.args:
        resolve, reject, reason = _settlers(linker, call, call.result)
        virtual(linker, call, call.args[0], (resolve, reject), linker.fresh(call.result), thrown=reason)


def _settlers(linker: Linker, call: CallSite, into: int) -> tuple[int, int, int]:
    """The nodes of `resolve` and `reject` of the promise at a node, and of the reason that it is refused with."""
    resolve, reject, reason = linker.fresh(call.result), linker.fresh(call.result), refused(linker, into)
    linker.introduce(resolve, SinkToken(into))
    linker.introduce(reject, SinkToken(reason))
    return resolve, reject, reason


def _with_resolvers(linker: Linker, call: CallSite) -> None:
    token = ObjectToken("object", call.result)
    linker.introduce(call.result, token)
    made = linker.fresh(call.result)
    resolve, reject, _ = _settlers(linker, call, made)
    for key, node in (("promise", made), ("resolve", resolve), ("reject", reject)):
        linker.edge(node, linker.field(token, key, call.result))


def resolved(linker: Linker, call: CallSite) -> None:
    """Promise.resolve: the value itself, or what a thenable hands to its `then`."""
    if call.args:
        linker.edge(call.args[0], call.result)
        thenable(linker, call, call.args[0], call.result)


def thenable(linker: Linker, call: CallSite, value: int, into: int) -> None:
    """An object of the submission's own that has a `then` is fulfilled with what that calls its first argument with."""

    def seen(token: Token) -> None:
        if isinstance(token, ObjectToken) and token.kind in {"object", "instance"}:
            then, resolve = linker.fresh(call.result), linker.fresh(call.result)
            linker.edge(linker.field(token, "then", then), then)
            linker.introduce(resolve, SinkToken(into))
            virtual(linker, call, then, (resolve, linker.fresh(call.result)), linker.fresh(call.result), value)

    linker.each_token(value, seen)


def _rejected(linker: Linker, call: CallSite) -> None:
    if call.args:
        linker.edge(call.args[0], refused(linker, call.result))


def _all(linker: Linker, call: CallSite) -> None:
    """An array of what each is fulfilled with, in their order; refused when one is."""
    source = argument(linker, call, 0)
    array = made_array(linker, call)
    linker.graph.edge(source, call.result, PART)

    def one(key: str | None, at: int) -> None:
        put(linker, array, key, at)
        linker.read(at, FAILURE, call.result)

    elements(linker, source, one)


def _race(linker: Linker, call: CallSite) -> None:
    any_element(linker, call)
    elements(linker, argument(linker, call, 0), lambda _, at: linker.read(at, FAILURE, call.result))


def _all_settled(linker: Linker, call: CallSite) -> None:
    """An array of objects that tell how each ended: status, and value or reason."""
    source = argument(linker, call, 0)
    array = made_array(linker, call)

    def one(key: str | None, at: int) -> None:
        outcome = linker.fresh(call.result)
        token = ObjectToken("object", outcome)
        linker.introduce(outcome, token)
        linker.edge(at, linker.field(token, "value", at))
        linker.field(token, "status", at)
        linker.read(at, REASON, linker.field(token, "reason", at))
        put(linker, array, key, outcome)

    elements(linker, source, one)
    data = linker.fresh(call.result)
    linker.graph.edge(source, data, PART)
    one(None, data)


def _try(linker: Linker, call: CallSite) -> None:
    if call.args:
        virtual(linker, call, call.args[0], call.args[1:], call.result)


PROMISE_METHODS: Mapping[str, Native] = MappingProxyType({"then": _then, "catch": _catch, "finally": _finally})
PROMISE_FUNCTIONS: Mapping[str, Native] = MappingProxyType(
    {
        "Promise": promise,
        "Promise.all": _all,
        "Promise.allSettled": _all_settled,
        "Promise.any": any_element,
        "Promise.race": _race,
        "Promise.reject": _rejected,
        "Promise.resolve": resolved,
        "Promise.try": _try,
        "Promise.withResolvers": _with_resolvers,
    }
)
