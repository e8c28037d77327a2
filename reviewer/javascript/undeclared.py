"""Scopes of one page -> where a name that nobody declares is given its value: it becomes a global of the page.

That happens in sloppy code alone; strict code ends with an error there (ECMA-262, 6.2.5.6). Of each name the first
place is told. What the platform itself has under a name is no new one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewer.javascript import syntax as s
from reviewer.javascript.ast import Ast
from reviewer.javascript.facts import Use
from reviewer.javascript.places import Places
from reviewer.javascript.scopes import Scope, Scopes

NAME = "name:undeclared"
"""Under the global object, what stands in rows for all such names: no script could write it."""


def undeclared(asts: Sequence[Ast], scopes: Scopes, places: Places) -> Iterator[Use]:
    """A write of the place that stands for such names, for each of them."""
    place = places.named(places.root, NAME)
    if place is None:
        return
    strict = [_has_directive(ast.root.body) for ast in asts]
    for variable in scopes.global_scope.variables.values():
        if variable.declared or places.named(places.root, variable.name) is not None:
            continue
        for write in variable.writes:
            if strict[write.script] or _is_strict(write.function):
                continue
            yield Use(
                place=place.path,
                access="write",
                location=asts[write.script].script.location(write.offset, write.offset + len(variable.name)),
                function="",
                models=place.models,
                arguments=(),
                target=None,
                opened=None,
                asked=None,
                given=(),
                inside=(),
            )
            break


def _is_strict(scope: Scope) -> bool:
    """Whether code in a function is strict, by what is around it."""
    at: Scope | None = scope
    while at is not None:
        if at.kind in {"class", "module"}:
            return True
        body = at.block.body if isinstance(at.block, s.Function) else None
        if isinstance(body, s.BlockStatement) and _has_directive(body.body):
            return True
        at = at.parent
    return False


def _has_directive(body: Sequence[s.Node]) -> bool:
    for statement in body:
        if not isinstance(statement, s.ExpressionStatement) or statement.directive is None:
            return False
        if statement.directive == "use strict":
            return True
    return False
