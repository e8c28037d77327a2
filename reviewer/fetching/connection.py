"""One path of the server -> the bytes of its answer, or `FetchError`: the one module that opens connections.

GET is the only method there is. Every request has an end in time, every answer one in size; redirects are answers like
any other and never followed; TLS is always verified. Whatever may pass (broken connections, 429, 5xx) is tried again.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Event
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import urllib3
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    InvalidHeader,
    LocationParseError,
    MaxRetryError,
    NewConnectionError,
    ReadTimeoutError,
    SSLError,
)
from urllib3.util.ssl_ import create_urllib3_context

from reviewer import __version__
from reviewer.errors import ReviewerError
from reviewer.fetching.credentials import BASIC_PASSWORD, BASIC_USERNAME, KEY_PASSWORD, Credentials
from reviewer.fetching.target import Target
from reviewer.fetching.trouble import FetchError, StoppedError
from reviewer.intake.fetched import Lack
from reviewer.intake.json_text import JsonError, parse
from reviewer.rulebook.service import Service
from reviewer.text import Text

if TYPE_CHECKING:
    from ssl import SSLContext

_METHOD = "GET"
_AGAIN = frozenset({429, 500, 502, 503, 504})
_PIECE = 64 * 1024
# What is read of an error, for its code alone.
_ERROR_BYTES = 64 * 1024
_CONNECT_SECONDS = 15


@dataclass(frozen=True, slots=True)
class Line:
    """How the server is reached. Times are seconds: `seconds` for one answer in all, `pause` before the second retry.

    `longest_pause` bounds what is waited between two tries, also where the server asks for more. `authorities`,
    `certificate` and `key` are paths of PEM files. `proxy` may hold a name and a password.
    """

    connections: int
    seconds: float
    tries: int
    pause: float
    longest_pause: float
    proxy: str | None = field(repr=False)
    authorities: str | None
    certificate: str | None
    key: str | None


class Connection:
    """A pool of connections to one server; threads may share it. `stop` ends waiting, reading and further requests."""

    __slots__ = ("_headers", "_line", "_pool", "_target", "stop")

    def __init__(self, target: Target, service: Service, credentials: Credentials, line: Line, stop: Event) -> None:
        self._target = target
        self._headers = {
            **credentials.headers(service),
            "Accept-Encoding": "identity",  # so that what is counted is what is kept
            "User-Agent": f"kintone-reviewer/{__version__}",
        }
        self._line = line
        self.stop = stop
        self._pool = _pool(line, credentials)

    def get(self, path: str, fields: Mapping[str, str], most: int) -> bytes:
        """The body of a good answer of at most `most` bytes.

        FetchError where there is none, ReviewerError where nobody is let in with these credentials, StoppedError.
        """
        retry = urllib3.Retry(
            total=self._line.tries - 1,
            allowed_methods={_METHOD},
            status_forcelist=_AGAIN,
            backoff_factor=self._line.pause,
            backoff_max=self._line.longest_pause,
            backoff_jitter=self._line.pause,
            retry_after_max=int(self._line.longest_pause),
        )
        while True:
            if self.stop.is_set():
                raise StoppedError
            response: urllib3.BaseHTTPResponse | None = None
            try:
                response = self._asked(path, fields)
                if not retry.is_retry(_METHOD, response.status):
                    return self._answer(response, most)
                retry = retry.increment(_METHOD, path, response=response)
            except MaxRetryError:
                raise FetchError(*_still(response)) from None
            except HTTPError as error:
                retry = self._after(error, retry, path)
            finally:
                if response is not None:
                    response.close()
                    response.release_conn()  # closed or not, it is one of the few there are
            if self.stop.wait(self._pause(retry, response)):
                raise StoppedError

    def _asked(self, path: str, fields: Mapping[str, str]) -> urllib3.BaseHTTPResponse:
        return self._pool.request(
            _METHOD,
            self._target.origin + path,
            fields=dict(fields),
            headers=self._headers,
            preload_content=False,
            redirect=False,
            retries=False,
            timeout=urllib3.Timeout(connect=min(_CONNECT_SECONDS, self._line.seconds), read=self._line.seconds),
        )

    def _answer(self, response: urllib3.BaseHTTPResponse, most: int) -> bytes:
        end = time.monotonic() + self._line.seconds
        status = response.status
        if status in (401, 407):
            raise _denied(response)
        if 300 <= status < 400:
            raise FetchError(Lack.REDIRECTED, status)
        if status != 200:
            lacks = {403: Lack.FORBIDDEN, 404: Lack.NOT_FOUND}
            lack = lacks.get(status, Lack.REFUSED if 400 <= status < 500 or status == 520 else Lack.SERVER)
            try:
                code = _code(self._body(response, _ERROR_BYTES, end))
            except FetchError:
                code = None
            raise FetchError(lack, status, code)
        return self._body(response, most, end)

    def _body(self, response: urllib3.BaseHTTPResponse, most: int, end: float) -> bytes:
        """All of the body; a packed one is refused, as its size says nothing."""
        if response.headers.get("Content-Encoding", "identity").strip().lower() not in ("", "identity"):
            raise FetchError(Lack.BROKEN, response.status)
        body = bytearray()
        # read1 comes back with what has arrived: a server that sends byte after byte does not hold it up.
        while piece := response.read1(_PIECE, decode_content=False):
            body += piece
            if len(body) > most:
                raise FetchError(Lack.TOO_LARGE, response.status)
            if time.monotonic() > end:
                raise FetchError(Lack.SLOW, response.status)
            if self.stop.is_set():
                raise StoppedError
        return bytes(body)

    def _after(self, error: HTTPError, retry: urllib3.Retry, path: str) -> urllib3.Retry:
        """What is left of the tries; FetchError where none is, or where trying again cannot help."""
        if isinstance(error, SSLError) and "CERTIFICATE_VERIFY_FAILED" in str(error):
            raise FetchError(Lack.INSECURE) from None
        # A refused connection counts as a timeout to urllib3.
        is_slow = isinstance(error, ReadTimeoutError | ConnectTimeoutError) and not isinstance(
            error, NewConnectionError
        )
        try:
            return retry.increment(_METHOD, path, error=error)
        except MaxRetryError:
            raise FetchError(Lack.SLOW if is_slow else Lack.UNREACHABLE) from None

    def _pause(self, retry: urllib3.Retry, response: urllib3.BaseHTTPResponse | None) -> float:
        """Seconds until the next try: what the server asks for, else more after each failure."""
        asked: float | None = None
        if response is not None:
            try:
                asked = retry.get_retry_after(response)
            except (InvalidHeader, ValueError, OverflowError):
                asked = None
        return retry.get_backoff_time() or self._line.pause if asked is None else asked


def _pool(line: Line, credentials: Credentials) -> urllib3.PoolManager:
    keys: dict[str, Any] = {"num_pools": 1, "maxsize": line.connections, "block": True}
    keys["ssl_context"] = _trust(line, credentials)
    if line.proxy is None:
        return urllib3.PoolManager(**keys)
    try:
        parts = urlsplit(line.proxy)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise _bad_proxy() from error
    if parts.scheme not in ("http", "https") or not host or parts.path.rstrip("/"):
        raise _bad_proxy()
    login = f"{unquote(parts.username)}:{unquote(parts.password or '')}" if parts.username else None
    headers = urllib3.make_headers(proxy_basic_auth=login) if login is not None else None
    shown = f"[{host}]" if ":" in host else host
    try:
        return urllib3.ProxyManager(
            f"{parts.scheme}://{shown}" + (f":{port}" if port else ""), proxy_headers=headers, **keys
        )
    except LocationParseError as error:
        raise _bad_proxy() from error


def _trust(line: Line, credentials: Credentials) -> SSLContext:
    """Whom to believe and what to show. urllib3's own context asks for a certificate, and for one of that host."""
    context = create_urllib3_context()
    try:
        if line.authorities is None:
            context.load_default_certs()
        else:
            context.load_verify_locations(line.authorities)
    except OSError as error:
        raise ReviewerError(
            Text(
                ja=f"認証局の証明書 {line.authorities} を読めません。PEM形式のファイルか確かめてください。",
                en=f"The authorities' certificates {line.authorities} cannot be read. Check that they are PEM.",
            )
        ) from error
    if line.certificate is not None:
        try:
            # Without a word for a locked key, OpenSSL would ask for it at the terminal.
            context.load_cert_chain(line.certificate, line.key, credentials.key_password or "")
        except OSError as error:
            raise ReviewerError(
                Text(
                    ja=f"クライアント証明書 {line.certificate} を使えません。PEM形式か、秘密鍵と組になっているか、"
                    f"鍵にパスワードがあれば環境変数 {KEY_PASSWORD} が正しいかを確かめてください。",
                    en=f"The client certificate {line.certificate} cannot be used. Check that it is PEM, that the key "
                    f"belongs to it, and, if the key has a password, the variable {KEY_PASSWORD}.",
                )
            ) from error
    return context


def _bad_proxy() -> ReviewerError:
    return ReviewerError(
        Text(
            ja="プロキシーのアドレスが正しくありません。http://ホスト名:ポート の形にしてください。",
            en="The proxy's address is wrong. Write it as http://host:port.",
        )
    )


def _still(response: urllib3.BaseHTTPResponse | None) -> tuple[Lack, int | None]:
    """What is said when the last try failed as those before."""
    if response is None:
        return Lack.UNREACHABLE, None
    return (Lack.BUSY if response.status == 429 else Lack.SERVER), response.status


def _code(body: bytes) -> str | None:
    """The `code` of an error as the API answers it."""
    try:
        return parse(body.decode("utf-8")).string("code")
    except (UnicodeDecodeError, JsonError):
        return None


def _denied(response: urllib3.BaseHTTPResponse) -> ReviewerError:
    """Nobody is let in: the run ends at once, since an account is locked after some wrong passwords."""
    if response.status == 407:
        return ReviewerError(
            Text(
                ja="プロキシーが認証を求めています。環境変数 HTTPS_PROXY に "
                "http://名前:パスワード@ホスト:ポート の形で書いてください。",
                en="The proxy asks for a login. Put it into the environment variable HTTPS_PROXY as "
                "http://name:password@host:port.",
            )
        )
    if response.headers.get("WWW-Authenticate", "").strip().lower().startswith("basic"):
        return ReviewerError(
            Text(
                ja="サーバーがBasic認証を求めています(401)。環境変数 "
                f"{BASIC_USERNAME} と {BASIC_PASSWORD} を確かめてください。",
                en=f"The server asks for Basic authentication (401). Check the variables {BASIC_USERNAME} and "
                f"{BASIC_PASSWORD}.",
            )
        )
    return ReviewerError(
        Text(
            ja="ログインできませんでした(401)。ログイン名とパスワードを確かめてください。"
            "間違いを繰り返すとアカウントがロックされるため、ここで止めました。"
            "2要素認証を使うアカウントではパスワード認証を使えません。",
            en="Not let in (401). Check login name and password. Stopped here, since an account is locked after some "
            "wrong passwords. Accounts with two-factor authentication cannot log in by password here.",
        )
    )
