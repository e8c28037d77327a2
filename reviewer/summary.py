"""One submission's review as one line of a batch: what a list of thousands of reviews needs of it, and no more.

Plain values only, so that it can go from process to process and to a line of JSON. No secret and no code is in it:
secrets are masked wherever the submission is quoted, and a secret itself is known by a keyed digest alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reviewer.review import Verdict
from reviewer.rule import Category, Severity
from reviewer.submission import SubmissionKind
from reviewer.text import Text


class Excuse(StrEnum):
    """Why a finding does not count: a person waived it, or it was there when the submission was approved."""

    WAIVED = "waived"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding without its explanation; `line` counts from 1, `excuse` is None where it counts for the verdict."""

    fingerprint: str
    rule: str
    category: Category
    severity: Severity
    title: Text
    path: str
    line: int
    excuse: Excuse | None


class HostStanding(StrEnum):
    """What is known of a destination: as the policy, the classes of hosts and the application have it.

    `exempt` need not be declared, `undeclared` was not although there is an application (or gets data that was not),
    `unasked` came without one; `unclear` is decided at run time.
    """

    TRUSTED = "trusted"
    EXEMPT = "exempt"
    DECLARED = "declared"
    UNDECLARED = "undeclared"
    UNASKED = "unasked"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class DataLabel:
    """A kind of data by its stable name, and what it is called."""

    kind: str
    title: Text


@dataclass(frozen=True, slots=True)
class HostLine:
    """A host that something is sent to or loaded from, with the data it gets; `host` is "?" where it is computed."""

    host: str
    data: tuple[DataLabel, ...]
    standing: HostStanding


@dataclass(frozen=True, slots=True)
class LibraryLine:
    """A library in use, the advisories on its version, and the worst of their severities; None: there are none."""

    name: str
    version: str
    advisories: tuple[str, ...]
    severity: Severity | None


@dataclass(frozen=True, slots=True)
class SecretLine:
    """A secret: what it was taken for, and its digest (32 hex digits) under a key that no result holds.

    Equal digests are equal secrets within one batch folder; without the key nothing can be guessed from one.
    """

    rule: str
    title: Text
    digest: str


class Approval(StrEnum):
    """What the ledger says of the bytes that were reviewed.

    `drift`: these bytes were never decided on, but another version of the same app or plug-in was approved.
    `other-app`: these bytes are approved, but for another app, where other people see other data.
    """

    DRIFT = "drift"
    NEVER = "never"
    OTHER_APP = "other-app"
    REFUSED = "refused"
    EXPIRED = "expired"
    APPROVED = "approved"
    NOT_ASKED = "not-asked"


@dataclass(frozen=True, slots=True)
class Standing:
    """The standing in the ledger. `decided` and `until` are the days of the decision that is meant: the last one on
    these bytes, or for `drift` the last approval of another version; `differs` counts the files that differ from it.
    """

    approval: Approval
    decided: date | None
    until: date | None
    differs: int


NOT_ASKED = Standing(Approval.NOT_ASKED, None, None, 0)
"""The standing where no ledger was asked."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What a review was made with: versions of the tool and the policy, and hashes of rulebook and policy."""

    tool: str
    rulebook: str
    policy: str
    policy_version: str
    policy_sha256: str


@dataclass(frozen=True, slots=True)
class Summary:
    """One submission of a batch.

    `place` is where it lies in the store ("/" between parts) and names it there. `failed` says why there is no review;
    then `verdict` is None and everything found is empty, and `sha256` and `kind` are None where even they are not
    known. `report` is the folder with the report, relative to the index, with "/"; None where there is none.
    `counts` are the findings that count, by severity; `blocking` and `minor` are how many gaps rule out a passing
    verdict and how many do not. `files` and `size` are the number of reviewed files and their bytes; a line keeps
    thousandths of `seconds`.
    """

    place: str
    name: str
    sha256: str | None
    kind: SubmissionKind | None
    app: str | None
    app_name: str | None
    department: str | None
    verdict: Verdict | None
    failed: Text | None
    report: str | None
    counts: Mapping[Severity, int]
    findings: tuple[FindingLine, ...]
    blocking: int
    minor: int
    hosts: tuple[HostLine, ...]
    libraries: tuple[LibraryLine, ...]
    secrets: tuple[SecretLine, ...]
    files: int
    size: int
    seconds: float
    standing: Standing
    basis: Basis

    def __post_init__(self) -> None:
        if (self.verdict is None) is (self.failed is None):
            raise ValueError(f"{self.place!r}: a submission has either a verdict or a reason why there is none")
