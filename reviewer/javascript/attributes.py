"""What is put into an element under a name comes back under that name: attributes, data of elements, a field's text.

An element that the code has made is told apart from others. Of any other (the target of an event, what a selector
finds) nobody knows which it is: under the names of data it may hold what any element has been given under that name.
The detail `among` names the property under which elements hold such data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from reviewer.javascript import keys
from reviewer.javascript.constants import Text, text_of
from reviewer.javascript.giving import FOREIGN
from reviewer.javascript.graph import TAINT, CallSite, ObjectToken, Token
from reviewer.javascript.linking import Linker
from reviewer.javascript.methods import Native
from reviewer.javascript.places import Place
from reviewer.javascript.registering import GIVEN

_DATA = "data-"
_LETTER = re.compile(r"-([a-z])")


def in_code(name: str) -> str:
    """The name of data in HTML as it is called in code: `full-name` is `fullName`."""
    return _LETTER.sub(lambda found: found[1].upper(), name)


def among(linker: Linker, call: CallSite, name: str) -> int | None:
    """The node of what any element holds as data of this name."""
    for token in call.tokens:
        for model in token.models if isinstance(token, Place) else ():
            for key, value in model.detail:
                place = linker.places.of_any(value.removeprefix("=")) if key == "among" else None
                if place is not None:
                    camel = in_code(name)
                    return linker.field(place, camel, call.result)
    return None


def _attribute(linker: Linker, call: CallSite) -> None:
    """attr(name, value) puts, attr(name) gives back."""
    known = linker.graph.constants.get(call.args[0]) if call.args else None
    name = text_of(known) if isinstance(known, Text) else None
    shared = among(linker, call, name.removeprefix(_DATA)) if name is not None and name.startswith(_DATA) else None
    if len(call.args) > 1:
        if name is not None:
            linker.write(call.this, name, call.args[1])
        linker.write(call.this, GIVEN, call.args[1])
        if shared is not None:
            linker.edge(call.args[1], shared)
        linker.edge(call.this, call.result)
        return
    if not call.args:
        return
    linker.read(call.this, name, call.result)

    def decide() -> None:
        tokens = list(linker.tokens(call.this))
        if name is not None and tokens and all(map(_is_made, tokens)):
            linker.understood.add(call)
        elif shared is not None:
            linker.edge(shared, call.result)

    linker.later(decide)


def _is_made(token: Token) -> bool:
    return isinstance(token, ObjectToken) and token.kind == FOREIGN


def _keep_own(linker: Linker, call: CallSite) -> None:
    """text(value) puts, text() gives back, of the same object."""
    key = keys.slot(f"own {call.member}")

    def seen(token: Token) -> None:
        if not _is_made(token):
            return
        at = linker.field(token, key, call.result)
        if call.args:
            linker.edge(call.args[0], at)
        else:
            linker.edge(at, call.result)

    linker.each_token(call.this, seen)
    if call.args:
        linker.edge(call.this, call.result)
        for name in _shown_as(call):
            linker.write(call.this, name, call.args[0])


def _shown_as(call: CallSite) -> Iterator[str]:
    """The names of properties under which rows say that it is seen as well."""
    for token in call.tokens:
        for model in token.models if isinstance(token, Place) else ():
            detail = dict(model.detail)
            if "does" in detail and "under" in detail:
                yield detail["under"].removeprefix("=")


def _wrap(linker: Linker, call: CallSite) -> None:
    """What is made around an element has what the element was given; what is around nodes of a markup, that markup."""
    if call.args:
        linker.graph.edge(linker.graph.around(call.args[0]), call.result, TAINT)
        linker.each_token(call.args[0], lambda token: linker.introduce(call.result, token) if _is_made(token) else None)


ATTRIBUTES: Mapping[str, Native] = MappingProxyType({"attribute": _attribute, "keep-own": _keep_own, "wraps": _wrap})
