"""A review -> SARIF 2.1.0 (OASIS Standard, errata 01); section numbers below are those of the standard.

Columns and offsets count UTF-16 units. Nothing of the submission's text is quoted except in messages, secrets masked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import quote

from reviewer.finding import Finding, Gap, Step
from reviewer.report.context import Context
from reviewer.report.edition import Edition
from reviewer.report.serial import Object, dumps
from reviewer.report.visible import visible
from reviewer.report.words import STAGE
from reviewer.review import Review, fingerprints
from reviewer.rule import Rule, Severity
from reviewer.source import Kind, Location, SourceFile
from reviewer.text import Language, Text

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "kintoneReviewer/v1"
ROOT = "SRCROOT"

SCORES: Mapping[Severity, str] = {
    Severity.CRITICAL: "9.5",
    Severity.HIGH: "8.0",
    Severity.MEDIUM: "5.5",
    Severity.LOW: "3.0",
    Severity.INFO: "1.0",
}
LEVELS: Mapping[Severity, str] = {
    Severity.CRITICAL: "error",
    Severity.HIGH: "error",
    Severity.MEDIUM: "warning",
    Severity.LOW: "note",
    Severity.INFO: "note",
}
_LANGUAGES: Mapping[Kind, str] = {
    Kind.JAVASCRIPT: "javascript",
    Kind.TYPESCRIPT: "typescript",
    Kind.CSS: "css",
    Kind.HTML: "html",
    Kind.JSON: "json",
}


def render(review: Review, language: Language, context: Context) -> str:
    """The log file's text: one run, rules and results in the order of rulebook and review."""
    log: Object = {"$schema": SCHEMA, "version": "2.1.0", "runs": (_run(Edition(review, language), context),)}
    return dumps(log)


def uri(path: str) -> str:
    """A path relative to the reviewed root as a URI reference (RFC 3986): UTF-8, percent-encoded, `/` kept."""
    return quote(path.encode("utf-8", "surrogatepass"), safe="/")


def _run(edition: Edition, context: Context) -> Object:
    review = edition.review
    rules = {rule.id: number for number, rule in enumerate(review.rulebook.rules)}
    kinds = {kind: number for number, kind in enumerate(sorted({gap.kind for gap in review.gaps}))}
    files = {file: number for number, file in enumerate(review.submission.files)}
    named = fingerprints(review.findings)
    return {
        "tool": {"driver": _driver(edition, kinds)},
        "language": edition.language.value,
        "columnKind": "utf16CodeUnits",
        "newlineSequences": ("\r\n", "\n", "\r"),
        "originalUriBaseIds": {
            ROOT: {
                "description": message(
                    edition.say(Text(ja="提出物の最上位のフォルダーです。", en="The submission's top folder."))
                )
            }
        },
        "invocations": (_invocation(edition, context, kinds, files),),
        "artifacts": tuple(_artifacts(edition)),
        "results": tuple(
            _result(edition, finding, rules[finding.rule.id], named[finding], files) for finding in review.findings
        ),
        "properties": {
            "verdict": review.verdict.value,
            "submission": visible(review.submission.name),
            "submissionSha256": review.submission.sha256,
            "rulebookSha256": review.rulebook.sha256,
            "policy": f"{review.policy.name} {review.policy.version}",
            **_paperwork(edition),
        },
    }


def _paperwork(edition: Edition) -> Object:
    """The application and the waivers, those without effect too; a run that has neither does not speak of them."""
    review = edition.review
    declared: Object = {} if review.declaration is None else {"declarationSha256": review.declaration.file.sha256}
    if review.revision is not None:
        declared = {**declared, "approvedSha256": review.revision.approved.sha256}
    if not review.waivers:
        return declared
    listed = tuple(
        {
            "standing": use.standing.value,
            "target": visible(edition.quote(use.waiver.fingerprint or f"{use.waiver.rule} {use.waiver.path}")),
            "reason": visible(edition.quote(use.waiver.reason)),
            "by": visible(edition.quote(use.waiver.by)),
            "until": use.waiver.until.isoformat(),
        }
        for use in review.waivers
    )
    return {**declared, "waivers": listed}


def _driver(edition: Edition, kinds: Iterable[str]) -> Object:
    version = edition.review.tool_version
    return {
        "name": "kintone-reviewer",
        "version": version,
        "semanticVersion": version,
        "rules": tuple(descriptor(rule, edition.language) for rule in edition.review.rulebook.rules),
        "notifications": tuple(map(named, kinds)),
    }


def descriptor(rule: Rule, language: Language) -> Object:
    """A rule as the log's driver lists it."""
    title, why, fix = (message(text.to(language)) for text in (rule.title, rule.why, rule.fix))
    heading = Text(ja="直し方", en="How to fix it").to(language)
    return {
        **named(rule.id),
        "shortDescription": title,
        "fullDescription": why,
        "help": {
            "text": f"{why['text']}\n\n{heading}\n{fix['text']}",
            "markdown": _markdown(rule, language, heading),
        },
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {
            "category": rule.category.value,
            "severity": rule.severity.value,
            "security-severity": SCORES[rule.severity],
            "tags": ("security", *(f"external/cwe/cwe-{number:03d}" for number in rule.refs.cwe)),
            "articles": rule.refs.articles,
            "guideline": rule.refs.guideline,
        },
    }


def _markdown(rule: Rule, language: Language, heading: str) -> str:
    """Help as Markdown without any HTML (3.11.4): a `<` in our words is escaped, code stands in a fence."""
    why, fix = (re.sub(r"([\\`*_\[\]<>{}#])", r"\\\1", text.to(language)) for text in (rule.why, rule.fix))
    if rule.example is None:
        return _braces(f"{why}\n\n## {heading}\n\n{fix}")
    fence = "`" * max([3, *(len(run) + 1 for run in re.findall("`+", rule.example))])
    return _braces(f"{why}\n\n## {heading}\n\n{fix}\n\n{fence}\n{rule.example.rstrip()}\n{fence}")


def _invocation(
    edition: Edition, context: Context, kinds: Mapping[str, int], files: Mapping[SourceFile, int]
) -> Object:
    gaps = edition.review.gaps
    command: Object = {} if context.command is None else {"commandLine": visible(context.command)}
    return {
        **command,
        "executionSuccessful": not any(gap.blocking for gap in gaps),
        "toolExecutionNotifications": tuple(_notification(edition, gap, kinds[gap.kind], files) for gap in gaps),
    }


def _notification(edition: Edition, gap: Gap, index: int, files: Mapping[SourceFile, int]) -> Object:
    where: Object = {}
    if gap.location is not None:
        where = {"locations": ({"physicalLocation": _physical(edition, gap.location, files)},)}
    elif gap.path is not None:
        where = {"locations": ({"physicalLocation": {"artifactLocation": {"uri": uri(gap.path), "uriBaseId": ROOT}}},)}
    return {
        "descriptor": {"id": gap.kind, "index": index},
        "level": "error" if gap.blocking else "warning",
        "message": message(f"{edition.say(STAGE[gap.stage])}: {edition.tell(gap.message)}"),
        **where,
        "properties": {"stage": gap.stage.value, "blocking": gap.blocking},
    }


def _artifacts(edition: Edition) -> Iterator[Object]:
    submission = edition.review.submission
    for file in submission.files:
        language: Object = {"sourceLanguage": _LANGUAGES[file.kind]} if file.kind in _LANGUAGES else {}
        yield {
            "location": {"uri": uri(file.path), "uriBaseId": ROOT},
            "length": file.size,
            "roles": ("analysisTarget",),
            "encoding": file.encoding.name,
            **language,
            "hashes": {"sha-256": file.sha256},
            "properties": {"role": file.role.value, "bom": file.encoding.bom, "newline": file.encoding.newline.value},
        }
    for left in submission.unreviewed:
        yield {
            "location": {"uri": uri(left.path), "uriBaseId": ROOT},
            "length": left.size,
            "hashes": {"sha-256": left.sha256},
            "properties": {"reviewed": False, "reason": visible(edition.tell(left.reason))},
        }


def _result(edition: Edition, finding: Finding, index: int, name: str, files: Mapping[SourceFile, int]) -> Object:
    rule = finding.rule
    detail = f" {edition.tell(finding.detail)}" if finding.detail is not None else ""
    ending = edition.say(Text(ja="。", en="."))
    return {
        "ruleId": rule.id,
        "ruleIndex": index,
        "level": LEVELS[rule.severity],
        "message": message(edition.say(rule.title).rstrip("。.") + ending + detail),
        "locations": ({"physicalLocation": _physical(edition, finding.location, files)},),
        **_flow(edition, finding.trace, files),
        "partialFingerprints": {FINGERPRINT: name},
        **_suppressed(edition, finding),
        **_since(edition, finding),
        "properties": {
            "category": rule.category.value,
            "severity": rule.severity.value,
            "security-severity": SCORES[rule.severity],
            "confidence": finding.confidence.value,
            "function": visible(edition.quote(finding.function)),
        },
    }


_BASELINE: Mapping[str, str] = {"new": "new", "again": "updated", "known": "unchanged"}


def _since(edition: Edition, finding: Finding) -> Object:
    """How it compares with the approved version (3.27.24): all results say so, or none."""
    since = edition.since.get(finding)
    return {} if since is None else {"baselineState": _BASELINE[since]}


def _suppressed(edition: Edition, finding: Finding) -> Object:
    """A waiver as a suppression (3.35); where there are waivers, results without one say so (3.27.23)."""
    if not edition.review.waivers:
        return {}
    waiver = edition.waived.get(finding)
    if waiver is None:
        return {"suppressions": ()}
    why = f"{waiver.reason} ({waiver.by}, {waiver.until.isoformat()})"
    return {"suppressions": ({"kind": "external", "status": "accepted", "justification": visible(edition.quote(why))},)}


def _flow(edition: Edition, trace: Sequence[Step], files: Mapping[SourceFile, int]) -> Object:
    """The way data takes, and where it starts as a related location; nothing where there is no trace."""
    stations: list[Object] = [
        {
            "physicalLocation": _physical(edition, step.location, files),
            "message": message(edition.tell(step.note)),
        }
        for step in trace
    ]
    if not stations:
        return {}
    steps: list[Object] = [{"location": place, "executionOrder": turn} for turn, place in enumerate(stations, start=1)]
    return {
        "codeFlows": ({"threadFlows": ({"locations": steps},)},),
        "relatedLocations": ({"id": 1, **stations[0]},),
    }


def _physical(edition: Edition, location: Location, files: Mapping[SourceFile, int]) -> Object:
    """Where something is; line, column and offset name the same range (3.30.2)."""
    lines = edition.code(location.file).lines
    start, end = lines.position(location.start), lines.position(location.end)
    offset = lines.utf16(location.start)
    known: Object = {"index": files[location.file]} if location.file in files else {}
    return {
        "artifactLocation": {"uri": uri(location.file.path), "uriBaseId": ROOT, **known},
        "region": {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
            "charOffset": offset,
            "charLength": lines.utf16(location.end) - offset,
        },
    }


def named(name: str) -> Object:
    """An id with the friendly name validators ask for, one identifier in Pascal case; none where it would be the id."""
    friendly = "".join(word.capitalize() for word in re.split(r"[^A-Za-z0-9]+", name))
    return {"id": name} if friendly.lower() == name.lower() else {"id": name, "name": friendly}


def message(text: str) -> dict[str, str]:
    """A plain text message: no placeholder (3.11.5) and no link (3.11.6) that submitted text could make."""
    return {"text": _braces(visible(text).replace("](", "] ("))}


def _braces(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
