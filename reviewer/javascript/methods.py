"""ECMAScript's own methods that move values about: what goes where in arrays, maps, promises and functions.

Each is a function of the linker and one call. What only derives a new value from its arguments (string methods and the
like) needs no entry: the rule for unknown calls says the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reviewer.javascript.graph import PART, TAINT, BoundToken, CallSite, ObjectToken
from reviewer.javascript.linking import Linker, Native


def virtual(linker: Linker, call: CallSite, callee: int, args: tuple[int, ...], result: int, this: int = -1) -> None:
    """A call that a built-in function makes of what it was given."""
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
    linker.graph.edge(call.this, item, PART)
    return item


def made_array(linker: Linker, call: CallSite) -> ObjectToken:
    """The array that a method gives."""
    token = ObjectToken("array", call.result)
    linker.introduce(call.result, token)
    return token


def _each(linker: Linker, call: CallSite) -> None:
    """forEach, some, every: elements go to the callback."""
    if call.args:
        virtual(
            linker,
            call,
            call.args[0],
            (_element(linker, call), linker.fresh(call.result), call.this),
            linker.fresh(call.result),
        )


def _map(linker: Linker, call: CallSite) -> None:
    if call.args:
        item = linker.fresh(call.result)
        virtual(linker, call, call.args[0], (_element(linker, call), linker.fresh(call.result), call.this), item)
        linker.edge(item, linker.field(made_array(linker, call), None, item))


def _flat_map(linker: Linker, call: CallSite) -> None:
    if call.args:
        inner, item = linker.fresh(call.result), linker.fresh(call.result)
        virtual(linker, call, call.args[0], (_element(linker, call),), inner)
        linker.read(inner, None, item)
        made = linker.field(made_array(linker, call), None, item)
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
        virtual(linker, call, call.args[0], (item, item), linker.fresh(call.result))
    linker.edge(call.this, call.result)


def _reduce(linker: Linker, call: CallSite) -> None:
    if not call.args:
        return
    item, total = _element(linker, call), linker.fresh(call.result)
    linker.edge(call.args[1] if len(call.args) > 1 else item, total)
    virtual(linker, call, call.args[0], (total, item), total)
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


def as_text(linker: Linker, call: CallSite) -> None:
    """join, toString: one text of all that is inside."""
    for node in (call.this, *call.args):
        if node >= 0:
            linker.graph.edge(node, call.result, TAINT)


def _then(linker: Linker, call: CallSite) -> None:
    """A promise is one with its value; what a handler returns is what the next `then` gets."""
    handlers = call.args or (linker.fresh(call.result),)
    virtual(linker, call, handlers[0], (call.this,), call.result)
    for handler in call.args[1:]:
        virtual(linker, call, handler, (linker.fresh(call.result),), call.result)


def _catch(linker: Linker, call: CallSite) -> None:
    linker.edge(call.this, call.result)
    if call.args:
        virtual(linker, call, call.args[0], (linker.fresh(call.result),), call.result)


def _call(linker: Linker, call: CallSite) -> None:
    this, *args = call.args or (linker.fresh(call.result),)
    virtual(linker, call, call.this, tuple(args), call.result, this)


def _apply(linker: Linker, call: CallSite) -> None:
    this = call.args[0] if call.args else linker.fresh(call.result)
    spread_call(linker, call, call.this, this, call.args[1] if len(call.args) > 1 else -1)


def spread_call(linker: Linker, call: CallSite, callee: int, this: int, args: int) -> None:
    """A call whose arguments are the elements of an array."""
    given: list[int] = []
    for index in range(8 if args >= 0 else 0):
        item = linker.fresh(call.result)
        linker.read(args, str(index), item)
        given.append(item)
    virtual(linker, call, callee, tuple(given), call.result, this)


def _bind(linker: Linker, call: CallSite) -> None:
    this = call.args[0] if call.args else linker.fresh(call.result)
    linker.introduce(call.result, BoundToken(call.this, this, call.args[1:]))


def entries(linker: Linker, call: CallSite) -> None:
    """entries(), Object.entries: an array of pairs of key and value."""
    source = call.args[0] if call.args else call.this
    item, pair = linker.fresh(call.result), linker.fresh(call.result)
    linker.read(source, None, item)
    linker.graph.edge(source, item, PART)
    token = ObjectToken("array", pair)
    linker.introduce(pair, token)
    linker.edge(item, linker.field(token, "1", item))
    key = linker.field(token, "0", item)
    linker.graph.edge(source, key, TAINT)
    linker.graph.name_lists.add(key)
    linker.edge(pair, linker.field(made_array(linker, call), None, pair))


def nothing(_linker: Linker, _call: CallSite) -> None:
    """Nothing of what it is given is in what it gives."""
    return


_TELLING = (
    *("charCodeAt", "codePointAt", "endsWith", "getTime", "has", "hasOwnProperty", "includes", "indexOf"),
    *("isPrototypeOf", "lastIndexOf", "localeCompare", "propertyIsEnumerable", "search", "startsWith", "test"),
)
"""Methods that give a number or a boolean: nothing of what they are called on."""

OBJECT_METHODS: Mapping[str, Native] = MappingProxyType(
    {
        **dict.fromkeys(_TELLING, nothing),
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
        "entries": entries,
        "join": as_text,
        "then": _then,
        "catch": _catch,
        "finally": _catch,
    }
)
FUNCTION_METHODS: Mapping[str, Native] = MappingProxyType({"call": _call, "apply": _apply, "bind": _bind})
