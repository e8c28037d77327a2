"""Reports: a review in one of several forms, each a pure function of the review, the language and a context."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import assert_never

from reviewer.report.context import UNDATED, Context
from reviewer.review import Review
from reviewer.text import Language

__all__ = ["TEXT_FORMS", "Context", "Format", "document", "render", "suffix"]


class Format(StrEnum):
    """The forms a report comes in."""

    HTML = "html"
    SARIF = "sarif"
    JSON = "json"
    TEXT = "text"
    XLSX = "xlsx"


TEXT_FORMS = (Format.HTML, Format.SARIF, Format.JSON, Format.TEXT)
"""Those that are text; a workbook is bytes."""


def document(review: Review, form: Format, language: Language, context: Context = UNDATED) -> bytes:
    """The report as the bytes of a file; the same arguments give the same bytes."""
    if form is Format.XLSX:
        from reviewer.report.workbook import render as workbook  # noqa: PLC0415

        return workbook(review, language, context)
    return render(review, form, language, context).encode("utf-8")


def render(review: Review, form: Format, language: Language, context: Context = UNDATED) -> str:
    """The report in one of the text forms; the same arguments give the same text. It can be encoded as UTF-8."""
    return _renderer(form)(review, language, context)


def suffix(form: Format) -> str:
    """How the name of a file with such a report ends."""
    return ".txt" if form is Format.TEXT else f".{form.value}"


def _renderer(form: Format) -> Callable[[Review, Language, Context], str]:
    """Each form's function, imported when it is asked for: the template engine is not needed for a line of text."""
    match form:
        case Format.HTML:
            from reviewer.report.html import render as html  # noqa: PLC0415

            return html
        case Format.SARIF:
            from reviewer.report.sarif import render as sarif  # noqa: PLC0415

            return sarif
        case Format.JSON:
            from reviewer.report.json import render as json  # noqa: PLC0415

            return json
        case Format.TEXT:
            from reviewer.report.text import render as text  # noqa: PLC0415

            return text
        case Format.XLSX:
            raise ValueError("a workbook is no text: ask for the document")
        case _:
            assert_never(form)
