"""What a drawing is made of: boxes, lines and words with their places, as plain values."""

from __future__ import annotations

from reviewer.record import value


@value
class Words:
    """One line of text in the picture, and where it begins."""

    x: int
    y: int
    text: str
    face: str


@value
class Box:
    """A rectangle of the picture with its lines of text."""

    x: int
    y: int
    width: int
    height: int
    tone: str
    words: tuple[Words, ...]


@value
class Stroke:
    """A line of the picture as SVG path data."""

    path: str
    tone: str
