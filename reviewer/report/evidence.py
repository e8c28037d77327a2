"""Findings and gaps -> their views: by severity, then rule, each place with its code and the steps that lead to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reviewer.finding import Finding, Gap
from reviewer.report.checklist import rule_anchor
from reviewer.report.edition import Edition
from reviewer.report.model import Filters, FindingView, GapView, Option, RuleView, SeverityView, StepView
from reviewer.report.revised import SINCE
from reviewer.report.words import CATEGORY, CONFIDENCE, SEVERITY, STAGE
from reviewer.review import fingerprints
from reviewer.rule import Rule, Severity
from reviewer.text import Text

# So many findings of one rule are shown with all their code, the rest in short form: a page with thousands must open.
_AT_LENGTH = 20
_SINCE = ("new", "again", "known")


def severities(edition: Edition) -> Iterator[SeverityView]:
    """The severities that have findings, worst first; within one the rules with most findings first.

    Beside an approved version, what is new stands before what was there.
    """
    named = fingerprints(edition.review.findings)
    number = 1
    for severity in Severity:
        found: dict[str, list[Finding]] = {}
        for finding in edition.review.findings:
            if finding.rule.severity is severity:
                found.setdefault(finding.rule.id, []).append(finding)
        rules: list[RuleView] = []
        for same in sorted(found.values(), key=lambda same: _rank(edition, same)):
            same.sort(key=lambda finding: _SINCE.index(edition.since.get(finding, "new")))
            rules.append(_rule(edition, same, number, named))
            number += len(same)
        if rules:
            count = sum(len(same) for same in found.values())
            yield SeverityView(severity.value, edition.say(SEVERITY[severity]), count, tuple(rules))


def _rank(edition: Edition, same: Sequence[Finding]) -> tuple[int, int, str]:
    first = min(_SINCE.index(edition.since.get(finding, "new")) for finding in same)
    return first, -len(same), same[0].rule.id


def filters(edition: Edition) -> Filters:
    """The files, items and categories that findings belong to, each in the order the report has them."""
    found = edition.review.findings
    files = {finding.location.file for finding in found}
    named = {name for finding in found for name in (*finding.rule.refs.articles, *finding.rule.refs.guideline)}
    present = {finding.rule.category for finding in found}
    return Filters(
        files=tuple(
            Option(edition.anchor(file), file.path) for file in edition.review.submission.files if file in files
        ),
        items=tuple(
            Option(article.id, f"{article.id} {edition.say(article.title)}")
            for regulation in edition.review.rulebook.regulations
            for article in regulation.articles
            if article.id in named
        ),
        categories=tuple(
            Option(category.value, edition.say(title)) for category, title in CATEGORY.items() if category in present
        ),
    )


def gaps(edition: Edition) -> Iterator[GapView]:
    """What was not examined, what stands in the way of a verdict first."""
    for gap in sorted(edition.review.gaps, key=lambda gap: not gap.blocking):
        yield _gap(edition, gap)


def _gap(edition: Edition, gap: Gap) -> GapView:
    location = gap.location
    return GapView(
        stage=edition.say(STAGE[gap.stage]),
        kind=gap.kind,
        message=edition.tell(gap.message),
        blocking=gap.blocking,
        where=gap.path or "",
        place=None if location is None else edition.place(location),
        code=None if location is None else edition.code(location.file).single(location),
    )


def _rule(edition: Edition, findings: Sequence[Finding], first: int, named: Mapping[Finding, str]) -> RuleView:
    rule = findings[0].rule
    views = [
        _finding(edition, finding, number, named[finding], at_length=number - first < _AT_LENGTH)
        for number, finding in enumerate(findings, start=first)
    ]
    return RuleView(
        id=rule.id,
        anchor=rule_anchor(rule),
        severity=rule.severity.value,
        severity_label=edition.say(SEVERITY[rule.severity]),
        category=rule.category.value,
        category_label=edition.say(CATEGORY[rule.category]),
        title=edition.say(rule.title),
        why=edition.say(rule.why),
        fix=edition.say(rule.fix),
        example=rule.example,
        references=tuple(_references(edition, rule)),
        items=tuple(dict.fromkeys((*rule.refs.articles, *rule.refs.guideline))),
        findings=tuple(views[:_AT_LENGTH]),
        further=tuple(views[_AT_LENGTH:]),
    )


def _finding(edition: Edition, finding: Finding, number: int, name: str, *, at_length: bool) -> FindingView:
    code = edition.code(finding.location.file)
    since = edition.since.get(finding)
    return FindingView(
        number=number,
        anchor=f"finding-{number}",
        file=edition.anchor(finding.location.file),
        place=edition.place(finding.location),
        detail=edition.tell(finding.detail) if finding.detail else None,
        function=edition.quote(finding.function),
        confidence=edition.say(CONFIDENCE[finding.confidence]),
        fingerprint=name,
        excerpt=tuple(code.excerpt(finding.location)) if at_length else (code.single(finding.location),),
        trace=tuple(
            StepView(
                number=turn,
                place=edition.place(step.location),
                note=edition.tell(step.note),
                code=edition.code(step.location.file).single(step.location) if at_length else None,
            )
            for turn, step in enumerate(finding.trace, start=1)
        ),
        waived=_waived(edition, finding),
        since=since,
        since_label="" if since is None else edition.say(SINCE[since]),
    )


def _waived(edition: Edition, finding: Finding) -> str | None:
    waiver = edition.waived.get(finding)
    if waiver is None:
        return None
    text = Text(
        ja=f"免除: {waiver.reason}(判断した人 {waiver.by}、期限 {waiver.until.isoformat()})",
        en=f"waived: {waiver.reason} (decided by {waiver.by}, until {waiver.until.isoformat()})",
    )
    return edition.tell(text)


def _references(edition: Edition, rule: Rule) -> Iterator[str]:
    refs = rule.refs
    named = {*refs.articles, *refs.guideline}
    for regulation in edition.review.rulebook.regulations:
        items = [article.id for article in regulation.articles if article.id in named]
        if items:
            yield f"{edition.say(regulation.title)} {', '.join(items)}"
    for number in refs.cwe:
        yield f"CWE-{number}"
    for section in refs.ipa:
        yield edition.say(
            Text(ja=f"IPA「安全なウェブサイトの作り方」{section}", en=f"IPA How to Secure Your Web Site {section}")
        )
