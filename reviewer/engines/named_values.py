"""Plain text -> the values written in it and the names they stand under, as settings, headers or code have them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.record import value

_NAME = r"(?<![\w$.-])(?P<name>[\w$][\w$.-]{0,79}+)"
_JOINT = r"""["'`]?\]?[ \t]{0,8}(?:=>|[:=](?!=))"""
_QUOTED = r""""(?P<double>[^"\r\n]{1,5000})"|'(?P<single>[^'\r\n]{1,5000})'|`(?P<template>[^`]{1,5000})`"""
_PASSED = (
    r"""(?P<quote>["'`])(?P<key>[\w$.-]{1,80})(?P=quote)\s{0,8},\s{0,8}"""
    r"""(?P<close>["'`])(?P<value>[^"'`\r\n]{1,5000})(?P=close)"""
)

_WORD = r"""(?P<bare>[^\s\"'`,;.:=<>(){}\[\]]{4,5000}={0,2})"""
_IN_CODE = re.compile(rf"{_NAME}{_JOINT}(?:\s{{0,8}}(?:{_QUOTED})|[ \t]{{0,8}}{_WORD})")
_IN_SETTINGS = re.compile(rf"{_NAME}{_JOINT}[ \t]{{0,8}}(?:{_QUOTED}|(?P<bare>[^\s\"'`][^\r\n]{{0,4999}}))")
_AS_ARGUMENTS = re.compile(_PASSED)
_IN_QUERY = re.compile(r"""[?&;](?P<key>[\w$.-]{1,80})=(?P<value>[^&#;\s"'`<>]{4,2000})[&#;]""")


@value
class NamedValue:
    """The value at [start, end) of the text, which stands under `name`."""

    name: str
    start: int
    end: int


def values_in_code(text: str) -> Iterator[NamedValue]:
    """Values of code as text (comments, code that cannot be parsed): `name = "v"`, `name: 'v'`, `set('name', 'v')`.

    A value without quotes is taken where it is one word: an expression with a dot in it is no value.
    """
    yield from _values(_IN_CODE, text)
    for match in _AS_ARGUMENTS.finditer(text):
        yield NamedValue(match["key"], *match.span("value"))
    yield from _in_query(text)


def _in_query(text: str) -> Iterator[NamedValue]:
    """Values of a URL's query that others follow; the last one of all is read like any other."""
    at = 0
    while match := _IN_QUERY.search(text, at):
        yield NamedValue(match["key"], *match.span("value"))
        at = match.end() - 1


def values_in_settings(text: str) -> Iterator[NamedValue]:
    """Values of settings files: as in code, and without quotes to the end of the line."""
    for each in _values(_IN_SETTINGS, text):
        yield NamedValue(each.name, each.start, each.start + len(text[each.start : each.end].rstrip(" \t,;")))


def _values(pattern: re.Pattern[str], text: str) -> Iterator[NamedValue]:
    at = 0
    while match := pattern.search(text, at):
        group = next(name for name in ("double", "single", "template", "bare") if match[name] is not None)
        yield NamedValue(match["name"], *match.span(group))
        # A quoted value may itself name one: `headers: 'X-Token': 'value'`. Quotes of one kind do not nest.
        at = match.end() if group == "bare" else match.start(group)
