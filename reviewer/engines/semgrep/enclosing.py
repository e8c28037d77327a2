"""Offsets in a script -> the name of the function each stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reviewer.javascript import syntax as s
from reviewer.javascript.ast import Ast
from reviewer.javascript.walking import walk_with_parents


def enclosing_functions(ast: Ast, offsets: Iterable[int]) -> Mapping[int, str]:
    """For each offset the innermost function that has a name, of its own or from where it is put; "" at top level."""
    spans = sorted(_named(ast.root), key=lambda span: (span[0], -span[1]))
    found: dict[int, str] = {}
    around: list[tuple[int, int, str]] = []
    following = 0
    for offset in sorted(set(offsets)):
        while following < len(spans) and spans[following][0] <= offset:
            around.append(spans[following])
            following += 1
        # What ended is dropped for good, but only from the top: an outer function outlives its inner ones.
        while around and around[-1][1] <= offset:
            around.pop()
        found[offset] = next((name for _, end, name in reversed(around) if end > offset), "")
    return found


def _named(root: s.Node) -> Iterator[tuple[int, int, str]]:
    for node, parent in walk_with_parents(root):
        if isinstance(node, s.Function):
            name = node.id.name if node.id is not None else _given(parent)
            if name:
                yield node.start, node.end, name


def _given(parent: s.Node | None) -> str:
    """The name that an anonymous function is put under."""
    match parent:
        case s.VariableDeclarator(id=target) | s.AssignmentExpression(left=target) | s.AssignmentPattern(left=target):
            return _word(target)
        case (
            s.Property(key=key, computed=False)
            | s.MethodDefinition(key=key, computed=False)
            | s.PropertyDefinition(key=key, computed=False)
        ):
            return _word(key)
        case _:
            return ""


def _word(node: s.Node) -> str:
    match node:
        case s.Identifier(name=name) | s.PrivateIdentifier(name=name):
            return name
        case s.StringLiteral(value=value):
            return value
        case s.MemberExpression(property=inner, computed=False):
            return _word(inner)
        case _:
            return ""
