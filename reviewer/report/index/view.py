"""A census, a batch and the history -> everything the index report shows, in one language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reviewer.report.index.changes import changes
from reviewer.report.index.chart import trend
from reviewer.report.index.findings import hosts, libraries, rules, secrets, severity
from reviewer.report.index.model import Badge, Batch, IndexView, Share, Tile
from reviewer.report.index.rows import FAILED_KEY, Sheet, attention, groups, records
from reviewer.report.index.tally import Tally
from reviewer.report.index.words import APPROVAL, FAILED, PAST_LOST
from reviewer.report.words import VERDICT
from reviewer.review import Verdict
from reviewer.rule import Severity
from reviewer.summary import Approval
from reviewer.text import Text

_DEPARTMENTS = 300
"""How many departments one can choose from; the others are found by the words."""
_LACKING = (Approval.DRIFT, Approval.NEVER, Approval.OTHER_APP, Approval.REFUSED)
_VERDICTS = (None, Verdict.FAIL, Verdict.INCOMPLETE, Verdict.CONDITIONAL, Verdict.PASS)


def view(sheet: Sheet, batch: Batch, history: Sequence[Tally]) -> IndexView:
    """Everything the page says; `history` ends with this batch."""
    census = sheet.census
    found = tuple(hosts(sheet))
    departments = Counter(row.department for row in census.rows if row.department)
    rows = tuple(map(sheet.row, sheet.ordered))
    verdicts = tuple(sheet.verdict(each) for each in _VERDICTS if census.verdicts[each])
    standings = tuple(sheet.approval(each) for each in APPROVAL if census.approvals[each])
    unasked = census.approvals[Approval.NOT_ASKED]
    return IndexView(
        store=batch.store,
        when=batch.when,
        lead=tuple(sheet.say(text) for text in _lead(sheet, batch)),
        tiles=tuple(_tiles(sheet)),
        verdicts=tuple(_verdicts(sheet)),
        severities=tuple(_severities(sheet)),
        attention=tuple(attention(sheet)),
        no_ledger=bool(census.rows) and unasked == len(census.rows),
        groups=tuple(groups(rows)),
        records=records(rows, verdicts, standings),
        total=len(census.rows),
        departments=tuple(sorted(str(name) for name, _ in departments.most_common(_DEPARTMENTS))),
        verdict_choices=verdicts,
        standing_choices=standings,
        severity_heads=tuple(severity(sheet, each) for each in Severity),
        receiving=tuple(host for host in found if host.data),
        loading=tuple(host for host in found if not host.data),
        libraries=tuple(libraries(sheet)),
        secrets=tuple(secrets(sheet)),
        rules=tuple(rules(sheet)),
        changes=changes(sheet),
        trend=trend(sheet, history),
        facts=tuple(_facts(sheet, batch)),
        lines=batch.lines,
        log=batch.log,
    )


def _lead(sheet: Sheet, batch: Batch) -> Iterator[Text]:
    """What the figures come to, in a few sentences."""
    census = sheet.census
    if batch.is_past_lost:
        yield PAST_LOST
    total, failed = len(census.rows), census.verdicts[None]
    if not total:
        yield Text(ja="保管場所に提出物はありませんでした。", en="There was no submission in the store.")
        return
    reviewed = total - failed
    if failed:
        yield Text(
            ja=f"{total:,}件の提出物のうち{reviewed:,}件をレビューしました。{failed:,}件はレビューできませんでした。",
            en=f"{reviewed:,} of {total:,} submissions were reviewed; {failed:,} could not be.",
        )
    else:
        yield Text(ja=f"{total:,}件の提出物をすべてレビューしました。", en=f"All {total:,} submissions were reviewed.")
    if census.approvals[Approval.NOT_ASKED] < total:
        lacking = sum(census.approvals[each] for each in _LACKING)
        expired = census.approvals[Approval.EXPIRED]
        if lacking or expired:
            yield Text(
                ja=f"審査台帳に照らすと、有効な承認のないものが{lacking + expired:,}件あります"
                f"(うち期限切れ{expired:,}件)。",
                en=f"By the ledger {lacking + expired:,} have no valid approval; of {expired:,} it expired.",
            )
        else:
            yield Text(
                ja="審査台帳に照らすと、すべて有効な承認があります。",
                en="By the ledger every one of them has a valid approval.",
            )


def _tiles(sheet: Sheet) -> Iterator[Tile]:
    """The figures that a person must act on, in the order of the lists that explain them."""
    census = sheet.census
    if census.approvals[Approval.NOT_ASKED] < len(census.rows):
        for approval in (*_LACKING, Approval.EXPIRED):
            yield _tile(approval.value, sheet.say(APPROVAL[approval]), census.approvals[approval])
    yield _tile(FAILED_KEY, sheet.say(FAILED), census.verdicts[None])
    incomplete = Verdict.INCOMPLETE
    yield _tile(incomplete.value, sheet.say(VERDICT[incomplete]), census.verdicts[incomplete])


def _tile(key: str, label: str, count: int) -> Tile:
    return Tile(key, label, count, f"attention-{key}", alarm=count > 0)


def _verdicts(sheet: Sheet) -> Iterator[Share]:
    census = sheet.census
    for verdict in _VERDICTS:
        yield _share(sheet.verdict(verdict), census.verdicts[verdict], "", len(census.rows))


def _severities(sheet: Sheet) -> Iterator[Share]:
    census = sheet.census
    most = max(census.found.values(), default=0)
    for each in Severity:
        apps = census.affected[each]
        more = sheet.say(Text(ja=f"{apps:,}件の提出物", en=f"in {apps:,} submissions"))
        yield _share(severity(sheet, each), census.found[each], more, most)


def _share(badge: Badge, count: int, more: str, whole: int) -> Share:
    """What is there at all is seen, however small its part."""
    return Share(badge, count, more, max(4, count * 1000 // whole) if count else 0)


def _facts(sheet: Sheet, batch: Batch) -> Iterator[tuple[str, str]]:
    census = sheet.census
    yield sheet.say(Text(ja="実施日時", en="When")), batch.when
    yield sheet.say(Text(ja="保管場所", en="Store")), batch.store
    size = Text(
        ja=f"{len(census.rows):,}件、{census.files:,}ファイル、{census.size:,}バイト",
        en=f"{len(census.rows):,} submissions, {census.files:,} files, {census.size:,} bytes",
    )
    yield sheet.say(Text(ja="レビューした量", en="Amount")), sheet.say(size)
    if census.excused:
        excused = Text(
            ja=f"免除されたか承認時に確認済みの{census.excused:,}件は、どの数にも入れていません",
            en=f"{census.excused:,} that were waived, or known at the approval, are in none of the figures",
        )
        yield sheet.say(Text(ja="数えない指摘", en="Findings that do not count")), sheet.say(excused)
    for (tool, rulebook, policy), count in census.bases.most_common():
        made = Text(
            ja=f"道具 {tool}、規則 {rulebook[:16]}、方針 {policy}({count:,}件)",
            en=f"tool {tool}, rules {rulebook[:16]}, policy {policy} ({count:,} submissions)",
        )
        yield sheet.say(Text(ja="レビューのもと", en="Made with")), sheet.say(made)
    if batch.command is not None:
        yield sheet.say(Text(ja="コマンド", en="Command")), batch.command
