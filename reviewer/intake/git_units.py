"""A change in git -> the units it touches, each as a submission: blobs are read, nothing is checked out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from reviewer.finding import Gap
from reviewer.intake import archive, names, plugin, reading, refusals
from reviewer.intake.git import Blob, Change
from reviewer.intake.limits import DEFAULT, Limits, Meter
from reviewer.intake.plumbing import run
from reviewer.intake.skipping import Skips
from reviewer.intake.tree import Entry, Item, gap
from reviewer.submission import Observation, Submission
from reviewer.text import Text

_LINK, _MODULE = "120000", "160000"


def units(change: Change) -> Iterator[tuple[str, frozenset[str], frozenset[str]]]:
    """(folder, changed paths, paths that are gone): the nearest folder with a manifest above, else the file's own."""
    roots = {folder for path in change.blobs if is_manifest(path) for folder in [_folder(path)]}
    found: dict[str, tuple[set[str], set[str]]] = {}
    for paths, which in ((change.changed, 0), (change.gone, 1)):
        for path in paths:
            found.setdefault(_unit(path, roots), (set(), set()))[which].add(path)
    for folder, (changed, gone) in sorted(found.items()):
        yield folder, frozenset(changed), frozenset(gone)


def read(change: Change, folder: str, changed: Iterable[str], limits: Limits = DEFAULT) -> Submission:
    """The files of one unit as a submission: all below a manifest's folder, or those that lie in the very folder."""
    managed = any(is_manifest(path) and _folder(path) == folder for path in change.blobs)
    blobs = [
        blob
        for path, blob in sorted(change.blobs.items())
        if path.startswith(folder) and (managed or "/" not in path[len(folder) :])
    ]
    name = names.safe(names.on_disk(folder.rstrip("/").rpartition("/")[2] or change.repository.resolve().name)).path
    lost = sorted(path for path in change.unmerged if path.startswith(folder))

    def items(skips: Skips) -> Iterator[Item]:
        for path in lost:
            yield _unmerged(path[len(folder) :])
        yield from _items(change, blobs, folder, frozenset(changed), Meter(limits), skips)

    return reading.gathered(name, items, limits)


def shown(path: str, folder: str) -> str:
    """How a submission that was read from `folder` calls the file at `path`."""
    return names.safe(names.on_disk(path[len(folder) :])).path


# Entries --------------------------------------------------------------------------------------------------------------


def _items(
    change: Change, blobs: Sequence[Blob], folder: str, changed: frozenset[str], meter: Meter, skips: Skips
) -> Iterator[Item]:
    wanted: list[tuple[Blob, str]] = []
    left: set[str] = set()
    for blob in blobs:
        name = names.safe(names.on_disk(blob.path[len(folder) :]))
        for flaw in name.flaws:
            yield Observation(flaw, name.path, repr(blob.path), None)
        out = skips.skipped_folder(name.path, "")
        if blob.mode == _LINK:
            yield Observation("symlink", name.path, "", None)
            yield refusals.link(name.path)
        elif blob.mode == _MODULE:
            if blob.path in changed:
                yield _module(name.path)
        elif out is not None:
            if out not in left:
                left.add(out)
                yield skips.entry(out)
            if blob.path in changed:
                yield _left_out(name.path)
        elif len(name.path) > meter.limits.path_chars or name.path.count("/") >= meter.limits.depth:
            yield refusals.path_limit(name.path[: meter.limits.path_chars])
        elif not meter.admits_file():
            yield refusals.too_many(None, meter.limits.files)
            break
        else:
            wanted.append((blob, name.path))
    for blob, path, size, data in _contents(change.repository, wanted, meter):
        if data is None and size < 0:
            yield _absent(path)
        elif data is None:
            # Nobody read the bytes: their name in git stands for them, and the gap rules out a pass.
            yield Entry(path, None, size, hashlib.sha256(blob.name.encode()).hexdigest())
            yield refusals.too_large(path, size)
        elif archive.is_archive(path, data):
            yield from archive.unpack(data, path, f"{path}/", meter, skips, nesting=meter.limits.nesting)
        else:
            yield Entry.of(path, data)


def _contents(
    repository: Path, wanted: Sequence[tuple[Blob, str]], meter: Meter
) -> Iterator[tuple[Blob, str, int, bytes | None]]:
    """Each blob with path, size and bytes: size -1 where git does not have it, no bytes where it is too large."""
    asked = "".join(f"{blob.name}\n" for blob, _ in wanted).encode()
    told = run(repository, "cat-file", "--batch-check", data=asked).decode("ascii", "replace").splitlines()
    sizes = [int(line.split(" ")[2]) if line.count(" ") == 2 else -1 for line in told]
    fetched: list[bool] = []
    for size in sizes:
        fits = 0 <= size <= min(meter.limits.file_bytes, meter.remaining())
        meter.spend(size if fits else 0)
        fetched.append(fits)
    chosen = [blob.name for (blob, _), fits in zip(wanted, fetched, strict=True) if fits]
    output = run(repository, "cat-file", "--batch", data="".join(f"{name}\n" for name in chosen).encode())
    at = 0
    for (blob, path), size, fits in zip(wanted, sizes, fetched, strict=True):
        if not fits:
            yield blob, path, size, None
            continue
        begin = output.index(b"\n", at) + 1
        yield blob, path, size, output[begin : begin + size]
        at = begin + size + 1


def _module(path: str) -> Gap:
    return gap(
        "submodule",
        path,
        Text(
            ja="別のリポジトリー(サブモジュール)の版が変わりました。その中身は見ていません。"
            "必要なファイルを、このリポジトリーに入れてください。",
            en="The version of a submodule changed, whose content was not seen. Put the files into this repository.",
        ),
    )


def _left_out(path: str) -> Gap:
    return gap(
        "skipped-folder",
        path,
        Text(
            ja="この名前のフォルダー(node_modules など)の中は調べません。登録するファイルなら別のフォルダーに置き、"
            "開発用の部品なら git に入れないでください(.gitignore に書きます)。",
            en="Folders of this name (node_modules and the like) are not looked into. Put what is registered "
            "elsewhere, and keep packages used for development out of git (.gitignore).",
        ),
    )


def _unmerged(path: str) -> Gap:
    return gap(
        "unmerged",
        path,
        Text(ja="競合が解決されていません。解決してから git add してください。", en="A conflict is not resolved yet."),
    )


def _absent(path: str) -> Gap:
    return gap(
        "object-missing",
        path,
        Text(
            ja="ファイルの中身がこのリポジトリーにありません(一部だけを複製したもの)。全体を取得してください。",
            en="Its content is not in this repository, which is a partial clone. Fetch all of it.",
        ),
    )


# Units ----------------------------------------------------------------------------------------------------------------


def is_manifest(path: str) -> bool:
    """Whether a file of that path may say what is loaded where."""
    name = path.rpartition("/")[2].lower()
    return name == plugin.NAME or (reading.is_customize(path) and name.endswith(".json"))


def _folder(path: str) -> str:
    return path[: len(path) - len(path.rpartition("/")[2])]


def _unit(path: str, roots: set[str]) -> str:
    folder = own = _folder(path)
    while True:
        if folder in roots:
            return folder
        if not folder:
            return own
        folder = _folder(folder.rstrip("/"))
