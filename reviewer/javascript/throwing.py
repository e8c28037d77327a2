"""ECMAScript's errors: what a `catch` gets of what was put into them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reviewer.javascript.graph import TAINT, CallSite, ObjectToken
from reviewer.javascript.linking import Linker
from reviewer.javascript.methods import Native


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


_ERRORS = ("Error", "EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError")

ERRORS: Mapping[str, Native] = MappingProxyType({**dict.fromkeys(_ERRORS, error), "AggregateError": _aggregate})
