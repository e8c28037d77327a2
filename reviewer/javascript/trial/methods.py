"""What ECMAScript's built-in methods do to values of the trial interpreter, where that is known."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from functools import cmp_to_key
from types import MappingProxyType
from typing import TYPE_CHECKING

from reviewer.javascript.constants import Constant, Text
from reviewer.javascript.pure import call_method
from reviewer.javascript.trial import octets
from reviewer.javascript.trial.library import OF_ALL_OBJECTS, hashable, items, value_of
from reviewer.javascript.trial.texts import match_all, replaced, split, tested
from reviewer.javascript.trial.values import (
    UNDEFINED,
    Octets,
    Regex,
    Table,
    Thrown,
    Undefined,
    Unknown,
    Value,
    constant_of,
    known,
    same,
    to_number,
    to_text,
    truthy,
)

if TYPE_CHECKING:
    from reviewer.javascript.trial.machine import Machine


def _first(args: Sequence[Value]) -> Value:
    return known(args[0]) if args else UNDEFINED


def method(m: Machine, holder: Value, name: str, args: Sequence[Value]) -> Value:
    """A built-in method of a value."""
    holder = known(holder)
    match holder:
        case str():
            return _of_text(m, holder, name, args)
        case Octets() if name == "toString":
            return octets.shown(holder, to_text(args[0]) if args else "")
        case list() if name in _OF_ARRAYS:
            return _OF_ARRAYS[name](m, holder, args)
        case list():
            return _missing(name, _TEXT_ONLY | _OF_NUMBERS)
        case Regex():
            return _of_regex(holder, name, args)
        case Table():
            return _of_table(m, holder, name, args)
        case dict() if name == "hasOwnProperty":
            return to_text(_first(args)) in holder
        case None | Undefined():
            raise Thrown
        case float() | bool() if name == "toString" and not args:
            return to_text(holder)
        case float() | bool():
            if name in _OF_NUMBERS or name in OF_ALL_OBJECTS:
                raise Unknown
            raise Thrown
        case _:
            raise Unknown


_OF_NUMBERS = frozenset({"toFixed", "toPrecision", "toExponential"})
_TEXT_ONLY = frozenset({
    *("replace", "replaceAll", "split", "trim", "charAt", "charCodeAt", "codePointAt", "match", "startsWith"),
    *("endsWith", "toLowerCase", "toUpperCase", "substring", "substr", "normalize", "trimStart", "trimEnd"),
})  # fmt: skip
_ARRAY_ONLY = frozenset({"map", "forEach", "join", "reduce", "filter", "push", "every", "some"})


def _missing(name: str, others: frozenset[str]) -> Value:
    """A method that only other values have: calling it throws."""
    if name in others:
        raise Thrown
    raise Unknown


def _constants(args: Sequence[Value]) -> tuple[Constant, ...]:
    found = [constant_of(known(arg)) for arg in args]
    if None in found:
        raise Unknown
    return tuple(constant for constant in found if constant is not None)


def _of_text(m: Machine, text: str, name: str, args: Sequence[Value]) -> Value:
    first = _first(args)
    match name:
        case "replace" | "replaceAll":
            replacement = args[1] if len(args) > 1 else UNDEFINED
            function = None if isinstance(replacement, str) else lambda given: to_text(m.call(replacement, given))
            return replaced(text, first, replacement, function, everywhere=name == "replaceAll")
        case "split":
            if len(args) != 1:
                raise Unknown
            return [*split(text, first)]
        case "match":
            return match_all(text, first)
        case "search":
            return 0.0 if tested(text, first) else -1.0
        case "includes":
            return to_text(first) in text
        case "indexOf" if len(args) == 1:
            return float(text.find(to_text(first)))
        case "lastIndexOf" if len(args) == 1:
            return float(text.rfind(to_text(first)))
        case "startsWith" if len(args) == 1:
            return text.startswith(to_text(first))
        case "endsWith" if len(args) == 1:
            return text.endswith(to_text(first))
        case "trimStart" | "trimLeft":
            return text.lstrip()
        case "trimEnd" | "trimRight":
            return text.rstrip()
        case "charCodeAt" | "codePointAt":
            at = int(to_number(first)) if args else 0
            return float(ord(text[at])) if 0 <= at < len(text) else (math.nan if name == "charCodeAt" else UNDEFINED)
        case _:
            if name in _ARRAY_ONLY | _OF_NUMBERS:
                raise Thrown
            return value_of(call_method(name, Text(text), _constants(args)))


def _of_regex(regex: Regex, name: str, args: Sequence[Value]) -> Value:
    if set(regex.flags) & {"g", "y"}:
        raise Unknown  # It remembers where it stopped.
    match name:
        case "test":
            return tested(to_text(_first(args)), regex)
        case "exec":
            return match_all(to_text(_first(args)), regex)
        case _:
            raise Unknown


def _of_table(m: Machine, table: Table, name: str, args: Sequence[Value]) -> Value:
    match name:
        case "get":
            return table.entries.get(hashable(_first(args)), UNDEFINED)
        case "has":
            return hashable(_first(args)) in table.entries
        case "forEach":
            for key, value in table.entries.items():
                m.call(args[0], [value, key, table])
            return UNDEFINED
        case "keys":
            return list(table.entries)
        case "values":
            return list(table.entries.values())
        case "entries":
            return items(table)
        case _:
            raise Unknown


def _reduce(m: Machine, array: list[Value], args: Sequence[Value]) -> Value:
    if not array and len(args) < 2:
        raise Thrown
    rest = array if len(args) > 1 else array[1:]
    total = args[1] if len(args) > 1 else array[0]
    for index, item in enumerate(rest, 0 if len(args) > 1 else 1):
        total = m.call(args[0], [total, item, float(index), array])
    return total


def _each(m: Machine, array: list[Value], function: Value) -> list[Value]:
    return [m.call(function, [item, float(index), array]) for index, item in enumerate(list(array))]


def _filter(m: Machine, array: list[Value], args: Sequence[Value]) -> Value:
    return [item for item, kept in zip(array, _each(m, array, args[0]), strict=True) if truthy(kept)]


def _push(_m: Machine, array: list[Value], args: Sequence[Value]) -> Value:
    array.extend(args)
    return float(len(array))


def _joined(_m: Machine, array: list[Value], args: Sequence[Value]) -> Value:
    separator = to_text(_first(args)) if args else ","
    return separator.join("" if item in (None, UNDEFINED) else to_text(item) for item in array)


def _concat(_m: Machine, array: list[Value], args: Sequence[Value]) -> Value:
    joined = list(array)
    for arg in args:
        joined.extend(arg if isinstance(arg, list) else [arg])
    return joined


def _find(m: Machine, array: list[Value], args: Sequence[Value]) -> Value:
    for item, found in zip(array, _each(m, array, args[0]), strict=True):
        if truthy(found):
            return item
    return UNDEFINED


def _sorted(m: Machine, array: list[Value], args: Sequence[Value]) -> Value:
    def compared(one: Value, other: Value) -> int:
        return int(to_number(m.call(args[0], [one, other])))

    array.sort(key=cmp_to_key(compared) if args else to_text)
    return array


def _pop(_m: Machine, array: list[Value], _args: Sequence[Value]) -> Value:
    return array.pop() if array else UNDEFINED


def _shift(_m: Machine, array: list[Value], _args: Sequence[Value]) -> Value:
    return array.pop(0) if array else UNDEFINED


def _nothing(m: Machine, array: list[Value], args: Sequence[Value]) -> Value:
    _each(m, array, args[0])
    return UNDEFINED


Method = Callable[["Machine", list[Value], Sequence[Value]], Value]
_OF_ARRAYS: Mapping[str, Method] = MappingProxyType(
    {
        "forEach": _nothing,
        "map": lambda m, array, args: _each(m, array, args[0]),
        "flatMap": lambda m, array, args: _concat(m, [], _each(m, array, args[0])),
        "filter": _filter,
        "find": _find,
        "some": lambda m, array, args: any(map(truthy, _each(m, array, args[0]))),
        "every": lambda m, array, args: all(map(truthy, _each(m, array, args[0]))),
        "reduce": _reduce,
        "reduceRight": lambda m, array, args: _reduce(m, array[::-1], args),
        "push": _push,
        "pop": _pop,
        "shift": _shift,
        "join": _joined,
        "concat": _concat,
        "sort": _sorted,
        "toString": lambda m, array, _args: _joined(m, array, []),
        "includes": lambda _m, array, args: any(same(item, _first(args)) for item in array),
        "indexOf": lambda _m, array, args: next(
            (float(i) for i, item in enumerate(array) if same(item, _first(args))), -1.0
        ),
        "slice": lambda _m, array, args: array[slice(*(int(to_number(arg)) for arg in args))] if args else list(array),
        "reverse": lambda _m, array, _args: array[::-1],
    }
)
