"""`delete o.p`, and the same by Reflect: from there on a name leads to what the object is without that property.

So it is with a local variable that is given, once, an object of the code's own. What the name leads to finds
everything else in the object as it was, and hands on to it what is written, for those who know it by another name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reviewer.javascript import syntax as s
from reviewer.javascript.ast import Ast
from reviewer.javascript.constants import Nullish
from reviewer.javascript.definitions import key_name
from reviewer.javascript.graph import ObjectToken, Removal, Token
from reviewer.javascript.places import Place
from reviewer.javascript.scopes import Scopes, Variable, Write
from reviewer.javascript.walking import walk
from reviewer.record import value

if TYPE_CHECKING:
    from reviewer.javascript.builder import Builder
    from reviewer.javascript.linking import Linker

BY_CALL = "deleteProperty"
"""The function of Reflect."""

_COPYING = frozenset({("JSON", "parse"), ("Object", "assign"), ("Object", "fromEntries")})
_PLAIN = frozenset({"instance", "json", "object"})
"""Kinds of objects that are nothing but their properties."""


@value
class Removed:
    """A property that is taken out of what a name leads to."""

    of: s.Identifier
    key: str


def removals(asts: Sequence[Ast], scopes: Scopes) -> Mapping[s.Node, Removed]:
    """What takes a property away; each counts as an assignment, so that the variable has a version for it."""
    found: dict[s.Node, Removed] = {}
    for number, ast in enumerate(asts):
        if scopes.is_bundle or not (scopes.removed or BY_CALL in ast.script.text):
            continue
        functions: list[s.Node] = []
        made: set[Variable] = set()
        taken: list[tuple[s.Node, Removed, Variable]] = []
        for node in walk(ast.root):
            if isinstance(node, s.Function):
                functions.append(node)
            elif isinstance(node, s.VariableDeclarator):
                variable = scopes.of_identifier.get(node.id) if isinstance(node.id, s.Identifier) else None
                if variable is not None and node.init is not None and _makes(node.init):
                    made.add(variable)
            elif (removed := _removed(node)) is not None:
                variable = scopes.of_identifier.get(removed.of)
                if variable is not None:
                    taken.append((node, removed, variable))
        local = [each for each in taken if each[2] in made and _is_local(each[2]) and len(each[2].writes) == 1]
        for node, removed, variable in local:
            around = max((each for each in functions if each.start < node.start < each.end), key=lambda f: f.start)
            if around is variable.scope.function.block:
                found[node] = removed
        for node, _, variable in local:
            if node in found:
                variable.writes.append(Write(variable.scope.function, number, node.start, brings=False))
    return found


def _removed(node: s.Node) -> Removed | None:
    match node:
        case s.UnaryExpression(
            operator="delete", argument=s.MemberExpression(object=s.Identifier() as of, property=key, computed=computed)
        ):
            name = key_name(key, computed=computed)
        case s.CallExpression(
            callee=s.MemberExpression(object=s.Identifier(name="Reflect"), property=s.Identifier(name=called)),
            arguments=(s.Identifier() as of, s.StringLiteral(value=name)),
        ) if called == BY_CALL:
            pass
        case _:
            return None
    return None if name is None or name.isdigit() else Removed(of, name)


def _is_local(variable: Variable) -> bool:
    return variable.scope.function.kind == "function" and variable.declared in {"const", "let", "var"}


def _makes(node: s.Node) -> bool:
    """Whether an expression gives an object of the code's own, as far as its text tells."""
    match node:
        case s.ObjectExpression():
            return True
        case s.AwaitExpression(argument=inner):
            return _makes(inner)
        case s.CallExpression(callee=s.Identifier()):
            return True
        case s.CallExpression(
            callee=s.MemberExpression(object=s.Identifier(name=holder), property=s.Identifier(name=name))
        ):
            return (holder, name) in _COPYING
        case _:
            return False


def take_out(b: Builder, node: s.Node) -> None:
    """The walk over the code is at such a place."""
    removed = b.removals.get(node)
    if removed is None:
        return
    base = b.evaluate(removed.of)
    after = b.copy_of(base, node, frozenset({removed.key}))
    token = b.graph.tokens[after]
    if isinstance(token, ObjectToken):
        b.graph.removals.append(Removal(base, token, removed.key))
    b.slots.carry(b.env, base, after)
    b.slots.write(b.env, after, removed.key, b.constant(node, Nullish("undefined")))
    proven = dict(b.env.proven)
    b.assign(removed.of, after)
    kept = ((path, guards) for path, guards in proven.items() if path[1][:1] != (removed.key,))
    b.env = b.env.learn((path, guard) for path, guards in kept for guard in guards)


def hide(linker: Linker, removal: Removal) -> None:
    """What an object is without a property: nothing changes for what is not an object of the code's own."""

    def seen(token: Token) -> None:
        if not isinstance(token, ObjectToken) or token.kind not in _PLAIN:
            linker.introduce(removal.view.home, token)

    def otherwise() -> None:
        if not any(isinstance(token, ObjectToken | Place) for token in linker.tokens(removal.base)):
            linker.edge(removal.base, removal.view.home)

    linker.views[removal.view] = removal
    if removal.key is None:
        return
    linker.each_token(removal.base, seen)
    linker.later(lambda: linker.later(otherwise))  # when it is known what stands there
