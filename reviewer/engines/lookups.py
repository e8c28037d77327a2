"""A member expression -> whether its name is fetched by number, as where an obfuscator keeps all names in a list."""

from __future__ import annotations

import re

from reviewer.javascript.syntax import (
    BinaryExpression,
    CallExpression,
    Identifier,
    MemberExpression,
    Node,
    NumberLiteral,
    StringLiteral,
    UnaryExpression,
)

_NUMBER = re.compile(r"0x[0-9a-fA-F]{1,8}|-?\d{1,8}")
_TERMS = 8


def is_lookup(member: MemberExpression) -> bool:
    """`page[f(0x120)]` and `page[f('0x1', 'key')]` are lookups; `record[field('price')]`, `a[b.at(0)]` are none."""
    name = member.property
    if not member.computed or not isinstance(name, CallExpression) or not isinstance(name.callee, Identifier):
        return False
    numbers = [each for each in name.arguments if _is_number(each)]
    return bool(numbers) and all(each in numbers or isinstance(each, StringLiteral) for each in name.arguments)


def _is_number(node: Node) -> bool:
    """A number, also one that is written as text or as a short sum."""
    waiting, terms = [node], 0
    while waiting and terms < _TERMS:
        terms += 1
        match waiting.pop():
            case NumberLiteral():
                pass
            case StringLiteral(value=value) if _NUMBER.fullmatch(value):
                pass
            case UnaryExpression(argument=argument):
                waiting.append(argument)
            case BinaryExpression(left=left, right=right):
                waiting += (left, right)
            case _:
                return False
    return not waiting
