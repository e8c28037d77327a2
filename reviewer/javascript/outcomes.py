"""A function of the code's own -> what holds when it comes out in some way: by a true result, by any result at all.

Helpers that test something are walked statement by statement, with what is proven on each way: early returns, loops
over lists, `switch`, exceptions. Paths that begin with a variable which is given several values are not spoken of.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from reviewer.javascript import syntax as s
from reviewer.javascript.constants import Constant
from reviewer.javascript.environment import ELEMENT, Proof, Root
from reviewer.javascript.guards import NOTHING, Guards, Proofs
from reviewer.javascript.meaning import Meaning
from reviewer.javascript.passes import counted
from reviewer.javascript.scopes import Variable
from reviewer.record import value

_LONGEST = 8_000
"""Characters of a function that is looked into."""


class Tests(Protocol):
    """What a test inside a function proves (see `conditions`)."""

    def settles(self, test: s.Node, *, truth: bool) -> Proofs | None:
        """What holds when it came out as `truth`; None where it cannot."""

    def matches(self, subject: s.Node, tests: Iterable[s.Node]) -> Proofs:
        """What holds in a `case` of a `switch`."""

    def completes(self, call: s.Node) -> Proofs:
        """What holds once a call has come back."""


@value
class Truth:
    """To come out as something true, or as something false."""

    value: bool


@value
class Equal:
    """To be (or not to be) a constant."""

    constant: Constant
    same: bool


Want = Truth | Equal


@dataclass(slots=True, eq=False)
class Outcome:
    """`returns` are what holds at each return and what is returned there (None for nothing), `done` what holds
    whenever the function has come back; None where it never does. `assigned` is what holds where a variable gets one
    of its values.
    """

    returns: list[tuple[Proofs, s.Node | None]] = field(default_factory=list)
    done: Proofs | None = NOTHING
    assigned: dict[s.Node, Proofs] = field(default_factory=dict)


def either(ways: Iterable[Proofs | None]) -> Proofs | None:
    """What holds whichever of several ways it was; ways that are None are none."""
    possible = [way for way in ways if way is not None]
    return frozenset.intersection(*possible) if possible else None


def both(*parts: Proofs | None) -> Proofs | None:
    """What holds when all of these came about."""
    known = [part for part in parts if part is not None]
    return frozenset().union(*known) if len(known) == len(parts) else None


def is_steady(root: Root) -> bool:
    """Whether a root has one value, so that what held once still holds."""
    return not isinstance(root, Variable) or sum(write.brings for write in root.writes) <= 1


class Outcomes:
    """Looks into each function once for each way that its parameters are known.

    `unfinished` counts the answers that were given while a function was still being looked into.
    """

    def __init__(self, meaning: Meaning, guards: Guards, tests: Tests) -> None:
        self._meaning = meaning
        self._guards = guards
        self._tests = tests
        self._known: dict[tuple[s.Node, Hashable, bool], Outcome] = {}
        self._open: set[Outcome] = set()
        self._entered: set[s.Node] = set()
        self.unfinished = 0

    def of(self, function: s.Node) -> Outcome | None:
        """The outcome of a function (or of a whole script); None while it is being looked into, or where it is long."""
        key = (function, self._meaning.frame, self._guards.exists)
        known = self._known.get(key)
        if known is not None:
            self.unfinished += known in self._open
            return known
        if function.end - function.start > _LONGEST:
            return None
        if function in self._entered:
            # It calls itself, with other arguments each time: there is no end to looking into that.
            self.unfinished += 1
            return None
        unknown = self._known[key] = Outcome()
        self._open.add(unknown)
        self._entered.add(function)
        body = function.body if isinstance(function, s.Function | s.Program) else ()
        if isinstance(body, s.BlockStatement):
            body = body.body
        if isinstance(body, tuple):
            walk = _Walk(self._meaning, self._guards, self._tests, unknown)
            rest = walk.block(body, NOTHING)
            if rest is not None:
                unknown.returns.append((rest, None))
            unknown.done = either(proofs for proofs, _ in unknown.returns)
        elif isinstance(body, s.Node):
            unknown.returns.append((NOTHING, body))
        self._open.discard(unknown)
        self._entered.discard(function)
        return unknown

    def after_loop(self, loop: s.Node, label: str | None) -> Proofs:
        """What holds of all elements once a loop has run through."""
        if loop.end - loop.start > _LONGEST:
            return NOTHING
        return _Walk(self._meaning, self._guards, self._tests, Outcome()).run_through(loop, label)

    def without(self, variable: Variable, statements: Sequence[s.Node]) -> Proofs:
        """What holds behind some statements if none of them has assigned this variable."""
        if not statements or statements[-1].end - statements[0].start > _LONGEST:
            return NOTHING
        return (
            _Walk(self._meaning, self._guards, self._tests, Outcome(), variable).block(statements, NOTHING) or NOTHING
        )


@dataclass(slots=True, eq=False)
class _Left:
    """A statement that is left early: what held each time that this was done by `break`, or by `continue`."""

    label: str | None
    is_loop: bool = True
    breaks: list[Proofs] = field(default_factory=list)
    continues: list[Proofs] = field(default_factory=list)


class _Walk:
    """One way through a function's statements; None stands for a place that is not reached, as it is behind an
    assignment to `kept`.
    """

    def __init__(
        self, meaning: Meaning, guards: Guards, tests: Tests, outcome: Outcome, kept: Variable | None = None
    ) -> None:
        self._meaning = meaning
        self._guards = guards
        self._tests = tests
        self._outcome = outcome
        self._kept = kept
        self._around: list[_Left] = []
        self._label: str | None = None
        self._depth = 0

    def block(self, statements: Sequence[s.Node], proofs: Proofs | None) -> Proofs | None:
        """What holds behind some statements."""
        for statement in statements:
            if proofs is None:
                return None
            proofs = self._statement(statement, proofs)
        return proofs

    def _statement(self, node: s.Node, proofs: Proofs) -> Proofs | None:
        self._depth += 1
        try:
            return self._any(node, proofs) if self._depth < 60 else NOTHING
        finally:
            self._depth -= 1

    def _any(self, node: s.Node, proofs: Proofs) -> Proofs | None:
        match node:
            case s.BlockStatement(body=body):
                return self.block(body, proofs)
            case s.IfStatement(test=test, consequent=consequent, alternate=alternate):
                one = both(proofs, self._tests.settles(test, truth=True))
                other = both(proofs, self._tests.settles(test, truth=False))
                one = None if one is None else self._statement(consequent, one)
                if other is not None and alternate is not None:
                    other = self._statement(alternate, other)
                return either((one, other))
            case s.ReturnStatement(argument=argument):
                self._outcome.returns.append((proofs, argument))
                return None
            case s.ThrowStatement():
                return None
            case s.ExpressionStatement(expression=s.AssignmentExpression(left=s.Identifier() as name)) if (
                self._kept is not None and self._meaning.variable(name) is self._kept
            ):
                return None
            case s.ExpressionStatement(expression=expression):
                return self._evaluated(expression, proofs)
            case s.VariableDeclaration(declarations=declarations):
                for declarator in declarations:
                    if declarator.init is not None:
                        proofs = self._evaluated(declarator.init, proofs)
                        self._outcome.assigned[declarator.init] = proofs
                return proofs
            case s.SwitchStatement():
                return self._switch(node, proofs)
            case s.TryStatement(block=block, handler=handler, finalizer=finalizer):
                ends = [self._statement(block, proofs)]
                ends.append(None if handler is None else self._statement(handler.body, NOTHING))
                end = either(ends)
                return end if finalizer is None or end is None else self._statement(finalizer, end)
            case s.LabeledStatement(label=label, body=body):
                if isinstance(body, _LOOPS):
                    self._label = label.name
                    return self._statement(body, proofs)
                self._around.append(_Left(label.name, is_loop=False))
                end = self._statement(body, proofs)
                return either((end, *self._around.pop().breaks))
            case s.BreakStatement(label=label) | s.ContinueStatement(label=label):
                self._leave(proofs, label, goes_on=isinstance(node, s.ContinueStatement))
                return None
            case s.WhileStatement() | s.DoWhileStatement() | s.ForStatement() | s.ForOfStatement() | s.ForInStatement():
                return self._loop(node, proofs)
            case _:
                return proofs

    def _leave(self, proofs: Proofs, label: s.Identifier | None, *, goes_on: bool) -> None:
        """`break` or `continue`: to what is around it here; what is further out is left by it, as by a `return`."""
        for left in reversed(self._around):
            if left.label == label.name if label else (left.is_loop or (left.label is None and not goes_on)):
                (left.continues if goes_on else left.breaks).append(proofs)
                return

    def _evaluated(self, expression: s.Node, proofs: Proofs) -> Proofs:
        match expression:
            case s.AssignmentExpression(left=left, right=right, operator=operator):
                proofs = self._evaluated(right, proofs)
                if operator == "=":
                    self._outcome.assigned[right] = proofs
                path = self._meaning.path(left)
                if path is None:
                    return proofs
                root, keys = path
                return frozenset(
                    proof for proof in proofs if proof[0][0] is not root or proof[0][1][: len(keys)] != keys
                )
            case s.AwaitExpression(argument=inner):
                return self._evaluated(inner, proofs)
            case s.CallExpression():
                return proofs | self._tests.completes(expression)
            case _:
                return proofs

    def _switch(self, node: s.SwitchStatement, proofs: Proofs) -> Proofs | None:
        self._around.append(_Left(None, is_loop=False))
        fallen: Proofs | None = None
        tests: list[s.Node] = []
        for case in node.cases:
            entered = proofs
            if case.test is not None:
                tests = [case.test]
                if isinstance(node.discriminant, s.BooleanLiteral):
                    entered = both(proofs, self._tests.settles(case.test, truth=node.discriminant.value)) or proofs
                else:
                    entered = proofs | self._tests.matches(node.discriminant, tests)
            fallen = self.block(case.consequent, either((entered, fallen)))
        ends: list[Proofs | None] = [fallen, *self._around.pop().breaks]
        if all(case.test is not None for case in node.cases):
            ends.append(proofs)
        return either(ends)

    def _loop(self, node: s.Node, proofs: Proofs) -> Proofs | None:
        """The body may return for one element, whichever it is; what holds behind the loop holds for all of them."""
        body = node.body if isinstance(node, _LOOPS) else None
        if body is None:
            return proofs
        label, self._label = self._label, None
        self._around.append(_Left(label))
        self._statement(body, proofs)
        breaks = self._around.pop().breaks
        return either((proofs | self.run_through(node, label), *breaks))

    def run_through(self, node: s.Node, label: str | None) -> Proofs:
        """What each turn of a loop proves, of the array for what it proves of the element."""
        if not isinstance(node, _LOOPS) or not self._covers(node):
            return NOTHING
        inner, turns = _Walk(self._meaning, self._guards, self._tests, Outcome(), self._kept), _Left(label)
        inner._around.append(turns)
        kept, self._guards.exists = self._guards.exists, False
        end = inner._statement(node.body, NOTHING)
        self._guards.exists = kept
        turn = either((end, *turns.continues))
        if turn is None or turns.breaks:
            return NOTHING
        return frozenset(self._lifted(turn, node))

    def _covers(self, node: s.Node) -> bool:
        """Whether a loop runs over all elements of something, from first to last."""
        match node:
            case s.ForOfStatement() | s.ForInStatement():
                return True
            case s.ForStatement():
                return counted(node) is not None
            case _:
                return False

    def _lifted(self, turn: Proofs, node: s.Node) -> Iterable[Proof]:
        whole = self._array(node)
        ran = whole is not None and bool(self._meaning.items(whole).texts)
        path = None if whole is None else self._meaning.path(whole)
        way = counted(node) if isinstance(node, s.ForStatement) else None
        chosen = None if way is None else self._meaning.held_key(way.key)
        for (root, keys), guard in turn:
            if path is not None and chosen is not None and root is path[0] and chosen in keys:
                at = keys.index(chosen)
                if keys[:at] == path[1]:
                    yield ((root, (*path[1], ELEMENT, *keys[at + 1 :])), guard)
                    if whole is not None and at + 1 == len(keys):
                        yield from self._guards.spelled(whole, guard)
            inside = isinstance(root, Variable) and any(
                write.script == root.scope.script and node.start <= write.offset < node.end for write in root.writes
            )
            if ran and not inside:
                yield ((root, keys), guard)
            if whole is None or not isinstance(root, Variable) or self._meaning.whole_of(root) is not whole:
                continue
            if path is not None:
                yield ((path[0], (*path[1], ELEMENT, *keys)), guard)
            if not keys:
                yield from self._guards.spelled(whole, guard)

    def _array(self, node: s.Node) -> s.Node | None:
        """What a loop runs over."""
        match node:
            case s.ForOfStatement(right=right):
                return right
            case s.ForStatement() if (way := counted(node)) is not None:
                return way.of
            case _:
                return None


_LOOPS = s.WhileStatement | s.DoWhileStatement | s.ForStatement | s.ForOfStatement | s.ForInStatement
