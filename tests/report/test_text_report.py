from __future__ import annotations

import io
import re
import unicodedata

import pytest
import review_samples as samples

from reviewer.cli.console import show
from reviewer.report import Context, Format, render
from reviewer.report.text import passages
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


def test_no_name_of_code_is_broken_in_two() -> None:
    for width in (40, 60, 80):
        told = render(samples.ordinary(), Format.TEXT, Language.JA, Context(when=None, command=None, width=width))
        assert "cdn.example.net/lib@1/lib.js" in told
        assert told.count("record-in-html") == render(samples.ordinary(), Format.TEXT, Language.JA).count(
            "record-in-html"
        )


def test_what_counts_most_has_a_tone_of_its_own_and_the_words_are_the_same() -> None:
    context = Context(when=None, command=None, width=80)
    lines = list(passages(samples.ordinary(), Language.JA, context))
    assert "".join(f"{line.text}\n" for line in lines) == render(samples.ordinary(), Format.TEXT, Language.JA, context)
    assert [line.text for line in lines if line.tone == "fail"] == ["判定案: 不適合"]
    assert next(line.text for line in lines if line.tone == "critical").startswith("[重大] token-in-code")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "coloured"),
    [(Terminal, {}, True), (io.StringIO, {}, False), (Terminal, {"NO_COLOR": "1"}, False)],
)
def test_a_terminal_shows_colours_and_nothing_else_does(
    stream: type[io.StringIO], environment: dict[str, str], coloured: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = Context(when=None, command=None, width=80)
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"TERM": "xterm-256color", **environment}.items():
        monkeypatch.setenv(name, value)
    shown = stream()
    monkeypatch.setattr("sys.stdout", shown)
    show(passages(samples.hostile(), Language.JA, context))
    told = shown.getvalue()
    assert ("\x1b[1;31m判定案: 不適合" in told) == coloured
    assert "\x1b[31m\ud800" not in told
    assert not set(re.sub("\x1b\\[[0-9;]*m", "", told)) & set("\x1b\x07\u202e")
