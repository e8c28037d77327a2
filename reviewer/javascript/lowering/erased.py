"""TypeScript's types, and what around an expression or among statements exists only for them: they leave nothing."""

from __future__ import annotations

import re

from reviewer.javascript.lowering import chains
from reviewer.javascript.lowering.parts import Listing, Part, Reading, Recovered
from reviewer.javascript.lowering.recovery import unsupported
from reviewer.javascript.syntax import (
    ArrowFunctionExpression,
    AssignmentExpression,
    AwaitExpression,
    BinaryExpression,
    ConditionalExpression,
    LogicalExpression,
    NewExpression,
    UnaryExpression,
    Unparsed,
    UpdateExpression,
    YieldExpression,
)

_BEGINNINGS = frozenset({"abstract", "declare", "global", "interface", "module", "namespace", "type"})
_WORD = re.compile(r"\w+")
_LINE_END = re.compile("[\n\r\u2028\u2029]")
_COMPOUND = (
    ArrowFunctionExpression,
    AssignmentExpression,
    AwaitExpression,
    BinaryExpression,
    ConditionalExpression,
    LogicalExpression,
    UnaryExpression,
    UpdateExpression,
    YieldExpression,
)
_ENDINGS = ("", ";", ",", ")", "]", "}", ":")
_GOES_ON = (".", "[", "`", "?.")


def nothing(reading: Reading, start: int, end: int, parts: list[Part]) -> None:
    """A type, or a part of one. Its comments were noted on the way."""


def cast(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`x as T`, `x satisfies T`."""
    if reading.text.startswith(_GOES_ON, reading.skip(end)):
        return unsupported(reading, start, end, parts)  # the grammar ends the type too early
    return bare(reading, start, end, parts)


def bare(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`<T>x`, `f<T>` and casts: the expression alone."""
    return parts[0] if parts else unsupported(reading, start, end, parts)


def non_null(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`x!`."""
    match parts:
        case [NewExpression(arguments=())] if reading.text.startswith(_GOES_ON, reading.skip(end)):
            # In `new a!.b(c)` the grammar ends `new` too early: a member of what is made would be called.
            return unsupported(reading, start, end, parts)
        case [expression]:
            if isinstance(expression, _COMPOUND) and expression.start == start and not _ends(reading, end):
                return unsupported(reading, start, end, parts)  # the grammar lets `!` span `a && b`
            return expression
    return unsupported(reading, start, end, parts)


def _ends(reading: Reading, end: int) -> bool:
    """Whether an expression is over at `end`."""
    after = reading.skip(end)
    return reading.text[after : after + 1] in _ENDINGS or bool(_LINE_END.search(reading.text, end, after))


def type_statement(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`interface A {}`, `type A = B`."""
    return unsupported(reading, start, end, parts) if is_split(reading, start) else None


def ambient(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`declare ...`, of which nothing ever runs; what could not be read in it stays for a person to read."""
    if is_split(reading, start):
        return unsupported(reading, start, end, parts)
    found = [*reading.claim(start), *(part for part in parts if type(part) is Recovered)]
    reading.pending.extend(each for each in found if is_unread(each))
    return None


def is_split(reading: Reading, start: int) -> bool:
    """Whether a line ends after a word that begins a declaration: for TypeScript it is a name then, and a statement."""
    word = _WORD.match(reading.text, start)
    while word is not None and word[0] in _BEGINNINGS:
        after = reading.skip(word.end())
        if _LINE_END.search(reading.text, word.end(), after):
            return True
        word = _WORD.match(reading.text, after)
    return False


def is_unread(recovered: Recovered) -> bool:
    """Whether something was recovered from broken text, in contrast to statements that only wait for their list."""
    return any(type(statement) is Unparsed for statement in recovered.statements)


def call(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """Every call, and `new a!(b)`, which the grammar takes for a call of what `new a` makes."""
    match parts:
        case [NewExpression(arguments=()) as made, Listing(items=arguments)] if _is_open(reading, made, start):
            return NewExpression(start, end, made.callee, arguments)
    return chains.call(reading, start, end, parts)


def _is_open(reading: Reading, made: NewExpression, start: int) -> bool:
    return made.start == start and reading.text[made.end - 1] != ")"
