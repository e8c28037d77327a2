"""Functions of the submission -> what they do to characters, where a trial could tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from reviewer.javascript import syntax as s
from reviewer.javascript.constants import Constant, Pattern, Text, text_of
from reviewer.javascript.scopes import Scopes, Variable
from reviewer.javascript.trial import effects
from reviewer.javascript.trial.definitions import Definitions
from reviewer.javascript.trial.effects import Effect
from reviewer.javascript.trial.machine import Machine
from reviewer.javascript.trial.specimens import is_finite
from reviewer.javascript.trial.texts import pattern_of
from reviewer.javascript.trial.values import OPAQUE, UNDEFINED, Closure, Regex, Thrown, Unknown, Value, to_text
from reviewer.javascript.walking import children, walk

_MOST = 2_000
"""How many functions and replacements are tried on one page."""

_PATTERNS = 3
"""How many patterns a function may make that samples are made up for."""

_ODD: tuple[Value, ...] = (UNDEFINED, None, 12.0, True, False, ["a"], ["<\"'>"])
"""What a function may be given instead of a text."""

Given = tuple[Constant | None, ...]
"""Arguments of a call: constants, and None for what is not known."""


class Trials:
    """Tries each thing once."""

    def __init__(self, scopes: Scopes, definitions: Definitions) -> None:
        self._scopes = scopes
        self._machine = Machine(scopes, definitions)
        self._functions: dict[tuple[s.Function, Given], Effect | None] = {}
        self._replacements: dict[tuple[str, Constant, str | None, s.Function | None, str], Effect | None] = {}
        self._separators: dict[tuple[str, Constant], Effect | None] = {}

    def of_function(self, node: s.Function, given: Given) -> Effect | None:
        """What a function does that is called with these arguments, the first unknown one being the data.

        Without parameters the data is `this`.
        """
        given = given[: len(node.params)]
        key = (node, given)
        if key not in self._functions:
            self._functions[key] = self._tried(node, given) if len(self._functions) < _MOST else None
        return self._functions[key]

    def of_replacement(
        self, what: Constant, template: str | None, function: s.Function | None, name: str
    ) -> Effect | None:
        """What `replace` or `replaceAll` does to the text it is called on; with neither template nor function nothing
        is known of what is put in.
        """
        return self._replacement(("whole", what, template, function, name))

    def of_pieces(self, what: Constant, function: s.Function, name: str) -> Effect | None:
        """What the function makes of the pieces that `replace` gives it."""
        return self._replacement(("pieces", what, None, function, name))

    def of_matches(self, what: Constant) -> Effect | None:
        """What a pattern finds in data."""
        return self._replacement(("matches", what, None, None, "match"))

    def of_separator(self, separator: Constant, name: str) -> Effect | None:
        """What `split` or `join` with this separator does."""
        key = (name, separator)
        if key not in self._separators:
            try:
                joins = name == "join"
                self._separators[key] = (
                    effects.of_join(text_of(separator)) if joins else effects.of_split(_value(separator))
                )
            except Unknown:
                self._separators[key] = None
        return self._separators[key]

    def _replacement(self, key: tuple[str, Constant, str | None, s.Function | None, str]) -> Effect | None:
        if key not in self._replacements:
            self._replacements[key] = self._replaced(*key) if len(self._replacements) < _MOST else None
        return self._replacements[key]

    def _replaced(
        self, about: str, what: Constant, template: str | None, node: s.Function | None, name: str
    ) -> Effect | None:
        if not isinstance(what, Pattern | Text):
            return None
        pattern: Value = Regex(what.source, what.flags) if isinstance(what, Pattern) else what.value
        everywhere = name == "replaceAll"
        try:
            if about == "matches":
                return effects.of_matches(pattern)
            if node is None:
                return (
                    None if template is None else effects.of_replacement(pattern, template, None, everywhere=everywhere)
                )
            self._machine.passed = set()
            function = self._function(Closure(node, None))
            if about == "pieces":
                found = effects.of_pieces(pattern, function, everywhere=everywhere)
            else:
                found = effects.of_replacement(pattern, None, function, everywhere=everywhere)
        except (Unknown, Thrown):
            return None
        complete = node in self._machine.passed and (is_finite(pattern_of(pattern)) or self._is_all_passed())
        return found if complete else None

    def _function(self, closure: Closure) -> effects.Function:
        def called(args: Sequence[Value]) -> str:
            return to_text(self._machine.try_call(closure, args))

        return called

    def _tried(self, node: s.Function, given: Given) -> Effect | None:
        at = next((index for index, constant in enumerate(given) if constant is None), None)
        takes_more = any(isinstance(param, s.RestElement) for param in node.params)
        if node.is_async or node.generator or takes_more or (at is None and given):
            return None
        machine = self._machine
        machine.passed = set()
        machine.patterns.clear()
        outcomes: list[tuple[str, str]] = []
        closure = Closure(node, None)
        treats_lists = False
        try:
            for sample in chain(effects.SAMPLES, self._probes()):
                found = machine.try_call(closure, _arguments(given, at, sample), sample if at is None else OPAQUE)
                outcomes.append((sample, to_text(found)))
            for odd in _ODD:
                before = len(machine.passed)
                if at is None:
                    break
                try:
                    found = machine.try_call(closure, _arguments(given, at, odd))
                except Thrown:
                    continue
                if isinstance(odd, list) and (len(machine.passed) > before or treats_lists):
                    treats_lists = True
                    outcomes.append(("<\"'>", to_text(found)))
        except (Unknown, Thrown):
            return None
        fixed = {param for param, constant in zip(node.params, given, strict=False) if constant is not None}
        return effects.of_outcomes(outcomes) if self._is_all_passed(self._variables(fixed)) else None

    def _probes(self) -> Iterator[str]:
        """Further samples, for the patterns that the function made meanwhile; many are made of the data itself."""
        made = list(self._machine.patterns.values())
        for pattern in made if len(made) <= _PATTERNS else ():
            yield from effects.probes(pattern)

    def _variables(self, params: Iterable[s.Node]) -> frozenset[Variable]:
        names = (s.without_default(param) for param in params)
        found = (self._scopes.of_identifier.get(name) for name in names if isinstance(name, s.Identifier))
        return frozenset(variable for variable in found if variable is not None and len(variable.writes) == 1)

    def _is_all_passed(self, fixed: frozenset[Variable] = frozenset()) -> bool:
        """Whether the samples have been through all there is in the functions that they were given to.

        Where a test asks only for what is `fixed` in this call, one way is all there is.
        """
        passed = self._machine.passed
        todo: list[s.Node] = [node for node in passed if isinstance(node, s.Function)]
        while todo:
            node = todo.pop()
            decided = isinstance(node, s.IfStatement | s.ConditionalExpression) and self._is_decided(node.test, fixed)
            for part in _arms(node):
                if part not in passed and not decided and not _is_idle(part):
                    return False
            todo.extend(
                part
                for part in children(node)
                if not isinstance(part, s.Function) and not (decided and part not in passed)
            )
        return True

    def _is_decided(self, test: s.Node, fixed: frozenset[Variable]) -> bool:
        names = [node for node in walk(test) if isinstance(node, s.Identifier)]
        return bool(fixed) and all(self._scopes.of_identifier.get(name) in fixed for name in names)


def _arguments(given: Given, at: int | None, sample: Value) -> list[Value]:
    values: list[Value] = []
    for index, constant in enumerate(given):
        if index == at:
            values.append(sample)
        elif constant is None:
            values.append(OPAQUE)
        else:
            values.append(_value(constant))
    return values


def _value(constant: Constant) -> Value:
    match constant:
        case Text(value=text):
            return text
        case Pattern(source=source, flags=flags):
            return Regex(source, flags)
        case _:
            inner = getattr(constant, "value", OPAQUE)
            return inner if isinstance(inner, bool | float) else OPAQUE


def _arms(node: s.Node) -> Iterable[s.Node]:
    """What below a node may or may not be run, and the functions in it."""
    match node:
        case s.ConditionalExpression(consequent=one, alternate=other):
            yield from (one, other)
        case s.LogicalExpression(right=right):
            yield right
        case s.BlockStatement(body=body) | s.SwitchCase(consequent=body):
            yield from body
        case s.IfStatement(consequent=one, alternate=other):
            yield from (part for part in (one, other) if part is not None)
        case s.WhileStatement(body=body) | s.ForStatement(body=body) | s.ForOfStatement(body=body):
            yield body
        case _:
            pass
    yield from (part for part in children(node) if isinstance(part, s.Function))


def _is_idle(node: s.Node) -> bool:
    """Whether code gives nothing but what is written in it, or nothing at all."""
    if isinstance(node, s.ThrowStatement | s.BreakStatement | s.EmptyStatement):
        return True
    todo = [node]
    while todo:
        part = todo.pop()
        if isinstance(part, s.ThrowStatement):
            continue
        if isinstance(part, s.Identifier | s.ThisExpression | s.Function) and getattr(part, "name", "") != "undefined":
            return False
        todo.extend(children(part))
    return True
