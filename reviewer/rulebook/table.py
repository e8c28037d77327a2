"""Regulations and rules -> a table of which rule, and which check by a person, stands for which item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reviewer.record import value
from reviewer.rule import Article, Regulation, Rule, Rulebook
from reviewer.text import Language, Text


@value
class Line:
    """One item with the rules that refer to it, worst first."""

    article: Article
    rules: tuple[Rule, ...]

    @property
    def answered(self) -> bool:
        """Whether a machine or a person looks at this item."""
        return bool(self.rules or self.article.manual)


def lines(rulebook: Rulebook) -> Iterator[tuple[Regulation, tuple[Line, ...]]]:
    """Every regulation with all its items, in the order of the rulebook."""
    referring: dict[str, list[Rule]] = {}
    for rule in sorted(rulebook.rules, key=lambda rule: (rule.severity.rank, rule.id)):
        for name in dict.fromkeys((*rule.refs.articles, *rule.refs.guideline)):
            referring.setdefault(name, []).append(rule)
    for regulation in rulebook.regulations:
        yield regulation, tuple(_line(article, referring) for article in regulation.articles)


def _line(article: Article, referring: Mapping[str, list[Rule]]) -> Line:
    return Line(article=article, rules=tuple(referring.get(article.id, ())))


_HEAD = (
    Text(ja="項目", en="item"),
    Text(ja="求めること", en="what it asks"),
    Text(ja="調べるルール", en="rules"),
    Text(ja="人が確かめること", en="checked by a person"),
)
_NOBODY = Text(ja="**どちらもありません**", en="**neither**")


def markdown(rulebook: Rulebook, language: Language) -> Iterator[str]:
    """The table in Markdown, line by line: it reads well on a console and can be pasted into a document."""
    for regulation, items in lines(rulebook):
        yield f"## {regulation.title.to(language)}"
        yield ""
        yield _row(word.to(language) for word in _HEAD)
        yield _row("---" for _ in _HEAD)
        for item in items:
            yield _row(_cells(item, language))
        yield ""


def _cells(item: Line, language: Language) -> Iterator[str]:
    yield item.article.id
    yield item.article.title.to(language)
    yield ", ".join(f"{rule.id} ({rule.severity.value})" for rule in item.rules)
    yield ("<br>".join(line.to(language) for line in item.article.manual) if item.answered else _NOBODY.to(language))


def _row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"
