"""Files of rules/libraries/ -> advisories, banners, the exact bytes of published files, and what tells a copy."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from reviewer.rule import Advisory, Banner, KnownFile, Severity, Shape
from reviewer.rulebook.fields import Fields
from reviewer.rulebook.problem import Problem

KNOWN_FILES = "libraries/known-files.json"
SHAPES = "libraries/shapes.json"
T = TypeVar("T")
E = TypeVar("E")
_SHA256 = re.compile(r"[0-9a-f]{64}")


def read_library_entry(fields: Fields) -> Advisory | Banner:
    """An entry with a `pattern` is a banner; any other is an advisory."""
    found = _banner(fields) if "pattern" in fields.keys else _advisory(fields)
    fields.close()
    return found


def _advisory(fields: Fields) -> Advisory:
    advisory = Advisory(
        library=fields.word("library"),
        at_or_above=fields.optional_word("at_or_above"),
        below=fields.optional_word("below"),
        severity=fields.choice("severity", Severity),
        ids=fields.words("ids"),
        cwe=fields.whole_numbers("cwe"),
        through=fields.optional_word("through"),
    )
    if not advisory.at_or_above and not advisory.below:
        fields.object_to("library", "at_or_above か below が必要です。", "Either at_or_above or below is needed.")
    return advisory


def _banner(fields: Fields) -> Banner:
    banner = Banner(
        library=fields.word("library"), pattern=fields.pattern("pattern") or "?", stated=fields.pattern("stated")
    )
    if banner.library == "*" and "(?P<library>" not in banner.pattern:
        fields.object_to(
            "pattern", "名前を表す (?P<library>...) が必要です。", "The pattern needs a group (?P<library>...)."
        )
    if "(?P<version>" not in (banner.stated or banner.pattern):
        fields.object_to(
            "pattern", "版を表す (?P<version>...) が必要です。", "The pattern needs a group (?P<version>...)."
        )
    return banner


def read_known_files(file: str, data: bytes, problems: list[Problem]) -> tuple[KnownFile, ...]:
    """The generated index `{"libraries": {library: {version: {sha256: file}}}}`, too long to be read as YAML."""
    return _generated(_known_files, file, data, problems)


def read_shapes(file: str, data: bytes, problems: list[Problem]) -> tuple[Shape, ...]:
    """The generated index `{"libraries": {library: [{"versions": [...], "words": [...]}]}}`."""
    return _generated(_shapes, file, data, problems)


def _generated(
    read: Callable[[Mapping[str, Mapping[str, T]]], Iterator[E]], file: str, data: bytes, problems: list[Problem]
) -> tuple[E, ...]:
    try:
        return tuple(read(json.loads(data)))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        problems.append(
            Problem(
                file,
                error.lineno if isinstance(error, json.JSONDecodeError) else 1,
                f"既知ファイルの一覧として読めません({error})。",
                f"This is no index of known files: {error}.",
            )
        )
        return ()


def _shapes(index: Mapping[str, Mapping[str, Sequence[Mapping[str, Sequence[str]]]]]) -> Iterator[Shape]:
    for library, lines in index["libraries"].items():
        for line in lines:
            yield Shape(library, tuple(map(str, line["versions"])), frozenset(map(str, line["words"])))


def _known_files(index: Mapping[str, Mapping[str, Mapping[str, Mapping[str, str]]]]) -> Iterator[KnownFile]:
    for library, versions in index["libraries"].items():
        for version, files in versions.items():
            for sha256, name in files.items():
                if not _SHA256.fullmatch(sha256) or not isinstance(name, str):
                    raise ValueError(f"{library} {version}: {sha256}")
                yield KnownFile(sha256=sha256, library=library, version=version, file=name)
