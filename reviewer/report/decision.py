"""A review -> what a decision on it is bound to: the hashes of every file, of the rules and of the whole."""

from __future__ import annotations

from reviewer.decision import SCHEMA, VERSION
from reviewer.report.context import Context
from reviewer.report.edition import Edition
from reviewer.report.model import Decision
from reviewer.report.serial import Object, dumps
from reviewer.text import Text

CHOICES = (
    ("approved", Text(ja="可", en="Approved")),
    ("conditional", Text(ja="条件を付けて可", en="Approved with conditions")),
    ("returned", Text(ja="差し戻し(修正して再提出)", en="Returned for correction")),
    ("refused", Text(ja="否", en="Refused")),
)


def decision(edition: Edition, context: Context) -> Decision:
    """The choices a person has, and what the page's export says of the review besides."""
    review = edition.review
    submission = review.submission
    bound: Object = {
        "$schema": SCHEMA,
        "schemaVersion": VERSION,
        "submission": {
            "name": submission.name,
            "sha256": submission.sha256,
            "files": tuple({"path": path, "sha256": sha256} for path, sha256 in submission.hashes.items()),
        },
        "review": {
            "tool": {"name": "kintone-reviewer", "version": review.tool_version},
            "rulebook": review.rulebook.sha256,
            "policy": {"name": review.policy.name, "version": review.policy.version},
            "when": context.when,
            "proposed": review.verdict.value,
        },
    }
    stated = review.declaration
    return Decision(
        app="" if stated is None else edition.quote(f"{stated.app_name} ({stated.app_id})"),
        purpose="" if stated is None else edition.quote(stated.purpose),
        information_class="" if stated is None else stated.information_class.value,
        bound=dumps(bound).rstrip("\n"),
        choices=tuple((key, edition.say(label)) for key, label in CHOICES),
        file_name=f"decision-{submission.sha256[:12]}.json",
    )
