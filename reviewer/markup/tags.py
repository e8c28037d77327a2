"""The text of a start tag cut into attributes with exact places.

After the tokenizer states of https://html.spec.whatwg.org/multipage/parsing.html from "tag name state" on; what values
decode to is the parser's business.
"""

from __future__ import annotations

import re

from reviewer.record import value


@value
class Attribute:
    """One attribute as written: its lower-case name, all of it in [start, end), its value in [value_start, value_end).

    Quotes belong to the attribute, not to the value.
    """

    name: str
    start: int
    end: int
    value_start: int
    value_end: int


@value
class Tag:
    """A tag in [start, end); `closed` where its `>` is there before the end of the text."""

    start: int
    end: int
    attributes: tuple[Attribute, ...]
    closed: bool


_TAG_NAME = re.compile(r"</?[^\t\n\f\r />]*")
_BEFORE_NAME = re.compile(r"[\t\n\f\r /]*")
# An equals sign that stands first belongs to the name.
_NAME = re.compile(r"=?[^\t\n\f\r />=]*")
_BEFORE_VALUE = re.compile(r"[\t\n\f\r ]*(=)[\t\n\f\r ]*")
_UNQUOTED = re.compile(r"[^\t\n\f\r >]*")


def read_tag(text: str, start: int) -> Tag:
    """The tag whose `<` is at `start`."""
    found: list[Attribute] = []
    position = _end(_TAG_NAME, text, start)
    while True:
        position = _end(_BEFORE_NAME, text, position)
        if position >= len(text):
            return Tag(start, len(text), tuple(found), closed=False)
        if text[position] == ">":
            return Tag(start, position + 1, tuple(found), closed=True)
        name_start, position = position, _end(_NAME, text, position)
        name = text[name_start:position].lower()
        value_start = value_end = end = position
        equals = _BEFORE_VALUE.match(text, position)
        if equals is not None:
            value_start, value_end, end = _value(text, equals.end())
            if value_end < 0:
                return Tag(start, len(text), tuple(found), closed=False)
        found.append(Attribute(name, name_start, end, value_start, value_end))
        position = end


def _value(text: str, start: int) -> tuple[int, int, int]:
    """Where a value starts and ends and where the attribute ends; an end of -1 for a quote that is never closed."""
    if start < len(text) and text[start] in "\"'":
        end = text.find(text[start], start + 1)
        return start + 1, end, end + 1
    end = _end(_UNQUOTED, text, start)
    return start, end, end


def _end(pattern: re.Pattern[str], text: str, position: int) -> int:
    match = pattern.match(text, position)
    return position if match is None else match.end()
