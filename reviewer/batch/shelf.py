"""Where a store lies: folders and files by path with `/`, on disk or in a commit, read and never written."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from reviewer.errors import ReviewerError
from reviewer.intake import committed, git
from reviewer.intake.git import Blob
from reviewer.text import Text

_CHUNK = 1024 * 1024
_LINK_TAGS = frozenset({0xA000000C, 0xA0000003})  # Windows: symbolic links and junctions


class Nature(StrEnum):
    """What a name in a folder stands for; a link is not followed, `other` is a device, a pipe, a submodule."""

    FOLDER = "folder"
    FILE = "file"
    LINK = "link"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Child:
    """One name in a folder. `state` changes whenever its bytes may have changed."""

    name: str
    nature: Nature
    size: int
    state: str


class Shelf(Protocol):
    """A tree of folders and files; "" is its top."""

    def children(self, folder: str) -> tuple[Child, ...]:
        """What lies in a folder, by name; OSError where it cannot be read."""

    def sha256(self, path: str) -> str:
        """The hash of a file's bytes, or of what stands for them; OSError where it cannot be read."""

    def begins(self, path: str) -> bytes:
        """The first bytes of a file; OSError where it cannot be read."""


@dataclass(frozen=True, slots=True)
class Disk:
    """A folder of this machine."""

    root: Path

    def children(self, folder: str) -> tuple[Child, ...]:
        """What lies in a folder, by name; OSError where it cannot be read."""
        with os.scandir(self.root / folder) as found:
            return tuple(sorted((_child(each) for each in found), key=lambda child: child.name))

    def sha256(self, path: str) -> str:
        """The hash of a file's bytes."""
        with (self.root / path).open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()

    def begins(self, path: str) -> bytes:
        """The first bytes of a file."""
        with (self.root / path).open("rb") as stream:
            return stream.read(16)


def _child(found: os.DirEntry[str]) -> Child:
    try:
        status = found.stat(follow_symlinks=False)
    except OSError:
        return Child(found.name, Nature.OTHER, 0, "")
    state = f"{status.st_size} {status.st_mtime_ns}"
    if stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", 0) in _LINK_TAGS:
        return Child(found.name, Nature.LINK, 0, state)
    if stat.S_ISDIR(status.st_mode):
        return Child(found.name, Nature.FOLDER, 0, "")
    nature = Nature.FILE if stat.S_ISREG(status.st_mode) else Nature.OTHER
    return Child(found.name, nature, status.st_size, state)


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit of a git repository: names and blobs, nothing checked out."""

    repository: Path
    revision: str
    blobs: Mapping[str, Blob]
    folders: Mapping[str, tuple[Child, ...]]

    @classmethod
    def of(cls, repository: Path, revision: str) -> Commit:
        """What a revision holds now; ReviewerError where there is none."""
        name = committed.commit(repository, revision)
        blobs = git.tree(repository, name)
        folders: dict[str, dict[str, Child]] = {"": {}}
        for path, blob in blobs.items():
            above, _, last = path.rpartition("/")
            folders.setdefault(above, {})[last] = Child(last, _nature(blob), 0, blob.name)
            while above and "/" in f"/{above}":
                parent, _, own = above.rpartition("/")
                folders.setdefault(parent, {})[own] = Child(own, Nature.FOLDER, 0, "")
                above = parent
        return cls(
            repository, name, blobs, {key: tuple(kids[n] for n in sorted(kids)) for key, kids in folders.items()}
        )

    def children(self, folder: str) -> tuple[Child, ...]:
        """What lies in a folder, by name."""
        return self.folders[folder]

    def sha256(self, path: str) -> str:
        """Git's name of the blob, which stands for its bytes."""
        return self.blobs[path].name

    def content(self, path: str) -> bytes:
        """The bytes of a file."""
        return committed.content(self.repository, self.blobs[path].name)

    def begins(self, path: str) -> bytes:
        """The first bytes of a file."""
        return committed.content(self.repository, self.blobs[path].name)[:16]


def _nature(blob: Blob) -> Nature:
    return {"120000": Nature.LINK, "160000": Nature.OTHER}.get(blob.mode, Nature.FILE)


def below(shelf: Shelf, folder: str) -> Iterator[tuple[str, Child | OSError]]:
    """Everything below a folder with its path, folders before what is in them; what cannot be read as its error."""
    pending = [folder]
    while pending:
        here = pending.pop()
        try:
            found = shelf.children(here)
        except OSError as error:
            yield here, error
            continue
        inner = []
        for child in found:
            path = joined(here, child.name)
            yield path, child
            if child.nature is Nature.FOLDER:
                inner.append(path)
        pending.extend(reversed(inner))


def joined(folder: str, name: str) -> str:
    """The path of a name in a folder."""
    return f"{folder}/{name}" if folder else name


def no_store(place: str, reason: str) -> ReviewerError:
    """What is said of a store that cannot be read."""
    return ReviewerError(
        Text(
            ja=f"{place} を提出物の置き場として読めません({reason})。フォルダー、gitのリポジトリー"
            "(--revision と一緒に)、または memory:// のような fsspec のURLを指定してください。"
            "1つの提出物なら review を使います。",
            en=f"{place} cannot be read as a store: {reason}. Name a folder, a git repository (with --revision) or a "
            "URL that fsspec knows. For a single submission there is `review`.",
        )
    )
