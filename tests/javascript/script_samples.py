"""Scripts to parse, and trees as short text to compare them with."""

from __future__ import annotations

from dataclasses import fields
from functools import cache

from reviewer.javascript.knowledge import Knowledge, prepare
from reviewer.javascript.syntax import Identifier, Node, NumberLiteral, PrivateIdentifier, StringLiteral
from reviewer.rulebook.loading import load
from reviewer.source import Dialect, Encoding, Goal, Kind, Newline, Role, Script, SourceFile

FILES = {
    Dialect.JAVASCRIPT: ("a.js", Kind.JAVASCRIPT),
    Dialect.JSX: ("a.jsx", Kind.JAVASCRIPT),
    Dialect.TYPESCRIPT: ("a.ts", Kind.TYPESCRIPT),
    Dialect.TSX: ("a.tsx", Kind.TYPESCRIPT),
}


def script(text: str, goal: Goal = Goal.SCRIPT, dialect: Dialect = Dialect.JAVASCRIPT) -> Script:
    """A whole file with this text, read as what is asked for."""
    path, kind = FILES[dialect]
    return Script(_file(path, kind, text), text, start=0, end=len(text), exact=True, goal=goal, dialect=dialect)


def whole(path: str, text: str) -> Script:
    """A file with this text, read as what its name says."""
    kind = Kind.TYPESCRIPT if path.endswith((".ts", ".tsx")) else Kind.JAVASCRIPT
    return Script.whole(_file(path, kind, text))


def _file(path: str, kind: Kind, text: str) -> SourceFile:
    encoding = Encoding(name="utf-8", bom=False, newline=Newline.LF, undecodable=0)
    return SourceFile(path, kind, Role.LOOSE, text, size=len(text), sha256="0" * 64, encoding=encoding)


@cache
def knowledge(*watched: str) -> Knowledge:
    """The rulebook's models, with these kinds of data looked at."""
    book = load()[0]
    return prepare(book.models, watched, book.kinds)


def shown(value: object) -> str:
    """A tree in one line: names bare, strings quoted, `_` for what is not there, flags by name where they are set."""
    match value:
        case Identifier(name=name):
            return name
        case PrivateIdentifier(name=name):
            return f"#{name}"
        case StringLiteral(value=text):
            return ascii(text)
        case NumberLiteral(value=number):
            return f"{number:g}"
        case Node():
            parts = [_short(type(value)), *filter(None, (_field(value, field.name) for field in fields(value)[2:]))]
            return f"({' '.join(parts)})"
        case tuple():
            return f"[{' '.join(map(shown, value))}]"
        case None:
            return "_"
        case _:
            return ascii(value) if isinstance(value, str) else str(value)


def _short(kind: type[Node]) -> str:
    for ending in ("Expression", "Statement", "Literal"):
        if kind.__name__ != ending and kind.__name__.endswith(ending):
            return kind.__name__.removesuffix(ending)
    return kind.__name__


def _field(node: Node, name: str) -> str:
    value = getattr(node, name)
    if name == "directive" and value is None:
        return ""
    if isinstance(value, bool):
        return f":{name}" if value else ""
    if name in {"operator", "kind", "meta", "name"} and isinstance(value, str):
        return value
    return shown(value)
