from __future__ import annotations

import itertools

import pytest
from review_samples import source

from reviewer.report.tint import example, tints
from reviewer.source import Kind, Role


def coloured(text: str, kind: Kind = Kind.JAVASCRIPT) -> list[tuple[str, str]]:
    file = source("a", text, role=Role.EXTRA, kind=kind)
    return [(colour, text[start:end]) for start, end, colour in tints(file)]


def test_comments_text_words_numbers_and_called_names_are_told_apart() -> None:
    assert coloured("const a = f('x', 12); // end") == [
        ("word", "const"),
        ("name", "f"),
        ("text", "'x'"),
        ("number", "12"),
        ("comment", "// end"),
    ]


def test_a_slash_divides_after_a_value_and_begins_a_pattern_elsewhere() -> None:
    assert coloured("a / b / c") == []
    assert coloured("x = /[/]'/.test(y)") == [("text", "/[/]'/"), ("name", "test")]


def test_code_inside_a_template_is_code() -> None:
    assert coloured("`a${ {b: `c${1}`} }d` + 2") == [
        ("text", "`a${"),
        ("text", "`c${"),
        ("number", "1"),
        ("text", "}`"),
        ("text", "}d`"),
        ("number", "2"),
    ]


def test_a_word_of_the_language_after_a_dot_is_a_property() -> None:
    assert coloured("a.new.delete") == []


@pytest.mark.parametrize(
    ("kind", "text", "wanted"),
    [
        (Kind.CSS, "/* c */ a { color: #fff }", [("comment", "/* c */"), ("name", "color"), ("number", "#fff")]),
        (Kind.JSON, '{"a": ["b", true, 1]}', [("name", '"a"'), ("text", '"b"'), ("word", "true"), ("number", "1")]),
        (Kind.HTML, '<p id="a">b', [("name", "<p"), ("text", '"a"'), ("name", ">")]),
        (Kind.TEXT, "const a", []),
    ],
)
def test_every_language_has_its_own_reading(kind: Kind, text: str, wanted: list[tuple[str, str]]) -> None:
    assert coloured(text, kind) == wanted


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("piece", ['"', "'", "`", "`${", "/", "/[", "/*\n", "<!--", "\\", "}", "{", "<style>\n", "'\n"])
def test_whatever_is_never_closed_is_read_to_the_end_once(kind: Kind, piece: str) -> None:
    text = piece * 300 + "\n" + "x"
    ranges = tints(source("a", text, role=Role.EXTRA, kind=kind))
    assert all(start < end <= len(text) for start, end, _ in ranges)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(ranges))


def test_generated_code_keeps_one_colour() -> None:
    assert coloured("var a = 1;" * 200) == []


def test_an_example_of_a_rule_is_javascript() -> None:
    assert example("return 1") == ((0, 6, "word"), (7, 8, "number"))
