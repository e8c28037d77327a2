"""The decision as the report exports it, from the page into the ledger; and every mistake in such a file, by line."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from command import invoke
from playwright.sync_api import Browser

from reviewer.decision import SCHEMA, VERSION, Outcome
from reviewer.errors import ReviewerError
from reviewer.intake.decision_file import parse_decision

TODAY = "1798761600"  # 2027-01-01
DIGEST = "ab" * 32


def record() -> dict[str, Any]:
    """What the page saves."""
    person = {"post": "行政管理課", "name": "佐藤 花子", "date": "2027-01-01"}
    nobody = {"post": "", "name": "", "date": ""}
    return {
        "$schema": SCHEMA,
        "schemaVersion": VERSION,
        "submission": {"name": "点検", "sha256": DIGEST, "files": [{"path": "一覧.js", "sha256": "cd" * 32}]},
        "review": {
            "tool": {"name": "kintone-reviewer", "version": "0.1.0"},
            "rulebook": "ef" * 32,
            "policy": {"name": "標準", "version": "2"},
            "when": "2027-01-01T00:00:00+00:00",
            "proposed": "conditional",
        },
        "decision": {
            "outcome": "conditional",
            "app": "点検 (12)",
            "purpose": "点検する",
            "class": "III",
            "conditions": "直す",
            "reasons": "",
            "people": {
                "applicant": nobody, "tester": nobody, "reviewer": person, "adviser": nobody, "approver": person,
            },
        },
        "checks": [{"regulation": "terms", "item": "10", "machine": "check", "manual": [True, False], "note": "見た"}],
        "trials": [{"id": "1-1", "result": None, "note": ""}, {"id": "1-2", "result": "ok", "note": ""}],
    }  # fmt: skip


def parsed(value: Mapping[str, Any]) -> Any:
    return parse_decision("判断.json", json.dumps(value, ensure_ascii=False, indent=2).encode())


def test_the_file_is_read_whole() -> None:
    made = parsed(record())
    assert made.outcome is Outcome.CONDITIONAL
    assert made.submission == DIGEST
    assert made.files == (("一覧.js", "cd" * 32),)
    assert made.people.approver.day == date(2027, 1, 1)
    assert made.checks[0].manual == (True, False)
    assert [each.result for each in made.trials] == [None, "ok"]


def test_schema_and_reader_name_the_same_version(checkout: Path) -> None:
    schema = json.loads((checkout / "reviewer" / "report" / "decision.schema.json").read_text(encoding="utf-8"))
    assert schema["$id"] == SCHEMA
    assert schema["properties"]["$schema"] == {"const": SCHEMA}
    assert schema["properties"]["schemaVersion"] == {"const": VERSION}


def test_what_the_schema_allows_is_read_and_what_it_forbids_is_not(checkout: Path) -> None:
    import jsonschema

    schema = json.loads((checkout / "reviewer" / "report" / "decision.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(record(), schema)
    for _, spoil, _ in SPOILED:
        value = record()
        spoil(value)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(value, schema)


def put(*path: str | int, value: Any) -> Callable[[dict[str, Any]], None]:
    def spoil(record: Any) -> None:
        for part in path[:-1]:
            record = record[part]
        record[path[-1]] = value

    return spoil


def drop(*path: str) -> Callable[[dict[str, Any]], None]:
    def spoil(record: Any) -> None:
        for part in path[:-1]:
            record = record[part]
        del record[path[-1]]

    return spoil


SPOILED: tuple[tuple[str, Callable[[dict[str, Any]], None], str], ...] = (
    ("another kind", put("$schema", value="urn:x"), "「$schema」は決められた値ではありません"),
    ("another version", put("schemaVersion", value="9.0"), "「schemaVersion」は決められた値ではありません"),
    ("no hash", put("submission", "sha256", value="xyz"), "「submission.sha256」は決められた値ではありません"),
    ("no file hash", put("submission", "files", 0, "sha256", value=""), "「submission.files[0].sha256」"),
    ("missing", drop("decision", "people", "approver"), "「decision.people.approver」がありません"),
    ("missing part", drop("review"), "「review」がありません"),
    ("added", put("decision", "extra", value=1), "「decision.extra」は知られていない項目です"),
    ("unknown outcome", put("decision", "outcome", value="ok"), "「decision.outcome」は決められた値ではありません"),
    ("unknown class", put("decision", "class", value="V"), "「decision.class」"),
    ("another type", put("decision", "conditions", value=5), "「decision.conditions」は文字列ではありません"),
    ("no list", put("checks", value={}), "「checks」は一覧([ ])ではありません"),
    ("no object", put("decision", "people", value=[]), "「decision.people」は「{ }」の形ではありません"),
    ("no truth", put("checks", 0, "manual", value=["yes"]), "「checks[0].manual[0]」はtrue か false ではありません"),
    ("no trial", put("trials", 0, "id", value="x"), "「trials[0].id」"),
    ("no day", put("decision", "people", "approver", "date", value="1月1日"), "「decision.people.approver.date」"),
)


@pytest.mark.parametrize(("spoil", "said"), [case[1:] for case in SPOILED], ids=[case[0] for case in SPOILED])
def test_a_mistake_is_told_with_its_line_and_member(spoil: Callable[[dict[str, Any]], None], said: str) -> None:
    value = record()
    spoil(value)
    with pytest.raises(ReviewerError) as caught:
        parsed(value)
    assert said in caught.value.message.ja
    assert "判断.json:" in caught.value.message.ja


def test_the_line_is_that_of_the_member() -> None:
    text = json.dumps(record(), ensure_ascii=False, indent=2).replace(
        '"conditional",\n    "app"', '"maybe",\n    "app"'
    )
    line = 1 + text[: text.index('"maybe"')].count("\n")
    with pytest.raises(ReviewerError, match=f"x.json:{line}: decision.outcome"):
        parse_decision("x.json", text.encode())


@pytest.mark.parametrize("day", ["2027-02-30", "2027-1-1"])
def test_a_day_that_is_not_in_the_calendar_is_refused(day: str) -> None:
    value = record()
    value["decision"]["people"]["approver"]["date"] = day
    with pytest.raises(ReviewerError, match="is no date"):
        parsed(value)


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"{}x", b"\xff\xfe", b'{"decision": {"outcome": "approved"}}', b"null"]
)
def test_what_is_no_decision_at_all_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(ReviewerError, match=r"x\.json:1"):
        parse_decision("x.json", data)


def test_a_member_that_stands_twice_is_refused() -> None:
    text = json.dumps(record()).replace('"outcome": "conditional"', '"outcome": "refused", "outcome": "conditional"')
    with pytest.raises(ReviewerError, match=r"decision\.outcome is written twice"):
        parse_decision("x.json", text.encode())


def test_a_draft_is_refused_in_words() -> None:
    value = record()
    value["decision"]["outcome"] = None
    with pytest.raises(ReviewerError) as caught:
        parsed(value)
    assert "下書きです" in caught.value.message.ja


# From the page into the ledger ----------------------------------------------------------------------------------------


def submission(folder: Path) -> Path:
    made = folder / "点検"
    made.mkdir()
    (made / "一覧.js").write_text("kintone.events.off('x');\n", encoding="utf-8")
    return made


def bound(page: Path) -> dict[str, Any]:
    """The record as the page would save it, of what the page is bound to."""
    import html

    text = page.read_text(encoding="utf-8")
    sealed = text.partition('<pre id="bound" hidden>')[2].partition("</pre>")[0]
    said = record()
    for person, name in (("applicant", "山田"), ("reviewer", "佐藤"), ("approver", "鈴木")):
        said["decision"]["people"][person] = {"post": "", "name": name, "date": ""}
    return {**said, **json.loads(html.unescape(sealed))}


def decide(folder: Path, value: Mapping[str, Any]) -> tuple[int, str]:
    file = folder / "判断.json"
    file.write_text(json.dumps(value), encoding="utf-8")
    done = invoke("decide", "--ledger", str(folder / "台帳.db"), "--from", str(file), SOURCE_DATE_EPOCH=TODAY)
    return done.returncode, (done.stdout + done.stderr).decode()


def test_a_decision_is_entered_only_on_the_review_that_it_was_made_on(tmp_path: Path) -> None:
    made, page = submission(tmp_path), tmp_path / "r.html"
    review = ("review", str(made), "--out", str(page))
    assert invoke(*review, SOURCE_DATE_EPOCH=TODAY).returncode == 0
    value = bound(page)
    status, said = decide(tmp_path, value)
    assert (status, "台帳" in said) == (2, True)  # there is no ledger yet
    assert invoke(*review, "--ledger", str(tmp_path / "台帳.db"), SOURCE_DATE_EPOCH=TODAY).returncode == 0

    for spoil, said in (
        (put("submission", "sha256", value=DIGEST), "審査が、台帳にありません"),
        (put("submission", "files", 0, "sha256", value=DIGEST), "審査が、台帳にありません"),
        (put("review", "rulebook", value=DIGEST), "規則、方針、道具の版か判定案が違います"),
        (put("review", "policy", "version", value="99"), "規則、方針、道具の版か判定案が違います"),
        (put("review", "proposed", value="fail"), "規則、方針、道具の版か判定案が違います"),
        (put("decision", "people", "approver", "name", value="山 田"), "承認者と申請者が同じ人"),
    ):
        other = bound(page)
        spoil(other)
        status, told = decide(tmp_path, other)
        assert (status, said in told) == (2, True), told
    status, told = decide(tmp_path, value)
    assert (status, "第2号に記録しました" in told) == (0, True)


def test_the_class_that_the_application_names_cannot_be_decided_away(tmp_path: Path, checkout: Path) -> None:
    made, page, form = submission(tmp_path), tmp_path / "r.html", tmp_path / "申請書.yaml"
    form.write_text(
        "app: {name: 点検, id: 12}\npurpose: 点検\ndepartment: 公園課\nperson: 山田 太郎\ninformation_class: I\n"
        "sensitive: false\nscreens: []\nservices: []\naccess: []\napi_tokens: []\nwebhooks: []\nplugins: []\n",
        encoding="utf-8",
    )
    done = invoke(
        "review", str(made), "--declaration", str(form), "--ledger", str(tmp_path / "台帳.db"), "--out", str(page),
        SOURCE_DATE_EPOCH=TODAY,
    )  # fmt: skip
    assert done.returncode in (0, 1), done.stderr.decode()
    value = bound(page)
    value["decision"] |= {"reasons": "確かめた", "class": "IV"}
    status, told = decide(tmp_path, value)
    assert (status, "重要性分類" in told) == (2, True), told
    value["decision"]["class"] = "I"
    value["decision"]["people"]["approver"]["name"] = "山田太郎"  # who applied, by the application
    status, told = decide(tmp_path, value)
    assert (status, "承認者と申請者が同じ人" in told) == (2, True), told
    value["decision"]["people"]["approver"]["name"] = "鈴木"
    status, told = decide(tmp_path, value)
    assert status == 0, told


@pytest.mark.browser
def test_what_a_person_fills_in_and_saves_goes_into_the_ledger(browser: Browser, tmp_path: Path) -> None:
    made, page_file, ledger = submission(tmp_path), tmp_path / "r.html", tmp_path / "台帳.db"
    invoke("review", str(made), "--ledger", str(ledger), "--out", str(page_file), SOURCE_DATE_EPOCH=TODAY)
    context = browser.new_context()
    page = context.new_page()
    page.goto(page_file.as_uri())
    page.locator("input[name=outcome][value=approved]").check()
    for person, name in (("applicant", "山田 太郎"), ("reviewer", "佐藤"), ("approver", "鈴木")):
        page.locator(f"tr[data-person={person}] [data-part=name]").fill(name)
    page.locator("tr[data-person=approver] [data-part=date]").fill("2027-01-01")
    with page.expect_download() as waiting:
        page.locator("#export .save").click()
    waiting.value.save_as(tmp_path / "判断.json")
    context.close()
    done = invoke("decide", "--ledger", str(ledger), "--from", str(tmp_path / "判断.json"), SOURCE_DATE_EPOCH=TODAY)
    assert done.returncode == 0, done.stderr.decode()
    shown = invoke("ledger", "show", "--ledger", str(ledger), SOURCE_DATE_EPOCH=TODAY).stdout.decode()
    assert "可 [有効、2028-01-01 まで]" in shown
    assert "申請者 山田 太郎" in shown
