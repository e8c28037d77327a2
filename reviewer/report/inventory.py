"""The dossier -> tables of what the submission does, each row with its places in the code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reviewer.report.edition import Edition
from reviewer.report.model import Inventory, InventoryRow
from reviewer.report.ways import host_class, listed, way
from reviewer.source import Location
from reviewer.text import Text

_PLACES = 6
_UNKNOWN = Text(ja="(実行時に決まるため不明)", en="(unknown: decided at run time)")


def inventory(edition: Edition) -> Iterator[Inventory]:
    """Every table in a fixed order, the empty ones too: that nothing of a kind was seen is an answer."""
    dossier = edition.review.dossier
    yield _table(
        edition,
        "events",
        Text(ja="動く画面と操作(イベント)", en="Screens and operations (events)"),
        (Text(ja="画面", en="Screen"), Text(ja="いつ", en="When"), Text(ja="イベント", en="Event")),
        (((*_moment(edition, entry.name), entry.name), entry.locations) for entry in dossier.events),
    )
    yield _table(
        edition,
        "hosts",
        Text(ja="通信先と渡すデータ", en="Destinations and what they are given"),
        (
            Text(ja="通信先", en="Host"),
            Text(ja="区分", en="Class"),
            Text(ja="方法", en="Means"),
            Text(ja="渡すデータ", en="Data"),
        ),
        (
            (
                (
                    entry.host,
                    host_class(edition, entry.host_class),
                    edition.say(Text(ja="、", en=", ")).join(way(edition, name) for name in entry.via),
                    listed(edition, entry.data),
                ),
                entry.locations,
            )
            for entry in dossier.hosts
        ),
    )
    yield _table(
        edition,
        "rest",
        Text(ja="kintone REST APIの呼び出し", en="Calls of kintone's REST API"),
        (
            Text(ja="メソッド", en="Method"),
            Text(ja="API", en="Endpoint"),
            Text(ja="アプリ", en="App"),
            Text(ja="影響", en="Effect"),
        ),
        (
            ((entry.method, entry.endpoint, entry.app, listed(edition, (entry.danger,))), entry.locations)
            for entry in dossier.rest_calls
        ),
    )
    yield _table(
        edition,
        "fields",
        Text(ja="使うフィールド", en="Fields used"),
        (Text(ja="フィールドコード", en="Field code"), Text(ja="使い方", en="Use")),
        (((entry.code, _use(edition, entry.access)), entry.locations) for entry in dossier.fields),
    )
    yield _table(
        edition,
        "storage",
        Text(ja="kintoneの外に残すデータ", en="Data kept outside kintone"),
        (Text(ja="残し方", en="How"), Text(ja="データ", en="Data")),
        (((way(edition, entry.place), listed(edition, entry.data)), entry.locations) for entry in dossier.storage),
    )
    yield _table(
        edition,
        "libraries",
        Text(ja="ライブラリー", en="Libraries"),
        (
            Text(ja="名前", en="Name"),
            Text(ja="版", en="Version"),
            Text(ja="確かめ方", en="Identity"),
            Text(ja="出どころ", en="Origin"),
        ),
        (
            ((entry.name, entry.version, listed(edition, (entry.identity,)), entry.origin), entry.locations)
            for entry in dossier.libraries
        ),
    )


def _use(edition: Edition, access: Sequence[str]) -> str:
    """Whether a whole field is put in place; one that is taken out may have its value read or changed, or both."""
    if "write" in access:
        return edition.say(Text(ja="置き換える", en="replaced"))
    return edition.say(Text(ja="読む、または値を変える", en="read, or its value changed"))


def _moment(edition: Edition, name: str) -> tuple[str, str]:
    """On which screen and when, in plain words; an event that nothing is known of has its name alone."""
    known = edition.event(name)
    if known is None:
        return edition.say(Text(ja="(一覧にないイベント)", en="(an event not listed)")), "-"
    words, rest = known
    return edition.say(words.screen), edition.say(words.moment).replace("*", rest)


def _table(
    edition: Edition,
    key: str,
    title: Text,
    headers: Sequence[Text],
    rows: Iterable[tuple[tuple[str, ...], tuple[Location, ...]]],
) -> Inventory:
    return Inventory(
        key=key,
        title=edition.say(title),
        headers=tuple(edition.say(header) for header in headers),
        rows=tuple(
            InventoryRow(
                cells=tuple(edition.say(_UNKNOWN) if cell == "?" else edition.quote(cell) for cell in cells),
                places=tuple(edition.place(location) for location in locations[:_PLACES]),
                more=max(0, len(locations) - _PLACES),
            )
            for cells, locations in rows
        ),
    )
