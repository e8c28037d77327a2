"""The rows of a ledger that is intact -> its reviews and decisions, and what is approved on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from reviewer.decision import Decision, Outcome, objections
from reviewer.errors import ReviewerError
from reviewer.ledger import decided, reviewed
from reviewer.ledger.chain import Flaw
from reviewer.ledger.decided import Decided
from reviewer.ledger.entry import Kind, Object, Receipt, Row
from reviewer.ledger.reviewed import Reviewed
from reviewer.revision import ApprovedVersion, Subject, alike
from reviewer.submission import digest
from reviewer.text import Text

Entry = Reviewed | Decided


class Standing(StrEnum):
    """What a decision is worth today."""

    VALID = "valid"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    NOT_GRANTED = "not-granted"


@dataclass(frozen=True)  # no slots: what is derived is kept beside the entries
class Register:
    """Everything in the ledger, by number."""

    entries: tuple[Entry, ...]

    @property
    def head(self) -> Receipt | None:
        """The last entry."""
        return Receipt(self.entries[-1].row.sequence, self.entries[-1].row.hash) if self.entries else None

    @cached_property
    def reviews(self) -> tuple[Reviewed, ...]:
        """The reviews."""
        return tuple(entry for entry in self.entries if isinstance(entry, Reviewed))

    @cached_property
    def decisions(self) -> tuple[Decided, ...]:
        """The decisions."""
        return tuple(entry for entry in self.entries if isinstance(entry, Decided))

    @cached_property
    def _last(self) -> Mapping[str, Decided]:
        """The last decision on each submission, by its hash."""
        return {made.row.submission: made for made in self.decisions}

    @cached_property
    def _numbered(self) -> Mapping[int, Reviewed]:
        return {review.row.sequence: review for review in self.reviews}

    def standing(self, made: Decided, today: date) -> Standing:
        """The last decision on a submission counts; what was granted counts until its day."""
        if self._last[made.row.submission].row.sequence != made.row.sequence:
            return Standing.SUPERSEDED
        if made.until is None:
            return Standing.NOT_GRANTED
        return Standing.VALID if made.until >= today else Standing.EXPIRED

    def review_of(self, made: Decided) -> Reviewed:
        """The review that a decision was made on; ReviewerError where the ledger has none of that number."""
        found = self._numbered.get(made.review)
        if found is None:
            raise reviewed.unreadable(made.row)
        return found

    def approved(self, today: date) -> Mapping[str, Decided]:
        """The hashes of what is approved on that day: whole submissions, and their folders as they are units of git."""
        found: dict[str, Decided] = {}
        for made in self.decisions:
            if self.standing(made, today) is Standing.VALID:
                found[made.row.submission] = made
                for files in _folders(self.review_of(made).files):
                    found.setdefault(digest(files.items()), made)
        return found

    def last_approved(self, now: Sequence[Subject], today: date) -> ApprovedVersion | None:
        """The version of the same thing that was approved last, expired or not; by the surest sign if there is one."""
        granted = [
            (made, self.review_of(made))
            for made in reversed(self.decisions)
            if self.standing(made, today) in (Standing.VALID, Standing.EXPIRED)
        ]
        surest = [pair for pair in granted if now and now[0] in pair[1].subjects]
        fitting = [pair for pair in granted if alike(now, pair[1].subjects)]
        chosen = next(iter((*surest, *fitting)), None)
        return None if chosen is None else _version(*chosen)


def register(rows: Iterable[Row], wrong: Sequence[Flaw]) -> Register:
    """The entries of rows in which nothing is wrong; ReviewerError otherwise: nothing is built on a broken ledger."""
    if wrong:
        raise ReviewerError(
            Text(
                ja="台帳が壊れているか、書き換えられているため使えません。kintone-reviewer ledger verify で詳しく調べ、"
                "控えから戻してください。\n" + "\n".join(f"  {flaw.message.ja}" for flaw in wrong[:5]),
                en="The ledger is broken or was tampered with. Look at it with `kintone-reviewer ledger verify` and "
                "restore it from a copy.\n" + "\n".join(f"  {flaw.message.en}" for flaw in wrong[:5]),
            )
        )
    return Register(tuple(_entry(row) for row in rows))


def _entry(row: Row) -> Entry:
    if row.kind == Kind.REVIEW:
        return reviewed.read(row)
    if row.kind == Kind.DECISION:
        return decided.read(row)
    raise reviewed.unreadable(row)


def entered(known: Register, decision: Decision, today: date) -> Object:
    """What to enter of a decision; ReviewerError where the procedure or the ledger does not allow it."""
    review = _basis(known, decision)
    named = review.information_class
    problems = list(objections(decision, applicants=review.applicants, proposed=review.verdict.value, today=today))
    if named is not None and decision.information_class not in (None, named):
        problems.append(
            Text(
                ja=f"重要性分類が、申請書では {named.value}、判断では {decision.information_class} です。"
                "申請書を直して、もう一度審査してください。",
                en=f"The application says class {named.value}, the decision {decision.information_class}. "
                "Correct the application and review it again.",
            )
        )
    chosen = decision.information_class
    days = review.days if named is not None or chosen is None else review.class_days.get(chosen.value, review.days)
    until = decision.until(days, today)
    if until is not None and until < today:
        problems.append(
            Text(
                ja=f"承認日 {decision.day(today)} からの有効期間({days}日)は、もう過ぎています。",
                en=f"The {days} days of an approval from {decision.day(today)} are over already.",
            )
        )
    if problems:
        raise ReviewerError(
            Text(
                ja="この判断は台帳に記録できません。\n" + "\n".join(f"  {each.ja}" for each in problems),
                en="This decision cannot be entered.\n" + "\n".join(f"  {each.en}" for each in problems),
            )
        )
    return decided.body(decision, review, days, today)


def _basis(known: Register, decision: Decision) -> Reviewed:
    """The last review of the same bytes, made with what the decision's report was made with."""
    same = [each for each in known.reviews if each.row.submission == decision.submission]
    if decision.files is not None:
        same = [each for each in same if dict(decision.files) == each.files]
    if not same:
        raise ReviewerError(
            Text(
                ja=f"この提出物(SHA-256 {decision.submission[:16]}…)の審査が、台帳にありません。"
                "kintone-reviewer review 提出物 --ledger 台帳 で審査を記録してから、判断を記録してください。",
                en=f"The ledger has no review of this submission (SHA-256 {decision.submission[:16]}…). Enter one with "
                "`kintone-reviewer review SUBMISSION --ledger LEDGER` first.",
            )
        )
    basis = decision.basis
    if basis is None:
        return same[-1]
    fitting = [
        each
        for each in same
        if (each.tool, each.rulebook, each.policy, each.policy_version, each.verdict.value)
        == (basis.tool, basis.rulebook, basis.policy, basis.policy_version, basis.proposed)
    ]
    if not fitting:
        raise ReviewerError(
            Text(
                ja="台帳にあるこの提出物の審査は、判断のもとになった報告書とは、規則、方針、道具の版か判定案が違います。"
                "いまの規則で審査を記録し、その報告書で判断してください。",
                en="The reviews of this submission in the ledger were made with other rules, another policy, another "
                "version of the tool or another outcome than the report. Review it again and decide on that report.",
            )
        )
    return fitting[-1]


def _version(made: Decided, review: Reviewed) -> ApprovedVersion:
    return ApprovedVersion(
        review=review.row.sequence,
        decision=made.row.sequence,
        outcome=Outcome(made.decision.outcome).value,
        conditions=made.decision.conditions,
        approver=made.decision.people.approver.name,
        day=made.day,
        until=made.until or made.day,
        name=review.name,
        sha256=review.row.submission,
        plugin_id=review.plugin_id,
        rulebook=review.rulebook,
        policy=review.policy_sha256,
        files=review.files,
        findings=review.findings,
        gaps=review.gaps,
        traits=review.traits,
    )


def _folders(files: Mapping[str, str]) -> Iterator[Mapping[str, str]]:
    """What a repository may hold as one unit: all files below a folder, and those in the folder itself."""
    folders = {path[: at + 1] for path in files for at, char in enumerate(path) if char == "/"}
    for folder in ("", *sorted(folders)):
        below = {path[len(folder) :]: digest for path, digest in files.items() if path.startswith(folder)}
        yield from (
            each for each in (below, {path: digest for path, digest in below.items() if "/" not in path}) if each
        )
