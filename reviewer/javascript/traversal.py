"""Methods that hand the elements of an array to a function (23.1.3)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from reviewer.javascript import keys
from reviewer.javascript.arrangement import anywhere, arranged
from reviewer.javascript.callbacks import virtual
from reviewer.javascript.constants import Number, Text
from reviewer.javascript.elements import (
    APART,
    constants_in,
    each_element,
    elements,
    made_array,
    put,
    size,
    whole_number,
)
from reviewer.javascript.graph import PART, CallSite, ObjectToken
from reviewer.javascript.linking import Linker
from reviewer.javascript.methods import Native


def _call_back(linker: Linker, call: CallSite, result: Callable[[str | None], int]) -> None:
    """The callback gets each element, its index and the array."""
    if not call.args:
        return
    this = call.args[1] if len(call.args) > 1 else -1

    def one(key: str | None, item: int) -> None:
        args = (item, linker.fresh(call.result), call.this)
        virtual(linker, call, call.args[0], args, result(key), this, apart=key is not None)

    each_element(linker, call, call.this, one)


def each(linker: Linker, call: CallSite) -> None:
    """forEach, some, every, findIndex: nothing of the elements is in the result."""
    _call_back(linker, call, lambda _: linker.fresh(call.result))


def _map(linker: Linker, call: CallSite) -> None:
    array = made_array(linker, call)

    def result(key: str | None) -> int:
        item = linker.fresh(call.result)
        put(linker, array, key, item)
        return item

    _call_back(linker, call, result)
    linker.later(lambda: _as_long_as(linker, call.this, array))


def _as_long_as(linker: Linker, node: int, array: ObjectToken) -> None:
    match list(linker.tokens(node)):
        case [token] if (known := size(linker, token)) is not None:
            linker.sizes[array] = known
        case _:
            return


def _flat_map(linker: Linker, call: CallSite) -> None:
    array = made_array(linker, call)

    def result(_key: str | None) -> int:
        inner = linker.fresh(call.result)
        _flattened(linker, inner, array)
        return inner

    _call_back(linker, call, result)


def _flattened(linker: Linker, item: int, array: ObjectToken) -> None:
    """An element goes into an array, or its own elements if it is an array."""
    at = linker.field(array, None, item)
    linker.graph.edge(item, at, PART)
    elements(linker, item, lambda _, inner: linker.edge(inner, at))
    linker.each_token(
        item,
        lambda token: None if isinstance(token, ObjectToken) and token.kind in keys.LISTS else linker.edge(item, at),
    )


def _filter(linker: Linker, call: CallSite) -> None:
    each(linker, call)
    array = made_array(linker, call)
    _pick(linker, call, partial(put, linker, array, None), lambda: arranged(linker, call, array, anywhere))


def _find(linker: Linker, call: CallSite) -> None:
    each(linker, call)
    _pick(linker, call, lambda pair: linker.edge(pair, call.result), lambda: any_of(linker, call))
    none = linker.fresh(call.result)
    linker.graph.empty.add(none)
    linker.edge(none, call.result)


def _pick(linker: Linker, call: CallSite, give: Callable[[int], None], otherwise: Callable[[], None]) -> None:
    """Where only pairs of certain names get through, and all pairs are those of an object, they are the pairs that it
    has under these names.
    """
    names = linker.graph.picked.get(call.number)
    if names is None:
        otherwise()
        return

    def decide() -> None:
        tokens = list(linker.tokens(call.this))
        if not tokens or any(token not in linker.pairs_of for token in tokens):
            otherwise()
            return
        for token in tokens:
            for name in names:
                give(_pair(linker, call, linker.pairs_of[token], name))
        linker.each_token(call.this, lambda token: None if token in tokens else otherwise())

    linker.later(decide)


def _pair(linker: Linker, call: CallSite, source: int, name: str) -> int:
    """An array of a name and what an object has under it."""
    pair, key, value = (linker.fresh(call.result) for _ in range(3))
    token = ObjectToken("array", pair)
    linker.introduce(pair, token)
    linker.graph.constants[key] = Text(name)
    first = linker.field(token, "0", pair)
    linker.edge(key, first)
    linker.graph.same_constant(key, first)
    linker.graph.edge(source, value, PART)
    linker.read(source, name, value)
    put(linker, token, "1", value)
    return pair


def any_of(linker: Linker, call: CallSite) -> None:
    """The result is one of the elements."""
    elements(linker, call.this, lambda _, at: linker.edge(at, call.result))
    linker.graph.edge(call.this, call.result, PART)


def _reduced(turned: Callable[[range], Sequence[int]]) -> Native:
    """reduce, reduceRight: what each call gives is what the next one gets."""

    def native(linker: Linker, call: CallSite) -> None:
        if call.args:
            linker.later(lambda: _fold(linker, call, turned))

    return native


def _fold(linker: Linker, call: CallSite, turned: Callable[[range], Sequence[int]]) -> None:
    tokens = list(linker.tokens(call.this))
    length = size(linker, tokens[0]) if len(tokens) == 1 else None
    if length is None or not 0 < length <= APART:
        _fold_all(linker, call)
        return
    array, constants = tokens[0], constants_in(linker, call.this)
    items: list[tuple[int, int]] = []
    for position in turned(range(length)):
        item, index = linker.fresh(call.result), linker.fresh(call.result)
        linker.read_of(array, str(position), item)
        linker.graph.edge(call.this, item, PART)
        constant = constants[position] if position < len(constants) else None
        if constant is not None:
            linker.graph.constants[item] = constant
        linker.graph.constants[index] = Number(float(position))
        items.append((item, index))
    total = call.args[1] if len(call.args) > 1 else items.pop(0)[0]
    for item, index in items:
        made = linker.fresh(call.result)
        virtual(linker, call, call.args[0], (total, item, index, call.this), made, apart=True)
        total = made
    linker.edge(total, call.result)
    known = frozenset(map(str, range(length)))
    changed = [partial(_fold_all, linker, call)]

    def grown(*_: object) -> None:
        if changed:
            changed.pop()()

    linker.each_token(call.this, lambda token: grown() if token is not array else None)
    linker.each_field(array, lambda key, _: grown() if keys.is_element(key) and key not in known else None)


def _fold_all(linker: Linker, call: CallSite) -> None:
    """Nobody knows in which order, or how often."""
    total = linker.fresh(call.result)
    if len(call.args) > 1:
        linker.edge(call.args[1], total)
    else:
        elements(linker, call.this, lambda _, at: linker.edge(at, total))
        linker.graph.edge(call.this, total, PART)

    def one(key: str | None, item: int) -> None:
        args = (total, item, linker.fresh(call.result), call.this)
        virtual(linker, call, call.args[0], args, total, apart=key is not None)

    each_element(linker, call, call.this, one)
    linker.edge(total, call.result)


def compare(linker: Linker, call: CallSite) -> None:
    """The function that `sort` asks gets any two elements."""
    if call.args:
        item = linker.fresh(call.result)
        linker.read(call.this, None, item)
        linker.graph.edge(call.this, item, PART)
        virtual(linker, call, call.args[0], (item, item), linker.fresh(call.result))


def _flat(linker: Linker, call: CallSite) -> None:
    array = made_array(linker, call)
    linker.graph.edge(call.this, call.result, PART)
    deep = whole_number(linker, call, 0)

    def one(_key: str | None, at: int) -> None:
        _flattened(linker, at, array)
        if deep is None or deep > 1:
            elements(linker, at, lambda _, inner: _flattened(linker, inner, array))

    elements(linker, call.this, one)


TRAVERSAL: Mapping[str, Native] = MappingProxyType(
    {
        "forEach": each,
        "some": each,
        "every": each,
        "findIndex": each,
        "findLastIndex": each,
        "map": _map,
        "flatMap": _flat_map,
        "flat": _flat,
        "filter": _filter,
        "find": _find,
        "findLast": _find,
        "reduce": _reduced(list),
        "reduceRight": _reduced(lambda positions: positions[::-1]),
    }
)
