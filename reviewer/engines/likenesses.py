"""Scripts -> the libraries they hold, told by words: copies that were laid out anew, minified again or bundled; and
whether a file that names a library can be a copy of it at all.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from reviewer.engines.protocol import Evidence
from reviewer.record import value
from reviewer.rule import Shape
from reviewer.source import Kind, Location, SourceFile

_SHORTEST = 2_000
_SHARE = 0.9
"""Of a library's words a changed copy may lack a few."""

_HALF = 0.5
_PIECE = 20_000
"""Characters below which a file that lacks most of a library's words is no copy of it that was changed."""

_WORD = re.compile(r"[A-Za-z_$][\w$]{4,39}")
_VERSION = re.compile(r"""(?P<quote>["'`])(?P<version>\d{1,4}\.\d{1,4}\.\d{1,4}(?:-[\w.]{1,20})?)(?P=quote)""")


@value
class Likeness:
    """A library that a file seems to hold; `version` is "" where the file does not tell. Never proof of anything."""

    library: str
    version: str
    location: Location


def likenesses(evidence: Evidence, passed_over: Collection[str]) -> Iterator[Likeness]:
    """The libraries in every script that is none of the files (by path) to pass over."""
    for file in evidence.submission.files:
        if file.kind is Kind.JAVASCRIPT and file.path not in passed_over and len(file.text) >= _SHORTEST:
            yield from _in_file(file, evidence.rulebook.shapes)


def is_piece(file: SourceFile, library: str, version: str, shapes: Collection[Shape]) -> bool:
    """Whether a file is much too small to be a copy of a library, and holds hardly any of what makes it up."""
    if len(file.text) >= _PIECE:
        return False
    words = set(_WORD.findall(file.text))
    shares = [_share(shape, words) for shape in shapes if shape.library == library and version in shape.versions]
    return bool(shares) and max(shares) < _HALF


def _in_file(file: SourceFile, shapes: Collection[Shape]) -> Iterator[Likeness]:
    words = set(_WORD.findall(file.text))
    best: dict[str, Shape] = {}
    for shape in shapes:
        share = _share(shape, words)
        if share >= _SHARE and (shape.library not in best or share > _share(best[shape.library], words)):
            best[shape.library] = shape
    for shape in best.values():
        yield _versioned(file, shape, alone=len(best) == 1)


def _share(shape: Shape, words: Collection[str]) -> float:
    return sum(word in words for word in shape.words) / len(shape.words) if shape.words else 0.0


def _versioned(file: SourceFile, shape: Shape, *, alone: bool) -> Likeness:
    """With the version that the file names as a text of its own, where there is just one that it can be.

    Where the library is alone in the file, that may also be one of its line that nobody listed.
    """
    written = {match["version"]: match for match in _VERSION.finditer(file.text)}
    known = [version for version in written if version in shape.versions]
    line = {version.partition(".")[0] for version in shape.versions}
    possible = known or [version for version in written if alone and version.partition(".")[0] in line]
    if len(possible) == 1:
        match = written[possible[0]]
        return Likeness(shape.library, possible[0], Location(file, match.start(), match.end()))
    return Likeness(shape.library, "", Location(file, 0, 0))
