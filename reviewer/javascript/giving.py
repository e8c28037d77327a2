"""What a model's row says that a call does with what it is given, or a property with its object -> edges of a graph
that is being linked.

The details of a row that speak of this:

- `gives`: the result is that argument, or what a path leads to (`0.return`, `this.@row`); at a property, or at what a
  method returns, `this`: it is the object itself;
- `spells`: the result's text is that argument's, whatever it is beside that;
- `belongs`: a property is one with its object (`this`), and no text that equals the object's text; or it is a thing of
  its own that was made together with its object (`=made`);
- `nodes-of`: a property holds the nodes that what is written to that other one is parsed into;
- `makes`: every call makes an object of its own: `=object`, or `=text`, which shows what is put in as text, or one that
  is like the code's own: `=plain`, or an array like these: `=list`;
- `given-any`: where there is any argument, the result is a thing of that place;
- `adopts`: that argument (`*`: every one) becomes part of the object that the method is called on;
- `sets`: that argument becomes the property which the constant argument at `name` names;
- `posts`: that argument, or what a path leads to, becomes the property `under` of all that stands at the place
  `arrives`; without `under` it is what stands there;
- `fills`: that argument, or what a path into it leads to, becomes the property of the result that is called as `under`
  says;
- `hands`: what that path leads to is handed to what `to` leads to, which becomes its property `under`;
- `address`: the result is the address that this argument is, relative to the argument at `base`;
- `part`: that component of the URL that its object is;
- `text`, `begins`: what a value's text is, or begins with;
- `component`: that argument is what the function in the first one gets; for what else is kept see
  `components` and `stores`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from reviewer.javascript.carrying import ELEMENT, keep, reached
from reviewer.javascript.constants import Text
from reviewer.javascript.graph import (
    ELEMENTS,
    ITERATED,
    PART,
    TAINT,
    CallSite,
    Computed,
    ObjectToken,
    Token,
)
from reviewer.javascript.places import Place
from reviewer.place import Return
from reviewer.rule import Model

if TYPE_CHECKING:
    from reviewer.javascript.linking import Linker

FOREIGN = "foreign"
"""The kind of objects that an API makes and whose properties mean what it says: an element of the page, a request."""

_SPREAD = 8
"""How many elements of a spread array are told apart."""

_MARK = "=mark"
"""What begins with a mark (`?`, `#`), if it is not empty."""

CONTENT_KEY = "#content"
"""Under which such an object keeps what it adopts: nothing that code can name, since adopted text is no HTML."""

_KINDS = MappingProxyType({"=object": FOREIGN, "=text": "form", "=plain": "object", "=list": "array"})


def done_by_call(linker: Linker, call: CallSite, place: Place) -> None:
    """A call of an API place has the effects that its rows tell."""
    for model in place.models:
        detail = dict(model.detail)
        if not detail:
            continue
        if "makes" in detail:
            made = ObjectToken(_KINDS[detail["makes"]], call.result)
            linker.makers[made] = call
            linker.introduce(call.result, made)
        for node in _given(call, detail.get("gives")):
            _same(linker, node, call.result)
        kept = reached(linker, call, detail["gives"]) if "." in detail.get("gives", "") else None
        if kept is not None:
            linker.edge(kept, call.result)
        for node in _given(call, detail.get("spells")):
            linker.graph.computed[call.result] = Computed("join", (node,))
        for node in _given(call, detail.get("adopts")):
            linker.write(call.this, CONTENT_KEY, node)
        for node in _given(call, detail.get("sets")):
            for name in _given(call, detail.get("name")):
                key = linker.graph.constants.get(name)
                if isinstance(key, Text):
                    linker.write(call.this, key.value, node)
        if "posts" in detail:
            _post(linker, call, detail)
        if "given-any" in detail and call.args:
            linker.introduce(call.result, linker.places.at(detail["given-any"].removeprefix("=")))
        filling = detail.get("fills")
        content = None if filling is None else reached(linker, call, filling)
        if content is not None and "makes" in detail:
            under = detail["under"].removeprefix("=")
            linker.edge(content, linker.field(made, None if under == ELEMENT else under, content))
        elif content is not None:
            keep(linker, call, call.result, detail["under"].removeprefix("="), content)
        if "hands" in detail:
            _hand(linker, call, detail)
        for node in _given(call, detail.get("component")):
            linker.execute(call.args[0], (node,))
        linker.registry.note(call, detail)
        linker.components.note(call, detail)
        linker.stores.note(call, detail)
        addresses = _given(call, detail.get("address"))
        if addresses:
            bases = _given(call, detail.get("base"))
            linker.graph.computed[call.result] = Computed("address", (*addresses, *bases))
            for node in (*addresses, *bases):
                linker.graph.edge(node, call.result, TAINT)
        _known_text(linker, call.result, model)
    returned = linker.places.step(place, Return())
    for model in returned.models if returned is not None else ():
        if ("gives", "this") in model.detail and call.this >= 0:
            _same(linker, call.this, call.result)
        _known_text(linker, call.result, model)


def given_by_property(linker: Linker, base: int, place: Place, result: int) -> None:
    """A property of an API is read: some are the object itself, of some the text is known."""
    for model in place.models:
        for key, value in model.detail:
            match key, value:
                case "gives", "this":
                    _same(linker, base, result)
                case "belongs", "this":
                    linker.edge(base, result)
                case "belongs", _:
                    _made_with(linker, base, result)
                case "nodes-of", name:
                    _parsed_from(linker, base, name.removeprefix("="), result)
                case "part", name:
                    linker.graph.computed[result] = Computed(f"address {name.removeprefix('=')}", (base,))
                case _:
                    pass
        _known_text(linker, result, model)


def _parsed_from(linker: Linker, base: int, name: str, result: int) -> None:
    """Nodes are there that what was written to another property of the same object was parsed into."""
    text, nodes = linker.fresh(result), linker.fresh(result)
    linker.read(base, name, text)
    linker.graph.parsed.add(nodes)
    linker.graph.edge(text, nodes, TAINT)
    linker.graph.edge(nodes, result, TAINT)


def _post(linker: Linker, call: CallSite, detail: Mapping[str, str]) -> None:
    """What is posted arrives at a place, for whoever finds something there."""
    posted, arrival = reached(linker, call, detail["posts"]), linker.places.at(detail["arrives"].removeprefix("="))
    if posted is not None and "under" in detail:
        linker.edge(posted, linker.field(arrival, detail["under"].removeprefix("="), posted))
    elif posted is not None:
        linker.edge(posted, linker.arrival(arrival.entries[0], posted))


def _hand(linker: Linker, call: CallSite, detail: Mapping[str, str]) -> None:
    """What is handed to somebody knows from then on to whom."""
    handed, to = reached(linker, call, detail["hands"]), reached(linker, call, detail["to"])
    if handed is not None and to is not None:
        linker.write(handed, detail["under"].removeprefix("="), to)


def _made_with(linker: Linker, base: int, result: int) -> None:
    """A property is a thing of its own, made by the call that made its object; code finds it by the API alone."""
    key = f"#{linker.graph.names.get(result, '')}"

    def seen(token: Token) -> None:
        maker = linker.makers.get(token) if isinstance(token, ObjectToken) else None
        if maker is not None:
            at = linker.field(token, key, result)
            made = ObjectToken(FOREIGN, at)
            linker.makers.setdefault(made, maker)
            linker.introduce(at, made)
            linker.edge(at, result)

    linker.each_token(base, seen)


def spread_out(linker: Linker, call: CallSite) -> CallSite:
    """A call with spread arguments as one whose further arguments are the elements of those arrays, in their order.

    Behind the first array nobody knows the positions: any of the later ones' elements may stand anywhere.
    """
    items = [linker.fresh(call.result) for _ in range(_SPREAD)]
    first, *later = call.spread
    for index, item in enumerate(items):
        linker.read(first, str(index), item)
        linker.read(first, ITERATED, item)
        linker.graph.edge(first, item, PART)
        for other in later:
            linker.read(other, ELEMENTS, item)
            linker.graph.edge(other, item, PART)
    return replace(call, args=(*call.args, *items), spread=(), tokens={}, depth=call.depth + 1)


def _same(linker: Linker, source: int, target: int) -> None:
    """One value stands at both nodes, and one text."""
    linker.edge(source, target)
    linker.graph.computed[target] = Computed("join", (source,))


def _given(call: CallSite, path: str | None) -> list[int]:
    """The nodes of a plain argument path; none where the call has no such argument."""
    match path:
        case None:
            return []
        case "this":
            return [call.this] if call.this >= 0 else []
        case "*":
            return list(call.args)
        case _:
            return [call.args[int(path)]] if path.isdigit() and int(path) < len(call.args) else []


def _known_text(linker: Linker, node: int, model: Model) -> None:
    for key, value in _texts(model.detail):
        if key == "text":
            linker.graph.constants.setdefault(node, Text(value))
        else:
            linker.begins.setdefault(node, value)


def _texts(details: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    return ((key, value.removeprefix("=")) for key, value in details if key in {"text", "begins"} and value != _MARK)
