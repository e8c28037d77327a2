"""Any text at all to a tree: what is broken is said, what can be read in it is read, and nothing takes for ever."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from script_samples import script, shown
from work import doubled

from reviewer.javascript.ast import Ast
from reviewer.javascript.parsing import MAX_DEPTH, MAX_LENGTH, parse
from reviewer.javascript.syntax import Identifier, StringLiteral, Unparsed
from reviewer.javascript.walking import walk
from reviewer.source import Goal


def kinds(ast: Ast) -> list[str]:
    return [problem.kind for problem in ast.problems]


@pytest.mark.parametrize(
    ("text", "readable"),
    [
        ("foo(a, ) b)", "(Call foo [a])"),
        ("x = (1+) ; y()", "(Call y [])"),
        ("if (a) { foo(b; }", "b"),
        ("on('a', function (event) { send(event.record", "(Member event record)"),
        ("var a = f(1); }}} var b = g(2);", "(VariableDeclaration var [(VariableDeclarator b (Call g [2]))])"),
        ("class A { m() { f( } n() { g() } }", "(Call g [])"),
        ("x = { a: f(), b: ", "(Call f [])"),
        ("switch (a) { case f(): g(; default: h() }", "(Call h [])"),
        ("`${f()", "(Call f [])"),
        ("@dec(f()) class A {}", "(Call dec [(Call f [])])"),
        ("f() = 1", "(Call f [])"),
        ("(f(), g) += 1", "(Sequence [(Call f []) g])"),
        ("import(...f())", "(Call f [])"),
    ],
)
def test_what_can_be_read_in_broken_text_is_in_the_tree(text: str, readable: str) -> None:
    ast = parse(script(text))
    assert ast.problems
    assert readable in shown(ast.root)
    assert any(type(node) is Unparsed for node in walk(ast.root)) or "unreadable" in kinds(ast)


@pytest.mark.parametrize(
    ("text", "goal", "kind"),
    [
        ("a b c", Goal.SCRIPT, "unreadable"),
        ("var a = record.<フィールドコード>.value;", Goal.SCRIPT, "unreadable"),
        ("{ a: 1, b: 2 }", Goal.SCRIPT, "unreadable"),
        ("x => { a: 1, b: 2 }", Goal.SCRIPT, "unreadable"),
        ("super", Goal.SCRIPT, "unreadable"),
        ("function f() { yield }", Goal.SCRIPT, "unsupported"),
        ("x => await y", Goal.SCRIPT, "unsupported"),
        ("await y", Goal.SCRIPT, "unsupported"),
        ("a<!--b", Goal.SCRIPT, "unsupported"),
        ("<!-- a\nb", Goal.MODULE, "unsupported"),
        ("@a class B {}", Goal.SCRIPT, "unsupported"),
        ("import defer * as a from 'b'", Goal.MODULE, "unreadable"),
    ],
)
def test_what_is_not_read_as_a_browser_reads_it_is_a_problem(text: str, goal: Goal, kind: str) -> None:
    assert kind in kinds(parse(script(text, goal)))


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("await a", Goal.MODULE),
        ("async () => { for (const a of await b) { await c } }", Goal.SCRIPT),
        ("async function* f() { yield await a; ({ [await b]() {} }) }", Goal.SCRIPT),
        ("return false", Goal.HANDLER),
        ("<!-- a\nb\n--> c\n/* d\n*/ --> e", Goal.SCRIPT),
        ("#!/usr/bin/env node\na", Goal.SCRIPT),
        ("x--> 0", Goal.SCRIPT),
        ("", Goal.SCRIPT),
    ],
)
def test_what_a_browser_reads_is_no_problem(text: str, goal: Goal) -> None:
    assert kinds(parse(script(text, goal))) == []


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("a\nb", ["a", "b"]),
        ("a\rb", ["a", "b"]),
        ("a\r\nb", ["a", "b"]),
        ("a\u2028b", ["a", "b"]),
        ("a // b\nc", ["a", "c"]),
        ("var a = 1 /* b */ // c\nd", ["var a = 1", "d"]),
        ("a\n++b", ["a", "++b"]),
        ("return // a\nb", ["return", "b"]),
        ("if (a) b // c\nelse d // e", ["if (a) b // c\nelse d"]),
        ("function f() {} // a\nb", ["function f() {}", "b"]),
        ("var a = { b }\n// c\nd", ["var a = { b }", "d"]),
        ("do a; while (b) c", ["do a; while (b)", "c"]),
    ],
)
def test_statements_end_where_a_browser_ends_them(text: str, statements: list[str]) -> None:
    assert statements == [text[node.start : node.end] for node in parse(script(text)).root.body]


@pytest.mark.parametrize(
    "text",
    [
        "会社名 = 'あ'; 変数.フィールド = \"い\"",
        "var \U00020bb7 = '\U0001f600', b = 'c'",
        "a = '\U0001f600\U0001f600'; b = 'c'; d",
        "a = '\ud800'; b = 'c'",
        "a = '\0'; b = 'c' // \0\nd",
        "// \U0001f600\na = 'b'",
        "a = `\U0001f600${b}`; c = '\u00e9'",
    ],
)
def test_places_are_characters_whatever_the_script(text: str) -> None:
    ast = parse(script(text))
    assert ast.problems == ()
    found = [node for node in walk(ast.root) if isinstance(node, Identifier | StringLiteral)]
    assert len(found) > 1
    for node in found:
        written = node.name if isinstance(node, Identifier) else node.value
        assert text[node.start : node.end].strip("'\"") == written


def test_comments_are_kept_with_their_delimiters() -> None:
    text = "#!a\n/* b */ c; // d\n<!-- e\n f(/* g */)"
    found = [text[comment.start : comment.end] for comment in parse(script(text)).comments]
    assert found == ["#!a", "/* b */", "// d", "<!-- e", "/* g */"]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("(", ")"),
        ("[", "]"),
        ("{", "}"),
        ("x = {a: ", "}"),
        ("a => ", ""),
        ("a ? b : ", ""),
        ("a ? ", " : b"),
        ("!", ""),
        ("typeof ", ""),
        ("if (a) {} else ", ""),
        ("f(function () {", "})"),
        ("f(() => {", "})"),
        ("a.b(", ")"),
        ("`${", "}`"),
        ("new ", ""),
        ("async () => await ", ""),
        ("<a>", "</a>"),
        ("a: ", ""),
        ("x => {a: ", "}"),
        ("class extends ", " {}"),
    ],
)
def test_nesting_of_five_thousand_levels_is_read_without_recursion(opening: str, closing: str) -> None:
    ast = parse(script(f"({opening * 5000}b{closing * 5000})"))
    assert sum(1 for _ in walk(ast.root)) >= 1
    assert "too-deep" not in kinds(ast)


@pytest.mark.parametrize("link", [".b", "?.b", "[b]", "()", "`b`", " + b", " && b", ", b", ".b?.()", " in b"])
def test_a_chain_of_ten_thousand_links_is_read_without_recursion(link: str) -> None:
    ast = parse(script("a" + link * 10_000))
    assert kinds(ast) == []
    assert sum(1 for _ in walk(ast.root)) > 10_000


def test_an_await_of_a_long_chain_waits_for_all_of_it() -> None:
    ast = parse(script("async () => await (a)" + ".b" * 10_000))
    assert kinds(ast) == []
    assert [type(node).__name__ for node in walk(ast.root)][3:6] == [
        "AwaitExpression",
        "MemberExpression",
        "MemberExpression",
    ]


def test_a_text_that_nests_too_deep_is_a_problem() -> None:
    ast = parse(script("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)))
    assert (kinds(ast), shown(ast.root.body)) == (["too-deep"], "[(Unparsed)]")


def test_a_text_that_is_too_long_is_a_problem() -> None:
    assert kinds(parse(script(" " * (MAX_LENGTH + 1)))) == ["too-large"]


def test_very_many_problems_become_few_that_cover_them_all() -> None:
    text = "var = ;\n" * 1000
    problems = parse(script(text)).problems
    assert len(problems) == 200
    assert problems[-1].end >= len(text) - len("var = ;\n")


@pytest.mark.parametrize(
    "alphabet", ["".join(map(chr, range(32, 127))) + "\n", "".join(map(chr, range(256))), "([{}])=>,.:?;ab1'`/<"]
)
def test_random_text_takes_linear_work(alphabet: str) -> None:
    text = "".join(random.Random(3).choices(alphabet, k=150_000))  # noqa: S311 - test input
    assert doubled(lambda size: parse(script(text[:size])), 75_000) < 3


def test_a_bundle_of_770_kilobytes_is_read_whole(npm_packages: Path) -> None:
    text = (npm_packages / "kintone-ui-component" / "umd" / "kuc.min.js").read_text(encoding="utf-8")
    ast = parse(script(text))
    assert ast.problems == ()
    assert sum(1 for _ in walk(ast.root)) > 150_000


def test_one_mistake_in_a_bundle_leaves_the_rest_readable(npm_packages: Path) -> None:
    text = (npm_packages / "kintone-ui-component" / "umd" / "kuc.min.js").read_text(encoding="utf-8")
    ast = parse(script(f"01.a;{text}"))
    assert ast.problems
    assert sum(1 for _ in walk(ast.root)) > 150_000
