from __future__ import annotations

import pytest
from review_samples import source

from reviewer.report.code import Code, Line, PartKind
from reviewer.source import Kind, Location, Role, SourceFile


def file(text: str) -> SourceFile:
    return source("a.js", text, role=Role.DESKTOP, kind=Kind.JAVASCRIPT)


def flagged(line: Line) -> str:
    return "".join(part.text for part in line.parts if part.kind is PartKind.FLAGGED)


def shown(line: Line) -> str:
    return "".join(part.text for part in line.parts)


def test_an_excerpt_shows_two_lines_around_and_marks_exactly_the_place() -> None:
    here = file("".join(f"line {number}\n" for number in range(1, 10)))
    start = here.text.index("5")
    lines = list(Code(here, ()).excerpt(Location(here, start, start + 1)))
    assert [line.number for line in lines] == [3, 4, 5, 6, 7]
    assert [flagged(line) for line in lines] == ["", "", "5", "", ""]


def test_a_place_over_several_lines_is_marked_on_each_of_them_without_their_indentation() -> None:
    here = file("a(\n  b,\n  c)\n")
    lines = list(Code(here, ()).excerpt(Location(here, 0, 12)))
    assert [flagged(line) for line in lines[:3]] == ["a(", "b,", "c)"]


def test_the_middle_of_a_long_place_is_left_out_and_counted() -> None:
    here = file("x\n" * 100)
    lines = list(Code(here, ()).excerpt(Location(here, 0, 200)))
    assert [line.number for line in lines] == [1, 2, 3, 4, 5, 6, 7, 8, 0, 99, 100, 101]
    assert shown(lines[8]) == "90"


def test_a_minified_line_is_cut_around_the_place() -> None:
    here = file("a" * 5000 + "EVIL" + "b" * 5000)
    line = Code(here, ()).single(Location(here, 5000, 5004))
    assert flagged(line) == "EVIL"
    assert [part.kind for part in line.parts][:1] + [part.kind for part in line.parts][-1:] == [PartKind.CUT] * 2
    assert len(shown(line)) < 300


def test_a_listing_leaves_nothing_out() -> None:
    here = file("a" * 5000 + "\nb\r\n\rc")
    lines = list(Code(here, ()).listing([Location(here, 1, 3), Location(here, 2, 6)]))
    assert [shown(line) for line in lines] == ["a" * 5000, "b", "", "c"]
    assert flagged(lines[0]) == "a" * 5


@pytest.mark.parametrize("form", ["excerpt", "single", "listing", "text"])
def test_a_secret_is_in_no_form_shown_in_clear(form: str) -> None:
    secret = "InventedSecretOfFortyCharactersForATest1"  # noqa: S105 - invented
    here = file(f"const key = '{secret}';\n")
    start = here.text.index(secret)
    code = Code(here, ((start, start + len(secret)),))
    whole = Location(here, 0, len(here.text))
    told = {
        "excerpt": "".join(map(shown, code.excerpt(whole))),
        "single": shown(code.single(whole)),
        "listing": "".join(map(shown, code.listing([whole]))),
        "text": code.text(whole),
    }[form]
    assert secret[:5] not in told
    assert "sha256" in told


def test_of_a_secret_that_is_only_partly_in_view_nothing_is_shown() -> None:
    here = file("a" * 400 + "\n" + "b" * 5)
    assert "a" not in shown(Code(here, ((0, 400),)).single(Location(here, 0, 1)))


def test_a_place_of_no_length_marks_nothing() -> None:
    here = file("abc")
    assert [flagged(line) for line in Code(here, ()).excerpt(Location(here, 3, 3))] == [""]


def test_an_empty_file_has_one_empty_line() -> None:
    here = file("")
    assert list(Code(here, ()).listing([])) == [Line(1, ())]
