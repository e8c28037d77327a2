"""Waivers (免除): findings a person answers for, for a reason, until a day; never in a submission.

A waiver takes a finding out of the verdict. It takes it out of no report.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from reviewer.errors import ReviewerError
from reviewer.finding import Finding
from reviewer.record import value
from reviewer.submission import Submission
from reviewer.text import Text


@value
class Waiver:
    """Either `fingerprint`, or `rule` and `path` together, say what is waived; `until` is the last day.

    `origin` is file:line of the entry.
    """

    fingerprint: str | None
    rule: str | None
    path: str | None
    reason: str
    by: str
    until: date
    origin: str

    def covers(self, finding: Finding, name: str) -> bool:
        """Whether it is about a finding with that fingerprint."""
        if self.fingerprint is not None:
            return self.fingerprint == name
        return self.rule == finding.rule.id and self.path == finding.location.file.path


@value
class WaiverList:
    """A file of waivers; `sha256` names its bytes."""

    entries: tuple[Waiver, ...]
    sha256: str


NO_WAIVERS = WaiverList(entries=(), sha256="")
"""Nothing is waived."""
NEVER = date.max
"""A day on which every waiver has expired."""


class WaiverStanding(StrEnum):
    """What becomes of a waiver: only an `applied` one has an effect, the others are told."""

    APPLIED = "applied"
    EXPIRED = "expired"
    UNMATCHED = "unmatched"


@value
class WaiverUse:
    """A waiver, what became of it, and the findings it is about."""

    waiver: Waiver
    standing: WaiverStanding
    findings: tuple[Finding, ...]


def judged(waivers: WaiverList, named: Mapping[Finding, str], today: date) -> tuple[WaiverUse, ...]:
    """Each waiver with what became of it on that day; `named` are the findings with their fingerprints."""
    return tuple(_use(waiver, named, today) for waiver in waivers.entries)


def _use(waiver: Waiver, named: Mapping[Finding, str], today: date) -> WaiverUse:
    found = tuple(finding for finding, name in named.items() if waiver.covers(finding, name))
    if not found:
        return WaiverUse(waiver, WaiverStanding.UNMATCHED, ())
    return WaiverUse(
        waiver, WaiverStanding.EXPIRED if waiver.until < today or today == NEVER else WaiverStanding.APPLIED, found
    )


def waived(waiver_uses: Iterable[WaiverUse]) -> Mapping[Finding, Waiver]:
    """The findings that are waived, each with the first waiver that does it."""
    found: dict[Finding, Waiver] = {}
    for use in waiver_uses:
        if use.standing is WaiverStanding.APPLIED:
            for finding in use.findings:
                found.setdefault(finding, use.waiver)
    return found


def refuse_own(waivers: WaiverList, submission: Submission) -> None:
    """ReviewerError where the list is one of the submission's own files: nobody excuses their own code."""
    own = {file.sha256 for file in submission.files} | {file.sha256 for file in submission.unreviewed}
    if waivers.sha256 in own:
        raise inside()


def inside() -> ReviewerError:
    """What is said of waivers that came with the code they excuse."""
    return ReviewerError(
        Text(
            ja="免除の一覧が、審査する提出物の中にあります。提出する人が自分で免除することはできません。"
            "審査する側の場所に置いたファイルを --waivers で指定してください。",
            en="The list of waivers is part of the submission. Whoever hands code in cannot waive its findings. Name a "
            "file kept by the reviewer with --waivers.",
        )
    )
