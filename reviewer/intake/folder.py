"""A folder or file on disk -> entries; links are not followed, only regular files are opened, nothing is written."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from reviewer.intake import archive, names, refusals
from reviewer.intake.limits import Meter
from reviewer.intake.skipping import Skips, is_skipped
from reviewer.intake.tree import Entry, Item, gap, normal
from reviewer.submission import Observation
from reviewer.text import Text

# Windows: a symbolic link or a junction. Other reparse points (OneDrive placeholders) are ordinary files.
_LINK_TAGS = frozenset({0xA000000C, 0xA0000003})


def contents(root: Path, meter: Meter, skips: Skips) -> Iterator[Item]:
    """All files below the folder `root`, in the order of their paths; zips among them are opened."""
    pending: list[tuple[Path, str]] = [(root, "")]
    while pending:
        folder, prefix = pending.pop()
        try:
            found = sorted(os.scandir(folder), key=lambda found: normal(found.name))
        except OSError as error:
            yield _unreadable(prefix.rstrip("/") or ".", error)
            continue
        inner: list[tuple[Path, str]] = []
        for each in found:
            name = names.safe(names.on_disk(each.name))
            path = prefix + name.path
            for flaw in name.flaws:
                yield Observation(flaw, path, repr(each.name), None)
            try:
                status = each.stat(follow_symlinks=False)
            except OSError as error:
                yield _unreadable(path, error)
                continue
            if len(path) > meter.limits.path_chars or path.count("/") >= meter.limits.depth:
                yield refusals.path_limit(path[: meter.limits.path_chars])
            elif _is_link(status):
                yield from _link(path)
            elif path in skips.apart or f"{path}/" in skips.apart:
                yield skips.entry(path if path in skips.apart else f"{path}/")
            elif stat.S_ISDIR(status.st_mode):
                if is_skipped(each.name) and not skips.leads_to_wanted(f"{path}/"):
                    yield skips.entry(f"{path}/")
                else:
                    inner.append((Path(each.path), f"{path}/"))
            elif skips.skipped_folder(path, "") is None:
                if not meter.admits_file():
                    yield refusals.too_many(None, meter.limits.files)
                    return
                yield from file(Path(each.path), path, status, meter, skips)
        pending.extend(reversed(inner))


def file(location: Path, path: str, status: os.stat_result, meter: Meter, skips: Skips) -> Iterator[Item]:
    """One file as the entry `path`, or, if it is a zip, what it holds below `path/`."""
    if not stat.S_ISREG(status.st_mode):
        yield Observation("special-file", path, "", None)
        yield gap(
            "special-file",
            path,
            Text(
                ja="通常のファイルではない（装置や通信路など）ため審査していません。取り除いてください。",
                en="This is no ordinary file (a device, pipe or socket) and was not read. Remove it.",
            ),
        )
        return
    data = read(location, path, meter)
    if not isinstance(data, bytes):
        yield from data
    elif archive.is_archive(path, data):
        yield from archive.unpack(data, path, f"{path}/", meter, skips, nesting=meter.limits.nesting)
    else:
        yield Entry.of(path, data)


def alone(location: Path, meter: Meter, skips: Skips) -> Iterator[Item]:
    """A file that was handed in by itself: a zip's contents stand at the root, anything else is the only entry."""
    path = names.safe(names.on_disk(location.name)).path
    data = read(location, path, meter)
    if not isinstance(data, bytes):
        yield from data
    elif archive.is_archive(path, data):
        yield from archive.unpack(data, path, "", meter, skips, nesting=meter.limits.nesting)
    else:
        yield Entry.of(path, data)


def read(location: Path, path: str, meter: Meter) -> bytes | tuple[Item, ...]:
    """The bytes of a file, or what is to be said instead where it is too large or cannot be read."""
    is_archive = archive.is_archive_name(path)
    # What an archive holds is counted when it is unpacked, so its own bytes are not.
    allowed = meter.remaining() if is_archive else min(meter.limits.file_bytes, meter.remaining())
    try:
        with location.open("rb") as stream:
            data = stream.read(allowed + 1)
            size = os.fstat(stream.fileno()).st_size
    except OSError as error:
        return (_unreadable(path, error),)
    meter.spend(0 if is_archive else len(data))
    if len(data) <= allowed:
        return data
    # The hash is of the part that was read: enough to tell submissions apart, and the gap rules out a pass.
    return Entry(path, None, size, hashlib.sha256(data).hexdigest()), refusals.too_large(path, size)


def _is_link(status: os.stat_result) -> bool:
    return stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", 0) in _LINK_TAGS


def _link(path: str) -> Iterator[Item]:
    yield Observation("symlink", path, "", None)
    yield refusals.link(path)


def _unreadable(path: str, error: OSError) -> Item:
    reason = error.strerror or type(error).__name__
    return gap(
        "unreadable",
        path,
        Text(
            ja=f"読み取れないため審査していません。ファイルの権限などを確かめてください。（{reason}）",
            en=f"This could not be read and was not reviewed: {reason}. Check its permissions.",
        ),
    )
