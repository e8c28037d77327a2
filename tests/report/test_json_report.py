from __future__ import annotations

import json
from collections.abc import Callable
from importlib import resources
from typing import Any

import jsonschema
import pytest
import review_samples as samples

from reviewer.report import Format, render
from reviewer.review import Review
from reviewer.text import Language


def schema() -> Any:
    return json.loads(resources.files("reviewer.report").joinpath("review.schema.json").read_text(encoding="utf-8"))


def told(review: Review) -> Any:
    return json.loads(render(review, Format.JSON, Language.JA))


def test_the_schema_is_a_json_schema_of_2020_12() -> None:
    assert schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("make", [samples.ordinary, samples.hostile, samples.clean])
def test_every_report_keeps_to_the_schema_it_names(make: Callable[[], Review]) -> None:
    report = told(make())
    assert report["$schema"] == schema()["$id"]
    assert list(jsonschema.Draft202012Validator(schema()).iter_errors(report)) == []


def test_a_finding_is_told_with_its_place_in_lines_and_columns_and_its_trace() -> None:
    finding = told(samples.ordinary())["findings"][1]
    assert finding["rule"] == "record-in-html"
    assert finding["location"]["start"] == {
        "line": 8,
        "column": 21,
        "offset": samples.DESKTOP.index("'<b>' + name"),
    }
    assert [step["note"]["ja"] for step in finding["trace"]] == [
        "レコードの値を読む",
        "変数 name に入れる",
        "HTMLとして書き込む",
    ]


def test_columns_count_utf16_units_and_offsets_characters() -> None:
    finding = told(samples.hostile())["findings"][0]
    start = finding["location"]["start"]
    line = samples.HOSTILE.splitlines(keepends=True)[-1]
    before = line[: line.index("el.innerHTML")]
    assert start["column"] == 1 + len(before.encode("utf-16-le")) // 2
    assert samples.HOSTILE[start["offset"] :].startswith("el.innerHTML")


def test_a_value_of_the_submission_comes_back_exactly_as_it_was() -> None:
    assert told(samples.hostile())["dossier"]["events"][0]["name"].endswith("'\"<b>{{7*7}}")
    assert "\ud800" in told(samples.hostile())["dossier"]["events"][0]["name"]
