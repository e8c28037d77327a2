"""The figures of one batch that a trend is drawn from, and the line of JSON they are kept in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reviewer.errors import ReviewerError
from reviewer.report.index.census import Census
from reviewer.report.serial import dumps
from reviewer.review import Verdict
from reviewer.rule import Severity
from reviewer.text import Text

VERSION = 1
FAILED = "failed"
"""Stands for the submissions without a verdict."""


@dataclass(frozen=True, slots=True)
class Tally:
    """One batch, made at `when`: submissions by verdict (`FAILED`: without one), findings that count by severity."""

    when: str
    verdicts: Mapping[str, int]
    found: Mapping[Severity, int]

    @property
    def submissions(self) -> int:
        """How many submissions there were."""
        return sum(self.verdicts.values())


def tally(census: Census, when: str) -> Tally:
    """The figures of this batch."""
    verdicts = {each.value: census.verdicts[each] for each in Verdict}
    return Tally(
        when, {**verdicts, FAILED: census.verdicts[None]}, {severity: census.found[severity] for severity in Severity}
    )


def tally_line(made: Tally) -> str:
    """One line of JSON with its line end."""
    found = {severity.value: count for severity, count in made.found.items()}
    return dumps({"tallyVersion": VERSION, "when": made.when, "verdicts": made.verdicts, "found": found})


def tally_of_line(line: str) -> Tally:
    """The figures that a line says; ReviewerError where it is cut off or says anything else."""
    try:
        said: Any = json.loads(line)
        if said["tallyVersion"] != VERSION or not isinstance(said["when"], str):
            raise ValueError("another form")
        verdicts = {name: _number(said["verdicts"][name]) for name in (*(each.value for each in Verdict), FAILED)}
        return Tally(said["when"], verdicts, {each: _number(said["found"][each.value]) for each in Severity})
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise ReviewerError(
            Text(
                ja=f"一括レビューの履歴の行として読めません: {line[:60]!r}。この行を除いて、もう一度実行してください。",
                en=f"This is no line of a batch's history: {line[:60]!r}. Remove it and run again.",
            )
        ) from error


def _number(said: Any) -> int:
    if not isinstance(said, int) or isinstance(said, bool) or said < 0:
        raise TypeError("no number")
    return said
