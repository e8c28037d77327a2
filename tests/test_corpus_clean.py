"""Good customizations in corpus/clean: nothing a reviewer must act on is said of them, and all of them is read."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from reviewer.intake import read
from reviewer.pipeline import review
from reviewer.review import Review, Verdict
from reviewer.rule import Policy, Rulebook, Severity
from reviewer.rulebook import load
from reviewer.source import LineMap

CLEAN = sorted(path for path in (Path(__file__).parents[1] / "corpus" / "clean").iterdir() if path.is_dir())
each = pytest.mark.parametrize("folder", CLEAN, ids=lambda folder: folder.name)


@cache
def _knowledge() -> tuple[Rulebook, Policy]:
    return load()


@cache
def _reviewed(folder: Path) -> Review:
    return review(read(folder), *_knowledge())


def _lines(folder: Path) -> int:
    written = (path for path in folder.rglob("*") if path.suffix in (".js", ".css", ".html", ".ts"))
    return sum(len(path.read_bytes().splitlines()) for path in written)


def test_there_are_enough_of_them() -> None:
    assert len(CLEAN) >= 15


@each
def test_nothing_to_act_on_is_found(folder: Path) -> None:
    acted_on = [
        f"{finding.location.file.path}:{LineMap(finding.location.file.text).position(finding.location.start).line}"
        f" {finding.rule.id}"
        for finding in _reviewed(folder).findings
        if finding.rule.severity.rank <= Severity.MEDIUM.rank
    ]

    assert acted_on == []


@each
def test_it_passes_with_everything_read(folder: Path) -> None:
    assert _reviewed(folder).verdict is Verdict.PASS


@each
def test_it_is_of_a_size_that_city_offices_write(folder: Path) -> None:
    assert 100 <= _lines(folder) <= 800
