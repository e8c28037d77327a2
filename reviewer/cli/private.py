"""What can be made again, kept in the user's own folder for such things: bytes under names, on shelves.

No repository can write there: one that is handed over with a `.git` of its own brings nothing along. Whatever is not as
it was written counts for nothing, and where nothing can be kept, nothing is.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import sys
from pathlib import Path

_LARGEST = 50_000_000


def read(shelf: str, name: str) -> bytes | None:
    """What was kept under that name, byte for byte, by somebody who may write for this user; None where nothing was."""
    folder = _folder() / shelf
    if not _is_private(folder):
        return None
    try:
        path = folder / name
        found = path.read_bytes() if path.stat().st_size < _LARGEST else b""
    except OSError:
        return None
    head, _, data = found.partition(b"\n")
    return data if head == _head(shelf, name, data) else None


def write(shelf: str, name: str, data: bytes, *, most: int) -> None:
    """Keep it; of more than `most` on that shelf the oldest are forgotten."""
    folder = _folder() / shelf
    if not folder.is_absolute():
        return
    with contextlib.suppress(OSError):  # only time is lost
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_private(folder):
            return
        kept = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime)
        for path in kept[: max(0, len(kept) - most)]:
            path.unlink(missing_ok=True)
        draft = folder / f"{name}.{os.getpid()}"
        draft.write_bytes(_head(shelf, name, data) + b"\n" + data)
        draft.replace(folder / name)


def _head(shelf: str, name: str, data: bytes) -> bytes:
    """The first line of what is kept: a file that was cut off, or stands under another's name, has another."""
    return f"{shelf} {name} {hashlib.sha256(data).hexdigest()}".encode("ascii")


def _is_private(folder: Path) -> bool:
    """Whether nobody but this user can write there, where a system knows of users."""
    try:
        status = folder.stat()
    except OSError:
        return False
    if not folder.is_absolute():
        return False
    if os.name == "nt":
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _folder() -> Path:
    """The system's place for what can be made again (https://specifications.freedesktop.org/basedir-spec/)."""
    name = "kintone-reviewer"
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - Path.home() raises where there is none
    if os.name == "nt":
        return _absolute("LOCALAPPDATA", home / "AppData" / "Local") / name / "cache"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / name
    return _absolute("XDG_CACHE_HOME", home / ".cache") / name


def _absolute(variable: str, otherwise: Path) -> Path:
    named = Path(os.environ.get(variable, ""))
    return named if named.is_absolute() else otherwise
