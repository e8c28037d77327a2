from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from declaration_samples import declaration
from playwright.sync_api import Browser
from report_page import opened

from reviewer.intake import read
from reviewer.pipeline import review
from reviewer.report import Format, render
from reviewer.report.context import UNDATED
from reviewer.report.view import view
from reviewer.review import Review
from reviewer.rule import Policy, Rulebook
from reviewer.rulebook.waivers import parse_waivers
from reviewer.text import Language

CODE = """'use strict';
kintone.events.on('app.record.detail.show', (event) => {
  document.getElementById('x').innerHTML = event.record.備考.value;
  kintone.proxy('https://other.example.jp/', 'POST', {}, event.record.備考.value);
  return event;
});
"""
ATTACK = "</script><script>window.pwned = 8</script>"


@pytest.fixture
def told(tmp_path: Path, rules: tuple[Rulebook, Policy]) -> Review:
    """A review with an application that departs from the code, and with a waiver."""
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "a.js").write_text(CODE, encoding="utf-8")
    waivers = "- rule: record-value-in-html\n  path: a.js\n  reason: 庁内だけ\n  by: 見本 太郎\n  until: 2031-04-01\n"
    return review(
        read(tmp_path / "code"),
        *rules,
        declaration=declaration(tmp_path, rules[0], ("点検の結果を登録する", f'"{ATTACK}"')),
        waivers=parse_waivers("w.yaml", waivers.encode()),
        today=date(2031, 4, 1),
    )


def test_declared_stands_beside_observed_with_each_difference_marked(told: Review) -> None:
    page = render(told, Format.HTML, Language.JA)
    section = page.partition('<section id="declared"')[2].partition("</section>")[0]
    for said in (
        "公園の遊具点検 (31)",
        "other.example.jp",
        "申請にない",
        "geo.example.jp",
        "申請にあるが使われていない",
    ):
        assert said in section


def test_a_waiver_is_listed_with_who_why_and_until_when_and_its_finding_stays(told: Review) -> None:
    page = render(told, Format.HTML, Language.JA)
    section = page.partition('<section id="waivers"')[2].partition("</section>")[0]
    for said in ("免除中", "庁内だけ", "見本 太郎", "2031-04-01"):
        assert said in section
    assert page.count('<p class="waived">') == 1


def test_without_an_application_and_waivers_nothing_is_said_of_them(
    tmp_path: Path, rules: tuple[Rulebook, Policy]
) -> None:
    (tmp_path / "a.js").write_text(CODE, encoding="utf-8")
    page = render(review(read(tmp_path / "a.js"), *rules), Format.HTML, Language.JA)
    assert 'id="declared"' not in page
    assert 'id="waivers"' not in page


@pytest.mark.browser
def test_the_decision_begins_with_what_was_applied_for_and_nothing_of_it_runs(
    told: Review, browser: Browser, tmp_path: Path
) -> None:
    with opened(browser, tmp_path, told) as (page, complaints):
        assert page.get_by_label("アプリの名前と番号").input_value() == "公園の遊具点検 (31)"
        assert page.get_by_label("申請の目的").input_value() == ATTACK
        assert page.locator("#decision-class").input_value() == "III"
        assert page.evaluate("window.pwned") is None
        assert complaints == []


def test_the_head_tells_for_which_app_it_is_and_who_asked(told: Review) -> None:
    facts = {fact.name: fact.value for fact in view(told, Language.JA, UNDATED).facts}
    assert facts["アプリ"] == "公園の遊具点検 (31)"
    assert facts["申請した人"] == "公園課 見本 花子"


def test_waived_findings_are_counted_apart_and_are_none_of_the_main_findings(told: Review) -> None:
    report = view(told, Language.JA, UNDATED)
    shown = report.found - report.waived
    assert report.waived == 1
    assert sum(count.count for count in report.counts) == shown
    assert sum(line.count for line in report.headlines) + report.headlines_left_out >= shown
    assert "rule-record-value-in-html" not in [line.anchor for line in report.headlines]
    assert "(ほかに免除 1)" in render(told, Format.TEXT, Language.JA)


def test_apps_and_sides_of_the_comparison_are_named_in_words(told: Review) -> None:
    report = view(told, Language.JA, UNDATED)
    assert report.declared is not None
    rows = {row.name: (row.declared, row.observed) for row in report.declared.rows}
    assert rows["other.example.jp"][0] == "なし"
    assert rows["レコード詳細画面"] == ("あり", "あり")
    assert not [name for name in rows if name.startswith(("this", "?"))]
