"""rules/policy/default.yaml and the city's own file -> the policy: what the city leaves out stays as in the default."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from reviewer.rule import AcceptedLibrary, ClassPolicy, InformationClass, Policy, Severity
from reviewer.rulebook.document import Table, compose
from reviewer.rulebook.fields import Fields
from reviewer.rulebook.folder import read_bytes, rules_folder
from reviewer.rulebook.problem import Problem, refusal
from reviewer.text import Text

_NONE = Policy(name="?", version="?", blocks=(), conditional=(), trusted_hosts=())
_DEFAULT = "policy/default.yaml"
_LONGEST = 3660
_HOST = re.compile(r"[a-z0-9*]([a-z0-9*-]*[a-z0-9*])?(\.[a-z0-9*]([a-z0-9*-]*[a-z0-9*])?)*")
_WHAT = Text(ja="方針のファイルを読み込めません。", en="The policy file cannot be loaded.")


def read_policy(path: Path | None = None) -> Policy:
    """The policy of that file, the default one where None; ReviewerError names every mistake with file and line."""
    problems: list[Problem] = []
    policy = policy_of(path, problems)
    if problems:
        raise refusal(problems, _WHAT)
    return policy


def policy_of(path: Path | None, problems: list[Problem]) -> Policy:
    """The same, mistakes noted and not raised."""
    default = _read(_DEFAULT, read_bytes(rules_folder() / "policy" / "default.yaml"), _NONE, problems)
    return default if path is None else _read(str(path), read_bytes(path), default, problems)


def _read(name: str, data: bytes, default: Policy, problems: list[Problem]) -> Policy:
    value, wrong = compose(name, data)
    problems += wrong
    if isinstance(value, Table):
        policy = _policy(Fields(name, value, problems), default)
        return replace(policy, sha256=hashlib.sha256(data).hexdigest())
    if value is not None:
        problems.append(
            Problem(
                name, value.line, "「項目: 値」の形で書いてください。", "This file must be a mapping of key: value."
            )
        )
    elif not wrong:
        problems.append(Problem(name, 1, "ファイルが空です。", "This file is empty."))
    return default


def _policy(fields: Fields, default: Policy) -> Policy:
    blocks, conditional = _weights(fields, default.blocks, default.conditional)
    days = _days(fields, default.approval_days)
    policy = Policy(
        name=fields.word("name"),
        version=fields.word("version"),
        blocks=blocks,
        conditional=conditional,
        trusted_hosts=_hosts(fields) if "trusted_hosts" in fields.keys else default.trusted_hosts,
        accepted_libraries=(
            tuple(map(_library, fields.each("accepted_libraries")))
            if "accepted_libraries" in fields.keys
            else default.accepted_libraries
        ),
        approval_days=days,
    )
    policy = replace(policy, classes=_classes(fields, policy, default))
    fields.close()
    return policy


def _classes(fields: Fields, policy: Policy, default: Policy) -> tuple[ClassPolicy, ...]:
    """What is said of a class stands before what the same file says of all, and that before the default's classes."""
    said = fields.optional_inner("classes")
    if said is None:
        own = {"blocks", "conditional", "approval_days"} & set(fields.keys)
        return () if own else default.classes
    found: list[ClassPolicy] = []
    for name in said.keys:
        entry = said.inner(name)
        if name not in set(InformationClass):
            said.object_to(
                name,
                f"重要性分類 {name} はありません。I、II、III、IV のどれかを書いてください。",
                f"There is no information class {name}. Write one of I, II, III, IV.",
            )
        elif entry is not None:
            blocks, conditional = _weights(entry, policy.blocks, policy.conditional)
            days = _days(entry, policy.approval_days)
            found.append(ClassPolicy(InformationClass(name), blocks, conditional, days))
            entry.close()
    return tuple(sorted(found, key=lambda each: tuple(InformationClass).index(each.information_class)))


def _weights(
    fields: Fields, blocks: tuple[Severity, ...], conditional: tuple[Severity, ...]
) -> tuple[tuple[Severity, ...], tuple[Severity, ...]]:
    """What blocks and what sets conditions; a weight that is said to do one no longer does the other."""
    own_blocks, own_conditional = _severities(fields, "blocks"), _severities(fields, "conditional")
    for severity in set(own_blocks or ()) & set(own_conditional or ()):
        fields.object_to(
            "conditional",
            f"{severity.value} が blocks と conditional の両方にあります。",
            f"{severity.value} stands in both blocks and conditional.",
        )
    if own_blocks is None:
        own_blocks = tuple(each for each in blocks if each not in (own_conditional or ()))
    if own_conditional is None:
        own_conditional = tuple(each for each in conditional if each not in own_blocks)
    return own_blocks, own_conditional


def _severities(fields: Fields, key: str) -> tuple[Severity, ...] | None:
    if key not in fields.keys:
        return None
    words: Iterable[str] = fields.choices(key, tuple(Severity))
    return tuple(severity for severity in Severity if severity in words)


def _days(fields: Fields, absent: int) -> int:
    word = fields.optional_word("approval_days")
    if word is None:
        return absent
    if not (word.isascii() and word.isdecimal() and len(word) <= 4 and 1 <= int(word) <= _LONGEST):
        fields.object_to(
            "approval_days",
            f"approval_days は 1 から {_LONGEST} までの日数です。",
            f"approval_days is a number of days from 1 to {_LONGEST}.",
        )
        return absent
    return int(word)


def _hosts(fields: Fields) -> tuple[str, ...]:
    """Host patterns; one that would trust a whole top-level domain, or is no host name at all, is a mistake."""
    hosts = fields.words("trusted_hosts")
    for host in hosts:
        labels = host.lower().split(".")
        if _HOST.fullmatch(host.lower()) is None:
            fields.object_to(
                "trusted_hosts",
                f"trusted_hosts の {host} はホスト名ではありません。api.example.jp のように書いてください。",
                f"{host} in trusted_hosts is no host name. Write it like api.example.jp or *.example.jp.",
            )
        elif "*" in host and sum("*" not in label for label in labels) < 2:
            fields.object_to(
                "trusted_hosts",
                f"trusted_hosts の {host} は広すぎます。* のほかに、example.jp のような2つの部分が要ります。",
                f"{host} in trusted_hosts is too wide: beside the * it needs two parts at least, such as example.jp.",
            )
    return hosts


def _library(fields: Fields) -> AcceptedLibrary:
    library = AcceptedLibrary(name=fields.word("name"), versions=fields.words("versions"))
    fields.close()
    return library
