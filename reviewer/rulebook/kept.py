"""A Rulebook and a Policy that were read -> bytes, and back: what was checked once need not be checked at each start.

JSON, in which a list begins with a number that says what it is. Only the nouns of rules are made of it, and only by
whoever read these rules: the bytes say nothing that a rule file could not, and hold for the version that wrote them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from enum import Enum
from types import MappingProxyType
from typing import Any

from reviewer import declarable, rule, text
from reviewer.rule import Policy, Rulebook

_TUPLE, _SET, _FIRST = 0, 1, 2
_NOUNS: tuple[type, ...] = tuple(
    noun
    for module in (text, declarable, rule)
    for _, noun in sorted(vars(module).items())
    if isinstance(noun, type) and noun.__module__ == module.__name__
)
_NUMBERS: Mapping[type, int] = MappingProxyType({noun: number for number, noun in enumerate(_NOUNS, _FIRST)})


def packed(rulebook: Rulebook, policy: Policy) -> bytes:
    """Both as bytes."""
    return json.dumps(_down((rulebook, policy)), ensure_ascii=False, separators=(",", ":")).encode()


def unpacked(data: bytes) -> tuple[Rulebook, Policy] | None:
    """What was packed; None where these bytes hold something else."""
    try:
        found = _up(json.loads(data))
    except (ValueError, TypeError, LookupError, RecursionError):
        return None
    match found:
        case (Rulebook() as rulebook, Policy() as policy):
            return rulebook, policy
        case _:
            return None


def _down(noun: object) -> object:
    if isinstance(noun, Enum):
        return [_NUMBERS[type(noun)], noun.value]
    if isinstance(noun, tuple):
        return [_TUPLE, *map(_down, noun)]
    if isinstance(noun, frozenset):
        return [_SET, *map(_down, sorted(noun))]
    if type(noun) in _NUMBERS:
        return [_NUMBERS[type(noun)], *(_down(getattr(noun, each.name)) for each in fields(noun))]  # type: ignore[arg-type]
    return noun


def _up(found: Any) -> Any:
    if found.__class__ is not list:
        return found
    kind = found[0]
    parts = [each if each.__class__ is not list else _up(each) for each in found[1:]]
    if kind == _TUPLE:
        return tuple(parts)
    if kind == _SET:
        return frozenset(parts)
    return _NOUNS[kind - _FIRST](*parts)
