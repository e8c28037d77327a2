"""Regular expressions -> what their parts can match: which characters, or fixed texts (22.2).

Only what is certain is said: where a part is not understood, it can match anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.record import value

_SPECIAL = "<\"'\\&"
_WORD = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_")
_DIGITS = frozenset("0123456789")
_LONGEST = 2_000

_ATOM = re.compile(
    r"""(?P<class>\[\^?(?:\\.|[^\]\\])*\])      # [a-z], [^<>]
      | \\(?P<escape>[dDwWsSbB]|[1-9]\d*|k<\w+>|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]+\}|[pP]\{[^}]*\}
                    |c[A-Za-z]|.)
      | (?P<open>\((?:\?(?:<(?P<name>[\w$]+)>|[:=!]|<[=!])?)?)
      | (?P<close>\))
      | (?P<quantifier>[*+?]\??|\{\d*,?\d*\}\??)
      | (?P<anchor>[\^$])
      | (?P<or>\|)
      | (?P<any>\.)
      | (?P<plain>.)""",
    re.VERBOSE | re.DOTALL,
)


@value
class Part:
    """What a group can match. `characters` is None for anything; `fixed` says that it is one of a few fixed texts."""

    name: str | None
    characters: frozenset[str] | None
    excluded: frozenset[str]
    fixed: bool

    def lacks(self, character: str) -> bool:
        """Whether the character cannot be in it."""
        return character not in self.characters if self.characters is not None else character in self.excluded


class _Open:
    """A group while it is read."""

    def __init__(self, name: str | None, number: int, *, looks: bool = False) -> None:
        self.name = name
        self.number = number
        self.looks = looks
        self.characters: frozenset[str] | None = frozenset()
        self.excluded = frozenset(_SPECIAL)
        self.fixed = True

    def add(self, characters: frozenset[str] | None, excluded: frozenset[str], *, fixed: bool) -> None:
        if characters is None:
            self.characters = None
            self.excluded &= excluded
        else:
            if self.characters is not None:
                self.characters |= characters
            self.excluded -= characters
        self.fixed = self.fixed and fixed

    def part(self) -> Part:
        return Part(self.name, self.characters, self.excluded, self.fixed)


_ANYTHING = Part(None, None, frozenset(), fixed=False)


def parts(source: str, flags: str = "") -> list[Part]:
    """The whole match first, then each capturing group by its number."""
    whole = _Open(None, 0)
    stack, found = [whole], {}
    count = 0
    for atom in _ATOM.finditer(source[:_LONGEST]):
        top = stack[-1]
        match atom.lastgroup:
            case "open" | "name":
                opened = atom["open"]
                captures = opened == "(" or atom["name"] is not None
                count += captures
                stack.append(
                    _Open(
                        atom["name"],
                        count if captures else -1,
                        looks=opened[2:3] in {"=", "!"} or opened[2:4] in {"<=", "<!"},
                    )
                )
            case "close":
                if len(stack) == 1:
                    return [_ANYTHING] * (count + 1)
                closed = stack.pop()
                if closed.number > 0:
                    found[closed.number] = closed.part()
                if not closed.looks:
                    stack[-1].add(closed.characters, closed.excluded, fixed=closed.fixed)
            case "quantifier":
                if atom["quantifier"] != "?":
                    top.fixed = False
            case "anchor" | "or":
                continue
            case "class":
                top.add(*_of_class(atom["class"], flags), fixed=not atom["class"].startswith("[^"))
            case "any":
                top.add(None, frozenset(), fixed=False)
            case "escape":
                characters, excluded = _of_escape(atom["escape"])
                top.add(characters, excluded, fixed=characters is not None and len(characters) <= 1)
            case _:
                top.add(_cased(atom["plain"], flags), frozenset(), fixed=True)
    if len(stack) != 1 or len(source) > _LONGEST:
        return [_ANYTHING] * (count + 1)
    return [whole.part(), *(found.get(number, _ANYTHING) for number in range(1, count + 1))]


def _cased(character: str, flags: str) -> frozenset[str]:
    return frozenset({character, character.lower(), character.upper()} if "i" in flags else {character})


def _of_escape(escape: str) -> tuple[frozenset[str] | None, frozenset[str]]:
    match escape[0]:
        case "d":
            return _DIGITS, frozenset()
        case "w":
            return _WORD, frozenset()
        case "s":
            return frozenset(" \t\r\n"), frozenset()
        case "b" | "B":
            return frozenset(), frozenset()
        case "x" | "u" if len(escape) > 1:
            return frozenset(chr(int(escape[1:].strip("{}"), 16) & 0x10FFFF)), frozenset()
        case "D" | "S" | "W" | "p" | "P" | "c" | "k":
            return None, frozenset()
        case "n" | "r" | "t" | "f" | "v" | "0":
            return frozenset(" "), frozenset()
        case digit if digit.isdigit():
            return None, frozenset()
        case character:
            return frozenset(character), frozenset()


_ITEM = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]+\}|[pP]\{[^}]*\}|.)|.", re.DOTALL)


def _of_class(text: str, flags: str) -> tuple[frozenset[str] | None, frozenset[str]]:
    negated = text.startswith("[^")
    items = _ITEM.findall(text[2 if negated else 1 : -1])
    inside: frozenset[str] | None = frozenset()
    for characters in _items(items, flags):
        inside = None if inside is None or characters is None else inside | characters
    if not negated:
        return inside, frozenset()
    if inside is None:
        return None, frozenset()
    return None, frozenset(_SPECIAL) & inside


def _items(items: list[str], flags: str) -> Iterator[frozenset[str] | None]:
    index = 0
    while index < len(items):
        first = _single(items[index])
        if index + 2 < len(items) and items[index + 1] == "-" and first is not None:
            last = _single(items[index + 2])
            if last is None or not 0 <= ord(last) - ord(first) < 0x11_0000:
                yield None
            elif ord(last) - ord(first) > 200:
                # A long range (kana, kanji): it matters only whether it holds one of the characters that we ask about.
                held = frozenset(c for c in _SPECIAL if first <= c <= last)
                yield held | {first, last}
            else:
                yield frozenset(c for n in range(ord(first), ord(last) + 1) for c in _cased(chr(n), flags))
            index += 3
            continue
        if first is not None:
            yield _cased(first, flags)
        else:
            yield _of_escape(items[index][1:])[0]
        index += 1


def _single(item: str) -> str | None:
    """The one character that an item of a class is."""
    if not item.startswith("\\") or len(item) < 2:
        return item
    kind = item[1]
    if kind in "dDwWsSpPc" or (kind in "k123456789" and len(item) == 2 and kind != "k"):
        return None
    if kind in "xu" and len(item) > 2:
        return chr(min(int(item[2:].strip("{}"), 16), 0x10FFFF))
    return {"n": "\n", "r": "\r", "t": "\t", "f": "\f", "v": "\v", "0": "\0", "b": "\b"}.get(kind, kind)
