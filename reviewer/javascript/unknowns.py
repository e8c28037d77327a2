"""Methods of maps, sets and the like on something of which nothing is known: an object that holds what was put in."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reviewer.javascript.graph import PART, CallSite, Token
from reviewer.javascript.linking import Linker
from reviewer.javascript.maps import MAP_METHODS, is_tabled
from reviewer.javascript.methods import Native
from reviewer.javascript.mutation import push


def _put(linker: Linker, call: CallSite) -> None:
    for arg in call.args[:2]:
        linker.write(call.this, None, arg)
    linker.edge(call.this, call.result)
    _known(linker, call, "set")


def _add(linker: Linker, call: CallSite) -> None:
    for arg in call.args[:1]:
        linker.write(call.this, None, arg)
    linker.edge(call.this, call.result)


def _append(linker: Linker, call: CallSite) -> None:
    push(linker, call)
    _known(linker, call, "append")


def _get(linker: Linker, call: CallSite) -> None:
    def seen(token: Token) -> None:
        if not is_tabled(linker, token):  # A map's elements are pairs, and no values.
            linker.read_of(token, None, call.result)

    linker.each_token(call.this, seen)
    linker.graph.edge(call.this, call.result, PART)
    _known(linker, call, "get")


def _known(linker: Linker, call: CallSite, name: str) -> None:
    """A map may stand there as well."""
    MAP_METHODS[name](linker, call)


def _keys(linker: Linker, call: CallSite) -> None:
    linker.graph.edge(call.this, call.result, PART)
    MAP_METHODS["keys"](linker, call)


UNKNOWN_METHODS: Mapping[str, Native] = MappingProxyType(
    {"set": _put, "add": _add, "append": _append, "get": _get, "getAll": _get, "keys": _keys}
)
