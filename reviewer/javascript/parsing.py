"""Script text to an Ast by tree-sitter, which reads any text; the only module that knows tree-sitter."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from functools import cache

import tree_sitter
import tree_sitter_javascript
import tree_sitter_typescript

from reviewer.javascript.ast import Ast, Comment, Problem
from reviewer.javascript.lowering import (
    AFTER_SUPER,
    COMMENTS,
    LEAVES,
    NAMED,
    SKIPPED,
    STATEMENT_LISTS,
    WITH_TOKENS,
    typescript,
)
from reviewer.javascript.lowering.literals import super_
from reviewer.javascript.lowering.parts import Builder, Part, Reading, Recovered, Token
from reviewer.javascript.lowering.recovery import super_alone, unreadable, unsupported
from reviewer.javascript.lowering.rewording import reworded
from reviewer.javascript.lowering.statements import program
from reviewer.javascript.syntax import Program, Super, Unparsed
from reviewer.record import value
from reviewer.source import Dialect, Goal, Script

# kintone takes files of up to 20 MB; beyond this a text is not read at all.
MAX_LENGTH = 32 * 1024 * 1024
# The analyses walk without recursion, so this bounds their work on absurd input only.
MAX_DEPTH = 100_000
# Steps are those that tree-sitter reports: real code needs 0.013 a byte, the worst garbage measured 0.05.
_STEPS_PER_BYTE = 1.0
# Steps inside of something broken can each take 4 milliseconds. A bundle of 770 KB with any one mistake in it needs a
# dozen; random characters need one for every 75.
_BROKEN_STEPS = 500
_MAX_PROBLEMS = 200
_CHUNK = 1 << 16

_NOT_ONE_UNIT = re.compile(r"[\ud800-\udfff\U00010000-\U0010ffff]")
_LONE_RETURN = re.compile(r"\r(?!\n)")
_LETTER = "\u3402"


_ELEMENT = re.compile(r"<[A-Za-z_$]")
_NO_TYPES = frozenset(
    {"extends_clause", "nested_identifier", "public_field_definition", "required_parameter", "type_identifier"}
)
"""Kinds of nodes that TypeScript's grammar alone has, which stand for JavaScript all the same."""

_AFTER_SUPER = AFTER_SUPER | typescript.AFTER_SUPER
_ERROR = 0xFFFF
_Rows = dict[int, "tuple[_Mode, str, Builder, bool]"]


class _Mode(IntEnum):
    """What lowering does on meeting a concrete node: keep a token, skip it, note a comment, or build from parts."""

    TOKEN = 0
    SKIPPED = 1
    COMMENT = 2
    LEAF = 3
    NAMED = 4
    WITH_TOKENS = 5


@value
class _Grammar:
    """The language and, by its numbers of node kinds, the tables of lowering: mode, name, builder, holds statements.

    `name` is what people call the language.
    """

    name: str
    language: tree_sitter.Language
    rows: _Rows


_TYPED = frozenset({Dialect.TYPESCRIPT, Dialect.TSX})


@cache
def _grammar(dialect: Dialect) -> _Grammar:
    typed = dialect in _TYPED
    match dialect:
        case Dialect.TYPESCRIPT:
            language = tree_sitter.Language(tree_sitter_typescript.language_typescript())
        case Dialect.TSX:
            language = tree_sitter.Language(tree_sitter_typescript.language_tsx())
        case Dialect.JAVASCRIPT | Dialect.JSX:
            language = tree_sitter.Language(tree_sitter_javascript.language())
    lists = STATEMENT_LISTS | typescript.COLLECTING if typed else STATEMENT_LISTS
    rows: _Rows = {_ERROR: (_Mode.WITH_TOKENS, "ERROR", unreadable, True)}
    for number in range(language.node_kind_count):
        name = language.node_kind_for_id(number) or ""
        named = language.node_kind_is_named(number)
        how = _typed(name) if typed and named else None
        rows[number] = (*(how or _how(name, named=named)), name in lists)
    return _Grammar("TypeScript" if typed else "JavaScript", language, rows)


def _typed(name: str) -> tuple[_Mode, str, Builder] | None:
    """What TypeScript adds to JavaScript or reads in another way."""
    if name in typescript.LEAVES:
        return _Mode.LEAF, name, typescript.LEAVES[name]
    if name in typescript.NAMED:
        return _Mode.NAMED, name, typescript.NAMED[name]
    if name in typescript.WITH_TOKENS:
        return _Mode.WITH_TOKENS, name, typescript.WITH_TOKENS[name]
    return None


def _how(name: str, *, named: bool) -> tuple[_Mode, str, Builder]:
    if not named:
        return _Mode.TOKEN, name, unsupported
    if name in COMMENTS:
        return _Mode.COMMENT, name, unsupported
    if name in SKIPPED:
        return _Mode.SKIPPED, name, unsupported
    if name in LEAVES:
        return _Mode.LEAF, name, LEAVES[name]
    if name in NAMED:
        return _Mode.NAMED, name, NAMED[name]
    return _Mode.WITH_TOKENS, name, WITH_TOKENS.get(name, unsupported)


def parse(script: Script) -> Ast:
    """The tree of a script, read tolerantly; what could not be read is a problem. Never raises."""
    text = script.text
    if len(text) > MAX_LENGTH:
        return _unread(script, "too-large", f"The text is longer than {MAX_LENGTH} characters")
    grammar = _grammar(script.dialect)
    data, shift = _encoded(reworded(text) if script.dialect in _TYPED else text)
    tree = _tree(grammar, data, shift)
    if tree is not None and tree.root_node.has_error and script.dialect not in _TYPED and _ELEMENT.search(text):
        # This grammar takes no reserved word for an attribute's name (`<label for={id}>`), the other one does.
        other = _grammar(Dialect.TSX)
        again = _tree(other, data, shift)
        if again is not None and not again.root_node.has_error and not _says_types(again):
            return _lowered(script, other, again.root_node, shift)
    if tree is None:
        return _unread(script, "unreadable", f"Too much of this text could not be read as {grammar.name}")
    return _lowered(script, grammar, tree.root_node, shift)


def _unread(script: Script, kind: str, message: str) -> Ast:
    end = len(script.text)
    root = Program(0, end, (Unparsed(0, end),))
    return Ast(script, root, (), (Problem(kind, 0, end, message),), "not-asked", 2)


def _encoded(text: str) -> tuple[bytes, int]:
    """The bytes to parse and the binary logarithm of how many of them one character takes.

    The grammar gives no meaning to characters beyond the basic plane other than "part of a name or a text", so each is
    replaced by one letter: offsets in the tree are character offsets then, without a table. The same goes for lone
    surrogates, for NUL, which the generated lexer takes for the end of text, and for a carriage return on its own,
    which its scanner of automatic semicolons does not know as a line end. Names and texts are read from the original.
    """
    if "\r" in text:
        text = _LONE_RETURN.sub("\n", text)
    if "\0" in text:
        text = text.replace("\0", "\x01")
    if text.isascii():
        return text.encode("ascii"), 0
    return _NOT_ONE_UNIT.sub(_LETTER, text).encode("utf-16-le"), 1


def _tree(grammar: _Grammar, data: bytes, shift: int) -> tree_sitter.Tree | None:
    """The concrete tree, or None where the parser takes more than a bounded number of steps: counted, not timed."""
    parser = tree_sitter.Parser(grammar.language)
    limit = 10_000 + int(len(data) * _STEPS_PER_BYTE)
    steps = broken = 0

    def chunk(offset: int, point: object) -> bytes:
        return data[offset : offset + _CHUNK]

    def stop(offset: int, has_error: bool) -> bool:
        nonlocal steps, broken
        steps += 1
        broken += has_error
        return steps > limit or broken > _BROKEN_STEPS

    try:
        return parser.parse(chunk, encoding="utf16le" if shift else "utf8", progress_callback=stop)
    except ValueError:  # how the binding says that the callback stopped it
        return None


@cache
def _of_types() -> frozenset[int]:
    """The numbers that TypeScript's grammar has for nodes which no JavaScript is read as."""
    ours, theirs = _grammar(Dialect.JSX).language, _grammar(Dialect.TSX).language
    known = {ours.node_kind_for_id(number) for number in range(ours.node_kind_count)} | _NO_TYPES
    return frozenset(
        number
        for number in range(theirs.node_kind_count)
        if theirs.node_kind_is_named(number) and theirs.node_kind_for_id(number) not in known
    )


def _says_types(tree: tree_sitter.Tree) -> bool:
    """Whether anything in a tree is TypeScript, which no browser runs."""
    kinds, stack = _of_types(), [tree.root_node]
    while stack:
        node = stack.pop()
        if node.kind_id in kinds:
            return True
        stack.extend(node.named_children)
    return False


@contextmanager
def _collector_paused() -> Iterator[None]:
    """No garbage collection meanwhile: a tree has no cycles, but its many nodes make the collector search for them."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _lowered(script: Script, grammar: _Grammar, root: tree_sitter.Node, shift: int) -> Ast:
    reading = Reading(script.text, module=script.goal is Goal.MODULE)
    comments: list[Comment] = []
    with _collector_paused():
        parts, depth = _post_order(root, grammar.rows, shift, reading, comments)
    if depth > MAX_DEPTH:
        return _unread(script, "too-deep", f"The text nests more than {MAX_DEPTH} levels")
    # Where nothing could be made of the text as a whole, the concrete root is an ERROR instead of a program.
    whole = parts[0] if isinstance(parts[0], Program) else program(reading, 0, len(script.text), parts)
    problems = [*_errors(root, grammar.name, shift), *reading.problems]
    problems.sort(key=lambda problem: problem.start)
    return Ast(script, whole, tuple(comments), _bounded(problems), "not-asked", depth)


def _post_order(
    root: tree_sitter.Node, rows: _Rows, shift: int, reading: Reading, comments: list[Comment]
) -> tuple[list[Part], int]:
    """The part made of the root, and the height of the concrete tree.

    The stack holds nodes to enter and, as tuples, nodes to leave; what is finished waits in `done`, so a node left
    takes everything that was finished since it was entered.
    """
    stack: list[Part] = [root]
    done: list[Part] = []
    height = deepest = 0
    recovering = False
    supers = 0
    token, skipped, comment, leaf, named = _Mode.TOKEN, _Mode.SKIPPED, _Mode.COMMENT, _Mode.LEAF, _Mode.NAMED
    while stack:
        item = stack.pop()
        if type(item) is tuple:
            builder, start, end, first, collects = item
            height -= 1
            parts = done[first:]
            del done[first:]
            if recovering and not collects:
                reading.pending.extend(part for part in parts if type(part) is Recovered)
                parts = [part for part in parts if type(part) is not Recovered]
            if supers:
                supers -= _place_supers(reading, builder, parts)
            part = builder(reading, start, end, parts)
            if part is not None:
                done.append(part)
                recovering = recovering or type(part) is Recovered
            continue
        mode, name, builder, collects = rows[item.kind_id]
        if mode is token:
            done.append(Token(name, item.start_byte >> shift))
            continue
        start, end = item.start_byte >> shift, item.end_byte >> shift
        if mode is leaf:
            done.append(builder(reading, start, end, []))
            supers += builder is super_
        elif mode is comment:
            comments.append(Comment(start, end))
            if name == "html_comment" and reading.module:  # not a comment in a module (ECMA-262, annex B.1.1)
                reading.problems.append(Problem("unsupported", start, end, "HTML-like comment in a module"))
        elif mode is not skipped:
            below = item.named_children if mode is named else item.children
            if below and rows[below[-1].kind_id][0] is comment and end == below[-1].end_byte >> shift:
                end = _before_comments(reading.text, below, rows, shift)
            stack.append((builder, start, end, len(done), collects))
            height += 1
            if height > deepest:  # noqa: PLR1730 - `max` would be called for each of a million nodes
                deepest = height
            below.reverse()
            stack.extend(below)
    return done, deepest + 1


def _place_supers(reading: Reading, builder: Builder, parts: list[Part]) -> int:
    """Leave `super` where it may stand, replace it elsewhere; tells how many there were."""
    places = [place for place, part in enumerate(parts) if type(part) is Super]
    for place in places:
        if place > 0 or builder not in _AFTER_SUPER:
            parts[place] = super_alone(reading, parts[place])
    return len(places)


def _before_comments(text: str, below: list[tree_sitter.Node], rows: _Rows, shift: int) -> int:
    """Where a statement without a semicolon ends: the grammar lets it run to the end of the comments after it."""
    end = below[-1].end_byte >> shift
    for node in reversed(below):
        if rows[node.kind_id][0] is not _Mode.COMMENT or node.end_byte >> shift != end:
            break
        end = node.start_byte >> shift
        while end and text[end - 1].isspace():
            end -= 1
    return end


def _errors(root: tree_sitter.Node, language: str, shift: int) -> Iterator[Problem]:
    """A problem for each outermost place that the grammar could not read and for each token it had to invent."""
    stack = [root] if root.has_error else []
    while stack:
        node = stack.pop()
        start, end = node.start_byte >> shift, node.end_byte >> shift
        if node.is_error:
            yield Problem("unreadable", start, end, f"not {language}")
        elif node.is_missing:
            yield Problem("unreadable", start, end, f"Expected {node.type}")
        else:
            stack.extend(child for child in reversed(node.children) if child.has_error or child.is_missing)


def _bounded(problems: list[Problem]) -> tuple[Problem, ...]:
    """All problems, or the first of very many and one that spans the others."""
    if len(problems) <= _MAX_PROBLEMS:
        return tuple(problems)
    others = problems[_MAX_PROBLEMS - 1 :]
    message = f"{len(others)} more places could not be read"
    last = Problem("unreadable", others[0].start, max(problem.end for problem in others), message)
    return (*problems[: _MAX_PROBLEMS - 1], last)
