"""A list of waivers is read, and added to without touching what stands in it; mistakes are told with their line."""

from __future__ import annotations

from datetime import date

import pytest

from reviewer.errors import ReviewerError
from reviewer.rulebook.waivers import parse_waivers, with_entry
from reviewer.waiver import Waiver

NAME = "0123456789abcdef" * 2
ONE = f"- fingerprint: {NAME}\n  reason: 確かめた\n  by: 見本 花子\n  until: 2099-03-31\n"


def test_a_list_is_read() -> None:
    (waiver,) = parse_waivers("w.yaml", ONE.encode()).entries

    assert (waiver.fingerprint, waiver.by, waiver.until, waiver.origin) == (
        NAME,
        "見本 花子",
        date(2099, 3, 31),
        "w.yaml:1",
    )


@pytest.mark.parametrize("data", [b"", b"# nothing yet\n", b"[]\n"])
def test_an_empty_list_waives_nothing(data: bytes) -> None:
    assert parse_waivers("w.yaml", data).entries == ()


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (ONE.replace("2099-03-31", "2099-02-30"), 4, "2099-02-30"),
        (ONE.replace("2099-03-31", "next year"), 4, "next year"),
        (ONE.replace("  until: 2099-03-31\n", ""), 1, "until"),
        (ONE.replace("確かめた", "' '"), 2, "reason"),
        (ONE.replace(NAME, "abc"), 1, "fingerprint"),
        (ONE.replace("- fingerprint: " + NAME, "- rule: x"), 1, "path"),
        (ONE + "  rule: x\n  path: y\n", 1, "path"),
        (ONE + ONE, 5, "line 1"),
        (ONE + "  forever: true\n", 5, "forever"),
        ("fingerprint: x\n", 1, "list"),
        ("- x\n", 1, "mapping"),
    ],
)
def test_a_mistake_is_told_with_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(ReviewerError) as caught:
        parse_waivers("w.yaml", text.encode())

    told = caught.value.message.en.splitlines()[1:]
    assert any(each.startswith(f"w.yaml:{line}:") and words in each for each in told), told


@pytest.mark.parametrize("before", [b"", b"# ours", ONE.encode(), ONE.replace("\n", "\r\n").encode()])
def test_an_entry_is_added_after_what_stands_there(before: bytes) -> None:
    new = Waiver(None, "some-rule", 'a "b"\n- x: y.js', "理由: # と '", "見本", date(2099, 1, 1), "")
    after = with_entry(before, new)

    assert after.startswith(before)
    read = parse_waivers("w.yaml", after).entries[-1]
    assert (read.rule, read.path, read.reason, read.until) == (new.rule, new.path, new.reason, new.until)
