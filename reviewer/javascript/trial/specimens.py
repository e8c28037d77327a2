"""A pattern -> texts that it matches, with every character of interest wherever the pattern allows it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import MappingProxyType
from typing import Any

from reviewer.javascript.characters import CHARACTERS

_ORDINARY = "ax1 A-_.あ!#%&/=,;@\n"
_BRANCHES, _NAMED, _LONGEST = 12, 40, 200


def specimens(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """Texts that the pattern is found in, as far as they can be made up."""
    try:
        tree = parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)
    except (re.error, OverflowError):
        return ()
    found: dict[str, None] = {}
    named = "".join(dict.fromkeys(_literals(tree)))[:_NAMED]
    for choice in range(_BRANCHES if "|" in pattern.pattern else 1):
        for wanted in ("", *CHARACTERS, *named):
            text = _Maker(wanted, choice, pattern.flags).text(tree)
            if len(text) < _LONGEST and pattern.search(text):
                found.setdefault(text)
    return tuple(found)


def is_finite(pattern: re.Pattern[str]) -> bool:
    """Whether a pattern matches nothing but single characters that it names: the specimens are all there is."""
    try:
        tree = list(parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE))
    except (re.error, OverflowError):
        return False
    if len(tree) != 1 or pattern.flags & re.IGNORECASE:
        return False
    operator, argument = tree[0]
    if operator is codes.IN:
        return len(argument) <= _NAMED and all(kind is codes.LITERAL for kind, _ in argument)
    return operator is codes.LITERAL


def _literals(tree: Any) -> Iterator[str]:
    """The characters that classes of a pattern name."""
    for operator, argument in tree:
        if operator is codes.IN:
            yield from _named(argument)
        elif operator is codes.BRANCH:
            for branch in argument[1]:
                yield from _literals(branch)
        elif operator is codes.SUBPATTERN:
            yield from _literals(argument[3])
        elif operator in {codes.MAX_REPEAT, codes.MIN_REPEAT}:
            yield from _literals(argument[2])


class _Maker:
    """Makes one text: the wanted character where it may stand, the first branch that the choice tells elsewhere."""

    def __init__(self, wanted: str, choice: int, flags: int) -> None:
        self._wanted = wanted
        self._choice = choice
        self._flags = flags
        self._groups: dict[int, str] = {}

    def text(self, tree: Any) -> str:
        return "".join(self._part(operator, argument) for operator, argument in tree)

    def _part(self, operator: Any, argument: Any) -> str:
        if operator is codes.LITERAL:
            return chr(int(argument))
        if operator is codes.NOT_LITERAL:
            return self._of(lambda char: ord(char) != argument)
        if operator is codes.ANY:
            return self._of(lambda char: char != "\n")
        if operator is codes.IN:
            return self._of(lambda char: _is_in(argument, char), _named(argument))
        if operator is codes.BRANCH:
            return self.text(argument[1][self._choice % len(argument[1])])
        if operator is codes.SUBPATTERN:
            group, _, _, inner = argument
            text = self.text(inner)
            if group is not None:
                self._groups[group] = text
            return text
        if operator in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
            least, most, inner = argument
            return self.text(inner) * int(min(max(least, 1 if most else 0), 40))
        if operator is codes.GROUPREF:
            return self._groups.get(int(argument), "")
        if operator is codes.ATOMIC_GROUP:
            return self.text(argument)
        return ""

    def _of(self, allows: Callable[[str], bool], others: str = "") -> str:
        if self._wanted and allows(self._wanted):
            return self._wanted
        return next((char for char in _ORDINARY + others if allows(char)), "")


def _named(items: Any) -> str:
    """A few characters that a class names."""
    literals = [chr(argument) for operator, argument in items if operator is codes.LITERAL]
    ranges = [chr(argument[0]) for operator, argument in items if operator is codes.RANGE]
    return "".join([*literals, *ranges])


def _is_in(items: Any, char: str) -> bool:
    negated = bool(items) and items[0][0] is codes.NEGATE
    code = ord(char)
    for operator, argument in items[1:] if negated else items:
        if operator is codes.LITERAL:
            hit = code == argument
        elif operator is codes.RANGE:
            hit = argument[0] <= code <= argument[1]
        else:
            hit = _CATEGORIES[argument](char)
        if hit:
            return not negated
    return negated


def _word(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char == "_")


def _digit(char: str) -> bool:
    return char.isascii() and char.isdigit()


_CATEGORIES: Mapping[Any, Callable[[str], bool]] = MappingProxyType(
    {
        codes.CATEGORY_DIGIT: _digit,
        codes.CATEGORY_NOT_DIGIT: lambda char: not _digit(char),
        codes.CATEGORY_SPACE: str.isspace,
        codes.CATEGORY_NOT_SPACE: lambda char: not char.isspace(),
        codes.CATEGORY_WORD: _word,
        codes.CATEGORY_NOT_WORD: lambda char: not _word(char),
    }
)
