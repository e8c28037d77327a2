"""The view-model: what a report shows, as plain values in one language, before anything is known of markup.

Strings are as submitted where they come from a submission: whoever prints them escapes them and names what is hidden.
No secret is left in clear in them.
"""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.report.code import Line


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and its value; `machine` values (hashes, versions) are to be shown in a fixed-width face."""

    name: str
    value: str
    machine: bool


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place in a file; `anchor` is where the full source shows it, None where that is not part of the report."""

    path: str
    line: int
    column: int
    anchor: str | None


@dataclass(frozen=True, slots=True)
class Count:
    """How many findings a severity has; `key` is its stable name."""

    key: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class VerdictView:
    """The proposal, why, and who decides; `key` is its stable name."""

    key: str
    label: str
    reasons: tuple[str, ...]
    decides: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A rule with findings that bear on an item: its title, how many, and where they stand in the report."""

    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One article or item: what the machine can say of it (`key`: ok, fix, check, none) and what a person checks."""

    id: str
    title: str
    asks: str
    key: str
    label: str
    note: str
    evidence: tuple[Evidence, ...]
    manual: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckSection:
    """One regulation or guideline."""

    title: str
    rows: tuple[CheckRow, ...]


@dataclass(frozen=True, slots=True)
class InventoryRow:
    """One thing the submission does: the cells of its table, and where in the code; `more` places are not listed."""

    cells: tuple[str, ...]
    places: tuple[PlaceView, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Inventory:
    """One table of what the submission does."""

    key: str
    title: str
    headers: tuple[str, ...]
    rows: tuple[InventoryRow, ...]


@dataclass(frozen=True, slots=True)
class StepView:
    """One station of a trace; `code` is None in the short form."""

    number: int
    place: PlaceView
    note: str
    code: Line | None


@dataclass(frozen=True, slots=True)
class FindingView:
    """One place a rule objects to; `number` counts all findings of the report from 1.

    `waived` tells why it does not count, None where it does.
    """

    number: int
    anchor: str
    place: PlaceView
    detail: str | None
    function: str
    confidence: str
    fingerprint: str
    excerpt: tuple[Line, ...]
    trace: tuple[StepView, ...]
    waived: str | None = None


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule with all it found: `findings` at length, `further` ones in short form."""

    id: str
    anchor: str
    severity: str
    severity_label: str
    category: str
    category_label: str
    title: str
    why: str
    fix: str
    example: str | None
    references: tuple[str, ...]
    findings: tuple[FindingView, ...]
    further: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class SeverityView:
    """The rules of one severity that found something."""

    key: str
    label: str
    count: int
    rules: tuple[RuleView, ...]


@dataclass(frozen=True, slots=True)
class GapView:
    """Something that was not examined; `where` names the file, or is empty."""

    stage: str
    kind: str
    message: str
    blocking: bool
    where: str
    place: PlaceView | None
    code: Line | None


@dataclass(frozen=True, slots=True)
class FileView:
    """One reviewed file; `folded` asks for its listing to be closed at first."""

    anchor: str
    path: str
    kind: str
    facts: tuple[Fact, ...]
    findings: int
    lines: int
    folded: bool
    listing: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class UrlView:
    """Code that is loaded from a URL and therefore was not seen."""

    url: str
    role: str
    kind: str


@dataclass(frozen=True, slots=True)
class UnreviewedView:
    """A file that is not code to review."""

    path: str
    size: str
    sha256: str
    reason: str


@dataclass(frozen=True, slots=True)
class PageView:
    """What is loaded on one kind of screen, in order."""

    name: str
    resources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeclaredRow:
    """One thing, declared or observed or both; `key` is the stable name of how they compare."""

    topic: str
    name: str
    declared: str
    observed: str
    key: str
    label: str
    places: tuple[PlaceView, ...]
    more: int


@dataclass(frozen=True, slots=True)
class DeclaredView:
    """The application in short, and declared beside observed."""

    facts: tuple[Fact, ...]
    rows: tuple[DeclaredRow, ...]


@dataclass(frozen=True, slots=True)
class WaiverView:
    """One waiver: `key` is the stable name of what became of it, `target` what it is about, `origin` its file:line."""

    key: str
    label: str
    target: str
    reason: str
    by: str
    until: str
    findings: int
    origin: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """Everything a report says."""

    name: str
    facts: tuple[Fact, ...]
    plugin: tuple[Fact, ...]
    verdict: VerdictView
    counts: tuple[Count, ...]
    checklist: tuple[CheckSection, ...]
    inventory: tuple[Inventory, ...]
    severities: tuple[SeverityView, ...]
    gaps: tuple[GapView, ...]
    files: tuple[FileView, ...]
    pages: tuple[PageView, ...]
    urls: tuple[UrlView, ...]
    unreviewed: tuple[UnreviewedView, ...]
    declared: DeclaredView | None = None
    waivers: tuple[WaiverView, ...] = ()
