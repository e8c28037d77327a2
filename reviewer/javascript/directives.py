"""A template text and the state it is filled from -> the values that its directives write as HTML.

A row about a component names, by paths, the `template` and the description that it is `filled-from` (see `components`);
`raw` is the attribute whose expression is written as HTML, or as what `written-as` says, `loops` the one that names the
elements of a list. Without `filled-from` the call is that of a template's tag. A name that the state does not have may
be given by whoever uses the component, in another template.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reviewer.javascript.carrying import ELEMENT
from reviewer.javascript.folding import Folder
from reviewer.javascript.graph import FunctionToken, ObjectToken
from reviewer.javascript.linking import Linker
from reviewer.javascript.markup_templates import attribute_values, is_path, paths


@dataclass(frozen=True, slots=True)
class Filled:
    """A template, what its names stand for, and the attribute that names the elements of a list."""

    template: int
    state: int
    loops: str


def filled_from(linker: Linker, descriptions: Iterable[int], detail: Mapping[str, str]) -> Iterator[Filled]:
    """The templates of the components that are described at these nodes, each with the object that it shows."""
    key = detail["template"].rpartition(".")[2]
    for described, made in linker.components.made_of(descriptions):
        template = linker.fields_of(described).get(key)
        if template is not None:
            yield Filled(template, made, detail.get("loops", "=")[1:])


class Directives:
    """Reads templates."""

    def __init__(self, linker: Linker, folder: Folder) -> None:
        self._linker = linker
        self._folder = folder

    def written(self, filled: Filled, raw: str, others: Sequence[Filled], *, whole: bool) -> Iterator[int]:
        """The nodes of what the expressions under `raw` are made of; where `whole`, of those alone that are one value.

        `others` are the templates of the page.
        """
        text = self._folder.skeleton(filled.template)
        for value in attribute_values(text, raw):
            if not whole or is_path(value):
                for keys in paths(text, value, filled.loops):
                    yield from self._at(filled.state, keys)
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
            for value in (*attribute_values(text, f":{name}"), *attribute_values(text, f"v-bind:{name}")):
                for path in paths(text, value, other.loops):
                    yield from self._at(other.state, [*path, *keys[1:]])

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
