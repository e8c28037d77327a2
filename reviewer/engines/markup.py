"""Facts of HTML + markup rules -> findings, and gaps for what is not finished or was not read.

`MarkupCheck.at` names the kind of `MarkupFact`; `value` is searched in the decoded value of the attribute, or in the
comment. A relative URL is judged as `<base href>` moves it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewer.destination import join, trusting
from reviewer.engines.protocol import Engine, Evidence
from reviewer.engines.url_facts import confidence_in, leads_to, words_for
from reviewer.finding import Confidence, Finding, Gap, Stage
from reviewer.markup.facts import Document, MarkupFact
from reviewer.rule import HostClass, MarkupCheck, Rule
from reviewer.text import Text


def run(evidence: Evidence, rules: Sequence[Rule]) -> Iterator[Finding | Gap]:
    """Findings at the constructs that rules object to, each once a rule and place."""
    classes = trusting(evidence.policy.trusted_hosts, evidence.rulebook.host_classes)
    checks = [(rule, rule.check) for rule in rules if isinstance(rule.check, MarkupCheck)]
    seen = set()
    for document in evidence.documents:
        base = _base(document)
        for fact in document.facts:
            for rule, check in checks:
                if fact.at != check.at or (rule.id, fact.location) in seen:
                    continue
                finding = _judged(fact, rule, check, base, classes)
                if finding is not None:
                    seen.add((rule.id, fact.location))
                    yield finding
        yield from _gaps(document)


def _base(document: Document) -> str | None:
    """The URL that relative URLs of the document start from, if it says."""
    return next((fact.url for fact in document.facts if fact.at == "link" and fact.element == "base"), None)


def _judged(
    fact: MarkupFact, rule: Rule, check: MarkupCheck, base: str | None, classes: Sequence[HostClass]
) -> Finding | None:
    wanted = ((check.element, fact.element), (check.attribute, fact.attribute), (check.value, fact.value))
    if not all(pattern is None or re.search(pattern, text) for pattern, text in wanted):
        return None
    confidence, detail = Confidence.HIGH, None
    if fact.url is not None:
        url = fact.url if base is None or fact.element == "base" else join(base, fact.url)
        destination = leads_to(url, classes)
        if check.hosts and destination.host_class not in check.hosts:
            return None
        confidence, detail = confidence_in(destination), words_for(destination)
    elif check.hosts:
        return None
    return Finding(
        rule=rule,
        location=fact.location,
        confidence=confidence,
        detail=detail,
        trace=(),
        function="",
        flagged=f"<{fact.element} {fact.attribute}={fact.value!r}>",
    )


def _gaps(document: Document) -> Iterator[Gap]:
    for problem in document.problems:
        if problem.unread:
            kind = "markup-unread"
            message = Text(
                ja="このHTMLには調べられなかったところがあります。人が読んで確かめてください。",
                en=f"Part of this HTML could not be examined ({problem.message}). Read it by hand.",
            )
        else:
            kind = "markup-unfinished"
            message = Text(
                ja="HTMLのタグやコメントが閉じられていません。ここから後ろは、置かれる画面によって意味が変わります。"
                "作成者に直してもらってください。",
                en=f"A tag or comment is not finished ({problem.message}); what follows depends on the page around it. "
                "Ask the author to correct it.",
            )
        yield Gap(Stage.MARKUP, kind, message, document.file.path, problem.location, blocking=problem.unread)


ENGINE = Engine(name="markup", answers=MarkupCheck, run=run)
