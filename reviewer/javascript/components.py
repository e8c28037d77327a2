"""What a view library keeps for the components that code describes to it -> edges of a graph that is being linked.

Details of rows about a call:

- `state`: the call gives a pair: a value that begins as that argument, and the function that replaces it; with
  `reduces`, that function hands what it gets to the function at that argument, which makes the next value of the one
  before;
- `shared`: the same, of a value that this object keeps for all who ask for it;
- `provides`: what stands at that path is found from now on by whoever asks (`provided`) for the object of which what is
  called, or the first argument, was read;
- `instance`: that argument describes a component, as the place `described` tells. The library makes an object of it,
  which holds what the component was `given` (by these paths) and all that it has been described by; with `given-by` the
  result is a function that gives that object, and a function may be there instead of a description, whose properties
  are wrapped as that says.

Details of rows about a property of a description: `forms` says what the object has of it: the properties of what its
function gives (`=result`, with `under` as the property in which it wraps each), what each of its functions gives
(`=results`), its properties (`=members`), itself (`=member`); `=hook` is a function that the library calls, `=watchers`
are functions that are called with the property of their name, `=children` are descriptions of components by their
names, `=handlers` what attributes of its template do (see `own_attributes`). `this` is the object in all of them, and
so is each parameter that nothing else is known of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.javascript import keys
from reviewer.javascript.carrying import call_of, reached
from reviewer.javascript.constants import Text
from reviewer.javascript.graph import CallSite, ObjectToken, SelectToken, SinkToken, Token
from reviewer.javascript.markup_templates import bound, spelled, tags
from reviewer.javascript.own_attributes import OwnAttributes
from reviewer.javascript.spreading import properties
from reviewer.javascript.template_values import Shown, named_by

if TYPE_CHECKING:
    from reviewer.javascript.linking import Linker
    from reviewer.javascript.places import Place

_PROVIDED = keys.slot("provided")
_PARAMETERS = 6


@dataclass(frozen=True, slots=True)
class _Described:
    """Where a description stands, the call that uses it, and the place that tells how it is read."""

    options: int
    call: CallSite
    place: Place


class Components:
    """The objects that were made of descriptions so far, and the names that descriptions are known by."""

    def __init__(self, linker: Linker) -> None:
        self._linker = linker
        self._made: dict[Token, ObjectToken] = {}
        self._named: dict[str, list[_Described]] = {}
        self._templates: dict[str, list[Shown]] = {}
        self._attributes = OwnAttributes(linker)
        self._asked: dict[str, list[tuple[CallSite, Mapping[str, str]]]] = {}

    def note(self, call: CallSite, detail: Mapping[str, str]) -> None:
        """A call whose row says something of components."""
        linker = self._linker
        if "state" in detail or "shared" in detail:
            self._keep(call, detail)
        if "provides" in detail:
            self._provide(call, detail["provides"])
        provided = reached(linker, call, detail["provided"]) if "provided" in detail else None
        if provided is not None:
            linker.read(provided, _PROVIDED, call.result)
        if "handles" in detail:
            self._attributes.note(call, detail)
        options = reached(linker, call, detail["instance"]) if "instance" in detail else None
        if options is not None:
            self._describe(call, options, detail)
            if "name" in detail:
                name = _text(linker, reached(linker, call, detail["name"]))
                self._name(name, _Described(options, call, linker.places.at(detail["described"].removeprefix("="))))

    def called(self, name: str) -> Iterator[int]:
        """The nodes of the objects that were made of descriptions known by this name."""
        for known in self._named.get(spelled(name), ()):
            yield from (home for _, home in self.made_of((known.options,)))

    def made_of(self, nodes: Iterable[int]) -> Iterator[tuple[ObjectToken, int]]:
        """The descriptions at these nodes, each with the node of the object that was made of it."""
        for node in nodes:
            for token in self._linker.tokens(node):
                if isinstance(token, ObjectToken) and token in self._made:
                    yield token, self._made[token].home

    def _keep(self, call: CallSite, detail: Mapping[str, str]) -> None:
        """The call gives a pair: a value that outlives it, and the function that replaces the value."""
        linker = self._linker
        pair = ObjectToken("array", call.result)
        value = linker.field(pair, "0", call.result)
        first = reached(linker, call, detail["state"]) if "state" in detail else None
        if first is not None:
            linker.edge(first, value)
        into = value
        reducer = reached(linker, call, detail["reduces"]) if "reduces" in detail else None
        if reducer is not None:
            into = linker.fresh(call.result)
            made = call_of(linker, call, reducer, -1, (value, into))
            linker.call(made)
            linker.edge(made.result, value)
        shared = reached(linker, call, detail["shared"]) if "shared" in detail else None
        if shared is not None:
            linker.write(shared, _PROVIDED, into)
            linker.read(shared, _PROVIDED, value)
        linker.introduce(linker.field(pair, "1", call.result), SinkToken(into))
        linker.introduce(call.result, pair)

    def _provide(self, call: CallSite, path: str) -> None:
        linker = self._linker
        value = reached(linker, call, path)

        def seen(token: Token) -> None:
            maker = linker.makers.get(token) if isinstance(token, ObjectToken) else None
            if maker is not None and value is not None:
                linker.write(maker.result, _PROVIDED, value)

        for node in (call.callee, *call.args[:1]):
            linker.each_token(node, seen)

    # Descriptions -----------------------------------------------------------------------------------------------------

    def _name(self, name: str | None, described: _Described) -> None:
        if name is None:
            return
        self._named.setdefault(spelled(name), []).append(described)
        for template in tuple(self._templates.get(spelled(name), ())):
            self._fill(template, described)
        for call, detail in tuple(self._asked.get(spelled(name), ())):
            self._describe(call, described.options, detail)

    def _describe(self, call: CallSite, options: int, detail: Mapping[str, str]) -> None:
        """A component is used: with what it is given, its object is what its functions see."""
        linker = self._linker
        given = [reached(linker, call, path) for path in detail.get("given", "").split(" | ") if path]
        place = linker.places.at(detail["described"].removeprefix("="))
        name = _text(linker, options)
        if name is not None:
            asked = self._asked.setdefault(spelled(name), [])
            if (call, detail) not in asked:
                asked.append((call, detail))
                for known in tuple(self._named.get(spelled(name), ())):
                    self._describe(call, known.options, detail)

        def seen(token: Token) -> None:
            if isinstance(token, ObjectToken) and token.kind == "object":
                made = self._instance(token, place, call)
                if call.new:
                    linker.edge(made.home, call.result)
                else:
                    linker.write(call.result, _PROVIDED, made.home)
                for node in given:
                    if node is not None:
                        properties(linker, node, lambda key, at: self._put(made, key, at))
                if "given-by" in detail:
                    linker.introduce(call.result, SelectToken(made.home))

        linker.each_token(options, seen)
        if "given-by" in detail:
            self._set_up(call, options, detail["given-by"])
        for node in given:
            if node is not None:
                linker.execute(options, (node,))

    def _set_up(self, call: CallSite, function: int, under: str) -> None:
        """What a function gives that is there instead of a description."""
        linker = self._linker
        made = ObjectToken("object", linker.fresh(call.result))
        linker.introduce(made.home, made)
        given = self._called(made, function, call)
        properties(linker, given, lambda key, at: self._put(made, key, at, under))
        linker.introduce(call.result, SelectToken(made.home))

    def _instance(self, described: ObjectToken, place: Place, call: CallSite) -> ObjectToken:
        """The object that is made of a description, one for all that use it."""
        known = self._made.get(described)
        if known is not None:
            return known
        linker = self._linker
        home, options = linker.fresh(described.home), linker.fresh(described.home)
        made = self._made[described] = ObjectToken("object", home)
        linker.introduce(home, made)
        linker.introduce(options, described)
        for model in place.models:
            if "described" in dict(model.detail):
                linker.introduce(home, linker.places.at(dict(model.detail)["described"].removeprefix("=")))

        def visit(key: str | None, at: int) -> None:
            inner = linker.places.named(place, key) if key is not None else None
            for model in inner.models if inner is not None else ():
                detail = dict(model.detail)
                if detail.get("forms") == "=template":
                    self._use_template(made, _written(linker, described, key), detail)
                else:
                    self._form(made, detail, key, at, call, place)

        properties(linker, options, visit)
        return made

    def _form(
        self, made: ObjectToken, detail: Mapping[str, str], key: str | None, at: int, call: CallSite, place: Place
    ) -> None:
        linker = self._linker
        match detail.get("forms"):
            case "=result":
                for node in (at, self._called(made, at, call)):
                    properties(linker, node, lambda key, n: self._put(made, key, n, detail.get("under")))
            case "=results":
                properties(linker, at, lambda key, n: self._computed(made, key, n, call))
            case "=member":
                self._member(made, key, at, call)
            case "=members":
                properties(linker, at, lambda key, n: self._member(made, key, n, call))
            case "=watchers":
                properties(linker, at, lambda key, n: self._watched(made, key, n, call))
            case "=hook":
                self._called(made, at, call)
            case "=children":
                properties(linker, at, lambda key, n: self._child(key, n, call, place))
            case "=handlers":
                properties(linker, at, lambda key, n: self._attributes.name(key or "", n, call, detail))
            case _:
                return

    def _put(self, made: ObjectToken, key: str | None, at: int, under: str | None = None) -> None:
        linker = self._linker
        field = linker.field(made, None if keys.is_loose(key) else _property(str(key)), at)
        linker.edge(at, field)
        if under is not None:
            linker.read(at, under.removeprefix("="), field)

    def _member(self, made: ObjectToken, key: str | None, at: int, call: CallSite) -> None:
        self._put(made, key, at)
        self._called(made, at, call, given=False)

    def _computed(self, made: ObjectToken, key: str | None, at: int, call: CallSite) -> None:
        getter = self._linker.fresh(at)
        self._linker.read(at, "get", getter)
        for function in (at, getter):
            self._put(made, key, self._called(made, function, call))

    def _watched(self, made: ObjectToken, key: str | None, at: int, call: CallSite) -> None:
        linker = self._linker
        handler, value = linker.fresh(at), linker.fresh(at)
        linker.read(at, "handler", handler)
        linker.read(made.home, None if keys.is_loose(key) else key, value)
        for function in (at, handler):
            linker.call(call_of(linker, call, function, made.home, (value,)))

    def _child(self, key: str | None, at: int, call: CallSite, place: Place) -> None:
        self._name(None if keys.is_loose(key) else key, _Described(at, call, place))

        def seen(token: Token) -> None:
            if isinstance(token, ObjectToken) and token.kind == "object":
                self._instance(token, place, call)

        self._linker.each_token(at, seen)

    def _use_template(self, made: ObjectToken, template: str | None, detail: Mapping[str, str]) -> None:
        for tag, attributes in tags(template or ""):
            element = Shown(made, template or "", attributes, detail.get("loops", "=")[1:])
            if "prefixed" in detail:
                self._attributes.use(element, detail["prefixed"].removeprefix("="))
            self._templates.setdefault(spelled(tag), []).append(element)
            for described in tuple(self._named.get(spelled(tag), ())):
                self._fill(element, described)

    def _fill(self, element: Shown, described: _Described) -> None:
        """An element in a template gives the component of its name what the template's own object has."""
        linker = self._linker
        home = element.user.home
        given = linker.fresh(home)
        token = ObjectToken("object", given)
        linker.introduce(given, token)
        for name, value in bound(element.attributes):
            named_by(linker, element, value, linker.field(token, name, home))

        def seen(token: Token) -> None:
            if isinstance(token, ObjectToken) and token.kind == "object":
                made = self._instance(token, described.place, described.call)
                properties(linker, given, lambda key, at: self._put(made, key, at))

        linker.each_token(described.options, seen)

    def _called(self, made: ObjectToken, function: int, call: CallSite, *, given: bool = True) -> int:
        """The node of what a function gives that the library calls with the component's object."""
        linker = self._linker
        site = call_of(linker, call, function, made.home, (made.home,) * _PARAMETERS if given else ())
        linker.call(site)
        return site.result


def _text(linker: Linker, node: int | None) -> str | None:
    known = None if node is None else linker.graph.constants.get(node)
    return known.value if isinstance(known, Text) else None


def _written(linker: Linker, described: ObjectToken, key: str | None) -> str | None:
    """The text that a description has under a name, as far as it is written there as one."""
    nodes = (node for name, node in linker.writes.get(described.home, ()) if name == key)
    return next((text for node in nodes if (text := _text(linker, node)) is not None), None)


def _property(name: str) -> str:
    """`inner-text` as it is called in code: `innerText`."""
    first, *rest = name.split("-")
    return first + "".join(each.capitalize() for each in rest)
