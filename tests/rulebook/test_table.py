"""Every item of the guidelines and of the terms of use is looked at by a rule or by a person."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewer.rule import Article, Regulation, Rulebook
from reviewer.rulebook import load
from reviewer.rulebook.table import Line, lines, markdown
from reviewer.text import Language, Text

CODING = [f"C{number}" for number in range(1, 17)]
SECURE = [f"S{number}" for number in range(1, 19)]
TERMS = ["5", "6", "9", "10", "11", "12"]


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load()[0]


@pytest.fixture(scope="module")
def items(rulebook: Rulebook) -> dict[str, Line]:
    return {line.article.id: line for _, found in lines(rulebook) for line in found}


@pytest.mark.parametrize("name", CODING + SECURE + TERMS)
def test_a_machine_or_a_person_looks_at_the_item(items: dict[str, Line], name: str) -> None:
    assert items[name].answered


@pytest.mark.parametrize(
    "name", [*SECURE, *(name for name in CODING if name not in ("C9", "C12", "C15", "C16")), *TERMS]
)
def test_an_item_that_shows_in_code_has_a_rule(items: dict[str, Line], name: str) -> None:
    assert items[name].rules


def test_every_rule_stands_for_an_item(rulebook: Rulebook, items: dict[str, Line]) -> None:
    listed = {rule.id for line in items.values() for rule in line.rules}

    assert sorted({rule.id for rule in rulebook.rules} - listed) == []


def test_every_rule_names_an_article_of_the_terms(rulebook: Rulebook) -> None:
    assert [rule.id for rule in rulebook.rules if not rule.refs.articles] == []


def test_the_table_names_each_item_with_its_rules_worst_first(items: dict[str, Line], rulebook: Rulebook) -> None:
    rows = [row for row in markdown(rulebook, Language.EN) if row.startswith("| S17 ")]

    ranks = [rule.severity.rank for rule in items["S17"].rules]
    assert ranks == sorted(ranks)
    assert len(rows) == 1
    assert [rule.id in rows[0] for rule in items["S17"].rules] == [True] * len(ranks)


def test_an_item_that_nobody_looks_at_is_told() -> None:
    same = Text(ja="題", en="t")
    article = Article(id="X1", title=Text(ja="縦|棒", en="a|b"), asks=same, manual=())
    empty = replace(load()[0], regulations=(Regulation(id="x", title=same, articles=(article,)),), rules=())

    assert "| X1 | a&#124;b |  | **neither** |" in list(markdown(empty, Language.EN))
    assert "| X1 | 縦&#124;棒 |  | **どちらもありません** |" in list(markdown(empty, Language.JA))
