"""What gives a number or a date, whatever it is given: data, but no text of anyone's choice. A truth value is none."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reviewer.javascript.graph import TAINT, CallSite
from reviewer.javascript.linking import Linker
from reviewer.javascript.methods import Native


def numeral(linker: Linker, call: CallSite) -> None:
    """A number, or a date as text, made of what it is called on and given."""
    mask = linker.kinds.guards.get("number", 0)
    for node in (call.this, *call.args, *call.spread):
        if node >= 0:
            linker.graph.edge(node, call.result, TAINT, 0, mask)


def nothing(_linker: Linker, _call: CallSite) -> None:
    """Nothing of what it is given is in what it gives."""
    return


_TELLING = (
    *("endsWith", "has", "hasOwnProperty", "includes", "indexOf", "isPrototypeOf", "isWellFormed", "lastIndexOf"),
    *("localeCompare", "propertyIsEnumerable", "search", "startsWith", "test"),
)
"""Methods that tell something about what they are called on, too little to matter wherever it goes."""

_PARTS = ("Date", "Day", "FullYear", "Hours", "Milliseconds", "Minutes", "Month", "Seconds", "Time", "Year")
_NUMERAL = (
    *("charCodeAt", "codePointAt", "getTimezoneOffset", "toExponential", "toFixed", "toPrecision"),
    *(f"{how}{zone}{part}" for how in ("get", "set") for zone in ("", "UTC") for part in _PARTS),
    *("toDateString", "toGMTString", "toISOString", "toLocaleDateString", "toLocaleTimeString", "toTimeString"),
    "toUTCString",
)

_MATH = (
    *("abs", "acos", "acosh", "asin", "asinh", "atan", "atan2", "atanh", "cbrt", "ceil", "clz32", "cos", "cosh", "exp"),
    *("expm1", "f16round", "floor", "fround", "hypot", "imul", "log", "log10", "log1p", "log2", "max", "min", "pow"),
    *("random", "round", "sign", "sin", "sinh", "sqrt", "sumPrecise", "tan", "tanh", "trunc"),
)

NUMERAL_METHODS: Mapping[str, Native] = MappingProxyType(
    {**dict.fromkeys(_TELLING, nothing), **dict.fromkeys(_NUMERAL, numeral)}
)
NUMERAL_FUNCTIONS: Mapping[str, Native] = MappingProxyType(
    {
        **dict.fromkeys((f"Math.{name}" for name in _MATH), numeral),
        **dict.fromkeys(("BigInt", "BigInt.asIntN", "BigInt.asUintN", "Date", "Date.UTC", "Date.parse"), numeral),
        **dict.fromkeys(("Number", "Number.parseFloat", "Number.parseInt", "parseFloat", "parseInt"), numeral),
        **dict.fromkeys(("Array.isArray", "Boolean", "Number.isFinite", "Number.isInteger", "Number.isNaN"), nothing),
        **dict.fromkeys(("Number.isSafeInteger", "Date.now", "isFinite", "isNaN"), nothing),
    }
)
