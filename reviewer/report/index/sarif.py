"""All summaries of a batch -> one SARIF 2.1.0 log with one run, in pieces; its results are never held together.

Each result says in its properties which submission it is of; the submissions themselves stand in the run's properties,
and those that could not be reviewed are notifications of level `error`. The log of each single submission, which lies
beside its report, has the traces and columns that a line of a batch does not keep.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewer.report.index.past import Past, short
from reviewer.report.sarif import FINGERPRINT, LEVELS, ROOT, SCHEMA, SCORES, descriptor, message, named, uri
from reviewer.report.serial import Object, dumps
from reviewer.report.visible import visible
from reviewer.rule import Rulebook
from reviewer.summary import Excuse, FindingLine, Summary
from reviewer.text import Language, Text

_FAILED = "submission-failed"
_INCOMPLETE = "submission-incomplete"
_BEGIN = f'{{"$schema":"{SCHEMA}","version":"2.1.0","runs":[{{"columnKind":"utf16CodeUnits","results":['


def sarif(summaries: Iterable[Summary], rulebook: Rulebook, past: Past | None, language: Language) -> Iterator[str]:
    """The log's text; with a batch before, each result says whether it is new (3.27.24)."""
    rules = {rule.id: number for number, rule in enumerate(rulebook.rules)}
    others: dict[str, FindingLine] = {}
    submissions: list[Object] = []
    notifications: list[Object] = []
    tool = ""
    yield _BEGIN
    between = "\n"
    for summary in summaries:
        tool = summary.basis.tool
        submissions.append(_submission(summary))
        notifications += _notifications(summary, language)
        known = None if past is None else (past.knows(summary.place) or frozenset())
        for finding in summary.findings:
            if finding.rule not in rules:
                others.setdefault(finding.rule, finding)
                rules[finding.rule] = len(rules)
            yield between + _line(_result(summary, finding, rules[finding.rule], known, language))
            between = ",\n"
    descriptors: list[Object] = [descriptor(rule, language) for rule in rulebook.rules]
    descriptors += [_other(finding, language) for finding in others.values()]
    driver: Object = {
        "name": "kintone-reviewer",
        **({"version": tool, "semanticVersion": tool} if tool else {}),
        "rules": descriptors,
        "notifications": [named(_FAILED), named(_INCOMPLETE)],
    }
    failed = any(notification["level"] == "error" for notification in notifications)
    root = Text(ja="提出物の保管場所の最上位です。", en="The top of the store.").to(language)
    rest: Object = {
        "language": language.value,
        "tool": {"driver": driver},
        "originalUriBaseIds": {ROOT: {"description": message(root)}},
        "invocations": [{"executionSuccessful": not failed, "toolExecutionNotifications": notifications}],
        "properties": {"submissions": submissions, "rulebookSha256": rulebook.sha256},
    }
    # The members of the run that come after its results.
    yield "\n]," + _line(rest)[1:] + "]}\n"


def _line(value: Object) -> str:
    return dumps(value).rstrip("\n")


def _result(
    summary: Summary, finding: FindingLine, index: int, known: frozenset[bytes] | None, language: Language
) -> Object:
    where = uri(f"{summary.place}/{finding.path}")
    base: Object = {} if known is None else {"baselineState": "unchanged" if short(finding) in known else "new"}
    excused: Object = {}
    if finding.excuse is Excuse.WAIVED:
        excused = {"suppressions": [{"kind": "external", "status": "accepted"}]}
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": LEVELS[finding.severity],
        "message": message(finding.title.to(language)),
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": where, "uriBaseId": ROOT},
                    "region": {"startLine": finding.line},
                }
            }
        ],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        **base,
        **excused,
        "properties": {
            "submission": visible(summary.place),
            "category": finding.category.value,
            "severity": finding.severity.value,
            "security-severity": SCORES[finding.severity],
            "excuse": finding.excuse,
        },
    }


def _submission(summary: Summary) -> Object:
    return {
        "place": visible(summary.place),
        "sha256": summary.sha256,
        "verdict": summary.verdict,
        "standing": summary.standing.approval.value,
        "app": None if summary.app is None else visible(summary.app),
        "department": None if summary.department is None else visible(summary.department),
        "report": summary.report,
    }


def _notifications(summary: Summary, language: Language) -> Iterator[Object]:
    where: Object = {"physicalLocation": {"artifactLocation": {"uri": uri(summary.place), "uriBaseId": ROOT}}}
    if summary.failed is not None:
        yield _notification(_FAILED, 0, "error", f"{summary.place}: {summary.failed.to(language)}", where)
    elif summary.blocking:
        told = Text(
            ja=f"{summary.place}: 確かめられなかったことが{summary.blocking}件あり、適合とは判断できません。",
            en=f"{summary.place}: {summary.blocking} things could not be examined, which rules out a passing verdict.",
        )
        yield _notification(_INCOMPLETE, 1, "warning", told.to(language), where)


def _notification(name: str, index: int, level: str, text: str, where: Object) -> Object:
    return {
        "descriptor": {"id": name, "index": index},
        "level": level,
        "message": message(text),
        "locations": [where],
    }


def _other(finding: FindingLine, language: Language) -> Object:
    """A rule that this rulebook does not hold: a review that is kept from earlier found it."""
    return {
        **named(finding.rule),
        "shortDescription": message(finding.title.to(language)),
        "defaultConfiguration": {"level": LEVELS[finding.severity]},
        "properties": {"category": finding.category.value, "severity": finding.severity.value},
    }
