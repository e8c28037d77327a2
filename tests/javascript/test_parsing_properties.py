"""Any text whatever, and real programs broken at random: no error, and a tree whose every place and type is right."""

from __future__ import annotations

import types
import typing
from dataclasses import fields
from functools import cache

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from script_samples import script

from reviewer.javascript import syntax
from reviewer.javascript.ast import Ast
from reviewer.javascript.parsing import parse
from reviewer.javascript.reading import read
from reviewer.javascript.syntax import Identifier, JSXAttribute, JSXElement, Node, StringLiteral
from reviewer.javascript.walking import children, walk, walk_with_parents
from reviewer.source import Dialect, Goal

PROGRAMS = (
    "kintone.events.on(['app.record.create.show', 'mobile.app.record.create.show'], (event) => { return event; });",
    "(function ($) { 'use strict'; $('#a').html(`<b>${event.record['会社名'].value}</b>`); })(jQuery);",
    "class A extends B { #p = 1; static async *[x]() {} static { a } get b() { return super.b?.[c] } }",
    "for await (const { a, b: [c = 1], ...d } of e) { switch (f) { case 1: g(); break; default: h } }",
    "import a, { b as c } from 'd' with { type: 'json' }; export default async function () { await (await a()).b }",
    "try { x = /[/]\\/(?<a>b)/giu.test(y) ? 0x1F + 1_0n : -.5e3 } catch { throw new Error(`\\u{1F600}`) } finally { }",
    "const v = <A.B c='x&amp;y' {...d}>e {f} &lt;<G h:i={j}/></A.B>;",
    "if (a) b; else if (c) d; else do e--; while (!f); label: for (;;) { continue label } {g: h}",
    "x ??= async (y, ...z) => ({ y, [z]: 1, 'w'() {}, async *v() { yield* u }, get t() { return new.target } });",
    "enum A { B, C = B << 1, 'd', E } namespace F.G { export const { h, i = j } = k; export namespace L { m } }",
    "@a(b) class C<T> extends D<T> { constructor(private e: F, @g h?: I) { super(e!) } declare j: K; l?(): void }",
    "class A { @b c() {} @d.e({ f: g }) @h static i(): j {} @k async *l() {} @m set n(o) {} @p q = 1; @r() 's'() {} }",
    "declare module 'a' { let b: C } export type D = E<F>; import g = require('h'); abstract class I { abstract j() }",
    "let a: B<C[]> = <any>d as E.F.G | null, f = g<H>`i${j!.k}`; interface L { (m): n }",
    "using a = b!, c: D = await e; for (await using f of g) { h! } class I { static accessor j? = k as const }",
    "var \U00020bb7 = '\\ud83d\\ude00' + \"\U0001f600\"; <!-- comment\n with (a) { b: c }",
)
FRAGMENTS = (
    *"(){}[]`/\\'\";,.:?=<>!&|+-*#@~\n\r\0",
    *("${", "=>", "?.", "...", "/*", "*/", "//", "<!--", "-->", "</", "/>", "0x", "1n", "\\u{", "\\x", "'use strict'"),
    *("async ", "await ", "yield ", "function ", "class ", "static ", "get ", "super", "import ", "export ", "new "),
    *("as ", "enum ", "namespace ", "declare ", "private ", "abstract ", "interface ", "type ", "satisfies ", "!", "@"),
    *("let ", "of ", "in ", "case ", "default ", "catch ", "else ", "extends ", "using ", "with ", "return "),
    *("\u2028", "\ufeff", "\ud800", "\U0001f600", "会社名", "9" * 4400 + "n", "&lt;", "<a b={}/>", "<a b={}/>"),
)


@st.composite
def broken_programs(draw: st.DrawFn) -> str:
    """A program with pieces cut out and put in."""
    text = draw(st.sampled_from(PROGRAMS))
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.sampled_from((0, 0, 1, 5, 40))))
        text = (
            text[:start]
            + draw(st.sampled_from(FRAGMENTS) | st.sampled_from(PROGRAMS) | st.text(max_size=3))
            + text[end:]
        )
    return text


TEXTS = (
    st.text(st.characters(exclude_categories=()))
    | st.lists(st.sampled_from(FRAGMENTS)).map("".join)
    | broken_programs()
)
GOALS = st.sampled_from(Goal)
DIALECTS = st.sampled_from(Dialect)
ANY_TEXT = settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])


@cache
def _hints(kind: str) -> dict[str, object]:
    node = getattr(syntax, kind)
    hints = typing.get_type_hints(node)
    return {field.name: hints[field.name] for field in fields(node)}


def _is(value: object, hint: typing.Any) -> bool:
    if typing.get_origin(hint) in {typing.Union, types.UnionType}:
        return any(_is(value, each) for each in typing.get_args(hint))
    if typing.get_origin(hint) is tuple:
        return isinstance(value, tuple) and all(_is(item, typing.get_args(hint)[0]) for item in value)
    return isinstance(value, hint)


@given(TEXTS, GOALS, DIALECTS)
@ANY_TEXT
def test_no_text_raises_whoever_reads_it(text: str, goal: Goal, dialect: Dialect) -> None:
    assert read(script(text, goal, dialect)).witness in {"agrees", "disagrees", "refuses", "not-asked"}


@given(TEXTS, GOALS, DIALECTS)
@ANY_TEXT
def test_every_place_is_in_the_text_and_in_its_parent(text: str, goal: Goal, dialect: Dialect) -> None:
    ast = parse(script(text, goal, dialect))
    assert (ast.root.start, ast.root.end) == (0, len(text))
    for node, parent in walk_with_parents(ast.root):
        outer = (parent.start, parent.end) if parent else (0, len(text))
        assert outer[0] <= node.start <= node.end <= outer[1]
    spans = [(problem.start, problem.end) for problem in ast.problems]
    spans += [(comment.start, comment.end) for comment in ast.comments]
    assert all(0 <= start <= end <= len(text) for start, end in spans)


@given(TEXTS, GOALS, DIALECTS)
@ANY_TEXT
def test_every_field_holds_what_its_type_says(text: str, goal: Goal, dialect: Dialect) -> None:
    for node in walk(parse(script(text, goal, dialect)).root):
        for name, hint in _hints(type(node).__name__).items():
            assert _is(getattr(node, name), hint), (type(node).__name__, name, getattr(node, name))


@given(TEXTS, GOALS, DIALECTS)
@ANY_TEXT
def test_names_and_strings_stand_in_the_text_where_they_say(text: str, goal: Goal, dialect: Dialect) -> None:
    for node, parent in walk_with_parents(parse(script(text, goal, dialect)).root):
        written = text[node.start : node.end]
        if isinstance(parent, JSXElement | JSXAttribute) or "\\" in written or "&" in written:
            continue
        if isinstance(node, Identifier) and ":" not in node.name:  # JSX: `a : b` is the name `a:b`
            assert written in {node.name, ""}  # what a compiler adds has a name, but no place of its own
        if isinstance(node, StringLiteral):
            assert node.value in {written[1:-1], written[1:]} or not written


@given(TEXTS, GOALS, DIALECTS)
@ANY_TEXT
def test_what_is_incomplete_in_the_tree_is_among_the_problems(text: str, goal: Goal, dialect: Dialect) -> None:
    ast = parse(script(text, goal, dialect))
    assert ast.problems or not any(isinstance(node, syntax.Unparsed) for node in walk(ast.root))


@given(broken_programs(), DIALECTS)
@example(
    "enum A { B, C = B << 1, 'd', E } namespace F.G { export const { h, i = x ??= async (y, ...z) => ("
    "{kintone.events.on(['app.record.create.show', 'mobile.app.record.create.show'], (event) => { return event; }); y, "
    "[z]: 1, 'w'() {}, async *v() { yield* u }, get t() { return new.target } }); k; export namespace L { m } }",
    Dialect.TYPESCRIPT,
)
@ANY_TEXT
def test_the_same_text_gives_the_same_tree(text: str, dialect: Dialect) -> None:
    def seen(ast: Ast) -> list[object]:
        return [ast.problems, ast.comments, ast.depth, [(type(node), node.start, node.end) for node in walk(ast.root)]]

    once, again = (parse(script(text, Goal.SCRIPT, dialect)) for _ in range(2))
    assert seen(once) == seen(again)


@given(broken_programs(), DIALECTS)
@ANY_TEXT
def test_the_depth_bounds_the_height_of_the_tree(text: str, dialect: Dialect) -> None:
    ast = parse(script(text, Goal.SCRIPT, dialect))
    height, level = 0, [typing.cast(Node, ast.root)]
    while level:
        height, level = height + 1, [child for node in level for child in children(node)]
    assert height <= 2 * ast.depth + 2


@given(st.integers(0, len(PROGRAMS) - 1), st.integers(0, 120), DIALECTS)
@ANY_TEXT
def test_a_truncated_program_is_read_to_its_end(program: int, length: int, dialect: Dialect) -> None:
    text = PROGRAMS[program][:length]
    ast = read(script(text, Goal.SCRIPT, dialect))
    assert (ast.root.start, ast.root.end) == (0, len(text))
