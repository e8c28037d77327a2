"""An entry of the ledger (審査台帳), and the bytes its hash is taken of.

Each entry is hashed together with the hash of the one before it. What is hashed is the canonical JSON (RFC 8785:
members sorted, no space, UTF-8) of an object with the members `body`, `kind`, `previous`, `recorded`, `sequence` and
`submission`; the hash is its SHA-256 in hex. Numbers are whole; half a surrogate pair, which UTF-8 cannot hold, is
written as an escape. Whoever has an exported ledger can compute every hash anew with any library for RFC 8785.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TypeAlias

from reviewer.record import value

Value: TypeAlias = "str | int | bool | Object | Sequence[Value] | None"
Object: TypeAlias = Mapping[str, Value]

GENESIS = "0" * 64
"""What stands in place of a hash before the first entry."""


class Kind(StrEnum):
    """What an entry records."""

    REVIEW = "review"
    DECISION = "decision"


@value
class Row:
    """One row as it is stored, believed in nothing: `body` is JSON text, `submission` the hash of what it is about."""

    sequence: int
    recorded: str
    kind: str
    submission: str
    body: str
    previous: str
    hash: str


@value
class Receipt:
    """The number and hash of an entry. Noted elsewhere, it shows later that the ledger still holds that entry."""

    sequence: int
    hash: str

    def __str__(self) -> str:
        return f"{self.sequence}:{self.hash}"


def canonical(value: Value) -> str:
    """The one way to write a value."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def sealed(*, sequence: int, recorded: str, kind: str, submission: str, body: Object, previous: str) -> Row:
    """The row that follows the one whose hash is `previous`."""
    row = Row(sequence, recorded, kind, submission, canonical(body), previous, "")
    return replace(row, hash=digest(row, sequence) or "")


def digest(row: Row, sequence: int) -> str | None:
    """The hash the row would have as entry number `sequence`; None where its body is not canonical JSON."""
    try:
        body = json.loads(row.body)
    except ValueError:
        return None
    if not isinstance(body, dict) or canonical(body) != row.body:
        return None
    # The body's text is canonical and its key sorts first: the whole need not be written anew.
    rest = canonical(
        {
            "kind": row.kind,
            "previous": row.previous,
            "recorded": row.recorded,
            "sequence": sequence,
            "submission": row.submission,
        }
    )
    return hashlib.sha256(f'{{"body":{row.body},{rest[1:]}'.encode()).hexdigest()
