"""The text of a file -> which stretches are comments, words of the language, text, numbers and names: for the eye only.

Lexers made for trusted text can be kept busy for minutes by a file written to do so: that of Pygments 2.21 takes more
than a minute over 200 KB of a quotation mark and a backslash in turn. This one looks at each character a few times,
whatever it reads; where it takes one thing for another, the colour is wrong and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reviewer.source import Kind, SourceFile

Tint = tuple[int, int, str]
"""Half-open range and the name of its colour: comment, word, text, number, name."""

_LONGEST_FILE = 400_000
_LONGEST_LINE = 1_000

_WORDS: Final = frozenset(
    re.findall(
        r"\w+",
        """
    abstract as async await break case catch class const continue debugger declare default delete do else enum
    export extends false finally for from function get if implements import in instanceof interface let namespace
    new null of private protected public readonly return set static super switch this throw true try type typeof
    undefined var void while with yield
""",
    )
)
# After one of these a slash begins a regular expression; after anything else it divides.
_BEFORE_VALUE: Final = frozenset("(,=:[!&|?{};+-*%~^<>")
_WORDS_BEFORE_VALUE: Final = frozenset(
    ("return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do")
)

_SPACE = re.compile(r"\s+")
_STRING = re.compile(r"\"(?:[^\"\\\n]|\\[\s\S])*\"?|'(?:[^'\\\n]|\\[\s\S])*'?")
_NUMBER = re.compile(r"\.?\d[\w.]*")
_NAME = re.compile(r"[^\W\d][\w$]*|\$[\w$]*")
_PATTERN = re.compile(r"/(?![*/])(?:[^/\\\[\n]|\\[^\n]|\[(?:[^\]\\\n]|\\[^\n])*\])+/[a-z]*")
_TEMPLATE = re.compile(r"(?:[^`\\$]|\\[\s\S]|\$(?!\{))+")
_STYLE = re.compile(
    r"(?P<comment>/\*)|(?P<text>\"(?:[^\"\\\n]|\\[\s\S])*\"?|'(?:[^'\\\n]|\\[\s\S])*'?)|(?P<word>@[\w-]+|![ ]?\w+)"
    r"|(?P<name>[\w-]+(?=[ ]?:))|(?P<number>#[\da-fA-F]{3,8}\b|(?<![\w-])\.?\d[\w.%]*)|(?P<rest>[\w-]+)"
)
_DATA = re.compile(
    r"(?P<name>\"(?:[^\"\\\n]|\\[\s\S])*\"(?=[ ]?:))|(?P<text>\"(?:[^\"\\\n]|\\[\s\S])*\"?)"
    r"|(?P<number>-?\d[\w.+-]*)|(?P<word>\b(?:true|false|null)\b)|(?P<rest>\w+)"
)
_MARKUP = re.compile(
    r"(?P<comment><!--)|(?P<name></?[A-Za-z][\w:-]*|/?>)|(?P<text>(?<==)(?:\"[^\"\n]*\"?|'[^'\n]*'?))|(?P<rest>[\w-]+)"
)


def tints(file: SourceFile) -> tuple[Tint, ...]:
    """The coloured ranges in order; none where the file is of no known language or very long."""
    if len(file.text) > _LONGEST_FILE or max(map(len, file.text.split("\n"))) > _LONGEST_LINE:
        return ()
    match file.kind:
        case Kind.JAVASCRIPT | Kind.TYPESCRIPT:
            return tuple(_script(file.text))
        case Kind.CSS:
            return tuple(_plain(file.text, _STYLE, "*/"))
        case Kind.JSON:
            return tuple(_plain(file.text, _DATA, ""))
        case Kind.HTML:
            return tuple(_plain(file.text, _MARKUP, "-->"))
        case Kind.TEXT:
            return ()


def example(text: str) -> tuple[Tint, ...]:
    """The coloured ranges of one of our own examples, which are JavaScript."""
    return tuple(_script(text))


def _plain(text: str, pattern: re.Pattern[str], closing: str) -> Iterator[Tint]:
    """A language without nesting: one token after the other, comments up to their end or that of the text."""
    at = 0
    while (match := pattern.search(text, at)) is not None:
        at = match.end()
        colour = match.lastgroup or ""
        if colour == "comment":
            end = text.find(closing, at)
            at = len(text) if end < 0 else end + len(closing)
        if colour != "rest":
            yield match.start(), at, colour


def _script(text: str) -> Iterator[Tint]:
    """JavaScript or TypeScript; `open_braces` holds, for each template that is open, the braces open in its `${`."""
    at, before, barren = 0, "(", 0
    open_braces: list[int] = []
    while at < len(text):
        char = text[at]
        if char.isspace():
            at = _end(_SPACE, text, at)
            continue
        start = at
        if text.startswith(("//", "/*"), at):
            at = _comment_end(text, at)
            yield start, at, "comment"
            continue
        if char in "\"'":
            at = _end(_STRING, text, at)
            yield start, at, "text"
        elif char == "`" or (char == "}" and open_braces and open_braces[-1] == 0):
            if char == "}":
                open_braces.pop()
            stretch = _TEMPLATE.match(text, at + 1)
            at = at + 1 if stretch is None else stretch.end()
            if text.startswith("${", at):
                open_braces.append(0)
                at += 2
                char = "("
            else:
                at = min(at + 1, len(text))
            yield start, at, "text"
        elif char == "/" and at >= barren and (before in _BEFORE_VALUE or before in _WORDS_BEFORE_VALUE):
            at = _end(_PATTERN, text, at)
            if at > start + 1:
                yield start, at, "text"
            else:
                # No end on this line: none is looked for again before the next.
                barren = len(text) if (end := text.find("\n", at)) < 0 else end
        elif char.isdecimal():
            at = _end(_NUMBER, text, at)
            yield start, at, "number"
        elif (name := _NAME.match(text, at)) is not None:
            at = name.end()
            char = name[0]
            if char in _WORDS and before != ".":
                yield start, at, "word"
            elif text.startswith("(", at):
                yield start, at, "name"
        else:
            at += 1
            if open_braces and char in "{}":
                open_braces[-1] += 1 if char == "{" else -1
        before = char


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where what begins here ends; one character on where it is not that after all."""
    match = pattern.match(text, at)
    return match.end() if match is not None and match.end() > at else min(at + 1, len(text))


def _comment_end(text: str, at: int) -> int:
    if text.startswith("//", at):
        end = text.find("\n", at)
        return len(text) if end < 0 else end
    end = text.find("*/", at + 2)
    return len(text) if end < 0 else end + 2
