"""Any file system that fsspec knows -> a shelf, and single submissions brought to this machine's disk."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import fsspec

from reviewer.batch.shelf import Child, Nature, joined, no_store

_CHUNK = 1024 * 1024
_NATURES: Mapping[str, Nature] = MappingProxyType(
    {"directory": Nature.FOLDER, "file": Nature.FILE, "link": Nature.LINK}
)


@dataclass(frozen=True, slots=True)
class Remote:
    """A folder of another file system; it answers with what the system's driver knows of a file, links included."""

    system: Any
    root: str

    @classmethod
    def of(cls, url: str) -> Remote:
        """The folder a URL names; ReviewerError where fsspec knows none, or it cannot be reached."""
        try:
            system, root = fsspec.core.url_to_fs(url)
            found = cls(system, str(root).rstrip("/"))
            if not system.isdir(found.root or "/"):
                raise no_store(url, "there is no such folder")
        except (OSError, ValueError, ImportError) as error:
            raise no_store(url, str(error)) from error
        return found

    @property
    def disk(self) -> Path | None:
        """Where it is on this machine, if that is where it is."""
        protocol = self.system.protocol
        return Path(self.root) if "file" in (protocol if isinstance(protocol, tuple) else (protocol,)) else None

    def children(self, folder: str) -> tuple[Child, ...]:
        """What lies in a folder, by name; OSError where it cannot be read."""
        here = self._path(folder)
        listed = self.system.ls(here, detail=True)
        found = {}
        for each in listed:
            path = str(each["name"]).rstrip("/")
            name = path.rpartition("/")[2]
            if not name or path == here.rstrip("/"):
                continue  # some systems list the folder itself
            nature = {"directory": Nature.FOLDER, "file": Nature.FILE, "link": Nature.LINK}.get(
                each["type"], Nature.OTHER
            )
            found[name] = Child(
                name, nature, int(each.get("size") or 0), str(each.get("mtime") or each.get("ETag") or "")
            )
        return tuple(found[name] for name in sorted(found))

    def sha256(self, path: str) -> str:
        """The hash of a file's bytes."""
        total = hashlib.sha256()
        with self.system.open(self._path(path), "rb") as stream:
            while data := stream.read(_CHUNK):
                total.update(data)
        return total.hexdigest()

    def begins(self, path: str) -> bytes:
        """The first bytes of a file."""
        with self.system.open(self._path(path), "rb") as stream:
            return bytes(stream.read(16))

    def bring(self, path: str, target: Path) -> None:
        """A file, or a folder with everything below it, as `target` on disk; OSError where that fails.

        Names that lead elsewhere are refused: whoever fills the other system does not choose where we write.
        """
        with self._told():
            self._bring(path, target)

    def _bring(self, path: str, target: Path) -> None:
        if not self.system.isdir(self._path(path)):
            target.parent.mkdir(parents=True, exist_ok=True)
            with self.system.open(self._path(path), "rb") as source, target.open("wb") as file:
                shutil.copyfileobj(source, file, _CHUNK)
            return
        target.mkdir(parents=True, exist_ok=True)
        for child in self.children(path):
            if child.name in {".", ".."} or any(mark in child.name for mark in "/\\\0"):
                raise OSError(0, f"a file is called {child.name!r}")
            self._bring(joined(path, child.name), target / child.name)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Drivers raise what they like for what is not to be had."""
        try:
            yield
        except (ValueError, LookupError, RuntimeError) as error:
            raise OSError(0, str(error)) from error

    def _path(self, path: str) -> str:
        return joined(self.root, path) if path else self.root or "/"
