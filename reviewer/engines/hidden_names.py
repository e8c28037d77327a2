"""Uses and texts of a page -> the names that no text tells: they come about at run time.

Such a name stands nowhere in the file; or it is spelled in a key by what is no name at all, as the numbers of its
letters are, whatever stands elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.javascript.facts import Facts
from reviewer.place import Global, Name, parse_place
from reviewer.source import Location

_WORD = re.compile(r"[\w$]+")
_BETWEEN = re.compile(r"['\"`]\s*[+,]\s*['\"`]")
"""What stands between the parts of a text that anybody can read together."""

_STRING = re.compile(r"'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\"|`(?:[^`\\$]|\\.)*`")
_VARIABLE = re.compile(
    r"(?<![.\w$])(?!(?:window|self|globalThis|String|Number|Array|atob|unescape|decodeURI|decodeURIComponent|parseInt|"
    r"true|false|null|undefined|NaN)\b)[^\W\d][\w$]*|(?<![.\w$])\$[\w$]*"
)
"""A name in a key, of which what is written there does not say what it stands for."""
_MEMBER, _LONGEST = re.compile(r"[\w$)\]]\s*(?:\?\.\s*)?\[\s*\Z"), 400
_PART, _SPELLED = re.compile(r"[^\W_]+"), 3
"""What texts in a key are read as, and how many letters of a name may be missing in them for a reader to see it."""

_CALLED, _READ = re.compile(r"\]\s*\("), "]"


def hidden_names(page: Facts) -> Iterator[tuple[Location, str]]:
    """Where something is used by a computed name, and that name, which stands nowhere in the file."""
    texts: dict[str, str] = {}
    for use in page.uses:
        text, file = use.location.text, use.location.file
        computed = _CALLED.search(text) is not None if use.access in {"call", "new"} else text.endswith(_READ)
        name = _name(use.place) if computed else None
        if name is None:
            continue
        if file.path not in texts:
            texts[file.path] = _BETWEEN.sub("", file.text)
        if name not in texts[file.path]:
            yield use.location, name
    for literal in page.literals:
        if literal.folded and _is_key(literal.location) and not _is_told(literal.value, literal.location.text):
            yield literal.location, literal.value


def _is_key(location: Location) -> bool:
    """Whether what stands here is all that stands between the brackets behind an object."""
    text, start, end = location.file.text, location.start, location.end
    if end - start > _LONGEST or not text[end : end + _LONGEST].lstrip().startswith("]"):
        return False
    return _MEMBER.search(text, max(0, start - _LONGEST), start) is not None


def _is_told(name: str, key: str) -> bool:
    """Whether a reader sees the name in what a key is made of, or has to look for it elsewhere."""
    bare = _STRING.sub("''", key)
    rest, at = name.lower(), 0
    if _VARIABLE.search(bare) is not None or rest in key.lower():
        return True
    for part in _PART.findall(" ".join(_STRING.findall(key)).lower()):
        # Single letters count in the order of the name alone: backwards they are as good as hidden.
        found = rest.find(part, at if len(part) == 1 else 0)
        if found >= 0:
            rest, at = rest[:found] + " " + rest[found + len(part) :], found
    return len("".join(_PART.findall(rest))) < _SPELLED


def _name(place: str) -> str | None:
    """The last of the names that lead to something from the global object; None for an element, or a result."""
    root, *steps = parse_place(place)
    names = [step.name for step in steps if isinstance(step, Name) and step.literal is None]
    whole = isinstance(root, Global) and len(names) == len(steps) and all(map(_WORD.fullmatch, names))
    return names[-1] if whole and names else None
