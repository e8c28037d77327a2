"""A path of graph nodes -> the steps a person can follow in the code, in plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from reviewer.finding import Step
from reviewer.javascript import syntax as s
from reviewer.javascript.flows import Reached
from reviewer.javascript.graph import Graph
from reviewer.javascript.uses import Sink
from reviewer.rule import KindRole
from reviewer.source import Location
from reviewer.text import Text

_LONGEST = 24


def steps(
    graph: Graph,
    reached: Reached,
    sink: Sink,
    titles: Mapping[tuple[KindRole, str], Text],
    location: Callable[[s.Node, int], Location],
) -> Iterator[Step]:
    """Source first, sink last; of neighbouring nodes at one place only the first is said."""
    source = titles.get((KindRole.SOURCE, reached.source), Text(ja=reached.source, en=reached.source))
    target = titles.get((KindRole.SINK, sink.kind), Text(ja=sink.kind, en=sink.kind))
    first = reached.path[0]
    start = location(graph.origin[first], graph.script[first])
    yield Step(start, Text(ja=f"{source.ja}がここで得られます。", en=f"This is where it comes from: {source.en}."))
    middle: list[Step] = []
    last = start
    for node in reached.path[1:]:
        at = location(graph.origin[node], graph.script[node])
        if at == last or isinstance(graph.origin[node], s.Program):
            continue
        last = at
        middle.append(Step(at, _note(graph, node)))
    if len(middle) > _LONGEST:
        middle = [*middle[: _LONGEST // 2], *middle[-_LONGEST // 2 :]]
    end = location(sink.usage.node, sink.usage.script)
    yield from (step for step in middle if step.location != end)
    yield Step(end, Text(ja=f"ここに届きます:{target.ja}。", en=f"It arrives here: {target.en}."))


def _note(graph: Graph, node: int) -> Text:
    """What happens to the data at a node."""
    origin = graph.origin[node]
    name = graph.names.get(node, "")
    computed = graph.computed.get(node)
    match origin:
        case s.MemberExpression() if name:
            return Text(ja=f"「{name}」として取り出されます。", en=f"It is read as “{name}”.")
        case s.Identifier() if name:
            return Text(ja=f"変数「{name}」に入ります。", en=f"It goes into the variable “{name}”.")
        case s.Identifier():
            return Text(
                ja=f"引数「{origin.name}」として渡されます。", en=f"It is passed as the parameter “{origin.name}”."
            )
        case s.Property() if name:
            return Text(ja=f"項目「{name}」に入ります。", en=f"It goes into the property “{name}”.")
        case s.Function():
            return Text(ja="関数の結果として返されます。", en="It is returned by this function.")
        case s.CallExpression():
            return Text(ja="この呼び出しの結果に含まれます。", en="It is in the result of this call.")
    if computed is not None and computed.operator in {"+", "join"}:
        return Text(ja="文字列に組み込まれます。", en="It is put into a text.")
    return Text(ja="ここを通ります。", en="It passes through here.")
