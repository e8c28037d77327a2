"""A commit of a git repository -> its paths, and single folders or files of it as submissions, without a checkout."""

from __future__ import annotations

from collections.abc import Iterator, Set
from pathlib import Path

from reviewer.errors import ReviewerError
from reviewer.intake import archive, git, git_units, names, reading, refusals
from reviewer.intake.git import Change
from reviewer.intake.limits import DEFAULT, Limits, Meter
from reviewer.intake.plumbing import run
from reviewer.intake.skipping import Skips
from reviewer.intake.tree import Entry, Item
from reviewer.submission import Submission, SubmissionKind
from reviewer.text import Text


def commit(repository: Path, revision: str) -> str:
    """The name of the commit that `revision` means now; ReviewerError where there is none."""
    return git.commit_of(repository, revision)


def content(repository: Path, blob: str) -> bytes:
    """The bytes of a blob."""
    return run(repository, "cat-file", "blob", blob)


def read(
    repository: Path, revision: str, path: str, apart: Set[str] = frozenset(), limits: Limits = DEFAULT
) -> Submission:
    """A folder ("" is all) or a file of a commit as a submission; `apart` as `intake.read` has it."""
    found = git.tree(repository, revision, path)
    name = names.safe(names.on_disk(path.rpartition("/")[2] or repository.resolve().name)).path
    folder = f"{path}/" if path else ""
    change = Change(repository, found, frozenset(), frozenset(), frozenset())

    def below(skips: Skips) -> Iterator[Item]:
        here = [blob for _, blob in sorted(found.items()) if not _is_apart(blob.path[len(folder) :], apart)]
        yield from (skips.entry(each) for each in sorted(apart))
        yield from git_units.entries(change, here, folder, frozenset(), Meter(limits), skips)

    def alone(skips: Skips) -> Iterator[Item]:
        data = content(repository, found[path].name)
        meter = Meter(limits)
        if archive.is_archive(name, data):
            yield from archive.unpack(data, name, "", meter, skips, nesting=limits.nesting)
        elif len(data) > limits.file_bytes:
            yield Entry(name, None, len(data), found[path].name)
            yield refusals.too_large(name, len(data))
        else:
            yield Entry.of(name, data)

    if not found:
        raise ReviewerError(
            Text(
                ja=f"{revision} に {path} がありません。リビジョンを確かめてください。",
                en=f"There is no {path} in {revision}. Check the revision.",
            )
        )
    if path in found:
        loose = SubmissionKind.ARCHIVE if archive.is_archive_name(name) else SubmissionKind.FILES
        return reading.gathered(name, alone, limits, loose=loose)
    return reading.gathered(name, below, limits, apart=apart)


def _is_apart(path: str, apart: Set[str]) -> bool:
    return path in apart or any(path.startswith(each) for each in apart if each.endswith("/"))
