"""Rows about weak versions are made by the tool, in a form that the rulebook reads and that is the same every time."""

from __future__ import annotations

from build_advisories import ABOUT, WRITTEN, rows

FACTS: dict[str, dict[str, dict[str, object]]] = {
    "libraries": {
        "Sorter": {
            "npm": "@city/sorter",
            "advisories": [
                {"atOrAbove": "1.0.0", "below": "1.2.0", "severity": "high", "ids": ["CVE-1"], "cwe": ["CWE-79"]},
                {"atOrAbove": "0", "below": "0.9.0", "severity": "low", "ids": [], "cwe": []},
            ],
        },
        "plain": {"advisories": [{"below": "2.0.0", "severity": "medium", "ids": ["7"]}]},
    }
}


def test_a_row_names_library_range_severity_and_sources() -> None:
    assert rows(FACTS) == [
        "- {library: '@city/sorter', at_or_above: 1.0.0, below: 1.2.0, severity: high, ids: [CVE-1], cwe: [79]}",
        "- {library: '@city/sorter', below: 0.9.0, severity: low}",
        "- {library: plain, below: 2.0.0, severity: medium, ids: [7]}",
    ]


def test_nobody_edits_the_rows_that_were_made() -> None:
    written = WRITTEN.read_text(encoding="utf-8")
    made = written.removeprefix(ABOUT).splitlines()
    assert written.startswith(ABOUT)
    assert made == sorted(set(made))
    assert len(made) >= 700
