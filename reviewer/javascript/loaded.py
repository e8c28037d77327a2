"""HTML text, or an address -> the parts of it that go out with a request that a browser makes by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.javascript.addresses import is_sent
from reviewer.javascript.constants import Text
from reviewer.javascript.folding import Folder
from reviewer.javascript.graph import TAINT, Computed
from reviewer.javascript.linking import Linker

_LONGEST_TAG = 2_000
_INSIDE = r"(?:[^<>\"']|\"[^\"<>]*\"|'[^'<>]*')*(?:[\s/]|(?<=[\"']))"
"""What may stand in a tag before the name of an attribute."""

_LOADED = re.compile(
    r"(?:<(?:"
    rf"(?:img|script|iframe|frame|embed|object|link|video|audio|source|track|input|image)\b{_INSIDE}"
    r"(?:src|srcset|imagesrcset|poster|data|href|xlink:href)|"
    rf"(?:a|area)\b{_INSIDE}ping|"
    rf"(?:body|table|tr|td|th)\b{_INSIDE}background"
    r")\s*=\s*|\burl\(\s*)[\"']?(?P<url>[^\"'<>\s]*)\Z",
    re.IGNORECASE,
)


def loaded(folder: Folder, html: int) -> Iterator[tuple[int, str]]:
    """The parts of HTML text that stand in such addresses, each with the beginning of the address before it."""
    for node, before in folder.holes(html):
        found = _LOADED.search(before[-_LONGEST_TAG:])
        if found is not None and is_sent(found["url"], "?"):
            yield node, found["url"]


def asked_for(linker: Linker, folder: Folder, address: int) -> Iterator[int]:
    """The parts of an address that stand in its query, where whoever the host belongs to is not known at all."""
    for node, before in folder.holes(address):
        if before.startswith(Folder.HOLE) and "?" in before:
            yield behind(linker, before, node)


def behind(linker: Linker, before: str, node: int) -> int:
    """The node of a part of a text as it stands behind what is before it."""
    first, made = linker.fresh(node), linker.fresh(node)
    linker.graph.constants[first] = Text(before)
    linker.graph.computed[made] = Computed("join", (first, node))
    linker.graph.edge(node, made, TAINT)
    return made
