"""Files of newer advisories, as others publish them -> advisories that join or replace those of rules/libraries.

Two forms are read: the Open Source Vulnerability format (one entry, a list, `{"vulns": [...]}`, one entry a line, or a
zip archive of entries; https://ossf.github.io/osv-schema/), and the repository of retire.js (with or without `ranges`).
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from reviewer.errors import ReviewerError
from reviewer.record import value
from reviewer.rule import Advisory, Rulebook, Severity
from reviewer.rulebook.cvss import severity_of
from reviewer.text import Text

_LARGEST = 1_000_000_000
_LARGEST_ENTRY = 20_000_000
_ECOSYSTEM = "npm"
_MALICIOUS = "MAL-"
_WORDS: Mapping[str, Severity] = MappingProxyType(
    {"moderate": Severity.MEDIUM, **{severity.value: severity for severity in Severity}}
)


@value
class AdvisoryFile:
    """What a file says: `withdrawn` are ids taken back, `unusable` counts entries that name no versions."""

    path: Path
    sha256: str
    advisories: tuple[Advisory, ...]
    withdrawn: frozenset[str]
    unusable: int


def read_advisories(path: Path) -> AdvisoryFile:
    """Read a file the user named; ReviewerError where there is nothing in it to use."""
    data = _bytes(path)
    found: list[Advisory] = []
    withdrawn: set[str] = set()
    unusable = 0
    for document in _documents(path, data):
        for library, entry in _entries(document):
            if library is None and "withdrawn" in entry:
                withdrawn.add(_text(entry.get("id")))  # an alias may belong to the entry that took its place
                continue
            made = list(_osv(entry) if library is None else _retire(library, entry))
            unusable += not made and (library is not None or any(_packages(entry)))
            found += made
    if not found and not withdrawn:
        raise ReviewerError(
            Text(
                ja=f"{path} に、npmのライブラリーの弱点情報がありません。"
                "OSV形式かretire.js形式のファイルを指定してください。",
                en=f"{path} holds no advisory about an npm library. Name a file in the form of OSV or retire.js.",
            )
        )
    return AdvisoryFile(path, hashlib.sha256(data).hexdigest(), tuple(found), frozenset(withdrawn), unusable)


def renewed(rulebook: Rulebook, files: Sequence[AdvisoryFile]) -> Rulebook:
    """The rulebook with newer advisories: one with the same id of the same library takes the place of the older."""
    advisories = rulebook.advisories
    for file in files:
        newer = {(each.library, name) for each in file.advisories for name in each.ids}
        kept = [
            each
            for each in advisories
            if not file.withdrawn.intersection(each.ids) and not any((each.library, name) in newer for name in each.ids)
        ]
        advisories = (*kept, *dict.fromkeys(file.advisories))
    state = "\n".join((rulebook.sha256, *(file.sha256 for file in files)))
    sha256 = hashlib.sha256(state.encode("ascii")).hexdigest() if files else rulebook.sha256
    return replace(rulebook, advisories=advisories, sha256=sha256)


# Files ----------------------------------------------------------------------------------------------------------------


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise ReviewerError(Text(ja=f"{path} が大きすぎます。", en=f"{path} is too large."))
        return path.read_bytes()
    except OSError as error:
        raise ReviewerError(
            Text(ja=f"{path} を読めません({error.strerror})。", en=f"{path} cannot be read: {error.strerror}.")
        ) from error


def _documents(path: Path, data: bytes) -> Iterator[object]:
    try:
        if zipfile.is_zipfile(io.BytesIO(data)):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for entry in archive.infolist():
                    if entry.filename.endswith(".json"):
                        with archive.open(entry) as file:
                            yield json.loads(file.read(_LARGEST_ENTRY))
            return
        text = data.decode("utf-8-sig")
        try:
            yield json.loads(text)
        except json.JSONDecodeError as error:
            if error.msg != "Extra data":
                raise
            yield [json.loads(line) for line in text.splitlines() if line.strip()]
    except (ValueError, zipfile.BadZipFile, RuntimeError) as error:  # too deep, packed unknown, locked
        raise ReviewerError(
            Text(
                ja=f"{path} を弱点情報として読めません({error})。OSV形式かretire.js形式のJSONを指定してください。",
                en=f"{path} cannot be read as advisories: {error}. Name a JSON file in the form of OSV or retire.js.",
            )
        ) from error


def _entries(document: object) -> Iterator[tuple[str | None, Mapping[str, object]]]:
    """Entries of OSV with None, those of retire.js with the library they stand under."""
    table = _table(document)
    for item in _list(document) or _list(table.get("vulns")) or ([document] if "affected" in table else []):
        yield None, _table(item)
    if "affected" in table or "vulns" in table:
        return
    for name, library in table.items():
        called = _table(library)
        for item in _list(called.get("vulnerabilities")):
            yield _text(called.get("npmname")) or name, _table(item)


# OSV ------------------------------------------------------------------------------------------------------------------


def _osv(entry: Mapping[str, object]) -> Iterator[Advisory]:
    ids, severity, cwe = _ids(entry), _osv_severity(entry), _weaknesses(_table(entry.get("database_specific")))
    for affected in _packages(entry):
        library = _text(_table(affected.get("package")).get("name"))
        ranges = [_table(each) for each in _list(affected.get("ranges"))]
        spans = [span for each in ranges if each.get("type") != "GIT" for span in _spans(each)]
        if not spans:
            spans = [(version, None, version) for version in map(_text, _list(affected.get("versions"))) if version]
        for at_or_above, below, through in spans:
            yield Advisory(library, at_or_above, below, severity, ids, cwe, through)


def _packages(entry: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    for affected in map(_table, _list(entry.get("affected"))):
        package = _table(affected.get("package"))
        if _text(package.get("ecosystem")) == _ECOSYSTEM and _text(package.get("name")):
            yield affected


def _spans(versions: Mapping[str, object]) -> Iterator[tuple[str | None, str | None, str | None]]:
    """From where, before what, up to what: events come in the order of versions."""
    start: str | None = None
    for event in map(_table, _list(versions.get("events"))):
        introduced = _text(event.get("introduced"))
        below, through = _text(event.get("fixed")), _text(event.get("last_affected"))
        if introduced and start is None:
            start = introduced
        if start is not None and (below or through):
            yield start, below or None, through or None
            start = None
    if start is not None:
        yield start, None, None


def _osv_severity(entry: Mapping[str, object]) -> Severity:
    """What the publisher says, else what the vectors come to; unknown is medium, a malicious release critical."""
    said = _WORDS.get(_text(_table(entry.get("database_specific")).get("severity")).lower())
    vectors = (_text(_table(each).get("score")) for each in _list(entry.get("severity")))
    known = said or next((found for found in map(severity_of, vectors) if found is not None), None)
    if known is None and any(name.startswith(_MALICIOUS) for name in _ids(entry)):
        return Severity.CRITICAL
    return known or Severity.MEDIUM


def _ids(entry: Mapping[str, object]) -> tuple[str, ...]:
    names = [_text(entry.get("id")), *map(_text, _list(entry.get("aliases")))]
    return tuple(sorted({name for name in names if name}))


# retire.js ------------------------------------------------------------------------------------------------------------


def _retire(library: str, entry: Mapping[str, object]) -> Iterator[Advisory]:
    identifiers = _table(entry.get("identifiers"))
    names = [*map(_text, _list(identifiers.get("CVE"))), _text(identifiers.get("githubID"))]
    severity = _WORDS.get(_text(entry.get("severity")).lower(), Severity.MEDIUM)
    for span in [_table(each) for each in _list(entry.get("ranges"))] or [entry]:
        at_or_above, below = _text(span.get("atOrAbove")), _text(span.get("below"))
        if at_or_above or below:
            ids = tuple(sorted({name for name in names if name}))
            yield Advisory(library, at_or_above or None, below or None, severity, ids, _weaknesses(entry))


# Both -----------------------------------------------------------------------------------------------------------------


def _weaknesses(table: Mapping[str, object]) -> tuple[int, ...]:
    written = [_text(each) for key in ("cwe", "cwe_ids") for each in _list(table.get(key))]
    return tuple(int(number) for number in (each.rpartition("-")[2] for each in written) if number.isdecimal())


def _table(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else ()


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
