"""A linked graph -> the uses of API places in it, and the sinks that those uses are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from reviewer.javascript import syntax as s
from reviewer.javascript.addresses import is_script, pins
from reviewer.javascript.directives import Directives
from reviewer.javascript.folding import Folder
from reviewer.javascript.graph import Access, CallSite, FunctionToken, Graph, ObjectToken, Reference
from reviewer.javascript.linking import Linker
from reviewer.javascript.options import Options
from reviewer.javascript.places import Place, Places
from reviewer.javascript.prototypes import Prototypes
from reviewer.place import ArgumentAt, Element, Name, Return
from reviewer.rule import Model

_ASSIGN, _HTML = "Object.assign", "html"
_FEW = 12
_SEARCH, _ASKS = "search", re.compile(r"(?:[a-z]+://x?)?/(?![/\\])[^?#]*\?(?:.*&)?query=", re.DOTALL)
"""The detail that says where a URL may hold a query, and a URL of the page's own site that does."""

_REQUEST_SINKS = (("url", "request-url"), ("headers", "request-headers"), ("body", "request-body"), ("query", "query"))
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
    """Finds them; `detail_nodes` resolves the argument paths of call rows ("1.body")."""

    def __init__(self, linker: Linker, places: Places, folder: Folder, options: Options) -> None:
        self._graph: Graph = linker.graph
        self._linker = linker
        self._places = places
        self._folder = folder
        self._options = options
        self._written: dict[int, Access] | None = None

    def usages(self) -> Iterator[Usage]:
        """All calls, reads and writes of places that a model or rule speaks of."""
        callees = set()
        for call in (*self._graph.calls, *self._linker.further):
            for place in self._called(call):
                callees.add(call.callee)
                how = "new" if call.new else "call"
                yield Usage(
                    place, how, call.node, call.script, call.function, call.loop, call.args, call.this, call.result
                )
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
        yield from self._assigned_together()

    def _chained_keys(self) -> Iterator[Usage]:
        """Writes of `a[b][c] = x`, as uses of the row that speaks of them."""
        place = self._places.of_any_key()
        if place is not None and place.watched:
            for at in Prototypes(self._linker, self._folder).written():
                yield Usage(place, "write", at.node, at.script, at.function, at.loop, at.keys, at.base, at.value)

    def _assigned_together(self) -> Iterator[Usage]:
        """`Object.assign(element, {innerHTML: x})`: properties of something foreign, written all at once."""
        for call in self._graph.calls:
            names = {token.native for token in call.tokens if isinstance(token, Place)}
            if _ASSIGN not in names or self._linker.is_own(call.args[0] if call.args else -1):
                continue
            bases = self._linker.places_at(call.args[0]) if call.args else []
            for token in [token for arg in call.args[1:] for token in self._linker.tokens(arg)]:
                for key, value in tuple(self._linker.fields_of(token).items()):
                    if key is None:
                        continue
                    for place in self._set_by(bases, key):
                        yield self._shown_at(self._set(place, call, value), value)

    def _set_by(self, bases: list[Place], key: str) -> list[Place]:
        """The places that a property of something foreign is."""
        steps = [self._places.step(base, Name(key, None)) for base in bases]
        known = [place for place in steps if place is not None and place.watched]
        return known or [place for place in (self._places.of_any(key),) if place is not None and place.watched]

    def _set(self, place: Place, call: CallSite, value: int) -> Usage:
        where = (call.node, call.script, call.function, call.loop)
        return Usage(place, "write", *where, arguments=(value,), this=call.args[0], value=value)

    def _shown_at(self, usage: Usage, value: int) -> Usage:
        """The use as it is shown where a property of its options is written, if that is not inside the call itself."""
        if self._written is None:
            self._written = {}
            for access in self._graph.accesses:
                if access.writes and access.key is not None:
                    for token in self._linker.tokens(access.base):
                        at = self._linker.fields_of(token).get(access.key) if isinstance(token, ObjectToken) else None
                        if at is not None:
                            self._written.setdefault(at, access)
        written = next((self._written[node] for node in self._copied_from(value) if node in self._written), None)
        if written is None or (
            written.script == usage.script
            and usage.node.start <= written.node.start
            and written.node.end <= usage.node.end
        ):
            return usage
        return replace(usage, node=written.node, script=written.script, function=written.function, loop=written.loop)

    def _copied_from(self, value: int) -> list[int]:
        """A property and those that it was copied from."""
        seen = [value]
        for node in seen:
            if len(seen) < _FEW:
                seen += [source for source in self._folder.sources(node) if source not in seen]
        return seen

    def _usage(self, at: Access | Reference, place: Place, access: str, arguments: tuple[int, ...]) -> Usage:
        base = at.base if isinstance(at, Access) else -1
        return Usage(place, access, at.node, at.script, at.function, at.loop, arguments, base, at.value)

    def _called(self, call: CallSite) -> list[Place]:
        places = [token for token in call.tokens if isinstance(token, Place)]
        special = [place for place in places if any("('" in entry.path for entry in place.entries)]
        relevant = [place for place in special or places if self._is_relevant(place)]
        return sorted(relevant, key=lambda place: place.path)

    def _is_relevant(self, place: Place) -> bool:
        """Whether anything is said of calling it: a row, a rule, or a sink among its arguments."""
        return place.watched or any(isinstance(token, ArgumentAt) for e in place.entries for token in e.children)

    def _accessed(self, access: Access) -> list[Place]:
        if not access.writes:
            return [place for place in self._linker.introduced.get(access.value, ()) if place.watched]
        if access.key is None:
            return []
        found: list[Place] = []
        bases = self._linker.places_at(access.base)
        for base in bases:
            place = self._places.step(base, Name(access.key, None))
            if place is not None and place.watched:
                found.append(place)
        place = self._places.of_any(access.key)
        if not found and place is not None and place.watched:
            everywhere = any(("also", "=own") in model.detail for model in place.models)
            if everywhere or not self._linker.is_own(access.base):
                found.append(place)
        return sorted(found, key=lambda place: place.path)

    # Sinks ------------------------------------------------------------------------------------------------------------

    def sinks(self, usages: Iterable[Usage]) -> Iterator[Sink]:
        """The nodes at which each use takes data in."""
        for usage in usages:
            if usage.access == "read":
                continue
            own = [self._as_code(sink) for sink in self._own_sinks(usage)]
            yield from own
            yield from self._request_sinks(usage, frozenset(sink.node for sink in own))

    def _as_code(self, sink: Sink) -> Sink:
        """What stands behind `javascript:` is run, wherever that address is put."""
        is_address = self._linker.kinds.is_safe(sink.kind, self._linker.kinds.guards.get("pinned", 0))
        if is_address and is_script(self._folder.folded(sink.node).prefix):
            return Sink(sink.node, "code", sink.place, sink.usage)
        return sink

    def _own_sinks(self, usage: Usage) -> Iterator[Sink]:
        if usage.access == "write":
            for model in usage.place.models:
                if model.sink is not None and self._options.holds(model, usage.arguments, usage.this):
                    yield from (Sink(node, model.sink, usage.place.path, usage) for node in usage.arguments)
            return
        for index, node in enumerate(usage.arguments):
            at = self._places.step(usage.place, ArgumentAt(index))
            if at is not None:
                yield from self._inside(node, at, usage, depth=0)
        for model, detail in details(usage):
            if "template" in detail:
                yield from self._filled_in(usage, model.place, detail)

    def _filled_in(self, usage: Usage, place: str, detail: Mapping[str, str]) -> Iterator[Sink]:
        """What a component's template writes as HTML."""
        directives = Directives(self._linker, self._folder)
        states = self.detail_nodes(usage, detail.get("filled-from"))
        raw, loops = (detail.get(name, "=").removeprefix("=") for name in ("raw", "loops"))
        for template in self.detail_nodes(usage, detail["template"]):
            for node in directives.written_as_html(template, states, raw, loops):
                yield Sink(node, _HTML, f"{place}.{raw}", self._shown_at(usage, template))

    def _inside(self, node: int, place: Place, usage: Usage, *, depth: int, data: bool = False) -> Iterator[Sink]:
        """Sinks of an argument, of what a function there gives, and of the properties of an options object.

        Options are shown where they are written; `data`, elements of lists, where they are handed over.
        """
        for model in place.models:
            if model.sink is not None and self._options.holds(model, usage.arguments, usage.this):
                yield Sink(node, model.sink, place.path, usage)
        if depth > 3:
            return
        given = self._places.step(place, Return())
        if given is not None:
            for token in self._linker.tokens(node):
                if isinstance(token, FunctionToken):
                    yield from self._inside(token.result, given, usage, depth=depth + 1, data=data)
        names = dict.fromkeys(key for e in place.entries for key in e.children if isinstance(key, Name | Element))
        for token in self._linker.tokens(node) if names else ():
            if not isinstance(token, ObjectToken):
                continue
            fields = self._linker.fields_of(token)
            for name in names:
                inner = self._places.step(place, name)
                if inner is None:
                    continue
                for key, at in tuple(fields.items()):
                    if isinstance(name, Element):
                        yield from self._inside(at, inner, usage, depth=depth + 1, data=True)
                    elif key == name.name:
                        shown = usage if data else self._shown_at(usage, at)
                        yield from self._inside(at, inner, shown, depth=depth + 1, data=data)

    def _request_sinks(self, usage: Usage, known: frozenset[int]) -> Iterator[Sink]:
        """What a call row says goes out with a request.

        An argument that is a sink of its own (a link, a place to go to) is a request's address only where its beginning
        is fixed: wholly made of data it is that other sink, and not a way to send the data.
        """
        for model in usage.place.models:
            if model.call is None or not self._options.holds(model, usage.arguments, usage.this):
                continue
            details = dict(model.detail)
            for node in self.detail_nodes(usage, details.get(_SEARCH)):
                if _ASKS.match(self._folder.shape(node)):
                    yield Sink(node, "query", f"{usage.place.path}.{_SEARCH}", usage)
            for key, kind in _REQUEST_SINKS:
                for node in self.detail_nodes(usage, details.get(key)):
                    if node not in known or pins(self._folder.folded(node).prefix):
                        yield Sink(node, kind, f"{usage.place.path}.{key}", usage)

    # Arguments by path ------------------------------------------------------------------------------------------------

    def detail_nodes(self, usage: Usage, path: str | None) -> list[int]:
        """The nodes of an argument path of a row (`0`, `1.body`, `this`, `this.url`); none for a constant `=GET`."""
        if path is None or path.startswith("="):
            return []
        return self._options.nodes(usage.arguments, usage.this, path)

    def detail_text(self, usage: Usage, path: str | None) -> str | None:
        """The constant text of an argument path, or of `=text`; None where it is computed or absent."""
        if path is not None and path.startswith("="):
            return path[1:]
        texts = {self._folder.folded(node).text for node in self.detail_nodes(usage, path)}
        return texts.pop() if len(texts) == 1 else None

    def same_receiver(self, usage: Usage, usages: Iterable[Usage], method: str) -> Usage | None:
        """The earlier call of `method` on the object that this method is called on (`open` before `send`)."""
        mine = set(self._linker.tokens(usage.this)) if usage.this >= 0 else set()
        for other in usages:
            if method == "new":
                if other.access == "new" and mine & set(self._linker.tokens(other.value)):
                    return other
            elif other.access == "call" and other.place.path.rpartition(".")[2] == method and other.this >= 0:
                near = other.function is usage.function and mine & set(self._linker.tokens(other.this))
                if other.this == usage.this or near:
                    return other
        return None


def details(usage: Usage) -> Iterator[tuple[Model, dict[str, str]]]:
    """The call rows of a use with their details."""
    for model in usage.place.models:
        if model.call is not None:
            yield model, dict(model.detail)
