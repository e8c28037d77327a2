"""What has passed the gate before, so that nothing is examined twice: kept in the user's own folder for such things.

No repository can write there: one that is handed over with a `.git` of its own brings no verdicts along. Whatever is
not as it was written counts for nothing, and where nothing can be kept, nothing is.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer.intake.git import Change

_MOST = 1_000


def question(changes: Mapping[str, Change], given: bytes) -> str:
    """The name of one question to the gate: what has changed to which bytes, the reviewer that is asked, and `given`,
    which stands for rules, policy and all else that the answer hangs on."""
    total = hashlib.sha256(given + _reviewer())
    for change in changes.values():
        for part in (*sorted(change.changed), "", *sorted(change.gone), "", *sorted(change.unmerged), ""):
            total.update(f"{part}\0".encode("utf-8", "surrogateescape"))
        for path, blob in sorted(change.blobs.items()):
            total.update(f"{blob.mode} {blob.name} {path}\0".encode("utf-8", "surrogateescape"))
        total.update(b"\0")
    return total.hexdigest()


def has_passed(name: str) -> bool:
    """Whether the same question was answered with a pass before, by somebody who may write for this user."""
    folder = _folder()
    return _is_private(folder) and _content(folder / name) == _line(name)


def remember(name: str) -> None:
    """Keep that it has passed; the oldest are forgotten when there are many."""
    folder = _folder()
    if not folder.is_absolute():
        return
    with contextlib.suppress(OSError):  # only time is lost
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_private(folder):
            return
        kept = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime)
        for path in kept[: max(0, len(kept) - _MOST)]:
            path.unlink(missing_ok=True)
        draft = folder / f"{name}.{os.getpid()}"
        draft.write_bytes(_line(name))
        draft.replace(folder / name)


def _line(name: str) -> bytes:
    """What an entry holds: a file that was cut off, or stands under another's name, holds something else."""
    return f"pass {name}\n".encode("ascii")


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.stat().st_size < 1_000 else b""
    except OSError:
        return b""


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
        return _absolute("LOCALAPPDATA", home / "AppData" / "Local") / name / "cache" / "passed"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / name / "passed"
    return _absolute("XDG_CACHE_HOME", home / ".cache") / name / "passed"


def _absolute(variable: str, otherwise: Path) -> Path:
    named = Path(os.environ.get(variable, ""))
    return named if named.is_absolute() else otherwise


def _reviewer() -> bytes:
    """The state of the reviewer itself: its version, and its files as they are on disk, which change in a checkout."""
    from reviewer import __version__

    total = hashlib.sha256(f"{__version__} {sys.version}\0".encode())
    root = Path(__file__).parent.parent
    for path in sorted(root.rglob("*.py")):
        status = path.stat()
        total.update(f"{path.relative_to(root)} {status.st_size} {status.st_mtime_ns}\0".encode())
    return total.digest()
