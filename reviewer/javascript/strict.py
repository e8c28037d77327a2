"""Script text to what a strict parser of its own says of it; the only module that knows esprima."""

from __future__ import annotations

import re
from bisect import bisect_left
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import esprima

from reviewer.javascript.ast import AS_JSX, AS_MODULE, Problem
from reviewer.record import value
from reviewer.source import Dialect, Goal, Script

# Measured: 5 microseconds a character. Up to SHORT the question is always worth asking; up to LONG where people wrote
# the lines, which are 35 characters long on average in the code of practice, and over 500 in bundles.
SHORT = 16 * 1024
LONG = 256 * 1024
_LONGEST_AVERAGE_LINE = 200

_IN_MODULES_ONLY = re.compile(r"\b(?:import|export|await)\b")
_TAG = re.compile(r"<[\w$>]")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_LINE = re.compile(r"^Line \d+: ")
# An event handler's text is the body of a function; the line end closes a comment that the text may leave open.
_BEFORE, _AFTER = "function handler(event) {", "\n}"
# Broken text can trip an assertion inside the library instead of being refused. These are the errors of Python code
# that meets what its writer did not expect; a second opinion that is not to be had must not end the review.
_BREAKDOWNS = (AssertionError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


@value
class Strict:
    """What the strict parser found.

    `tree` is its ESTree program, None where it refuses or gave up; `shift` is how many characters stand before the
    script in the text it was given, and `astral` where (in UTF-16 units of that text) characters of two units begin.
    `problem` says why it refuses (kind syntax-error) or gave up (too-deep, unsupported). A tree and a problem (kind
    module or jsx) together mean that a module, or JSX, was read which no browser loads as it is.
    """

    tree: object | None
    problem: Problem | None
    shift: int
    astral: tuple[int, ...]

    def offset(self, unit: int) -> int:
        """A character offset of the script, from an offset in UTF-16 units as the strict parser counts them."""
        return unit - bisect_left(self.astral, unit) - self.shift


def worth_asking(script: Script) -> bool:
    """Whether the strict parser, some ten times slower than the other, should read this: short or hand-written.

    It does not know TypeScript at all.
    """
    if script.dialect in {Dialect.TYPESCRIPT, Dialect.TSX}:
        return False
    length = len(script.text)
    if length <= SHORT:
        return True
    return length <= LONG and length <= _LONGEST_AVERAGE_LINE * (script.text.count("\n") + script.text.count("\r"))


def examine(script: Script) -> Strict:
    """Ask the strict parser; never raises.

    It recurses, so it runs on a stack of its own: how deep it can go does not depend on who asks.
    """
    with ThreadPoolExecutor(max_workers=1) as alone:
        return alone.submit(_examined, script).result()


def _examined(script: Script) -> Strict:
    shift = len(_BEFORE) if script.goal is Goal.HANDLER else 0
    text = f"{_BEFORE}{script.text}{_AFTER}" if script.goal is Goal.HANDLER else script.text
    astral = tuple(match.start() + count for count, match in enumerate(_ASTRAL.finditer(text)))
    jsx = script.dialect is Dialect.JSX
    first = _asked(script, text, shift, astral, module=script.goal is Goal.MODULE, jsx=jsx)
    if first.problem is None:
        return _one_body(script, first) if script.goal is Goal.HANDLER else first
    if first.problem.kind != "syntax-error":
        return first
    if script.goal is Goal.SCRIPT and _IN_MODULES_ONLY.search(text):
        second = _asked(script, text, shift, astral, module=True, jsx=False)
        if second.tree is not None:
            return _though(second, first.problem, AS_MODULE, "import, export and top-level await are for modules only")
    if _TAG.search(text):
        module = script.goal is Goal.MODULE or _IN_MODULES_ONLY.search(text) is not None
        third = _asked(script, text, shift, astral, module=module, jsx=True)
        if third.tree is not None:
            return _though(third, first.problem, AS_JSX, "JSX must be compiled before a browser can load it")
    return first


def _though(read: Strict, refused: Problem, kind: str, message: str) -> Strict:
    return Strict(read.tree, Problem(kind, refused.start, refused.end, message), read.shift, read.astral)


def _one_body(script: Script, read: Strict) -> Strict:
    """A handler's statements as a program; refused if its text closes the function around it, as a browser does."""
    match getattr(read.tree, "body", None):
        case [function]:
            body = function.body
            program = SimpleNamespace(type="Program", body=body.body, range=body.range)
            return Strict(program, None, read.shift, read.astral)
    end = len(script.text)
    return Strict(None, Problem("syntax-error", 0, end, "Unexpected token }"), read.shift, read.astral)


def _asked(script: Script, text: str, shift: int, astral: tuple[int, ...], *, module: bool, jsx: bool) -> Strict:
    try:
        tree = esprima.parse(text, sourceType="module" if module else "script", range=True, jsx=jsx)
    except esprima.Error as error:
        if isinstance(error.__context__, RecursionError):
            return _gave_up(script, "too-deep", "The code nests too deep for the strict parser", shift, astral)
        problem = _refusal(script, error, Strict(None, None, shift, astral))
        return Strict(None, problem, shift, astral)
    except RecursionError:
        return _gave_up(script, "too-deep", "The code nests too deep for the strict parser", shift, astral)
    except _BREAKDOWNS as error:
        return _gave_up(script, "unsupported", f"The strict parser broke down: {type(error).__name__}", shift, astral)
    return Strict(tree, None, shift, astral)


def _gave_up(script: Script, kind: str, message: str, shift: int, astral: tuple[int, ...]) -> Strict:
    return Strict(None, Problem(kind, 0, len(script.text), message), shift, astral)


def _refusal(script: Script, error: esprima.Error, where: Strict) -> Problem:
    length = len(script.text)
    start = min(max(where.offset(error.index or 0), 0), length)
    return Problem("syntax-error", start, min(start + 1, length), _LINE.sub("", str(error.message)))
