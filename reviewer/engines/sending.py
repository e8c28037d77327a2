"""Where a request is begun and where it is sent -> the place it is shown at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reviewer.javascript.facts import Use
from reviewer.source import Location

_NEAR = 1_500
"""How many characters may lie between where a request is begun and where it is sent, to be shown as one."""


def shown_from(begun: Location | None, sent: Location) -> Location:
    """From where a request is begun to where it is sent, if that is one piece of code; otherwise the latter."""
    return sent if begun is None else _together(begun, sent) or sent


def sendings(uses: Sequence[Use]) -> Mapping[Location, Location]:
    """Where the requests that are begun at a place are sent; the last where there are several ways to that."""
    return {use.opened: use.location for use in uses if use.opened is not None}


def shown_until(begun: Location, sent: Location | None) -> Location:
    """From where a request is begun to where it is sent, if that is one piece of code; otherwise the former."""
    return begun if sent is None else _together(begun, sent) or begun


def _together(begun: Location, sent: Location) -> Location | None:
    if begun.file is not sent.file or not 0 <= sent.start - begun.end <= _NEAR:
        return None
    return Location(sent.file, begun.start, sent.end)
