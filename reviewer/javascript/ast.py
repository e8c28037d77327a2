"""A parsed script: the tree, its comments, and what was wrong with the text; never changed after parsing."""

from __future__ import annotations

from reviewer.javascript.syntax import Program
from reviewer.record import thing, value
from reviewer.source import Script

AS_MODULE, AS_JSX = "module", "jsx"
"""Kinds of problems: what no browser loads as it is, and was read as the source that it is."""


@value
class Problem:
    """Something the parser, or the strict witness, could not accept, in character offsets of the script's text.

    `kind` is syntax-error (no browser would load it), module or jsx (nor this, but it is source of what one can load),
    unreadable (our parser recovered here), disagreement (two
    parsers read it differently), too-deep, too-large, or unsupported; `message` is the parser's own English sentence.
    """

    kind: str
    start: int
    end: int
    message: str


@value
class Comment:
    """A comment with its delimiters, as character offsets."""

    start: int
    end: int


@thing
class Ast:
    """The tree of one script. `witness` tells how far the strict parser was asked.

    `witness` is "agrees", "refuses" (a syntax error), "disagrees", or "not-asked" (too large or too
    deep for it). `depth` is the height of the concrete tree this was made of; the tree's own is at most twice that.
    """

    script: Script
    root: Program
    comments: tuple[Comment, ...]
    problems: tuple[Problem, ...]
    witness: str
    depth: int
