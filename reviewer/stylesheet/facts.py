"""What a style sheet holds, as plain facts with locations. Values only."""

from __future__ import annotations

from reviewer.record import thing, value
from reviewer.source import Location, SourceFile


@value
class StyleFact:
    """One construct.

    `at` is import, font (a `src` of @font-face), url (any other resource), declaration, selector or function (any
    but those that name a resource). `selector` is the rule's selector, after those it is nested in ("" outside one),
    `property` the lower-case property name. `within` are the conditions around it, outermost first (`@media print`),
    and for a font what characters it is for (`@font-face U+0025-00FF`).
    `value` is the declared value, the function's lower-case name, what follows
    the URL of an import, or all that is declared under a selector (`name:value;name:value`). `url` is the URL for
    import, font and url, None where it is computed.
    `block` is, for a selector, the place from it to the end of what is declared under it.
    All are as a browser understands them (escapes decoded, comments dropped); the text as written is at `location`.
    """

    at: str
    location: Location
    selector: str
    property: str
    value: str
    url: str | None
    within: str = ""
    block: Location | None = None


@value
class StyleProblem:
    """Text that CSS error recovery drops; `message` in English from the parser.

    `unread` where browsers would read on and the parser did not: what follows is in no fact.
    """

    location: Location
    message: str
    unread: bool


@thing
class Stylesheet:
    """One parsed style sheet (a file, a <style> element or a style attribute)."""

    file: SourceFile
    facts: tuple[StyleFact, ...]
    problems: tuple[StyleProblem, ...]
