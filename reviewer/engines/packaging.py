"""What intake observed about files and containers + package rules -> findings.

A finding stands where the observation does. Where that is no place in a reviewed text (a container, an unreviewed
file), it points to the beginning of the very file the observation names; see `reviewer.engines.unread`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewer.engines.protocol import Engine, Evidence
from reviewer.engines.unread import StandIns
from reviewer.finding import Confidence, Finding, Gap, Stage
from reviewer.rule import PackageCheck, Rule
from reviewer.source import Location
from reviewer.submission import Observation
from reviewer.text import Text


def run(evidence: Evidence, rules: Sequence[Rule]) -> Iterator[Finding | Gap]:
    """A finding for each observation and each rule that answers to its kind; one that no rule answers is a gap."""
    stand_ins = StandIns(evidence.submission)
    for observation in evidence.submission.observations:
        location = observation.location or Location(stand_ins.file(observation.path), 0, 0)
        judged = [rule for rule in rules if _answers(rule, observation)]
        for rule in judged:
            yield Finding(
                rule=rule,
                location=location,
                confidence=Confidence.HIGH,
                detail=Text(ja=observation.detail, en=observation.detail) if observation.detail.strip() else None,
                trace=(),
                function="",
                flagged=f"{observation.kind} {observation.detail}",
            )
        if not judged:
            yield _unjudged(observation, location)


def _answers(rule: Rule, observation: Observation) -> bool:
    return isinstance(rule.check, PackageCheck) and observation.kind in rule.check.observed


def _unjudged(observation: Observation, location: Location) -> Gap:
    return Gap(
        stage=Stage.INTAKE,
        kind="observation-unjudged",
        message=Text(
            ja=f"{observation.path} について気づいた点({observation.kind}: {observation.detail})を"
            "判断するルールがありません。人の目で確かめてください。",
            en=f"No rule judges what was seen of {observation.path} ({observation.kind}: {observation.detail}). "
            "Check it by hand.",
        ),
        path=observation.path,
        location=location,
        blocking=False,
    )


ENGINE = Engine(name="packaging", answers=PackageCheck, run=run)
