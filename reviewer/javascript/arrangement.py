"""Where the elements of an array go: into another array, or into the same one after a change."""

from __future__ import annotations

from collections.abc import Callable

from reviewer.javascript import keys
from reviewer.javascript.elements import MANY, put, size
from reviewer.javascript.graph import PART, VALUE, CallSite, ObjectToken, Token
from reviewer.javascript.linking import Linker

Where = Callable[[str | None, int | None], str | None]
"""Where an element goes: from its key and the array's length, if that is known; `GONE` for nowhere."""

GONE = keys.slot("gone")


def arranged(
    linker: Linker, call: CallSite, into: ObjectToken, where: Where, length: Callable[[int], int] | None = None
) -> None:
    """The elements of the array that a method is called on go where `where` says; so does data that it is made of.

    `length` tells how long the result is then.
    """
    cleared = linker.graph.sifted.get(call.result, 0)
    linker.graph.edge(call.this, into.home, PART, 0, cleared)
    done: set[Token] = set()

    def start() -> None:
        linker.each_token(call.this, seen)

    def seen(token: Token) -> None:
        if token in done:
            return
        done.add(token)
        known = size(linker, token)
        linker.sizes[into] = length(known) if known is not None and length is not None and len(done) == 1 else -1
        if isinstance(token, ObjectToken) and len(linker.fields_of(token)) <= MANY:
            linker.each_field(token, lambda key, at: one(key, at, known))
            linker.each_delegate(token, lambda node: linker.each_token(node, seen))
        else:
            item = linker.fresh(call.result)
            linker.read_of(token, None, item)
            one(None, item, None)

    def one(key: str | None, at: int, known: int | None) -> None:
        if keys.is_element(key):
            to = where(key, known)
            if to != GONE:
                put(linker, into, to, at if not cleared else safe(at))

    def safe(at: int) -> int:
        item = linker.fresh(call.result)
        linker.edge(at, item, VALUE, 0, cleared)
        return item

    linker.later(start)


def same_length(length: int) -> int:
    """The result is as long as the array was."""
    return length


def anywhere(_key: str | None, _length: int | None) -> str | None:
    """An element may go to any position."""
    return None


def there(key: str | None, _length: int | None) -> str | None:
    """An element stays at its position."""
    return key


def reversed_order(key: str | None, length: int | None) -> str | None:
    """An element goes as far from the end as it was from the beginning."""
    index = keys.position(key)
    return str(length - 1 - index) if index is not None and length is not None and index < length else None


def shifted(key: str | None, by: int) -> str | None:
    """The key some positions further on."""
    start = keys.tail_start(key)
    if start is not None:
        return keys.tail(max(0, start + by))
    index = keys.position(key)
    return None if index is None else str(index + by) if index + by >= 0 else GONE


def first_position(start: int | None, length: int | None) -> int | None:
    """Where a position begins that may be counted from the end."""
    if start is None or start >= 0:
        return start
    return None if length is None else max(0, length + start)


def between(start: int, end: int | None) -> Where:
    """The part of an array that `slice` gives."""

    def where(key: str | None, length: int | None) -> str | None:
        if length is None and (start < 0 or (end is not None and end < 0)):
            return None
        first = start if start >= 0 else max(0, (length or 0) + start)
        last = end if end is None or end >= 0 else max(0, (length or 0) + end)
        index = keys.position(key)
        if index is None:
            return shifted(key, -first) if start >= 0 else None
        if index < first or (last is not None and index >= last):
            return GONE
        return str(index - first)

    return where


def moved(linker: Linker, call: CallSite) -> None:
    """The elements of an array change places, nobody knows when."""

    def seen(token: Token) -> None:
        if isinstance(token, ObjectToken) and token.kind == "array":
            linker.field(token, None, call.result)
            linker.each_field(
                token,
                lambda key, at: put(linker, token, None, at) if key is not None and keys.is_element(key) else None,
            )

    linker.each_token(call.this, seen)


def afterwards(linker: Linker, call: CallSite) -> ObjectToken | None:
    """The array as it is after a call that changes it, where that is told apart from what it was before."""
    if call.after < 0:
        return None
    for token in linker.tokens(call.after):
        if isinstance(token, ObjectToken) and token.home == call.after:
            return None
    made = ObjectToken("array", call.after)
    linker.introduce(call.after, made)
    linker.each_token(call.this, lambda token: None if _is_array(token) else linker.edge(call.this, call.after))
    return made


def _is_array(token: Token) -> bool:
    return isinstance(token, ObjectToken) and token.kind == "array"
