"""The summaries of an earlier batch -> what the next one is compared with, in some hundred bytes a submission."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reviewer.review import Verdict
from reviewer.summary import FindingLine, Summary

_RECORD = struct.Struct(">16sI?")
"""The short name of a finding, the number of its rule, and whether it counted."""


@dataclass(frozen=True, slots=True)
class Before:
    """A submission as the earlier batch had it; `verdict` is None where it could not be reviewed."""

    verdict: Verdict | None
    sha256: str | None
    packed: bytes

    @property
    def findings(self) -> Iterator[tuple[bytes, int, bool]]:
        """Short name, number of the rule in `Past.rules`, and whether it counted, of each finding."""
        return _RECORD.iter_unpack(self.packed)


@dataclass(frozen=True, slots=True)
class Past:
    """An earlier batch, made at `when`; `rules` holds the last finding seen of each rule, for its words."""

    when: str
    submissions: Mapping[str, Before]
    rules: Sequence[FindingLine]

    @classmethod
    def of(cls, summaries: Iterable[Summary], when: str) -> Past:
        """What is kept of that batch's summaries."""
        rules: list[FindingLine] = []
        numbers: dict[str, int] = {}
        submissions: dict[str, Before] = {}
        for summary in summaries:
            packed = bytearray()
            for finding in summary.findings:
                number = numbers.setdefault(finding.rule, len(rules))
                if number == len(rules):
                    rules.append(finding)
                packed += _RECORD.pack(short(finding), number, finding.excuse is None)
            submissions[summary.place] = Before(summary.verdict, summary.sha256, bytes(packed))
        return cls(when, submissions, tuple(rules))

    def knows(self, place: str) -> frozenset[bytes] | None:
        """The short names of a submission's findings; None where it was not there or could not be reviewed."""
        before = self.submissions.get(place)
        if before is None or before.verdict is None:
            return None
        return frozenset(name for name, _, _ in before.findings)


def short(finding: FindingLine) -> bytes:
    """A finding's fingerprint in 16 bytes, whatever its form."""
    return hashlib.blake2b(finding.fingerprint.encode("utf-8", "surrogatepass"), digest_size=16).digest()
