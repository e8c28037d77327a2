"""Departures from the application + rules about them -> findings, in the code, or on the application's own line.

Without an application there is nothing to compare with, and nothing is found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewer.comparison import Comparison, Departure
from reviewer.engines.protocol import Engine, Evidence
from reviewer.engines.unread import StandIns
from reviewer.finding import Confidence, Finding, Gap
from reviewer.rule import DeclaredCheck, Rule
from reviewer.source import Location, Role


def run(evidence: Evidence, rules: Sequence[Rule]) -> Iterator[Finding | Gap]:
    """A finding for each departure and each rule that speaks of it, at the first place that shows it."""
    if evidence.comparison is None:
        return
    stand_ins = StandIns(evidence.submission)
    for rule in rules:
        for departure in evidence.comparison.departures:
            if isinstance(rule.check, DeclaredCheck) and _speaks_of(rule.check, departure, evidence.comparison):
                yield Finding(
                    rule=rule,
                    location=_place(departure, stand_ins, evidence),
                    confidence=Confidence.HIGH,
                    detail=departure.detail,
                    trace=(),
                    function="",
                    flagged=f"{departure.difference.value} {departure.name}",
                )


def _speaks_of(check: DeclaredCheck, departure: Departure, comparison: Comparison) -> bool:
    return (
        check.difference is departure.difference
        and (not check.hosts or departure.host_class in check.hosts)
        and (not check.rights or any(right in check.rights for right in departure.rights))
        and (not check.classes or comparison.information_class.value in check.classes)
        and (check.sensitive is None or check.sensitive is comparison.sensitive)
    )


def _place(departure: Departure, stand_ins: StandIns, evidence: Evidence) -> Location:
    """Where the code does it, else where the application says it, else the manifest or the submission as a whole."""
    if departure.locations:
        return departure.locations[0]
    manifest = next((file for file in evidence.submission.files if file.role is Role.MANIFEST), None)
    return departure.origin or Location(manifest or stand_ins.file(evidence.submission.name), 0, 0)


ENGINE = Engine(name="declared", answers=DeclaredCheck, run=run)
