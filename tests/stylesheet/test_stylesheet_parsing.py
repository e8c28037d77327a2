from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from work import doubled

from reviewer.source import Encoding, Kind, Newline, Role, SourceFile, StyleText
from reviewer.stylesheet.facts import StyleFact, Stylesheet
from reviewer.stylesheet.parsing import parse


def css_file(text: str) -> SourceFile:
    return SourceFile(
        path="style.css",
        kind=Kind.CSS,
        role=Role.DESKTOP,
        text=text,
        size=len(text),
        sha256="0" * 64,
        encoding=Encoding(name="utf-8", bom=False, newline=Newline.LF, undecodable=0),
    )


def sheet(text: str) -> Stylesheet:
    return parse(css_file(text))


def facts(text: str, at: str) -> list[StyleFact]:
    return [fact for fact in sheet(text).facts if fact.at == at]


@pytest.mark.parametrize(
    ("text", "url", "rest"),
    [
        ('@import "a.css";', "a.css", ""),
        ("@import url(//e.example/a.css) layer(base) supports(display: grid) screen;", "//e.example/a.css",
         "layer(base) supports(display: grid) screen"),
        ("@import url('a.css') print", "a.css", "print"),
        ("@\\69mport 'a.css';", "a.css", ""),
        ("@IMPORT/**/'a.css';", "a.css", ""),
        ("@import \\75 rl(a.css);", "a.css", ""),
        ("@import var(--x);", None, ""),
    ],
)  # fmt: skip
def test_an_import_tells_its_url_and_conditions(text: str, url: str | None, rest: str) -> None:
    assert [(url, rest)] == [(fact.url, fact.value) for fact in facts(text, "import")]


@pytest.mark.parametrize(
    "text",
    [
        "a{background:url(x)}",
        "a{background:url('x')}",
        'a{background:url( "x" )}',
        "a{background:\\75rl(x)}",
        "a{background:u\\rl(x)}",
        "a{background:UR\\4c('x')}",
        "a{background:url('\\78')}",
        "a{background:red/**/url(x)}",
        "a{background:src('x')}",
        "a{background:image-set('x' 1x)}",
        "a{background:-webkit-image-set(url(x) 1x)}",
        "a{--picture:url(x)}",
        "a{--picture:{b:url(x)}}",
        "a{b:c(d(url(x)))}",
        "@media print{@supports (a:b){@layer c{@container (d){a{background:url(x)}}}}}",
        "a{b{c:url(x)}}",
        "a{&:hover{c:url(x)}}",
        "@page{background:url(x)}",
        "@unknown{a{background:url(x)}}",
        "a{;;;}}}; b{background:url(x)}",
        "a{background:url(x",
        "a{background:url('x",
        "a{filter:progid:DXImageTransform.Microsoft.AlphaImageLoader(src='x',sizingMethod='scale')}",
        "<!-- a{background:url(x)} -->",
        "a{*background:url(x)}",
        "a{junk url(x)}",
    ],
)
def test_every_way_to_name_a_resource_is_seen(text: str) -> None:
    assert [fact.url for fact in facts(text, "url")] == ["x"]


@pytest.mark.parametrize(
    "text",
    [
        "/* a{background:url(x)} */",
        "@namespace svg url(http://www.w3.org/2000/svg);",
        "@supports (background:url(x)){}",
        "a{content:'url(x)'}",
        "a{background:url(x y)}",
        'a{background:url(x"y)}',
    ],
)
def test_what_loads_nothing_is_no_url(text: str) -> None:
    assert facts(text, "url") == []


def test_a_url_that_is_computed_has_no_text() -> None:
    assert [fact.url for fact in facts("a{b:src(var(--c));d:image-set(var(--c) 1x)}", "url")] == [None, None]


def test_the_source_of_a_font_is_told_apart() -> None:
    text = "@font-face{font-family:x;src:local('y'),url(a.woff2) format('woff2')}"
    assert [(fact.property, fact.url) for fact in facts(text, "font")] == [("src", "a.woff2")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a{COLOR:Red}", [("color", "Red")]),
        ("a{color:red!important;}", [("color", "red!important")]),
        ("a{--Own:  1  2 }", [("--Own", "1 2")]),
        ("a{*zoom:1;_height:2px}", [("zoom", "1"), ("_height", "2px")]),
        ("a{color/**/:/**/re/**/d}", [("color", "red")]),
        ("a{disp\\6c ay:n\\6fne}", [("display", "none")]),
        ("a{b:{c}}", []),
        ("color:red", []),
    ],
)
def test_declarations_are_told_as_a_browser_understands_them(text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == [(fact.property, fact.value) for fact in facts(text, "declaration")]


@pytest.mark.parametrize(
    ("text", "selectors"),
    [
        ("a , b>c{}", ["a , b>c"]),
        ('[a^="b"]{}', ['[a^="b"]']),
        ("[a^='\\62']{}", ['[a^="b"]']),
        (".g\\61 ia{}", [".gaia"]),
        (".a/*x*/.b{}", [".a.b"]),
        (".a{.b{}&:hover{}}", [".a", ".a .b", ".a &:hover"]),
        ("@media x{.a{@media y{.b{}}}}", [".a", ".a .b"]),
        ("@scope (.a) to (.b){.c{}}", ["(.a) to (.b)", "(.a) to (.b) .c"]),
        ("@keyframes x{from{a:b}50%{a:b}}", []),
        ("@font-face{}", []),
        ("{}", []),
    ],
)
def test_selectors_are_told_with_those_they_are_nested_in(text: str, selectors: list[str]) -> None:
    assert selectors == [fact.selector for fact in facts(text, "selector")]


def test_a_url_knows_the_selector_it_stands_under() -> None:
    text = "@media x{input[value^='a']{&{background:url(//e.example/a)}}}"
    assert [fact.selector for fact in facts(text, "url")] == ['input[value^="a"] &']


@pytest.mark.parametrize("text", ["a{b:expression(c)}", "a{b:ex\\70ression(c)}", "a{b:EXPRESSION(c)}"])
def test_functions_are_told_by_name(text: str) -> None:
    assert [fact.value for fact in facts(text, "function")] == ["expression"]


@pytest.mark.parametrize(
    "before", ["", "\r\n\r\n", "\f\r", "/*日本語*/", "/*😀𠮷*/\r\n", "a{}\n", "\0", "a{b:'\\\r\n'}"]
)
@pytest.mark.parametrize("after", ["", "}", "}}", ";c:d}\r\n", " ", "/**/}"])
@pytest.mark.parametrize("url", ["url(x)", "url('日😀')", "u\\72l(  x\r\n )", 'src("\\\r\nx")', "url(x\\))"])
def test_places_are_exact(before: str, after: str, url: str) -> None:
    found = facts(before + "a{b:" + url + after, "url")
    assert [url] == [fact.location.text for fact in found]


@pytest.mark.parametrize(
    ("text", "at", "place"),
    [
        ("\r\n@import  'x' ;a{}", "import", "@import  'x' ;"),
        ("@import 'x'", "import", "@import 'x'"),
        ("a{ b : c ; d:e}", "declaration", "b : c"),
        ("a{b:(c)}", "declaration", "b:(c)"),
        ("a{b:(c", "declaration", "b:(c"),
        ("a{b:\\)}", "declaration", "b:\\)"),
        (" .a\n.b {}", "selector", ".a\n.b"),
    ],
)
def test_places_end_where_the_construct_ends(text: str, at: str, place: str) -> None:
    assert place == facts(text, at)[0].location.text


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("a{}", []),
        ("a{b:c", ["EOF in block"]),
        ("a{b:(c)", ["EOF in block"]),
        ("a{b:url(c)", ["EOF in block"]),
        ("a{", ["EOF in block"]),
        ("f(", ["EOF in block", "neither a rule nor a declaration"]),
        ("a{}/*b", ["EOF in comment"]),
        ("a{}/*/", ["EOF in comment"]),
        ("a{b:'c\n}", ["Bad string token"]),
        ("a{b:url(c d)}", ["bad URL token"]),
        ("a{b:url(c", ["EOF in URL", "EOF in block"]),
        ("a{b:'c", ["EOF in string", "EOF in block"]),
        ("a{}]", ["Unmatched ]", "neither a rule nor a declaration"]),
        ("a{b c}", ["neither a rule nor a declaration"]),
    ],
)
def test_what_browsers_drop_is_a_problem(text: str, messages: list[str]) -> None:
    assert messages == [problem.message for problem in sheet(text).problems]


def test_an_endless_number_is_not_read_past() -> None:
    problems = sheet("a{b:" + "1" * 5000 + "}").problems
    assert [problem.unread for problem in problems] == [True]


def test_rules_nested_without_end_are_not_read_past() -> None:
    problems = sheet(".aaaaaaaaaaaaaaaaaaaa{" * 2000).problems
    assert True in [problem.unread for problem in problems]


def test_style_in_html_is_placed_in_the_html() -> None:
    html = css_file("<b style='color:red;top:0'>")
    style = StyleText(file=html, text="color:red;top:0", start=10, end=25, exact=True, declarations=True)
    assert [fact.location.text for fact in parse(style).facts] == ["color:red", "top:0"]


def test_style_with_character_references_is_placed_as_a_whole() -> None:
    html = css_file("<b style='background:u&#114;l(x)'>")
    style = StyleText(file=html, text="background:url(x)", start=10, end=32, exact=False, declarations=True)
    assert {fact.location.text for fact in parse(style).facts} == {"background:u&#114;l(x)"}


CSS = st.text(alphabet=st.sampled_from("ab1-_ \t\r\n\f\0\\/*{}[]();:,'\"@#.u+<!>&😀日\ud800")) | st.lists(
    st.sampled_from(
        ["url(", "a", "{", "}", ";", ":", "@import ", "'", "\\", "(", ")", "/*", "*/", "\r\n", "U+?", "1e9"]
    )
).map("".join)


@given(CSS | st.text())
@example("u+-")
@example("\\")
@example("--a:{" * 3)
def test_no_text_raises_and_every_place_is_in_the_file(text: str) -> None:
    for fact in sheet(text).facts:
        assert fact.location.text


@given(CSS)
def test_the_place_of_a_url_holds_just_that_url(text: str) -> None:
    for fact in facts(text, "url"):
        if fact.location.end < len(text):
            assert [fact.url] == [again.url for again in facts("a{b:" + fact.location.text + "}", "url")][:1]


@given(CSS)
def test_adding_white_space_in_front_moves_every_place(text: str) -> None:
    moved = [fact.location.start - 3 for fact in sheet(" \r\n" + text).facts]
    assert moved == [fact.location.start for fact in sheet(text).facts]


@pytest.mark.parametrize("text", ["{", "(", "[", "a{", "f(", "--a:{", "a{b:", "@media x{", "'\n", "url(", "&{}"])
def test_reading_takes_linear_work_and_no_recursion(text: str) -> None:
    assert doubled(lambda size: sheet(text * (size // len(text))), 25_000) < 2.5
