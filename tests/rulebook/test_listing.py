"""Rules as text for people."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewer.rule import Rule, Severity
from reviewer.rulebook import describe, load, rows
from reviewer.text import Language


@pytest.fixture(scope="module")
def rules() -> tuple[Rule, ...]:
    return load()[0].rules


def test_the_worst_stand_first(rules: tuple[Rule, ...]) -> None:
    order = [Severity(row.split()[0]).rank for row in rows(rules, Language.JA)]

    assert order == sorted(order)
    assert len(order) == len(rules)


def test_no_rules_are_no_rows() -> None:
    assert list(rows([], Language.EN)) == []


@pytest.mark.parametrize("language", list(Language))
def test_a_description_says_everything(rules: tuple[Rule, ...], language: Language) -> None:
    for rule in rules:
        text = describe(rule, language)

        for part in (rule.id, rule.title, rule.why, rule.fix, rule.source):
            assert (part if isinstance(part, str) else part.to(language)) in text


def test_references_are_spelled_out(rules: tuple[Rule, ...]) -> None:
    rule = next(rule for rule in rules if rule.id == "query-injection")

    text = describe(rule, Language.JA)

    assert "利用規約 第9条" in text
    assert "CWE-943" in text
    assert "flow: record, user, url" in text


def test_an_article_put_in_later_is_called_as_laws_call_it(rules: tuple[Rule, ...]) -> None:
    rule = replace(rules[0], refs=replace(rules[0].refs, articles=("7の2",)))

    assert "利用規約 第7条の2" in describe(rule, Language.JA)
