"""A linked graph -> its string constants, as written and as folded, with the names they are given under."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reviewer.javascript import syntax as s
from reviewer.javascript.constants import EQUALITY, Text
from reviewer.javascript.facts import Literal
from reviewer.javascript.folding import Folder
from reviewer.javascript.graph import VALUE, Graph, function_name
from reviewer.javascript.questions import Questions
from reviewer.source import Location

_NAMING, _VALUES = frozenset({"name", "key", "header", "field"}), frozenset({"value", "val"})
"""What objects call the name of something, and the thing itself."""
_LONGEST_NAME = 60
_NAMES, _MOST = 4, 40
"""How many names of a text are told, and on how many nodes that it comes to they are looked for."""


def literals(graph: Graph, folder: Folder, location: Callable[[s.Node, int], Location]) -> Iterator[Literal]:
    """Every string that stands in the text, and every longer one that is put together from constants."""
    named = _Names(graph)
    for node, constant in graph.constants.items():
        origin = graph.origin[node]
        if isinstance(constant, Text) and isinstance(origin, s.StringLiteral | s.TemplateElement) and constant.value:
            yield Literal(
                constant.value,
                location(origin, graph.script[node]),
                named.of(node),
                function_name(graph.within.get(node)),
                folded=False,
            )
    for node, computed in graph.computed.items():
        if len(computed.operands) < 2 or computed.operator in {"array", "element"}:
            continue
        if computed.operator.startswith(("unary", "property")):
            continue
        value = folder.value(node)
        origin = graph.origin[node]
        if isinstance(value, Text) and value.value:
            yield Literal(
                value.value,
                location(origin, graph.script[node]),
                named.of(node),
                function_name(graph.within.get(node)),
                folded=True,
            )


class _Names:
    """Under which names a value is stored or passed, nearest first."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._stored: dict[int, list[tuple[str, int]]] = {}
        self._paired()
        for access in graph.accesses:
            if access.writes and access.key is not None:
                self._stored.setdefault(access.value, []).append((access.key, access.base))
        for call in graph.calls:
            fixed = [graph.constants.get(arg) for arg in call.args]
            texts = [constant.value for constant in fixed if isinstance(constant, Text)]
            called = [call.member] if call.member else []
            for arg, constant in zip(call.args, fixed, strict=True):
                own = constant.value if isinstance(constant, Text) else None
                for name in [*(text for text in texts if text != own and len(text) < _LONGEST_NAME), *called]:
                    self._stored.setdefault(arg, []).append((name, -1))
        self._compared()

    def _paired(self) -> None:
        """A list of two names what comes second in it, an object with a name the value that stands beside it."""
        graph = self._graph
        pairs = [each.operands for each in graph.computed.values() if each.operator == "array"]
        for own in graph.own_keys.values():
            pairs += [(own[name], own[value]) for name in own.keys() & _NAMING for value in own.keys() & _VALUES]
        for pair in pairs:
            name = graph.constants.get(pair[0]) if len(pair) == 2 else None
            if isinstance(name, Text) and len(name.value) < _LONGEST_NAME:
                self._stored.setdefault(pair[1], []).append((name.value, -1))

    def _compared(self) -> None:
        """What a text is compared with names it: `input.password === '...'`, `prompt('...') === '...'`."""
        graph = self._graph
        asked = {
            call.result: constant.value
            for call in graph.calls
            for constant in (graph.constants.get(arg) for arg in call.args)
            if isinstance(constant, Text)
        }
        for computed in graph.computed.values():
            if computed.operator in EQUALITY and len(computed.operands) == 2:
                for one, other in (computed.operands, computed.operands[::-1]):
                    name = graph.names.get(other) or asked.get(other)
                    if isinstance(graph.constants.get(one), Text) and name is not None:
                        self._stored.setdefault(one, []).append((name, -1))
        questions = Questions(graph)
        for one, other in questions.compared():
            self._stored.setdefault(one, []).extend((name, -1) for name in questions.of(other))

    def of(self, node: int) -> tuple[str, ...]:
        names: dict[str, None] = {}
        seen = {node}
        todo = [node]
        for at in todo:
            if len(names) >= _NAMES:
                break
            for name, holder in self._stored.get(at, ()):
                names.setdefault(name)
                if holder >= 0 and holder not in seen:
                    seen.add(holder)
                    todo.append(holder)
            for target, label, _, _ in self._graph.edges[at]:
                if len(seen) > _MOST:
                    break
                if target in seen:
                    continue
                seen.add(target)
                if label == VALUE and target in self._graph.names:
                    names.setdefault(self._graph.names[target])
                if target in self._graph.computed or label == VALUE:
                    todo.append(target)
        return tuple(names)[:_NAMES]
