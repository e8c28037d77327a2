"""What one process does for one submission: read it, review it, and put a result in each of its places."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from reviewer import intake, report
from reviewer.batch import result
from reviewer.batch.cache import TAKEN, Kept, checked, sealed
from reviewer.batch.charge import Charge, Task
from reviewer.batch.content import content, tool_state
from reviewer.batch.knowing import state_of
from reviewer.batch.result import Identity, UnwrittenError
from reviewer.batch.shelf import Disk
from reviewer.batch.store import TOP, Item
from reviewer.engines.semgrep.engine import ahead
from reviewer.engines.semgrep.questions import PASSING
from reviewer.errors import ReviewerError
from reviewer.intake import committed
from reviewer.intake.names import on_disk, safe
from reviewer.intake.tree import Entry
from reviewer.pipeline import review
from reviewer.report import Format
from reviewer.report.context import Context
from reviewer.report.summary import summarise, to_line
from reviewer.review import Review
from reviewer.revision import subjects
from reviewer.rule import Policy, Rulebook
from reviewer.rulebook import kept
from reviewer.rulebook.advisory_files import read_advisories
from reviewer.rulebook.declarations import read_declaration
from reviewer.rulebook.loading import load
from reviewer.rulebook.waivers import read_waivers
from reviewer.submission import Submission
from reviewer.summary import NOT_ASKED
from reviewer.text import Language, Text
from reviewer.waiver import NO_WAIVERS, WaiverList

_FORMS = (Format.HTML, Format.JSON, Format.SARIF)
_KNOWLEDGE = "knowledge-"
ANSWERS = "answers"
"""Where, within the state of a batch, the answers of slow tools are kept: a folder for the state of the reviewer."""


@dataclass(frozen=True, slots=True, eq=False)
class Desk:
    """Everything that is the same for all submissions, read once."""

    charge: Charge
    rulebook: Rulebook
    policy: Policy
    waivers: WaiverList
    answers: Kept

    @classmethod
    def of(cls, charge: Charge) -> Desk:
        """What a charge asks for; ReviewerError where it cannot be read, or is not what the batch began with."""
        tool = tool_state()
        if state_of(charge, tool) != charge.state:
            raise ReviewerError(_OTHER)
        book, chosen = knowledge(charge)
        waivers = NO_WAIVERS if charge.waivers is None else read_waivers(Path(charge.waivers))
        desk = cls(charge, book, chosen, waivers, Kept(_answers_folder(Path(charge.out), tool)))
        desk.warm_up()
        return desk

    def warm_up(self) -> None:
        """Review nothing: what is made on first use (modules, tables of models, templates) is made once, and not anew
        in every process that is copied from this one."""
        nothing = intake.reading.gathered("-", lambda _: iter((Entry.of("-.js", b""),)), intake.DEFAULT)
        made = review(nothing, self.rulebook, self.policy)
        for form in _FORMS:
            report.document(made, form, Language(self.charge.language))


def knowledge(charge: Charge) -> tuple[Rulebook, Policy]:
    """The rules and the policy of a batch; ReviewerError names every mistake in them.

    Who reads them first keeps them beside the results, checked, for all other processes and runs of the same state.
    """
    file = Path(charge.out) / result.STATE / f"{_KNOWLEDGE}{charge.state}"
    try:
        body = checked(file.read_bytes())
    except OSError:
        body = None
    known = None if body is None else kept.unpacked(body)
    if known is None:
        known = _read_knowledge(charge)
        with contextlib.suppress(UnwrittenError):  # only time is lost
            for old in file.parent.glob(f"{_KNOWLEDGE}*"):
                old.unlink(missing_ok=True)
            result.write_stream(file, [sealed(kept.packed(*known))])
    return known


def _read_knowledge(charge: Charge) -> tuple[Rulebook, Policy]:
    newer = [read_advisories(Path(each)) for each in charge.advisories]
    policy = None if charge.policy is None else Path(charge.policy)
    return load(extra_rules=[Path(each) for each in charge.rules], policy=policy, advisories=newer)


def _answers_folder(out: Path, tool: str) -> Path:
    """Where the answers of this state of the reviewer are kept."""
    return out / result.STATE / ANSWERS / tool[:16]


def tidy_answers(out: Path) -> None:
    """Take away what no review of this state of the reviewer will ask for: answers of other versions, and what held
    for an earlier run alone."""
    ours = _answers_folder(out, tool_state())
    for found in ours.parent.iterdir() if ours.parent.is_dir() else ():
        if found != ours:
            shutil.rmtree(found, ignore_errors=True)
    for passing in (PASSING, TAKEN):
        shutil.rmtree(ours / passing, ignore_errors=True)


def ask_ahead(desk: Desk, task: Task, begin: Callable[[], None]) -> None:
    """Ask the slow tools about the files of many submissions at once; what cannot be read is left to its review.

    `begin` is called before each of them is read. Of tasks that are under way together each text is asked by one.
    """

    def readable() -> Iterator[Submission]:
        for source in task.ahead:
            begin()
            try:
                yield _read(desk.charge, source, frozenset())
            except ReviewerError:
                continue

    asker = hashlib.sha256(task.line().encode()).hexdigest()
    ahead(readable(), desk.rulebook, replace(desk.answers, asker=asker))


def carry_out(desk: Desk, task: Task, begin: Callable[[], None]) -> Iterator[tuple[str, str, float]]:
    """Review a content once and write a result for each place; yields place, verdict and seconds as each is done.

    `begin` is called before every piece of work that has limits of its own. ReviewerError where it cannot be read.
    """
    start = time.monotonic()
    charge = desk.charge
    begin()
    submission = _read(charge, task.source, frozenset(task.apart))
    declared = None if task.declaration is None else read_declaration(Path(task.declaration), desk.rulebook)
    made = review(
        submission,
        desk.rulebook,
        desk.policy,
        declaration=declared,
        waivers=desk.waivers,
        today=date.fromisoformat(charge.when[:10]),
        answers=desk.answers,
    )
    if not charge.revision and _content(task) != task.content:
        raise ReviewerError(_CHANGED)
    for place in task.places:
        begin()
        own = made if place == TOP else replace(made, submission=replace(submission, name=_name(place)))
        _write(desk, task, place, own, time.monotonic() - start)
        yield place, made.verdict.value, time.monotonic() - start
        start = time.monotonic()


def _read(charge: Charge, source: str, apart: frozenset[str]) -> Submission:
    if charge.revision:
        return committed.read(Path(charge.store), charge.revision, source, apart)
    return intake.read(Path(source), intake.DEFAULT, apart)


def _content(task: Task) -> str:
    """The hash of what lies on disk now."""
    source = Path(task.source)
    shelf = Disk(source.parent)
    # A declaration beside a folder or in it: either way below the folder that both lie in.
    declaration = None if task.declaration is None else str(Path(task.declaration).relative_to(source.parent))
    return content(shelf, Item(source.name, source.name, task.apart, declaration)).sha256


def _name(place: str) -> str:
    return safe(on_disk(place.rpartition("/")[2])).path


def _write(desk: Desk, task: Task, place: str, made: Review, seconds: float) -> None:
    charge = desk.charge
    context = Context(when=charge.when, command=None)
    language = Language(charge.language)
    summary = summarise(
        made,
        place=place,
        report=result.folder(place),
        seconds=seconds,
        standing=NOT_ASKED,
        key=bytes.fromhex(charge.key),
    )
    result.write(
        Path(charge.out),
        place,
        content=task.content,
        state=charge.state,
        summary=to_line(summary),
        verdict=made.verdict.value,
        documents={f"report{report.suffix(form)}": report.document(made, form, language, context) for form in _FORMS},
        identity=Identity(
            sha256=made.submission.sha256,
            subjects=tuple((each.kind, each.id) for each in subjects(made.submission, made.declaration)),
            hashes=made.submission.hashes,
        ),
    )


_OTHER = Text(
    ja="ルール・方針・免除・弱点情報・道具のどれかが、一括審査を始めたときと違います。途中で変えたのなら、もう一度実行して"
    "ください。別の計算機で動かしているのなら、同じ版を入れ、同じ場所に同じファイルを置いてください。",
    en="Rules, policy, waivers, advisories or the tool are not what they were when the batch began. If they were "
    "changed meanwhile, run it again; on another machine, install the same version and put the same files in "
    "the same places.",
)
_CHANGED = Text(
    ja="審査している間に、提出物が書き換えられました。もう一度実行すると、新しい中身を審査します。",
    en="The submission was changed while it was under review. Run again to review what it holds now.",
)
