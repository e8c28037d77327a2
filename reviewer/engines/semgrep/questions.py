"""Rules and texts -> what Semgrep says of them: asked once for all, halved where that fails, known answers kept.

What a clock cut short is kept as well, under `PASSING`: it holds for the run it was found in, where the same would take
as long again, and whoever keeps answers forgets it before the next.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewer.answers import Answer, Answers, question
from reviewer.engines.semgrep.answer import Match, Span, Trouble
from reviewer.engines.semgrep.copies import Copy
from reviewer.engines.semgrep.core import CoreError, Limits, Target, ask
from reviewer.engines.semgrep.patterns import Entry
from reviewer.engines.semgrep.unanswered import PARSE_TROUBLES

_LASTING, PASSING = "semgrep", "semgrep-now"
"""Kinds of questions: one with the same answer at any time, and one that a busier machine answers otherwise."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A question that got no answer at all."""

    asked: tuple[Entry, ...]
    texts: tuple[Copy, ...]
    reason: CoreError


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that was said, and the questions that got no answer."""

    matches: tuple[Match, ...]
    troubles: tuple[Trouble, ...]
    failures: tuple[Failure, ...]


def outcome(core: Path, limits: Limits, asked: Sequence[Entry], texts: Sequence[Copy], answers: Answers) -> Outcome:
    """What there is to say of the texts; only those that nobody asked about before are given to the core.

    Nothing is said of those that somebody else is asking about at this moment.
    """
    rules = json.dumps([[entry.name, entry.rule.id, entry.pattern] for entry in asked], sort_keys=True)

    def named(kind: str, copy: Copy) -> str:
        return question(kind, rules, copy.name.rpartition(".")[2], copy.script.text)

    known = {
        copy.name: _remembered(answers.get(named(_LASTING, copy)), copy)
        or _remembered(answers.get(named(PASSING, copy)), copy)
        for copy in texts
    }
    unknown = [copy for copy in texts if known[copy.name] is None and answers.take(named(_LASTING, copy))]
    fresh = _Questions(core, limits, asked, unknown).ask_all()
    if not fresh.failures and all(trouble.target is not None for trouble in fresh.troubles):
        for copy in unknown:
            answers.put(named(_LASTING if _is_settled(fresh, copy) else PASSING, copy), _kept(fresh, copy))
    old = [each for each in known.values() if each is not None]
    return Outcome(
        matches=(*(match for each in old for match in each.matches), *fresh.matches),
        troubles=(*(trouble for each in old for trouble in each.troubles), *fresh.troubles),
        failures=fresh.failures,
    )


def _is_settled(fresh: Outcome, copy: Copy) -> bool:
    """Whether the same would be said again at any time: nothing of a clock or of memory is in it."""
    return all(trouble.target != copy.name or trouble.kind in PARSE_TROUBLES for trouble in fresh.troubles)


def _kept(fresh: Outcome, copy: Copy) -> Answer:
    return {
        "matches": [[each.rule, each.start, each.end] for each in fresh.matches if each.target == copy.name],
        "troubles": [
            [
                each.kind,
                each.rule,
                each.message,
                [[s.start_line, s.start_column, s.end_line, s.end_column] for s in each.spans],
            ]
            for each in fresh.troubles
            if each.target == copy.name
        ],
    }


def _remembered(answer: Answer | None, copy: Copy) -> Outcome | None:
    """The answer as it was kept, about this copy; None where it has not the form of one."""
    match answer:
        case {"matches": list(matches), "troubles": list(troubles)}:
            read = [_match(each, copy.name) for each in matches]
            told = [_trouble(each, copy.name) for each in troubles]
            if None not in read and None not in told:
                return Outcome(
                    tuple(each for each in read if each is not None),
                    tuple(each for each in told if each is not None),
                    (),
                )
    return None


def _match(written: object, name: str) -> Match | None:
    match written:
        case [str(rule), int(start), int(end)]:
            return Match(rule, name, start, end)
    return None


def _trouble(written: object, name: str) -> Trouble | None:
    match written:
        case [str(kind), (str() | None) as rule, str(message), list(spans)]:
            places = tuple(Span(*span) for span in spans if isinstance(span, list) and len(span) == 4)
            return Trouble(kind, rule, name, message, places) if len(places) == len(spans) else None
    return None


@dataclass(frozen=True, slots=True)
class _Questions:
    """One question, all rules about all texts; halved until the rule or the text is found that brings the core down."""

    core: Path
    limits: Limits
    asked: Sequence[Entry]
    texts: Sequence[Copy]

    def ask_all(self) -> Outcome:
        """Everything that the core says."""
        if not self.texts:
            return Outcome((), (), ())
        until = time.monotonic() + self.limits.run_seconds
        matches: list[Match] = []
        troubles: list[Trouble] = []
        failures: list[Failure] = []
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
                    failures += [] if smaller else [Failure(asked, texts, reason)]
                    continue
                matches += answer.matches
                troubles += answer.troubles
                troubles += _overlooked(targets, answer.scanned)
        return Outcome(tuple(matches), tuple(troubles), tuple(failures))


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
