"""Entries in Semgrep's language that become rules: by a description of ours, or by what they say anyway."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.errors import ReviewerError
from reviewer.rule import Category, Rule, SemgrepCheck, Severity
from reviewer.rulebook import load

DESCRIBED = """\
rules:
  - id: house-no-print
    languages: [javascript]
    severity: INFO
    message: Printing.
    pattern: window.print(...)
    metadata:
      kintone-reviewer:
        category: guideline
        severity: medium
        title: {ja: 印刷しています, en: It prints}
        why: {ja: 紙が増えます。, en: Paper piles up.}
        fix: {ja: 消してください。, en: Remove it., example: 'noop();'}
        refs: {guideline: [C10], cwe: [200]}
"""
PLAIN = """\
rules:
  - id: elsewhere.print
    languages: [javascript]
    severity: {severity}
    message: >-
      Printing is used. It may
      empty the tray.
    pattern: window.print(...)
    metadata: {{cwe: {cwe}, category: security, technology: [browser]}}
"""


def loaded(tmp_path: Path, text: str) -> Rule:
    folder = tmp_path / "house"
    folder.mkdir()
    (folder / "rules.yaml").write_text(text, encoding="utf-8")
    rulebook, _ = load(extra_rules=[folder])
    (rule,) = [rule for rule in rulebook.rules if rule.source.startswith("house/")]
    return rule


def refused(tmp_path: Path, text: str) -> str:
    with pytest.raises(ReviewerError) as error:
        loaded(tmp_path, text)
    return error.value.message.en


def test_a_described_entry_needs_no_second_file(tmp_path: Path) -> None:
    rule = loaded(tmp_path, DESCRIBED)
    assert (rule.id, rule.category, rule.severity) == ("house-no-print", Category.GUIDELINE, Severity.MEDIUM)
    assert (rule.title.ja, rule.why.en, rule.fix.ja, rule.example) == (
        "印刷しています",
        "Paper piles up.",
        "消してください。",
        "noop();",
    )
    assert (rule.refs.guideline, rule.refs.cwe) == (("C10",), (200,))
    assert rule.check == SemgrepCheck(semgrep_id="house-no-print", file="house/rules.yaml")
    assert rule.source == "house/rules.yaml:2"


@pytest.mark.parametrize(
    ("word", "severity"),
    [
        ("CRITICAL", Severity.CRITICAL),
        ("ERROR", Severity.HIGH),
        ("HIGH", Severity.HIGH),
        ("WARNING", Severity.MEDIUM),
        ("MEDIUM", Severity.MEDIUM),
        ("LOW", Severity.LOW),
        ("INFO", Severity.INFO),
        ("INVENTORY", Severity.INFO),
    ],
)
def test_an_entry_from_elsewhere_speaks_by_its_message_and_severity(
    tmp_path: Path, word: str, severity: Severity
) -> None:
    rule = loaded(tmp_path, PLAIN.format(severity=word, cwe="[]"))
    assert (rule.severity, rule.category) == (severity, Category.GUIDELINE)
    assert rule.title.en == "Printing is used."
    assert rule.why.en == "Printing is used. It may empty the tray."


@pytest.mark.parametrize(
    ("written", "numbers"),
    [("'CWE-79: Cross-site scripting'", (79,)), ("['CWE-79: a', 'cwe-352']", (79, 352)), ("79", ()), ("{a: b}", ())],
)
def test_weaknesses_are_taken_from_entries_of_others(tmp_path: Path, written: str, numbers: tuple[int, ...]) -> None:
    assert loaded(tmp_path, PLAIN.format(severity="INFO", cwe=written)).refs.cwe == numbers


@pytest.mark.parametrize(
    ("written", "instead", "said"),
    [
        ("    severity: INFO\n", "    severity: BAD\n", "house/rules.yaml:4: BAD in severity is not known."),
        ("    message: Printing.\n", "", "house/rules.yaml:2: message is missing."),
        ("    pattern: window.print(...)\n", "", "house/rules.yaml:2: house-no-print has no pattern."),
        ("category: guideline", "category: style", "house/rules.yaml:9: style in category is not known."),
        ("title: {ja: 印刷しています, en", "title: {en", "house/rules.yaml:11: ja is missing."),
        ("        why:", "        wyh:", "house/rules.yaml:12: The key wyh is not known here. (why ?)"),
        ("guideline: [C10]", "guideline: [C99]", "The rule house-no-print refers to C99"),
        ("languages: [javascript]", "languages: javascript", "house/rules.yaml:3: languages must be a list"),
    ],
)
def test_a_mistake_in_an_entry_is_told_with_its_file_and_line(
    tmp_path: Path, written: str, instead: str, said: str
) -> None:
    assert written in DESCRIBED
    assert said in refused(tmp_path, DESCRIBED.replace(written, instead))


def test_every_entry_that_comes_with_the_reviewer_describes_itself() -> None:
    rulebook, _ = load()
    own = [rule for rule in rulebook.rules if isinstance(rule.check, SemgrepCheck)]
    assert own
    assert [rule.id for rule in own if rule.title.ja == rule.title.en] == []
