"""Parts of a tree -> the names of properties whose reading or writing runs a function."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.javascript import syntax as s

_ONE, _SEVERAL = frozenset({"defineProperty"}), frozenset({"defineProperties", "create"})


def own_accessors(member: s.Property | s.MethodDefinition | s.PropertyDefinition) -> Iterator[str]:
    """Those of one member: `get x() {}`, `accessor x`."""
    if not isinstance(member, s.PropertyDefinition) and member.kind in {"get", "set"}:
        yield from _names(member.key)


def described_accessors(member: s.Property) -> Iterator[str]:
    """Those of one member that says what a property is called: `{key: 'x', get: ...}` as compilers write it."""
    if isinstance(member.key, s.Identifier) and member.key.name == "key" and isinstance(member.value, s.StringLiteral):
        yield member.value.value


def defined_accessors(call: s.CallExpression) -> Iterator[str]:
    """Those of one call: `Object.defineProperty(o, 'x', ...)`, `Object.defineProperties(o, {x: ...})`."""
    match call:
        case s.CallExpression(
            callee=s.MemberExpression(property=s.Identifier(name=name)), arguments=(_, s.StringLiteral(value=key), *_)
        ) if name in _ONE:
            yield key
        case s.CallExpression(
            callee=s.MemberExpression(property=s.Identifier(name=name)),
            arguments=(_, s.ObjectExpression() as given, *_),
        ) if name in _SEVERAL:
            for part in given.properties:
                if isinstance(part, s.Property):
                    yield from _names(part.key)
        case s.CallExpression(
            callee=s.MemberExpression(property=s.Identifier(name="__defineGetter__" | "__defineSetter__")),
            arguments=(s.StringLiteral(value=key), *_),
        ):
            yield key
        case _:
            return


def _names(key: s.Node) -> Iterator[str]:
    match key:
        case s.Identifier(name=name):
            yield name
        case s.PrivateIdentifier(name=name):
            yield f"#{name}"
        case s.StringLiteral(value=text):
            yield text
        case _:
            return
