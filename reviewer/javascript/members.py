"""A linked graph -> the names of fields and properties that its scripts read or write, however they are written.

A name that the access itself does not spell is told where it is written: in a list of field codes that a loop goes
through, as a constant, as a name in a table. Any other is told where the access stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from reviewer.javascript import syntax as s
from reviewer.javascript.constants import Array, Text
from reviewer.javascript.definitions import key_name
from reviewer.javascript.facts import Member
from reviewer.javascript.folding import Folder
from reviewer.javascript.graph import Access, Graph
from reviewer.javascript.linking import Linker
from reviewer.javascript.usage import Usage, details
from reviewer.javascript.uses import Uses
from reviewer.source import Location

_ANY = "property"
"""The kind of a member of an object of which nothing is known."""

_FINDS = "selector"
"""The kind of calls that find elements of the page by name."""

_MOST = 400
"""How far back the texts are looked for that a name may be."""

_WRITTEN = (s.StringLiteral, s.TemplateLiteral)
_MADE = (s.BinaryExpression, s.CallExpression)
"""What a text is written as, and what puts one together."""

Locate = Callable[[s.Node, int], Location]


class Members:
    """Tells them for one page."""

    def __init__(self, linker: Linker, folder: Folder, uses: Uses, usages: Sequence[Usage], location: Locate) -> None:
        self._linker = linker
        self._graph: Graph = linker.graph
        self._folder = folder
        self._uses = uses
        self._usages = usages
        self._location = location
        self._written_at: dict[str, list[Location]] | None = None
        self._made_at: dict[str, list[Location]] = {}

    def all(self) -> Iterator[Member]:
        """Every name, each once at a place: first those of accesses, then those that calls are given."""
        yield from dict.fromkeys((*self._accessed(), *self._named()))

    def _accessed(self) -> Iterator[Member]:
        for access in self._graph.accesses:
            kind = self._kind(access)
            how = "write" if access.writes else "read"
            if access.key is not None:
                # Of what may be anything only names that no API has are told, or there would be no end of them.
                if not access.key.startswith(("$", "#")) and (kind != _ANY or not access.key.isascii()):
                    yield Member(kind, access.key, how, self._place(access.key, access.node, access.script))
                continue
            computed = self._graph.computed.get(access.value)
            key = self._graph.written_under.get((access.base, access.value), -1)
            if not access.writes and computed is not None and computed.operator == "element":
                key = computed.operands[1]
            if key >= 0:
                yield from self._texts(key, kind, how, access)

    def _kind(self, access: Access) -> str:
        """What rows call the members of the object, or a property if nothing is said of it."""
        for place in self._linker.places_at(access.base):
            for model in place.models:
                kind = dict(model.detail).get("members")
                if kind is not None:
                    return kind.removeprefix("=")
        return _ANY

    def _texts(self, key: int, kind: str, how: str, access: Access) -> Iterator[Member]:
        value = self._folder.value(key)
        if isinstance(value, Text):
            yield Member(kind, value.value, how, self._place(value.value, access.node, access.script))
            return
        for node, text in self._written(key):
            yield Member(kind, text, how, self._place(text, self._graph.origin[node], self._graph.script[node]))

    def _place(self, name: str, node: s.Node, script: int) -> Location:
        """Where a name is written: here, or else where the last text or property before it is so called.

        In a call over several lines it is the text that is so called.
        """
        at = self._location(node, script)
        here = name in at.text
        if here and "\n" not in at.text:
            return at
        if self._written_at is None:
            self._written_at = _by_name((*self._constants(_WRITTEN), *self._keys()), self._location)
            self._made_at = _by_name(self._constants(_MADE), self._location)
        known = self._written_at.get(name) or self._made_at.get(name, [])
        inside = (each for each in known if each.file is at.file and at.start <= each.start and each.end <= at.end)
        found = next(inside, None) if here else None
        if found is not None or (here and not isinstance(node, s.CallExpression)):
            return found or at
        before = [each for each in known if each.file is at.file and each.start < at.start]
        return max(before, key=lambda each: each.start) if before else next(iter(known), at)

    def _constants(self, kinds: tuple[type[s.Node], ...]) -> Iterator[tuple[str, s.Node, int]]:
        """The texts that stand in such nodes, with the places."""
        for node, constant in self._graph.constants.items():
            origin = self._graph.origin[node]
            if isinstance(constant, Text) and isinstance(origin, kinds):
                yield constant.value, origin, self._graph.script[node]

    def _keys(self) -> Iterator[tuple[str, s.Node, int]]:
        """The names of properties that are written out, with the places."""
        seen = set()
        for node, origin in enumerate(self._graph.origin):
            if isinstance(origin, s.ObjectExpression) and origin not in seen:
                seen.add(origin)
                for part in origin.properties:
                    name = key_name(part.key, computed=part.computed) if isinstance(part, s.Property) else None
                    if name is not None:
                        yield name, part, self._graph.script[node]

    def _written(self, key: int) -> Iterator[tuple[int, str]]:
        """The constant texts that a value may be, with the nodes where they are written."""
        seen, todo = {key}, [key]
        while todo and len(seen) < _MOST:
            at = todo.pop()
            constant = self._graph.constants.get(at)
            if isinstance(constant, Text):
                yield at, constant.value
                continue
            for source in self._folder.sources(at):
                if source not in seen:
                    seen.add(source)
                    todo.append(source)

    def _named(self) -> Iterator[Member]:
        """Fields that calls are given by name: one, a list, or the text of a condition."""
        for usage in self._usages:
            for model, detail in details(usage):
                for node in self._uses.nodes(usage, detail.get("fields")):
                    yield from self._listed(node, "field", usage)
                for node in self._uses.nodes(usage, detail.get("name")) if model.call == _FINDS else ():
                    yield from self._listed(node, "element", usage)
                for node in self._uses.nodes(usage, detail.get("query")):
                    yield from self._queried(node, usage)

    def _listed(self, node: int, kind: str, usage: Usage) -> Iterator[Member]:
        value = self._folder.value(node)
        items = value.items if isinstance(value, Array) else ()
        texts = [item.value for item in items if isinstance(item, Text)] or self._folder.texts(node)
        for text in texts:
            yield Member(kind, text, "read", self._place(text, usage.node, usage.script))

    def _queried(self, node: int, usage: Usage) -> Iterator[Member]:
        """A condition as a whole, or the pieces that are written of one that is put together at run time."""
        if isinstance(self._folder.value(node), Text):
            yield from self._listed(node, "query", usage)
            return
        seen = [node]
        for at in seen:
            constant = self._graph.constants.get(at)
            if isinstance(constant, Text):
                yield Member(
                    "query", constant.value, "read", self._location(self._graph.origin[at], self._graph.script[at])
                )
            elif len(seen) < _MOST:
                near = (*self._folder.sources(at), *self._folder.joined(at))
                seen += dict.fromkeys(other for other in near if other not in seen)


def _by_name(named: Iterable[tuple[str, s.Node, int]], location: Locate) -> dict[str, list[Location]]:
    found: dict[str, list[Location]] = {}
    for name, node, script in named:
        found.setdefault(name, []).append(location(node, script))
    return found
