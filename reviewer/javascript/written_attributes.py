"""Data that is written into the data attributes of HTML text -> what elements give back under these names.

`'<li data-note="' + x + '">'` puts x into an element as surely as a call does: it comes back decoded, so that nothing
that escaping did for the text holds any more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.javascript.attributes import in_code
from reviewer.javascript.constants import Partial, Value, text_of
from reviewer.javascript.folding import Folder
from reviewer.javascript.graph import TAINT
from reviewer.javascript.linking import Linker

_ATTRIBUTE = re.compile(r"\sdata-([a-z][\w-]{0,60})\s{0,3}=\s{0,3}[\"']?$")
_BEFORE = 80
"""How many characters in front of a value tell where it stands."""


def give_back(linker: Linker) -> None:
    """Draw where it comes back, as far as anybody asks for data of this name."""
    holders = linker.places.of_data()
    asked = {key for holder in holders for key in linker.fields_of(holder) if key is not None}
    if not asked:
        return
    for before, part in tuple(_parts(linker, Folder(linker))):
        written = _ATTRIBUTE.search(before)
        name = None if written is None else in_code(written[1])
        for holder in holders if name in asked else ():
            read = linker.fresh(part)
            linker.graph.unescaped.add(read)
            linker.edge(part, read, TAINT)
            linker.edge(read, linker.field(holder, name, read))


def _parts(linker: Linker, folder: Folder) -> Iterator[tuple[str, int]]:
    """What is put into texts, each with the text before it as far as that is known."""
    for computed in tuple(linker.graph.computed.values()):
        if computed.operator not in {"+", "join"}:
            continue
        for before, part in zip(computed.operands, computed.operands[1:], strict=False):
            if isinstance(folder.value(part), Partial):
                yield _end(folder.value(before)), part


def _end(value: Value) -> str:
    return (value.suffix if isinstance(value, Partial) else text_of(value))[-_BEFORE:]
