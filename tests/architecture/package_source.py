"""The package as text: every module of `reviewer` with its syntax tree, for tests that hold the architecture."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "reviewer"


@dataclass(frozen=True, slots=True)
class Module:
    """One module: its path below `reviewer/`, its text and its tree."""

    path: str
    text: str
    tree: ast.Module


Rule = Callable[[Module], Iterable[tuple[int, str]]]
"""What a module does wrong: line and word of each place."""


def module_of(text: str, *, path: str = "example.py") -> Module:
    """A module made of its text."""
    return Module(path, text, ast.parse(text, filename=path))


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the package, by path."""
    return tuple(
        module_of(file.read_text(encoding="utf-8"), path=file.relative_to(PACKAGE).as_posix())
        for file in sorted(PACKAGE.rglob("*.py"))
    )


def violations(rule: Rule) -> list[str]:
    """Every place in the package that breaks a rule, as `path:line: what`."""
    return [f"reviewer/{module.path}:{line}: {what}" for module in modules() for line, what in rule(module)]


def name_of(node: ast.expr) -> str:
    """The last part of a dotted name; "" for anything else."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method, nested ones too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node
