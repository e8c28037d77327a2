"""The scripts of libraries, by version -> the few words by which a library is told however it was written anew.

A minifier renames variables and leaves the names of properties and the words in strings; so does whatever lays code
out. Of these words those are kept that every listed version of one line of releases holds and hardly any other library.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping

WORD = re.compile(r"[A-Za-z_$][\w$]{4,39}")
WORDS_KEPT = 24
FEWEST_WORDS = 16
OTHER_LIBRARIES = 2
"""In how many others a word may stand: bundles hold other libraries, and some packages hold the same one."""

Shapes = dict[str, list[dict[str, list[str]]]]


def shapes(texts: Mapping[str, Mapping[str, str]]) -> Shapes:
    """For each library, and each line of its releases that can be told, the versions and the words."""
    words = {
        name: {version: set(WORD.findall(text)) for version, text in versions.items()}
        for name, versions in texts.items()
    }
    spread = Counter(word for versions in words.values() for word in set().union(*versions.values()))
    found: Shapes = {}
    for name, versions in words.items():
        for line in lines(versions):
            shared = set.intersection(*(versions[version] for version in line))
            own = sorted((word for word in shared if spread[word] <= 1 + OTHER_LIBRARIES), key=mixed)[:WORDS_KEPT]
            if len(own) >= FEWEST_WORDS:
                found.setdefault(name, []).append({"versions": list(line), "words": sorted(own)})
    return found


def lines(versions: Iterable[str]) -> list[tuple[str, ...]]:
    """Versions by their first number, in the order given; before 1 the second number tells the line."""
    found: dict[str, list[str]] = {}
    for version in versions:
        first, second, *_ = version.split(".")
        found.setdefault(first if first != "0" else f"0.{second}", []).append(version)
    return [tuple(line) for line in found.values()]


def mixed(word: str) -> str:
    """An order that has nothing to do with what the words mean, and is the same each time."""
    return hashlib.sha256(word.encode("utf-8")).hexdigest()
