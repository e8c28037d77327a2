"""A loop that makes one text of another, step by step -> the function from the one to the other that it amounts to.

`for (const c of FORBIDDEN) t = t.replaceAll(c, '')` does to `t` what a function would do with this loop as its body,
so that it can be tried like one. That is not done to bundles, which have very many loops.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reviewer.javascript import syntax as s
from reviewer.javascript.functions import own_scope
from reviewer.javascript.graph import Treatment
from reviewer.javascript.rewriting import rewritten
from reviewer.javascript.walking import walk

if TYPE_CHECKING:
    from reviewer.javascript.builder import Builder
    from reviewer.javascript.scopes import Variable

_LONGEST = 1_500
"""Characters of a loop that is looked at."""

_LEAVING = frozenset({s.ReturnStatement, s.AwaitExpression, s.YieldExpression, s.ThrowStatement})
_SETTLED = (s.Literal, s.ArrayExpression, s.ObjectExpression, s.Function, s.NewExpression, s.TemplateLiteral)
"""What a name is given that means the same everywhere, as far as the text tells."""


def each(b: Builder, statement: s.ExpressionStatement) -> None:
    """`list.forEach((c) => { t = t.replaceAll(c, ''); })` does the same to a variable of the function around it."""
    match statement.expression:
        case s.CallExpression(
            callee=s.MemberExpression(property=s.Identifier(name="forEach")), arguments=(s.Function() as function,)
        ) if statement.end - statement.start <= _LONGEST and not b.scopes.is_bundle:
            if b.members_written(statement):
                _each_written(b, statement.expression, function)
                return
            changed = _assigned(b, function)
        case _:
            b.evaluate(statement.expression)
            return
    treatment: Treatment | None = None
    variable = changed[0] if len(changed) == 1 else None
    names = {} if variable is None else _names(b, statement)
    if variable is not None and variable in names and variable.scope.function is own_scope(b):
        given = [one for one in names if one is not variable and not _is_fixed(b, one, statement)]
        if len(given) < 2 and not b.versioned(variable):
            nodes = [b.evaluate(names[one]) for one in (variable, *given)]
            treatment = Treatment(_treating(b, statement, names, (variable, *given)), tuple(nodes))
    b.evaluate(statement.expression)
    if treatment is not None and variable is not None:
        whole, result = b.variable_node(variable, statement), b.node(statement)
        b.graph.names[result] = variable.name
        b.graph.edge(whole, result)
        b.graph.edge(treatment.given[0], result)
        b.graph.treated[result] = treatment
        b.slots.put(b.env, whole, result)


def _each_written(b: Builder, call: s.CallExpression, function: s.Function) -> None:
    if b.env.proven:
        b.env.forget_keys(b.members_written(call))
    b.evaluate(call)
    if isinstance(call.callee, s.MemberExpression) and function.params and not function.is_async:
        rewritten(b, call, call.callee.object, function.params[0], function.body)


def _assigned(b: Builder, function: s.Function) -> list[Variable]:
    """The variables of other functions that a callback assigns."""
    found: dict[Variable, None] = {}
    for node in walk(function):
        target: s.Node | None = node.left if isinstance(node, s.AssignmentExpression) else None
        if isinstance(node, s.UpdateExpression):
            target = node.argument
        variable = b.scopes.of_identifier.get(target) if isinstance(target, s.Identifier) else None
        if variable is not None and not _is_inside(b, variable, function):
            found[variable] = None
    return list(found)


def before(b: Builder, loop: s.Statement) -> tuple[Variable, Treatment] | None:
    """The only variable that a loop changes, and how, if the walk over the code stands before such a loop."""
    if b.scopes.is_bundle or loop.end - loop.start > _LONGEST or b.members_written(loop):
        return None
    changed = [variable for variable in b.assigned_in(loop, own_scope(b)) if not _is_inside(b, variable, loop)]
    shared = b.assigned_in(loop, own_scope(b), versioned=False)
    if len(changed) != 1 or not all(_is_inside(b, variable, loop) for variable in shared):
        return None
    if any(_leaves(node) for node in walk(loop)):
        return None
    variable, names = changed[0], _names(b, loop)
    if variable not in names or variable not in b.env.versions:
        return None
    given = [one for one in names if one is not variable and not _is_fixed(b, one, loop)]
    if len(given) > 1:
        return None
    nodes = [b.env.versions[variable]]
    nodes += [b.env.versions.get(one, b.variable_node(one, names[one])) for one in given]
    return variable, Treatment(_treating(b, loop, names, (variable, *given)), tuple(nodes))


def behind(b: Builder, loop: s.Node, treated: tuple[Variable, Treatment] | None) -> None:
    """The variable holds what the loop has made of it."""
    if treated is None or b.env.dead:
        return
    variable, treatment = treated
    now = b.env.versions.get(variable)
    if now is not None:
        result = b.node(loop)
        b.graph.names[result] = variable.name
        b.graph.edge(now, result)
        b.graph.treated[result] = treatment
        b.env.versions[variable] = result


def _leaves(node: s.Node) -> bool:
    """Whether a loop may be left by this before it has run through, or for a while."""
    if isinstance(node, s.BreakStatement | s.ContinueStatement):
        return node.label is not None
    return type(node) in _LEAVING


def _names(b: Builder, code: s.Node) -> dict[Variable, s.Identifier]:
    """The variables that a piece of code speaks of, each with one of the places."""
    names: dict[Variable, s.Identifier] = {}
    for node in walk(code):
        known = b.scopes.of_identifier.get(node) if isinstance(node, s.Identifier) else None
        if known is not None and isinstance(node, s.Identifier):
            names.setdefault(known, node)
    return names


def _treating(
    b: Builder, code: s.Statement, names: Mapping[Variable, s.Identifier], given: Sequence[Variable]
) -> s.Function:
    """The function with this code as its body: from what the first variable and others are to what the first becomes.

    There is one for each piece of code.
    """
    function = b.treatments.get(code)
    if function is None:
        at, end = code.start, code.end
        params = tuple(names[variable] for variable in given)
        body = s.BlockStatement(at, end, (code, s.ReturnStatement(at, end, params[0])))
        function = s.FunctionExpression(at, end, None, params, body, is_async=False, generator=False)
        b.treatments[code] = function
    return function


def _is_inside(b: Builder, variable: Variable, loop: s.Node) -> bool:
    """Whether all that a variable is ever given it is given in the loop."""
    return bool(variable.writes) and all(
        write.script == b.script and loop.start <= write.offset < loop.end for write in variable.writes
    )


def _is_fixed(b: Builder, variable: Variable, code: s.Node) -> bool:
    """Whether a name belongs to a piece of code alone, or means the same wherever it is looked at."""
    if _is_inside(b, variable, code) or (not variable.declared and not variable.writes):
        return True
    given = b.conditions.meaning.definitions.names.get(variable)
    return given is not None and not given.keys and isinstance(given.node, _SETTLED)
