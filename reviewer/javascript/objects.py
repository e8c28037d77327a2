"""Functions of `Object`: what is copied from where, and what keys and values are (20.1.2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from reviewer.javascript import keys
from reviewer.javascript import syntax as s
from reviewer.javascript.callbacks import argument, virtual
from reviewer.javascript.constants import Boolean, Nullish, Number, Text, text_of
from reviewer.javascript.elements import each_element, made_array, put
from reviewer.javascript.graph import CONTENT, PART, REST, Access, CallSite, Computed, FunctionToken, ObjectToken, Token
from reviewer.javascript.linking import Linker
from reviewer.javascript.maps import each_pair, no_result, table
from reviewer.javascript.methods import Native
from reviewer.javascript.spreading import properties

_NEAR = 200
"""How many nodes a value is followed back."""


def constant_key(linker: Linker, call: CallSite, index: int) -> str | None:
    """The constant name that an argument is as a property key."""
    known = linker.graph.constants.get(call.args[index]) if index < len(call.args) else None
    return text_of(known) if isinstance(known, Text | Number | Boolean | Nullish) else None


def names(linker: Linker, source: int, into: int) -> None:
    """The names of properties go to a node, as far as they are data: computed ones, and those of data of any shape."""
    linker.graph.computed.setdefault(into, Computed(keys.KEYS, (source,)))
    linker.graph.edge(source, into, PART)
    linker.read(source, keys.KEYS, into)


# Copying ----------------------------------------------------------------------------------------------------------


def assign(linker: Linker, call: CallSite) -> None:
    """Object.assign: the first gets what the others hold; of one name the last."""
    _assigned(linker, call, call.args[:1], call.args[1:], skips=False)


def assign_defined(linker: Linker, call: CallSite) -> None:
    """The same by a function that passes over what is undefined, and goes deep when told so by a leading `true`."""
    args = call.args
    if args and isinstance(linker.graph.constants.get(args[0]), Boolean):
        args = args[1:]
    _assigned(linker, call, args[:1], args[1:], skips=True)


def _assigned(
    linker: Linker, call: CallSite, targets: tuple[int, ...], sources: tuple[int, ...], *, skips: bool
) -> None:
    if not targets:
        return
    target = targets[0]
    for source in (*sources, *call.spread):
        _set_on_foreign(linker, call, target, source)
    match call.node:
        case s.CallExpression(arguments=(s.CallExpression(), _, *_)) if target not in linker.graph.own_keys:
            linker.later(lambda: _into(linker, call, targets, sources, skips=skips))
            return
        case _:
            pass
    _into(linker, call, targets, sources, skips=skips)


def _is_unseen(linker: Linker, call: CallSite, target: int) -> bool:
    """Whether nobody has seen an object yet: it is written out here, or made by the call that stands in its place."""
    if target in linker.graph.own_keys:
        return True
    match list(linker.tokens(target)):
        case [ObjectToken(home=home) as only]:
            return call.depth == 0 and only in linker.unseen and home == target
        case _:
            return False


def _into(linker: Linker, call: CallSite, targets: tuple[int, ...], sources: tuple[int, ...], *, skips: bool) -> None:
    target = targets[0]
    if _is_unseen(linker, call, target):
        # What it began with is replaced as well.
        made = ObjectToken("object", call.result)
        linker.unseen.add(made)
        linker.introduce(call.result, made)
        copy_into(linker, made, targets + sources + call.spread, skips=skips)
        return
    linker.edge(target, call.result)

    def seen(token: Token) -> None:
        if isinstance(token, ObjectToken | FunctionToken):
            copy_into(linker, token, sources + call.spread, skips=skips)

    linker.each_token(target, seen)


def copy_into(linker: Linker, into: Token, sources: tuple[int, ...], *, skips: bool = False) -> None:
    """What the sources hold goes into an object; of one name the last that surely brings it, and later ones."""

    def wanted(key: str | None, at: int) -> None:
        if key == keys.KEYS:
            for source in sources:
                linker.read(source, key, at)
        elif key is not None and not keys.is_slot(key):
            linker.later(lambda: _into_each(linker, into, sources, key, at, skips=skips))

    label = REST if sum(not _is_written_empty(linker, source) for source in sources) > 1 else CONTENT

    def brought(source: int, hidden: frozenset[str], key: str | None, at: int) -> None:
        if not keys.is_loose(key):
            linker.field(into, key, at)
            return
        if label == CONTENT:
            linker.graph.edge(source, at, PART)
        if hidden:
            linker.delegate(into, source, hidden)
        linker.edge(at, linker.any_field(into, at) if hidden else linker.field(into, None, at))

    linker.each_field(into, wanted)
    for number, source in enumerate(sources):
        behind = (linker.graph.brings.get(other, frozenset()) for other in sources[number + 1 :])
        hidden = frozenset[str]() if skips else frozenset[str]().union(*behind)
        properties(linker, source, partial(brought, source, hidden))
        if isinstance(into, ObjectToken):
            linker.graph.edge(source, into.home, label)


def _is_written_empty(linker: Linker, node: int) -> bool:
    """Whether a node is `{}`, which replaces nothing of what others bring."""
    match linker.graph.origin[node]:
        case s.ObjectExpression(properties=()):
            return True
        case _:
            return False


def _into_each(linker: Linker, into: Token, sources: tuple[int, ...], key: str, at: int, *, skips: bool) -> None:
    """What is copied is written like anything else, so that setters run."""
    for node in linker.running.landing(into, key, at) if linker.running.is_watched(key) else (at,):
        _from_last(linker, sources, key, node, skips=skips)


def _from_last(linker: Linker, sources: tuple[int, ...], key: str, at: int, *, skips: bool) -> None:
    for number in reversed(range(len(sources))):
        source = sources[number]
        linker.read(source, key, at)
        linker.graph.edge(source, at, PART)
        tokens = list(linker.tokens(source))
        if tokens and all(_brings(linker, token, key, skips=skips) for token in tokens):
            # Should something else come to stand there, the ones before are looked at after all.
            again = partial(_repair, linker, tokens, sources[:number], key, at, skips=skips)
            linker.each_token(source, again)
            return


def _repair(
    linker: Linker, known: list[Token], sources: tuple[int, ...], key: str, at: int, token: Token, *, skips: bool
) -> None:
    if token not in known and not _brings(linker, token, key, skips=skips):
        _from_last(linker, sources, key, at, skips=skips)


def _brings(linker: Linker, token: Token, name: str, *, skips: bool) -> bool:
    """Whether an object is written out with a property of that name."""
    at = linker.graph.own_keys.get(token.home, {}).get(name) if isinstance(token, ObjectToken) else None
    if at is None:
        return False
    return not (skips and linker.graph.constants.get(at) == Nullish("undefined"))


def _set_on_foreign(linker: Linker, call: CallSite, target: int, source: int) -> None:
    """Assigning to an object that is not the submission's own takes effect there, name by name."""

    def one(key: str | None, at: int) -> None:
        if key is not None and not keys.is_loose(key):
            written(linker, call, target, key, at)
        elif linker.places_at(target):
            written(linker, call, target, None, at, named=_names_of(linker, source, call))

    linker.later(lambda: properties(linker, source, one) if not linker.is_own(target) else None)


def _names_of(linker: Linker, source: int, call: CallSite) -> int:
    """A node for the names of properties that are copied without being known."""
    node = linker.graph.node(call.node, call.script)
    names(linker, source, node)
    return node


def written(linker: Linker, call: CallSite, base: int, key: str | None, value: int, *, named: int = -1) -> None:
    """A property of something is written by a call, as if by an assignment in the text; `named` is a computed name."""
    where = (call.node, call.script, call.function)
    linker.graph.accesses.append(Access(base, key, value, *where, writes=True, loop=call.loop, key_node=named))
    linker.write(base, key, value)


# Keys and values --------------------------------------------------------------------------------------------------


def _ordered(
    linker: Linker,
    source: int,
    array: ObjectToken,
    visit: Callable[[int | None, str | None, int], None],
    otherwise: Callable[[], None] = lambda: None,
) -> None:
    """Properties with their place in the order, where an object is written out and nothing is added to it; the array
    that they are put into is as long as they are many, then.

    `otherwise` is called where there may be properties that nobody can list.
    """

    order: dict[str, int] = {}

    def run() -> None:
        listed = False
        tokens = list(linker.tokens(source))
        if len(tokens) == 1 and isinstance(tokens[0], ObjectToken) and tokens[0].home in linker.graph.own_keys:
            own = linker.graph.own_keys[tokens[0].home]
            fields = [key for key in linker.fields_of(tokens[0]) if keys.is_listed(key)]
            names = [key for key in own if not keys.is_symbol(key)]
            plain = not linker.delegates_of(tokens[0]) and not any(keys.position(key) is not None for key in names)
            listed = plain and all(key in own for key in fields) and _is_only(linker, source, tokens[0])
            if listed:
                order.update((key, index) for index, key in enumerate(names))
        if listed:
            linker.sizes[array] = len(order)
        else:
            otherwise()
        properties(linker, source, one)

    def one(key: str | None, at: int) -> None:
        if not keys.is_symbol(key):
            visit(None if key is None else order.get(key), key, at)

    linker.later(run)


def _is_only(linker: Linker, node: int, token: ObjectToken) -> bool:
    """Whether nothing else comes to a node than this object, or constants: `text ?? {}` is not one object."""
    sources = linker.graph.value_sources()
    seen, todo = {node}, [node]
    while todo and len(seen) < _NEAR:
        at = todo.pop()
        before = sources.get(at, [])
        if not before and at != token.home and at not in linker.graph.constants:
            return False
        fresh = [source for source in before if source not in seen] if at != token.home else []
        seen.update(fresh)
        todo += fresh
    return True


def values(linker: Linker, call: CallSite) -> None:
    """Object.values."""
    source = argument(linker, call, 0)
    array = made_array(linker, call)
    linker.graph.edge(source, call.result, PART)
    _ordered(linker, source, array, lambda index, _, at: put(linker, array, None if index is None else str(index), at))


def key_node(linker: Linker, call: CallSite, source: int, key: str | None) -> int:
    """A node for the name of a property: the constant, or data where names are data."""
    node = linker.fresh(call.result)
    if key is None or keys.is_loose(key):
        names(linker, source, node)
    else:
        linker.graph.constants[node] = Text(key)
        linker.each_token(source, lambda token: linker.marks.name(node, token))
    return node


def own_names(linker: Linker, call: CallSite) -> None:
    """Object.keys, getOwnPropertyNames, Reflect.ownKeys: nothing of the values."""
    source = argument(linker, call, 0)
    array = made_array(linker, call)
    told = False

    def any_other() -> None:
        nonlocal told
        if not told:
            told = True
            data = linker.fresh(call.result)
            names(linker, source, data)
            put(linker, array, None, data)

    def one(index: int | None, key: str | None, _at: int) -> None:
        if index is None:
            any_other()
        else:
            put(linker, array, str(index), key_node(linker, call, source, key))

    _ordered(linker, source, array, one, any_other)


def entries(linker: Linker, call: CallSite) -> None:
    """Object.entries: an array of pairs of name and value."""
    source = argument(linker, call, 0)
    array = made_array(linker, call)
    linker.pairs_of[array] = source

    def one(index: int | None, key: str | None, at: int) -> None:
        pair = linker.fresh(call.result)
        token = ObjectToken("array", pair)
        linker.introduce(pair, token)
        name = linker.field(token, "0", pair)
        node = key_node(linker, call, source, key)
        linker.edge(node, name)
        linker.graph.name_lists.update((node, name))
        linker.graph.same_constant(node, name)
        put(linker, token, "1", at)
        linker.each_token(source, lambda holder: linker.marks.value(at, holder))
        put(linker, array, None if index is None else str(index), pair)

    def any_other() -> None:
        data = linker.fresh(call.result)
        linker.graph.edge(source, data, PART)
        one(None, None, data)

    _ordered(linker, source, array, one, any_other)


def from_entries(linker: Linker, call: CallSite) -> None:
    """Object.fromEntries: names from the first of each pair, values from the second."""
    made = ObjectToken("object", call.result)
    linker.introduce(call.result, made)

    def one(key: int, value: int) -> None:
        known = linker.graph.constants.get(key)
        name = text_of(known) if isinstance(known, Text | Number) else None
        linker.edge(value, linker.field(made, name, value))
        if name is None:
            linker.edge(key, linker.field(made, keys.KEYS, key))

    each_pair(linker, argument(linker, call, 0), one)


def group_by(linker: Linker, call: CallSite) -> None:
    """Object.groupBy: what the callback returns are names, under which lists of elements stand."""
    made = ObjectToken("object", call.result)
    linker.introduce(call.result, made)
    group = _grouped(linker, call, linker.field(made, keys.KEYS, call.result))
    linker.edge(group, linker.field(made, None, group))


def map_group_by(linker: Linker, call: CallSite) -> None:
    """Map.groupBy: the same in a map."""
    made = ObjectToken("map", call.result)
    linker.introduce(call.result, made)
    kept = table(linker, made)
    group = _grouped(linker, call, linker.field(kept, keys.KEYS, call.result))
    linker.edge(group, linker.field(kept, None, group))


def _grouped(linker: Linker, call: CallSite, names_at: int) -> int:
    source, callback = argument(linker, call, 0), argument(linker, call, 1)
    group = linker.fresh(call.result)
    array = ObjectToken("array", group)
    linker.introduce(group, array)

    def one(key: str | None, item: int) -> None:
        name = linker.fresh(call.result)
        virtual(linker, call, callback, (item, linker.fresh(call.result)), name, apart=key is not None)
        linker.edge(name, names_at)
        put(linker, array, None, item)

    each_element(linker, call, source, one)
    return group


OBJECT_FUNCTIONS: Mapping[str, Native] = MappingProxyType(
    {
        "Map.groupBy": map_group_by,
        "Object.assign": assign,
        "Object.entries": entries,
        "Object.fromEntries": from_entries,
        "Object.getOwnPropertyNames": own_names,
        "Object.groupBy": group_by,
        "Object.hasOwn": no_result,
        "Object.is": no_result,
        "Object.isFrozen": no_result,
        "Object.isSealed": no_result,
        "Object.keys": own_names,
        "Object.values": values,
    }
)
