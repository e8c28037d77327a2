from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.source import LineMap, Position

TEXT = "a😀b\r\n\r次\ncd"


@pytest.mark.parametrize(
    ("offset", "position"),
    [
        (0, Position(1, 1)),
        (2, Position(1, 4)),
        (5, Position(2, 1)),
        (6, Position(3, 1)),
        (8, Position(4, 1)),
        (10, Position(4, 3)),
        (99, Position(4, 3)),
    ],
)
def test_lines_end_at_lf_crlf_and_cr_and_columns_count_utf16_units(offset: int, position: Position) -> None:
    assert LineMap(TEXT).position(offset) == position


def test_a_line_is_given_without_its_end() -> None:
    lines = LineMap(TEXT)
    assert [lines.line(number) for number in range(1, lines.count + 1)] == ["a😀b", "", "次", "cd"]


@given(st.text(alphabet="a😀\r\n次"), st.integers(0, 40))
def test_utf16_offsets_are_those_of_the_encoded_text(text: str, offset: int) -> None:
    assert LineMap(text).utf16(offset) == len(text[:offset].encode("utf-16-le")) // 2


def test_places_at_the_end_of_one_very_long_line_are_found_at_once() -> None:
    lines = LineMap("x😀" * 500_000)
    for _ in range(10_000):
        assert lines.position(999_999).line == 1
