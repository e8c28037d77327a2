"""The beginning of a script, done before anything else: what its tables hold when the rest of it runs.

Obfuscated code keeps its texts in a table, turns that round until a sum is right, and reads it by a function that
replaces itself. Statements at the top of a script are done in order as far as they need nothing of the page; what one
that cannot be done may have changed is not known afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewer.javascript import syntax as s
from reviewer.javascript.ast import Ast
from reviewer.javascript.scopes import Scopes, Variable
from reviewer.javascript.trial.machine import Machine
from reviewer.javascript.trial.values import Closure, Thrown, Unknown
from reviewer.javascript.walking import walk

_STEPS, _MOST = 300_000, 40
"""Steps of all statements together, and how many statements may fail before the rest is left alone."""


def run(machine: Machine, asts: Iterable[Ast], scopes: Scopes) -> None:
    """Do what can be done; the machine knows afterwards what these scripts' own variables hold."""
    for ast in asts:
        if any(_is_table(node) for node in ast.root.body):
            _Beginning(machine, scopes).run(ast.root)


def _is_table(node: s.Node) -> bool:
    """Whether a statement may be the table that others read: an array at the top, or a function that gives one."""
    match node:
        case s.VariableDeclaration(declarations=declarations):
            return any(isinstance(each.init, s.ArrayExpression) for each in declarations)
        case s.FunctionDeclaration(body=s.BlockStatement(body=(s.VariableDeclaration() as first, *_))):
            return _is_table(first)
        case _:
            return False


class _Beginning:
    """One script."""

    def __init__(self, machine: Machine, scopes: Scopes) -> None:
        self._machine = machine
        self._scopes = scopes
        self._failed = 0

    def run(self, root: s.Program) -> None:
        machine = self._machine
        for node in root.body:
            if isinstance(node, s.FunctionDeclaration) and node.id is not None:
                self._know(node.id, node)
        machine.begin(_STEPS)
        for node in root.body:
            if self._failed >= _MOST:
                break
            match node:
                case s.VariableDeclaration(declarations=declarations):
                    for each in declarations:
                        if isinstance(each.id, s.Identifier) and each.init is not None:
                            self._do(each.init, each.id)
                        else:
                            self._forget(each)
                case s.ExpressionStatement(expression=expression):
                    self._do(expression, None)
                case s.FunctionDeclaration() | s.EmptyStatement():
                    continue
                case _:
                    self._forget(node)
        machine.end()

    def _know(self, name: s.Identifier, node: s.Function) -> None:
        variable = self._scopes.of_identifier.get(name)
        if variable is not None:
            self._machine.own[variable] = Closure(node, None)

    def _do(self, expression: s.Node, name: s.Identifier | None) -> None:
        variable = None if name is None else self._scopes.of_identifier.get(name)
        try:
            value = self._machine.try_top(expression)
        except (Unknown, Thrown):
            self._failed += 1
            self._forget(expression)
            if variable is not None:
                self._machine.own.pop(variable, None)
            return
        if variable is not None:
            self._machine.own[variable] = value

    def _forget(self, node: s.Node) -> None:
        """A part of the code was not done: what it may have changed is not known."""
        for variable in self._changed(node):
            self._machine.own.pop(variable, None)

    def _changed(self, node: s.Node) -> Iterator[Variable]:
        """The variables that are written in a part of the code, or whose content something there may change."""
        read = set()
        for part in walk(node):
            match part:
                case (
                    s.MemberExpression(object=s.Identifier() as holder)
                    | s.CallExpression(callee=s.Identifier() as holder)
                ):
                    read.add(holder)
                case _:
                    continue
        for part in walk(node):
            match part:
                case s.AssignmentExpression(left=target) | s.UpdateExpression(argument=target):
                    yield from self._behind(target)
                case s.CallExpression(callee=s.MemberExpression(object=owner, property=key, computed=computed)):
                    if computed or (isinstance(key, s.Identifier) and key.name in _CHANGING):
                        yield from self._behind(owner)
                case s.Identifier() if part not in read:
                    variable = self._scopes.of_identifier.get(part)
                    held = None if variable is None else self._machine.own.get(variable)
                    if variable is not None and isinstance(held, list | dict):
                        yield variable
                case _:
                    continue

    def _behind(self, target: s.Node) -> Iterator[Variable]:
        while isinstance(target, s.MemberExpression):
            target = target.object
        variable = self._scopes.of_identifier.get(target) if isinstance(target, s.Identifier) else None
        if variable is not None:
            yield variable


_CHANGING = frozenset({"copyWithin", "fill", "pop", "push", "reverse", "shift", "sort", "splice", "unshift"})
