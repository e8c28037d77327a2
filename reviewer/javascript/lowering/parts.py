"""What lowering makes on the way: the pieces of a concrete tree that are no ESTree node of their own.

A builder gets the parts of one concrete node from left to right, comments left out, and returns one part. Which parts
stand where is said by the grammar of tree-sitter-javascript, which is why they are `Any` here: the tests on whole
programs, not the type checker, hold that side.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from reviewer.javascript.ast import Problem
from reviewer.javascript.syntax import (
    Expression,
    FunctionExpression,
    Identifier,
    JSXAttribute,
    MemberExpression,
    PrivateIdentifier,
    SpreadElement,
    Statement,
)
from reviewer.record import value

Part = Any

_SPACE = re.compile(r"(?:[\s\ufeff]|/\*.*?\*/|//[^\n\r\u2028\u2029]*)*", re.DOTALL)


@value
class Token:
    """A keyword or punctuator and where it begins."""

    text: str
    start: int


@value
class Listing:
    """Arguments, parameters, cases or specifiers, with their brackets."""

    start: int
    end: int
    items: tuple[Part, ...]


@value
class Heritage:
    """What stands after `extends`."""

    expression: Expression


@value
class Computed:
    """`[x]` as a property's name."""

    expression: Expression


@value
class Decorator:
    """`@x` of TypeScript."""

    start: int
    end: int
    expression: Expression


@value
class Method:
    """A method of an object or of a class; `kind` is method, get or set."""

    start: int
    end: int
    key: Expression | PrivateIdentifier
    computed: bool
    value: FunctionExpression
    kind: str
    static: bool


@value
class Finally:
    """`finally {...}`."""

    block: Statement


@value
class Slot:
    """`${x}` in a template or `{x}` in JSX; None is an empty one."""

    start: int
    end: int
    expression: Expression | SpreadElement | None


@value
class Tag:
    """An opening, closing or self-closing JSX tag; a fragment has no name."""

    start: int
    end: int
    name: Identifier | MemberExpression | None
    attributes: tuple[JSXAttribute | SpreadElement, ...]


@value
class Recovered:
    """What could be read of a place that as a whole could not: statements, which wait for a list to stand in."""

    start: int
    statements: tuple[Statement, ...]


class Reading:
    """One text being lowered: what went wrong so far, and what was recovered and waits for a list of statements."""

    __slots__ = ("module", "pending", "problems", "text", "words")

    def __init__(self, text: str, *, module: bool) -> None:
        self.text = text
        self.module = module
        self.words: list[Token] = []
        self.problems: list[Problem] = []
        self.pending: list[Recovered] = []

    def skip(self, start: int) -> int:
        """Where the first token at or after `start` begins: past white space and comments."""
        found = _SPACE.match(self.text, start)
        return found.end() if found else start

    def claim(self, start: int) -> list[Recovered]:
        """Take what waits and begins at or after `start`: lowering runs left to right, so that is what lies inside."""
        first = len(self.pending)
        while first and self.pending[first - 1].start >= start:
            first -= 1
        claimed = self.pending[first:]
        del self.pending[first:]
        return claimed

    def settle(self, start: int, allowed: set[str]) -> None:
        """Say where `await` or `yield` stands from `start` on in a function, now complete, in which it is a plain name.

        The grammar always takes them for operators. As names they would let the same text mean something else.
        """
        while self.words and self.words[-1].start >= start:
            word = self.words.pop()
            end = word.start + len(word.text)
            if word.text not in allowed and end <= len(self.text):  # the parser may have invented one at the end
                self.problems.append(Problem("unsupported", word.start, end, f"{word.text} is no operator here"))


Builder = Callable[[Reading, int, int, list[Part]], Part]
