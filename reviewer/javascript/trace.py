"""A path of graph nodes -> the steps a person can follow in the code, in plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from reviewer.finding import Step
from reviewer.javascript import syntax as s
from reviewer.javascript.flows import Reached
from reviewer.javascript.graph import Graph
from reviewer.javascript.usage import Sink
from reviewer.rule import KindRole
from reviewer.source import Location
from reviewer.text import Text

_LONGEST = 24

_MEETINGS = (
    *(s.Program, s.BlockStatement, s.IfStatement, s.SwitchStatement, s.SwitchCase, s.TryStatement, s.LabeledStatement),
    *(s.WhileStatement, s.DoWhileStatement, s.ForStatement, s.ForInStatement, s.ForOfStatement),
)
"""Where what a variable may hold on several ways comes together: nothing is done to it there."""

_INTERNAL = "@@"
"""How names begin that nobody wrote."""

_KINDS = (
    (s.ArrayExpression, Text(ja="この配列に入ります。", en="It goes into this array.")),
    (s.ObjectExpression, Text(ja="このオブジェクトに入ります。", en="It goes into this object.")),
    (s.ObjectPattern | s.ArrayPattern, Text(ja="ここで一部が取り出されます。", en="Parts of it are taken out here.")),
    (
        s.LogicalExpression | s.ConditionalExpression,
        Text(ja="ここで選ばれる値の1つです。", en="It is one of the values that are chosen from here."),
    ),
    (s.AwaitExpression, Text(ja="ここで待った結果に含まれます。", en="It is in what is waited for here.")),
    (s.AssignmentExpression, Text(ja="ここで代入されます。", en="It is assigned here.")),
    (s.SpreadElement, Text(ja="ここで展開されます。", en="It is spread out here.")),
)
"""What happens to the data at other kinds of syntax."""


def steps(
    graph: Graph,
    reached: Reached,
    sink: Sink,
    titles: Mapping[tuple[KindRole, str], Text],
    location: Callable[[s.Node, int], Location],
    end: Location,
) -> Iterator[Step]:
    """Source first, sink last, which is shown at `end`; of neighbouring nodes at one place only the first is said.

    Of very long ways the middle is left out, and said to be.
    """
    source = titles.get((KindRole.SOURCE, reached.source), Text(ja=reached.source, en=reached.source))
    target = titles.get((KindRole.SINK, sink.kind), Text(ja=sink.kind, en=sink.kind))
    first = reached.path[0]
    start = location(graph.origin[first], graph.script[first])
    yield Step(start, Text(ja=f"{source.ja}がここで得られます。", en=f"This is where it comes from: {source.en}."))
    middle: list[Step] = []
    last, returned = start, False
    names: Mapping[int, str] | None = None
    for node in reached.path[1:]:
        origin = graph.origin[node]
        at = location(origin, graph.script[node])
        if at == last or isinstance(origin, _MEETINGS):
            continue
        if returned and at.file is last.file and last.start <= at.start and at.end <= last.end:
            middle.pop()  # not what it gives: an accessor that is handed the data
            returned = False
        last = at
        if isinstance(origin, s.Function):
            named = (function for function in graph.functions if not function.name.startswith(_INTERNAL))
            names = names or {id(function.node): function.name for function in named if function.name}
            middle.append(Step(at, _returned(names.get(id(origin), ""))))
        else:
            middle.append(Step(at, _note(graph, node, returned=returned)))
        returned = isinstance(origin, s.Function)
    if len(middle) > _LONGEST:
        half, left_out = _LONGEST // 2, len(middle) - _LONGEST
        middle = [*middle[:half], Step(middle[half].location, _left_out(left_out)), *middle[-half:]]
    whole = location(sink.usage.node, sink.usage.script)
    yield from (step for step in middle if step.location not in {end, whole})
    yield Step(end, Text(ja=f"ここに届きます:{target.ja}。", en=f"It arrives here: {target.en}."))


def _left_out(count: int) -> Text:
    return Text(ja=f"ここから{count}か所の説明を省きます。", en=f"{count} steps from here on are left out.")


def _returned(name: str) -> Text:
    if not name:
        return Text(ja="関数の結果として返されます。", en="It is returned by this function.")
    return Text(ja=f"関数「{name}」の結果として返されます。", en=f"It is returned by the function “{name}”.")


def _note(graph: Graph, node: int, *, returned: bool) -> Text:
    """What happens to the data at a node that is no function, after a function has `returned` it or not."""
    origin = graph.origin[node]
    name = graph.names.get(node, "")
    computed = graph.computed.get(node)
    match origin:
        case s.MemberExpression() if name:
            return Text(ja=f"「{name}」として取り出されます。", en=f"It is read as “{name}”.")
        case s.MemberExpression(computed=False, property=s.Identifier(name=key)):
            return Text(ja=f"「{key}」を通ります。", en=f"It passes through “{key}”.")
        case s.MemberExpression():
            return Text(ja="実行時に決まる名前の項目を通ります。", en="It passes through a property named at run time.")
        case s.Identifier() if name:
            return Text(ja=f"変数「{origin.name}」に入ります。", en=f"It goes into the variable “{origin.name}”.")
        case s.Identifier():
            return Text(
                ja=f"引数「{origin.name}」として渡されます。", en=f"It is passed as the parameter “{origin.name}”."
            )
        case s.Property() if name:
            return Text(ja=f"項目「{name}」に入ります。", en=f"It goes into the property “{name}”.")
        case s.CallExpression(callee=callee) | s.NewExpression(callee=callee):
            return _called(callee, returned=returned)
    if computed is not None and computed.operator in {"+", "join"}:
        return Text(ja="文字列に組み込まれます。", en="It is put into a text.")
    return next(
        (text for kind, text in _KINDS if isinstance(origin, kind)),
        Text(ja="ここを通ります。", en="It passes through here."),
    )


def _called(callee: s.Node, *, returned: bool) -> Text:
    match callee:
        case s.Identifier(name=name) | s.MemberExpression(computed=False, property=s.Identifier(name=name)):
            which_ja, which_en = f"「{name}」の呼び出し", f"this call of “{name}”"
        case _:
            which_ja, which_en = "この呼び出し", "this call"
    if returned:
        return Text(ja=f"{which_ja}の結果に含まれます。", en=f"It is in the result of {which_en}.")
    return Text(ja=f"{which_ja}を通ります。", en=f"It passes through {which_en}.")
