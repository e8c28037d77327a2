"""Scripts of a page -> what each name is once and for all, for code that is tried outside its surroundings."""

from __future__ import annotations

from collections.abc import Iterable

from reviewer.javascript import syntax as s
from reviewer.javascript.ast import Ast
from reviewer.javascript.scopes import Scopes, Variable
from reviewer.javascript.walking import walk

_CHANGING = frozenset({
    *("add", "clear", "copyWithin", "delete", "fill", "pop", "push", "reverse", "set", "shift", "sort", "splice"),
    *("unshift", "assign", "defineProperty", "defineProperties", "setPrototypeOf"),
})  # fmt: skip
"""Methods that change what they are called on, or are given."""


_TELLING = frozenset(
    {
        *(s.VariableDeclarator, s.FunctionDeclaration, s.AssignmentExpression, s.UpdateExpression),
        *(s.UnaryExpression, s.CallExpression),
    }
)
"""The nodes that give a name something, or change what it holds."""


class Definitions:
    """Looked for when first asked."""

    def __init__(self, asts: Iterable[Ast], scopes: Scopes) -> None:
        self._asts = tuple(asts)
        self._scopes = scopes
        self._found: dict[Variable, s.Node] | None = None

    def of(self, variable: Variable) -> s.Node | None:
        """The function or initial value of a name that is given once and whose content nobody changes."""
        if self._found is None:
            self._found = self._all()
        return self._found.get(variable) if len(variable.writes) == 1 else None

    def _all(self) -> dict[Variable, s.Node]:
        found: dict[Variable, s.Node] = {}
        changed: set[Variable] = set()
        for ast in self._asts:
            for node in walk(ast.root):
                if type(node) not in _TELLING:
                    continue
                match node:
                    case s.VariableDeclarator(id=s.Identifier() as name, init=s.Node() as init):
                        self._add(found, name, init)
                    case s.FunctionDeclaration(id=s.Identifier() as name):
                        self._add(found, name, node)
                    case s.AssignmentExpression(left=s.Identifier() as name, operator="=", right=right):
                        self._add(found, name, right)
                    case s.AssignmentExpression(left=s.MemberExpression() as target):
                        self._note(changed, target.object)
                    case s.UpdateExpression(argument=s.MemberExpression() as target):
                        self._note(changed, target.object)
                    case s.UnaryExpression(operator="delete", argument=s.MemberExpression() as target):
                        self._note(changed, target.object)
                    case s.CallExpression(
                        callee=s.MemberExpression(object=holder, property=s.Identifier(name=name)), arguments=args
                    ) if name in _CHANGING:
                        for part in (holder, *args[:1]):
                            self._note(changed, part)
        return {variable: node for variable, node in found.items() if variable not in changed}

    def _add(self, found: dict[Variable, s.Node], name: s.Identifier, node: s.Node) -> None:
        variable = self._scopes.of_identifier.get(name)
        if variable is not None:
            found[variable] = node

    def _note(self, changed: set[Variable], holder: s.Node) -> None:
        while isinstance(holder, s.MemberExpression):
            holder = holder.object
        variable = self._scopes.of_identifier.get(holder) if isinstance(holder, s.Identifier) else None
        if variable is not None:
            changed.add(variable)
