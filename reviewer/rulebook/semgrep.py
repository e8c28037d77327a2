"""Files of rules in Semgrep's own language -> the ids they define; for house rules, the rules they stand for."""

from __future__ import annotations

from reviewer.rule import Category, References, Rule, SemgrepCheck, Severity
from reviewer.rulebook.document import Listing, Table, Value
from reviewer.rulebook.fields import Fields, tables
from reviewer.rulebook.problem import Problem
from reviewer.text import Text

_SEVERITIES = {
    "CRITICAL": Severity.CRITICAL,
    "ERROR": Severity.HIGH,
    "HIGH": Severity.HIGH,
    "WARNING": Severity.MEDIUM,
    "MEDIUM": Severity.MEDIUM,
    "LOW": Severity.LOW,
    "INFO": Severity.INFO,
}
_FIX = Text(
    ja="この庁内ルールの説明に従って直してください。",
    en="Change the code as this house rule's message asks.",
)


def is_semgrep(value: Value | None) -> bool:
    """Whether a document is written in Semgrep's language: a mapping with a list called rules."""
    return isinstance(value, Table) and isinstance(value.members.get("rules"), Listing)


def semgrep_rules(file: str, value: Value | None, problems: list[Problem]) -> tuple[Fields, ...]:
    """The entries of such a document."""
    return tables(file, value.members["rules"], problems) if isinstance(value, Table) and is_semgrep(value) else ()


def house_rule(fields: Fields) -> Rule:
    """A rule made from the Semgrep entry alone: its `message` and `severity`, with `metadata` where that says more.

    `metadata` may hold category, title, why and fix (each with ja and en) and refs' articles, guideline and cwe.
    """
    identity = fields.word("id")
    message = fields.word("message").strip() or identity
    said = Text(ja=message, en=message)
    severity = fields.word("severity")
    if severity != "?" and severity not in _SEVERITIES:
        fields.refuse_word("severity", severity, _SEVERITIES)
    metadata = fields.optional_inner("metadata")
    category = Category.GUIDELINE
    if metadata is not None and "category" in metadata.keys:
        word = metadata.word("category")
        category = Category(word) if word in set(Category) else Category.GUIDELINE
    return Rule(
        id=identity,
        category=category,
        severity=_SEVERITIES.get(severity, Severity.MEDIUM),
        title=_said(metadata, "title", said),
        why=_said(metadata, "why", said),
        fix=_said(metadata, "fix", _FIX),
        example=None,
        refs=References(
            articles=metadata.words("articles") if metadata else (),
            guideline=metadata.words("guideline") if metadata else (),
            cwe=(),
            ipa=(),
        ),
        check=SemgrepCheck(semgrep_id=identity, file=fields.file),
        source=f"{fields.file}:{fields.line}",
    )


def _said(metadata: Fields | None, key: str, otherwise: Text) -> Text:
    return metadata.text(key) if metadata is not None and key in metadata.keys else otherwise
