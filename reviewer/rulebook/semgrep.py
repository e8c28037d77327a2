"""Files of rules in Semgrep's own language -> their entries; an entry that says enough about itself -> a rule.

An entry describes itself for reports under `metadata`, where Semgrep reads nothing:

    metadata:
      kintone-reviewer:
        category: guideline
        severity: low
        title: {ja: ..., en: ...}
        why: {ja: ..., en: ...}
        fix: {ja: ..., en: ..., example: ...}
        refs: {guideline: [S18]}

so that a house rule is one entry in one file. An entry from elsewhere has no such part: its `message`, `severity` and
`metadata.cwe` speak for it, in the language they are written in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reviewer.rule import Category, References, Rule, SemgrepCheck, Severity
from reviewer.rulebook.document import Listing, Table, Value
from reviewer.rulebook.fields import Fields, tables
from reviewer.rulebook.problem import Problem
from reviewer.rulebook.rules import read_fix, read_references
from reviewer.text import Text

_OURS = "kintone-reviewer"
_SEVERITIES: Mapping[str, Severity] = {
    "CRITICAL": Severity.CRITICAL,
    "ERROR": Severity.HIGH,
    "HIGH": Severity.HIGH,
    "WARNING": Severity.MEDIUM,
    "MEDIUM": Severity.MEDIUM,
    "LOW": Severity.LOW,
    "INFO": Severity.INFO,
    "INVENTORY": Severity.INFO,
    "EXPERIMENT": Severity.INFO,
}
_PATTERNS = frozenset({"pattern", "patterns", "pattern-either", "pattern-regex", "pattern-sources", "match", "taint"})
_FIX = Text(
    ja="このルールの説明に従って直してください。",
    en="Change the code as this rule's message asks.",
)
_SENTENCE = re.compile(r".+?(?:[。!?!?]|\.(?=\s|$)|$)", re.MULTILINE)
_TITLE = 120
_CWE = re.compile(r"CWE-([0-9]{1,5})(?![0-9])", re.IGNORECASE)


def is_semgrep(value: Value | None) -> bool:
    """Whether a document is written in Semgrep's language: a mapping with a list called rules."""
    return isinstance(value, Table) and isinstance(value.members.get("rules"), Listing)


def semgrep_rules(file: str, value: Value | None, problems: list[Problem]) -> tuple[Fields, ...]:
    """The entries of such a document."""
    return tables(file, value.members["rules"], problems) if isinstance(value, Table) and is_semgrep(value) else ()


def describes_itself(fields: Fields) -> bool:
    """Whether an entry has words of ours for its reader."""
    metadata = fields.optional_inner("metadata")
    return metadata is not None and _OURS in metadata.keys


def house_rule(fields: Fields) -> Rule:
    """The rule that a Semgrep entry is; what is wrong with the entry is noted where `fields` notes it."""
    identity = fields.word("id")
    message = " ".join(fields.word("message").split()) or identity
    severity = fields.word("severity")
    if severity != "?" and severity not in _SEVERITIES:
        fields.refuse_word("severity", severity, _SEVERITIES)
    fields.words("languages")
    if not _PATTERNS & set(fields.keys):
        fields.object_to(
            "id",
            f"{identity} に pattern や patterns がありません。探すコードの形を書いてください。",
            f"{identity} has no pattern. Write what code it looks for.",
        )
    metadata = fields.optional_inner("metadata")
    ours = metadata.optional_inner(_OURS) if metadata is not None else None
    if ours is not None:
        return _described(fields, ours, identity)
    return Rule(
        id=identity,
        category=Category.GUIDELINE,
        severity=_SEVERITIES.get(severity, Severity.MEDIUM),
        title=_both(_first_sentence(message)),
        why=_both(message),
        fix=_FIX,
        example=None,
        refs=References(articles=(), guideline=(), cwe=_weaknesses(metadata), ipa=()),
        check=SemgrepCheck(semgrep_id=identity, file=fields.file),
        source=f"{fields.file}:{fields.line}",
    )


def _described(fields: Fields, ours: Fields, identity: str) -> Rule:
    fix, example = read_fix(ours)
    rule = Rule(
        id=identity,
        category=ours.choice("category", Category),
        severity=ours.choice("severity", Severity),
        title=ours.text("title"),
        why=ours.text("why"),
        fix=fix,
        example=example,
        refs=read_references(ours),
        check=SemgrepCheck(semgrep_id=identity, file=fields.file),
        source=f"{fields.file}:{fields.line}",
    )
    ours.close()
    return rule


def _both(words: str) -> Text:
    return Text(ja=words, en=words)


def _first_sentence(message: str) -> str:
    match = _SENTENCE.match(message)
    sentence = match[0] if match is not None else message
    return sentence if len(sentence) <= _TITLE else f"{sentence[: _TITLE - 1]}…"


def _weaknesses(metadata: Fields | None) -> tuple[int, ...]:
    """The numbers in `cwe`, which rules of others give as "CWE-79: ..." or a list of that."""
    words = metadata.any_words("cwe") if metadata is not None else ()
    return tuple(int(match[1]) for word in words for match in _CWE.finditer(word))
