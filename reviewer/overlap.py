"""Findings -> those that a reader needs: of one place, what a more telling rule covers is left out.

What goes wrong inside a larger place that a rule has told of (a listener) is told once: by what it leads to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reviewer.finding import Finding


def uncovered(findings: Iterable[Finding]) -> Iterator[Finding]:
    """All findings but those of which a rule that covers theirs says more, at the same place.

    A place that was widened to show how a request is begun still ends where the request is sent.
    """
    known = tuple(findings)
    starts: dict[tuple[str, str, int], int] = {}
    for finding in known:
        path, start, end = finding.location.order
        for name in finding.rule.covers:
            key = (name, path, end)
            starts[key] = max(start, starts.get(key, start))
    left = [finding for finding in known if not _is_covered(finding, starts)]
    wide = [finding for finding in left if finding.rule.spans]
    told: dict[tuple[str, int], list[Finding]] = {}
    for finding in left:
        path, _, end = finding.location.order
        told.setdefault((path, end), []).append(finding)
    yield from (finding for finding in left if not _is_told_twice(finding, wide, told))


def _is_covered(finding: Finding, starts: dict[tuple[str, str, int], int]) -> bool:
    path, start, end = finding.location.order
    return starts.get((finding.rule.id, path, end), -1) >= start


def _is_told_twice(finding: Finding, wide: Sequence[Finding], told: dict[tuple[str, int], list[Finding]]) -> bool:
    """Whether a wider place says why, and another rule, which is no milder, says what goes wrong at this place."""
    path, start, end = finding.location.order
    around = [each for each in wide if finding.rule.id in each.rule.spans and _holds(each, path, start, end)]
    others = (each.rule for each in told[path, end] if each.rule.id != finding.rule.id and each not in around)
    return bool(around) and any(rule.severity.rank <= finding.rule.severity.rank for rule in others)


def _holds(wide: Finding, path: str, start: int, end: int) -> bool:
    other, first, last = wide.location.order
    return other == path and first <= start and end <= last
