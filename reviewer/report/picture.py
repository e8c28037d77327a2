"""The dossier -> a picture of where data goes, laid out in whole units, and the table that says the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from reviewer.destination import TRUSTED, UNKNOWN
from reviewer.record import value
from reviewer.report.drawing import Box, Stroke, Words
from reviewer.report.edition import Edition
from reviewer.report.model import Picture, Route
from reviewer.report.ways import host_class, listed, way
from reviewer.source import Location
from reviewer.text import Text

INSIDE = ("inside", Text(ja="kintoneの中", en="inside kintone"))
OUTSIDE = ("outside", Text(ja="外部", en="outside"))
DEVICE = ("device", Text(ja="利用者の端末", en="the user's device"))
OPEN = ("unknown", Text(ja="行き先不明", en="unknown"))

# The kind whose items are the fields.
_FIELD_KIND = "record"
_MARKS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_PLACES = 6
_FIELDS = 7
_DRAWN = 12
_WIDTH = 960
_LEFT, _MIDDLE, _RIGHT = (0, 250), (385, 190), (690, 270)
_TOP, _GAP, _LINE, _PAD = 34, 14, 20, 12
_SMALL = 12
_LARGE = 14


@value
class _Source:
    """Data of one kind, with the mark it goes by in the picture, and what exactly it is."""

    kind: str
    mark: str
    title: str
    items: tuple[str, ...]


def picture(edition: Edition) -> Picture:
    """The drawing and its table; both are empty of routes where nothing goes anywhere."""
    sources = tuple(_sources(edition))
    routes = tuple(_routes(edition, {source.kind: source.mark for source in sources}))
    return _drawn(edition, sources, routes)


def _sources(edition: Edition) -> Iterator[_Source]:
    """What is read: fields first, then every kind of data that reaches some destination."""
    dossier = edition.review.dossier
    reached = chain((entry.data for entry in dossier.hosts), (entry.data for entry in dossier.storage))
    kinds = set(chain.from_iterable(reached))
    fields = tuple(edition.quote(entry.code) for entry in dossier.fields)
    if fields:
        kinds.add(_FIELD_KIND)
    for mark, kind in zip(_MARKS, sorted(kinds, key=lambda kind: (kind != _FIELD_KIND, kind)), strict=False):
        yield _Source(kind, mark, listed(edition, (kind,)), fields if kind == _FIELD_KIND else ())


def _routes(edition: Edition, marks: Mapping[str, str]) -> Iterator[Route]:
    dossier = edition.review.dossier
    number = 0
    for host in dossier.hosts:
        number += 1
        tone = OPEN if host.host_class == UNKNOWN else INSIDE if host.host_class == TRUSTED else OUTSIDE
        title = edition.say(_UNNAMED) if host.host == "?" else edition.quote(host.host)
        ways = edition.say(_COMMA).join(way(edition, name) for name in host.via)
        kind = host_class(edition, host.host_class)
        yield _route(edition, number, title, kind, tone, ways, host.data, marks, host.locations)
    for kept in dossier.storage:
        number += 1
        title = edition.means.get(kept.place, edition.quote(kept.place))
        yield _route(
            edition, number, title, edition.say(_KEPT), DEVICE, way(edition, kept.place), kept.data, marks,
            kept.locations,
        )  # fmt: skip
    for call in dossier.rest_calls:
        number += 1
        kind = edition.say(_READ if call.danger == "read" else _WRITTEN)
        title = f"{call.method} {edition.quote(call.endpoint)}"
        app = edition.say(_THIS_OR_UNKNOWN) if call.app == "?" else edition.say(_APP) + edition.quote(call.app)
        yield _route(edition, number, title, kind, INSIDE, app, (), marks, call.locations)


_COMMA = Text(ja="、", en=", ")
_UNNAMED = Text(ja="実行時に決まる行き先", en="decided at run time")
_KEPT = Text(ja="端末に残す・渡す", en="kept on or given to the device")
_READ = Text(ja="データの読み取り", en="reads data")
_WRITTEN = Text(ja="データの書き込み・変更", en="writes or changes data")
_THIS_OR_UNKNOWN = Text(ja="アプリ: 実行時に決まる", en="app: decided at run time")
_APP = Text(ja="アプリ: ", en="app: ")
_NO_DATA = Text(ja="渡すデータは見つからない", en="no data seen")


def _route(  # noqa: PLR0913, PLR0917 - one value for each column
    edition: Edition,
    number: int,
    title: str,
    kind: str,
    tone: tuple[str, Text],
    ways: str,
    data: Sequence[str],
    marks: Mapping[str, str],
    locations: Sequence[Location],
) -> Route:
    return Route(
        number=number,
        title=title,
        kind=kind,
        tone=tone[0],
        tone_label=edition.say(tone[1]),
        way=ways,
        data=listed(edition, data) or edition.say(_NO_DATA),
        marks=tuple(marks[name] for name in data if name in marks),
        places=tuple(edition.place(location) for location in locations[:_PLACES]),
        more=max(0, len(locations) - _PLACES),
    )


def _drawn(edition: Edition, sources: Sequence[_Source], routes: Sequence[Route]) -> Picture:
    shown = routes[:_DRAWN]
    left = [_source_lines(edition, source) for source in sources] or [[(edition.say(_NOTHING_READ), "soft")]]
    right = [_route_lines(route) for route in shown] or [[(edition.say(_GOES_NOWHERE), "soft")]]
    body = max(_column_height(left), _column_height(right), 90)
    left_tops, right_tops = _tops(left, body), _tops(right, body)
    boxes = [_box(_LEFT, top, lines, "source") for top, lines in zip(left_tops, left, strict=True)]
    boxes.append(_code_box(edition, body))
    tones = [route.tone for route in shown] or ["none"]
    boxes += [_box(_RIGHT, top, lines, tone) for top, lines, tone in zip(right_tops, right, tones, strict=True)]
    ends = [top + _height(lines) // 2 for top, lines in zip(right_tops, right, strict=True)] if shown else []
    begins = [top + _height(lines) // 2 for top, lines in zip(left_tops, left, strict=True)] if sources else []
    strokes = [
        Stroke(_curve(_LEFT[0] + _LEFT[1], y, _MIDDLE[0], port), "source")
        for y, port in zip(begins, _ports(len(begins), body), strict=True)
    ]
    strokes += [
        Stroke(_curve(_MIDDLE[0] + _MIDDLE[1], port, _RIGHT[0] - 9, y), route.tone)
        for y, port, route in zip(ends, _ports(len(ends), body), shown, strict=True)
    ]
    heads = tuple(
        Words(column[0], 18, edition.say(text), "head")
        for column, text in ((_LEFT, _HEAD_LEFT), (_MIDDLE, _HEAD_MIDDLE), (_RIGHT, _HEAD_RIGHT))
    )
    return Picture(
        width=_WIDTH,
        height=_TOP + body + 4,
        boxes=tuple(boxes),
        strokes=tuple(strokes),
        heads=heads,
        left_out=len(routes) - len(shown),
        routes=tuple(routes),
    )


_NOTHING_READ = Text(ja="読み取るデータは見つからない", en="no data seen that is read")
_GOES_NOWHERE = Text(ja="行き先は見つからない", en="no destination seen")
_HEAD_LEFT = Text(ja="読み取るデータ", en="Data read")
_HEAD_MIDDLE = Text(ja="このカスタマイズ", en="This customization")
_HEAD_RIGHT = Text(ja="行き先", en="Destinations")
_MORE = Text(ja="ほか", en="and more:")


def _source_lines(edition: Edition, source: _Source) -> list[tuple[str, str]]:
    lines = [(f"{source.mark}  {source.title}", "strong")]
    lines += [(item, "plain") for item in source.items[:_FIELDS]]
    if len(source.items) > _FIELDS:
        lines.append((f"{edition.say(_MORE)} {len(source.items) - _FIELDS}", "soft"))
    return lines


def _route_lines(route: Route) -> list[tuple[str, str]]:
    marks = f" ← {' '.join(route.marks)}" if route.marks else ""
    return [(f"{route.number}. {route.title}", "strong"), (f"{route.tone_label}{marks}", "tone"), (route.kind, "soft")]


def _code_box(edition: Edition, body: int) -> Box:
    files = len(edition.review.submission.files)
    count = edition.say(Text(ja=f"{files}個のファイル", en=f"{files} files"))
    middle = _TOP + body // 2
    x, width = _MIDDLE
    return Box(
        x, _TOP, width, body, "code",
        (
            Words(x + _PAD, middle, _fitted(edition.quote(edition.review.submission.name), width, _LARGE), "strong"),
            Words(x + _PAD, middle + _LINE, count, "soft"),
        ),
    )  # fmt: skip


def _height(lines: Sequence[object]) -> int:
    return 2 * _PAD + _LINE * len(lines) - 6


def _column_height(column: Sequence[Sequence[object]]) -> int:
    return sum(map(_height, column)) + _GAP * (len(column) - 1)


def _tops(column: Sequence[Sequence[object]], body: int) -> list[int]:
    """Where each box of a column begins: one after the other, the whole in the middle."""
    at = _TOP + (body - _column_height(column)) // 2
    tops = []
    for lines in column:
        tops.append(at)
        at += _height(lines) + _GAP
    return tops


def _ports(count: int, body: int) -> list[int]:
    """Where lines meet the box in the middle: evenly along its side."""
    return [_TOP + body * (2 * turn + 1) // (2 * count) for turn in range(count)]


def _box(column: tuple[int, int], top: int, lines: Sequence[tuple[str, str]], tone: str) -> Box:
    x, width = column
    words = tuple(
        Words(x + _PAD, top + _PAD + 10 + _LINE * turn, _fitted(text, width, _LARGE if turn == 0 else _SMALL), face)
        for turn, (text, face) in enumerate(lines)
    )
    return Box(x, top, width, _height(lines), tone, words)


def _curve(x: int, y: int, to_x: int, to_y: int) -> str:
    middle = (x + to_x) // 2
    return f"M{x} {y}C{middle} {y} {middle} {to_y} {to_x} {to_y}"


def _fitted(text: str, width: int, size: int) -> str:
    """As much of a text as a box of that width holds; half-width letters are taken for six tenths of a full one."""
    room = (width - 2 * _PAD) * 10 // size
    used = 0
    for at, char in enumerate(text):
        used += 10 if unicodedata.east_asian_width(char) in "WFA" else 6
        if used > room - 10 and at < len(text) - 1:
            return f"{text[:at]}…"
    return text
