"""A function that gets names one by one (a reviver of JSON) -> the names that it treats in a way of their own."""

from __future__ import annotations

from reviewer.javascript import syntax as s
from reviewer.javascript.constants import EQUALITY
from reviewer.javascript.walking import walk

_MOST = 12
"""How many names are told apart."""


def asked_names(function: s.Function) -> frozenset[str]:
    """The texts that the function compares its first parameter with; none where it does so with very many."""
    first = function.params[0] if function.params else None
    if not isinstance(first, s.Identifier):
        return frozenset()
    found: set[str] = set()
    for node in walk(function):
        match node:
            case s.BinaryExpression(operator=operator, left=left, right=right) if operator in EQUALITY:
                found.update(_compared(first.name, left, right), _compared(first.name, right, left))
            case s.SwitchStatement(discriminant=s.Identifier(name=name), cases=cases) if name == first.name:
                found.update(text for case in cases if (text := _text(case.test)) is not None)
            case _:
                continue
    return frozenset(found) if len(found) <= _MOST else frozenset()


def _compared(name: str, one: s.Node, other: s.Node) -> tuple[str, ...]:
    text = _text(other) if isinstance(one, s.Identifier) and one.name == name else None
    return () if text is None else (text,)


def _text(node: s.Node | None) -> str | None:
    return node.value if isinstance(node, s.StringLiteral) else None
