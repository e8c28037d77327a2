"""Regulations of which one takes another's place -> those that hold, and rules that refer to their items.

So another city brings its own terms of use in one file and need not touch a rule.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reviewer.rule import Rule
from reviewer.rulebook.crosscheck import at, given_twice
from reviewer.rulebook.problem import Problem
from reviewer.rulebook.regulation import Code, Numbering


def holding(codes: Sequence[Code]) -> tuple[Code, ...]:
    """The regulations that no other takes the place of; one that replaces another stands where that one stood."""
    replacing = {code.replaces: code for code in codes if code.replaces is not None}
    kept = (code for code in codes if code.replaces not in {each.regulation.id for each in codes})
    return tuple(replacing.get(code.regulation.id, code) for code in kept)


def renumbered(rules: Iterable[Rule], codes: Sequence[Code], house: Collection[str]) -> tuple[Rule, ...]:
    """Rules with their references led to the items that now hold; those of house files name the new items already.

    A reference to an item that nothing stands for is dropped: the other city asks no such thing.
    """
    articles = _successors(codes, Numbering.ARTICLES)
    guideline = _successors(codes, Numbering.GUIDELINE)
    return tuple(
        rule
        if at(rule.source)[0] in house
        else replace(
            rule,
            refs=replace(
                rule.refs,
                articles=_led(rule.refs.articles, articles),
                guideline=_led(rule.refs.guideline, guideline),
            ),
        )
        for rule in rules
    )


def _successors(codes: Sequence[Code], numbering: Numbering) -> Mapping[str, tuple[str, ...]]:
    """Each replaced item with the new ones that stand for it, in their order."""
    known = {code.regulation.id: code for code in codes}
    found: dict[str, tuple[str, ...]] = {}
    for code in codes:
        replaced = known.get(code.replaces or "")
        if replaced is None or replaced.numbering is not numbering:
            continue
        for clause in replaced.clauses:
            found[clause.article.id] = tuple(
                new.article.id for new in code.clauses if clause.article.id in new.stands_for
            )
    return found


def _led(names: Iterable[str], successors: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(new for name in names for new in successors.get(name, (name,))))


def mistakes(codes: Sequence[Code]) -> Iterator[Problem]:
    """Regulations and items that are said to be replaced and do not exist."""
    known = {code.regulation.id: code for code in codes}
    yield from given_twice("replaces", ((code.replaces, code.origin) for code in codes if code.replaces is not None))
    for code in codes:
        replaced = known.get(code.replaces) if code.replaces is not None else None
        if code.replaces is not None and (replaced is None or replaced.replaces is not None):
            yield Problem(
                *at(code.origin),
                f"置き換える相手 {code.replaces} は、regulation/ にないか、それ自身がほかを置き換えています。",
                f"{code.replaces}, which this replaces, is not in regulation/ or replaces another itself.",
            )
            continue
        items = {article.id for article in replaced.regulation.articles} if replaced is not None else set()
        for clause in code.clauses:
            for name in clause.stands_for:
                if name not in items:
                    yield Problem(
                        *at(clause.origin),
                        f"項目 {clause.article.id} の stands_for にある {name} は、置き換える相手にありません。"
                        "replaces と番号を確かめてください。",
                        f"The item {clause.article.id} stands for {name}, which the replaced regulation does not hold. "
                        "Check replaces and the number.",
                    )
