"""The programs of test262-parser-tests: two independent parsers read the valid ones alike and refuse the others."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from script_samples import script

from reviewer.javascript.parsing import parse
from reviewer.javascript.reading import witnessed
from reviewer.source import Goal

PROMISED = {"pass": "agrees", "pass-explicit": "agrees", "fail": "refuses", "early": "refuses"}


def _recorded(folder: str) -> dict[str, str]:
    """The outcomes that test262.yaml explains, by file."""
    entries = yaml.safe_load(Path(__file__).with_name("test262.yaml").read_text(encoding="utf-8"))[folder]
    return {file: entry["outcome"] for entry in entries for file in entry["files"]}


def _outcome(file: Path) -> str:
    goal = Goal.MODULE if file.name.endswith(".module.js") else Goal.SCRIPT
    return witnessed(parse(script(file.read_bytes().decode("utf-8", "surrogatepass"), goal))).witness


@pytest.mark.parametrize(("folder", "promised"), PROMISED.items())
def test_the_outcome_is_the_promised_or_an_explained_one(npm_packages: Path, folder: str, promised: str) -> None:
    files = sorted((npm_packages / "test262-parser-tests" / folder).glob("*.js"))
    outcomes = {file.name: _outcome(file) for file in files}
    assert len(outcomes) > 600
    assert _recorded(folder) == {name: outcome for name, outcome in outcomes.items() if outcome != promised}


def test_the_explicit_form_of_a_program_has_the_same_problems(npm_packages: Path) -> None:
    folder = npm_packages / "test262-parser-tests"
    unread = {kind: {name for name, why in _recorded(kind).items() if why == "disagrees"} for kind in PROMISED}
    assert unread["pass-explicit"] <= unread["pass"]
    assert all((folder / "pass" / name).is_file() for name in unread["pass-explicit"])
