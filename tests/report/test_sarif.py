from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import jsonschema
import pytest
import review_samples as samples
from sarif_validator import objections

from reviewer.report import Format, render
from reviewer.report.sarif import uri
from reviewer.review import Review, fingerprints
from reviewer.text import Language

MAKERS = [samples.ordinary, samples.hostile, samples.clean]


def run(review: Review, language: Language = Language.JA) -> Any:
    return json.loads(render(review, Format.SARIF, language))["runs"][0]


@pytest.mark.parametrize("make", MAKERS)
def test_the_log_is_valid_after_the_published_schema(make: Callable[[], Review], npm_packages: Path) -> None:
    folder = npm_packages / "@microsoft" / "jest-sarif" / "lib" / "schemas"
    schema = json.loads((folder / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)
    log = json.loads(render(make(), Format.SARIF, Language.JA))
    assert [error.message for error in validator.iter_errors(log)] == []


@pytest.mark.skipif(sys.platform != "linux", reason="the program is built for Linux")
def test_microsofts_validator_has_nothing_to_say_but_that_no_site_is_named(npm_packages: Path, tmp_path: Path) -> None:
    logs = {make.__name__: render(make(), Format.SARIF, Language.EN) for make in MAKERS}
    assert objections(npm_packages, tmp_path, logs) <= {"SARIF2005"}


def test_every_rule_of_the_rulebook_is_described_with_help_category_and_score() -> None:
    rules = run(samples.ordinary())["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.id for rule in samples.RULES]
    assert rules[1]["properties"]["category"] == "secret"
    assert [rule["properties"]["security-severity"] for rule in rules] == ["8.0", "9.5", "3.0", "5.5", "1.0"]
    assert [rule["defaultConfiguration"]["level"] for rule in rules] == ["error", "error", "note", "warning", "note"]
    assert "```\nel.textContent = name;\n```" in rules[0]["help"]["markdown"]


def test_a_result_names_its_rule_its_place_and_its_fingerprint() -> None:
    review = samples.ordinary()
    result = run(review)["results"][1]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("record-in-html", 0, "error")
    assert list(result["partialFingerprints"].values()) == [fingerprints(review.findings)[review.findings[1]]]
    assert result["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 8,
        "startColumn": 21,
        "endLine": 8,
        "endColumn": 42,
        "charOffset": samples.DESKTOP.index("'<b>' + name"),
        "charLength": 21,
    }


@pytest.mark.parametrize("make", MAKERS)
def test_lines_columns_and_offsets_name_the_same_text(make: Callable[[], Review]) -> None:
    review = make()
    for finding, result in zip(review.findings, run(review)["results"], strict=True):
        region = result["locations"][0]["physicalLocation"]["region"]
        units = finding.location.file.text.encode("utf-16-le", "surrogatepass")
        start = region["charOffset"] * 2
        named = units[start : start + region["charLength"] * 2].decode("utf-16-le", "surrogatepass")
        assert named == finding.location.text
        ahead = units[:start].decode("utf-16-le", "surrogatepass").replace("\r\n", "\n").replace("\r", "\n")
        assert region["startLine"] == 1 + ahead.count("\n")
        last = ahead.rpartition("\n")[2]
        assert region["startColumn"] == 1 + len(last.encode("utf-16-le", "surrogatepass")) // 2


def test_a_trace_is_a_code_flow_in_order() -> None:
    flow = run(samples.ordinary())["results"][1]["codeFlows"][0]["threadFlows"][0]["locations"]
    assert [step["location"]["message"]["text"] for step in flow] == [
        "レコードの値を読む",
        "変数 name に入れる",
        "HTMLとして書き込む",
    ]


@pytest.mark.parametrize(
    ("path", "reference"),
    [
        ("desktop/休暇.js", "desktop/%E4%BC%91%E6%9A%87.js"),
        ("a b.js", "a%20b.js"),
        ("100%.js", "100%25.js"),
        ("q?x#y.js", "q%3Fx%23y.js"),
        ("c:d/e.js", "c%3Ad/e.js"),
        ("views.json#一覧", "views.json%23%E4%B8%80%E8%A6%A7"),
    ],
)
def test_paths_are_percent_encoded_so_that_they_come_back(path: str, reference: str) -> None:
    assert uri(path) == reference
    split = urlsplit(uri(path))
    assert (unquote(split.path), split.query, split.fragment, split.scheme) == (path, "", "", "")


def test_files_are_artifacts_with_their_hash_size_and_role_and_unreviewed_ones_too() -> None:
    artifacts = run(samples.ordinary())["artifacts"]
    file = samples.ordinary().submission.files[0]
    assert artifacts[0]["hashes"] == {"sha-256": file.sha256}
    assert artifacts[0]["length"] == file.size
    assert artifacts[0]["roles"] == ["analysisTarget"]
    assert "roles" not in artifacts[2]
    assert artifacts[2]["properties"] == {"reviewed": False, "reason": "画像のため"}


def test_gaps_are_notifications_and_a_blocking_one_makes_the_run_unsuccessful() -> None:
    invocation = run(samples.ordinary())["invocations"][0]
    assert invocation["executionSuccessful"] is False
    told = invocation["toolExecutionNotifications"]
    assert [(gap["descriptor"]["id"], gap["level"]) for gap in told] == [
        ("semgrep-absent", "warning"),
        ("syntax-error", "error"),
    ]
    assert run(samples.clean())["invocations"][0]["executionSuccessful"] is True


def test_messages_are_in_the_language_asked_for() -> None:
    assert run(samples.ordinary(), Language.EN)["language"] == "en"
    assert run(samples.ordinary(), Language.EN)["results"][1]["message"]["text"].startswith("This is written as")


def test_submitted_text_makes_neither_link_nor_placeholder_in_a_message() -> None:
    script = samples.hostile().submission.files[0]
    finding = samples.finding(0, samples.at(script, "a + b"), "[here](javascript:alert) {0}")
    text = run(samples.review((script,), (finding,)))["results"][0]["message"]["text"]
    assert text.endswith("[here] (javascript:alert) {{0}}")
