"""A server that refuses, breaks, lies or never ends: what is missing is told and kept, and the rest is fetched."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fetched import LOGIN, api, fetched, one
from service_double import (
    WORD,
    Bad,
    Double,
    always,
    at_first,
    body,
    cut,
    dripping,
    endless,
    ordinary,
    ordinary_double,
    reset,
    serving,
    silent,
)

from reviewer.errors import ReviewerError
from reviewer.fetching.credentials import Credentials
from reviewer.fetching.trouble import FetchError
from reviewer.intake import read
from reviewer.intake.fetched import Lack


@pytest.fixture
def double() -> Iterator[Double]:
    with serving(ordinary_double()) as running:
        yield running


CUSTOMIZE = "/k/v1/app/customize.json?app=12"


def test_one_app_that_is_denied_becomes_a_gap_and_the_others_are_fetched(double: Double, tmp_path: Path) -> None:
    double.apps["13"] = ordinary()
    for path in ("customize", "views", "plugins"):
        double.bad[f"/k/v1/app/{path}.json?app=13"] = always(403)
    found = fetched(double, tmp_path)
    assert found.lacks == [
        ("customization", "forbidden", None),
        ("views", "forbidden", None),
        ("app-plugins", "forbidden", None),
    ]
    assert (tmp_path / "app-12/desktop/js/main.js").is_file()
    gaps = read(tmp_path / "app-13").gaps
    assert [gap.kind for gap in gaps] == ["not-fetched"] * 3
    assert sorted(gap.blocking for gap in gaps) == [False, True, True]
    assert "CB_NO02" in gaps[0].message.ja


def test_a_missing_file_is_named_and_the_others_keep_their_order(double: Double, tmp_path: Path) -> None:
    del double.apps["12"].files["k1"]
    found = fetched(double, tmp_path)
    assert found.lacks == [("file", "not-found", "main.js")]
    assert found.json("app-12/customize-manifest.json")["desktop"]["js"] == [
        "https://js.example.jp/lib/1.0.0/lib.min.js",
        "desktop/js/z.js",
    ]
    assert [gap.kind for gap in read(tmp_path / "app-12").gaps if gap.blocking] == ["not-fetched"]


def test_a_file_without_a_key_is_missing(double: Double, tmp_path: Path) -> None:
    entry = {"type": "FILE", "file": {"name": "main.js", "size": "3"}}
    lists = {"js": [entry], "css": []}
    answer = {"scope": "ALL", "revision": "1", "desktop": lists, "mobile": {"js": [], "css": []}}
    double.bad[CUSTOMIZE] = body(json.dumps(answer).encode())
    assert fetched(double, tmp_path).lacks == [("file", "broken", "main.js")]


def test_a_file_of_another_size_than_registered_is_not_taken(double: Double, tmp_path: Path) -> None:
    double.bad["/k/v1/file.json?fileKey=k1"] = body(b"short")
    found = fetched(double, tmp_path)
    assert found.lacks == [("file", "wrong-size", "main.js")]
    assert "app-12/desktop/js/main.js" not in found.files


@pytest.mark.parametrize("bad", [reset, cut, always(500), always(503), always(429)])
def test_what_passes_is_tried_again(double: Double, tmp_path: Path, bad: Bad) -> None:
    for start in ("/k/v1/apps.json", CUSTOMIZE, "/k/v1/file.json?fileKey=k1"):
        double.bad[start] = at_first(2, bad)
    assert fetched(double, tmp_path).lacks == []
    assert len([path for path in double.paths if path == CUSTOMIZE]) == 3


def test_what_does_not_pass_ends_after_some_tries(double: Double, tmp_path: Path) -> None:
    double.bad[CUSTOMIZE] = always(500)
    assert ("customization", "server", None) in fetched(double, tmp_path).lacks
    assert len([path for path in double.paths if path == CUSTOMIZE]) == 3


def test_the_pause_that_the_server_asks_for_is_kept(double: Double) -> None:
    double.bad["/k/v1/plugins.json"] = at_first(1, always(429, "CB_TM01", {"Retry-After": "1"}))
    begun = time.monotonic()
    assert len(list(api(double, longest_pause=30.0).plugins())) == 1
    assert time.monotonic() - begun >= 1.0


@pytest.mark.parametrize("asked", ["999999", "9" * 5000, "soon", "-4", "Wed, 01 Jan 2120 00:00:00 GMT"])
def test_no_pause_is_longer_than_allowed(double: Double, asked: str) -> None:
    double.bad["/k/v1/plugins.json"] = at_first(1, always(429, "CB_TM01", {"Retry-After": asked}))
    assert len(list(api(double).plugins())) == 1


@pytest.mark.parametrize(
    ("bad", "lack"),
    [
        (silent(2.0), Lack.SLOW),
        (dripping(3.0), Lack.SLOW),
        (cut, Lack.UNREACHABLE),
        (reset, Lack.UNREACHABLE),
        (endless, Lack.TOO_LARGE),
        (body(b" " * 20_000_000), Lack.TOO_LARGE),
        (body(b"<html>login</html>"), Lack.BROKEN),
        (body(b""), Lack.BROKEN),
        (body(b"\xff\xfe{}"), Lack.BROKEN),
        (body(b"[" * 500_000), Lack.BROKEN),
        (body(b'{"scope": "ALL"}'), Lack.BROKEN),
        (body(b'{"scope": "ALL", "desktop": {"js": {}, "css": []}, "mobile": {"js": []}}'), Lack.BROKEN),
        (body(b'{"scope": 7, "desktop": {"js": [], "css": []}, "mobile": {"js": []}}'), Lack.BROKEN),
        (body(b"\x1f\x8b\x08", {"Content-Encoding": "gzip"}), Lack.BROKEN),
        (always(302, "X", {"Location": "https://evil.example/"}), Lack.REDIRECTED),
        (always(403), Lack.FORBIDDEN),
        (always(404), Lack.NOT_FOUND),
        (always(400), Lack.REFUSED),
        (always(520), Lack.REFUSED),
        (always(503), Lack.SERVER),
        (always(429), Lack.BUSY),
    ],
)
def test_each_trouble_has_its_reason(double: Double, bad: Bad, lack: Lack) -> None:
    double.bad[CUSTOMIZE] = bad
    asking = api(double, seconds=0.5, tries=2)
    app = asking.app("12", None)
    with pytest.raises(FetchError) as caught:
        asking.customization(app)
    assert caught.value.lack is lack


@pytest.mark.parametrize(
    "answer",
    [
        b'{"views": []}',
        b'{"views": {"v": {"html": "<b>"}}}',
        b'{"views": {"v": {"type": "CUSTOM", "html": 5}}}',
        b'{"views": {"v": "CUSTOM"}}',
    ],
)
def test_views_of_another_shape_are_missing_and_not_taken_for_none(
    double: Double, tmp_path: Path, answer: bytes
) -> None:
    double.bad["/k/v1/app/views.json"] = body(answer)
    assert fetched(double, tmp_path).lacks == [("views", "broken", None)]


def test_a_redirect_to_another_host_is_never_followed(double: Double, tmp_path: Path) -> None:
    with serving(Double()) as other:
        double.bad[CUSTOMIZE] = always(302, "X", {"Location": f"{other.url}/k/v1/app/customize.json?app=12"})
        found = fetched(double, tmp_path)
        assert ("customization", "redirected", None) in found.lacks
        assert other.asked == []


def test_a_list_that_never_ends_is_broken(double: Double, tmp_path: Path) -> None:
    page = {"apps": [{"appId": str(n), "name": "x", "spaceId": None} for n in range(1, 101)]}
    double.bad["/k/v1/apps.json"] = body(json.dumps(page).encode())
    assert ("apps", "broken", None) in fetched(double, tmp_path).lacks


def test_wrong_password_ends_the_run_at_the_first_request(double: Double, tmp_path: Path) -> None:
    wrong = Credentials(login=("shinsa", "wrong-one"), token=None, basic=None)
    with pytest.raises(ReviewerError, match="401") as caught:
        fetched(double, tmp_path, credentials=wrong)
    assert len(double.asked) == 1
    assert "wrong-one" not in caught.value.message.ja + caught.value.message.en


def test_basic_authentication_goes_along(double: Double, tmp_path: Path) -> None:
    double.basic = "city:gate"
    with pytest.raises(ReviewerError, match="Basic"):
        fetched(double, tmp_path)
    both = Credentials(login=LOGIN.login, token=None, basic=("city", "gate"))
    assert fetched(double, tmp_path, credentials=both).lacks == []


def test_a_token_fetches_what_tokens_may(double: Double, tmp_path: Path) -> None:
    """The API's description does not list tokens for customize.json; the double refuses as for a wrong login."""
    double.token = "T" * 40
    double.bad["/k/v1/app/customize.json"] = always(403, "GAIA_NO01")
    double.bad["/k/v1/plugins.json"] = always(403, "GAIA_NO01")
    by_token = Credentials(login=None, token="T" * 40, basic=None)
    found = fetched(double, tmp_path, one("12"), by_token)
    assert found.lacks == [("customization", "forbidden", None), ("plugins", "forbidden", None)]
    assert list(found.json("app-12/views.json")["views"]) == ["地図"]


def test_after_some_apps_out_of_reach_the_rest_is_not_tried(double: Double, tmp_path: Path) -> None:
    double.apps = {str(n): ordinary() for n in range(1, 41)}
    double.bad["/k/v1/app/"] = reset
    found = fetched(double, tmp_path, connections=1, tries=1)
    untried = [name for thing, lack, name in found.lacks if lack == "not-started"]
    assert len(untried) >= 35
    assert len(untried) + len(found.outcomes) == 40
    assert len(read(tmp_path / "not-fetched").gaps) == len(untried)


def test_no_server_at_all(tmp_path: Path) -> None:
    with serving(Double()) as gone:
        pass
    assert fetched(gone, tmp_path, tries=2).lacks == [("apps", "unreachable", None)]


def test_the_password_stands_nowhere_in_the_store(double: Double, tmp_path: Path) -> None:
    double.bad["/k/v1/app/views.json"] = always(403)
    found = fetched(double, tmp_path)
    assert [name for name, data in found.files.items() if WORD.encode() in data or b"shinsa" in data] == []
