"""Loops that come by every element of an array, or every property of an object, from the first to the last.

Only what the text shows is taken for one: a loop that begins with the second element, or in steps of two, is none.
"""

from __future__ import annotations

from reviewer.javascript import syntax as s
from reviewer.javascript.walking import walk
from reviewer.record import value


@value
class Pass:
    """One way through all elements: of what, under which name the key is known, what is done with it."""

    of: s.Node
    key: s.Identifier
    body: s.Node
    is_array: bool


def through(loop: s.Node) -> Pass | None:
    """The loop as a way through all elements of something that has a name."""
    match loop:
        case s.ForInStatement(left=left, right=s.Identifier() as of, body=body):
            key = _name(left)
            return None if key is None else Pass(of, key, body, is_array=False)
        case s.ForOfStatement(left=left, right=right, body=body, is_await=False):
            return _over(right, left, body)
        case s.ForStatement():
            return counted(loop)
        case s.ExpressionStatement(
            expression=s.CallExpression(
                callee=s.MemberExpression(object=whole, property=s.Identifier(name="forEach")),
                arguments=(s.Function(params=params, is_async=False, generator=False, body=body), *_),
            )
        ):
            if isinstance(whole, s.Identifier):
                key = _name(params[1]) if len(params) > 1 else None
                return None if key is None else Pass(whole, key, body, is_array=True)
            return _over(whole, params[0], body) if params else None
        case _:
            return None


def _over(whole: s.Node, element: s.Node, body: s.Node) -> Pass | None:
    """`Object.keys(o)`, `Object.entries(o)`, `list.keys()`, `list.entries()`: the key, or what begins with it."""
    match whole:
        case s.CallExpression(
            callee=s.MemberExpression(object=s.Identifier(name="Object"), property=s.Identifier(name=name)),
            arguments=(s.Identifier() as of,),
        ):
            is_array = False
        case s.CallExpression(
            callee=s.MemberExpression(object=s.Identifier() as of, property=s.Identifier(name=name)), arguments=()
        ):
            is_array = True
        case _:
            return None
    target = element.declarations[0].id if isinstance(element, s.VariableDeclaration) else element
    key: s.Identifier | None = None
    if name == "keys":
        key = _name(target)
    elif name == "entries" and isinstance(target, s.ArrayPattern) and target.elements:
        key = _name(target.elements[0])
    return None if key is None else Pass(of, key, body, is_array)


def counted(loop: s.ForStatement) -> Pass | None:
    """`for (let i = 0; i < list.length; i++)`, also with the length in a variable of its own, and downwards."""
    begun = _begun(loop.init)
    if begun is None:
        return None
    key, first, lengths = begun
    match first, loop.test:
        case (
            s.NumberLiteral(value=0),
            s.BinaryExpression(operator="<" | "!==" | "!=", left=s.Identifier(name=name), right=end),
        ):
            of = lengths.get(end.name) if isinstance(end, s.Identifier) else _length_of(end)
            steps = "++"
        case (
            s.BinaryExpression(operator="-", left=last, right=s.NumberLiteral(value=1)),
            s.BinaryExpression(operator=">=", left=s.Identifier(name=name), right=s.NumberLiteral(value=0)),
        ):
            of, steps = _length_of(last), "--"
        case _:
            return None
    if of is None or name != key.name or not _steps(loop.update, name, steps) or _counts(loop.body, name):
        return None
    return Pass(of, key, loop.body, is_array=True)


def _begun(init: s.Node | None) -> tuple[s.Identifier, s.Node | None, dict[str, s.Node]] | None:
    """What counts, what it begins with, and of what other variables are the length."""
    match init:
        case s.AssignmentExpression(operator="=", left=s.Identifier() as key, right=first):
            return key, first, {}
        case s.VariableDeclaration(declarations=(s.VariableDeclarator(id=s.Identifier() as key, init=first), *rest)):
            lengths: dict[str, s.Node] = {}
            for each in rest:
                of = _length_of(each.init)
                if of is None or not isinstance(each.id, s.Identifier):
                    return None
                lengths[each.id.name] = of
            return key, first, lengths
        case _:
            return None


def _steps(update: s.Node | None, name: str, how: str) -> bool:
    match update:
        case s.UpdateExpression(operator=operator, argument=s.Identifier(name=counted)):
            return counted == name and operator == how
        case s.AssignmentExpression(operator=operator, left=s.Identifier(name=counted), right=s.NumberLiteral(value=1)):
            return counted == name and operator == f"{how[0]}="
        case _:
            return False


def _counts(body: s.Node, name: str) -> bool:
    """Whether the variable that counts is changed inside the loop as well."""
    for node in walk(body):
        match node:
            case s.AssignmentExpression(left=s.Identifier(name=changed)):
                pass
            case s.UpdateExpression(argument=s.Identifier(name=changed)):
                pass
            case _:
                continue
        if changed == name:
            return True
    return False


def _length_of(node: s.Node | None) -> s.Node | None:
    match node:
        case s.MemberExpression(object=of, property=s.Identifier(name="length"), computed=False):
            return of
        case _:
            return None


def _name(node: s.Node | None) -> s.Identifier | None:
    """The one name that is declared, or a plain name."""
    if isinstance(node, s.VariableDeclaration):
        node = node.declarations[0].id
    return node if isinstance(node, s.Identifier) else None
