"""What ECMAScript's built-in functions and methods do to values of the trial interpreter, where that is known."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from reviewer.javascript.constants import Array, Constant, Number, Text
from reviewer.javascript.pure import call_function
from reviewer.javascript.trial import octets
from reviewer.javascript.trial.values import (
    UNDEFINED,
    Builtin,
    Regex,
    Table,
    Thrown,
    Undefined,
    Unknown,
    Value,
    constant_of,
    known,
    to_number,
    to_text,
    truthy,
)

if TYPE_CHECKING:
    from reviewer.javascript.trial.machine import Machine

_NAMESPACES = frozenset(
    {
        *octets.NAMESPACES,
        *("Array", "Boolean", "JSON", "Map", "Math", "Number", "Object", "RegExp", "Set", "String", "Error"),
        "TypeError",
    }
)
_FUNCTIONS = frozenset(
    {
        *("parseInt", "parseFloat", "isNaN", "isFinite", "encodeURIComponent", "encodeURI", "decodeURIComponent"),
        *("decodeURI", "escape", "unescape", "atob", "btoa"),
    }
)


def named(name: str) -> Value:
    """A global name of the language."""
    if name in _NAMESPACES or name in _FUNCTIONS:
        return Builtin(name)
    raise Unknown


# Reading and writing --------------------------------------------------------------------------------------------------


def items(value: Value) -> list[Value]:
    """The elements of what can be iterated."""
    value = known(value)
    match value:
        case list() | str():
            return list(value)
        case Table(entries=entries, is_set=is_set):
            return list(entries) if is_set else [[key, item] for key, item in entries.items()]
        case None | Undefined() | float() | bool():
            raise Thrown
        case _:
            raise Unknown


def keys(value: Value) -> list[Value]:
    """The names of the properties of an object, the indices of an array."""
    value = known(value)
    match value:
        case dict():
            return list(value)
        case list() | str():
            return [str(index) for index in range(len(value))]
        case _:
            raise Unknown


def read(holder: Value, key: Value) -> Value:
    """A property that is no method."""
    name = to_text(key)
    holder = known(holder)
    match holder:
        case None | Undefined():
            raise Thrown
        case dict():
            if name in holder:
                return holder[name]
            if name in OF_ALL_OBJECTS:
                raise Unknown
            return UNDEFINED
        case str() | list():
            if name == "length":
                return float(len(holder))
            if name.isascii() and name.isdigit():
                return holder[int(name)] if int(name) < len(holder) else UNDEFINED
            raise Unknown
        case Table(entries=entries) if name == "size":
            return float(len(entries))
        case Builtin(name=owner):
            return Builtin(f"{owner}.{name}")
        case float() | bool() if name == "length":
            return UNDEFINED
        case _:
            raise Unknown


OF_ALL_OBJECTS = frozenset({
    *("constructor", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "toLocaleString", "toString"),
    *("valueOf", "__proto__", "__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__"),
})  # fmt: skip


def write(holder: Value, key: Value, value: Value) -> None:
    """Set a property of something the trial has made."""
    name = to_text(key)
    match holder:
        case dict() if name not in OF_ALL_OBJECTS:
            holder[name] = value
        case list() if name.isdigit() and int(name) <= len(holder):
            holder[int(name) : int(name) + 1] = [value]
        case _:
            raise Unknown


def has(holder: Value, name: str) -> bool:
    """The operator `in`."""
    if isinstance(holder, dict):
        return name in holder or name in OF_ALL_OBJECTS
    raise Unknown


# Functions ------------------------------------------------------------------------------------------------------------


def _first(args: Sequence[Value]) -> Value:
    return known(args[0]) if args else UNDEFINED


def call(m: Machine, name: str, args: Sequence[Value]) -> Value:
    """A function of the global object by its full name, `new` before it when it constructs."""
    own = _OWN_FUNCTIONS.get(name)
    if own is not None:
        return own(m, args)
    given = [*(to_text(arg) for arg in args[:1]), *args[1:]] if name in _FUNCTIONS else args
    constants = [constant_of(known(arg)) for arg in given]
    found = call_function(name, tuple(c for c in constants if c is not None)) if None not in constants else None
    if found is None and name in {"decodeURIComponent", "decodeURI", "atob"} and constants and None not in constants:
        raise Thrown
    return value_of(found)


def value_of(constant: Constant | None) -> Value:
    """A constant as a value."""
    match constant:
        case Text(value=text):
            return text
        case Number(value=number):
            return number
        case Array(items=parts):
            return [value_of(part) for part in parts]
        case _:
            raise Unknown


def _string(_m: Machine, args: Sequence[Value]) -> Value:
    return to_text(_first(args)) if args else ""


def _from(m: Machine, args: Sequence[Value]) -> Value:
    found = items(_first(args))
    return found if len(args) < 2 else [m.call(args[1], [item, float(i)]) for i, item in enumerate(found)]


def _map(_m: Machine, args: Sequence[Value]) -> Value:
    table = Table()
    for pair in items(_first(args)) if args and args[0] not in (None, UNDEFINED) else []:
        key, value = items(pair)[:2]
        table.entries[hashable(key)] = value
    return table


def _set(_m: Machine, args: Sequence[Value]) -> Value:
    given = items(_first(args)) if args and args[0] not in (None, UNDEFINED) else []
    return Table({hashable(item): item for item in given}, is_set=True)


def hashable(key: Value) -> Value:
    """A key of a Map or Set."""
    if isinstance(key, str | float | int | bool):
        return key
    raise Unknown


def _regexp(m: Machine, args: Sequence[Value]) -> Value:
    pattern = _first(args)
    flags = to_text(args[1]) if len(args) > 1 else ""
    if isinstance(pattern, Regex):
        return Regex(pattern.source, flags or pattern.flags)
    return m.regex(to_text(pattern), flags)


def _json(_m: Machine, args: Sequence[Value]) -> Value:
    value = _first(args)
    if len(args) > 1 or not isinstance(value, str):
        raise Unknown
    return json.dumps(value, ensure_ascii=False)


def _entries(value: Value) -> list[Value]:
    if not isinstance(value, dict):
        raise Unknown
    return [[key, item] for key, item in value.items()]


def _is_nan(_m: Machine, args: Sequence[Value]) -> Value:
    return math.isnan(to_number(_first(args)))


def _minimum(pick: Callable[[list[float]], float]) -> Callable[[Machine, Sequence[Value]], Value]:
    def found(_m: Machine, args: Sequence[Value]) -> Value:
        numbers = [to_number(known(arg)) for arg in args]
        return pick(numbers) if numbers and not any(map(math.isnan, numbers)) else math.nan

    return found


Function = Callable[["Machine", Sequence[Value]], Value]
_OWN_FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        **octets.FUNCTIONS,
        "String": _string,
        "new String": _string,
        "Boolean": lambda _m, args: truthy(_first(args)),
        "Number": lambda _m, args: to_number(_first(args)) if args else 0.0,
        "isNaN": _is_nan,
        "Number.isNaN": lambda _m, args: isinstance(_first(args), float) and math.isnan(to_number(args[0])),
        "isFinite": lambda _m, args: math.isfinite(to_number(_first(args))),
        "Number.isFinite": lambda _m, args: isinstance(_first(args), float) and math.isfinite(to_number(args[0])),
        "Array.isArray": lambda _m, args: isinstance(_first(args), list),
        "Array.from": _from,
        "Array.of": lambda _m, args: list(args),
        "Object.keys": lambda _m, args: keys(_first(args)),
        "Object.values": lambda _m, args: [pair[1] for pair in map(items, _entries(_first(args)))],
        "Object.entries": lambda _m, args: _entries(_first(args)),
        "Object.freeze": lambda _m, args: _first(args),
        "Object.hasOwn": lambda _m, args: isinstance(args[0], dict) and to_text(args[1]) in args[0],
        "Object.fromEntries": lambda _m, args: {to_text(k): v for k, v in map(items, items(_first(args)))},
        "JSON.stringify": _json,
        "Math.max": _minimum(max),
        "Math.min": _minimum(min),
        "new Map": _map,
        "new Set": _set,
        "new RegExp": _regexp,
        "RegExp": _regexp,
        "new Error": lambda _m, _args: {},
        "new TypeError": lambda _m, _args: {},
    }
)
