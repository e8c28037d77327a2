"""Compile-time values of JavaScript, and what operators make of them; `pure.py` says what built-in functions do.

Sections cited are those of ECMA-262. A function here either gives exactly what a browser would compute, or None:
nothing is guessed. Results are bounded in size, since hostile code can ask for `'x'.repeat(1e9)`.
"""

from __future__ import annotations

import math
import re

from reviewer.record import value


@value
class Text:
    """A string."""

    value: str


@value
class Number:
    """A number."""

    value: float


@value
class Boolean:
    """`true` or `false`."""

    value: bool


@value
class Nullish:
    """`null` or `undefined`, as `name` says."""

    name: str


@value
class Array:
    """An array of constants."""

    items: tuple[Constant, ...]


@value
class Pattern:
    """A regular expression."""

    source: str
    flags: str


@value
class Partial:
    """A string of which only the beginning and the end are known; either may be empty."""

    prefix: str
    suffix: str


Constant = Text | Number | Boolean | Nullish | Array | Pattern
Value = Constant | Partial

UNKNOWN = Partial("", "")
EQUALITY = frozenset({"===", "==", "!==", "!="})
"""The operators that tell whether two values are the same."""

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
