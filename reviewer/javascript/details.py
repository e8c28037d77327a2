"""Argument paths of model rows (`0`, `1.body`, `this.url`, `0.@made.1.method`) -> the graph nodes they name in a use.

A property is read the way code would read it, so that what an object has by a spread, `Object.assign` or a prototype is
found like its own. `@made` leads from an object to the call that made it, whose arguments are counted from there,
`@json` from a text to what is written out in it. Of several paths (`1.method | 0.method`) the first that leads anywhere
counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from reviewer.javascript.graph import PART, CallSite, FunctionToken, ObjectToken
from reviewer.javascript.keys import SOURCE
from reviewer.javascript.linking import Linker
from reviewer.javascript.options import is_special
from reviewer.rule import Model

_JSON = "@json"
_ROUNDS = 4
"""How many steps a path may have below its head."""
_NEAR = 200

Held = tuple[Sequence[int], int, Sequence[Model]]
"""Arguments, `this`, and the rows that speak of a use."""


class Details:
    """Looks paths up: `prepare` reads what rows name while the graph can still grow, `nodes` answers afterwards."""

    def __init__(self, linker: Linker) -> None:
        self._linker = linker
        self._read: dict[tuple[int, str], int] = {}
        self._looked_up: dict[int, int] = {}
        self._sources: Callable[[int], Sequence[int]] = lambda _: ()
        self._foreign: frozenset[int] = frozenset()
        self._shared: frozenset[int] = frozenset()
        self._there: dict[int, bool] = {}

    def prepare(self, uses: Iterable[Held]) -> None:
        """Read every property that the rows of these uses name."""
        wanted = [
            (arguments, this, path)
            for arguments, this, models in uses
            for model in models
            for paths in _named(model)
            if "." in paths and not paths.startswith("=")
            for path in _alternatives(paths)
            if "." in path and not is_special(path)
        ]
        for _ in range(_ROUNDS):
            before = len(self._read)
            for arguments, this, path in wanted:
                self._walk(path, arguments, this, grow=True)
            self._linker.solve()
            if len(self._read) == before:
                return

    def settle(self, sources: Callable[[int], Sequence[int]]) -> None:
        """From now on nothing grows; `sources` gives the nodes whose value a node has."""
        self._sources = sources
        self._foreign = frozenset(self._linker.foreign_properties())
        self._shared = frozenset(self._linker.shared_properties())
        self._there.clear()

    def nodes(self, paths: str | None, arguments: Sequence[int], this: int) -> list[int]:
        """The nodes that paths name; none for a constant (`=GET`) and where nothing stands there."""
        if paths is None or paths.startswith("="):
            return []
        for path in _alternatives(paths):
            if path.startswith("="):
                return []
            found = [node for node in self._walk(path, arguments, this, grow=False) if self._is_there(node)]
            if found:
                return found
        return []

    def constant(self, paths: str | None, arguments: Sequence[int], this: int) -> str | None:
        """The constant that the last of several paths is, where the others lead nowhere."""
        if paths is None or self.nodes(paths, arguments, this):
            return None
        return next((path[1:] for path in _alternatives(paths) if path.startswith("=")), None)

    def property(self, node: int, key: str, *, grow: bool) -> int | None:
        """The node of a property of whatever stands at a node."""
        known = self._read.get((node, key))
        if known is None and grow:
            known = self._read[node, key] = self._linker.fresh(node)
            self._looked_up[known] = node
            self._linker.graph.edge(node, known, PART)
            self._linker.read(node, key, known)
        return known

    def makers(self, node: int) -> list[CallSite]:
        """The calls that made the objects at a node, of which a row says so."""
        tokens = (token for token in self._linker.tokens(node) if isinstance(token, ObjectToken))
        return [self._linker.makers[token] for token in tokens if token in self._linker.makers]

    def _walk(self, path: str, arguments: Sequence[int], this: int, *, grow: bool) -> list[int]:
        head, *keys = path.split(".")
        nodes = _head(head, arguments, this)
        while keys and nodes:
            key = keys.pop(0)
            if key == "@made" and keys:
                index = keys.pop(0)
                nodes = [
                    at for node in nodes for call in self.makers(node) for at in _head(index, call.args, call.this)
                ]
                continue
            inner = (self.property(node, SOURCE if key == _JSON else key, grow=grow) for node in nodes)
            nodes = [node for node in inner if node is not None]
        return list(dict.fromkeys(nodes))

    def _is_there(self, node: int) -> bool:
        """Whether a property was ever given a value, as far as can be told; what is no property is always there."""
        if node not in self._looked_up:
            return True
        known = self._there.get(node)
        if known is None:
            known = self._there[node] = self._has_origin(node)
        return known

    def _has_origin(self, node: int) -> bool:
        """Whether a value comes from anywhere.

        What code reads from an object of others is one, though nobody sees it written; what is looked up there is not.
        Nor does an object that a call made have what was written into another of its kind.
        """
        seen, todo = {node}, [node]
        while todo and len(seen) < _NEAR:
            at = todo.pop()
            before = self._sources(at)
            if at in self._linker.introduced:
                return True
            if not before and at not in self._looked_up and not self._linker.is_field(at):
                return True
            for source in before:
                if source in self._shared and at in self._looked_up and self.makers(self._looked_up[at]):
                    continue
                if source in self._foreign and at not in self._looked_up:
                    return True
                if source not in seen:
                    seen.add(source)
                    todo.append(source)
        return bool(todo)


def _named(model: Model) -> Iterator[str]:
    """The paths that a row names, in its conditions, too; what the object itself has is looked up by `options`."""
    yield from (paths for _, paths in model.detail)
    yield from (path for path, _ in (*model.when, *model.unless) if path[:1].isdigit())


def _alternatives(paths: str) -> list[str]:
    return [path.strip() for path in paths.split("|")]


def _head(head: str, arguments: Sequence[int], this: int) -> list[int]:
    if head == "this":
        return [this] if this >= 0 else []
    index = int(head) if head.isdigit() else -1
    return [arguments[index]] if 0 <= index < len(arguments) else []


def objects_at(linker: Linker, node: int) -> set[ObjectToken | FunctionToken]:
    """The objects of the submission's own that stand at a node."""
    return {token for token in linker.tokens(node) if isinstance(token, ObjectToken | FunctionToken)}
