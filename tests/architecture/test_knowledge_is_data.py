"""Python knows no rule and no platform name: what is known of rules and APIs stands under `rules/` alone."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest
from package_source import Module, module_of, violations

from reviewer.rule import Category, SemgrepCheck
from reviewer.rulebook import load

# Names of the product and of the platform in sentences are welcome; names of its API are not.
API_NAME = re.compile(
    r"\bkintone\.[A-Za-z]|\bcybozu\.[A-Za-z]|\bgaroon\.[A-Za-z]|/k/(?:v1|guest)|\b(?:mobile\.)?app\.(?:record|report)\."
    r"|\b(?:space\.)?portal\.show\b|\bgaia-|\bocean-ui|\bkintoneplugin-"
)


def strings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every string that the program can use; docstrings are for readers and left out."""
    prose = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node.lineno, node.value


@pytest.fixture(scope="module")
def rule_ids() -> frozenset[str]:
    """Every id a rule goes by, in Semgrep's language too; a few are called like their category, which is code."""
    rulebook, _ = load()
    own = {rule.id for rule in rulebook.rules}
    of_semgrep = {rule.check.semgrep_id for rule in rulebook.rules if isinstance(rule.check, SemgrepCheck)}
    return frozenset((own | of_semgrep) - set(Category))


def api_names(module: Module) -> Iterator[tuple[int, str]]:
    """Strings with a name of kintone's API in them."""
    return ((line, text) for line, text in strings(module.tree) if API_NAME.search(text))


def test_no_module_names_a_rule(rule_ids: frozenset[str]) -> None:
    def named(module: Module) -> Iterator[tuple[int, str]]:
        return ((line, text) for line, text in strings(module.tree) if text in rule_ids)

    assert rule_ids
    assert violations(named) == []


def test_no_module_names_anything_of_the_platforms_api() -> None:
    assert violations(api_names) == []


@pytest.mark.parametrize(
    "text", ["'kintone.events.on'", "f'/k/v1/{path}.json'", "'app.record.edit.show'", "{'gaia-argoui-app': 1}"]
)
def test_a_name_of_the_api_is_seen(text: str) -> None:
    assert list(api_names(module_of(f"name = {text}")))


@pytest.mark.parametrize("text", ["'kintone-reviewer'", "'kintoneのアプリ'", "'the app and its record'"])
def test_the_platforms_name_in_a_sentence_is_no_name_of_its_api(text: str) -> None:
    assert list(api_names(module_of(f'"""About kintone.api()."""\nname = {text}'))) == []
