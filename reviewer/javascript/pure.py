"""Pure built-in functions and methods of JavaScript on constants: exactly what a browser would compute, or None."""

from __future__ import annotations

import base64
import binascii
import json
import math
import re
from urllib.parse import quote, unquote_to_bytes

from reviewer.javascript.constants import (
    LIMIT,
    Array,
    Boolean,
    Constant,
    Nullish,
    Number,
    Partial,
    Pattern,
    Text,
    number_of,
    number_text,
    text_of,
    truthy,
)
from reviewer.javascript.trial import texts
from reviewer.javascript.trial.values import Regex, Unknown

_MATCHED = 20_000
"""How long a text may be that a pattern is searched in: bundles hold texts of any length."""


def call_method(name: str, base: Constant, args: tuple[Constant, ...]) -> Constant | None:
    """A pure method of a string, array or number; None where it is not computed."""
    match base:
        case Text():
            return _string_method(name, base.value, args)
        case Array():
            return _array_method(name, base.items, args)
        case Number() if name == "toString":
            radix = int(number_of(args[0])) if args else 10
            return Text(_in_radix(base.value, radix)) if _whole(base.value) and 2 <= radix <= 36 else None
        case _:
            return None


def _whole(value: float) -> bool:
    return math.isfinite(value) and value == int(value) and abs(value) < 2**53


def _in_radix(value: float, radix: int) -> str:
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    number, text = abs(int(value)), ""
    while number:
        number, rest = divmod(number, radix)
        text = digits[rest] + text
    return ("-" if value < 0 else "") + (text or "0")


def _index(args: tuple[Constant, ...], position: int, default: float) -> float:
    if position >= len(args) or args[position] == Nullish("undefined"):
        return default
    value = number_of(args[position])
    return 0.0 if math.isnan(value) else value


def _slice_bounds(length: int, args: tuple[Constant, ...]) -> tuple[int, int]:
    def clamp(value: float) -> int:
        if value < 0:
            return max(0, length + int(max(value, -length)))
        return int(min(value, length))

    return clamp(_index(args, 0, 0)), clamp(_index(args, 1, length))


def _string_method(name: str, text: str, args: tuple[Constant, ...]) -> Constant | None:
    match name:
        case "toString" | "valueOf" | "normalize":
            return Text(text)
        case "toLowerCase" | "toLocaleLowerCase":
            return Text(text.lower())
        case "toUpperCase" | "toLocaleUpperCase":
            return Text(text.upper())
        case "trim":
            return Text(text.strip())
        case "concat":
            return _bounded(text + "".join(text_of(arg) for arg in args))
        case "slice":
            start, end = _slice_bounds(len(text), args)
            return Text(text[start:end])
        case "substring":
            start, end = sorted(int(min(max(_index(args, i, d), 0), len(text))) for i, d in ((0, 0), (1, len(text))))
            return Text(text[start:end])
        case "substr":
            start, _ = _slice_bounds(len(text), args[:1])
            return Text(text[start : start + int(max(0, min(_index(args, 1, len(text)), len(text))))])
        case "charAt" | "at":
            at = int(_index(args, 0, 0)) if abs(_index(args, 0, 0)) < LIMIT else LIMIT
            at = at + len(text) if name == "at" and at < 0 else at
            return Text(text[at] if 0 <= at < len(text) else "")
        case "charCodeAt" | "codePointAt":
            at = int(min(max(_index(args, 0, 0), -1), LIMIT))
            return Number(float(ord(text[at]))) if 0 <= at < len(text) and text[at] < "\U00010000" else None
        case "repeat":
            count = _index(args, 0, 0)
            return Text(text * int(count)) if 0 <= count * max(1, len(text)) <= LIMIT else None
        case "split":
            return _split(text, args)
        case "replace" | "replaceAll":
            return _replace(name, text, args)
        case "padStart" | "padEnd":
            return _pad(name, text, args)
        case _:
            return None


def _bounded(text: str) -> Constant | None:
    return Text(text) if len(text) <= LIMIT else None


def _split(text: str, args: tuple[Constant, ...]) -> Constant | None:
    if not args or len(args) > 1 or not isinstance(args[0], Text) or len(text) > LIMIT:
        return None
    parts = list(text) if not args[0].value else text.split(args[0].value)
    return Array(tuple(Text(part) for part in parts))


def _pad(name: str, text: str, args: tuple[Constant, ...]) -> Constant | None:
    width = _index(args, 0, 0)
    filler = text_of(args[1]) if len(args) > 1 else " "
    missing = int(min(width, LIMIT)) - len(text)
    if missing <= 0 or not filler:
        return Text(text)
    padding = (filler * (missing // len(filler) + 1))[:missing]
    return Text(padding + text if name == "padStart" else text + padding)


_SIMPLE_PATTERN = re.compile(r"(?:[^\\^$.*+?()\[\]{}|/]|\\[\\^$.*+?()\[\]{}|/-])+\Z")
"""Regular expressions that are only literal characters: the same in JavaScript and anywhere."""


def literal_pattern(pattern: Pattern) -> str | None:
    """The text that a pattern without any operator matches; None for a real pattern."""
    if "i" in pattern.flags or not _SIMPLE_PATTERN.match(pattern.source):
        return None
    return re.sub(r"\\(.)", r"\1", pattern.source)


def _replace(name: str, text: str, args: tuple[Constant, ...]) -> Constant | None:
    if len(args) != 2 or not isinstance(args[1], Text):
        return None
    if "$" in args[1].value:
        found = args[0] if isinstance(args[0], Pattern) and len(text) <= _MATCHED else None
        return None if found is None or name == "replaceAll" else _matched(found, text, args[1].value)
    everywhere = name == "replaceAll"
    what: str | None = None
    match args[0]:
        case Pattern() as pattern:
            everywhere = "g" in pattern.flags
            what = literal_pattern(pattern)
            if what is None and len(text) <= _MATCHED:
                return _matched(pattern, text, args[1].value)
        case Text():
            what = args[0].value
        case _:
            return None
    if not what or len(text) * (1 + len(args[1].value)) > LIMIT:
        return None
    return Text(text.replace(what, args[1].value, -1 if everywhere else 1))


def around(name: str, text: str, what: Constant) -> Text | Partial | None:
    """What is known of a text in which something is replaced by what is not known; None where nothing is."""
    match what:
        case Pattern(source=source, flags=flags) if len(text) <= _MATCHED:
            sought: Regex | str = Regex(source, flags)
        case Text(value=sought) if sought:
            pass
        case _:
            return None
    try:
        found = list(texts.matches(text, sought, everywhere=name == "replaceAll"))
    except Unknown:
        return None
    return Partial(text[: found[0].start()], text[found[-1].end() :]) if found else Text(text)


def _matched(pattern: Pattern, text: str, template: str) -> Text | None:
    try:
        everywhere = "g" in pattern.flags
        return Text(texts.replaced(text, Regex(pattern.source, pattern.flags), template, None, everywhere=everywhere))
    except Unknown:
        return None


def _array_method(name: str, items: tuple[Constant, ...], args: tuple[Constant, ...]) -> Constant | None:
    match name:
        case "join":
            separator = text_of(args[0]) if args else ","
            parts = ["" if isinstance(item, Nullish) else text_of(item) for item in items]
            return _bounded(separator.join(parts))
        case "reverse" | "toReversed":
            return Array(items[::-1])
        case "slice":
            start, end = _slice_bounds(len(items), args)
            return Array(items[start:end])
        case "concat":
            joined = list(items)
            for arg in args:
                joined.extend(arg.items if isinstance(arg, Array) else (arg,))
            return Array(tuple(joined)) if len(joined) <= LIMIT else None
        case "toString":
            return _bounded(text_of(Array(items)))
        case "at":
            at = int(min(max(_index(args, 0, 0), -LIMIT), LIMIT))
            return items[at] if -len(items) <= at < len(items) else None
        case _:
            return None


_UNESCAPED = "!'()*-._~"
_KEPT = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789@*_+-./")


def call_function(name: str, args: tuple[Constant, ...]) -> Constant | None:
    """A pure function of the global object by its full name ("String.fromCharCode"); None where it is not computed."""
    if name in {"String.fromCharCode", "String.fromCodePoint"}:
        return _of_codes([number_of(arg) for arg in args], whole=name == "String.fromCodePoint")
    if not args:
        return None
    text = text_of(args[0])
    match name:
        case "String":
            return _bounded(text)
        case "Number":
            return Number(number_of(args[0]))
        case "Boolean":
            return Boolean(truthy(args[0]))
        case "parseInt" | "Number.parseInt":
            return Number(_parse_int(text, int(_index(args, 1, 10)) or 10))
        case "atob":
            return _from_base64(text)
        case "btoa":
            return _to_base64(text)
        case "decodeURIComponent" | "decodeURI" | "unescape":
            return _percent_decoded(text, name)
        case "escape":
            return _bounded(_escaped(text))
        case "encodeURIComponent":
            return Text(quote(text, safe=_UNESCAPED)) if _encodable(text) else None
        case "encodeURI":
            return Text(quote(text, safe=_UNESCAPED + ";/?:@&=+$,#")) if _encodable(text) else None
        case "JSON.stringify" if len(args) == 1:
            written = _as_json(args[0])
            return None if written is None else _bounded(written)
        case _:
            return None


def _of_codes(codes: list[float], *, whole: bool) -> Text | None:
    """A text of UTF-16 units, or of whole code points, which throws where one is none."""
    if whole:
        points = [int(code) for code in codes if math.isfinite(code) and code == int(code)]
        return Text("".join(map(chr, points))) if len(points) == len(codes) and _are_points(points) else None
    return Text("".join(chr(int(code) & 0xFFFF) for code in codes if math.isfinite(code)))


def _are_points(points: list[int]) -> bool:
    return all(0 <= point <= 0x10FFFF for point in points)


def _escaped(text: str) -> str:
    """The function `escape` (B.2.1.1), which writes UTF-16 units in hexadecimal."""
    units = text.encode("utf-16-be", "surrogatepass")
    codes = [int.from_bytes(units[at : at + 2]) for at in range(0, len(units), 2)]
    return "".join(
        chr(code) if code < 0x80 and chr(code) in _KEPT else f"%{code:02X}" if code < 0x100 else f"%u{code:04X}"
        for code in codes
    )


def _as_json(value: Constant) -> str | None:
    """What JSON.stringify (25.5.2) makes of it, in one line; None where that is no text, or not computed."""
    match value:
        case Text(value=text):
            return json.dumps(text, ensure_ascii=False) if _encodable(text) else None
        case Number(value=number):
            return number_text(number) if math.isfinite(number) else "null"
        case Boolean() | Nullish(name="null"):
            return text_of(value)
        case Array(items=items):
            parts = ["null" if isinstance(item, Nullish) else _as_json(item) for item in items]
            known = [part for part in parts if part is not None]
            return f"[{','.join(known)}]" if len(known) == len(parts) else None
        case _:
            return None


def _encodable(text: str) -> bool:
    return not any(0xD800 <= ord(char) <= 0xDFFF for char in text)


def _parse_int(text: str, radix: int) -> float:
    text = text.strip().lower()
    sign = -1 if text[:1] == "-" else 1
    text = text.lstrip("+-") if text[:1] in "+-" else text
    if text.startswith("0x") and radix in {10, 16}:
        text, radix = text[2:], 16
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"[:radix]
    known = text[: next((i for i, char in enumerate(text) if char not in digits), len(text))]
    return float(sign * int(known, radix)) if known and len(known) < 200 and 2 <= radix <= 36 else math.nan


def _from_base64(text: str) -> Constant | None:
    compact = "".join(text.split())
    try:
        return Text(base64.b64decode(compact + "=" * (-len(compact) % 4), validate=True).decode("latin-1"))
    except (binascii.Error, ValueError):
        return None


def _to_base64(text: str) -> Constant | None:
    if any(char > "\xff" for char in text):
        return None
    return Text(base64.b64encode(text.encode("latin-1")).decode("ascii"))


def _percent_decoded(text: str, name: str) -> Constant | None:
    if name == "unescape":
        return Text(re.sub(r"%u([0-9a-fA-F]{4})|%([0-9a-fA-F]{2})", lambda m: chr(int(m[1] or m[2], 16)), text))
    if re.search(r"%(?![0-9a-fA-F]{2})", text) or not _encodable(text):
        return None
    try:
        return Text(unquote_to_bytes(text).decode("utf-8"))
    except UnicodeDecodeError:
        return None


def as_index(value: Constant) -> int | None:
    """The array index that a constant property key is, None where it is not one."""
    text = text_of(value)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
