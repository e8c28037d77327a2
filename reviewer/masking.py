"""Secrets found -> what a reader may see of them: a mask, and the ranges of submitted text that no report shows."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reviewer.finding import Finding
from reviewer.rule import Category, PackageCheck, SecretCheck
from reviewer.source import SourceFile

_SHOWN = 4
_TELLING = 16
_SEARCHED = 6
_TOLD = re.compile(r"[^\s…]{0,4}…\[\d+ chars, sha256 [0-9a-f]{8}\]")


def mask(secret: str) -> str:
    """What may be shown of a secret: `AbCd…[40 chars, sha256 1f2e3d4c]`, the same for the same secret.

    At most a quarter of the secret is shown, four characters at the most. A short one gets no hash, since a password
    could be guessed from it.
    """
    shown = "".join(char if char.isprintable() else "?" for char in secret[: min(_SHOWN, len(secret) // 4)])
    if len(secret) < _TELLING:
        return f"{shown}…[{len(secret)} chars]"
    digest = hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{shown}…[{len(secret)} chars, sha256 {digest[:8]}]"


def identities(finding: Finding) -> tuple[str, ...]:
    """What tells the secrets that a secret rule found from all others, wherever and in how many parts they are written.

    Never to be shown: it may be a secret in clear. A file that is a secret as a whole is told by its bytes.
    """
    told = tuple(dict.fromkeys(_TOLD.findall(finding.flagged)))
    if told:
        return told
    where = finding.location
    told = (where.file.sha256 if finding.flagged == where.file.path else where.text.strip(),)
    return tuple(filter(None, told))


@dataclass(frozen=True, slots=True)
class Masking:
    """The secrets of one review, wherever they stand; `places` are the flagged ranges themselves.

    `secrets` are in clear and longest first: for comparing only, never for showing.
    """

    secrets: tuple[str, ...]
    places: tuple[tuple[SourceFile, int, int], ...]

    def spans(self, file: SourceFile) -> tuple[tuple[int, int], ...]:
        """Half-open ranges of a file's text that must not be shown, sorted and apart from each other."""
        flagged = ((start, end) for where, start, end in self.places if where is file)
        repeated = (span for secret in self.secrets for span in _occurrences(file.text, secret))
        return tuple(_merged(sorted({*flagged, *repeated})))

    def redact(self, text: str) -> str:
        """Any other text (a URL, a detail) with every secret in it masked; to be asked before the text is shortened."""
        for secret in self.secrets:
            if secret in text:
                text = text.replace(secret, mask(secret))
        return text


def masking(findings: Iterable[Finding]) -> Masking:
    """What the findings of a review make secret: what a secret rule flags with its parts, and files of passwords."""
    places: dict[tuple[SourceFile, int, int], None] = {}
    texts: set[str] = set()
    for finding in findings:
        where = finding.location
        if isinstance(finding.rule.check, SecretCheck):
            for flagged in (where, *(step.location for step in finding.trace)):
                places[flagged.file, flagged.start, flagged.end] = None
                texts.add(flagged.text)
        elif isinstance(finding.rule.check, PackageCheck) and finding.rule.category is Category.SECRET:
            places[where.file, 0, len(where.file.text)] = None
    # A very short one would blot out innocent words elsewhere; its own place is hidden all the same.
    secrets = sorted((text for text in texts if len(text) >= _SEARCHED), key=lambda text: (-len(text), text))
    return Masking(secrets=tuple(secrets), places=tuple(places))


def masked(text: str, spans: Iterable[tuple[int, int]], offset: int) -> str:
    """An excerpt that begins at `offset` of its file, with the given ranges of the file masked.

    Of a secret that lies only partly in the excerpt nothing is shown.
    """
    shown: list[str] = []
    at = 0
    for start, end in spans:
        low, high = max(start - offset, at), min(end - offset, len(text))
        if low < high:
            whole = high - low == end - start
            shown += (text[at:low], mask(text[low:high]) if whole else "…")
            at = high
    return "".join((*shown, text[at:]))


def _occurrences(text: str, secret: str) -> Iterator[tuple[int, int]]:
    at = text.find(secret)
    while at >= 0:
        yield at, at + len(secret)
        at = text.find(secret, at + len(secret))


def _merged(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    current: tuple[int, int] | None = None
    for start, end in spans:
        if current is not None and start <= current[1]:
            current = (current[0], max(current[1], end))
            continue
        if current is not None:
            yield current
        current = (start, end)
    if current is not None:
        yield current
