"""Data that stands as JSON in text which is run: in that code it is a literal, whose value is the data.

Where the text is looked into, a name stands for the literal, and the data goes where the name is read.
"""

from __future__ import annotations

import re

from reviewer.javascript import syntax as s
from reviewer.javascript.graph import VALUE, Graph
from reviewer.javascript.positions import open_literal

_NAME = re.compile(r"\$json_[0-9]+_[0-9]+_")
_JSON, _WRITTEN_OUT = "JSON", ".stringify"


def name_of(graph: Graph, node: int) -> str | None:
    """The name that stands for a literal in code; None for what is none."""
    computed = graph.computed.get(node)
    if computed is None or computed.operator != _WRITTEN_OUT or graph.globals.get(computed.operands[0]) != _JSON:
        return None
    origin = graph.origin[node]
    return _spelled(graph.script[node], origin) if isinstance(origin, s.CallExpression) else None


def are_literals(code: str) -> bool:
    """Whether each such name in code is an expression, and stands in no text that is open there."""
    return all(not open_literal(code[: found.start()]) for found in _NAME.finditer(code))


def connect(graph: Graph) -> None:
    """Data that is written out as JSON goes where its name is read."""
    reads = [(name, node) for node, name in graph.globals.items() if _NAME.fullmatch(name)]
    if not reads:
        return
    given = {_spelled(call.script, call.node): call.args[0] for call in graph.calls if call.args}
    for name, node in reads:
        if name in given:
            graph.edge(given[name], node, VALUE)


def _spelled(script: int, call: s.Node) -> str:
    return f"$json_{script}_{call.start}_"
