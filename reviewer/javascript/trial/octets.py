"""Bytes in the trial interpreter: typed arrays of one byte each, the Encoding Standard's UTF-8, and Node's `Buffer`.

A typed array is a list of numbers like any other, which texts are made of in the same ways.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from reviewer.javascript.trial.values import UNDEFINED, Builtin, Octets, Unknown, Value, known, to_number, to_text

if TYPE_CHECKING:
    from reviewer.javascript.trial.machine import Machine

_MOST = 100_000
_UTF8 = frozenset({"", "utf-8", "utf8"})
NAMESPACES = frozenset({"Uint8Array", "Uint8ClampedArray", "TextDecoder", "TextEncoder", "Buffer"})
"""The global names that are spoken of here."""


def _numbers(values: Sequence[Value]) -> list[Value]:
    return [float(int(to_number(known(value))) & 0xFF) for value in values]


def _raw(value: Value) -> bytes:
    value = known(value)
    if not isinstance(value, list):
        raise Unknown
    return bytes(int(to_number(known(item))) & 0xFF for item in value)


def _list(raw: bytes) -> list[Value]:
    return [float(byte) for byte in raw]


def _made(_m: Machine, args: Sequence[Value]) -> Value:
    """new Uint8Array(x)."""
    first = known(args[0]) if args else 0.0
    if isinstance(first, list):
        return _numbers(first)
    if isinstance(first, float) and 0 <= first <= _MOST:
        return [0.0] * int(first)
    raise Unknown


def _from(m: Machine, args: Sequence[Value]) -> Value:
    first = known(args[0]) if args else UNDEFINED
    if not isinstance(first, list | str):
        raise Unknown
    found: list[Value] = list(first)
    if len(args) > 1:
        found = [m.call(args[1], [item, float(index)]) for index, item in enumerate(found)]
    return _numbers(found)


def _decoder(_m: Machine, args: Sequence[Value]) -> Value:
    if args and to_text(known(args[0])).strip().lower() not in _UTF8:
        raise Unknown
    return Builtin("TextDecoder")


def _decoded(_m: Machine, args: Sequence[Value]) -> Value:
    return _raw(args[0]).decode("utf-8", "replace").removeprefix("\ufeff") if args else ""


def _bytes_of(text: str, encoding: str) -> bytes:
    try:
        match encoding.lower():
            case "base64" | "base64url":
                plain = "".join(text.split()).replace("-", "+").replace("_", "/").rstrip("=")
                return base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True)
            case "hex":
                return bytes.fromhex(text)
            case "utf8" | "utf-8":
                return text.encode("utf-8")
            case "latin1" | "binary" | "ascii":
                return text.encode("latin-1")
            case _:
                raise Unknown
    except (binascii.Error, ValueError) as slip:
        raise Unknown from slip


def _of_text(encoding: str) -> Callable[[Machine, Sequence[Value]], Value]:
    def found(_m: Machine, args: Sequence[Value]) -> Value:
        return _list(_bytes_of(to_text(known(args[0])), encoding))

    return found


def _buffer(_m: Machine, args: Sequence[Value]) -> Value:
    first = known(args[0])
    if isinstance(first, list):
        return Octets(_numbers(first))
    if not isinstance(first, str):
        raise Unknown
    return Octets(_list(_bytes_of(first, to_text(known(args[1])) if len(args) > 1 else "utf8")))


def shown(octets: Octets, encoding: str) -> str:
    """`toString` of a `Buffer`."""
    raw = _raw(octets)
    match encoding.lower():
        case "" | "utf8" | "utf-8":
            return raw.decode("utf-8", "replace")
        case "latin1" | "binary" | "ascii":
            return raw.decode("latin-1")
        case "hex":
            return raw.hex()
        case "base64":
            return base64.b64encode(raw).decode("ascii")
        case _:
            raise Unknown


FUNCTIONS: Mapping[str, Callable[[Machine, Sequence[Value]], Value]] = MappingProxyType(
    {
        **dict.fromkeys(("new Uint8Array", "new Uint8ClampedArray"), _made),
        **dict.fromkeys(("Uint8Array.from", "Uint8ClampedArray.from"), _from),
        **dict.fromkeys(("Uint8Array.of", "Uint8ClampedArray.of"), lambda _m, args: _numbers(args)),
        "Uint8Array.fromBase64": _of_text("base64"),
        "Uint8Array.fromHex": _of_text("hex"),
        "new TextDecoder": _decoder,
        "TextDecoder.decode": _decoded,
        "new TextEncoder": lambda _m, _args: Builtin("TextEncoder"),
        "TextEncoder.encode": _of_text("utf-8"),
        "Buffer.from": _buffer,
    }
)
"""By their full names, `new` before those that construct."""
