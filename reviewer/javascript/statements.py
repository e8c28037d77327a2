"""Statements: in which order values are assigned, which ways come together, and which guards hold where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from reviewer.javascript import loops
from reviewer.javascript import syntax as s
from reviewer.javascript.constants import Boolean, Constant, Nullish, Number, Text
from reviewer.javascript.coroutines import machine_of, returned
from reviewer.javascript.environment import Environment, Exit, Proof
from reviewer.javascript.functions import class_value, function_value, own_scope
from reviewer.javascript.generating import give
from reviewer.javascript.graph import ELEMENTS, KEYS, PART, STARTED, Computed
from reviewer.javascript.leaving import always_leaves
from reviewer.javascript.modules import export, export_all, export_default, import_
from reviewer.javascript.patterns import bind
from reviewer.javascript.renewing import renew
from reviewer.javascript.rewriting import rewritten

if TYPE_CHECKING:
    from reviewer.javascript.builder import Builder, Execute
    from reviewer.javascript.scopes import Variable


def _nothing(_b: Builder, _node: s.Node) -> None:
    return


def _unparsed(b: Builder, node: s.Unparsed) -> None:
    b.unresolved.append(("unreadable", b.script, node))


def _block(b: Builder, node: s.BlockStatement) -> None:
    b.statements(node.body)


def _variables(b: Builder, node: s.VariableDeclaration) -> None:
    for declarator in node.declarations:
        if declarator.init is None:
            _begin(b, declarator.id, node.kind)
            continue
        value = b.evaluate(declarator.init)
        bind(b, declarator.id, value, begins=True)
        starts = isinstance(declarator.id, s.Identifier) and isinstance(declarator.init, s.CallExpression)
        if starts and b.scopes.generates:
            b.slots.write(b.env, value, STARTED, b.constant(declarator, Boolean(value=False)))


def _begin(b: Builder, name: s.Node, kind: str) -> None:
    """A variable without a value is undefined from here on; a `var` only if it had none before (14.3.2)."""
    variable = b.scopes.of_identifier.get(name) if isinstance(name, s.Identifier) else None
    if variable is None or not b.versioned(variable):
        return
    if kind == "let" or (kind == "var" and not b.loops and variable not in b.env.versions):
        b.env.assign(variable, b.constant(name, Nullish("undefined")))


def _function(b: Builder, node: s.FunctionDeclaration) -> None:
    kept, b.env = b.env, Environment(versions=b.env.versions)
    value = function_value(b, node, node.id.name if node.id else "")
    b.env = kept
    if node.id is not None and node.id not in b.scopes.superseded:
        b.assign(node.id, value)


def _class(b: Builder, node: s.ClassDeclaration) -> None:
    value = class_value(b, node)
    if node.id is not None:
        b.assign(node.id, value)


def _return(b: Builder, node: s.ReturnStatement) -> None:
    machine = machine_of(b)
    value = returned(b, machine, node) if machine is not None else None
    if machine is None and node.argument is not None:
        value = b.evaluate(node.argument)
    if value is not None and not b.overruled:
        give(b, value, node)
    b.env = b.env.copy()
    b.env.dead = True


def _throw(b: Builder, node: s.ThrowStatement) -> None:
    value, target = b.evaluate(node.argument), b.catching()
    if target >= 0:
        b.graph.edge(value, target)
    b.env = b.env.copy()
    b.env.dead = True


def _if(b: Builder, node: s.IfStatement) -> None:
    """An `else if` chain is walked in a loop: it may be thousands long."""
    ends: list[Environment] = []
    at: s.Node | None = node
    b.branches += 1
    while isinstance(at, s.IfStatement):
        truth = b.truth(b.evaluate(at.test))
        otherwise = b.assume(at.test, truth=False, known=truth)
        b.env = b.assume(at.test, truth=True, known=truth)
        b.execute(at.consequent)
        ends.append(b.env)
        b.env = otherwise
        at = at.alternate
    if at is not None:
        b.execute(at)
    ends.append(b.env)
    b.branches -= 1
    b.env = b.join(node, ends)


def _loop(b: Builder, node: s.Statement, body: s.Node, test: s.Node | None, update: s.Node | None) -> None:
    """Any loop: variables assigned inside get a version that is the old or the new value.

    `update` is evaluated after each turn; a loop without a `test` may end before its first turn unless it is do-while.
    """
    treated = loops.before(b, node)
    phis = {}
    for variable in b.assigned_in(node, own_scope(b)):
        old = b.env.versions.get(variable)
        phi = phis[variable] = b.node(node)
        b.graph.names[phi] = variable.name
        if old is not None:
            b.graph.edge(old, phi)
        if b.is_refilled(variable, node):
            b.env.assign(variable, phi)
        else:
            b.env.change(variable, phi)
    if b.env.proven:
        b.env.forget_keys(b.members_written(node))
    leave = Exit(b.label, is_loop=True)
    b.label = None
    b.exits.append(leave)
    b.loops += 1
    b.branches += 1
    b.forget_written(b.env, node, own_scope(b))
    mark = b.slots.enter_loop()
    b.call(node, b.node(node), -1, ())  # a moment of its own: what is known before is not what is known inside
    if test is not None:
        truth = b.truth(b.evaluate(test))
        leave.breaks.append(b.assume(test, truth=False, known=truth))
        b.env = b.assume(test, truth=True, known=truth)
    elif isinstance(node, s.ForOfStatement | s.ForInStatement):
        leave.breaks.append(b.env.copy())
    b.execute(body)
    b.env = b.join(node, [b.env, *leave.continues])
    last = b.truth(b.evaluate(update)) if update is not None else None
    for variable, phi in phis.items():
        now = b.env.versions.get(variable)
        if now is not None:
            b.graph.edge(now, phi)
    b.slots.leave_loop(mark)
    b.loops -= 1
    b.branches -= 1
    b.exits.pop()
    if isinstance(node, s.DoWhileStatement):
        b.env = b.assume(node.test, truth=False, known=last)
    else:
        b.env.dead = True  # It goes on before the body, and ends there too.
    b.env = b.join(node, [b.env, *leave.breaks])
    loops.behind(b, node, treated)


def _run_through(b: Builder, node: s.Node, label: str | None) -> None:
    """Behind a loop that tested each element holds what it tested."""
    b.env = b.env.learn(b.conditions.after_loop(node, label))


def _while(b: Builder, node: s.WhileStatement) -> None:
    _loop(b, node, node.body, node.test, None)


def _do(b: Builder, node: s.DoWhileStatement) -> None:
    _loop(b, node, node.body, None, node.test)


def _for(b: Builder, node: s.ForStatement) -> None:
    label, b.label = b.label, None
    if isinstance(node.init, s.VariableDeclaration):
        b.execute(node.init)
    elif node.init is not None:
        b.evaluate(node.init)
    b.label = label
    _loop(b, node, node.body, node.test, node.update)
    _run_through(b, node, label)
    renew(b, node)


def _for_of(b: Builder, node: s.ForOfStatement) -> None:
    whole = b.evaluate(node.right)
    item = b.read_property(whole, ELEMENTS, node.left)
    if node.is_await:
        b.pause(node)
    _for_each(b, node, item)


def _for_in(b: Builder, node: s.ForInStatement) -> None:
    whole = b.evaluate(node.right)
    name = b.node(node.left)
    b.graph.computed[name] = Computed(KEYS, (whole,))
    b.graph.edge(whole, name, PART)
    b.access(whole, KEYS, name, node.left, writes=False)
    _for_each(b, node, name)


def _expression(b: Builder, node: s.ExpressionStatement) -> None:
    loops.each(b, node)
    renew(b, node)


def _for_each(b: Builder, node: s.ForOfStatement | s.ForInStatement, item: int) -> None:
    target = node.left.declarations[0].id if isinstance(node.left, s.VariableDeclaration) else node.left
    label = b.label
    bind(b, target, item)
    _loop(b, node, node.body, None, None)
    _run_through(b, node, label)
    if isinstance(node, s.ForOfStatement):
        rewritten(b, node, node.right, node.left, node.body)
    renew(b, node)


def _switch(b: Builder, node: s.SwitchStatement) -> None:
    asked = b.evaluate(node.discriminant)
    subject = b.known(asked)
    matches = [_matches(subject, case.test) for case in node.cases]
    leave = Exit(b.label, is_loop=False)
    b.label = None
    b.exits.append(leave)
    b.branches += 1
    start = b.env
    b.env = start.copy()
    b.env.dead = True
    for index, case in enumerate(node.cases):
        fallen = b.env
        b.env = start.copy()
        if case.test is not None:
            b.graph.computed[b.node(case.test)] = Computed("===", (asked, b.evaluate(case.test)))
            b.env = b.env.learn(b.conditions.matches(node.discriminant, [case.test]))
        elif index == len(node.cases) - 1:
            b.env = b.env.learn(_unmatched(b, node))
        never = True in matches if case.test is None else matches[index] is False or True in matches[:index]
        b.env.dead = b.env.dead or never
        b.env = b.join(case, [b.env, fallen])
        b.statements(case.consequent)
    ends = [b.env, *leave.breaks]
    if True not in matches and all(case.test is not None for case in node.cases):
        ends.append(start.learn(_unmatched(b, node)))
    b.branches -= 1
    b.exits.pop()
    b.env = b.join(node, ends)


def _unmatched(b: Builder, node: s.SwitchStatement) -> Iterator[Proof]:
    """What holds where `switch (true)` has entered none of its cases: none of the tests was true."""
    if isinstance(node.discriminant, s.BooleanLiteral):
        for case in node.cases:
            if case.test is not None:
                yield from b.conditions.proves(case.test, truth=not node.discriminant.value)


def _matches(subject: Constant | None, test: s.Node | None) -> bool | None:
    """Whether a `case` is the one that is entered; None where that is not certain."""
    match subject, test:
        case Text(value=value), s.StringLiteral(value=text):
            return value == text
        case Number(value=value), s.NumberLiteral(value=number):
            return value == number
        case Boolean(value=True), s.BooleanLiteral(value=truth):
            return truth
        case Boolean(value=False), s.BooleanLiteral(value=truth):
            return not truth
        case _:
            return None


def _try(b: Builder, node: s.TryStatement) -> None:
    start = b.env.copy()
    attempt: list[tuple[Variable, int]] = []
    handler = node.handler
    caught = b.node(handler.param or handler) if handler is not None else -1
    kept_caught, kept_result = b.caught, b.overruled
    b.overruled = b.overruled or (node.finalizer is not None and always_leaves(node.finalizer))
    b.branches += 1
    b.attempts.append(attempt)
    if handler is not None:
        b.caught = caught
    b.execute(node.block)
    b.caught = kept_caught
    b.attempts.pop()
    ends = [b.env]
    if handler is not None:
        b.env = _interrupted(b, handler, start, attempt, node.block)
        b.attempts.append(attempt)
        if handler.param is not None:
            bind(b, handler.param, caught)
        b.execute(handler.body)
        b.attempts.pop()
        ends.append(b.env)
    b.overruled = kept_result
    b.env = b.join(node, ends)
    b.branches -= 1
    if node.finalizer is not None:
        # It also runs after a `return` or `throw`, of which nothing is left behind it.
        leaves = b.env.dead
        if leaves:
            b.env = _interrupted(b, node.finalizer, start, attempt, node)
        b.execute(node.finalizer)
        b.env.dead = b.env.dead or leaves


def _interrupted(
    b: Builder, origin: s.Node, start: Environment, attempt: Sequence[tuple[Variable, int]], part: s.Node
) -> Environment:
    """What holds after a part of the code that was left somewhere in its middle."""
    env = start.copy()
    for variable in dict.fromkeys(variable for variable, _ in attempt):
        nodes = {version for name, version in attempt if name is variable}
        if variable in start.versions:
            nodes.add(start.versions[variable])
        env.assign(variable, b.merge(origin, nodes))
    b.forget_written(env, part, own_scope(b))
    return env


def _labeled(b: Builder, node: s.LabeledStatement) -> None:
    if isinstance(node.body, s.BlockStatement):
        leave = Exit(node.label.name, is_loop=False)
        b.exits.append(leave)
        b.execute(node.body)
        b.exits.pop()
        b.env = b.join(node, [b.env, *leave.breaks])
        return
    b.label = node.label.name
    b.execute(node.body)
    b.label = None


def _break(b: Builder, node: s.BreakStatement) -> None:
    for leave in reversed(b.exits):
        if leave.label == node.label.name if node.label else (leave.is_loop or leave.label is None):
            leave.breaks.append(b.env)
            break
    b.env = b.env.copy()
    b.env.dead = True


def _continue(b: Builder, node: s.ContinueStatement) -> None:
    for leave in reversed(b.exits):
        if leave.is_loop and (node.label is None or leave.label == node.label.name):
            leave.continues.append(b.env)
            break
    b.env = b.env.copy()
    b.env.dead = True


def _with(b: Builder, node: s.WithStatement) -> None:
    b.unresolved.append(("with-statement", b.script, node))
    b.around.append(b.evaluate(node.object))
    b.execute(node.body)
    b.around.pop()


STATEMENTS: Mapping[type[s.Node], Execute] = MappingProxyType(
    {
        s.ExpressionStatement: _expression,
        s.BlockStatement: _block,
        s.EmptyStatement: _nothing,
        s.DebuggerStatement: _nothing,
        s.WithStatement: _with,
        s.ReturnStatement: _return,
        s.LabeledStatement: _labeled,
        s.BreakStatement: _break,
        s.ContinueStatement: _continue,
        s.IfStatement: _if,
        s.SwitchStatement: _switch,
        s.ThrowStatement: _throw,
        s.TryStatement: _try,
        s.WhileStatement: _while,
        s.DoWhileStatement: _do,
        s.ForStatement: _for,
        s.ForInStatement: _for_in,
        s.ForOfStatement: _for_of,
        s.VariableDeclaration: _variables,
        s.FunctionDeclaration: _function,
        s.ClassDeclaration: _class,
        s.ImportDeclaration: import_,
        s.ExportNamedDeclaration: export,
        s.ExportDefaultDeclaration: export_default,
        s.ExportAllDeclaration: export_all,
        s.Unparsed: _unparsed,
    }
)
