from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from work import doubled

from reviewer.markup.facts import Document, MarkupFact
from reviewer.markup.parsing import parse
from reviewer.source import Encoding, Kind, Newline, Role, SourceFile


def html_file(text: str, role: Role) -> SourceFile:
    return SourceFile(
        path="config.html",
        kind=Kind.HTML,
        role=role,
        text=text,
        size=len(text),
        sha256="0" * 64,
        encoding=Encoding(name="utf-8", bom=False, newline=Newline.LF, undecodable=0),
    )


def document(text: str, role: Role = Role.CONFIG) -> Document:
    return parse(html_file(text, role))


def codes(text: str, role: Role = Role.CONFIG) -> list[str]:
    return [script.text for script in document(text, role).scripts]


def facts(text: str, at: str) -> list[MarkupFact]:
    return [fact for fact in document(text).facts if fact.at == at]


@pytest.mark.parametrize("role", [Role.CONFIG, Role.VIEW, Role.LOOSE])
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<script>x</script>", ["x"]),
        ("<SCRIPT type='text/javascript'>x</SCRIPT >", ["x"]),
        ("<script/a>x</script/b c>", ["x"]),
        ("<!--><script>x</script>-->", ["x"]),
        ("<!---><script>x</script>-->", ["x"]),
        ("<!-- a --!><script>x</script>", ["x"]),
        ("<!-- <script>y</script> -->", []),
        ("<? <script>x</script> ?>", []),
        ("<p><![CDATA[<b onclick=y>]]>", []),
        ("<script><!-- <script> </script> --></script>", ["<!-- <script> </script> -->"]),
        ("<title><script>y</script></title>", []),
        ("<textarea><b onclick=y></textarea>", []),
        ("<noscript><b onclick=y></noscript>", []),
        ("<iframe><script>y</script></iframe>", []),
        ("<style><script>y</script></style>", []),
        ("<svg><style><b onclick=x></style></svg>", ["x"]),
        ("<svg><script>x</script></svg>", ["x"]),
        ("<svg><title><b onclick=x></title></svg>", ["x"]),
        ("<math><mtext><script>x</script></math>", ["x"]),
        ("<template><script>x</script></template>", ["x"]),
        ("<table><tr><b onclick=x></table>", ["x"]),
        ("<select><option onclick=x></select>", ["x"]),
        ("<b onclick=x><p></b>y", ["x"]),
        ("<b onclick=x ONCLICK=y>", ["x"]),
        ("<b onclick='x\" onload=y'>", ["x\" onload=y"]),
        ("<b/onclick=x/>", ["x/"]),
        ("<b a=''onclick=x>", ["x"]),
        ("<b =onclick=y onmade-up=x>", ["x"]),
        ("<b on=y onclick=''>", []),
        ("<script src=a.js>y</script>", []),
        ("<script src>y</script>", []),
        ("<script href=a.js>x</script>", ["x"]),
        ("<svg><script href=a.js>y</script></svg>", []),
        ("<script type='text/x-template'><b onclick=y></script>", []),
        ("<script type=application/json>{}</script>", []),
        ("<script type='Module'>x</script>", ["x"]),
        ("<script language=vbscript>y</script>", []),
        ("<script language=JavaScript1.2>x</script>", ["x"]),
        ("<script>  </script>", []),
        ("<iframe srcdoc='<script>x</script>'></iframe>", ["x"]),
        ("<iframe srcdoc='&lt;script>x&lt;/script>'></iframe>", ["x"]),
        ("<iframe srcdoc='<iframe srcdoc=\"<b onclick=x>\"></iframe>'></iframe>", ["x"]),
        ("<a href='javascript:x'>", ["x"]),
        ("<a href=' \1 Java\tScript\n:x'>", ["x"]),
        ("<a href='&#106;avascript:%78'>", ["x"]),
        ("<form action=javascript:x><button formaction=javascript:y>", ["x", "y"]),
        ("<svg><a xlink:href=javascript:x>", ["x"]),
        ("<svg><animate attributeName=href to=javascript:x>", ["x"]),
        ("<a title=javascript:y>", []),
        ("<body onload=x>", ["x"]),
    ],
)  # fmt: skip
def test_code_is_what_a_browser_would_run(role: Role, text: str, code: list[str]) -> None:
    assert code == codes(text, role)


def test_a_frameset_hides_nothing_in_a_fragment_that_is_placed_in_a_page() -> None:
    assert codes("<frameset><script>x</script></frameset>", Role.VIEW) == ["x"]


def test_every_body_tag_of_a_fragment_adds_its_handlers_to_the_page() -> None:
    assert codes("<p><body onload=x><body onload=y onclick=z>", Role.VIEW) == ["x", "z"]


@pytest.mark.parametrize("before", ["", "\ufeff", "\r\n", "日本語😀", "<p title='&amp;\r\n'>", "<!--\r\n-->"])
@pytest.mark.parametrize("role", [Role.CONFIG, Role.LOOSE])
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<script>\r\nx😀\r\ny</script>", "\r\nx😀\r\ny"),
        ("<script>a && b &amp; c", "a && b &amp; c"),
        ("<svg><script>x</script></svg>", "x"),
        ("<b\r\nonclick = \r\n'x\r\ny'>", "x\r\ny"),
        ("<b onclick=x>", "x"),
        ('<b onclick="a && b">', "a && b"),
        ("<a href=' javascript:x()'>", "x()"),
        ("<iframe srcdoc='<p>\r\n<b onclick=x>'></iframe>", "x"),
        ("<body onclick='x'><body class=a>", "x"),
    ],
)
def test_code_without_character_references_stands_where_it_says(before: str, role: Role, text: str, code: str) -> None:
    (script,) = document(before + text, role).scripts
    assert (script.exact, script.text, script.file.text[script.start : script.end]) == (True, code, code)


@pytest.mark.parametrize(
    ("text", "code", "written"),
    [
        ("<b onclick='x(&quot;y&quot;)'>", 'x("y")', "x(&quot;y&quot;)"),
        ("<svg><script>a &lt; b</script></svg>", "a < b", "a &lt; b"),
        ("<svg><script>a<![CDATA[ < b]]></script></svg>", "a < b", "a<![CDATA[ < b]]>"),
        ("<a href='javascript:x%28%29'>", "x()", "x%28%29"),
        ("<a href='java&#115;cript:x'>", "x", "java&#115;cript:x"),
        ("<iframe srcdoc='&lt;b onclick=x>'></iframe>", "x", "&lt;b onclick=x>"),
    ],
)
def test_code_with_character_references_stands_in_the_whole_of_what_holds_it(
    text: str, code: str, written: str
) -> None:
    (script,) = document(text).scripts
    assert (script.exact, script.text, script.file.text[script.start : script.end]) == (False, code, written)


@pytest.mark.parametrize(
    ("text", "goal"),
    [("<script>x</script>", "script"), ("<script type=module>x</script>", "module"), ("<b onclick=x>", "handler"),
     ("<a href=javascript:x>", "script")],
)  # fmt: skip
def test_code_knows_how_a_browser_takes_it(text: str, goal: str) -> None:
    assert [script.goal.value for script in document(text).scripts] == [goal]


@pytest.mark.parametrize(
    ("text", "css", "declarations"),
    [
        ("<style>\r\na{b:c}</style>", "\r\na{b:c}", False),
        ("<svg><style>a{}</style></svg>", "a{}", False),
        ("<p style='b:c'>", "b:c", True),
        ("<p style='b:&quot;c&quot;'>", 'b:"c"', True),
    ],
)
def test_styles_are_told(text: str, css: str, declarations: bool) -> None:
    assert [(style.text, style.declarations) for style in document(text).styles] == [(css, declarations)]


@pytest.mark.parametrize(
    ("text", "at", "urls"),
    [
        ("<script src=' a.js'></script>", "script", [" a.js"]),
        ("<svg><script href=a.js></script></svg>", "script", ["a.js"]),
        ("<link rel=stylesheet href=a.css>", "link", ["a.css"]),
        ("<iframe src=a>", "link", ["a"]),
        ("<object data=a>", "link", ["a"]),
        ("<embed src=a>", "link", ["a"]),
        ("<base href=a>", "link", ["a"]),
        ("<img src=a srcset='b 1x, c,d 2x'>", "link", ["a", "b", "c,d"]),
        ("<meta http-equiv=Refresh content='0; URL = \"a b\"'>", "link", ["a b"]),
        ("<meta http-equiv=refresh content='1,a'>", "link", ["a"]),
        ("<meta http-equiv=refresh content=5>", "link", []),
        ("<meta name=x content='0;url=a'>", "link", []),
        ("<form action=a>", "form", ["a"]),
        ("<input formaction=a>", "form", ["a"]),
        ("<svg><use xlink:href=a>", "link", ["a"]),
        ("<p data=a>", "link", []),
    ],
)
def test_urls_are_told(text: str, at: str, urls: list[str]) -> None:
    assert urls == [fact.url for fact in facts(text, at)]


def test_an_attribute_is_told_with_its_place() -> None:
    (fact,) = facts("<p DATA-x = 'a&amp;b'>", "attribute")
    assert (fact.attribute, fact.value, fact.location.text) == ("data-x", "a&b", "DATA-x = 'a&amp;b'")


def test_a_comment_is_told_with_its_place() -> None:
    (fact,) = facts("<p>\r\n<!--[if IE]>a<![endif]--!>b-->", "comment")
    assert (fact.value, fact.location.text) == ("[if IE]>a<![endif]", "<!--[if IE]>a<![endif]--!>")


def test_an_element_written_once_is_told_once() -> None:
    assert [fact.element for fact in facts("<b><p>x</b>y<i><p>z", "element")] == ["b", "p", "i", "p"]


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("<p>a<br>b", []),
        ("<script>a < b; c = '<!--'</script>", []),
        ("a < b <- c", []),
        ("<title>&lt;b</title>", []),
        ("<script>a", ["<script> is not closed"]),
        ("<textarea>a</p>", ["<textarea> is not closed"]),
        ("a<!-- <b>", ["EOF in comment"]),
        ("a<!-- <b> --><b onclick='x", ["EOF in tag"]),
        ("<b", ["EOF in tag"]),
        ("<style></style><b a", ["EOF in tag"]),
    ],
)
def test_what_the_end_cuts_off_is_a_problem(text: str, messages: list[str]) -> None:
    assert messages == [problem.message for problem in document(text).problems]


def test_documents_in_documents_are_read_to_a_depth_and_then_told() -> None:
    text = "<b onclick=x>"
    for _ in range(8):
        text = '<iframe srcdoc="' + text.replace("&", "&amp;").replace('"', "&quot;") + '"></iframe>'
    assert [problem.unread for problem in document(text).problems] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"<i a={number}><p>" for number in range(2000)),
        "".join(f"<i a={number}><object></i></object><p>" for number in range(2000)),
        "".join(f"<i a={number}><!--</i>--><p title='</i>'>" for number in range(2000)),
        "".join(f"<i a={number}><td></i></td><p>" for number in range(2000)),
    ],
)
def test_formatting_that_would_grow_without_bound_is_not_parsed_and_told(text: str) -> None:
    assert [problem.unread for problem in document(text).problems] == [True]


def test_ordinary_formatting_is_parsed_at_any_length() -> None:
    text = "".join(
        f"<p><a href='/k/{number}/'><b>x</b></a> <font color=c{number}>y</font></p>" for number in range(5000)
    )
    assert not document(text).problems


@pytest.mark.parametrize(
    "text",
    [
        "<div>", "<b>", "<p>", "<svg>", "<template>", "<table>", "<a><b><p>", "<!--", "<!-->", "<", "&", "<b a='",
        "<body a=1>", "<li>", "<select>", "<svg><script>&amp;", "</b>", "<object>", "<iframe srcdoc='<p>'></iframe>",
    ],
)  # fmt: skip
def test_reading_takes_linear_work_and_no_recursion(text: str) -> None:
    assert doubled(lambda size: document(text * (size // len(text))), 20_000) < 2.5


def test_an_element_with_many_attributes_is_read_in_linear_work() -> None:
    def one(size: int) -> None:
        document("<p " + " ".join(f"a{number}=1" for number in range(size)) + ">")

    def spread(size: int) -> None:
        document("".join(f"<body a{number}=1>" for number in range(size)))

    assert doubled(one, 5_000) < 2.5
    assert doubled(spread, 5_000) < 2.5


HTML = st.lists(
    st.sampled_from(
        ["<", ">", "/", "=", "'", '"', " ", "&", "&lt;", "\0", "\r\n", "\r", "<!--", "-->", "--!>", "<![CDATA[", "]]>",
         "<script>", "</script>", "<style>", "</style>", "<svg>", "</svg>", "<math>", "<mtext>", "<title>", "</title>",
         "<table>", "<td>", "<b onclick=x>", "</b>", "<p style='a:b'>", "<iframe srcdoc='", "<template>", "</template>",
         "<body onload=x>", "<frameset>", "<select>", "<a href='javascript:x", "<plaintext>", "<textarea>", "x", "日😀",
         "\ud800", "<html a=b>", "<meta http-equiv=refresh content='0;url=", "<?", "<img srcset='a 1x,"]
    )
).map("".join)  # fmt: skip


@given(HTML | st.text(), st.sampled_from([Role.CONFIG, Role.LOOSE]))
@example("<svg><script>&", Role.LOOSE)
def test_no_text_raises_and_exact_code_is_the_text_at_its_place(text: str, role: Role) -> None:
    read = document(text, role)
    parts = [(script.exact, script.text, script.start, script.end) for script in read.scripts]
    parts += [(style.exact, style.text, style.start, style.end) for style in read.styles]
    for exact, code, start, end in parts:
        assert not exact or code == text[start:end]
