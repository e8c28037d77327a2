"""What has passed the gate before, and the rules it was judged by, so that nothing is examined or read twice."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.cli import private

if TYPE_CHECKING:
    from reviewer.intake.git import Change
    from reviewer.rule import Policy, Rulebook

_PASSED, _RULES = "passed", "rules"


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
    return private.read(_PASSED, name) is not None


def remember(name: str) -> None:
    """Keep that it has passed; the oldest are forgotten when there are many."""
    private.write(_PASSED, name, b"", most=1_000)


def rules(extra_rules: Sequence[Path], policy: Path | None) -> tuple[Rulebook, Policy]:
    """What `load` gives; what this very reviewer read from the same files before is not checked again.

    ReviewerError as `load`.
    """
    from reviewer.rulebook import kept
    from reviewer.rulebook.folder import knowledge

    given = knowledge(extra_rules, [] if policy is None else [policy])
    name = hashlib.sha256(given + _reviewer()).hexdigest()
    data = private.read(_RULES, name)
    known = None if data is None else kept.unpacked(data)
    if known is None:
        from reviewer.rulebook.loading import load

        known = load(extra_rules=extra_rules, policy=policy)
        private.write(_RULES, name, kept.packed(*known), most=10)
    return known


def _reviewer() -> bytes:
    """The state of the reviewer itself: its version, and its files as they are on disk, which change in a checkout."""
    from reviewer import __version__

    total = hashlib.sha256(f"{__version__} {sys.version}\0".encode())
    root = Path(__file__).parent.parent
    for path in sorted(root.rglob("*.py")):
        status = path.stat()
        total.update(f"{path.relative_to(root)} {status.st_size} {status.st_mtime_ns}\0".encode())
    return total.digest()
