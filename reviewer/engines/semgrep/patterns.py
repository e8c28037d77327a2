"""Rule files in Semgrep's language -> the entries that a run needs, under names of our own, with their analyzers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from reviewer.record import value
from reviewer.rule import Rule, SemgrepCheck
from reviewer.rulebook.document import Listing, Scalar, Table, Value, compose
from reviewer.source import Kind

# Which of Semgrep's languages are met in a submission, and the analyzer that answers for them.
_ANALYZERS: Mapping[str, str] = {
    "javascript": "javascript",
    "js": "javascript",
    "typescript": "typescript",
    "ts": "typescript",
    "html": "html",
    "regex": "regex",
    "none": "regex",
    "generic": "generic",
}
_LOOKS_AT: Mapping[str, frozenset[Kind]] = {
    "javascript": frozenset({Kind.JAVASCRIPT}),
    "typescript": frozenset({Kind.TYPESCRIPT}),
    "html": frozenset({Kind.HTML}),
    "regex": frozenset({Kind.JAVASCRIPT, Kind.TYPESCRIPT, Kind.HTML, Kind.CSS}),
    "generic": frozenset({Kind.JAVASCRIPT, Kind.TYPESCRIPT, Kind.HTML, Kind.CSS}),
}
_TYPED = frozenset({"typescript", "ts"})
# What a run has no use for: words for people, and `paths`, which would let file names choose the rules.
_LEFT_OUT = frozenset({"metadata", "paths", "fix", "fix-regex"})
_WHOLE = re.compile(r"[-+]?[0-9]{1,15}")
_DECIMAL = re.compile(r"[-+]?(?:[0-9]{1,15}\.[0-9]{0,15}|\.[0-9]{1,15})")


@value
class Entry:
    """One rule as the core gets it: `name` is its id there, `analyzers` those of Semgrep's that can answer it here."""

    name: str
    rule: Rule
    pattern: Mapping[str, object]
    analyzers: frozenset[str]

    def analyzers_for(self, kind: Kind) -> frozenset[str]:
        """Those that look at files of that kind; none where such files are not for this rule."""
        return frozenset(analyzer for analyzer in self.analyzers if kind in _LOOKS_AT[analyzer])


def entries(rules: Sequence[Rule], files: Sequence[tuple[str, str]]) -> tuple[Entry, ...]:
    """The entries of `files` (path, YAML text) that `rules` name, in the order of the rules.

    A rule whose entry cannot be found has no analyzer.
    """
    wanted = {rule.check.file for rule in rules if isinstance(rule.check, SemgrepCheck)}
    known = {
        (path, identity): pattern
        for path, text in files
        if path in wanted
        for identity, pattern in _rules_of(path, text)
    }
    return tuple(
        _entry(f"r{index}", rule, known.get((rule.check.file, rule.check.semgrep_id), {}))
        for index, rule in enumerate(rules)
        if isinstance(rule.check, SemgrepCheck)
    )


def _entry(name: str, rule: Rule, found: Mapping[str, object]) -> Entry:
    written = found.get("languages")
    languages = [word for word in written if isinstance(word, str)] if isinstance(written, list) else []
    if {"javascript", "js"} & set(languages) and not _TYPED & set(languages):
        # What holds of JavaScript holds of TypeScript, whose syntax contains it; Semgrep wants it said.
        languages.append("typescript")
    pattern = {**found, "languages": languages} if languages else found
    return Entry(
        name=name,
        rule=rule,
        pattern={**pattern, "id": name},
        analyzers=frozenset(_ANALYZERS[language] for language in languages if language in _ANALYZERS),
    )


def _rules_of(path: str, text: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    document, _ = compose(path, text.encode())
    found = document.members.get("rules") if isinstance(document, Table) else None
    for item in found.items if isinstance(found, Listing) else ():
        identity = item.members.get("id") if isinstance(item, Table) else None
        if isinstance(item, Table) and isinstance(identity, Scalar):
            yield identity.text, {key: _typed(value) for key, value in item.members.items() if key not in _LEFT_OUT}


def _typed(value: Value) -> object:
    """The value as YAML 1.2's core schema types it, which is how Semgrep reads it: `on` is a word, a date is text."""
    match value:
        case Table(members=members):
            return {key: _typed(inner) for key, inner in members.items()}
        case Listing(items=items):
            return [_typed(inner) for inner in items]
        case Scalar(blank=True):
            return None
        case Scalar(plain=True, text="true" | "True" | "TRUE"):
            return True
        case Scalar(plain=True, text="false" | "False" | "FALSE"):
            return False
        case Scalar(plain=True, text=text) if _WHOLE.fullmatch(text):
            return int(text)
        case Scalar(plain=True, text=text) if _DECIMAL.fullmatch(text):
            return float(text)
        case Scalar(text=text):
            return text
        case _:
            assert_never(value)
