"""Every rule answers its own sample, through the whole pipeline: what is marked is found, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from reviewer import intake
from reviewer.finding import Finding
from reviewer.pipeline import review
from reviewer.rule import Policy, Rulebook
from reviewer.rulebook import load
from reviewer.rulebook.declarations import read_declaration
from reviewer.rulebook.policies import read_policy
from reviewer.rulebook.samples import Mark, Sample, marks, samples
from reviewer.source import LineMap, Location

SAMPLES = samples(Path(__file__).resolve().parent.parent / "corpus" / "rules")
Place = tuple[str, int, str]


@cache
def knowledge() -> tuple[Rulebook, Policy]:
    return load()


@cache
def findings(sample: Sample) -> tuple[Finding, ...]:
    """Of the rules that the sample tells of."""
    rulebook, policy = knowledge()
    told = replace(rulebook, rules=tuple(rule for rule in rulebook.rules if rule.id in sample.rules))
    chosen = policy if sample.policy is None else read_policy(sample.policy)
    declared = None if sample.declaration is None else read_declaration(sample.declaration, rulebook)
    return review(intake.read(sample.reviewed), told, chosen, declaration=declared).findings


def line(location: Location) -> int:
    return LineMap(location.file.text).position(location.start).line


def found(sample: Sample) -> frozenset[Place]:
    return frozenset(
        (finding.location.file.path, line(finding.location), finding.rule.id) for finding in findings(sample)
    )


def spelled(places: Iterable[Place]) -> list[str]:
    return [f"{path}:{number} {rule}" for path, number, rule in sorted(places)]


each = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.rule)


@each
def test_what_is_expected_is_found(sample: Sample) -> None:
    assert spelled(sample.places("expect", "spurious") - found(sample)) == []


@each
def test_nothing_else_is_found(sample: Sample) -> None:
    assert spelled(found(sample) - sample.places("expect", "spurious")) == []


@each
def test_traces_begin_where_the_sample_says(sample: Sample) -> None:
    told = sample.places("source")
    begins = {
        (finding.trace[0].location.file.path, line(finding.trace[0].location), finding.rule.id)
        for finding in findings(sample)
        if finding.trace and any(rule == finding.rule.id for _, _, rule in told)
    }

    assert spelled(begins - told) == []


@each
def test_a_sample_shows_its_rule_at_work(sample: Sample) -> None:
    assert any(mark.rule == sample.rule and mark.word in ("expect", "missing") for mark in sample.marks)


def test_every_rule_has_a_sample() -> None:
    rules = {rule.id for rule in knowledge()[0].rules}

    assert sorted(rules - {sample.rule for sample in SAMPLES}) == []


def test_samples_speak_of_rules_that_exist() -> None:
    rules = {rule.id for rule in knowledge()[0].rules}

    assert sorted({rule for sample in SAMPLES for rule in sample.rules} - rules) == []


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("a.js", "x();\ny(); // expect: one, two", [("one", "expect"), ("two", "expect")]),
        ("a.js", "'expect: one'", []),
        ("a.js", "f(); // missing: one  \n", [("one", "missing")]),
        ("a.css", "a { } /* expect: one */", [("one", "expect")]),
        ("a.html", "<p> <!-- spurious: one -->", [("one", "spurious")]),
        ("a.html", "<script>\nf(); // source: one\n</script>", [("one", "source")]),
        ("a.txt", "// expect: one", []),
    ],
)
def test_marks_are_comments_of_the_language(path: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(mark.rule, mark.word) for mark in marks(path, text.encode())] == expected


def test_a_mark_stands_for_its_own_line_whatever_ends_lines() -> None:
    assert list(marks("a.js", b"f();\r\ng();\rh(); // expect: one\n")) == [Mark("a.js", 3, "one", "expect")]
