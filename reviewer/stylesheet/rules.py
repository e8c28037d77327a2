"""Tokens of one block grouped into at-rules, style rules and declarations.

After "consume a block's contents" of https://drafts.csswg.org/css-syntax-3/, with the hacks old browsers accept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewer.record import thing
from reviewer.stylesheet.tokens import Token, TokenKind


@thing
class AtRule:
    """`@name prelude;` or `@name prelude {block}`; `name` in lower case without the @."""

    name: str
    prelude: tuple[Token, ...]
    block: Token | None
    start: int
    end: int


@thing
class StyleRule:
    """`prelude {block}`."""

    prelude: tuple[Token, ...]
    block: Token


@thing
class Declaration:
    """`name: value`; the name in lower case (custom properties as written), without old Internet Explorer's `*`."""

    name: str
    value: tuple[Token, ...]
    start: int
    end: int


@thing
class Dropped:
    """Tokens that are none of these; browsers skip them."""

    tokens: tuple[Token, ...]


Item = AtRule | StyleRule | Declaration | Dropped


def trimmed(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens without white space and comments at both ends."""
    start, end = 0, len(tokens)
    while start < end and tokens[start].is_space:
        start += 1
    while end > start and tokens[end - 1].is_space:
        end -= 1
    return tuple(tokens[start:end])


def items(tokens: Sequence[Token], *, top: bool) -> Iterator[Item]:
    """What a style sheet (`top`) or the inside of a block consists of, in order."""
    index = 0
    while index < len(tokens):
        first = tokens[index]
        if first.is_space or first.is_literal(";") or (top and (first.is_literal("<!--") or first.is_literal("-->"))):
            index += 1
            continue
        at_rule = first.kind is TokenKind.AT_KEYWORD
        stop = _stop(tokens, index, ends_at_semicolon=at_rule or not top)
        block = tokens[stop] if stop < len(tokens) and tokens[stop].kind is TokenKind.BRACES else None
        if at_rule:
            last = block or tokens[min(stop, len(tokens) - 1)]
            yield AtRule(first.name, trimmed(tokens[index + 1 : stop]), block, first.start, last.end)
            index = stop + 1
            continue
        value = _value_start(tokens, index, stop)
        if value is not None and block is not None and first.value.startswith("--"):
            stop = _semicolon(tokens, stop)
            block = None
        content = trimmed(tokens[index:stop])
        if block is not None:
            yield StyleRule(content, block)
        elif value is not None and not top:
            name = next(token for token in content if token.kind is TokenKind.IDENT)
            written = name.value if name.value.startswith("--") else name.name
            yield Declaration(written, trimmed(tokens[value:stop]), content[0].start, content[-1].end)
        else:
            yield Dropped(content)
        index = stop + 1


def _stop(tokens: Sequence[Token], index: int, *, ends_at_semicolon: bool) -> int:
    """Where a braces block, or a semicolon if that ends the rule, first stands."""
    while index < len(tokens):
        token = tokens[index]
        if token.kind is TokenKind.BRACES or (ends_at_semicolon and token.is_literal(";")):
            break
        index += 1
    return index


def _semicolon(tokens: Sequence[Token], index: int) -> int:
    while index < len(tokens) and not tokens[index].is_literal(";"):
        index += 1
    return index


def _value_start(tokens: Sequence[Token], index: int, stop: int) -> int | None:
    """Where the value begins, if the tokens from `index` begin like a declaration."""
    if tokens[index].kind is TokenKind.LITERAL and tokens[index].value in {"*", "$", "+", "&", "#", "!"}:
        index += 1
    if index >= stop or tokens[index].kind is not TokenKind.IDENT:
        return None
    index += 1
    while index < stop and tokens[index].is_space:
        index += 1
    return index + 1 if index < stop and tokens[index].is_literal(":") else None
