"""Whether a regular expression of a rule compiles, and whether it may take exponential time on hostile text."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator

from reviewer.record import value

_SAMPLE = "".join(map(chr, range(9, 127))) + "あ漢ア１　é"
_QUANTIFIER = re.compile(r"[*+?]|\{\d*(?:,\d*)?\}")
_GROUP = re.compile(r"\((?:\?(?:P<\w+>|P=\w+|<?[=!]|[aiLmsux-]*:|>|[aiLmsux]+(?=\))|#[^)]*))?")
_ESCAPE = re.compile(r"\\(?:x..|u.{4}|U.{8}|[0-9]{1,3}|.)", re.DOTALL)
_NO_WIDTH = ("(?=", "(?!", "(?<=", "(?<!", "(?#")
_FEW = 20


@value
class _Atom:
    """One item of an alternative: `group` holds its alternatives; else `chars` are the sample characters it takes."""

    group: tuple[tuple[_Atom, ...], ...] | None
    chars: frozenset[str]
    optional: bool
    repeated: bool


def complaint(pattern: str) -> str | None:
    """Why this pattern cannot be used, as an English clause; None where it can."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", FutureWarning)  # `[[a]`: what it means is going to change
            re.compile(pattern)
    except (re.error, FutureWarning) as error:
        return f"does not compile: {error}"
    except (OverflowError, RecursionError):
        return "does not compile: a number in it is too large or it is nested too deeply"
    alternatives, _ = _alternatives(pattern, 0)
    if _explodes(alternatives):
        return "repeats something that repeats itself over the same characters, which can take forever on hostile text"
    return None


def _explodes(alternatives: tuple[tuple[_Atom, ...], ...]) -> bool:
    for alternative in alternatives:
        for atom in alternative:
            if atom.group is None:
                continue
            if atom.repeated and _ambiguous(atom.group):
                return True
            if _explodes(atom.group):
                return True
    return False


def _ambiguous(group: tuple[tuple[_Atom, ...], ...]) -> bool:
    """Whether repeating this group can read the same text in more than one way.

    Cheap and on the careful side: an alternative whose characters all lie within those of an unbounded repeat in it,
    or two alternatives of one character each that share one.
    """
    singles: set[str] = set()
    for alternative in group:
        for loop in (atom for atom in alternative if atom.repeated):
            others = (atom for atom in alternative if atom is not loop and not atom.optional)
            if loop.chars and all(atom.chars & loop.chars for atom in others):
                return True
        if len(alternative) == 1 and alternative[0].group is None:
            if singles & alternative[0].chars:
                return True
            singles |= alternative[0].chars
    return False


def _alternatives(pattern: str, at: int) -> tuple[tuple[tuple[_Atom, ...], ...], int]:
    """The alternatives from `at` to the closing parenthesis or the end, and where that is."""
    found: list[tuple[_Atom, ...]] = []
    items: list[_Atom] = []
    while at < len(pattern) and pattern[at] != ")":
        if pattern[at] == "|":
            found.append(tuple(items))
            items = []
            at += 1
            continue
        atom, at = _atom(pattern, at)
        if atom is not None:
            items.append(atom)
    found.append(tuple(items))
    return tuple(found), at


def _atom(pattern: str, at: int) -> tuple[_Atom | None, int]:
    group: tuple[tuple[_Atom, ...], ...] | None = None
    chars: frozenset[str] = frozenset()
    match pattern[at]:
        case "(":
            header = _GROUP.match(pattern, at)
            start = header.end() if header else at + 1
            opener = pattern[at:start]
            group, end = _alternatives(pattern, start)
            at = end + 1
            if opener.startswith(_NO_WIDTH):
                return None, at
            chars = frozenset(char for alternative in group for atom in alternative for char in atom.chars)
        case "[":
            end = _class_end(pattern, at)
            chars = _matched(pattern[at:end])
            at = end
        case "\\":
            escape = _ESCAPE.match(pattern, at)
            end = escape.end() if escape else at + 1
            chars = frozenset() if pattern[at + 1 : at + 2] in "bBAZ" else _matched(pattern[at:end])
            at = end
            if not chars:
                return None, at
        case "^" | "$":
            return None, at + 1
        case plain:
            chars = frozenset(_SAMPLE) if plain == "." else frozenset(plain)
            at += 1
    low, high = 1, 1
    for quantifier in _quantifiers(pattern, at):
        at += len(quantifier)
        bounds = _bounds(quantifier)
        low, high = min(low, bounds[0]), max(high, bounds[1])
    return _Atom(group, chars, optional=low == 0, repeated=high > _FEW), at


def _quantifiers(pattern: str, at: int) -> Iterator[str]:
    while found := _QUANTIFIER.match(pattern, at):
        yield found.group()
        at = found.end()


def _bounds(quantifier: str) -> tuple[int, int]:
    unbounded = _FEW + 1
    match quantifier[0]:
        case "*":
            return 0, unbounded
        case "+":
            return 1, unbounded
        case "?":
            return 0, 1
        case _:
            low, comma, high = quantifier[1:-1].partition(",")
            least = int(low or 0)
            return least, int(high) if high else (unbounded if comma else least)


def _class_end(pattern: str, at: int) -> int:
    at += 2 if pattern[at + 1 : at + 2] == "^" else 1
    if pattern[at : at + 1] == "]":
        at += 1
    while at < len(pattern) and pattern[at] != "]":
        at += 2 if pattern[at] == "\\" else 1
    return at + 1


def _matched(atom: str) -> frozenset[str]:
    try:
        found = re.compile(atom)
    except re.error:
        return frozenset()
    return frozenset(char for char in _SAMPLE if found.fullmatch(char))
