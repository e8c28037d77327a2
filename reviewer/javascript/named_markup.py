"""Markup whose attributes name the object that its expressions are about -> sinks of what these expressions write.

A row of a call that makes an object known by a name tells by `named-by` in which attribute of any markup that is put
into the page such names stand (`<div x-data="memos">`). A row of a call that puts a component where its markup already
is tells by `shown-in` which argument says where that is: an element, or its id as a selector. `filled-from`, `raw`,
`written-as` and `loops` are as in `directives`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reviewer.javascript.directives import Directives, Filled
from reviewer.javascript.folding import Folder
from reviewer.javascript.linking import Linker
from reviewer.javascript.markup_templates import attribute_values
from reviewer.javascript.usage import Sink, Usage, details
from reviewer.javascript.uses import HTML, Uses

_NAMED_BY, _SHOWN_IN, _WRITTEN_AS, _HTML = "named-by", "shown-in", "written-as", "=html"
_NAME = re.compile(r"\s*([^\W\d][\w$]*)\s*(?:\(|\Z)")
_FARTHEST = 20


def with_markup(linker: Linker, folder: Folder, uses: Uses, usages: Sequence[Usage]) -> Iterator[Sink]:
    """The sinks of a page and, behind each that is markup, those that its attributes are."""
    rows = [(usage, dict(detail)) for usage in usages for _, detail in details(usage)]
    named = {tuple(sorted(row.items())): (usage, row) for usage, row in rows if _NAMED_BY in row}
    ways = [*named.values(), *((usage, row) for usage, row in rows if _SHOWN_IN in row)]
    for sink in uses.sinks(usages):
        yield sink
        if sink.kind in HTML:
            for usage, row in ways:
                homes = (
                    _named(linker, folder, sink, row)
                    if _NAMED_BY in row
                    else _shown(linker, folder, uses, sink, usage, row)
                )
                yield from _written(linker, folder, sink, usage, row, homes)


def _written(
    linker: Linker, folder: Folder, sink: Sink, usage: Usage, row: Mapping[str, str], homes: Iterable[int]
) -> Iterator[Sink]:
    kind = row.get(_WRITTEN_AS, _HTML)
    raw, loops = row["raw"].removeprefix("="), row.get("loops", "=").removeprefix("=")
    directives = Directives(linker, folder)
    for home in homes:
        shown = _where_it_stands(linker, folder, sink)
        for node in directives.written(Filled(sink.node, home, loops), raw, (), whole=kind != _HTML):
            yield Sink(node, kind.removeprefix("="), f"{usage.place.path}.{raw}", shown)


def _named(linker: Linker, folder: Folder, sink: Sink, row: Mapping[str, str]) -> Iterator[int]:
    """The objects that attributes of the markup name."""
    for value in attribute_values(folder.skeleton(sink.node), row[_NAMED_BY].removeprefix("=")):
        name = _NAME.match(value)
        yield from linker.components.called(name[1]) if name is not None else ()


def _shown(
    linker: Linker, folder: Folder, uses: Uses, sink: Sink, usage: Usage, row: Mapping[str, str]
) -> Iterator[int]:
    """The object of a component, if the markup may be where it is put."""
    ids = [text for node in uses.nodes(usage, row[_SHOWN_IN]) for text in folder.texts(node) if text.startswith("#")]
    there = attribute_values(folder.skeleton(sink.node), "id")
    if not ids or not {one.removeprefix("#") for one in ids}.isdisjoint(there):
        yield from (home for _, home in linker.components.made_of(uses.nodes(usage, row["filled-from"])))


def _where_it_stands(linker: Linker, folder: Folder, sink: Sink) -> Usage:
    """The use of markup as shown at the text that it is, not where that is put into the page."""
    node = sink.node
    for _ in range(_FARTHEST):
        sources = folder.sources(node)
        if len(sources) != 1:
            break
        node = sources[0]
    return replace(sink.usage, node=linker.graph.origin[node], script=linker.graph.script[node])
