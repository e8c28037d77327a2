"""CSS text cut into tokens: what https://drafts.csswg.org/css-syntax-3/ calls component values, with exact places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import assert_never

from reviewer.record import thing


class TokenKind(StrEnum):
    """What a token is; the blocks hold tokens themselves."""

    IDENT = "ident"
    AT_KEYWORD = "at-keyword"
    HASH = "hash"
    STRING = "string"
    URL = "url"
    NUMBER = "number"
    LITERAL = "literal"
    WHITESPACE = "whitespace"
    COMMENT = "comment"
    BROKEN = "broken"
    FUNCTION = "function"
    BRACES = "{}"
    BRACKETS = "[]"
    PARENTHESES = "()"


BLOCKS = frozenset({TokenKind.FUNCTION, TokenKind.BRACES, TokenKind.BRACKETS, TokenKind.PARENTHESES})
"""Kinds that hold other tokens."""

CLOSERS: Mapping[TokenKind, str] = MappingProxyType(
    {TokenKind.FUNCTION: ")", TokenKind.PARENTHESES: ")", TokenKind.BRACKETS: "]", TokenKind.BRACES: "}"}
)
"""The character that ends a block."""


@thing
class Token:
    """One token in [start, end) of the style text.

    `value` has escapes decoded: the name of an ident, at-keyword, hash or function, the content of a string or url, the
    text of everything else. `children` are the tokens inside a block.
    """

    kind: TokenKind
    value: str
    start: int
    end: int
    children: tuple[Token, ...]

    @property
    def name(self) -> str:
        """The value in lower case."""
        return self.value.lower()

    @property
    def is_space(self) -> bool:
        """Whether it is white space or a comment."""
        return self.kind is TokenKind.WHITESPACE or self.kind is TokenKind.COMMENT

    def is_literal(self, text: str) -> bool:
        """Whether it is this punctuation."""
        return self.kind is TokenKind.LITERAL and self.value == text


def walk(tokens: Sequence[Token]) -> Iterator[Token]:
    """Every token, blocks before what they hold, in order of text."""
    stack = [iter(tokens)]
    while stack:
        token = next(stack[-1], None)
        if token is None:
            stack.pop()
            continue
        yield token
        if token.children:
            stack.append(iter(token.children))


def _opening(token: Token) -> str:
    match token.kind:
        case TokenKind.AT_KEYWORD:
            return "@" + token.value
        case TokenKind.HASH:
            return "#" + token.value
        case TokenKind.STRING:
            return '"' + token.value + '"'
        case TokenKind.URL:
            return "url(" + token.value + ")"
        case TokenKind.WHITESPACE:
            return " "
        case TokenKind.COMMENT | TokenKind.BROKEN:
            return ""
        case TokenKind.IDENT | TokenKind.NUMBER | TokenKind.LITERAL:
            return token.value
        case TokenKind.FUNCTION:
            return token.value + "("
        case TokenKind.BRACES | TokenKind.BRACKETS | TokenKind.PARENTHESES:
            return token.kind.value[0]
        case _:
            assert_never(token.kind)


def plain(tokens: Sequence[Token]) -> str:
    """The tokens as a browser understands them: escapes decoded, comments dropped, white space made single spaces."""
    parts: list[str] = []
    stack: list[Iterator[Token]] = [iter(tokens)]
    closers = [""]
    while stack:
        token = next(stack[-1], None)
        if token is None:
            stack.pop()
            parts.append(closers.pop())
            continue
        parts.append(_opening(token))
        if token.kind in BLOCKS:
            stack.append(iter(token.children))
            closers.append(CLOSERS[token.kind])
    return "".join(parts).strip()
