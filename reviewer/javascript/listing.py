"""The elements of an array, in order, where it is certain which they are and that no others come.

It may be written out, or made by a method that keeps positions (`map`, `Object.entries`) of what is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reviewer.javascript.changing import GIVING_ITSELF
from reviewer.javascript.elements import is_list, size
from reviewer.javascript.graph import ObjectToken
from reviewer.javascript.keys import is_loose
from reviewer.javascript.linking import Linker

_STEPS = 8
"""How many variables an array is followed through."""

CHANGING_ORDER = frozenset(f".{name}" for name in GIVING_ITSELF)
"""Methods that give the array they are called on, whose elements are others from then on."""


def is_changed(linker: Linker, node: int) -> bool:
    """Whether an array gets elements (`push`, a computed index) after it is made."""
    return any(is_loose(key) for token in linker.tokens(node) for key in linker.fields_of(token))


def listed(linker: Linker, sources: Callable[[int], Sequence[int]], node: int) -> Sequence[int]:
    """The nodes of the elements; none where they are not known."""
    for _ in range(_STEPS):
        computed, before = linker.graph.computed.get(node), sources(node)
        if computed is not None and computed.operator == "array":
            fields = [linker.fields_of(token) for token in linker.tokens(node)]
            written = [at for held in fields for at in held.values()]
            kept = not is_changed(linker, node) and all(len(sources(at)) < 2 for at in written)
            return computed.operands if kept else ()
        if computed is not None and not (computed.operator.startswith("property ") and before):
            return () if computed.operator in CHANGING_ORDER else _made(linker, node)
        if len(before) != 1:
            return () if before else _made(linker, node)
        node = before[0]
    return ()


def _made(linker: Linker, node: int) -> Sequence[int]:
    """The elements that a method has put into an array of its own, or that a function was given as a list."""
    match list(linker.tokens(node)):
        case [ObjectToken() as token] if is_list(token) and token.home == node:
            fields = linker.fields_of(token)
            length = 0 if is_changed(linker, node) else size(linker, token) or 0
            found = [fields.get(str(index)) for index in range(length)]
            return [at for at in found if at is not None] if None not in found else ()
        case _:
            return ()
