"""Files of rules/regulation/ -> regulations."""

from __future__ import annotations

from enum import StrEnum

from reviewer.record import value
from reviewer.rule import Article, Regulation
from reviewer.rulebook.fields import Fields, read_text


class Numbering(StrEnum):
    """Which list of a rule's `refs` names the items of a regulation."""

    ARTICLES = "articles"
    GUIDELINE = "guideline"


@value
class Clause:
    """One item as a file tells it; `stands_for` are the items of the replaced regulation that it takes the place of."""

    article: Article
    stands_for: tuple[str, ...]
    origin: str


@value
class Code:
    """A regulation as a file tells it; `replaces` is the id of one that it takes the place of."""

    numbering: Numbering
    regulation: Regulation
    replaces: str | None
    clauses: tuple[Clause, ...]
    origin: str


def read_regulation(fields: Fields) -> Code:
    """One regulation or guideline with all its items."""
    clauses = tuple(_clause(item) for item in fields.each("items"))
    code = Code(
        numbering=fields.choice("numbering", Numbering),
        regulation=Regulation(
            id=fields.word("id"),
            title=fields.text("title"),
            articles=tuple(clause.article for clause in clauses),
        ),
        replaces=fields.optional_word("replaces"),
        clauses=clauses,
        origin=f"{fields.file}:{fields.line_of('replaces')}",
    )
    if not clauses:
        fields.object_to("items", "items がありません。", "items is missing.")
    fields.close()
    return code


def _clause(fields: Fields) -> Clause:
    clause = Clause(
        article=Article(
            id=fields.word("id"),
            title=fields.text("title"),
            asks=fields.text("asks"),
            manual=tuple(read_text(item) for item in fields.each("manual")),
        ),
        stands_for=fields.words("stands_for"),
        origin=f"{fields.file}:{fields.line_of('stands_for')}",
    )
    fields.close()
    return clause
