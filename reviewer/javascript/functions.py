"""Functions and classes as values: their parameters, `this`, results, instances and prototypes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.javascript import syntax as s
from reviewer.javascript.environment import Environment
from reviewer.javascript.graph import FunctionToken, ObjectToken
from reviewer.javascript.patterns import bind
from reviewer.javascript.scopes import Scope, Variable

if TYPE_CHECKING:
    from reviewer.javascript.builder import Builder


def own_scope(b: Builder) -> Scope:
    """The scope whose variables the code being walked may version."""
    if b.function is None:
        return b.top_scope
    return b.scopes.of_node[b.function.node]


def function_value(b: Builder, node: s.Function, name: str, this: int = -1) -> int:
    """The node of a function as a value; walks its body. `this` is given for methods whose object is known."""
    value = b.node(node)
    arrow = isinstance(node, s.ArrowFunctionExpression)
    if this < 0:
        this = b.this if arrow else b.node(node)
    params = tuple(b.node(param) for param in node.params)
    rest = next((i for i, param in enumerate(node.params) if isinstance(param, s.RestElement)), -1)
    token = FunctionToken(
        node=node,
        script=b.script,
        name=name or (node.id.name if node.id else ""),
        params=params,
        rest=rest,
        this=this,
        result=b.node(node),
        arguments=-1 if arrow else _arguments(b, node),
        parent=b.function,
    )
    b.graph.functions.append(token)
    b.graph.put(value, token)
    if rest >= 0:
        b.graph.put(params[rest], ObjectToken("array", params[rest]))
    if node.id is not None and isinstance(node, s.FunctionExpression):
        b.assign(node.id, value)
    if not arrow:
        _prototype(b, node, token, value)
    _body(b, node, token)
    return value


def _arguments(b: Builder, node: s.Function) -> int:
    """The `arguments` object, if the body mentions it."""
    variable = b.scopes.of_node[node].variables.get("arguments")
    if variable is None or not b.mentioned(variable):
        return -1
    holder = b.variable_node(variable, node)
    b.graph.put(holder, ObjectToken("array", holder))
    return holder


def _prototype(b: Builder, node: s.Function, token: FunctionToken, value: int) -> None:
    """What `new` of it makes: an object that finds its methods on the function's `prototype`."""
    home = b.node(node)
    instance = token.instance = ObjectToken("instance", home)
    b.graph.put(home, instance)
    if isinstance(node, s.FunctionDeclaration | s.FunctionExpression):
        prototype = b.new_object("prototype", node)
        b.write_property(value, "prototype", prototype, node)
        b.write_property(prototype, "constructor", value, node)
        b.graph.delegations.append((b.read_property(value, "prototype", node), instance))


def _body(b: Builder, node: s.Function, token: FunctionToken) -> None:
    kept = (b.function, b.this, b.env, b.exits, b.attempts, b.loops, b.label)
    b.function, b.this = token, token.this
    b.env = Environment(cleared={path: m for path, m in b.env.cleared.items() if _is_fixed(path[0])})
    b.exits, b.attempts, b.loops, b.label = [], [], 0, None
    for param, at in zip(node.params, token.params, strict=True):
        bind(b, param, at)
    if isinstance(node.body, s.BlockStatement):
        b.statements(node.body.body)
    else:
        b.graph.edge(b.evaluate(node.body), token.result)
    b.function, b.this, b.env, b.exits, b.attempts, b.loops, b.label = kept


def _is_fixed(variable: Variable) -> bool:
    """A guard passed outside a closure still holds inside only if the variable can never change."""
    return len(variable.writes) <= 1


def class_value(b: Builder, node: s.Class) -> int:
    """The node of a class as a value: its constructor function, with methods on the prototype."""
    parent = b.evaluate(node.super_class) if node.super_class is not None else -1
    home = b.node(node)
    instance = ObjectToken("instance", home)
    b.graph.put(home, instance)
    prototype = b.new_object("prototype", node)
    b.graph.delegations.append((prototype, instance))
    kept_super, b.super_class = b.super_class, parent
    value, token = _constructor(b, node, home)
    token.instance = instance
    b.write_property(value, "prototype", prototype, node)
    b.write_property(prototype, "constructor", value, node)
    if parent >= 0:
        inherited = b.read_property(parent, "prototype", node)
        for holder, delegate in ((prototype, inherited), (value, parent)):
            b.graph.delegations.append((delegate, b.graph.tokens[holder]))
    if isinstance(node, s.ClassExpression) and node.id is not None:
        b.assign(node.id, value)
    for member in node.body.body:
        _member(b, member, value, prototype, home)
    b.super_class = kept_super
    return value


def _constructor(b: Builder, node: s.Class, home: int) -> tuple[int, FunctionToken]:
    written = next((m for m in node.body.body if isinstance(m, s.MethodDefinition) and m.kind == "constructor"), None)
    name = node.id.name if node.id else ""
    if written is not None:
        value = function_value(b, written.value, name, home)
    else:
        empty = s.FunctionExpression(
            node.start,
            node.start,
            None,
            (),
            s.BlockStatement(node.start, node.start, ()),
            is_async=False,
            generator=False,
        )
        b.scopes.of_node[empty] = Scope("function", empty, None, b.script)
        value = function_value(b, empty, name, home)
        if b.super_class >= 0:
            # A class without a constructor hands `new`'s arguments to its parent's (15.7.14, step 14).
            holder = b.node(node)
            b.graph.put(holder, ObjectToken("array", holder))
            token = _token_of(b, value)
            token.arguments = holder
            b.call(node, b.super_class, home, (), (holder,))
    return value, _token_of(b, value)


def _token_of(b: Builder, value: int) -> FunctionToken:
    token = b.graph.tokens[value]
    assert isinstance(token, FunctionToken)  # noqa: S101 - what function_value has put there
    return token


def _member(b: Builder, member: s.Node, value: int, prototype: int, home: int) -> None:
    match member:
        case s.StaticBlock():
            kept, b.this = b.this, value
            b.statements(member.body)
            b.this = kept
        case s.MethodDefinition(kind="constructor"):
            return
        case s.MethodDefinition():
            key = b.key(member.key, computed=member.computed)
            method = function_value(b, member.value, key or "", value if member.static else home)
            define(b, value if member.static else prototype, key, method, member.kind, member)
        case s.PropertyDefinition():
            key = b.key(member.key, computed=member.computed)
            kept, b.this = b.this, value if member.static else home
            if member.value is not None:
                b.write_property(value if member.static else home, key, b.evaluate(member.value), member)
            b.this = kept
        case _:
            b.unresolved.append(("unreadable", b.script, member))


def define(b: Builder, holder: int, key: str | None, function: int, kind: str, origin: s.Node) -> None:
    """Put a method, getter or setter on an object. A getter's result is the property; what is written goes to the
    setter.
    """
    if kind not in {"get", "set"}:
        b.write_property(holder, key, function, origin)
        return
    token = _token_of(b, function)
    if kind == "get":
        b.write_property(holder, key, token.result, origin)
    elif token.params:
        b.graph.edge(b.read_property(holder, key, origin), token.params[0])
