"""A kintone of the tests' own on loopback: the documented part of its REST API that `fetch` asks, and its bad days.

What it answers follows the public description of the API (cybozu.dev): paths, parameters, paging, the shape of answers
and of errors. `Double.bad` maps the beginning of a path with its query to a misbehaviour.
"""

from __future__ import annotations

import base64
import json
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

USER, WORD = "shinsa", "Tanabata-77:iro"


@dataclass
class DoubleApp:
    """An app; files are bytes by key. Lists hold URLs as text and files as (key, name)."""

    name: str = "点検"
    space: str | None = None
    is_guest: bool = False
    scope: str = "ALL"
    revision: str = "12"
    lists: dict[str, list[str | tuple[str, str]]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    views: dict[str, dict[str, object]] = field(default_factory=dict)
    plugins: list[dict[str, object]] = field(default_factory=list)


def ordinary() -> DoubleApp:
    return DoubleApp(
        name="公共施設点検",
        lists={
            "desktop.js": ["https://js.example.jp/lib/1.0.0/lib.min.js", ("k1", "main.js"), ("k2", "z.js")],
            "desktop.css": [("k3", "style.css")],
            "mobile.js": [("k4", "main.js")],
        },
        files={
            "k1": b"'use strict';\nconsole.log(1);\n",
            "k2": b"console.log(2);\n",
            "k3": b".own { color: red }\n",
            "k4": b"console.log(4);\n",
        },
        views={
            "一覧": {"type": "LIST", "name": "一覧", "id": "1", "index": "0", "fields": ["x"]},
            "地図": {"type": "CUSTOM", "name": "地図", "id": "2", "index": "1", "html": "<div id='map'></div>"},
        },
        plugins=[{"id": "a" * 32, "name": "地図プラグイン", "enabled": True}],
    )


def ordinary_double() -> Double:
    """One app as most are, and its plug-in among those installed."""
    installed: list[dict[str, object]] = [
        {"id": "a" * 32, "name": "地図プラグイン", "isMarketPlugin": False, "version": "3.1"}
    ]
    return Double(apps={"12": ordinary()}, plugins=installed)


Handler = BaseHTTPRequestHandler
Bad = Callable[[Handler, int], bool]
"""Answers in place of the server, told how often it was asked before; False where the server is to answer after all."""


@dataclass
class Double:
    """What stands on the server, and what was asked of it."""

    apps: dict[str, DoubleApp] = field(default_factory=dict)
    plugins: list[dict[str, object]] = field(default_factory=list)
    bad: dict[str, Bad] = field(default_factory=dict)
    basic: str | None = None
    token: str | None = None
    asked: list[tuple[str, str, Mapping[str, str]]] = field(default_factory=list)
    most_at_once: int = 0
    _now: int = 0
    _counts: dict[str, int] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def paths(self) -> list[str]:
        return [path for _, path, _ in self.asked]

    def answer(self, handler: Handler) -> None:
        with self._lock:
            self._now += 1
            self.most_at_once = max(self.most_at_once, self._now)
            self.asked.append((handler.command, handler.path, dict(handler.headers.items())))
        try:
            self._answer(handler)
        finally:
            with self._lock:
                self._now -= 1

    def _answer(self, handler: Handler) -> None:
        for start, bad in self.bad.items():
            if handler.path.startswith(start):
                with self._lock:
                    count = self._counts.get(start, 0)
                    self._counts[start] = count + 1
                if bad(handler, count):
                    return
        if self.basic is not None and handler.headers.get("Authorization") != f"Basic {encoded(self.basic)}":
            reply(handler, 401, b"<html>", {"WWW-Authenticate": 'Basic realm="kintone"'})
        elif not self._is_let_in(handler):
            fault(handler, 401, "CB_WA01")
        else:
            self._api(handler)

    def _is_let_in(self, handler: Handler) -> bool:
        if self.token is not None and handler.headers.get("X-Cybozu-API-Token") == self.token:
            return "/app/customize.json" not in handler.path
        return handler.headers.get("X-Cybozu-Authorization") == encoded(f"{USER}:{WORD}")

    def _api(self, handler: Handler) -> None:
        parts = urlsplit(handler.path)
        asked = {key: values[0] for key, values in parse_qs(parts.query).items()}
        path, guest = parts.path, None
        if path.startswith("/k/guest/"):
            guest, path = path.removeprefix("/k/guest/").split("/", 1)
            path = f"/k/{path}"
        number = asked.get("app") or asked.get("id") or ""
        app = self.apps.get(number)
        if path == "/k/v1/apps.json":
            listed = [(n, a) for n, a in self.apps.items() if guest is None or a.space == guest]
            listed = [(n, a) for n, a in listed if a.is_guest == (guest is not None)]
            limit, offset = int(asked.get("limit", 100)), int(asked.get("offset", 0))
            document(handler, {"apps": [_listed(n, a) for n, a in listed[offset : offset + min(limit, 100)]]})
        elif path == "/k/v1/plugins.json":
            limit, offset = int(asked.get("limit", 100)), int(asked.get("offset", 0))
            document(handler, {"plugins": self.plugins[offset : offset + min(limit, 100)]})
        elif path == "/k/v1/file.json":
            self._file(handler, asked["fileKey"])
        elif app is None:
            fault(handler, 404, "GAIA_AP01")
        elif app.is_guest and guest != app.space:
            fault(handler, 520, "GAIA_IL23")
        elif path == "/k/v1/app.json":
            document(handler, _listed(number, app))
        elif path == "/k/v1/app/customize.json":
            document(handler, _customization(app))
        elif path == "/k/v1/app/views.json":
            document(handler, {"views": app.views, "revision": app.revision})
        elif path == "/k/v1/app/plugins.json":
            document(handler, {"plugins": app.plugins, "revision": app.revision})
        else:
            fault(handler, 404, "CB_NF01")

    def _file(self, handler: Handler, key: str) -> None:
        for app in self.apps.values():
            if key in app.files:
                reply(handler, 200, app.files[key], {"Content-Type": "text/javascript"})
                return
        fault(handler, 404, "GAIA_BL01")


def _listed(number: str, app: DoubleApp) -> dict[str, object]:
    return {"appId": number, "code": "", "name": app.name, "description": "", "spaceId": app.space, "threadId": None}


def _customization(app: DoubleApp) -> dict[str, object]:
    lists: dict[str, Any] = {device: {"js": [], "css": []} for device in ("desktop", "mobile")}
    for place, entries in app.lists.items():
        device, kind = place.split(".")
        for entry in entries:
            if isinstance(entry, str):
                lists[device][kind].append({"type": "URL", "url": entry})
            else:
                key, name = entry
                size = len(app.files.get(key, b""))
                file = {"fileKey": key, "name": name, "contentType": "text/javascript", "size": str(size)}
                lists[device][kind].append({"type": "FILE", "file": file})
    return {"scope": app.scope, "revision": app.revision, **lists}


def encoded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def reply(handler: Handler, status: int, body: bytes, headers: Mapping[str, str] | None = None) -> bool:
    handler.send_response(status)
    for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)
    return True


def document(handler: Handler, value: object) -> bool:
    return reply(handler, 200, json.dumps(value).encode(), {"Content-Type": "application/json"})


def fault(handler: Handler, status: int, code: str, headers: Mapping[str, str] | None = None) -> bool:
    """An error as the API tells it."""
    body = {"code": code, "id": "1505999166-897850006", "message": "エラー\x1b[31m"}
    return reply(handler, status, json.dumps(body).encode(), headers)


# Misbehaviours.


def always(status: int, code: str = "CB_NO02", headers: Mapping[str, str] | None = None) -> Bad:
    return lambda handler, _: fault(handler, status, code, headers)


def at_first(times: int, bad: Bad) -> Bad:
    return lambda handler, count: count < times and bad(handler, count)


def body(data: bytes, headers: Mapping[str, str] | None = None) -> Bad:
    return lambda handler, _: reply(handler, 200, data, headers)


def reset(handler: Handler, _: int) -> bool:
    """The connection breaks before a word is said."""
    handler.close_connection = True
    handler.connection.close()
    return True


def cut(handler: Handler, _: int) -> bool:
    """Fewer bytes come than were announced."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"apps": [')
    handler.close_connection = True
    return True


def silent(seconds: float) -> Bad:
    """Nothing comes for a while."""

    def bad(handler: Handler, _: int) -> bool:
        time.sleep(seconds)
        handler.close_connection = True
        return True

    return bad


def dripping(seconds: float) -> Bad:
    """Byte after byte, so that no single read is ever late."""

    def bad(handler: Handler, _: int) -> bool:
        handler.send_response(200)
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        end = time.monotonic() + seconds
        try:
            while time.monotonic() < end:
                handler.wfile.write(b" ")
                handler.wfile.flush()
                time.sleep(0.02)
        except OSError:
            pass
        handler.close_connection = True
        return True

    return bad


def endless(handler: Handler, _: int) -> bool:
    """A body without an end, of unknown length; whoever reads all of it never comes back."""
    handler.send_response(200)
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b" " * 65536)
    except OSError:
        handler.close_connection = True
    return True


@contextmanager
def serving(double: Double, context: ssl.SSLContext | None = None) -> Iterator[Double]:
    """The double behind a port of this machine."""

    class Answering(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True
        wbufsize = 65536

        def do_GET(self) -> None:
            double.answer(self)

        do_POST = do_PUT = do_DELETE = do_GET  # noqa: N815 - http.server names them so

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as in http.server
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """Clients that hang up are part of the tests."""

    server = Server(("127.0.0.1", 0), Answering)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    double.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield double
    finally:
        server.shutdown()
        server.server_close()
