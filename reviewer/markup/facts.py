"""What an HTML document holds that matters to a reviewer, as plain facts with locations. Values only."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.source import Location, Script, SourceFile


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class StyleText:
    """CSS inside HTML: a <style> element (`declarations` False) or a style attribute (True).

    Same mapping as `Script`: `exact` means text is file.text[start:end].
    """

    file: SourceFile
    text: str
    start: int
    end: int
    exact: bool
    declarations: bool

    def location(self, start: int, end: int) -> Location:
        """The place in the file of the range [start, end) of this text."""
        if self.exact:
            return Location(self.file, self.start + start, self.start + end)
        return Location(self.file, self.start, self.end)


@dataclass(frozen=True, slots=True)
class MarkupProblem:
    """A parse error of the HTML standard that makes reading ambiguous; `unread` where something was not read at all."""

    location: Location
    message: str
    unread: bool


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """One parsed HTML file: its inline scripts and handlers are code too, in document order."""

    file: SourceFile
    facts: tuple[MarkupFact, ...]
    scripts: tuple[Script, ...]
    styles: tuple[StyleText, ...]
    problems: tuple[MarkupProblem, ...]
