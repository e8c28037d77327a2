"""The trial interpreter: calls, variables, properties. It keeps what it has been through, which tells what was not.

Blocks have no variables of their own here: names are resolved already, and nothing that is tried makes closures in
loops.
"""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.javascript import syntax as s
from reviewer.javascript.scopes import Scopes, Variable
from reviewer.javascript.trial import library
from reviewer.javascript.trial.definitions import Definitions
from reviewer.javascript.trial.expressions import EXPRESSIONS
from reviewer.javascript.trial.operators import bounded
from reviewer.javascript.trial.statements import run_body
from reviewer.javascript.trial.values import (
    OPAQUE,
    UNDEFINED,
    Builtin,
    Closure,
    Frame,
    Regex,
    Unknown,
    Value,
    known,
    to_text,
)

_STEPS, _CALLS = 30_000, 24
"""Steps of one trial, and depth of calls."""


class Machine:
    """Runs code. `passed` are the arms of conditions and the functions that were run, `patterns` the regular
    expressions that were made of texts.

    `own` are variables at the top of scripts of which it is known what they hold when functions are called.
    """

    def __init__(self, scopes: Scopes, definitions: Definitions) -> None:
        self.scopes = scopes
        self.passed: set[s.Node] = set()
        self.patterns: dict[tuple[str, str], Regex] = {}
        self.frame: Frame | None = None
        self.this: Value = OPAQUE
        self._definitions = definitions
        self.own: dict[Variable, Value] = {}
        self._outside: dict[Variable, Value] = {}
        self._beginning = False
        self._most = _STEPS
        self._steps = 0
        self._depth = 0

    def try_call(self, function: Value, args: Sequence[Value], this: Value = OPAQUE) -> Value:
        """A fresh trial of a function; raises Unknown or Thrown."""
        self._steps, self._depth, self.frame, self.this = 0, 0, None, OPAQUE
        try:
            return self.call(function, args, this)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, RecursionError) as slip:
            raise Unknown from slip  # Odd code asks for what the tables of the library do not foresee.

    def begin(self, most: int) -> None:
        """From here on the beginning of a script is done, which gives its variables values, in so many steps."""
        self._beginning, self._steps, self._most = True, 0, most

    def begin_expression(self) -> None:
        """An expression is worked out by itself: its steps are counted anew."""
        self._steps = 0

    def end(self) -> None:
        """The beginning has been done."""
        self._beginning, self._most = False, _STEPS

    def try_top(self, expression: s.Node, frame: Frame | None = None) -> Value:
        """The value of an expression at the top of a script, or where these variables are; raises Unknown or Thrown."""
        self._depth, self.frame, self.this = 0, frame, OPAQUE
        try:
            return self.evaluate(expression)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, RecursionError) as slip:
            raise Unknown from slip

    def step(self) -> None:
        """One more step of work."""
        self._steps += 1
        if self._steps > self._most:
            raise Unknown

    def call(self, function: Value, args: Sequence[Value], this: Value = OPAQUE) -> Value:
        """Call any function."""
        self.step()
        if isinstance(function, Builtin):
            return bounded(library.call(self, function.name, args))
        if not isinstance(function, Closure) or function.node.is_async or function.node.generator:
            raise Unknown
        if self._depth >= _CALLS:
            raise Unknown
        kept = self.frame, self.this
        self._depth += 1
        self.frame = Frame(function.node, function.frame)
        if isinstance(function.node, s.ArrowFunctionExpression):
            this = function.this
        self.this = this
        self.passed.add(function.node)
        try:
            for index, param in enumerate(function.node.params):
                if isinstance(param, s.RestElement):
                    self.bind(param.argument, list(args[index:]))
                    continue
                given = args[index] if index < len(args) else UNDEFINED
                if isinstance(param, s.Identifier):
                    self.declare(param, given)
                else:
                    self.bind(param, given)
            if isinstance(function.node.body, s.BlockStatement):
                return run_body(self, function.node.body)
            return self.evaluate(function.node.body)
        finally:
            self._depth -= 1
            self.frame, self.this = kept

    def evaluate(self, node: s.Node) -> Value:
        """The value of an expression."""
        self.step()
        handler = EXPRESSIONS.get(type(node))
        if handler is None:
            raise Unknown
        return bounded(handler(self, node))

    # Variables --------------------------------------------------------------------------------------------------------

    def read(self, node: s.Identifier) -> Value:
        """The value of a name."""
        variable = self.scopes.of_identifier.get(node)
        if variable is None:
            raise Unknown
        frame = self.frame
        while frame is not None:
            if variable in frame.variables:
                return frame.variables[variable]
            frame = frame.outer
        if variable in self.own:
            return self.own[variable]
        if not variable.declared and not variable.writes:
            return library.named(variable.name)
        if variable not in self._outside:
            self._outside[variable] = self._defined(variable)
        return self._outside[variable]

    def _defined(self, variable: Variable) -> Value:
        node = self._definitions.of(variable)
        if node is None:
            raise Unknown
        kept, self.frame = self.frame, None
        try:
            return Closure(node, None) if isinstance(node, s.Function) else self.evaluate(node)
        finally:
            self.frame = kept

    def bind(self, pattern: s.Node, value: Value) -> None:
        """Assign to a name, a property or the parts of a pattern."""
        match pattern:
            case s.Identifier():
                self._assign(pattern, value)
            case s.AssignmentPattern(left=left, right=right):
                self.bind(left, self.evaluate(right) if value is UNDEFINED else value)
            case s.ArrayPattern(elements=elements):
                items = library.items(value)
                for index, element in enumerate(elements):
                    if isinstance(element, s.RestElement):
                        self.bind(element.argument, items[index:])
                    elif element is not None:
                        self.bind(element, items[index] if index < len(items) else UNDEFINED)
            case s.ObjectPattern(properties=properties):
                for part in properties:
                    if not isinstance(part, s.Property):
                        raise Unknown
                    self.bind(part.value, self.member(value, self.key(part.key, computed=part.computed)))
            case s.MemberExpression():
                holder = self.evaluate(pattern.object)
                library.write(holder, self.key(pattern.property, computed=pattern.computed), value)
            case _:
                raise Unknown

    def _assign(self, node: s.Identifier, value: Value) -> None:
        variable = self.scopes.of_identifier.get(node)
        frame = self.frame
        while variable is not None and frame is not None:
            # A piece of code that is tried as a function has no scope of its own: names are those around it.
            is_piece = frame.node not in self.scopes.of_node and isinstance(frame.node, s.Function)
            if is_piece or variable in frame.variables or variable.scope.function.block is frame.node:
                frame.variables[variable] = value
                return
            frame = frame.outer
        # What a later call sees must not depend on an earlier one, unless a function puts itself in its place.
        if variable is None or not (self._beginning or (variable in self.own and isinstance(value, Closure))):
            raise Unknown
        if variable.scope.kind not in {"global", "module"}:
            raise Unknown
        self.own[variable] = value

    def declare(self, node: s.Identifier, value: Value) -> None:
        """A variable of the call that runs."""
        variable = self.scopes.of_identifier.get(node)
        if variable is None or self.frame is None:
            raise Unknown
        self.frame.variables[variable] = value

    # Properties -------------------------------------------------------------------------------------------------------

    def key(self, node: s.Node, *, computed: bool) -> Value:
        """A property's name."""
        if not computed:
            match node:
                case s.Identifier():
                    return node.name
                case s.StringLiteral():
                    return node.value
                case s.NumberLiteral():
                    return to_text(node.value)
                case _:
                    raise Unknown
        return known(self.evaluate(node))

    def member(self, holder: Value, key: Value) -> Value:
        """The value of a property."""
        return library.read(holder, key)

    def regex(self, source: str, flags: str) -> Regex:
        """A regular expression, made of a text."""
        self.patterns[source, flags] = found = Regex(source, flags)
        return found
