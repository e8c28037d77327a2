"""JSON text -> values that know where they stand; iterative, so that no nesting is too deep."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_STRING = re.compile(r'"[^"\\\x00-\x1f]*+(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*+)*"')
_WORDS: Mapping[str, bool | None] = {"true": True, "false": False, "null": None}


# Real manifests, templates and settings hold some thousands of values; a large template a hundred thousand.
MOST_VALUES = 250_000


class JsonError(Exception):
    """The text is not JSON from `offset` on, or holds more than `MOST_VALUES` values up to there."""

    def __init__(self, offset: int) -> None:
        super().__init__(f"not JSON at character {offset}")
        self.offset = offset


@dataclass(slots=True, eq=False)
class Json:
    """A JSON value at the half-open range [start, end) of its text. Numbers are kept as written.

    Of `members`, `items` and `value` the one that fits is filled; `repeated` are keys that stand more than once in an
    object, of which the last counts, as in every browser.
    """

    start: int
    end: int = 0
    members: dict[str, Json] | None = None
    items: list[Json] | None = None
    value: str | bool | None = None
    is_number: bool = False
    repeated: list[str] = field(default_factory=list)

    def get(self, key: str) -> Json | None:
        """The member of that name, None where this is no object or has none."""
        return self.members.get(key) if self.members is not None else None

    def string(self, key: str) -> str | None:
        """The member of that name where it is a string."""
        member = self.get(key)
        return member.text if member is not None else None

    @property
    def text(self) -> str | None:
        """The value of a string, None for anything else."""
        return self.value if isinstance(self.value, str) and not self.is_number else None

    @property
    def is_null(self) -> bool:
        """It is the word `null`."""
        return self.members is None and self.items is None and self.value is None

    def nodes(self) -> Iterator[Json]:
        """This value and all within it, in the order of the text."""
        pending = [self]
        while pending:
            node = pending.pop()
            yield node
            inner = [*(node.members or {}).values(), *(node.items or ())]
            pending.extend(reversed(inner))


def parse(text: str) -> Json:
    """The value that `text` is; JsonError where it is none (RFC 8259, no comments, no trailing commas)."""
    count = 1
    root, position = _open(text, _skip(text, 0))
    stack = [root] if _is_open(root) else []
    while stack:
        position = _skip(text, position)
        top = stack[-1]
        closing = "}" if top.members is not None else "]"
        is_empty = not (top.members if top.members is not None else top.items)
        if text[position : position + 1] == closing:
            top.end = position + 1
            position = top.end
            stack.pop()
            continue
        if not is_empty:
            if text[position : position + 1] != ",":
                raise JsonError(position)
            position = _skip(text, position + 1)
        count += 1
        if count > MOST_VALUES:
            raise JsonError(position)
        child, position = _member(text, position, top)
        if _is_open(child):
            stack.append(child)
    if _skip(text, position) != len(text):
        raise JsonError(_skip(text, position))
    return root


def _is_open(node: Json) -> bool:
    return node.members is not None or node.items is not None


def _skip(text: str, position: int) -> int:
    match = _SPACE.match(text, position)
    return match.end() if match else position


def _member(text: str, position: int, parent: Json) -> tuple[Json, int]:
    if parent.members is None:
        child, position = _open(text, position)
        if parent.items is not None:
            parent.items.append(child)
        return child, position
    key = _STRING.match(text, position)
    if key is None:
        raise JsonError(position)
    colon = _skip(text, key.end())
    if text[colon : colon + 1] != ":":
        raise JsonError(colon)
    child, position = _open(text, _skip(text, colon + 1))
    name = _unquoted(key.group())
    if name in parent.members:
        parent.repeated.append(name)
    parent.members[name] = child
    return child, position


def _open(text: str, position: int) -> tuple[Json, int]:
    """A scalar whole, or the beginning of an object or array."""
    match text[position : position + 1]:
        case "{":
            return Json(position, members={}), position + 1
        case "[":
            return Json(position, items=[]), position + 1
        case '"':
            string = _STRING.match(text, position)
            if string is None:
                raise JsonError(position)
            return Json(position, string.end(), value=_unquoted(string.group())), string.end()
    for word, value in _WORDS.items():
        if text.startswith(word, position):
            return Json(position, position + len(word), value=value), position + len(word)
    number = _NUMBER.match(text, position)
    if number is None:
        raise JsonError(position)
    return Json(position, number.end(), value=number.group(), is_number=True), number.end()


def _unquoted(literal: str) -> str:
    value = json.loads(literal)
    # A lone surrogate can stand in an escape; it could not be written to any report.
    return str(value).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
