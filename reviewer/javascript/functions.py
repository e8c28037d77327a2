"""Functions and classes as values: their parameters, `this`, results, instances and prototypes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reviewer.javascript import syntax as s
from reviewer.javascript.constants import Constant
from reviewer.javascript.environment import SENDER, Environment, Path, is_passing
from reviewer.javascript.frames import Frame
from reviewer.javascript.generating import make_generator
from reviewer.javascript.graph import Accessor, Closure, FunctionToken, Key, ObjectToken, RejectedToken
from reviewer.javascript.patterns import bind, mate
from reviewer.javascript.scopes import Scope, Variable, Write

if TYPE_CHECKING:
    from reviewer.javascript.builder import Builder


def own_scope(b: Builder) -> Scope:
    """The scope whose variables the code being walked may version."""
    if b.function is None:
        return b.top_scope
    return b.scopes.of_node[b.function.node]


def function_value(b: Builder, node: s.Function, name: str, owner: int = -1) -> int:
    """The node of a function as a value. `owner` is the node of the object, or any instance, that a method is for.

    The body is drawn at once, unless a parameter is a property key in it: then what the calls give it is waited for.
    """
    value = b.node(node)
    token = _function(b, node, name, value, owner)
    if node.id is not None and isinstance(node, s.FunctionExpression):
        b.assign(node.id, value)
    if not token.keys:
        draw(b, token)
    return value


def _function(b: Builder, node: s.Function, name: str, value: int, owner: int) -> FunctionToken:
    arrow = isinstance(node, s.ArrowFunctionExpression)
    closure = Closure(
        frame=b.frame,
        proven={path: guards for path, guards in b.env.proven.items() if _is_fixed(path)},
        versions=_last_versions(b, node),
        super_class=b.super_class,
        this=b.this if arrow else -1,
        owner=owner,
        dead=b.env.dead,
    )
    token = _drawing(b, node, name or (node.id.name if node.id else ""), value, closure)
    token.parent, token.keys = b.function, _keys(b, node)
    b.graph.put(value, token)
    if owner >= 0:
        b.graph.methods.append((owner, token))
    return token


def _keys(b: Builder, node: s.Function) -> tuple[Key, ...]:
    """The parameters, and the properties of what is passed, that decide something somewhere inside."""
    found: list[Key] = []
    for index, param in enumerate(node.params):
        pattern = s.without_default(param)
        match pattern:
            case s.Identifier():
                variable = b.scopes.of_identifier.get(pattern)
                if variable is not None and variable.is_key:
                    found.append((index, None))
                found += [(index, part) for part in sorted(variable.key_parts)] if variable is not None else []
            case s.ObjectPattern(properties=properties):
                found += [
                    (index, part.key.name)
                    for part in properties
                    if isinstance(part, s.Property) and not part.computed and isinstance(part.key, s.Identifier)
                    if _decides(b, part.value)
                ]
            case s.ArrayPattern(elements=elements):
                found += [
                    (index, str(at)) for at, part in enumerate(elements) if part is not None and _decides(b, part)
                ]
            case _:
                continue
    return tuple(found)


def _decides(b: Builder, pattern: s.Node) -> bool:
    inner = s.without_default(pattern)
    variable = b.scopes.of_identifier.get(inner) if isinstance(inner, s.Identifier) else None
    return variable is not None and variable.is_key


def _drawing(b: Builder, node: s.Function, name: str, value: int, closure: Closure) -> FunctionToken:
    """A token with fresh nodes for one drawing of a function, in the frame that the builder is at."""
    params = tuple(b.node(param) for param in node.params)
    token = FunctionToken(
        node=node,
        script=b.script,
        name=name,
        value=value,
        params=params,
        rest=next((i for i, param in enumerate(node.params) if isinstance(param, s.RestElement)), -1),
        this=closure.this if closure.this >= 0 else b.node(node),
        result=b.node(node),
        arguments=-1 if isinstance(node, s.ArrowFunctionExpression) else _arguments(b, node),
        thrown=b.node(node),
        parent=None,
        closure=closure,
    )
    b.graph.functions.append(token)
    if node.generator:
        make_generator(b, token.result)
    elif node.is_async:
        b.graph.put(token.result, RejectedToken(token.thrown))
    if token.rest >= 0:
        b.graph.put(params[token.rest], ObjectToken("array", params[token.rest]))
    return token


def _arguments(b: Builder, node: s.Function) -> int:
    """The `arguments` object, if the body mentions it."""
    variable = b.scopes.of_node[node].variables.get("arguments")
    if variable is None or not b.mentioned(variable):
        return -1
    holder = b.variable_node(variable, node)
    b.graph.put(holder, ObjectToken("array", holder))
    return holder


def copy(
    b: Builder, token: FunctionToken, caller: FunctionToken | None, given: Mapping[Key, Constant]
) -> FunctionToken:
    """Another drawing of a function, with nodes of its own for all that is declared in it.

    `given` are parameters of which it is known that they are constants in this one.
    """
    original = token.original or token
    kept_frame, kept_script = b.frame, b.script
    closure = original.closure
    b.frame, b.script = Frame(b.scopes.of_node[token.node], closure.frame), original.script
    copied = _drawing(b, token.node, token.name, token.value, closure)
    copied.parent, copied.caller, copied.original, copied.fields = original.parent, caller, original, original.fields
    copied.given = given
    for (index, part), constant in given.items():
        if part is None:
            b.graph.constants[copied.params[index]] = constant
            b.graph.exact.add(copied.params[index])
    draw(b, copied)
    b.frame, b.script = kept_frame, kept_script
    return copied


def draw(b: Builder, token: FunctionToken) -> None:
    """Walk a function's body, once for each drawing of it."""
    token.drawn = True
    node = token.node
    kept = (b.script, b.function, b.this, b.super_class, b.frame, b.env, b.exits, b.attempts, b.loops, b.label)
    tried = (b.branches, b.caught, b.overruled)
    b.script, b.function, b.this, b.super_class = token.script, token, token.this, token.closure.super_class
    if token.original is None:
        b.frame = token.closure.frame
    proven = token.closure.proven
    vouched = any(SENDER in guards for guards in proven.values())
    b.env = Environment(
        versions=dict(token.closure.versions), proven=dict(proven), dead=token.closure.dead, vouched=vouched
    )
    b.exits, b.attempts, b.loops, b.label = [], [], 0, None
    b.branches, b.caught, b.overruled = 0, -1, False
    for (index, part), constant in token.given.items():
        if part is not None:
            b.give_part(token.params[index], part, b.constant(node.params[index], constant))
    mate(b, node.params)
    passed = {index for index, part in token.given if part is not None}
    for index, (param, at) in enumerate(zip(node.params, token.params, strict=True)):
        inner = s.without_default(param)
        b.roots[inner] = at
        bind(b, inner if index in passed else param, at)
    if token.fields is not None:
        _initialise(b, token.fields)
    if isinstance(node.body, s.BlockStatement):
        b.statements(node.body.body)
    else:
        b.graph.edge(b.evaluate(node.body), token.result)
    b.script, b.function, b.this, b.super_class, b.frame, b.env, b.exits, b.attempts, b.loops, b.label = kept
    b.branches, b.caught, b.overruled = tried


def _last_versions(b: Builder, node: s.Function) -> Mapping[Variable, int]:
    """What the variables around a function have become for good when it is made: nothing is written to them later."""
    if b.scopes.is_bundle:
        return {}
    here = own_scope(b)
    again = b.loops > 0 or isinstance(node, s.FunctionDeclaration)
    last = {
        variable: version
        for variable, version in b.env.versions.items()
        if variable.captured
        and not (again and variable.scope.function is here)
        and all(write.script == b.script and write.offset < node.start for write in variable.writes)
    }
    b.graph.shared.update(last.values())
    return last


def _is_fixed(path: Path) -> bool:
    """A guard passed outside a closure still holds inside only if the variable can never get anything else."""
    root = path[0]
    return not is_passing(path) and (not isinstance(root, Variable) or sum(write.brings for write in root.writes) <= 1)


def class_value(b: Builder, node: s.Class) -> int:
    """The node of a class as a value: its constructor function, with methods on the prototype."""
    parent = b.evaluate(node.super_class) if node.super_class is not None else -1
    any_instance = b.node(node)
    prototype = b.new_object("prototype", node)
    kept_super, b.super_class = b.super_class, parent
    value = b.node(node)
    token = _function(b, _constructor(b, node), node.id.name if node.id else "", value, -1)
    token.fields = node
    b.graph.classes[token] = any_instance
    b.write_property(value, "prototype", prototype, node)
    b.write_property(prototype, "constructor", value, node)
    if parent >= 0:
        inherited = b.read_property(parent, "prototype", node)
        for holder, delegate in ((prototype, inherited), (value, parent)):
            b.graph.delegations.append((delegate, b.graph.tokens[holder]))
    if isinstance(node, s.ClassExpression) and node.id is not None:
        b.assign(node.id, value)
    if not token.keys:
        draw(b, token)
    for member in node.body.body:
        _member(b, member, value, prototype, any_instance)
    b.super_class = kept_super
    return value


def _constructor(b: Builder, node: s.Class) -> s.Function:
    """The constructor as written, or the one that the language puts in its place (15.7.14, step 14)."""
    written = next((m for m in node.body.body if isinstance(m, s.MethodDefinition) and m.kind == "constructor"), None)
    if written is not None:
        return written.value
    at, to = node.start, node.body.start  # shown at the head of the class
    given, passed = s.Identifier(at, to, "args"), s.Identifier(at, to, "args")
    hands_on = s.CallExpression(at, to, s.Super(at, to), (s.SpreadElement(at, to, passed),), optional=False)
    inherits = node.super_class is not None
    made = s.FunctionExpression(
        at,
        to,
        None,
        (s.RestElement(at, to, given),) if inherits else (),
        s.BlockStatement(at, to, (s.ExpressionStatement(at, to, hands_on, None),) if inherits else ()),
        is_async=False,
        generator=False,
    )
    scope = b.scopes.of_node[made] = Scope("function", made, b.scopes.of_node.get(node), b.script)
    variable = scope.variables["args"] = Variable("args", scope, "param", [Write(scope, b.script, at)])
    b.scopes.of_identifier[given] = b.scopes.of_identifier[passed] = variable
    return made


def _initialise(b: Builder, node: s.Class) -> None:
    """The fields that each instance begins with."""
    for member in node.body.body:
        if isinstance(member, s.PropertyDefinition) and not member.static and member.value is not None:
            b.write_property(b.this, b.key(member.key, computed=member.computed), b.evaluate(member.value), member)


def token_of(b: Builder, value: int) -> FunctionToken:
    """The function that a node was made for."""
    token = b.graph.tokens[value]
    assert isinstance(token, FunctionToken)  # noqa: S101 - what function_value has put there
    return token


def _member(b: Builder, member: s.Node, value: int, prototype: int, any_instance: int) -> None:
    match member:
        case s.StaticBlock():
            kept, b.this = b.this, value
            b.statements(member.body)
            b.this = kept
        case s.MethodDefinition(kind="constructor"):
            return
        case s.MethodDefinition():
            key = b.key(member.key, computed=member.computed)
            method = function_value(b, member.value, key or "", value if member.static else any_instance)
            define(b, value if member.static else prototype, key, method, member.kind, member)
        case s.PropertyDefinition():
            if member.static and member.value is not None:
                key = b.key(member.key, computed=member.computed)
                kept, b.this = b.this, value
                b.write_property(value, key, b.evaluate(member.value), member)
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
    token = token_of(b, function)
    if token.closure.owner >= 0:
        b.graph.edge(token.closure.owner, token.this)
    if key is not None:
        b.graph.accessors.append(Accessor(holder, key, function, kind == "get"))
    elif kind == "get":
        b.write_property(holder, key, token.result, origin)
    elif token.params:
        b.graph.edge(b.read_property(holder, key, origin), token.params[0])
