"""A library is told by its words where its banner is gone: a claim like any other, and never a reason to trust it."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from evidence_samples import evidence_of, results, source

from reviewer.engines.hidden import ENGINE as HIDDEN
from reviewer.engines.identities import exact_copies, identify
from reviewer.engines.libraries import ENGINE
from reviewer.engines.protocol import Evidence
from reviewer.rule import Advisory, Policy, Rulebook, Severity, Shape

Rules = tuple[Rulebook, Policy]

WORDS = [f"propertyOf{letter}" for letter in "ABCDEFGHIJKLMNOPQRST"]
SHAPE = Shape("sorter", ("1.2.3", "1.4.0"), frozenset(WORDS))
FILLER = "f();\n" * 600


def claims(rules: Rules, code: str, *shapes: Shape) -> list[tuple[str, str, str]]:
    return [
        (entry.name, entry.version, entry.identity)
        for entry in identify(with_shapes(evidence_of(rules, source("a.js", code)), *shapes))
    ]


def with_shapes(evidence: Evidence, *shapes: Shape) -> Evidence:
    weak = Advisory("sorter", None, "1.4.0", Severity.HIGH, ("CVE-2031-1",), ())
    return replace(evidence, rulebook=replace(evidence.rulebook, shapes=shapes, advisories=(weak,)))


def using(words: list[str]) -> str:
    return FILLER + "".join(f"x.{word}();\n" for word in words)


def test_the_words_of_a_library_are_a_claim(rules: Rules) -> None:
    assert claims(rules, using(WORDS), SHAPE) == [("sorter", "", "claimed")]


def test_a_version_written_in_the_file_is_that_of_the_library(rules: Rules) -> None:
    assert claims(rules, using(WORDS) + "x.version = '1.2.3';", SHAPE) == [("sorter", "1.2.3", "claimed")]


def test_a_version_of_the_same_line_counts_where_the_library_is_alone(rules: Rules) -> None:
    other = Shape("mixer", ("1.0.0",), frozenset(word.replace("property", "method") for word in WORDS))
    both = using(WORDS) + using([word.replace("property", "method") for word in WORDS])
    assert claims(rules, using(WORDS) + "x.version = '1.3.0';", SHAPE) == [("sorter", "1.3.0", "claimed")]
    assert {version for _, version, _ in claims(rules, both + "x.version = '1.3.0';", SHAPE, other)} == {""}


def test_several_possible_versions_are_none(rules: Rules) -> None:
    code = using(WORDS) + "x.version = '1.2.3'; y.version = '1.4.0';"
    assert claims(rules, code, SHAPE) == [("sorter", "", "claimed")]


@pytest.mark.parametrize("code", [using(WORDS[:17]), "".join(f"x.{word}();" for word in WORDS[:4]), ""])
def test_code_that_merely_uses_a_library_is_not_it(rules: Rules, code: str) -> None:
    assert claims(rules, code, SHAPE) == []


def test_the_line_of_releases_that_fits_best_is_told(rules: Rules) -> None:
    newer = Shape("sorter", ("2.0.0",), frozenset([*WORDS[:18], "newerOne", "newerTwo"]))
    assert claims(rules, using([*WORDS[:18], "newerOne", "newerTwo"]) + "v = '2.0.0';", SHAPE, newer) == [
        ("sorter", "2.0.0", "claimed")
    ]


def test_known_weaknesses_of_a_bundled_library_are_told(rules: Rules) -> None:
    evidence = with_shapes(evidence_of(rules, source("a.js", using(WORDS) + "x.version = '1.2.3';")), SHAPE)
    findings, _ = results(ENGINE, evidence)
    assert [(finding.rule.id, finding.confidence.value) for finding in findings] == [
        ("library-with-severe-weaknesses", "medium")
    ]


@pytest.mark.parametrize("form", [["--format", "beautify=true"], ["--mangle", "--compress"]])
def test_a_real_library_written_anew_is_recognised_and_not_trusted(
    rules: Rules, node: Path, npm_packages: Path, tmp_path: Path, form: list[str]
) -> None:
    original = npm_packages / "kintone-ui-component" / "umd" / "kuc.min.js"
    made = tmp_path / "made.js"
    terser = npm_packages / "terser" / "bin" / "terser"
    subprocess.run([node, terser, original, "--comments", "false", *form, "--output", made], check=True, timeout=120)
    file = source("made.js", made.read_text(encoding="utf-8"))
    evidence = evidence_of(rules, file)
    assert exact_copies([file], rules[0]) == {}
    assert ("kintone-ui-component", "1.24.0", "claimed") in {
        (entry.name, entry.version, entry.identity) for entry in identify(evidence)
    }
    assert [gap.kind for gap in results(HIDDEN, evidence)[1]] == ["unreadable-code"]
