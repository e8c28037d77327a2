"""Facts of style sheets + style rules -> findings, and gaps for what browsers or the parser left out.

`StyleCheck.at` names the kind of `StyleFact`, or `problem` for text that browsers drop. `value` is searched in the URL
of a fact that has one, in the parser's message for a problem, and in the fact's value otherwise. A selector of which it
asks what is declared under it is shown with that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewer.destination import trusting
from reviewer.engines.protocol import Engine, Evidence
from reviewer.engines.url_facts import confidence_in, leads_to, words_for
from reviewer.finding import Confidence, Finding, Gap, Stage
from reviewer.rule import HostClass, Rule, StyleCheck
from reviewer.stylesheet.facts import StyleFact, StyleProblem, Stylesheet
from reviewer.text import Text

_WITH_URL = frozenset({"import", "font", "url"})
_COMMA = re.compile(r",(?![^(]*\))")
"""Between the selectors of a list, not inside of `:is(a, b)`."""


def run(evidence: Evidence, rules: Sequence[Rule]) -> Iterator[Finding | Gap]:
    """Findings at the constructs that rules object to, each once a rule and place."""
    classes = trusting(evidence.policy.trusted_hosts, evidence.rulebook.host_classes)
    checks = [(rule, rule.check) for rule in rules if isinstance(rule.check, StyleCheck)]
    seen = set()
    for sheet in evidence.stylesheets:
        for fact in (*sheet.facts, *map(_as_fact, sheet.problems)):
            for rule, check in checks:
                if fact.at != check.at or (rule.id, fact.location) in seen:
                    continue
                finding = _judged(fact, rule, check, classes)
                if finding is not None:
                    seen.add((rule.id, fact.location))
                    yield finding
        yield from _gaps(sheet)


def _as_fact(problem: StyleProblem) -> StyleFact:
    return StyleFact("problem", problem.location, selector="", property="", value=problem.message, url=None)


def _judged(fact: StyleFact, rule: Rule, check: StyleCheck, classes: Sequence[HostClass]) -> Finding | None:
    value = fact.url or "" if fact.at in _WITH_URL else fact.value
    wanted = ((check.property, fact.property), (check.value, value))
    if not all(pattern is None or re.search(pattern, text) for pattern, text in wanted):
        return None
    if not _speaks_of(check, fact.selector):
        return None
    if check.within is not None and not re.search(check.within, fact.within):
        return None
    if check.except_within is not None and re.search(check.except_within, fact.within):
        return None
    confidence, detail = Confidence.HIGH, None
    if fact.at in _WITH_URL:
        destination = leads_to(fact.url, classes)
        if check.hosts and destination.host_class not in check.hosts:
            return None
        confidence, detail = confidence_in(destination), words_for(destination)
    return Finding(
        rule=rule,
        location=fact.location if check.value is None or fact.block is None else fact.block,
        confidence=confidence,
        detail=detail,
        trace=(),
        function="",
        flagged=f"{fact.selector}{{{fact.property}:{value}}}",
    )


def _speaks_of(check: StyleCheck, selector: str) -> bool:
    """Whether the check speaks of the selector, or of one in a list of them where some are excepted."""
    if check.except_selector is None:
        return check.selector is None or re.search(check.selector, selector) is not None
    return any(
        (check.selector is None or re.search(check.selector, each)) and not re.search(check.except_selector, each)
        for each in map(str.strip, _COMMA.split(selector))
    )


def _gaps(sheet: Stylesheet) -> Iterator[Gap]:
    """One gap for what was not read, one for what browsers drop."""
    for unread in (True, False):
        problems = [problem for problem in sheet.problems if problem.unread is unread]
        if not problems:
            continue
        first, count = problems[0], len(problems)
        if unread:
            kind = "style-unread"
            message = Text(
                ja="このスタイルシートには、この場所から先を調べられないところがあります。人が読んで確かめてください。",
                en=f"This style sheet could not be examined from here on ({first.message}). Read it by hand.",
            )
        else:
            kind = "style-dropped"
            message = Text(
                ja=f"CSSとして正しくなく、ブラウザーが読み飛ばす部分が{count}か所あります。"
                "意図した書き方かを作成者に確かめてください。",
                en=f"{count} parts are not valid CSS and are dropped by browsers (first: {first.message}). "
                "Ask the author what was meant.",
            )
        yield Gap(Stage.STYLESHEET, kind, message, sheet.file.path, first.location, blocking=unread)


ENGINE = Engine(name="styles", answers=StyleCheck, run=run)
