"""Reflect and Proxy: the same as operators and accesses in the text, by name or through traps (28.1, 10.5)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reviewer.javascript import keys
from reviewer.javascript.callbacks import argument, spread_call, virtual
from reviewer.javascript.constants import Text
from reviewer.javascript.describing import define_property, description, set_prototype
from reviewer.javascript.elements import put
from reviewer.javascript.graph import PART, CallSite, FunctionToken, ObjectToken, Token
from reviewer.javascript.linking import Linker
from reviewer.javascript.methods import Native
from reviewer.javascript.numerals import nothing
from reviewer.javascript.objects import constant_key, own_names, written

_TARGET, _TRAPS, _SET = keys.slot("target"), keys.slot("traps"), "[[set]]"


def _apply(linker: Linker, call: CallSite) -> None:
    if len(call.args) > 2:
        spread_call(linker, call, call.args[0], call.args[1], call.args[2])


def _construct(linker: Linker, call: CallSite) -> None:
    if len(call.args) > 1:
        spread_call(linker, call, call.args[0], -1, call.args[1], new=True)


def _get(linker: Linker, call: CallSite) -> None:
    if len(call.args) < 2:
        return
    key = constant_key(linker, call, 1)
    linker.graph.edge(call.args[0], call.result, PART)
    if key is None or len(call.args) < 3:
        linker.read(call.args[0], key, call.result)
    else:
        linker.later(lambda: linker.each_token(call.args[0], lambda token: _ask(linker, call, token, key)))


def _ask(linker: Linker, call: CallSite, token: Token, key: str) -> None:
    """A property is read of one thing as if of another: that is `this` in its getter."""
    getters = linker.running.getters(token, key)
    for getter in getters:
        for function in tuple(linker.tokens(getter)):
            if isinstance(function, FunctionToken):
                linker.call_unknown(function)  # so that this call gets a copy of its own
        virtual(linker, call, getter, (), call.result, call.args[2], apart=True)
    if not getters:
        linker.read_of(token, key, call.result)


def _set(linker: Linker, call: CallSite) -> None:
    if len(call.args) > 2:
        key = constant_key(linker, call, 1)
        written(linker, call, call.args[0], key, call.args[2])
        if key is None:
            linker.write(call.args[0], keys.KEYS, call.args[1])


# Proxies ----------------------------------------------------------------------------------------------------------


def proxy(linker: Linker, call: CallSite) -> None:
    """`new Proxy(target, handler)`: what has no trap goes to the target."""
    made = ObjectToken("proxy", call.result)
    linker.introduce(call.result, made)
    _make(linker, call, made)


def _revocable(linker: Linker, call: CallSite) -> None:
    holder, home = ObjectToken("object", call.result), linker.fresh(call.result)
    linker.introduce(call.result, holder)
    made = ObjectToken("proxy", home)
    linker.introduce(home, made)
    linker.edge(home, linker.field(holder, "proxy", home))
    _make(linker, call, made)


def _make(linker: Linker, call: CallSite, made: ObjectToken) -> None:
    target, handler = argument(linker, call, 0), argument(linker, call, 1)
    linker.edge(target, linker.field(made, _TARGET, target))
    linker.edge(handler, linker.field(made, _TRAPS, handler))

    def seen(key: str | None, at: int) -> None:
        if key is not None and key.startswith(_SET):
            linker.later(lambda: _put(linker, call, made, key.removeprefix(_SET) or None, at))
        elif not keys.is_slot(key) or key == keys.ANY:
            linker.later(lambda: _read(linker, call, made, None if key == keys.ANY else key, at))

    linker.each_field(made, seen)
    linker.later(lambda: None if _trap(linker, made, "get", target) else linker.graph.edge(target, made.home, PART))


def _trap(linker: Linker, made: ObjectToken, name: str, like: int) -> int | None:
    """The node of a trap, if the handler has it."""
    trap = linker.fresh(like)
    linker.read(linker.field(made, _TRAPS, like), name, trap)
    return trap if any(True for _ in linker.tokens(trap)) else None


def _name_node(linker: Linker, like: int, key: str | None) -> int:
    node = linker.fresh(like)
    if key is not None:
        linker.graph.constants[node] = Text(key)
    return node


def _read(linker: Linker, call: CallSite, made: ObjectToken, key: str | None, at: int) -> None:
    target, trap = linker.field(made, _TARGET, at), _trap(linker, made, "get", at)
    if trap is None:
        linker.read(target, key, at)
        linker.graph.edge(target, at, PART)
        return
    args = (target, _name_node(linker, at, key), call.result)
    virtual(linker, call, trap, args, at, linker.field(made, _TRAPS, at), apart=True)


def _put(linker: Linker, call: CallSite, made: ObjectToken, key: str | None, value: int) -> None:
    target, trap = linker.field(made, _TARGET, value), _trap(linker, made, "set", value)
    if trap is None:
        written(linker, call, target, key, value)
        return
    args = (target, _name_node(linker, value, key), value, call.result)
    virtual(linker, call, trap, args, linker.fresh(value), linker.field(made, _TRAPS, value), apart=True)


def called(linker: Linker, call: CallSite, made: ObjectToken) -> None:
    """A proxy is called: its trap gets target, `this` and an array of the arguments, or the target is called."""

    def run() -> None:
        target = linker.field(made, _TARGET, call.result)
        trap = _trap(linker, made, "construct" if call.new else "apply", call.result)
        if trap is None:
            linker.call(
                CallSite(
                    number=call.number,
                    node=call.node,
                    script=call.script,
                    callee=target,
                    this=call.this,
                    args=call.args,
                    spread=call.spread,
                    result=call.result,
                    new=call.new,
                    member=None,
                    function=call.function,
                    loop=call.loop,
                    depth=call.depth + 1,
                )
            )
            return
        given = linker.fresh(call.result)
        array = ObjectToken("array", given)
        linker.introduce(given, array)
        for index, arg in enumerate(call.args):
            put(linker, array, str(index), arg)
        this = call.this if call.this >= 0 else linker.fresh(call.result)
        args = (target, given) if call.new else (target, this, given)
        virtual(linker, call, trap, args, call.result, linker.field(made, _TRAPS, call.result))

    linker.later(run)


REFLECTION: Mapping[str, Native] = MappingProxyType(
    {
        "Proxy": proxy,
        "Proxy.revocable": _revocable,
        "Reflect.apply": _apply,
        "Reflect.construct": _construct,
        "Reflect.defineProperty": define_property,
        "Reflect.deleteProperty": nothing,
        "Reflect.get": _get,
        "Reflect.getOwnPropertyDescriptor": description,
        "Reflect.has": nothing,
        "Reflect.ownKeys": own_names,
        "Reflect.set": _set,
        "Reflect.setPrototypeOf": set_prototype,
    }
)
