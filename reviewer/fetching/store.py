"""Files of one submission -> a folder of the store that is there whole or not at all.

A folder is written under another name and moved into place when it is complete. Between the two moves of a replacement
a crash may leave the old folder aside; `Store.open` puts it back. Folders that `fetch` did not make are never touched.
One run at a time has a store: another one would clear away what it is writing.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from reviewer.errors import ReviewerError
from reviewer.fetching.layout import RECORD
from reviewer.text import Text

LOG = "fetch-log.jsonl"
LOOSE = "not-fetched"
_APP = re.compile(r"app-[0-9]{1,19}")
_PART = ".part-"
_OLD = ".old-"
_LOCK = ".fetch-lock"


@dataclass(frozen=True, slots=True)
class Draft:
    """A folder being written, invisible to readers of the store until it is committed; what never is leaves nothing."""

    store: Path
    name: str
    folder: Path

    def write(self, path: str, data: bytes) -> None:
        """One file at a path below the folder; what `naming` and `layout` hand out never leads elsewhere."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())

    def commit(self) -> None:
        """Put the folder in place of what was there."""
        place, old = self.store / self.name, self.store / f"{_OLD}{self.name}"
        self.folder.chmod(0o755)
        if place.exists():
            place.rename(old)
        self.folder.rename(place)
        _settle(self.store)
        shutil.rmtree(old, ignore_errors=True)

    def __enter__(self) -> Draft:
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)  # no longer there once it was committed


@dataclass(frozen=True, slots=True)
class Store:
    """The folder all apps are put in; methods raise OSError where the disk refuses."""

    folder: Path

    @classmethod
    @contextmanager
    def open(cls, folder: Path) -> Iterator[Store]:
        """The store at that place, made where there is none, cleared of what an interrupted run left; ours alone as
        long as it is open. ReviewerError where another run has it."""
        folder.mkdir(parents=True, exist_ok=True)
        with _alone(folder):
            cls._clear(folder)
            yield cls(folder)

    @staticmethod
    def _clear(folder: Path) -> None:
        for left in sorted(folder.iterdir()):
            if left.name.startswith(_OLD) and _is_ours(left):
                place = folder / left.name.removeprefix(_OLD)
                if place.exists():
                    shutil.rmtree(left, ignore_errors=True)
                else:
                    left.rename(place)
            elif left.name.startswith(_PART) and left.is_dir() and not left.is_symlink():
                shutil.rmtree(left, ignore_errors=True)

    def draft(self, name: str) -> Draft:
        """A new folder to be called `name`. ReviewerError where something else than an earlier fetch stands there."""
        place = self.folder / name
        if (place.exists() or place.is_symlink()) and not _is_ours(place):
            raise ReviewerError(
                Text(
                    ja=f"{place} は fetch が作ったフォルダーではないため、置き換えません。"
                    "移動するか、別の場所を --out で指定してください。",
                    en=f"{place} was not made by fetch and is not replaced. Move it, or name another place with --out.",
                )
            )
        return Draft(self.folder, name, Path(tempfile.mkdtemp(dir=self.folder, prefix=f"{_PART}{name}-")))

    def has(self, name: str) -> bool:
        """Whether an earlier fetch left a folder of that name."""
        return _is_ours(self.folder / name)

    def remove(self, name: str) -> None:
        """The folder of that name, if an earlier fetch made it."""
        place = self.folder / name
        if _is_ours(place):
            old = self.folder / f"{_OLD}{name}"
            place.rename(old)
            shutil.rmtree(old, ignore_errors=True)

    def note(self, line: bytes) -> None:
        """One line more of what was fetched when."""
        with (self.folder / LOG).open("ab") as file:
            file.write(line)

    def apps(self) -> Iterator[str]:
        """The numbers of all apps that earlier fetches left here."""
        for place in sorted(self.folder.iterdir()):
            if _APP.fullmatch(place.name) and _is_ours(place):
                yield place.name.removeprefix("app-")

    def loose(self) -> bytes | None:
        """The record of what belongs to no app, as it stands."""
        try:
            return (self.folder / LOOSE / RECORD).read_bytes()
        except OSError:
            return None


def _is_ours(place: Path) -> bool:
    return place.is_dir() and not place.is_symlink() and (place / RECORD).is_file()


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """A lock that the system takes away with the process, however that ends: nothing has to be tidied up.

    A file system that knows no locks is used without one.
    """
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - Windows alone

        with (folder / _LOCK).open("wb") as file:
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            except OSError as error:
                raise _taken(folder) from error
            yield
        return
    import fcntl  # noqa: PLC0415 - POSIX alone

    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise _taken(folder) from error
        except OSError:
            pass
        yield
    finally:
        os.close(handle)


def _taken(folder: Path) -> ReviewerError:
    return ReviewerError(
        Text(
            ja=f"{folder} には、別の fetch が取得しています。終わるのを待つか、--out に別の場所を指定してください。",
            en=f"Another fetch is writing to {folder}. Wait for it to end, or name another place with --out.",
        )
    )


def _settle(folder: Path) -> None:
    """Names reach the disk, where the system lets a folder be opened for that (Windows does not)."""
    if os.name != "nt":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
