"""A review beside the version that was approved last (再審査): what changed, what stays approved, what is new.

A file stays approved where its path and its bytes are the same; a finding, where it was there at the approval and every
file it speaks of stays approved. Under another key, or when the approval has run out, nothing stays approved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum

from reviewer.declaration import NOT_YET, Declaration
from reviewer.dossier import Dossier
from reviewer.finding import Finding, Gap
from reviewer.record import thing, value
from reviewer.submission import Submission


class TraitKind(StrEnum):
    """What a trait is about."""

    HOST = "host"
    TRANSFER = "transfer"
    REQUEST = "request"
    STORAGE = "storage"
    EVENT = "event"
    FIELD = "field"
    LIBRARY = "library"


@value
class Trait:
    """One thing a submission does, without its place.

    `detail` is the kind of data of a transfer or of what is kept, the app of a request, the access to a field, the
    version of a library; else "".
    """

    kind: TraitKind
    name: str
    detail: str


APP = "app"
"""The kind of subject that an app's number is."""


@value
class Subject:
    """What a submission is a version of: a plug-in by its ID, an app by its number, or anything by its name."""

    kind: str
    id: str


@value
class Accepted:
    """A finding as it was there at the approval; `waived_until` where it was waived then."""

    fingerprint: str
    rule: str
    severity: str
    path: str
    waived_until: date | None


@value
class AcceptedGap:
    """Something that could not be examined at the approval either."""

    kind: str
    path: str | None


@value
class ApprovedVersion:
    """The version that was approved last, as the ledger has it; `review` and `decision` are numbers of entries."""

    review: int
    decision: int
    outcome: str
    conditions: str
    approver: str
    day: date
    until: date
    name: str
    sha256: str
    plugin_id: str | None
    rulebook: str
    policy: str
    files: Mapping[str, str]
    findings: tuple[Accepted, ...]
    gaps: tuple[AcceptedGap, ...]
    traits: tuple[Trait, ...]


class FileStanding(StrEnum):
    """What became of a file."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    MOVED = "moved"
    UNCHANGED = "unchanged"


@value
class FileRevision:
    """A file then and now; `before` is where the same bytes lay, for one that moved."""

    path: str
    standing: FileStanding
    before: str | None


class KeyStanding(StrEnum):
    """Whether a plug-in is signed with the key of the approved one, which its ID tells."""

    SAME = "same"
    ANOTHER = "another"
    UNKNOWN = "unknown"


@thing
class Revision:
    """What changed since the approval. Every finding of the review is in one of `new`, `again` and `known`.

    `again` were there at the approval, but a file they speak of changed, or they no longer count as accepted;
    `resolved` are gone. `key` is None for what is no plug-in. Known findings and gaps do not count for the verdict.
    """

    approved: ApprovedVersion
    expired: bool
    key: KeyStanding | None
    same_rulebook: bool
    same_policy: bool
    files: tuple[FileRevision, ...]
    new: tuple[Finding, ...]
    again: tuple[Finding, ...]
    known: tuple[Finding, ...]
    resolved: tuple[Accepted, ...]
    known_gaps: tuple[Gap, ...]
    added: tuple[Trait, ...]
    dropped: tuple[Trait, ...]

    @property
    def is_identical(self) -> bool:
        """Every file is there with the same bytes, and no other."""
        return all(file.standing is FileStanding.UNCHANGED for file in self.files)


def subjects(submission: Submission, declaration: Declaration | None) -> tuple[Subject, ...]:
    """What tells which app or plug-in this is, the surest first."""
    found: list[Subject] = []
    if submission.plugin is not None:
        if submission.plugin.id is not None:
            found.append(Subject("plugin", submission.plugin.id))
        return (*found, Subject("plugin-name", submission.plugin.name))
    app = submission.app if declaration is None or declaration.app_id == NOT_YET else declaration.app_id
    if app is not None:
        found.append(Subject(APP, app))
    return (*found, Subject("name", submission.name))


def alike(now: Iterable[Subject], then: Iterable[Subject]) -> bool:
    """Whether both are versions of one thing: by the surest kind that both have; a plug-in by its name as well."""
    named = {subject.kind: subject.id for subject in then}
    for subject in now:
        if subject.kind in named and (subject.id == named[subject.kind] or subject.kind != "plugin"):
            return subject.id == named[subject.kind]
    return False


def traits(dossier: Dossier, redact: Callable[[str], str]) -> tuple[Trait, ...]:
    """What the submission does as a sorted list; `redact` masks secrets."""
    found = {Trait(kind, redact(name), redact(detail)) for kind, name, detail in _traits(dossier)}
    order = tuple(TraitKind)
    return tuple(sorted(found, key=lambda trait: (order.index(trait.kind), trait.name, trait.detail)))


def _traits(dossier: Dossier) -> Iterator[tuple[TraitKind, str, str]]:
    for host in dossier.hosts:
        yield TraitKind.HOST, host.host, ""
        for data in host.data:
            yield TraitKind.TRANSFER, host.host, data
    for call in dossier.rest_calls:
        yield TraitKind.REQUEST, f"{call.method} {call.endpoint}", call.app
    for kept in dossier.storage:
        for data in kept.data or ("",):
            yield TraitKind.STORAGE, kept.place, data
    for event in dossier.events:
        yield TraitKind.EVENT, event.name, ""
    for field in dossier.fields:
        for access in field.access:
            yield TraitKind.FIELD, field.code, access
    for library in dossier.libraries:
        yield TraitKind.LIBRARY, library.name, library.version


def revised(
    approved: ApprovedVersion,
    submission: Submission,
    named: Mapping[Finding, str],
    gaps: Iterable[Gap],
    does: Iterable[Trait],
    *,
    states: tuple[str, str],
    today: date,
) -> Revision:
    """The comparison; `named` are the findings with their fingerprints, in the review's order.

    `does` is what the submission does now, `states` are the hashes of rulebook and policy.
    """
    files = tuple(_files(approved.files, submission.hashes))
    same = {file.path for file in files if file.standing is FileStanding.UNCHANGED}
    key = _key(approved, submission)
    expired = approved.until < today
    holds = not expired and key is not KeyStanding.ANOTHER
    accepted = {each.fingerprint: each for each in approved.findings}

    def is_known(finding: Finding, name: str) -> bool:
        then = accepted[name]
        where = {finding.location.file.path, *(step.location.file.path for step in finding.trace)}
        waived = then.waived_until is None or then.waived_until >= today
        return holds and waived and where <= same and then.severity == finding.rule.severity.value

    there = [(finding, name) for finding, name in named.items() if name in accepted]
    known = dict.fromkeys(finding for finding, name in there if is_known(finding, name))
    unseen = {(gap.kind, gap.path) for gap in approved.gaps if gap.path is not None}
    now = tuple(does)
    then, does_now, standing = set(approved.traits), set(now), set(named.values())
    return Revision(
        approved=approved,
        expired=expired,
        key=key,
        same_rulebook=approved.rulebook == states[0],
        same_policy=approved.policy == states[1],
        files=files,
        new=tuple(finding for finding, name in named.items() if name not in accepted),
        again=tuple(finding for finding, _ in there if finding not in known),
        known=tuple(known),
        resolved=tuple(each for each in approved.findings if each.fingerprint not in standing),
        known_gaps=tuple(gap for gap in gaps if holds and gap.path in same and (gap.kind, gap.path) in unseen),
        added=tuple(trait for trait in now if trait not in then),
        dropped=tuple(trait for trait in approved.traits if trait not in does_now),
    )


def _files(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[FileRevision]:
    """What is new first, what is the same last; within that by path."""
    gone = {digest: path for path, digest in sorted(before.items(), reverse=True) if path not in now}
    found: list[FileRevision] = []
    moved: set[str] = set()
    for path, digest in now.items():
        if path in before:
            standing = FileStanding.UNCHANGED if before[path] == digest else FileStanding.CHANGED
            found.append(FileRevision(path, standing, None))
        elif digest in gone and gone[digest] not in moved:
            moved.add(gone[digest])
            found.append(FileRevision(path, FileStanding.MOVED, gone[digest]))
        else:
            found.append(FileRevision(path, FileStanding.ADDED, None))
    found += [
        FileRevision(path, FileStanding.REMOVED, None) for path in before if path not in now and path not in moved
    ]
    order = tuple(FileStanding)
    return iter(sorted(found, key=lambda file: (order.index(file.standing), file.path)))


def _key(approved: ApprovedVersion, submission: Submission) -> KeyStanding | None:
    if submission.plugin is None:
        return None
    if submission.plugin.id is None or approved.plugin_id is None:
        return KeyStanding.UNKNOWN
    return KeyStanding.SAME if submission.plugin.id == approved.plugin_id else KeyStanding.ANOTHER
