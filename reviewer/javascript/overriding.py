"""Trees and scopes of one page -> which methods a prototype that inherits surely has of its own.

`Part.prototype = Object.create(Whole.prototype); Part.prototype.show = function () {...}`: where this stands at the
beginning of a script or function, before anything is called, no `show` of `Whole` is ever found on a `Part`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reviewer.javascript import syntax as s
from reviewer.javascript.ast import Ast
from reviewer.javascript.definitions import Definitions, key_name
from reviewer.javascript.scopes import Scopes, Variable
from reviewer.javascript.walking import walk

_STILL = (s.Function, s.Literal, s.Identifier)
"""What can be given to a name without running anything."""


def overridden(asts: Sequence[Ast], scopes: Scopes, definitions: Definitions) -> Mapping[s.Node, frozenset[str]]:
    """Calls of `Object.create` that make a prototype -> the names of what it gets before anybody can ask for it."""
    if None in scopes.removed:
        return {}
    return {
        made: frozenset(names) - scopes.removed
        for ast in asts
        for node in walk(ast.root)
        if isinstance(node, s.Program | s.BlockStatement)
        for made, names in _Beginning(node, scopes, definitions).prototypes()
    }


class _Beginning:
    """The statements of a script, a function or a block up to the first that might call something of its own."""

    def __init__(self, of: s.Program | s.BlockStatement, scopes: Scopes, definitions: Definitions) -> None:
        self._scopes = scopes
        self._definitions = definitions
        self._body = of.body
        self._functions = {
            variable
            for node in self._body
            if isinstance(node, s.FunctionDeclaration) and (variable := self._variable(node.id)) is not None
        }
        self._made: dict[Variable, s.Node] = {}
        self._names: dict[s.Node, set[str]] = {}

    def prototypes(self) -> Iterator[tuple[s.Node, set[str]]]:
        """Each prototype that is made there, by the call, with the names that it is given."""
        for statement in self._body if self._functions else ():
            if not self._is_still(statement):
                break
        yield from self._names.items()

    def _is_still(self, statement: s.Node) -> bool:
        """Whether a statement calls nothing of the code's own; what it gives to a prototype is noted."""
        match statement:
            case s.FunctionDeclaration() | s.ExpressionStatement(expression=s.StringLiteral()):
                return True
            case s.VariableDeclaration(declarations=declarations):
                return all(
                    isinstance(each.id, s.Identifier) and (each.init is None or isinstance(each.init, _STILL))
                    for each in declarations
                )
            case s.ExpressionStatement(
                expression=s.AssignmentExpression(operator="=", left=s.MemberExpression() as left, right=right)
            ):
                return self._given(left, right)
            case _:
                return False

    def _given(self, left: s.MemberExpression, right: s.Node) -> bool:
        name = key_name(left.property, computed=left.computed)
        function, holder = self._variable(left.object), self._prototype_of(left.object)
        if name == "prototype" and function in self._functions and self._inherits(right):
            self._made[function] = right
            self._names[right] = set()
            return True
        if name in {None, "prototype"} or not isinstance(right, _STILL):
            return False
        if holder in self._made and name is not None:
            self._names[self._made[holder]].add(name)
        return holder is not None or function in self._functions

    def _inherits(self, node: s.Node) -> bool:
        """Whether it is `Object.create(F.prototype)` of a function that is declared here, too.

        A prototype from elsewhere may be frozen, so that what inherits of it cannot be given another method.
        """
        match node:
            case s.CallExpression(
                callee=s.MemberExpression(object=s.Identifier(name="Object"), property=s.Identifier(name="create")),
                arguments=(parent,),
            ):
                return self._prototype_of(parent) is not None
            case _:
                return False

    def _prototype_of(self, node: s.Node) -> Variable | None:
        """The function declared here whose `prototype` a node is."""
        match node:
            case s.MemberExpression(object=holder, property=s.Identifier(name="prototype"), computed=False):
                variable = self._variable(holder)
                return variable if variable in self._functions else None
            case _:
                return None

    def _variable(self, node: s.Node | None) -> Variable | None:
        """The variable that a node names, if a function is all that it ever is."""
        variable = self._scopes.of_identifier.get(node) if isinstance(node, s.Identifier) else None
        given = None if variable is None else self._definitions.names.get(variable)
        return variable if given is not None and isinstance(given.node, s.FunctionDeclaration) else None
