"""TypeScript: every construct to its ESTree node without types, and what another reader might hide in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from script_samples import script, shown

from reviewer.javascript.lowering.rewording import reworded
from reviewer.javascript.parsing import parse
from reviewer.javascript.reading import read
from reviewer.javascript.syntax import Identifier, Unparsed
from reviewer.javascript.walking import walk
from reviewer.source import Dialect, Goal


def _constructs() -> Iterator[tuple[str, str]]:
    text = Path(__file__).with_name("typescript.txt").read_text(encoding="utf-8")
    for block in text.split("\n\n")[1:]:
        lines = block.strip("\n").split("\n")
        trees = [line.strip() for line in lines if line.startswith("    ")]
        yield "\n".join(line for line in lines if not line.startswith("    ")), "\n".join(trees)


@pytest.mark.parametrize(("text", "tree"), tuple(_constructs()))
def test_a_construct_becomes_its_estree_node_without_types(text: str, tree: str) -> None:
    dialect = Dialect.TSX if "<div" in text or "<D<" in text else Dialect.TYPESCRIPT
    ast = parse(script(text, Goal.MODULE, dialect))
    assert ast.problems == ()
    assert tree == "\n".join(map(shown, ast.root.body))


CONSTRUCTS = Path(__file__).with_name("constructs.txt").read_text(encoding="utf-8").split("\n\n")[1:]


@pytest.mark.parametrize("block", [block for block in CONSTRUCTS if not block.startswith(("<", "<!--"))])
def test_plain_javascript_is_read_as_javascript_is_or_a_problem(block: str) -> None:
    text = "\n".join(line for line in block.split("\n") if not line.startswith("    "))
    plain = parse(script(text, Goal.MODULE))
    typed = parse(script(text, Goal.MODULE, Dialect.TYPESCRIPT))
    assert typed.problems or list(map(shown, plain.root.body)) == list(map(shown, typed.root.body))


@pytest.mark.parametrize(
    ("text", "readable"),
    [
        ("interface\nA\n{ evil() }", "A"),
        ("declare abstract\nclass A { static b = evil() }", "(Call evil [])"),
        ("declare\nconst a = evil()", "(Call evil [])"),
        ("type\nA = evil()", "(Call evil [])"),
        ("a as\nB.C.D", "a"),
        ("namespace A { evil() }", "(Call evil [])"),
        ("a = namespace A { evil() }", "(Call evil [])"),
        ("module 'a' { evil() }", "(Call evil [])"),
        ("class A { declare b = evil() }", "(Call evil [])"),
        ("class A { abstract b = evil() }", "(Call evil [])"),
        ("class A { [evil()]: string }", "(Call evil [])"),
        ("enum A { B = evil() }", "(Call evil [])"),
        ("enum A { B = evil(), C }", "(Call evil [])"),
        ("function f(this: A = evil()) {}", "(Call evil [])"),
        ("as\nkintone.api.put(evil)", "(Call (Member (Member kintone api) put) [evil])"),
        ("`a<${evil}>`", "evil"),
        ("a<b>`${evil()}`", "(Call evil [])"),
        ("(a)!evil()", "evil"),
        ("if (a)!evil()", "(Unary ! (Call evil []))"),
        ("if (a)![evil()]", "(Call evil [])"),
        ("return!evil()", "(Unary ! (Call evil []))"),
        ("class A { @b(evil()) c }", "(Call evil [])"),
        ("export default enum A { B = evil() }", "(Call evil [])"),
    ],
)
def test_code_that_runs_is_in_the_tree_or_at_least_a_problem_is(text: str, readable: str) -> None:
    ast = parse(script(text, dialect=Dialect.TYPESCRIPT))
    if readable in shown(ast.root):
        return
    assert ast.problems


@pytest.mark.parametrize(
    "text",
    [
        "interface\nA\n{ b() }",
        "declare abstract\nclass A {}",
        "a as\nB.C.D",
        "new a !.b(c)",
        "a && b()!(c)",
        "export default enum A {}",
        "namespace A.B.C.D.E.F.G.H.I.J.K.L.M.N.O.P.Q {}",
        "module 'a' {}",
        "/* */ using /* */ a = b",
        "enum A { 'a-b' = f(), C }",
        "a<!--b",
    ],
)
def test_what_cannot_be_told_for_sure_is_a_problem(text: str) -> None:
    assert parse(script(text, dialect=Dialect.TYPESCRIPT)).problems


@pytest.mark.parametrize(
    "text",
    [
        "'a!.b as C.D.E using f = g <h>`'",
        "// using a = b; c!.d as E.F.G",
        "/a!.b as C.D.E/",
        "`a!b <c>d</c> using e = f as G.H.I`",
        "a != b !== c",
        "return!a; typeof!b; x.in; for (const c of!d) e",
        "a in out",
        "for (const out of a) out, b",
    ],
)
def test_what_only_looks_like_typescript_keeps_its_meaning(text: str) -> None:
    plain = parse(script(text, Goal.HANDLER))
    typed = parse(script(text, Goal.HANDLER, Dialect.TYPESCRIPT))
    assert list(map(shown, plain.root.body)) == list(map(shown, typed.root.body))


def test_rewording_keeps_every_place() -> None:
    text = "await using a = b<c>`d`!.e as F.G.H; interface I<in out J, out K> {} export type * from 'l'; m!!.n"
    assert len(reworded(text)) == len(text)


@pytest.mark.parametrize("dialect", [Dialect.TYPESCRIPT, Dialect.TSX])
def test_the_strict_parser_is_not_asked_about_typescript(dialect: Dialect) -> None:
    ast = read(script("const a: number = 1", dialect=dialect))
    assert (ast.problems, ast.witness) == ((), "not-asked")


def test_the_strict_parser_reads_jsx_in_a_file_of_that_name() -> None:
    ast = read(script("import a from 'b'; const c = <d e={a}>f</d>", Goal.MODULE, Dialect.JSX))
    assert (ast.problems, ast.witness) == ((), "agrees")


@pytest.mark.parametrize(
    "text", ["import type { A } from 'b'", "export = a", "@a export class B {}", "export enum A {}"]
)
def test_a_source_that_imports_or_exports_is_a_module(text: str) -> None:
    file = script(text, dialect=Dialect.TYPESCRIPT).file
    assert type(script(text).whole(file).goal) is Goal
    assert script(text).whole(file).goal is Goal.MODULE


def test_comments_inside_of_types_are_comments() -> None:
    text = "interface A { /* b */ c: D // e\n }\nlet f: /* g */ H"
    ast = parse(script(text, dialect=Dialect.TYPESCRIPT))
    assert [text[each.start : each.end] for each in ast.comments] == ["/* b */", "// e", "/* g */"]


@pytest.mark.parametrize(
    "text",
    [
        "let a: " + "A<" * 5000 + "B" + ">" * 5000,
        "let a: " + "(b: " * 1500 + "C" + ") => D" * 1500,
        "namespace A {" * 3000 + "}" * 3000,
        "a" + "!" * 5000 + ".b",
        "a" + " as any" * 5000,
        "<any>" * 5000 + "a",
        "enum A {" + "b = b + 1," * 5000 + "}",
        "a<" * 5000,
        "a<b<c<d" * 3000 + ">`",
        "class A { constructor(" + "private a," * 5000 + ") {} }",
        "@a " * 5000 + "class B {}",
        "x as A" + ".B" * 20000,
        "using a" * 5000,
        "type A = " + "B extends C ? D : " * 2000 + "E",
        " ".join(["in"] * 20000),
    ],
)
def test_deep_and_long_text_is_read_whole_without_an_exception(text: str) -> None:
    ast = parse(script(text, dialect=Dialect.TYPESCRIPT))
    assert (ast.root.start, ast.root.end) == (0, len(text))


def test_parts_of_what_is_dropped_leave_no_names() -> None:
    ast = parse(
        script("declare namespace A { namespace B { enum C { d } } } interface E { f: G }", dialect=Dialect.TSX)
    )
    assert not any(isinstance(node, Identifier | Unparsed) for node in walk(ast.root))
