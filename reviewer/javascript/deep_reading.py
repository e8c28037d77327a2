"""get(object, 'a.b[0]', otherwise), as libraries have it -> what stands at the end of the path."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from reviewer.javascript.constants import Array, Constant, Text, text_of
from reviewer.javascript.graph import PART, TAINT, CallSite
from reviewer.javascript.linking import Linker
from reviewer.javascript.methods import Native

READS = "reads-path"
_NAME = re.compile(r"[^.\[\]'\"]+")


def _read(linker: Linker, call: CallSite) -> None:
    """Where the path is not known, it is something of all that is inside."""
    if len(call.args) < 2:
        return
    source, path, *otherwise = call.args
    names = _names(linker.graph.constants.get(path))
    if names is None:
        linker.read(source, None, call.result)
        linker.graph.edge(source, call.result, TAINT)
    else:
        linker.edge(_end(linker, source, names), call.result)
    for node in otherwise[:1]:
        linker.edge(node, call.result)


def _end(linker: Linker, node: int, names: Sequence[str]) -> int:
    for name in names:
        inner = linker.fresh(node)
        linker.read(node, name, inner)
        linker.graph.edge(node, inner, PART)
        node = inner
    return node


def _names(path: Constant | None) -> tuple[str, ...] | None:
    match path:
        case Text(value=text):
            return tuple(_NAME.findall(text)) or None
        case Array(items=items):
            return tuple(text_of(item) for item in items) or None
        case _:
            return None


DEEP_READING: Mapping[str, Native] = MappingProxyType({READS: _read})
