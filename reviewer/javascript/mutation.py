"""Methods that change an array in place: what it holds afterwards, and what they take out of it (23.1.3).

Where an array is only ever reached by the name of a local variable, it is another one after each change (`changing`);
otherwise what is put in may be found there at any time.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reviewer.javascript import keys
from reviewer.javascript.arrangement import (
    GONE,
    Where,
    afterwards,
    anywhere,
    arranged,
    between,
    first_position,
    moved,
    reversed_order,
    same_length,
    shifted,
    there,
)
from reviewer.javascript.elements import first_size, given, made_array, put, size, whole_number
from reviewer.javascript.graph import PART, CallSite, ObjectToken, Token
from reviewer.javascript.linking import Linker
from reviewer.javascript.methods import Native
from reviewer.javascript.traversal import any_of, compare


def push(linker: Linker, call: CallSite) -> None:
    """What is added stands behind what was written out."""
    made = afterwards(linker, call)
    if made is not None:
        arranged(linker, call, made, there, lambda length: length + len(call.args) if not call.spread else -1)
        linker.later(lambda: linker.each_token(call.this, lambda token: _appended(linker, call, token, made)))
        return

    def seen(token: Token) -> None:
        length = first_size(linker, token)
        key = None if length is None else keys.tail(length)
        given(linker, call, 0, lambda item: linker.write_of(token, key, item))

    linker.each_token(call.this, seen)
    if not any(True for _ in linker.tokens(call.this)):
        given(linker, call, 0, lambda item: linker.write(call.this, None, item))


def _appended(linker: Linker, call: CallSite, token: Token, made: ObjectToken) -> None:
    length = size(linker, token)
    for index, arg in enumerate(call.args):
        put(linker, made, None if length is None or token is made else str(length + index), arg)
    given(linker, call, len(call.args), lambda item: put(linker, made, None, item))


def _unshift(linker: Linker, call: CallSite) -> None:
    made = afterwards(linker, call)
    if made is not None:
        by = len(call.args)
        exact = not call.spread

        def where(key: str | None, length: int | None) -> str | None:
            return shifted(key, by) if exact and length is not None else None

        arranged(linker, call, made, where, lambda length: length + by if exact else -1)
        for index, arg in enumerate(call.args):
            put(linker, made, str(index), arg)
        given(linker, call, by, lambda item: put(linker, made, None, item))
        return
    moved(linker, call)
    given(linker, call, 0, lambda item: linker.write(call.this, None, item))


def _fill(linker: Linker, call: CallSite) -> None:
    made = afterwards(linker, call)
    if made is not None:
        whole = len(call.args) == 1
        arranged(linker, call, made, (lambda *_: GONE) if whole else there, same_length)
        for arg in call.args[:1]:
            put(linker, made, None, arg)
        linker.edge(call.after, call.result)
        return
    for arg in call.args[:1]:
        linker.write(call.this, None, arg)
    linker.edge(call.this, call.result)


def _pop(linker: Linker, call: CallSite) -> None:
    """The last element goes, if it is known which that is."""
    made = afterwards(linker, call)
    if made is None:
        moved(linker, call)
        any_of(linker, call)
        return

    def where(key: str | None, length: int | None) -> str | None:
        return GONE if length is not None and key == str(length - 1) else key

    arranged(linker, call, made, where, lambda length: max(0, length - 1))
    linker.later(lambda: picked(linker, call, -1))


def _shift(linker: Linker, call: CallSite) -> None:
    made = afterwards(linker, call)
    if made is None:
        moved(linker, call)
        any_of(linker, call)
        return
    arranged(linker, call, made, lambda key, _: shifted(key, -1), lambda length: max(0, length - 1))
    linker.later(lambda: picked(linker, call, 0))


def picked(linker: Linker, call: CallSite, index: int) -> None:
    """The result is one element of an array, counted from the end if negative."""
    linker.graph.edge(call.this, call.result, PART)

    def seen(token: Token) -> None:
        length = size(linker, token)
        if index >= 0:
            linker.read_of(token, str(index), call.result)
        elif length is None or length + index < 0:
            linker.read_of(token, None, call.result)
        else:
            wanted = str(length + index)
            linker.each_field(
                token, lambda key, at: linker.edge(at, call.result) if keys.is_loose(key) or key == wanted else None
            )

    linker.each_token(call.this, seen)


def _changed(where: Where) -> Native:
    """sort, reverse, copyWithin: the same array with its elements in another order."""

    def native(linker: Linker, call: CallSite) -> None:
        if where is anywhere:
            compare(linker, call)
        made = afterwards(linker, call)
        if made is not None:
            arranged(linker, call, made, where, same_length)
            linker.edge(call.after, call.result)
            return
        moved(linker, call)
        linker.edge(call.this, call.result)

    return native


def _splice(linker: Linker, call: CallSite) -> None:
    start, count = whole_number(linker, call, 0), whole_number(linker, call, 1)
    known = start is not None and (len(call.args) == 1 or (count is not None and count >= 0)) and not call.spread
    array = made_array(linker, call)

    def where(key: str | None, length: int | None) -> str | None:
        first = first_position(start, length)
        if not known or first is None:
            return None
        return between(first, None if count is None else first + count)(key, length)

    arranged(linker, call, array, where)
    made = afterwards(linker, call)
    if made is not None:
        spliced(linker, call, made)
        return
    moved(linker, call)
    given(linker, call, 2, lambda item: linker.write(call.this, None, item))


def spliced(linker: Linker, call: CallSite, into: ObjectToken) -> None:
    """What is left of an array after `splice`."""
    start, count = whole_number(linker, call, 0), whole_number(linker, call, 1)
    added = max(0, len(call.args) - 2)
    known = start is not None and (len(call.args) == 1 or count is not None) and not call.spread

    def where(key: str | None, length: int | None) -> str | None:
        index = keys.position(key)
        first = first_position(start, length)
        if not known or first is None or index is None:
            return None
        if index < first:
            return key
        if count is None or index < first + max(0, count):
            return GONE
        return str(index - max(0, count) + added)

    def left(length: int) -> int:
        first = first_position(start, length)
        if not known or first is None:
            return -1
        removed = length - first if count is None else min(max(0, count), max(0, length - first))
        return length - removed + added

    arranged(linker, call, into, where, left)
    at = keys.tail(start) if known and start is not None and start >= 0 else None
    given(linker, call, 2, lambda item: put(linker, into, at, item))


MUTATION: Mapping[str, Native] = MappingProxyType(
    {
        "push": push,
        "unshift": _unshift,
        "fill": _fill,
        "pop": _pop,
        "shift": _shift,
        "splice": _splice,
        "sort": _changed(anywhere),
        "reverse": _changed(reversed_order),
        "copyWithin": _changed(anywhere),
    }
)
