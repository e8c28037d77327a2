"""`fetch`: what runs in kintone -> a store of submissions; the one command that opens connections."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reviewer.cli.console import fail, language_option, now

if TYPE_CHECKING:
    from collections.abc import Mapping
    from contextlib import ExitStack

    from reviewer.fetching.credentials import Credentials
    from reviewer.fetching.run import Ended, Outcome, Wish
    from reviewer.fetching.store import Store
    from reviewer.text import Language, Text

_TRIES = 5
_PAUSE = 1.0
_LONGEST_PAUSE = 120.0


@click.command()
@click.option(
    "--base-url",
    envvar="KINTONE_BASE_URL",
    required=True,
    metavar="URL",
    help="kintoneのアドレス(https://で始まり、ホスト名まで) / The kintone to ask: https:// and host name.",
)
@click.option(
    "--app",
    "apps",
    multiple=True,
    metavar="[SPACE/]N",
    help="アプリの番号(複数可)。ゲストスペースのアプリは スペース番号/アプリ番号 / App to fetch; may be repeated.",
)
@click.option("--all", "everything", is_flag=True, help="見えるすべてのアプリ / Every app the account sees.")
@click.option(
    "--guest-space",
    "guests",
    multiple=True,
    metavar="N",
    help="--all で一緒に取得するゲストスペースの番号(複数可) / Guest space to list as well; may be repeated.",
)
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="置き場。アプリごとに1つのフォルダーを作ります / The store; each app becomes a folder in it.",
)
@click.option("--proxy", metavar="URL", help="プロキシー(なければ HTTPS_PROXY) / Proxy; HTTPS_PROXY if absent.")
@click.option(
    "--ca",
    type=click.Path(exists=True, dir_okay=False),
    help="信頼する認証局の証明書(PEM) / Certificates of trusted authorities (PEM).",
)
@click.option(
    "--client-cert",
    type=click.Path(exists=True, dir_okay=False),
    help="クライアント証明書(PEM) / Client certificate (PEM).",
)
@click.option(
    "--client-key",
    type=click.Path(exists=True, dir_okay=False),
    help="その秘密鍵(PEM。証明書と同じファイルなら不要) / Its key (PEM), if it is another file.",
)
@click.option(
    "--parallel",
    type=click.IntRange(1, 20),
    default=3,
    show_default=True,
    help="同時に取得するアプリの数 / How many apps are fetched at a time.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(1, 3600),
    default=60,
    show_default=True,
    help="1つの答えを待つ秒数 / Seconds that one answer may take.",
)
@click.option(
    "--allow-host",
    "allowed",
    multiple=True,
    metavar="HOST[:PORT]",
    help="kintone以外で接続を許すサーバー(中継や試験用) / A server other than kintone's that may be asked.",
)
@language_option
def fetch(  # noqa: PLR0913, PLR0917 - one parameter an option
    base_url: str,
    apps: tuple[str, ...],
    everything: bool,
    guests: tuple[str, ...],
    out: Path,
    proxy: str | None,
    ca: str | None,
    client_cert: str | None,
    client_key: str | None,
    parallel: int,
    timeout: float,
    allowed: tuple[str, ...],
    lang: str,
) -> None:
    """kintoneで動いているカスタマイズを、審査できる形で取得します(読み取りだけ)。

    Fetches what runs in kintone as a store of submissions; reads only.

    認証情報は環境変数から読み、なければ尋ねます: KINTONE_USERNAME と KINTONE_PASSWORD、または KINTONE_API_TOKEN。
    Basic認証は KINTONE_BASIC_AUTH_USERNAME と KINTONE_BASIC_AUTH_PASSWORD、
    クライアント証明書の鍵のパスワードは KINTONE_CLIENT_KEY_PASSWORD です。
    保存も表示もしません。APIトークンで JavaScript/CSS カスタマイズの設定は取得できません(kintone の仕様)。

    終了コード / Exit code: 0 すべて取得, 2 使い方の誤り・ログイン失敗, 3 取得できないものがあった・中断した。
    """
    from contextlib import ExitStack
    from threading import Event

    from reviewer.errors import ReviewerError
    from reviewer.fetching.api import Api
    from reviewer.fetching.connection import Connection, Line
    from reviewer.fetching.run import Ended
    from reviewer.fetching.run import fetch as run
    from reviewer.fetching.target import target
    from reviewer.rulebook.service import read_service
    from reviewer.text import Language

    language = Language(lang)
    wish = _wish(apps, everything, guests)
    is_complete = True
    try:
        service = read_service()
        server = target(base_url, service, allowed)
        line = Line(
            connections=parallel,
            seconds=timeout,
            tries=_TRIES,
            pause=_PAUSE,
            longest_pause=_LONGEST_PAUSE,
            proxy=_proxy(proxy, server.host, os.environ, language),
            authorities=ca,
            certificate=_pem(client_cert, language),
            key=_pem(client_key, language),
        )
        connection = Connection(server, service, _credentials(language), line, Event())
        with ExitStack() as opened:
            store = _opened(opened, out, language)
            for told in run(Api(connection, service), store, wish, server.host, parallel, now):
                is_complete = is_complete and not told.missing
                _tell_end(told, language) if isinstance(told, Ended) else _tell(told, language)
    except ReviewerError as error:
        fail(error.message, language)
    except KeyboardInterrupt:
        _tell_interrupted(language)
        sys.exit(3)
    _tell_result(out, is_complete, language)
    sys.exit(0 if is_complete else 3)


def _wish(apps: tuple[str, ...], everything: bool, guests: tuple[str, ...]) -> Wish:
    """Which apps; wrong use where neither or both of --app and --all are given, or a number is none."""
    import re

    from reviewer.fetching.run import Wish

    if everything == bool(apps):
        raise click.UsageError("--app か --all のどちらか1つを指定してください / Give either --app or --all.")
    if guests and not everything:
        raise click.UsageError(
            "--guest-space は --all と使います。1つのアプリは --app スペース番号/アプリ番号 です / "
            "--guest-space goes with --all; name a single app as --app SPACE/N."
        )
    wanted: dict[str, str | None] = {}
    for text in apps:
        match = re.fullmatch(r"(?:([1-9][0-9]{0,18})/)?([1-9][0-9]{0,18})", text)
        if match is None:
            raise click.BadParameter(
                f"{text!r}: アプリの番号ではありません / not the number of an app.", param_hint="--app"
            )
        wanted[match[2]] = match[1]
    for text in guests:
        if not re.fullmatch(r"[1-9][0-9]{0,18}", text):
            raise click.BadParameter(
                f"{text!r}: スペースの番号ではありません / not the number of a space.", param_hint="--guest-space"
            )
    return Wish(tuple(wanted.items()), everything, guests)


def _credentials(language: Language) -> Credentials:
    """From the environment; a person at a terminal is asked for what is not there."""
    from dataclasses import replace

    from reviewer.fetching.credentials import PASSWORD, TOKEN, USERNAME, from_environment
    from reviewer.text import Text

    found = from_environment(os.environ)
    if found.login is not None or found.token is not None:
        return found
    if not sys.stdin.isatty():
        fail(
            Text(
                ja=f"認証情報がありません。環境変数 {USERNAME} と {PASSWORD}(または {TOKEN})を設定してください。",
                en=f"There are no credentials. Set the environment variables {USERNAME} and {PASSWORD} (or {TOKEN}).",
            ),
            language,
        )
    name = click.prompt("ログイン名 / Login name", err=True)
    word = click.prompt("パスワード / Password", hide_input=True, err=True)
    return replace(found, login=(name, word))


def _proxy(option: str | None, host: str, environment: Mapping[str, str], language: Language) -> str | None:
    """The option, which may hold no password as anybody can see it, or what the environment names."""
    from reviewer.text import Text

    if option is not None:
        if "@" in option:
            fail(
                Text(
                    ja="--proxy に名前やパスワードは書けません。"
                    "認証が要るプロキシーは環境変数 HTTPS_PROXY に書いてください。",
                    en="--proxy may hold no name or password. Put a proxy with a login into the variable HTTPS_PROXY.",
                ),
                language,
            )
        return option
    spared = (environment.get("NO_PROXY") or environment.get("no_proxy") or "").split(",")
    bare = host.rpartition(":")[0] or host if not host.endswith("]") else host
    for each in (entry.strip().lstrip(".").lower() for entry in spared):
        if each == "*" or (each and (bare in (each, f"[{each}]") or bare.endswith(f".{each}"))):
            return None
    return environment.get("HTTPS_PROXY") or environment.get("https_proxy") or None


def _pem(path: str | None, language: Language) -> str | None:
    """A certificate or key in the one form that is read."""
    from reviewer.text import Text

    if path is not None and Path(path).suffix.lower() in (".pfx", ".p12"):
        fail(
            Text(
                ja=f"{path} はPEM形式ではありません。"
                "openssl pkcs12 -in 証明書.pfx -out 証明書.pem で変換してから指定してください。",
                en=f"{path} is not PEM. Convert it first: openssl pkcs12 -in client.pfx -out client.pem",
            ),
            language,
        )
    return path


def _opened(opened: ExitStack, out: Path, language: Language) -> Store:
    """The store at that place, as long as `opened` is; ReviewerError where another run has it."""
    from reviewer.fetching.store import Store
    from reviewer.text import Text

    try:
        return opened.enter_context(Store.open(out))
    except OSError as error:
        fail(
            Text(
                ja=f"{out} を使えません({error.strerror})。書き込める場所を --out で指定してください。",
                en=f"Cannot use {out} ({error.strerror}). Name a place that can be written to with --out.",
            ),
            language,
        )


def _tell(outcome: Outcome, language: Language) -> None:
    """One line for each app as it is done, and one for each thing that is missing; names come from outside."""
    from reviewer.text import Text

    app = outcome.app
    name = "" if not app.name else f"「{app.name}」"
    called = "" if not app.name else f" “{app.name}”"
    if outcome.is_empty:
        found = Text(ja="カスタマイズなし", en="nothing registered")
    elif outcome.is_kept:
        found = Text(
            ja="今回は取得しきれず、前に取得したものを残しました", en="not had in full, the earlier fetch stays"
        )
    else:
        found = Text(
            ja=f"ファイル{outcome.files}、URL{outcome.urls}、カスタマイズビュー{outcome.views}、プラグイン{outcome.plugins}",
            en=f"{outcome.files} files, {outcome.urls} URLs, {outcome.views} custom views, {outcome.plugins} plug-ins",
        )
    turn = f"[{outcome.turn}/{outcome.total}]"
    _say(
        Text(ja=f"{turn} アプリ{app.number}{name}: {found.ja}", en=f"{turn} app {app.number}{called}: {found.en}"),
        language,
    )
    for each in outcome.missing:
        _say(Text(ja=f"  {each.text.ja}", en=f"  {each.text.en}"), language)


def _tell_end(ended: Ended, language: Language) -> None:
    for each in ended.missing:
        _say(each.text, language)


def _tell_interrupted(language: Language) -> None:
    from reviewer.text import Text

    text = Text(
        ja="中断しました。取得し終えたアプリのフォルダーはそのまま使えます。残りは、同じコマンドをもう一度実行すると取得します。",
        en="Interrupted. The folders of apps that were told are complete. Run the same command again for the rest.",
    )
    click.echo(text.to(language), err=True)


def _tell_result(out: Path, is_complete: bool, language: Language) -> None:
    from reviewer.text import Text

    if is_complete:
        text = Text(ja=f"すべて取得しました: {out}", en=f"Everything was fetched: {out}")
    else:
        text = Text(
            ja=f"取得できなかったものがあります: {out} 。審査の報告書に「審査できなかった箇所」として載ります。",
            en=f"Not everything could be had: {out} . Reviews of it show what is missing as gaps.",
        )
    _say(text, language)


def _say(text: Text, language: Language) -> None:
    from reviewer.report.visible import terminal

    click.echo(terminal(text.to(language)))
