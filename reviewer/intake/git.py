"""A git repository -> what a change leaves behind: file names, blobs and which paths changed.

Objects are asked for; nothing is checked out, and what lies in the working tree is never looked at.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewer.errors import ReviewerError
from reviewer.finding import Gap
from reviewer.intake import archive, names, plugin, reading, refusals
from reviewer.intake.limits import DEFAULT, Limits, Meter
from reviewer.intake.plumbing import line, records, run
from reviewer.intake.skipping import Skips
from reviewer.intake.tree import Entry, Item, gap
from reviewer.submission import Observation, Submission
from reviewer.text import Text

NOTHING = "0"
"""The object name, zeros only, by which hooks say that something is not there before, or not any more."""
_LINK, _MODULE = "120000", "160000"
_BRANCHES = "refs/heads/"


@dataclass(frozen=True, slots=True)
class Blob:
    """One path of a tree or of the index; `mode` is git's."""

    path: str
    mode: str
    name: str


@dataclass(frozen=True, slots=True)
class Change:
    """What a tree or the index holds, and which of its paths are not what they were; `gone` are there no more."""

    repository: Path
    blobs: Mapping[str, Blob]
    changed: frozenset[str]
    gone: frozenset[str]
    unmerged: frozenset[str]


def staged(repository: Path) -> Change:
    """What the next commit would hold, against the last one (or nothing, where there is none yet)."""
    head = _found(repository, "HEAD")
    base = head or _empty_tree(repository)
    listed = records(run(repository, "ls-files", "--stage", "-z"))
    blobs: dict[str, Blob] = {}
    unmerged: set[str] = set()
    for record in listed:
        head_part, _, path = record.partition("\t")
        mode, name, stage = head_part.split(" ")
        if stage == "0":
            blobs[path] = Blob(path, mode, name)
        else:
            unmerged.add(path)
    raw = run(
        repository, "diff-index", "--cached", "--raw", "-z", "--no-renames", "--ignore-submodules=none", base, "--"
    )
    return _change(repository, blobs, raw, unmerged)


def between(repository: Path, old: str, new: str) -> Change:
    """What `new` holds, against `old`; ReviewerError where one of them is not to be had (a shallow clone)."""
    commit = commit_of(repository, new)
    base = _empty_tree(repository) if not old.strip(NOTHING) else commit_of(repository, old)
    blobs: dict[str, Blob] = {}
    for record in records(run(repository, "ls-tree", "-r", "-z", "--full-tree", commit)):
        head_part, _, path = record.partition("\t")
        mode, _kind, name = head_part.split(" ")
        blobs[path] = Blob(path, mode, name)
    raw = run(
        repository, "diff-tree", "-r", "--raw", "-z", "--no-renames", "--ignore-submodules=none", base, commit, "--"
    )
    return _change(repository, blobs, raw, ())


def pushed(repository: Path, old: str, new: str, *, known: str) -> Change | None:
    """The change that a push makes to one ref; None where it takes the ref away.

    A new ref is seen against a branch that it was built on, or HEAD: `known` is where the branches of the receiving
    side are, "" where nobody knows. Only a branch's tip will do, which was judged when it came: a commit on the way to
    one may hold what a later commit took back. ReviewerError where `new` is no commit.
    """
    if not new.strip(NOTHING):
        return None
    if not _found(repository, new):
        raise ReviewerError(
            Text(
                ja=f"{new} はコミットではないので、調べられません。コミットを指すブランチかタグを送ってください。",
                en=f"{new} is no commit and cannot be examined. Push a branch or tag that points to a commit.",
            )
        )
    if not old.strip(NOTHING):
        old = (known and _built_on(repository, new, known)) or old
    elif not _found(repository, old):
        # The other side has something that this clone does not know: what is new cannot be told, so all of it is.
        old = NOTHING * len(new)
    return between(repository, old, new)


def _built_on(repository: Path, new: str, known: str) -> str:
    """The latest of the branches below `known` that `new` contains; else HEAD where these are this side's own."""
    latest = ("for-each-ref", "--sort=-committerdate", "--count=1", "--format=%(objectname)")
    found = line(repository, *latest, f"--merged={new}", known)
    own = known == _BRANCHES
    return found or (_found(repository, "HEAD") if own else "")


def here() -> str:
    """Where the branches of a receiving repository are."""
    return _BRANCHES


def there(remote: str) -> str:
    """Where a clone remembers the branches of a remote; "" for one without a name, of which nothing is remembered."""
    return f"refs/remotes/{remote}/" if remote and not re.search(r"[\x00-\x20~^:?*\[\\]|\.\.|^-|//", remote) else ""


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
        yield from entries(change, blobs, folder, frozenset(changed), Meter(limits), skips)

    return reading.gathered(name, items, limits)


def shown(path: str, folder: str) -> str:
    """How a submission that was read from `folder` calls the file at `path`."""
    return names.safe(names.on_disk(path[len(folder) :])).path


def top(repository: Path) -> Path:
    """The folder of the working tree, or the repository itself where there is none (on a server)."""
    found = line(repository, "rev-parse", "--show-toplevel")
    return Path(found or line(repository, "rev-parse", "--absolute-git-dir") or repository)


def places(here: Path) -> tuple[Path, ...]:
    """The folders that are a repository: its `top`, the working tree beside git's own folders, and these."""
    own = (_path(here, "rev-parse", "--absolute-git-dir"), common_folder(here))
    return (here, *own, *(folder.parent for folder in own if folder.name == ".git"))


def common_folder(repository: Path) -> Path:
    """Git's folder of the repository, which all its working trees share."""
    return _path(repository, "rev-parse", "--git-common-dir")


def hooks_folder(repository: Path) -> Path:
    """Where git looks for hooks, `core.hooksPath` heeded, which counts from where git runs them."""
    return _path(top(repository), "rev-parse", "--git-path", "hooks")


def _path(folder: Path, *command: str) -> Path:
    """A path that git prints, which counts from where it was asked."""
    return folder / run(folder, *command).decode("utf-8", "surrogateescape").rstrip("\n")


# Entries --------------------------------------------------------------------------------------------------------------


def entries(
    change: Change, blobs: Sequence[Blob], folder: str, changed: frozenset[str], meter: Meter, skips: Skips
) -> Iterator[Item]:
    """The entries of these blobs below `folder`; what of the `changed` ones is not looked into is a gap."""
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


# Git ------------------------------------------------------------------------------------------------------------------


def _change(repository: Path, blobs: Mapping[str, Blob], raw: bytes, unmerged: Iterable[str]) -> Change:
    fields = records(raw)
    status = {path: meta.rpartition(" ")[2] for meta, path in zip(fields[::2], fields[1::2], strict=True)}
    gone = {path for path, letter in status.items() if letter == "D"}
    lost = frozenset(unmerged)
    return Change(repository, blobs, frozenset(status.keys() - gone) | lost, frozenset(gone) - lost, lost)


def _found(repository: Path, name: str) -> str:
    """The commit of that name, "" where there is none."""
    return line(repository, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")


def commit_of(repository: Path, name: str) -> str:
    """The commit of that name; ReviewerError where there is none."""
    found = None if name.startswith("-") else _found(repository, name)
    if not found:
        raise ReviewerError(
            Text(
                ja=f"コミット {name} が見つかりません。名前を確かめるか、git fetch --unshallow をしてください。",
                en=f"There is no commit {name}. Check its name, or fetch the history (git fetch --unshallow).",
            )
        )
    return found


def _empty_tree(repository: Path) -> str:
    return run(repository, "hash-object", "-t", "tree", "--stdin", data=b"").decode("ascii").strip()
