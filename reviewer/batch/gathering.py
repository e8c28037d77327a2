"""The results of all submissions -> what is said of the whole store: list, index page, SARIF log, and its history.

Submissions are gone through one at a time. `all.jsonl` is put in place last: it marks a batch that came to its end, and
is what the next one is compared with.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from reviewer.batch import result
from reviewer.batch.hosting import unwritable
from reviewer.batch.plan import Plan
from reviewer.batch.result import UnwrittenError
from reviewer.errors import ReviewerError
from reviewer.ledger.standing import Approvals
from reviewer.report.index import Batch, Past, Tally, count, render, sarif, tally, tally_line, tally_of_line
from reviewer.report.summary import from_line, to_line
from reviewer.revision import Subject
from reviewer.rule import Rulebook
from reviewer.summary import Summary
from reviewer.text import Language

ALL, LOG, INDEX = "all.jsonl", "all.sarif", "index.html"
HISTORY, TALLIES = "history", "tallies.jsonl"
_VERDICTS = "failed"
_DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Gathering:
    """How a batch is told: of which store, when, in which language, and what the ledger says, where one was asked."""

    out: Path
    store: str
    when: str
    language: Language
    approvals: Approvals | None
    rulebook: Callable[[], Rulebook]


@dataclass(frozen=True, slots=True)
class Gathered:
    """How many submissions have which verdict, and how many "failed"; whether what the batch before left is lost."""

    verdicts: Mapping[str, int]
    is_past_lost: bool


def gathered(order: Gathering, plan: Plan) -> Gathered:
    """Write everything, and say how many have which verdict.

    Where nothing is other than it was, everything stays as it is. ReviewerError where it cannot be written.
    """
    out = order.out
    try:
        draft = out / result.STATE / ALL
        verdicts = _listed(order, plan, draft)
        if _is_same(draft, out / ALL) and all((out / name).is_file() for name in (LOG, INDEX)):
            draft.unlink()
            return Gathered(verdicts, is_past_lost=False)
        past, is_lost = _past(out)
        census = count(_summaries(draft), past)
        batch = Batch(when=order.when, store=order.store, command=None, lines=ALL, log=LOG, is_past_lost=is_lost)
        history = _history(out)
        result.write_stream(out / LOG, _encoded(sarif(_summaries(draft), order.rulebook(), past, order.language)))
        result.write_stream(out / INDEX, _encoded(render(census, batch, history, order.language)))
        if past is not None:
            _archive(out, past.when)
        elif (out / ALL).is_file():
            _archive(out, f"{order.when}-{_DAMAGED}")
        lines = [tally_line(each) for each in (*history, tally(census, order.when))]
        result.write_stream(out / HISTORY / TALLIES, _encoded(lines))
        draft.replace(out / ALL)
    except (UnwrittenError, OSError) as error:
        reason = str(error) if isinstance(error, UnwrittenError) else error.strerror or str(error)
        raise ReviewerError(unwritable(str(out), reason)) from error
    return Gathered(verdicts, is_lost)


def _listed(order: Gathering, plan: Plan, draft: Path) -> Mapping[str, int]:
    """Every submission's line in the order of the plan: none missing, none twice."""
    verdicts: dict[str, int] = {}

    def lines() -> Iterator[str]:
        for each in plan.items():
            summary = result.summary(order.out, each.place)
            made = result.made(order.out, each.place)
            if order.approvals is not None and made is not None and made.identity is not None:
                known = made.identity
                named = tuple(Subject(kind, name) for kind, name in known.subjects)
                summary = replace(summary, standing=order.approvals.of(known.sha256, named, known.hashes))
            verdict = _VERDICTS if summary.verdict is None else summary.verdict.value
            verdicts[verdict] = verdicts.get(verdict, 0) + 1
            yield to_line(summary)

    result.write_stream(draft, _encoded(lines()))
    return verdicts


def _summaries(file: Path) -> Iterator[Summary]:
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            yield from_line(line)


def _is_same(one: Path, other: Path) -> bool:
    if not other.is_file():
        return False
    digests = []
    for each in (one, other):
        with each.open("rb") as stream:
            digests.append(hashlib.file_digest(stream, "sha256").digest())
    return digests[0] == digests[1]


def _past(out: Path) -> tuple[Past | None, bool]:
    """The batch before, None where there is none; and whether there was one, but it cannot be read any more."""
    tallies = _history(out)
    if not (out / ALL).is_file() or not tallies:
        return None, (out / ALL).is_file() or (out / HISTORY / TALLIES).is_file()
    try:
        return Past.of(_summaries(out / ALL), tallies[-1].when), False
    except (ReviewerError, UnicodeDecodeError):
        return None, True


def _history(out: Path) -> tuple[Tally, ...]:
    """The figures of earlier batches, the oldest first; lines that are damaged are left out."""
    file = out / HISTORY / TALLIES
    found: list[Tally] = []
    for line in file.read_text(encoding="utf-8", errors="replace").splitlines() if file.is_file() else ():
        try:
            found.append(tally_of_line(line))
        except ReviewerError:
            continue
    return tuple(found)


def _archive(out: Path, when: str) -> None:
    """Keep what the batch before said, damaged or not."""
    name = f"{when.replace(':', '')}.jsonl"
    with (out / ALL).open("rb") as stream:
        result.write_stream(out / HISTORY / name, stream)


def _encoded(pieces: Iterable[str]) -> Iterator[bytes]:
    for piece in pieces:
        yield piece.encode("utf-8")
