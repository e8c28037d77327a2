"""Concrete expressions and patterns to ESTree's (functions, classes, literals and JSX aside)."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.javascript.ast import Problem
from reviewer.javascript.lowering.parts import Computed, Listing, Method, Part, Reading, Slot, Token
from reviewer.javascript.lowering.recovery import not_a_target, unsupported
from reviewer.javascript.syntax import (
    ArrayExpression,
    ArrayPattern,
    AssignmentExpression,
    AssignmentPattern,
    AwaitExpression,
    BinaryExpression,
    CallExpression,
    ChainExpression,
    ConditionalExpression,
    Expression,
    Identifier,
    ImportExpression,
    LogicalExpression,
    MemberExpression,
    MetaProperty,
    NewExpression,
    ObjectExpression,
    ObjectPattern,
    Pattern,
    Property,
    RestElement,
    SequenceExpression,
    SpreadElement,
    StringLiteral,
    Super,
    TaggedTemplateExpression,
    TemplateLiteral,
    UnaryExpression,
    UpdateExpression,
    YieldExpression,
)

_LOGICAL = frozenset({"&&", "||", "??"})


def target(reading: Reading, node: Expression | Pattern) -> Pattern:
    """What is assigned to; anything that cannot be is Unparsed, with a problem."""
    if isinstance(node, Pattern):
        return node
    return not_a_target(reading, node)


@dataclass(frozen=True, slots=True)
class _Base:
    """What a member, call or template is applied to, where that begins, and what must stay around the result."""

    value: Expression | Super
    start: int
    chained: bool
    awaited: bool

    def around(self, node: Expression, *, optional: bool, start: int) -> Expression:
        """The result with its ChainExpression and its `await`."""
        if self.chained or optional:
            node = ChainExpression(self.start, node.end, node)
        return AwaitExpression(start, node.end, node) if self.awaited else node


def _base(reading: Reading, node: Expression | Super, start: int) -> _Base:
    """Look into a chain that goes on, and behind an `await` that belongs to all of it.

    Parentheses end both, and are told by the place: what is in them begins after them. An `await` is met here because
    the grammar may take `await (x)`, `await [x]` and a template after `await` for a call, a subscript and a tag.
    """
    awaited = type(node) is AwaitExpression and node.start == start
    if isinstance(node, AwaitExpression) and awaited:
        node, start = node.argument, reading.skip(start + len("await"))
    if isinstance(node, ChainExpression) and node.start == start:
        return _Base(node.expression, start, chained=True, awaited=awaited)
    return _Base(node, start, chained=False, awaited=awaited)


def _is_await(reading: Reading, node: Part, start: int) -> bool:
    return type(node) is Identifier and node.start == start and reading.text[start : node.end] == "await"


def _awaited(reading: Reading, start: int, end: int, operand: Expression) -> AwaitExpression:
    reading.words.append(Token("await", start))
    return AwaitExpression(start, end, operand)


def member(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`a.b`, `a?.b`, `a.#b`."""
    return _access(reading, start, end, parts, computed=False)


def subscript(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`a[b]`, `a?.[b]`."""
    match parts:
        case [word, index] if _is_await(reading, word, start):
            bracket = reading.skip(word.end)
            several = type(index) is SequenceExpression and reading.skip(bracket + 1) == index.start
            elements = index.expressions if several else (index,)
            return _awaited(reading, start, end, ArrayExpression(bracket, end, elements))
    return _access(reading, start, end, parts, computed=True)


def _access(reading: Reading, start: int, end: int, parts: list[Part], *, computed: bool) -> Part:
    optional = False
    match parts:
        case [Token(), *_]:  # `import.source`, `import.defer` and other phases
            return unsupported(reading, start, end, parts)
        case [value, Token("?."), key]:
            optional = True
        case [value, key]:
            pass
        case _:
            return unsupported(reading, start, end, parts)
    base = _base(reading, value, start)
    node = MemberExpression(base.start, end, base.value, key, computed, optional)
    return base.around(node, optional=optional, start=start)


def call(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`f(x)`, `f?.(x)`, `import(x)` and a tag before a template."""
    match parts:
        case [Token("import"), Listing(items=arguments)]:
            return _import(reading, start, end, arguments)
        case [Token(), *_] | [Super(), TemplateLiteral()]:
            return unsupported(reading, start, end, parts)
        case [word, Listing(items=arguments)] if _is_await(reading, word, start) and _are_values(arguments):
            first, last = arguments[0], arguments[-1]
            operand = first if first is last else SequenceExpression(first.start, last.end, arguments)
            return _awaited(reading, start, end, operand)
        case [word, TemplateLiteral() as operand] if _is_await(reading, word, start):
            return _awaited(reading, start, end, operand)
        case [callee, *question, Listing(items=arguments)]:
            base = _base(reading, callee, start)
            node = CallExpression(base.start, end, base.value, arguments, optional=bool(question))
            return base.around(node, optional=bool(question), start=start)
        case [tag, TemplateLiteral() as quasi]:
            base = _base(reading, tag, start)
            if isinstance(base.value, Super):
                return unsupported(reading, start, end, parts)
            tagged = TaggedTemplateExpression(base.start, end, base.value, quasi)
            return base.around(tagged, optional=False, start=start)
    return unsupported(reading, start, end, parts)


def _are_values(arguments: tuple[Part, ...]) -> bool:
    return bool(arguments) and not any(type(each) is SpreadElement for each in arguments)


def _import(reading: Reading, start: int, end: int, arguments: tuple[Part, ...]) -> Part:
    if _are_values(arguments) and len(arguments) <= 2:
        return ImportExpression(start, end, arguments[0], arguments[1] if len(arguments) > 1 else None)
    return unsupported(reading, start, end, list(arguments))


def new(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`new F`, `new F(x)`."""
    match parts:
        case [callee]:
            return NewExpression(start, end, callee, ())
        case [callee, Listing() as arguments]:
            return NewExpression(start, end, callee, arguments.items)
    return unsupported(reading, start, end, parts)


def meta(reading: Reading, start: int, end: int, parts: list[Part]) -> MetaProperty:
    """`new.target` or `import.meta`."""
    if reading.text.startswith("new", start):
        return MetaProperty(start, end, "new", "target")
    return MetaProperty(start, end, "import", "meta")


def binary(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`a + b`, `a && b`, `#p in o`."""
    match parts:
        case [left, Token() as operator, right]:
            if operator.text in _LOGICAL:
                return LogicalExpression(start, end, operator.text, left, right)
            if operator.text == "<" and reading.text.startswith("<!--", operator.start):
                # A classic script reads a comment here (ECMA-262, annex B.1.1), a module two operators.
                reading.problems.append(Problem("unsupported", operator.start, operator.start + 4, "HTML-like comment"))
            return BinaryExpression(start, end, operator.text, left, right)
    return unsupported(reading, start, end, parts)


def unary(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`-x`, `typeof x`."""
    match parts:
        case [Token() as operator, argument]:
            return UnaryExpression(start, end, operator.text, argument)
    return unsupported(reading, start, end, parts)


def update(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`x++`, `--x`."""
    match parts:
        case [Token() as operator, argument]:
            return UpdateExpression(start, end, operator.text, argument, prefix=True)
        case [argument, Token() as operator]:
            return UpdateExpression(start, end, operator.text, argument, prefix=False)
    return unsupported(reading, start, end, parts)


def conditional(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`a ? b : c`."""
    match parts:
        case [test, consequent, alternate]:
            return ConditionalExpression(start, end, test, consequent, alternate)
    return unsupported(reading, start, end, parts)


def assignment(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`a = b`."""
    match parts:
        case [left, right]:
            return AssignmentExpression(start, end, "=", target(reading, left), right)
    return unsupported(reading, start, end, parts)


def augmented(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`a += b`."""
    match parts:
        case [left, Token() as operator, right]:
            return AssignmentExpression(start, end, operator.text, target(reading, left), right)
    return unsupported(reading, start, end, parts)


def sequence(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`a, b`."""
    return SequenceExpression(start, end, tuple(parts))


def parenthesized(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`(a)` is `a`."""
    match parts:
        case [expression]:
            return expression
    return unsupported(reading, start, end, parts)


def spread(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`...x` where values stand."""
    match parts:
        case [argument]:
            return SpreadElement(start, end, argument)
    return unsupported(reading, start, end, parts)


def rest(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`...x` where targets stand."""
    match parts:
        case [argument]:
            return RestElement(start, end, target(reading, argument))
    return unsupported(reading, start, end, parts)


def yield_(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`yield`, `yield x`, `yield* x`."""
    reading.words.append(Token("yield", start))
    match parts:
        case [Token("yield")]:
            return YieldExpression(start, end, None, delegate=False)
        case [Token("yield"), Token("*"), argument]:
            return YieldExpression(start, end, argument, delegate=True)
        case [Token("yield"), argument]:
            return YieldExpression(start, end, argument, delegate=False)
    return unsupported(reading, start, end, parts)


def await_(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`await x`."""
    match parts:
        case [argument]:
            return _awaited(reading, start, end, argument)
    return unsupported(reading, start, end, parts)


def substitution(reading: Reading, start: int, end: int, parts: list[Part]) -> Slot:
    """`${x}` in a template."""
    return Slot(start, end, parts[0] if parts else None)


def listing(reading: Reading, start: int, end: int, parts: list[Part]) -> Listing:
    """Arguments, parameters and other lists in brackets."""
    return Listing(start, end, tuple(parts))


def computed(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`[x]` as a name."""
    match parts:
        case [expression]:
            return Computed(expression)
    return unsupported(reading, start, end, parts)


def parameters(reading: Reading, start: int, end: int, parts: list[Part]) -> Listing:
    """The parameters of a function."""
    return Listing(start, end, tuple(target(reading, part) for part in parts))


def array(reading: Reading, start: int, end: int, parts: list[Part]) -> ArrayExpression:
    """`[a, , ...b]`."""
    return ArrayExpression(start, end, _elements(parts))


def array_pattern(reading: Reading, start: int, end: int, parts: list[Part]) -> ArrayPattern:
    """`[a, , ...b]` as a target."""
    targets = (None if part is None else target(reading, part) for part in _elements(parts))
    return ArrayPattern(start, end, tuple(targets))


def _elements(parts: list[Part]) -> tuple[Part, ...]:
    elements: list[Part] = []
    hole = True
    for part in parts:
        if type(part) is not Token:
            elements.append(part)
            hole = False
        elif part.text == ",":
            if hole:
                elements.append(None)
            hole = True
    return tuple(elements)


_MEMBERS = (Method, Property, SpreadElement)


def object_(reading: Reading, start: int, end: int, parts: list[Part]) -> ObjectExpression:
    """`{...}` as a value."""
    return ObjectExpression(start, end, tuple(_own(part) for part in parts if isinstance(part, _MEMBERS)))


def _own(part: Method | Property | SpreadElement) -> Property | SpreadElement:
    if isinstance(part, Method):
        plain = part.kind == "method"
        kind = "init" if plain else part.kind
        return Property(part.start, part.end, part.key, part.value, kind, part.computed, method=plain, shorthand=False)
    return part


def object_pattern(reading: Reading, start: int, end: int, parts: list[Part]) -> ObjectPattern:
    """`{...}` as a target."""
    return ObjectPattern(start, end, tuple(part for part in parts if isinstance(part, Property | RestElement)))


def pair(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`key: value` in an object."""
    match parts:
        case [Computed(expression), value]:
            return Property(start, end, expression, value, "init", computed=True, method=False, shorthand=False)
        case [key, value]:
            return Property(start, end, key, value, "init", computed=False, method=False, shorthand=False)
    return unsupported(reading, start, end, parts)


def pair_pattern(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`key: target` in an object pattern."""
    match parts:
        case [key, value]:
            return pair(reading, start, end, [key, target(reading, value)])
    return unsupported(reading, start, end, parts)


def default(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`target = value` in a pattern or a parameter list."""
    match parts:
        case [left, right]:
            return AssignmentPattern(start, end, target(reading, left), right)
    return unsupported(reading, start, end, parts)


def shorthand_default(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`{name = value}` in an object pattern."""
    match parts:
        case [Property(shorthand=True, key=key, value=Identifier() as name), right]:
            value = AssignmentPattern(start, end, name, right)
            return Property(start, end, key, value, "init", computed=False, method=False, shorthand=True)
    return unsupported(reading, start, end, parts)


def is_string(node: Part, start: int) -> bool:
    """Whether a string literal itself, without parentheses, begins at `start`."""
    return type(node) is StringLiteral and node.start == start
