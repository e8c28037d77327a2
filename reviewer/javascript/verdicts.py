"""A test -> what holds when it comes out in some way: connectives, comparisons, names for tests, flags.

None stands for "it cannot come out so"; whatever follows from that is left out where ways come together.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping

from reviewer.javascript import syntax as s
from reviewer.javascript.answers import Answers, gives_nothing, is_test
from reviewer.javascript.constants import Boolean, Constant, Nullish, Number, Text, truthy
from reviewer.javascript.environment import Proof, Root
from reviewer.javascript.guards import INSTANCE, NOTHING, Guards, Proofs
from reviewer.javascript.lasting import Lasting, statements_between
from reviewer.javascript.meaning import Meaning, literal
from reviewer.javascript.outcomes import Equal, Outcomes, Truth, Want, both, either, is_steady
from reviewer.javascript.scopes import Scope, Variable
from reviewer.javascript.whereabouts import where
from reviewer.record import value

_DEPTH = 14
_OBJECTS = (s.ObjectExpression, s.ArrayExpression, s.Function, s.Class, s.RegExpLiteral, s.NewExpression)


_MOST_LOOKS = 200
"""How many expressions are looked at for one test: hand-written ones need less than 20, and functions that test by
calling one another would need any number.
"""

_KEPT = 10_000
"""How many answers are kept at a time."""


@value
class _Answer:
    """What was found about an expression: that deep in others, looking so much deeper, resting on these constants.

    In one `turn` the walk over the code goes no further, so that nothing changes.
    """

    proofs: Proofs | None
    depth: int
    height: int
    asked: Mapping[Variable, Constant | None]
    turn: int


class Verdicts:
    """Reads tests of one page's scripts."""

    def __init__(self, meaning: Meaning, lasting: Lasting) -> None:
        self.meaning = meaning
        self._lasting = lasting
        self.guards = Guards(meaning)
        self.outcomes = Outcomes(meaning, self.guards, self)
        self.answers = Answers(meaning, self.guards, self.outcomes, self)
        self._depth = self._deepest = self._turn = self._looks = 0
        self._answers: dict[Hashable, _Answer] = {}

    def comes_out(self, node: s.Node, want: Want) -> Proofs | None:
        """What holds when an expression comes out as wanted; None where it cannot.

        The same is asked of the same expression very often: an answer is kept as long as it would be given again.
        """
        depth, meaning = self._depth, self.meaning
        self._deepest = max(self._deepest, depth)
        if depth > _DEPTH:
            return NOTHING
        if not depth:
            self._turn += 1
            self._looks = 0
        sort = want.value if type(want) is Truth else want
        key = (node, sort, meaning.frame, self.guards.exists)
        known = self._answers.get(key)
        if known is not None and self._holds(known, depth):
            meaning.asked.update(known.asked)
            self._deepest = max(self._deepest, depth + known.height)
            return known.proofs
        self._looks += 1
        if self._looks > _MOST_LOOKS:
            self.outcomes.unfinished += 1
            return NOTHING
        asked, deepest, unfinished = meaning.asked, self._deepest, self.outcomes.unfinished
        meaning.asked, self._deepest = {}, depth
        self._depth = depth + 1
        try:
            proofs = self._looked_at(node, want)
        finally:
            self._depth = depth
        if unfinished == self.outcomes.unfinished:
            if len(self._answers) > _KEPT:
                self._answers.clear()
            self._answers[key] = _Answer(proofs, depth, self._deepest - depth, meaning.asked, self._turn)
        asked.update(meaning.asked)
        meaning.asked, self._deepest = asked, max(deepest, self._deepest)
        return proofs

    def _holds(self, answer: _Answer, depth: int) -> bool:
        """Whether the same would be found now, this deep."""
        was_cut = answer.depth + answer.height > _DEPTH
        if depth != answer.depth if was_cut else depth + answer.height > _DEPTH:
            return False
        return answer.turn == self._turn or self.meaning.still_holds(answer.asked)

    def _looked_at(self, node: s.Node, want: Want) -> Proofs | None:
        match want:
            case Truth(value=truth):
                return self._settled(node, want, truth=truth)
            case Equal(constant=known, same=same):
                return self._as(node, want, known, same=same)

    def settles(self, test: s.Node, *, truth: bool) -> Proofs | None:
        """What holds when a test came out as `truth`; None where it cannot come out so."""
        return self.comes_out(test, Truth(truth))

    def matches(self, subject: s.Node, tests: Iterable[s.Node]) -> Proofs:
        """What holds in a `case`: the subject is one of these, or each test is true where the subject is `true`."""
        ways: list[Proofs | None] = []
        for test in tests:
            if isinstance(subject, s.BooleanLiteral):
                ways.append(self.settles(test, truth=subject.value))
            else:
                known = literal(test)
                plain = NOTHING if known is None else self.comes_out(subject, Equal(known, same=True))
                ways.append(both(frozenset(self.guards.same(subject, test)), plain))
        return either(ways) or NOTHING

    def completes(self, call: s.Node) -> Proofs:
        """What holds once a call of a function that may throw has come back."""
        return self.answers.completes(call)

    # Truth ------------------------------------------------------------------------------------------------------------

    def _settled(self, test: s.Node, want: Truth, *, truth: bool) -> Proofs | None:
        known = literal(test)
        if known is not None:
            return NOTHING if truthy(known) is truth else None
        match test:
            case s.AwaitExpression(argument=s.CallExpression() as call):
                return self.answers.called(call, want, awaited=True)
            case s.ChainExpression(expression=inner) | s.AwaitExpression(argument=inner):
                return self.settles(inner, truth=truth)
            case s.SequenceExpression(expressions=parts):
                return self.settles(parts[-1], truth=truth)
            case s.AssignmentExpression(operator="=", right=right):
                return self.settles(right, truth=truth)
            case s.UnaryExpression(operator="!", argument=inner):
                return self.settles(inner, truth=not truth)
            case s.LogicalExpression(operator="&&" | "||" as operator, left=left, right=right):
                first, second = self.settles(left, truth=truth), self.settles(right, truth=truth)
                if (operator == "&&") is truth:
                    return both(first, second)
                return either((first, both(self.settles(left, truth=not truth), second)))
            case s.LogicalExpression(left=left, right=right):
                return either((self.settles(left, truth=truth), self.settles(right, truth=truth)))
            case s.ConditionalExpression():
                return self._split(test, lambda part: self.settles(part, truth=truth))
            case s.BinaryExpression():
                return self._compared(test, truth=truth)
            case s.CallExpression():
                return self.answers.called(test, want)
            case s.Identifier() | s.MemberExpression():
                return self._named(test, want)
            case _ if isinstance(test, _OBJECTS):
                return NOTHING if truth else None
            case _:
                return NOTHING

    def _split(self, node: s.ConditionalExpression, of: Callable[[s.Node], Proofs | None]) -> Proofs | None:
        return either(
            (
                both(self.settles(node.test, truth=True), of(node.consequent)),
                both(self.settles(node.test, truth=False), of(node.alternate)),
            )
        )

    def _named(self, node: s.Identifier | s.MemberExpression, want: Want) -> Proofs | None:
        """A name for a test, a flag, a property that is computed when it is read, or a look-up by a computed key."""
        variable = self.meaning.variable(node)
        if variable is not None and self._is_flag(variable):
            flagged = self._flag(variable, want, node)
            return None if flagged is None else flagged | self._falsy(node, want)
        if isinstance(node, s.MemberExpression):
            getter = self.meaning.getter(node)
            if getter is not None:
                return self.answers.read(node, getter, want)
            there = want == Truth(value=True)
            if there and node.computed and isinstance(self.meaning.resolved(node.object), s.ObjectExpression):
                return frozenset(self.guards.found(node.object, node.property, inherited=True))
        known = self.meaning.resolved(node)
        if known is not node and not isinstance(known, s.Identifier | s.MemberExpression):
            behind = self.comes_out(known, want)
            if behind and variable is not None and variable in self.meaning.definitions.names:
                behind = self._lasting.of(behind, known, node)
            return None if behind is None else behind | self._falsy(node, want)
        return self._falsy(node, want)

    def _falsy(self, node: s.Node, want: Want) -> Proofs:
        """Nothing at all, or an empty text, is as good as a constant; a function that gives it says no more by that."""
        if want != Truth(value=False):
            return NOTHING
        if isinstance(self.meaning.resolved(node), s.CallExpression):
            return frozenset(self.guards.of(node, "constant"))
        return frozenset(self.guards.equals(node, None))

    # Flags ------------------------------------------------------------------------------------------------------------

    def _is_flag(self, variable: Variable) -> bool:
        """Whether all values of a variable are given by `=` in the function that it belongs to."""
        values = self.meaning.definitions.assigned.get(variable, ())
        home = variable.scope.function
        return (
            len(values) > 1
            and len(values) == len(variable.writes)
            and all(write.function is home for write in variable.writes)
        )

    def _flag(self, variable: Variable, want: Want, asked: s.Node) -> Proofs | None:
        """What holds on all ways that gave the variable such a value."""
        home = variable.scope.function.block
        outcome = None if home is None else self.outcomes.of(home)
        if outcome is None:
            return NOTHING
        ways = [
            both(outcome.assigned[value], self.comes_out(value, want)) if value in outcome.assigned else NOTHING
            for value in self.meaning.definitions.assigned[variable]
        ]
        held = either(ways)
        if held is None:
            return None
        held |= self._still(variable, want, asked)
        return frozenset(proof for proof in held if self._stays(proof[0][0], variable.scope.function))

    def _still(self, variable: Variable, want: Want, asked: s.Node) -> Proofs:
        """What holds where a flag has the value yet that it began with: nothing came up that would have changed it."""
        first, *others = self.meaning.definitions.assigned[variable]
        if any(
            literal(value) is None or (self.comes_out(value, want) is None) is (value is first)
            for value in (first, *others)
        ):
            return NOTHING
        home = variable.scope.function.block
        return NOTHING if home is None else self.outcomes.without(variable, statements_between(home, first, asked))

    def _stays(self, root: Root, function: Scope) -> bool:
        """Whether a root has the same value while a function runs."""
        if is_steady(root):
            return True
        return isinstance(root, Variable) and root.scope.function is not function and self.meaning.is_bound(root)

    # Comparisons ------------------------------------------------------------------------------------------------------

    def _compared(self, test: s.BinaryExpression, *, truth: bool) -> Proofs | None:
        operator, left, right = test.operator, test.left, test.right
        if operator == "in":
            return frozenset(self.guards.found(right, left, inherited=True)) if truth else NOTHING
        if operator == "instanceof":
            own = truth and isinstance(self.meaning.resolved(right), s.Class | s.Function)
            return frozenset(self.guards.of(left, INSTANCE)) if own else NOTHING
        if operator in {"!==", "!="}:
            operator, truth = operator.replace("!", "=", 1)[-len(operator) :], not truth
        found: set[Proof] = set()
        for one, other, seen in ((left, right, operator), (right, left, _mirrored(operator))):
            known = literal(other)
            if isinstance(known, Number):
                found.update(self.guards.counted(one, seen, known.value, truth=truth))
                at = where(seen, known.value, truth=truth)
                if at in {"there", "missing"}:
                    found.update(self.answers.position(one, there=at == "there") or NOTHING)
            if operator not in {"===", "=="}:
                continue
            if known is not None:
                came = self.comes_out(one, Equal(known, same=truth))
                if came is None:
                    return None
                found.update(came)
            elif truth:
                found.update(self.guards.same(one, other))
            elif not self.guards.exists or self.meaning.whole(other) is None:
                found.update(self.guards.differs(one, self.meaning.texts(other) or ()))
        return frozenset(found)

    def _as(self, node: s.Node, want: Equal, known: Constant, *, same: bool) -> Proofs | None:
        """What holds when an expression is (or is not) a constant."""
        own = literal(node)
        if own is not None:
            return NOTHING if (own == known) is same else None
        match node:
            case s.ChainExpression(expression=inner) | s.AwaitExpression(argument=inner):
                return self.comes_out(inner, want)
            case s.ConditionalExpression():
                return self._split(node, lambda part: self.comes_out(part, want))
            case s.UnaryExpression(operator="typeof", argument=argument):
                proof = _of_type(known, same=same)
                return NOTHING if proof is None else frozenset(self.guards.of(argument, proof))
            case s.CallExpression() if self.meaning.function(node.callee) is not None:
                return self.answers.called(node, want)
            case s.Identifier() | s.MemberExpression():
                behind = self._named(node, want)
                return None if behind is None else behind | self._plainly(node, known, same=same)
            case _:
                return self._plainly(node, known, same=same)

    def _plainly(self, node: s.Node, known: Constant, *, same: bool) -> Proofs:
        """An expression that is looked no further into is, or is not, a constant."""
        match known:
            case Boolean(value=value):
                if same or is_test(node):
                    return self.settles(node, truth=value is same) or NOTHING
                return NOTHING
            case Text(value=text) if same:
                return frozenset((*self.guards.equals(node, (text,)), *self.guards.cut_out(node, (text,))))
            case Text(value=text):
                return frozenset(self.guards.differs(node, (text,)))
            case Nullish() if gives_nothing(node):
                return self.settles(node, truth=not same) or NOTHING
            case _ if same:
                return frozenset(self.guards.equals(node, None))
            case _:
                return NOTHING


def _of_type(known: Constant, *, same: bool) -> str | None:
    """What a value is proven to be whose type has this name, or has not."""
    name = known.value if isinstance(known, Text) else None
    if same and name in {"number", "boolean", "bigint", "undefined"}:
        return "number"
    return "primitive" if same and name == "string" else None


def _mirrored(operator: str) -> str:
    return {"<": ">", ">": "<", "<=": ">=", ">=": "<="}.get(operator, operator)
