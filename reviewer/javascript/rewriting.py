"""A loop that gives a property of every element of a list another value -> what is read there from then on.

`rows.forEach((row) => { row.name = escape(row.name); })`: behind it `row.name` of any row is what was written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reviewer.javascript import syntax as s
from reviewer.javascript.environment import ELEMENT, Proof
from reviewer.javascript.walking import walk

if TYPE_CHECKING:
    from reviewer.javascript.builder import Builder

_WRITTEN = "@"
"""What the proofs begin with that a property of each element has the value of this node."""

_LEAVING = frozenset({s.ReturnStatement, s.BreakStatement, s.ContinueStatement, s.ThrowStatement, s.YieldExpression})


def rewritten(b: Builder, loop: s.Node, whole: s.Node, element: s.Node, body: s.Node) -> None:
    """A loop over all elements has run, or a callback was given each of them."""
    name = element.declarations[0].id if isinstance(element, s.VariableDeclaration) else element
    if not isinstance(name, s.Identifier):
        return
    found = list(_written(b, loop, whole, name, body.body if isinstance(body, s.BlockStatement) else (body,)))
    for path, _ in found:
        b.env.forget(path)
    if found:
        b.env = b.env.learn(found)


def stands(b: Builder, expression: s.Node) -> int:
    """The node of what a loop has written into this property of each element, -1 where the expression is no such."""
    if not isinstance(expression, s.MemberExpression) or not b.rewriting:
        return -1
    path = b.conditions.in_list(expression)
    guards = () if path is None else b.env.proven.get(path, ())
    return next((int(guard[len(_WRITTEN) :]) for guard in guards if guard.startswith(_WRITTEN)), -1)


def _written(b: Builder, loop: s.Node, whole: s.Node, name: s.Identifier, body: Sequence[s.Node]) -> Iterator[Proof]:
    around, variable = b.conditions.path(whole), b.scopes.of_identifier.get(name)
    names = b.members_written(loop)
    for statement in body if around is not None else ():
        if any(type(node) in _LEAVING for node in walk(statement)):
            return
        expression = statement.expression if isinstance(statement, s.ExpressionStatement) else statement
        match expression:
            case s.AssignmentExpression(operator="=", left=s.MemberExpression() as member):
                path, value = b.conditions.path(member), b.written.get(member)
            case _:
                continue
        if path is None or value is None or around is None or path[0] is not variable or not path[1]:
            continue
        if names.count(path[1][-1]) == 1:
            b.rewriting = True
            yield ((around[0], (*around[1], ELEMENT, *path[1])), f"{_WRITTEN}{value}")
