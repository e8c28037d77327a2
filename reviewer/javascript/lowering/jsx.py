"""Concrete JSX (https://facebook.github.io/jsx/) to its ESTree nodes, text as strings."""

from __future__ import annotations

import re
from html.entities import name2codepoint

from reviewer.javascript.lowering.parts import Part, Reading, Slot, Tag
from reviewer.javascript.lowering.recovery import unsupported
from reviewer.javascript.syntax import (
    Expression,
    Identifier,
    JSXAttribute,
    JSXElement,
    MemberExpression,
    SpreadElement,
    StringLiteral,
)

_REFERENCE = re.compile(r"&(?:#[xX]([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|([A-Za-z][A-Za-z0-9]*));")


def _character(match: re.Match[str]) -> str:
    if match[3]:
        code = 0x27 if match[3] == "apos" else name2codepoint.get(match[3], -1)
    else:
        code = int(match[1], 16) if match[1] else int(match[2])
    return chr(code) if 0 <= code <= 0x10FFFF else match[0]


def decoded(text: str) -> str:
    """JSX text with its character references replaced; unknown ones stay as they are."""
    return _REFERENCE.sub(_character, text) if "&" in text else text


def _trimmed(text: str) -> str:
    """Text between tags as React's transform keeps it: lines trimmed, blank ones dropped, the rest joined by spaces."""
    if "\n" not in text and "\r" not in text:
        return text
    lines = re.split(r"\r\n|\n|\r", text)
    last = len(lines) - 1
    kept = [
        line.lstrip(" \t") if n == last else line.rstrip(" \t") if n == 0 else line.strip(" \t")
        for n, line in enumerate(lines)
    ]
    return " ".join(line for line in kept if line)


def slot(reading: Reading, start: int, end: int, parts: list[Part]) -> Slot:
    """`{x}`, `{...x}`, `{}`."""
    return Slot(start, end, parts[0] if parts else None)


def namespace_name(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`a:b` as one name."""
    match parts:
        case [Identifier() as space, Identifier() as name]:
            return Identifier(start, end, f"{space.name}:{name.name}")
    return unsupported(reading, start, end, parts)


def attribute(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`name`, `name="x"`, `name={x}`, `name=<x/>`."""
    value: Expression | None
    match parts:
        case [Identifier() as name]:
            value = None
        case [Identifier() as name, StringLiteral() as text]:
            # The grammar calls it a string, but there are character references in it and no escapes.
            value = StringLiteral(text.start, text.end, decoded(reading.text[text.start + 1 : text.end - 1]))
        case [Identifier() as name, Slot() as slot]:
            given = slot.expression
            if given is None or isinstance(given, SpreadElement):
                value = unsupported(reading, slot.start, slot.end, [given])
            else:
                value = given
        case [Identifier() as name, JSXElement() as value]:
            pass
        case _:
            return unsupported(reading, start, end, parts)
    return JSXAttribute(start, end, name.name, value)


def tag(reading: Reading, start: int, end: int, parts: list[Part]) -> Tag:
    """`<a b={c}>`, `</a>`, `<>`, `</>`."""
    name: Identifier | MemberExpression | None = None
    attributes: list[JSXAttribute | SpreadElement] = []
    for part in parts:
        match part:
            case Identifier() | MemberExpression():
                name = part
            case (JSXAttribute() as given) | Slot(expression=SpreadElement() as given):
                attributes.append(given)
            case _:
                unsupported(reading, part.start, part.end, [part])
    return Tag(start, end, name, tuple(attributes))


def closed(reading: Reading, start: int, end: int, parts: list[Part]) -> JSXElement:
    """`<a b={c}/>`."""
    opening = tag(reading, start, end, parts)
    return JSXElement(start, end, opening.name, opening.attributes, ())


def element(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`<a>...</a>`; text is what stands between its other children."""
    match parts:
        case [Tag() as opening, *inside, Tag() as closing]:
            children: list[Expression | SpreadElement] = []
            here = opening.end
            for part in (*inside, closing):
                text = decoded(_trimmed(reading.text[here : part.start]))
                if text:
                    children.append(StringLiteral(here, part.start, text))
                if type(part) is JSXElement:
                    children.append(part)
                elif type(part) is Slot and part.expression is not None:
                    children.append(part.expression)
                here = part.end
            return JSXElement(start, end, opening.name, opening.attributes, tuple(children))
    return unsupported(reading, start, end, parts)
