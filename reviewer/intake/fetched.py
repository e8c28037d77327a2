"""fetched.json, the record that `fetch` leaves in an app's folder -> gaps for what could not be had from kintone.

What the record says is data: which thing, and which of a closed list of reasons. Sentences are made here, so that a
submission that brings such a file of its own can add gaps and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum

from reviewer.finding import Gap, Stage
from reviewer.intake.documents import Document
from reviewer.intake.json_text import Json
from reviewer.intake.part import Companion
from reviewer.intake.tree import gap
from reviewer.text import Text

NAME = "fetched.json"
FORM = "kintone-reviewer fetched 1"
# An app has four lists of 30 files at most; a list of apps that were not reached may be longer.
_MOST = 20_000
_CODE = re.compile(r"[A-Z0-9_]{1,32}")


class Thing(StrEnum):
    """What was to be fetched."""

    CUSTOMIZATION = "customization"
    FILE = "file"
    VIEWS = "views"
    APP_PLUGINS = "app-plugins"
    PLUGINS = "plugins"
    APP = "app"
    APPS = "apps"


class Lack(StrEnum):
    """Why it could not be had."""

    FORBIDDEN = "forbidden"
    NOT_FOUND = "not-found"
    REFUSED = "refused"
    BUSY = "busy"
    SERVER = "server"
    UNREACHABLE = "unreachable"
    INSECURE = "insecure"
    SLOW = "slow"
    BROKEN = "broken"
    TOO_LARGE = "too-large"
    REDIRECTED = "redirected"
    WRONG_SIZE = "wrong-size"
    NOT_LISTED = "not-listed"
    NOT_STARTED = "not-started"


THINGS: Mapping[Thing, Text] = {
    Thing.CUSTOMIZATION: Text(ja="JavaScript/CSSカスタマイズの設定", en="the JavaScript/CSS customization settings"),
    Thing.FILE: Text(ja="登録されたファイル", en="a registered file"),
    Thing.VIEWS: Text(ja="一覧の設定（カスタマイズビューのHTML）", en="the views (HTML of custom views)"),
    Thing.APP_PLUGINS: Text(ja="アプリのプラグインの一覧", en="the list of the app's plug-ins"),
    Thing.PLUGINS: Text(ja="読み込まれたプラグインの一覧（版）", en="the list of installed plug-ins (versions)"),
    Thing.APP: Text(ja="アプリ", en="an app"),
    Thing.APPS: Text(ja="アプリの一覧", en="the list of apps"),
}
LACKS: Mapping[Lack, Text] = {
    Lack.FORBIDDEN: Text(
        ja="権限がないと断られました。アプリを管理できるアカウントで取得し直してください",
        en="access was denied. Fetch again with an account that may manage the app",
    ),
    Lack.NOT_FOUND: Text(
        ja="見つからないと答えがありました。アプリやファイルが削除されていないか確かめてください",
        en="the answer was that there is no such thing. Check whether the app or file was deleted",
    ),
    Lack.REFUSED: Text(
        ja="要求が断られました。アプリの番号と、その認証方法（APIトークンなど）で使えるAPIかを確かめてください",
        en="the request was refused. Check the app's number, and whether this way of logging in may ask for it",
    ),
    Lack.BUSY: Text(
        ja="混み合っていて、待って繰り返しても取得できませんでした。時間をおいて取得し直してください",
        en="the service was busy, also after waiting. Fetch again later",
    ),
    Lack.SERVER: Text(
        ja="サーバーのエラーが続きました。時間をおいて取得し直してください",
        en="the server kept answering with errors. Fetch again later",
    ),
    Lack.UNREACHABLE: Text(
        ja="接続できないか、途中で切れました。ネットワークとプロキシーの設定を確かめて取得し直してください",
        en="there was no connection, or it broke. Check network and proxy and fetch again",
    ),
    Lack.INSECURE: Text(
        ja="TLSの証明書を確かめられませんでした。通信が覗かれていないか、証明書の設定を確かめてください",
        en="the TLS certificate could not be verified. Check the certificates, and whether the line is intercepted",
    ),
    Lack.SLOW: Text(
        ja="時間の上限までに終わりませんでした。時間をおくか、--timeout を増やして取得し直してください",
        en="it did not end within the time limit. Fetch again later or with a higher --timeout",
    ),
    Lack.BROKEN: Text(
        ja="答えが壊れているか、APIの説明と形が違います。取得し直しても同じなら、kintoneから手で出力してください",
        en="the answer is broken or not as documented. Fetch again; if it stays so, export it from kintone by hand",
    ),
    Lack.TOO_LARGE: Text(
        ja="大きさが上限を超えました。kintoneから手で出力して、内容を確かめてください",
        en="it is larger than the limit. Export it from kintone by hand and look at it",
    ),
    Lack.REDIRECTED: Text(
        ja="別の場所へ移るように答えがあり、認証情報を守るため従いませんでした。--base-url を確かめてください",
        en="the answer was a redirect, not followed to protect the credentials. Check --base-url",
    ),
    Lack.WRONG_SIZE: Text(
        ja="届いた大きさが設定に書かれた大きさと違います。取得し直してください",
        en="its size is not the one the settings say. Fetch again",
    ),
    Lack.NOT_LISTED: Text(
        ja="前に取得したアプリが今回の一覧にありません。削除されたなら、そのフォルダーを消してください。"
        "残っているなら、見えるアカウントで取得し直してください",
        en="it was fetched before and is not in the list now. If the app was deleted, delete its folder; if not, "
        "fetch again with an account that sees it",
    ),
    Lack.NOT_STARTED: Text(
        ja="接続できない状態が続いたため、取得を始めませんでした。取得し直してください",
        en="it was not tried, since the connection kept failing. Fetch again",
    ),
}
_UNREADABLE = Text(
    ja="取得の記録が読めないため、何が取得できなかったか分かりません。fetch で取得し直してください。",
    en="The record of the fetch cannot be read, so what is missing is not known. Fetch again.",
)


def is_record(document: Document) -> bool:
    """A file of this name that says it is one, also where it is no JSON."""
    if document.entry.name != NAME:
        return False
    if document.root is None:
        return FORM in document.file.text
    return document.root.string("form") == FORM


def record(document: Document) -> Companion:
    """The gaps that the record tells of."""
    gaps = (*document.source.gaps, *_gaps(document))
    return Companion(document, (), tuple(document.repeats()), gaps)


def _gaps(document: Document) -> Iterator[Gap]:
    missing = document.root.get("missing") if document.root is not None else None
    if document.root is None or missing is None or missing.items is None or len(missing.items) > _MOST:
        yield gap("fetched-unreadable", document.path, _UNREADABLE)
        return
    for item in missing.items:
        thing, lack = item.string("thing"), item.string("lack")
        if thing not in set(Thing) or lack not in set(Lack):
            yield gap("fetched-unreadable", document.path, _UNREADABLE)
            return
        yield _missing(document, Thing(thing), Lack(lack), item)
    plugins = document.root.get("plugins")
    if plugins is not None and plugins.items:
        yield _plugins(document, plugins.items)


def _missing(document: Document, thing: Thing, lack: Lack, item: Json) -> Gap:
    """Whatever may hold code blocks; lists of plug-ins hold none."""
    what, why = THINGS[thing], LACKS[lack]
    name = item.string("name")
    place = item.string("place")
    named = f"「{name}」" if name else ""
    called = f" “{name}”" if name else ""
    listed = f"（{place}）" if place else ""
    status, code = item.string("status"), item.string("code")
    parts = (status, code if code and _CODE.fullmatch(code) else None)
    answer = " ".join(part for part in parts if part)
    return Gap(
        stage=Stage.INTAKE,
        kind="not-fetched",
        message=Text(
            ja=f"{what.ja}{named}{listed}をkintoneから取得できず、審査していません: {why.ja}。"
            + (f"（{answer}）" if answer else ""),
            en=f"Not had from kintone and not reviewed: {what.en}{called}{f' in {place}' if place else ''}: {why.en}."
            + (f" ({answer})" if answer else ""),
        ),
        path=document.path,
        location=document.location(item),
        blocking=thing not in (Thing.APP_PLUGINS, Thing.PLUGINS),
    )


def _plugins(document: Document, items: list[Json]) -> Gap:
    """Plug-ins run on the same pages, and no API hands out their code."""
    names = [item.string("name") or item.string("id") or "?" for item in items[:20]]
    return Gap(
        stage=Stage.INTAKE,
        kind="plugin-elsewhere",
        message=Text(
            ja=f"このアプリにはプラグインが{len(items)}個入っています: {'、'.join(names)}。"
            "APIではコードを取得できないため、ここでは審査していません。プラグインのzipを別に審査してください。",
            en=f"This app has {len(items)} plug-ins: {', '.join(names)}. Their code cannot be had over the API and was "
            "not reviewed here. Review each plug-in's zip on its own.",
        ),
        path=document.path,
        location=None,
        blocking=False,
    )
