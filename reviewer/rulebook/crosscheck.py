"""What only shows when all files are seen together: names used but not given, and names given twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reviewer.rule import (
    DeclaredCheck,
    FlowCheck,
    KindRole,
    LibraryCheck,
    MarkupCheck,
    Model,
    RepeatCheck,
    Rule,
    SecretCheck,
    SemgrepCheck,
    StyleCheck,
    UseCheck,
)
from reviewer.rulebook.problem import Problem
from reviewer.rulebook.regulation import Code, Numbering

# Which sinks the value-flow engine makes by itself from what a model says about a call's arguments.
DERIVED_SINKS: Mapping[str, tuple[str, ...]] = {
    "url": ("request-url", "request-address"),
    "css": ("request-url",),
    "headers": ("request-headers", "credential-header"),
    "body": ("request-body",),
    "query": ("query",),
}


def at(origin: str) -> tuple[str, int]:
    """The file and line of a `file:line`."""
    file, _, line = origin.rpartition(":")
    return file, int(line)


def given_twice(what: str, names: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """Names (with the file:line of each) that were given before."""
    first: dict[str, str] = {}
    for name, origin in names:
        if name in first:
            yield Problem(
                *at(origin),
                f"{what} {name} はすでに {first[name]} にあります。",
                f"The {what} {name} already stands at {first[name]}.",
            )
        first.setdefault(name, origin)


def rows_twice(models: Iterable[Model]) -> Iterator[Problem]:
    """Model rows that say the same of the same place."""
    first: dict[tuple[object, ...], str] = {}
    for model in models:
        said = (model.source, model.sink, model.call, model.clears, model.same_as, model.detail)
        key = (model.place, *said, model.when, model.unless)
        if key in first:
            yield Problem(
                *at(model.origin),
                f"{model.place} の同じ行がすでに {first[key]} にあります。",
                f"The same row for {model.place} already stands at {first[key]}.",
            )
        first.setdefault(key, model.origin)


def covering_nothing(rules: Iterable[Rule]) -> Iterator[Problem]:
    """Rules said to be covered that do not exist."""
    known = tuple(rules)
    names = {rule.id for rule in known}
    for rule in known:
        for how, name in (*(("covers", name) for name in rule.covers), *(("spans", name) for name in rule.spans)):
            if name not in names:
                yield Problem(
                    *at(rule.source),
                    f"{rule.id} の {how} にある {name} というルールはありません。",
                    f"{rule.id} {how} {name}, but there is no such rule.",
                )


def unknown_kinds(
    rules: Iterable[Rule], models: Iterable[Model], kinds: Mapping[KindRole, frozenset[str]]
) -> Iterator[Problem]:
    """Kinds that rules name and that do not exist, or that no model gives, so that the rule could never answer."""
    rows = tuple(models)
    given = {
        KindRole.SOURCE: {model.source for model in rows}
        | {value.removeprefix("=") for model in rows for name, value in model.detail if name == "starts"},
        KindRole.SINK: {model.sink for model in rows}
        | {sink for model in rows for name, _ in model.detail for sink in DERIVED_SINKS.get(name, ())},
        KindRole.CALL: {model.call for model in rows},
    }
    for rule in rules:
        match rule.check:
            case FlowCheck(sources=sources, sinks=sinks, beside=beside):
                asked = [(KindRole.SOURCE, name) for name in (*sources, *beside)]
                asked += [(KindRole.SINK, name) for name in sinks]
            case UseCheck(kinds=calls):
                asked = [(KindRole.CALL, name) for name in calls]
            case SecretCheck(calls=calls):
                asked = [(KindRole.CALL, name) for name in calls]
            case RepeatCheck(kinds=calls, beside=others):
                asked = [(KindRole.CALL, name) for name in (*calls, *others)]
            case _:
                continue
        for role, name in asked:
            if name not in kinds[role]:
                yield Problem(
                    *at(rule.source),
                    f"ルール {rule.id} の種別 {name}({role.value})は models/kinds.yaml にありません。",
                    f"The rule {rule.id} names the {role.value} kind {name}, which models/kinds.yaml does not list.",
                )
            elif name not in given[role]:
                yield Problem(
                    *at(rule.source),
                    f"ルール {rule.id} の種別 {name}({role.value})を与えるモデルがありません。",
                    f"The rule {rule.id} names the {role.value} kind {name}, which no model gives.",
                )


def unknown_hosts(rules: Iterable[Rule], classes: frozenset[str]) -> Iterator[Problem]:
    """Host classes that rules name and that do not exist."""
    for rule in rules:
        match rule.check:
            case FlowCheck() | UseCheck() | StyleCheck() | MarkupCheck() | LibraryCheck() | DeclaredCheck():
                asked = rule.check.hosts
            case _:
                continue
        for name in asked:
            if name not in classes:
                yield Problem(
                    *at(rule.source),
                    f"ルール {rule.id} の送信先の分類 {name} は models/hosts.yaml にありません。",
                    f"The rule {rule.id} names the host class {name}, which models/hosts.yaml does not list.",
                )


def unknown_rights(rules: Iterable[Rule], rights: frozenset[str]) -> Iterator[Problem]:
    """Rights that rules name and that do not exist."""
    for rule in rules:
        for name in rule.check.rights if isinstance(rule.check, DeclaredCheck) else ():
            if name not in rights:
                yield Problem(
                    *at(rule.source),
                    f"ルール {rule.id} の権限 {name} は declaration/rights.yaml にありません。",
                    f"The rule {rule.id} names the right {name}, which declaration/rights.yaml does not list.",
                )


def unknown_references(rules: Iterable[Rule], regulations: Iterable[Code]) -> Iterator[Problem]:
    """Articles and guideline items that rules refer to and that no regulation holds."""
    known: dict[Numbering, set[str]] = {numbering: set() for numbering in Numbering}
    for code in regulations:
        known[code.numbering] |= {article.id for article in code.regulation.articles}
    for rule in rules:
        for numbering, names in (
            (Numbering.ARTICLES, rule.refs.articles),
            (Numbering.GUIDELINE, rule.refs.guideline),
        ):
            for name in names:
                if name not in known[numbering]:
                    yield Problem(
                        *at(rule.source),
                        f"ルール {rule.id} の参照 {name}({numbering.value})は regulation/ にありません。",
                        f"The rule {rule.id} refers to {name} ({numbering.value}), which regulation/ does not hold.",
                    )


def unknown_semgrep(rules: Iterable[Rule], names: frozenset[tuple[str, str]]) -> Iterator[Problem]:
    """Rules in Semgrep's language that an entry names and that its file does not hold."""
    for rule in rules:
        if isinstance(rule.check, SemgrepCheck) and (rule.check.file, rule.check.semgrep_id) not in names:
            yield Problem(
                *at(rule.source),
                f"ルール {rule.id} の {rule.check.semgrep_id} は {rule.check.file} にありません。",
                f"The rule {rule.id} names {rule.check.semgrep_id}, which {rule.check.file} does not hold.",
            )
