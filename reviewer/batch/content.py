"""A submission's bytes and layout -> the hash that names it: equal submissions are equal wherever they lie."""

from __future__ import annotations

import errno
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from reviewer.batch.shelf import Child, Nature, Shelf, below
from reviewer.batch.store import Item
from reviewer.intake.skipping import is_skipped


@dataclass(frozen=True, slots=True)
class Content:
    """What a submission holds: its hash, and how many files and bytes went into it."""

    sha256: str
    files: int
    size: int


def content(shelf: Shelf, item: Item) -> Content:
    """The hash of everything that a review of the item could read, its declaration included.

    What lies in folders that are not entered counts by name and state, as a manifest may name single files there. What
    cannot be read counts as the reason why.
    """
    total = hashlib.sha256()
    files = size = 0

    def add(*parts: str) -> None:
        total.update(b"".join(b"%d\0%b" % (len(data), data) for data in map(_bytes, parts)))

    add(*(("file", shelf.sha256(item.declaration)) if item.declaration is not None else ("none",)))
    add(*item.apart)
    alone = _file(shelf, item.path) if item.path else None
    if alone is not None:
        add("alone", alone.name.rpartition(".")[2].lower(), shelf.sha256(item.path))
        return Content(total.hexdigest(), 1, alone.size)
    start = len(item.path) + 1 if item.path else 0
    for path, child in below(shelf, item.path):
        inner = path[start:]
        if _is_apart(inner, item.apart):
            continue
        if isinstance(child, OSError):
            add(inner, "unreadable", str(child.errno))
        elif child.nature is not Nature.FILE:
            add(inner, child.nature.value)
        elif any(map(is_skipped, inner.split("/")[:-1])):
            add(inner, "skipped", child.state)
        else:
            try:
                add(inner, "file", shelf.sha256(path))
            except OSError as error:
                add(inner, "unreadable", str(error.errno))
            files += 1
            size += child.size
    return Content(total.hexdigest(), files, size)


def _file(shelf: Shelf, path: str) -> Child | None:
    """What lies at a path, unless that is a folder."""
    above, _, name = path.rpartition("/")
    found = next((child for child in shelf.children(above) if child.name == name), None)
    if found is None:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    return None if found.nature is Nature.FOLDER else found


def _is_apart(path: str, apart: tuple[str, ...]) -> bool:
    return any(path == each.rstrip("/") or path.startswith(f"{each.rstrip('/')}/") for each in apart)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def tool_state() -> str:
    """What the reviewer itself is, to the byte: the same on every machine that runs the same version."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - takes a while, asked once

    import reviewer  # noqa: PLC0415 - the package's own folder

    total = hashlib.sha256(reviewer.__version__.encode())
    root = Path(reviewer.__file__).parent
    for path in sorted(root.rglob("*.py")):
        total.update(_bytes(f"{path.relative_to(root).as_posix()}\0"))
        total.update(path.read_bytes())
    for name in _TOOLS:
        try:
            total.update(f"{name} {version(name)}\0".encode())
        except PackageNotFoundError:
            total.update(f"{name}\0".encode())
    return total.hexdigest()


_TOOLS = ("semgrep", "esprima-fork", "tree-sitter", "tree-sitter-javascript", "tree-sitter-typescript", "tinycss2")
