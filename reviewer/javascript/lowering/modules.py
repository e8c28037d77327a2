"""Concrete imports and exports to ESTree's."""

from __future__ import annotations

from reviewer.javascript.lowering.parts import Listing, Part, Reading, Token
from reviewer.javascript.lowering.recovery import unsupported
from reviewer.javascript.syntax import (
    ClassDeclaration,
    ClassExpression,
    ExportAllDeclaration,
    ExportDefaultDeclaration,
    ExportNamedDeclaration,
    ExportSpecifier,
    Expression,
    FunctionDeclaration,
    FunctionExpression,
    Identifier,
    ImportDeclaration,
    ImportDefaultSpecifier,
    ImportNamespaceSpecifier,
    ImportSpecifier,
    Statement,
    StringLiteral,
)


def import_(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`import ... from 'x'`, `import 'x'`."""
    match [part for part in parts if type(part) is not Token]:
        case [Listing(items=specifiers), StringLiteral() as source]:
            return ImportDeclaration(start, end, specifiers, source)
        case [StringLiteral() as source]:
            return ImportDeclaration(start, end, (), source)
    return unsupported(reading, start, end, parts)


def import_clause(reading: Reading, start: int, end: int, parts: list[Part]) -> Listing:
    """Everything between `import` and `from`."""
    specifiers: list[Part] = []
    for part in parts:
        if type(part) is Listing:
            specifiers.extend(item for item in part.items if type(item) is ImportSpecifier)
        elif type(part) is Identifier:
            specifiers.append(ImportDefaultSpecifier(part.start, part.end, part))
        elif type(part) is ImportNamespaceSpecifier:
            specifiers.append(part)
    return Listing(start, end, tuple(specifiers))


def import_specifier(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`a`, `a as b`, `default as b`."""
    match [part for part in map(_name, parts) if part is not None]:
        case [Identifier() as name]:
            return ImportSpecifier(start, end, name, Identifier(name.start, name.end, name.name))
        case [Identifier() | StringLiteral() as name, Identifier() as local]:
            return ImportSpecifier(start, end, name, local)
    return unsupported(reading, start, end, parts)


def _name(part: Part) -> Part | None:
    if type(part) is not Token:
        return part
    return Identifier(part.start, part.start + 7, "default") if part.text == "default" else None


def namespace_import(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`* as a`."""
    match parts:
        case [Identifier() as local]:
            return ImportNamespaceSpecifier(start, end, local)
    return unsupported(reading, start, end, parts)


def namespace_export(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`* as a` of an export: its name alone."""
    match [part for part in map(_name, parts) if part is not None]:
        case [Identifier() | StringLiteral() as name]:
            return name
    return unsupported(reading, start, end, parts)


def attributes(reading: Reading, start: int, end: int, parts: list[Part]) -> None:
    """`with {type: 'json'}`: ESTree's attributes are left out, they compute nothing."""


def export(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """Every kind of `export`."""
    parts = [part for part in parts if part is not None]
    match parts:
        case [Token("export"), Token("*"), Token("from"), StringLiteral() as source, *_]:
            return ExportAllDeclaration(start, end, None, source)
        case [Token("export"), Identifier() | StringLiteral() as name, Token("from"), StringLiteral() as source, *_]:
            return ExportAllDeclaration(start, end, name, source)
        case [Token("export"), Listing(items=specifiers), Token("from"), StringLiteral() as source, *_]:
            return ExportNamedDeclaration(start, end, None, _specifiers(specifiers), source)
        case [Token("export"), Listing(items=specifiers), *_]:
            return ExportNamedDeclaration(start, end, None, _specifiers(specifiers), None)
        case [Token("export"), Token("default") as default, value, *_]:
            return ExportDefaultDeclaration(start, end, _default(reading, default, value))
        case [Token("export"), declaration, *_] if type(declaration) is not Token:
            return ExportNamedDeclaration(start, end, declaration, (), None)
    return unsupported(reading, start, end, parts)


def _specifiers(items: tuple[Part, ...]) -> tuple[ExportSpecifier, ...]:
    return tuple(item for item in items if type(item) is ExportSpecifier)


def _default(reading: Reading, default: Token, value: Statement | Expression) -> Statement | Expression:
    """A nameless function or class is a declaration here, unless in parentheses."""
    if reading.skip(default.start + len(default.text)) != value.start:
        return value
    match value:
        case FunctionExpression(start, end, name, params, body, is_async, generator):
            return FunctionDeclaration(start, end, name, params, body, is_async, generator)
        case ClassExpression(start, end, name, parent, body):
            return ClassDeclaration(start, end, name, parent, body)
    return value


def export_specifier(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`a`, `a as b`, `a as default`."""
    match [part for part in map(_name, parts) if part is not None]:
        case [Identifier() as name]:
            return ExportSpecifier(start, end, name, Identifier(name.start, name.end, name.name))
        case [StringLiteral() as name]:
            return ExportSpecifier(start, end, name, StringLiteral(name.start, name.end, name.value))
        case [Identifier() | StringLiteral() as name, Identifier() | StringLiteral() as exported]:
            return ExportSpecifier(start, end, name, exported)
    return unsupported(reading, start, end, parts)
