"""ECMAScript's errors and rejected promises: what a `catch` gets of what was thrown or rejected."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reviewer.javascript.graph import FAILURE, REASON, TAINT, CallSite, ObjectToken, RejectedToken, SinkToken
from reviewer.javascript.linking import Linker, Native


def error(linker: Linker, call: CallSite) -> None:
    """`new Error(message, {cause})`, also as what a class of the code's own extends."""
    _make_error(linker, call, *call.args[:2])


def _aggregate(linker: Linker, call: CallSite) -> None:
    _make_error(linker, call, *call.args[1:3])
    if call.args:
        linker.write(call.result, "errors", call.args[0])


def _make_error(linker: Linker, call: CallSite, message: int = -1, options: int = -1) -> None:
    holder = call.this
    if call.new or holder < 0:
        holder = call.result
        linker.introduce(holder, ObjectToken("error", holder))
    if message >= 0:
        text = linker.fresh(message)
        linker.graph.edge(message, text, TAINT)
        linker.write(holder, "message", text)
        linker.write(holder, "stack", text)
    if options >= 0:
        cause = linker.fresh(options)
        linker.read(options, "cause", cause)
        linker.write(holder, "cause", cause)


def reject(linker: Linker, call: CallSite) -> None:
    """`Promise.reject(reason)`."""
    if call.args:
        linker.introduce(call.result, RejectedToken(call.args[0]))


def rejection_of(linker: Linker, call: CallSite) -> int:
    """A node for what the promise that a call gives may be rejected with."""
    reason = linker.fresh(call.result)
    linker.introduce(call.result, RejectedToken(reason))
    return reason


def rejecting(linker: Linker, reason: int) -> int:
    """A function that rejects a promise."""
    function = linker.fresh(reason)
    linker.introduce(function, SinkToken(reason))
    return function


def reason_of(linker: Linker, promise: int, like: int) -> int:
    """A node for what a promise may be rejected with."""
    reason = linker.fresh(like)
    linker.read(promise, REASON, reason)
    return reason


def pass_on(linker: Linker, promise: int, result: int) -> None:
    """A promise that is rejected when another one is."""
    linker.read(promise, FAILURE, result)


_ERRORS = ("Error", "EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError")

ERRORS: Mapping[str, Native] = MappingProxyType({**dict.fromkeys(_ERRORS, error), "AggregateError": _aggregate})
