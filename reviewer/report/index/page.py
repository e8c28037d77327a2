"""A census, a batch and the history -> the index report as a page in pieces, made like the report of one review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewer.report.html import page
from reviewer.report.index.census import Census
from reviewer.report.index.model import Batch
from reviewer.report.index.rows import Sheet
from reviewer.report.index.tally import Tally, tally
from reviewer.report.index.view import view
from reviewer.report.index.words import labels
from reviewer.text import Language

__all__ = ["Batch", "render"]


def render(census: Census, batch: Batch, history: Sequence[Tally], language: Language) -> Iterator[str]:
    """The page's text; `history` are the figures of earlier batches, the oldest first, without those of this one.

    The same arguments give the same text.
    """
    sheet = Sheet(census, language)
    shown = view(sheet, batch, (*history, tally(census, batch.when)))
    return page("index", ("report", "index"), language, {"index": shown, "t": labels(language)})
