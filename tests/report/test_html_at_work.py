"""What people do with a report: walk a trace, fill in the check sheet, decide, export, print; by keyboard alone too."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal

import jsonschema
import pytest
import review_samples as samples
from playwright.sync_api import Browser, Page
from report_page import AXE, opened

from reviewer.review import Review

pytestmark = pytest.mark.browser


def exported(page: Page, folder: Path) -> tuple[Path, Mapping[str, Any]]:
    """What the export button saves."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name="JSONに書き出す").click()
    file = folder / waiting.value.suggested_filename
    waiting.value.save_as(file)
    return file, json.loads(file.read_text(encoding="utf-8"))


def fill_in(page: Page) -> None:
    page.locator("tr[data-item='10'] .manual input").first.check()
    page.locator("tr[data-item='10'] .room").fill("申請書と見比べた")
    page.locator("tr.trial input[value=differs]").first.check()
    page.get_by_label("条件を付けて可").check()
    page.get_by_label("条件・直してもらうこと").fill('鍵を消すこと "</script>"')
    page.get_by_label("確認者(行政管理課): 氏名").fill("見本 花子")
    page.get_by_label("確認者(行政管理課): 日付").fill("2026-04-01")


def test_the_exported_decision_keeps_to_its_schema_and_is_bound_to_the_hashes(
    browser: Browser, tmp_path: Path, checkout: Path
) -> None:
    schema = json.loads((checkout / "reviewer" / "report" / "decision.schema.json").read_text(encoding="utf-8"))
    for make in (samples.ordinary, samples.hostile):
        review = make()
        with opened(browser, tmp_path, review) as (page, complaints):
            fill_in(page)
            _, record = exported(page, tmp_path)
            assert complaints == []
        jsonschema.validate(record, schema)
        assert record["submission"]["sha256"] == review.submission.sha256
        assert [file["sha256"] for file in record["submission"]["files"][: len(review.submission.files)]] == [
            file.sha256 for file in review.submission.files
        ]
        assert record["decision"]["outcome"] == "conditional"
        assert record["decision"]["people"]["reviewer"] == {"post": "", "name": "見本 花子", "date": "2026-04-01"}
        ticked = [check for check in record["checks"] if True in check["manual"]]
        assert [(check["item"], check["note"]) for check in ticked] == [("10", "申請書と見比べた")]
        assert [trial["result"] for trial in record["trials"]].count("differs") == 1


def test_a_decision_without_an_outcome_is_saved_as_a_draft_and_says_so(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path, samples.clean()) as (page, _):
        _, record = exported(page, tmp_path)
        assert record["decision"]["outcome"] is None
        assert "途中の記録" in page.locator("#export [role=status]").inner_text()


def test_what_was_exported_can_be_loaded_again(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path, samples.ordinary()) as (page, _):
        fill_in(page)
        file, first = exported(page, tmp_path)
    with opened(browser, tmp_path, samples.ordinary()) as (page, _):
        page.get_by_label("書き出したJSONを読み込む").set_input_files(file)
        page.get_by_text("読み込みました。", exact=True).wait_for()
        assert exported(page, tmp_path)[1] == first


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda text: text.replace("ab" * 32, "ba" * 32), "別のファイルに対する記録"),
        (lambda text: text[:40], "読めないファイル"),
        (lambda text: text.replace("schema:decision", "schema:review"), "読めないファイル"),
        (lambda text: re.sub(r'"checks": \[[^\]]*\]', '"checks": 1', text), "読めないファイル"),
    ],
)
def test_a_record_of_other_files_or_none_at_all_is_refused(
    change: Callable[[str], str], told: str, browser: Browser, tmp_path: Path
) -> None:
    with opened(browser, tmp_path, samples.ordinary()) as (page, complaints):
        file, _ = exported(page, tmp_path)
        file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")
        page.get_by_label("書き出したJSONを読み込む").set_input_files(file)
        page.get_by_text(told).wait_for()
        assert complaints == []


def test_a_trace_is_walked_through_the_code_and_back_by_keyboard_alone(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path, samples.ordinary()) as (page, _):
        start = page.get_by_role("button", name="コードの中をたどる").first
        start.focus()
        page.keyboard.press("Enter")
        assert page.locator("#walk .walk-turn").inner_text() == "1 / 3"
        assert "event.record.申請者名.value" in page.locator(".walking").inner_text()
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")
        assert page.locator("#walk .walk-turn").inner_text() == "3 / 3"
        assert "box.innerHTML" in page.locator(".walking").inner_text()
        assert page.locator(".walking").evaluate(
            "(row) => row.getBoundingClientRect().top >= 0 && row.getBoundingClientRect().bottom <= innerHeight"
        )
        assert page.evaluate("document.activeElement.className") == "walk-back"
        page.keyboard.press("Escape")
        assert page.locator("#walk").is_hidden()
        assert start.evaluate("(button) => button === document.activeElement")


def test_every_control_can_be_reached_by_the_tabulator_key(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path, samples.clean()) as (page, _):
        wanted = page.evaluate(
            "[...document.querySelectorAll('a[href],button,input,select,textarea,summary')]"
            ".filter((one) => one.checkVisibility() && !one.disabled && one.type !== 'radio').length"
        )
        page.evaluate("window.met = new Set(); addEventListener('focusin', (event) => window.met.add(event.target))")
        for _ in range(wanted + 60):
            page.keyboard.press("Tab")
        missed = page.evaluate(
            "[...document.querySelectorAll('a[href],button,input,select,textarea,summary')]"
            ".filter((one) => one.checkVisibility() && !one.disabled && one.type !== 'radio' && !window.met.has(one))"
            ".map((one) => one.outerHTML)"
        )
        assert missed == []


def test_the_first_key_press_leads_past_the_contents(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path, samples.clean()) as (page, _):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"


def test_findings_are_narrowed_by_file_item_and_category_and_shown_again(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path, samples.ordinary()) as (page, _):
        shown = page.locator("#filter output")
        page.locator("[data-by=file]").select_option("file-2")
        assert shown.inner_text() == "1"
        page.get_by_role("button", name="絞り込みをやめる").click()
        page.locator("[data-by=item]").select_option("9")
        assert shown.inner_text() == "2"
        page.locator("[data-by=category]").select_option("secret")
        assert shown.inner_text() == "1"
        page.locator("a[href='#rule-outbound-call']").first.click()
        page.locator("#rule-outbound-call").wait_for(state="visible")
        assert shown.inner_text() == "4"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1200])
def test_axe_finds_nothing_in_any_state_of_the_page(
    scheme: Literal["light", "dark"], width: int, browser: Browser, tmp_path: Path, npm_packages: Path
) -> None:
    axe = (npm_packages / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    for make in (samples.ordinary, samples.clean):
        with opened(browser, tmp_path, make(), scheme=scheme, width=width) as (page, _):
            page.evaluate(axe)
            assert page.evaluate(AXE) == []
            if make is samples.clean:
                continue
            page.get_by_role("button", name="コードの中をたどる").first.click()
            assert page.evaluate(AXE) == []
            page.keyboard.press("Escape")
            page.get_by_label("語句").fill("何にも当たらない語句")
            for folded in page.locator("details").all():
                folded.evaluate("(node) => (node.open = !node.open)")
            assert page.evaluate(AXE) == []


def pages_of(document: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", document))


def test_it_prints_on_a4_with_nothing_cut(browser: Browser, tmp_path: Path) -> None:
    review: Review = samples.ordinary()
    with opened(browser, tmp_path, review, width=794) as (page, _):
        document = page.pdf(prefer_css_page_size=True)
        assert re.search(rb"/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]", document)
        assert pages_of(document) >= 6
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 688, "height": 1000})  # A4 without the margins
        assert page.evaluate("document.documentElement.scrollWidth") <= 688
        for name in ("#decision .seal", "tr.check .room", "tr.trial", ".picture"):
            assert page.locator(name).first.is_visible()
        assert page.locator("#export").is_hidden()
