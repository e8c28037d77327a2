"""Template engines that escape what they fill in, but for what a template asks for as it is.

Details of rows: `holes` is the path of the template's text in a call that fills it in with what is at `holds`, and
`trusts` the place of what a helper gives that is not escaped either. `helper` is the argument of a call that is a
function which templates know by the name at `name`. Templates are Mustache's, as Handlebars has them, unless `as-is` is
the pattern of the holes that do not escape: its group is what they name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial

from reviewer.javascript.callbacks import virtual
from reviewer.javascript.constants import Text
from reviewer.javascript.folding import Folder
from reviewer.javascript.graph import PART, TAINT, CallSite, ObjectToken, Token
from reviewer.javascript.linking import Linker
from reviewer.javascript.options import Options
from reviewer.javascript.places import Place
from reviewer.javascript.spreading import properties

_HOLE = re.compile(r"\{\{(\{|&)?~?\s*(#?)([^\s{}#/!>^~]+)([^{}]*)")
_WORD = re.compile(r"\"[^\"]*\"|'[^']*'|[^\s=]+(?![^\s]*=)")
_BLOCKS = frozenset({"if", "unless", "each", "with", "lookup", "log", "else"})
_ITSELF = frozenset({"this", "."})
_NAMED = re.compile(r"[^\W\d][\w$]*(?:\.[\w$]+)*")
_LEVELS = 4
"""How deep in lists of the data a name is looked for that the data itself does not have."""


def fill_templates(linker: Linker) -> None:
    """Helpers are called with what the holes of templates name, and what goes in as it is comes out so."""
    known = [
        (call, detail)
        for call in (*linker.graph.calls, *linker.further)
        for token in call.tokens
        if isinstance(token, Place)
        for model in token.models
        if model.detail and {"holes", "helper"} & (detail := dict(model.detail)).keys()
    ]
    if not known:
        return
    helpers: dict[str, list[int]] = {}
    folder = Folder(linker)
    options = Options(linker, folder)
    for call, detail in known:
        if "helper" in detail:
            _register(linker, call, detail, helpers)
    for call, detail in known:
        for data in options.nodes(call.args, call.this, detail["holds"]) if "holes" in detail else ():
            for template in options.nodes(call.args, call.this, detail["holes"], call.callee):
                text, filled = folder.skeleton(template), _Hole(linker, call, detail, data)
                if "as-is" in detail:
                    for expression in re.findall(detail["as-is"].removeprefix("="), text):
                        filled.put(expression)
                else:
                    for hole in _HOLE.finditer(text):
                        filled.fill(hole, helpers)


def _register(linker: Linker, call: CallSite, detail: Mapping[str, str], helpers: dict[str, list[int]]) -> None:
    """One helper by name, or an object of them."""
    at, name = int(detail["helper"]), int(detail["name"])
    known = linker.graph.constants.get(call.args[name]) if len(call.args) > name else None
    if isinstance(known, Text) and len(call.args) > at:
        helpers.setdefault(known.value, []).append(call.args[at])
    elif call.args:
        properties(linker, call.args[0], lambda key, node: helpers.setdefault(key or "", []).append(node))


class _Hole:
    """A hole of a template that a call fills in."""

    def __init__(self, linker: Linker, call: CallSite, detail: Mapping[str, str], data: int) -> None:
        self._linker = linker
        self._call = call
        self._data = data
        self._trusted = detail.get("trusts", "").removeprefix("=")

    def fill(self, hole: re.Match[str], helpers: Mapping[str, list[int]]) -> None:
        """What is written as it is goes into the result, whatever its escaping makes safe."""
        as_is, block, name, rest = hole.groups()
        words = _WORD.findall(rest.strip("} ~"))
        for helper in helpers.get(name, ()):
            gives = self._linker.fresh(self._call.result)
            args = tuple(node for word in words for node in self._named(word))
            virtual(self._linker, self._call, helper, args, gives, self._data, apart=True)
            if as_is or block:
                self._linker.edge(gives, self._call.result, TAINT)
            else:
                self._linker.each_token(gives, partial(self._trust, gives))
        if as_is and name not in helpers and name not in _BLOCKS:
            for node in self._named(name):
                self._linker.edge(node, self._call.result, TAINT)

    def _trust(self, node: int, token: Token) -> None:
        if isinstance(token, Place) and token.path == self._trusted:
            self._linker.edge(node, self._call.result, TAINT)

    def put(self, expression: str) -> None:
        """What an expression names is written as it is: all there is, where it is more than a name."""
        for node in self._named(expression) if _NAMED.fullmatch(expression) else (self._data,):
            self._linker.edge(node, self._call.result, TAINT)

    def _named(self, word: str) -> Iterator[int]:
        """What a path in a template stands for: a part of the data, or of something in it."""
        if word[0] in "\"'" or word[0].isdigit():
            yield self._linker.fresh(self._call.result)
            return
        keys = [key for key in re.split(r"[./]", word) if key and key not in _ITSELF] if word not in _ITSELF else []
        nodes = [self._data]
        for index, key in enumerate(keys):
            inner = [part for node in nodes for part in self._inside(node, key)]
            if inner:
                nodes = inner
            elif index or len(keys) == 1:
                break  # It stands in an element of a list that the code knows nothing of.
        yield from nodes

    def _inside(self, node: int, key: str) -> list[int]:
        """What has a name in what stands at a node, or in an element of a list in it that the template goes through."""
        level = [node]
        for _ in range(_LEVELS if self._objects(node) else 0):
            holders = [at for at in level if any(key in self._linker.fields_of(one) for one in self._objects(at))]
            if holders:
                return [self._part(at, key) for at in holders]
            level = [
                field for at in level for one in self._objects(at) for field in self._linker.fields_of(one).values()
            ]
        return [] if self._objects(node) else [self._part(node, key)]

    def _objects(self, node: int) -> list[ObjectToken]:
        return [token for token in self._linker.tokens(node) if isinstance(token, ObjectToken)]

    def _part(self, node: int, key: str) -> int:
        part = self._linker.fresh(self._call.result)
        self._linker.graph.edge(node, part, PART)
        self._linker.read(node, key, part)
        return part
