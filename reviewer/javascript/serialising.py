"""Deep copies: structuredClone, and JSON.parse of what JSON.stringify gave; other JSON is data of any shape."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reviewer.javascript import keys
from reviewer.javascript.asked_names import asked_names
from reviewer.javascript.callbacks import virtual
from reviewer.javascript.constants import Array, Text, text_of
from reviewer.javascript.contexts import AS_JSON, LITERAL
from reviewer.javascript.graph import CONTENT, PART, REST, TAINT, CallSite, FunctionToken, ObjectToken, Spread, Token
from reviewer.javascript.linking import Linker
from reviewer.javascript.methods import Native
from reviewer.javascript.places import Place
from reviewer.javascript.spreading import properties, take_over

_AS_JSON = "toJSON"
"""The method that an object is written out by."""

_DEEPEST, _OLDEST, _MANY, _NEAR, _LOOKS = 6, 2, 40, 200, 8
"""How deep copies are told apart from what they are copies of, and copies of copies from these; how many objects a
function is shown part by part, how many nodes a text is followed back, and how often on a page that is done."""


def clone(linker: Linker, source: int, into: int, allowed: frozenset[str] | None = None) -> None:
    """What stands at a node goes to another one as a copy, all that it holds copied as well.

    `allowed` are the only names that properties of copied objects have, if it is given.
    """
    _clone(linker, source, into, allowed, {}, 0)


def _clone(
    linker: Linker,
    source: int,
    into: int,
    allowed: frozenset[str] | None,
    made: dict[Token, ObjectToken],
    depth: int,
) -> None:
    linker.graph.edge(source, into, PART)

    def seen(token: Token) -> None:
        generation = linker.generations.get(token, 0)
        match token:
            case ObjectToken() if token.kind in {"map", "set", "form"} or depth >= _DEEPEST or generation >= _OLDEST:
                linker.introduce(into, token)
                linker.graph.edge(token.home, into, CONTENT)
            case ObjectToken():
                known = made.get(token)
                if known is None:
                    kind = "array" if token.kind in keys.LISTS else "object"
                    known = made[token] = ObjectToken(kind, linker.fresh(into))
                    linker.generations[known] = generation + 1
                    linker.introduce(known.home, known)
                    _copy_fields(linker, token, known, allowed, made, depth)
                linker.edge(known.home, into)
            case Place():
                # What it holds is not listed anywhere: it is the same place again.
                linker.edge(source, into)
            case _:
                return

    linker.each_token(source, seen)


def _copy_fields(
    linker: Linker,
    token: ObjectToken,
    into: ObjectToken,
    allowed: frozenset[str] | None,
    made: dict[Token, ObjectToken],
    depth: int,
) -> None:
    def one(key: str | None, at: int) -> None:
        if allowed is not None and key is not None and key not in allowed and not keys.is_element(key):
            return
        if keys.is_listed(key) or keys.is_loose(key):
            _clone(linker, at, linker.field(into, key, at), allowed, made, depth + 1)
        elif key == keys.KEYS and allowed is None:
            linker.edge(at, linker.field(into, key, at))

    linker.each_field(token, one)
    if token.kind not in {"instance", "prototype"}:
        linker.each_delegate(token, lambda node: _copy_brought(linker, token, node, into))
    if token in linker.sizes:
        linker.sizes[into] = linker.sizes[token]


def _copy_brought(linker: Linker, token: ObjectToken, node: int, into: ObjectToken) -> None:
    """What an object has from another one: properties one by one, and data whose names nobody knows."""
    properties(linker, node, lambda key, at: _materialised(linker, token, key, at))
    hidden = linker.delegates_of(token).get(node, frozenset())
    data = linker.fresh(into.home)
    linker.graph.edge(node, data, PART)
    linker.each_token(node, lambda held: linker.introduce(data, held) if isinstance(held, Place) else None)
    linker.delegate(into, data, hidden)
    linker.graph.edge(data, into.home, REST if hidden else CONTENT)


def _materialised(linker: Linker, token: ObjectToken, key: str | None, at: int) -> None:
    """A property that an object has from another one is a property of its own."""
    if key is None or keys.is_loose(key):
        linker.edge(at, linker.field(token, None, at))
    else:
        linker.field(token, key, at)


def structured_clone(linker: Linker, call: CallSite) -> None:
    """structuredClone(x)."""
    if call.args:
        clone(linker, call.args[0], call.result)


def stringify(linker: Linker, call: CallSite) -> None:
    """JSON.stringify: a text of all that is inside, as far as a list or a function lets it through.

    The text remembers what it was made of, for JSON.parse.
    """
    if not call.args:
        return
    source = call.args[0]
    replacer = linker.graph.constants.get(call.args[1]) if len(call.args) > 1 else None
    if isinstance(replacer, Array):
        whole = linker.fresh(source)
        clone(linker, source, whole, frozenset(text_of(item) for item in replacer.items))
        source = whole
    elif len(call.args) > 1:
        source = _passed(linker, call, call.args[1], source)
    token = ObjectToken("json", call.result)
    linker.introduce(call.result, token)

    def decide() -> None:
        shown = _shown_as(linker, call, source)
        linker.graph.edge(shown, call.result, TAINT, 0, AS_JSON | LITERAL)
        linker.edge(shown, linker.field(token, keys.SOURCE, call.result))

    linker.later(decide)


def _shown_as(linker: Linker, call: CallSite, source: int) -> int:
    """The node of what is written out for a value: what `toJSON` gives where all that can stand there has it."""
    tokens = list(linker.tokens(source))
    if not tokens or not all(isinstance(token, ObjectToken) and _has(linker, token, _AS_JSON) for token in tokens):
        return source
    method, shown = linker.fresh(source), linker.fresh(source)
    linker.read(source, _AS_JSON, method)
    virtual(linker, call, method, (), shown, source)
    return shown


def _has(linker: Linker, token: Token, name: str, depth: int = 0) -> bool:
    """Whether an object has a property, or finds it in another."""
    if not isinstance(token, ObjectToken) or depth > _DEEPEST:
        return False
    return name in linker.fields_of(token) or any(
        _has(linker, other, name, depth + 1) for node in linker.delegates_of(token) for other in linker.tokens(node)
    )


def _passed(linker: Linker, call: CallSite, function: int, source: int) -> int:
    """A node for a value of which a function has seen every part; the value itself where there is no function."""
    made = linker.fresh(source)
    done = False

    def seen(token: Token) -> None:
        nonlocal done
        if isinstance(token, FunctionToken) and not done:
            done = True
            _each_part(linker, call, function, source, made, set())

    linker.each_token(function, seen)
    linker.later(lambda: None if done else linker.edge(source, made))
    return made


def _each_part(
    linker: Linker, call: CallSite, function: int, source: int, made: int, known: set[Token], key: str | None = None
) -> None:
    """The function gets name and value; an object that it lets through has its own parts seen as well."""
    name, given, result = linker.fresh(source), linker.fresh(source), linker.fresh(source)
    if key is not None and not keys.is_loose(key):
        linker.graph.constants[name] = Text(key)
    linker.graph.edge(source, given, PART)
    virtual(linker, call, function, (name, given), result, apart=True)
    asked = _asked_by(linker, function) if key is None or keys.is_loose(key) else frozenset()
    if asked:
        others = linker.fresh(made)
        _told_apart(linker, call, function, source, (made, others), asked, known)
    else:
        others = made
    linker.graph.edge(result, others, PART)

    def seen(token: Token) -> None:
        if not isinstance(token, ObjectToken):
            linker.edge(source, given)
            linker.edge(result, others)
            return
        if token in known or len(known) > _MANY:
            linker.edge(source, made)
            return
        known.add(token)
        copy = ObjectToken("array" if token.kind in keys.LISTS else "object", linker.fresh(made))
        linker.introduce(copy.home, copy)
        linker.edge(copy.home, others if token.kind not in keys.LISTS else made)

        def part(name: str | None, at: int) -> None:
            if keys.is_listed(name) or keys.is_loose(name):
                _each_part(linker, call, function, at, linker.field(copy, name, at), known, name)

        linker.each_field(token, part)
        linker.each_delegate(token, brought)

    def brought(node: int) -> None:
        linker.graph.edge(node, given, PART)
        linker.each_token(node, lambda held: seen_place(held) if isinstance(held, Place) else None)

    def seen_place(place: Place) -> None:
        linker.introduce(given, place)
        linker.edge(result, others)

    linker.each_token(source, seen)


def _asked_by(linker: Linker, function: int) -> frozenset[str]:
    """The names that the one function treats in a way of their own."""
    match [token for token in linker.tokens(function) if isinstance(token, FunctionToken)]:
        case [token]:
            return asked_names(token.node)
        case _:
            return frozenset()


def _told_apart(
    linker: Linker,
    call: CallSite,
    function: int,
    source: int,
    targets: tuple[int, int],
    asked: frozenset[str],
    known: set[Token],
) -> None:
    """What stands under each of these names is what the function makes of it; all else is in another object."""
    made, others = targets
    copy = ObjectToken("object", linker.fresh(made))
    linker.introduce(copy.home, copy)
    linker.edge(copy.home, made)
    linker.delegate(copy, others, asked)
    take_over(linker, Spread(others, copy, asked))
    linker.graph.edge(others, copy.home, REST)
    for name in sorted(asked):
        at = linker.fresh(source)
        linker.read(source, name, at)
        linker.graph.edge(source, at, PART)
        _each_part(linker, call, function, at, linker.field(copy, name, at), known, name)


def parse(linker: Linker, call: CallSite) -> None:
    """JSON.parse: a copy of what the text was made of; data of any shape where that is not known."""
    if not call.args:
        return
    text = call.args[0]
    whole = call.result if len(call.args) == 1 else linker.fresh(call.result)
    if len(call.args) > 1:
        linker.graph.unrevived[whole] = call.result
        linker.edge(_passed(linker, call, call.args[1], whole), call.result)

    def decide() -> None:
        homes = {t.home for t in linker.tokens(text) if isinstance(t, ObjectToken) and t.kind == "json"}
        if homes and _comes_only_from(linker, text, homes):
            source = linker.fresh(call.result)
            linker.read(text, keys.SOURCE, source)
            clone(linker, source, whole)
        else:
            linker.graph.edge(text, whole, TAINT)

    linker.later(decide)


def _comes_only_from(linker: Linker, node: int, homes: set[int]) -> bool:
    """Whether a value can be nothing but what was made at one of these nodes."""
    if node in homes:
        return len(homes) == 1
    linker.looks += 1
    if linker.looks > _LOOKS:
        return False
    sources = linker.graph.value_sources()
    seen, todo = {node}, [node]
    while todo:
        at = todo.pop()
        before = sources.get(at, [])
        if not before or len(seen) > _NEAR:
            return False
        for source in before:
            if source not in homes and source not in seen:
                seen.add(source)
                todo.append(source)
    return True


SERIALISING: Mapping[str, Native] = MappingProxyType(
    {"JSON.parse": parse, "JSON.stringify": stringify, "structuredClone": structured_clone}
)
