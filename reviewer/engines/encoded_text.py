"""A string in Base64 or hexadecimal -> the text hidden in it, if it is text and no picture, font or other binary."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from urllib.parse import unquote

_READABLE_SHARE = 0.95
_SHORTEST = 8
_DRAWING = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,500}-->\s*)?(?:<!DOCTYPE svg[^>\[]{0,300}>\s*)?<svg[\s>]"
)
_ACTIVE = re.compile(
    r"(?i)<script|<foreignobject|<!entity|[\s\"'/]on[a-z]{2,30}\s{0,9}=|javascript:|&#|</svg>\s*\S|>[^<]{120,}<"
)
"""What makes a drawing more than one: what runs, long text in it, or what follows it."""


def hidden_text(encoded: str) -> str | None:
    """The decoded text; None where the string does not decode, or to something else than text."""
    for data in (_from_hexadecimal(encoded), _from_base64(encoded)):
        text = None if data is None else _as_text(data)
        if text is not None:
            return None if _is_drawing(text) else text
    return None


def texts_meant(text: str) -> Iterator[str]:
    """What a text says when it is decoded or read backwards."""
    if len(text) >= _SHORTEST:
        decoded = hidden_text(text)
        if decoded is not None:
            yield decoded
        if "%" in text:
            yield unquote(text)
        yield text[::-1]


def _is_drawing(text: str) -> bool:
    """Whether it is a picture in SVG in which nothing runs."""
    return _DRAWING.match(text) is not None and text.rstrip().endswith("</svg>") and _ACTIVE.search(text) is None


def _from_hexadecimal(encoded: str) -> bytes | None:
    try:
        return bytes.fromhex(encoded)
    except ValueError:
        return None


def _from_base64(encoded: str) -> bytes | None:
    packed = "".join(encoded.split()).replace("-", "+").replace("_", "/").rstrip("=")
    try:
        return base64.b64decode(packed + "=" * (-len(packed) % 4), validate=True)
    except (binascii.Error, ValueError):
        return None


def _as_text(data: bytes) -> str | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    readable = sum(char.isprintable() or char in "\t\r\n" for char in text)
    return text if text and readable >= _READABLE_SHARE * len(text) else None
