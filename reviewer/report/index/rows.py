"""The rows of a census -> the table, folded by verdict, and the lists of what must be looked at first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from types import MappingProxyType
from urllib.parse import quote

from reviewer.report.index.census import Census, Row
from reviewer.report.index.model import AttentionView, Badge, ChunkView, GroupView, Link, Record, RowView, Users
from reviewer.report.index.words import APPROVAL, FAILED
from reviewer.report.visible import visible
from reviewer.report.words import VERDICT
from reviewer.review import Verdict
from reviewer.summary import Approval
from reviewer.text import Language, Text

FAILED_KEY = "failed"
UNREVIEWED = (None, Verdict.INCOMPLETE)
_CHUNK = 200
_LOT = 1000
_FIRST, _FURTHER = 20, 180
_USERS, _FURTHER_USERS = 3, 47


@dataclass(frozen=True)  # no slots: the order of the rows is kept beside the census
class Sheet:
    """A census in one language."""

    census: Census
    language: Language

    def say(self, text: Text) -> str:
        """Our own words."""
        return text.to(self.language)

    @cached_property
    def ordered(self) -> Sequence[Row]:
        """All rows, the worst first."""
        return sorted(self.census.rows, key=lambda row: row.badness)

    def verdict(self, verdict: Verdict | None) -> Badge:
        """A verdict, or that there is none."""
        if verdict is None:
            return Badge(FAILED_KEY, self.say(FAILED))
        return Badge(verdict.value, self.say(VERDICT[verdict]))

    def approval(self, approval: Approval) -> Badge:
        """A standing in the ledger."""
        return Badge(approval.value, self.say(APPROVAL[approval]))

    def link(self, row: Row) -> Link:
        """A submission by the place that it has in the store."""
        return Link(row.place, href(row.report))

    def row(self, row: Row) -> RowView:
        """One row of the table."""
        change = row.change
        was = None if change is None or change.before is None else self.verdict(change.before.verdict)
        return RowView(
            link=self.link(row),
            app=app(row),
            department=row.department or "",
            verdict=self.verdict(row.verdict),
            before=was.label if was is not None and changed_verdict(row) else None,
            counts=row.counts,
            blocking=row.blocking,
            standing=self.approval(row.standing.approval),
            detail=self.say(text) if (text := _detail(row)) is not None else "",
            reason=None if row.failed is None else self.say(row.failed),
            marks=" ".join((*row.marks, *_change_marks(row))),
        )

    def users(self, numbers: Sequence[int], mark: str) -> Users:
        """The submissions with these numbers, the worst first."""
        rows = sorted((self.census.rows[number] for number in numbers), key=lambda row: row.badness)
        shown = [self.link(row) for row in rows[: _USERS + _FURTHER_USERS]]
        return Users(
            count=len(rows),
            first=tuple(shown[:_USERS]),
            further=tuple(shown[_USERS:]),
            left_out=len(rows) - len(shown),
            mark=mark,
        )


def changed_verdict(row: Row) -> bool:
    """Whether the verdict is another than in the batch before."""
    return row.change is not None and row.change.before is not None and row.change.before.verdict is not row.verdict


def changed_findings(row: Row) -> bool:
    """Whether the verdict is the same and findings are not."""
    change = row.change
    return (
        change is not None
        and change.before is not None
        and not changed_verdict(row)
        and bool(change.new or change.fixed)
    )


def added(row: Row) -> bool:
    """Whether it was not in the store when the batch before was made."""
    return row.change is not None and row.change.before is None


CHANGES: Mapping[str, Callable[[Row], bool]] = MappingProxyType(
    {"verdict": changed_verdict, "findings": changed_findings, "added": added}
)
"""The ways in which a submission may have changed."""


def change_mark(way: str) -> str:
    """What the table knows the submissions by that changed in one way."""
    return f"c-{way}"


def _change_marks(row: Row) -> Iterator[str]:
    return (change_mark(way) for way, fits in CHANGES.items() if fits(row))


def href(report: str | None) -> str | None:
    """Where a folder's report lies, as a relative reference that leads nowhere else; no scheme, no host, no way up."""
    if report is None:
        return None
    parts = [part for part in report.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return "./" + "/".join(quote(part.encode("utf-8", "surrogatepass"), safe="") for part in (*parts, "report.html"))


def app(row: Row) -> str:
    """The app by name and number, as far as they are known."""
    if row.app is None:
        return row.app_name or ""
    return f"{row.app_name} ({row.app})" if row.app_name else row.app


def groups(rows: Sequence[RowView]) -> Iterator[GroupView]:
    """All rows, by verdict as they come, in folded chunks."""
    for verdict, same in groupby(rows, key=lambda row: row.verdict):
        each = tuple(same)
        chunks = (each[start : start + _CHUNK] for start in range(0, len(each), _CHUNK))
        folded = (ChunkView(turn * _CHUNK + 1, turn * _CHUNK + len(chunk), chunk) for turn, chunk in enumerate(chunks))
        yield GroupView(verdict, len(each), tuple(folded))


def records(
    rows: Sequence[RowView], verdicts: Sequence[Badge], standings: Sequence[Badge]
) -> Iterator[tuple[Record, ...]]:
    """All rows as the script reads them, in lots, so that never all of them are held as text."""
    numbers = {badge: number for choices in (verdicts, standings) for number, badge in enumerate(choices)}
    for start in range(0, len(rows), _LOT):
        yield tuple(_record(row, numbers) for row in rows[start : start + _LOT])


def _record(row: RowView, numbers: Mapping[Badge, int]) -> Record:
    return (
        visible(row.link.text),
        row.link.href,
        visible(row.app),
        visible(row.department),
        numbers[row.verdict],
        row.before,
        row.counts,
        row.blocking,
        numbers[row.standing],
        row.detail,
        None if row.reason is None else visible(row.reason),
        row.marks,
    )


def attention(sheet: Sheet) -> Iterator[AttentionView]:
    """What a person must look at, the most urgent first; lists without an entry are left out."""
    for each in _LISTS:
        rows = [row for row in sheet.ordered if each.fits(row)]
        if rows:
            yield AttentionView(
                key=each.key,
                title=sheet.say(each.title),
                short=sheet.say(each.short),
                note=sheet.say(each.note),
                count=len(rows),
                rows=tuple(map(sheet.row, rows[:_FIRST])),
                further=tuple(map(sheet.row, rows[_FIRST : _FIRST + _FURTHER])),
                left_out=max(0, len(rows) - _FIRST - _FURTHER),
                by=each.by,
                value=each.key,
            )


@dataclass(frozen=True, slots=True)
class _List:
    """One list of what must be looked at: which rows are in it, and what narrows the table to them."""

    key: str
    by: str
    short: Text
    title: Text
    note: Text
    fits: Callable[[Row], bool]


def _stands(approval: Approval) -> Callable[[Row], bool]:
    return lambda row: row.standing.approval is approval


_LISTS: Sequence[_List] = (
    _List(
        Approval.DRIFT.value,
        "standing",
        APPROVAL[Approval.DRIFT],
        Text(ja="承認された内容と違うもの", en="Differs from what was approved"),
        Text(
            ja="同じアプリやプラグインの別の内容が承認されています。承認のあとで変えられています。"
            "いつ、誰が変えたかを確かめ、審査を受けてもらってください。",
            en="Other contents of the same app or plug-in were approved: this was changed afterwards. Find out who "
            "changed it and when, and have it reviewed.",
        ),
        _stands(Approval.DRIFT),
    ),
    _List(
        Approval.NEVER.value,
        "standing",
        APPROVAL[Approval.NEVER],
        Text(ja="承認されたことがないもの", en="Never approved"),
        Text(
            ja="審査台帳に判断がありません。所管課に確かめ、申請してもらうか、止めてもらってください。",
            en="The ledger has no decision on it. Ask its department to apply for a review, or to take it down.",
        ),
        _stands(Approval.NEVER),
    ),
    _List(
        Approval.OTHER_APP.value,
        "standing",
        APPROVAL[Approval.OTHER_APP],
        Text(ja="別のアプリで承認されたもの", en="Approved for another app"),
        Text(
            ja="1バイトも違わない内容が承認されていますが、別のアプリの申請に対してです。扱うデータと見る人が違うので、"
            "このアプリでの利用も申請してもらい、判断してください。",
            en="The very same bytes were approved, but for another app. Data and people are others here: ask for an "
            "application for this app as well, and decide on it.",
        ),
        _stands(Approval.OTHER_APP),
    ),
    _List(
        Approval.REFUSED.value,
        "standing",
        APPROVAL[Approval.REFUSED],
        Text(ja="否または差戻しとされたもの", en="Refused or returned"),
        Text(
            ja="否または差戻しと判断された内容が、そのまま保管場所にあります。動いていれば止めてもらってください。",
            en="What was refused or returned for correction is in the store all the same. If it runs, have it stopped.",
        ),
        _stands(Approval.REFUSED),
    ),
    _List(
        Approval.EXPIRED.value,
        "standing",
        APPROVAL[Approval.EXPIRED],
        Text(ja="承認の期限が切れたもの", en="Approval expired"),
        Text(
            ja="承認の有効期間が過ぎています。もう一度審査し、続けて使うかを判断してください。",
            en="The approval has run out. Review it again and decide whether it may go on.",
        ),
        _stands(Approval.EXPIRED),
    ),
    _List(
        FAILED_KEY,
        "verdict",
        FAILED,
        Text(ja="レビューできなかったもの", en="Could not be reviewed"),
        Text(
            ja="次の理由でレビューできませんでした。安全とも危険とも言えません。理由を除いて、もう一度実行してください。",
            en="There is no review, for the reason given: nothing is known of these. Remove the reason and run again.",
        ),
        lambda row: row.verdict is None,
    ),
    _List(
        Verdict.INCOMPLETE.value,
        "verdict",
        VERDICT[Verdict.INCOMPLETE],
        Text(ja="レビューが完了していないもの", en="Review incomplete"),
        Text(
            ja="確かめられなかったことがあり、適合とは判断できません。それぞれの報告書で理由を確かめてください。",
            en="Something could not be examined, which rules out a passing verdict. Each report says what and why.",
        ),
        lambda row: row.verdict is Verdict.INCOMPLETE,
    ),
)


def _detail(row: Row) -> Text | None:
    """What is worth knowing of a standing beside its name."""
    standing = row.standing
    until = None if standing.until is None else standing.until.isoformat()
    match standing.approval:
        case Approval.DRIFT:
            return Text(
                ja=f"{standing.differs}ファイル違い" + (f"\n承認 {standing.decided}" if standing.decided else ""),
                en=f"{standing.differs} files differ" + (f"\napproved {standing.decided}" if standing.decided else ""),
            )
        case Approval.EXPIRED | Approval.APPROVED | Approval.OTHER_APP if until is not None:
            return Text(ja=f"{until} まで", en=f"until {until}")
        case Approval.REFUSED if standing.decided is not None:
            return Text(ja=f"{standing.decided}", en=f"{standing.decided}")
        case _:
            return None
