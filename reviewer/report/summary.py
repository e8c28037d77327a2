"""A review -> its summary, and a summary <-> one line of JSON."""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, TypeVar

from reviewer.comparison import Standing as Compared
from reviewer.comparison import Topic, exempt_classes, outside
from reviewer.destination import TRUSTED
from reviewer.dossier import HostEntry
from reviewer.errors import ReviewerError
from reviewer.masking import identities
from reviewer.report.edition import Edition
from reviewer.report.serial import Object, dumps
from reviewer.review import Review, Verdict, fingerprints
from reviewer.rule import Category, KindRole, SecretCheck, Severity
from reviewer.submission import SubmissionKind
from reviewer.summary import (
    Approval,
    Basis,
    DataLabel,
    Excuse,
    FindingLine,
    HostLine,
    HostStanding,
    LibraryLine,
    SecretLine,
    Standing,
    Summary,
)
from reviewer.text import Language, Text
from reviewer.versions import within

VERSION = 1
_UNKNOWN = "?"
_T = TypeVar("_T")


def summarise(
    review: Review, *, place: str, report: str | None, seconds: float, standing: Standing, key: bytes
) -> Summary:
    """The summary of a review that took so many seconds; `report` is the folder of its report.

    `key` makes the digests of secrets: it must stay the same for one folder of results and be in none of them.
    """
    edition = Edition(review, Language.JA)
    submission, declaration, quote = review.submission, review.declaration, edition.quote
    number = submission.app if declaration is None else declaration.app_id
    return Summary(
        place=place,
        name=quote(submission.name),
        sha256=submission.sha256,
        kind=submission.kind,
        app=None if number is None else quote(number),
        app_name=None if declaration is None else quote(declaration.app_name),
        department=None if declaration is None else quote(declaration.department),
        verdict=review.verdict,
        failed=None,
        report=report,
        counts={each: sum(f.rule.severity is each for f in review.standing) for each in Severity},
        findings=tuple(_findings(edition)),
        blocking=sum(gap.blocking for gap in review.unseen),
        minor=sum(not gap.blocking for gap in review.unseen),
        hosts=tuple(_hosts(edition)),
        libraries=tuple(_libraries(edition)),
        secrets=tuple(_secrets(review, key)),
        files=len(submission.files),
        size=sum(file.size for file in submission.files),
        seconds=seconds,
        standing=standing,
        basis=basis(review),
    )


def basis(review: Review) -> Basis:
    """What the review was made with."""
    policy = review.policy
    return Basis(review.tool_version, review.rulebook.sha256, policy.name, policy.version, policy.sha256)


def unreviewed(
    *,
    place: str,
    failed: Text,
    sha256: str | None,
    seconds: float,
    standing: Standing,
    basis: Basis,
) -> Summary:
    """The summary of a submission that could not be reviewed, with the reason; it is part of every result."""
    return Summary(
        place=place,
        name=place.rpartition("/")[2],
        sha256=sha256,
        kind=None,
        app=None,
        app_name=None,
        department=None,
        verdict=None,
        failed=failed,
        report=None,
        counts=dict.fromkeys(Severity, 0),
        findings=(),
        blocking=0,
        minor=0,
        hosts=(),
        libraries=(),
        secrets=(),
        files=0,
        size=0,
        seconds=seconds,
        standing=standing,
        basis=basis,
    )


def _findings(edition: Edition) -> Iterator[FindingLine]:
    review = edition.review
    known = set(() if review.revision is None else review.revision.known)
    for finding, name in fingerprints(review.findings).items():
        rule = finding.rule
        excuse = Excuse.WAIVED if finding in edition.waived else Excuse.KNOWN if finding in known else None
        place = edition.place(finding.location)
        yield FindingLine(
            name, rule.id, rule.category, rule.severity, rule.title, edition.quote(place.path), place.line, excuse
        )


def _hosts(edition: Edition) -> Iterator[HostLine]:
    review = edition.review
    titles = {kind.name: kind.title for kind in review.rulebook.kinds if kind.role is KindRole.SOURCE}
    pairs = () if review.comparison is None else review.comparison.pairs
    compared = {pair.name: pair.standing for pair in pairs if pair.topic is Topic.SERVICE}
    exempt = exempt_classes(review.rulebook)
    for entry in outside(review.dossier):
        data = tuple(
            DataLabel(kind, titles.get(kind) or Text(ja=edition.quote(kind), en=edition.quote(kind)))
            for kind in entry.data
        )
        yield HostLine(edition.quote(entry.host), data, _host_standing(entry, exempt, compared))


def _host_standing(entry: HostEntry, exempt: frozenset[str], compared: Mapping[str, Compared]) -> HostStanding:
    if entry.host == _UNKNOWN:
        return HostStanding.UNCLEAR
    if entry.host_class == TRUSTED:
        return HostStanding.TRUSTED
    match compared.get(entry.host):
        case Compared.AGREES:
            return HostStanding.DECLARED
        case Compared.UNDECLARED:
            return HostStanding.UNDECLARED
        case _:
            return HostStanding.EXEMPT if entry.host_class in exempt else HostStanding.UNASKED


def _libraries(edition: Edition) -> Iterator[LibraryLine]:
    review = edition.review
    for name, version in sorted({(entry.name, entry.version) for entry in review.dossier.libraries}):
        advisories = [
            each
            for each in review.rulebook.advisories
            if each.library == name and within(version, each.at_or_above, each.below, each.through)
        ]
        # Bare numbers count a project's own issues and tell a reader nothing.
        ids = dict.fromkeys(each for advisory in advisories for each in advisory.ids if not each.isdecimal())
        worst = min((each.severity for each in advisories), key=lambda severity: severity.rank, default=None)
        yield LibraryLine(edition.quote(name), edition.quote(version), tuple(ids), worst)


def _secrets(review: Review, key: bytes) -> Iterator[SecretLine]:
    seen: set[str] = set()
    for finding in review.findings:
        if not isinstance(finding.rule.check, SecretCheck):
            continue
        for identity in identities(finding):
            digest = hmac.digest(key, identity.encode("utf-8", "surrogatepass"), "sha256").hex()[:32]
            if digest not in seen:
                seen.add(digest)
                yield SecretLine(finding.rule.id, finding.rule.title, digest)


# Lines ----------------------------------------------------------------------------------------------------------------


def to_line(summary: Summary) -> str:
    """One line of JSON with its line end; only ASCII where a character could not be seen."""
    one, made = summary.standing, summary.basis
    return dumps(
        {
            "summaryVersion": VERSION,
            "place": summary.place,
            "name": summary.name,
            "sha256": summary.sha256,
            "kind": summary.kind,
            "app": {"id": summary.app, "name": summary.app_name},
            "department": summary.department,
            "verdict": summary.verdict,
            "failed": None if summary.failed is None else _both(summary.failed),
            "report": summary.report,
            "counts": {severity.value: summary.counts[severity] for severity in Severity},
            "findings": tuple(_finding_object(each) for each in summary.findings),
            "gaps": {"blocking": summary.blocking, "minor": summary.minor},
            "hosts": tuple(
                {
                    "host": each.host,
                    "data": tuple({"kind": label.kind, "title": _both(label.title)} for label in each.data),
                    "standing": each.standing.value,
                }
                for each in summary.hosts
            ),
            "libraries": tuple(
                {
                    "name": each.name,
                    "version": each.version,
                    "advisories": each.advisories,
                    "severity": each.severity,
                }
                for each in summary.libraries
            ),
            "secrets": tuple(
                {"rule": each.rule, "title": _both(each.title), "digest": each.digest} for each in summary.secrets
            ),
            "files": {"count": summary.files, "bytes": summary.size},
            "milliseconds": round(summary.seconds * 1000),
            "standing": {
                "approval": one.approval.value,
                "decided": None if one.decided is None else one.decided.isoformat(),
                "until": None if one.until is None else one.until.isoformat(),
                "differs": one.differs,
            },
            "basis": {
                "tool": made.tool,
                "rulebook": made.rulebook,
                "policy": made.policy,
                "policyVersion": made.policy_version,
                "policySha256": made.policy_sha256,
            },
        }
    )


def _finding_object(finding: FindingLine) -> Object:
    return {
        "fingerprint": finding.fingerprint,
        "rule": finding.rule,
        "category": finding.category.value,
        "severity": finding.severity.value,
        "title": _both(finding.title),
        "path": finding.path,
        "line": finding.line,
        "excuse": finding.excuse,
    }


def _both(text: Text) -> Object:
    return {"ja": text.ja, "en": text.en}


def from_line(line: str) -> Summary:
    """The summary that a line says; ReviewerError where it is cut off or says anything else."""
    try:
        return _summary(json.loads(line))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ReviewerError(
            Text(
                ja=f"一括レビューの結果の行として読めません: {line[:60]!r}。"
                "途中で切れているか、別の版の道具が書いたものです。このファイルを除いて、もう一度実行してください。",
                en=f"This is no line of a batch's results: {line[:60]!r}. It was cut off or written by another version "
                "of the tool. Set the file aside and run again.",
            )
        ) from error


def _summary(said: Any) -> Summary:
    if said["summaryVersion"] != VERSION:
        raise ValueError("another version")
    kind, one, made = _or_none(_text, said["kind"]), said["standing"], said["basis"]
    verdict = _or_none(_text, said["verdict"])
    return Summary(
        place=_text(said["place"]),
        name=_text(said["name"]),
        sha256=_or_none(_text, said["sha256"]),
        kind=None if kind is None else SubmissionKind(kind),
        app=_or_none(_text, said["app"]["id"]),
        app_name=_or_none(_text, said["app"]["name"]),
        department=_or_none(_text, said["department"]),
        verdict=None if verdict is None else Verdict(verdict),
        failed=_or_none(_words, said["failed"]),
        report=_or_none(_text, said["report"]),
        counts={severity: _number(said["counts"][severity.value]) for severity in Severity},
        findings=_each(_finding, said["findings"]),
        blocking=_number(said["gaps"]["blocking"]),
        minor=_number(said["gaps"]["minor"]),
        hosts=_each(_host, said["hosts"]),
        libraries=_each(_library, said["libraries"]),
        secrets=_each(
            lambda each: SecretLine(_text(each["rule"]), _words(each["title"]), _text(each["digest"])), said["secrets"]
        ),
        files=_number(said["files"]["count"]),
        size=_number(said["files"]["bytes"]),
        seconds=_number(said["milliseconds"]) / 1000,
        standing=Standing(
            Approval(one["approval"]),
            _or_none(date.fromisoformat, one["decided"]),
            _or_none(date.fromisoformat, one["until"]),
            _number(one["differs"]),
        ),
        basis=Basis(
            _text(made["tool"]),
            _text(made["rulebook"]),
            _text(made["policy"]),
            _text(made["policyVersion"]),
            _text(made["policySha256"]),
        ),
    )


def _finding(said: Any) -> FindingLine:
    excuse = _or_none(_text, said["excuse"])
    return FindingLine(
        _text(said["fingerprint"]),
        _text(said["rule"]),
        Category(said["category"]),
        Severity(said["severity"]),
        _words(said["title"]),
        _text(said["path"]),
        _number(said["line"]),
        None if excuse is None else Excuse(excuse),
    )


def _host(said: Any) -> HostLine:
    data = _each(lambda each: DataLabel(_text(each["kind"]), _words(each["title"])), said["data"])
    return HostLine(_text(said["host"]), data, HostStanding(said["standing"]))


def _library(said: Any) -> LibraryLine:
    severity = _or_none(_text, said["severity"])
    return LibraryLine(
        _text(said["name"]),
        _text(said["version"]),
        _each(_text, said["advisories"]),
        None if severity is None else Severity(severity),
    )


def _each(read: Callable[[Any], _T], said: Iterable[Any]) -> tuple[_T, ...]:
    if not isinstance(said, list):
        raise TypeError("no list")
    return tuple(map(read, said))


def _or_none(read: Callable[[Any], _T], said: Any) -> _T | None:
    return None if said is None else read(said)


def _text(said: Any) -> str:
    if not isinstance(said, str):
        raise TypeError("no text")
    return said


def _number(said: Any) -> int:
    if not isinstance(said, int) or isinstance(said, bool) or said < 0:
        raise TypeError("no number")
    return said


def _words(said: Any) -> Text:
    return Text(ja=_text(said["ja"]), en=_text(said["en"]))
