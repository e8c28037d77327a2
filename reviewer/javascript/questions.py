"""A value that is compared with a text -> the names and questions that it was asked for under (`prompt('...')`).

From there it is looked back, through names, parts of elements and what leaves a text as good as it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.javascript.constants import EQUALITY, Array, Text
from reviewer.javascript.graph import Access, CallSite, Graph

MARK = "? "
"""What stands before such a name, so that it is told from those that a value is kept under."""

_LISTED = frozenset({"includes", "indexOf"})
_SAME_TEXT = frozenset({".trim", ".toLowerCase", ".toUpperCase", ".normalize", ".toString", ".replace"})
_WRAPPING = frozenset({"value", "val", "target", "currentTarget", "result", "elements", "current"})
"""What says nothing of what is asked for: the question is that of what it is read from."""

_STEPS, _MOST, _LONGEST = 16, 4, 60


class Questions:
    """Answers for one graph."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._sources = graph.value_sources()
        self._calls: dict[int, CallSite] = {call.result: call for call in graph.calls}
        self._reads: dict[int, Access] = {access.value: access for access in graph.accesses if not access.writes}

    def compared(self) -> Iterator[tuple[int, int]]:
        """Fixed texts, each with what it is compared with; those of a list with what is sought in it."""
        constants = self._graph.constants
        for computed in self._graph.computed.values():
            if computed.operator in EQUALITY and len(computed.operands) == 2:
                for one, other in (computed.operands, computed.operands[::-1]):
                    if isinstance(constants.get(one), Text) and other not in constants:
                        yield one, other
        for call in self._graph.calls:
            listed = self._graph.computed.get(call.this) if call.member in _LISTED and len(call.args) == 1 else None
            if listed is None or listed.operator != "array" or isinstance(constants.get(call.args[0]), Text | Array):
                continue
            for one in listed.operands:
                if isinstance(constants.get(one), Text):
                    yield one, call.args[0]

    def of(self, node: int) -> tuple[str, ...]:
        """The questions behind a value, nearest first."""
        found: dict[str, None] = {}
        seen, todo = {node}, [node]
        for at in todo:
            if len(seen) > _STEPS or len(found) >= _MOST:
                break
            for text in self._here(at):
                found.setdefault(text)
            before = [source for source in self._before(at) if source >= 0 and source not in seen]
            seen.update(before)
            todo += before
        return tuple(found)[:_MOST]

    def _here(self, node: int) -> Iterator[str]:
        read, call = self._reads.get(node), self._calls.get(node)
        for name in (self._graph.names.get(node), None if read is None else read.key):
            if name is not None and name not in _WRAPPING:
                yield f"{MARK}{name}"
        for arg in () if call is None else call.args:
            constant = self._graph.constants.get(arg)
            if isinstance(constant, Text) and len(constant.value) < _LONGEST:
                yield f"{MARK}{constant.value}"

    def _before(self, node: int) -> Iterator[int]:
        read, call = self._reads.get(node), self._calls.get(node)
        if read is not None and read.key in _WRAPPING:
            yield read.base
        if call is not None and call.member in _WRAPPING:
            yield call.this
        computed = self._graph.computed.get(node)
        if computed is not None and computed.operator in _SAME_TEXT:
            yield computed.operands[0]
        yield from self._sources.get(node, ())
