"""Uses of a page -> those of which no text tells what is used: its name comes about at run time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.javascript.facts import Facts
from reviewer.source import Location

_NAMED = re.compile(r"global(?!.*\.(?:element|new|return)\b)(?:\.[\w$]+)*\.([\w$]+)")
"""The place of something that has a name of its own: it is no element, no result."""

_BETWEEN = re.compile(r"['\"`]\s*[+,]\s*['\"`]")
"""What stands between the parts of a text that anybody can read together."""

_CALLED, _READ = re.compile(r"\]\s*\("), "]"


def hidden_names(page: Facts) -> Iterator[tuple[Location, str]]:
    """Where something is used by a computed name, and that name, which stands nowhere in the file."""
    texts: dict[str, str] = {}
    for use in page.uses:
        found = _NAMED.fullmatch(use.place)
        text = use.location.text
        computed = _CALLED.search(text) is not None if use.access in {"call", "new"} else text.endswith(_READ)
        if found is None or not computed:
            continue
        file = use.location.file
        if file.path not in texts:
            texts[file.path] = _BETWEEN.sub("", file.text)
        if found[1] not in texts[file.path]:
            yield use.location, found[1]
