"""A change in git -> may it pass: what it leaves behind is reviewed, and what has to do with the change counts.

What could not be examined does not pass. A submission that is `approved`, byte for byte, does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum

from reviewer.errors import ReviewerError
from reviewer.finding import Finding, Gap
from reviewer.intake import git, git_units
from reviewer.pipeline import review
from reviewer.record import thing
from reviewer.review import Review
from reviewer.rule import Policy, Rulebook
from reviewer.submission import Submission
from reviewer.text import Text
from reviewer.waiver import NEVER, NO_WAIVERS, Waiver, WaiverList, WaiverStanding


class Passage(StrEnum):
    """What is decided of a change, the worst last."""

    PASS = "pass"  # noqa: S105 - a decision's name
    INCOMPLETE = "incomplete"
    REFUSE = "refuse"


@thing
class Objection:
    """What stands in the way in one unit; `folder` is where it lies in the repository, "" at its top.

    `refused` is said where the unit could not even be read as a submission; `expired` are the waivers that excused
    one of the findings until their day.
    """

    folder: str
    findings: tuple[Finding, ...]
    gaps: tuple[Gap, ...]
    refused: Text | None
    expired: tuple[Waiver, ...] = ()


@thing
class Ruling:
    """The decision, with every reason against the change."""

    passage: Passage
    objections: tuple[Objection, ...]


@thing
class Gate:
    """What changes are judged by; `approved` knows the submissions that somebody has approved.

    Nobody applies for a change in git: a policy for an information class is given as such (`Policy.under`).
    """

    rulebook: Rulebook
    policy: Policy
    waivers: WaiverList = NO_WAIVERS
    today: date = NEVER
    approved: Callable[[Submission], bool] = lambda _: False

    @property
    def asked(self) -> Rulebook:
        """The rules that can stop a change under the policy: what the others find makes no difference here."""
        blocks = self.policy.blocks
        return replace(self.rulebook, rules=tuple(rule for rule in self.rulebook.rules if rule.severity in blocks))

    def judge(self, change: git.Change) -> Ruling:
        """The ruling on one change."""
        objections = tuple(self._objections(change))
        refused = any(objection.findings for objection in objections)
        worst = Passage.REFUSE if refused else Passage.INCOMPLETE if objections else Passage.PASS
        return Ruling(worst, objections)

    def _objections(self, change: git.Change) -> Iterator[Objection]:
        asked = self.asked
        for folder, changed, gone in git_units.units(change):
            try:
                submission = git_units.read(change, folder, changed)
            except ReviewerError as error:
                yield Objection(folder, (), (), error.message)
                continue
            if self.approved(submission) or not (submission.files or submission.observations or submission.gaps):
                continue
            result = review(submission, asked, self.policy, waivers=self.waivers, today=self.today)
            yield from self._objection(
                result, folder, frozenset(git_units.shown(path, folder) for path in changed), gone
            )

    def _objection(
        self, result: Review, folder: str, changed: frozenset[str], gone: frozenset[str]
    ) -> Iterator[Objection]:
        """What has to do with the changed files; where a file is gone, or a manifest says otherwise, anything may."""
        everything = bool(gone) or any(map(git_units.is_manifest, changed))
        findings = tuple(
            finding
            for finding in result.standing
            if finding.rule.severity in result.policy.blocks and (everything or _concerns(finding, changed))
        )
        gaps = tuple(
            gap for gap in result.gaps if gap.blocking and (everything or gap.path is None or _is_in(gap.path, changed))
        )
        if findings or gaps:
            expired = tuple(
                use.waiver
                for use in result.waivers
                if use.standing is WaiverStanding.EXPIRED and not set(findings).isdisjoint(use.findings)
            )
            yield Objection(folder, findings, gaps, None, expired)


def _concerns(finding: Finding, changed: frozenset[str]) -> bool:
    places = (finding.location, *(step.location for step in finding.trace))
    return any(_is_in(place.file.path, changed) for place in places)


def _is_in(path: str, changed: frozenset[str]) -> bool:
    """Whether a path is a changed file, or something inside one: in an archive, in a JSON file."""
    return any(path == each or path.startswith((f"{each}/", f"{each}#")) for each in changed)


def worst(rulings: Mapping[str, Ruling]) -> Passage:
    """The decision on several changes at once."""
    order = tuple(Passage)
    return max((ruling.passage for ruling in rulings.values()), key=order.index, default=Passage.PASS)
