"""Every observation of intake is judged, at the file it is about."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from evidence_samples import evidence_of, results, source

from reviewer.engines.packaging import ENGINE
from reviewer.rule import PackageCheck, Policy, Rulebook
from reviewer.source import Location
from reviewer.submission import Observation, Unreviewed
from reviewer.text import Text

Rules = tuple[Rulebook, Policy]


def observed_kinds(intake: Path) -> Iterator[str]:
    """The kinds that intake's code gives to observations as constants, and those its functions return."""
    for path in intake.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="Observation"), args=[ast.Constant(value=str(kind)), *_]):
                    yield kind
                case ast.keyword(arg="extra", value=value):
                    yield from constants(value)
                case ast.FunctionDef(name="unwelcome"):
                    returned = (each.value for each in ast.walk(node) if isinstance(each, ast.Return))
                    yield from (kind for value in returned if value is not None for kind in constants(value))
                case ast.Assign(targets=[ast.Name(id="Flaw")], value=value):
                    yield from constants(value)
                case _:
                    pass


def constants(value: ast.expr) -> Iterator[str]:
    return (each.value for each in ast.walk(value) if isinstance(each, ast.Constant) and isinstance(each.value, str))


def test_every_kind_that_intake_observes_has_a_rule(rules: Rules, checkout: Path) -> None:
    judged = {kind for rule in rules[0].rules if isinstance(rule.check, PackageCheck) for kind in rule.check.observed}
    seen = set(observed_kinds(checkout / "reviewer" / "intake"))
    assert {"zip-slip", "key-leaked", "plugin-extra-entry", "not-utf8"} <= seen
    assert seen - judged == set()


def test_an_observation_with_a_place_is_a_finding_there(rules: Rules) -> None:
    file = source("manifest.json", '{"naem": "x"}')
    seen = Observation("manifest-unknown-key", file.path, "naem", Location(file, 1, 7))
    findings, gaps = results(ENGINE, evidence_of(rules, file, observations=[seen]))
    assert [(finding.rule.id, finding.location.text) for finding in findings] == [
        ("manifest-with-unknown-key", '"naem"')
    ]
    assert gaps == []


def test_an_observation_about_an_unread_file_names_that_very_file(rules: Rules) -> None:
    listed = Unreviewed(path="plugin/key.ppk", size=891, sha256="cd" * 32, reason=Text(ja="鍵", en="key"))
    seen = Observation("key-leaked", listed.path, "a private key", None)
    findings, _ = results(ENGINE, evidence_of(rules, observations=[seen], unreviewed=[listed]))
    file = findings[0].location.file
    assert (findings[0].rule.id, file.path, file.size, file.sha256) == (
        "leaked-signing-key",
        listed.path,
        891,
        "cd" * 32,
    )


def test_an_observation_about_a_container_names_it(rules: Rules) -> None:
    seen = Observation("plugin-signature-invalid", "plugin.zip", "SIGNATURE is not of this contents.zip", None)
    findings, _ = results(ENGINE, evidence_of(rules, observations=[seen]))
    assert [(finding.rule.id, finding.location.file.path, finding.location.text) for finding in findings] == [
        ("forged-plugin", "plugin.zip", "")
    ]


def test_an_observation_that_no_rule_judges_is_a_gap(rules: Rules) -> None:
    seen = Observation("never-heard-of", "a.js", "something", None)
    findings, gaps = results(ENGINE, evidence_of(rules, observations=[seen]))
    assert findings == []
    assert [(gap.kind, gap.path, gap.blocking) for gap in gaps] == [("observation-unjudged", "a.js", False)]
