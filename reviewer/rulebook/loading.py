"""rules/ and any further folders -> one checked Rulebook and the Policy, or every mistake in them at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from pathlib import Path

from reviewer.record import value
from reviewer.rule import (
    Advisory,
    Banner,
    KindRole,
    KnownFile,
    ModelKind,
    Policy,
    Rule,
    Rulebook,
    SemgrepCheck,
    Shape,
)
from reviewer.rulebook import crosscheck, replacement
from reviewer.rulebook.advisory_files import AdvisoryFile, renewed
from reviewer.rulebook.declarables import read_right, read_screen
from reviewer.rulebook.document import Table, Value, compose
from reviewer.rulebook.fields import Fields, tables
from reviewer.rulebook.folder import RuleFile, rule_files
from reviewer.rulebook.libraries import KNOWN_FILES, SHAPES, read_known_files, read_library_entry, read_shapes
from reviewer.rulebook.models import ENGINE_HOST_CLASSES, read_event, read_host_class, read_kind, read_model
from reviewer.rulebook.policies import policy_of
from reviewer.rulebook.problem import Problem, refusal
from reviewer.rulebook.regulation import read_regulation
from reviewer.rulebook.rules import read_placeholder, read_rule
from reviewer.rulebook.semgrep import describes_itself, house_rule, is_semgrep, semgrep_rules
from reviewer.rulebook.service import FOLDER as SERVICE


def load(
    *, extra_rules: Sequence[Path] = (), policy: Path | None = None, advisories: Sequence[AdvisoryFile] = ()
) -> tuple[Rulebook, Policy]:
    """The rules that come with the reviewer, joined by `extra_rules`, and the policy (the default one where None).

    `extra_rules` are folders laid out like rules/, or hold files in Semgrep's language; `advisories` are newer than
    those of rules/. Raises ReviewerError naming
    every mistake with its file and line.
    """
    problems: list[Problem] = []
    files = rule_files(extra_rules)
    shelf = _sort(files, problems)
    rulebook = _assemble(files, shelf, problems)
    chosen = policy_of(policy, problems)
    if problems:
        raise refusal(problems)
    return renewed(rulebook, advisories), chosen


@value
class _Shelf:
    """Entries by what they are, not yet read."""

    rules: list[Fields] = field(default_factory=list)
    kinds: list[Fields] = field(default_factory=list)
    hosts: list[Fields] = field(default_factory=list)
    events: list[Fields] = field(default_factory=list)
    models: list[Fields] = field(default_factory=list)
    libraries: list[Fields] = field(default_factory=list)
    placeholders: list[Fields] = field(default_factory=list)
    rights: list[Fields] = field(default_factory=list)
    screens: list[Fields] = field(default_factory=list)
    regulations: list[Fields] = field(default_factory=list)
    known_files: list[KnownFile] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    semgrep: list[tuple[RuleFile, tuple[Fields, ...]]] = field(default_factory=list)


def _sort(files: Iterable[RuleFile], problems: list[Problem]) -> _Shelf:
    """Which file holds what is said by the folder it lies in; Semgrep's language is known by its form."""
    shelf = _Shelf()
    for file in files:
        folder = file.path.partition("/")[0] if "/" in file.path else ""
        if file.path == KNOWN_FILES:
            shelf.known_files.extend(read_known_files(file.name, file.data, problems))
            continue
        if file.path == SHAPES:
            shelf.shapes.extend(read_shapes(file.name, file.data, problems))
            continue
        if folder in ("policy", SERVICE):
            continue  # read where they are asked for
        value, wrong = compose(file.name, file.data)
        problems += wrong
        if is_semgrep(value):
            shelf.semgrep.append((file, semgrep_rules(file.name, value, problems)))
        elif folder == "regulation":
            shelf.regulations.extend(_single(file.name, value, problems))
        else:
            _list_of(shelf, folder, file.path).extend(tables(file.name, value, problems))
    return shelf


def _list_of(shelf: _Shelf, folder: str, path: str) -> list[Fields]:
    match folder, path:
        case "models", "models/kinds.yaml":
            return shelf.kinds
        case "models", "models/hosts.yaml":
            return shelf.hosts
        case "models", "models/events.yaml":
            return shelf.events
        case "models", _:
            return shelf.models
        case "libraries", _:
            return shelf.libraries
        case "declaration", "declaration/rights.yaml":
            return shelf.rights
        case "declaration", "declaration/screens.yaml":
            return shelf.screens
        case _, "placeholders.yaml":
            return shelf.placeholders
        case _:
            return shelf.rules


def _assemble(files: Sequence[RuleFile], shelf: _Shelf, problems: list[Problem]) -> Rulebook:
    house = frozenset(file.name for file in files if file.house)
    kinds = tuple(read_kind(entry) for entry in shelf.kinds)
    names = {role: frozenset(kind.name for kind in kinds if kind.role is role) for role in KindRole}
    hosts = tuple((read_host_class(entry), entry) for entry in shelf.hosts)
    models = tuple(read_model(entry, names) for entry in shelf.models)
    rights = tuple((read_right(entry), entry) for entry in shelf.rights)
    screens = tuple((read_screen(entry), entry) for entry in shelf.screens)
    codes = tuple(read_regulation(entry) for entry in shelf.regulations)
    regulations = replacement.holding(codes)
    libraries = tuple(read_library_entry(entry) for entry in shelf.libraries)
    rules = tuple(read_rule(entry) for entry in shelf.rules)
    rules += _from_semgrep(rules, shelf, problems)
    rules = replacement.renumbered(rules, codes, house)
    classes = frozenset(found.name for found, _ in hosts) | set(ENGINE_HOST_CLASSES)
    problems += crosscheck.given_twice("id", ((rule.id, rule.source) for rule in rules))
    problems += crosscheck.covering_nothing(rules)
    problems += crosscheck.given_twice("kind", _named_kinds(kinds, shelf.kinds))
    problems += crosscheck.given_twice("host class", ((found.name, _origin(entry)) for found, entry in hosts))
    events = tuple(read_event(entry) for entry in shelf.events)
    problems += crosscheck.given_twice(
        "event", ((words.pattern, _origin(entry)) for words, entry in zip(events, shelf.events, strict=True))
    )
    problems += crosscheck.given_twice("right", ((right.name, _origin(entry)) for right, entry in rights))
    problems += crosscheck.given_twice("screen", ((screen.name, _origin(entry)) for screen, entry in screens))
    problems += crosscheck.rows_twice(models)
    problems += crosscheck.unknown_kinds(rules, models, names)
    problems += crosscheck.unknown_hosts(rules, classes)
    problems += crosscheck.unknown_rights(rules, frozenset(right.name for right, _ in rights))
    problems += replacement.mistakes(codes)
    problems += crosscheck.given_twice("regulation", ((code.regulation.id, code.origin) for code in codes))
    problems += crosscheck.unknown_references(rules, regulations)
    problems += crosscheck.unknown_semgrep(rules, _semgrep_names(shelf))
    return Rulebook(
        sha256=_digest(files),
        rules=tuple(sorted(rules, key=lambda rule: rule.id)),
        models=models,
        host_classes=tuple(found for found, entry in sorted(hosts, key=lambda pair: pair[1].file not in house)),
        advisories=tuple(entry for entry in libraries if isinstance(entry, Advisory)),
        known_files=tuple(shelf.known_files),
        banners=tuple(entry for entry in libraries if isinstance(entry, Banner)),
        regulations=tuple(code.regulation for code in regulations),
        semgrep_files=tuple((file.name, file.data.decode("utf-8-sig", "replace")) for file, _ in shelf.semgrep),
        kinds=kinds,
        shapes=tuple(shelf.shapes),
        placeholders=tuple(read_placeholder(entry) for entry in shelf.placeholders),
        events=events,
        rights=tuple(right for right, _ in rights),
        screens=tuple(screen for screen, _ in screens),
    )


def _from_semgrep(rules: Iterable[Rule], shelf: _Shelf, problems: list[Problem]) -> tuple[Rule, ...]:
    """A rule for every Semgrep entry that no rule names; one of our own must describe itself or be named."""
    named = {(rule.check.file, rule.check.semgrep_id) for rule in rules if isinstance(rule.check, SemgrepCheck)}
    made: list[Rule] = []
    for file, entries in shelf.semgrep:
        for entry in entries:
            if (file.name, entry.word("id")) in named:
                continue
            if file.house or describes_itself(entry):
                made.append(house_rule(entry))
            else:
                problems.append(
                    Problem(
                        file.name,
                        entry.line,
                        f"{entry.word('id')} の説明がありません。metadata: kintone-reviewer: に書いてください。",
                        f"{entry.word('id')} lacks its description. Add it under metadata: kintone-reviewer:.",
                    )
                )
    return tuple(made)


def _semgrep_names(shelf: _Shelf) -> frozenset[tuple[str, str]]:
    return frozenset((file.name, entry.word("id")) for file, entries in shelf.semgrep for entry in entries)


def _named_kinds(kinds: Iterable[ModelKind], entries: Iterable[Fields]) -> Iterator[tuple[str, str]]:
    """Kinds of different roles may share a name."""
    for kind, entry in zip(kinds, entries, strict=True):
        yield f"{kind.role.value} {kind.name}", _origin(entry)


def _single(file: str, value: Value | None, problems: list[Problem]) -> tuple[Fields, ...]:
    if isinstance(value, Table):
        return (Fields(file, value, problems),)
    if value is not None:
        problems.append(
            Problem(
                file, value.line, "「項目: 値」の形で書いてください。", "This file must be a mapping of key: value."
            )
        )
    return ()


def _origin(entry: Fields) -> str:
    return f"{entry.file}:{entry.line}"


def _digest(files: Iterable[RuleFile]) -> str:
    """The state of the knowledge: SHA-256 over names, sizes and bytes in order of name."""
    total = hashlib.sha256()
    for file in sorted(files, key=lambda file: file.name):
        total.update(f"{file.name}\0{len(file.data)}\0".encode())
        total.update(file.data)
    return total.hexdigest()
