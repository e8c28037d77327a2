"""Any text -> a cell of a table that no program takes for a formula, in a workbook or in CSV."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewer.report.visible import visible

Row = Sequence[str | int]
"""One line of a table."""

_LONGEST = 32_000
_FORMULA = re.compile(r"^\s*[=+\-@|%]")


def safe(value: str) -> str:
    """Hidden characters named, an apostrophe before what would begin a formula, no longer than a cell may be."""
    shown = visible(value)
    shown = shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
    return f"'{shown}" if _FORMULA.match(shown) else shown
