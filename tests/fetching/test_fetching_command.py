"""`kintone-reviewer fetch` as people use it, and the review of what it fetched."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from signal import Signals

import pytest
from command import invoke, run
from service_double import USER, WORD, Double, DoubleApp, always, at_first, dripping, ordinary_double, serving
from signalling import hearing

LOGIN = {"KINTONE_USERNAME": USER, "KINTONE_PASSWORD": WORD, "NO_PROXY": "127.0.0.1"}
LEAK = b"""kintone.events.on('app.record.detail.show', (event) => {
  document.body.innerHTML = event.record.a.value;
});
"""
VIEW = "<div id='v'></div><script>document.getElementById('v').innerHTML = location.hash;</script>"


@pytest.fixture
def double() -> Iterator[Double]:
    with serving(ordinary_double()) as running:
        yield running


def fetch(double: Double, store: Path, *args: str, **environment: str) -> tuple[int, str, str]:
    """Exit code, standard output, standard error."""
    done = run("fetch", *_options(double, store), *args, cwd=None, **{**LOGIN, **environment})
    out, err = done.stdout.decode(), done.stderr.decode()
    assert WORD not in out + err
    return done.returncode, out, err


def _options(double: Double, store: Path) -> tuple[str, ...]:
    return "--base-url", double.url, "--allow-host", f"127.0.0.1:{double.port}", "--out", str(store)


def test_each_app_has_its_line_and_the_end_is_told(double: Double, tmp_path: Path) -> None:
    code, out, err = fetch(double, tmp_path / "store", "--all")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "[1/1] アプリ12「公共施設点検」: ファイル4、URL1、カスタマイズビュー1、プラグイン1",
        f"すべて取得しました: {tmp_path / 'store'}",
    ]


@pytest.mark.skipif(os.name == "nt", reason="it is ended by POSIX signals")
@pytest.mark.parametrize("signal", [Signals.SIGINT, Signals.SIGKILL], ids=["Ctrl-C", "kill -9"])
def test_ended_in_mid_run_it_leaves_whole_apps_only_and_the_next_run_has_the_rest(
    double: Double, tmp_path: Path, signal: Signals
) -> None:
    """App 13 never comes to an end the first time, while another run is refused; app 12 is there."""
    store = tmp_path / "store"
    double.apps["13"] = DoubleApp(lists={"desktop.js": [("w1", "a.js"), ("w2", "b.js")]})
    double.apps["13"].files = {"w1": b"a();", "w2": b"b();"}
    double.bad["/k/v1/file.json?fileKey=w2"] = at_first(1, dripping(60))
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "reviewer", "fetch", *_options(double, store), "--all", "--lang", "en"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **LOGIN, "PYTHONPATH": str(Path(__file__).parents[2])},
        preexec_fn=hearing,  # noqa: PLW1509 - no threads here
    )
    assert process.stdout is not None
    assert b"app 12" in process.stdout.readline()
    until = time.monotonic() + 30
    while not any("fileKey=w2" in path for path in double.paths) and time.monotonic() < until:
        time.sleep(0.02)
    code, _, err = fetch(double, store, "--app", "12", "--lang", "en")
    assert (code, "Another fetch is writing" in err) == (2, True)
    process.send_signal(signal)
    _, said = process.communicate(timeout=30)
    assert (process.returncode, b"Interrupted" in said) == ((3, True) if signal is Signals.SIGINT else (-9, False))
    seen = {place.name for place in store.iterdir() if not place.name.startswith(".")}
    assert seen == {"app-12", "fetch-log.jsonl"}
    whole = (store / "app-12" / "fetched.json").read_bytes()
    assert fetch(double, store, "--all")[0] == 0
    assert sorted(place.name for place in store.iterdir()) == ["app-12", "app-13", "fetch-log.jsonl"]
    assert (store / "app-12" / "fetched.json").read_bytes() == whole
    assert (store / "app-13" / "desktop" / "js" / "b.js").read_bytes() == b"b();"


def test_what_is_missing_is_told_and_ends_in_three(double: Double, tmp_path: Path) -> None:
    double.apps["12"].name = "見\x1b[31mた目"
    double.bad["/k/v1/file.json?fileKey=k1"] = always(403)
    code, out, _ = fetch(double, tmp_path / "store", "--app", "12", "--lang", "en")
    assert code == 3
    assert "\x1b" not in out
    assert "  Not had: a registered file “desktop.js main.js”: access was denied." in out
    assert "(403 CB_NO02)" in out


def test_wrong_password_ends_in_two(double: Double, tmp_path: Path) -> None:
    code, out, err = fetch(double, tmp_path / "store", "--all", KINTONE_PASSWORD="not-this")
    assert (code, out) == (2, "")
    assert "ログインできませんでした(401)" in err
    assert "not-this" not in err


def test_nobody_is_asked_without_credentials(double: Double, tmp_path: Path) -> None:
    code, _, err = fetch(double, tmp_path / "store", "--all", KINTONE_USERNAME="", KINTONE_PASSWORD="")
    assert code == 2
    assert "KINTONE_USERNAME" in err
    assert double.asked == []


def test_a_server_that_is_not_kintones_is_refused(double: Double, tmp_path: Path) -> None:
    done = run(
        "fetch",
        "--base-url",
        double.url,
        "--all",
        "--out",
        str(tmp_path / "s"),
        KINTONE_USERNAME=USER,
        KINTONE_PASSWORD=WORD,
    )
    assert done.returncode == 2
    assert double.asked == []


@pytest.mark.parametrize(
    "args",
    [
        (),
        ("--all", "--app", "1"),
        ("--app", "x"),
        ("--app", "0"),
        ("--app", "1", "--guest-space", "2"),
        ("--app", "../1"),
    ],
)
def test_wrong_use_is_told(double: Double, tmp_path: Path, args: tuple[str, ...]) -> None:
    assert fetch(double, tmp_path / "store", *args)[0] == 2
    assert double.asked == []


def test_a_password_in_the_proxy_option_is_refused_unseen(double: Double, tmp_path: Path) -> None:
    code, out, err = fetch(double, tmp_path / "store", "--all", "--proxy", "http://city:gate-word@proxy:8080")
    assert code == 2
    assert "gate-word" not in out + err


def test_a_store_that_cannot_be_written_is_told(double: Double, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    code, _, err = fetch(double, tmp_path / "file" / "store", "--all")
    assert code == 2
    assert "Traceback" not in err


def test_the_review_of_what_was_fetched_shows_all_of_it(double: Double, tmp_path: Path) -> None:
    """Code from files and custom views is reviewed; URLs, plug-ins and what is missing stand there as such."""
    double.apps["12"] = DoubleApp(
        lists={"desktop.js": ["https://cdn.example.jp/lib.js", ("k1", "main.js"), ("gone", "lost.js")]},
        files={"k1": LEAK},
        views={"盤": {"type": "CUSTOM", "name": "盤", "id": "5", "html": VIEW}},
        plugins=[{"id": "b" * 32, "name": "印刷", "enabled": True}],
    )
    assert fetch(double, tmp_path / "store", "--all")[0] == 3
    done = run("review", str(tmp_path / "store" / "app-12"), "--format", "json", "--lang", "ja")
    assert done.returncode in (1, 3)
    report = json.loads(done.stdout)
    text = done.stdout.decode()
    assert report["submission"]["kind"] == "manifest"
    places = {finding["location"]["path"] for finding in report["findings"] if finding["location"]}
    assert "desktop/js/main.js" in places
    assert any(place.startswith("views.json#") for place in places)
    assert "https://cdn.example.jp/lib.js" in text
    told = {gap["kind"]: gap for gap in report["gaps"]}
    assert told["not-fetched"]["blocking"]
    assert "lost.js" in json.dumps(told["not-fetched"], ensure_ascii=False)
    assert not told["plugin-elsewhere"]["blocking"]
    assert "印刷" in json.dumps(told["plugin-elsewhere"], ensure_ascii=False)


def test_a_batch_of_the_store_holds_each_app_and_what_could_not_be_listed(double: Double, tmp_path: Path) -> None:
    double.apps["13"] = DoubleApp(lists={"desktop.js": [("b1", "b.js")]}, files={"b1": b"'use strict';\n"})
    assert fetch(double, tmp_path / "store", "--all")[0] == 0
    double.bad["/k/v1/apps.json"] = always(403)
    assert fetch(double, tmp_path / "store", "--all")[0] == 3
    done = invoke("batch", str(tmp_path / "store"), "--out", str(tmp_path / "out"), "--workers", "1")
    assert done.returncode == 1  # app-12 loads a script from elsewhere, which blocks
    lines = map(json.loads, (tmp_path / "out" / "all.jsonl").read_text(encoding="utf-8").splitlines())
    verdicts = {line["place"]: line["verdict"] for line in lines}
    assert sorted(verdicts) == ["app-12", "app-13", "not-fetched"]
    assert verdicts["not-fetched"] == "incomplete"
