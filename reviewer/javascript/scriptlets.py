"""A template's text -> the code that stands in it between marks, as the template's function would run it."""

from __future__ import annotations

_SIGNS = "=-_#"
"""What may follow an opening mark: it says how the value is written into the text."""


def scriptlets(text: str, marks: str) -> str:
    """The code between the two marks (given with a space between), piece by piece on lines of its own."""
    opening, _, closing = marks.partition(" ")
    pieces: list[str] = []
    for part in text.split(opening)[1:]:
        code, closed, _ = part.partition(closing)
        if closed and not code.startswith(("#", "%")):
            pieces.append(code.lstrip(_SIGNS))
    return "\n".join(pieces)
