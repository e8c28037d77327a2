"""Property keys as they are filed: names, positions that are only partly known, and slots that no program can name.

What is stored under a key that is not known stands under None; what is stored at some position from n on, in `tail(n)`.
Slots are inner ("[[keys]]" are the names that an object got by computed keys); ordinary reads and copies pass by them.
What a thing of an API was given and keeps stands under a name that begins with `@` (`@rows`): no program asks for it.
"""

from __future__ import annotations

import re

KEYS, TABLE, VALUES, SOURCE, ANY = "[[keys]]", "[[table]]", "[[values]]", "[[source]]", "[[any]]"
NOTICE = "[[notice]]"
"""The names of properties as data; what a map holds; what a deferred was resolved with; what a text was
made of; what a proxy is asked for by a key that is not known; what a deferred tells on its way."""

_SHOWN = frozenset({KEYS, TABLE, VALUES})
"""Slots whose content belongs to what an object holds, for those who take it whole."""

_TAIL = re.compile(r"\[\[(\d+)\.\.\]\]")
LISTS = frozenset({"array", "form", "generator", "map", "set"})
"""Kinds of objects that hand out elements."""


def tail(start: int) -> str:
    """The key of what stands at that position or any later one."""
    return f"[[{start}..]]"


def tail_start(key: str | None) -> int | None:
    """Where a tail begins; None for another key."""
    found = _TAIL.fullmatch(key) if key is not None and key.startswith("[[") else None
    return int(found[1]) if found else None


def slot(name: str) -> str:
    """The key of a slot of this name."""
    return f"[[{name}]]"


def is_slot(key: str | None) -> bool:
    """Whether no program can ask for this key by name."""
    return key is not None and key.startswith("[[")


def is_symbol(key: str | None) -> bool:
    """Whether a symbol is the key, which nobody comes by who goes through the names of an object."""
    return key is not None and key.startswith("@@")


def is_kept(key: str | None) -> bool:
    """Whether it is what a thing of an API keeps for itself."""
    return key is not None and key.startswith("@") and key[1:2].isalpha()


def is_listed(key: str | None) -> bool:
    """Whether going through the names of an object comes by this one."""
    return not is_slot(key) and not is_symbol(key) and not is_kept(key)


def is_shown(key: str | None) -> bool:
    """Whether what stands under a key is in what the object holds."""
    return not (is_slot(key) or is_kept(key)) or key in _SHOWN or tail_start(key) is not None


def is_loose(key: str | None) -> bool:
    """Whether what stands there may be found under several names."""
    return key is None or tail_start(key) is not None


def position(key: str | None) -> int | None:
    """The index that a key is; None for another key."""
    return int(key) if key is not None and key.isascii() and key.isdigit() and len(key) < 10 else None


def is_element(key: str | None) -> bool:
    """Whether an element of an array stands there."""
    return is_loose(key) or position(key) is not None


def reaches(kind: str, stored: str | None, wanted: str | None) -> bool:
    """Whether what is stored under a loose key of an object of a kind can be found under another key."""
    if wanted is None or is_slot(wanted) or is_kept(wanted):
        return False
    index = position(wanted)
    if stored is None:
        return kind not in LISTS or index is not None
    start = tail_start(stored)
    return start is not None and index is not None and index >= start


def is_any(kind: str, key: str | None) -> bool:
    """Whether a computed key may find what stands under this one."""
    return is_element(key) if kind in LISTS else is_loose(key) or is_listed(key)
