"""A use -> the place in the text at which a person is told of it: the call, the property, the attribute, the text."""

from __future__ import annotations

from dataclasses import replace

from reviewer.javascript import syntax as s
from reviewer.javascript.folding import Folder
from reviewer.javascript.graph import Access, ObjectToken
from reviewer.javascript.linking import Linker
from reviewer.javascript.usage import Usage
from reviewer.source import Location, Script

_FEW, _PIECES = 12, 100
"""How many copies of a property are looked at, and of how many pieces a text may be put together."""


def told_in(script: Script, node: s.Node) -> Location:
    """Where a use is shown; of a chain over several lines the last call alone, from its name on."""
    match node:
        case s.CallExpression(callee=s.MemberExpression(object=holder, property=name, computed=False)):
            if "\n" in script.text[holder.end : name.start]:
                return script.location(name.start, node.end)
    return script.location(node.start, node.end)


class Telling:
    """Looks places up in one linked graph."""

    def __init__(self, linker: Linker, folder: Folder) -> None:
        self._graph = linker.graph
        self._linker = linker
        self._folder = folder
        self._written: dict[int, Access] | None = None

    def at_property(self, usage: Usage, value: int, key: str | None = None) -> Usage:
        """The use as it is shown where a property of its options is written, if that is not inside the call itself.

        An element's attribute and what a function inside gives are shown where they stand in any case. Where a
        property's name is computed, nothing there tells what it is: the call does. Under another `key` it is data yet.
        """
        if isinstance(usage.node, s.JSXAttribute):
            return usage
        if self._written is None:
            self._written = {}
            for access in self._graph.accesses:
                if access.writes and access.key is not None and _names_property(access.node):
                    for token in self._linker.tokens(access.base):
                        at = self._linker.fields_of(token).get(access.key) if isinstance(token, ObjectToken) else None
                        if at is not None:
                            self._written.setdefault(at, access)
        ways = (self._written[node] for node in self.copied_from(value) if node in self._written)
        written = next((access for access in ways if key is None or access.key == key), None)
        if written is None:
            return usage
        shown = replace(usage, node=written.node, script=written.script, function=written.function, loop=written.loop)
        apart = isinstance(written.node, s.JSXAttribute) or written.function is not usage.function
        return shown if apart or not is_part(shown, usage) else usage

    def at_literal(self, usage: Usage, text: int, part: str) -> Usage:
        """The use as it is shown where a part of a text is written, if that is one place."""
        literals = {
            (self._graph.origin[node], self._graph.script[node])
            for node in self._made_of(text)
            if isinstance(self._graph.origin[node], s.StringLiteral | s.TemplateLiteral)
            and part in (self._folder.folded(node).text or "")
        }
        if len(literals) != 1:
            return usage
        node, script = literals.pop()
        return replace(usage, node=node, script=script)

    def _made_of(self, text: int) -> list[int]:
        """The nodes that a text is put together of or copied from, itself included."""
        seen = [text]
        for node in seen:
            if len(seen) < _PIECES:
                near = (*self._folder.sources(node), *self._folder.joined(node))
                seen += dict.fromkeys(other for other in near if other not in seen)
        return seen

    def copied_from(self, value: int) -> list[int]:
        """A property and those that it was copied from."""
        seen = [value]
        for node in seen:
            if len(seen) < _FEW:
                seen += [source for source in self._folder.sources(node) if source not in seen]
        return seen


def is_part(inner: Usage, outer: Usage) -> bool:
    """Whether a use is shown inside of where another one is."""
    within = outer.node.start <= inner.node.start and inner.node.end <= outer.node.end
    return inner.node is not outer.node and inner.script == outer.script and within


def _names_property(node: s.Node) -> bool:
    """Whether a write says by its text which property it writes."""
    match node:
        case s.MemberExpression(computed=True, property=name) | s.Property(computed=True, key=name):
            return isinstance(name, s.StringLiteral)
        case _:
            return True
