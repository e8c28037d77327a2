from __future__ import annotations

import pytest
import review_samples as samples

from reviewer.report.checklist import checklist
from reviewer.report.edition import Edition
from reviewer.report.model import CheckRow
from reviewer.review import Review
from reviewer.source import Kind, Role
from reviewer.text import Language


def rows(review: Review) -> dict[str, CheckRow]:
    return {row.id: row for section in checklist(Edition(review, Language.EN)) for row in section.rows}


def test_every_item_of_every_regulation_has_a_row() -> None:
    assert list(rows(samples.clean())) == ["9", "10", "11", "12", "S1", "S2", "S5", "S10", "C5"]


@pytest.mark.parametrize(
    ("item", "key"),
    [
        ("9", "fix"),
        ("10", "fix"),
        ("11", "check"),
        ("12", "none"),
        ("S1", "fix"),
        ("S5", "fix"),
        ("C5", "check"),
    ],
)
def test_findings_that_must_be_acted_on_make_an_item_one_to_be_fixed(item: str, key: str) -> None:
    assert rows(samples.ordinary())[item].key == key


def test_without_findings_and_gaps_an_item_conforms() -> None:
    assert rows(samples.clean())["10"].key == "ok"


def test_a_minor_finding_asks_for_a_look() -> None:
    script = samples.source("a.js", "kintone.proxy(u)", role=Role.DESKTOP, kind=Kind.JAVASCRIPT)
    review = samples.review((script,), (samples.finding(2, samples.at(script, "kintone.proxy(u)")),))
    assert rows(review)["9"].key == "check"


def test_an_item_about_a_kind_of_file_that_is_not_there_is_not_applicable() -> None:
    assert rows(samples.clean())["C5"].key == "none"


def test_a_blocking_gap_leaves_no_item_conforming() -> None:
    gaps = samples.ordinary().gaps
    review = samples.review(samples.clean().submission.files, (), gaps)
    assert "ok" not in {row.key for row in rows(review).values()}


def test_the_evidence_names_each_rule_with_its_count_and_leads_to_it() -> None:
    evidence = rows(samples.ordinary())["9"].evidence
    assert [(proof.label, proof.anchor) for proof in evidence] == [
        ("This is written as token-in-code (1)", "rule-token-in-code"),
        ("This is written as outbound-call (1)", "rule-outbound-call"),
    ]


def test_what_only_a_person_can_check_is_listed() -> None:
    assert len(rows(samples.clean())["10"].manual) == 2
