"""Which characters that mean something in markup or code are absent from a text, as bits of a mask.

Absent as written, or absent even after the browser has decoded entities once: what stands as `&lt;` is no `<` for the
tokenizer, but is one again for whoever reads the attribute.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

CHARACTERS = "<>\"'\\`: "
"""The space stands for all of HTML's white space."""

_WIDTH = len(CHARACTERS)
WRITTEN = (1 << _WIDTH) - 1
"""Absent: all of them as written."""

EVERYWHERE = (1 << (2 * _WIDTH)) - 1
"""Absent: all of them, written or decoded."""

_SPACE = re.compile(r"[\t\n\f\r ]")
_SPACE_BIT = 1 << CHARACTERS.index(" ")
_BITS = tuple((char, 1 << index) for index, char in enumerate(CHARACTERS[:-1]))


@lru_cache(maxsize=4096)
def absent(characters: str) -> int:
    """The bits that say that these are absent as written."""
    return sum(1 << CHARACTERS.index(char) for char in set(characters))


def removed(characters: str) -> int:
    """The bits that say that these are absent even when entities are decoded."""
    bits = absent(characters)
    return bits | bits << _WIDTH


def in_text(text: str) -> int:
    """The bits of what is there, written or decoded."""
    written = _written(text)
    return written | (_written(unescape(text)) if "&" in text else written) << _WIDTH


def _written(text: str) -> int:
    bits = _SPACE_BIT if _SPACE.search(text) else 0
    for char, bit in _BITS:
        if char in text:
            bits |= bit
    return bits
