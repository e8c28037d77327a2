"""What libraries do with collections: the language's own methods on a first argument, or on a wrapper of what nobody
sees inside, and callbacks in another order.

Which function of which library does which, model rows say (`does: =of.map`, `does: =own.map`, `does: =each-pair`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from reviewer.javascript import keys
from reviewer.javascript.arrays import ARRAY_METHODS
from reviewer.javascript.callbacks import argument, virtual
from reviewer.javascript.elements import each_element, made_array, put
from reviewer.javascript.graph import CallSite, ObjectToken
from reviewer.javascript.linking import Linker
from reviewer.javascript.methods import Native
from reviewer.javascript.objects import key_node, names
from reviewer.javascript.spreading import properties


def _on_first(native: Native) -> Native:
    """A method as a function of what it is called on."""

    def function(linker: Linker, call: CallSite) -> None:
        if call.args:
            native(
                linker,
                CallSite(
                    number=call.number,
                    node=call.node,
                    script=call.script,
                    callee=call.callee,
                    this=call.args[0],
                    args=call.args[1:],
                    spread=call.spread,
                    result=call.result,
                    new=False,
                    member=call.member,
                    function=call.function,
                    loop=call.loop,
                    depth=call.depth,
                ),
            )

    return function


def _everything(linker: Linker, call: CallSite, source: int, visit: Callable[[str | None, int, int], None]) -> None:
    """Elements of lists and properties of objects: key, node of the key, and node of the value."""

    def element(key: str | None, item: int) -> None:
        visit(key, linker.fresh(call.result), item)

    def start() -> None:
        tokens = list(linker.tokens(source))
        shaped = [t for t in tokens if isinstance(t, ObjectToken) and t.kind not in keys.LISTS]
        if shaped:
            name = linker.fresh(call.result)
            names(linker, source, name)

            def listed(key: str | None, at: int) -> None:
                if keys.position(key) is None:
                    linker.each_token(source, lambda token: linker.marks.value(at, token))
                    known = key is not None and not keys.is_loose(key)
                    visit(key, key_node(linker, call, source, key) if known else name, at)

            properties(linker, source, listed)
        if len(shaped) < len(tokens) or not tokens:
            # What else may stand there (an answer that came through a promise of several values) may be a list.
            each_element(linker, call, source, element)

    linker.later(start)


def _each_pair(linker: Linker, call: CallSite) -> None:
    """each(collection, function): it gets key and value, and the value as `this`."""
    source = argument(linker, call, 0)

    def one(key: str | None, name: int, item: int) -> None:
        virtual(
            linker,
            call,
            argument(linker, call, 1),
            (name, item),
            linker.fresh(call.result),
            item,
            apart=key is not None,
        )

    _everything(linker, call, source, one)
    linker.edge(source, call.result)


def _each_value(linker: Linker, call: CallSite) -> None:
    """each(collection, function): it gets value, key and collection."""
    source = argument(linker, call, 0)

    def one(key: str | None, name: int, item: int) -> None:
        args = (item, name, source)
        virtual(linker, call, argument(linker, call, 1), args, linker.fresh(call.result), apart=key is not None)

    _everything(linker, call, source, one)
    linker.edge(source, call.result)


def _reduce(linker: Linker, call: CallSite) -> None:
    """reduce(collection, function, first): it gets what it gave before, value, key and collection."""
    source, function = argument(linker, call, 0), argument(linker, call, 1)
    if len(call.args) > 2:
        linker.edge(call.args[2], call.result)

    def one(key: str | None, name: int, item: int) -> None:
        if len(call.args) < 3:
            linker.edge(item, call.result)
        virtual(linker, call, function, (call.result, item, name, source), call.result)

    _everything(linker, call, source, one)


def _each_own(linker: Linker, call: CallSite) -> None:
    """each(function) of a collection: it gets index and element, and the element as `this`."""
    if call.args:

        def one(key: str | None, item: int) -> None:
            args = (linker.fresh(call.result), item)
            virtual(linker, call, call.args[0], args, linker.fresh(call.result), item, apart=key is not None)

        each_element(linker, call, call.this, one)
    linker.edge(call.this, call.result)


def _map_own(linker: Linker, call: CallSite) -> None:
    """map(function) of a collection: it gets index and element; what it returns is in the result."""
    array = made_array(linker, call)
    if not call.args:
        return

    def one(_key: str | None, item: int) -> None:
        made = linker.fresh(call.result)
        virtual(linker, call, call.args[0], (linker.fresh(call.result), item), made, item)
        put(linker, array, None, made)

    each_element(linker, call, call.this, one)


def _itself(linker: Linker, call: CallSite) -> None:
    """get(), toArray(): the elements."""
    linker.edge(call.this, call.result)
    if call.args:
        linker.read(call.this, None, call.result)


def _bound(linker: Linker, call: CallSite) -> None:
    """proxy(function, this, ...arguments)."""
    if call.args:
        from_function = linker.natives.of_functions["bind"]
        _on_first(from_function)(linker, call)


COLLECTIONS: Mapping[str, Native] = MappingProxyType(
    {
        **{f"of.{name}": _on_first(native) for name, native in ARRAY_METHODS.items()},
        **{f"own.{name}": native for name, native in ARRAY_METHODS.items()},
        "binds": _bound,
        "each-own": _each_own,
        "each-pair": _each_pair,
        "each-value": _each_value,
        "itself": _itself,
        "map-own": _map_own,
        "reduce": _reduce,
    }
)
