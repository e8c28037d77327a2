"""ECMAScript's own methods that move values about: what goes where in arrays, maps, promises and functions.

Each is a function of the linker and one call. What only derives a new value from its arguments (string methods and the
like) needs no entry: the rule for unknown calls says the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reviewer.javascript.graph import (
    ITERATOR,
    LISTED,
    PART,
    RETURNED,
    SENT,
    TAINT,
    BoundToken,
    CallSite,
    ObjectToken,
)
from reviewer.javascript.linking import Linker, Native
from reviewer.javascript.throwing import pass_on, reason_of, rejection_of


def virtual(
    linker: Linker,
    call: CallSite,
    callee: int,
    args: tuple[int, ...],
    result: int,
    this: int = -1,
    thrown: int | None = None,
) -> None:
    """A call that a built-in function makes of what it was given; what that throws comes out of the call itself."""
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
            thrown=call.thrown if thrown is None else thrown,
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
    thrown = rejection_of(linker, call)
    virtual(linker, call, handlers[0], (call.this,), call.result, thrown=thrown)
    for handler in call.args[1:]:
        reason = reason_of(linker, call.this, call.result)
        virtual(linker, call, handler, (reason,), call.result, thrown=thrown)
    if len(call.args) < 2:
        pass_on(linker, call.this, call.result)


def _catch(linker: Linker, call: CallSite) -> None:
    linker.edge(call.this, call.result)
    if call.args:
        reason = reason_of(linker, call.this, call.result)
        virtual(linker, call, call.args[0], (reason,), call.result, thrown=rejection_of(linker, call))


def _finally(linker: Linker, call: CallSite) -> None:
    linker.edge(call.this, call.result)
    if call.args:
        virtual(linker, call, call.args[0], (), linker.fresh(call.result), thrown=rejection_of(linker, call))


def _next(linker: Linker, call: CallSite) -> None:
    """`next` of an iterator: one of its elements or, of a generator, what it returns; what is sent goes in."""
    step, value = ObjectToken("object", call.result), linker.fresh(call.result)
    linker.introduce(call.result, step)
    linker.read(call.this, LISTED, value)
    linker.read(call.this, RETURNED, value)
    linker.graph.edge(call.this, value, PART)
    linker.edge(value, linker.field(step, "value", value))
    if call.args and call.number not in linker.graph.first_steps:
        linker.write(call.this, SENT, call.args[0])


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
    linker.edge(pair, linker.field(made_array(linker, call), None, pair))


def nothing(_linker: Linker, _call: CallSite) -> None:
    """Nothing of what it is given is in what it gives."""
    return


def _code(linker: Linker, call: CallSite) -> None:
    """charCodeAt: a number, and still the character for whoever gets it."""
    if call.this >= 0:
        linker.graph.edge(call.this, call.result, TAINT, 0, linker.kinds.guards.get("number", 0))


_TELLING = (
    *("endsWith", "getTime", "has", "hasOwnProperty", "includes", "indexOf"),
    *("isPrototypeOf", "lastIndexOf", "localeCompare", "propertyIsEnumerable", "search", "startsWith", "test"),
)
"""Methods that give a number or a boolean: nothing of what they are called on."""

OBJECT_METHODS: Mapping[str, Native] = MappingProxyType(
    {
        **dict.fromkeys(_TELLING, nothing),
        "charCodeAt": _code,
        "codePointAt": _code,
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
        "finally": _finally,
        "next": _next,
        ITERATOR: _same,
    }
)
FUNCTION_METHODS: Mapping[str, Native] = MappingProxyType({"call": _call, "apply": _apply, "bind": _bind})
