"""Conditions of one page's scripts -> what they prove, with the paths, constants and functions behind the names."""

from __future__ import annotations

from collections.abc import Callable

from reviewer.javascript import syntax as s
from reviewer.javascript.constants import Array, Constant, Text
from reviewer.javascript.environment import Path
from reviewer.javascript.guards import Guards, Proof
from reviewer.javascript.scopes import Scopes, Variable

_SAME_TEXT = frozenset({"trim", "toString", "toLowerCase", "trimStart", "trimEnd"})
_OWN_SITE = "https://own.site"
"""Stands for the page's own origin, which is as good as a constant."""


class Conditions:
    """Names and constants as conditions need them; `constant` tells the constant a variable is, if it is one.

    `functions` are those that names are declared as, `derived` the paths that parsed URLs came from.
    """

    def __init__(self, scopes: Scopes, constant: Callable[[Variable], Constant | None]) -> None:
        self.functions: dict[Variable, s.Function] = {}
        self.derived: dict[Variable, Path] = {}
        self._scopes = scopes
        self._constant = constant
        self._guards = Guards(self.path, self.text, self.derived, self._returned, self.items)

    def proves(self, test: s.Node, *, truth: bool) -> frozenset[Proof]:
        """What holds when a test came out as `truth`."""
        return self._guards.proves(test, truth=truth)

    def path(self, node: s.Node) -> Path | None:
        """The access path that an expression is, if it is one."""
        keys: list[str] = []
        while True:
            match node:
                case s.ChainExpression():
                    node = node.expression
                case s.MemberExpression():
                    if not node.computed and isinstance(node.property, s.Identifier):
                        keys.append(node.property.name)
                    elif isinstance(node.property, s.StringLiteral):
                        keys.append(node.property.value)
                    else:
                        return None
                    node = node.object
                case s.Identifier():
                    variable = self._scopes.of_identifier.get(node)
                    return None if variable is None else (variable, tuple(reversed(keys)))
                case s.CallExpression(callee=s.Identifier(name="String"), arguments=(only,)) if not keys:
                    node = only
                case s.LogicalExpression(operator="||" | "??", left=left, right=s.StringLiteral()) if not keys:
                    # `x || ''`: what is proven of it holds for x wherever x is not replaced by the constant.
                    node = left
                case s.CallExpression(callee=s.MemberExpression(property=s.Identifier(name=name)) as callee) if (
                    name in _SAME_TEXT and not keys
                ):
                    node = callee.object
                case _:
                    return None

    def text(self, node: s.Node) -> str | None:
        """The constant string an expression is, without drawing anything."""
        match node:
            case s.StringLiteral():
                return node.value
            case s.TemplateLiteral(quasis=(only,)):
                return only.cooked
            case s.Identifier():
                variable = self._scopes.of_identifier.get(node)
                value = None if variable is None else self._constant(variable)
                return value.value if isinstance(value, Text) else None
            case s.MemberExpression(object=holder, property=s.Identifier(name="origin" | "host")) if _is_location(
                holder
            ):
                return _OWN_SITE
            case _:
                return None

    def items(self, node: s.Node) -> tuple[str, ...]:
        """The constant texts of a list, written out, behind a name, or made into a Set."""
        match node:
            case s.ArrayExpression(elements=elements):
                return tuple(item.value for item in elements if isinstance(item, s.StringLiteral))
            case s.NewExpression(arguments=(s.ArrayExpression() as inner,)):
                return self.items(inner)
            case s.Identifier():
                variable = self._scopes.of_identifier.get(node)
                value = None if variable is None else self._constant(variable)
                items = value.items if isinstance(value, Array) else ()
                return tuple(item.value for item in items if isinstance(item, Text))
            case _:
                return ()

    def _returned(self, callee: s.Node) -> tuple[tuple[Variable, ...], s.Node] | None:
        """Parameters and returned expression of a local function that does nothing else."""
        variable = self._scopes.of_identifier.get(callee) if isinstance(callee, s.Identifier) else None
        function = None if variable is None else self.functions.get(variable)
        if function is None:
            return None
        body: s.Node | None = function.body
        if isinstance(body, s.BlockStatement):
            last = body.body[0] if len(body.body) == 1 else None
            body = last.argument if isinstance(last, s.ReturnStatement) else None
        names = [self._scopes.of_identifier.get(p) for p in function.params if isinstance(p, s.Identifier)]
        if body is None or len(names) != len(function.params):
            return None
        return tuple(name for name in names if name is not None), body


def _is_location(holder: s.Node) -> bool:
    match holder:
        case s.Identifier(name="location"):
            return True
        case s.MemberExpression(property=s.Identifier(name="location")):
            return True
        case _:
            return False
