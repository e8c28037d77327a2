"""A loop that makes one text of another, step by step -> the function from the one to the other that it amounts to.

`for (const c of FORBIDDEN) t = t.replaceAll(c, '')` does to `t` what a function would do with this loop as its body,
so that it can be tried like one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.javascript import syntax as s
from reviewer.javascript.functions import own_scope
from reviewer.javascript.graph import Treatment
from reviewer.javascript.walking import walk

if TYPE_CHECKING:
    from reviewer.javascript.builder import Builder
    from reviewer.javascript.scopes import Variable

_LONGEST = 1_500
"""Characters of a loop that is looked at."""

_LEAVING = frozenset({s.ReturnStatement, s.AwaitExpression, s.YieldExpression, s.ThrowStatement})
_SETTLED = (s.Literal, s.ArrayExpression, s.ObjectExpression, s.Function, s.NewExpression, s.TemplateLiteral)
"""What a name is given that means the same everywhere, as far as the text tells."""


def before(b: Builder, loop: s.Statement) -> tuple[Variable, Treatment] | None:
    """The only variable that a loop changes, and how, if the walk over the code stands before such a loop."""
    if loop.end - loop.start > _LONGEST or b.members_written(loop):
        return None
    changed = [variable for variable in b.assigned_in(loop, own_scope(b)) if not _is_inside(b, variable, loop)]
    shared = b.assigned_in(loop, own_scope(b), versioned=False)
    if len(changed) != 1 or not all(_is_inside(b, variable, loop) for variable in shared):
        return None
    variable = changed[0]
    names: dict[Variable, s.Identifier] = {}
    for node in walk(loop):
        if type(node) in _LEAVING or (isinstance(node, s.BreakStatement | s.ContinueStatement) and node.label):
            return None
        known = b.scopes.of_identifier.get(node) if isinstance(node, s.Identifier) else None
        if known is not None and isinstance(node, s.Identifier):
            names.setdefault(known, node)
    if variable not in names or variable not in b.env.versions:
        return None
    given = [one for one in names if one is not variable and not _is_inside(b, one, loop) and not _is_settled(b, one)]
    if len(given) > 1:
        return None
    params = (names[variable], *(names[one] for one in given))
    nodes = [b.env.versions[variable]]
    nodes += [b.env.versions.get(one, b.variable_node(one, names[one])) for one in given]
    function = b.treatments.get(loop)
    if function is None:
        function = b.treatments[loop] = _function(loop, params)
    return variable, Treatment(function, tuple(nodes))


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


def _function(loop: s.Statement, params: tuple[s.Identifier, ...]) -> s.Function:
    at, end = loop.start, loop.end
    body = s.BlockStatement(at, end, (loop, s.ReturnStatement(at, end, params[0])))
    return s.FunctionExpression(at, end, None, params, body, is_async=False, generator=False)


def _is_inside(b: Builder, variable: Variable, loop: s.Node) -> bool:
    """Whether all that a variable is ever given it is given in the loop."""
    return bool(variable.writes) and all(
        write.script == b.script and loop.start <= write.offset < loop.end for write in variable.writes
    )


def _is_settled(b: Builder, variable: Variable) -> bool:
    """Whether a name means the same wherever it is looked at."""
    if not variable.declared and not variable.writes:
        return True
    return isinstance(b.definitions.of(variable), _SETTLED)
