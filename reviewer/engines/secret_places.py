"""Secrets seen in values -> where each is told: where it is written, or where it is put together of its parts."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from urllib.parse import unquote

from reviewer.engines.decoding import decoded
from reviewer.finding import Confidence
from reviewer.record import value
from reviewer.rule import Rule
from reviewer.source import Location, SourceFile

_SHORTEST_PIECE = 6

_SPEAKING = 9
"""How long a part of a secret is that tells a reader more than the place where the parts are put together."""

_MOST = 0.6
"""How much of a secret a part of it is that stands for the whole; Base64 makes a text longer by a third."""

_KEY = 40
"""How long a part is that is a key to anybody who reads it, whatever it is put together with."""


@value
class Candidate:
    """Text that may hold a secret. When `exact` it is file.text[start:end]; otherwise it is reported as that range.

    `calls` are the kinds of the call that is given it as a secret, where it is a call's argument.
    """

    value: str
    names: tuple[str, ...]
    file: SourceFile
    start: int
    end: int
    exact: bool
    function: str
    calls: tuple[str, ...] = ()


@value
class Hit:
    """A secret found in a candidate, reported as file.text[start:end], which may be in another file than that.

    `core` is the part of it that nobody may know, where there is one (the password of a login).
    """

    rule: Rule
    secret: str
    core: str
    candidate: Candidate
    file: SourceFile
    start: int
    end: int
    confidence: Confidence


_Part = tuple[SourceFile, int, int]
"""Where a part of a secret is written."""


def told(hits: Sequence[Hit], candidates: Sequence[Candidate], written: Sequence[Candidate]) -> list[Hit]:
    """The hits, each at the place where it is told; what is only a part of another secret is not told beside it.

    `written` are the pieces of code among the candidates.
    """
    placed = [_where_it_stands(hit, candidates, written) for hit in hits]
    parts = [frozenset(_parts(hit, written)) for hit in placed]
    together: dict[_Part, list[tuple[Hit, frozenset[_Part]]]] = {}
    for hit, own in zip(placed, parts, strict=True):
        if not hit.candidate.exact:
            for part in own:
                together.setdefault(part, []).append((hit, own))
    return [hit for hit, own in zip(placed, parts, strict=True) if not _is_told_by(hit, own, together)]


def _is_told_by(
    hit: Hit, own: frozenset[_Part], together: Mapping[_Part, Sequence[tuple[Hit, frozenset[_Part]]]]
) -> bool:
    """Whether all that a hit is made of is a part of a whole that is told where it is put together, by a rule that is
    no milder; or a worse rule sees the very same whole.
    """
    first = min(own, key=_order, default=None)
    for other, whole in together.get(first, ()) if first is not None else ():
        apart = (other.file, other.start, other.end) not in whole
        worse = hit.rule.severity.rank - other.rule.severity.rank
        if apart and worse >= 0 and (own < whole or (own == whole and len(hit.secret) < len(other.secret))):
            return True
        if worse > 0 and own == whole and hit.secret == other.secret:
            return True
    return False


def _order(part: _Part) -> tuple[str, int, int]:
    return Location(*part).order


def pieces_of_code(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The texts that stand in the code as they are and may be parts of a secret."""
    return [each for each in candidates if each.exact and len(each.value) >= _SHORTEST_PIECE]


def _parts(hit: Hit, written: Sequence[Candidate]) -> Iterator[_Part]:
    if hit.candidate.exact:
        yield hit.file, hit.start, hit.end
    else:
        yield from ((piece.file, piece.start, piece.end) for piece in written_pieces(hit, written))


def _where_it_stands(hit: Hit, candidates: Sequence[Candidate], written: Sequence[Candidate]) -> Hit:
    """A secret seen in a folded value is reported where it is written, whole or its core or a great part of it, or else
    where it is put together; never where it is used.
    """
    if hit.candidate.exact:
        return hit
    holding = [each for each in candidates if hit.secret in each.value]
    origin = min(holding, key=lambda each: (not each.exact, len(each.value)), default=hit.candidate)
    if origin.exact:
        start = origin.start + origin.value.index(hit.secret)
        return replace(hit, candidate=origin, file=origin.file, start=start, end=start + len(hit.secret))
    pieces = [piece for piece in written_pieces(hit, written) if len(piece.value) >= _SPEAKING]
    inside = {piece.value for piece in pieces if _lies_in(piece, origin)}
    if len(inside) < 2 or any(piece.value not in inside for piece in pieces):
        cores = [piece for piece in pieces if hit.core and piece.value in hit.core]
        greatest = max(len(piece.value) for piece in cores or pieces) if pieces else 0
        enough = min(_MOST * len(hit.secret), _KEY, greatest if cores else _KEY)
        first = next((piece for piece in cores or pieces if len(piece.value) >= enough), None)
        if first is not None:
            return replace(hit, file=first.file, start=first.start, end=first.end)
    return replace(hit, candidate=origin, file=origin.file, start=origin.start, end=origin.end)


def _lies_in(piece: Candidate, whole: Candidate) -> bool:
    return piece.file == whole.file and whole.start <= piece.start and piece.end <= whole.end


def written_pieces(hit: Hit, written: Sequence[Candidate]) -> Iterator[Candidate]:
    """The texts as written that a secret is put together of, also in Base64, backwards or escaped as in a URL."""
    plain = hit.secret
    encoded = base64.b64encode(plain.encode("utf-8")).decode("ascii")
    whole = "\n".join((plain, decoded(plain) or "", encoded, plain[::-1]))
    return (
        piece for piece in written if piece.value in whole or ("%" in piece.value and unquote(piece.value) in whole)
    )
