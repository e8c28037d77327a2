"""Places in the copies that Semgrep gets, and the places in files that they stand for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewer.engines.semgrep.answer import Span
from reviewer.engines.semgrep.copies import Copy, places, unread
from reviewer.source import Encoding, Goal, Kind, Newline, Role, Script, SourceFile

ANY_TEXT = st.text(alphabet=st.characters(), min_size=1, max_size=60)


def copy_of(text: str) -> Copy:
    encoding = Encoding(name="utf-8", bom=False, newline=Newline.NONE, undecodable=0)
    file = SourceFile("a.js", Kind.JAVASCRIPT, Role.DESKTOP, text, len(text), "", encoding)
    return Copy("00000.js", Kind.JAVASCRIPT, Script(file, text, 0, len(text), exact=True, goal=Goal.SCRIPT))


@given(text=ANY_TEXT, data=st.data())
def test_byte_offsets_come_back_as_the_characters_they_were_made_from(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    before = len(text[:start].encode("utf-8", "surrogatepass"))
    inside = len(text[start:end].encode("utf-8", "surrogatepass"))
    location = places(copy_of(text))(before, before + inside)
    assert (location.start, location.end) == (start, end)


@given(text=ANY_TEXT)
def test_a_copy_is_always_valid_utf8_of_the_same_number_of_characters(text: str) -> None:
    assert len(copy_of(text).data.decode("utf-8")) == len(text)


@given(text=ANY_TEXT, numbers=st.tuples(*[st.integers(-5, 200)] * 4))
def test_no_offset_or_span_leads_outside_the_file(text: str, numbers: tuple[int, int, int, int]) -> None:
    copy = copy_of(text)
    assert places(copy)(numbers[0], numbers[1]).end <= len(text)
    assert unread(copy, Span(*numbers)).end <= len(text)


def test_columns_of_a_span_count_bytes() -> None:
    assert unread(copy_of("const 氏名 = 1;\n'日本' ?? =;"), Span(2, 10, 2, 12)).text == "??"
