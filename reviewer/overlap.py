"""Findings -> those that a reader needs: of one place, what a more telling rule covers is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
    for finding in known:
        path, start, end = finding.location.order
        if starts.get((finding.rule.id, path, end), -1) < start:
            yield finding
