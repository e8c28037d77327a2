from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest
import review_samples as samples
from playwright.sync_api import Browser
from report_page import opened

from reviewer.review import Review
from reviewer.text import Language

pytestmark = pytest.mark.browser

MAKERS = [samples.ordinary, samples.hostile, samples.clean]


@pytest.mark.parametrize("make", MAKERS)
def test_nothing_of_a_submission_runs_loads_or_violates_the_policy(
    make: Callable[[], Review], browser: Browser, tmp_path: Path
) -> None:
    with opened(browser, tmp_path, make()) as (page, complaints):
        page.mouse.wheel(0, 20_000)
        page.wait_for_timeout(200)
        assert page.evaluate("window.pwned") is None
        assert page.locator("script").count() == 1
        assert complaints == []


def test_the_policy_stops_a_script_that_would_get_into_the_page(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path, samples.clean()) as (page, complaints):
        page.evaluate(
            "() => { const added = document.createElement('script');"
            " try { added.textContent = 'window.pwned = 1'; } catch { return; } document.body.append(added); }"
        )
        assert page.evaluate("window.pwned") is None
        assert complaints


def test_without_script_the_whole_report_can_be_read(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path, samples.ordinary(), script=False) as (page, _):
        shown = page.locator("main").inner_text()
        for said in (
            "第10条 確認票",
            "動作一覧",
            "確かめられなかったこと",
            "token-in-code に当たる書き方です",
            "return event;",
        ):
            assert said in shown
        assert page.locator("#filter").is_hidden()
        assert page.locator("article.finding:visible").count() == 4


def test_the_filter_keeps_what_is_asked_for_and_counts_it(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path, samples.ordinary()) as (page, _):
        page.get_by_label("語句").fill("申請者名」")
        assert page.locator("article.finding:visible").count() == 1
        page.get_by_label("語句").fill("")
        page.locator("#filter").get_by_label("重大").uncheck()
        assert page.locator("article.finding:visible").count() == 3
        assert page.locator("#filter output").inner_text() == "3"


def test_a_place_leads_to_its_line_even_in_a_folded_listing(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path, samples.crowded(400)) as (page, _):
        assert page.locator("#file-1-L3").is_hidden()
        page.locator("article.finding .place a").nth(2).click()
        page.locator(":target").wait_for(state="visible")


def test_a_line_of_the_source_leads_back_to_its_finding(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path, samples.ordinary()) as (page, _):
        number = page.locator("#finding-1 .place a").first.get_attribute("href") or ""
        back = page.locator(number).locator("xpath=..").locator("a.back")
        assert back.get_attribute("href") == "#finding-1"
        back.click()
        assert page.locator(":target").get_attribute("id") == "finding-1"


@pytest.mark.parametrize("width", [320, 1200])
def test_nothing_has_to_be_scrolled_sideways(width: int, browser: Browser, tmp_path: Path) -> None:
    for make in MAKERS:
        with opened(browser, tmp_path, make(), width=width) as (page, _):
            assert page.evaluate("document.documentElement.scrollWidth") <= width


CONTRAST = """() => {
  const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const channel = (value) => linear(value / 255);
  const parse = (text) => text.match(/[\\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const ground = (node) => {
    for (; node; node = node.parentElement) {
      const colour = parse(getComputedStyle(node).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const poor = new Set();
  for (const node of document.querySelectorAll("body *")) {
    if (![...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim())) continue;
    if (!node.checkVisibility()) continue;
    const [ink, paper] = [parse(getComputedStyle(node).color), ground(node)].map(luminance);
    const ratio = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
    if (ratio < 4.5) poor.add(`${node.tagName}.${node.className}: ${ratio.toFixed(2)}`);
  }
  return [...poor];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_has_the_contrast_of_level_aa(
    scheme: Literal["light", "dark"], browser: Browser, tmp_path: Path
) -> None:
    for make in MAKERS:
        with opened(browser, tmp_path, make(), scheme=scheme) as (page, _):
            assert page.evaluate(CONTRAST) == []


def test_headings_go_down_one_level_at_a_time(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path, samples.ordinary()) as (page, _):
        levels = page.evaluate(
            "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((heading) => Number(heading.tagName[1]))"
        )
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_five_thousand_findings_open_and_filter(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path, samples.crowded(5000)) as (page, _):
        page.locator("#filter input[type=search]").fill("フィールド 4711")
        assert page.locator("#filter output").inner_text() == "1"
        assert page.locator("article.finding:visible").count() == 1


def test_all_findings_are_on_the_printed_pages(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path, samples.crowded(100)) as (page, _):
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.locator("article.finding:visible").count() == 100
        assert page.locator("nav:visible").count() == 0


@pytest.mark.parametrize("width", [320, 700, 1100, 1400])
@pytest.mark.parametrize("language", Language)
def test_no_cell_is_so_narrow_that_words_are_broken_letter_by_letter_and_nothing_leaves_its_panel(
    language: Language, width: int, browser: Browser, tmp_path: Path
) -> None:
    with opened(browser, tmp_path, samples.ordinary(), width=width, language=language) as (page, _):
        narrow = page.evaluate(
            "[...document.querySelectorAll('main tbody th, main tbody td')].filter((cell) => cell.checkVisibility()"
            " && cell.textContent.trim().length > 8 && cell.getBoundingClientRect().width < 72)"
            ".map((cell) => cell.textContent.trim())"
        )
        assert narrow == []
        assert page.evaluate(
            "[...document.querySelectorAll('.panel')].every((panel) => panel.scrollWidth <= panel.clientWidth)"
        )


def test_fields_left_empty_are_blank_on_paper(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path, samples.clean()) as (page, _):
        page.get_by_label("承認者: 日付").fill("2026-04-01")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        ink = "(field) => getComputedStyle(field).color"
        assert page.get_by_label("申請者: 日付").evaluate(ink) == "rgba(0, 0, 0, 0)"
        assert page.get_by_label("承認者: 日付").evaluate(ink) == "rgb(0, 0, 0)"
