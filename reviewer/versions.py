"""Version strings of published libraries -> an order, tolerant of the forms they are really written in.

The order is that of Semantic Versioning 2.0.0, section 11, with two liberties: any count of numbers (`1.5.1.2`, `2.1`),
and pre-releases written without a hyphen (`1.9.0b1`, `3.0.RC3`).
"""

from __future__ import annotations

import re

_VERSION = re.compile(
    r"[vV=]?(?P<numbers>\d{1,9}(?:\.\d{1,9}){0,7})(?:[-.]?(?P<pre>(?![xX](?:\.|$))[A-Za-z][\w.-]{0,60}|(?<=-)\d[\w.-]{0,60}))?(?:\+.{0,80})?"
)
_EXACT = re.compile(r"v?\d{1,9}\.\d{1,9}\.\d{1,9}(?:[-.+][\w.+-]{1,60})?|[0-9a-f]{40}")
_PRE_PART = re.compile(r"\d{1,9}|[A-Za-z]+")

Order = tuple[tuple[int, ...], bool, tuple[tuple[bool, int, str], ...]]


def order(version: str) -> Order | None:
    """A sort key, None where this is no version (a tag, a range)."""
    match = _VERSION.fullmatch(version.strip())
    if match is None:
        return None
    numbers = [int(number) for number in match["numbers"].split(".")]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    parts = _PRE_PART.findall(match["pre"] or "")
    pre = tuple((not part.isdigit(), int(part) if part.isdigit() else 0, part.lower()) for part in parts)
    return tuple(numbers), match["pre"] is None, pre


def is_exact(version: str) -> bool:
    """Whether this names one release for ever: three numbers at least, or a whole commit hash."""
    return _EXACT.fullmatch(version) is not None


def within(version: str, at_or_above: str | None, below: str | None, through: str | None = None) -> bool:
    """Whether `at_or_above` <= version < `below` and version <= `through`; None is unbounded.

    False where any of them is no version.
    """
    place = order(version)
    bounds = [None if bound is None else order(bound) for bound in (at_or_above, below, through)]
    if place is None or any(
        bound is None for bound, given in zip(bounds, (at_or_above, below, through), strict=True) if given is not None
    ):
        return False
    low, high, last = bounds
    return (low is None or low <= place) and (high is None or place < high) and (last is None or place <= last)
