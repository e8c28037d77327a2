"""A git repository -> what a change leaves behind: file names, blobs and which paths changed.

Objects are asked for; nothing is checked out, and what lies in the working tree is never looked at. What the files hold
is read by `git_units`, and only where somebody wants to know: the gate has often seen the very change before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from reviewer.errors import ReviewerError
from reviewer.intake.plumbing import line, records, run
from reviewer.record import value
from reviewer.text import Text

NOTHING = "0"
"""The object name, zeros only, by which hooks say that something is not there before, or not any more."""
_BRANCHES = "refs/heads/"


@value
class Blob:
    """One path of a tree or of the index; `mode` is git's."""

    path: str
    mode: str
    name: str


@value
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
    raw = run(
        repository, "diff-tree", "-r", "--raw", "-z", "--no-renames", "--ignore-submodules=none", base, commit, "--"
    )
    return _change(repository, tree(repository, commit), raw, ())


def tree(repository: Path, commit: str, path: str = "") -> Mapping[str, Blob]:
    """Everything at and below a path of a commit ("": all of it), by path; links and submodules too."""
    found: dict[str, Blob] = {}
    below = ("--", path) if path else ()
    for record in records(run(repository, "ls-tree", "-r", "-z", "--full-tree", commit, *below)):
        head_part, _, where = record.partition("\t")
        mode, _kind, name = head_part.split(" ")
        found[where] = Blob(where, mode, name)
    return found


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
