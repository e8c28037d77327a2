"""A linked graph -> the uses of API places in it, and the sinks that those uses are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reviewer.javascript.addresses import is_content, is_script, is_sent
from reviewer.javascript.constants import Text
from reviewer.javascript.details import Details
from reviewer.javascript.directives import Directives, Filled, filled_from
from reviewer.javascript.dispatching import NAME as CALLED
from reviewer.javascript.dispatching import Dispatching
from reviewer.javascript.folding import Folder
from reviewer.javascript.graph import Access, CallSite, FunctionToken, Graph, ObjectToken, Reference
from reviewer.javascript.keys import is_kept
from reviewer.javascript.linking import Linker
from reviewer.javascript.loaded import asked_for, behind, loaded
from reviewer.javascript.options import Options, is_special
from reviewer.javascript.places import Place, Places
from reviewer.javascript.plain import PlainData
from reviewer.javascript.prototypes import Prototypes
from reviewer.javascript.telling import Telling, is_part
from reviewer.javascript.untangling import Untangled
from reviewer.javascript.usage import Sink, Usage, details
from reviewer.place import AnyName, ArgumentAt, Element, Name, Return
from reviewer.rule import Model

_ASSIGN, _HTML = "Object.assign", "html"
_DEEPEST = 5
_SEARCH, _ASKS = "search", re.compile(r"(?:[a-z]+://x?)?/(?![/\\])[^?#]*\?(?:.*&)?query=", re.DOTALL)
"""The detail that says where a URL may hold a query, and a URL of the page's own site that does."""

HTML = frozenset({"html", "html-or-selector"})
"""The kinds of sinks that take text for HTML."""

_ENTERED_BY = "entered-by"
"""The detail that names the call which writing any property of a thing stands for."""

_PUTS, _NODE = "puts", "node"
"""The detail that says what a call puts into the page, and the kind of sink that this is."""

_HEADERS, _ADDRESS, _LOADING = "headers", "request-url", frozenset({"resource", "style-resource", "frame"})
"""The detail that says where headers stand, the kind of sink that an address is, and the kinds of calls that a browser
asks for an address by itself for."""

_MEMBERS = (Name, Element, AnyName)
_REQUEST_SINKS = (
    *(("url", "request-url"), ("url", "request-address"), ("css", "request-url"), (_HEADERS, "request-headers")),
    *(("body", "request-body"), ("query", "query")),
)
"""Details of a call row that name arguments, and the sink kinds that these arguments are."""


class Uses:
    """Finds them; `nodes` and `text` resolve the argument paths of call rows ("1.body").

    What is asked before the details are settled reads the properties that rows name.
    """

    def __init__(self, linker: Linker, places: Places, folder: Folder, options: Options, details: Details) -> None:
        self._graph: Graph = linker.graph
        self._linker = linker
        self._places = places
        self._folder = folder
        self._options = options
        self._details = details
        self._plain = PlainData(linker, folder)
        self._untangled = Untangled(linker, folder)
        self._telling = Telling(linker, folder)
        self._filled: tuple[Filled, ...] = ()

    def usages(self) -> Iterator[Usage]:
        """All calls, reads and writes of places that a model or rule speaks of."""
        callees = set()
        for call in (*self._graph.calls, *self._linker.further):
            for place in self._called(call):
                callees.add(call.callee)
                how, this = "new" if call.new else "call", call.callee if call.this < 0 and not call.new else call.this
                usage = Usage(
                    place, how, call.node, call.script, call.function, call.loop, call.args, this, call.result
                )
                yield usage
                yield from self._passed(usage)
        for access in self._graph.accesses:
            if access.writes and self._linker.is_field(access.value) and not self._options.is_given(access.value):
                continue  # `Object.assign` brings what is there only.
            if access.writes and access.key is None:
                yield from self._entered_in_made(access)
            for place in self._accessed(access):
                if access.writes:
                    yield self._usage(access, place, "write", (access.value,))
                    yield from self._entered(access, place)
                elif access.value not in callees and access.value not in self._graph.globals:
                    yield self._usage(access, place, "read", ())
        for reference in self._graph.references:
            for place in self._linker.introduced.get(reference.value, ()):
                if place.watched and reference.value not in callees:
                    yield self._usage(reference, place, "read", ())

        yield from self._chosen()
        yield from self._assigned_together()

    def _entered(self, access: Access, place: Place) -> Iterator[Usage]:
        """A write of a property that stands for a call with its name and the value (`localStorage.x = v`)."""
        calls = (dict(model.detail).get(_ENTERED_BY) for model in place.models)
        for call in dict.fromkeys(call for call in calls if call is not None):
            name = access.key_node
            if access.key is not None:
                name = self._linker.fresh(access.value)
                self._graph.constants[name] = Text(access.key)
            if name >= 0:
                given = (name, access.value)
                yield self._usage(access, self._places.at(call.removeprefix("=")), "call", given)

    def _entered_in_made(self, access: Access) -> Iterator[Usage]:
        """The same where the row is about the call that makes the thing: under a name that nobody knows."""
        made = (self._linker.makers.get(t) for t in self._linker.tokens(access.base) if isinstance(t, ObjectToken))
        places = (token for call in made if call is not None for token in call.tokens)
        for place in dict.fromkeys(place for place in places if isinstance(place, Place)):
            yield from self._entered(access, place)

    def rows(self, usage: Usage) -> Iterator[Model]:
        """The rows that speak of a use or of one of its arguments."""
        yield from usage.place.models
        for index in range(len(usage.arguments) if usage.access != "write" else 0):
            at = self._places.step(usage.place, ArgumentAt(index))
            yield from at.models if at is not None else ()

    def _passed(self, usage: Usage) -> Iterator[Usage]:
        """What stands in the arguments of a call, of which a row says that each is a call of its own."""
        for index, node in enumerate(usage.arguments):
            at = self._places.step(usage.place, ArgumentAt(index))
            for inner, place in self._within(node, at, 0) if at is not None else ():
                if any(model.call for model in place.models) and self._options.is_given(inner):
                    whole = any(True for _ in self._linker.tokens(inner))
                    shown = usage if whole else self._telling.at_property(usage, inner)
                    yield replace(shown, place=place, access="call", arguments=(inner,), this=-1, value=inner)

    def _chosen(self) -> Iterator[Usage]:
        """Writes of `a[b][c] = x` and calls of `window[name]()`, as uses of the rows that speak of them."""
        chained, named = self._places.of_any_key(), self._places.named(self._places.root, CALLED)
        if chained is not None and chained.watched:
            for at in Prototypes(self._linker, self._folder).written():
                yield Usage(chained, "write", at.node, at.script, at.function, at.loop, at.keys, at.base, at.value)
        if named is not None:
            for at in Dispatching(self._linker, self._folder, self._places).called():
                yield Usage(named, "call", at.node, at.script, at.function, at.loop, at.keys, at.base, at.value)

    def _assigned_together(self) -> Iterator[Usage]:
        """`Object.assign(element, {innerHTML: x})`: properties of something foreign, written all at once."""
        for call in self._graph.calls:
            names = {token.native for token in call.tokens if isinstance(token, Place)}
            if _ASSIGN not in names or not call.args:
                continue
            bases, own = self._linker.places_at(call.args[0]), self._linker.is_own(call.args[0])
            for token in [token for arg in call.args[1:] for token in self._linker.tokens(arg)]:
                for key, value in tuple(self._linker.fields_of(token).items()):
                    if key is None or not self._options.is_given(value):
                        continue
                    for place in self._set_by(bases, key, own=own):
                        yield self._telling.at_property(self._set(place, call, value), value)

    def _set_by(self, bases: list[Place], key: str, *, own: bool) -> list[Place]:
        """The places that a property is: what it is known to belong to, or anything foreign unless it is `own`."""
        steps = [self._places.named(base, key) for base in bases]
        known = [place for place in steps if place is not None and place.watched]
        if known or own:
            return known
        return [place for place in (self._places.of_any(key),) if place is not None and place.watched]

    def _set(self, place: Place, call: CallSite, value: int) -> Usage:
        where = (call.node, call.script, call.function, call.loop)
        return Usage(place, "write", *where, arguments=(value,), this=call.args[0], value=value)

    def _usage(self, at: Access | Reference, place: Place, access: str, arguments: tuple[int, ...]) -> Usage:
        base = at.base if isinstance(at, Access) else -1
        return Usage(place, access, at.node, at.script, at.function, at.loop, arguments, base, at.value)

    def _called(self, call: CallSite) -> list[Place]:
        # One with spread arguments is told with their elements as arguments, as a call that is not spelled out.
        spelled = not call.spread
        places = [t for t in call.tokens if isinstance(t, Place) and (spelled or t.native is not None)]
        places = self._untangled.believed(places, call.callee)
        if not places:
            return places
        special = [place for place in places if place.is_narrowed]
        relevant = [place for place in special or places if place.is_told]
        return sorted(relevant, key=lambda place: place.path)

    def _accessed(self, access: Access) -> list[Place]:
        if not access.writes:
            return [place for place in self._linker.introduced.get(access.value, ()) if place.watched]
        found: list[Place] = []
        for base in self._linker.places_at(access.base):
            place = self._places.step(base, Element()) if access.key is None else self._places.named(base, access.key)
            if place is not None and (place.watched or place.is_filled):
                found.append(place)
        place = self._places.of_any(access.key) if access.key is not None else None
        if not found and place is not None and place.watched:
            everywhere = any(("also", "=own") in model.detail for model in place.models)
            if everywhere or not (self._linker.is_own(access.base) or self._plain.is_plain(access.base)):
                found.append(place)
        return sorted(found, key=lambda place: place.path)

    # Sinks ------------------------------------------------------------------------------------------------------------

    def sinks(self, usages: Iterable[Usage]) -> Iterator[Sink]:
        """The nodes at which each use takes data in."""
        usages = list(usages)
        self._filled = tuple(
            filled
            for usage in usages
            for _, detail in details(usage)
            if "template" in detail
            for filled in self._templates(usage, detail)
        )
        for usage in usages:
            if usage.access == "read":
                continue
            own = [self._as_code(sink) for sink in self._own_sinks(usage)]
            yield from own
            yield from self._put(usage)
            for node, before in self.loaded_by_html(usage):
                yield Sink(behind(self._linker, before, node), "request-url", f"{usage.place.path}.url", usage)
            yield from self._request_sinks(usage, frozenset(sink.node for sink in own))

    def _as_code(self, sink: Sink) -> Sink:
        """What stands behind `javascript:` is run, wherever that address is put; behind `data:` where a script is."""
        if not self._linker.kinds.is_safe(sink.kind, self._linker.kinds.guards.get("pinned", 0)):
            return sink
        prefix = self._folder.folded(sink.node).prefix
        is_run = is_script(prefix) or (sink.kind == "script-url" and is_content(prefix))
        return Sink(sink.node, "code", sink.place, sink.usage) if is_run else sink

    def _own_sinks(self, usage: Usage) -> Iterator[Sink]:
        if usage.access == "write":
            for node in usage.arguments:
                yield from self._inside(node, usage.place, usage, depth=0)
            return
        for index, node in enumerate(usage.arguments):
            at = self._places.step(usage.place, ArgumentAt(index))
            if at is not None:
                yield from self._inside(node, at, usage, depth=0, by=usage)
        for model, detail in details(usage):
            if "template" in detail:
                yield from self._filled_in(usage, model.place, detail)

    def _put(self, usage: Usage) -> Iterator[Sink]:
        """What a call puts into the page that is none of its arguments."""
        for model, detail in details(usage):
            for node in self.nodes(usage, detail.get(_PUTS)):
                yield Sink(node, _NODE, model.place, usage)

    def _filled_in(self, usage: Usage, place: str, detail: Mapping[str, str]) -> Iterator[Sink]:
        """What a component's template writes."""
        directives = Directives(self._linker, self._folder)
        raw, kind = detail.get("raw", "=")[1:], detail.get("written-as", f"={_HTML}")[1:]
        if "filled-from" not in detail:
            texts = self.nodes(usage, detail["template"])
            for node in directives.bound(texts, usage.arguments[1:], raw):
                yield Sink(node, kind, f"{place}.{raw}", usage)
            return
        for filled in self._templates(usage, detail):
            for node in directives.written(filled, raw, self._filled, whole=kind != _HTML):
                shown = self._telling.at_property(usage, filled.template)
                yield Sink(node, kind, f"{place}.{raw}", self._telling.at_literal(shown, filled.template, raw))

    def _templates(self, usage: Usage, detail: Mapping[str, str]) -> Iterator[Filled]:
        return filled_from(self._linker, self.nodes(usage, detail.get("filled-from")), detail)

    def _inside(
        self, node: int, place: Place, usage: Usage, *, depth: int, data: bool = False, by: Usage | None = None
    ) -> Iterator[Sink]:
        """Sinks of an argument, of what a function there gives, and of the properties of an options object.

        Options are shown where they are written, data in them `by` a call of the same function at that call. What
        stands in lists is data, but for functions.
        """
        for model in place.models:
            if model.sink is not None and self._options.holds(model, usage.arguments, usage.this):
                yield Sink(node, model.sink, place.path, by or usage)
        if depth > _DEEPEST:
            return
        given = self._places.step(place, Return())
        if given is not None:
            for token in self._linker.tokens(node):
                if isinstance(token, FunctionToken):
                    yield from self._inside(token.result, given, usage, depth=depth + 1)
        for at, inner, name in self._members(node, place):
            if isinstance(name, Name) and not is_kept(name.name):
                kept = data and not any(isinstance(token, FunctionToken) for token in self._linker.tokens(at))
                shown = usage if kept else self._telling.at_property(usage, at, name.name)
                near = by if shown.function is usage.function and not is_part(shown, usage) else None
                yield from self._inside(at, inner, shown, depth=depth + 1, data=data, by=near)
            else:
                yield from self._inside(at, inner, usage, depth=depth + 1, data=True, by=by)

    def _within(self, node: int, place: Place, depth: int) -> Iterator[tuple[int, Place]]:
        """An argument and what its objects hold, with the places where rows speak of it."""
        yield node, place
        if depth <= _DEEPEST:
            for at, inner, _ in self._members(node, place):
                yield from self._within(at, inner, depth + 1)

    def _members(self, node: int, place: Place) -> Iterator[tuple[int, Place, Name | Element | AnyName]]:
        """What the objects at a node hold of which rows speak below a place."""
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
                    if key == name.name if isinstance(name, Name) else not is_kept(key):
                        yield at, inner, name

    def _request_sinks(self, usage: Usage, known: frozenset[int]) -> Iterator[Sink]:
        """What a call row says goes out with a request.

        An argument that is a sink of its own (a link, a place to go to) is a request's address only where its beginning
        is fixed: wholly made of data it is that other sink, and not a way to send the data.
        """
        for model, detail in details(usage):
            if not self._options.holds(model, usage.arguments, usage.this):
                continue
            for node in self.nodes(usage, detail.get(_SEARCH)):
                if _ASKS.match(self._folder.shape(node)):
                    yield Sink(node, "query", f"{usage.place.path}.{_SEARCH}", usage)
            for node in self.nodes(usage, detail.get(_HEADERS)):
                for kind, at in self._named_headers(usage, detail.get("name"), node):
                    yield Sink(at, kind, f"{usage.place.path}.{_HEADERS}", usage)
            for key, kind in _REQUEST_SINKS:
                for node in self.nodes(usage, detail.get(key)):
                    text, other = self._folder.folded(node), known.isdisjoint(self._telling.copied_from(node))
                    if other or key == "css" or is_sent(text.prefix, text.suffix):
                        yield Sink(node, kind, f"{usage.place.path}.{key}", usage)
                    elif kind == _ADDRESS and model.call in _LOADING:
                        for asked in asked_for(self._linker, self._folder, node):
                            yield Sink(asked, kind, f"{usage.place.path}.{key}", usage)

    def _named_headers(self, usage: Usage, name: str | None, node: int) -> Iterator[tuple[str, int]]:
        """The headers that are sinks of a kind by their names: one that is set alone, or properties of an object."""
        objects = [token for token in self._linker.tokens(node) if isinstance(token, ObjectToken)]
        held = ((key, at) for token in objects for key, at in self._linker.fields_of(token).items())
        for key, at in held if name is None else ((self.text(usage, name), node),):
            yield from ((kind, at) for kind, pattern in self._linker.kinds.headers if key and pattern.search(key))

    def loaded_by_html(self, usage: Usage) -> Iterator[tuple[int, str]]:
        """Parts of HTML text that stand in addresses which a browser loads by itself, with the address before them."""
        for sink in self._own_sinks(usage):
            if sink.kind in HTML:
                yield from loaded(self._folder, sink.node)

    def holds(self, model: Model, arguments: Sequence[int], this: int) -> bool:
        """Whether the conditions of a row are met by a call with these arguments, or a property read of an object."""
        return self._options.holds(model, arguments, this)

    # Arguments by path ------------------------------------------------------------------------------------------------

    def nodes(self, usage: Usage, path: str | None) -> list[int]:
        """The nodes of an argument path of a row; none for a constant `=GET`."""
        if path is None or path.startswith("="):
            return []
        if is_special(path):
            return self._options.nodes(usage.arguments, usage.this, path)
        found = self._details.nodes(path, usage.arguments, usage.this)
        return found or ([] if "|" in path else self._options.nodes(usage.arguments, usage.this, path))

    def text(self, usage: Usage, path: str | None) -> str | None:
        """The constant text of an argument path, or of `=text`; None where it is computed or absent."""
        constant = self._details.constant(path, usage.arguments, usage.this)
        if constant is not None:
            return constant
        if path is not None and path.startswith("="):
            return path[1:]
        texts = {self._folder.folded(node).text for node in self.nodes(usage, path)}
        return texts.pop() if len(texts) == 1 else None
