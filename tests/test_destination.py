from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from work import doubled

from reviewer.destination import Disguise, join, judge, trusting
from reviewer.rule import HostClass
from reviewer.text import Text

CLASSES = (
    HostClass("vendor-cdn", Text("配布元", "CDN"), ("js.vendor.example", "*.cdn.example")),
    HostClass("tenant", Text("利用環境", "Tenant"), ("*.cybozu.example",)),
    HostClass("local", Text("自分の端末", "This computer"), ("localhost", "127.*.*.*", "[::1]")),
)


@pytest.mark.parametrize(
    ("url", "host", "host_class"),
    [
        ("https://js.vendor.example/a.js", "js.vendor.example", "vendor-cdn"),
        ("https://JS.Vendor.Example./a.js", "js.vendor.example.", "vendor-cdn"),
        ("//js.vendor.example/a.js", "js.vendor.example", "vendor-cdn"),
        ("https:\\\\js.vendor.example\\a.js", "js.vendor.example", "vendor-cdn"),
        ("https:///js.vendor.example/a.js", "js.vendor.example", "vendor-cdn"),
        ("http:js.vendor.example/a.js", "js.vendor.example", "vendor-cdn"),
        ("https:js.vendor.example/a.js", None, "relative"),
        ("https:/js.vendor.example/a.js", None, "relative"),
        ("\n ht\ttps://js.vendor.ex\nample/", "js.vendor.example", "vendor-cdn"),
        ("https://city.cybozu.example/k/", "city.cybozu.example", "tenant"),
        ("https://a.city.cybozu.example/k/", "a.city.cybozu.example", "tenant"),
        ("https://cybozu.example/", "cybozu.example", "other"),
        ("https://evilcybozu.example/", "evilcybozu.example", "other"),
        ("https://city.cybozu.example.evil.example/", "city.cybozu.example.evil.example", "other"),
        ("https://city.cybozu.example@evil.example/", "evil.example", "other"),
        ("https://evil.example\\@city.cybozu.example/", "evil.example", "other"),
        ("https://0x7f.1:8080/", "127.0.0.1", "local"),
        ("https://[::1]:3000/", "[::1]", "local"),
        ("https://日本語.example/", "xn--wgv71a119e.example", "other"),
        ("wss://evil.example", "evil.example", "other"),
        ("", None, "relative"),
        ("img/a.png", None, "relative"),
        ("/k/v1/records.json", None, "relative"),
        ("?q=https://evil.example/", None, "relative"),
        ("#top", None, "relative"),
        ("about:blank", None, "relative"),
        ("https://a.page.invalid/k/1/", "a.page.invalid", "other"),
        ("data:text/html,x", None, "data"),
        ("blob:https://evil.example/1", None, "held"),
        (" java\nscript:alert(1)", None, "script"),
        ("vbscript:x", None, "script"),
        ("mailto:a@evil.example", None, "application"),
        ("https://exa mple/", None, "unknown"),
        ("https://\ud800/", None, "unknown"),
    ],
)
def test_a_whole_url_goes_where_a_browser_goes(url: str, host: str | None, host_class: str) -> None:
    destination = judge(url, True, CLASSES)
    assert (host, host_class) == (destination.host, destination.host_class)


@pytest.mark.parametrize(
    ("prefix", "host_class"),
    [
        ("", "unknown"),
        ("h", "unknown"),
        ("index", "unknown"),
        ("https:", "unknown"),
        ("https:/", "unknown"),
        ("https://", "unknown"),
        ("https://js.vendor.example", "unknown"),
        ("https://js.vendor.example:44", "unknown"),
        ("https://js.vendor.example@", "unknown"),
        ("https://js.vendor.example/", "vendor-cdn"),
        ("https://js.vendor.example:443/", "vendor-cdn"),
        ("https://js.vendor.example\\", "vendor-cdn"),
        ("https://js.vendor.example?", "vendor-cdn"),
        ("https://js.vendor.example#", "vendor-cdn"),
        ("https://user@evil.example/", "other"),
        ("/", "unknown"),
        ("/\t", "unknown"),
        ("//", "unknown"),
        ("//js.vendor.example", "unknown"),
        ("//js.vendor.example/", "vendor-cdn"),
        ("/k", "relative"),
        ("k/", "relative"),
        ("./", "relative"),
        ("?app=", "relative"),
        ("#", "relative"),
        ("data:", "data"),
        ("javascript:", "script"),
        ("java", "unknown"),
        ("mailto:", "application"),
        ("mailto:a", "application"),
    ],
)
def test_the_host_of_a_beginning_is_known_only_if_nothing_that_follows_can_change_it(
    prefix: str, host_class: str
) -> None:
    assert host_class == judge(prefix, False, CLASSES).host_class


@pytest.mark.parametrize(
    ("url", "disguises"),
    [
        ("https://city.cybozu.example/", ()),
        ("https://city.cybozu.example@evil.example/", (Disguise.USERINFO,)),
        ("https://0x7f.1/", (Disguise.ADDRESS,)),
        ("https://2130706433/", (Disguise.ADDRESS,)),
        ("https://127.0.0.1/", ()),
        ("https://日本語カタカナ.example/", ()),
        ("https://cуbozu.example/", (Disguise.LOOK_ALIKE,)),
        ("https://xn--pple-43d.example/", (Disguise.LOOK_ALIKE,)),
        ("https://сор.example/", (Disguise.LOOK_ALIKE,)),
        ("https://россия.example/", ()),
        ("https://city.cyb0zu.example/", (Disguise.LOOK_ALIKE,)),
        ("https://city.cybozú.example/", (Disguise.LOOK_ALIKE,)),
        ("https://city.cybozu.example.evil.example/", (Disguise.LOOK_ALIKE,)),
        ("https://evil.example\\x", (Disguise.CHARACTERS,)),
        ("ht\ntps://evil.example/", (Disguise.CHARACTERS,)),
        ("https://evil.example/a\\b", ()),
    ],
)
def test_a_url_that_hides_where_it_goes_is_told(url: str, disguises: tuple[Disguise, ...]) -> None:
    assert disguises == judge(url, True, CLASSES).disguises


def test_the_unicode_name_is_kept_for_people() -> None:
    assert judge("https://xn--wgv71a119e.example/", True, CLASSES).display == "日本語.example"


def test_the_port_is_told_unless_it_is_the_usual_one() -> None:
    ports = [judge(url, True, CLASSES).port for url in ("https://a.example:8443/", "https://a.example:443/")]
    assert ports == ["8443", ""]


@pytest.mark.parametrize(("url", "insecure"), [("http://a.example", True), ("//a.example", False), ("x", False)])
def test_only_unencrypted_schemes_are_insecure(url: str, insecure: bool) -> None:
    assert insecure == judge(url, True, CLASSES).insecure


def test_trusted_hosts_come_before_every_class() -> None:
    classes = trusting(["*.cybozu.example"], CLASSES)
    assert judge("https://city.cybozu.example/", True, classes).host_class == "trusted"


@pytest.mark.parametrize(
    ("base", "url", "joined"),
    [
        ("https://evil.example/x/", "a.js", "https://evil.example/x/a.js"),
        ("https://evil.example/x/", "https://a.example/b.js", "https://a.example/b.js"),
        ("//evil.example/", "/a.js", "https://evil.example/a.js"),
        ("/k/", "a.js", "a.js"),
        ("https://exa mple/", "a.js", "a.js"),
    ],
)
def test_a_base_moves_relative_urls_only(base: str, url: str, joined: str) -> None:
    assert joined == join(base, url)


@given(st.text() | st.text(alphabet="htps:/\\@.?#[]0x% \t\ndatjv\ud83d\ude00а"), st.booleans())
def test_no_text_raises(url: str, complete: bool) -> None:
    assert judge(url, complete, CLASSES).host_class


@given(
    st.text(alphabet="htps:/\\@.?#ab \t", max_size=14),
    st.text(alphabet="htps:/\\@.?#ab \t", max_size=8),
)
def test_a_known_beginning_never_goes_elsewhere_once_the_rest_is_there(prefix: str, rest: str) -> None:
    known = judge(prefix, False, CLASSES)
    whole = judge(prefix + rest, True, CLASSES)
    if known.host_class != "unknown" and whole.host_class != "unknown":
        assert (known.scheme, known.host, known.host_class) == (whole.scheme, whole.host, whole.host_class)


def test_a_long_url_is_judged_in_linear_work() -> None:
    def long(size: int) -> None:
        judge("https://" + "a@" * size + "evil.example/" + "a" * size, False, CLASSES)

    assert doubled(long, 100_000) < 2.5
