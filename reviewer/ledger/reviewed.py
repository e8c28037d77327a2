"""A review <-> what the ledger keeps of it: what it was bound to, and what a later version is compared with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from reviewer.errors import ReviewerError
from reviewer.ledger.entry import Object, Row
from reviewer.masking import masking
from reviewer.record import value
from reviewer.review import Review, Verdict, fingerprints
from reviewer.revision import Accepted, AcceptedGap, Subject, Trait, TraitKind, subjects, traits
from reviewer.rule import InformationClass
from reviewer.text import Text


@value
class Reviewed:
    """A review as the ledger keeps it; `row` is its entry.

    `applicants` are the people and `information_class` the class that the application names; `days` is how long an
    approval lasts, `class_days` the same by class.
    """

    row: Row
    name: str
    files: Mapping[str, str]
    subjects: tuple[Subject, ...]
    plugin_id: str | None
    tool: str
    rulebook: str
    policy: str
    policy_version: str
    policy_sha256: str
    days: int
    class_days: Mapping[str, int]
    verdict: Verdict
    when: str
    applicants: tuple[str, ...]
    information_class: InformationClass | None
    findings: tuple[Accepted, ...]
    gaps: tuple[AcceptedGap, ...]
    traits: tuple[Trait, ...]


def body(review: Review, when: str) -> Object:
    """What is entered of a review that was made at that time; secrets are masked."""
    submission, policy, declaration = review.submission, review.policy, review.declaration
    redact = masking(review.findings).redact
    named, waived = fingerprints(review.findings), review.waived
    plugin = submission.plugin
    return {
        "when": when,
        "tool": {"name": "kintone-reviewer", "version": review.tool_version},
        "rulebook": review.rulebook.sha256,
        "policy": {
            "name": policy.name,
            "version": policy.version,
            "sha256": policy.sha256,
            "approvalDays": policy.approval_days,
            "approvalDaysByClass": {each.value: policy.under(each).approval_days for each in InformationClass},
        },
        "submission": {
            "name": submission.name,
            "kind": submission.kind.value,
            "sha256": submission.sha256,
            "files": [{"path": path, "sha256": digest} for path, digest in sorted(submission.hashes.items())],
            "plugin": None
            if plugin is None
            else {
                "id": plugin.id,
                "name": redact(plugin.name),
                "version": plugin.version,
                "signatureValid": plugin.signature_valid,
            },
        },
        "subjects": [{"kind": each.kind, "id": redact(each.id)} for each in subjects(submission, declaration)],
        "declaration": None
        if declaration is None
        else {
            "sha256": declaration.file.sha256,
            "app": {"name": redact(declaration.app_name), "id": declaration.app_id},
            "purpose": redact(declaration.purpose),
            "department": redact(declaration.department),
            "person": redact(declaration.person),
            "class": declaration.information_class.value,
            "sensitive": declaration.sensitive,
        },
        "verdict": review.verdict.value,
        "findings": [
            {
                "fingerprint": named[finding],
                "rule": finding.rule.id,
                "severity": finding.rule.severity.value,
                "path": finding.location.file.path,
                "waivedUntil": waived[finding].until.isoformat() if finding in waived else None,
            }
            for finding in review.findings
        ],
        "gaps": [{"kind": gap.kind, "path": gap.path, "blocking": gap.blocking} for gap in review.gaps],
        "does": [
            {"kind": trait.kind.value, "name": trait.name, "detail": trait.detail}
            for trait in traits(review.dossier, redact)
        ],
    }


def read(row: Row) -> Reviewed:
    """The review in an entry; ReviewerError where it does not have the form of one."""
    try:
        said = json.loads(row.body)
        submission, policy, declared = said["submission"], said["policy"], said["declaration"]
        plugin = submission["plugin"]
        return Reviewed(
            row=row,
            name=str(submission["name"]),
            files={str(file["path"]): str(file["sha256"]) for file in submission["files"]},
            subjects=tuple(Subject(each["kind"], each["id"]) for each in said["subjects"]),
            plugin_id=None if plugin is None else plugin["id"],
            tool=str(said["tool"]["version"]),
            rulebook=str(said["rulebook"]),
            policy=str(policy["name"]),
            policy_version=str(policy["version"]),
            policy_sha256=str(policy["sha256"]),
            days=int(policy["approvalDays"]),
            class_days={str(name): int(days) for name, days in policy["approvalDaysByClass"].items()},
            verdict=Verdict(said["verdict"]),
            when=str(said["when"]),
            applicants=() if declared is None else (str(declared["person"]),),
            information_class=None if declared is None else InformationClass(declared["class"]),
            findings=tuple(map(_accepted, said["findings"])),
            gaps=tuple(AcceptedGap(str(gap["kind"]), gap["path"]) for gap in said["gaps"]),
            traits=tuple(Trait(TraitKind(each["kind"]), each["name"], each["detail"]) for each in said["does"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise unreadable(row) from error


def _accepted(said: Mapping[str, str]) -> Accepted:
    until = said["waivedUntil"]
    return Accepted(
        said["fingerprint"],
        said["rule"],
        said["severity"],
        said["path"],
        None if not until else date.fromisoformat(until),
    )


def unreadable(row: Row) -> ReviewerError:
    """An entry whose hash is right and whose content nobody can read."""
    return ReviewerError(
        Text(
            ja=f"台帳の第{row.sequence}号を読めません。kintone-reviewer を新しい版にしてください。",
            en=f"Entry {row.sequence} of the ledger cannot be read. Install a newer kintone-reviewer.",
        )
    )
