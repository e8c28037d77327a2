"""The text of names, strings, numbers, regular expressions and templates, to their values (ECMA-262, section 12)."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from reviewer.javascript.ast import Problem
from reviewer.javascript.lowering.parts import Part, Reading, Slot, Token
from reviewer.javascript.syntax import (
    BigIntLiteral,
    BooleanLiteral,
    Expression,
    Identifier,
    NullLiteral,
    NumberLiteral,
    PrivateIdentifier,
    Property,
    RegExpLiteral,
    SpreadElement,
    StringLiteral,
    Super,
    TemplateElement,
    TemplateLiteral,
    ThisExpression,
    Unparsed,
)

_ESCAPE = re.compile(
    r"\\(?:u\{(?P<point>[0-9A-Fa-f_]+)\}|u(?P<unit>[0-9A-Fa-f]{4})|x(?P<byte>[0-9A-Fa-f]{2})"
    r"|(?P<octal>[0-3][0-7]{0,2}|[4-7][0-7]?)|(?P<newline>\r\n|[\n\r\u2028\u2029])|(?P<char>.))",
    re.DOTALL,
)
_INVALID_IN_TEMPLATE = re.compile(
    r"\\(?:[1-9]|0[0-9]|x(?![0-9A-Fa-f]{2})|u(?!\{0*(?:10|[0-9A-Fa-f]?)[0-9A-Fa-f]{1,4}\}|[0-9A-Fa-f]{4}))"
)
_PAIR_OF_BACKSLASHES = re.compile(r"\\\\")
_SURROGATES = re.compile(r"[\ud800-\udbff][\udc00-\udfff]")
_SINGLE: Mapping[str, str] = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
# Python refuses to print integers of more than 4300 digits; no program means such a number.
_LONGEST_BIGINT = 3000


def _unescaped(match: re.Match[str]) -> str:
    match match.lastgroup:
        case "point" | "unit" | "byte":
            code = int(match[match.lastgroup].replace("_", ""), 16)
            return chr(code) if code <= 0x10FFFF else "\ufffd"
        case "octal":
            return chr(int(match["octal"], 8))
        case "newline":
            return ""
        case _:
            return _SINGLE.get(match["char"], match["char"])


def _joined(match: re.Match[str]) -> str:
    pair = match[0]
    return chr(0x10000 + ((ord(pair[0]) - 0xD800) << 10) + (ord(pair[1]) - 0xDC00))


def unescape(raw: str) -> str:
    """The value of a string's text between its quotes; escapes that are no escapes stand for their last characters."""
    if "\\" not in raw:
        return raw
    return _SURROGATES.sub(_joined, _ESCAPE.sub(_unescaped, raw))


def _name(reading: Reading, start: int, end: int) -> str:
    name = reading.text[start:end]
    return unescape(name) if "\\" in name else name


def identifier(reading: Reading, start: int, end: int, parts: list[Part]) -> Identifier | Unparsed:
    """A name; one that the parser had to invent has no text."""
    return Identifier(start, end, _name(reading, start, end)) if start < end else Unparsed(start, end)


def private_identifier(reading: Reading, start: int, end: int, parts: list[Part]) -> PrivateIdentifier:
    """`#name`."""
    return PrivateIdentifier(start, end, _name(reading, start + 1, end))


def shorthand(reading: Reading, start: int, end: int, parts: list[Part]) -> Property:
    """`{name}` in an object or a pattern: two identifiers at one place, a key and a value."""
    name = _name(reading, start, end)
    key, value = Identifier(start, end, name), Identifier(start, end, name)
    return Property(start, end, key, value, "init", computed=False, method=False, shorthand=True)


def string(reading: Reading, start: int, end: int, parts: list[Part]) -> StringLiteral:
    """`'...'` or `"..."`."""
    return StringLiteral(start, end, unescape(reading.text[start + 1 : max(start + 1, end - 1)]))


def number(reading: Reading, start: int, end: int, parts: list[Part]) -> NumberLiteral | BigIntLiteral | Unparsed:
    """A number in any of its notations, or a bigint."""
    digits = reading.text[start:end].replace("_", "").lower()
    if digits.endswith("n") and len(digits) <= _LONGEST_BIGINT:
        return BigIntLiteral(start, end, int(digits[:-1], 0) if digits[1:2] in "xob" else int(digits[:-1]))
    if not digits or digits.endswith("n"):
        reading.problems.append(Problem("unsupported", start, end, "This number is not supported"))
        return Unparsed(start, end)
    return NumberLiteral(start, end, _double(digits))


def _double(digits: str) -> float:
    if digits[:2] in {"0x", "0o", "0b"}:
        return _rounded(digits[2:], {"x": 16, "o": 8, "b": 2}[digits[1]])
    if len(digits) > 1 and digits[0] == "0" and digits.isdigit() and not set(digits) & {"8", "9"}:
        return _rounded(digits, 8)
    return float(digits)


def _rounded(digits: str, base: int) -> float:
    try:
        return float(int(digits, base))
    except OverflowError:
        return math.inf


def regex(reading: Reading, start: int, end: int, parts: list[Part]) -> RegExpLiteral:
    """`/pattern/flags`."""
    pattern, _, flags = reading.text[start + 1 : end].rpartition("/")
    return RegExpLiteral(start, end, pattern, flags)


def this(reading: Reading, start: int, end: int, parts: list[Part]) -> ThisExpression:
    """`this`."""
    return ThisExpression(start, end)


def super_(reading: Reading, start: int, end: int, parts: list[Part]) -> Super:
    """`super`."""
    return Super(start, end)


def true(reading: Reading, start: int, end: int, parts: list[Part]) -> BooleanLiteral:
    """`true`."""
    return BooleanLiteral(start, end, value=True)


def false(reading: Reading, start: int, end: int, parts: list[Part]) -> BooleanLiteral:
    """`false`."""
    return BooleanLiteral(start, end, value=False)


def null(reading: Reading, start: int, end: int, parts: list[Part]) -> NullLiteral:
    """`null`."""
    return NullLiteral(start, end)


def keyword(reading: Reading, start: int, end: int, parts: list[Part]) -> Token:
    """A named leaf that only says something about its parent."""
    return Token(reading.text[start:end], start)


def template(reading: Reading, start: int, end: int, parts: list[Slot]) -> TemplateLiteral:
    """A template; what stands between the substitutions is taken from the text."""
    starts = [start + 1, *(slot.end for slot in parts)]
    closed = end - 1 if reading.text[end - 1] == "`" else end
    ends = [*(slot.start for slot in parts), max(starts[-1], closed)]
    quasis = tuple(_quasi(reading, first, last) for first, last in zip(starts, ends, strict=True))
    return TemplateLiteral(start, end, quasis, tuple(_substituted(slot) for slot in parts))


def _substituted(slot: Slot) -> Expression:
    if slot.expression is None or isinstance(slot.expression, SpreadElement):
        return Unparsed(slot.start, slot.end)
    return slot.expression


def _quasi(reading: Reading, start: int, end: int) -> TemplateElement:
    raw = reading.text[start:end]
    if "\r" in raw:
        raw = raw.replace("\r\n", "\n").replace("\r", "\n")
    if "\\" not in raw:
        return TemplateElement(start, end, raw, raw)
    invalid = _INVALID_IN_TEMPLATE.search(_PAIR_OF_BACKSLASHES.sub("  ", raw))
    return TemplateElement(start, end, None if invalid else unescape(raw), raw)
