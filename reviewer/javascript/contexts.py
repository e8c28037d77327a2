"""What travels with data along a path: what it has been made safe for, which characters are gone, where in HTML it is.

All of it is one bit mask, so that paths can be compared: sink kinds that something on the way has made safe, characters
that are absent (see `characters`), how the data is written, and the number of its position (see `positions`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from reviewer.destination import OWN_HOST
from reviewer.javascript.addresses import LEAKY
from reviewer.javascript.characters import CHARACTERS, EVERYWHERE, absent, removed
from reviewer.javascript.constants import Pattern, Text, Value
from reviewer.javascript.environment import SENDER
from reviewer.javascript.positions import CONTENT, Meaning, Position, Where
from reviewer.javascript.regular import accepted
from reviewer.rule import Model, ModelKind

_CHARACTERS_AT, _POSITION_AT = 64, 96
_ABSENT = EVERYWHERE << _CHARACTERS_AT
_SLASHED_QUOTE, _SLASHED_SLASH = 1 << 84, 1 << 85
_OWN_SITE, _FIRST_PIECE = 1 << 86, 1 << 94
_PROOFS: Mapping[str, int] = MappingProxyType({"not_proto": 1 << 87, "not_constructor": 1 << 88})
_MARKUP = 1 << 89
_MARKED = 1 << 93
"""It begins with # or ?, as these parts of an address do."""

AS_JSON = 1 << 91
"""The data is text that is JSON."""

TEXT = 1 << 92
"""The data is text, or nodes in which there is nothing but that: no nodes that somebody's markup was parsed into."""

_BELOW_POSITION = (1 << _POSITION_AT) - 1

STARTS = 1 << 95
"""Nothing stands in front of it: as an address it chooses where a request goes, and is not sent there."""

NO_QUOTE, NO_BACKSLASH, QUOTED = 1 << 50, 1 << 51, 1 << 52
"""Quotes and backslashes in it can do nothing; it stands between quotes (see `quoting`)."""

LITERAL = 1 << 56
"""In code it is a literal of its own, written out by JSON: it stands in no text that is open there."""

NODES = 1 << 57
"""The data is nodes that a text was parsed into, which nobody takes for a selector or for markup."""

SENDER_KNOWN = 1 << 53
"""Who sent it was checked."""

NO_NAME = 1 << 54
"""As it stands, the text is no name that leads to a prototype."""

_NO_END_TAG = 1 << 59
"""No `</` (or `</script`) is in it: it does not end the script that it stands in."""

LEAKY_HOST = 1 << 58
"""Its host was tested by its name, in a way that lets other hosts through."""

OWN_NAMES = 1 << 55
"""The names of properties in it are not chosen by whoever chose the data: nobody's JSON has been parsed."""

_ENDS: Mapping[str, int] = MappingProxyType(
    {
        "without_less": absent("<") << _CHARACTERS_AT,
        "without_double": absent('"') << _CHARACTERS_AT | NO_QUOTE,
        "without_single": absent("'") << _CHARACTERS_AT,
        "without_backslash": NO_BACKSLASH,
    }
)
"""What a pattern proves to be free of characters needs no escape of them."""
GUARD_ROOT = "guard."
_URL_PART = "url-part"
"""The kind that is cleared by encoding for a URL: it settles nothing where the host stands."""

_ESCAPES, _REMOVES, _LEAVES = "escapes", "removes", "leaves"
"""Details of a row about a result: characters that are entities in it, that are not in it at all, and what it is."""


class SinkKinds:
    """Sink kinds as bits, and what each guard (`guard.<name>` rows) makes safe.

    `headers` are the kinds that headers of a request are by their names.
    """

    def __init__(self, kinds: Sequence[ModelKind], models: Iterable[Model]) -> None:
        names = sorted({kind.name for kind in kinds})
        self._bits: Mapping[str, int] = {kind: 1 << index for index, kind in enumerate(names)}
        self.headers = [(kind.name, re.compile(kind.headers)) for kind in kinds if kind.headers is not None]
        self.guards: Mapping[str, int] = {**_PROOFS, **_ENDS, LEAKY: LEAKY_HOST} | {
            model.place.removeprefix(GUARD_ROOT): self.mask(model.clears)
            for model in models
            if model.place.startswith(GUARD_ROOT)
        }

    def mask(self, kinds: Iterable[str]) -> int:
        """The bits of several kinds."""
        mask = 0
        for kind in kinds:
            mask |= self._bits.get(kind, 0)
        return mask

    def proven(self, models: Iterable[Model]) -> int:
        """What rows say of a result: the sinks it is safe for, and the characters that are not in it."""
        mask = 0
        for model in models:
            mask |= self.mask(model.clears)
            for key, value in model.detail:
                match key:
                    case "escapes":
                        mask |= absent(_told(value)) << _CHARACTERS_AT
                    case "removes":
                        mask |= removed(_told(value)) << _CHARACTERS_AT
                    case "leaves" if value == "=markup":
                        mask |= _MARKUP
        return mask

    def decoded(self, mask: int) -> int:
        """The mask of data after decoding: only who sent it still counts."""
        return mask & (TEXT | _MARKED | SENDER_KNOWN | OWN_NAMES | STARTS)

    def unescaped(self, mask: int) -> int:
        """The mask of data after its entities have been decoded: digits and letters are what they were."""
        kept = self.decoded(mask)
        for guard in ("number", "word"):
            cleared = self.guards.get(guard, 0)
            kept |= cleared if not cleared & ~mask else 0
        return kept

    def as_host(self, mask: int) -> int:
        """The mask of data that becomes the host of an address."""
        return mask & ~self._bits.get(_URL_PART, 0)

    def parsed(self, mask: int, position: Position) -> int:
        """The mask of the nodes that HTML is parsed into: the text in them is decoded."""
        harmless = mask & self.guards.get("escaped", 0) or self._is_contained(mask, position)
        return self.decoded(mask) & ~TEXT | NODES | (TEXT if harmless else 0) | mask & self.guards.get("constant", 0)

    def read_as_text(self, mask: int, cleared: int) -> int:
        """The mask of what is read of data as a text, if what that clears tells that it is one."""
        return mask & ~NODES if mask & NODES and cleared & self.guards.get("text", 0) else mask

    def is_safe(self, kind: str, mask: int, position: Position = CONTENT) -> bool:
        """Whether data that carries this mask is harmless in such a sink, standing there in HTML."""
        bit = self._bits.get(kind, 0)
        if mask & SENDER_KNOWN and bit & self.guards.get(SENDER, 0):
            return True
        if mask & bit or (mask & (_OWN_SITE | _MARKED) and bit & self.guards.get("pinned", 0)):
            return True
        if mask & _MARKED and bit & self.guards.get("after_text", 0):
            return True
        if bit & self.guards.get("backslashed", 0) and not ~mask & (NO_QUOTE | NO_BACKSLASH | QUOTED):
            return True
        if mask & self._bits.get(_URL_PART, 0) and bit & self.guards.get("encoded", 0):
            return True
        if mask & OWN_NAMES and bit & self.guards.get("own_names", 0):
            return True
        if bit & self.guards.get("own_key", 0) and (mask & NO_NAME or all(mask & proof for proof in _PROOFS.values())):
            return True
        if not mask & LEAKY_HOST and bit & self.guards.get("firm", 0):
            return True
        if mask & NODES and bit & self.guards.get("nodes", 0):
            return True
        if mask & LITERAL and bit & self.guards.get("literal", 0):
            return True
        if bit & self.guards.get("text", 0) and mask & TEXT:
            return True
        if bit & self.guards.get("beginning", 0) and mask & STARTS:
            return True
        return bool(bit & self.guards.get("escaped", 0)) and self._is_contained(mask, position)

    def _is_contained(self, mask: int, position: Position) -> bool:
        """Whether data cannot leave its position in HTML and means nothing bad in it."""
        match position.where:
            case Where.CONTENT:
                return bool(mask & _MARKUP) or _lacks(mask, "<")
            case Where.TAG:
                return False
            case Where.COMMENT:
                return _lacks(mask, ">")
            case Where.TEXT:
                return _lacks(mask, "<")
            case Where.STYLE:
                return _lacks(mask, "<") and bool(mask & self._bits.get("css", 0))
            case Where.SCRIPT:
                stays = mask & _NO_END_TAG or _lacks(mask, "<")
                return bool(stays) and self._is_no_code(mask, position.quote, written=True)
            case Where.DOUBLE:
                return _lacks(mask, '"') and self._means_no_harm(mask, position)
            case Where.SINGLE:
                return _lacks(mask, "'") and self._means_no_harm(mask, position)
            case Where.BARE:
                return _lacks(mask, " >" if position.begun else " >\"'") and self._means_no_harm(mask, position)

    def _means_no_harm(self, mask: int, position: Position) -> bool:
        """Whether the browser can do nothing bad with an attribute's value, which it decodes first."""
        match position.meaning:
            case Meaning.PLAIN:
                return True
            case Meaning.ADDRESS:
                return position.begun or bool(mask & self._bits.get("link", 0)) or _lacks_decoded(mask, ":")
            case Meaning.STYLE:
                return bool(mask & self._bits.get("css", 0))
            case Meaning.DOCUMENT:
                return bool(mask & _MARKUP) or _lacks_decoded(mask, "<")
            case Meaning.CODE:
                return self._is_no_code(mask, position.quote, written=False)

    def _is_no_code(self, mask: int, quote: str, *, written: bool) -> bool:
        """Whether data stays a value in code: in the string literal that is open there, or as JSON of its own."""
        if mask & self._bits.get("handler-attribute", 0):
            return True
        if not quote:
            return bool(mask & AS_JSON)
        if mask & _SLASHED_SLASH and (mask & _SLASHED_QUOTE or quote != '"'):
            return written and (quote == '"' or _lacks(mask, quote))
        return _lacks(mask, quote + "\\") if written else _lacks_decoded(mask, quote + "\\")


def _told(value: str) -> str:
    return "".join(char for char in value.removeprefix("=") if char in CHARACTERS)


def _lacks(mask: int, characters: str) -> bool:
    bits = absent(characters) << _CHARACTERS_AT
    return mask & bits == bits


def _lacks_decoded(mask: int, characters: str) -> bool:
    bits = removed(characters) << _CHARACTERS_AT
    return mask & bits == bits


def covers(known: int, mask: int) -> bool:
    """Whether data with the known mask is dangerous wherever data with the other mask is."""
    return known >> _POSITION_AT == mask >> _POSITION_AT and known & mask & _BELOW_POSITION == known & _BELOW_POSITION


def position_number(mask: int) -> int:
    """The number of the position."""
    return mask >> _POSITION_AT


def at_position(mask: int, number: int) -> int:
    """The mask of the same data at another position."""
    return (mask & _BELOW_POSITION) | number << _POSITION_AT


def absent_in(mask: int) -> int:
    """The characters that are absent, as `characters` has them."""
    return (mask & _ABSENT) >> _CHARACTERS_AT


def lacking(mask: int, characters: int) -> int:
    """The mask of data in which just these are absent."""
    return (mask & ~_ABSENT) | characters << _CHARACTERS_AT


def also_lacking(mask: int, characters: int) -> int:
    """The mask of data in which these are absent, too."""
    return mask | characters << _CHARACTERS_AT


def unsettled(mask: int) -> int:
    """The mask of what was markup when some of its text has been decoded: no tag in it can be relied on."""
    return mask & ~_MARKUP


def reread(mask: int) -> int:
    """The mask of what JSON is read from: its escapes are characters again, if there can be any in it."""
    plain = not mask & AS_JSON and (mask & NO_BACKSLASH or _lacks(mask, "\\"))
    return mask & ~AS_JSON & (-1 if plain else ~(_ABSENT | _MARKUP))


def whole(models: Iterable[Model]) -> int:
    """The mask of data as it comes from a source: an address of the page itself still begins with its own site, and
    what is no text may have properties of any name.
    """
    mask = TEXT | OWN_NAMES | STARTS
    for model in models:
        details = dict(model.detail)
        begins = details.get("begins")
        mask |= _OWN_SITE if begins is not None and OWN_HOST in begins else _MARKED if begins == "=mark" else 0
        if details.get("names") == "=any":
            mask &= ~OWN_NAMES
    return mask


def cut(mask: int) -> int:
    """The mask of a part of data, or of a text made of it: how the whole began no longer matters."""
    return mask & ~(_OWN_SITE | _FIRST_PIECE | _MARKED | LEAKY_HOST)


def cut_up(mask: int) -> int:
    """The mask of the pieces of data, of which the first still begins as the whole did."""
    return cut(mask) | (_FIRST_PIECE if mask & _OWN_SITE else 0)


def first_piece(mask: int) -> int:
    """The mask of the first of the pieces."""
    return cut(mask) | (_OWN_SITE if mask & _FIRST_PIECE else 0)


def slashed(pattern: Value, replacement: Value | None) -> int:
    """Whether `replace(pattern, replacement)` puts backslashes before quotes, or before backslashes."""
    if not isinstance(pattern, Pattern) or "g" not in pattern.flags or not isinstance(replacement, Text):
        return 0
    mask = 0
    for character, bit in (('"', _SLASHED_QUOTE), ("\\", _SLASHED_SLASH)):
        written = pattern.source.replace("\\\\", "\0").replace("\\", "").replace("\0", "\\")
        if replacement.value in {f"\\{character}", "\\$&", "\\$1"} and character in written:
            mask |= bit
    return mask


def without_end_tags(pattern: Value, replacement: Value | None, *, everywhere: bool) -> int:
    """Whether `replace(pattern, replacement)` leaves no end of a script in a text (`.replace(/<\\//g, '<\\\\/')`)."""
    if not isinstance(replacement, Text) or "</" in replacement.value or "$" in replacement.value.replace("$1", ""):
        return 0
    match pattern:
        case Text(value=text):
            found = everywhere and text == "</"
        case Pattern(source=source, flags=flags):
            known = accepted(source, flags) if "g" in flags else None
            found = known is not None and (known.finds("</") or ("i" in flags and known.finds("</script")))
        case _:
            found = False
    return _NO_END_TAG if found else 0


def plainly_escaped(pattern: Value) -> int:
    """The characters that a class of a pattern names: a replacement that is not known is taken for one that escapes."""
    if not isinstance(pattern, Pattern) or "g" not in pattern.flags:
        return 0
    source = pattern.source
    if not (source.startswith("[") and source.rstrip("+").endswith("]")) or source.startswith("[^"):
        return 0
    named = [char for char in "<>\"'" if char in source]
    return absent("".join(named)) if len(named) > 1 else 0
