"""Reviewed texts -> copies for Semgrep, under neutral names; places in a copy -> places in the file."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import accumulate

from reviewer.engines.semgrep.answer import Span
from reviewer.record import thing
from reviewer.source import Dialect, Goal, Kind, Location, Script, SourceFile
from reviewer.submission import Submission

_SUFFIXES: Mapping[Kind, str] = {Kind.HTML: "html", Kind.CSS: "css"}
_SCRIPTS: Mapping[Dialect, tuple[Kind, str]] = {
    Dialect.JAVASCRIPT: (Kind.JAVASCRIPT, "js"),
    Dialect.JSX: (Kind.JAVASCRIPT, "jsx"),
    Dialect.TYPESCRIPT: (Kind.TYPESCRIPT, "ts"),
    Dialect.TSX: (Kind.TYPESCRIPT, "tsx"),
}
_SURROGATE = re.compile("[\ud800-\udfff]")


@thing
class Copy:
    """One text for Semgrep; `script` maps places in it to places in its file, for style sheets too."""

    name: str
    kind: Kind
    script: Script

    @property
    def file(self) -> SourceFile:
        """The file the text comes from."""
        return self.script.file

    @property
    def data(self) -> bytes:
        """The text in UTF-8; a lone surrogate, which has no UTF-8, becomes U+FFFD, of the same length in both units."""
        return _SURROGATE.sub("\ufffd", self.script.text).encode()


def copies(scripts: Iterable[Script], submission: Submission) -> Iterator[Copy]:
    """Every script, and every HTML and CSS file, in order; empty texts hold nothing to look for."""
    others = (
        Script(file=file, text=file.text, start=0, end=len(file.text), exact=True, goal=Goal.SCRIPT)
        for file in submission.files
        if file.kind in (Kind.HTML, Kind.CSS)
    )
    texts = [(*_SCRIPTS[script.dialect], script) for script in scripts]
    texts += [(script.file.kind, _SUFFIXES[script.file.kind], script) for script in others]
    texts.sort(key=lambda text: (text[2].file.path, text[2].start, text[2].end))
    for number, (kind, suffix, script) in enumerate(texts):
        if script.text.strip():
            yield Copy(name=f"{number:05}.{suffix}", kind=kind, script=script)


def places(copy: Copy) -> Callable[[int, int], Location]:
    """From half-open UTF-8 byte offsets in the copy to the place in its file; a character cut in two counts whole."""
    text = copy.script.text
    if text.isascii():
        return lambda start, end: _location(copy, start, end)
    starts = (0, *accumulate(len(character.encode("utf-8", "surrogatepass")) for character in text))

    def place(start: int, end: int) -> Location:
        first = bisect_left(starts, start)
        before = first if first < len(starts) and starts[first] == start else first - 1
        return _location(copy, before, bisect_left(starts, end))

    return place


def unread(copy: Copy, span: Span) -> Location:
    """The place of a span that the core could not read."""
    data = copy.data
    line_starts = (0, *(match.end() for match in re.finditer(rb"\n", data)))

    def offset(line: int, column: int) -> int:
        return line_starts[min(max(line, 1), len(line_starts)) - 1] + max(column, 1) - 1

    return places(copy)(offset(span.start_line, span.start_column), offset(span.end_line, span.end_column))


def _location(copy: Copy, start: int, end: int) -> Location:
    length = len(copy.script.text)
    first = min(max(start, 0), length)
    return copy.script.location(first, min(max(end, first), length))
