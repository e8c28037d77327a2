"""Answers member checks: a field, or anything else, is read or written by such a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewer.engines.protocol import Engine, Evidence
from reviewer.finding import Confidence, Finding, Gap
from reviewer.javascript.facts import Member
from reviewer.rule import MemberCheck, Rule
from reviewer.text import Text

_KNOWN = "field"
_SHOWN = 80


def run(evidence: Evidence, rules: Sequence[Rule]) -> Iterator[Finding | Gap]:
    """A finding for each name and rule that fit, one at a place: of what is known to be a field if there is such."""
    checks = [(rule, rule.check, _Compiled(rule.check)) for rule in rules if isinstance(rule.check, MemberCheck)]
    for page in evidence.pages:
        for rule, check, compiled in checks:
            said = set()
            fitting = (member for member in page.members if compiled.fits(member, check))
            for member in sorted(fitting, key=lambda member: member.kind != _KNOWN):
                if (member.location, member.name) not in said:
                    said.add((member.location, member.name))
                    yield _finding(rule, member)


class _Compiled:
    """The expressions of a check."""

    def __init__(self, check: MemberCheck) -> None:
        self._pattern = re.compile(check.pattern)
        self._reject = tuple(re.compile(pattern) for pattern in check.reject)

    def fits(self, member: Member, check: MemberCheck) -> bool:
        """Whether a name is one that the check speaks of."""
        if check.kinds and member.kind not in check.kinds:
            return False
        found = self._pattern.search(member.name)
        return found is not None and not any(pattern.search(member.name) for pattern in self._reject)


def _finding(rule: Rule, member: Member) -> Finding:
    name = member.name if len(member.name) <= _SHOWN else member.name[: _SHOWN - 1] + "…"
    how = Text(ja="書き込み", en="written") if member.access == "write" else Text(ja="読み取り", en="read")
    return Finding(
        rule=rule,
        location=member.location,
        confidence=Confidence.HIGH if member.kind == _KNOWN else Confidence.MEDIUM,
        detail=Text(ja=f"「{name}」の{how.ja}", en=f"“{name}” is {how.en}"),
        trace=(),
        function="",
        flagged=f"{member.access} {name}",
    )


ENGINE = Engine(name="members", answers=MemberCheck, run=run)
