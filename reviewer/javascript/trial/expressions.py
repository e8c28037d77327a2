"""The trial interpreter: expressions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from reviewer.javascript import syntax as s
from reviewer.javascript.trial import library
from reviewer.javascript.trial.methods import method
from reviewer.javascript.trial.operators import bounded, operate
from reviewer.javascript.trial.values import (
    OPAQUE,
    UNDEFINED,
    Builtin,
    Closure,
    Regex,
    Thrown,
    Unknown,
    Value,
    known,
    to_number,
    to_text,
    truthy,
    type_of,
)

if TYPE_CHECKING:
    from reviewer.javascript.trial.machine import Machine


def _function(m: Machine, node: s.Function) -> Value:
    return Closure(node, m.frame, m.this if isinstance(node, s.ArrowFunctionExpression) else OPAQUE)


def _array(m: Machine, node: s.ArrayExpression) -> Value:
    made: list[Value] = []
    for element in node.elements:
        if isinstance(element, s.SpreadElement):
            made.extend(library.items(m.evaluate(element.argument)))
        else:
            made.append(UNDEFINED if element is None else m.evaluate(element))
    return made


def _object(m: Machine, node: s.ObjectExpression) -> Value:
    made: dict[str, Value] = {}
    for part in node.properties:
        if isinstance(part, s.SpreadElement):
            source = m.evaluate(part.argument)
            if not isinstance(source, dict):
                raise Unknown
            made.update(source)
        elif part.kind != "init":
            raise Unknown
        else:
            made[to_text(m.key(part.key, computed=part.computed))] = m.evaluate(part.value)
    return made


def _member(m: Machine, node: s.MemberExpression) -> Value:
    holder = m.evaluate(node.object)
    if node.optional and holder in (None, UNDEFINED):
        return UNDEFINED
    return m.member(holder, m.key(node.property, computed=node.computed))


def _chain(m: Machine, node: s.ChainExpression) -> Value:
    return m.evaluate(node.expression)


def _arguments(m: Machine, nodes: Sequence[s.Node]) -> list[Value]:
    given: list[Value] = []
    for node in nodes:
        if isinstance(node, s.SpreadElement):
            given.extend(library.items(m.evaluate(node.argument)))
        else:
            given.append(m.evaluate(node))
    return given


def _call(m: Machine, node: s.CallExpression) -> Value:
    callee = node.callee.expression if isinstance(node.callee, s.ChainExpression) else node.callee
    if not isinstance(callee, s.MemberExpression):
        return m.call(m.evaluate(callee), _arguments(m, node.arguments))
    holder = m.evaluate(callee.object)
    if callee.optional and holder in (None, UNDEFINED):
        return UNDEFINED
    name = m.key(callee.property, computed=callee.computed)
    args = _arguments(m, node.arguments)
    if name in ("call", "apply") and isinstance(holder, Builtin | Closure):
        this = args[0] if args else UNDEFINED
        return m.call(holder, args[1:] if name == "call" else library.items(args[1]) if len(args) > 1 else [], this)
    if isinstance(holder, Builtin):
        return m.call(Builtin(f"{holder.name}.{to_text(name)}"), args)
    if isinstance(holder, dict) and to_text(name) in holder:
        return m.call(holder[to_text(name)], args, holder)
    return method(m, holder, to_text(name), args)


def _new(m: Machine, node: s.NewExpression) -> Value:
    callee = m.evaluate(node.callee)
    if not isinstance(callee, Builtin):
        raise Unknown
    return library.call(m, f"new {callee.name}", _arguments(m, node.arguments))


def _unary(m: Machine, node: s.UnaryExpression) -> Value:
    if node.operator == "typeof" and isinstance(node.argument, s.Identifier):
        variable = m.scopes.of_identifier.get(node.argument)
        if variable is not None and not variable.declared and not variable.writes:
            raise Unknown
    value = m.evaluate(node.argument)
    match node.operator:
        case "!":
            return not truthy(value)
        case "-":
            return -to_number(value)
        case "+":
            return to_number(value)
        case "typeof":
            return type_of(value)
        case "void":
            return UNDEFINED
        case _:
            raise Unknown


def _update(m: Machine, node: s.UpdateExpression) -> Value:
    old = to_number(m.evaluate(node.argument))
    new = old + (1 if node.operator == "++" else -1)
    m.bind(node.argument, new)
    return new if node.prefix else old


def _binary(m: Machine, node: s.BinaryExpression) -> Value:
    terms: list[s.Node] = []
    at: s.Node = node
    while isinstance(at, s.BinaryExpression) and at.operator == "+":
        terms.append(at.right)
        at = at.left
    if terms:
        total = m.evaluate(at)
        for term in reversed(terms):
            total = bounded(operate("+", total, m.evaluate(term)))
        return total
    return operate(node.operator, m.evaluate(node.left), m.evaluate(node.right))


def _logical(m: Machine, node: s.LogicalExpression) -> Value:
    left = m.evaluate(node.left)
    goes_on = left in (None, UNDEFINED) if node.operator == "??" else truthy(left) is (node.operator == "&&")
    if not goes_on:
        return left
    m.passed.add(node.right)
    return m.evaluate(node.right)


def _conditional(m: Machine, node: s.ConditionalExpression) -> Value:
    arm = node.consequent if truthy(m.evaluate(node.test)) else node.alternate
    m.passed.add(arm)
    return m.evaluate(arm)


def _assignment(m: Machine, node: s.AssignmentExpression) -> Value:
    if node.operator == "=":
        value = m.evaluate(node.right)
    elif node.operator in {"&&=", "||=", "??="}:
        raise Unknown
    else:
        old = m.evaluate(node.left)
        value = bounded(operate(node.operator[:-1], old, m.evaluate(node.right)))
    m.bind(node.left, value)
    return value


def _template(m: Machine, node: s.TemplateLiteral) -> Value:
    words: list[str] = []
    for index, quasi in enumerate(node.quasis):
        words.append(quasi.cooked or "")
        if index < len(node.expressions):
            words.append(to_text(m.evaluate(node.expressions[index])))
    return "".join(words)


def _sequence(m: Machine, node: s.SequenceExpression) -> Value:
    value: Value = UNDEFINED
    for part in node.expressions:
        value = m.evaluate(part)
    return value


def _regex(_m: Machine, node: s.RegExpLiteral) -> Value:
    return Regex(node.pattern, node.flags)


def _thrown(_m: Machine, _node: s.Node) -> Value:
    raise Thrown


Evaluate = Callable[["Machine", Any], Value]
EXPRESSIONS: Mapping[type[s.Node], Evaluate] = MappingProxyType(
    {
        s.Identifier: lambda m, node: UNDEFINED if node.name == "undefined" else m.read(node),
        s.StringLiteral: lambda _m, node: node.value,
        s.NumberLiteral: lambda _m, node: float(node.value),
        s.BooleanLiteral: lambda _m, node: node.value,
        s.NullLiteral: lambda _m, _node: None,
        s.RegExpLiteral: _regex,
        s.ThisExpression: lambda m, _node: known(m.this),
        s.ArrayExpression: _array,
        s.ObjectExpression: _object,
        s.FunctionExpression: _function,
        s.ArrowFunctionExpression: _function,
        s.FunctionDeclaration: _function,
        s.CallExpression: _call,
        s.NewExpression: _new,
        s.MemberExpression: _member,
        s.ChainExpression: _chain,
        s.SequenceExpression: _sequence,
        s.UnaryExpression: _unary,
        s.UpdateExpression: _update,
        s.BinaryExpression: _binary,
        s.LogicalExpression: _logical,
        s.ConditionalExpression: _conditional,
        s.AssignmentExpression: _assignment,
        s.TemplateLiteral: _template,
    }
)
