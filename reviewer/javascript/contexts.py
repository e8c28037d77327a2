"""Where in a text data ends up, and what that position or an escape makes it safe for.

A bit mask travels with the data along a path. Its low bits are sink kinds that something on the way has made safe; the
high bits are the characters that an escape has taken out, and the HTML position that concatenation has put the data in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from reviewer.destination import OWN_HOST
from reviewer.javascript.constants import Pattern, Text, Value
from reviewer.rule import Model

_LESS, _DOUBLE, _SINGLE = 1 << 60, 1 << 61, 1 << 62
_SLASHED_QUOTE, _SLASHED_SLASH = 1 << 66, 1 << 67
_IN_DOUBLE, _IN_SINGLE, _IN_TAG = 1 << 63, 1 << 64, 1 << 65
_OWN_SITE = 1 << 68
_PROOFS: Mapping[str, int] = MappingProxyType({"not_proto": 1 << 69, "not_constructor": 1 << 70})
_POSITION = _IN_DOUBLE | _IN_SINGLE | _IN_TAG
_CHARACTERS: Sequence[tuple[str, int]] = (("<", _LESS), ('"', _DOUBLE), ("'", _SINGLE))
GUARD_ROOT = "guard."


class SinkKinds:
    """Sink kinds as bits, and what each guard (`guard.<name>` rows) makes safe."""

    def __init__(self, kinds: Iterable[str], models: Iterable[Model]) -> None:
        self._bits: Mapping[str, int] = {kind: 1 << index for index, kind in enumerate(sorted(set(kinds)))}
        self.guards: Mapping[str, int] = dict(_PROOFS) | {
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

    def is_safe(self, kind: str, mask: int) -> bool:
        """Whether data that carries this mask is harmless in such a sink."""
        bit = self._bits.get(kind, 0)
        if mask & bit or (mask & _OWN_SITE and bit & self.guards.get("pinned", 0)):
            return True
        if bit & self.guards.get("backslashed", 0) and mask & _SLASHED_QUOTE and mask & _SLASHED_SLASH:
            return True
        if bit & self.guards.get("own_key", 0) and all(mask & proof for proof in _PROOFS.values()):
            return True
        return bool(bit & self.guards.get("escaped", 0)) and _is_escaped(mask)


def _is_escaped(mask: int) -> bool:
    """Whether the characters that end the HTML position the data stands in have been taken out."""
    position = mask & _POSITION
    if position == _IN_DOUBLE:
        return bool(mask & _DOUBLE)
    if position == _IN_SINGLE:
        return bool(mask & _SINGLE)
    return not position and bool(mask & _LESS)


_SCANNED = 20_000
"""How many characters before the data are looked at."""


def placed(mask: int, before: str) -> int:
    """The mask of data put behind this text, if the text tells an HTML position (13.2.5 of the HTML standard, in
    short).
    """
    if "<" not in before and ">" not in before:
        return mask
    position = 0
    previous = ""
    for char in before[-_SCANNED:]:
        if not position:
            if previous == "<" and (char.isalpha() or char in "/!"):
                position = _IN_TAG
        elif position == _IN_TAG:
            position = {">": 0, '"': _IN_DOUBLE, "'": _IN_SINGLE}.get(char, _IN_TAG)
        elif char == ('"' if position == _IN_DOUBLE else "'"):
            position = _IN_TAG
        previous = char
    return (mask & ~_POSITION) | position


def whole(models: Iterable[Model]) -> int:
    """The mask of data as it comes from a source: an address of the page itself still begins with its own site."""
    begins = (value for model in models for key, value in model.detail if key == "begins")
    return _OWN_SITE if any(OWN_HOST in value for value in begins) else 0


def cut(mask: int) -> int:
    """The mask of a part of data, or of a text made of it: how the whole began no longer matters."""
    return mask & ~_OWN_SITE


def taken_out(pattern: Value, replacement: Value | None) -> int:
    """The characters that `replace(pattern, replacement)` leaves none of; 0 unless it is global.

    What was taken out before comes back where the replacement holds it; see `put_back`.

    A replacement that is not a constant (a function, a table look-up) is taken for one that escapes.
    """
    if not isinstance(pattern, Pattern) or "g" not in pattern.flags:
        return 0
    source = pattern.source
    in_class = re.fullmatch(r"\[(?!\^)((?:[^\]\\]|\\.)+)\]\+?", source)
    characters = re.sub(r"\\(.)", r"\1", in_class[1]) if in_class else re.sub(r"\\(.)", r"\1", source)
    alternatives = set(source.split("|")) if "|" in source and not in_class else {characters}
    mask = 0
    for character, bit in (('"', _SLASHED_QUOTE), ("\\", _SLASHED_SLASH)):
        slashed = isinstance(replacement, Text) and replacement.value in {f"\\{character}", "\\$&", "\\$1"}
        if slashed and character in characters:
            mask |= bit
    for character, bit in _CHARACTERS:
        matched = character in characters if in_class else character in {a.strip("()") for a in alternatives}
        kept = isinstance(replacement, Text) and character in replacement.value
        if matched and not kept:
            mask |= bit
    return mask


def put_back(mask: int, replacement: Value | None) -> int:
    """The mask after a replacement: characters that it holds are in the text again (escaping undone)."""
    for character, bit in _CHARACTERS:
        if isinstance(replacement, Text) and character in replacement.value:
            mask &= ~bit
    return mask
