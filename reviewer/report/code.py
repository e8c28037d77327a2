"""A place in a file -> the code to show: numbered lines, flagged ranges marked, secrets masked, cuts visible."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cached_property

from reviewer.masking import mask
from reviewer.record import value
from reviewer.report.tint import Tint, tints
from reviewer.source import LineMap, Location, SourceFile

Spans = Sequence[tuple[int, int]]

_CONTEXT = 2
_WIDE = 240
_AROUND = 100
_FLAGGED = 160
_HEAD = 8


class PartKind(StrEnum):
    """How a stretch of code is to be shown: as it is, flagged, a masked secret, or a sign that something is cut."""

    PLAIN = "plain"
    FLAGGED = "flagged"
    MASKED = "masked"
    CUT = "cut"


@value
class Part:
    """A stretch of a line. Its text is as submitted: whoever shows it escapes it and names hidden characters.

    `tint` says what it is in its language: comment, word, text, number, name, or "" for anything else.
    """

    kind: PartKind
    text: str
    tint: str = ""


@value
class Line:
    """One line of code by its number from 1; number 0 stands for lines left out, and says how many."""

    number: int
    parts: tuple[Part, ...]


class Code:
    """One file, ready to be shown in parts: its lines, and the ranges of it that are secret."""

    def __init__(self, file: SourceFile, secret: Spans) -> None:
        self.file = file
        self._secret = secret

    @cached_property
    def lines(self) -> LineMap:
        """Its lines; measured when first asked for."""
        return LineMap(self.file.text)

    @cached_property
    def _tints(self) -> Sequence[Tint]:
        return tints(self.file)

    def excerpt(self, location: Location) -> Iterator[Line]:
        """The lines of a place with a little around them; the middle of a very long place is left out."""
        first, last = self._reach(location)
        shown = [*range(max(1, first - _CONTEXT), min(self.lines.count, last + _CONTEXT) + 1)]
        if last - first >= 2 * _HEAD:
            shown = [number for number in shown if number < first + _HEAD or number > last - 2]
        flagged = ((location.start, location.end),)
        before = shown[0] - 1
        for number in shown:
            if number != before + 1:
                yield Line(number=0, parts=(Part(PartKind.CUT, str(number - before - 1)),))
            yield self._narrow(number, flagged)
            before = number

    def single(self, location: Location) -> Line:
        """The line a place begins on."""
        return self._narrow(self._reach(location)[0], ((location.start, location.end),))

    def listing(self, flagged: Iterable[Location]) -> Iterator[Line]:
        """Every line in full."""
        ranges = _merged((place.start, place.end) for place in flagged)
        for number in range(1, self.lines.count + 1):
            start = self.lines.start(number)
            yield Line(number, tuple(self._parts(start, start + len(self.lines.line(number)), ranges)))

    def text(self, location: Location) -> str:
        """The text at a place on one line, shortened, no secret in clear."""
        end = min(location.end, location.start + _FLAGGED)
        parts = (part.text for part in self._parts(location.start, end, ()))
        return " ".join("".join(parts).split()) + ("…" if end < location.end else "")

    def _reach(self, location: Location) -> tuple[int, int]:
        first = self.lines.position(location.start).line
        last = self.lines.position(max(location.start, location.end - 1)).line
        return first, last

    def _narrow(self, number: int, flagged: Spans) -> Line:
        start = self.lines.start(number)
        end = start + len(self.lines.line(number))
        if end - start <= _WIDE:
            return Line(number, tuple(self._parts(start, end, flagged)))
        begin, stop = _window(start, end, flagged)
        parts = tuple(self._parts(begin, stop, flagged))
        head = (Part(PartKind.CUT, ""),) if begin > start else ()
        tail = (Part(PartKind.CUT, ""),) if stop < end else ()
        return Line(number, (*head, *parts, *tail))

    def _parts(self, start: int, end: int, flagged: Spans) -> Iterator[Part]:
        """[start, end) of the file as parts; a secret is masked as a whole; of a part of one nothing is told."""
        at = start
        for low, high in _within(self._secret, start, end):
            yield from self._marked(at, low, flagged)
            inside = start <= low and high <= end
            yield Part(PartKind.MASKED, mask(self.file.text[low:high]) if inside else "…")
            at = min(high, end)
        yield from self._marked(at, end, flagged)

    def _marked(self, start: int, end: int, flagged: Spans) -> Iterator[Part]:
        at = start
        for low, high in _within(flagged, start, end):
            low, high = max(low, start), min(high, end)  # noqa: PLW2901 - the part of it that is on this line
            # A mark that goes on from the line before begins with the code, not with the space it is indented by.
            low += len(self.file.text[low:high]) - len(self.file.text[low:high].lstrip(" \t"))  # noqa: PLW2901
            if at < low:
                yield from self._coloured(PartKind.PLAIN, at, low)
            if low < high:
                yield from self._coloured(PartKind.FLAGGED, low, high)
            at = high
        if at < end:
            yield from self._coloured(PartKind.PLAIN, at, end)

    def _coloured(self, kind: PartKind, start: int, end: int) -> Iterator[Part]:
        """[start, end) as parts of one colour each; nothing of no length but where all of it has none."""
        text, at = self.file.text, start
        first = bisect_right(self._tints, start, key=lambda tint: tint[1])
        for number in range(first, len(self._tints)):
            low, high, colour = self._tints[number]
            if low >= end:
                break
            low, high = max(low, start), min(high, end)
            if at < low:
                yield Part(kind, text[at:low])
            yield Part(kind, text[low:high], colour)
            at = high
        if at < end or start == end:
            yield Part(kind, text[at:end])


def _window(start: int, end: int, flagged: Spans) -> tuple[int, int]:
    """The part of a long line that is shown: what is flagged and a little around it, else its beginning."""
    for low, high in _within(flagged, start, end):
        low, high = max(low, start), min(high, end)  # noqa: PLW2901 - the part of it that is on this line
        return max(start, low - _AROUND), min(end, min(high, low + _FLAGGED) + _AROUND)
    return start, start + _WIDE


def _within(spans: Spans, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Those of some sorted ranges, apart from each other, that touch [start, end)."""
    first = bisect_right(spans, start, key=lambda span: span[1])
    last = bisect_left(spans, end, key=lambda span: span[0])
    return iter(spans[first:last])


def _merged(spans: Iterable[tuple[int, int]]) -> Spans:
    """The same ground, sorted and apart."""
    apart: list[tuple[int, int]] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if apart and start <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return tuple(apart)
