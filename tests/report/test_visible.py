from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.report.visible import escaped, segments, terminal, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u202eb", "a⟦U+202E⟧b"),
        ("\x1b[31m", "⟦U+001B⟧[31m"),
        ("\u2028", "⟦U+2028⟧"),
        ("zero\u200bwidth", "zero⟦U+200B⟧width"),
        ("\ud800", "⟦U+D800⟧"),
        ("\U000e0041", "⟦U+E0041⟧"),
        ("\u3164", "⟦U+3164⟧"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("日本語　全角", "日本語　全角"),
        ("絵文字😀", "絵文字😀"),
    ],
)
def test_hidden_characters_are_named_and_all_others_stay(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_no_control_format_or_surrogate_character_is_left(text: str) -> None:
    left = {unicodedata.category(char) for char in visible(text) if char not in "\t\n"}
    assert not left & {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


@given(st.text())
def test_segments_say_the_same_as_the_visible_text(text: str) -> None:
    joined = "".join(f"⟦{part.text}⟧" if part.hidden else part.text for part in segments(text))
    assert joined == visible(text)


def test_terminal_text_keeps_to_one_line_and_to_ascii_brackets() -> None:
    assert terminal("a\n\u202eb\x07") == "a [U+202E]b[U+0007]"


@given(st.text(alphabet=st.characters()))
def test_escaped_json_holds_the_same_value(text: str) -> None:
    dumped = escaped(json.dumps([text], ensure_ascii=False))
    assert json.loads(dumped) == [text]
    assert dumped.encode("utf-8")
