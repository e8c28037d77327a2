"""The annotated samples in corpus/facts: what flows, what folds, what a name refers to; silence elsewhere.

A file of flows is held to the kinds of sinks that it speaks of.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from script_samples import knowledge, whole

from reviewer.javascript import syntax as s
from reviewer.javascript.analysis import analyse
from reviewer.javascript.ast import Ast
from reviewer.javascript.facts import Facts
from reviewer.javascript.parsing import parse
from reviewer.javascript.scopes import analyse_scopes
from reviewer.javascript.walking import walk
from reviewer.source import LineMap

FACTS = Path(__file__).parents[2] / "corpus" / "facts"
SCRIPTS = frozenset({".js", ".jsx", ".ts", ".tsx"})
_FLOW = re.compile(r"// (flow|missing|spurious): (\w[\w-]*) -> (\w[\w-]*)")


def _parsed(path: Path) -> Ast:
    return parse(whole(path.name, path.read_text(encoding="utf-8")))


def _facts(ast: Ast, *watched: str) -> Facts:
    return analyse("page", [ast], knowledge(*watched))


def _samples(folder: str) -> list[pytest.param]:  # type: ignore[valid-type]
    return [pytest.param(path, id=path.name) for path in sorted((FACTS / folder).iterdir()) if path.suffix in SCRIPTS]


@pytest.mark.parametrize("path", _samples("flows"))
def test_exactly_the_annotated_flows_are_found(path: Path) -> None:
    ast = _parsed(path)
    text = ast.script.text
    expected: dict[str, set[tuple[int, str, str]]] = {"flow": set(), "missing": set(), "spurious": set()}
    for number, line in enumerate(text.split("\n"), 1):
        for word, source, sink in _FLOW.findall(line):
            expected[word].add((number, source, sink))

    spoken_of = {sink for group in expected.values() for _, _, sink in group}

    lines = LineMap(text)
    facts = _facts(ast)
    flows = (flow for flow in facts.flows if flow.sink in spoken_of)
    found = {(lines.position(flow.location.start).line, flow.source, flow.sink) for flow in flows}

    assert found == expected["flow"] | expected["spurious"]
    assert not found & expected["missing"], "found now: say `flow` instead of `missing`"
    assert "work-limit" not in {unresolved.kind for unresolved in facts.unresolved}


@pytest.mark.parametrize("path", _samples("flows"))
def test_every_step_of_a_flow_stands_in_the_text_in_order(path: Path) -> None:
    for flow in _facts(_parsed(path)).flows:
        assert len(flow.steps) >= 2
        assert flow.steps[-1].location == flow.use.location
        assert all(step.location.text for step in flow.steps)


def _revealed() -> list[pytest.param]:  # type: ignore[valid-type]
    cases = []
    for path in sorted(path for path in (FACTS / "constants").iterdir() if path.suffix in SCRIPTS):
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            wanted = re.search(r'// is: ("(?:[^"\\]|\\.)*")(?:\.\.\.("(?:[^"\\]|\\.)*"))?$', line)
            if wanted is not None:
                ends = (json.loads(wanted[1]), json.loads(wanted[2]) if wanted[2] else None)
                cases.append(pytest.param(path, number, *ends, id=f"{path.name}:{number}"))
    return cases


@pytest.mark.parametrize(("path", "line", "prefix", "suffix"), _revealed())
def test_a_constant_is_known_as_far_as_it_is_one(path: Path, line: int, prefix: str, suffix: str | None) -> None:
    ast = _parsed(path)
    lines = LineMap(ast.script.text)

    values = [
        use.arguments[0].value
        for use in _facts(ast, "global.reveal").uses
        if use.access == "call" and lines.position(use.location.start).line == line
    ]

    assert len(values) == 1
    if suffix is None:
        assert values[0].text == prefix
    else:
        assert (values[0].text, values[0].prefix, values[0].suffix) == (None, prefix, suffix)


@pytest.mark.parametrize("path", _samples("scopes"))
def test_a_name_refers_to_the_declaration_that_the_sample_names(path: Path) -> None:
    ast = _parsed(path)
    lines = LineMap(ast.script.text)
    scopes = analyse_scopes([ast], {})
    wanted = {
        number: found[1]
        for number, line in enumerate(ast.script.text.split("\n"), 1)
        if (found := re.search(r"// refers: (\w+)", line))
    }

    actual = {}
    for node in walk(ast.root):
        line = lines.position(node.start).line
        if isinstance(node, s.ExpressionStatement) and isinstance(node.expression, s.Identifier) and line in wanted:
            variable = scopes.of_identifier[node.expression]
            if not variable.declared and not variable.writes:
                actual[line] = "global"
            elif not variable.writes:
                actual[line] = "declared"
            else:
                actual[line] = str(min(lines.position(write.offset).line for write in variable.writes))

    assert actual == wanted
