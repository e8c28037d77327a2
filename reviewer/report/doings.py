"""The dossier -> the few lines at the head of a report that say what a submission does."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.destination import TRUSTED
from reviewer.report.edition import Edition
from reviewer.report.model import Doing
from reviewer.report.ways import host_class, listed, way
from reviewer.text import Text

_SHOWN = 4


def doings(edition: Edition) -> Iterator[Doing]:
    """One line for each thing a reader asks first; that nothing of a kind was seen is a line too."""
    dossier = edition.review.dossier
    say = edition.say
    screens = list(dict.fromkeys(_screen(edition, entry.name) for entry in dossier.events))
    yield _doing(edition, Text(ja="動く画面", en="Screens"), screens, "inventory-events", alert=False)
    fields = [edition.quote(entry.code) for entry in dossier.fields]
    yield _doing(edition, Text(ja="使うフィールド", en="Fields used"), fields, "inventory-fields", alert=False)
    calls = [
        f"{say(_READS if call.danger == 'read' else _CHANGES)} ({call.method} {edition.quote(call.endpoint)})"
        for call in dossier.rest_calls
    ]
    changing = any(call.danger != "read" for call in dossier.rest_calls)
    yield _doing(edition, Text(ja="ほかのレコード", en="Other records"), calls, "inventory-rest", alert=changing)
    hosts = []
    for host in dossier.hosts:
        name = say(_UNNAMED) if host.host == "?" else edition.quote(host.host)
        data = listed(edition, host.data)
        sent = Text(ja=f"{name} へ {data}", en=f"{data} to {name}") if data else Text(ja=name, en=name)
        hosts.append(f"{say(sent)} ({host_class(edition, host.host_class)})")
    outside = any(host.host_class != TRUSTED for host in dossier.hosts)
    yield _doing(edition, Text(ja="外部との通信", en="Outside"), hosts, "inventory-hosts", alert=outside)
    kept = [f"{way(edition, entry.place)} {listed(edition, entry.data)}".rstrip() for entry in dossier.storage]
    yield _doing(
        edition, Text(ja="端末に残すもの", en="Kept on the device"), kept, "inventory-storage", alert=bool(kept)
    )
    urls = [edition.quote(url.url) for url in edition.review.submission.urls]
    title = Text(ja="URLから読むコード", en="Code from URLs")
    yield _doing(edition, title, urls, "inventory-urls", alert=bool(urls))


_READS = Text(ja="読む", en="reads")
_CHANGES = Text(ja="書き換える", en="changes")
_UNNAMED = Text(ja="実行時に決まる行き先", en="a destination decided at run time")
_NOTHING = Text(ja="見つかりません", en="none seen")
_NOTHING_READ = Text(ja="読めたところには見つかりません", en="none seen in what could be read")


def _screen(edition: Edition, name: str) -> str:
    known = edition.event(name)
    return edition.quote(name) if known is None else edition.say(known[0].screen)


def _doing(edition: Edition, title: Text, items: list[str], anchor: str, *, alert: bool) -> Doing:
    shown = edition.say(Text(ja="、", en=", ")).join(items[:_SHOWN])
    nothing = _NOTHING_READ if any(gap.blocking for gap in edition.review.gaps) else _NOTHING
    if len(items) > _SHOWN:
        shown += edition.say(Text(ja=f" ほか{len(items) - _SHOWN}件", en=f" and {len(items) - _SHOWN} more"))
    return Doing(edition.say(title), shown or edition.say(nothing), anchor, alert and bool(items))
