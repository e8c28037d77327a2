from __future__ import annotations

import unicodedata

import pytest
import review_samples as samples

from reviewer.report import Context, Format, render
from reviewer.text import Language


def columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in line)


def test_the_summary_says_the_verdict_the_findings_and_the_gaps() -> None:
    told = render(samples.ordinary(), Format.TEXT, Language.JA)
    for said in (
        "判定案: 不適合",
        "[重大] token-in-code に当たる書き方です (token-in-code, 1)",
        "desktop/休暇申請 一覧.js:8:21",
        "[判定を妨げる] 構文の解析",
        "https://cdn.example.net/lib@1/lib.js",
    ):
        assert said in told


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("make", [samples.ordinary, samples.hostile, samples.clean])
def test_a_japanese_windows_console_can_show_all_of_it(make: object, language: Language) -> None:
    assert callable(make)
    render(make(), Format.TEXT, language).encode("cp932")


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    context = Context(when=None, command=None, width=width)
    for make in (samples.ordinary, samples.hostile):
        told = render(make(), Format.TEXT, Language.JA, context)
        assert max(map(columns, told.splitlines())) <= width


def test_of_many_places_of_one_rule_five_are_listed_and_the_rest_counted() -> None:
    told = render(samples.crowded(30), Format.TEXT, Language.EN)
    assert told.count("大量.js:") == 10
    assert "and more: 15" in told
