from __future__ import annotations

from dataclasses import replace

import pytest
from evidence_samples import evidence_of, own_rules, rule_of, source

from reviewer.engines.protocol import Evidence
from reviewer.engines.styles import ENGINE
from reviewer.finding import Confidence, Finding, Gap
from reviewer.rule import StyleCheck
from reviewer.stylesheet.parsing import parse


def evidence(text: str, *, trusted: tuple[str, ...] = ()) -> Evidence:
    rulebook, policy = own_rules()
    file = source("style.css", text)
    told = evidence_of((rulebook, replace(policy, trusted_hosts=trusted)), file)
    return replace(told, stylesheets=(parse(file),))


def check(at: str, *, selector: str | None = None, value: str | None = None, hosts: tuple[str, ...] = ()) -> StyleCheck:
    return StyleCheck(at=at, selector=selector, property=None, value=value, hosts=hosts)


def findings(text: str, asked: StyleCheck, *, trusted: tuple[str, ...] = ()) -> list[Finding]:
    said = ENGINE.run(evidence(text, trusted=trusted), [rule_of(asked)])
    return [each for each in said if isinstance(each, Finding)]


def gaps(text: str) -> list[Gap]:
    return [each for each in ENGINE.run(evidence(text), []) if isinstance(each, Gap)]


@pytest.mark.parametrize(
    ("text", "asked", "places"),
    [
        ("a{b:url(//e.example/)}", check("url", hosts=("other",)), ["url(//e.example/)"]),
        ("a{b:url(//e.example/)}", check("import", hosts=("other",)), []),
        ("a{b:url(//e.example/)}", check("url", hosts=("unknown",)), []),
        ("a{b:url(e.png)}", check("url", hosts=("other", "unknown")), []),
        ("a{b:src(var(--c))}", check("url", hosts=("unknown",)), ["src(var(--c))"]),
        ("a{b:url(http://e.example/)}", check("url", value="^http:"), ["url(http://e.example/)"]),
        ("a{b:url(x)} c{b:url(x)}", check("url", selector="^c"), ["url(x)"]),
        ("a{b:c}", check("declaration", value="c", selector="d"), []),
        ("a{b:c;d}", check("problem", value="neither"), ["d"]),
        ("a{b:image-set('//e.example/1' 1x,'//e.example/2' 2x)}", check("url", hosts=("other",)),
         ["image-set('//e.example/1' 1x,'//e.example/2' 2x)"]),
    ],
)  # fmt: skip
def test_a_fact_is_a_finding_when_all_that_is_asked_holds(text: str, asked: StyleCheck, places: list[str]) -> None:
    assert places == [finding.location.text for finding in findings(text, asked)]


def test_a_trusted_host_is_a_class_of_its_own() -> None:
    asked = check("url", hosts=("other",))
    assert findings("a{b:url(//e.example/)}", asked, trusted=("e.example",)) == []


def test_a_computed_url_is_less_certain() -> None:
    (finding,) = findings("a{b:src(var(--c))}", check("url"))
    assert finding.confidence is Confidence.MEDIUM


def test_the_host_and_its_disguise_are_told() -> None:
    (finding,) = findings("a{b:url(https://city.cybozu.com@e.example:8443/)}", check("url"))
    assert finding.detail is not None
    assert "e.example :8443" in finding.detail.ja
    assert "「@」より前" in finding.detail.ja


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a{b:c}", []),
        ("a{b:c;d}", [("style-dropped", False)]),
        ("a{b:" + "1" * 5000, [("style-unread", True)]),
    ],
)
def test_what_was_left_out_is_a_gap(text: str, expected: list[tuple[str, bool]]) -> None:
    assert expected == [(gap.kind, gap.blocking) for gap in gaps(text)]


def test_a_condition_around_a_rule_can_except_it() -> None:
    asked = replace(check("selector", selector="^a"), except_within=r"^@media print$")

    assert findings("@media print{a{b:c}}", asked) == []
    assert [each.location.text for each in findings("@media screen{a{b:c}} a{d:e}", asked)] == ["a", "a"]
    assert [each.location.text for each in findings("@media screen{@media print{a{b:c}}}", asked)] == ["a"]


def test_what_is_excepted_in_a_list_of_selectors_excepts_only_itself() -> None:
    asked = replace(check("selector", selector="^[.]a"), except_selector="::before$")

    assert findings(".a::before{b:c} .a::before,.d{b:c}", asked) == []
    assert [each.location.text for each in findings(".a::before, .a{b:c}", asked)] == [".a::before, .a"]
    assert findings(":is(.a, .d)::before, .d{b:c}", asked) == []
