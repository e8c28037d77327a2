"""What the objects at a node hold -> visits of each property, and objects that take it over (`{...o, name: x}`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reviewer.javascript import keys
from reviewer.javascript.graph import CONTENT, PART, FunctionToken, ObjectToken, Spread, Token
from reviewer.javascript.places import Place
from reviewer.place import Element

if TYPE_CHECKING:
    from reviewer.javascript.linking import Linker

Visit = Callable[[str | None, int], None]


def properties(linker: Linker, source: int, visit: Visit, known: set[Token] | None = None) -> None:
    """From now on, `visit` is called with key (None: any) and node of each property of what is at a node.

    What is `known` already is passed by, so that objects which find their properties in one another end somewhere.
    """
    known = set() if known is None else known

    def seen(token: Token) -> None:
        if token in known:
            return
        known.add(token)
        match token:
            case ObjectToken() | FunctionToken():
                linker.each_field(token, lambda key, at: None if is_hidden(key) else visit(key, at))
                if isinstance(token, ObjectToken) and token.kind == "object":
                    linker.each_delegate(token, lambda node: bring(token, node))
            case Place():
                held_by_place(linker, token, source, visit)
            case _:
                return

    def bring(token: Token, whole: int) -> None:
        properties(linker, whole, lambda k, at: brought(token, whole, k, at), known)
        linker.later(lambda: None if any(True for _ in linker.tokens(whole)) else shapeless(token, whole))

    def shapeless(token: Token, whole: int) -> None:
        brought(token, whole, None, linker.fresh(whole))

    def brought(token: Token, whole: int, key: str | None, at: int) -> None:
        if key is None or keys.is_loose(key):
            linker.graph.edge(whole, at, PART)
            visit(None, at)
        else:
            linker.field(token, key, at)

    def is_hidden(key: str | None) -> bool:
        return keys.is_slot(key) and not keys.is_loose(key)

    linker.each_token(source, seen)


def held_by_place(linker: Linker, place: Place, source: int, visit: Visit) -> None:
    """What an API holds is visited as one thing, under any name."""
    step = linker.places.step(place, Element())
    if step is not None:
        item = linker.fresh(source)
        linker.introduce(item, step)
        visit(None, item)


def take_over(linker: Linker, spread: Spread) -> None:
    """The properties of an object that is spread come one by one, where some of them are replaced: those do not come.

    What an API holds is not told apart.
    """
    into = spread.owner

    def brought(key: str | None, at: int) -> None:
        if key is None or keys.is_loose(key):
            # A name that is asked for finds it by itself; one that is hidden must not.
            linker.edge(at, linker.any_field(into, at))
        elif key not in spread.hidden:
            linker.field(into, key, at)

    def seen(token: Token) -> None:
        if isinstance(token, Place) and isinstance(into, ObjectToken):
            linker.edge(spread.source, into.home, CONTENT)

    properties(linker, spread.source, brought)
    linker.each_token(spread.source, seen)
