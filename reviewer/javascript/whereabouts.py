"""A position that was looked for, compared with a number -> where it lies."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_OPPOSITE: Mapping[str, str] = MappingProxyType(
    {"===": "!==", "==": "!==", "!==": "===", "!=": "===", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
)


def where(operator: str, number: float, *, truth: bool) -> str:
    """Where a position lies when this comparison came out so: start, there, missing, elsewhere (not at the start)."""
    operator = operator if truth else _OPPOSITE.get(operator, "")
    match operator, number:
        case ("===" | "==", 0):
            return "start"
        case ("===" | "==", -1) | ("<", 0) | ("<=", -1):
            return "missing"
        case ("!==" | "!=", -1) | (">", -1) | (">=", 0):
            return "there"
        case ("!==" | "!=", 0):
            return "elsewhere"
        case _:
            return ""
