"""A text that is run -> the code in it: between the marks of a template, as its function would run it, or behind the
beginning of an address that holds its content.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable
from functools import reduce
from urllib.parse import unquote, unquote_to_bytes

from reviewer.rule import Model

_BETWEEN = "between"
"""The detail of a row that names the marks around the code in a template."""

_SIGNS = "=-_#"
"""What may follow an opening mark: it says how the value is written into the text."""


_ADDRESS = re.compile(r"\s*data:[\w/.+-]*(?:;\s*[\w-]+=[\w.-]+)*(?P<base64>;\s*base64)?,", re.IGNORECASE)


def code_in(text: str, models: Iterable[Model]) -> str:
    """What is run of a text that is handed over where these rows speak: all of it, if it is no template or address."""
    address = _ADDRESS.match(text)
    if address is not None:
        return _content(text[address.end() :], encoded=address["base64"] is not None)
    marks = (value.removeprefix("=") for model in models for key, value in model.detail if key == _BETWEEN)
    return reduce(_between, marks, text)


def _content(text: str, *, encoded: bool) -> str:
    """What an address holds, as far as it can be read."""
    try:
        return base64.b64decode(unquote_to_bytes(text)).decode("utf-8", "replace") if encoded else unquote(text)
    except binascii.Error:
        return ""


def _between(text: str, marks: str) -> str:
    """The code between the two marks (given with a space between), piece by piece on lines of its own."""
    opening, _, closing = marks.partition(" ")
    pieces: list[str] = []
    for part in text.split(opening)[1:]:
        code, closed, _ = part.partition(closing)
        if closed and not code.startswith(("#", "%")):
            pieces.append(code.lstrip(_SIGNS))
    return "\n".join(pieces)
