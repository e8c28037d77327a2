"""Decorators of methods -> statements in a static block of the class that do what compiled code does with them.

There are two kinds, which the text does not tell apart: TypeScript's own gets the class's prototype, the method's name
and its description, and may give another description; that of the standard gets the function and where it stands, and
may give another function. Both are written down: what the other kind gets means nothing to either.
"""

from __future__ import annotations

from reviewer.javascript.lowering.parts import Decorator, Method, Part
from reviewer.javascript.syntax import (
    AssignmentExpression,
    CallExpression,
    Expression,
    ExpressionStatement,
    Identifier,
    LogicalExpression,
    MemberExpression,
    ObjectExpression,
    Property,
    Statement,
    StaticBlock,
    StringLiteral,
    ThisExpression,
    VariableDeclaration,
    VariableDeclarator,
)

_BY, _MADE = "@by", "@made"
"""Names that no code can use: of the decorator, and of the method's description."""


def with_blocks(parts: list[Part]) -> list[Part]:
    """The parts of a class's body, with a static block behind the last for each method with decorators."""
    kept: list[Part] = []
    blocks: list[Part] = []
    waiting: list[Decorator] = []
    for part in parts:
        if type(part) is Decorator:
            waiting.append(part)
            continue
        name = part.key if type(part) is Method and part.kind == "method" and not part.computed else None
        if type(part) is Method and isinstance(name, Identifier):
            blocks += [_block(each, name.name, static=part.static) for each in reversed(waiting)]
        else:
            kept += waiting
        kept.append(part)
        waiting = []
    return [*kept, *waiting, *blocks]


def _block(decorator: Decorator, method: str, *, static: bool) -> StaticBlock:
    """`Object.defineProperty(C.prototype, 'm', by(C.prototype, 'm', made) || made); C.prototype.m = by(C.prototype.m)`,
    with the decorator evaluated once.
    """
    at = _At(decorator.start, decorator.end, method, static=static)
    made = at.call(at.member(at.name("Object"), "getOwnPropertyDescriptor"), at.holder(), at.text(method))
    legacy = at.call(at.name(_BY), at.holder(), at.text(method), at.name(_MADE))
    described = LogicalExpression(at.start, at.end, "||", legacy, at.name(_MADE))
    defined = at.call(at.member(at.name("Object"), "defineProperty"), at.holder(), at.text(method), described)
    standard = at.call(at.name(_BY), at.own(), at.context())
    replaced = AssignmentExpression(at.start, at.end, "=", at.own(), standard)
    body = (
        at.constant(_BY, decorator.expression),
        at.constant(_MADE, made),
        ExpressionStatement(at.start, at.end, defined, None),
        ExpressionStatement(at.start, at.end, replaced, None),
    )
    return StaticBlock(at.start, at.end, body)


class _At:
    """Nodes shown where a decorator stands, each one new; names and texts, which nobody wrote, have no length."""

    def __init__(self, start: int, end: int, method: str, *, static: bool) -> None:
        self.start = start
        self.end = end
        self._method = method
        self._static = static

    def name(self, text: str) -> Identifier:
        """A variable, or a name as it stands behind a dot."""
        return Identifier(self.start, self.start, text)

    def text(self, text: str) -> StringLiteral:
        """A constant."""
        return StringLiteral(self.start, self.start, text)

    def member(self, holder: Expression, name: str) -> MemberExpression:
        """`holder.name`."""
        return MemberExpression(self.start, self.end, holder, self.name(name), computed=False, optional=False)

    def call(self, callee: Expression, *arguments: Expression) -> CallExpression:
        """`callee(arguments)`."""
        return CallExpression(self.start, self.end, callee, arguments, optional=False)

    def holder(self) -> Expression:
        """The object that has the method."""
        this = ThisExpression(self.start, self.end)
        return this if self._static else self.member(this, "prototype")

    def own(self) -> MemberExpression:
        """The method as the class has it."""
        return self.member(self.holder(), self._method)

    def context(self) -> ObjectExpression:
        """`{kind: 'method', name: 'm'}`."""
        parts = (("kind", "method"), ("name", self._method))
        return ObjectExpression(self.start, self.end, tuple(self._property(key, text) for key, text in parts))

    def _property(self, key: str, text: str) -> Property:
        name, value = self.name(key), self.text(text)
        return Property(self.start, self.end, name, value, kind="init", computed=False, method=False, shorthand=False)

    def constant(self, name: str, value: Expression) -> Statement:
        """`const name = value;`."""
        declarator = VariableDeclarator(self.start, self.end, self.name(name), value)
        return VariableDeclaration(self.start, self.end, "const", (declarator,))
