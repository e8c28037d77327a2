"""Bytes without a byte order mark that are no UTF-8 -> the encoding a Japanese text of them is most plausibly in."""

from __future__ import annotations

import re
from typing import Literal

# Statistics need no more than this much of a file.
_SAMPLE = 64 * 1024
_WHOLE = 512 * 1024

_HIGH = re.compile("[^\x00-\x7f]")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa\u30fc]")
_PUNCTUATION = re.compile(
    "[\u3000-\u3002\u300c-\u3011\uff01-\uff5e\u2460-\u2473\u2160-\u216b\u3231-\u3239\u32a4-\u32a8\u3303-\u33cd]"
)
_HALF_KANA = re.compile("[\uff61-\uff9f]")
_HALF_KANA_WORD = re.compile("[\uff66-\uff9f]{3,}")
_KANJI = re.compile("[\u4e00-\u9fff]")
_LOST = re.compile("[\ue000-\uf8ff\ufffd\u0080-\u009f]")
# An accented letter beside a plain one, or a sign such as © or – that stands alone.
_LATIN_WORD = re.compile(
    "[A-Za-z][\u00c0-\u00ff]|[\u00c0-\u00ff][a-z]|(?<![\u0080-\uffff])[\u00a0-\u00bf\u2010-\u2122](?=[\\s0-9])"
)

Narrow = Literal["shift_jis", "euc-jp", "windows-1252", "utf-8"]


def looks_utf16(data: bytes) -> Literal["utf-16le", "utf-16be"] | None:
    """UTF-16 without a byte order mark, told by its NUL bytes: program text always holds ASCII line ends, signs, names.

    In UTF-16 of either byte order these put a NUL beside them, always on the same side; single-byte and Japanese
    encodings hold none. One unit in twelve must be such, and few the other way round (一 is U+4E00, the wide space
    U+3000). Where all else is ASCII too, a stray NUL in ordinary text is likelier: then half of the units must be.
    """
    if len(data) < 4 or len(data) % 2:
        return None
    sample = data[: _SAMPLE * 2]
    even, odd = sample[0::2], sample[1::2]
    low, high = odd.count(0), even.count(0)
    needed = len(even) / (2 if sample.isascii() else 12)
    if low >= needed and high * 3 <= low and _is_text(even, odd):
        return "utf-16le"
    if high >= needed and low * 3 <= high and _is_text(odd, even):
        return "utf-16be"
    return None


def _is_text(low: bytes, high: bytes) -> bool:
    """Of the units whose high byte is NUL, next to none are control characters."""
    units = [value for value, page in zip(low, high, strict=True) if page == 0]
    controls = sum(value < 0x20 and value not in (0x09, 0x0A, 0x0C, 0x0D) for value in units)
    return controls * 50 <= len(units)


def japanese(data: bytes) -> Narrow:
    """The best of damaged UTF-8, Shift_JIS (CP932), EUC-JP and Windows-1252; the first of equals.

    UTF-8 with some bytes lost is told by its sound multi-byte sequences, which other encodings hardly ever form. The
    rest are compared by how much of what is not ASCII reads as Japanese: kana and punctuation weigh most, then everyday
    kanji; half-width kana outside words, rare kanji, private-use characters and losses weigh against.
    """
    sample = data[:_WHOLE]
    if _is_damaged_utf8(sample):
        return "utf-8"
    readings: tuple[tuple[Narrow, str], ...] = (
        ("shift_jis", "cp932"),
        ("euc-jp", "euc_jp"),
        ("windows-1252", "cp1252"),
    )
    scored = (
        (_plausibility(sample.decode(codec, "replace")), -order, name) for order, (name, codec) in enumerate(readings)
    )
    return max(scored)[2]


def _is_damaged_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    return len(_HIGH.findall(text)) - lost > 4 * lost


def _plausibility(text: str) -> float:
    """Points for each character that is not ASCII, on average."""
    high = len(_HIGH.findall(text))
    if not high:
        return 0.0
    words = sum(len(word) for word in _HALF_KANA_WORD.findall(text))
    half = len(_HALF_KANA.findall(text))
    kanji = _KANJI.findall(text)
    everyday = sum(_is_everyday(char) for char in kanji)
    points = (
        3 * len(_KANA.findall(text))
        + 2 * len(_PUNCTUATION.findall(text))
        + 2 * everyday
        - 2 * (len(kanji) - everyday)
        + words
        - 2 * (half - words)
        + len(_LATIN_WORD.findall(text))
        - 4 * len(_LOST.findall(text))
    )
    return points / high


def _is_everyday(char: str) -> bool:
    """A kanji of JIS X 0208 level 1, which holds all that everyday writing needs."""
    try:
        raw = char.encode("cp932")
    except UnicodeEncodeError:
        return False
    return len(raw) == 2 and b"\x88\x9f" <= raw <= b"\x98\x72"
