r"""Properties of characters by which regular expressions name them (`\p{L}`): who has them (22.2.1, UAX 44)."""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

_LAST = 0x3FFFF
"""The last character that is looked at: those behind are private or not given away."""

_LONG: Mapping[str, str] = MappingProxyType(
    {
        "Letter": "L",
        "Uppercase_Letter": "Lu",
        "Lowercase_Letter": "Ll",
        "Titlecase_Letter": "Lt",
        "Modifier_Letter": "Lm",
        "Other_Letter": "Lo",
        "Mark": "M",
        "Combining_Mark": "M",
        "Nonspacing_Mark": "Mn",
        "Spacing_Mark": "Mc",
        "Enclosing_Mark": "Me",
        "Number": "N",
        "Decimal_Number": "Nd",
        "digit": "Nd",
        "Letter_Number": "Nl",
        "Other_Number": "No",
        "Punctuation": "P",
        "punct": "P",
        "Symbol": "S",
        "Separator": "Z",
        "Space_Separator": "Zs",
        "Other": "C",
        "Control": "Cc",
        "cntrl": "Cc",
        "Alphabetic": "Alphabetic",
        "Alpha": "Alphabetic",
        "White_Space": "White_Space",
        "space": "White_Space",
    }
)
_CATEGORIES = frozenset(
    {
        *("L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps", "Pe"),
        *("Pi", "Pf", "Po", "S", "Sm", "Sc", "Sk", "So", "Z", "Zs", "Zl", "Zp", "Cc"),
    }
)
_SCRIPTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Hiragana": ("HIRAGANA LETTER", "HIRAGANA DIGRAPH", "HIRAGANA ITERATION", "HIRAGANA VOICED ITERATION"),
        "Katakana": ("KATAKANA LETTER", "KATAKANA DIGRAPH", "KATAKANA ITERATION", "HALFWIDTH KATAKANA LETTER"),
        "Han": ("CJK UNIFIED", "CJK COMPATIBILITY IDEOGRAPH", "CJK RADICAL", "KANGXI RADICAL", "IDEOGRAPHIC ITERATION"),
        "Latin": ("LATIN ", "FULLWIDTH LATIN "),
        "Hangul": ("HANGUL ",),
        "Greek": ("GREEK ",),
        "Cyrillic": ("CYRILLIC ",),
    }
)
_SHORT: Mapping[str, str] = MappingProxyType(
    {"Hira": "Hiragana", "Kana": "Katakana", "Hani": "Han", "Latn": "Latin", "Hang": "Hangul", "Grek": "Greek"}
)
_OF_SCRIPT = frozenset({"Script", "sc", "Script_Extensions", "scx"})


def ascii_of(name: str) -> str | None:
    """The characters of ASCII that have a property; None for a property that is not known here."""
    has = _holder(name)
    return None if has is None else "".join(char for char in map(chr, range(128)) if has(char))


@lru_cache(maxsize=64)
def ranges(name: str, *, negated: bool) -> str | None:
    """All characters that have a property (or have it not), as they are written in a class of Python's."""
    has = _holder(name)
    if has is None:
        return None
    return "".join(f"{_written(first)}-{_written(last)}" for first, last in _runs(has, negated))


def _written(code: int) -> str:
    return f"\\U{code:08x}"


def _runs(has: _Has, negated: bool) -> Iterator[tuple[int, int]]:
    first = -1
    for code in range(_LAST + 1):
        if has(chr(code)) != negated:
            first = code if first < 0 else first
        elif first >= 0:
            yield first, code - 1
            first = -1
    if first >= 0:
        yield first, 0x10FFFF if negated else _LAST


class _Has:
    """Whether a character has a property."""

    def __init__(self, prefix: tuple[str, ...], *, by_name: bool) -> None:
        self._prefix = prefix
        self._by_name = by_name

    def __call__(self, char: str) -> bool:
        if self._by_name:
            return unicodedata.name(char, "").startswith(self._prefix)
        return unicodedata.category(char).startswith(self._prefix)


class _Space(_Has):
    def __init__(self) -> None:
        super().__init__(("Z",), by_name=False)

    def __call__(self, char: str) -> bool:
        return super().__call__(char) or char in string.whitespace + "\x85"


def _holder(name: str) -> _Has | None:
    key, equals, value = name.partition("=")
    if equals and key in _OF_SCRIPT:
        names = _SCRIPTS.get(_SHORT.get(value, value))
        return None if names is None else _Has(names, by_name=True)
    if equals and key not in {"General_Category", "gc"}:
        return None
    category = _LONG.get(value or key, value or key)
    if category == "White_Space":
        return _Space()
    if category == "Alphabetic":
        return _Has(("L", "Nl"), by_name=False)
    return _Has((category,), by_name=False) if category in _CATEGORIES else None
