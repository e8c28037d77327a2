"""What TypeScript adds to imports and exports: those of types are dropped, `require` and `export =` kept."""

from __future__ import annotations

from reviewer.javascript.lowering import modules, statements
from reviewer.javascript.lowering.erased import is_unread
from reviewer.javascript.lowering.members import call_decorators, exported_class
from reviewer.javascript.lowering.parts import Decorator, Part, Reading, Recovered, Token
from reviewer.javascript.lowering.recovery import unsupported
from reviewer.javascript.syntax import (
    CallExpression,
    ClassDeclaration,
    ExportDefaultDeclaration,
    ExportNamedDeclaration,
    Expression,
    FunctionDeclaration,
    Identifier,
    StringLiteral,
    Unparsed,
    VariableDeclaration,
    VariableDeclarator,
)

_TYPE = "type"


def _has(parts: list[Part], word: str) -> bool:
    return any(type(part) is Token and part.text == word for part in parts)


def import_(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`import ...`, `import type ...`, `import x = require('y')`."""
    if _has(parts, _TYPE):
        return None
    match [part for part in parts if type(part) is not Token]:
        case [VariableDeclarator() as required]:
            return VariableDeclaration(start, end, "const", (required,))
    return modules.import_(reading, start, end, parts)


def specifier(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """A name in the braces of an import."""
    return None if _has(parts, _TYPE) else modules.import_specifier(reading, start, end, parts)


def export_specifier(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """A name in the braces of an export."""
    return None if _has(parts, _TYPE) else modules.export_specifier(reading, start, end, parts)


def required(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`x = require('y')`."""
    word = next((part for part in parts if type(part) is Token and part.text == "require"), None)
    match [part for part in parts if type(part) is not Token]:
        case [Identifier() as name, StringLiteral() as source] if word is not None:
            callee = Identifier(word.start, word.start + len(word.text), word.text)
            call = CallExpression(word.start, end, callee, (source,), optional=False)
            return VariableDeclarator(start, end, name, call)
    return unsupported(reading, start, end, parts)


def export(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """Every kind of `export`."""
    groups = [part for part in parts if type(part) is Recovered and not is_unread(part)]
    reading.pending.extend(part for part in parts if type(part) is Recovered and is_unread(part))
    parts = [part for part in parts if type(part) is not Recovered]
    if groups:
        return _exported_namespace(reading, start, end, groups)
    declared = next((exported_class(part) for part in parts if type(part) is ClassDeclaration), None)
    if any(type(part) is Decorator for part in parts):
        parts = call_decorators(reading, parts, declared)
    if _is_of_types(reading, parts):
        return None
    match parts:
        case [Token("export"), Token("="), value, *_]:
            return ExportDefaultDeclaration(start, end, value)
        case [Token("export"), Token("default"), value, *_] if not _can_be_default(value):
            return unsupported(reading, start, end, parts)
    return modules.export(reading, start, end, parts)


def _is_of_types(reading: Reading, parts: list[Part]) -> bool:
    """Whether an export is of types alone: it says so, nothing is left of it, or it is `export as namespace A`."""
    if (
        _has(parts, _TYPE)
        or _has(parts, "namespace")
        or all(type(part) is Token and part.text != "*" for part in parts)
    ):
        return True
    word = parts[0]
    return type(word) is Token and _follows(reading, word, _TYPE) and _has(parts, "from")


def _follows(reading: Reading, word: Token, text: str) -> bool:
    return reading.text.startswith(text, reading.skip(word.start + len(word.text)))


def _can_be_default(value: Part) -> bool:
    return isinstance(value, Expression) or type(value) in {FunctionDeclaration, ClassDeclaration, Unparsed}


def _exported_namespace(reading: Reading, start: int, end: int, groups: list[Recovered]) -> Recovered:
    """The first statement of a namespace makes the object, which is what is exported."""
    first, *others = (statement for group in groups for statement in group.statements)
    return Recovered(start, (ExportNamedDeclaration(start, end, first, (), None), *others))


def expression_statement(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """An expression as a statement, or a namespace, which the grammar counts among expressions."""
    found = [part for part in parts if type(part) is Recovered]
    rest = [part for part in parts if type(part) is not Recovered]
    reading.pending.extend(found)
    return statements.expression_statement(reading, start, end, rest) if rest or not found else None
