"""`using` and `await using` in TypeScript, which the grammar is given as `const` (see `rewording`)."""

from __future__ import annotations

from dataclasses import replace

from reviewer.javascript.lowering import expressions, statements
from reviewer.javascript.lowering.parts import Part, Reading, Token
from reviewer.javascript.lowering.recovery import unsupported
from reviewer.javascript.syntax import VariableDeclaration

_USING, _AWAIT = "using", "await"


def _kind(reading: Reading, start: int) -> str | None:
    """How the original declares what begins with a `const` here: None where it says `const`, `let` or `var`."""
    text = reading.text
    if not text.startswith(_USING, start):
        return None
    before = start
    while before and text[before - 1].isspace():
        before -= 1
    awaited = text.startswith(_AWAIT, before - len(_AWAIT), before)
    if awaited:
        reading.words.append(Token(_AWAIT, before - len(_AWAIT)))
    return "await using" if awaited else _USING


def declaration(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`let`, `const`, `using`, `await using`."""
    made = statements.declaration(reading, start, end, parts)
    kind = _kind(reading, start)
    return replace(made, kind=kind) if kind and type(made) is VariableDeclaration else made


def for_each(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`for (const x of y)`, `for (using x of y)`."""
    return statements.for_each(reading, start, end, [_original(reading, part) for part in parts])


def _original(reading: Reading, part: Part) -> Part:
    if type(part) is not Token or part.text != "const":
        return part
    return Token(_kind(reading, part.start) or part.text, part.start)


def assignment(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`a = b`; with a `using` before it that could not be told from a name, nothing is sure."""
    words = {part.text for part in parts if type(part) is Token}
    if _USING in words:
        return unsupported(reading, start, end, parts)
    return expressions.assignment(reading, start, end, [part for part in parts if type(part) is not Token])
