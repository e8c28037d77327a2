"""A census with a batch before it -> what changed: verdicts, findings, what came and what went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewer.report.index.census import Change, Row
from reviewer.report.index.model import ChangeList, ChangesView, ChangeView, Link
from reviewer.report.index.past import Before
from reviewer.report.index.rows import CHANGES, Sheet, app, change_mark
from reviewer.text import Text

_FIRST, _FURTHER = 15, 185
_Entry = tuple[Row, Change]


def changes(sheet: Sheet) -> ChangesView | None:
    """The changes; None where there is nothing to compare with."""
    census = sheet.census
    if census.past is None:
        return None
    entries = [(row, row.change) for row in sheet.ordered if row.change is not None]
    here = [change for _, change in entries if change.before is not None]
    came = [change for _, change in entries if change.before is None]
    went = sum(counted for before in census.gone.values() for _, _, counted in before.findings)
    uncompared = sum(not change.compared for change in here)
    figures = [
        (_NEW, sum(change.new for change in here)),
        (_FIXED, sum(change.fixed for change in here)),
        (_UNCHANGED, sum(change.unchanged for _, change in entries)),
        (_NEW_WITH, sum(change.new for change in came)),
        (_GONE_WITH, went),
    ]
    if uncompared:
        figures.append((_UNCOMPARED, uncompared))
    lists = [*(_listed(sheet, each, entries) for each in _LISTS), _gone(sheet)]
    return ChangesView(
        when=census.past.when,
        figures=tuple((sheet.say(label), number) for label, number in figures),
        lists=tuple(each for each in lists if each.count),
    )


_NEW = Text(ja="新しい指摘", en="New findings")
_FIXED = Text(ja="なくなった指摘", en="Findings that are gone")
_UNCHANGED = Text(ja="変わらない指摘", en="Findings as before")
_NEW_WITH = Text(ja="加わった提出物の指摘", en="Findings in added submissions")
_GONE_WITH = Text(ja="なくなった提出物とともに消えた指摘", en="Findings gone with their submission")
_UNCOMPARED = Text(ja="比べられなかった提出物", en="Submissions that could not be compared")


@dataclass(frozen=True, slots=True)
class _List:
    """Submissions that changed in one of the ways of `CHANGES`."""

    way: str
    title: Text
    note: Text


_LISTS: Sequence[_List] = (
    _List(
        "verdict",
        Text(ja="判定案が変わった提出物", en="The verdict changed"),
        Text(
            ja="ファイルが同じなのに変わったものは、規則か弱点の情報が新しくなったためです。",
            en="Where the files are the same, rules or advisories have changed.",
        ),
    ),
    _List(
        "findings",
        Text(ja="判定案は同じで、指摘が変わった提出物", en="The verdict is the same, findings changed"),
        Text(ja="新しい指摘となくなった指摘の数を示します。", en="With the numbers of new findings and of those gone."),
    ),
    _List(
        "added",
        Text(ja="加わった提出物", en="Added"),
        Text(ja="前回は保管場所にありませんでした。", en="They were not in the store the last time."),
    ),
)
_GONE_TITLE = Text(ja="なくなった提出物", en="Gone")
_GONE_NOTE = Text(
    ja="前回はありましたが、今回は保管場所にありません。意図したことかを確かめてください。",
    en="They were in the store the last time and are not now. Check that this was intended.",
)
_SAME = Text(ja="同じ", en="same")
_OTHER = Text(ja="変わった", en="changed")


def _listed(sheet: Sheet, each: _List, entries: Sequence[_Entry]) -> ChangeList:
    fitting = [(row, change) for row, change in entries if CHANGES[each.way](row)]
    if each.way == "findings":
        fitting.sort(key=lambda entry: (-entry[1].new, -entry[1].fixed, entry[0].place))
    return ChangeList(
        key=each.way,
        mark=change_mark(each.way),
        title=sheet.say(each.title),
        note=sheet.say(each.note),
        count=len(fitting),
        rows=tuple(_view(sheet, *entry) for entry in fitting[:_FIRST]),
        further=tuple(_view(sheet, *entry) for entry in fitting[_FIRST : _FIRST + _FURTHER]),
        left_out=max(0, len(fitting) - _FIRST - _FURTHER),
    )


def _view(sheet: Sheet, row: Row, change: Change) -> ChangeView:
    before = change.before
    return ChangeView(
        link=sheet.link(row),
        app=app(row),
        before=None if before is None else sheet.verdict(before.verdict),
        after=sheet.verdict(row.verdict),
        new=change.new,
        fixed=change.fixed,
        content="" if before is None else sheet.say(_SAME if change.same_bytes else _OTHER),
    )


def _gone(sheet: Sheet) -> ChangeList:
    views = list(_gone_views(sheet))
    return ChangeList(
        key="gone",
        mark="",
        title=sheet.say(_GONE_TITLE),
        note=sheet.say(_GONE_NOTE),
        count=len(views),
        rows=tuple(views[:_FIRST]),
        further=tuple(views[_FIRST:]),
        left_out=0,
    )


def _gone_views(sheet: Sheet) -> Iterator[ChangeView]:
    for place, before in sorted(sheet.census.gone.items()):
        yield ChangeView(
            link=Link(place, None),
            app="",
            before=sheet.verdict(before.verdict),
            after=None,
            new=0,
            fixed=sum(counted for _, _, counted in before.findings),
            content=_moved(sheet, before),
        )


def _moved(sheet: Sheet, before: Before) -> str:
    """Where the same bytes lie now, if they are new in the store somewhere."""
    where = None if before.sha256 is None else sheet.census.places.get(before.sha256)
    if where is None:
        return ""
    return sheet.say(Text(ja=f"同じ内容が {where} にあります", en=f"the same bytes lie in {where}"))
