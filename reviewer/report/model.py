"""The view-model: what a report shows, as plain values in one language, before anything is known of markup.

Strings are as submitted where they come from a submission: whoever prints them escapes them and names what is hidden.
No secret is left in clear in them.
"""

from __future__ import annotations

from collections.abc import Mapping

from reviewer.record import value
from reviewer.report.code import Line
from reviewer.report.drawing import Box, Stroke, Words


@value
class Fact:
    """A name and its value; `machine` values (hashes, versions) are to be shown in a fixed-width face."""

    name: str
    value: str
    machine: bool


@value
class PlaceView:
    """A place in a file; `anchor` is where the full source shows it, None where that is not part of the report."""

    path: str
    line: int
    column: int
    anchor: str | None


@value
class Count:
    """How many findings a severity has; `key` is its stable name."""

    key: str
    label: str
    count: int


@value
class Headline:
    """A rule with findings that count, for the head of the report; `key` names the severity."""

    key: str
    label: str
    title: str
    count: int
    anchor: str


@value
class VerdictView:
    """The proposal, why, and who decides; `key` is its stable name."""

    key: str
    label: str
    reasons: tuple[str, ...]
    decides: str


@value
class Evidence:
    """A rule with findings that bear on an item: its title, how many, and where they stand in the report."""

    label: str
    anchor: str


@value
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


@value
class CheckSection:
    """One regulation or guideline, `key` its stable name; `tally` is how many items have which state."""

    key: str
    title: str
    tally: tuple[Count, ...]
    rows: tuple[CheckRow, ...]


@value
class InventoryRow:
    """One thing the submission does: the cells of its table, and where in the code; `more` places are not listed."""

    cells: tuple[str, ...]
    places: tuple[PlaceView, ...]
    more: int


@value
class Inventory:
    """One table of what the submission does."""

    key: str
    title: str
    headers: tuple[str, ...]
    rows: tuple[InventoryRow, ...]


@value
class Doing:
    """One line of what the submission does; `alert` where it deserves a second look; `anchor` leads to the whole."""

    title: str
    text: str
    anchor: str
    alert: bool


@value
class Route:
    """One destination and what goes there. `tone`: inside, outside, device or unknown; `marks` name the data."""

    number: int
    title: str
    kind: str
    tone: str
    tone_label: str
    way: str
    data: str
    marks: tuple[str, ...]
    places: tuple[PlaceView, ...]
    more: int


@value
class Picture:
    """Where data goes: the drawing (`left_out` destinations are in the table only) and all its routes."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    strokes: tuple[Stroke, ...]
    heads: tuple[Words, ...]
    left_out: int
    routes: tuple[Route, ...]


@value
class Trial:
    """One test step for a person: what to do, what to look at, and where in the code it comes from."""

    id: str
    act: str
    expect: str
    places: tuple[PlaceView, ...]


@value
class TrialGroup:
    """The test steps on one screen or about one subject."""

    title: str
    trials: tuple[Trial, ...]


@value
class Decision:
    """What a decision is bound to, as JSON that the page's export carries on, and the choices there are.

    `app`, `purpose` and `information_class` are what the application says, "" where there is none.
    """

    bound: str
    app: str
    purpose: str
    information_class: str
    choices: tuple[tuple[str, str], ...]
    file_name: str


@value
class Option:
    """One choice of a filter."""

    value: str
    label: str


@value
class Filters:
    """What findings can be narrowed to, beside their severity: only what occurs."""

    files: tuple[Option, ...]
    items: tuple[Option, ...]
    categories: tuple[Option, ...]


@value
class StepView:
    """One station of a trace; `code` is None in the short form."""

    number: int
    place: PlaceView
    note: str
    code: Line | None


@value
class FindingView:
    """One place a rule objects to; `number` counts all findings of the report from 1.

    `waived` tells why it does not count, None where it does; `since` is new, again or known where there is an approval
    to compare with, `since_label` the same in words.
    """

    number: int
    anchor: str
    file: str
    place: PlaceView
    detail: str | None
    function: str
    confidence: str
    fingerprint: str
    excerpt: tuple[Line, ...]
    trace: tuple[StepView, ...]
    waived: str | None = None
    since: str | None = None
    since_label: str = ""


@value
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
    items: tuple[str, ...]
    findings: tuple[FindingView, ...]
    further: tuple[FindingView, ...]


@value
class SeverityView:
    """The rules of one severity that found something."""

    key: str
    label: str
    count: int
    rules: tuple[RuleView, ...]


@value
class GapView:
    """Something that was not examined; `where` names the file, or is empty."""

    stage: str
    kind: str
    message: str
    blocking: bool
    where: str
    place: PlaceView | None
    code: Line | None


@value
class FileView:
    """One reviewed file; `folded` asks for its listing to be closed at first.

    `marks` are the numbers of the findings that begin on a line.
    """

    anchor: str
    path: str
    kind: str
    facts: tuple[Fact, ...]
    findings: int
    lines: int
    folded: bool
    sha256: str
    listing: tuple[Line, ...]
    marks: Mapping[int, tuple[int, ...]]


@value
class UrlView:
    """Code that is loaded from a URL and therefore was not seen."""

    url: str
    role: str
    kind: str


@value
class UnreviewedView:
    """A file that is not code to review."""

    path: str
    size: str
    sha256: str
    reason: str


@value
class PageView:
    """What is loaded on one kind of screen, in order."""

    name: str
    resources: tuple[str, ...]


@value
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


@value
class DeclaredView:
    """The application in short, and declared beside observed."""

    facts: tuple[Fact, ...]
    rows: tuple[DeclaredRow, ...]


@value
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


@value
class RevisedFile:
    """A file then and now; `key` is the stable name of what became of it, `before` where the same bytes lay."""

    path: str
    key: str
    label: str
    before: str


@value
class RevisedFinding:
    """A finding as the report numbers it, in short; `since` is new or again."""

    number: int
    anchor: str
    severity_label: str
    severity: str
    title: str
    place: PlaceView
    since: str


@value
class RevisedTrait:
    """One thing the code does that it did not do, or does no more."""

    key: str
    label: str
    name: str
    detail: str


@value
class RevisionView:
    """What changed since the approval; `known` is how many findings stay approved, `resolved` tells those that went."""

    facts: tuple[Fact, ...]
    warnings: tuple[str, ...]
    added: tuple[RevisedTrait, ...]
    dropped: tuple[RevisedTrait, ...]
    new: tuple[RevisedFinding, ...]
    again: tuple[RevisedFinding, ...]
    known: int
    resolved: tuple[str, ...]
    files: tuple[RevisedFile, ...]


@value
class ReportView:
    """Everything a report says.

    `counts` are of the findings that count, `waived` says how many more do not, `found` is all of them.
    """

    name: str
    sha256: str
    facts: tuple[Fact, ...]
    plugin: tuple[Fact, ...]
    verdict: VerdictView
    counts: tuple[Count, ...]
    waived: int
    headlines: tuple[Headline, ...]
    headlines_left_out: int
    found: int
    doings: tuple[Doing, ...]
    checklist: tuple[CheckSection, ...]
    picture: Picture
    trials: tuple[TrialGroup, ...]
    decision: Decision
    filters: Filters
    inventory: tuple[Inventory, ...]
    severities: tuple[SeverityView, ...]
    gaps: tuple[GapView, ...]
    files: tuple[FileView, ...]
    pages: tuple[PageView, ...]
    urls: tuple[UrlView, ...]
    unreviewed: tuple[UnreviewedView, ...]
    declared: DeclaredView | None = None
    waivers: tuple[WaiverView, ...] = ()
    revision: RevisionView | None = None
