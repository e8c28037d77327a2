"""Our tree and the strict parser's tree to the first place where they differ, if any; knows ESTree, no parser.

Whatever is not named in a table here must be equal: kinds of nodes, where they begin, names, values, flags, order.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any

from reviewer.javascript.syntax import (
    CHILD_FIELDS,
    BigIntLiteral,
    BooleanLiteral,
    Identifier,
    JSXElement,
    MemberExpression,
    MetaProperty,
    Node,
    NullLiteral,
    NumberLiteral,
    Program,
    RegExpLiteral,
    SpreadElement,
    StringLiteral,
    TemplateElement,
)
from reviewer.record import value


@value
class Difference:
    """The first place, in source order, where the trees differ; `what` says how, in English."""

    start: int
    end: int
    what: str


Theirs = Any
Pair = tuple[object, object]

# Where ESTree and the frozen nodes only name things differently.
NAMES: Mapping[str, str] = MappingProxyType(
    {
        "is_async": "isAsync",
        "is_await": "allowAwait",
        "super_class": "superClass",
    }
)

_LITERALS = frozenset({StringLiteral, NumberLiteral, BigIntLiteral, BooleanLiteral, NullLiteral, RegExpLiteral})

_SCALARS = frozenset({str, bool, type(None)})
_FIELDS: Mapping[type[Node], tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        kind: tuple((field.name, NAMES.get(field.name, field.name)) for field in fields(kind)[2:])
        for kind in CHILD_FIELDS
    }
)
"""The fields of each class of nodes by their names here and there: all but its place."""

# Nodes which may begin elsewhere, and why that hides nothing.
BEGINS_ELSEWHERE: Mapping[type[Node], str] = MappingProxyType(
    {
        Program: "ours spans the whole text, theirs begins at the first statement",
        TemplateElement: "ours is the text alone, theirs counts the backtick or brace before it",
    }
)


def first_difference(ours: Program, theirs: object, offset: Callable[[int], int]) -> Difference | None:
    """The first difference of the two trees; `offset` turns the other tree's positions into ours."""
    stack: list[Pair] = [(ours, theirs)]
    nearest: Node = ours
    while stack:
        one, other = stack.pop()
        if isinstance(one, tuple):
            if not isinstance(other, list) or len(one) != len(other):
                return _difference(nearest, f"{len(one)} parts here, {_size(other)} there")
            stack.extend(reversed(list(zip(one, other, strict=True))))
        elif isinstance(one, Node):
            nearest = one
            pairs = _compared(one, other, offset)
            if isinstance(pairs, str):
                return _difference(one, pairs)
            stack.extend(reversed(pairs))
        elif one != other:
            return _difference(nearest, f"{one!r:.40} here, {other!r:.40} there")
    return None


def _difference(node: Node, what: str) -> Difference:
    return Difference(node.start, node.end, what)


def _size(other: Theirs) -> str:
    return str(len(other)) if isinstance(other, list) else "none"


def _compared(one: Node, other: Theirs, offset: Callable[[int], int]) -> list[Pair] | str:
    """The pairs to compare below two nodes, or how the nodes themselves differ."""
    kind = getattr(other, "type", None)
    ours = type(one)
    is_literal = ours in _LITERALS
    expected = "Literal" if is_literal else ours.__name__
    if ours is JSXElement and kind == "JSXFragment":
        expected = kind
    if kind != expected:
        return f"{ours.__name__} here, {kind or 'nothing'} there"
    if ours not in BEGINS_ELSEWHERE and offset(other.range[0]) != one.start:
        return f"{kind} begins at {one.start} here, at {offset(other.range[0])} there"
    if is_literal:
        return _literal(one, other)
    match one:
        case TemplateElement(cooked=cooked, raw=raw):
            return [(cooked, _joined(other.value.cooked)), (raw, _joined(other.value.raw))]
        case MetaProperty(meta=meta, property=name):
            return [(meta, other.meta.name), (name, other.property.name)]
        case JSXElement():
            return _element(one, other, offset)
    below: list[Pair] = []
    for name, theirs in _FIELDS[ours]:
        mine, other_one = getattr(one, name), _joined(getattr(other, theirs))
        if type(mine) not in _SCALARS or mine != other_one:
            below.append((mine, other_one))
    return below


def _joined(value: Theirs) -> Theirs:
    """Text with its surrogate pairs joined: the other parser keeps names in UTF-16 units."""
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return value


def _literal(one: Node, other: Theirs) -> list[Pair]:
    """ESTree has one class for all literals and tells them apart by their value and by `regex`, `bigint`, `raw`."""
    match one:
        case StringLiteral(value=text):
            return [(text, other.value)]
        case NumberLiteral(value=number):
            plain = isinstance(other.value, int | float) and not isinstance(other.value, bool)
            return [(number, _double(other.value) if plain else other.value)]
        case BigIntLiteral(value=number):
            return [(str(number), other.bigint)]
        case BooleanLiteral(value=truth):
            return [(str(truth), str(other.value))]
        case RegExpLiteral(pattern=pattern, flags=flags):
            return [
                (pattern, _joined(getattr(other.regex, "pattern", None))),
                (flags, other.regex and other.regex.flags),
            ]
        case _:
            return [("null", other.raw)]


def _double(value: float) -> float:
    try:
        return float(value)
    except OverflowError:
        return float("inf")


def _element(one: JSXElement, other: Theirs, offset: Callable[[int], int]) -> list[Pair] | str:
    """JSX without its text, which computes nothing: ours is trimmed and decoded as React does it, theirs is not."""
    opening = other.openingElement
    texts = {offset(child.range[0]) for child in other.children if child.type == "JSXText"}
    children = tuple(child for child in one.children if not (isinstance(child, StringLiteral) and child.start in texts))
    pairs: list[Pair] = [(_name(one.name), _their_name(opening and opening.name))]
    given = list(opening.attributes) if opening else []
    if len(one.attributes) != len(given):
        return f"{len(one.attributes)} attributes here, {len(given)} there"
    for ours, theirs in zip(one.attributes, given, strict=True):
        if isinstance(ours, SpreadElement):
            pairs.append((ours.argument, theirs.argument))
        else:
            pairs.extend([(ours.name, _their_name(theirs.name)), (ours.value, _contained(theirs.value))])
    inside = [_contained(child) for child in other.children if child.type != "JSXText"]
    inside = [child for child in inside if getattr(child, "type", None) != "JSXEmptyExpression"]
    if len(children) != len(inside):
        return f"{len(children)} children here, {len(inside)} there"
    for child, theirs in zip(children, inside, strict=True):
        pairs.append((child.argument if isinstance(child, SpreadElement) else child, theirs))
    return pairs


def _contained(value: Theirs) -> Theirs:
    """What stands in the braces, for a value or child in braces."""
    kind = getattr(value, "type", None)
    return value.expression if kind in {"JSXExpressionContainer", "JSXSpreadChild"} else value


def _name(name: Identifier | MemberExpression | None) -> str:
    words: list[str] = []
    part: Node | None = name
    while isinstance(part, MemberExpression):
        words.append(getattr(part.property, "name", ""))
        part = part.object
    words.append(getattr(part, "name", ""))
    return ".".join(reversed(words))


def _their_name(name: Theirs) -> str:
    words: list[str] = []
    while getattr(name, "type", None) == "JSXMemberExpression":
        words.append(name.property.name)
        name = name.object
    if getattr(name, "type", None) == "JSXNamespacedName":
        words.append(f"{name.namespace.name}:{name.name.name}")
    else:
        words.append(getattr(name, "name", None) or "")
    return ".".join(reversed(words))
