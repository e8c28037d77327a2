"""Compile-time values of JavaScript: what operators and pure built-in functions make of constants.

Sections cited are those of ECMA-262. A function here either gives exactly what a browser would compute, or None:
nothing is guessed. Results are bounded in size, since hostile code can ask for `'x'.repeat(1e9)`.
"""

from __future__ import annotations

import base64
import binascii
import math
import re
from dataclasses import dataclass
from urllib.parse import quote, unquote_to_bytes


@dataclass(frozen=True, slots=True)
class Text:
    """A string."""

    value: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number."""

    value: float


@dataclass(frozen=True, slots=True)
class Boolean:
    """`true` or `false`."""

    value: bool


@dataclass(frozen=True, slots=True)
class Nullish:
    """`null` or `undefined`, as `name` says."""

    name: str


@dataclass(frozen=True, slots=True)
class Array:
    """An array of constants."""

    items: tuple[Constant, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression."""

    source: str
    flags: str


@dataclass(frozen=True, slots=True)
class Partial:
    """A string of which only the beginning and the end are known; either may be empty."""

    prefix: str
    suffix: str


Constant = Text | Number | Boolean | Nullish | Array | Pattern
Value = Constant | Partial

UNKNOWN = Partial("", "")
LIMIT = 1_000_000
"""Strings and arrays longer than this are not computed."""


def number_text(value: float) -> str:
    """Number::toString (6.1.6.1.20) in base ten."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if value == 0:
        return "0"
    if value == int(value) and abs(value) < 1e21:
        return str(int(value))
    mantissa, _, exponent = repr(abs(value)).partition("e")
    digits = mantissa.replace(".", "").lstrip("0").rstrip("0")
    point = len(mantissa.partition(".")[0].lstrip("0")) if mantissa[0] != "0" else _leading(mantissa)
    point += int(exponent or 0)
    sign = "-" if value < 0 else ""
    if len(digits) <= point <= 21:
        return sign + digits + "0" * (point - len(digits))
    if 0 < point <= 21:
        return f"{sign}{digits[:point]}.{digits[point:]}"
    if -6 < point <= 0:
        return f"{sign}0.{'0' * -point}{digits}"
    power = point - 1
    shown = digits[0] + (f".{digits[1:]}" if len(digits) > 1 else "")
    return f"{sign}{shown}e{'+' if power >= 0 else '-'}{abs(power)}"


def _leading(mantissa: str) -> int:
    fraction = mantissa.partition(".")[2]
    return -(len(fraction) - len(fraction.lstrip("0")))


def text_of(value: Constant) -> str:
    """ToString (7.1.17) of a constant; an array joins its items as String(array) does."""
    match value:
        case Text():
            return value.value
        case Number():
            return number_text(value.value)
        case Boolean():
            return "true" if value.value else "false"
        case Nullish():
            return value.name
        case Pattern():
            return f"/{value.source}/{value.flags}"
        case Array():
            return ",".join("" if isinstance(item, Nullish) else text_of(item) for item in value.items)


def number_of(value: Constant) -> float:
    """ToNumber (7.1.4) of a constant; NaN where it is not a number."""
    match value:
        case Number():
            return value.value
        case Boolean():
            return 1.0 if value.value else 0.0
        case Nullish():
            return 0.0 if value.name == "null" else math.nan
        case Text() | Array() | Pattern():
            return _string_to_number(text_of(value))


_DECIMAL = re.compile(r"[+-]?(?:Infinity|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\Z")
_RADIX = re.compile(r"0(?:[xX][0-9a-fA-F]+|[oO][0-7]+|[bB][01]+)\Z")


def _string_to_number(text: str) -> float:
    text = text.strip()
    if not text:
        return 0.0
    if _RADIX.match(text):
        return float(int(text, 0)) if len(text) < 200 else math.nan
    return float(text.replace("Infinity", "inf")) if _DECIMAL.match(text) else math.nan


def join(left: Value, right: Value) -> Value:
    """String concatenation, keeping what is known of the ends."""
    if not isinstance(left, Partial) and not isinstance(right, Partial):
        text = text_of(left) + text_of(right)
        return Text(text) if len(text) <= LIMIT else UNKNOWN
    prefix = left.prefix if isinstance(left, Partial) else text_of(left)
    if not isinstance(left, Partial) and isinstance(right, Partial):
        prefix += right.prefix
    suffix = right.suffix if isinstance(right, Partial) else text_of(right)
    if not isinstance(right, Partial) and isinstance(left, Partial):
        suffix = left.suffix + suffix
    return Partial(prefix[:LIMIT], suffix[-LIMIT:])


def either(left: Value, right: Value) -> Value:
    """What is known of a value that is one of two: the same constant, or the common beginning and end."""
    if left == right:
        return left
    first, second = _ends(left), _ends(right)
    prefix = _common(first[0], second[0])
    suffix = _common(first[1][::-1], second[1][::-1])[::-1]
    return Partial(prefix, suffix)


def _ends(value: Value) -> tuple[str, str]:
    if isinstance(value, Partial):
        return value.prefix, value.suffix
    text = text_of(value)
    return text, text


def _common(left: str, right: str) -> str:
    length = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        length += 1
    return left[:length]


def add(left: Value, right: Value) -> Value:
    """The operator `+` (13.15.3)."""
    if isinstance(left, Number | Boolean | Nullish) and isinstance(right, Number | Boolean | Nullish):
        return Number(number_of(left) + number_of(right))
    return join(left, right)


_INT32 = 2**32


def _int32(value: float) -> int:
    if not math.isfinite(value):
        return 0
    wrapped = int(value) % _INT32
    return wrapped - _INT32 if wrapped >= _INT32 // 2 else wrapped


def binary(operator: str, left: Constant, right: Constant) -> Constant | None:
    """A binary operator other than `+` on constants; None where it is not computed."""
    one, other = number_of(left), number_of(right)
    if operator in {"-", "*", "/", "%"}:
        return Number(_arithmetic(operator, one, other))
    a, b = _int32(one), _int32(other)
    match operator:
        case "|":
            return Number(float(a | b))
        case "&":
            return Number(float(a & b))
        case "^":
            return Number(float(a ^ b))
        case "<<":
            return Number(float(_int32(float(a << (b & 31)))))
        case ">>":
            return Number(float(a >> (b & 31)))
        case ">>>":
            return Number(float((a % _INT32) >> (b & 31)))
        case "===":
            return Boolean(type(left) is type(right) and left == right)
        case "!==":
            return Boolean(not (type(left) is type(right) and left == right))
        case _:
            return None


def _arithmetic(operator: str, one: float, other: float) -> float:
    if operator == "-":
        return one - other
    if operator == "*":
        return one * other
    if other == 0 or math.isnan(one) or math.isnan(other):
        if operator == "%" or one == 0 or math.isnan(one) or math.isnan(other):
            return math.nan
        return math.copysign(math.inf, one) * math.copysign(1.0, other)
    if operator == "/":
        return one / other
    return math.fmod(one, other) if math.isfinite(one) else math.nan


def unary(operator: str, value: Constant) -> Constant | None:
    """A unary operator on a constant; None where it is not computed."""
    match operator:
        case "-":
            return Number(-number_of(value))
        case "+":
            return Number(number_of(value))
        case "~":
            return Number(float(~_int32(number_of(value))))
        case "!":
            return Boolean(not truthy(value))
        case "void":
            return Nullish("undefined")
        case _:
            return None


def truthy(value: Constant) -> bool:
    """ToBoolean (7.1.2)."""
    match value:
        case Text():
            return value.value != ""
        case Number():
            return value.value != 0 and not math.isnan(value.value)
        case Boolean():
            return value.value
        case Nullish():
            return False
        case Array() | Pattern():
            return True


# Built-in functions and methods ---------------------------------------------------------------------------------------


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
    if len(args) != 2 or not isinstance(args[1], Text) or "$" in args[1].value:
        return None
    everywhere = name == "replaceAll"
    what: str | None = None
    match args[0]:
        case Pattern():
            everywhere = "g" in args[0].flags
            what = literal_pattern(args[0])
        case Text():
            what = args[0].value
        case _:
            return None
    if not what or len(text) * (1 + len(args[1].value)) > LIMIT:
        return None
    return Text(text.replace(what, args[1].value, -1 if everywhere else 1))


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


def call_function(name: str, args: tuple[Constant, ...]) -> Constant | None:
    """A pure function of the global object by its full name ("String.fromCharCode"); None where it is not computed."""
    if name == "String.fromCharCode":
        return Text("".join(chr(int(number_of(a)) & 0xFFFF) for a in args if math.isfinite(number_of(a))))
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
        case "encodeURIComponent":
            return Text(quote(text, safe=_UNESCAPED)) if _encodable(text) else None
        case "encodeURI":
            return Text(quote(text, safe=_UNESCAPED + ";/?:@&=+$,#")) if _encodable(text) else None
        case _:
            return None


def _encodable(text: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in text)


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
