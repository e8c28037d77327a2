"""Trees and scopes -> what changes an array that only its name leads to: from there on it is another.

A local variable that is given an array once, that no closure sees and that is never handed on, behaves as if
`x.push(y)` were `x = [...x, y]`. Such calls are counted as assignments, so that the variable has a version for each.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reviewer.javascript import syntax as s
from reviewer.javascript.ast import Ast
from reviewer.javascript.scopes import Scopes, Variable, Write
from reviewer.javascript.walking import walk

_CHANGING = frozenset({"copyWithin", "fill", "pop", "push", "reverse", "shift", "sort", "splice", "unshift"})
BRINGING_NOTHING = frozenset({"pop", "reverse", "shift", "sort"})
"""Methods after which an array holds nothing that it did not hold before."""

FILLING = frozenset({"fill", "push", "unshift"})
"""Methods that put elements into an array, whatever else they do."""

GIVING_ITSELF = frozenset({"copyWithin", "fill", "reverse", "sort"})
"""Methods whose result is the array that they are called on."""

_MAKING = frozenset({"entries", "filter", "flat", "flatMap", "from", "keys", "map", "of", "slice", "split", "values"})
"""Methods of which the result is an array of its own."""

_READERS = frozenset({"Array", "JSON", "Math", "Object", "Promise", "console"})
"""Objects of the language whose functions read an array that they are given and keep nothing of it."""

_TELLING = frozenset(
    {
        *(s.ExpressionStatement, s.MemberExpression, s.CallExpression, s.SpreadElement, s.ForOfStatement),
        *(s.ReturnStatement, s.TemplateLiteral, s.BinaryExpression, s.AssignmentExpression),
        s.VariableDeclarator,
    }
)
"""The nodes that hold something, or drop it."""

_LONGEST = 400_000
"""Scripts with more characters are bundles, whose arrays are not told apart so closely."""


Change = s.CallExpression | s.AssignmentExpression
"""What changes an array: a call of one of these methods, or `x.length = 0`."""


@dataclass(slots=True)
class _Seen:
    """How often a variable is read where it stays the only way to its array, and what changes that array.

    `is_array` tells whether it is certain that it is one; `loops` are the bodies of loops over it, which see at once
    what they change.
    """

    held: int = 0
    is_array: bool = False
    loops: list[tuple[int, s.Node]] = field(default_factory=list)
    calls: list[tuple[int, Change, str]] = field(default_factory=list)


def changes(asts: Sequence[Ast], scopes: Scopes) -> frozenset[Change]:
    """The calls, and assignments of a length, after which a variable has another version; each becomes a write."""
    seen: dict[Variable, _Seen] = {}
    dropped: set[s.Node] = set()
    for number, ast in enumerate(asts):
        if len(ast.script.text) <= _LONGEST:
            _look(number, ast, scopes, seen, dropped)
    wanted = {variable: one for variable, one in seen.items() if one.calls and _is_local(variable)}
    mentions = dict.fromkeys(wanted, -1)  # the declaration is one of them
    for variable in scopes.of_identifier.values() if wanted else ():
        if variable in mentions:
            mentions[variable] += 1
    found: list[Change] = []
    for variable, one in wanted.items():
        last = max(call.start for _, call, _ in one.calls)
        # Who gets the result of `x.sort()` has the array as well: nothing may change it after that.
        handed_on = [call.start for _, call, name in one.calls if name in GIVING_ITSELF and call not in dropped]
        if any(name == "length" for _, _, name in one.calls) and not one.is_array:
            continue
        if any(_is_in(call, number, loop) for call in one.calls for number, loop in one.loops):
            continue
        if mentions[variable] == one.held and all(start == last for start in handed_on):
            found += [call for _, call, _ in one.calls]
            variable.writes += [
                Write(variable.scope.function, number, call.start, brings=name not in BRINGING_NOTHING)
                for number, call, name in one.calls
            ]
    return frozenset(found)


def _is_in(call: tuple[int, Change, str], script: int, loop: s.Node) -> bool:
    return call[0] == script and loop.start <= call[1].start < loop.end


def _is_local(variable: Variable) -> bool:
    scope = variable.scope.function
    return (
        not variable.captured
        and scope.kind not in {"global", "module"}
        and len(variable.writes) == 1
        and variable.declared in {"const", "let", "var"}
    )


def _look(number: int, ast: Ast, scopes: Scopes, seen: dict[Variable, _Seen], dropped: set[s.Node]) -> None:
    """Count, and collect the calls whose result nobody keeps."""
    for node in walk(ast.root):
        if type(node) not in _TELLING:
            continue
        for part in _holding(node):
            variable = scopes.of_identifier.get(part) if isinstance(part, s.Identifier) else None
            if variable is not None:
                known = seen.get(variable)
                if known is None:
                    known = seen[variable] = _Seen()
                known.held += 1
        match node:
            case s.ForOfStatement(right=s.Identifier() as name, body=body):
                variable = scopes.of_identifier.get(name)
                if variable is not None:
                    seen.setdefault(variable, _Seen()).loops.append((number, body))
            case s.ExpressionStatement(expression=s.CallExpression() as call):
                dropped.add(call)
            case s.VariableDeclarator(id=s.Identifier() as name, init=s.ArrayExpression() | s.CallExpression() as made):
                variable = scopes.of_identifier.get(name)
                if variable is not None and _makes_array(made):
                    seen.setdefault(variable, _Seen()).is_array = True
            case s.MemberExpression(object=s.CallExpression() as call):
                dropped.add(call)
            case s.CallExpression(
                callee=s.MemberExpression(
                    object=s.Identifier() as holder, property=s.Identifier(name=name), computed=False
                )
            ) if name in _CHANGING:
                variable = scopes.of_identifier.get(holder)
                if variable is not None:
                    seen.setdefault(variable, _Seen()).calls.append((number, node, name))
            case s.AssignmentExpression(
                operator="=",
                left=s.MemberExpression(
                    object=s.Identifier() as holder, property=s.Identifier(name="length"), computed=False
                ),
                right=s.NumberLiteral(value=0),
            ):
                variable = scopes.of_identifier.get(holder)
                if variable is not None:
                    seen.setdefault(variable, _Seen()).calls.append((number, node, "length"))
            case _:
                continue


def _makes_array(node: s.ArrayExpression | s.CallExpression) -> bool:
    match node:
        case s.CallExpression(callee=s.MemberExpression(property=s.Identifier(name=name), computed=False)):
            return name in _MAKING
        case _:
            return isinstance(node, s.ArrayExpression)


def _holding(node: s.Node) -> Iterable[s.Node | None]:
    """The parts of a node that are read there without anything else getting hold of them."""
    match node:
        case s.MemberExpression():
            return (node.object,)
        case s.SpreadElement():
            return (node.argument,)
        case s.ForOfStatement():
            return (node.right,)
        case s.ReturnStatement():
            return (node.argument,)
        case s.TemplateLiteral():
            return node.expressions
        case s.BinaryExpression():
            return (node.left, node.right)
        case s.CallExpression(callee=s.MemberExpression(object=s.Identifier(name=name))) if name in _READERS:
            return node.arguments
        case _:
            return ()
