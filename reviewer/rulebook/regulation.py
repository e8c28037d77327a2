"""Files of rules/regulation/ and rules/policy/ -> regulations and a policy."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from reviewer.rule import Article, Policy, Regulation, Severity
from reviewer.rulebook.fields import Fields, read_text


class Numbering(StrEnum):
    """Which list of a rule's `refs` names the items of a regulation."""

    ARTICLES = "articles"
    GUIDELINE = "guideline"


def read_regulation(fields: Fields) -> tuple[Numbering, Regulation]:
    """One regulation or guideline with all its items."""
    numbering = fields.choice("numbering", Numbering)
    regulation = Regulation(
        id=fields.word("id"),
        title=fields.text("title"),
        articles=tuple(_article(item) for item in fields.each("items")),
    )
    fields.close()
    return numbering, regulation


def _article(fields: Fields) -> Article:
    article = Article(
        id=fields.word("id"),
        title=fields.text("title"),
        asks=fields.text("asks"),
        manual=tuple(read_text(item) for item in fields.each("manual")),
    )
    fields.close()
    return article


def read_policy(fields: Fields) -> Policy:
    """What the city decides."""
    policy = Policy(
        name=fields.word("name"),
        version=fields.word("version"),
        blocks=_severities(fields, "blocks"),
        conditional=_severities(fields, "conditional"),
        trusted_hosts=fields.words("trusted_hosts"),
    )
    for severity in set(policy.blocks) & set(policy.conditional):
        fields.object_to(
            "conditional",
            f"{severity.value} が blocks と conditional の両方にあります。",
            f"{severity.value} stands in both blocks and conditional.",
        )
    fields.close()
    return policy


def _severities(fields: Fields, key: str) -> tuple[Severity, ...]:
    words: Iterable[str] = fields.choices(key, tuple(Severity))
    return tuple(severity for severity in Severity if severity in words)
