"""Prototypes, and properties that are described: getters, setters, what cannot be written any more (20.1.2, 10.1.6)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from reviewer.javascript import keys
from reviewer.javascript import syntax as s
from reviewer.javascript.callbacks import virtual
from reviewer.javascript.constants import Boolean, Text
from reviewer.javascript.enumerating import belonging, spell_names
from reviewer.javascript.graph import PART, Access, CallSite, FunctionToken, ObjectToken, Token
from reviewer.javascript.linking import Linker
from reviewer.javascript.methods import Native
from reviewer.javascript.objects import constant_key, written
from reviewer.javascript.spreading import properties
from reviewer.javascript.walking import walk

_GETTER, _SETTER = "getter", "setter"


def create(linker: Linker, call: CallSite) -> None:
    """Object.create(prototype, descriptions)."""
    token = ObjectToken("object", call.result)
    linker.introduce(call.result, token)
    linker.running.made.add(token)
    if call.args:
        linker.owns(token, linker.graph.overridden.get(call.node, frozenset()))
        linker.delegate(token, call.args[0])
    if len(call.args) > 1:
        properties(linker, call.args[1], lambda key, at: describe(linker, call, call.result, key, at))


def set_prototype(linker: Linker, call: CallSite) -> None:
    """Object.setPrototypeOf: what the first does not hold it finds in the second."""
    if len(call.args) < 2:
        return
    target, prototype = call.args[:2]

    def seen(token: Token) -> None:
        if isinstance(token, ObjectToken | FunctionToken):
            linker.running.made.add(token)
            linker.delegate(token, prototype)

    linker.each_token(target, seen)
    linker.edge(target, call.result)


def describe(linker: Linker, call: CallSite, base: int, key: str | None, description: int) -> None:
    """A property that is described: by a value, or by functions that get and set it."""
    parts = _parts(linker, description)
    if key is not None:
        linker.later(lambda: _replace_foreign(linker, call, base, key))
    if key is not None and _is_fixed(linker, description):
        linker.later(lambda: _fix(linker, call, base, key, parts[0]))
    _define(linker, call, base, key, parts)


def _replace_foreign(linker: Linker, call: CallSite, base: int, key: str) -> None:
    """What is not the submission's own gets another property: a write to be told, though no setter takes a value in."""
    if not linker.is_own(base):
        nothing = linker.fresh(call.result)
        linker.graph.accesses.append(
            Access(base, key, nothing, call.node, call.script, call.function, writes=True, loop=call.loop)
        )


def _parts(linker: Linker, description: int) -> tuple[int, int, int]:
    value, getter, setter = (linker.fresh(description) for _ in range(3))
    for name, node in (("value", value), ("get", getter), ("set", setter)):
        linker.read(description, name, node)
    return value, getter, setter


def _define(
    linker: Linker, call: CallSite, base: int, key: str | None, parts: tuple[int, int, int], gives: int = -1
) -> None:
    """A property becomes a value, or what a getter gives; the latter goes to `gives` if that is not the property."""
    value, getter, setter = parts
    if key is None:
        this, assigned = base, linker.fresh(value)
        linker.read(base, key, assigned)
    else:
        this, assigned = linker.running.describe(base, key, getter, setter, value)
    virtual(linker, call, getter, (), value if gives < 0 else gives, this, apart=True)
    virtual(linker, call, setter, (assigned,), linker.fresh(value), this, apart=True)
    linker.define(base, key, value)


def define_property(linker: Linker, call: CallSite) -> None:
    """Object.defineProperty(o, key, description)."""
    if len(call.args) > 2:
        key = constant_key(linker, call, 1)
        said = _saying(call.node) if key is None else None
        if key is not None:
            describe(linker, call, call.args[0], key, call.args[2])
        elif said is not None:
            linker.later(lambda: _as_said(linker, call, said))
        else:
            _describe_each(linker, call)
        if key is None:
            linker.write(call.args[0], keys.KEYS, call.args[1])
        linker.edge(call.args[0], call.result)


def _saying(node: s.Node) -> str | None:
    """The name under which a description holds the key itself: `Object.defineProperty(o, d.key, d)`."""
    match node:
        case s.CallExpression(
            arguments=(_, s.MemberExpression() | s.CallExpression() as key, s.Identifier(name=description), *_)
        ):
            held = key.arguments[0] if isinstance(key, s.CallExpression) and len(key.arguments) == 1 else key
            match held:
                case s.MemberExpression(
                    object=s.Identifier(name=whole), property=s.Identifier(name=name), computed=False
                ) if whole == description:
                    return name
    return None


def _as_said(linker: Linker, call: CallSite, name: str) -> None:
    """Each description for itself, where all say what their property is called; otherwise as any."""
    base, key, description = call.args[:3]
    known: dict[Token, str] = {}
    for token in linker.tokens(description):
        said = linker.graph.own_keys.get(token.home, {}).get(name, -1) if isinstance(token, ObjectToken) else -1
        constant = linker.graph.constants.get(said)
        if not isinstance(constant, Text) or not _stays(linker, key):
            known.clear()
            break
        known[token] = constant.value
    for token, text in known.items():
        alone = linker.fresh(description)
        linker.introduce(alone, token)
        describe(linker, call, base, text, alone)
    if not known:
        _describe_each(linker, call)
        return
    linker.each_token(description, lambda token: None if token in known else _describe_each(linker, call))


def _stays(linker: Linker, key: int) -> bool:
    """Whether a key is what the description says, or made a key of as the language does it, symbols staying symbols."""
    computed = linker.graph.computed.get(key)
    if computed is None or computed.operator != "call":
        return True
    return all(
        isinstance(token, FunctionToken)
        and any(isinstance(part, s.StringLiteral) and part.value == "symbol" for part in walk(token.node))
        for token in linker.tokens(computed.operands[0])
    )


def _describe_each(linker: Linker, call: CallSite) -> None:
    """Under a key that is any name of some object: each property with what it has to do with that name.

    `for (const k in all) Object.defineProperty(o, k, {get: all[k]})`, or with `() => all[k]`.
    """
    base, key, description = call.args[:3]
    value, getter, setter = _parts(linker, description)

    def one(name: str, at: int) -> None:
        own, gives = linker.fresh(description), linker.fresh(description)
        linker.edge(belonging(linker, value, at), own)
        functions = (belonging(linker, getter, at), belonging(linker, setter, at))
        _define(linker, call, base, name, (own, *functions), gives)
        exact = all(_gives_property(token) for token in linker.tokens(getter))
        linker.later(lambda: linker.edge(belonging(linker, gives, at) if exact else gives, own))

    spell_names(linker, key, one, lambda: describe(linker, call, base, None, description))


def _gives_property(token: Token) -> bool:
    """Whether all that a function does is to read a property: `() => all[key]`."""
    if not isinstance(token, FunctionToken):
        return False
    match token.node.body:
        case s.MemberExpression() | s.BlockStatement(body=(s.ReturnStatement(argument=s.MemberExpression()),)):
            return True
        case _:
            return False


def define_properties(linker: Linker, call: CallSite) -> None:
    """Object.defineProperties(o, descriptions)."""
    if len(call.args) > 1:
        properties(linker, call.args[1], lambda key, at: describe(linker, call, call.args[0], key, at))
        linker.edge(call.args[0], call.result)


def description(linker: Linker, call: CallSite) -> None:
    """Object.getOwnPropertyDescriptor: an object that holds the value, or the functions that get and set it."""
    if len(call.args) > 1:
        key = constant_key(linker, call, 1)
        made = _described(linker, call, call.args[0], key, call.result)
        at = linker.field(made, "value", call.result)
        linker.read(call.args[0], key, at)
        linker.graph.edge(call.args[0], at, PART)


def descriptions(linker: Linker, call: CallSite) -> None:
    """Object.getOwnPropertyDescriptors: such an object for each property that is asked for."""
    if not call.args:
        return
    made = ObjectToken("object", call.result)
    linker.introduce(call.result, made)

    def seen(key: str | None, at: int) -> None:
        if key is not None and not keys.is_slot(key):
            one = _described(linker, call, call.args[0], key, at)
            linker.read(call.args[0], key, linker.field(one, "value", at))

    linker.each_field(made, seen)


def _described(linker: Linker, call: CallSite, base: int, key: str | None, at: int) -> ObjectToken:
    """A description of a property. What is not the code's own is taken to have functions that get and set it."""
    made = ObjectToken("object", at)
    linker.introduce(at, made)
    if key is not None:
        for name, kind in (("get", _GETTER), ("set", _SETTER)):
            _offer_accessor(linker, base, f"{kind} {key}", linker.field(made, name, at))
    return made


def _offer_accessor(linker: Linker, base: int, name: str, at: int) -> None:
    linker.later(lambda: None if linker.is_own(base) else linker.introduce(at, linker.method(name)))


def _looked_up(kind: str) -> Native:
    """`__lookupSetter__`, `__lookupGetter__`."""

    def native(linker: Linker, call: CallSite) -> None:
        key = constant_key(linker, call, 0) if call.args else None
        if key is not None:
            _offer_accessor(linker, call.this, f"{kind} {key}", call.result)

    return native


def _setter(key: str) -> Native:
    """The function that sets a property of whatever it is called on."""

    def native(linker: Linker, call: CallSite) -> None:
        if call.this >= 0 and call.args:
            written(linker, call, call.this, key, call.args[0])

    return native


def _getter(key: str) -> Native:
    """The function that gives a property of whatever it is called on."""

    def native(linker: Linker, call: CallSite) -> None:
        if call.this >= 0:
            linker.graph.edge(call.this, call.result, PART)
            linker.read(call.this, key, call.result)

    return native


def _is_fixed(linker: Linker, description: int) -> bool:
    """Whether a property that is new gets a value that cannot be overwritten (10.1.6.3)."""
    own = linker.graph.own_keys.get(description, {})
    writable = linker.graph.constants.get(own["writable"]) if "writable" in own else Boolean(value=False)
    return "value" in own and "get" not in own and writable == Boolean(value=False)


def _fix(linker: Linker, call: CallSite, base: int, key: str, value: int) -> None:
    """Nothing else gets into the property, unless it was there before and stays as writable as it was."""
    for token in linker.tokens(base):
        if not isinstance(token, ObjectToken) or token.kind != "object":
            continue
        earlier = any(
            access.writes
            and access.key in {key, None}
            and (access.script < call.script or (access.script == call.script and access.node.start < call.node.start))
            and token in linker.tokens(access.base)
            for access in linker.graph.accesses
        )
        if not earlier and key not in linker.graph.own_keys.get(token.home, {}):
            linker.graph.sealed[linker.field(token, key, value)] = frozenset({value})


def freeze(linker: Linker, call: CallSite) -> None:
    """Object.freeze: nothing can be written any more; of an object that nobody has seen yet that is known for sure."""
    if not call.args:
        return
    linker.edge(call.args[0], call.result)
    own = linker.graph.own_keys.get(call.args[0], {})
    array = linker.graph.computed.get(call.args[0])
    if array is not None and array.operator == "array":
        own = {str(index): item for index, item in enumerate(array.operands)}

    def seen(token: Token) -> None:
        if isinstance(token, ObjectToken) and token.home == call.args[0] and not linker.delegates_of(token):
            for key, item in own.items():
                linker.graph.sealed[linker.field(token, key, item)] = frozenset({item})

    linker.each_token(call.args[0], seen)


def same(linker: Linker, call: CallSite) -> None:
    """The result is the first argument (Object.seal)."""
    if call.args:
        linker.edge(call.args[0], call.result)


DESCRIPTIONS: Mapping[str, Native] = MappingProxyType(
    {
        "Object.create": create,
        "Object.defineProperties": define_properties,
        "Object.defineProperty": define_property,
        "Object.freeze": freeze,
        "Object.getOwnPropertyDescriptor": description,
        "Object.getOwnPropertyDescriptors": descriptions,
        "Object.preventExtensions": same,
        "Object.seal": same,
        "Object.setPrototypeOf": set_prototype,
    }
)

LOOK_UPS: Mapping[str, Native] = MappingProxyType(
    {"__lookupGetter__": _looked_up(_GETTER), "__lookupSetter__": _looked_up(_SETTER)}
)
ACCESSORS: Mapping[str, Callable[[str], Native]] = MappingProxyType({_GETTER: _getter, _SETTER: _setter})
"""The functions behind a property that the platform has, by what they do, for the name of the property."""
