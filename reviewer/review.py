"""A review: findings and gaps in order, the dossier, and a proposed verdict which a person decides on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from enum import StrEnum

from reviewer.comparison import Comparison
from reviewer.declaration import Declaration
from reviewer.dossier import Dossier
from reviewer.finding import Finding, Gap
from reviewer.record import thing, value
from reviewer.revision import Revision
from reviewer.rule import Policy, Rulebook, Severity
from reviewer.submission import Submission
from reviewer.waiver import Waiver, WaiverUse, waived


class Verdict(StrEnum):
    """What the tool proposes: 適合, 条件付き, 不適合, レビュー未完了."""

    PASS = "pass"  # noqa: S105 - a verdict's name
    CONDITIONAL = "conditional"
    FAIL = "fail"
    INCOMPLETE = "incomplete"


class Parse(StrEnum):
    """How one parser fared with one file."""

    READ = "read"
    PROBLEMS = "problems"
    NOT_ASKED = "not-asked"


class Witness(StrEnum):
    """What the strict second parser said of a file: the worst of its scripts, in this order."""

    REFUSES = "refuses"
    DISAGREES = "disagrees"
    NOT_ASKED = "not-asked"
    AGREES = "agrees"


@value
class FileState:
    """How a reviewed file could be read: by our parser, by the strict witness; which known library it is, if any."""

    path: str
    parser: Parse
    witness: Witness
    library: str | None


@thing
class Review:
    """Everything a report says. Findings and gaps are sorted; the same input gives the same review.

    `policy` is the one that holds for the information class declared. `declaration` and `comparison` are None where no
    application was handed in, `revision` where there is no earlier version to compare with. Waived findings, and those
    known from the approval, are among the findings, and left out of the verdict alone.
    """

    submission: Submission
    dossier: Dossier
    findings: tuple[Finding, ...]
    gaps: tuple[Gap, ...]
    files: tuple[FileState, ...]
    verdict: Verdict
    rulebook: Rulebook
    policy: Policy
    tool_version: str
    declaration: Declaration | None = None
    comparison: Comparison | None = None
    waivers: tuple[WaiverUse, ...] = ()
    revision: Revision | None = None

    @property
    def waived(self) -> Mapping[Finding, Waiver]:
        """The findings that do not count, each with its waiver."""
        return waived(self.waivers)

    @property
    def standing(self) -> tuple[Finding, ...]:
        """The findings that count."""
        return counting(self.findings, self.waivers, self.revision)

    @property
    def unseen(self) -> tuple[Gap, ...]:
        """The gaps that count."""
        return still_unseen(self.gaps, self.revision)


def counting(findings: Iterable[Finding], uses: Iterable[WaiverUse], revision: Revision | None) -> tuple[Finding, ...]:
    """The findings that are neither waived nor known from the approval."""
    without = {*waived(uses), *(revision.known if revision is not None else ())}
    return tuple(finding for finding in findings if finding not in without)


def still_unseen(gaps: Iterable[Gap], revision: Revision | None) -> tuple[Gap, ...]:
    """The gaps that are not known from the approval."""
    known = set(revision.known_gaps if revision is not None else ())
    return tuple(gap for gap in gaps if gap not in known)


def fingerprints(findings: Iterable[Finding]) -> Mapping[Finding, str]:
    """A stable name for each finding: rule id, path, normalised flagged text, enclosing function, turn among equals.

    32 hex digits. Stays the same when code moves within the file or white space changes.
    """
    seen: dict[str, int] = {}
    named: dict[Finding, str] = {}
    for finding in findings:
        text = "\0".join(
            (finding.rule.id, finding.location.file.path, " ".join(finding.flagged.split()), finding.function)
        )
        turn = seen.get(text, 0)
        seen[text] = turn + 1
        named[finding] = hashlib.sha256(f"{text}\0{turn}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return named


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Worst first, then by place; the same rule at the same place is said once, with the best-supported trace."""
    best: dict[tuple[str, str, int, int], Finding] = {}
    for finding in findings:
        key = (finding.rule.id, *finding.location.order)
        known = best.get(key)
        if known is None or _weight(finding) < _weight(known):
            best[key] = finding
    return tuple(sorted(best.values(), key=lambda f: (f.rule.severity.rank, *f.location.order, f.rule.id)))


def _weight(finding: Finding) -> tuple[int, int, str]:
    confidence = ("high", "medium", "low").index(finding.confidence.value)
    return (confidence, len(finding.trace) or 1_000_000, finding.detail.en if finding.detail else "")


def verdict(findings: Iterable[Finding], gaps: Iterable[Gap], policy: Policy) -> Verdict:
    """Something that blocks fails; otherwise a blocking gap leaves the review incomplete, however clean the rest."""
    severities = {finding.rule.severity for finding in findings}
    if severities & set(policy.blocks):
        return Verdict.FAIL
    if any(gap.blocking for gap in gaps):
        return Verdict.INCOMPLETE
    if severities & set(policy.conditional):
        return Verdict.CONDITIONAL
    return Verdict.PASS


def worst(findings: Iterable[Finding]) -> Severity | None:
    """The worst severity among findings, None where there are none."""
    return min((finding.rule.severity for finding in findings), key=lambda severity: severity.rank, default=None)
