"""Arrays: which element stands where afterwards (ECMA-262, 23.1); `mutation` says what changes them in place."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from reviewer.javascript import keys
from reviewer.javascript.arrangement import GONE, anywhere, arranged, between, reversed_order, same_length, there
from reviewer.javascript.callbacks import argument, virtual
from reviewer.javascript.constants import Number
from reviewer.javascript.elements import each_element, elements, given, is_list, made_array, put, size, whole_number
from reviewer.javascript.graph import PART, RETURNED, SENT, TAINT, CallSite, ObjectToken
from reviewer.javascript.linking import Linker
from reviewer.javascript.methods import Native
from reviewer.javascript.mutation import MUTATION, picked, spliced
from reviewer.javascript.traversal import TRAVERSAL, any_of, compare


def _slice(linker: Linker, call: CallSite) -> None:
    start = whole_number(linker, call, 0) if call.args else 0
    end = whole_number(linker, call, 1) if len(call.args) > 1 else None
    known = start is not None and (len(call.args) < 2 or end is not None) and not call.spread
    where = between(start or 0, end) if known else anywhere
    length = same_length if known and not start and end is None else None
    arranged(linker, call, made_array(linker, call), where, length)


def copied(linker: Linker, call: CallSite) -> None:
    """toArray, values and the like: the same elements in another list."""
    arranged(linker, call, made_array(linker, call), there, same_length)


def _any_order(linker: Linker, call: CallSite) -> None:
    """toSorted, drop: some of the elements in another order."""
    compare(linker, call)
    arranged(linker, call, made_array(linker, call), anywhere)


def _to_reversed(linker: Linker, call: CallSite) -> None:
    arranged(linker, call, made_array(linker, call), reversed_order, same_length)


def _with(linker: Linker, call: CallSite) -> None:
    index = whole_number(linker, call, 0)
    array = made_array(linker, call)

    def where(key: str | None, length: int | None) -> str | None:
        at = index
        if at is not None and at < 0:
            at = None if length is None else length + at
        return GONE if at is not None and key == str(at) else key

    arranged(linker, call, array, where, same_length)
    if len(call.args) > 1:
        put(linker, array, str(index) if index is not None and index >= 0 else None, call.args[1])


def _to_spliced(linker: Linker, call: CallSite) -> None:
    spliced(linker, call, made_array(linker, call))


def _concat(linker: Linker, call: CallSite) -> None:
    """Of arrays their elements one after the other; of texts one text."""
    array = made_array(linker, call)
    arranged(linker, call, array, there)
    linker.later(lambda: _put_behind(linker, call, array))
    linker.later(lambda: _put_together(linker, call))


def _put_together(linker: Linker, call: CallSite) -> None:
    """The text that `concat` makes, unless nothing but arrays that the code makes can be what it is called on."""
    computed, tokens = linker.graph.computed.get(call.result), list(linker.tokens(call.this))
    if computed is not None and computed.operator == ".concat" and not (tokens and all(map(is_list, tokens))):
        for node in (call.this, *call.args):
            linker.graph.edge(node, call.result, TAINT)


def _put_behind(linker: Linker, call: CallSite, array: ObjectToken) -> None:
    """The elements of what `concat` is given, each at its position as long as those before it are counted."""
    length = _length(linker, call.this)
    for item in call.args:
        count = None if length is None else _length(linker, item)
        if length is not None and count is not None:
            elements(linker, item, partial(_put_at, linker, array, length))
            length += count
            continue
        at = linker.field(array, None if length is None else keys.tail(length), call.result)
        _put_somewhere(linker, item, at)
        length = None
    given(linker, call, len(call.args), lambda item: _put_somewhere(linker, item, linker.field(array, None, item)))


def _length(linker: Linker, node: int) -> int | None:
    """How many elements the one array has that can stand at a node."""
    tokens = list(linker.tokens(node))
    return size(linker, tokens[0]) if len(tokens) == 1 and is_list(tokens[0]) else None


def _put_at(linker: Linker, array: ObjectToken, start: int, key: str | None, item: int) -> None:
    position = keys.position(key)
    at = keys.tail(start) if position is None else str(start + position)
    linker.edge(item, linker.field(array, at, item))


def _put_somewhere(linker: Linker, item: int, at: int) -> None:
    linker.graph.edge(item, at, PART)
    elements(linker, item, lambda _, inner: linker.edge(inner, at))
    linker.each_token(item, lambda token: None if is_list(token) else linker.edge(item, at))


def entries(linker: Linker, call: CallSite) -> None:
    """entries(): an array of pairs of index and element."""
    array = made_array(linker, call)

    def one(key: str | None, item: int) -> None:
        pair = linker.fresh(call.result)
        token = ObjectToken("array", pair)
        linker.introduce(pair, token)
        put(linker, token, "1", item)
        put(linker, array, key, pair)

    each_element(linker, call, call.this, one)


def _at(linker: Linker, call: CallSite) -> None:
    index = whole_number(linker, call, 0)
    if index is None:
        any_of(linker, call)
    else:
        linker.later(lambda: picked(linker, call, index))


def _next(linker: Linker, call: CallSite) -> None:
    """The next step of an iterator: an object with a value."""
    token = ObjectToken("object", call.result)
    linker.introduce(call.result, token)
    item = linker.field(token, "value", call.result)
    elements(linker, call.this, lambda _, at: linker.edge(at, item))
    linker.graph.edge(call.this, item, PART)
    linker.read(call.this, RETURNED, item)
    if call.args and call.number not in linker.graph.first_steps:
        linker.write(call.this, SENT, call.args[0])


def iterator(linker: Linker, call: CallSite) -> None:
    """The iterator of a list: the list, as far as its elements go."""
    linker.edge(call.this, call.result)


def as_text(linker: Linker, call: CallSite) -> None:
    """join, toString: one text of all that is inside."""
    for node in (call.this, *call.args, *call.spread):
        if node >= 0:
            linker.graph.edge(node, call.result, TAINT)


def array_from(linker: Linker, call: CallSite) -> None:
    """Array.from, Iterator.from: the elements of anything, passed through a function if one is given."""
    if not call.args:
        return
    array = made_array(linker, call)
    if len(call.args) == 1:
        elements(linker, call.args[0], lambda key, at: put(linker, array, key, at))
        linker.graph.edge(call.args[0], call.result, PART)
        return
    this = call.args[2] if len(call.args) > 2 else -1

    def one(key: str | None, item: int) -> None:
        made = linker.fresh(call.result)
        args = (item, linker.fresh(call.result))
        virtual(linker, call, call.args[1], args, made, this, apart=key is not None)
        put(linker, array, key, made)

    each_element(linker, call, call.args[0], one)


def array_of(linker: Linker, call: CallSite) -> None:
    """Array.of, and Array(...) with elements."""
    array = made_array(linker, call)
    for index, arg in enumerate(call.args):
        put(linker, array, str(index), arg)
    if call.spread:
        given(linker, call, len(call.args), lambda item: put(linker, array, keys.tail(len(call.args)), item))
    else:
        linker.sizes[array] = len(call.args)


def new_array(linker: Linker, call: CallSite) -> None:
    """Array(n) is empty, Array(a, b) holds these."""
    if len(call.args) == 1 and not call.spread and isinstance(linker.graph.constants.get(call.args[0]), Number):
        made_array(linker, call)
    else:
        array_of(linker, call)


def any_element(linker: Linker, call: CallSite) -> None:
    """The result is one of the elements of the argument (Promise.race)."""
    source = argument(linker, call, 0)
    elements(linker, source, lambda _, at: linker.edge(at, call.result))
    linker.graph.edge(source, call.result, PART)


ARRAY_METHODS: Mapping[str, Native] = MappingProxyType(
    {
        **TRAVERSAL,
        **MUTATION,
        "toSorted": _any_order,
        "toReversed": _to_reversed,
        "concat": _concat,
        "slice": _slice,
        "with": _with,
        "toSpliced": _to_spliced,
        "values": copied,
        "toArray": copied,
        "take": copied,
        "drop": _any_order,
        "entries": entries,
        "at": _at,
        "join": as_text,
        "next": _next,
    }
)
