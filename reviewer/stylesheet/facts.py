"""What a style sheet holds, as plain facts with locations. Values only."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.source import Location, SourceFile


@dataclass(frozen=True, slots=True)
class StyleFact:
    """One construct.

    `at` is import, font (a `src` of @font-face), url (any other url()), declaration, selector, function (expression() and
    the like) or problem. `selector` is the rule's selector text as written ("" outside one), `property` the lower-case
    property name, `value` the declared value's text, `url` the decoded URL for import, font and url.
    """

    at: str
    location: Location
    selector: str
    property: str
    value: str
    url: str | None


@dataclass(frozen=True, slots=True)
class StyleProblem:
    """Text that CSS error recovery would drop; `message` in English from the parser."""

    location: Location
    message: str


@dataclass(frozen=True, slots=True, eq=False)
class Stylesheet:
    """One parsed style sheet (a file, a <style> element or a style attribute)."""

    file: SourceFile
    facts: tuple[StyleFact, ...]
    problems: tuple[StyleProblem, ...]
