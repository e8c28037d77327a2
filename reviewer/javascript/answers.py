"""A call in a test -> what its answer proves: built-in tests and look-ups, and helper functions of the code's own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from reviewer.javascript import syntax as s
from reviewer.javascript.constants import Nullish
from reviewer.javascript.environment import ELEMENT, Proof, Root
from reviewer.javascript.guards import NOTHING, Guards, Proofs, numeral
from reviewer.javascript.meaning import Meaning
from reviewer.javascript.outcomes import Equal, Outcomes, Truth, Want, both, either
from reviewer.javascript.scopes import Variable

_LOOK_UPS = frozenset({"includes", "has", "hasOwnProperty", "hasOwn", "propertyIsEnumerable"})
_EACH = frozenset({"some", "every", "find", "findLast", "findIndex"})
_TESTS = frozenset(
    {
        *_LOOK_UPS,
        *("test", "startsWith", "endsWith", "some", "every", "isInteger", "isSafeInteger", "isFinite", "isNaN"),
        *("isArray", "canParse", "is"),
    }
)
"""Methods that give true or false and nothing else."""
_GIVING = frozenset({"exec", "match", "get", "find", "findLast"})
"""Methods that give nothing (null, undefined) where they find nothing."""


class Decides(Protocol):
    """What expressions inside prove (see `verdicts`)."""

    def comes_out(self, node: s.Node, want: Want) -> Proofs | None:
        """What holds when an expression comes out as wanted; None where it cannot."""


class Answers:
    """Calls as tests."""

    def __init__(self, meaning: Meaning, guards: Guards, outcomes: Outcomes, decides: Decides) -> None:
        self._meaning = meaning
        self._guards = guards
        self._outcomes = outcomes
        self._decides = decides

    def called(self, call: s.CallExpression, want: Want, *, awaited: bool = False) -> Proofs | None:
        """What holds when a call comes out as wanted; what an async function gives is a promise until it is awaited."""
        function = self._meaning.function(call.callee)
        if function is not None:
            unawaited = function.is_async and not awaited and isinstance(want, Truth)
            return NOTHING if unawaited else self._result(function, want, call)
        callee, args = call.callee, call.arguments
        if not isinstance(want, Truth) or not args:
            return NOTHING
        if isinstance(callee, s.ChainExpression):
            callee = callee.expression
        match callee:
            case s.Identifier(name="isNaN" | "isFinite" as name):
                return self._number(args[0]) if want.value is (name == "isFinite") else NOTHING
            case s.Identifier(name="Boolean"):
                return self._decides.comes_out(args[0], want)
            case s.MemberExpression(object=method, property=s.Identifier(name="call")) if len(args) > 1:
                looks_up = self._meaning.name_of(method) in _LOOK_UPS
                return self._looked_up(args[0], args[1], truth=want.value) if looks_up else NOTHING
            case s.MemberExpression(object=holder, property=s.Identifier(name=name), computed=False):
                if name in _EACH:
                    return self._each(holder, name, args[0], truth=want.value)
                return frozenset(self._method(holder, name, args, truth=want.value))
            case _:
                return NOTHING

    def read(self, node: s.MemberExpression, getter: s.Function, want: Want) -> Proofs | None:
        """What holds when a property that is computed when it is read comes out as wanted."""
        return self._result(getter, want, node)

    def completes(self, call: s.Node) -> Proofs:
        """What holds once a call of a function that may throw has come back."""
        if not isinstance(call, s.CallExpression):
            return NOTHING
        function = self._meaning.function(call.callee)
        if function is None:
            return self._throws_at(call)
        if function not in self._meaning.definitions.throwing:
            return NOTHING
        receiver = call.callee.object if isinstance(call.callee, s.MemberExpression) else None
        with self._meaning.entered(function, call.arguments, receiver):
            outcome = self._outcomes.of(function)
        done = None if outcome is None or function.is_async else outcome.done
        return NOTHING if not done else self._outside(done, function)

    # Built-in ---------------------------------------------------------------------------------------------------------

    def _number(self, node: s.Node) -> Proofs:
        return frozenset(self._guards.of(numeral(node), "number"))

    def _looked_up(self, holder: s.Node, value: s.Node, *, truth: bool) -> Proofs:
        return frozenset(self._guards.found(holder, value) if truth else self._guards.missed(holder, value))

    def _method(self, holder: s.Node, name: str, args: tuple[s.Node, ...], *, truth: bool) -> Iterator[Proof]:
        meaning, guards = self._meaning, self._guards
        match name:
            case "hasOwn" if len(args) > 1:
                yield from self._looked_up(args[0], args[1], truth=truth)
            case "includes" if not guards.is_list(holder):
                return
            case _ if name in _LOOK_UPS:
                yield from self._looked_up(holder, args[0], truth=truth)
            case "startsWith" if len(args) == 1:
                texts = meaning.texts(args[0])
                yield from guards.begins(holder, texts) if truth else guards.begins_not(holder, texts)
            case "isNaN" if not truth and numeral(args[0]) is not args[0]:
                yield from self._number(args[0])
        if not truth:
            yield from self._unmatched(holder, name, args)
            return
        match name:
            case "test":
                yield from self._fits(args[0], holder)
            case "exec" if isinstance(meaning.resolved(holder), s.RegExpLiteral | s.NewExpression):
                yield from guards.matches(args[0], meaning.pattern(holder))
            case "match":
                yield from self._fits(holder, args[0])
            case "supports" if len(args) > 1:
                yield from guards.of(args[1], "supported")
            case "endsWith" if len(args) == 1:
                yield from guards.ends(holder, meaning.texts(args[0]))
            case "isInteger" | "isFinite" | "isSafeInteger":
                yield from self._number(args[0])
            case "get" if isinstance(meaning.resolved(holder), s.NewExpression):
                yield from guards.found(holder, args[0])

    def _fits(self, value: s.Node, pattern: s.Node) -> Proofs:
        """A text fits a regular expression, or one of several."""
        ways = [frozenset(self._guards.matches(value, known)) for known in self._meaning.patterns(pattern)]
        return frozenset.intersection(*ways) if ways else NOTHING

    def _unmatched(self, holder: s.Node, name: str, args: tuple[s.Node, ...]) -> Iterator[Proof]:
        """A test that found nothing; one that goes on where it stopped before (g, y) proves nothing."""
        meaning, guards = self._meaning, self._guards
        pattern = holder if name in {"test", "exec"} else args[0]
        if name == "includes":
            yield from guards.lacks(holder, args[0])
        if name not in {"test", "exec", "match"} or meaning.goes_on(pattern):
            return
        yield from guards.matches_not(args[0] if name in {"test", "exec"} else holder, meaning.pattern(pattern))

    def _each(self, holder: s.Node, name: str, test: s.Node, *, truth: bool) -> Proofs | None:
        """`list.some(test)`: one element passes, or none does; `every` the other way round."""
        function = self._meaning.function(test)
        if function is None or not function.params:
            return NOTHING
        exists = truth is (name != "every")
        kept, self._guards.exists = self._guards.exists, exists
        proofs = self._of_callback(function, Truth(truth))
        self._guards.exists = kept
        return None if proofs is None else self._lifted(proofs, holder, function, exists=exists)

    def position(self, call: s.Node, *, there: bool) -> Proofs | None:
        """`list.findIndex(test)` gives a position, or -1."""
        match call:
            case s.CallExpression(
                callee=s.MemberExpression(object=holder, property=s.Identifier(name="findIndex" | "findLastIndex")),
                arguments=(test, *_),
            ):
                return self._each(holder, "some", test, truth=there)
            case _:
                return NOTHING

    def _throws_at(self, call: s.CallExpression) -> Proofs:
        """`list.forEach(function)` has come back, which throws an exception where it is given what it refuses."""
        match call:
            case s.CallExpression(
                callee=s.MemberExpression(object=holder, property=s.Identifier(name="forEach" | "map")),
                arguments=(callback, *_),
            ):
                function = self._meaning.function(callback)
            case _:
                return NOTHING
        throwing = function is not None and function in self._meaning.definitions.throwing and not function.is_async
        if function is None or not throwing or not function.params:
            return NOTHING
        kept, self._guards.exists = self._guards.exists, False
        outcome = self._outcomes.of(function)
        self._guards.exists = kept
        done = None if outcome is None else outcome.done
        return self._lifted(done, holder, function, exists=False) if done else NOTHING

    def _lifted(self, proofs: Proofs, holder: s.Node, function: s.Function, *, exists: bool) -> Proofs:
        """What holds of each element of a list (or of one, where `exists`) -> what holds of the list, and around it."""
        first, whole = self._meaning.path(function.params[0]), self._meaning.path(holder)
        ran = exists or bool(self._meaning.items(holder).texts)
        found: set[Proof] = set()
        for path, guard in proofs:
            if first is not None and path[0] is first[0]:
                if whole is not None and not exists:
                    found.add(((whole[0], (*whole[1], ELEMENT, *path[1])), guard))
                if not exists and not path[1]:
                    found.update(self._guards.spelled(holder, guard))
            elif ran and not _is_inside(path[0], function):
                found.add((path, guard))
        return frozenset(found)

    def _of_callback(self, function: s.Function, want: Want) -> Proofs | None:
        """What holds when a callback gives such a result, said of its own parameters."""
        outcome = None if function.generator or function.is_async else self._outcomes.of(function)
        if outcome is None:
            return NOTHING
        return either(self._way(proofs, value, want) for proofs, value in outcome.returns)

    def of_element(self, test: s.Node) -> Iterator[tuple[tuple[str, ...], str]]:
        """What a callback proves of its first parameter where its result is true: of which properties, and what."""
        function = self._meaning.function(test)
        if function is None or not function.params:
            return
        first = self._meaning.path(function.params[0])
        for (root, keys), guard in self._of_callback(function, Truth(value=True)) or ():
            if first is not None and root is first[0]:
                yield keys, guard
            elif isinstance(root, Variable) and root.scope.block is function:
                given = self._meaning.definitions.names.get(root)
                if given is not None and given.keys[:1] == (ELEMENT,):
                    yield (*given.keys[1:], *keys), guard

    def kept(self, reviver: s.Node) -> frozenset[str]:
        """What holds of each name for which a function gives anything at all."""
        function = self._meaning.function(reviver)
        if function is None or not function.params:
            return frozenset()
        first = self._meaning.path(function.params[0])
        proofs = self._of_callback(function, Equal(Nullish("undefined"), same=False)) or ()
        return frozenset(guard for path, guard in proofs if path == first)

    # The code's own ---------------------------------------------------------------------------------------------------

    def _result(self, function: s.Function, want: Want, call: s.Node | None = None) -> Proofs | None:
        """What holds when a function, called so, gives such a result."""
        if function.generator:
            return NOTHING
        args = call.arguments if isinstance(call, s.CallExpression) else ()
        callee = call.callee if isinstance(call, s.CallExpression) else call
        receiver = callee.object if isinstance(callee, s.MemberExpression) else None
        with self._meaning.entered(function, args, receiver):
            outcome = self._outcomes.of(function)
            ways = [] if outcome is None else [self._way(proofs, value, want) for proofs, value in outcome.returns]
        if outcome is None:
            return NOTHING
        held = either(ways)
        return None if held is None else self._outside(held, function)

    def _way(self, proofs: Proofs, value: s.Node | None, want: Want) -> Proofs | None:
        if value is not None:
            return both(proofs, self._decides.comes_out(value, want))
        if isinstance(want, Truth):
            return None if want.value else proofs
        return proofs if (want.constant == Nullish("undefined")) is want.same else None

    def _outside(self, proofs: Proofs, function: s.Function) -> Proofs:
        """What somebody outside a function can speak of."""
        return frozenset(proof for proof in proofs if not _is_inside(proof[0][0], function))


def _is_inside(root: Root, function: s.Function) -> bool:
    """Whether a root comes into being inside a function."""
    if isinstance(root, Variable):
        scope = root.scope
        while scope.parent is not None:
            if scope.block is function:
                return True
            scope = scope.parent
        return False
    return isinstance(root, s.ObjectPattern | s.ArrayPattern) and function.start <= root.start < function.end


def is_test(node: s.Node) -> bool:
    """Whether an expression is always true or false, and nothing else."""
    match node:
        case s.BinaryExpression(operator=operator):
            return operator in {"===", "!==", "==", "!=", "<", ">", "<=", ">=", "in", "instanceof"}
        case s.UnaryExpression(operator="!") | s.BooleanLiteral():
            return True
        case s.LogicalExpression(left=left, right=right):
            return is_test(left) and is_test(right)
        case s.CallExpression(callee=s.MemberExpression(object=inner, property=s.Identifier(name=name))):
            called = inner.property if name == "call" and isinstance(inner, s.MemberExpression) else None
            return name in _TESTS or (isinstance(called, s.Identifier) and called.name in _TESTS)
        case s.CallExpression(callee=s.Identifier(name=name)):
            return name in {"isNaN", "isFinite", "Boolean"}
        case _:
            return False


def gives_nothing(node: s.Node) -> bool:
    """Whether an expression is null or undefined exactly where it finds nothing."""
    match node:
        case s.CallExpression(callee=s.MemberExpression(property=s.Identifier(name=name))):
            return name in _GIVING
        case s.MemberExpression(computed=True):
            return True
        case _:
            return False
