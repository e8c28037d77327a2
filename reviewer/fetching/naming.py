"""Names under which files were registered -> paths that are safe and distinct on every system.

kintone takes any name, and one name twice; Windows reserves some, and takes letters of both cases for the same.
"""

from __future__ import annotations

import re
import unicodedata

# Letters, digits and marks of any script, and a few signs that no system gives a meaning.
_UNSAFE = re.compile(r"[^\w.+@()\-]")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
# Bytes of one name in UTF-8: file systems take 255, and Windows some 260 for a whole path.
_LONGEST = 80


class Namer:
    """Gives each file of one submission its path, in the order asked."""

    __slots__ = ("_taken",)

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def path(self, device: str, kind: str, name: str) -> str:
        """`desktop/js/name.js`; a second one of the same name is `name~2.js`. The suffix is always that of its list.

        By its suffix a review would take a file for something else than it is loaded as, an archive for one.
        """
        stem = _stem(name, kind)
        folder = f"{device}/{kind}"
        turn = 1
        while True:
            numbered = stem if turn == 1 else f"{stem}~{turn}"
            path = f"{folder}/{numbered}.{kind}"
            if path.casefold() not in self._taken:
                self._taken.add(path.casefold())
                return path
            turn += 1


def _stem(name: str, kind: str) -> str:
    plain = _UNSAFE.sub("_", unicodedata.normalize("NFC", name)).strip(". ")
    if plain.lower().endswith(f".{kind}"):
        plain = plain[: -len(kind) - 1]
    short = plain.encode("utf-8", "replace")[:_LONGEST].decode("utf-8", "ignore").strip(". ")
    if not short.strip("_."):
        short = "unnamed"
    return f"_{short}" if _RESERVED.fullmatch(short) else short
