"""Any text as one scalar of YAML, so that nothing in it can become a key, a comment or another entry."""

from __future__ import annotations


def quoted(text: str) -> str:
    """A double-quoted scalar of YAML with that very text (single surrogates, which no file can hold, replaced)."""
    return '"' + "".join(_escaped(char) for char in text) + '"'


def _escaped(char: str) -> str:
    code = ord(char)
    if char in '"\\':
        return "\\" + char
    if 0xD800 <= code <= 0xDFFF:
        return "\\uFFFD"
    if char.isprintable() or char == "\u3000":
        return char
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"
