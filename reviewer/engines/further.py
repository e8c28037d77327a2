"""One finding for what shows at many places -> the steps that lead to the further ones."""

from __future__ import annotations

from reviewer.finding import Step
from reviewer.source import Location
from reviewer.text import Text


def also_here(location: Location, what: Text) -> Step:
    """A further place, and what shows there."""
    return Step(location, Text(ja=f"ここにもあります: {what.ja}", en=f"Also here: {what.en}"))
