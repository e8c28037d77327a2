"""A review -> JSON after `review.schema.json`: everything in it, texts in both languages, places with lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reviewer.comparison import Comparison
from reviewer.declaration import Declaration
from reviewer.dossier import Dossier
from reviewer.finding import Finding, Gap
from reviewer.report.context import Context
from reviewer.report.edition import Edition
from reviewer.report.serial import Object, dumps
from reviewer.review import FileState, Review, fingerprints
from reviewer.revision import Revision, Trait
from reviewer.rule import Policy, Rule, Severity
from reviewer.source import Location, SourceFile
from reviewer.submission import Plugin
from reviewer.text import Language, Text
from reviewer.waiver import WaiverUse

SCHEMA = "urn:kintone-reviewer:schema:review:1.0"
VERSION = "1.0"


def render(review: Review, language: Language, context: Context) -> str:
    """The JSON text. `language` only chooses which language the `language` field names: all texts are in both."""
    edition = Edition(review, language)
    named = fingerprints(review.findings)
    states = {state.path: state for state in review.files}
    submission = review.submission
    found = {finding.rule.id: finding.rule for finding in review.findings}
    said: Object = {
        "$schema": SCHEMA,
        "schemaVersion": VERSION,
        "tool": {"name": "kintone-reviewer", "version": review.tool_version},
        "when": context.when,
        "command": context.command,
        "language": language.value,
        "verdict": review.verdict.value,
        "policy": _policy(review.policy),
        "rulebook": {"sha256": review.rulebook.sha256, "rules": len(review.rulebook.rules)},
        "submission": {
            "name": submission.name,
            "kind": submission.kind.value,
            "sha256": submission.sha256,
            "scope": submission.scope,
            "plugin": None if submission.plugin is None else _plugin(edition, submission.plugin),
            "files": tuple(_file(file, states.get(file.path)) for file in submission.files),
            "urls": tuple(
                {
                    "url": edition.quote(url.url),
                    "role": url.role.value,
                    "style": url.style,
                    "location": None if url.location is None else _place(edition, url.location),
                }
                for url in submission.urls
            ),
            "pages": tuple(
                {"name": page.name, "resources": tuple(map(edition.quote, page.resources))} for page in submission.pages
            ),
            "unreviewed": tuple(
                {
                    "path": left.path,
                    "size": left.size,
                    "sha256": left.sha256,
                    "reason": _both(edition, left.reason),
                }
                for left in submission.unreviewed
            ),
            "observations": tuple(
                {
                    "kind": seen.kind,
                    "path": seen.path,
                    "detail": edition.quote(seen.detail),
                    "location": None if seen.location is None else _place(edition, seen.location),
                }
                for seen in submission.observations
            ),
        },
        "counts": {
            severity.value: sum(finding.rule.severity is severity for finding in review.findings)
            for severity in Severity
        },
        "rules": tuple(_rule(found[name]) for name in sorted(found)),
        "findings": tuple(_finding(edition, finding, named[finding]) for finding in review.findings),
        "gaps": tuple(_gap(edition, gap) for gap in review.gaps),
        "dossier": _dossier(edition, review.dossier),
        "declaration": None if review.declaration is None else _declaration(edition, review.declaration),
        "comparison": None if review.comparison is None else _comparison(edition, review.comparison),
        "waivers": tuple(_waiver(edition, use, named) for use in review.waivers),
        "revision": None if review.revision is None else _revision(edition, review.revision, named),
        "receipt": context.receipt,
    }
    return dumps(said)


def _policy(policy: Policy) -> Object:
    return {
        "name": policy.name,
        "version": policy.version,
        "blocks": tuple(policy.blocks),
        "conditional": tuple(policy.conditional),
        "trustedHosts": policy.trusted_hosts,
        "acceptedLibraries": tuple(
            {"name": each.name, "versions": each.versions} for each in policy.accepted_libraries
        ),
        "approvalDays": policy.approval_days,
        "sha256": policy.sha256,
    }


def _both(edition: Edition, text: Text) -> Object:
    return {"ja": edition.masking.redact(text.ja), "en": edition.masking.redact(text.en)}


def _place(edition: Edition, location: Location) -> Object:
    """Offsets count characters (code points), columns UTF-16 units, both halves of [start, end)."""
    lines = edition.code(location.file).lines
    start, end = lines.position(location.start), lines.position(location.end)
    return {
        "path": location.file.path,
        "start": {"line": start.line, "column": start.column, "offset": location.start},
        "end": {"line": end.line, "column": end.column, "offset": location.end},
    }


def _places(edition: Edition, locations: Sequence[Location]) -> Sequence[Object]:
    return tuple(_place(edition, location) for location in locations)


def _rule(rule: Rule) -> Object:
    return {
        "id": rule.id,
        "category": rule.category.value,
        "severity": rule.severity.value,
        "title": {"ja": rule.title.ja, "en": rule.title.en},
        "why": {"ja": rule.why.ja, "en": rule.why.en},
        "fix": {"ja": rule.fix.ja, "en": rule.fix.en},
        "example": rule.example,
        "references": {
            "articles": rule.refs.articles,
            "guideline": rule.refs.guideline,
            "cwe": rule.refs.cwe,
            "ipa": rule.refs.ipa,
        },
    }


def _finding(edition: Edition, finding: Finding, name: str) -> Object:
    return {
        "fingerprint": name,
        "rule": finding.rule.id,
        "severity": finding.rule.severity.value,
        "category": finding.rule.category.value,
        "confidence": finding.confidence.value,
        "location": _place(edition, finding.location),
        "function": edition.quote(finding.function),
        "detail": None if finding.detail is None else _both(edition, finding.detail),
        "trace": tuple(
            {"location": _place(edition, step.location), "note": _both(edition, step.note)} for step in finding.trace
        ),
        "waived": finding in edition.waived,
        "since": edition.since.get(finding),
    }


def _declaration(edition: Edition, declaration: Declaration) -> Object:
    quote = edition.quote
    return {
        "file": declaration.file.path,
        "sha256": declaration.file.sha256,
        "app": {"name": quote(declaration.app_name), "id": declaration.app_id},
        "purpose": quote(declaration.purpose),
        "department": quote(declaration.department),
        "person": quote(declaration.person),
        "informationClass": declaration.information_class.value,
        "sensitive": declaration.sensitive,
    }


def _comparison(edition: Edition, comparison: Comparison) -> Object:
    return {
        "pairs": tuple(
            {
                "topic": pair.topic.value,
                "name": edition.quote(pair.name),
                "declared": pair.declared,
                "observed": pair.observed,
                "standing": pair.standing.value,
                "locations": _places(edition, pair.locations),
                "origin": None if pair.origin is None else _place(edition, pair.origin),
            }
            for pair in comparison.pairs
        ),
        "matters": tuple(
            {"title": _both(edition, matter.title), "lines": tuple(_both(edition, line) for line in matter.lines)}
            for matter in comparison.matters
        ),
    }


def _waiver(edition: Edition, use: WaiverUse, named: Mapping[Finding, str]) -> Object:
    waiver = use.waiver
    return {
        "standing": use.standing.value,
        "fingerprint": waiver.fingerprint,
        "rule": waiver.rule,
        "path": waiver.path,
        "reason": edition.quote(waiver.reason),
        "by": edition.quote(waiver.by),
        "until": waiver.until.isoformat(),
        "origin": waiver.origin,
        "findings": tuple(named[finding] for finding in use.findings),
    }


def _revision(edition: Edition, revision: Revision, named: Mapping[Finding, str]) -> Object:
    then = revision.approved
    return {
        "approved": {
            "review": then.review,
            "decision": then.decision,
            "outcome": then.outcome,
            "conditions": then.conditions,
            "approver": then.approver,
            "day": then.day.isoformat(),
            "until": then.until.isoformat(),
            "name": then.name,
            "sha256": then.sha256,
        },
        "expired": revision.expired,
        "key": None if revision.key is None else revision.key.value,
        "sameRulebook": revision.same_rulebook,
        "samePolicy": revision.same_policy,
        "files": tuple(
            {"path": file.path, "standing": file.standing.value, "before": file.before} for file in revision.files
        ),
        "new": tuple(named[finding] for finding in revision.new),
        "again": tuple(named[finding] for finding in revision.again),
        "known": tuple(named[finding] for finding in revision.known),
        "resolved": tuple(
            {"fingerprint": each.fingerprint, "rule": each.rule, "severity": each.severity, "path": each.path}
            for each in revision.resolved
        ),
        "knownGaps": len(revision.known_gaps),
        "added": tuple(map(_trait, revision.added)),
        "dropped": tuple(map(_trait, revision.dropped)),
    }


def _trait(trait: Trait) -> Object:
    """Secrets are masked in it already."""
    return {"kind": trait.kind.value, "name": trait.name, "detail": trait.detail}


def _gap(edition: Edition, gap: Gap) -> Object:
    return {
        "stage": gap.stage.value,
        "kind": gap.kind,
        "blocking": gap.blocking,
        "message": _both(edition, gap.message),
        "path": gap.path,
        "location": None if gap.location is None else _place(edition, gap.location),
    }


def _file(file: SourceFile, state: FileState | None) -> Object:
    return {
        "path": file.path,
        "kind": file.kind.value,
        "role": file.role.value,
        "size": file.size,
        "sha256": file.sha256,
        "encoding": {
            "name": file.encoding.name,
            "bom": file.encoding.bom,
            "newline": file.encoding.newline.value,
            "undecodable": file.encoding.undecodable,
        },
        "parser": None if state is None else state.parser.value,
        "witness": None if state is None else state.witness,
        "library": None if state is None else state.library,
    }


def _plugin(edition: Edition, plugin: Plugin) -> Object:
    return {
        "name": edition.quote(plugin.name),
        "version": plugin.version,
        "id": plugin.id,
        "signatureValid": plugin.signature_valid,
        "manifestVersion": plugin.manifest_version,
        "allowedHosts": tuple(map(edition.quote, plugin.allowed_hosts)),
        "permissions": tuple(map(edition.quote, plugin.permissions)),
    }


def _dossier(edition: Edition, dossier: Dossier) -> Object:
    quote = edition.quote
    return {
        "events": tuple(
            {"name": quote(entry.name), "locations": _places(edition, entry.locations)} for entry in dossier.events
        ),
        "restCalls": tuple(
            {
                "method": entry.method,
                "endpoint": quote(entry.endpoint),
                "app": quote(entry.app),
                "danger": entry.danger,
                "locations": _places(edition, entry.locations),
            }
            for entry in dossier.rest_calls
        ),
        "hosts": tuple(
            {
                "host": quote(entry.host),
                "class": entry.host_class,
                "via": entry.via,
                "data": entry.data,
                "locations": _places(edition, entry.locations),
            }
            for entry in dossier.hosts
        ),
        "fields": tuple(
            {"code": quote(entry.code), "access": entry.access, "locations": _places(edition, entry.locations)}
            for entry in dossier.fields
        ),
        "storage": tuple(
            {"place": quote(entry.place), "data": entry.data, "locations": _places(edition, entry.locations)}
            for entry in dossier.storage
        ),
        "libraries": tuple(
            {
                "name": quote(entry.name),
                "version": quote(entry.version),
                "identity": entry.identity,
                "origin": quote(entry.origin),
                "locations": _places(edition, entry.locations),
            }
            for entry in dossier.libraries
        ),
    }
