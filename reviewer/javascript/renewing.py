"""A loop that gives every element of an array, or every property of an object, another value -> what is in it then.

`for (const key in row) { row[key] = escape(row[key]); }`: behind it stands in `row` what was written there and nothing
of what was in it before. So it is with a local variable or parameter of which no function outside the loop speaks. Such
a loop counts as an assignment, so that the variable has a version for it: a fresh object that holds what was written,
and hands on what is written to it later to those who know the object by another name.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from reviewer.javascript import syntax as s
from reviewer.javascript.ast import Ast
from reviewer.javascript.graph import ObjectToken, Removal
from reviewer.javascript.passes import through
from reviewer.javascript.scopes import Scopes, Variable, Write
from reviewer.javascript.walking import walk
from reviewer.record import value

if TYPE_CHECKING:
    from reviewer.javascript.builder import Builder

_LONGEST = 400_000
"""Scripts with more characters are bundles, whose objects are not told apart so closely."""

_LEAVING = frozenset({s.ReturnStatement, s.BreakStatement, s.ContinueStatement, s.ThrowStatement, s.YieldExpression})
_LOOPS = (s.ForStatement, s.ForInStatement, s.ForOfStatement, s.ExpressionStatement)
_OWN = frozenset({"hasOwn", "hasOwnProperty"})
"""Tests that every property of an object passes which a loop over it comes by."""


@value
class Renewed:
    """What a loop goes through all of, and the place where it writes each element."""

    of: s.Identifier
    member: s.MemberExpression
    is_array: bool


def renewals(asts: Sequence[Ast], scopes: Scopes) -> Mapping[s.Node, Renewed]:
    """The loops that do so; each becomes a write of the variable."""
    found: dict[s.Node, Renewed] = {}
    for number, ast in enumerate(asts):
        if scopes.is_bundle or len(ast.script.text) > _LONGEST or not _writes_computed(scopes, number):
            continue
        loops: list[tuple[s.Node, Renewed, Variable]] = []
        functions: list[s.Node] = []
        for node in walk(ast.root):
            if isinstance(node, s.Function):
                functions.append(node)
            elif isinstance(node, _LOOPS):
                renewed = _renewed(node, scopes)
                variable = None if renewed is None else scopes.of_identifier.get(renewed.of)
                if renewed is not None and variable is not None and _is_local(variable):
                    loops.append((node, renewed, variable))
        nesting = _Nesting(functions if loops else ())
        seen = _seen_elsewhere(loops, nesting, scopes)
        for loop, renewed, variable in loops:
            home = variable.scope.function
            if variable not in seen and nesting.around(loop) is home.block:
                found[loop] = renewed
                variable.writes.append(Write(home, number, loop.start))
    return found


def renew(b: Builder, loop: s.Node) -> None:
    """The walk over the code stands behind such a loop; a function that it calls may be walked later."""
    renewed = b.renewals.get(loop)
    if renewed is None or b.env.dead or b.loops:
        return
    before = b.evaluate(renewed.of)
    after = b.new_object("array" if renewed.is_array else "object", loop)
    token = b.graph.tokens[after]
    if isinstance(token, ObjectToken):
        b.graph.removals.append(Removal(before, token, None))
    written = b.node(loop)
    if renewed.member in b.written:
        b.graph.edge(b.written[renewed.member], written)
    b.awaited.setdefault(renewed.member, []).append(written)
    b.write_property(after, None, written, loop)
    b.assign(renewed.of, after)


def _writes_computed(scopes: Scopes, number: int) -> bool:
    return any(name is None for _, name in scopes.members.get(number, ()))


def _is_local(variable: Variable) -> bool:
    home = variable.scope.function
    is_own = home.kind == "function" and variable.declared in {"const", "let", "var", "param"}
    return is_own and all(write.function is home for write in variable.writes)


class _Nesting:
    """The functions of a script, each with the one that it stands in."""

    def __init__(self, functions: Sequence[s.Node]) -> None:
        self._functions = sorted(functions, key=lambda each: (each.start, -each.end))
        self._starts = [each.start for each in self._functions]
        self._outer: list[int] = []
        open_ones: list[int] = []
        for index, each in enumerate(self._functions):
            while open_ones and self._functions[open_ones[-1]].end < each.end:
                open_ones.pop()
            self._outer.append(open_ones[-1] if open_ones else -1)
            open_ones.append(index)

    def around(self, node: s.Node) -> s.Node | None:
        """The function that a node stands in."""
        index = bisect_right(self._starts, node.start) - 1
        while index >= 0 and self._functions[index].end < node.end:
            index = self._outer[index]
        return self._functions[index] if index >= 0 else None


def _seen_elsewhere(
    loops: Sequence[tuple[s.Node, Renewed, Variable]], nesting: _Nesting, scopes: Scopes
) -> frozenset[Variable]:
    """The variables of which functions speak that stand in none of these loops over them."""
    captured: dict[Variable, list[s.Node]] = {}
    for loop, _, variable in loops:
        if variable.captured:
            captured.setdefault(variable, []).append(loop)
    found: set[Variable] = set()
    for name, variable in scopes.of_identifier.items() if captured else ():
        if variable in captured and variable not in found:
            inside = any(loop.start <= name.start < loop.end for loop in captured[variable])
            if not inside and nesting.around(name) is not variable.scope.function.block:
                found.add(variable)
    return frozenset(found)


def _renewed(loop: s.Node, scopes: Scopes) -> Renewed | None:
    way = through(loop)
    if way is None or not isinstance(way.of, s.Identifier):
        return None
    of, key = scopes.of_identifier.get(way.of), scopes.of_identifier.get(way.key)
    if of is None or key is None:
        return None
    found: list[s.MemberExpression] = []
    for node in walk(way.body):
        if type(node) in _LEAVING:
            return None
        target: s.Node | None = node.left if isinstance(node, s.AssignmentExpression) else None
        if isinstance(node, s.UpdateExpression | s.UnaryExpression):
            target = node.argument if getattr(node, "operator", "") in {"++", "--", "delete"} else None
        match target:
            case s.Identifier() as name if scopes.of_identifier.get(name) in {of, key}:
                return None
            case s.MemberExpression(object=s.Identifier() as name) as member if scopes.of_identifier.get(name) is of:
                found.append(member)
            case _:
                continue
    if len(found) != 1:
        return None
    for statement in _always(way.body, of, scopes):
        match statement:
            case s.AssignmentExpression(
                operator="=", left=s.MemberExpression(property=s.Identifier() as name, computed=True) as member
            ) if member is found[0] and scopes.of_identifier.get(name) is key:
                return Renewed(way.of, member, way.is_array)
            case _:
                continue
    return None


def _always(body: s.Node, of: Variable, scopes: Scopes) -> Iterator[s.Node]:
    """The expressions that are evaluated for each property the object has of its own."""
    match body:
        case s.BlockStatement(body=statements):
            for statement in statements:
                yield from _always(statement, of, scopes)
        case s.ExpressionStatement(expression=expression):
            yield expression
        case s.IfStatement(test=s.CallExpression(callee=s.MemberExpression() as callee) as test, consequent=then):
            named = callee.property if not _is_named(callee, "call") else getattr(callee.object, "property", None)
            given = (callee.object, *test.arguments)
            about = any(isinstance(each, s.Identifier) and scopes.of_identifier.get(each) is of for each in given)
            if about and isinstance(named, s.Identifier) and named.name in _OWN:
                yield from _always(then, of, scopes)
        case s.AssignmentExpression():
            yield body
        case _:
            return


def _is_named(member: s.MemberExpression, name: str) -> bool:
    return isinstance(member.property, s.Identifier) and member.property.name == name
