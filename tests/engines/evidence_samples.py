"""Files in memory -> the evidence an engine gets, with the reviewer's own rules, for the tests of the engines."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reviewer.engines.protocol import Engine, Evidence
from reviewer.finding import Finding, Gap
from reviewer.javascript.analysis import analyse
from reviewer.javascript.knowledge import prepare
from reviewer.javascript.parsing import parse
from reviewer.markup.facts import Document
from reviewer.rule import Category, Check, Policy, References, Rule, Rulebook, Severity, UseCheck
from reviewer.rulebook import load
from reviewer.source import Encoding, Kind, Newline, Role, Script, SourceFile
from reviewer.submission import Observation, Submission, SubmissionKind, Unreviewed, UrlResource
from reviewer.text import Text

KINDS = {"js": Kind.JAVASCRIPT, "css": Kind.CSS, "html": Kind.HTML, "json": Kind.JSON}


def own_rules() -> tuple[Rulebook, Policy]:
    """The rules that come with the reviewer."""
    return load()


def source(path: str, text: str, *, role: Role = Role.LOOSE) -> SourceFile:
    """A file as intake reads it, its kind told by its extension."""
    data = text.encode("utf-8", "surrogatepass")
    return SourceFile(
        path=path,
        kind=KINDS.get(path.rpartition(".")[2], Kind.TEXT),
        role=role,
        text=text,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=Encoding(name="utf-8", bom=False, newline=Newline.LF, undecodable=0),
    )


def evidence_of(
    rules: tuple[Rulebook, Policy],
    *files: SourceFile,
    urls: Sequence[UrlResource] = (),
    observations: Sequence[Observation] = (),
    unreviewed: Sequence[Unreviewed] = (),
    documents: Sequence[Document] = (),
) -> Evidence:
    """The evidence of a submission of these files, before their scripts are analysed."""
    rulebook, policy = rules
    submission = Submission(
        name="sample",
        kind=SubmissionKind.FOLDER,
        sha256="0" * 64,
        scope=None,
        files=files,
        urls=tuple(urls),
        pages=(),
        unreviewed=tuple(unreviewed),
        observations=tuple(observations),
        gaps=(),
        plugin=None,
    )
    return Evidence(
        submission=submission,
        asts=tuple(parse(Script.whole(file)) for file in files if file.kind is Kind.JAVASCRIPT),
        pages=(),
        stylesheets=(),
        documents=tuple(documents),
        rulebook=rulebook,
        policy=policy,
    )


def analysed(evidence: Evidence) -> Evidence:
    """The same evidence with the facts of its scripts, all on one page."""
    rulebook = evidence.rulebook
    watched = {p for rule in rulebook.rules if isinstance(rule.check, UseCheck) for p in rule.check.places}
    knowledge = prepare(rulebook.models, sorted(watched), rulebook.kinds)
    return replace(evidence, pages=(analyse("sample", evidence.asts, knowledge),))


def results(engine: Engine, evidence: Evidence) -> tuple[list[Finding], list[Gap]]:
    """What an engine says under the rules of the evidence."""
    rules = [rule for rule in evidence.rulebook.rules if isinstance(rule.check, engine.answers)]
    said = list(engine.run(evidence, rules))
    return [each for each in said if isinstance(each, Finding)], [each for each in said if isinstance(each, Gap)]


def places(findings: Iterable[Finding]) -> list[tuple[str, int]]:
    """Rule id and line of each finding, in order of place."""
    ordered = sorted(findings, key=lambda finding: finding.location.order)
    return [(found.rule.id, found.location.file.text.count("\n", 0, found.location.start) + 1) for found in ordered]


def rule_of(check: Check, *, name: str = "sample-rule", severity: Severity = Severity.HIGH) -> Rule:
    """A rule with nothing to it but its check."""
    words = Text(ja="見本", en="sample")
    return Rule(
        id=name,
        category=Category.SECRET,
        severity=severity,
        title=words,
        why=words,
        fix=words,
        example=None,
        refs=References(articles=(), guideline=(), cwe=(), ipa=()),
        check=check,
        source="sample.yaml:1",
    )


def with_rules(evidence: Evidence, *rules: Rule) -> Evidence:
    """The same evidence under these rules alone."""
    return replace(evidence, rulebook=replace(evidence.rulebook, rules=rules))
