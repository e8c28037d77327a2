"""The dossier -> tables of what the submission does, each row with its places in the code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reviewer.report.edition import Edition
from reviewer.report.model import Inventory, InventoryRow
from reviewer.source import Location
from reviewer.text import Text

_PLACES = 6
_UNKNOWN = Text(ja="(実行時に決まるため不明)", en="(unknown: decided at run time)")

_VALUES: Mapping[str, Text] = {
    "read": Text(ja="読む", en="read"),
    "write": Text(ja="書く", en="write"),
    "exact": Text(ja="配布物と一致", en="same bytes as published"),
    "claimed": Text(ja="自称(未確認)", en="claimed, not confirmed"),
}


def inventory(edition: Edition) -> Iterator[Inventory]:
    """Every table in a fixed order, the empty ones too: that nothing of a kind was seen is an answer."""
    dossier = edition.review.dossier
    yield _table(
        edition,
        "events",
        Text(ja="動く画面と操作(イベント)", en="Screens and operations (events)"),
        (Text(ja="イベント", en="Event"),),
        (((entry.name,), entry.locations) for entry in dossier.events),
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
                    _host_class(edition, entry.host_class),
                    _list(edition, entry.via),
                    _list(edition, entry.data),
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
            ((entry.method, entry.endpoint, entry.app, _list(edition, (entry.danger,))), entry.locations)
            for entry in dossier.rest_calls
        ),
    )
    yield _table(
        edition,
        "fields",
        Text(ja="読み書きするフィールド", en="Fields read and written"),
        (Text(ja="フィールドコード", en="Field code"), Text(ja="使い方", en="Use")),
        (((entry.code, _list(edition, entry.access)), entry.locations) for entry in dossier.fields),
    )
    yield _table(
        edition,
        "storage",
        Text(ja="kintoneの外に残すデータ", en="Data kept outside kintone"),
        (Text(ja="場所", en="Place"), Text(ja="データ", en="Data")),
        (((entry.place, _list(edition, entry.data)), entry.locations) for entry in dossier.storage),
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
            ((entry.name, entry.version, _list(edition, (entry.identity,)), entry.origin), entry.locations)
            for entry in dossier.libraries
        ),
    )


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


def _list(edition: Edition, names: Iterable[str]) -> str:
    """Kinds and modes in the reader's words; what has no other name keeps its own."""
    said = (edition.say(_VALUES[name]) if name in _VALUES else edition.kinds.get(name, name) for name in names)
    return edition.say(Text(ja="、", en=", ")).join(said)


def _host_class(edition: Edition, name: str) -> str:
    classes = edition.review.rulebook.host_classes
    return next((edition.say(known.title) for known in classes if known.name == name), name)
