"""What a review says: findings with their evidence, and gaps, which are the things it could not examine."""

from __future__ import annotations

from enum import StrEnum

from reviewer.record import value
from reviewer.rule import Rule
from reviewer.source import Location
from reviewer.text import Text


class Confidence(StrEnum):
    """High when the whole path is exact; lower when it passes something that could not be resolved."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@value
class Step:
    """One station of a trace, in the order data travels."""

    location: Location
    note: Text


@value
class Finding:
    """A place that a rule objects to, with the explanation.

    `detail` says what exactly was found here (the host, the field, the masked secret), None where the rule's own words
    say it all. `trace` runs from source to sink and is empty where there is no flow. `function` is the name of the
    enclosing function ("" at top level); it keeps the fingerprint stable when code moves. `flagged` is the text the
    fingerprint is made of; secrets are masked in it.
    """

    rule: Rule
    location: Location
    confidence: Confidence
    detail: Text | None
    trace: tuple[Step, ...]
    function: str
    flagged: str


class Stage(StrEnum):
    """Which part of the work something was left unexamined by."""

    INTAKE = "intake"
    DECODING = "decoding"
    PARSING = "parsing"
    ANALYSIS = "analysis"
    STYLESHEET = "stylesheet"
    MARKUP = "markup"
    LIBRARIES = "libraries"
    SEMGREP = "semgrep"


@value
class Gap:
    """Something that was not examined, and why; never silent. A blocking gap rules out a passing verdict.

    `kind` is a short stable name ("syntax-error", "semgrep-timeout"); `path` is the file it concerns, where it does.
    """

    stage: Stage
    kind: str
    message: Text
    path: str | None
    location: Location | None
    blocking: bool
