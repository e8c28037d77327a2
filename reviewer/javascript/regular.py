"""A regular expression of ECMAScript -> what every text that it accepts looks like.

It is read into alternatives, each a sequence of steps: a set of characters, and how many of it may come. Sets are bit
masks over ASCII, with one more bit for all other characters. A look-ahead that forbids characters narrows what comes
next; other assertions are passed over, which only ever proves less. What is not understood (back references, set
notation, more alternatives than can be told apart) makes the whole expression say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from reviewer.javascript.categories import ascii_of
from reviewer.record import value

OTHER = 1 << 128
ANY = (1 << 129) - 1
MANY = 1 << 30
_CODE = re.compile(r"x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]+)\}")
_MOST = 96
"""How many alternatives are told apart."""


def mask_of(text: str) -> int:
    """The set of these characters."""
    mask = 0
    for char in text:
        mask |= 1 << ord(char) if ord(char) < 128 else OTHER
    return mask


DIGITS = mask_of("0123456789")
LETTERS = mask_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_CLASSES: Mapping[str, int] = MappingProxyType(
    {
        "d": DIGITS,
        "w": DIGITS | LETTERS | mask_of("_"),
        "s": mask_of(" \t\n\v\f\r") | OTHER,
        "D": ANY & ~DIGITS,
        "W": ANY & ~(DIGITS | LETTERS | mask_of("_")),
        "S": ANY & ~mask_of(" \t\n\v\f\r"),
    }
)
_CONTROLS: Mapping[str, str] = MappingProxyType({"t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "0": "\0"})


@value
class Step:
    """Between `least` and `most` of some characters; `kind` start and end are the anchors, next a look-ahead that
    narrows the character that follows, if one does.
    """

    characters: int
    least: int = 1
    most: int = 1
    kind: str = "characters"

    def letter(self) -> str | None:
        """The one character that this step is, if it is one, in lower case where both cases will do."""
        if self.kind != "characters" or self.least != 1 or self.most != 1:
            return None
        found = [chr(code) for code in range(128) if self.characters >> code & 1]
        if self.characters & OTHER or not found or len({char.lower() for char in found}) > 1:
            return None
        return found[-1] if len(found) == 1 else found[-1].lower()


_START, _END = Step(0, 0, 0, "start"), Step(0, 0, 0, "end")
Alternative = tuple[Step, ...]


@value
class Accepted:
    """The alternatives of an expression, as one after the other of them would be tried.

    Where an assertion was passed over, it is not `exact`: it accepts less than the alternatives say.
    """

    alternatives: tuple[Alternative, ...]
    exact: bool

    @property
    def characters(self) -> int | None:
        """All characters that such a text can hold; None where it is not held at both ends."""
        mask = 0
        for steps in self.alternatives:
            if not is_held(steps, "start") or not is_held(steps, "end"):
                return None
            for step in steps:
                if step.kind == "characters":
                    mask |= step.characters
        return mask

    @property
    def single(self) -> int:
        """The characters each of which is found by itself, wherever it stands."""
        mask = 0
        for steps in self.alternatives if self.exact else ():
            if len(steps) == 1 and steps[0].kind == "characters" and steps[0].least <= 1 <= steps[0].most:
                mask |= steps[0].characters
        return mask

    def finds(self, text: str) -> bool:
        """Whether a text is found for sure because it is written out, be it among others."""
        return self.exact and any(_spelled(steps) == text for steps in self.alternatives)

    def fits(self, text: str) -> bool:
        """Whether a text can be one of those accepted as a whole."""
        return any(_fits([step for step in steps if step.kind == "characters"], text) for steps in self.alternatives)


def _spelled(steps: Alternative) -> str | None:
    """The text that an alternative is, where it is one and no other."""
    first, last = int(steps[:1] == (_START,)), len(steps) - int(steps[-1:] == (_END,))
    letters = [step.letter() for step in steps[first:last]]
    return None if None in letters else "".join(letter for letter in letters if letter is not None)


def _fits(steps: Sequence[Step], text: str) -> bool:
    reached = {0}
    for step in steps:
        following: set[int] = set()
        for start in reached:
            at = start
            while at <= len(text):
                if step.least <= at - start <= step.most:
                    following.add(at)
                if at == len(text) or at - start >= step.most or not step.characters & mask_of(text[at]):
                    break
                at += 1
        reached = following
    return len(text) in reached


def is_held(steps: Alternative, kind: str) -> bool:
    """Whether an alternative is tied to the start (or the end) of the text."""
    ordered = steps if kind == "start" else steps[::-1]
    first = next((step for step in ordered if step.kind != "next"), None)
    return first is not None and first.kind == kind


def accepted(pattern: str, flags: str) -> Accepted | None:
    """What an expression accepts; None where it is not understood."""
    try:
        reader = _Reader(pattern, frozenset(flags))
        alternatives = tuple(reader.whole())
        return Accepted(alternatives, exact=reader.exact)
    except _Unknown:
        return None


class _Unknown(Exception):  # noqa: N818 - never leaves this module
    """Something that is not read here."""


class _Reader:
    """Recursive descent over the pattern (ECMA-262, 22.2.1)."""

    def __init__(self, pattern: str, flags: frozenset[str]) -> None:
        self._pattern = pattern
        self._at = 0
        self._fold = "i" in flags
        self._lines = "m" in flags
        self._by_code_point = not flags.isdisjoint("uv")
        self._sets = "v" in flags
        self._dot = ANY if "s" in flags else ANY & ~mask_of("\n\r")
        self._depth = 0
        self.exact = True

    def whole(self) -> list[Alternative]:
        found = self._disjunction()
        if self._at < len(self._pattern):
            raise _Unknown
        return found

    def _peek(self, text: str) -> bool:
        return self._pattern.startswith(text, self._at)

    def _take(self, text: str) -> bool:
        if self._peek(text):
            self._at += len(text)
            return True
        return False

    def _disjunction(self) -> list[Alternative]:
        self._depth += 1
        if self._depth > 40:
            raise _Unknown
        found = self._sequence()
        while self._take("|"):
            found += self._sequence()
        self._depth -= 1
        if len(found) > _MOST:
            raise _Unknown
        return found

    def _sequence(self) -> list[Alternative]:
        found: list[Alternative] = [()]
        while self._at < len(self._pattern) and not self._peek("|") and not self._peek(")"):
            atom = self._quantified()
            if len(found) * len(atom) > _MOST:
                atom = [_flattened(atom)]
            found = [before + after for before in found for after in atom]
        return found

    def _quantified(self) -> list[Alternative]:
        atom = self._atom()
        least, most = self._quantifier()
        if (least, most) == (1, 1):
            return atom
        if (least, most) == (0, 1) and (len(atom) > 1 or len(atom[0]) != 1 or atom[0][0].letter() is not None):
            return [*atom, ()]
        if len(atom) == 1 and len(atom[0]) == 1 and atom[0][0].kind == "characters":
            step = atom[0][0]
            return [(Step(step.characters, step.least * least, min(step.most * most, MANY)),)]
        if least == most and len(atom) == 1 and len(atom[0]) * least <= 40:
            return [atom[0] * least]
        whole = _flattened(atom)
        mask = 0
        for step in whole:
            mask |= step.characters
        return [(Step(mask, whole[0].least * least if whole else 0, MANY),)]

    def _quantifier(self) -> tuple[int, int]:
        bounds = (1, 1)
        for sign, given in (("*", (0, MANY)), ("+", (1, MANY)), ("?", (0, 1))):
            if self._take(sign):
                bounds = given
                break
        else:
            found = re.compile(r"\{(\d{1,4})(?:(,)(\d{0,4}))?\}").match(self._pattern, self._at)
            if found is None:
                return bounds
            self._at = found.end()
            least = int(found[1])
            bounds = (least, least if not found[2] else int(found[3]) if found[3] else MANY)
        self._take("?")
        return bounds

    def _atom(self) -> list[Alternative]:
        if self._take("^"):
            return [()] if self._lines else [(_START,)]
        if self._take("$"):
            return [()] if self._lines else [(_END,)]
        if self._take("."):
            return [(Step(self._dot),)]
        if self._take("["):
            return [(Step(self._class()),)]
        if self._take("("):
            return self._group()
        if self._take("\\"):
            return self._escape()
        char = self._pattern[self._at]
        if char in "*+?":
            raise _Unknown
        self._at += 1
        return [(Step(self._one(char)),)]

    def _group(self) -> list[Alternative]:
        ahead = self._take("?=") or self._take("?<=") or self._take("?<!")
        forbids = not ahead and self._take("?!")
        if not ahead and not forbids and not self._take("?:"):
            found = re.compile(r"\?<[^>]+>").match(self._pattern, self._at)
            if found is not None:
                self._at = found.end()
            elif self._peek("?"):
                raise _Unknown
        inner = self._disjunction()
        if not self._take(")"):
            raise _Unknown
        if forbids and all(len(one) == 1 and one[0].least == one[0].most == 1 for one in inner):
            mask = 0
            for one in inner:
                mask |= one[0].characters
            return [(Step(ANY & ~mask, 0, 1, "next"),)]
        if ahead or forbids:
            self.exact = False
            return [()]
        return inner

    def _escape(self) -> list[Alternative]:
        if self._at >= len(self._pattern):
            raise _Unknown
        char = self._pattern[self._at]
        if char in "bB":
            self._at += 1
            self.exact = False
            return [()]
        if char in "123456789k":
            raise _Unknown
        return [(Step(self._escaped()),)]

    def _escaped(self) -> int:
        """The set behind a backslash, in a class or outside."""
        char = self._pattern[self._at]
        self._at += 1
        if char in _CLASSES:
            return _CLASSES[char]
        if char in _CONTROLS:
            return mask_of(_CONTROLS[char])
        if char in "pP" and self._by_code_point:
            return self._property(has=char == "p")
        found = _CODE.match(self._pattern, self._at - 1)
        if found is not None:
            self._at = found.end()
            code = int(found[1] or found[2] or found[3], 16)
            return self._one(chr(code)) if code < 128 else OTHER
        if char == "c":
            raise _Unknown
        return self._one(char)

    def _property(self, *, has: bool) -> int:
        """The set of those that have a property, or have it not; there may be others of both sorts."""
        found = re.compile(r"\{([^}]*)\}").match(self._pattern, self._at)
        held = ascii_of(found[1]) if found is not None else None
        if found is None or held is None:
            raise _Unknown
        self._at = found.end()
        mask = 0
        for char in held:
            mask |= self._one(char)
        return mask | OTHER if has else (ANY if self._fold else ANY & ~mask)

    def _class(self) -> int:
        negated = self._take("^")
        mask = 0
        while not self._take("]"):
            if self._at >= len(self._pattern):
                raise _Unknown
            if self._sets and any(map(self._peek, ("[", "--", "&&", "\\q"))):
                raise _Unknown
            low = self._member()
            dash = self._peek("-") and not self._pattern.startswith("-]", self._at)
            if dash and low.bit_count() == 1:
                self._at += 1
                high = self._member()
                mask |= self._between(low, high)
            else:
                mask |= low
        return ANY & ~mask | OTHER if negated else mask  # a set holds hardly ever all the others

    def _member(self) -> int:
        if self._take("\\"):
            if self._peek("b"):
                self._at += 1
                return mask_of("\b")
            return self._escaped()
        char = self._pattern[self._at]
        self._at += 1
        return self._one(char) if self._fold is False else mask_of(char)

    def _between(self, low: int, high: int) -> int:
        if high.bit_count() != 1:
            raise _Unknown
        first, last = low.bit_length() - 1, high.bit_length() - 1
        mask = 0
        for code in range(first, last + 1):
            mask |= self._one(chr(code)) if code < 128 else OTHER
        return mask

    def _one(self, char: str) -> int:
        return mask_of(char.lower() + char.upper()) if self._fold and char.isascii() else mask_of(char)


def _flattened(alternatives: Sequence[Alternative]) -> Alternative:
    """Several alternatives as one loose step."""
    mask, least, most = 0, MANY, 0
    for steps in alternatives:
        if any(step.kind in {"start", "end"} for step in steps):
            raise _Unknown
        characters = [step for step in steps if step.kind == "characters"]
        for step in characters:
            mask |= step.characters
        least = min(least, sum(step.least for step in characters))
        most = max(most, sum(step.most for step in characters))
    return (Step(mask, least, min(most, MANY)),)


def letters(steps: Alternative) -> Iterator[Step]:
    """The steps with repeated single characters spelled out (`w{3}`)."""
    for step in steps:
        one = Step(step.characters)
        if step.kind == "characters" and step.least == step.most <= 16 and one.letter() is not None:
            yield from [one] * step.least
        else:
            yield step
