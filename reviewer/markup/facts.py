"""What an HTML document holds that matters to a reviewer, as plain facts with locations. Values only."""

from __future__ import annotations

from reviewer.record import thing, value
from reviewer.source import Location, Script, SourceFile, StyleText


@value
class MarkupFact:
    """One construct.

    `at` is element, attribute, script (external: `value` is its URL), handler, link, form or comment. `element` and
    `attribute` are lower-case names, `value` the decoded attribute value (or comment text), `url` the URL if it is one.
    """

    at: str
    location: Location
    element: str
    attribute: str
    value: str
    url: str | None


@value
class MarkupProblem:
    """A parse error of the HTML standard that makes reading ambiguous; `unread` where something was not read at all."""

    location: Location
    message: str
    unread: bool


@thing
class Document:
    """One parsed HTML file: its inline scripts and handlers are code too, in document order."""

    file: SourceFile
    facts: tuple[MarkupFact, ...]
    scripts: tuple[Script, ...]
    styles: tuple[StyleText, ...]
    problems: tuple[MarkupProblem, ...]
