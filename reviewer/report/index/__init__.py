"""The index report of a batch: summaries, those of the batch before and the history -> one page, and one SARIF log.

In the order of work, each step over an iterable that is read once::

    past = Past.of(summaries_of_the_batch_before, when="2026-04-01 10:00")    # or None
    census = count(summaries, past)
    page = render(census, batch, history, language)                           # pieces of text
    log = sarif(summaries, rulebook, past, language)                          # pieces of text
    history_line = tally_line(tally(census, batch.when))                      # keep it for the next batch

What is kept in memory of a submission is a row of the table and its standing in the figures, never its findings.
"""

from __future__ import annotations

from reviewer.report.index.census import Census, count
from reviewer.report.index.page import Batch, render
from reviewer.report.index.past import Past
from reviewer.report.index.sarif import sarif
from reviewer.report.index.tally import Tally, tally, tally_line, tally_of_line
from reviewer.report.index.words import PAST_LOST

__all__ = [
    "PAST_LOST",
    "Batch",
    "Census",
    "Past",
    "Tally",
    "count",
    "render",
    "sarif",
    "tally",
    "tally_line",
    "tally_of_line",
]
