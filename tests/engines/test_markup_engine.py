from __future__ import annotations

from dataclasses import replace

import pytest
from evidence_samples import evidence_of, own_rules, rule_of, source

from reviewer.engines.markup import ENGINE
from reviewer.finding import Finding, Gap
from reviewer.markup.parsing import parse
from reviewer.rule import MarkupCheck
from reviewer.source import Role


def said(text: str, *checks: MarkupCheck) -> list[Finding | Gap]:
    file = source("view.html", text, role=Role.VIEW)
    evidence = replace(evidence_of(own_rules(), file), documents=(parse(file),))
    return list(ENGINE.run(evidence, [rule_of(check) for check in checks]))


def check(
    at: str,
    *,
    element: str | None = None,
    attribute: str | None = None,
    value: str | None = None,
    hosts: tuple[str, ...] = (),
) -> MarkupCheck:
    return MarkupCheck(at=at, element=element, attribute=attribute, value=value, hosts=hosts)


@pytest.mark.parametrize(
    ("text", "asked", "places"),
    [
        ("<b onclick=x>", check("handler"), ["onclick=x"]),
        ("<b onclick=x>", check("handler", attribute="^onload$"), []),
        ("<a href=//e.example><img src=//e.example>", check("link", element="^img$"), ["src=//e.example"]),
        ("<a href=//e.example>", check("link", hosts=("other",)), ["href=//e.example"]),
        ("<a href=/k/>", check("link", hosts=("other",)), []),
        ("<a href=javascript:x>", check("link", hosts=("script",)), ["href=javascript:x"]),
        ("<img srcset='/a 1x, //e.example/b 2x'>", check("link", hosts=("other",)),
         ["srcset='/a 1x, //e.example/b 2x'"]),
        ("<b title=x>", check("attribute", hosts=("other",)), []),
        ("<!--secret-->", check("comment", value="secret"), ["<!--secret-->"]),
        ("<base href=//e.example/><form action=a>", check("form", hosts=("other",)), ["action=a"]),
    ],
)  # fmt: skip
def test_a_fact_is_a_finding_when_all_that_is_asked_holds(text: str, asked: MarkupCheck, places: list[str]) -> None:
    found = [each for each in said(text, asked) if isinstance(each, Finding)]
    assert places == [finding.location.text for finding in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>a", []),
        ("<b a='", [("markup-unfinished", False)]),
        ("".join(f"<i a={number}><p>" for number in range(1000)), [("markup-unread", True)]),
    ],
)
def test_what_was_left_out_is_a_gap(text: str, expected: list[tuple[str, bool]]) -> None:
    assert expected == [(gap.kind, gap.blocking) for gap in said(text) if isinstance(gap, Gap)]
