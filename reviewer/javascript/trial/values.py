"""Values of the trial interpreter and ECMAScript's conversions between them (7.1).

Strings, numbers, booleans and null are Python's; arrays are lists and plain objects dicts. What is not known is no
value: asking for it ends the trial.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from enum import Enum

from reviewer.javascript import syntax as s
from reviewer.javascript.constants import Number, Text, number_of, number_text
from reviewer.javascript.scopes import Variable
from reviewer.record import thing, value


class Unknown(Exception):  # noqa: N818 - no error: the end of a trial
    """The trial ends here: something is asked for that the interpreter does not know."""


class Thrown(Exception):  # noqa: N818 - ECMAScript's `throw`
    """The code throws."""


class Undefined(Enum):
    """`undefined`."""

    UNDEFINED = "undefined"


UNDEFINED = Undefined.UNDEFINED


class Opaque(Enum):
    """A value of which nothing is known; it may be handed on, and nothing else."""

    OPAQUE = "opaque"


OPAQUE = Opaque.OPAQUE


@dataclass(slots=True, eq=False)
class Frame:
    """The variables of one call of a function, and of what is around it."""

    node: s.Node
    outer: Frame | None
    variables: dict[Variable, Value] = field(default_factory=dict)


@thing
class Closure:
    """A function of the submission; `this` is the object it was read from."""

    node: s.Function
    frame: Frame | None
    this: Value = UNDEFINED


@value
class Builtin:
    """A function or namespace of ECMAScript by its full name."""

    name: str


@dataclass(slots=True, eq=False)
class Regex:
    """A regular expression with its state."""

    source: str
    flags: str
    last: int = 0


@dataclass(slots=True, eq=False)
class Table:
    """A Map or a Set."""

    entries: dict[Value, Value] = field(default_factory=dict)
    is_set: bool = False


class Octets(list["Value"]):
    """A `Buffer`: bytes that say as text what they encode."""


Known = str | float | bool | None | Undefined | list["Value"] | dict[str, "Value"] | Closure | Builtin | Regex | Table
Value = Known | Opaque


def known(value: Value) -> Known:
    """The value, if it is one that is known."""
    if value is OPAQUE:
        raise Unknown
    return value


def to_text(value: Value) -> str:
    """ToString."""
    match value:
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case float() | int():
            return number_text(float(value))
        case None:
            return "null"
        case Undefined():
            return "undefined"
        case list():
            return ",".join("" if item is None or item is UNDEFINED else to_text(item) for item in value)
        case dict() if "toString" not in value and "valueOf" not in value:
            return "[object Object]"
        case Regex():
            return f"/{value.source}/{value.flags}"
        case _:
            raise Unknown


def to_number(value: Value) -> float:
    """ToNumber."""
    match value:
        case bool():
            return float(value)
        case float() | int():
            return float(value)
        case None:
            return 0.0
        case Undefined():
            return math.nan
        case str() | list():
            return number_of(Text(to_text(value)))
        case _:
            raise Unknown


def truthy(value: Value) -> bool:
    """ToBoolean."""
    match known(value):
        case bool() | str():
            return bool(value)
        case float() | int() as number:
            return not (number == 0 or math.isnan(number))
        case None | Undefined():
            return False
        case _:
            return True


def type_of(value: Value) -> str:
    """The operator `typeof`."""
    match known(value):
        case bool():
            return "boolean"
        case str():
            return "string"
        case float() | int():
            return "number"
        case Undefined():
            return "undefined"
        case Closure() | Builtin():
            return "function"
        case _:
            return "object"


def same(left: Value, right: Value) -> bool:
    """`===`."""
    left, right = known(left), known(right)
    if type_of(left) != type_of(right):
        return False
    if isinstance(left, str | float | int | None | Undefined | Builtin):
        return left == right
    return left is right


def alike(left: Value, right: Value) -> bool:
    """`==`, as far as it is simple."""
    left, right = known(left), known(right)
    nothing = (None, UNDEFINED)
    if left in nothing or right in nothing:
        return left in nothing and right in nothing
    if type_of(left) == type_of(right):
        return same(left, right)
    if isinstance(left, str | float | int) and isinstance(right, str | float | int):
        return to_number(left) == to_number(right)
    raise Unknown


def constant_of(value: Value) -> Text | Number | None:
    """A string or number as a constant for functions that compute with those."""
    if isinstance(value, str):
        return Text(value)
    if isinstance(value, float | int) and not isinstance(value, bool):
        return Number(float(value))
    return None
