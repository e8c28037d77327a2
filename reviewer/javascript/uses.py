"""A linked graph -> the uses of API places in it, and the sinks that those uses are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reviewer.javascript import syntax as s
from reviewer.javascript.details import Details
from reviewer.javascript.folding import Folder
from reviewer.javascript.graph import Access, CallSite, FunctionToken, Graph, ObjectToken, Reference
from reviewer.javascript.guards import pins
from reviewer.javascript.linking import Linker
from reviewer.javascript.places import Place, Places
from reviewer.place import AnyName, ArgumentAt, Element, Name
from reviewer.rule import Model

_NEAR = 200
_DEEPEST = 3
HTML = frozenset({"html", "html-or-selector"})
"""The kinds of sinks that take text for HTML."""
_MEMBERS = (Name, Element, AnyName)
_LONGEST_TAG = 2_000
_LOADED = re.compile(
    r"<(?:img|script|iframe|frame|embed|object|link|video|audio|source|track|input|image)\b[^<>]*"
    r"\b(?:src|srcset|poster|data|href|background)\s*=\s*[\"']?(?P<url>[^\"'<>\s]*)\Z",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_REQUEST_SINKS = (("url", "request-url"), ("css", "request-url"), ("headers", "request-headers"), ("body", "request-body"), ("query", "query"))
"""Details of a call row that name arguments, and the sink kinds that these arguments are."""


@dataclass(frozen=True, slots=True, eq=False)
class Usage:
    """One use before it becomes a fact: `arguments` are nodes; `node` the syntax node it is shown at."""

    place: Place
    access: str
    node: s.Node
    script: int
    function: FunctionToken | None
    loop: bool
    arguments: tuple[int, ...]
    this: int
    value: int


@dataclass(frozen=True, slots=True, eq=False)
class Sink:
    """A node that data should not reach: what kind of sink, at which place, of which use."""

    node: int
    kind: str
    place: str
    usage: Usage


class Uses:
    """Finds them; `nodes` and `text` resolve the argument paths of call rows ("1.body").

    What is asked before the details are settled reads the properties that rows name.
    """

    def __init__(self, linker: Linker, places: Places, folder: Folder, details: Details) -> None:
        self._graph: Graph = linker.graph
        self._linker = linker
        self._places = places
        self._folder = folder
        self._details = details

    def usages(self) -> Iterator[Usage]:
        """All calls, reads and writes of places that a model or rule speaks of."""
        callees = set()
        for call in (*self._graph.calls, *self._linker.implied):
            for place in self._called(call):
                callees.add(call.callee)
                how = "new" if call.new else "call"
                usage = Usage(
                    place, how, call.node, call.script, call.function, call.loop, call.args, call.this, call.result
                )
                yield usage
                yield from self._passed(usage)
        for access in self._graph.accesses:
            for place in self._accessed(access):
                if access.writes:
                    yield self._usage(access, place, "write", (access.value,))
                elif access.value not in callees and access.value not in self._graph.globals:
                    yield self._usage(access, place, "read", ())
        for reference in self._graph.references:
            for place in self._linker.introduced.get(reference.value, ()):
                if place.watched and reference.value not in callees:
                    yield self._usage(reference, place, "read", ())

        yield from self._chained_keys()

    def _passed(self, usage: Usage) -> Iterator[Usage]:
        """Objects in the arguments of a call of which a row says that each is a call of its own."""
        for index, node in enumerate(usage.arguments):
            at = self._places.step(usage.place, ArgumentAt(index))
            if at is not None:
                for inner, place in self._within(node, at, 0):
                    if any(model.call for model in place.models):
                        yield replace(usage, place=place, access="call", arguments=(inner,), this=-1, value=inner)

    def _chained_keys(self) -> Iterator[Usage]:
        """Writes of `a[b][c] = x`: whoever chooses b can reach the prototype that all objects share.

        The two keys may stand in different functions (a merge that calls itself with `a[b]`).
        """
        place = self._places.of_any_key()
        if place is None or not place.watched:
            return
        keys: dict[int, int] = {}
        for access in self._graph.accesses:
            computed = self._graph.computed.get(access.value)
            if not access.writes and access.key is None and computed is not None and computed.operator == "element":
                keys[access.value] = computed.operands[1]
        for access in self._graph.accesses if keys else ():
            if access.writes and access.key is None:
                found = sorted({keys[node] for node in self._origins(access.base) if node in keys})
                if found:
                    yield self._usage(access, place, "write", tuple(found))

    def _origins(self, node: int) -> set[int]:
        """The nodes a value comes from unchanged by variables and arguments, itself included, while they are near."""
        seen, todo = {node}, [node]
        while todo and len(seen) < _NEAR:
            for source in self._folder.sources(todo.pop()):
                if source not in seen and source not in self._graph.shared:
                    seen.add(source)
                    todo.append(source)
        return seen

    def _usage(self, at: Access | Reference, place: Place, access: str, arguments: tuple[int, ...]) -> Usage:
        base = at.base if isinstance(at, Access) else -1
        return Usage(place, access, at.node, at.script, at.function, at.loop, arguments, base, at.value)

    def _called(self, call: CallSite) -> list[Place]:
        if call.spread:
            return []  # It is told with its elements as arguments, as a call that is implied.
        places = [token for token in call.tokens if isinstance(token, Place)]
        special = [place for place in places if any(entry.path.endswith("')") for entry in place.entries)]
        relevant = [place for place in special or places if self._is_relevant(place)]
        return sorted(relevant, key=lambda place: place.path)

    def _is_relevant(self, place: Place) -> bool:
        """Whether anything is said of calling it: a row, a rule, or a sink among its arguments."""
        return place.watched or any(isinstance(token, ArgumentAt) for e in place.entries for token in e.children)

    def _accessed(self, access: Access) -> list[Place]:
        if not access.writes:
            return [place for place in self._linker.introduced.get(access.value, ()) if place.watched]
        found: list[Place] = []
        bases = self._linker.places_at(access.base)
        for base in bases:
            place = self._places.step(base, Element() if access.key is None else Name(access.key, None))
            if place is not None and place.watched:
                found.append(place)
        if access.key is not None and not found and not self._linker.is_own(access.base):
            place = self._places.of_any(access.key)
            if place is not None and place.watched:
                found.append(place)
        return sorted(found, key=lambda place: place.path)

    # Sinks ------------------------------------------------------------------------------------------------------------

    def sinks(self, usages: Iterable[Usage]) -> Iterator[Sink]:
        """The nodes at which each use takes data in."""
        for usage in usages:
            if usage.access == "read":
                continue
            own = list(self._own_sinks(usage))
            yield from own
            for node, _ in self.loaded_by_html(usage):
                yield Sink(node, "request-url", f"{usage.place.path}.url", usage)
            yield from self._request_sinks(usage, frozenset(sink.node for sink in own))

    def _own_sinks(self, usage: Usage) -> Iterator[Sink]:
        if usage.access == "write":
            for model in usage.place.models:
                if model.sink is not None:
                    yield from (Sink(node, model.sink, usage.place.path, usage) for node in usage.arguments)
            return
        for index, node in enumerate(usage.arguments):
            at = self._places.step(usage.place, ArgumentAt(index))
            if at is not None:
                yield from self._inside(node, at, usage)

    def _inside(self, node: int, place: Place, usage: Usage) -> Iterator[Sink]:
        """Sinks of an argument, and of the properties of an options object."""
        for at, found in self._within(node, place, 0):
            for model in found.models:
                if model.sink is not None:
                    yield Sink(at, model.sink, found.path, usage)

    def _within(self, node: int, place: Place, depth: int) -> Iterator[tuple[int, Place]]:
        """An argument and what its objects hold, with the places where rows speak of it."""
        yield node, place
        if depth > _DEEPEST:
            return
        names = dict.fromkeys(key for e in place.entries for key in e.children if isinstance(key, _MEMBERS))
        for token in self._linker.tokens(node) if names else ():
            if not isinstance(token, ObjectToken):
                continue
            fields = self._linker.fields_of(token)
            for name in names:
                inner = self._places.step(place, name)
                if inner is None:
                    continue
                for key, at in tuple(fields.items()):
                    if not isinstance(name, Name) or key == name.name:
                        yield from self._within(at, inner, depth + 1)

    def _request_sinks(self, usage: Usage, known: frozenset[int]) -> Iterator[Sink]:
        """What a call row says goes out with a request.

        An argument that is a sink of its own (a link, a place to go to) is a request's address only where its beginning
        is fixed: wholly made of data it is that other sink, and not a way to send the data.
        """
        for _, detail in details(usage):
            for key, kind in _REQUEST_SINKS:
                for node in self.nodes(usage, detail.get(key)):
                    if node not in known or key == "css" or is_sent(self._folder.folded(node).prefix):
                        yield Sink(node, kind, f"{usage.place.path}.{key}", usage)

    def loaded_by_html(self, usage: Usage) -> Iterator[tuple[int, str]]:
        """Parts of HTML text that stand in addresses which a browser loads by itself, with the address before them."""
        for sink in self._own_sinks(usage):
            for node, before in self._folder.holes(sink.node) if sink.kind in HTML else ():
                found = _LOADED.search(before[-_LONGEST_TAG:])
                if found is not None and is_sent(found["url"]):
                    yield node, found["url"]

    # Arguments by path ------------------------------------------------------------------------------------------------

    def nodes(self, usage: Usage, path: str | None) -> list[int]:
        """The nodes of an argument path of a row."""
        return self._details.nodes(path, usage.arguments, usage.this)

    def text(self, usage: Usage, path: str | None) -> str | None:
        """The constant text of an argument path, or of `=text`; None where it is computed or absent."""
        constant = self._details.constant(path, usage.arguments, usage.this)
        if constant is not None:
            return constant
        if path is not None and path.startswith("="):
            return path[1:]
        texts = {self._folder.folded(node).text for node in self.nodes(usage, path)}
        return texts.pop() if len(texts) == 1 else None


def is_sent(prefix: str) -> bool:
    """Whether an address that begins so leads to a host that what follows does not choose alone."""
    return pins(prefix) or _SCHEME.match(prefix) is not None


def details(usage: Usage) -> Iterator[tuple[Model, dict[str, str]]]:
    """The call rows of a use with their details."""
    for model in usage.place.models:
        if model.call is not None:
            yield model, dict(model.detail)
