"""Entries of rules/*.yaml -> rules."""

from __future__ import annotations

import re

from reviewer.rule import Category, PackageCheck, References, Rule, Severity
from reviewer.rulebook.checks import read_check
from reviewer.rulebook.fields import Fields, read_text
from reviewer.text import Text

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def read_rule(fields: Fields) -> Rule:
    """One entry as a rule; what is wrong with it is noted where `fields` notes it."""
    identity = fields.word("id")
    if not _ID.fullmatch(identity) and identity != "?":
        fields.object_to(
            "id",
            f"id {identity} は英小文字・数字・ハイフンで書いてください。",
            f"The id {identity} must be lower-case words joined by hyphens.",
        )
    fix, example = read_fix(fields)
    check = fields.inner("check")
    rule = Rule(
        id=identity,
        category=fields.choice("category", Category),
        severity=fields.choice("severity", Severity),
        title=fields.text("title"),
        why=fields.text("why"),
        fix=fix,
        example=example,
        refs=read_references(fields),
        check=read_check(check) if check is not None else PackageCheck(observed=()),
        source=f"{fields.file}:{fields.line}",
        covers=fields.words("covers"),
        spans=fields.words("spans"),
    )
    fields.close()
    return rule


def read_placeholder(fields: Fields) -> str:
    """The pattern of what stands where a secret would."""
    pattern = fields.pattern("placeholder")
    if pattern is None:
        fields.object_to("placeholder", "placeholder に式を書いてください。", "placeholder needs a pattern.")
    fields.close()
    return pattern or "(?!)"


def read_fix(fields: Fields) -> tuple[Text, str | None]:
    """What to do, and an example of it where `fix` has one."""
    inner = fields.inner("fix")
    if inner is None:
        return Text(ja="?", en="?"), None
    example = inner.optional_word("example")
    return read_text(inner), example.rstrip() if example else None


def read_references(fields: Fields) -> References:
    """Where the demand comes from; nowhere in particular is a mapping without keys."""
    inner = fields.inner("refs")
    if inner is None:
        return References(articles=(), guideline=(), cwe=(), ipa=())
    found = References(
        articles=inner.words("articles"),
        guideline=inner.words("guideline"),
        cwe=inner.whole_numbers("cwe"),
        ipa=inner.words("ipa"),
    )
    inner.close()
    return found
