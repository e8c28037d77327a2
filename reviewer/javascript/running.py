"""Properties that are functions inside: what is written to one goes to its setter, and it gives what its getter gives.

`this` in both is what the property is asked of, which may find it on a prototype (10.1.8, 10.1.9).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reviewer.javascript.graph import Accessor, CrowdToken, FunctionToken, ObjectToken, Token

if TYPE_CHECKING:
    from reviewer.javascript.linking import Linker

_MOST = 40
"""How many objects a property is looked for on."""

_HANDED = "[[define]]"


def defining(key: str | None) -> str:
    """The key of a write that makes the property anew, so that no setter is called."""
    return f"{_HANDED}{key}" if key is not None else _HANDED


def defined(key: str) -> str:
    """The key that such a write is for."""
    return key.removeprefix(_HANDED)


def is_defining(key: str | None) -> bool:
    """Whether a write makes a property anew."""
    return key is not None and key.startswith(_HANDED) and key != _HANDED


def _setter(key: str) -> str:
    return f"[[set]]{key}"


def _asked(key: str) -> str:
    return f"[[this]]{key}"


class Running:
    """Which objects have which accessors. `made` are objects whose prototype was chosen when they were made."""

    def __init__(self, linker: Linker) -> None:
        self._linker = linker
        self._getters: dict[tuple[Token, str], list[int]] = {}
        self._names: set[str] = set()
        self._held: dict[Token, dict[str, None]] = {}
        self._late: dict[str, None] = {}
        self.made: set[Token] = set()

    def declare(self, accessor: Accessor) -> Token | None:
        """A getter or setter that is written in an object or a class; gives the object."""
        linker, key = self._linker, accessor.key
        holder, function = linker.graph.tokens.get(accessor.holder), linker.graph.tokens[accessor.function]
        if not isinstance(holder, ObjectToken | FunctionToken) or not isinstance(function, FunctionToken):
            return None
        self.add(holder, key, accessor.function if accessor.gets else -1)
        linker.edge(linker.field(holder, _asked(key), accessor.function), function.this)
        if accessor.gets:
            linker.edge(function.result, linker.field(holder, key, accessor.function))
        elif function.params:
            linker.edge(self.assigned(holder, key, accessor.function), function.params[0])
        return holder

    def add(self, holder: Token, key: str, getter: int) -> None:
        """An object has an accessor; `getter` is the node of the function, or -1."""
        known = self._getters.setdefault((holder, key), [])
        if getter >= 0 and getter not in known:
            known.append(getter)
        self._held.setdefault(holder, {})[key] = None
        self._names.add(key)
        if not self._late:
            self._linker.later(self._revise)
        self._late[key] = None

    def _revise(self) -> None:
        """What was written before its property turned out to be an accessor has another way to go."""
        late, self._late = self._late, {}
        linker = self._linker
        for base, written in tuple(linker.writes.items()):
            for name, value in written:
                for token in tuple(linker.tokens(base)) if name is None or name in late else ():
                    if name is not None:
                        linker.write_of(token, name, value)
                    for key in self._held.get(token, ()) if name is None else ():
                        linker.edge(value, self.assigned(token, key, value))

    def describe(self, base: int, key: str, getter: int, setter: int, like: int) -> tuple[int, int]:
        """An accessor that is described: nodes of what `this` is in its functions, and of what is written to it."""
        linker = self._linker
        this, value = linker.fresh(like), linker.fresh(like)
        linker.edge(base, this)

        def of_holder(token: Token) -> None:
            if not isinstance(token, ObjectToken | FunctionToken):
                linker.read_of(token, key, value)
                return
            linker.edge(linker.field(token, _asked(key), like), this)
            linker.edge(self.assigned(token, key, like), value)
            linker.each_token(getter, lambda _: self.add(token, key, getter))
            linker.each_token(setter, lambda _: self.add(token, key, -1))

        linker.each_token(base, of_holder)
        return this, value

    def assigned(self, holder: Token, key: str, like: int) -> int:
        """The node of what is written to an accessor."""
        return self._linker.field(holder, _setter(key), like)

    def getters(self, token: Token, key: str) -> list[int]:
        """The nodes of the functions that run when a property of something is read."""
        holders, _ = self._found(token, key)
        return [getter for holder in holders for getter in self._getters[holder, key]]

    # What is written --------------------------------------------------------------------------------------------------

    def is_watched(self, key: str | None) -> bool:
        """Whether properties of this name may be accessors."""
        return key is not None and (key in self._names or key in self._linker.graph.accessor_names)

    def assign(self, owner: Token, key: str, value: int) -> None:
        """A value is written to a property that may be an accessor."""
        holders, _ = self._found(owner, key)
        own = isinstance(owner, ObjectToken) and key in self._linker.graph.shapes.get(owner.home, ())
        if holders or own or (key not in self._linker.graph.described and self._is_whole(owner)):
            self._put(owner, key, value)
        else:
            self._linker.later(partial(self._put, owner, key, value))

    def _put(self, owner: Token, key: str, value: int) -> None:
        for node in self.landing(owner, key, value):
            self._linker.edge(value, node)

    def landing(self, owner: Token, key: str, like: int) -> list[int]:
        """The nodes that what is written to a property goes to."""
        holders, plain = self._found(owner, key)
        nodes = [self.assigned(holder, key, like) for holder in holders]
        return [*nodes, self._linker.field(owner, key, like)] if plain else nodes

    def _is_whole(self, owner: Token) -> bool:
        """Whether all that an object finds properties on is known already."""
        if not self._looks_up(owner):
            return True
        nodes = self._linker.delegates_of(owner)
        return all(any(True for _ in self._linker.tokens(node)) for node in nodes)

    def _looks_up(self, owner: Token) -> bool:
        return (
            isinstance(owner, FunctionToken)
            or owner in self.made
            or (isinstance(owner, ObjectToken) and owner.kind in {"instance", "prototype"})
        )

    def _found(self, owner: Token, key: str) -> tuple[dict[Token, None], bool]:
        """On which objects the accessor of a property stands, and whether the property may be none."""
        if key not in self._names:
            return {}, True
        holders: dict[Token, None] = {}
        plain = False
        seen, todo = {owner}, [owner]
        while todo:
            at = todo.pop()
            if (at, key) in self._getters:
                holders[at] = None
                continue
            nodes = self._linker.delegates_of(at) if self._looks_up(at) else ()
            behind = [token for node in nodes for token in self._linker.tokens(node)]
            plain = plain or not behind or len(seen) > _MOST
            if len(seen) <= _MOST:
                todo += [token for token in behind if token not in seen]
                seen.update(behind)
        return holders, plain

    # What it is asked of ----------------------------------------------------------------------------------------------

    def inherited(self, owner: Token, node: int, key: str) -> None:
        """An object finds a property that may be an accessor on what stands at a node: `this` is the object."""
        if self._looks_up(owner):
            self._linker.each_token(node, partial(self._ask, owner, key))

    def _ask(self, owner: Token, key: str, token: Token) -> None:
        linker = self._linker
        if token is owner or not isinstance(token, ObjectToken | FunctionToken) or isinstance(owner, CrowdToken):
            return
        like = owner.home if isinstance(owner, ObjectToken) else owner.value if isinstance(owner, FunctionToken) else -1
        if like < 0:
            return
        own = linker.field(owner, _asked(key), like)
        linker.edge(own, linker.field(token, _asked(key), like))
        if not isinstance(owner, ObjectToken) or owner.kind != "prototype":
            linker.introduce(own, owner)
