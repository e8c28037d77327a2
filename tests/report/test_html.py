from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
import review_samples as samples
from review_samples import review

from reviewer.report import Context, Format, render
from reviewer.report.context import UNDATED
from reviewer.report.view import view
from reviewer.review import Review
from reviewer.text import Language

MAKERS = [samples.ordinary, samples.hostile, samples.clean]


class Tags(HTMLParser):
    """Every start tag with its attributes, and the raw text of style and script elements."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, list[str]] = {"style": [], "script": []}
        self._in = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self._in = tag if tag in self.raw else ""

    def handle_endtag(self, tag: str) -> None:
        self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in:
            self.raw[self._in].append(data)


def page(review: Review, language: Language = Language.JA) -> str:
    return render(review, Format.HTML, language)


def policy(tags: Tags) -> str:
    return next(
        attributes["content"] or ""
        for tag, attributes in tags.found
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    )


@pytest.mark.parametrize("make", MAKERS)
def test_the_policy_allows_nothing_but_the_pages_own_style_and_script_by_hash(make: Callable[[], Review]) -> None:
    tags = Tags(page(make()))
    for name in ("style", "script"):
        text = "".join(tags.raw[name])
        digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
        assert f"{name}-src 'sha256-{digest}'" in policy(tags)
        assert [tag for tag, _ in tags.found].count(name) == 1
    assert policy(tags).startswith("default-src 'none';")
    assert "unsafe" not in policy(tags)


@pytest.mark.parametrize("make", MAKERS)
def test_no_element_loads_frames_handles_events_or_links_outside(make: Callable[[], Review]) -> None:
    loading = {"src", "style", "srcset", "action", "data", "poster", "ping"}
    for tag, attributes in Tags(page(make())).found:
        assert tag not in {"img", "iframe", "object", "embed", "link", "base", "form", "audio", "video"}
        assert tag not in {"use", "image", "foreignobject", "animate", "set", "feimage"}  # what an SVG may load or run
        assert not {name for name in attributes if name.startswith("on") or name in loading}
        assert (attributes.get("href") or "#").startswith("#")


@pytest.mark.parametrize("make", MAKERS)
def test_every_link_leads_somewhere_and_every_id_is_there_once(make: Callable[[], Review]) -> None:
    found = Tags(page(make())).found
    names = [attributes["id"] for _, attributes in found if "id" in attributes]
    assert len(names) == len(set(names))
    links = [attributes["href"] or "" for _, attributes in found if "href" in attributes]
    assert {link.removeprefix("#") for link in links} <= set(names)


@pytest.mark.parametrize(("language", "name"), [(Language.JA, "ja"), (Language.EN, "en")])
def test_the_page_names_its_language(language: Language, name: str) -> None:
    assert f'<html lang="{name}">' in page(samples.clean(), language)


def test_the_english_page_has_no_japanese_of_our_own() -> None:
    told = page(samples.review((), (), name="empty"), Language.EN)
    assert re.findall("[ぁ-んァ-ヶ一-龠]+", re.sub("標準|画像/ロゴ", "", told.partition("<body>")[2])) == []


def test_the_head_says_what_was_reviewed_with_what_and_that_a_person_decides() -> None:
    told = render(samples.ordinary(), Format.HTML, Language.JA, Context(when="2026-04-01 09:00", command=None))
    for said in ("休暇申請", "ab" * 32, "0f" * 32, "kintone-reviewer 0.1.0", "標準 第1版", "2026-04-01 09:00"):
        assert said in told
    assert "<strong>不適合</strong>" in told
    assert "可否を決めるのは、この報告を読んで確かめた人です。" in told


def test_findings_come_worst_first_and_a_rules_words_are_said_once() -> None:
    told = page(samples.crowded(60))
    assert told.index('id="severity-high"') < told.index('id="severity-low"')
    assert told.count("レコードに書かれた文字がプログラムとして動き") == 2
    assert len(re.findall('<article class="finding"', told)) == 60


def test_gaps_stand_before_the_findings_with_the_blocking_one_first() -> None:
    told = page(samples.ordinary())
    assert told.index('id="gaps"') < told.index('id="findings"')
    assert told.index("8行目から先を") < told.index("Semgrepが入っていない")


def test_hidden_characters_are_named_in_code_and_everywhere_else() -> None:
    told = page(samples.hostile())
    assert '<span class="hidden" title="RIGHT-TO-LEFT OVERRIDE">⟦U+202E⟧</span>' in told
    assert "<title>コードレビュー報告: &lt;/script&gt;" in told
    assert "⟦U+202E⟧⟦U+001B⟧[31m⟦U+D800⟧" in told


def test_template_language_in_a_submission_stays_text() -> None:
    assert "{{ 7 * 7 }} {% raw %}" in page(samples.hostile())


def test_every_line_of_every_file_is_there() -> None:
    told = page(samples.ordinary())
    assert [f'id="file-1-L{number}"' in told for number in (1, 12, 13, 14)] == [True, True, True, False]


def test_the_page_itself_is_small() -> None:
    assert len(page(samples.clean()).encode("utf-8")) < 400_000


def test_the_main_findings_stand_in_the_head_worst_first_each_with_its_number() -> None:
    report = view(samples.ordinary(), Language.JA, Context(when="2026-04-01T09:05:00+09:00", command=None))
    assert [(line.key, line.count) for line in report.headlines] == [
        ("critical", 1),
        ("high", 1),
        ("medium", 1),
        ("low", 1),
    ]
    page = render(samples.ordinary(), Format.HTML, Language.JA)
    assert page.index('class="headlines"') < page.index('class="glance"')


@pytest.mark.parametrize(
    ("when", "language", "said"),
    [
        ("2026-04-01T09:05:00+09:00", Language.JA, "2026年4月1日 09:05 (UTC+09:00)"),
        ("2026-04-01T09:05:00+00:00", Language.JA, "2026年4月1日 09:05 (UTC)"),
        ("2026-04-01T09:05:00-10:00", Language.EN, "1 April 2026, 09:05 (UTC-10:00)"),
    ],
)
def test_the_time_of_the_review_is_written_as_an_office_does(when: str, language: Language, said: str) -> None:
    facts = view(samples.clean(), language, Context(when=when, command=None)).facts
    assert said in [fact.value for fact in facts]


def test_without_an_application_the_head_says_that_nobody_is_named() -> None:
    facts = {fact.name: fact.value for fact in view(samples.clean(), Language.JA, UNDATED).facts}
    assert facts["アプリ"] == facts["申請した人"] == "申請書が渡されていません"
    assert facts["適用範囲(scope)"] == "すべての利用者 (ALL)"


@pytest.mark.parametrize("make", MAKERS)
def test_one_thing_is_no_plural(make: Callable[[], Review]) -> None:
    assert not re.search(r"\b1 (things|were|more were)\b", render(make(), Format.HTML, Language.EN))


def test_where_code_could_not_be_read_nothing_is_called_absent() -> None:
    blind = review(
        samples.ordinary().submission.files,
        (),
        [gap for gap in samples.ordinary().gaps if gap.blocking],
    )
    assert {doing.text for doing in view(blind, Language.JA, UNDATED).doings if "見つかりません" in doing.text} == {
        "読めたところには見つかりません"
    }
    page = render(blind, Format.HTML, Language.JA)
    first = page.partition('class="headlines"')[2].partition("</ul>")[0]
    assert 'href="#gaps"' in first
    assert page.count('見つかりませんでした。 <a href="#gaps">') > 3
