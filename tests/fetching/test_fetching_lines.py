"""The way to the server: which servers are asked at all, TLS, client certificates, proxies."""

from __future__ import annotations

import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import trustme
from fetched import LOGIN, line
from service_double import Double, ordinary_double, serving

from reviewer.errors import ReviewerError
from reviewer.fetching.api import Api
from reviewer.fetching.connection import Connection
from reviewer.fetching.credentials import Credentials, from_environment
from reviewer.fetching.target import target
from reviewer.fetching.trouble import FetchError
from reviewer.intake.fetched import Lack
from reviewer.rulebook.service import read_service


@pytest.mark.parametrize(
    "url",
    [
        "https://sample.cybozu.com",
        "https://sample.cybozu.com/",
        "https://sample.s.cybozu.com/k/",
        "https://A.kintone.com:443",
    ],
)
def test_kintones_own_hosts_are_asked(url: str) -> None:
    assert target(url, read_service(), []).origin.startswith("https://")


@pytest.mark.parametrize(
    "url",
    [
        "http://sample.cybozu.com",
        "https://cybozu.com",
        "https://sample.cybozu.com.evil.example",
        "https://evilcybozu.com",
        "https://evil.example/sample.cybozu.com",
        "https://evil.example#.cybozu.com",
        "https://evil.example\\.cybozu.com",
        "https://evil.example?.cybozu.com",
        "https://user:word@sample.cybozu.com",
        "https://sample.cybozu.com@evil.example",
        "https://sample.cybozu.com:8443",
        "https://sample.cybozu.com/k/v1/app.json",
        "https://サンプル.cybozu.com",
        "https://sample.cybozu.com\r\nX: y",
        "https://127.0.0.1",
        "https://[::1",
        "https://",
        "sample.cybozu.com",
        "file:///etc/passwd",
    ],
)
def test_no_other_server_is(url: str) -> None:
    with pytest.raises(ReviewerError) as caught:
        target(url, read_service(), [])
    assert "word" not in caught.value.message.ja


def test_another_server_is_asked_when_named_exactly_and_without_tls_on_this_machine_alone() -> None:
    service = read_service()
    assert target("https://relay.example.jp:8443", service, ["relay.example.jp:8443"]).host == "relay.example.jp:8443"
    assert target("http://127.0.0.1:8080", service, ["127.0.0.1:8080"]).origin == "http://127.0.0.1:8080"
    for url in ("https://relay.example.jp", "http://relay.example.jp:8443", "http://127.0.0.1:8081"):
        with pytest.raises(ReviewerError):
            target(url, service, ["relay.example.jp:8443", "127.0.0.1:8080"])


@pytest.mark.parametrize(
    "environment",
    [
        {"KINTONE_USERNAME": "shinsa"},
        {"KINTONE_PASSWORD": "secret-word"},
        {"KINTONE_BASIC_AUTH_USERNAME": "city"},
        {"KINTONE_API_TOKEN": "secret-word\r\nX-Evil: 1"},
    ],
)
def test_half_a_login_and_a_broken_token_are_refused_unseen(environment: dict[str, str]) -> None:
    with pytest.raises(ReviewerError) as caught:
        from_environment(environment)
    assert "secret-word" not in caught.value.message.ja + caught.value.message.en


def test_credentials_do_not_show_when_printed() -> None:
    told = repr(Credentials(("shinsa", "one"), "two", ("city", "three"), "four"))
    assert [word for word in ("one", "two", "three", "four") if word in told] == []


class Authority:
    """A certificate authority of the tests' own, a server's certificate and a client's."""

    def __init__(self, folder: Path) -> None:
        authority = trustme.CA()
        self.trusted = folder / "ca.pem"
        authority.cert_pem.write_to_path(self.trusted)
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("127.0.0.1").configure_cert(self.context)
        client = authority.issue_cert("shinsa@city.example.lg.jp")
        self.client = folder / "client.pem"
        client.private_key_and_cert_chain_pem.write_to_path(self.client)
        self.certificate, self.key = folder / "certificate.pem", folder / "key.pem"
        client.cert_chain_pems[0].write_to_path(self.certificate)
        client.private_key_pem.write_to_path(self.key)
        self._trust = authority

    def ask_for_certificates(self) -> None:
        self._trust.configure_trust(self.context)
        self.context.verify_mode = ssl.CERT_REQUIRED


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path)


def secure(double: Double, **changed: object) -> Api:
    service = read_service()
    server = target(f"https://127.0.0.1:{double.port}", service, [f"127.0.0.1:{double.port}"])
    return Api(Connection(server, service, LOGIN, line(tries=1, **changed), threading.Event()), service)


def test_a_certificate_of_an_authority_that_is_named_is_taken(authority: Authority) -> None:
    with serving(ordinary_double(), authority.context) as double:
        assert [app.number for app in secure(double, authorities=str(authority.trusted)).apps(None)] == ["12"]


def test_an_unknown_certificate_ends_it_before_a_password_is_sent(authority: Authority) -> None:
    with serving(ordinary_double(), authority.context) as double:
        with pytest.raises(FetchError) as caught:
            list(secure(double).apps(None))
        assert caught.value.lack is Lack.INSECURE
        assert double.asked == []


def test_a_certificate_for_another_name_is_refused(authority: Authority, tmp_path: Path) -> None:
    other = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made = trustme.CA()
    made.issue_cert("other.example.jp").configure_cert(other)
    made.cert_pem.write_to_path(tmp_path / "made.pem")
    with serving(ordinary_double(), other) as double:
        with pytest.raises(FetchError) as caught:
            list(secure(double, authorities=str(tmp_path / "made.pem")).apps(None))
        assert caught.value.lack is Lack.INSECURE


def test_a_client_certificate_is_shown_to_a_server_that_asks(authority: Authority) -> None:
    authority.ask_for_certificates()
    with serving(ordinary_double(), authority.context) as double:
        trusted = str(authority.trusted)
        with pytest.raises(FetchError):
            list(secure(double, authorities=trusted).apps(None))
        assert double.asked == []
        whole = secure(double, authorities=trusted, certificate=str(authority.client))
        assert [app.number for app in whole.apps(None)] == ["12"]
        apart = secure(double, authorities=trusted, certificate=str(authority.certificate), key=str(authority.key))
        assert [app.number for app in apart.apps(None)] == ["12"]


def test_a_key_behind_a_password_is_opened(authority: Authority, tmp_path: Path) -> None:
    authority.ask_for_certificates()
    locked = tmp_path / "locked.pem"
    subprocess.run(
        ["openssl", "pkey", "-in", authority.key, "-aes256", "-passout", "pass:kagi-3", "-out", locked],
        check=True,
        capture_output=True,
    )
    with serving(ordinary_double(), authority.context) as double:
        service = read_service()
        server = target(f"https://127.0.0.1:{double.port}", service, [f"127.0.0.1:{double.port}"])
        told = Credentials(LOGIN.login, None, None, key_password="kagi-3")
        by = line(tries=1, authorities=str(authority.trusted), certificate=str(authority.certificate), key=str(locked))
        assert [app.number for app in Api(Connection(server, service, told, by, threading.Event()), service).apps(None)]
        wrong = Credentials(LOGIN.login, None, None, key_password="other")
        with pytest.raises(ReviewerError, match="KINTONE_CLIENT_KEY_PASSWORD") as caught:
            Connection(server, service, wrong, by, threading.Event())
        assert "other" not in caught.value.message.ja


def test_a_file_that_holds_no_certificates_is_told(tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_text("no certificate", encoding="utf-8")
    service = read_service()
    server = target("https://sample.cybozu.com", service, [])
    with pytest.raises(ReviewerError, match="PEM"):
        Connection(server, service, LOGIN, line(authorities=str(tmp_path / "ca.pem")), threading.Event())


@contextmanager
def proxy(seen: list[tuple[str, str | None]]) -> Iterator[int]:
    """Notes what it is asked to reach and by whom, and hands nothing on."""

    class Noting(BaseHTTPRequestHandler):
        def do_CONNECT(self) -> None:
            seen.append((self.path, self.headers.get("Proxy-Authorization")))
            self.send_error(502)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as in http.server
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Noting)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()


def test_a_proxy_is_asked_for_a_tunnel_and_told_its_own_password_alone() -> None:
    seen: list[tuple[str, str | None]] = []
    with proxy(seen) as port:
        service = read_service()
        by = line(tries=1, proxy=f"http://city:gate%21@127.0.0.1:{port}")
        connection = Connection(target("https://sample.cybozu.com", service, []), service, LOGIN, by, threading.Event())
        with pytest.raises(FetchError) as caught:
            list(Api(connection, service).apps(None))
    assert caught.value.lack is Lack.UNREACHABLE
    assert seen == [("sample.cybozu.com:443", "Basic Y2l0eTpnYXRlIQ==")]


@pytest.mark.parametrize("address", ["city-proxy", "socks5://proxy:1080", "http://", "http://proxy:port", "http://p/x"])
def test_a_proxy_that_is_none_is_told(address: str) -> None:
    service = read_service()
    with pytest.raises(ReviewerError, match="proxy"):
        Connection(target("https://a.cybozu.com", service, []), service, LOGIN, line(proxy=address), threading.Event())
