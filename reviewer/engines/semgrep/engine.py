"""Rules in Semgrep's own language, asked once about all files but known libraries; what stays unanswered is a gap."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from reviewer.engines.identities import exact_copies
from reviewer.engines.protocol import Evidence
from reviewer.engines.semgrep import unanswered
from reviewer.engines.semgrep.answer import Match, Trouble
from reviewer.engines.semgrep.copies import Copy, copies, places
from reviewer.engines.semgrep.core import CoreError, Limits, Target, ask
from reviewer.engines.semgrep.enclosing import enclosing_functions
from reviewer.engines.semgrep.patterns import Entry, entries
from reviewer.finding import Confidence, Finding, Gap
from reviewer.javascript.ast import Ast
from reviewer.record import value
from reviewer.rule import Rule
from reviewer.source import Script

LIMITS = Limits(run_seconds=240.0, rule_seconds=10.0, rule_timeouts=3, memory_mib=2000, characters=300_000)


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
    outcome = _Questions(core, limits, asked, texts).ask_all()
    yield from _findings(outcome, asked, texts, evidence)
    yield from unanswered.gaps(outcome.troubles, asked, texts, report, limits)
    for failure in outcome.failures:
        yield report.failed(failure.texts, [entry.rule for entry in failure.asked], failure.reason)


@value
class _Failure:
    """A question that got no answer at all."""

    asked: tuple[Entry, ...]
    texts: tuple[Copy, ...]
    reason: CoreError


@value
class _Outcome:
    matches: tuple[Match, ...]
    troubles: tuple[Trouble, ...]
    failures: tuple[_Failure, ...]


@value
class _Questions:
    """One question, all rules about all texts; halved until the rule or the text is found that brings the core down."""

    core: Path
    limits: Limits
    asked: Sequence[Entry]
    texts: Sequence[Copy]

    def ask_all(self) -> _Outcome:
        until = time.monotonic() + self.limits.run_seconds
        matches: list[Match] = []
        troubles: list[Trouble] = []
        failures: list[_Failure] = []
        with tempfile.TemporaryDirectory(prefix="kintone-reviewer-", ignore_cleanup_errors=True) as private:
            folder = Path(private)
            for copy in self.texts:
                (folder / copy.name).write_bytes(copy.data)
            questions = [(tuple(self.asked), tuple(self.texts))]
            while questions:
                asked, texts = questions.pop()
                targets = _targets(asked, texts)
                try:
                    answer = ask(
                        self.core,
                        folder,
                        [entry.pattern for entry in asked],
                        targets,
                        seconds=until - time.monotonic(),
                        limits=self.limits,
                    )
                except CoreError as reason:
                    smaller = [] if reason.timed_out else _halves(asked, texts, reason)
                    questions += smaller
                    failures += [] if smaller else [_Failure(asked, texts, reason)]
                    continue
                matches += answer.matches
                troubles += answer.troubles
                troubles += _overlooked(targets, answer.scanned)
        return _Outcome(tuple(matches), tuple(troubles), tuple(failures))


_Question = tuple[tuple[Entry, ...], tuple[Copy, ...]]


def _halves(asked: tuple[Entry, ...], texts: tuple[Copy, ...], reason: CoreError) -> list[_Question]:
    """The question in two; by rules where one of them is to blame, by texts where one made the core crash."""
    middle = len(asked) // 2
    if reason.about_rules and middle:
        return [(asked[:middle], texts), (asked[middle:], texts)]
    middle = len(texts) // 2
    if not reason.about_rules and middle:
        return [(asked, texts[:middle]), (asked, texts[middle:])]
    return []


def _targets(asked: Sequence[Entry], texts: Sequence[Copy]) -> list[Target]:
    return [
        Target(name=copy.name, analyzer=analyzer)
        for copy in texts
        for analyzer in sorted({name for entry in asked for name in entry.analyzers_for(copy.kind)})
    ]


def _overlooked(targets: Sequence[Target], scanned: frozenset[str]) -> Iterator[Trouble]:
    for name in sorted({target.name for target in targets} - scanned):
        yield Trouble(kind="Skipped", rule=None, target=name, message="", spans=())


def _findings(
    outcome: _Outcome, asked: Sequence[Entry], texts: Sequence[Copy], evidence: Evidence
) -> Iterator[Finding]:
    rules = {entry.name: entry.rule for entry in asked}
    trees = {ast.script: ast for ast in evidence.asts}
    for copy in texts:
        place = places(copy)
        located = sorted(
            {
                (place(match.start, match.end), rules[match.rule])
                for match in outcome.matches
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
