"""Answers member checks: a field, or anything else, is read or written by such a name, or a text says such a thing.

One name in one file is one finding, at the first place, which leads to the further ones: a reader has to decide about
the field, not about each line that mentions it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reviewer.engines.further import also_here
from reviewer.engines.protocol import Engine, Evidence
from reviewer.engines.shown_texts import SHOWN, in_documents, in_page
from reviewer.finding import Confidence, Finding, Gap
from reviewer.javascript.facts import Member
from reviewer.rule import MemberCheck, Rule
from reviewer.source import Location, SourceFile
from reviewer.text import Text

_KNOWN = "field"
_SHOWN, _PLACES = 80, 20
_QUERY, _AROUND = "query", re.compile(r"[\s\"'()=<>!,]")
"""The kind of a condition's text, and what stands around the name of a field in it."""


def run(evidence: Evidence, rules: Sequence[Rule]) -> Iterator[Finding | Gap]:
    """A finding for each name in a file and rule that fit: where it is known to be a field, if it is somewhere."""
    checks = [(rule, rule.check, _Compiled(rule.check)) for rule in rules if isinstance(rule.check, MemberCheck)]
    for page in evidence.pages:
        for rule, check, compiled in checks:
            said = in_page(page, compiled.pattern) if SHOWN in check.kinds else ()
            yield from _told(
                rule, [compiled.named(each) for each in (*page.members, *said) if compiled.fits(each, check)]
            )
    for rule, check, compiled in checks:
        if SHOWN in check.kinds:
            said = in_documents(evidence, compiled.pattern)
            yield from _told(rule, [member for member in said if compiled.fits(member, check)])


def _told(rule: Rule, fitting: Sequence[Member]) -> Iterator[Finding]:
    named: dict[tuple[SourceFile, str], dict[Location, Member]] = {}
    for member in sorted(fitting, key=lambda each: (each.kind != _KNOWN, each.location.start)):
        named.setdefault((member.location.file, member.name), {}).setdefault(member.location, member)
    for places in named.values():
        first, *further = places.values()
        yield _finding(rule, first, sorted(further, key=lambda each: each.location.start))


class _Compiled:
    """The expressions of a check."""

    def __init__(self, check: MemberCheck) -> None:
        self.pattern = re.compile(check.pattern)
        self._reject = tuple(re.compile(pattern) for pattern in check.reject)

    def fits(self, member: Member, check: MemberCheck) -> bool:
        """Whether a name is one that the check speaks of."""
        if check.kinds and member.kind not in check.kinds:
            return False
        found = self.pattern.search(member.name)
        return found is not None and not any(pattern.search(member.name) for pattern in self._reject)

    def named(self, member: Member) -> Member:
        """The member under the name of the field that a condition speaks of."""
        found = self.pattern.search(member.name) if member.kind == _QUERY else None
        if found is None:
            return member
        before = _AROUND.split(member.name[: found.start()])[-1]
        behind = _AROUND.split(member.name[found.end() :], maxsplit=1)[0]
        return replace(member, name=f"{before}{found[0]}{behind}")


def _finding(rule: Rule, member: Member, further: Sequence[Member]) -> Finding:
    name = member.name if len(member.name) <= _SHOWN else member.name[: _SHOWN - 1] + "…"
    how, count = _how(member), len(further) + 1
    ja, en = (f" (全部で{count}か所)", f" ({count} places in all)") if further else ("", "")
    return Finding(
        rule=rule,
        location=member.location,
        confidence=Confidence.HIGH if member.kind == _KNOWN else Confidence.MEDIUM,
        detail=_detail(member, name, f"{how.ja}{ja}", f"{how.en}{en}"),
        trace=tuple(also_here(each.location, _how(each)) for each in further[:_PLACES]),
        function="",
        flagged=f"{member.access} {name}",
    )


def _detail(member: Member, name: str, ja: str, en: str) -> Text:
    if member.kind == SHOWN:
        return Text(ja=f"「{name}」という{ja}", en=f"“{name}”: {en}")
    return Text(ja=f"「{name}」の{ja}", en=f"“{name}” is {en}")


def _how(member: Member) -> Text:
    if member.kind == SHOWN:
        return Text(ja="文", en="a text")
    return Text(ja="書き込み", en="written") if member.access == "write" else Text(ja="読み取り", en="read")


ENGINE = Engine(name="members", answers=MemberCheck, run=run)
