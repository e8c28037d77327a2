"""Host names: which patterns they fit, and whether they were made to look like another name.

Knows no URL syntax; names come in as browsers contact them (lower case, punycode) from `reviewer.destination`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from fnmatch import fnmatchcase
from functools import lru_cache

# Letters of other alphabets that common fonts draw like a Latin letter (after Unicode TR39's confusables, reduced to
# what may stand in a domain name).
_TWINS = str.maketrans(
    {
        **dict(zip("аеорсухіјѕһԁԛԝӏьвмнтк", "aeopcyxijshdqwlbbmhtk", strict=True)),
        **dict(zip("αονρυκιτχγηωε", "aovpukitxynwe", strict=True)),
        **dict(zip("0135", "olls", strict=True)),
        "ı": "i",
        "ɡ": "g",
        "ɑ": "a",
        "ł": "l",
        "ø": "o",
        "đ": "d",
    }
)

# Characters that read as the slash which ends a host name.
_SLASHES = frozenset("ノ丿丶ㇱ〳ソ╱⁄∕")

# Scripts that are written together (Unicode TR39, "highly restrictive").
_TOGETHER = (
    frozenset({"LATIN", "CJK", "HIRAGANA", "KATAKANA"}),
    frozenset({"LATIN", "CJK", "BOPOMOFO"}),
    frozenset({"LATIN", "CJK", "HANGUL"}),
)


def fits(host: str, pattern: str) -> bool:
    """Whether a host name fits a glob on labels, whatever the case and a final dot.

    A leading `*.` stands for one label or more, so `*.example.jp` fits neither `example.jp` nor `badexample.jp`;
    a `*` anywhere else stands for characters inside its own label.
    """
    labels, globs = _labels(host), _labels(pattern)
    if labels[-1] != globs[-1] and globs[-1].isalnum():
        return False  # most names end otherwise, and every host is held against hundreds of patterns
    if globs[0] == "*" and len(globs) > 1:
        labels, globs = labels[max(1, len(labels) - len(globs) + 1) :], globs[1:]
    return len(labels) == len(globs) and all(
        label == glob or fnmatchcase(label, glob) for label, glob in zip(labels, globs, strict=True)
    )


@lru_cache(maxsize=4096)
def _labels(name: str) -> tuple[str, ...]:
    return tuple(name.lower().removesuffix(".").split("."))


def _scripts(label: str) -> frozenset[str]:
    names = (unicodedata.name(char, "UNKNOWN").split(" ")[0] for char in label if char.isalpha())
    return frozenset("CJK" if name == "IDEOGRAPHIC" else name for name in names)


@lru_cache(maxsize=4096)
def _skeleton(name: str) -> str:
    """The name with every letter replaced by the Latin letter it looks like."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return plain.translate(_TWINS).replace("rn", "m").replace("vv", "w")


def _label_deceives(label: str) -> bool:
    scripts = _scripts(label)
    if len(scripts) > 1 and not any(scripts <= together for together in _TOGETHER):
        return True
    if "LATIN" in scripts and not _SLASHES.isdisjoint(label) and not scripts & {"HIRAGANA", "CJK"}:
        return True
    letters = [char for char in label if char.isalpha()]
    return bool(scripts & {"CYRILLIC", "GREEK"}) and all(ord(char.translate(_TWINS)) < 128 for char in letters)


def deceives(host: str, display: str, known: Iterable[str]) -> bool:
    """Whether a name is built to be taken for another one.

    True for a label of mixed alphabets, a label wholly of letters that look Latin, a name that looks like one of the
    `known` patterns without fitting it (`cyb0zu.com`), and a known name used as the beginning of another one
    (`example.jp.evil.example`). `display` is the name as Unicode text.
    """
    if any(_label_deceives(label) for label in display.split(".")):
        return True
    patterns = [pattern.lower() for pattern in known if "." in pattern.removeprefix("*.")]
    domains = [pattern.removeprefix("*.") for pattern in patterns]
    if any(fits(host, pattern) for pattern in (*patterns, *domains)):
        return False
    looks = _skeleton(display)
    return any(
        fits(looks, _skeleton(domain)) or fits(looks, "*." + _skeleton(domain)) or f".{domain}." in f".{host}"
        for domain in domains
    )
