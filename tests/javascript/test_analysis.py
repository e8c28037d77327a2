"""The analysis of whatever a script holds: it ends, it does not raise, and it says what it could not follow."""

from __future__ import annotations

import gc
import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from script_samples import knowledge, whole
from work import doubled

from reviewer.javascript.analysis import analyse
from reviewer.javascript.facts import Facts
from reviewer.javascript.graph import Graph
from reviewer.javascript.parsing import parse
from reviewer.source import Goal, LineMap


def _facts(*texts: str, watched: Sequence[str] = (), goal: Goal = Goal.SCRIPT) -> Facts:
    asts = [parse(replace(whole(f"{number}.js", text), goal=goal)) for number, text in enumerate(texts)]
    return analyse("page", asts, knowledge(*watched))


DEEP = {
    "a sum of 10,000 terms": "x=" + "+".join(["a"] * 10_000),
    "parentheses": "x=" + "(" * 3_000 + "1" + ")" * 3_000,
    "arrays": "x=" + "[" * 3_000 + "1" + "]" * 3_000,
    "objects": "x=" + "{a:" * 3_000 + "1" + "}" * 3_000,
    "else if": "if(a){}" + "else if(b){}" * 5_000,
    "conditionals": "x=" + "a?b:" * 5_000 + "c",
    "members": "x=a" + ".b" * 10_000,
    "optional members": "x=a" + "?.b" * 10_000,
    "calls": "x=a" + ".b()" * 5_000,
    "arrows": "x=" + "()=>" * 3_000 + "1",
    "functions": "(function(){" * 1_500 + "})()" * 1_500,
    "blocks": "{" * 4_000 + "}" * 4_000,
    "negations": "x=" + "!" * 9_000 + "a",
    "conjunctions": "x=" + "a&&" * 10_000 + "b",
    "assignments": "a=" * 5_000 + "1",
    "templates": "x=" + "`${" * 2_000 + "1" + "}`" * 2_000,
    "patterns": "var " + "[" * 2_000 + "a" + "]" * 2_000 + "=b",
    "arguments": "f(" * 3_000 + "1" + ")" * 3_000,
    "labels": "".join(f"l{i}:" for i in range(3_000)) + ";",
}


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in DEEP.items()])
def test_no_depth_is_too_much(text: str) -> None:
    assert _facts(text + ";\nreveal('end')", watched=["global.reveal"]).uses[-1].place == "global.reveal"


def test_a_flow_through_ten_thousand_terms_is_found() -> None:
    middle = "'x' + " * 10_000

    facts = _facts(f"document.body.innerHTML = {middle} location.hash;")

    assert [(flow.source, flow.sink) for flow in facts.flows] == [("url", "html")]


@pytest.mark.parametrize("folder", ["pass", "pass-explicit"])
def test_every_valid_program_can_be_analysed(folder: str, npm_packages: Path) -> None:
    programs = sorted((npm_packages / "test262-parser-tests" / folder).glob("*.js"))
    assert len(programs) > 1_900

    for program in programs:
        goal = Goal.MODULE if ".module." in program.name else Goal.SCRIPT
        _facts(program.read_text(encoding="utf-8"), goal=goal)


_PIECES = st.sampled_from(
    [
        *(
            "function f(a){",
            "}",
            "(",
            ")",
            "=>",
            "[",
            "]",
            "{",
            "...",
            ",",
            ";",
            "=",
            "+",
            ".",
            "?.",
            "?",
            ":",
            "`${",
            "}`",
        ),
        *("a", "b", "this", "super", "new ", "class A extends f {", "#p", "get x(){", "yield ", "await ", "async "),
        *("f(a)", "a.b", "a[b]", "kintone.events.on('x', f)", "event.record", "document.body.innerHTML = ", "'s'", "1"),
        *("for(const a of b)", "while(a)", "switch(a){case 1:", "break;", "continue;", "return ", "try{", "catch(e){"),
        *(
            "a.push(b)",
            "f.call(f,f)",
            "f.bind(f)",
            "f.apply(a,[f])",
            "Object.assign(a,b)",
            "a.then(f)",
            "a.map(f)",
            "with(a)",
        ),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=40))
def test_no_text_raises(pieces: list[str]) -> None:
    text = " ".join(pieces)

    facts = _facts(text)

    for use in facts.uses:
        assert 0 <= use.location.start <= use.location.end <= len(text)


def test_scripts_of_a_page_share_their_globals_in_load_order() -> None:
    facts = _facts(
        "var App = {}; kintone.events.on('app.record.detail.show', (e) => { App.text = e.record.件名.value; });",
        "document.body.innerHTML = App.text;\nconst hidden = 1;",
        "document.body.innerHTML = typeof hidden;",
    )

    assert [(flow.location.file.path, flow.source) for flow in facts.flows] == [("1.js", "record")]
    assert [step.location.file.path for step in facts.flows[0].steps][:1] == ["0.js"]


def test_the_same_text_gives_the_same_facts() -> None:
    text = (Path(__file__).parents[2] / "corpus" / "facts" / "flows" / "objects.js").read_text(encoding="utf-8")

    def seen(facts: Facts) -> list[tuple[str, int, tuple[int, ...]]]:
        return [(f.sink, f.location.start, tuple(step.location.start for step in f.steps)) for f in facts.flows]

    assert seen(_facts(text)) == seen(_facts(text))


def test_a_with_statement_is_said_to_be_beyond_following() -> None:
    assert [unresolved.kind for unresolved in _facts("with (a) { b(); }").unresolved] == ["with-statement"]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("for (const a of b) reveal(a);", ("loop",)),
        ("kintone.events.on(['app.record.detail.show'], () => reveal(1));", ("event:app.record.detail.show",)),
        ("const f = () => reveal(1); kintone.events.on('portal.show', f);", ("event:portal.show",)),
        (
            "const f = () => g(); const g = () => reveal(1); kintone.events.on('portal.show', f);",
            ("event:portal.show",),
        ),
        ("kintone.events.on('a.change.' + x, () => [1].forEach(() => reveal(1)));", ("event:a.change.*",)),
        ("reveal(1);", ()),
    ],
)
def test_a_use_knows_the_loops_and_handlers_it_runs_in(text: str, inside: tuple[str, ...]) -> None:
    uses = [use for use in _facts(text, watched=["global.reveal"]).uses if use.place == "global.reveal"]

    assert [use.inside for use in uses] == [inside]


@pytest.mark.parametrize(
    ("text", "url", "method"),
    [
        ("kintone.proxy('https://a.example/' + x, 'POST', {}, {})", "https://a.example/", "POST"),
        ("fetch('https://a.example/x', {method: 'put'})", "https://a.example/x", "PUT"),
        (
            "const x = new XMLHttpRequest(); x.open('GET', 'https://a.example/'); x.send('y')",
            "https://a.example/",
            "GET",
        ),
        ("const {api} = kintone; api('/k/v1/records', 'DELETE', {})", "/k/v1/records", "DELETE"),
        ("kintone.api(kintone.api.url('/k/v1/record.json', true), 'GET', {})", "/k/v1/record.json", "GET"),
        ("const c = new KintoneRestAPIClient(); c.record.deleteRecords({app: 1})", "/k/v1/records.json", "DELETE"),
    ],
)
def test_a_request_knows_where_it_goes_and_how(text: str, url: str, method: str) -> None:
    requests = {(use.target.url.prefix, use.method) for use in _facts(text).uses if use.target is not None}

    assert (url, method) in requests


def test_field_codes_of_records_are_named_with_how_they_are_used() -> None:
    facts = _facts(
        "kintone.events.on('app.record.edit.show', (e) => {\n"
        "  const { 氏名 } = e.record; e.record['住所'].value = 氏名.value; e.record.備考.disabled = true; return e; });"
    )

    assert {(member.name, member.access) for member in facts.members} == {
        ("氏名", "read"),
        ("住所", "read"),
        ("備考", "read"),
    }


@pytest.mark.parametrize(
    ("text", "value", "names"),
    [
        ("const token = 'abc';", "abc", ("token",)),
        ("fetch(u, {headers: {'X-Token': 'abc'}});", "abc", ("X-Token", "headers")),
        ("x.setRequestHeader('Authorization', 'Bearer abc');", "Bearer abc", ("Authorization", "setRequestHeader")),
        ("const p = 'ab' + 'c';", "abc", ("p",)),
        ("new Client({auth: {password: 'abc'}});", "abc", ("password", "auth")),
    ],
)
def test_a_string_knows_the_names_it_is_given_under(text: str, value: str, names: tuple[str, ...]) -> None:
    found = [literal.names for literal in _facts(text).literals if literal.value == value]

    assert found
    assert found[0][: len(names)] == names


def test_lines_of_a_flow_are_those_an_editor_shows() -> None:
    text = "\r\n\r\nconst 値 = location.hash;\r\ndocument.body.innerHTML = '😀' + 値;"

    flow = _facts(text).flows[0]

    assert [LineMap(text).position(step.location.start).line for step in flow.steps][0::99] == [3]
    assert LineMap(text).position(flow.location.start).line == 4


def test_code_in_code_is_examined_down_to_a_level_and_then_said_to_be_left_out() -> None:
    code = "document.body.innerHTML = location.hash"
    nested = [code]
    for _ in range(8):
        nested.append(f"eval({json.dumps(nested[-1])})")

    shallow, deep = _facts(nested[5]), _facts(nested[8])

    assert [(flow.source, flow.sink) for flow in shallow.flows if flow.sink == "html"] == [("url", "html")]
    assert (shallow.unresolved, len(shallow.embedded)) == ((), 5)
    assert [unresolved.kind for unresolved in deep.unresolved] == ["code-in-text"]


def test_too_many_texts_that_are_run_are_said_to_be_left_out() -> None:
    facts = _facts("".join(f"eval('f({number})');" for number in range(1_001)))

    assert {unresolved.kind for unresolved in facts.unresolved} == {"code-in-text"}


def test_code_that_names_and_calls_nothing_is_read_and_changes_nothing() -> None:
    facts = _facts("const root = new Function('return this')(); root.document.body.innerHTML = location.hash;")

    assert len(facts.embedded) == 1
    assert [(flow.source, flow.sink) for flow in facts.flows if flow.sink == "html"] == [("url", "html")]


def test_functions_that_test_by_calling_one_another_are_followed_to_a_limit() -> None:
    def testing(number: int) -> Facts:
        tests = (f"function t{i}(x) {{ return t{i + 1}(x.a) || t{i + 1}(x.b); }}" for i in range(number))
        return _facts(f"{' '.join(tests)} function t{number}(x) {{ return x === 'a'; }} if (t0(q)) use(q);")

    testing(1)

    assert doubled(testing, 12) < 2.5


def test_nothing_of_a_page_is_kept_but_its_facts() -> None:
    gc.collect()
    gc.disable()
    try:
        facts = _facts("function f(a) { document.body.innerHTML = a; } Promise.resolve(location.hash).then(f);")
        kept = [each for each in gc.get_objects() if isinstance(each, Graph)]
    finally:
        gc.enable()

    assert facts.flows
    assert not kept


def test_the_steps_of_a_flow_name_variables_functions_and_calls_in_order() -> None:
    text = (
        "const rows = (record) => Object.entries(record).map(([code, field]) => `${code}${field.value}`);\n"
        "function page(list) { let all = ''; for (const each of list) { all += each; } return all; }\n"
        "kintone.events.on('app.record.detail.show', (event) => {\n"
        "  document.body.innerHTML = page(rows(event.record));\n"
        "});\n"
    )

    flow = next(flow for flow in _facts(text).flows if flow.sink == "html")

    notes = [step.note.en for step in flow.steps]
    places = [step.location.order for step in flow.steps]
    assert notes[0].startswith("This is where it comes from")
    assert [words for words in notes if "“field”" in words] == ["It goes into the variable “field”."]
    assert "It is returned by the function “page”." in notes
    assert "It is in the result of this call of “page”." in notes
    assert notes[-1].startswith("It arrives here")
    assert all(before != after for before, after in pairwise(places))
    assert flow.source_detail == "value"


def test_the_middle_of_a_very_long_way_is_said_to_be_left_out() -> None:
    calls = "".join(f"const v{number} = '<b>' + v{number - 1};\n" for number in range(1, 41))

    flow = _facts(f"const v0 = location.hash;\n{calls}document.body.innerHTML = v40;").flows[0]

    assert [step.note.en for step in flow.steps if "left out" in step.note.en] == [
        "57 steps from here on are left out."
    ]
    assert len(flow.steps) == 27
