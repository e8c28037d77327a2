"""One submission's folder of reports: written aside, brought to the disk, then put in its place as a whole.

Whoever looks finds all of it or nothing. `made.json` tells what it was made of, with a checksum over itself; a folder
without a good one counts as no result.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from reviewer.batch.cache import checked, sealed
from reviewer.report.summary import from_line
from reviewer.summary import Summary

REPORTS, STATE = "reports", ".state"
SUMMARY = "summary.json"
_MADE = "made.json"
_DRAFTS, _TRASH = "drafts", "trash"
_READABLE = 60


class UnwrittenError(Exception):
    """A result could not be written: the disk is full, or the folder is not ours to write to."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What a ledger knows a submission by: its hash, what it is (kind and name), and the hashes of its files."""

    sha256: str
    subjects: tuple[tuple[str, str], ...]
    hashes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Made:
    """What a result was made of: the hash of the submission, and the state of rules and tool. `failed`: no review."""

    place: str
    content: str
    state: str
    verdict: str | None
    failed: bool
    files: Mapping[str, int]
    summary: str
    identity: Identity | None


def slug(place: str) -> str:
    """The folder's name for a place: readable, safe on every system, and different for different places."""
    readable = re.sub(r"[^\w.-]+", "-", place).strip("-. ")[-_READABLE:].lstrip("-. ") or "top"
    return f"{readable}-{hashlib.sha256(place.encode('utf-8', 'surrogateescape')).hexdigest()[:16]}"


def folder(place: str) -> str:
    """The folder of a place's result, relative to the folder of all results, with `/`."""
    return f"{REPORTS}/{slug(place)}"


def write(
    out: Path,
    place: str,
    *,
    content: str,
    state: str,
    summary: str,
    verdict: str | None,
    documents: Mapping[str, bytes],
    identity: Identity | None,
) -> None:
    """Put a result in its place, in place of an older one; raises `UnwrittenError` and leaves nothing half done."""
    files = {SUMMARY: summary.encode("utf-8"), **documents}
    made = Made(
        place=place,
        content=content,
        state=state,
        verdict=verdict,
        failed=verdict is None,
        files={name: len(data) for name, data in files.items()},
        summary=hashlib.sha256(files[SUMMARY]).hexdigest(),
        identity=identity,
    )
    files[_MADE] = sealed(json.dumps(asdict(made)).encode())
    draft = out / STATE / _DRAFTS / secrets.token_hex(8)
    try:
        draft.mkdir(parents=True)
        for name, data in files.items():
            _write_through(draft / name, (data,))
        _settle(draft)
        target = out / folder(place)
        target.parent.mkdir(exist_ok=True)
        if os.path.lexists(target):
            _discard(out, target)
        draft.rename(target)
        _settle(target.parent)
    except OSError as error:
        raise UnwrittenError(error.strerror or type(error).__name__) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def made(out: Path, place: str) -> Made | None:
    """What the result of a place was made of; None where there is no whole one."""
    here = out / folder(place)
    try:
        body = checked((here / _MADE).read_bytes())
        if body is None:
            return None
        found = _read(json.loads(body))
        if found.place != place or any((here / name).stat().st_size != size for name, size in found.files.items()):
            return None
        said = hashlib.sha256((here / SUMMARY).read_bytes()).hexdigest()
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
    return found if said == found.summary else None


def _read(said: dict[str, Any]) -> Made:
    known = said.pop("identity")
    if known is None:
        return Made(**said, identity=None)
    named = tuple((str(kind), str(name)) for kind, name in known["subjects"])
    return Made(**said, identity=Identity(known["sha256"], named, known["hashes"]))


def summary(out: Path, place: str) -> Summary:
    """The summary of a place that has a result; ReviewerError where it cannot be read."""
    return from_line((out / folder(place) / SUMMARY).read_text(encoding="utf-8"))


def tidy(out: Path) -> None:
    """Take away what a run that was ended by force left behind."""
    for name in (_DRAFTS, _TRASH):
        shutil.rmtree(out / STATE / name, ignore_errors=True)


def remove(out: Path, keep: frozenset[str] | set[str]) -> int:
    """Take away the results of what is in the store no more; `keep` are the slugs that stay. Says how many went."""
    gone = [found for found in (out / REPORTS).iterdir() if found.name not in keep] if (out / REPORTS).is_dir() else []
    for found in gone:
        _discard(out, found)
    return len(gone)


def _discard(out: Path, target: Path) -> None:
    """Out of sight in one step, then away."""
    trash = out / STATE / _TRASH / secrets.token_hex(8)
    trash.parent.mkdir(parents=True, exist_ok=True)
    target.rename(trash)
    if trash.is_dir():
        shutil.rmtree(trash, ignore_errors=True)
    else:
        trash.unlink(missing_ok=True)


def write_stream(target: Path, pieces: Iterable[bytes]) -> None:
    """A file with these bytes in place of what it held: all of them, or what was there before."""
    draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _write_through(draft, pieces)
        draft.replace(target)
        _settle(target.parent)
    except OSError as error:
        raise UnwrittenError(error.strerror or type(error).__name__) from error
    finally:
        draft.unlink(missing_ok=True)


def _write_through(target: Path, pieces: Iterable[bytes]) -> None:
    with target.open("xb") as file:
        file.writelines(pieces)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """The names in a folder are on the disk as well, where a system can be asked for that."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
