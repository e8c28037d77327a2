"""A decision <-> what the ledger keeps of it, bound to the entry of the review that it was made on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from reviewer.decision import PARTS, Checked, Decision, Outcome, People, Person, Tried
from reviewer.ledger.entry import Object, Row
from reviewer.ledger.reviewed import Reviewed, unreadable
from reviewer.record import value
from reviewer.rule import InformationClass


@value
class Decided:
    """A decision as the ledger keeps it; `review` is the number of the review's entry, `until` its last day."""

    row: Row
    review: int
    day: date
    until: date | None
    decision: Decision


def body(decision: Decision, review: Reviewed, days: int, today: date) -> Object:
    """What is entered of a decision made on that review; `days` is how long an approval lasts."""
    until = decision.until(days, today)
    return {
        "review": {"sequence": review.row.sequence, "hash": review.row.hash},
        "submission": {
            "name": review.name,
            "sha256": review.row.submission,
            "files": [{"path": path, "sha256": digest} for path, digest in sorted(review.files.items())],
        },
        "tool": {"name": "kintone-reviewer", "version": review.tool},
        "rulebook": review.rulebook,
        "policy": {"name": review.policy, "version": review.policy_version, "sha256": review.policy_sha256},
        "outcome": decision.outcome.value,
        "app": decision.app,
        "purpose": decision.purpose,
        "class": "" if decision.information_class is None else decision.information_class.value,
        "conditions": decision.conditions,
        "reasons": decision.reasons,
        "day": decision.day(today).isoformat(),
        "until": None if until is None else until.isoformat(),
        "people": {part: _person(getattr(decision.people, part)) for part in PARTS},
        "checks": [
            {
                "regulation": each.regulation,
                "item": each.item,
                "machine": each.machine,
                "manual": list(each.manual),
                "note": each.note,
            }
            for each in decision.checks
        ],
        "trials": [{"id": each.id, "result": each.result, "note": each.note} for each in decision.trials],
    }


def _person(person: Person) -> Object:
    day = "" if person.day is None else person.day.isoformat()
    return {"post": person.post, "name": person.name, "date": day}


def read(row: Row) -> Decided:
    """The decision in an entry; ReviewerError where it does not have the form of one."""
    try:
        said = json.loads(row.body)
        people = {part: _named(said["people"][part]) for part in PARTS}
        return Decided(
            row=row,
            review=int(said["review"]["sequence"]),
            day=date.fromisoformat(said["day"]),
            until=None if said["until"] is None else date.fromisoformat(said["until"]),
            decision=Decision(
                submission=row.submission,
                files=tuple((str(file["path"]), str(file["sha256"])) for file in said["submission"]["files"]),
                basis=None,
                outcome=Outcome(said["outcome"]),
                app=str(said["app"]),
                purpose=str(said["purpose"]),
                information_class=InformationClass(said["class"]) if said["class"] else None,
                conditions=str(said["conditions"]),
                reasons=str(said["reasons"]),
                people=People(**people),
                checks=tuple(
                    Checked(each["regulation"], each["item"], each["machine"], tuple(each["manual"]), each["note"])
                    for each in said["checks"]
                ),
                trials=tuple(Tried(each["id"], each["result"], each["note"]) for each in said["trials"]),
            ),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise unreadable(row) from error


def _named(said: Mapping[str, str]) -> Person:
    return Person(said["post"], said["name"], date.fromisoformat(said["date"]) if said["date"] else None)
