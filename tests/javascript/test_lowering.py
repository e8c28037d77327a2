"""Every construct of the language to its ESTree node, one row each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from script_samples import script, shown

from reviewer.javascript.parsing import parse
from reviewer.javascript.reading import witnessed
from reviewer.javascript.syntax import (
    BigIntLiteral,
    ExpressionStatement,
    NumberLiteral,
    RegExpLiteral,
    StringLiteral,
    TemplateLiteral,
)
from reviewer.source import Goal


def _constructs() -> Iterator[tuple[str, str]]:
    """The pairs of program and tree in constructs.txt, which says how they are written."""
    text = Path(__file__).with_name("constructs.txt").read_text(encoding="utf-8")
    for block in text.split("\n\n")[1:]:
        lines = block.strip("\n").split("\n")
        trees = [line.strip() for line in lines if line.startswith("    ")]
        yield "\n".join(line for line in lines if not line.startswith("    ")), "\n".join(trees)


CONSTRUCTS = tuple(_constructs())

# What a browser takes only inside of something else.
WITHIN = {
    "return a": "function f() { return a }",
    "await (x).y(z)": "async () => { await (x).y(z) }",
    "new.target": "function f() { new.target }",
    "a.b[c]; a.#b": "class A { #b; m() { a.b[c]; a.#b } }",
    "#p in o": "class A { #p; m() { #p in o } }",
    "a: for (;;) { break a; continue a }": "a: for (;;) { if (b) break a; else continue a }",
}


def _goal(text: str) -> Goal:
    return Goal.MODULE if text.startswith(("import", "export", "await")) else Goal.SCRIPT


@pytest.mark.parametrize(("text", "tree"), CONSTRUCTS)
def test_a_construct_becomes_its_estree_node(text: str, tree: str) -> None:
    ast = parse(script(text, _goal(text)))
    assert tree == "\n".join(map(shown, ast.root.body))
    assert ast.problems == ()


@pytest.mark.parametrize("text", [text for text, _ in CONSTRUCTS if not text.startswith("<") and "using" not in text])
def test_the_strict_parser_reads_every_construct_the_same_way(text: str) -> None:
    ast = witnessed(parse(script(WITHIN.get(text, text), Goal.SCRIPT if text in WITHIN else _goal(text))))
    assert (ast.problems, ast.witness) == ((), "agrees")


@pytest.mark.parametrize("text", [text for text, _ in CONSTRUCTS if text.startswith("<")])
def test_jsx_is_read_the_same_way_though_no_browser_loads_it(text: str) -> None:
    ast = witnessed(parse(script(text)))
    assert [problem.message for problem in ast.problems] == ["JSX must be compiled before a browser can load it"]


def _only(text: str) -> object:
    (statement,) = parse(script(f"({text})")).root.body
    assert isinstance(statement, ExpressionStatement)
    return statement.expression


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (r"'a\n\t\v\b\f\r\0'", "a\n\t\v\b\f\r\0"),
        (r"'\x41\u0042\u{43}\u{1F600}'", "ABC\U0001f600"),
        (r"'\ud83d\ude00'", "\U0001f600"),
        (r"'\ud83d'", "\ud83d"),
        (r"'\101\1012\7\08\377\400'", "AA2\7\x008\xff\x200"),
        ("'a\\\nb\\\r\nc\\\u2028d'", "abcd"),
        (r"'\q\'\"\\'", "q'\"\\"),
        ("'\u2028'", "\u2028"),
        ("'会社名\U00020bb7'", "会社名\U00020bb7"),
        ("''", ""),
    ],
)
def test_a_string_has_the_value_that_a_browser_gives_it(text: str, value: str) -> None:
    literal = _only(text)
    assert isinstance(literal, StringLiteral)
    assert ascii(value) == ascii(literal.value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0.0),
        ("0x1F", 31.0),
        ("0XfF", 255.0),
        ("0o17", 15.0),
        ("0b101", 5.0),
        ("017", 15.0),
        ("089", 89.0),
        ("1_000.5e1_0", 1000.5e10),
        (".5", 0.5),
        ("5.", 5.0),
        ("1e999", float("inf")),
        ("0x" + "f" * 400, float("inf")),
        ("9007199254740993", 9007199254740992.0),
    ],
)
def test_a_number_is_read_in_every_notation(text: str, value: float) -> None:
    literal = _only(text)
    assert isinstance(literal, NumberLiteral)
    assert value == literal.value


@pytest.mark.parametrize(("text", "value"), [("10n", 10), ("0xFFn", 255), ("1_0n", 10), ("0b11n", 3), ("0o7n", 7)])
def test_a_bigint_is_read_in_every_notation(text: str, value: int) -> None:
    literal = _only(text)
    assert isinstance(literal, BigIntLiteral)
    assert value == literal.value


def test_a_bigint_too_long_to_print_is_a_problem() -> None:
    (problem,) = parse(script("9" * 5000 + "n")).problems
    assert problem.kind == "unsupported"


@pytest.mark.parametrize(
    ("text", "pattern", "flags"), [("/a[/]b\\//gi", "a[/]b\\/", "gi"), ("/[^/]+$/", "[^/]+$", ""), ("/=/u", "=", "u")]
)
def test_a_regular_expression_is_its_pattern_and_flags(text: str, pattern: str, flags: str) -> None:
    literal = _only(text)
    assert isinstance(literal, RegExpLiteral)
    assert (pattern, flags) == (literal.pattern, literal.flags)


@pytest.mark.parametrize(
    ("text", "quasis"),
    [
        ("`a${b}c`", [("a", "a"), ("c", "c")]),
        ("`${a}${b}`", [("", ""), ("", ""), ("", "")]),
        ("`a\\n\\u{41}\\`${b}`", [("a\nA`", "a\\n\\u{41}\\`"), ("", "")]),
        ("`a\r\nb\rc`", [("a\nb\nc", "a\nb\nc")]),
        ("`\\0`", [("\0", "\\0")]),
        ("`${`${a}`}b`", [("", ""), ("b", "b")]),
    ],
)
def test_a_template_keeps_cooked_and_raw_text(text: str, quasis: list[tuple[str, str]]) -> None:
    template = _only(text)
    assert isinstance(template, TemplateLiteral)
    assert quasis == [(quasi.cooked, quasi.raw) for quasi in template.quasis]


def test_a_tagged_template_with_an_octal_escape_has_no_cooked_text() -> None:
    assert "(TemplateElement _ '\\\\1')" in shown(parse(script("tag`\\1`")).root)


@pytest.mark.parametrize(
    ("text", "name"),
    [("\\u0061b", "ab"), ("a\\u{62}", "ab"), ("会社名", "会社名"), ("\U00020bb7", "\U00020bb7"), ("$_1", "$_1")],
)
def test_a_name_has_its_escapes_decoded(text: str, name: str) -> None:
    assert name == shown(_only(text))
