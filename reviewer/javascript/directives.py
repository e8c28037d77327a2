"""A template text and the state it is filled from -> the values that its directives write as HTML.

A row about a component names, by paths, the `template` and what it is `filled-from`, whose names the template uses;
`raw` is the attribute whose expression is written as HTML, `loops` the one that names the elements of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reviewer.javascript.carrying import ELEMENT
from reviewer.javascript.folding import Folder
from reviewer.javascript.graph import FunctionToken, ObjectToken
from reviewer.javascript.linking import Linker

_PATH = re.compile(r"(?<![\w$.'\"\]])[^\W\d][\w$]*(?:\??\.[\w$]+|\[[^\[\]]*\])*(?![\w$(.])")
_LOOP = re.compile(r"\(?\s*([\w$]+)[^)]*\)?\s+(?:in|of)\s+(.+)", re.DOTALL)
_DEEPEST = 6


class Directives:
    """Reads templates."""

    def __init__(self, linker: Linker, folder: Folder) -> None:
        self._linker = linker
        self._folder = folder

    def written_as_html(self, template: int, states: list[int], raw: str, loops: str) -> Iterator[int]:
        """The nodes of what the expressions under `raw` are made of."""
        text = self._folder.folded(template).text
        if text is None:
            return
        names = dict(_loop for value in _values(text, loops) if (_loop := _loop_of(value)) is not None)
        for value in _values(text, raw):
            for path in _PATH.findall(value):
                keys = _keys(path, names)
                for state in states:
                    yield from self._at(state, keys)

    def _at(self, node: int, keys: list[str]) -> Iterator[int]:
        """What stands at a path, through getters and references; the last node known where it leaves the code."""
        nodes = [node]
        for index, key in enumerate(keys):
            inner = [found for at in nodes for found in self._inside(at, key)]
            if not inner:
                if index:
                    yield from nodes
                return
            nodes = inner
        for at in nodes:
            yield at
            yield from self._inside(at, "value")

    def _inside(self, node: int, key: str) -> list[int]:
        found: list[int] = []
        for token in self._linker.tokens(node):
            if isinstance(token, ObjectToken):
                fields = self._linker.fields_of(token)
                found += fields.values() if key == ELEMENT else [fields[key]] if key in fields else []
            elif isinstance(token, FunctionToken):
                found += self._inside(token.result, key)
        for at in tuple(found):
            found += [token.result for token in self._linker.tokens(at) if isinstance(token, FunctionToken)]
        return found


def _values(template: str, attribute: str) -> list[str]:
    """The values of an attribute in a template."""
    name = re.escape(attribute)
    return [one or other for one, other in re.findall(rf"\s{name}\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", template)]


def _loop_of(value: str) -> tuple[str, str] | None:
    found = _LOOP.match(value)
    return None if found is None else (found[1], found[2].strip())


def _keys(path: str, names: Mapping[str, str]) -> list[str]:
    """The property names of a path; a name given by a loop stands for an element of its list."""
    keys = [key or ELEMENT for key in re.findall(r"([\w$]+)(?![^\[]*\])|\[[^\]]*\]", path)]
    for _ in range(_DEEPEST):
        around = names.get(keys[0]) if keys else None
        if around is None or not _PATH.fullmatch(around):
            break
        keys = [*[key or ELEMENT for key in re.findall(r"([\w$]+)", around)], ELEMENT, *keys[1:]]
    return [key for key in keys if key != "this"]
