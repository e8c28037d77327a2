"""What a fetch leaves in the store: folders that intake reads, whole or not at all, the same for the same app."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fetched import EVERYTHING, fetched, files, one
from service_double import Double, DoubleApp, always, at_first, ordinary, ordinary_double, reset, serving

from reviewer.errors import ReviewerError
from reviewer.fetching.run import Wish
from reviewer.intake import read


@pytest.fixture
def double() -> Iterator[Double]:
    with serving(ordinary_double()) as running:
        yield running


def test_an_app_becomes_a_manifest_with_its_files_its_custom_views_and_a_record(double: Double, tmp_path: Path) -> None:
    found = fetched(double, tmp_path)
    assert found.lacks == []
    assert sorted(found.files) == [
        "app-12/customize-manifest.json",
        "app-12/desktop/css/style.css",
        "app-12/desktop/js/main.js",
        "app-12/desktop/js/z.js",
        "app-12/fetched.json",
        "app-12/mobile/js/main.js",
        "app-12/views.json",
        "fetch-log.jsonl",
    ]
    assert found.json("app-12/customize-manifest.json") == {
        "app": "12",
        "scope": "ALL",
        "desktop": {
            "js": ["https://js.example.jp/lib/1.0.0/lib.min.js", "desktop/js/main.js", "desktop/js/z.js"],
            "css": ["desktop/css/style.css"],
        },
        "mobile": {"js": ["mobile/js/main.js"], "css": []},
    }
    assert list(found.json("app-12/views.json")["views"]) == ["地図"]
    assert found.json("app-12/fetched.json")["plugins"] == [
        {"id": "a" * 32, "name": "地図プラグイン", "enabled": True, "version": "3.1"}
    ]


def test_name_revision_and_time_are_kept_beside_the_folder(double: Double, tmp_path: Path) -> None:
    fetched(double, tmp_path)
    log = fetched(double, tmp_path).files["fetch-log.jsonl"].decode().splitlines()
    assert len(log) == 2
    note = json.loads(log[0])
    assert (note["name"], note["revision"], note["fetched_at"], note["is_complete"]) == (
        "公共施設点検",
        "12",
        "2026-04-01T09:00:00+09:00",
        True,
    )


def test_a_new_revision_of_the_same_code_leaves_the_same_bytes(double: Double, tmp_path: Path) -> None:
    first = files(fetched(double, tmp_path).store / "app-12")
    double.apps["12"].revision = "13"
    double.apps["12"].views["一覧"]["fields"] = ["x", "y"]
    assert files(fetched(double, tmp_path).store / "app-12") == first


def test_a_second_fetch_replaces_the_folder_whole(double: Double, tmp_path: Path) -> None:
    fetched(double, tmp_path)
    double.apps["12"].lists = {"desktop.js": [("k2", "z.js")]}
    double.apps["12"].views = {}
    assert sorted(files(fetched(double, tmp_path).store / "app-12")) == [
        "customize-manifest.json",
        "desktop/js/z.js",
        "fetched.json",
    ]


def test_all_pages_of_the_list_are_read(double: Double, tmp_path: Path) -> None:
    double.apps = {
        str(n): DoubleApp(lists={"desktop.js": [(f"f{n}", "a.js")]}, files={f"f{n}": b"a()"}) for n in range(1, 251)
    }
    found = fetched(double, tmp_path)
    assert len([name for name in found.files if name.endswith("/a.js")]) == 250
    assert [path for path in double.paths if "apps.json" in path] == [
        f"/k/v1/apps.json?limit=100&offset={offset}" for offset in (0, 100, 200)
    ]


def test_an_app_without_anything_has_no_folder_and_loses_an_old_one(double: Double, tmp_path: Path) -> None:
    fetched(double, tmp_path)
    double.apps["12"] = DoubleApp()
    found = fetched(double, tmp_path)
    assert [outcome.is_empty for outcome in found.outcomes] == [True]
    assert list(found.files) == ["fetch-log.jsonl"]


def test_an_app_of_a_guest_space_is_asked_for_by_its_path(double: Double, tmp_path: Path) -> None:
    double.apps["30"] = ordinary()
    double.apps["30"].is_guest, double.apps["30"].space = True, "7"
    found = fetched(double, tmp_path, Wish((), True, ("7",)))
    assert found.lacks == []
    assert found.json("app-30/fetched.json")["guest_space"] == "7"
    assert "/k/guest/7/v1/app/customize.json?app=30" in double.paths


def test_a_single_app_of_a_guest_space_is_named_with_its_space(double: Double, tmp_path: Path) -> None:
    double.apps = {"30": ordinary()}
    double.apps["30"].is_guest, double.apps["30"].space = True, "7"
    found = fetched(double, tmp_path, one("30", "7"))
    assert found.lacks == []
    assert [path for path in double.paths if "file.json" in path and not path.startswith("/k/guest/7/v1/")] == []


def test_a_listed_app_that_turns_out_to_stand_in_a_guest_space_is_asked_for_there(
    double: Double, tmp_path: Path
) -> None:
    double.apps["12"].space = "7"
    double.bad["/k/v1/app/customize.json"] = always(520, "GAIA_IL23")
    found = fetched(double, tmp_path)
    assert found.lacks == []
    assert found.json("app-12/fetched.json")["guest_space"] == "7"


def test_an_app_that_is_no_longer_listed_is_told_and_left(double: Double, tmp_path: Path) -> None:
    fetched(double, tmp_path)
    double.apps = {"40": ordinary()}
    found = fetched(double, tmp_path)
    assert found.lacks == [("app", "not-listed", "12")]
    assert (tmp_path / "app-12" / "desktop/js/main.js").is_file()
    assert [gap.kind for gap in read(tmp_path / "not-fetched").gaps] == ["not-fetched"]


def test_a_later_complete_run_takes_the_loose_gaps_away(double: Double, tmp_path: Path) -> None:
    double.bad["/k/v1/apps.json"] = at_first(1, always(403))
    assert fetched(double, tmp_path).lacks == [("apps", "forbidden", None)]
    assert (tmp_path / "not-fetched").is_dir()
    assert fetched(double, tmp_path).lacks == []
    assert not (tmp_path / "not-fetched").exists()


def test_an_outage_leaves_what_was_fetched_before_and_a_gap(double: Double, tmp_path: Path) -> None:
    before = files(fetched(double, tmp_path).store / "app-12")
    double.bad["/k/v1/app/customize.json"] = reset
    found = fetched(double, tmp_path)
    assert found.outcomes[0].is_kept
    assert found.lacks == [("customization", "unreachable", None), ("app", "unreachable", "12")]
    assert files(tmp_path / "app-12") == before
    assert read(tmp_path / "not-fetched").gaps[0].blocking


def test_a_run_for_one_app_keeps_the_loose_gaps_of_others(double: Double, tmp_path: Path) -> None:
    double.bad["/k/v1/apps.json"] = always(403)
    fetched(double, tmp_path)
    fetched(double, tmp_path, one("12"))
    assert [each["thing"] for each in json.loads((tmp_path / "not-fetched/fetched.json").read_bytes())["missing"]] == [
        "apps"
    ]


def test_a_folder_that_is_not_from_a_fetch_is_never_replaced(double: Double, tmp_path: Path) -> None:
    (tmp_path / "app-12").mkdir()
    (tmp_path / "app-12" / "own.js").write_text("mine()", encoding="utf-8")
    with pytest.raises(ReviewerError, match="not made by fetch"):
        fetched(double, tmp_path)
    assert files(tmp_path / "app-12") == {"own.js": b"mine()"}


def test_what_an_interrupted_run_left_is_put_in_order(double: Double, tmp_path: Path) -> None:
    fetched(double, tmp_path)
    (tmp_path / "app-12").rename(tmp_path / ".old-app-12")
    (tmp_path / ".part-app-12-x").mkdir()
    double.apps = {}
    fetched(double, tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["app-12", "fetch-log.jsonl", "not-fetched"]


def test_no_trace_of_a_draft_stays_when_the_run_is_refused(double: Double, tmp_path: Path) -> None:
    double.bad["/k/v1/file.json"] = always(401)
    with pytest.raises(ReviewerError):
        fetched(double, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("connections", [1, 2])
def test_no_more_is_asked_at_a_time_than_allowed(double: Double, tmp_path: Path, connections: int) -> None:
    double.apps = {str(n): ordinary() for n in range(1, 9)}
    fetched(double, tmp_path, EVERYTHING, connections=connections)
    assert double.most_at_once <= connections


def test_nothing_but_get_is_ever_sent(double: Double, tmp_path: Path) -> None:
    fetched(double, tmp_path)
    assert {method for method, _, _ in double.asked} == {"GET"}
