"""Answers repeat checks: what is stored in one place is stored in another one, too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewer.engines.protocol import Engine, Evidence
from reviewer.finding import Confidence, Finding, Gap, Step
from reviewer.javascript.facts import Facts, Kept, Use
from reviewer.rule import RepeatCheck, Rule
from reviewer.text import Text


def run(evidence: Evidence, rules: Sequence[Rule]) -> Iterator[Finding | Gap]:
    """A finding for each use that stores such a value, with the other use in its trace."""
    for page in evidence.pages:
        for rule in rules:
            if isinstance(rule.check, RepeatCheck):
                yield from _found(rule, rule.check, page)


def _found(rule: Rule, check: RepeatCheck, page: Facts) -> Iterator[Finding]:
    reject = [re.compile(pattern) for pattern in check.reject]
    beside = [
        kept
        for kept in page.kept
        if _is_of(kept.use, check.beside) and not any(pattern.search(kept.name) for pattern in reject)
    ]
    said: set[Use] = set()
    for kept in page.kept:
        if kept.use in said or not _is_of(kept.use, check.kinds):
            continue
        other = next((each for each in beside if kept.identities & each.identities), None)
        if other is not None:
            said.add(kept.use)
            yield _finding(rule, kept, other)


def _is_of(use: Use, kinds: Sequence[str]) -> bool:
    return any(model.call in kinds for model in use.models)


def _finding(rule: Rule, kept: Kept, other: Kept) -> Finding:
    name = f"「{kept.name}」" if kept.name else "値"
    name_en = f"“{kept.name}”" if kept.name else "A value"
    there = Text(ja="ここでも保存しています。", en="It is stored here, too.")
    return Finding(
        rule=rule,
        location=kept.use.location,
        confidence=Confidence.HIGH,
        detail=Text(ja=f"{name}は、もう1か所にも保存されています。", en=f"{name_en} is stored in another place, too."),
        trace=(Step(other.use.location, there), Step(kept.use.location, Text(ja="保存", en="Stored"))),
        function=kept.use.function,
        flagged=kept.use.location.text,
    )


ENGINE = Engine("repeats", RepeatCheck, run)
