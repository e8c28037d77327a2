"""The JSON that Semgrep's core prints -> matches, and troubles that left something unanswered.

The form is `core_output` of semgrep_output_v1.atd, read for the pinned version; another form raises `UnreadableError`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from reviewer.record import value


class UnreadableError(ValueError):
    """What was printed is not an answer of the core."""


@value
class Match:
    """A place that a rule matched, in half-open UTF-8 byte offsets of the copy named `target`."""

    rule: str
    target: str
    start: int
    end: int


@value
class Span:
    """A range as the core tells it for text it could not read: lines from 1, columns from 1 in UTF-8 bytes."""

    start_line: int
    start_column: int
    end_line: int
    end_column: int


@value
class Trouble:
    """Something the core could not do: for one rule, one target, both, or (neither given) at all.

    `kind` is the core's own name for it ("Timeout", "PartialParsing", "Rule parse error").
    """

    kind: str
    rule: str | None
    target: str | None
    message: str
    spans: tuple[Span, ...]


@value
class Answer:
    """One run's result; `scanned` are the targets the core says it looked at."""

    matches: tuple[Match, ...]
    troubles: tuple[Trouble, ...]
    scanned: frozenset[str]


def read_answer(printed: bytes) -> Answer:
    """The answer in what was printed on standard output; raises `UnreadableError`."""
    try:
        document = _mapping(json.loads(printed))
    except ValueError as error:
        raise UnreadableError(str(error)) from error
    return Answer(
        matches=tuple(_match(_mapping(item)) for item in _list(document, "results")),
        troubles=tuple(_trouble(_mapping(item)) for item in _list(document, "errors")),
        scanned=frozenset(path for path in _list(_mapping(document.get("paths")), "scanned") if isinstance(path, str)),
    )


def _match(item: Mapping[str, object]) -> Match:
    # `is_ignored` is left unread on purpose: it is what a `nosemgrep` in the reviewed text asks for.
    return Match(
        rule=_word(item, "check_id"),
        target=_word(item, "path"),
        start=_number(_mapping(item.get("start")), "offset"),
        end=_number(_mapping(item.get("end")), "offset"),
    )


def _trouble(item: Mapping[str, object]) -> Trouble:
    kind, spans = _kind(item.get("error_type"))
    rule = item.get("rule_id")
    place = item.get("location")
    target = _mapping(place).get("path") if place is not None else None
    message = item.get("message")
    return Trouble(
        kind=kind,
        rule=rule if isinstance(rule, str) else None,
        target=target if isinstance(target, str) else None,
        message=message if isinstance(message, str) else "",
        spans=spans,
    )


def _kind(value: object) -> tuple[str, tuple[Span, ...]]:
    """An ATD variant: a bare word, or a word with its contents (`["PartialParsing", [span, ...]]`)."""
    if isinstance(value, str):
        return value, ()
    if isinstance(value, Sequence) and value and isinstance(value[0], str):
        places = value[1] if len(value) > 1 and isinstance(value[1], list) else []
        return value[0], tuple(_spans(places))
    raise UnreadableError(f"error_type is {value!r:.80}")


def _spans(places: Sequence[object]) -> Iterator[Span]:
    for place in places:
        if isinstance(place, Mapping) and "start" in place:
            start, end = _mapping(place["start"]), _mapping(place.get("end"))
            yield Span(
                start_line=_number(start, "line"),
                start_column=_number(start, "col"),
                end_line=_number(end, "line"),
                end_column=_number(end, "col"),
            )


def _mapping(value: object) -> Mapping[str, object]:
    if isinstance(value, dict):
        return value
    raise UnreadableError(f"an object was expected, not {value!r:.80}")


def _list(item: Mapping[str, object], key: str) -> list[object]:
    value = item.get(key)
    if isinstance(value, list):
        return value
    raise UnreadableError(f"{key} is no list: {value!r:.80}")


def _word(item: Mapping[str, object], key: str) -> str:
    value = item.get(key)
    if isinstance(value, str):
        return value
    raise UnreadableError(f"{key} is no text: {value!r:.80}")


def _number(item: Mapping[str, object], key: str) -> int:
    value = item.get(key)
    if isinstance(value, int):
        return value
    raise UnreadableError(f"{key} is no number: {value!r:.80}")
