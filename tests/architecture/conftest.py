"""The package as text: every module of `reviewer` with its syntax tree, for tests that hold the architecture."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "reviewer"


@dataclass(frozen=True, slots=True)
class Module:
    """One module: its path below `reviewer/`, its text and its tree."""

    path: str
    text: str
    tree: ast.Module


def read_modules() -> tuple[Module, ...]:
    """Every module of the package, by path."""
    read = []
    for file in sorted(PACKAGE.rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        read.append(Module(file.relative_to(PACKAGE).as_posix(), text, ast.parse(text, filename=str(file))))
    return tuple(read)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for `module` is run for each of them."""
    if "module" in metafunc.fixturenames:
        metafunc.parametrize("module", [pytest.param(module, id=module.path) for module in read_modules()])


@pytest.fixture(scope="session")
def modules() -> tuple[Module, ...]:
    """All modules at once."""
    return read_modules()
