"""Whole submissions in corpus/submissions: kind, verdict, and every finding at medium and above, no more, no fewer."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml

from reviewer.intake import read
from reviewer.pipeline import review
from reviewer.review import Review
from reviewer.rule import Policy, Rulebook, Severity
from reviewer.rulebook import load
from reviewer.source import LineMap

CASES = sorted(path for path in (Path(__file__).parents[1] / "corpus" / "submissions").iterdir() if path.is_dir())


@cache
def _knowledge() -> tuple[Rulebook, Policy]:
    return load()


def _reviewed(case: Path) -> tuple[Review, dict[str, object]]:
    expected = yaml.safe_load((case / "expected.yaml").read_text(encoding="utf-8"))
    return review(read(case / expected.get("review", ".")), *_knowledge()), expected


def test_there_are_enough_and_half_of_them_are_clean() -> None:
    verdicts = [yaml.safe_load((case / "expected.yaml").read_text(encoding="utf-8"))["verdict"] for case in CASES]

    assert len(CASES) >= 12
    assert 2 * verdicts.count("pass") >= len(CASES) - 2


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in CASES])
def test_a_submission_is_judged_as_expected(case: Path) -> None:
    result, expected = _reviewed(case)

    found = sorted(
        (
            finding.rule.category.value,
            finding.location.file.path,
            LineMap(finding.location.file.text).position(finding.location.start).line,
        )
        for finding in result.findings
        if finding.rule.severity.rank <= Severity.MEDIUM.rank
    )
    wanted = expected["findings"]
    assert isinstance(wanted, list)
    assert sorted({*found}) == sorted((each["category"], each["path"], each["line"]) for each in wanted)
    assert result.submission.kind.value == expected["kind"]
    assert result.verdict.value == expected["verdict"]
