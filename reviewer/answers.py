"""Answers to questions that are expensive to ask again: who asks says which question, who keeps decides where.

A question is all that its answer hangs on, in words; the tool's version is the keeper's business. An answer is plain
JSON. One that is lost costs time and nothing else.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Protocol

Answer = Mapping[str, object]


class Answers(Protocol):
    """What was answered before."""

    def get(self, question: str) -> Answer | None:
        """The answer as it was kept, None where there is none; whoever asks still checks its form."""

    def put(self, question: str, answer: Answer) -> None:
        """Keep an answer if that is possible."""

    def take(self, question: str) -> bool:
        """Whether a question without an answer is to be asked now; False where another one is asking it already."""


class Forgetful:
    """Keeps nothing: every question is asked again."""

    def get(self, question: str) -> Answer | None:
        """None."""
        return None

    def put(self, question: str, answer: Answer) -> None:
        """Nothing."""

    def take(self, question: str) -> bool:
        """True."""
        return True


FORGETFUL = Forgetful()
"""For a single review."""


def question(kind: str, *parts: str) -> str:
    """The name of a question: `kind` and the SHA-256 of everything the answer hangs on."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        total.update(b"%d\0" % len(data))
        total.update(data)
    return f"{kind}-{total.hexdigest()}"
