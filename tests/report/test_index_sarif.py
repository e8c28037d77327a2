from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import index_samples as samples
import jsonschema
import review_samples

from reviewer.report.index import Past, sarif
from reviewer.summary import Excuse, Summary
from reviewer.text import Language


def log(summaries: Iterable[Summary], past: Past | None = None) -> Any:
    return json.loads("".join(sarif(summaries, review_samples.RULEBOOK, past, Language.JA)))


def test_the_log_of_all_is_valid_after_the_published_schema(npm_packages: Path) -> None:
    folder = npm_packages / "@microsoft" / "jest-sarif" / "lib" / "schemas"
    schema = json.loads((folder / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)
    past = Past.of(samples.before(40), "2025")
    for made in (log(samples.many(40), past), log(samples.hostile()), log([])):
        assert [error.message for error in validator.iter_errors(made)] == []


def test_each_result_names_its_submission_and_its_rule() -> None:
    (run,) = log(samples.many(60))["runs"]
    rules = run["tool"]["driver"]["rules"]
    wanted = [(made.place, finding.rule) for made in samples.many(60) for finding in made.findings]
    assert [(each["properties"]["submission"], each["ruleId"]) for each in run["results"]] == wanted
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"])
    assert [each["place"] for each in run["properties"]["submissions"]] == [made.place for made in samples.many(60)]


def test_what_could_not_be_reviewed_is_said_as_an_error() -> None:
    lost = samples.failed(samples.summary(4), samples.WITHOUT)
    (run,) = log([samples.summary(3), lost])["runs"]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    errors = [each for each in invocation["toolExecutionNotifications"] if each["level"] == "error"]
    assert [each["message"]["text"] for each in errors] == [f"{lost.place}: {samples.WITHOUT.ja}"]


def test_results_say_whether_they_are_new_and_whether_they_are_waived() -> None:
    made = next(made for made in samples.many(5000) if len(made.findings) > 2)
    old, new, waived = made.findings[:3]
    now = replace(made, findings=(old, new, replace(waived, excuse=Excuse.WAIVED)))
    past = Past.of([replace(made, findings=(old,))], "2025")
    (run,) = log([now], past)["runs"]
    assert [each["baselineState"] for each in run["results"]] == ["unchanged", "new", "new"]
    assert ["suppressions" in each for each in run["results"]] == [False, False, True]


def test_results_leave_one_after_the_other() -> None:
    taken: list[str] = []

    def stream() -> Iterable[Summary]:
        for made in samples.many(30):
            taken.append(made.place)
            yield made

    pieces = iter(sarif(stream(), review_samples.RULEBOOK, None, Language.JA))
    next(pieces)
    next(pieces)
    assert len(taken) < 30
