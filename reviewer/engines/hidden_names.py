"""Uses of a page -> those of which no text tells what is used: its name comes about at run time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.javascript.facts import Facts
from reviewer.place import Global, Name, parse_place
from reviewer.source import Location

_WORD = re.compile(r"[\w$]+")
_BETWEEN = re.compile(r"['\"`]\s*[+,]\s*['\"`]")
"""What stands between the parts of a text that anybody can read together."""

_CALLED, _READ = re.compile(r"\]\s*\("), "]"


def hidden_names(page: Facts) -> Iterator[tuple[Location, str]]:
    """Where something is used by a computed name, and that name, which stands nowhere in the file."""
    texts: dict[str, str] = {}
    for use in page.uses:
        text, file = use.location.text, use.location.file
        computed = _CALLED.search(text) is not None if use.access in {"call", "new"} else text.endswith(_READ)
        name = _name(use.place) if computed else None
        if name is None:
            continue
        if file.path not in texts:
            texts[file.path] = _BETWEEN.sub("", file.text)
        if name not in texts[file.path]:
            yield use.location, name


def _name(place: str) -> str | None:
    """The last of the names that lead to something from the global object; None for an element, or a result."""
    root, *steps = parse_place(place)
    names = [step.name for step in steps if isinstance(step, Name) and step.literal is None]
    whole = isinstance(root, Global) and len(names) == len(steps) and all(map(_WORD.fullmatch, names))
    return names[-1] if whole and names else None
