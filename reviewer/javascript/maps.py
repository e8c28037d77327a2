"""Maps, sets and what else keeps values by key (24, and the browser's lists of names and values).

A map hands out pairs when it is gone through; its values stand in a table of their own, by key: constants by what they
are, objects by which they are, all else under a key that is not known. The keys themselves are data, too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from reviewer.javascript import keys
from reviewer.javascript.arrays import copied
from reviewer.javascript.callbacks import argument, virtual
from reviewer.javascript.constants import Array, Boolean, Nullish, Number, Pattern, Text, text_of
from reviewer.javascript.elements import each_element, elements, made_array, put
from reviewer.javascript.graph import PART, TAINT, CallSite, FunctionToken, ObjectToken, Token
from reviewer.javascript.linking import Linker
from reviewer.javascript.methods import Native
from reviewer.javascript.places import Place
from reviewer.place import New, Return

_TABLED = frozenset({"form", "map"})
_PLACES = 4
"""How many objects a key may be to be told apart by them."""


def new_map(linker: Linker, call: CallSite) -> None:
    """`new Map(pairs)`; a class that extends it calls it on its own objects."""
    _become(linker, call, "map", lambda made: _fill_map(linker, call, made))


def new_set(linker: Linker, call: CallSite) -> None:
    """`new Set(elements)`."""

    def fill(made: ObjectToken) -> None:
        if call.args:
            elements(linker, call.args[0], lambda _, at: put(linker, made, None, at))
            linker.graph.edge(call.args[0], linker.field(made, None, call.result), PART)

    _become(linker, call, "set", fill)


def _become(linker: Linker, call: CallSite, kind: str, fill: Callable[[ObjectToken], None]) -> None:
    if call.new or call.this < 0:
        made = ObjectToken(kind, call.result)
        linker.introduce(call.result, made)
        fill(made)
        return

    def extends(token: Token) -> None:
        """`super(...)`: the object is there already, and finds the methods of the kind on itself."""
        if isinstance(token, ObjectToken):
            for name in linker.natives.of_kinds[kind]:
                linker.introduce(linker.field(token, name, call.result), linker.method(f"{kind} {name}"))
            fill(token)

    linker.each_token(call.this, extends)


def table(linker: Linker, made: ObjectToken) -> ObjectToken:
    """The table of a map, with the pairs that are handed out made of it."""
    at = linker.field(made, keys.TABLE, made.home)
    known = next((token for token in linker.tokens(at) if isinstance(token, ObjectToken)), None)
    if known is not None:
        return known
    kept = ObjectToken("table", linker.fresh(made.home))
    linker.introduce(at, kept)
    linker.graph.edge(kept.home, at)
    pair = linker.fresh(made.home)
    token = ObjectToken("array", pair)
    linker.introduce(pair, token)
    linker.edge(linker.field(kept, keys.KEYS, pair), linker.field(token, "0", pair))
    linker.edge(linker.any_field(kept, pair), linker.field(token, "1", pair))
    linker.edge(pair, linker.field(made, None, pair))
    return kept


def _fill_map(linker: Linker, call: CallSite, made: ObjectToken) -> None:
    kept = table(linker, made)
    if call.args:
        each_pair(linker, call.args[0], lambda key, value: _store(linker, kept, key, value))


def each_pair(linker: Linker, source: int, visit: Callable[[int, int], None]) -> None:
    """From now on, `visit` is called with the nodes of key and value of each pair of what stands at a node."""

    def of_pair(_key: str | None, pair: int) -> None:
        def seen(token: Token) -> None:
            key, value = linker.fresh(pair), linker.fresh(pair)
            linker.read_of(token, "0", key)
            linker.read_of(token, "1", value)
            if isinstance(token, Place):
                for part in (key, value):
                    linker.graph.edge(pair, part, PART)
            if isinstance(token, ObjectToken):
                known = linker.graph.computed.get(token.home)
                if known is not None and known.operator == "array" and known.operands:
                    linker.graph.same_constant(known.operands[0], key)
                elif "0" in linker.fields_of(token):
                    linker.graph.same_constant(linker.fields_of(token)["0"], key)
            visit(key, value)

        linker.each_token(pair, seen)

    def of_data() -> None:
        """A pair of what is not known: the pairs of an array that is written out have all been seen."""
        if linker.is_own(source):
            return
        data_key, data = linker.fresh(source), linker.fresh(source)
        linker.graph.edge(source, data_key, PART)
        linker.graph.edge(source, data, PART)
        visit(data_key, data)

    elements(linker, source, of_pair)
    linker.later(of_data)


def _store(linker: Linker, kept: ObjectToken, key: int, value: int) -> None:
    linker.edge(key, linker.field(kept, keys.KEYS, key))
    _by_key(linker, key, lambda name: linker.edge(value, linker.field(kept, name, value)), None)


def _by_key(linker: Linker, key: int, known: Callable[[str | None], None], unknown: Callable[[], None] | None) -> None:
    """Do something with the name that a key is filed under; `unknown` or the loose key if it cannot be told."""
    constant = linker.graph.constants.get(key)
    if constant is not None and not isinstance(constant, Array | Pattern):
        known(_constant_name(constant))
        return

    def decide() -> None:
        tokens = _things(linker, key)
        if 0 < len(tokens) <= _PLACES and all(map(_is_one, tokens)):
            for token in tokens:
                known(_name(token))
        elif unknown is not None:
            unknown()
        else:
            known(None)

    linker.later(decide)


def _things(linker: Linker, node: int) -> list[Token]:
    """What stands at a node; an object that an API makes is one thing with the place where the API gives it."""
    tokens = list(linker.tokens(node))
    made = [linker.makers[token] for token in tokens if isinstance(token, ObjectToken) and token in linker.makers]
    places = {
        linker.places.step(place, New() if call.new else Return())
        for call in made
        for place in call.tokens
        if isinstance(place, Place)
    }
    return [token for token in tokens if not isinstance(token, Place) or token not in places]


def _constant_name(constant: Text | Number | Boolean | Nullish) -> str:
    return f"{type(constant).__name__[0]}:{text_of(constant)}"


def _is_one(token: Token) -> bool:
    return (isinstance(token, ObjectToken) and token.kind not in {"unknown", "promise"}) or isinstance(
        token, FunctionToken
    )


def _name(token: Token) -> str:
    return (
        f"@{token.home}"
        if isinstance(token, ObjectToken)
        else f"@{token.result}"
        if isinstance(token, FunctionToken)
        else ""
    )


def _tables(linker: Linker, call: CallSite, visit: Callable[[ObjectToken], None]) -> None:
    def seen(token: Token) -> None:
        if isinstance(token, ObjectToken) and is_tabled(linker, token):
            visit(table(linker, token))

    linker.each_token(call.this, seen)


def is_tabled(linker: Linker, token: Token) -> bool:
    """Whether a thing keeps its values in a table."""
    return isinstance(token, ObjectToken) and (token.kind in _TABLED or keys.TABLE in linker.fields_of(token))


def _set(linker: Linker, call: CallSite) -> None:
    if len(call.args) > 1:
        key, value = call.args[:2]
        _tables(linker, call, lambda kept: _store(linker, kept, key, value))
    linker.edge(call.this, call.result)


def _get(linker: Linker, call: CallSite) -> None:
    if not call.args:
        return

    def from_table(kept: ObjectToken) -> None:
        _by_key(
            linker,
            call.args[0],
            lambda name: linker.edge(linker.field(kept, name, call.result), call.result),
            lambda: linker.edge(linker.any_field(kept, call.result), call.result),
        )

    _tables(linker, call, from_table)


def _get_all(linker: Linker, call: CallSite) -> None:
    item = linker.fresh(call.result)
    _get(linker, _with_result(call, item))
    put(linker, made_array(linker, call), None, item)


def _with_result(call: CallSite, result: int) -> CallSite:
    return CallSite(
        number=call.number,
        node=call.node,
        script=call.script,
        callee=call.callee,
        this=call.this,
        args=call.args,
        spread=call.spread,
        result=result,
        new=call.new,
        member=call.member,
        function=call.function,
        loop=call.loop,
        depth=call.depth,
    )


def _for_each(linker: Linker, call: CallSite) -> None:
    """The callback gets value, key and map."""
    if not call.args:
        return
    this = call.args[1] if len(call.args) > 1 else -1

    def one(kept: ObjectToken) -> None:
        value, key = linker.any_field(kept, call.result), linker.field(kept, keys.KEYS, call.result)
        virtual(linker, call, call.args[0], (value, key, call.this), linker.fresh(call.result), this)

    _tables(linker, call, one)


def _map_keys(linker: Linker, call: CallSite) -> None:
    array = made_array(linker, call)
    _tables(linker, call, lambda kept: put(linker, array, None, linker.field(kept, keys.KEYS, call.result)))


def _map_values(linker: Linker, call: CallSite) -> None:
    array = made_array(linker, call)
    _tables(linker, call, lambda kept: put(linker, array, None, linker.any_field(kept, call.result)))


def _add(linker: Linker, call: CallSite) -> None:
    for arg in call.args[:1]:
        linker.write(call.this, None, arg)
    linker.edge(call.this, call.result)


def _set_each(linker: Linker, call: CallSite) -> None:
    """The callback gets the element twice, and the set."""
    if call.args:
        this = call.args[1] if len(call.args) > 1 else -1

        def one(_key: str | None, item: int) -> None:
            virtual(linker, call, call.args[0], (item, item, call.this), linker.fresh(call.result), this)

        each_element(linker, call, call.this, one)


def _set_entries(linker: Linker, call: CallSite) -> None:
    array = made_array(linker, call)
    pair = linker.fresh(call.result)
    token = ObjectToken("array", pair)
    linker.introduce(pair, token)
    for key in ("0", "1"):
        elements(linker, call.this, lambda _, at, key=key: put(linker, token, key, at))  # type: ignore[misc]
    put(linker, array, None, pair)


def _united(linker: Linker, call: CallSite) -> None:
    """union and symmetricDifference: a new set of the elements of both."""
    made = ObjectToken("set", call.result)
    linker.introduce(call.result, made)
    for source in (call.this, *call.args[:1]):
        elements(linker, source, lambda _, at: put(linker, made, None, at))


def _reduced(linker: Linker, call: CallSite) -> None:
    """intersection and difference: a new set of elements of this one."""
    made = ObjectToken("set", call.result)
    linker.introduce(call.result, made)
    elements(linker, call.this, lambda _, at: put(linker, made, None, at))


def no_result(_linker: Linker, _call: CallSite) -> None:
    """Nothing of what it is given is in what it gives."""
    return


# Lists of names and values that text is made of -------------------------------------------------------------------


def new_form(linker: Linker, call: CallSite) -> None:
    """FormData, Headers, URLSearchParams: made of pairs, of an object's properties, or of text."""

    def fill(made: ObjectToken) -> None:
        kept = table(linker, made)
        source = argument(linker, call, 0)
        each_pair(linker, source, lambda key, value: _store(linker, kept, key, value))
        whole = linker.field(kept, None, call.result)
        linker.graph.edge(source, whole, PART)

        def seen(token: Token) -> None:
            if isinstance(token, ObjectToken) and token.kind in {"object", "instance", "unknown"}:
                linker.each_field(token, lambda key, at: _named(linker, kept, key, at))
                linker.each_delegate(token, lambda node: linker.read(node, None, whole))

        linker.each_token(source, seen)

    _become(linker, call, "form", fill)


def _named(linker: Linker, kept: ObjectToken, key: str | None, at: int) -> None:
    if key == keys.KEYS:
        linker.edge(at, linker.field(kept, keys.KEYS, at))
    elif keys.is_loose(key):
        linker.edge(at, linker.field(kept, None, at))
    elif key is not None and not keys.is_slot(key):
        linker.edge(at, linker.field(kept, _constant_name(Text(key)), at))


def _percent_encoded(linker: Linker, call: CallSite) -> None:
    """toString: names and values with everything encoded but letters, digits and `*-._`."""
    linker.graph.edge(call.this, call.result, TAINT, 0, linker.kinds.guards.get("word", 0))


MAP_METHODS: Mapping[str, Native] = MappingProxyType(
    {
        "set": _set,
        "append": _set,
        "get": _get,
        "getAll": _get_all,
        "forEach": _for_each,
        "keys": _map_keys,
        "values": _map_values,
        "entries": copied,
        "has": no_result,
        "delete": no_result,
        "clear": no_result,
    }
)
FORM_METHODS: Mapping[str, Native] = MappingProxyType({**MAP_METHODS, "toString": _percent_encoded, "sort": no_result})
SET_METHODS: Mapping[str, Native] = MappingProxyType(
    {
        "add": _add,
        "forEach": _set_each,
        "keys": copied,
        "values": copied,
        "entries": _set_entries,
        "union": _united,
        "symmetricDifference": _united,
        "intersection": _reduced,
        "difference": _reduced,
        "isSubsetOf": no_result,
        "isSupersetOf": no_result,
        "isDisjointFrom": no_result,
        "has": no_result,
        "delete": no_result,
        "clear": no_result,
    }
)
