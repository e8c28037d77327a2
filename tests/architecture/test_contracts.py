"""The import contracts leave nothing out: every dependency has its one module."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

# Where a distribution's name is not the module's.
IMPORTED_AS: Mapping[str, str] = {"esprima-fork": "esprima", "pyyaml": "yaml"}


@pytest.fixture(scope="module")
def configuration(checkout: Path) -> Mapping[str, Any]:
    return tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))


def test_every_dependency_is_held_by_a_contract(configuration: Mapping[str, Any]) -> None:
    wanted = {re.split(r"[<>=!~ \[;]", line, maxsplit=1)[0] for line in configuration["project"]["dependencies"]}
    held = {
        module
        for contract in configuration["tool"]["importlinter"]["contracts"]
        for module in contract.get("forbidden_modules", ())
    }
    assert sorted(name for name in wanted if IMPORTED_AS.get(name, name.replace("-", "_")) not in held) == []


def test_every_contract_holds_by_a_list_of_exceptions_that_names_single_modules(
    configuration: Mapping[str, Any],
) -> None:
    exceptions = [
        edge
        for contract in configuration["tool"]["importlinter"]["contracts"]
        for edge in contract.get("ignore_imports", ())
    ]
    assert [edge for edge in exceptions if "*" in edge] == []
