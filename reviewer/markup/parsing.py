"""An HTML file turned into facts, and into the scripts and styles it holds, as a browser would see them.

The only module that knows justhtml, a parser that follows the HTML standard; it sanitizes unless told not to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from justhtml import Comment as HtmlComment
from justhtml import Element as HtmlElement
from justhtml import JustHTML, Node, Template, Text

from reviewer.markup.facts import Document, MarkupFact, MarkupProblem
from reviewer.markup.passage import Passage
from reviewer.markup.reading import Element, Srcdoc, merged_attributes, read_element
from reviewer.markup.rebuilding import rebuilt
from reviewer.markup.tags import read_tag
from reviewer.source import Location, Role, Script, SourceFile, StyleText

# kintone puts these files into a page's body; there, <frameset> is ignored and another <body> only adds attributes.
_PLACED_IN_A_PAGE = frozenset({Role.CONFIG, Role.VIEW})
_PAGE = "<!DOCTYPE html><body>-"

# How many elements parsing may rebuild: some, and some for each tag.
_REBUILT = 300_000
_REBUILT_EACH = 4

# How many documents in documents (srcdoc) are read.
_DEEPEST = 5

# Elements whose text is not markup; the standard calls them raw text and escapable raw text elements.
_RAW_TEXT = frozenset(
    {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript", "plaintext"}
)

_NEWLINE = re.compile(r"\r\n|\r|\n")
_COMMENT_END = re.compile(r"--!?>")
_OPENING = re.compile(r"<(?:!--|[A-Za-z/])")


def parse(file: SourceFile) -> Document:
    """What the file holds; never raises. What cannot be read is a problem with `unread`."""
    whole = Passage(file, file.text, 0, len(file.text), exact=True)
    return _parsed(whole, placed=file.role in _PLACED_IN_A_PAGE)


def parse_written(location: Location, text: str) -> Document:
    """What HTML holds that a script writes at a location: as much as it is finished there."""
    file, start, end = location.file, location.start, location.end
    exact = file.text[start + 1 : end - 1] == text
    passage = Passage(file, text, start + exact, end - exact, exact=exact)
    return replace(_parsed(passage, placed=True), scripts=(), problems=())


def _parsed(whole: Passage, *, placed: bool) -> Document:
    facts: list[MarkupFact] = []
    scripts: list[Script] = []
    styles: list[StyleText] = []
    problems: list[MarkupProblem] = []
    work = [(whole, placed, 0)]
    while work:
        passage, inside, depth = work.pop()
        most, tags = rebuilt(passage.text)
        if most > _REBUILT + _REBUILT_EACH * tags:
            location = passage.location(0, len(passage.text))
            problems.append(MarkupProblem(location, "too many formatting elements are left open", unread=True))
            continue
        elements, unfinished = _elements(passage.text, placed=inside)
        for start, message in unfinished:
            location = passage.location(start, len(passage.text))
            problems.append(MarkupProblem(location, message, unread=False))
        merged = merged_attributes(passage.text)
        for element in elements:
            for part in read_element(element, passage, merged):
                match part:
                    case MarkupFact():
                        facts.append(part)
                    case Script():
                        scripts.append(part)
                    case StyleText():
                        styles.append(part)
                    case MarkupProblem():
                        problems.append(part)
                    case Srcdoc(passage=inner) if depth < _DEEPEST:
                        work.append((inner, False, depth + 1))
                    case Srcdoc(passage=inner):
                        location = inner.location(0, len(inner.text))
                        problems.append(MarkupProblem(location, "documents nested too deeply", unread=True))
    return Document(
        file=whole.file,
        facts=tuple(sorted(facts, key=lambda fact: fact.location.start)),
        scripts=tuple(sorted(scripts, key=lambda script: script.start)),
        styles=tuple(sorted(styles, key=lambda style: style.start)),
        problems=tuple(problems),
    )


def _elements(text: str, *, placed: bool) -> tuple[list[Element], list[tuple[int, str]]]:
    """The elements and comments of the tree, each written place once, and where something is not finished."""
    before = _PAGE if placed else ""
    # justhtml drops a byte order mark, and counts from after it.
    shift = len(before) - (not placed and text.startswith("\ufeff"))
    root = JustHTML(before + text, sanitize=False, track_node_locations=True).root
    found: list[Element] = []
    seen: set[tuple[str, int]] = set()
    unfinished: list[tuple[int, str]] = []
    last_text = 0
    for node in _nodes(root):
        origin = node.origin_offset
        start = -1 if origin is None else max(origin - shift, -1)
        if isinstance(node, Text):
            last_text = max(last_text, start)
        elif isinstance(node, HtmlComment):
            found.append(_comment(node, start, text))
        elif isinstance(node, HtmlElement):
            # The adoption agency and active formatting elements repeat an element; it was written once.
            if (node.name, start) in seen if start >= 0 else not node.attrs:
                continue
            seen.add((node.name, start))
            element = _element(node, start, shift, text)
            found.append(element)
            if element.name in _RAW_TEXT and not element.foreign and start >= 0:
                end = _raw_text_end(element, text)
                last_text = max(last_text, end)
                if end == len(text):
                    unfinished.append((start, f"<{element.name}> is not closed"))
    unfinished.extend(_unfinished_tail(text, last_text))
    return found, unfinished


def _nodes(root: Node) -> Iterator[Node | Text]:
    """Every node below, in document order, without recursion."""
    stack: list[Iterator[Node | Text]] = [iter(root.children or ())]
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
            continue
        yield node
        if node.children:
            stack.append(iter(node.children))
        if isinstance(node, Template) and node.template_content is not None:
            stack.append(iter(node.template_content.children or ()))


def _comment(node: HtmlComment, start: int, text: str) -> Element:
    data = node.data if isinstance(node.data, str) else ""
    end = len(text)
    closing = _COMMENT_END.search(text, start + 2)
    if text.startswith(("<!-->", "<!--->"), start):
        end = text.index(">", start) + 1
    elif closing is not None:
        end = closing.end()
    return Element("#comment", False, (), start, data, max(start, 0), max(end, start, 0))


def _element(node: HtmlElement, start: int, shift: int, text: str) -> Element:
    name = node.name.lower()
    foreign = node.namespace not in {None, "html"}
    attributes = tuple((key.lower(), value or "") for key, value in (node.attrs or {}).items())
    content, content_start, content_end = "", -1, -1
    if name in {"script", "style"}:
        texts = [child for child in node.children or () if isinstance(child, Text)]
        places = [child.origin_offset - shift for child in texts if child.origin_offset is not None]
        if places:
            content = "".join(child.data or "" for child in texts)
            content_start = places[0]
            content_end = _content_end(text, places[-1], texts[-1].data or "", foreign=foreign)
    return Element(name, foreign, attributes, start, content, content_start, content_end)


def _content_end(text: str, start: int, data: str, *, foreign: bool) -> int:
    """Where text that was read as `data` ends in the file, whose line ends may be longer.

    Where character references or CDATA stand in it, which count in foreign content alone, the next end tag ends it.
    """
    lines = data.count("\n")
    line_start = start
    if lines:
        last = next(islice(_NEWLINE.finditer(text, start), lines - 1, None), None)
        line_start = len(text) if last is None else last.end()
    end = min(line_start + len(data) - (data.rfind("\n") + 1), len(text))
    if foreign and {"&", "<"} & set(text[start:end]):
        following = text.find("</", start)
        return len(text) if following < 0 else following
    return end


def _raw_text_end(element: Element, text: str) -> int:
    """Where the content of an element without markup inside ends; the end of the text if nothing closes it."""
    after = max(read_tag(text, element.start).end, element.content_end)
    closing = re.compile(rf"</{element.name}(?=[\t\n\f\r />])", re.IGNORECASE | re.ASCII).search(text, after)
    return len(text) if closing is None or element.name == "plaintext" else closing.start()


def _unfinished_tail(text: str, start: int) -> Iterator[tuple[int, str]]:
    """The comment or tag which the end of the text cuts off: dropped, or continued by whatever the page has next."""
    position = start
    while (opening := _OPENING.search(text, position)) is not None:
        if opening.group() == "<!--":
            closing = _COMMENT_END.search(text, opening.start() + 2)
            if closing is None:
                yield opening.start(), "EOF in comment"
                return
            position = closing.end()
            continue
        tag = read_tag(text, opening.start())
        if not tag.closed:
            yield opening.start(), "EOF in tag"
            return
        position = tag.end
