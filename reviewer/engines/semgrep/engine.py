"""Rules in Semgrep's own language, asked once about all files but known libraries; what stays unanswered is a gap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from reviewer.answers import Answers
from reviewer.engines.identities import exact_copies
from reviewer.engines.protocol import Evidence
from reviewer.engines.semgrep import unanswered
from reviewer.engines.semgrep.copies import Copy, copies, places
from reviewer.engines.semgrep.core import Limits, installed_core
from reviewer.engines.semgrep.enclosing import enclosing_functions
from reviewer.engines.semgrep.patterns import Entry, entries
from reviewer.engines.semgrep.questions import Outcome, outcome
from reviewer.finding import Confidence, Finding, Gap
from reviewer.javascript.ast import Ast
from reviewer.markup.parsing import parse as parse_markup
from reviewer.rule import Rule, Rulebook, SemgrepCheck
from reviewer.source import Kind, Script
from reviewer.submission import Submission

LIMITS = Limits(run_seconds=240.0, rule_seconds=10.0, rule_timeouts=3, memory_mib=2000, characters=300_000)
_SECONDS_A_TEXT = 1.0
_TOGETHER = 500_000
"""Characters after which what is asked ahead becomes another question: starting the core costs 0.2 s, and what makes
one question fail takes no more than this along."""


def ahead(submissions: Iterable[Submission], rulebook: Rulebook, answers: Answers) -> None:
    """Ask once about the texts of many submissions, so that their reviews find the answers; scripts inside HTML too.

    What is not answered here is asked again by the review that needs it, which also tells of it. Somebody else may ask
    ahead at the same time, sharing `answers`: each text is asked about by one of them.
    """
    core = installed_core()
    rules = [rule for rule in rulebook.rules if isinstance(rule.check, SemgrepCheck)]
    asked = [entry for entry in entries(rules, rulebook.semgrep_files) if entry.analyzers]
    texts: dict[tuple[str, str], Copy] = {}
    for submission in submissions:
        known = exact_copies(submission.files, rulebook)
        for copy in copies(_scripts(submission), submission):
            suffix = copy.name.rpartition(".")[2]
            is_asked = any(entry.analyzers_for(copy.kind) for entry in asked)
            if copy.file.path not in known and is_asked and len(copy.script.text) <= LIMITS.characters:
                texts.setdefault((suffix, copy.script.text), replace(copy, name=f"{len(texts):06}.{suffix}"))
    if core is None:
        return
    for together in _portions(texts.values()):
        seconds = LIMITS.run_seconds + _SECONDS_A_TEXT * len(together)
        outcome(core, replace(LIMITS, run_seconds=seconds), asked, together, answers)


def _portions(texts: Iterable[Copy]) -> Iterator[tuple[Copy, ...]]:
    portion: list[Copy] = []
    for copy in texts:
        portion.append(copy)
        if sum(len(each.script.text) for each in portion) >= _TOGETHER:
            yield tuple(portion)
            portion = []
    if portion:
        yield tuple(portion)


def _scripts(submission: Submission) -> Iterator[Script]:
    for file in submission.files:
        match file.kind:
            case Kind.JAVASCRIPT | Kind.TYPESCRIPT:
                yield Script.whole(file)
            case Kind.HTML:
                yield from parse_markup(file).scripts


def search(evidence: Evidence, rules: Sequence[Rule], *, core: Path | None, limits: Limits) -> Iterator[Finding | Gap]:
    """What a core finds within limits, findings in the order of files; a gap for whatever it was not able to answer."""
    report = unanswered.Reporter(evidence.policy)
    asked: list[Entry] = []
    for entry in entries(rules, evidence.rulebook.semgrep_files):
        if entry.analyzers:
            asked.append(entry)
        else:
            yield report.no_language(entry.rule)
    known = exact_copies(evidence.submission.files, evidence.rulebook)
    texts: list[Copy] = []
    for copy in copies((ast.script for ast in evidence.asts), evidence.submission):
        concerned = [entry.rule for entry in asked if entry.analyzers_for(copy.kind)]
        if copy.file.path in known or not concerned:
            continue
        if len(copy.script.text) > limits.characters:
            yield report.too_large(copy, concerned, limits.characters)
        else:
            texts.append(copy)
    if not texts:
        return
    if core is None:
        yield report.absent(texts, [entry.rule for entry in asked])
        return
    said = outcome(core, limits, asked, texts, evidence.answers)
    yield from _findings(said, asked, texts, evidence)
    yield from unanswered.gaps(said.troubles, asked, texts, report, limits)
    for failure in said.failures:
        yield report.failed(failure.texts, [entry.rule for entry in failure.asked], failure.reason)


def _findings(said: Outcome, asked: Sequence[Entry], texts: Sequence[Copy], evidence: Evidence) -> Iterator[Finding]:
    rules = {entry.name: entry.rule for entry in asked}
    trees = {ast.script: ast for ast in evidence.asts}
    for copy in texts:
        place = places(copy)
        located = sorted(
            {
                (place(match.start, match.end), rules[match.rule])
                for match in said.matches
                if match.target == copy.name and match.rule in rules
            },
            key=lambda pair: (*pair[0].order, pair[1].id),
        )
        functions = _functions(trees.get(copy.script), copy.script, [location.start for location, _ in located])
        for location, rule in located:
            yield Finding(
                rule=rule,
                location=location,
                confidence=Confidence.HIGH,
                detail=None,
                trace=(),
                function=functions.get(location.start, ""),
                flagged=location.text,
            )


def _functions(ast: Ast | None, script: Script, starts: Sequence[int]) -> Mapping[int, str]:
    """Names of enclosing functions by places in the file; none for a script whose text is not the file's own."""
    if ast is None or not script.exact or not starts:
        return {}
    named = enclosing_functions(ast, [start - script.start for start in starts])
    return {start: named[start - script.start] for start in starts}
