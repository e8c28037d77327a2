"""ECMAScript's own functions that move values about: what goes where in arrays, promises, functions and objects.

Each is a function of the linker and one call. What only derives a new value from its arguments (string methods and the
like) needs no entry: the rule for unknown calls says the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from reviewer.javascript.graph import CONTENT, TAINT, BoundToken, CallSite, ObjectToken, SinkToken

if TYPE_CHECKING:
    from reviewer.javascript.linking import Linker

Native = Callable[["Linker", CallSite], None]


def _virtual(linker: Linker, call: CallSite, callee: int, args: tuple[int, ...], result: int, this: int = -1) -> None:
    linker.call(
        CallSite(
            number=call.number,
            node=call.node,
            script=call.script,
            callee=callee,
            this=this,
            args=args,
            spread=(),
            result=result,
            new=False,
            member=None,
            function=call.function,
            loop=True,
            depth=call.depth + 1,
        )
    )


def _element(linker: Linker, call: CallSite) -> int:
    """A node for any element of the array that a method is called on."""
    item = linker.fresh(call.result)
    linker.read(call.this, None, item)
    linker.graph.edge(call.this, item, 2)
    return item


def _made(linker: Linker, call: CallSite) -> ObjectToken:
    """The array that a method gives."""
    token = ObjectToken("array", call.result)
    linker.introduce(call.result, token)
    return token


def _each(linker: Linker, call: CallSite) -> None:
    """forEach, some, every: elements go to the callback."""
    if call.args:
        _virtual(
            linker,
            call,
            call.args[0],
            (_element(linker, call), linker.fresh(call.result), call.this),
            linker.fresh(call.result),
        )


def _map(linker: Linker, call: CallSite) -> None:
    if call.args:
        item = linker.fresh(call.result)
        _virtual(linker, call, call.args[0], (_element(linker, call), linker.fresh(call.result), call.this), item)
        linker.edge(item, linker.field(_made(linker, call), None, item))


def _flat_map(linker: Linker, call: CallSite) -> None:
    if call.args:
        inner, item = linker.fresh(call.result), linker.fresh(call.result)
        _virtual(linker, call, call.args[0], (_element(linker, call),), inner)
        linker.read(inner, None, item)
        made = linker.field(_made(linker, call), None, item)
        linker.edge(item, made)
        linker.edge(inner, made)


def _filter(linker: Linker, call: CallSite) -> None:
    _each(linker, call)
    linker.edge(call.this, call.result)


def _find(linker: Linker, call: CallSite) -> None:
    _each(linker, call)
    linker.edge(_element(linker, call), call.result)


def _sort(linker: Linker, call: CallSite) -> None:
    item = _element(linker, call)
    if call.args:
        _virtual(linker, call, call.args[0], (item, item), linker.fresh(call.result))
    linker.edge(call.this, call.result)


def _reduce(linker: Linker, call: CallSite) -> None:
    if not call.args:
        return
    item, total = _element(linker, call), linker.fresh(call.result)
    linker.edge(call.args[1] if len(call.args) > 1 else item, total)
    _virtual(linker, call, call.args[0], (total, item), total)
    linker.edge(total, call.result)


def _same(linker: Linker, call: CallSite) -> None:
    """slice, reverse, flat ...: the elements stay what they are."""
    linker.edge(call.this, call.result)


def _concat(linker: Linker, call: CallSite) -> None:
    linker.edge(call.this, call.result)
    linker.graph.edge(call.this, call.result, TAINT)
    for arg in call.args:
        linker.edge(arg, call.result)
        linker.graph.edge(arg, call.result, TAINT)


def _push(linker: Linker, call: CallSite) -> None:
    for arg in call.args:
        linker.write(call.this, None, arg)
    for whole in call.spread:
        item = linker.fresh(call.result)
        linker.read(whole, None, item)
        linker.graph.edge(whole, item, TAINT)
        linker.write(call.this, None, item)


def _pop(linker: Linker, call: CallSite) -> None:
    linker.edge(_element(linker, call), call.result)


def _splice(linker: Linker, call: CallSite) -> None:
    linker.edge(call.this, call.result)
    for arg in call.args[2:]:
        linker.write(call.this, None, arg)


def _set(linker: Linker, call: CallSite) -> None:
    for arg in call.args[:2]:
        linker.write(call.this, None, arg)
    linker.edge(call.this, call.result)


def _text(linker: Linker, call: CallSite) -> None:
    """join, toString: one text of all that is inside."""
    for node in (call.this, *call.args):
        if node >= 0:
            linker.graph.edge(node, call.result, TAINT)


def _then(linker: Linker, call: CallSite) -> None:
    """A promise is one with its value; what a handler returns is what the next `then` gets."""
    handlers = call.args or (linker.fresh(call.result),)
    _virtual(linker, call, handlers[0], (call.this,), call.result)
    for handler in call.args[1:]:
        _virtual(linker, call, handler, (linker.fresh(call.result),), call.result)


def _catch(linker: Linker, call: CallSite) -> None:
    linker.edge(call.this, call.result)
    if call.args:
        _virtual(linker, call, call.args[0], (linker.fresh(call.result),), call.result)


def _call(linker: Linker, call: CallSite) -> None:
    this, *args = call.args or (linker.fresh(call.result),)
    _virtual(linker, call, call.this, tuple(args), call.result, this)


def _apply(linker: Linker, call: CallSite) -> None:
    this = call.args[0] if call.args else linker.fresh(call.result)
    _spread(linker, call, call.this, this, call.args[1] if len(call.args) > 1 else -1)


def _spread(linker: Linker, call: CallSite, callee: int, this: int, args: int) -> None:
    given: list[int] = []
    for index in range(8 if args >= 0 else 0):
        item = linker.fresh(call.result)
        linker.read(args, str(index), item)
        given.append(item)
    _virtual(linker, call, callee, tuple(given), call.result, this)


def _bind(linker: Linker, call: CallSite) -> None:
    this = call.args[0] if call.args else linker.fresh(call.result)
    linker.introduce(call.result, BoundToken(call.this, this, call.args[1:]))


def _assign(linker: Linker, call: CallSite) -> None:
    """Object.assign: the first gets what the others hold."""
    if not call.args:
        return
    target, *sources = call.args
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
    linker.graph.edge(call.args[0], item, 2)
    if len(call.args) > 1:
        made = linker.fresh(call.result)
        _virtual(linker, call, call.args[1], (item,), made)
        item = made
    linker.edge(item, linker.field(_made(linker, call), None, item))


def _entries(linker: Linker, call: CallSite) -> None:
    source = call.args[0] if call.args else call.this
    item, pair = linker.fresh(call.result), linker.fresh(call.result)
    linker.read(source, None, item)
    linker.graph.edge(source, item, 2)
    token = ObjectToken("array", pair)
    linker.introduce(pair, token)
    linker.edge(item, linker.field(token, "1", item))
    key = linker.field(token, "0", item)
    linker.graph.edge(source, key, TAINT)
    linker.edge(pair, linker.field(_made(linker, call), None, pair))


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


def _of(linker: Linker, call: CallSite) -> None:
    made = _made(linker, call)
    for index, arg in enumerate(call.args):
        linker.edge(arg, linker.field(made, str(index), arg))


def _reflect_apply(linker: Linker, call: CallSite) -> None:
    if len(call.args) > 2:
        _spread(linker, call, call.args[0], call.args[1], call.args[2])


def _reflect_get(linker: Linker, call: CallSite) -> None:
    if len(call.args) > 1:
        key = linker.graph.constants.get(call.args[1])
        linker.read(call.args[0], getattr(key, "value", None), call.result)
        linker.graph.edge(call.args[0], call.result, 2)


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
        _virtual(linker, call, getter, (), value)
        linker.write(call.args[0], getattr(key, "value", None), value)
        linker.edge(call.args[0], call.result)


def _container(linker: Linker, call: CallSite) -> None:
    """`new Map(pairs)` and the like: an object that holds what is put in, and is made of what it is given."""
    if call.new:
        _made(linker, call)
    for arg in call.args:
        linker.graph.edge(arg, call.result, TAINT)


def _create(linker: Linker, call: CallSite) -> None:
    token = ObjectToken("object", call.result)
    linker.introduce(call.result, token)
    if call.args:
        linker.delegate(token, call.args[0])


def _nothing(_linker: Linker, _call: CallSite) -> None:
    return


def promise(linker: Linker, call: CallSite) -> None:
    """`new Promise(executor)`: what resolve is called with is what the promise holds."""
    if call.args:
        resolve = linker.fresh(call.result)
        linker.introduce(resolve, SinkToken(call.result))
        linker.execute(call.args[0], (resolve, linker.fresh(call.result)))


_TELLING = (
    *("charCodeAt", "codePointAt", "endsWith", "getTime", "has", "hasOwnProperty", "includes", "indexOf"),
    *("isPrototypeOf", "lastIndexOf", "localeCompare", "propertyIsEnumerable", "search", "startsWith", "test"),
)
"""Methods that give a number or a boolean: nothing of what they are called on."""

_OBJECT: Mapping[str, Native] = MappingProxyType(
    {
        **dict.fromkeys(_TELLING, _nothing),
        "forEach": _each,
        "some": _each,
        "every": _each,
        "findIndex": _each,
        "findLastIndex": _each,
        "map": _map,
        "flatMap": _flat_map,
        "filter": _filter,
        "find": _find,
        "findLast": _find,
        "sort": _sort,
        "toSorted": _sort,
        "reduce": _reduce,
        "reduceRight": _reduce,
        "reverse": _same,
        "toReversed": _same,
        "flat": _same,
        "concat": _concat,
        "push": _push,
        "append": _push,
        "unshift": _push,
        "fill": _push,
        "pop": _pop,
        "shift": _pop,
        "splice": _splice,
        "set": _set,
        "add": _set,
        "get": _pop,
        "values": _same,
        "entries": _entries,
        "join": _text,
        "then": _then,
        "catch": _catch,
        "finally": _catch,
    }
)
_FUNCTION: Mapping[str, Native] = MappingProxyType({"call": _call, "apply": _apply, "bind": _bind})
METHODS: Mapping[str, frozenset[str]] = MappingProxyType(
    {"object": frozenset(_OBJECT), "function": frozenset(_FUNCTION)}
)
"""Names that are methods of every object (arrays, maps, promises) and of every function."""

_TESTS = (
    *("Array.isArray", "Number.isFinite", "Number.isInteger", "Number.isNaN", "Number.isSafeInteger"),
    *("Object.is", "isFinite", "isNaN"),
)
_CONTAINERS = ("FormData", "Headers", "Map", "Set", "URLSearchParams", "WeakMap", "WeakSet")

_GLOBAL: Mapping[str, Native] = MappingProxyType(
    {
        **dict.fromkeys(_TESTS, _nothing),
        **dict.fromkeys(_CONTAINERS, _container),
        "Array.from": _values,
        "Array.of": _of,
        "JSON.parse": _parse,
        "JSON.stringify": _serialise,
        "Object.assign": _assign,
        "Object.create": _create,
        "Object.defineProperty": _define,
        "Object.entries": _entries,
        "Object.freeze": _first,
        "Object.fromEntries": _first,
        "Object.seal": _first,
        "Object.values": _values,
        "Promise": promise,
        "Promise.all": _first,
        "Promise.allSettled": _first,
        "Promise.any": _values,
        "Promise.race": _values,
        "Promise.reject": _nothing,
        "Promise.resolve": _first,
        "Reflect.apply": _reflect_apply,
        "Reflect.construct": _reflect_apply,
        "Reflect.get": _reflect_get,
        "Reflect.set": _reflect_set,
        "String.fromCharCode": _text,
        "String.raw": _text,
        "structuredClone": _first,
    }
)
GLOBAL_FUNCTIONS = tuple(_GLOBAL)
"""Paths of functions of the global object that move values about, or tell something about them."""

NATIVES: Mapping[str, Native] = MappingProxyType({**_OBJECT, **_FUNCTION, **_GLOBAL})
