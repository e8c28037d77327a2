"""The strict parser as witness: what it refuses, what it reads differently, and when it is not asked."""

from __future__ import annotations

import pytest
from script_samples import script

from reviewer.javascript.comparing import first_difference
from reviewer.javascript.parsing import parse
from reviewer.javascript.reading import read, witnessed
from reviewer.javascript.strict import LONG, SHORT, examine, worth_asking
from reviewer.source import Goal


@pytest.mark.parametrize(
    ("text", "start", "message"),
    [
        ("var a = 1;\nvar b = ;", 19, "Unexpected token ;"),
        ("let a; let a", 11, "Identifier 'a' has already been declared"),
        ("'あ\U0001f600'; a b", 8, "Unexpected identifier"),
        ("f(", 2, "Unexpected end of input"),
        ("'use strict'; with (a) b", 13, "Strict mode code may not include a with statement"),
    ],
)
def test_a_refusal_names_the_place_and_the_error(text: str, start: int, message: str) -> None:
    ast = read(script(text))
    refusals = [problem for problem in ast.problems if problem.kind == "syntax-error"]
    assert [(start, message)] == [(problem.start, problem.message) for problem in refusals]
    assert ast.witness == "refuses"


@pytest.mark.parametrize("text", ["import a from 'b'", "export const a = 1", "await f()", "import.meta.url"])
def test_a_module_in_a_classic_script_is_read_and_refused(text: str) -> None:
    ast = read(script(text))
    assert ast.witness == "refuses"
    assert "import, export and top-level await are for modules only" in [problem.message for problem in ast.problems]
    assert "disagreement" not in [problem.kind for problem in ast.problems]


def test_a_module_as_a_module_is_fine() -> None:
    assert read(script("import a from 'b'; await a", Goal.MODULE)).witness == "agrees"


@pytest.mark.parametrize(
    "text", ["return false", "if (a) { return } // b", "'use strict'; f(event)", "let a = 'あ\U0001f600'; b"]
)
def test_a_handler_is_the_body_of_a_function(text: str) -> None:
    ast = read(script(text, Goal.HANDLER))
    assert (ast.problems, ast.witness) == ((), "agrees")


@pytest.mark.parametrize("text", ["} f(); {", "}; function g() {"])
def test_a_handler_that_closes_its_function_is_refused(text: str) -> None:
    assert read(script(text, Goal.HANDLER)).witness == "refuses"


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("a\n<!-- b\n[(c)] = d", "[(c)] = d"),
        ("x; function f() { yield * 2 }", "yield * 2"),
        ("a; b<!--c", "b<!--c"),
    ],
)
def test_what_two_parsers_read_differently_is_a_problem_at_its_place(text: str, flagged: str) -> None:
    ast = read(script(text))
    (problem,) = [problem for problem in ast.problems if problem.kind == "disagreement"]
    assert ast.witness == "disagrees"
    assert problem.start <= text.index(flagged) < max(problem.end, problem.start + 1)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("a.b", "a[b]"),
        ("f(a)", "f(b)"),
        ("f(a)", "f(a, a)"),
        ("'a'", "'b'"),
        ("1", "2"),
        ("1", "'1'"),
        ("1n", "2n"),
        ("1n", "1"),
        ("null", "this"),
        ("true", "null"),
        ("/a/g", "/a/i"),
        ("`a`", "`b`"),
        ("a + b", "a - b"),
        ("a?.b", "a  .b"),
        ("let a", "var a"),
        ("a => b", "a => {b}"),
        ("class A { static a }", "class A { astatic; b }"),
        ("({ get a() {} })", "({ set a(b) {} })"),
        ("if (a) b; else c", "if (a) b"),
        ("for (a of b);", "for (a in b);"),
        ("'use strict'", "('use strict')"),
        ("<a>{b}</a>", "<a>{c}</a>"),
        ("<a b='c'/>", "<a b='d'/>"),
        ("<a b={c}/>", "<a c={c}/>"),
        ("<a/>", "<b/>"),
        ("<a b/>", "<a/>"),
        ("<a.b/>", "<a.c/>"),
        ("<a>{b}{c}</a>", "<a>{b}</a>"),
        ("a", " a"),
    ],
)
def test_trees_of_different_programs_differ(ours: str, theirs: str) -> None:
    strict = examine(script(theirs))
    assert strict.tree is not None
    assert first_difference(parse(script(ours)).root, strict.tree, strict.offset) is not None


def test_hand_written_files_are_worth_asking_about_and_bundles_are_not() -> None:
    line = "kintone.events.on('app.record.index.show', show);\n"
    cases = {
        "short": "a",
        "one long line of a short file": "a" * SHORT,
        "hand-written": line * (LONG // len(line)),
        "minified": "a" * (SHORT + 1),
        "very long": line * (LONG // len(line) + 1),
    }
    assert [name for name, text in cases.items() if worth_asking(script(text))] == list(cases)[:3]


def test_a_bundle_is_read_without_the_witness() -> None:
    ast = read(script("a;" * SHORT))
    assert (ast.problems, ast.witness) == ((), "not-asked")


@pytest.mark.parametrize("text", ["a" + " + b" * 3000, "(" * 3000 + "a" + ")" * 3000, "f(() => {" * 300 + "})" * 300])
def test_nesting_too_deep_for_the_strict_parser_is_a_problem_of_its_own(text: str) -> None:
    ast = witnessed(parse(script(text)))
    assert ([problem.kind for problem in ast.problems], ast.witness) == (["too-deep"], "not-asked")


def test_how_deep_the_strict_parser_goes_does_not_depend_on_who_asks() -> None:
    text = "f(() => {" * 30 + "})" * 30

    def asked(depth: int) -> str:
        return asked(depth - 1) if depth else read(script(text)).witness

    assert [asked(0), asked(700)] == ["agrees", "agrees"]


def test_a_declaration_the_strict_parser_does_not_know_is_not_called_an_error() -> None:
    ast = read(script("function f() { using a = b }"))
    assert ([problem.kind for problem in ast.problems], ast.witness) == (["unsupported"], "not-asked")


def test_broken_text_that_breaks_the_strict_parser_does_not_end_the_review() -> None:
    ast = read(script("`{${a,}}`, `}`1"))
    assert ast.witness in {"refuses", "not-asked"}
    assert {"syntax-error", "unsupported"} & {problem.kind for problem in ast.problems}


def test_the_witness_changes_nothing_but_what_is_said_about_the_tree() -> None:
    ast = parse(script("a; b"))
    asked = witnessed(ast)
    assert (asked.root, asked.comments, asked.depth) == (ast.root, ast.comments, ast.depth)
