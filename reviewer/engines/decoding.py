"""Text in Base64 or in hexadecimal -> the text that it stands for."""

from __future__ import annotations

import base64
import binascii
import re

_PAIRS = r"(?:[0-9A-Fa-f]{2}){2,200}"
_IN_ONE = re.compile(rf"({_PAIRS})(?:([^0-9A-Za-z%])({_PAIRS}))?")
_APART = re.compile(r"(?:[0-9A-Fa-f]{2}[ ,:-]){5,200}[0-9A-Fa-f]{2}|(?:(?:%|\\x|0x)[0-9A-Fa-f]{2},? ?){6,200}")
_BETWEEN = re.compile(r"[ ,:-]|\\x|0x|%")


def decoded(text: str) -> str | None:
    """What a text says; None where it is in neither of these forms. Two parts in hexadecimal are decoded each."""
    return _from_hexadecimal(text) or _from_base64(text)


def _from_hexadecimal(text: str) -> str | None:
    """Hexadecimal that is plain ASCII throughout, as hashes and numbers hardly ever are."""
    match = _IN_ONE.fullmatch(text)
    if match is not None:
        parts = (match[1], match[3] or "")
        plain = (match[2] or "").join(bytes.fromhex(part).decode("latin-1") for part in parts)
    elif _APART.fullmatch(text) is not None:
        plain = bytes.fromhex(_BETWEEN.sub("", text)).decode("latin-1")
    else:
        return None
    return plain if plain.isascii() and plain.isprintable() else None


def _from_base64(text: str) -> str | None:
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return None
