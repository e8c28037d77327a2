"""A template text and the state it is filled from -> the values that its directives write as HTML.

A row about a component names, by paths, the `template` and what it is `filled-from`, whose names the template uses;
`raw` is the attribute whose expression is written as HTML, or as what `written-as` says, `loops` the one that names the
elements of a list. Without `filled-from` the call is that of a template's tag. A name that the state does not have may
be given by whoever uses the component, in another template.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reviewer.javascript.carrying import ELEMENT
from reviewer.javascript.folding import Folder
from reviewer.javascript.graph import FunctionToken, ObjectToken
from reviewer.javascript.linking import Linker

_PATH = re.compile(r"(?<![\w$.'\"\]])[^\W\d][\w$]*(?:\??\.[\w$]+|\[[^\[\]]*\])*(?![\w$(.])")
_LOOP = re.compile(r"\(?\s*([\w$]+)[^)]*\)?\s+(?:in|of)\s+(.+)", re.DOTALL)
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Filled:
    """A template, what its names stand for, and the attribute that names the elements of a list."""

    template: int
    states: tuple[int, ...]
    loops: str


class Directives:
    """Reads templates."""

    def __init__(self, linker: Linker, folder: Folder) -> None:
        self._linker = linker
        self._folder = folder

    def written(self, filled: Filled, raw: str, others: Sequence[Filled], *, whole: bool) -> Iterator[int]:
        """The nodes of what the expressions under `raw` are made of; where `whole`, of those alone that are one value.

        `others` are the templates of the page.
        """
        text = self._folder.folded(filled.template).text
        for value in _values(text or "", raw):
            if not whole or _PATH.fullmatch(value.strip()):
                for keys in _paths(text or "", value, filled.loops):
                    for state in filled.states:
                        yield from self._at(state, keys)
                    yield from self._given(keys, others)

    def bound(self, texts: Sequence[int], values: Sequence[int], raw: str) -> Iterator[int]:
        """Of the values of a tagged template those that are the whole value of an attribute called `raw`."""
        opened = re.compile(rf"\s{re.escape(raw)}\s*=\s*[\"']?\Z")
        for whole in texts:
            for at, value in enumerate(values):
                before = [self._folder.folded(node).text for node in self._inside(whole, str(at))]
                if any(text is not None and opened.search(text) for text in before):
                    yield value

    def _given(self, keys: Sequence[str], others: Sequence[Filled]) -> Iterator[int]:
        """What the templates of a page give a component under a name: `<memo-box :memo="m">`, and what is in it."""
        name = re.sub(r"(?<!^)(?=[A-Z])", "-", keys[0]).lower() if keys else ""
        for other in others if name else ():
            text = self._folder.folded(other.template).text or ""
            for value in (*_values(text, f":{name}"), *_values(text, f"v-bind:{name}")):
                for path in _paths(text, value, other.loops):
                    for state in other.states:
                        yield from self._at(state, [*path, *keys[1:]])

    def _at(self, node: int, keys: Sequence[str]) -> Iterator[int]:
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


def _paths(template: str, value: str, loops: str) -> Iterator[list[str]]:
    """The property names of each path in an expression of a template; elements of lists are named by `loops` in it."""
    names = dict(_loop for loop in _values(template, loops) if (_loop := _loop_of(loop)) is not None)
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
