"""The index report in a real browser: sorted, narrowed, paged, printed, by keyboard, with and without script."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Literal

import index_samples as samples
import pytest
from playwright.sync_api import Browser, Page
from report_page import shown

from reviewer.report.index import Batch, Past, count, render
from reviewer.rule import Severity
from reviewer.summary import Summary
from reviewer.text import Language

pytestmark = pytest.mark.browser


@contextmanager
def opened(  # noqa: PLR0913 - what a batch has, and how it is looked at
    browser: Browser,
    folder: Path,
    summaries: Iterable[Summary],
    *,
    before: Iterable[Summary] = (),
    batch: Batch = samples.BATCH,
    language: Language = Language.JA,
    script: bool = True,
    scheme: Literal["light", "dark"] = "light",
    width: int = 1400,
) -> Iterator[tuple[Page, list[str]]]:
    census = count(summaries, Past.of(before, "2025-04-01 09:30"))
    text = "".join(render(census, batch, samples.history(200), language))
    with shown(browser, folder, text, script=script, scheme=scheme, width=width) as page:
        yield page


def column(page: Page, number: int) -> list[str]:
    return page.locator(f"#rows tbody tr > :nth-child({number})").all_inner_texts()


def test_nothing_of_a_store_runs_loads_or_violates_the_policy(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path, samples.hostile(), before=samples.hostile(), batch=samples.hostile_batch()) as (
        page,
        complaints,
    ):
        page.locator("#filter input[type=search]").fill("pwned")
        page.locator("#rows thead button").first.click()
        for folded in page.locator("details").all():
            folded.evaluate("(node) => (node.open = true)")
        assert page.locator("#rows tbody tr").count() == 4
        assert page.evaluate("window.pwned") is None
        assert page.locator("script:not([type='application/json'])").count() == 1
        assert "⟦U+202E⟧" in page.locator("#rows").inner_text()
        for link in page.locator("#rows a").all():
            assert (link.evaluate("(link) => link.href")).startswith(tmp_path.as_uri())
        assert complaints == []


def test_a_column_sorts_the_list_up_and_down(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path, samples.many(120)) as (page, complaints):
        heads = page.locator("#rows thead th")
        page.locator("#rows thead button", has_text="高").click()
        found = [int(text) for text in column(page, 6)]
        assert found == sorted(found, reverse=True)
        assert heads.nth(5).get_attribute("aria-sort") == "descending"
        page.locator("#rows thead button", has_text="高").click()
        assert [int(text) for text in column(page, 6)] == sorted(int(text) for text in column(page, 6))
        page.locator("#rows thead button", has_text="判定案").click()
        assert heads.nth(5).get_attribute("aria-sort") is None
        assert column(page, 4)[0].startswith(("レビューできず", "不適合"))
        assert complaints == []


def test_the_list_is_narrowed_by_words_choices_and_links(browser: Browser, tmp_path: Path) -> None:
    made = list(samples.many(400))
    with opened(browser, tmp_path, made) as (page, _):
        told = page.locator("#count")

        def counted(expected: int) -> None:
            assert told.inner_text().startswith(f"{expected}件中" if expected else "当てはまる")

        counted(400)
        page.locator("#filter input[type=search]").fill("税務課 ﾔｽﾐ")
        counted(0)
        page.locator("#filter input[type=search]").fill("税務課 休暇")
        counted(sum("税務課" in each.place and "休暇" in each.place for each in made))
        page.get_by_role("button", name="絞り込みをやめる").click()
        page.locator("[data-by=department]").select_option("環境政策課")
        counted(sum(each.department == "環境政策課" for each in made))
        page.get_by_role("button", name="絞り込みをやめる").click()
        page.locator("#filter [data-by=severity]").select_option("1")
        counted(sum(each.counts[Severity.CRITICAL] + each.counts[Severity.HIGH] > 0 for each in made))
        page.locator("#attention-expired .narrow").click()
        counted(sum(each.standing.approval == "expired" for each in made))
        page.locator("#hosts .narrow").first.click()
        counted(sum(any(line.host == "hooks.chat.example.net" for line in each.hosts) for each in made))
        assert page.locator(".mark").inner_text().endswith("hooks.chat.example.net")


def test_pages_lead_through_the_whole_list(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path, samples.many(130)) as (page, _):
        seen = column(page, 1)
        page.get_by_role("button", name="次へ").click()
        seen += column(page, 1)
        page.get_by_role("button", name="最後").click()
        seen += column(page, 1)
        assert page.locator("#count").inner_text() == "130件中 101–130件目を表示"
        assert page.get_by_role("button", name="次へ").get_attribute("aria-disabled") == "true"
        assert page.evaluate("document.activeElement.dataset.go") == "last"
        assert len(seen) == len(set(seen)) == 130
        page.get_by_label("1ページの件数").select_option("200")
        assert len(column(page, 1)) == 130


def test_without_script_every_submission_can_be_read_in_folded_tables(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path, samples.many(450), script=False) as (page, _):
        assert page.locator("#filter").is_hidden()
        assert page.locator("#rows").is_hidden()
        assert page.locator(".narrow:visible").count() == 0
        places = page.locator("details.chunk tbody th").all_text_contents()
        assert len(places) == 450
        folded = page.locator("details.chunk").last
        folded.locator("summary").click()
        assert folded.locator("tbody tr").last.is_visible()


def test_ten_thousand_submissions_open_sort_and_filter(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path, samples.many(10_000)) as (page, complaints):
        page.locator("#filter input[type=search]").fill("福祉総務課/施設予約")
        assert 0 < page.locator("#rows tbody tr").count() <= 50
        page.get_by_role("button", name="絞り込みをやめる").click()
        page.locator("#rows thead button").first.click()
        assert page.locator("#count").inner_text() == "10,000件中 1–50件目を表示"
        assert page.locator("#rows tbody tr").count() == 50
        assert complaints == []


AXE = """async () => (await axe.run(document, {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
})).violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html).join(" | ")}`)"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1400])
def test_axe_finds_nothing(
    scheme: Literal["light", "dark"], width: int, browser: Browser, tmp_path: Path, npm_packages: Path
) -> None:
    axe = (npm_packages / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    with opened(browser, tmp_path, samples.many(200), before=samples.before(200), scheme=scheme, width=width) as (
        page,
        _,
    ):
        page.evaluate(axe)
        assert page.evaluate(AXE) == []
        page.locator("#hosts .narrow").first.click()
        page.locator("#rows thead button").first.click()
        for folded in page.locator("details").all():
            folded.evaluate("(node) => (node.open = !node.open)")
        assert page.evaluate(AXE) == []
        page.locator("#filter input[type=search]").fill("何にも当たらない語句")
        assert page.evaluate(AXE) == []


def test_axe_finds_nothing_where_there_is_little_to_show(browser: Browser, tmp_path: Path, npm_packages: Path) -> None:
    axe = (npm_packages / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    for made in ([], [samples.summary(3)]):
        with opened(browser, tmp_path, made, language=Language.EN) as (page, complaints):
            page.evaluate(axe)
            assert page.evaluate(AXE) == []
            assert complaints == []


@pytest.mark.parametrize("width", [320, 768, 1400])
@pytest.mark.parametrize("language", Language)
def test_nothing_has_to_be_scrolled_sideways(language: Language, width: int, browser: Browser, tmp_path: Path) -> None:
    for made in (samples.many(200), samples.hostile()):
        with opened(browser, tmp_path, made, before=samples.before(200), width=width, language=language) as (page, _):
            assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_headings_go_down_one_level_at_a_time(browser: Browser, tmp_path: Path) -> None:
    for script in (True, False):
        with opened(browser, tmp_path, samples.many(200), before=samples.before(200), script=script) as (page, _):
            levels = [
                int(tag)
                for tag in re.findall(r"<h([1-6])[ >]", page.locator("body").evaluate("(body) => body.outerHTML"))
            ]
            assert levels[0] in {1, 2}
            assert levels.count(1) == 1
            assert all(after <= before + 1 for before, after in pairwise(levels[levels.index(1) :]))


def test_every_control_can_be_reached_and_used_by_keyboard(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path, samples.many(60)) as (page, _):
        wanted = page.evaluate(
            "[...document.querySelectorAll('a[href],button,input,select,summary,[tabindex]')]"
            ".filter((one) => one.checkVisibility()).length"
        )
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.evaluate("window.met = new Set(); addEventListener('focusin', (event) => window.met.add(event.target))")
        for _ in range(wanted + 5):
            page.keyboard.press("Tab")
        missed = page.evaluate(
            "[...document.querySelectorAll('a[href],button,input,select,summary,[tabindex]')]"
            ".filter((one) => one.checkVisibility() && !window.met.has(one)).map((one) => one.outerHTML)"
        )
        assert missed == []
        page.locator("#rows thead button").nth(1).focus()
        page.keyboard.press("Enter")
        assert page.locator("#rows thead th").nth(1).get_attribute("aria-sort") == "ascending"
        assert page.evaluate("document.activeElement.closest('th') !== null")


def test_it_prints_on_a4_with_the_whole_list_and_nothing_cut(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path, samples.many(120), before=samples.before(120), width=794) as (page, _):
        document = page.pdf(prefer_css_page_size=True)
        assert re.search(rb"/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]", document)
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 688, "height": 1000})  # A4 without the margins
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.evaluate("document.documentElement.scrollWidth") <= 688
        assert page.locator("#rows tbody tr:visible").count() == 120
        assert page.locator(".trend").is_visible()
        for name in ("#filter", ".pages", ".contents", ".narrow"):
            assert page.locator(name).first.is_hidden()
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.locator("#rows tbody tr").count() == 50
