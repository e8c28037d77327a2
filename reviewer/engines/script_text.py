"""A tree -> what telling hidden code needs: names, strings, and the text without comments, all with offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reviewer.engines.lookups import is_lookup
from reviewer.javascript.ast import Ast
from reviewer.javascript.syntax import (
    ArrayExpression,
    ArrowFunctionExpression,
    AssignmentPattern,
    CatchClause,
    Class,
    ClassDeclaration,
    ClassExpression,
    Function,
    FunctionDeclaration,
    FunctionExpression,
    Identifier,
    MemberExpression,
    MethodDefinition,
    Node,
    NumberLiteral,
    Property,
    PropertyDefinition,
    RegExpLiteral,
    StringLiteral,
    TemplateElement,
    VariableDeclarator,
)
from reviewer.javascript.walking import walk_with_parents
from reviewer.record import value

_LINE = re.compile(r"[^\r\n]+")
_BINDING = frozenset(
    {
        *(VariableDeclarator, CatchClause, ClassDeclaration, ClassExpression),
        *(FunctionDeclaration, FunctionExpression, ArrowFunctionExpression),
    }
)
_TOLD = frozenset({ArrayExpression, Identifier, StringLiteral, TemplateElement, RegExpLiteral, MemberExpression})
"""The nodes that bind names, and those that are told themselves."""
_HEXADECIMAL = re.compile(r"[(,\s'\"-]0x[0-9a-fA-F]")
_CODES = 0x110000
_OWNER = 60
"""How much of an object's text tells it from others; chains can be of any length."""


@value
class WrittenString:
    """A string literal or a fixed part of a template; `value` has its escapes decoded."""

    value: str
    start: int
    end: int


@value
class WrittenNumbers:
    """A list in which nothing stands but whole numbers that can be codes of letters."""

    values: tuple[int, ...]
    start: int
    end: int


@value
class Lookup:
    """A member whose name a call fetches by number, at [start, end).

    `owner` is the object as written; `hexadecimal` tells that the numbers are, as people rarely write them.
    """

    owner: str
    start: int
    end: int
    hexadecimal: bool


@value
class ScriptText:
    """One script taken apart.

    `code` is its text with comments blanked, `bare` with strings and regular expressions blanked as well; both have the
    length of the text. `variables` are the names of own bindings where they are made and used; `names` are all names.
    `lookups` are member expressions whose name is fetched by number, `numbers` the lists of nothing but numbers.
    """

    code: str
    bare: str
    names: tuple[Identifier, ...]
    variables: tuple[Identifier, ...]
    strings: tuple[WrittenString, ...]
    lookups: tuple[Lookup, ...]
    numbers: tuple[WrittenNumbers, ...]

    def lines(self) -> Iterator[tuple[int, int]]:
        """The range of each line that is not empty."""
        return (match.span() for match in _LINE.finditer(self.code))

    def line_sizes(self) -> Iterator[tuple[int, int, int]]:
        """The range of each line and how many characters of code stand on it: no strings, no comments, no space."""
        for start, end in self.lines():
            yield start, end, sum(map(len, self.bare[start:end].split()))


def read_script(ast: Ast) -> ScriptText:
    """Take a parsed script apart."""
    names: list[Identifier] = []
    variables: list[Identifier] = []
    bound: set[str] = set()
    strings: list[WrittenString] = []
    literals: list[tuple[int, int]] = []
    lookups: list[Lookup] = []
    numbers: list[WrittenNumbers] = []
    for node, parent in walk_with_parents(ast.root):
        kind = type(node)
        if kind in _BINDING:
            bound.update(_bound_by(node))
            continue
        if kind not in _TOLD:
            continue
        match node:
            case Identifier():
                names.append(node)
                if not _is_property_name(node, parent):
                    variables.append(node)
            case StringLiteral(start, end, value):
                strings.append(WrittenString(value, start, end))
                literals.append((start, end))
            case TemplateElement(start, end, cooked):
                strings.append(WrittenString(cooked or "", start, end))
                literals.append((start, end))
            case RegExpLiteral(start, end):
                literals.append((start, end))
            case MemberExpression():
                if is_lookup(node):
                    lookups.append(_lookup(ast.script.text, node))
            case ArrayExpression(start, end, elements):
                values = [each.value for each in elements if isinstance(each, NumberLiteral)]
                if values and len(values) == len(elements) and all(map(_is_code, values)):
                    numbers.append(WrittenNumbers(tuple(map(int, values)), start, end))
            case _:
                pass
    code = _blanked(ast.script.text, ((comment.start, comment.end) for comment in ast.comments))
    return ScriptText(
        code=code,
        bare=_blanked(code, sorted(literals)),
        names=tuple(names),
        variables=tuple(name for name in variables if name.name in bound),
        strings=tuple(strings),
        lookups=tuple(lookups),
        numbers=tuple(numbers),
    )


def _is_code(number: float) -> bool:
    return 0 <= number < _CODES and number.is_integer()


def _lookup(text: str, member: MemberExpression) -> Lookup:
    owner = text[max(member.start, member.object.end - _OWNER) : member.object.end]
    return Lookup(owner, member.start, member.end, _HEXADECIMAL.search(text, member.object.end, member.end) is not None)


def _bound_by(node: Node) -> Iterator[str]:
    """The names a node binds: of variables, parameters, functions, classes and caught errors."""
    match node:
        case VariableDeclarator(id=target):
            patterns: tuple[Node | None, ...] = (target,)
        case Function(id=name, params=params):
            patterns = (name, *params)
        case Class(id=name):
            patterns = (name,)
        case CatchClause(param=param):
            patterns = (param,)
        case _:
            return
    for pattern in patterns:
        if pattern is not None:
            yield from _names_in(pattern)


def _names_in(pattern: Node) -> Iterator[str]:
    """The names of a pattern; default values may hold functions, whose own names are found on their own."""
    if isinstance(pattern, Identifier):
        yield pattern.name
    elif isinstance(pattern, AssignmentPattern):
        yield from _names_in(pattern.left)
    else:
        for node, parent in walk_with_parents(pattern):
            if isinstance(node, Identifier) and not _is_property_name(node, parent):
                yield node.name


def _is_property_name(node: Identifier, parent: Node | None) -> bool:
    match parent:
        case MemberExpression(property=name, computed=False):
            return name is node
        case Property(key=name, computed=False, shorthand=False) | MethodDefinition(key=name, computed=False):
            return name is node
        case PropertyDefinition(key=name, computed=False):
            return name is node
        case _:
            return False


def _blanked(text: str, ranges: Iterable[tuple[int, int]]) -> str:
    """The text with spaces in these sorted ranges; line ends within them stay."""
    kept: list[str] = []
    at = 0
    for start, end in ranges:
        if start >= at:
            kept += (text[at:start], _LINE.sub(lambda line: " " * len(line[0]), text[start:end]))
            at = end
    return "".join((*kept, text[at:]))
