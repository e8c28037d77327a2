"""The one in-memory view of what was handed in: paths and bytes, whether from a folder, a file or an archive."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from reviewer.finding import Gap, Stage
from reviewer.record import thing, value
from reviewer.submission import Observation, Unreviewed
from reviewer.text import Text


@thing
class Entry:
    """One file. `data` is None where its bytes could not be had (a gap says why); then `sha256` is of what could.

    `path` has `/` between parts, no part `.` or `..`, no control characters, and is unique within a tree.
    """

    path: str
    data: bytes | None
    size: int
    sha256: str

    @classmethod
    def of(cls, path: str, data: bytes) -> Entry:
        """The entry of a file that was read whole."""
        return cls(path=path, data=data, size=len(data), sha256=hashlib.sha256(data).hexdigest())

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]

    @property
    def folder(self) -> str:
        """The path up to and with the last `/`; "" at the root."""
        return self.path[: len(self.path) - len(self.name)]


@thing
class Container:
    """The outer zip of a plug-in: the signed bytes, and what came to prove them. `root` is where its contents stand."""

    root: str
    contents: bytes
    public_key: bytes | None
    signature: bytes | None


@value
class Packed:
    """An archive was opened here: everything below `root` came out of it."""

    root: str


Item = Entry | Container | Packed | Unreviewed | Observation | Gap


@thing
class Tree:
    """Everything that was read, sorted by path. `skipped` are folders that were not entered, with the reason."""

    entries: tuple[Entry, ...]
    containers: tuple[Container, ...]
    packed: tuple[str, ...]
    skipped: tuple[Unreviewed, ...]
    observations: tuple[Observation, ...]
    gaps: tuple[Gap, ...]

    @classmethod
    def of(cls, items: Iterable[Item]) -> Tree:
        """Sorts what was read; files of the same path are all kept, later ones as `path#2`, and reported."""
        given = tuple(items)
        entries = sorted((i for i in given if isinstance(i, Entry)), key=lambda e: (e.path, e.sha256))
        named, doubled = [], []
        previous, turn = None, 1
        for entry in entries:
            turn = turn + 1 if entry.path == previous else 1
            previous = entry.path
            if turn > 1:
                doubled.append(entry.path)
            named.append(entry if turn == 1 else replace(entry, path=f"{entry.path}#{turn}"))
        repeated = sorted(set(doubled))
        return cls(
            entries=tuple(named),
            containers=tuple(sorted((i for i in given if isinstance(i, Container)), key=lambda c: c.root)),
            packed=tuple(sorted({i.root for i in given if isinstance(i, Packed)})),
            skipped=tuple(sorted((i for i in given if isinstance(i, Unreviewed)), key=lambda u: u.path)),
            observations=(
                *(i for i in given if isinstance(i, Observation)),
                *(Observation("duplicate-entry", path, path, None) for path in repeated),
            ),
            gaps=(*(i for i in given if isinstance(i, Gap)), *(ambiguous(path) for path in repeated)),
        )


class Names:
    """Finds entries of a tree by path, forgiving what file systems forgive: Unicode form first, then letter case."""

    __slots__ = ("_exact", "_folded", "_normal")

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._exact: dict[str, Entry] = {}
        self._normal: dict[str, Entry] = {}
        self._folded: dict[str, list[Entry]] = {}
        for entry in entries:
            self._exact[entry.path] = entry
            self._normal.setdefault(normal(entry.path), entry)
            self._folded.setdefault(normal(entry.path).casefold(), []).append(entry)

    def find(self, path: str) -> Entry | None:
        """The entry of that path; one that differs in letter case only where there is no other such."""
        entry = self._exact.get(path) or self._normal.get(normal(path))
        if entry is not None:
            return entry
        alike = self._folded.get(normal(path).casefold(), ())
        return alike[0] if len(alike) == 1 else None


def normal(name: str) -> str:
    """A name in Unicode NFC: macOS hands out decomposed names, manifests are typed composed."""
    return unicodedata.normalize("NFC", name)


def by_folder(entries: Iterable[Entry]) -> Mapping[str, tuple[Entry, ...]]:
    """Entries grouped by the folder they stand in."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.folder, []).append(entry)
    return {folder: tuple(group) for folder, group in groups.items()}


def resolved(base: str, path: str) -> str | None:
    """`path` as seen from the folder `base` ("" or ending in `/`), None where it leaves the tree or is absolute."""
    slashed = path.replace("\\", "/")
    if slashed.startswith("/") or slashed[1:2] == ":":
        return None
    parts = [part for part in base.split("/") if part]
    for part in slashed.split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def ancestors(folder: str) -> Iterator[str]:
    """A folder, its parent, and so on up to the root ""."""
    while folder:
        yield folder
        folder = folder.rstrip("/").rpartition("/")[0]
        folder = f"{folder}/" if folder else ""
    yield ""


def gap(kind: str, path: str | None, message: Text) -> Gap:
    """Something intake could not read and that might be code: it blocks."""
    return Gap(stage=Stage.INTAKE, kind=kind, message=message, path=path, location=None, blocking=True)


def ambiguous(path: str) -> Gap:
    """Several files bear one name."""
    return gap(
        "duplicate-entry",
        path,
        Text(
            ja=f"同じ名前「{path}」のファイルが複数入っています。どれが使われるか分からないため、すべて審査しましたが、"
            "1つだけにして出し直してもらってください。",
            en=f"Several files bear the name “{path}”. Which of them is used cannot be told; all were reviewed. "
            "Ask for a submission that holds only one.",
        ),
    )
