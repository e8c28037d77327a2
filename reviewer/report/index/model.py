"""What the index report shows, one dataclass for each thing; every text is in the reader's language already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reviewer.report.drawing import Words


@dataclass(frozen=True, slots=True)
class Batch:
    """What the page says of the batch itself: when it was made, as it is to be printed, of which store, and how.

    `lines` and `log` are the names of the files beside the page with all summaries and all results. `is_past_lost`
    where there was a batch before, but what it left can no longer be read.
    """

    when: str
    store: str
    command: str | None
    lines: str
    log: str
    is_past_lost: bool


@dataclass(frozen=True, slots=True)
class Badge:
    """A word with a look: `key` chooses colour and pattern, `label` says the same."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Link:
    """A submission by name; `href` leads to its report, None where there is none."""

    text: str
    href: str | None


@dataclass(frozen=True, slots=True)
class RowView:
    """One submission in the table. `counts` are by severity; `marks` name what it has of hosts, libraries, secrets."""

    link: Link
    app: str
    department: str
    verdict: Badge
    before: str | None
    counts: tuple[int, ...]
    blocking: int
    standing: Badge
    detail: str
    reason: str | None
    marks: str


Record = tuple[str, str | None, str, str, int, str | None, tuple[int, ...], int, int, str, str | None, str]
"""A row as the script reads it: the fields of `RowView` in order, link and reference apart, and in place of verdict and
standing their numbers among the choices.
"""


@dataclass(frozen=True, slots=True)
class ChunkView:
    """Some rows of one verdict that are folded together; `first` and `last` count from 1 within the verdict."""

    first: int
    last: int
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class GroupView:
    """All submissions of one verdict."""

    verdict: Badge
    count: int
    chunks: tuple[ChunkView, ...]


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure at the top: `anchor` is where it is explained; `alarm` where a person must act."""

    key: str
    label: str
    count: int
    anchor: str
    alarm: bool


@dataclass(frozen=True, slots=True)
class Share:
    """One bar of figures: `width` in thousandths of the whole."""

    badge: Badge
    count: int
    more: str
    width: int


@dataclass(frozen=True, slots=True)
class AttentionView:
    """Submissions that a person must look at, and what to do; `short` is the title in a word or two.

    `further` are folded, `left_out` are in the table alone. `by` and `value` narrow the table to them.
    """

    key: str
    title: str
    short: str
    note: str
    count: int
    rows: tuple[RowView, ...]
    further: tuple[RowView, ...]
    left_out: int
    by: str
    value: str


@dataclass(frozen=True, slots=True)
class Users:
    """The submissions that have something: some at once, some folded, and how many more; `mark` finds them all."""

    count: int
    first: tuple[Link, ...]
    further: tuple[Link, ...]
    left_out: int
    mark: str


@dataclass(frozen=True, slots=True)
class HostView:
    """A host with the data it receives and how it stands in policy and applications."""

    host: str
    data: str
    standings: tuple[Badge, ...]
    users: Users


@dataclass(frozen=True, slots=True)
class LibraryView:
    """A version of a library on which there are advisories."""

    name: str
    version: str
    severity: Badge
    advisories: str
    users: Users


@dataclass(frozen=True, slots=True)
class SecretView:
    """A secret that stands in several submissions, by a name that tells nothing of it."""

    name: str
    kind: str
    users: Users


@dataclass(frozen=True, slots=True)
class RuleView:
    """What was found by one rule over the whole store."""

    severity: Badge
    title: str
    category: str
    rule: str
    findings: int
    submissions: int
    new: int
    fixed: int


@dataclass(frozen=True, slots=True)
class ChangeView:
    """What changed in one submission; `content` says whether its files did."""

    link: Link
    app: str
    before: Badge | None
    after: Badge | None
    new: int
    fixed: int
    content: str


@dataclass(frozen=True, slots=True)
class ChangesView:
    """What changed since the batch of `when`; of each list `further` is folded."""

    when: str
    figures: tuple[tuple[str, int], ...]
    lists: tuple[ChangeList, ...]


@dataclass(frozen=True, slots=True)
class ChangeList:
    """Submissions that changed in one way; `mark` finds them all in the table, "" where they are not in it."""

    key: str
    mark: str
    title: str
    note: str
    count: int
    rows: tuple[ChangeView, ...]
    further: tuple[ChangeView, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle of the chart."""

    x: int
    y: int
    width: int
    height: int
    key: str


@dataclass(frozen=True, slots=True)
class TrendRow:
    """One batch in the table beside the chart."""

    when: str
    total: int
    verdicts: tuple[int, ...]
    found: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the chart: its path, the points on it, and its look."""

    path: str
    points: tuple[tuple[int, int], ...]
    key: str


@dataclass(frozen=True, slots=True)
class TrendView:
    """The chart of the last batches and the table with all of them; no chart is drawn of a single batch."""

    drawn: bool
    width: int
    height: int
    bars: tuple[Bar, ...]
    lines: tuple[Line, ...]
    rules: tuple[int, ...]
    words: tuple[Words, ...]
    legend: tuple[Badge, ...]
    heads: tuple[str, ...]
    rows: tuple[TrendRow, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """The whole page."""

    store: str
    when: str
    lead: tuple[str, ...]
    tiles: tuple[Tile, ...]
    verdicts: tuple[Share, ...]
    severities: tuple[Share, ...]
    attention: tuple[AttentionView, ...]
    no_ledger: bool
    groups: tuple[GroupView, ...]
    """The table where no script runs."""
    records: Iterable[tuple[Record, ...]]
    """The same rows for the script, in lots that are made when they are asked for, once; hidden characters are named
    in them already.
    """
    total: int
    departments: tuple[str, ...]
    verdict_choices: tuple[Badge, ...]
    standing_choices: tuple[Badge, ...]
    severity_heads: tuple[Badge, ...]
    receiving: tuple[HostView, ...]
    loading: tuple[HostView, ...]
    libraries: tuple[LibraryView, ...]
    secrets: tuple[SecretView, ...]
    rules: tuple[RuleView, ...]
    changes: ChangesView | None
    trend: TrendView
    facts: tuple[tuple[str, str], ...]
    lines: str
    log: str
