"""Compiled `async` functions: what compilers make of them, told by its shape, is drawn as what it stands for.

Two shapes occur. A helper may run a generator (`help(this, args, P, function* () {...})`), in which `yield` waits.
Or the body is a state machine: a function of one parameter, a `switch` over a property of it, in which `return`
waits or ends (`return [4, x]` and `return [2, x]`; `return x` and `return m.abrupt('return', x)`), and what was
waited for is asked of the parameter (`m.sent()`, `m.sent`). Whatever the helpers are called, they are not needed to
see where values go.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reviewer.javascript import syntax as s
from reviewer.javascript.functions import function_value
from reviewer.javascript.graph import REASON
from reviewer.javascript.scopes import Variable

if TYPE_CHECKING:
    from reviewer.javascript.builder import Builder

_STATES = frozenset({"label", "next", "n"})
_SENT = frozenset({"sent", "v"})
_ENDING = frozenset({"abrupt", "a"})
_RETURN, _WAIT, _JUMP = 2, 4, 3


@dataclass(slots=True, eq=False)
class Machine:
    """A state machine while it is walked: its parameter, and the node of what it waits for last.

    `numbered` tells which of the two kinds of `return` it has; `jumped` whether a jump is the last thing seen, so that
    what follows is reached by a failure only.
    """

    parameter: Variable
    numbered: bool
    last: int = -1
    jumped: bool = False


# Shapes ---------------------------------------------------------------------------------------------------------------


def _machine_switch(function: s.Node) -> tuple[s.Identifier, bool] | None:
    """The parameter of a state machine, and whether its states are labels of numbered returns."""
    match function:
        case s.FunctionExpression(params=(s.Identifier() as parameter,), body=s.BlockStatement(body=body)):
            pass
        case _:
            return None
    for statement in body:
        at: s.Node = statement
        looped = False
        while isinstance(at, s.WhileStatement | s.ForStatement | s.LabeledStatement):
            looped, at = True, at.body
        if isinstance(at, s.BlockStatement) and len(at.body) == 1:
            at = at.body[0]
        if isinstance(at, s.SwitchStatement) and all(_is_state(case.test) for case in at.cases):
            asked = _asked_state(at.discriminant, parameter.name)
            if asked == "label" and not looped:
                return parameter, True
            if asked is not None and looped:
                return parameter, False
    return None


def _is_state(test: s.Node | None) -> bool:
    match test:
        case s.NumberLiteral() | s.StringLiteral(value="end"):
            return True
        case _:
            return False


def _asked_state(test: s.Node, name: str) -> str | None:
    """The property of the parameter that tells the state."""
    match test:
        case s.AssignmentExpression(right=right):
            return _asked_state(right, name)
        case s.MemberExpression(object=s.Identifier(name=holder), property=s.Identifier(name=key), computed=False):
            return key if holder == name and key in _STATES else None
        case _:
            return None


def _numbered(node: s.ReturnStatement) -> tuple[int, s.Node | None] | None:
    match node.argument:
        case s.ArrayExpression(elements=(s.NumberLiteral(value=number), *rest)) if len(rest) < 2 and 0 <= number < 8:
            return int(number), rest[0] if rest else None
        case _:
            return None


def _starts_machine(node: s.Node) -> s.FunctionExpression | None:
    """The state machine that a call is given: `help(this, machine)`, `help.wrap(machine, ...)`."""
    for argument in node.arguments[:2] if isinstance(node, s.CallExpression) else ():
        if isinstance(argument, s.FunctionExpression) and (_machine_switch(argument) or _is_lone(node, argument)):
            return argument
    return None


def _is_lone(call: s.Node, function: s.FunctionExpression) -> bool:
    """Whether it is a state machine that waits for nothing: `help(this, function (m) { return [2, x]; })`."""
    match call:
        case s.CallExpression(callee=s.Identifier(), arguments=(s.ThisExpression(), given)) if given is function:
            pass
        case _:
            return False
    match function:
        case s.FunctionExpression(
            params=(s.Identifier(),), body=s.BlockStatement(body=(*_, s.ReturnStatement() as last))
        ):
            return (_numbered(last) or (0, None))[0] == _RETURN
        case _:
            return False


def _is_body(function: s.Node) -> bool:
    """Whether a function only gives what starting a state machine gives."""
    match function:
        case s.FunctionExpression(body=s.BlockStatement(body=(*_, s.ReturnStatement(argument=s.Node() as given)))):
            return _starts_machine(given) is not None
        case _:
            return False


# What they stand for --------------------------------------------------------------------------------------------------


def compiled(b: Builder, node: s.CallExpression) -> int | None:
    """The value of a call that a compiler wrote for an `async` function; None for any other call."""
    machine = _starts_machine(node)
    if machine is not None:
        if _machine_switch(machine) is None:
            b.lone_machines.add(machine)
        return b.call(node, b.evaluate(machine), b.this, (b.node(machine),))
    match node.arguments:
        case (this, _, _, s.FunctionExpression(params=()) as body) if body.generator:
            waiting = replace(body, is_async=True, generator=False)
            b.scopes.of_node[waiting] = b.scopes.of_node[body]
            return b.call(node, function_value(b, waiting, ""), b.evaluate(this), ())
        case (this, _, _, s.FunctionExpression(params=()) as body) if _is_body(body):
            return b.call(node, b.evaluate(body), b.evaluate(this), ())
        case (s.FunctionExpression() as body,) if _is_body(body):
            return b.evaluate(body)
        case (s.CallExpression(arguments=(s.FunctionExpression() as body, *_)) as marked,) if _is_body(body):
            return b.evaluate(marked)
        case _:
            return None


def machine_of(b: Builder) -> Machine | None:
    """The state machine that is being walked, if the function around is one."""
    function = b.function
    if function is None:
        return None
    if function not in b.machines:
        found = _machine_switch(function.node)
        if found is None and function.node in b.lone_machines and isinstance(function.node.params[0], s.Identifier):
            found = function.node.params[0], True
        variable = b.scopes.of_identifier.get(found[0]) if found is not None else None
        b.machines[function] = Machine(variable, found[1]) if found is not None and variable is not None else None
    return b.machines[function]


def returned(b: Builder, machine: Machine, node: s.ReturnStatement) -> int | None:
    """What a `return` of a state machine gives in the end; None where it waits or goes on."""
    machine.jumped = False
    if machine.numbered:
        number, argument = _numbered(node) or (0, node.argument)
        value = b.evaluate(argument) if argument is not None else -1
        if number == _WAIT:
            machine.last = value
            b.pause(node)
        machine.jumped = number == _JUMP
        return value if number == _RETURN and value >= 0 else None
    match node.argument:
        case s.CallExpression(
            callee=s.MemberExpression(property=s.Identifier(name=name)), arguments=(how, what, *_)
        ) if name in _ENDING:
            value = b.evaluate(what)
            ends = isinstance(how, s.StringLiteral | s.NumberLiteral) and how.value in {"return", _RETURN}
            return value if ends else None
        case s.Node() as argument:
            machine.last = b.evaluate(argument)
            b.pause(node)
            return None
        case None:
            return None


def received(b: Builder, node: s.MemberExpression) -> int | None:
    """What was waited for, where a state machine asks for it; None for any other property."""
    if not isinstance(node.object, s.Identifier) or not isinstance(node.property, s.Identifier) or node.computed:
        return None
    machine = machine_of(b) if node.property.name in _SENT else None
    if machine is None or b.scopes.of_identifier.get(node.object) is not machine.parameter or machine.last < 0:
        return None
    if not machine.jumped:
        return machine.last
    failure = b.node(node)
    b.access(machine.last, REASON, failure, node, writes=False)
    return failure
