"""Expressions: which values go into which, and what is derived from what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from reviewer.javascript import syntax as s
from reviewer.javascript.calls import call, new
from reviewer.javascript.constants import (
    LIMIT,
    Array,
    Boolean,
    Constant,
    Nullish,
    Number,
    Pattern,
    Text,
)
from reviewer.javascript.contexts import QUOTED
from reviewer.javascript.coroutines import received
from reviewer.javascript.functions import class_value, define, function_value
from reviewer.javascript.generating import awaited, yielded
from reviewer.javascript.graph import ELEMENTS, VALUE, Computed, ObjectToken
from reviewer.javascript.modules import imported
from reviewer.javascript.operators import OPERATORS
from reviewer.javascript.quoting import is_open

if TYPE_CHECKING:
    from reviewer.javascript.builder import Builder, Evaluate


def _identifier(b: Builder, node: s.Identifier) -> int:
    if node.name in {"undefined", "NaN", "Infinity"} and b.is_undeclared(node):
        number = {"NaN": float("nan"), "Infinity": float("inf")}.get(node.name)
        return b.constant(node, Nullish("undefined") if number is None else Number(number))
    return _named_around(b, node) if b.around else b.read(node)


def _named_around(b: Builder, node: s.Identifier) -> int:
    """A name in a `with` statement: a property of its object, or else what it is without one.

    What no script declares and no API offers can only be such a property.
    """
    held = {b.read_property(holder, node.name, node) for holder in b.around}
    if b.is_undeclared(node) and not b.offers(node.name):
        return b.merge(node, held)
    return b.merge(node, {*held, b.read(node)})


def _private(b: Builder, node: s.PrivateIdentifier) -> int:
    """`#mark in x`: the name of a private field, which nothing else can ask for."""
    return b.constant(node, Text(f"#{node.name}"))


def _literal(b: Builder, node: s.Literal) -> int:
    match node:
        case s.StringLiteral():
            return b.constant(node, Text(node.value))
        case s.NumberLiteral():
            return b.constant(node, Number(node.value))
        case s.BooleanLiteral():
            return b.constant(node, Boolean(node.value))
        case s.RegExpLiteral():
            return b.constant(node, Pattern(node.pattern, node.flags))
        case s.NullLiteral():
            return b.constant(node, Nullish("null"))
        case s.BigIntLiteral():
            return b.constant(node, Text(str(node.value)[:100]))


def _this(b: Builder, _node: s.ThisExpression) -> int:
    return b.this


def _super(b: Builder, node: s.Super) -> int:
    return b.read_property(b.super_class, "prototype", node) if b.super_class >= 0 else b.node(node)


def _array(b: Builder, node: s.ArrayExpression) -> int:
    value = b.new_object("array", node)
    items: list[int] = []
    exact = True
    for element in node.elements:
        match element:
            case None:
                items.append(b.constant(node, Nullish("undefined")))
            case s.SpreadElement():
                given = b.evaluate(element.argument)
                known = b.items_of(given, element) if exact else None
                for item in known or ():
                    b.write_property(value, str(len(items)), item, element)
                    items.append(item)
                if known is None:
                    exact = False
                    b.write_property(value, None, b.read_property(given, ELEMENTS, element), element)
            case _:
                item = b.evaluate(element)
                b.write_property(value, str(len(items)) if exact else None, item, element)
                items.append(item)
    if exact:
        b.graph.computed[value] = Computed("array", tuple(items))
        if all(item in b.graph.constants for item in items):
            b.graph.constants[value] = Array(tuple(b.graph.constants[item] for item in items))
        b.made(value, {str(index): item for index, item in enumerate(items)}, length=len(items))
    return value


def _object(b: Builder, node: s.ObjectExpression) -> int:
    """What stands later in a literal takes the place of what stands before, spread objects included."""
    properties: dict[str, int] = {}
    value = b.roots[node] = b.new_object("object", node, properties)
    token = b.graph.tokens[value]
    later = _written_behind(b, node)
    own = b.graph.own_keys[value] = {}
    whole = True
    for index, part in enumerate(node.properties):
        if isinstance(part, s.SpreadElement):
            source = b.evaluate(part.argument)
            if isinstance(token, ObjectToken):
                b.copy_into(token, source, later[index])
            b.spread_over(properties, source, part.argument)
            whole = False
            continue
        key = b.key(part.key, computed=part.computed)
        if isinstance(part.value, s.Function):
            method = part.method or part.kind != "init" or isinstance(part.value, s.FunctionExpression)
            function = function_value(b, part.value, key or "", value if method else -1)
            whole = False
            define(b, value, key, function, part.kind, part)
            if key is not None:
                properties.pop(key, None)
                own[key] = function
            continue
        item = b.evaluate(part.value)
        if key is None or key not in later[index]:
            b.write_property(value, key, item, part, part.key)
        if key is not None:
            properties[key] = own[key] = item
        else:
            properties.clear()
            whole = False
            if part.computed:
                b.graph.written_under[value, item] = b.evaluated(part.key)
    b.made(value, properties)
    if whole:
        b.slots.complete(b.env, value)
    return value


def _written_behind(b: Builder, node: s.ObjectExpression) -> list[frozenset[str]]:
    """For each part of a literal the names that later parts certainly write."""
    found: list[frozenset[str]] = []
    names: frozenset[str] = frozenset()
    for part in reversed(node.properties):
        found.append(names)
        if isinstance(part, s.SpreadElement):
            names |= b.shape(part.argument)
        elif not part.computed:
            key = b.key(part.key, computed=False)
            names |= {key} if key is not None else set()
    return found[::-1]


def _function(b: Builder, node: s.Function) -> int:
    return function_value(b, node, node.id.name if node.id else "")


def _class(b: Builder, node: s.ClassExpression) -> int:
    return class_value(b, node)


def _member(b: Builder, node: s.MemberExpression) -> int:
    sent = received(b, node)
    if sent is not None:
        return sent
    base = b.evaluate(node.object)
    if isinstance(node.object, s.Super):
        key = b.key(node.property, computed=node.computed)
        return b.read_property(base, key, node)
    key = b.key(node.property, computed=node.computed)
    several = b.one_of(node.property) if key is None and node.computed and not b.scopes.is_bundle else []
    if several:
        result = b.merge(node, [b.read_property(base, name, node) for name in several])
    else:
        result = b.read_property(base, key, node)
    if key == "constructor" and b.conditions.is_function(node.object):
        b.graph.edge(b.read_property(b.global_node, "Function", node), result)
    known = b.graph.constants.get(base)
    if isinstance(known, Array) and b.is_seen_elsewhere(node.object):
        known = None  # another function may have changed it by now: linking tells
    if known is not None and key is not None and result not in b.graph.constants:
        value = _item(known, key)
        if value is not None:
            b.computed_constant(result, value, (base,))
    unchanging = b.unchanging.value(node)
    if unchanging is not None:
        b.graph.same_constant(b.evaluate(unchanging), result, exact=True)
    if key is None and node.computed:
        b.graph.computed[result] = Computed("element", (base, b.evaluated(node.property)))
    elif key is not None:
        b.graph.computed.setdefault(result, Computed(f"property {key}", (base,)))
    return b.guarded(node, result)


def _item(known: Constant, key: str) -> Constant | None:
    items: Sequence[Constant]
    match known:
        case Array():
            items = known.items
        case Text():
            items = [Text(char) for char in known.value] if key.isdigit() and len(known.value) < LIMIT else []
        case _:
            return None
    if key == "length":
        return Number(float(len(known.value if isinstance(known, Text) else known.items)))
    return items[int(key)] if key.isascii() and key.isdigit() and int(key) < len(items) else None


def _chain(b: Builder, node: s.ChainExpression) -> int:
    return b.evaluate(node.expression)


def _sequence(b: Builder, node: s.SequenceExpression) -> int:
    last = -1
    for part in node.expressions:
        last = b.evaluate(part)
    return last


def _tagged(b: Builder, node: s.TaggedTemplateExpression) -> int:
    tag = b.evaluate(node.tag)
    strings, raw = b.new_object("array", node.quasi), b.new_object("array", node.quasi)
    for index, quasi in enumerate(node.quasi.quasis):
        b.write_property(strings, str(index), b.constant(quasi, Text(quasi.cooked or quasi.raw)), quasi)
        b.write_property(raw, str(index), b.constant(node.quasi, Text(quasi.raw)), quasi)
    b.write_property(strings, "raw", raw, node.quasi)
    this = b.evaluate(node.tag.object) if isinstance(node.tag, s.MemberExpression) else -1
    values = [b.evaluate(part) for part in node.quasi.expressions]
    before = ""
    for index, (part, quasi) in enumerate(zip(node.quasi.expressions, node.quasi.quasis, strict=False)):
        before += quasi.raw
        if is_open(before):
            values[index] = _between_quotes(b, part, values[index])
    return b.call(node, tag, this, [strings, *values])


def _between_quotes(b: Builder, origin: s.Node, value: int) -> int:
    """The same value with the note that the template has it between quotes: the tag puts it where it stands."""
    quoted = b.node(origin)
    b.graph.edge(value, quoted, VALUE, 0, QUOTED)
    b.graph.same_constant(value, quoted, exact=True)
    b.slots.alias(quoted, value)
    return quoted


def _await(b: Builder, node: s.AwaitExpression) -> int:
    return awaited(b, node, b.evaluate(node.argument))


def _import(b: Builder, node: s.ImportExpression) -> int:
    if isinstance(node.source, s.StringLiteral) and b.modules.found(b.script, node.source.value) is not None:
        return imported(b, node, node.source)
    return b.call(node, b.read_property(b.global_node, "import", node), -1, [b.evaluate(node.source)])


def _meta(b: Builder, node: s.MetaProperty) -> int:
    """`new.target` is the class that the object is made of, which is what its prototype says."""
    return b.read_property(b.this, "constructor", node) if node.meta == "new" and b.this >= 0 else b.node(node)


def _jsx(b: Builder, node: s.JSXElement) -> int:
    """An element is a call of its component with one object of properties; `children` is one of them."""
    properties: dict[str, int] = {}
    props = b.new_object("object", node, properties)
    token = b.graph.tokens[props]
    for index, attribute in enumerate(node.attributes, 1):
        if isinstance(attribute, s.SpreadElement):
            behind = (each.name for each in node.attributes[index:] if isinstance(each, s.JSXAttribute))
            if isinstance(token, ObjectToken):
                b.copy_into(token, b.evaluate(attribute.argument), frozenset(behind))
            properties.clear()
            continue
        value = b.constant(attribute, Boolean(value=True)) if attribute.value is None else b.evaluate(attribute.value)
        b.write_property(props, attribute.name, value, attribute)
        properties[attribute.name] = value
    for child in node.children:
        inner = child.argument if isinstance(child, s.SpreadElement) else child
        b.write_property(props, "children", b.evaluate(inner), inner)
    if node.name is None or (isinstance(node.name, s.Identifier) and node.name not in b.scopes.of_identifier):
        name = node.name.name if isinstance(node.name, s.Identifier) else ""
        element = b.read_property(b.global_node, "jsx:element", node)
        return b.call(node, element, -1, [b.constant(node, Text(name)), props])
    return b.call(node, b.evaluate(node.name), -1, [props])


def _unparsed(b: Builder, node: s.Unparsed) -> int:
    b.unresolved.append(("unreadable", b.script, node))
    return b.node(node)


EXPRESSIONS: Mapping[type[s.Node], Evaluate] = MappingProxyType(
    {
        **OPERATORS,
        s.Identifier: _identifier,
        s.PrivateIdentifier: _private,
        s.StringLiteral: _literal,
        s.NumberLiteral: _literal,
        s.BigIntLiteral: _literal,
        s.BooleanLiteral: _literal,
        s.NullLiteral: _literal,
        s.RegExpLiteral: _literal,
        s.ThisExpression: _this,
        s.Super: _super,
        s.ArrayExpression: _array,
        s.ObjectExpression: _object,
        s.FunctionExpression: _function,
        s.ArrowFunctionExpression: _function,
        s.FunctionDeclaration: _function,
        s.ClassExpression: _class,
        s.ClassDeclaration: _class,
        s.CallExpression: call,
        s.NewExpression: new,
        s.MemberExpression: _member,
        s.ChainExpression: _chain,
        s.SequenceExpression: _sequence,
        s.TaggedTemplateExpression: _tagged,
        s.YieldExpression: yielded,
        s.AwaitExpression: _await,
        s.ImportExpression: _import,
        s.MetaProperty: _meta,
        s.JSXElement: _jsx,
        s.Unparsed: _unparsed,
    }
)
