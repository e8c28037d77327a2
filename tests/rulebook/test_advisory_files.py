"""Newer advisories are read in the forms others publish, join what is known, and take the place of what they renew."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.errors import ReviewerError
from reviewer.rule import Advisory, Policy, Rulebook, Severity
from reviewer.rulebook import load
from reviewer.rulebook.advisory_files import AdvisoryFile, read_advisories, renewed
from reviewer.rulebook.cvss import base_score, severity_of
from reviewer.versions import within

Rules = tuple[Rulebook, Policy]


def osv(**changed: object) -> dict[str, object]:
    return {
        "id": "GHSA-aaaa-bbbb-cccc",
        "aliases": ["CVE-2031-0001"],
        "affected": [
            {
                "package": {"ecosystem": "npm", "name": "sorter"},
                "ranges": [{"type": "SEMVER", "events": [{"introduced": "1.0.0"}, {"fixed": "1.4.2"}]}],
            }
        ],
        "database_specific": {"severity": "HIGH", "cwe_ids": ["CWE-79"]},
        **changed,
    }


def ranges(*events: dict[str, str]) -> list[dict[str, object]]:
    return [
        {
            "package": {"ecosystem": "npm", "name": "sorter"},
            "ranges": [{"type": "GIT", "events": [{"introduced": "abc"}]}, {"type": "SEMVER", "events": list(events)}],
        }
    ]


def read(tmp_path: Path, document: object) -> AdvisoryFile:
    path = tmp_path / "advisories.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return read_advisories(path)


EXPECTED = Advisory(
    "sorter", "1.0.0", "1.4.2", Severity.HIGH, ("CVE-2031-0001", "GHSA-aaaa-bbbb-cccc"), (79,), through=None
)


@pytest.mark.parametrize("document", [osv(), [osv()], {"vulns": [osv()]}])
def test_osv_is_read_in_each_of_its_forms(tmp_path: Path, document: object) -> None:
    assert read(tmp_path, document).advisories == (EXPECTED,)


def test_osv_is_read_one_entry_a_line_and_from_an_archive(tmp_path: Path) -> None:
    lines = tmp_path / "all.jsonl"
    lines.write_text(f"{json.dumps(osv())}\n{json.dumps(osv(id='GHSA-dddd-eeee-ffff'))}\n", encoding="utf-8")
    archive = tmp_path / "all.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("GHSA-aaaa-bbbb-cccc.json", json.dumps(osv()))
        packed.writestr("readme.txt", "-")
    assert len(read_advisories(lines).advisories) == 2
    assert read_advisories(archive).advisories == (EXPECTED,)


@pytest.mark.parametrize(
    ("events", "affected", "safe"),
    [
        ([{"introduced": "0"}, {"fixed": "2.0.0"}], ["0.1.0", "1.9.9"], ["2.0.0"]),
        ([{"introduced": "1.0.0"}, {"last_affected": "1.4.0"}], ["1.0.0", "1.4.0"], ["0.9.0", "1.4.1"]),
        ([{"introduced": "1.0.0"}], ["1.0.0", "99.0.0"], ["0.9.0"]),
        (
            [{"introduced": "1.0.0"}, {"fixed": "1.2.0"}, {"introduced": "2.0.0"}, {"fixed": "2.3.0"}],
            ["1.1.0", "2.2.9"],
            ["1.2.0", "1.9.0", "2.3.0"],
        ),
    ],
)
def test_events_are_spans_of_versions(
    tmp_path: Path, events: list[dict[str, str]], affected: list[str], safe: list[str]
) -> None:
    advisories = read(tmp_path, osv(affected=ranges(*events))).advisories

    def hit(version: str) -> bool:
        return any(within(version, each.at_or_above, each.below, each.through) for each in advisories)

    assert [hit(version) for version in affected] == [True] * len(affected)
    assert [hit(version) for version in safe] == [False] * len(safe)


def test_single_versions_count_where_there_is_no_range(tmp_path: Path) -> None:
    package = {"package": {"ecosystem": "npm", "name": "sorter"}, "versions": ["1.0.1"]}
    (advisory,) = read(tmp_path, osv(affected=[package])).advisories
    assert within("1.0.1", advisory.at_or_above, advisory.below, advisory.through)
    assert not within("1.0.2", advisory.at_or_above, advisory.below, advisory.through)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"database_specific": {"severity": "MODERATE"}}, Severity.MEDIUM),
        (
            {"database_specific": {}, "severity": [{"score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}]},
            Severity.CRITICAL,
        ),
        ({"database_specific": None}, Severity.MEDIUM),
        ({"database_specific": {}, "id": "MAL-2031-7"}, Severity.CRITICAL),
    ],
)
def test_the_severity_is_what_is_said_or_computed(
    tmp_path: Path, changed: dict[str, object], expected: Severity
) -> None:
    assert [each.severity for each in read(tmp_path, osv(**changed)).advisories] == [expected]


@pytest.mark.parametrize(
    "span", [{"atOrAbove": "1.0.0", "below": "1.4.2"}, {"ranges": [{"atOrAbove": "1.0.0", "below": "1.4.2"}]}]
)
def test_the_repository_of_retire_js_is_read(tmp_path: Path, span: dict[str, object]) -> None:
    weakness = {
        **span,
        "severity": "high",
        "cwe": ["CWE-79"],
        "identifiers": {"CVE": ["CVE-2031-0001"], "githubID": "GHSA-aaaa-bbbb-cccc", "issue": "12"},
        "info": ["https://example.com/"],
    }
    document = {
        "sorter.js": {"npmname": "sorter", "vulnerabilities": [weakness], "extractors": {"uri": ["x"]}},
        "mixer": {"vulnerabilities": [{"below": "2.0.0", "severity": "low"}, {"severity": "low"}]},
        "dont check": {"extractors": {}},
    }
    file = read(tmp_path, document)
    assert file.advisories == (EXPECTED, Advisory("mixer", None, "2.0.0", Severity.LOW, (), ()))
    assert file.unusable == 1


def test_a_newer_advisory_takes_the_place_of_the_older_with_its_id(tmp_path: Path, rules: Rules) -> None:
    old = (
        Advisory("sorter", None, "1.2.0", Severity.LOW, ("CVE-2031-0001",), ()),
        Advisory("mixer", None, "1.2.0", Severity.LOW, ("CVE-2031-0001",), ()),
        Advisory("sorter", None, "1.1.0", Severity.LOW, ("CVE-2030-0009",), ()),
    )
    book = replace(rules[0], advisories=old)
    new = renewed(book, [read(tmp_path, osv())])
    assert new.advisories == (*old[1:], EXPECTED)
    assert new.sha256 != book.sha256


def test_a_withdrawn_advisory_is_taken_back(tmp_path: Path, rules: Rules) -> None:
    old = Advisory("sorter", None, "1.2.0", Severity.LOW, ("CVE-2031-0001", "GHSA-aaaa-bbbb-cccc"), ())
    file = read(tmp_path, osv(withdrawn="2031-02-03T00:00:00Z"))
    assert renewed(replace(rules[0], advisories=(old,)), [file]).advisories == ()


def test_without_files_nothing_changes(rules: Rules) -> None:
    assert renewed(rules[0], []) == rules[0] or renewed(rules[0], []).sha256 == rules[0].sha256
    assert load(advisories=())[0].advisories == rules[0].advisories


@pytest.mark.parametrize(
    "content",
    [
        "",
        "no JSON",
        "[]",
        "{}",
        "[1, null, []]",
        '{"a": {"vulnerabilities": [{}]}}',
        '{"affected": 3, "id": 4}',
        "[" * 5_000,
        json.dumps(osv(affected=[{"package": {"ecosystem": "PyPI", "name": "sorter"}}])),
        "PK\x03\x04 broken",
    ],
)
def test_a_file_without_advisories_is_refused_with_a_sentence(tmp_path: Path, content: str) -> None:
    path = tmp_path / "bad.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ReviewerError, match=r"bad\.json"):
        read_advisories(path)


@pytest.mark.parametrize(
    ("vector", "score", "severity"),
    [
        ("CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N", 6.1, Severity.MEDIUM),
        ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 9.8, Severity.CRITICAL),
        ("CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H", 10.0, Severity.CRITICAL),
        ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H", 7.5, Severity.HIGH),
        ("CVSS:3.1/AV:L/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N", 1.8, Severity.LOW),
        ("CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:N/I:N/A:N", 0.0, Severity.INFO),
        ("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N", None, None),
        ("CVSS:3.1/AV:N/AC:L", None, None),
    ],
)
def test_a_vector_comes_to_the_score_of_the_specification(
    vector: str, score: float | None, severity: Severity | None
) -> None:
    assert (base_score(vector), severity_of(vector)) == (score, severity)
