"""Summaries as they come -> the figures of a whole store: rows, hosts, libraries, secrets, rules, and what changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from reviewer.report.index.past import Before, Past, short
from reviewer.review import Verdict
from reviewer.rule import Category, Severity
from reviewer.summary import Approval, FindingLine, HostStanding, Standing, Summary
from reviewer.text import Text


@dataclass(frozen=True, slots=True)
class Change:
    """How a submission compares with the batch before; `before` is None where it is new in the store.

    `new`, `fixed` and `unchanged` count findings; `compared` is false where one of the two could not be reviewed, and
    then nothing is counted. `same_bytes` tells whether the submission itself is the same.
    """

    before: Before | None
    compared: bool
    same_bytes: bool
    new: int
    fixed: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class Row:
    """One submission in the table; `counts` are by severity, worst first; `change` is None in a first batch."""

    place: str
    app: str | None
    app_name: str | None
    department: str | None
    verdict: Verdict | None
    failed: Text | None
    report: str | None
    counts: tuple[int, ...]
    blocking: int
    standing: Standing
    change: Change | None
    marks: tuple[str, ...]
    """The hosts, libraries and secrets that it has, by the names of their entries."""

    @property
    def badness(self) -> tuple[int, tuple[int, ...], str]:
        """The worst first: what was not reviewed, what fails, then by how much was found."""
        rank = -1 if self.verdict is None else _WORST.index(self.verdict)
        return rank, tuple(-count for count in self.counts), self.place


_WORST = (Verdict.FAIL, Verdict.INCOMPLETE, Verdict.CONDITIONAL, Verdict.PASS)


@dataclass(slots=True)
class HostCensus:
    """A destination of the whole store: the data it gets, and the numbers of the rows of each standing."""

    mark: str
    host: str
    data: dict[str, Text] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)
    standings: Counter[HostStanding] = field(default_factory=Counter)


@dataclass(slots=True)
class LibraryCensus:
    """A version of a library on which there are advisories, and the numbers of the rows that use it."""

    mark: str
    name: str
    version: str
    advisories: tuple[str, ...]
    severity: Severity
    rows: list[int] = field(default_factory=list)


@dataclass(slots=True)
class SecretCensus:
    """A secret by its keyed digest, what it was taken for, and the numbers of the rows that hold it."""

    mark: str
    digest: str
    titles: dict[str, Text] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)


@dataclass(slots=True)
class RuleCensus:
    """A rule over the whole store: `findings` that count in so many submissions; new and fixed since the last time."""

    rule: str
    title: Text
    severity: Severity
    category: Category
    findings: int = 0
    submissions: int = 0
    new: int = 0
    fixed: int = 0


@dataclass(slots=True)
class Census:
    """The figures. `gone` are the places of the batch before that are not in the store any more.

    Of `rows` each is known by its number, which is its place in the list.
    """

    past: Past | None
    rows: list[Row] = field(default_factory=list)
    verdicts: Counter[Verdict | None] = field(default_factory=Counter)
    approvals: Counter[Approval] = field(default_factory=Counter)
    found: Counter[Severity] = field(default_factory=Counter)
    affected: Counter[Severity] = field(default_factory=Counter)
    excused: int = 0
    files: int = 0
    size: int = 0
    hosts: dict[str, HostCensus] = field(default_factory=dict)
    libraries: dict[tuple[str, str], LibraryCensus] = field(default_factory=dict)
    secrets: dict[str, SecretCensus] = field(default_factory=dict)
    rules: dict[str, RuleCensus] = field(default_factory=dict)
    bases: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    gone: Mapping[str, Before] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    """Where the submissions that are new in the store lie, by their hash: what is gone may have been moved."""

    @property
    def shared_secrets(self) -> Sequence[SecretCensus]:
        """The secrets that stand in more than one submission."""
        return [each for each in self.secrets.values() if len(each.rows) > 1]


def count(summaries: Iterable[Summary], past: Past | None) -> Census:
    """The figures of all summaries, compared with the batch before where there was one."""
    census = Census(past)
    left = dict(past.submissions) if past is not None else {}
    places: dict[str, str] = {}
    for summary in summaries:
        change = None if past is None else _change(census, summary, left.pop(summary.place, None), past)
        if change is not None and change.before is None and summary.sha256 is not None:
            places.setdefault(summary.sha256, summary.place)
        _enter(census, summary, change)
    for before in left.values():
        for _, number, counted in before.findings:
            if counted and past is not None:
                _rule(census, past.rules[number]).fixed += 1
    census.gone, census.places = left, places
    return census


def _enter(census: Census, summary: Summary, change: Change | None) -> None:
    number = len(census.rows)
    census.verdicts[summary.verdict] += 1
    census.approvals[summary.standing.approval] += 1
    census.files += summary.files
    census.size += summary.size
    census.bases[summary.basis.tool, summary.basis.rulebook, summary.basis.policy] += 1
    for severity, many in summary.counts.items():
        census.found[severity] += many
        census.affected[severity] += many > 0
    counted = Counter(finding.rule for finding in summary.findings if finding.excuse is None)
    census.excused += len(summary.findings) - counted.total()
    for finding in {finding.rule: finding for finding in summary.findings if finding.excuse is None}.values():
        rule = _rule(census, finding)
        rule.findings += counted[finding.rule]
        rule.submissions += 1
    census.rows.append(
        Row(
            place=summary.place,
            app=summary.app,
            app_name=summary.app_name or (None if summary.failed is not None else summary.name),
            department=summary.department,
            verdict=summary.verdict,
            failed=summary.failed,
            report=summary.report,
            counts=tuple(summary.counts[severity] for severity in Severity),
            blocking=summary.blocking,
            standing=summary.standing,
            change=change,
            marks=tuple(dict.fromkeys((*_hosts(census, summary, number), *_parts(census, summary, number)))),
        )
    )


def _hosts(census: Census, summary: Summary, number: int) -> Iterable[str]:
    for line in summary.hosts:
        known = census.hosts.get(line.host)
        if known is None:
            known = census.hosts[line.host] = HostCensus(f"h{len(census.hosts)}", line.host)
        known.data.update((label.kind, label.title) for label in line.data)
        # A host may be listed under two classes: the submission counts once.
        if known.rows[-1:] != [number]:
            known.rows.append(number)
            known.standings[line.standing] += 1
        yield known.mark


def _parts(census: Census, summary: Summary, number: int) -> Iterable[str]:
    for line in summary.libraries:
        if line.severity is None:
            continue
        library = census.libraries.get((line.name, line.version))
        if library is None:
            library = census.libraries[line.name, line.version] = LibraryCensus(
                f"l{len(census.libraries)}", line.name, line.version, line.advisories, line.severity
            )
        library.rows.append(number)
        yield library.mark
    for held in summary.secrets:
        secret = census.secrets.get(held.digest)
        if secret is None:
            secret = census.secrets[held.digest] = SecretCensus(f"s{len(census.secrets)}", held.digest)
        secret.titles[held.rule] = held.title
        if secret.rows[-1:] != [number]:
            secret.rows.append(number)
        yield secret.mark


def _rule(census: Census, finding: FindingLine) -> RuleCensus:
    known = census.rules.get(finding.rule)
    if known is None:
        known = census.rules[finding.rule] = RuleCensus(finding.rule, finding.title, finding.severity, finding.category)
    return known


def _change(census: Census, summary: Summary, before: Before | None, past: Past) -> Change:
    """What changed in one submission; new and fixed findings are entered with their rules."""
    same = before is not None and before.sha256 is not None and before.sha256 == summary.sha256
    if summary.verdict is None or (before is not None and before.verdict is None):
        return Change(before, compared=False, same_bytes=same, new=0, fixed=0, unchanged=0)
    known = {} if before is None else {name: (number, counted) for name, number, counted in before.findings}
    new = unchanged = 0
    for finding in summary.findings:
        if known.pop(short(finding), None) is not None:
            unchanged += 1
        elif finding.excuse is None:
            new += 1
            _rule(census, finding).new += 1
    fixed = [past.rules[number] for number, counted in known.values() if counted]
    for finding in fixed:
        _rule(census, finding).fixed += 1
    return Change(before, compared=True, same_bytes=same, new=new, fixed=len(fixed), unchanged=unchanged)
