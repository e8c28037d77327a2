"""The trial interpreter: statements."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from reviewer.javascript import syntax as s
from reviewer.javascript.trial import library
from reviewer.javascript.trial.values import UNDEFINED, Closure, Thrown, Unknown, Value, same, truthy

if TYPE_CHECKING:
    from reviewer.javascript.trial.machine import Machine

Outcome = tuple[str, Value] | None
"""How a statement ended other than at its end: break, continue, or return with a value."""


def run_body(m: Machine, body: s.BlockStatement) -> Value:
    """What the body of a function returns."""
    outcome = _block(m, body.body)
    return outcome[1] if outcome is not None and outcome[0] == "return" else UNDEFINED


def _block(m: Machine, nodes: Sequence[s.Node]) -> Outcome:
    for node in nodes:
        if isinstance(node, s.FunctionDeclaration) and node.id is not None:
            m.declare(node.id, Closure(node, m.frame))
    for node in nodes:
        outcome = _run(m, node)
        if outcome is not None:
            return outcome
    return None


def _run(m: Machine, node: s.Node) -> Outcome:
    m.step()
    m.passed.add(node)
    handler = _STATEMENTS.get(type(node))
    if handler is None:
        raise Unknown
    return handler(m, node)


def _expression(m: Machine, node: s.ExpressionStatement) -> Outcome:
    m.evaluate(node.expression)
    return None


def _variables(m: Machine, node: s.VariableDeclaration) -> Outcome:
    for declarator in node.declarations:
        if declarator.init is not None:
            _declare(m, declarator.id, m.evaluate(declarator.init))
        elif isinstance(declarator.id, s.Identifier):
            m.declare(declarator.id, UNDEFINED)
    return None


def _declare(m: Machine, pattern: s.Node, value: Value) -> None:
    if isinstance(pattern, s.Identifier):
        m.declare(pattern, value)
    else:
        m.bind(pattern, value)


def _return(m: Machine, node: s.ReturnStatement) -> Outcome:
    return ("return", UNDEFINED if node.argument is None else m.evaluate(node.argument))


def _if(m: Machine, node: s.IfStatement) -> Outcome:
    arm = node.consequent if truthy(m.evaluate(node.test)) else node.alternate
    return None if arm is None else _run(m, arm)


def _loop(m: Machine, body: s.Node, test: s.Node | None, update: s.Node | None, *, first: bool) -> Outcome:
    while first or test is None or truthy(m.evaluate(test)):
        first = False
        outcome = _run(m, body)
        if outcome is not None and outcome[0] != "continue":
            return None if outcome[0] == "break" else outcome
        if update is not None:
            m.evaluate(update)
    return None


def _for(m: Machine, node: s.ForStatement) -> Outcome:
    if isinstance(node.init, s.VariableDeclaration):
        _variables(m, node.init)
    elif node.init is not None:
        m.evaluate(node.init)
    return _loop(m, node.body, node.test, node.update, first=False)


def _for_each(m: Machine, node: s.ForOfStatement | s.ForInStatement) -> Outcome:
    whole = m.evaluate(node.right)
    items = library.keys(whole) if isinstance(node, s.ForInStatement) else library.items(whole)
    for item in items:
        if isinstance(node.left, s.VariableDeclaration):
            _declare(m, node.left.declarations[0].id, item)
        else:
            m.bind(node.left, item)
        outcome = _run(m, node.body)
        if outcome is not None and outcome[0] != "continue":
            return None if outcome[0] == "break" else outcome
    return None


def _switch(m: Machine, node: s.SwitchStatement) -> Outcome:
    value = m.evaluate(node.discriminant)
    at = next((i for i, c in enumerate(node.cases) if c.test is not None and same(value, m.evaluate(c.test))), None)
    if at is None:
        at = next((i for i, c in enumerate(node.cases) if c.test is None), len(node.cases))
    for case in node.cases[at:]:
        outcome = _block(m, case.consequent)
        if outcome is not None:
            return None if outcome[0] == "break" else outcome
    return None


def _try(m: Machine, node: s.TryStatement) -> Outcome:
    if node.finalizer is not None or node.handler is None:
        raise Unknown
    try:
        return _block(m, node.block.body)
    except Thrown:
        return _block(m, node.handler.body.body)


def _throw(_m: Machine, _node: s.ThrowStatement) -> Outcome:
    raise Thrown


def _leave(_m: Machine, node: s.BreakStatement | s.ContinueStatement) -> Outcome:
    if node.label is not None:
        raise Unknown
    return ("break" if isinstance(node, s.BreakStatement) else "continue", UNDEFINED)


Run = Callable[["Machine", Any], Outcome]
_STATEMENTS: Mapping[type[s.Node], Run] = MappingProxyType(
    {
        s.ExpressionStatement: _expression,
        s.BlockStatement: lambda m, node: _block(m, node.body),
        s.EmptyStatement: lambda _m, _node: None,
        s.FunctionDeclaration: lambda _m, _node: None,
        s.VariableDeclaration: _variables,
        s.ReturnStatement: _return,
        s.IfStatement: _if,
        s.WhileStatement: lambda m, node: _loop(m, node.body, node.test, None, first=False),
        s.DoWhileStatement: lambda m, node: _loop(m, node.body, node.test, None, first=True),
        s.ForStatement: _for,
        s.ForOfStatement: _for_each,
        s.ForInStatement: _for_each,
        s.SwitchStatement: _switch,
        s.TryStatement: _try,
        s.ThrowStatement: _throw,
        s.BreakStatement: _leave,
        s.ContinueStatement: _leave,
    }
)
