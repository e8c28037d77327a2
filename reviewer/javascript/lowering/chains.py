"""Concrete members, calls, `new` and what is awaited to ESTree's, optional chains ended where they belong."""

from __future__ import annotations

from reviewer.javascript.lowering.parts import Listing, Part, Reading, Token
from reviewer.javascript.lowering.recovery import unsupported
from reviewer.javascript.syntax import (
    ArrayExpression,
    AwaitExpression,
    CallExpression,
    ChainExpression,
    Expression,
    Identifier,
    ImportExpression,
    MemberExpression,
    NewExpression,
    SequenceExpression,
    SpreadElement,
    Super,
    TaggedTemplateExpression,
    TemplateLiteral,
)
from reviewer.record import value


@value
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


def await_(reading: Reading, start: int, end: int, parts: list[Part]) -> Part:
    """`await x`."""
    match parts:
        case [argument]:
            return _awaited(reading, start, end, argument)
    return unsupported(reading, start, end, parts)
