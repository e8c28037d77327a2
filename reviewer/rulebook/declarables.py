"""Rows of rules/declaration/*.yaml -> the rights and screens that an application may name."""

from __future__ import annotations

from reviewer.declarable import AccessRight, Requests, Screen
from reviewer.rulebook.fields import Fields


def read_right(fields: Fields) -> AccessRight:
    """A right, with the requests it allows."""
    right = AccessRight(
        name=fields.word("right"),
        title=fields.text("title"),
        requests=tuple(map(_requests, fields.each("requests"))),
        members=fields.choices("members", ("read", "write")),
    )
    if not right.requests:
        fields.object_to("requests", "requests に1つ以上書いてください。", "requests needs at least one entry.")
    fields.close()
    return right


def _requests(fields: Fields) -> Requests:
    requests = Requests(methods=fields.words("methods"), endpoint=fields.pattern("endpoint") or r"(?!)")
    fields.close()
    return requests


def read_screen(fields: Fields) -> Screen:
    """A kind of screen, with its events."""
    screen = Screen(name=fields.word("screen"), title=fields.text("title"), events=fields.words("events"))
    fields.close()
    return screen
