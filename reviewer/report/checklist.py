"""Findings and regulations -> the article 10 check sheet: per item what a machine found and what a person checks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import assert_never

from reviewer.finding import Finding
from reviewer.report.edition import Edition
from reviewer.report.model import CheckRow, CheckSection, Count, Evidence
from reviewer.rule import (
    Article,
    Check,
    DeclaredCheck,
    FlowCheck,
    HiddenCheck,
    LibraryCheck,
    MarkupCheck,
    MemberCheck,
    PackageCheck,
    RepeatCheck,
    Rule,
    SecretCheck,
    SemgrepCheck,
    StyleCheck,
    UseCheck,
)
from reviewer.source import Kind
from reviewer.text import Text

OK = ("ok", Text(ja="適合", en="Conforms"))
FIX = ("fix", Text(ja="要修正", en="To be fixed"))
CHECK = ("check", Text(ja="要確認", en="To be checked"))
NONE = ("none", Text(ja="対象外", en="Not applicable"))


def checklist(edition: Edition) -> Iterator[CheckSection]:
    """Every regulation with all its items, in the order of the rulebook."""
    found: dict[str, list[Finding]] = {}
    for finding in edition.review.findings:
        found.setdefault(finding.rule.id, []).append(finding)
    naming: dict[str, list[Rule]] = {}
    for rule in edition.review.rulebook.rules:
        for name in dict.fromkeys((*rule.refs.articles, *rule.refs.guideline)):
            naming.setdefault(name, []).append(rule)
    for regulation in edition.review.rulebook.regulations:
        rows = tuple(_row(edition, article, naming.get(article.id, ()), found) for article in regulation.articles)
        yield section(edition, regulation.id, regulation.title, rows)


def section(edition: Edition, key: str, title: Text, rows: tuple[CheckRow, ...]) -> CheckSection:
    """A part of the check sheet with the number of its rows in each state."""
    states = (FIX, CHECK, OK, NONE)
    tally = tuple(Count(name, edition.say(label), sum(row.key == name for row in rows)) for name, label in states)
    return CheckSection(key=key, title=edition.say(title), tally=tally, rows=rows)


def rule_anchor(rule: Rule) -> str:
    """Where the report speaks of a rule's findings."""
    return f"rule-{rule.id}"


def _row(edition: Edition, article: Article, rules: Sequence[Rule], found: Mapping[str, Sequence[Finding]]) -> CheckRow:
    standing = {finding.rule.id for name in found for finding in found[name] if finding not in edition.waived}
    broken = [rule for rule in rules if rule.id in found]
    (key, label), note = _state(edition, article, rules, broken, standing)
    evidence = tuple(
        Evidence(
            label=edition.say(
                Text(
                    ja=f"{rule.title.ja}({len(found[rule.id])}件)",
                    en=f"{rule.title.en} ({len(found[rule.id])})",
                )
            ),
            anchor=rule_anchor(rule),
        )
        for rule in sorted(rules, key=lambda rule: (rule.severity.rank, rule.id))
        if rule.id in found
    )
    return CheckRow(
        id=article.id,
        title=edition.say(article.title),
        asks=edition.say(article.asks),
        key=key,
        label=edition.say(label),
        note=edition.say(note),
        evidence=evidence,
        manual=tuple(edition.say(line) for line in article.manual),
    )


def _state(
    edition: Edition, article: Article, rules: Sequence[Rule], broken: Sequence[Rule], standing: Collection[str]
) -> tuple[tuple[str, Text], Text]:
    review = edition.review
    acted_on = {*review.policy.blocks, *review.policy.conditional}
    if any(rule.severity in acted_on for rule in broken if rule.id in standing):
        return FIX, Text(ja="直す必要のある指摘があります。", en="There are findings that must be fixed.")
    if broken and not any(rule.id in standing for rule in broken):
        return CHECK, Text(ja="免除した指摘だけがあります。", en="There are waived findings only.")
    if broken:
        return CHECK, Text(
            ja="軽い指摘があります。内容を確かめてください。", en="There are minor findings: look at them."
        )
    if not rules and article.manual:
        return CHECK, Text(
            ja="機械では確かめられません。右の項目を人が確かめてください。",
            en="A machine cannot check this: a person checks what is listed.",
        )
    if not rules:
        return NONE, Text(ja="機械で確かめる規則がありません。", en="No rule checks this.")
    kinds = {file.kind for file in review.submission.files}
    compared = review.comparison is not None
    asked = [rule for rule in rules if _applies(rule.check, kinds, compared=compared)]
    if not asked:
        return NONE, Text(ja="該当する種類のファイルがありません。", en="There is no file of a kind this is about.")
    if any(gap.blocking for gap in review.gaps):
        return CHECK, Text(
            ja="指摘はありませんが、読み取れなかった箇所があるため適合とは言えません。",
            en="Nothing was found, but not everything could be read, so it cannot be called conforming.",
        )
    return OK, Text(ja=f"{len(asked)}個の規則で確かめ、指摘はありません。", en=f"{len(asked)} rules found nothing.")


def _applies(check: Check, kinds: set[Kind], *, compared: bool) -> bool:
    """Whether a submission with files of these kinds holds anything a check of that form looks at.

    `compared` tells whether there was an application to compare with.
    """
    match check:
        case StyleCheck():
            return bool(kinds & {Kind.CSS, Kind.HTML})
        case MarkupCheck():
            return Kind.HTML in kinds
        case FlowCheck() | UseCheck() | MemberCheck() | RepeatCheck() | HiddenCheck() | SemgrepCheck():
            return bool(kinds & {Kind.JAVASCRIPT, Kind.TYPESCRIPT, Kind.HTML})
        case DeclaredCheck():
            return compared
        case SecretCheck() | LibraryCheck() | PackageCheck():
            return True
        case _:
            assert_never(check)
