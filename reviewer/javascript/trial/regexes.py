"""A regular expression of ECMAScript -> the same one of Python's, where there is one that cannot run for long."""

from __future__ import annotations

import re
from functools import lru_cache
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from reviewer.javascript.categories import ranges

_REPEATS = 3
"""How many repetitions without an upper bound one pattern may have; one inside another is never tried."""

_SPACES = "\\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_PROPERTY = re.compile(r"\{([^}]*)\}")
_CODE_POINT = re.compile(r"u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})")


@lru_cache(maxsize=1_000)
def compiled(source: str, flags: str) -> re.Pattern[str] | None:
    """The pattern; None where Python cannot say it or matching it might take long."""
    translated = _translated(source, frozenset(flags))
    if translated is None or set(flags) - set("gimsuvyd"):
        return None
    options = re.ASCII
    for flag, option in (("i", re.IGNORECASE), ("m", re.MULTILINE), ("s", re.DOTALL)):
        if flag in flags:
            options |= option
    try:
        tree = parser.parse(translated, options)
        if _loops(tree, inside=False) > _REPEATS:
            return None
        return re.compile(translated, options)
    except (re.error, OverflowError, RecursionError):
        return None


def _translated(source: str, flags: frozenset[str]) -> str | None:
    """Syntax that differs: `$` is the very end, `[^]` anything; named groups, code points, escapes of no meaning."""
    end = "$" if "m" in flags else r"\Z"
    by_code_point, sets = not flags.isdisjoint("uv"), "v" in flags
    out: list[str] = []
    at = 0
    in_class = False
    while at < len(source):
        char = source[at]
        following = source[at + 1 : at + 2]
        if char == "\\" and following in {"p", "P"} and by_code_point:
            named = _PROPERTY.match(source, at + 2)
            held = ranges(named[1], negated=following == "P") if named else None
            if named is None or held is None or "i" in flags:
                return None
            out.append(held if in_class else f"[{held}]")
            at = named.end()
            continue
        if char == "\\" and following == "q" and sets:
            return None
        if char == "\\":
            code = _CODE_POINT.match(source, at + 1)
            escaped = re.escape(chr(int(code[1] or code[2] or code[3], 16))) if code else _escaped(following, in_class)
            if escaped is None:
                return None
            out.append(escaped)
            at = code.end() if code else at + 2
            continue
        if in_class:
            if sets and (char == "[" or source.startswith(("--", "&&"), at)):
                return None
            in_class = char != "]"
            out.append("\\" + char if char in "[&~|" or (char == "-" and following == "-") else char)
        elif char == "[":
            if source.startswith("[^]", at):
                out.append(r"(?s:.)")
                at += 3
                continue
            if source.startswith("[]", at):
                out.append(r"(?!)")
                at += 2
                continue
            in_class = True
            out.append(char)
            if following == "^":
                out.append("^")
                at += 1
        elif char == "$":
            out.append(end)
        elif source.startswith("(?<", at) and source[at + 3 : at + 4] not in {"=", "!"}:
            out.append("(?P<")
            at += 3
            continue
        else:
            out.append(char)
        at += 1
    return "".join(out)


def _escaped(char: str, in_class: bool) -> str | None:
    if not char or char in "ck":
        return None
    if char == "s":
        return _SPACES if in_class else f"[{_SPACES}]"
    if char == "S" and not in_class:
        return f"[^{_SPACES}]"
    return f"\\{char}" if char in "dDwWSbBnrtvf0123456789" else re.escape(char)


def _loops(tree: Any, *, inside: bool) -> int:
    """How many unbounded repetitions there are; more than allowed when one stands inside another."""
    found = 0
    for operator, argument in tree:
        if operator in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
            _, most, inner = argument
            unbounded = most == codes.MAXREPEAT or most > 64
            if unbounded and inside:
                return _REPEATS + 1
            found += unbounded + _loops(inner, inside=inside or unbounded)
        else:
            for part in _inner(argument):
                found += _loops(part, inside=inside)
    return found


def _inner(argument: Any) -> list[Any]:
    if isinstance(argument, parser.SubPattern):
        return [argument]
    if isinstance(argument, tuple | list):
        return [inner for part in argument for inner in _inner(part)]
    return []
