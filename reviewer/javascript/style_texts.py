"""What is handed over as a style -> its texts: one text, the strings of a template with a tag, or its properties."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.javascript.folding import Folder
from reviewer.javascript.graph import ObjectToken
from reviewer.javascript.linking import Linker

_URL = re.compile(r"""(?:url\(\s*["']?|@import\s+["'])(?P<url>[^"')]*)""", re.IGNORECASE)
_RAW = "raw"
_DEEPEST = 3
_MOST = 200


def addresses(linker: Linker, folder: Folder, node: int) -> list[str]:
    """The addresses in a style; what is not known in them shows as a character of its own (see `Folder.HOLE`)."""
    return [match["url"] for text in _texts(linker, folder, node) for match in _URL.finditer(text)]


def _texts(linker: Linker, folder: Folder, style: int) -> Iterator[str]:
    """Each text once, those on the outside first; of what holds more than a style does, not all."""
    depths = {style: 0}
    nodes = [style]
    for node in nodes:
        yield folder.skeleton(node)
        for token in linker.tokens(node) if depths[node] < _DEEPEST else ():
            if not isinstance(token, ObjectToken):
                continue
            fields = linker.fields_of(token)
            if _RAW in fields:
                parts = sorted((int(key), at) for key, at in fields.items() if key is not None and key.isdigit())
                yield folder.HOLE.join(folder.skeleton(at) for _, at in parts[:_MOST])
                continue
            for at in fields.values():
                if at not in depths and len(nodes) < _MOST:
                    depths[at] = depths[node] + 1
                    nodes.append(at)  # and is looked at in its turn
