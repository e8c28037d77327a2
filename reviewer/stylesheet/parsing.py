"""CSS text turned into facts: a file, a <style> element or a style attribute.

The only module that knows tinycss2, whose tokens carry line and column of text that was already rewritten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import tinycss2
from tinycss2.ast import Node

from reviewer.source import SourceFile, StyleText
from reviewer.stylesheet.facts import StyleProblem, Stylesheet
from reviewer.stylesheet.reading import read
from reviewer.stylesheet.tokens import BLOCKS, Token, TokenKind

_KINDS: Mapping[str, TokenKind] = {
    "ident": TokenKind.IDENT,
    "at-keyword": TokenKind.AT_KEYWORD,
    "hash": TokenKind.HASH,
    "string": TokenKind.STRING,
    "url": TokenKind.URL,
    "number": TokenKind.NUMBER,
    "percentage": TokenKind.NUMBER,
    "dimension": TokenKind.NUMBER,
    "unicode-range": TokenKind.LITERAL,
    "literal": TokenKind.LITERAL,
    "whitespace": TokenKind.WHITESPACE,
    "comment": TokenKind.COMMENT,
    "error": TokenKind.BROKEN,
    "function": TokenKind.FUNCTION,
    "{} block": TokenKind.BRACES,
    "[] block": TokenKind.BRACKETS,
    "() block": TokenKind.PARENTHESES,
}

# https://drafts.csswg.org/css-syntax-3/#input-preprocessing: every one of these becomes one line feed.
_NEWLINE = re.compile(r"\r\n|[\r\n\f]")

# tinycss2 makes Python integers of digits, which Python refuses beyond 4300.
_ENDLESS_NUMBER = re.compile(r"[0-9]{4000}")


class _Offsets:
    """Line and column as tinycss2 counts them, as offsets in the text before its rewriting."""

    __slots__ = ("_size", "_starts")

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _NEWLINE.finditer(text))]
        self._size = len(text)

    def __call__(self, node: Node) -> int:
        start: int = self._starts[node.source_line - 1] + node.source_column - 1
        return min(start, self._size)


@dataclass(slots=True)
class _Visit:
    """One tinycss2 node, met in order of text inside `depth` blocks; `end` is filled in once what follows is known."""

    node: Node
    kind: TokenKind
    start: int
    end: int
    depth: int

    @property
    def inside(self) -> int:
        """How many blocks are open after the node's own beginning."""
        return self.depth + (self.kind in BLOCKS)


def _visits(nodes: Sequence[Node], offsets: _Offsets) -> Iterator[_Visit]:
    stack = [iter(nodes)]
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
            continue
        visit = _Visit(node=node, kind=_KINDS[node.type], start=offsets(node), end=0, depth=len(stack) - 1)
        yield visit
        if visit.kind in BLOCKS:
            stack.append(iter(node.arguments if visit.kind is TokenKind.FUNCTION else node.content))


def _value(node: Node) -> str | None:
    """The decoded value of a node; None for one that is just its text."""
    match node.type:
        case "function":
            return str(node.name)
        case "ident" | "at-keyword" | "hash" | "string" | "url":
            return str(node.value)
        case "{} block" | "[] block" | "() block":
            return ""
        case _:
            return None


def _closed_at_end(tail: str, last: Node, opened: int) -> int:
    """How many of the `opened` blocks are closed at the end of the text, whose last node begins `tail`.

    Closers that fit nothing are nodes themselves, so after the last node only fitting ones follow; but a node may
    itself end in one (`url(x)`).
    """
    most = min(opened, len(tail) - len(tail.rstrip(")]}")))
    if most == 0 or _KINDS[last.type] in BLOCKS:
        return most
    again = tinycss2.parse_component_value_list(tail[: len(tail) - most + 1])
    longer = len(again) == 1 and again[0].type == last.type and _value(again[0]) == _value(last)
    return most - 1 if longer else most


def _tree(visits: Sequence[_Visit], text: str, closed_at_end: int) -> tuple[tuple[Token, ...], list[Token]]:
    """The visits as a tree of tokens, and the blocks that nothing closes.

    tinycss2 tells where a node begins, not where it ends: it ends where the next one begins, less one character for
    every block that is closed in between.
    """
    lists: list[list[Token]] = [[]]
    open_blocks: list[_Visit] = []
    unclosed: list[Token] = []

    def add(visit: _Visit, children: list[Token]) -> Token:
        value = _value(visit.node)
        text_or_value = text[visit.start : visit.end] if value is None else value
        token = Token(visit.kind, text_or_value, visit.start, visit.end, tuple(children))
        lists[-1].append(token)
        return token

    for index, visit in enumerate(visits):
        last = index + 1 == len(visits)
        follow = len(text) if last else visits[index + 1].start
        leaving = visit.inside - (0 if last else visits[index + 1].depth)
        closers = closed_at_end if last else leaving
        position = follow - closers
        if visit.kind in BLOCKS:
            open_blocks.append(visit)
            lists.append([])
        else:
            visit.end = position
            add(visit, [])
        for number in range(leaving):
            position = min(position + 1, follow)
            block = open_blocks.pop()
            block.end = position
            token = add(block, lists.pop())
            if number >= closers:
                unclosed.append(token)
    return tuple(lists[0]), unclosed


def parse(source: SourceFile | StyleText) -> Stylesheet:
    """The facts of a style sheet; never raises. What cannot be read at all is a problem with `unread`."""
    if isinstance(source, SourceFile):
        source = StyleText.whole(source)
    text = source.text
    endless = _ENDLESS_NUMBER.search(text)
    if endless is not None:
        message = "a number of thousands of digits: not read on"
        problem = StyleProblem(location=source.location(*endless.span()), message=message, unread=True)
        return Stylesheet(file=source.file, facts=(), problems=(problem,))
    tokens, problems = _tokens(source)
    reading = read(tokens, source)
    return Stylesheet(file=source.file, facts=reading.facts, problems=(*problems, *reading.problems))


def _tokens(source: StyleText) -> tuple[tuple[Token, ...], list[StyleProblem]]:
    text = source.text
    visits = list(_visits(tinycss2.parse_component_value_list(text), _Offsets(text)))
    problems: list[StyleProblem] = []

    def note(start: int, end: int, message: str) -> None:
        problems.append(StyleProblem(location=source.location(start, end), message=message, unread=False))

    cut_off = bool(visits) and visits[-1].kind is TokenKind.BROKEN and visits[-1].node.kind.startswith("eof-")
    if cut_off:
        error = visits.pop()
        note(error.start, len(text), error.node.message)
    if visits and visits[-1].kind is TokenKind.COMMENT and not text.endswith("*/", visits[-1].start + 2):
        cut_off = True
        note(visits[-1].start, len(text), "EOF in comment")
    closed = 0
    if visits and not cut_off:
        closed = _closed_at_end(text[visits[-1].start :], visits[-1].node, visits[-1].inside)
    tokens, unclosed = _tree(visits, text, closed)
    for visit in visits:
        if visit.kind is TokenKind.BROKEN:
            note(visit.start, visit.end, visit.node.message)
    if unclosed:
        note(unclosed[-1].start, len(text), "EOF in block")
    return tokens, problems
