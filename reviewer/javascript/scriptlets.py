"""A template's text -> the code that stands in it between marks, as the template's function would run it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from reviewer.rule import Model

_BETWEEN = "between"
"""The detail of a row that names the marks around the code in a template."""

_SIGNS = "=-_#"
"""What may follow an opening mark: it says how the value is written into the text."""


def code_in(text: str, models: Iterable[Model]) -> str:
    """What is run of a text that is handed over where these rows speak: all of it, if it is no template."""
    marks = (value.removeprefix("=") for model in models for key, value in model.detail if key == _BETWEEN)
    return reduce(_between, marks, text)


def _between(text: str, marks: str) -> str:
    """The code between the two marks (given with a space between), piece by piece on lines of its own."""
    opening, _, closing = marks.partition(" ")
    pieces: list[str] = []
    for part in text.split(opening)[1:]:
        code, closed, _ = part.partition(closing)
        if closed and not code.startswith(("#", "%")):
            pieces.append(code.lstrip(_SIGNS))
    return "\n".join(pieces)
