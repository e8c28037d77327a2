"""The command as people use it: what it prints, writes, and exits with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import run

CLEAN = "kintone.events.on('app.record.detail.show', (event) => event);\n"
LEAK = """'use strict';
kintone.events.on('app.record.detail.show', (event) => {
  document.getElementById('x').innerHTML = event.record.備考.value;
  return event;
});
"""


def test_newer_advisories_are_used_and_what_came_of_them_is_said(tmp_path: Path) -> None:
    (tmp_path / "page.js").write_text("/*! jQuery v9.8.7 | (c) OpenJS Foundation */\nf();\n", encoding="utf-8")
    weakness = {"below": "9.9.0", "severity": "high", "identifiers": {"CVE": ["CVE-2031-0001"]}}
    newer = tmp_path / "newer.json"
    newer.write_text(json.dumps({"jquery": {"vulnerabilities": [weakness]}}), encoding="utf-8")
    done = run("review", str(tmp_path / "page.js"), "--format", "json", "--advisories", str(newer))
    assert "CVE-2031-0001" in done.stdout.decode("utf-8")
    assert "1件" in done.stderr.decode("utf-8")


def test_a_file_that_holds_no_advisories_is_refused(tmp_path: Path) -> None:
    (tmp_path / "page.js").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "newer.json").write_text("{}", encoding="utf-8")
    done = run("review", str(tmp_path / "page.js"), "--advisories", str(tmp_path / "newer.json"))
    assert (done.returncode, "newer.json" in done.stderr.decode("utf-8")) == (2, True)


@pytest.fixture
def leak(tmp_path: Path) -> Path:
    (tmp_path / "漏れ.js").write_text(LEAK, encoding="utf-8")
    return tmp_path / "漏れ.js"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (CLEAN, 0),
        (LEAK, 1),
        ("kintone.events.on('app.record.detail.show', (e) => e.record.<フィールドコード>.value);", 3),
    ],
)
def test_the_exit_code_tells_the_verdict(tmp_path: Path, text: str, code: int) -> None:
    (tmp_path / "x.js").write_text(text, encoding="utf-8")

    assert run("review", str(tmp_path / "x.js")).returncode == code


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["review", "そんなものはない.js"], "そんなものはない.js"),
        (["review", ".", "--format", "html", "--format", "json"], "--out"),
        (["review", ".", "--format", "pdf"], "pdf"),
        (["rules", "explain", "no-such-rule"], "rules list"),
        (["review", ".", "--policy", "no-such-policy.yaml"], "no-such-policy.yaml"),
    ],
)
def test_wrong_use_says_what_to_do_and_exits_with_2(args: list[str], words: str, tmp_path: Path) -> None:
    result = run(*args, cwd=tmp_path)

    assert result.returncode == 2
    assert words in result.stderr.decode("utf-8")
    assert b"Traceback" not in result.stderr


def test_all_forms_are_written_beside_each_other_and_a_summary_is_printed(leak: Path, tmp_path: Path) -> None:
    out = tmp_path / "レポート" / "審査.html"
    forms = [arg for form in ("html", "sarif", "json", "text") for arg in ("--format", form)]

    result = run("review", str(leak), "--out", str(out), *forms)

    written = sorted(path.name for path in out.parent.iterdir())
    assert written == ["審査.html", "審査.json", "審査.sarif", "審査.txt"]
    assert "不適合" in result.stdout.decode("utf-8")
    assert out.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert json.loads((out.parent / "審査.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_the_suffix_of_the_report_tells_its_form(leak: Path, tmp_path: Path) -> None:
    run("review", str(leak), "--out", str(tmp_path / "x.sarif"))

    assert "sarif" in json.loads((tmp_path / "x.sarif").read_text(encoding="utf-8"))["$schema"]


@pytest.mark.parametrize("form", ["sarif", "json"])
def test_a_report_for_machines_goes_to_standard_output_as_utf8(leak: Path, form: str) -> None:
    result = run("review", str(leak), "--format", form, PYTHONIOENCODING="cp932")

    assert "漏れ.js" in json.dumps(json.loads(result.stdout.decode("utf-8")), ensure_ascii=False) or form == "sarif"
    assert result.stderr == b""


def test_a_cp932_console_shows_what_it_can_and_escapes_the_rest(tmp_path: Path) -> None:
    (tmp_path / "😀.js").write_text(LEAK, encoding="utf-8")

    result = run("review", str(tmp_path / "😀.js"), PYTHONIOENCODING="cp932")

    assert result.returncode == 1
    assert "不適合" in result.stdout.decode("cp932")


def test_the_same_input_gives_the_same_bytes(leak: Path, tmp_path: Path) -> None:
    def written(name: str) -> bytes:
        run("review", str(leak), "--out", str(tmp_path / name), SOURCE_DATE_EPOCH="1700000000", PYTHONHASHSEED=name[0])
        return (tmp_path / name).read_bytes()

    assert written("1.html") == written("2.html")
    assert written("1.sarif") == written("2.sarif")


def test_english_is_there_for_who_asks(leak: Path) -> None:
    assert "Fail" in run("review", str(leak), "--lang", "en").stdout.decode("utf-8")


def test_rules_are_listed_and_explained(tmp_path: Path) -> None:
    listed = run("rules", "list", cwd=tmp_path).stdout.decode("utf-8")
    explained = run("rules", "explain", "record-value-in-html").stdout.decode("utf-8")

    assert "record-value-in-html" in listed
    assert len(listed.splitlines()) > 100
    assert "CWE-79" in explained


def test_house_rules_are_added_with_a_folder(leak: Path, tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "house.yaml").write_text(
        "rules:\n"
        "  - id: house-no-getelementbyid\n"
        "    languages: [javascript]\n"
        "    severity: WARNING\n"
        "    message: getElementByIdは使わないでください。\n"
        "    pattern: document.getElementById(...)\n",
        encoding="utf-8",
    )

    result = run("review", str(leak), "--rules", str(folder), "--format", "json")

    assert "house-no-getelementbyid" in result.stdout.decode("utf-8")


def test_a_policy_of_the_citys_own_decides_what_blocks(leak: Path, tmp_path: Path) -> None:
    default = (Path(__file__).parents[1] / "rules" / "policy" / "default.yaml").read_text(encoding="utf-8")
    lenient = default.replace("blocks: [critical, high]", "blocks: [critical]")
    assert lenient != default
    (tmp_path / "policy.yaml").write_text(lenient, encoding="utf-8")

    assert run("review", str(leak)).returncode == 1
    assert run("review", str(leak), "--policy", str(tmp_path / "policy.yaml")).returncode == 0


def test_house_rules_begin_with_a_template_and_are_tried_on_their_samples(tmp_path: Path) -> None:
    folder = tmp_path / "市のルール"

    made = run("rules", "new", str(folder))
    tried = run("rules", "test", str(folder))
    again = run("rules", "new", str(folder))

    assert (made.returncode, tried.returncode, again.returncode) == (0, 0, 2)
    assert "空ではありません" in again.stderr.decode("utf-8")


@pytest.mark.parametrize(
    ("written", "instead", "code", "said"),
    [
        ("// expect: house-field-hidden", "", 1, "house-field-hidden.js:8: "),
        ("(() => {", "(() => {{ )", 3, "house-field-hidden.js:"),
        ("check:", "chekc:", 2, "house-rules.yaml:"),
    ],
)
def test_trying_house_rules_exits_as_a_review_does(
    tmp_path: Path, written: str, instead: str, code: int, said: str
) -> None:
    folder = tmp_path / "house"
    run("rules", "new", str(folder))
    for name in ("house-field-hidden.js", "house-rules.yaml"):
        text = (folder / name).read_text(encoding="utf-8").replace(written, instead)
        if code == 3:
            text = text.replace("house-field-hidden\n", "house-field-hidden\n") if name.endswith("yaml") else text
        (folder / name).write_text(text, encoding="utf-8")

    result = run("rules", "test", str(folder))

    assert said in (result.stdout + result.stderr).decode("utf-8")
    assert result.returncode == code


def test_the_table_shows_which_rules_stand_for_an_item() -> None:
    table = run("rules", "table", "--lang", "en").stdout.decode("utf-8")

    assert "| S18 |" in table
    assert "missing-strict-mode (low)" in table
