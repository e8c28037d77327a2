"""The text of a template whose attributes are expressions (`:href="item.url"`) -> the attributes and what they name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reviewer.javascript.carrying import ELEMENT

_PATH = re.compile(r"(?<![\w$.'\"\]])[^\W\d][\w$]*(?:\??\.[\w$]+|\[[^\[\]]*\])*(?![\w$(.])")
_LOOP = re.compile(r"\(?\s*([\w$]+)[^)]*\)?\s+(?:in|of)\s+(.+)", re.DOTALL)
_TAG = re.compile(r"<([A-Za-z][\w-]*)([^<]*)")
_BOUND = re.compile(r"\s(?:v-bind)?:([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_DEEPEST = 6


def tags(template: str) -> Iterator[tuple[str, str]]:
    """The name of each element that begins in a template, and what stands in its tag behind that."""
    return ((tag[1], tag[2]) for tag in _TAG.finditer(template))


def bound(attributes: str) -> Iterator[tuple[str, str]]:
    """The attributes in a tag whose values are expressions, and these."""
    return ((found[1], found[2] or found[3] or "") for found in _BOUND.finditer(attributes))


def prefixed(attributes: str, prefix: str) -> Iterator[tuple[str, str]]:
    """The attributes in a tag whose names begin so, without that and whatever says more of them (`:to.once`)."""
    known = re.finditer(rf"\s{re.escape(prefix)}([\w-]+)[^\s=\"'>]*\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", attributes)
    return ((found[1], found[2] or found[3] or "") for found in known)


def spelled(name: str) -> str:
    """A name as all its spellings have it: `MemoBox` and `memo-box` are one name."""
    return name.replace("-", "").lower()


def attribute_values(template: str, attribute: str) -> list[str]:
    """The values of an attribute in a template."""
    name = re.escape(attribute)
    return [one or other for one, other in re.findall(rf"\s{name}\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", template)]


def _loop_of(value: str) -> tuple[str, str] | None:
    found = _LOOP.match(value)
    return None if found is None else (found[1], found[2].strip())


def is_path(value: str) -> bool:
    """Whether an expression in a template is one value, not made of several."""
    return _PATH.fullmatch(value.strip()) is not None


def paths(template: str, value: str, loops: str) -> Iterator[list[str]]:
    """The property names of each path in an expression of a template; elements of lists are named by `loops` in it."""
    names = dict(_loop for loop in attribute_values(template, loops) if (_loop := _loop_of(loop)) is not None)
    for path in _PATH.findall(value):
        yield _keys(path, names)


def _keys(path: str, names: Mapping[str, str]) -> list[str]:
    """The property names of a path; a name given by a loop stands for an element of its list."""
    keys = [key or ELEMENT for key in re.findall(r"([\w$]+)(?![^\[]*\])|\[[^\]]*\]", path)]
    for _ in range(_DEEPEST):
        around = names.get(keys[0]) if keys else None
        if around is None or not _PATH.fullmatch(around):
            break
        keys = [*[key or ELEMENT for key in re.findall(r"([\w$]+)", around)], ELEMENT, *keys[1:]]
    return [key for key in keys if key != "this"]
