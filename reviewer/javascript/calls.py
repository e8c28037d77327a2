"""Calls and `new`: what is called with what, and what is known of the result at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reviewer.javascript import syntax as s
from reviewer.javascript.changing import BRINGING_NOTHING, FILLING
from reviewer.javascript.conditions import PICKING
from reviewer.javascript.constants import Text, text_of
from reviewer.javascript.coroutines import compiled, received
from reviewer.javascript.environment import OF_ALL
from reviewer.javascript.equalities import IS_NOT, named_by
from reviewer.javascript.graph import ELEMENTS, Computed, Conversion
from reviewer.javascript.guarding import completed, sifted
from reviewer.javascript.names import TAKING
from reviewer.javascript.operators import compiled_template
from reviewer.javascript.pure import call_method
from reviewer.javascript.removing import BY_CALL, take_out

if TYPE_CHECKING:
    from reviewer.javascript.builder import Builder

_GATHERING = frozenset({"join", "reduce", "reduceRight", "fromCharCode", "fromCodePoint", "decode"})
"""Methods that make one text of many things."""


def arguments(b: Builder, nodes: Sequence[s.Node]) -> tuple[list[int], list[int]]:
    """Argument nodes, and from the first spread on everything that may stand at any position."""
    args: list[int] = []
    spread: list[int] = []
    for node in nodes:
        if isinstance(node, s.SpreadElement):
            whole = b.evaluate(node.argument)
            known = b.items_of(whole, node) if not spread else None
            if known is None:
                spread.append(whole)
            else:
                args += known
        elif spread:
            spread.append(b.wrapped(b.evaluate(node), node))
        else:
            args.append(b.evaluate(node))
    return args, spread


def call(b: Builder, node: s.CallExpression) -> int:
    """The node of what a call gives."""
    callee = node.callee
    if isinstance(callee, s.Super):
        args, spread = arguments(b, node.arguments)
        return b.call(node, b.super_class if b.super_class >= 0 else b.node(callee), b.this, args, spread)
    known = compiled(b, node)
    if known is None:
        known = compiled_template(b, node)
    if known is not None:
        return known
    this = -1
    inner = callee.expression if isinstance(callee, s.ChainExpression) else callee
    if isinstance(inner, s.MemberExpression):
        sent = received(b, inner)
        if sent is not None:
            return sent
        this = b.this if isinstance(inner.object, s.Super) else b.evaluate(inner.object)
        holder = b.evaluate(inner.object) if isinstance(inner.object, s.Super) else this
        key = b.key(inner.property, computed=inner.computed)
        target = b.read_property(holder, key, inner)
        if key == "constructor" and b.conditions.is_function(inner.object):
            b.graph.edge(b.read_property(b.global_node, "Function", inner), target)
        if key is not None:
            b.graph.computed[target] = Computed(f"property {key}", (holder,))
        elif inner.computed:
            b.graph.computed[target] = Computed("element", (holder, b.evaluated(inner.property)))
    else:
        target = b.evaluate(inner)
        key = None
    args, spread = arguments(b, node.arguments)
    started = key == "next" and b.slots.starts(b.env, this, b.function)
    assigned = _assigned(b, inner, node, args) if key == "assign" else {}
    result = b.call(node, target, this, args, spread)
    if assigned:
        b.made(result, assigned)
    others = b.texts_of(node.arguments[0], IS_NOT) if node.arguments else []
    if others:
        b.graph.excluded[len(b.graph.calls)] = frozenset(others)
    if b.scopes.converts:
        _convert(b, node, inner, key, this, args, result)
    symbol = _symbol(b, inner, args, result)
    if symbol is not None:
        b.graph.constants[result] = Text(symbol)
        b.graph.exact.add(result)
    if started:
        b.graph.first_steps.add(len(b.graph.calls))
    match inner:
        case s.MemberExpression(object=s.Identifier(name="Object") as builtin) if key == "freeze":
            if b.is_undeclared(builtin):
                b.slots.freeze(result)
    if node in b.changes and isinstance(inner, s.MemberExpression) and isinstance(inner.object, s.Identifier):
        after = b.graph.calls[-1].after = b.node(node)
        proven = dict(b.env.proven) if key in BRINGING_NOTHING else {}
        b.assign(inner.object, after)
        kept = ((path, guards) for path, guards in proven.items() if path[1][:1] in OF_ALL)
        b.env = b.env.learn((path, guard) for path, guards in kept for guard in guards)
    if key == BY_CALL:
        take_out(b, node)
    if key in FILLING and b.env.proven and isinstance(inner, s.MemberExpression):
        filled = b.conditions.path(inner.object)
        if filled is not None:
            b.env.refill(filled)
    if not spread:
        if key is not None:
            _fold_method(b, result, key, this, args)
        b.graph.computed.setdefault(result, Computed("call", (target, *args)))
        _reckon(b, inner, args, result)
    if result not in b.graph.constants and (_puts_together(inner) or _rewrites(node) or _reckons(b, node, args)):
        found = b.reckoning.text(node)
        if found is not None:
            b.graph.constants[result] = found
    named = named_by(b.conditions.lets_through(node, ("0",))) if key in PICKING else []
    if named:
        b.graph.picked[len(b.graph.calls)] = named
    completed(b, node, result)
    if key in TAKING and isinstance(inner, s.MemberExpression):
        return b.guarded(node, result)
    return sifted(b, node, result)


def _puts_together(callee: s.Node) -> bool:
    """Whether a method makes a text of many things, which are seldom all known but worth a try where they are."""
    match callee:
        case s.MemberExpression(object=holder, property=s.Identifier(name=name)):
            if name == "apply":
                return isinstance(holder, s.MemberExpression) and _puts_together(holder)
            return name in _GATHERING
        case _:
            return False


def _reckons(b: Builder, call: s.CallExpression, args: Sequence[int]) -> bool:
    """Whether a function of the code's own is given constants and what may be objects that are written out."""
    if len(args) < 2 or not isinstance(call.callee, s.Identifier):
        return False
    known = [arg in b.graph.constants for arg in args]
    given = zip(call.arguments, known, strict=False)
    if not any(known) or not all(is_known or _is_written(node) for node, is_known in given):
        return False
    return isinstance(b.conditions.meaning.resolved(call.callee), s.Function)


def _is_written(given: s.Node) -> bool:
    """Whether an argument may be an object that is written out, here or under a name."""
    return isinstance(given, s.Identifier | s.ObjectExpression | s.ArrayExpression)


def _assigned(b: Builder, callee: s.Node, call: s.CallExpression, args: Sequence[int]) -> Mapping[str, int]:
    """What is known of the object that `Object.assign` gives of one that is written out and of others."""
    match callee, call.arguments:
        case s.MemberExpression(object=s.Identifier(name="Object") as holder), (s.ObjectExpression(), *others) if (
            b.is_undeclared(holder) and len(args) == len(call.arguments)
        ):
            b.graph.brings.update(zip(args[1:], map(b.shape, others), strict=True))
            return b.assigned(args[0], list(zip(args[1:], others, strict=True)))
        case _:
            return {}


def _rewrites(call: s.CallExpression) -> bool:
    """Whether it is one of the calls that make one text of another, letter by letter or out of bytes."""
    match call:
        case s.CallExpression(callee=s.MemberExpression(property=s.Identifier(name="replace")), arguments=(_, way)):
            return isinstance(way, s.Function)
        case s.CallExpression(
            callee=s.MemberExpression(
                object=s.CallExpression(
                    callee=s.MemberExpression(object=s.Identifier(name="Buffer"), property=s.Identifier(name="from"))
                ),
                property=s.Identifier(name="toString"),
            )
        ):
            return True
        case _:
            return False


def _symbol(b: Builder, callee: s.Node, args: Sequence[int], result: int) -> str | None:
    """The name that stands for a symbol as a property key: each has one of its own, those of the registry share one."""
    match callee:
        case s.Identifier(name="Symbol") if b.is_undeclared(callee):
            return f"@@{result}"
        case s.MemberExpression(object=s.Identifier(name="Symbol") as owner, property=s.Identifier(name="for")):
            known = b.graph.constants.get(args[0]) if args and b.is_undeclared(owner) else None
            return None if known is None else f"@@for {text_of(known)}"
        case _:
            return None


def _convert(
    b: Builder, node: s.Node, callee: s.Node, key: str | None, this: int, args: Sequence[int], result: int
) -> None:
    """`String(x)` and `list.join()` turn objects into texts."""
    if isinstance(callee, s.Identifier) and callee.name == "String" and b.is_undeclared(callee) and args:
        b.graph.conversions.append(Conversion(args[0], "string", result))
    elif key == "join" and this >= 0:
        b.graph.conversions.append(Conversion(b.read_property(this, ELEMENTS, node), "string", result))


def _reckon(b: Builder, callee: s.Node, args: Sequence[int], result: int) -> None:
    """A function of the code's own that is given constants alone."""
    given = [b.graph.constants.get(arg) for arg in args]
    constants = [constant for constant in given if constant is not None]
    if not args or len(constants) < len(given) or result in b.graph.constants:
        return
    found = b.reckoning.result(b.conditions.meaning.resolved(callee), constants)
    if found is not None:
        b.graph.constants[result] = found


def _fold_method(b: Builder, result: int, key: str, this: int, args: Sequence[int]) -> None:
    b.graph.computed[result] = Computed(f".{key}", (this, *args))
    base = b.graph.constants.get(this)
    given = [b.graph.constants.get(arg) for arg in args]
    if base is None or any(value is None for value in given):
        return
    value = call_method(key, base, tuple(value for value in given if value is not None))
    if value is not None:
        b.computed_constant(result, value, (this, *args))


def new(b: Builder, node: s.NewExpression) -> int:
    """The node of what `new` makes."""
    target = b.evaluate(node.callee)
    args, spread = arguments(b, node.arguments)
    return b.call(node, target, -1, args, spread, new=True)
