"""Going through an object's properties: `for (const k in o) f(k, o[k])` does `f('a', o.a)`, `f('b', o.b)`.

A mark tells of a value that it is the name of any property of an object, or what stands there. Marks go along VALUE
edges. Where an API takes a name that decides what becomes of a value, what it is called with is spelled out, name by
name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from reviewer.javascript import keys
from reviewer.javascript.constants import Text
from reviewer.javascript.graph import PART, VALUE, Access, CallSite, Graph, ObjectToken, Token
from reviewer.javascript.places import Place
from reviewer.record import value

if TYPE_CHECKING:
    from reviewer.javascript.linking import Linker

_MOST, _WIDEST, _DEEPEST = 20_000, 60, 4
"""How many marks are put on a page, how many names of one object are spelled out, how deep they are looked for."""


@value
class Mark:
    """A value is a name of a property of something, or (`is_name` False) what stands under one."""

    of: Token
    is_name: bool


class Marks:
    """What is known of which node, and who wants to know."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._at: dict[int, dict[Mark, None]] = {}
        self._watchers: dict[int, list[Callable[[ObjectToken], None]]] = {}
        self._named: set[ObjectToken] = set()
        self._reads: dict[ObjectToken, list[int]] = {}
        self._left = _MOST

    def at(self, node: int) -> dict[Mark, None]:
        """The marks of a node."""
        return self._at.get(node, {})

    def name(self, node: int, token: Token) -> None:
        """A node is any name of an object's properties."""
        if isinstance(token, ObjectToken) and token not in self._named:
            self._named.add(token)
            for result in self._reads.pop(token, ()):
                self._put(result, Mark(token, is_name=False))
        self._put(node, Mark(token, is_name=True))

    def value(self, node: int, token: Token) -> None:
        """A node is what stands under any name in an object."""
        if isinstance(token, Place):
            self._put(node, Mark(token, is_name=False))
        if not isinstance(token, ObjectToken):
            return
        if token in self._named:
            self._put(node, Mark(token, is_name=False))
        else:
            self._reads.setdefault(token, []).append(node)

    def handed_on(self, source: int, target: int) -> None:
        """There is a new VALUE edge."""
        known = self._at.get(source)
        if known is not None:
            for mark in tuple(known):
                self._put(target, mark)

    def each_name(self, node: int, visit: Callable[[ObjectToken], None]) -> None:
        """From now on, `visit` is called with every object that a node is any name of the properties of."""
        self._watchers.setdefault(node, []).append(visit)
        for mark in tuple(self._at.get(node, ())):
            of = mark.of
            if mark.is_name and isinstance(of, ObjectToken):
                visit(of)

    def names_of(self, node: int) -> list[Token] | None:
        """All the things that a node is any name of the properties of; None where they are too many to tell."""
        return [mark.of for mark in self.at(node) if mark.is_name] if self._left else None

    def _put(self, node: int, mark: Mark) -> None:
        todo = [node]
        while todo and self._left:
            at = todo.pop()
            known = self._at.setdefault(at, {})
            if mark in known:
                continue
            self._left -= 1
            known[mark] = None
            of = mark.of
            if mark.is_name and isinstance(of, ObjectToken):
                for visit in tuple(self._watchers.get(at, ())):
                    visit(of)
            todo.extend(target for target, label, _, _ in self._graph.edges[at] if label == VALUE)


def spell_calls(linker: Linker, call: CallSite, place: Place) -> None:
    """A call whose first argument decides what it does is made once for each name which that can be."""

    def one(name: str, at: int) -> None:
        excluded = linker.graph.excluded.get(call.number, ())
        if name not in excluded and linker.places.for_literal(place, name) is not place:
            linker.later(partial(spelled, name, at))

    def spelled(name: str, at: int) -> None:
        key = linker.fresh(call.args[0])
        linker.graph.constants[key] = Text(name)
        args = (key, *(belonging(linker, arg, at) for arg in call.args[1:]))
        linker.call(replace(call, number=linker.site(), args=args, depth=call.depth + 1, tokens={}, entered={}))

    linker.marks.each_name(call.args[0], lambda token: linker.later(partial(_properties, linker, token, one)))


def spell_part(linker: Linker, whole: int, name: str, part: int) -> None:
    """Of what stands under any name only what stands under this one goes to a node."""

    def decide() -> None:
        owners = [mark.of for mark in linker.marks.at(whole) if not mark.is_name]
        for owner in owners:
            linker.read_of(owner, name, part)
            if isinstance(owner, Place):
                linker.graph.edge(whole, part, PART)
        if not owners:
            linker.edge(whole, part)

    linker.later(lambda: linker.later(decide))


def spell_write(linker: Linker, access: Access) -> None:
    """A property of something that is not the code's own is written under each name that the key can be."""
    if access.key_node >= 0:
        linker.marks.each_name(access.key_node, lambda token: _on_foreign(linker, access, token))


def spell_copy(linker: Linker, source: int, access: Access) -> None:
    """All properties of one object are written into something that is not the code's own."""
    linker.each_token(
        source, lambda token: _on_foreign(linker, access, token) if isinstance(token, ObjectToken) else None
    )


def spell_names(
    linker: Linker, key_node: int, visit: Callable[[str, int], None], otherwise: Callable[[], None]
) -> None:
    """`visit` is called with each name that a key can be and what stands under it where that name comes from;
    `otherwise`, once all is known, if it can be other names as well.
    """

    def one(name: str, at: int) -> None:
        linker.later(partial(visit, name, at))

    def decide() -> None:
        named = linker.marks.names_of(key_node)
        if not named or not all(_is_told(linker, token) for token in named):
            otherwise()

    linker.marks.each_name(key_node, lambda token: linker.later(partial(_properties, linker, token, one)))
    linker.later(lambda: linker.later(decide))  # behind whatever else waits until all is known


def _is_told(linker: Linker, token: Token, depth: int = 0) -> bool:
    """Whether the names of all properties of an object are known and few enough to be spelled out."""
    if not isinstance(token, ObjectToken) or depth > _DEEPEST:
        return False
    fields = linker.fields_of(token)
    if len(fields) > _WIDEST or any(keys.is_loose(key) for key in fields):
        return False
    delegates = linker.delegates_of(token) if token.kind == "object" else ()
    return all(_is_told(linker, inner, depth + 1) for node in delegates for inner in linker.tokens(node))


def _on_foreign(linker: Linker, access: Access, token: ObjectToken) -> None:
    def one(name: str, at: int) -> None:
        linker.later(partial(spelled, name, at))

    def spelled(name: str, at: int) -> None:
        value = at if access.copied else belonging(linker, access.value, at)
        linker.graph.accesses.append(replace(access, key=name, value=value, copied=False, key_node=-1))
        linker.write(access.base, name, value)

    linker.later(lambda: None if linker.is_own(access.base) else _properties(linker, token, one))


def belonging(linker: Linker, node: int, at: int) -> int:
    """What stands under the name in question where a node is what stands under any name of an object; else the node.

    Asked only when all else is known, as what a node is shows late.
    """
    of = [mark.of for mark in linker.marks.at(node) if not mark.is_name]
    return at if of and all(isinstance(token, ObjectToken) for token in of) else node


def _properties(linker: Linker, token: ObjectToken, visit: Callable[[str, int], None]) -> None:
    """The properties that an object has by itself or from what was spread into it, now and later, each name once."""
    known: set[Token] = set()
    told: set[str] = set()
    count = 0

    def of(holder: Token, depth: int) -> None:
        if holder in known or depth > _DEEPEST or not isinstance(holder, ObjectToken):
            return
        known.add(holder)
        linker.each_field(holder, one)
        if holder.kind == "object":
            linker.each_delegate(holder, lambda node: linker.each_token(node, lambda inner: of(inner, depth + 1)))

    def one(key: str | None, at: int) -> None:
        nonlocal count
        if key is not None and keys.is_listed(key) and count < _WIDEST:
            count += 1
            if key not in told:
                told.add(key)
                visit(key, at)

    of(token, 0)
