"""ECMAScript's global functions that move values about: `Object.assign`, `JSON.stringify`, `Promise.all`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reviewer.javascript.constants import Boolean
from reviewer.javascript.graph import CONTENT, PART, TAINT, CallSite, ObjectToken, SinkToken
from reviewer.javascript.linking import Linker, Native, Natives
from reviewer.javascript.methods import (
    FUNCTION_METHODS,
    OBJECT_METHODS,
    as_text,
    entries,
    made_array,
    nothing,
    spread_call,
    virtual,
)
from reviewer.javascript.throwing import ERRORS, reject, rejecting, rejection_of


def _assign(linker: Linker, call: CallSite) -> None:
    """Object.assign: the first gets what the others hold. What is true or false says how it is done (as in jQuery)."""
    objects = [arg for arg in call.args if not isinstance(linker.graph.constants.get(arg), Boolean)]
    if not objects:
        return
    target, *sources = objects
    linker.edge(target, call.result)
    for token in tuple(linker.tokens(target)):
        for source in sources:
            linker.delegate(token, source)
    for source in sources:
        linker.graph.edge(source, target, CONTENT)


def _values(linker: Linker, call: CallSite) -> None:
    """Object.values, Array.from ...: an array of what the argument holds."""
    if not call.args:
        return
    item = linker.fresh(call.result)
    linker.read(call.args[0], None, item)
    linker.graph.edge(call.args[0], item, PART)
    if len(call.args) > 1:
        made = linker.fresh(call.result)
        virtual(linker, call, call.args[1], (item,), made)
        item = made
    linker.edge(item, linker.field(made_array(linker, call), None, item))


def _first(linker: Linker, call: CallSite) -> None:
    """The result is the first argument (Object.freeze, Promise.resolve, structuredClone)."""
    if call.args:
        linker.edge(call.args[0], call.result)


def _serialise(linker: Linker, call: CallSite) -> None:
    """JSON.stringify: a text of all that is inside."""
    if call.args:
        linker.graph.edge(call.args[0], call.result, TAINT)


def _parse(linker: Linker, call: CallSite) -> None:
    """JSON.parse: an object made of the text."""
    if call.args:
        linker.graph.edge(call.args[0], call.result, TAINT)


def _decoded(linker: Linker, call: CallSite) -> None:
    """decodeURIComponent, atob: whatever had been made safe by encoding is as it was."""
    linker.graph.restored.add(call.result)
    for arg in call.args[:1]:
        linker.graph.edge(arg, call.result, TAINT)


def _characters(linker: Linker, call: CallSite) -> None:
    """String.fromCharCode: what was harmless as a number is text again."""
    linker.graph.restored.add(call.result)
    as_text(linker, call)


def _of(linker: Linker, call: CallSite) -> None:
    made = made_array(linker, call)
    for index, arg in enumerate(call.args):
        linker.edge(arg, linker.field(made, str(index), arg))


def _reflect_apply(linker: Linker, call: CallSite) -> None:
    if len(call.args) > 2:
        spread_call(linker, call, call.args[0], call.args[1], call.args[2])


def _reflect_get(linker: Linker, call: CallSite) -> None:
    if len(call.args) > 1:
        key = linker.graph.constants.get(call.args[1])
        linker.read(call.args[0], getattr(key, "value", None), call.result)
        linker.graph.edge(call.args[0], call.result, PART)


def _reflect_set(linker: Linker, call: CallSite) -> None:
    if len(call.args) > 2:
        key = linker.graph.constants.get(call.args[1])
        linker.write(call.args[0], getattr(key, "value", None), call.args[2])


def _define(linker: Linker, call: CallSite) -> None:
    """Object.defineProperty(o, key, {value, get})."""
    if len(call.args) > 2:
        key = linker.graph.constants.get(call.args[1])
        value, getter = linker.fresh(call.args[2]), linker.fresh(call.args[2])
        linker.read(call.args[2], "value", value)
        linker.read(call.args[2], "get", getter)
        virtual(linker, call, getter, (), value)
        linker.write(call.args[0], getattr(key, "value", None), value)
        linker.edge(call.args[0], call.result)


def _container(linker: Linker, call: CallSite) -> None:
    """`new Map(pairs)` and the like: an object that holds what is put in, and is made of what it is given."""
    if call.new:
        made_array(linker, call)
    for arg in call.args:
        linker.graph.edge(arg, call.result, TAINT)


def _create(linker: Linker, call: CallSite) -> None:
    token = ObjectToken("object", call.result)
    linker.introduce(call.result, token)
    if call.args:
        linker.delegate(token, call.args[0])


def promise(linker: Linker, call: CallSite) -> None:
    """`new Promise(executor)`: what resolve is called with is what the promise holds."""
    if call.args:
        resolve = linker.fresh(call.result)
        linker.introduce(resolve, SinkToken(call.result))
        reason = rejection_of(linker, call)
        given = (resolve, rejecting(linker, reason))
        virtual(linker, call, call.args[0], given, linker.fresh(call.result), thrown=reason)


_TESTS = (
    *("Array.isArray", "Number.isFinite", "Number.isInteger", "Number.isNaN", "Number.isSafeInteger"),
    *("Object.is", "isFinite", "isNaN"),
)
_DECODERS = ("atob", "decodeURI", "decodeURIComponent", "unescape")
_CONTAINERS = ("FormData", "Headers", "Map", "Set", "URLSearchParams", "WeakMap", "WeakSet")

_GLOBAL: Mapping[str, Native] = MappingProxyType(
    {
        **ERRORS,
        **dict.fromkeys(_TESTS, nothing),
        **dict.fromkeys(_CONTAINERS, _container),
        **dict.fromkeys(_DECODERS, _decoded),
        "Array.from": _values,
        "Array.of": _of,
        "JSON.parse": _parse,
        "JSON.stringify": _serialise,
        "Object.assign": _assign,
        "Object.create": _create,
        "Object.defineProperty": _define,
        "Object.entries": entries,
        "Object.freeze": _first,
        "Object.fromEntries": _first,
        "Object.seal": _first,
        "Object.values": _values,
        "Promise": promise,
        "Promise.all": _first,
        "Promise.allSettled": _first,
        "Promise.any": _values,
        "Promise.race": _values,
        "Promise.reject": reject,
        "Promise.resolve": _first,
        "Reflect.apply": _reflect_apply,
        "Reflect.construct": _reflect_apply,
        "Reflect.get": _reflect_get,
        "Reflect.set": _reflect_set,
        "String.fromCharCode": _characters,
        "String.fromCodePoint": _characters,
        "String.raw": as_text,
        "structuredClone": _first,
    }
)
_OF_PLAIN = frozenset(
    {"catch", "finally", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "then", "toString", "valueOf"}
)
NATIVES = Natives(of_objects=OBJECT_METHODS, of_functions=FUNCTION_METHODS, of_global=_GLOBAL, of_plain=_OF_PLAIN)
"""All of the language's own functions that move values about, or tell something about them."""
