"""The trial interpreter: binary operators, and how large a value may become."""

from __future__ import annotations

import math
from typing import Any

from reviewer.javascript.trial.library import has
from reviewer.javascript.trial.values import Unknown, Value, alike, known, same, to_number, to_text

_LONGEST = 20_000
"""Length of texts and lists."""


def bounded(value: Value) -> Value:
    """The value, unless it has become too large."""
    if isinstance(value, str | list) and len(value) > _LONGEST:
        raise Unknown
    return value


def operate(operator: str, left: Value, right: Value) -> Value:
    """A binary operator."""
    left, right = known(left), known(right)
    match operator:
        case "+":
            if isinstance(left, str | list | dict) or isinstance(right, str | list | dict):
                return to_text(left) + to_text(right)
            return to_number(left) + to_number(right)
        case "===" | "!==":
            return same(left, right) is (operator == "===")
        case "==" | "!=":
            return alike(left, right) is (operator == "==")
        case "<" | ">" | "<=" | ">=":
            return _compared(operator, left, right)
        case "in":
            return has(right, to_text(left))
        case _:
            return _arithmetic(operator, to_number(left), to_number(right))


def _compared(operator: str, left: Value, right: Value) -> bool:
    one: Any = left if isinstance(left, str) and isinstance(right, str) else to_number(left)
    other: Any = right if isinstance(left, str) and isinstance(right, str) else to_number(right)
    return bool({"<": one < other, ">": one > other, "<=": one <= other, ">=": one >= other}[operator])


def _arithmetic(operator: str, left: float, right: float) -> float:
    if not (math.isfinite(left) and math.isfinite(right)):
        return math.nan
    match operator:
        case "-":
            return left - right
        case "*":
            return left * right
        case "/" if right:
            return left / right
        case "%" if right:
            return math.fmod(left, right)
        case "|" | "&" | "^" if abs(left) < 2**31 and abs(right) < 2**31:
            a, b = int(left), int(right)
            return float({"|": a | b, "&": a & b, "^": a ^ b}[operator])
        case _:
            raise Unknown
