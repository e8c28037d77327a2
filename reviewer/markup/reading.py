"""Elements turned into facts, and into the scripts and styles that HTML holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote

from reviewer.markup.facts import MarkupFact, MarkupProblem
from reviewer.markup.passage import Passage
from reviewer.markup.tags import Attribute, Tag, read_tag
from reviewer.record import thing, value
from reviewer.source import Goal, Script, StyleText


@thing
class Element:
    """One element of the tree that a browser would build, or a comment (`name` "#comment", its text in `content`).

    `foreign` tells SVG and MathML. `attributes` are lower-case names with decoded values. `start` is where its tag
    begins, -1 where the parser supplied the element. `content` is the text of a script, a style or a comment, written
    in [content_start, content_end); these are -1 where there is none.
    """

    name: str
    foreign: bool
    attributes: tuple[tuple[str, str], ...]
    start: int
    content: str
    content_start: int
    content_end: int

    def value(self, name: str) -> str | None:
        """The decoded value of an attribute."""
        return next((value for each, value in self.attributes if each == name), None)


@value
class Srcdoc:
    """A document inside an attribute."""

    passage: Passage


Part = MarkupFact | Script | StyleText | Srcdoc | MarkupProblem

# https://mimesniff.spec.whatwg.org/#javascript-mime-type
_JAVASCRIPT = re.compile(
    r"(?:application|text)/(?:x-)?(?:java|ecma)script|text/(?:javascript1\.[0-5]|jscript|livescript)", re.ASCII
)

# Attributes that hold a URL, by element where the name means something else elsewhere.
_URLS_ANYWHERE = frozenset(
    {
        "href",
        "xlink:href",
        "src",
        "action",
        "formaction",
        "background",
        "poster",
        "ping",
        "lowsrc",
        "dynsrc",
        "codebase",
    }
)
_URLS = frozenset(
    {("object", "data"), ("object", "classid"), ("applet", "code"), ("applet", "archive"), ("html", "manifest")}
)
_URL_LISTS = frozenset({"srcset", "imagesrcset"})
_FORM_URLS = frozenset({"action", "formaction"})

_PAGE_TAG = re.compile(r"<(?P<name>html|body)(?=[\t\n\f\r />])", re.IGNORECASE)
_CODE_URL = re.compile(r"[\0-\x20]*" + r"[\t\n\r]*".join("javascript:"), re.IGNORECASE)
_REFRESH = re.compile(r"\s*[\d.]*\s*[;,\s]\s*(?:url\s*=\s*)?(?P<quote>[\"']?)(?P<url>.*)", re.IGNORECASE | re.DOTALL)


def merged_attributes(text: str) -> Mapping[tuple[str, str], Attribute]:
    """Where the attributes of <html> and <body> stand, of which every further tag adds those that are missing yet."""
    found: dict[tuple[str, str], Attribute] = {}
    for match in _PAGE_TAG.finditer(text):
        for attribute in read_tag(text, match.start()).attributes:
            found.setdefault((match["name"].lower(), attribute.name), attribute)
    return found


def read_element(element: Element, passage: Passage, merged: Mapping[tuple[str, str], Attribute]) -> Iterator[Part]:
    """What one element or comment of `passage` says; `merged` are its `merged_attributes`."""
    if element.name == "#comment":
        location = passage.location(element.content_start, element.content_end)
        yield MarkupFact("comment", location, "", "", element.content, None)
        return
    tag = read_tag(passage.text, element.start) if element.start >= 0 else Tag(0, 0, (), closed=True)
    written: dict[str, Attribute] = {}
    for attribute in tag.attributes:
        written.setdefault(attribute.name, attribute)
    yield MarkupFact("element", passage.location(tag.start, tag.end), element.name, "", "", None)
    for name, text in element.attributes:
        place = merged.get((element.name, name)) or written.get(name)
        whole_tag = Attribute(name, tag.start, tag.end, tag.start, tag.end)
        yield from _read_attribute(element, name, text, place or whole_tag, passage)
    yield from _read_content(element, passage)


def _read_attribute(element: Element, name: str, value: str, written: Attribute, passage: Passage) -> Iterator[Part]:
    location = passage.location(written.start, written.end)
    content = passage.part(written.value_start, written.value_end, value)
    urls = tuple(_urls(element, name, value))
    yield MarkupFact("attribute", location, element.name, name, value, urls[0] if len(urls) == 1 else None)
    for url in urls:
        yield MarkupFact(_kind_of_url(element, name), location, element.name, name, value, url)
        code = _CODE_URL.match(url)
        if code is not None and len(urls) == 1:
            yield _code_in_url(content, url, code.end())
    if name.startswith("on") and len(name) > 2:
        yield MarkupFact("handler", location, element.name, name, value, None)
        if value.strip():
            yield content.script(Goal.HANDLER)
    elif name == "style":
        yield content.style(declarations=True)
    elif name == "srcdoc" and element.name == "iframe":
        yield Srcdoc(content)


def _kind_of_url(element: Element, name: str) -> str:
    if element.name == "script":
        return "script"
    return "form" if name in _FORM_URLS else "link"


def _urls(element: Element, name: str, value: str) -> Iterable[str]:
    """The URLs that an attribute holds."""
    if element.name == "meta" and name == "content":
        refresh = _REFRESH.match(value) if (element.value("http-equiv") or "").strip().lower() == "refresh" else None
        if refresh is None or not refresh["url"]:
            return ()
        quote = refresh["quote"]
        return (refresh["url"].split(quote)[0] if quote else refresh["url"],)
    if name in _URL_LISTS:
        return tuple(candidate.split()[0] for candidate in re.split(r",\s+|\s*,(?=\s|$)", value) if candidate.split())
    if element.name in {"set", "animate"} and (element.value("attributename") or "").lower().endswith("href"):
        return tuple(value.split(";")) if name in {"to", "from", "by", "values"} else ()
    return (value,) if name in _URLS_ANYWHERE or (element.name, name) in _URLS else ()


def _code_in_url(content: Passage, url: str, after: int) -> Script:
    """The code of a javascript: URL, which browsers percent-decode first."""
    code = unquote(url[after:])
    begins = content.text.find(url)
    if begins < 0 or not content.exact:
        return Script(content.file, code, content.start, content.end, exact=False, goal=Goal.SCRIPT)
    begins += after
    return content.part(begins, begins + len(url) - after, code).script(Goal.SCRIPT)


def _read_content(element: Element, passage: Passage) -> Iterator[Part]:
    if element.content_start < 0:
        return
    content = passage.part(element.content_start, element.content_end, element.content)
    if element.name == "style":
        yield content.style(declarations=False)
    elif element.name == "script" and not _has_source(element):
        goal = script_goal(element.value("type"), element.value("language"))
        if goal is not None and content.text.strip():
            yield content.script(goal)


def _has_source(element: Element) -> bool:
    """Whether a script element names a file, and its own text is ignored."""
    names = ("href", "xlink:href") if element.foreign else ("src",)
    return any(element.value(name) is not None for name in names)


def script_goal(kind: str | None, language: str | None) -> Goal | None:
    """How a browser runs a script element of this type; None for data, which it does not run.

    See https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element. A type with parameters, which
    browsers do not run, counts as script: it differs in nothing a reader would notice.
    """
    if kind is None:
        kind = f"text/{language}" if language else "text/javascript"
    essence = kind.split(";")[0].strip().lower()
    if essence == "module":
        return Goal.MODULE
    return Goal.SCRIPT if not essence or _JAVASCRIPT.fullmatch(essence) else None
