"""Answers of slow tools, by the bytes they are about: a small file each, with a checksum, for any number of processes.

An entry that is damaged, cut off or somebody else's counts as none and is written again. None is ever needed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from reviewer.answers import Answer

TAKEN = "taken"
"""Who asks what in this run, within a folder of answers; whoever begins a run takes it away."""
_LARGEST = 20_000_000


@dataclass(frozen=True, slots=True)
class Kept:
    """A folder of answers; they hold for one state of the reviewer, which the folder's name tells.

    `asker` is whoever asks ahead of the reviews, "" is a review: that one asks whatever it finds no answer to.
    """

    folder: Path
    asker: str = ""

    def get(self, question: str) -> Answer | None:
        """The answer as it was kept, None where there is none or it is not as it was written."""
        try:
            data = self._file(question).read_bytes()
        except OSError:
            return None
        body = checked(data) if len(data) <= _LARGEST else None
        if body is None:
            return None
        said = json.loads(body)
        return said["answer"] if isinstance(said, dict) and said.get("question") == question else None

    def put(self, question: str, answer: Answer) -> None:
        """Keep an answer; where that is not possible, only time is lost."""
        file = self._file(question)
        draft = file.with_name(f"{file.name}.{secrets.token_hex(8)}")
        with contextlib.suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            try:
                draft.write_bytes(sealed(json.dumps({"question": question, "answer": answer}).encode()))
                os.replace(draft, file)  # noqa: PTH105 - the same, and quicker
            finally:
                draft.unlink(missing_ok=True)

    def take(self, question: str) -> bool:
        """Whether it is ours to ask: of many who ask ahead, on any machine, one alone gets it, and gets it again."""
        if not self.asker:
            return True
        file = self._file(question)
        mark = self.folder / TAKEN / f"{file.parent.name}{file.stem}"
        try:
            mark.parent.mkdir(parents=True, exist_ok=True)
            with mark.open("x", encoding="ascii") as target:
                target.write(self.asker)
        except FileExistsError:
            with contextlib.suppress(OSError):
                return mark.read_text(encoding="ascii") == self.asker
        except OSError:
            pass  # where nothing can be written, nothing is shared
        return True

    def _file(self, question: str) -> Path:
        kind, _, digest = question.rpartition("-")
        return self.folder / kind / digest[:2] / f"{digest[2:]}.json"


def sealed(body: bytes) -> bytes:
    """One line of JSON with its hash before it."""
    return hashlib.sha256(body).hexdigest().encode() + b" " + body + b"\n"


def checked(data: bytes) -> bytes | None:
    """The line that was sealed, None where it is not as it was."""
    digest, space, rest = data.partition(b" ")
    body = rest[:-1]
    if not space or not rest.endswith(b"\n") or hashlib.sha256(body).hexdigest().encode() != digest:
        return None
    return body
