"""What is handed over as a style -> its texts: one text, the strings of a template with a tag, or its properties."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.javascript.folding import Folder
from reviewer.javascript.graph import ObjectToken
from reviewer.javascript.linking import Linker
from reviewer.javascript.pieces import Pieces

_URL = re.compile(r"""(?:url\(\s*["']?|@import\s+["'])(?P<url>[^"')]*)""", re.IGNORECASE)
_ABSOLUTE = re.compile(r"\s*(?:https?:)?//[\w-]", re.IGNORECASE)
PIECE = "\x1e"
"""What stands in front of each piece of a style that is not known as a whole."""

_RAW = "raw"
_DEEPEST = 3
_MOST = 200


class Styles:
    """Of one linked graph."""

    def __init__(self, linker: Linker, folder: Folder) -> None:
        self._linker = linker
        self._folder = folder
        self._pieces = Pieces(linker, folder)

    def addresses(self, node: int) -> list[str]:
        """The addresses in a style; what is not known in them shows as a character of its own (see `Folder.HOLE`)."""
        texts = list(_texts(self._linker, self._folder, node))
        found = [match["url"] for text in texts for match in _URL.finditer(text)]
        if not any(self._folder.HOLE in text for text in texts):
            return found
        pieces = self._pieces.of(node)
        known = [match["url"] for piece in pieces for match in _URL.finditer(piece) if _ABSOLUTE.match(match["url"])]
        known += [piece.strip() for piece in pieces if _ABSOLUTE.match(piece)]
        return list(dict.fromkeys((*(url for url in found if not url.startswith(self._folder.HOLE)), *known))) or found

    def text(self, node: int) -> str:
        """The text of a style; where it is not known, what it is made of, each piece behind a sign that is none."""
        value = self._folder.folded(node)
        return value.text if value.text is not None else "".join(f"{PIECE}{piece}" for piece in self._pieces.of(node))


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
