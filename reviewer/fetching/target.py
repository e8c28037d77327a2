"""What was given as base URL -> the one server that is asked; anything that is no kintone over TLS is refused."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from reviewer.errors import ReviewerError
from reviewer.hostname import fits
from reviewer.rulebook.service import Service
from reviewer.text import Text

_PLAIN = re.compile(r"[!-~]+")
_HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\]")


@dataclass(frozen=True, slots=True)
class Target:
    """`origin` is scheme, host and, where not the usual one, port, as requests begin; `host` goes into the store."""

    origin: str
    host: str


def target(base_url: str, service: Service, allowed: Collection[str]) -> Target:
    """The server at `base_url`. ReviewerError for what credentials must not be sent to.

    `allowed` are further servers, as `host` or `host:port`, which must be named exactly; without TLS only such a one on
    this very machine (127.0.0.1, ::1) is asked.
    """
    if not _PLAIN.fullmatch(base_url) or "\\" in base_url:
        raise _refused("URLとして読めません", "it cannot be read as a URL")
    try:
        parts = urlsplit(base_url)
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError as error:
        raise _refused("URLとして読めません", "it cannot be read as a URL") from error
    if "@" in parts.netloc:
        raise _refused("ログイン名やパスワードは書けません", "no name and password may stand in it")
    if parts.query or parts.fragment or parts.path.rstrip("/") not in ("", "/k"):
        raise _refused("ホスト名までを書いてください", "it must end after the host name")
    shown = f"[{host}]" if ":" in host else host
    named = shown if port is None else f"{shown}:{port}"
    if not _HOST.fullmatch(shown):
        raise _refused("ホスト名が正しくありません", "the host name is wrong")
    is_allowed = named in allowed
    if parts.scheme != "https" and not (parts.scheme == "http" and is_allowed and _is_this_machine(host)):
        raise _refused("https:// で始まるものだけが使えます", "it must begin with https://")
    if not is_allowed and (port not in (None, 443) or not any(fits(host, glob) for glob in service.hosts)):
        known = "、".join(service.hosts)
        raise _refused(
            f"kintoneのホスト名（{known}）ではありません。"
            f"別のサーバーを通すときは --allow-host {named} を付けてください",
            f"that is no host of kintone ({', '.join(service.hosts)}); name another one with --allow-host {named}",
        )
    return Target(f"{parts.scheme}://{shown if port in (None, 443) and not is_allowed else named}", named)


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _refused(ja: str, en: str) -> ReviewerError:
    return ReviewerError(
        Text(
            ja=f"--base-url に書かれたサーバーには接続しません: {ja}。",
            en=f"The server of --base-url is not asked: {en}.",
        )
    )
