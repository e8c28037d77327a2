"""Text of a submission -> text a person can trust: every character that would be invisible or reorder others is named.

Bidirectional controls, zero-width characters, control characters and the like let code look other than it runs
(CVE-2021-42574); in a terminal control characters do harm of their own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from reviewer.record import value

# Unicode categories Cc (but tab and line feed), Cf, Cs, Co, Zl and Zp, and what is drawn as nothing at all: fillers,
# variation selectors, the blank Braille pattern, the combining grapheme joiner.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ue000-\uf8ff\ufe00-\ufe0f\ufeff"
    "\uffa0\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U0010ffff]"
)


@value
class Segment:
    """A stretch of text: as it stands, or one hidden character by its code point ("U+202E") and Unicode name."""

    text: str
    hidden: bool
    name: str


def segments(text: str) -> Iterator[Segment]:
    """The text in order, each hidden character on its own."""
    done = 0
    for match in _HIDDEN.finditer(text):
        if match.start() > done:
            yield Segment(text=text[done : match.start()], hidden=False, name="")
        yield Segment(text=code_point(match[0]), hidden=True, name=unicodedata.name(match[0], "unnamed"))
        done = match.end()
    if done < len(text):
        yield Segment(text=text[done:], hidden=False, name="")


def visible(text: str) -> str:
    """The text with each hidden character as `⟦U+202E⟧`."""
    return _HIDDEN.sub(lambda match: f"⟦{code_point(match[0])}⟧", text)


def terminal(text: str) -> str:
    """The text on one line with each hidden character as `[U+202E]`, which every console's encoding can show."""
    shown = _HIDDEN.sub(lambda match: f"[{code_point(match[0])}]", text)
    return shown.replace("\n", " ").replace("\t", " ")


def escaped(text: str) -> str:
    r"""JSON text with every hidden character in its strings as `\uXXXX`: the same value, safe to show and to encode."""
    return _HIDDEN.sub(lambda match: "".join(f"\\u{unit:04x}" for unit in _units(match[0])), text)


def code_point(char: str) -> str:
    """A character as Unicode writes it: U+ and at least four hex digits."""
    return f"U+{ord(char):04X}"


def _units(char: str) -> tuple[int, ...]:
    code = ord(char)
    if code <= 0xFFFF:
        return (code,)
    return (0xD800 + ((code - 0x10000) >> 10), 0xDC00 + ((code - 0x10000) & 0x3FF))
