"""ES modules of one page: what one file exports is what another imports from its path.

A module is an object that holds its exports. What is imported from elsewhere (a package, an address) is what the global
place `import:module` gives for its name.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from reviewer.javascript import syntax as s
from reviewer.javascript.ast import Ast
from reviewer.javascript.constants import Text
from reviewer.javascript.functions import class_value, function_value

if TYPE_CHECKING:
    from reviewer.javascript.builder import Builder

_ENDINGS = ("", ".js", ".mjs", ".ts", ".mts", ".jsx", ".tsx", "/index.js", "/index.mjs", "/index.ts", "/index.tsx")
_WRITTEN: Mapping[str, tuple[str, ...]] = MappingProxyType({".js": (".ts", ".tsx", ".jsx"), ".mjs": (".mts",)})
"""What a file may be called in the source where an import names what it will be compiled to."""


class Modules:
    """Which script a path in an import leads to, and the object that holds what it exports."""

    def __init__(self, asts: Sequence[Ast]) -> None:
        self._paths = [ast.script.file.path for ast in asts]
        self._whole = [ast.script.exact and ast.script.start == 0 for ast in asts]
        self._scripts: dict[str, int] = {}
        for number, path in enumerate(self._paths):
            if self._whole[number]:
                self._scripts.setdefault(path, number)
        self._exports: dict[int, int] = {}

    def found(self, script: int, name: str) -> int | None:
        """The number of the script that a relative path means in another one, None where it is none of the page's."""
        if not name.startswith((".", "/")) or script >= len(self._paths):
            return None
        path = posixpath.normpath(
            posixpath.join(posixpath.dirname(self._paths[script]), name.split("?", maxsplit=1)[0])
        )
        stem, ending = posixpath.splitext(path)
        candidates = [path + each for each in _ENDINGS] + [stem + each for each in _WRITTEN.get(ending, ())]
        return next((self._scripts[each] for each in candidates if each in self._scripts), None)

    def exports(self, b: Builder, script: int, origin: s.Node) -> int:
        """The node of what a script exports."""
        node = self._exports.get(script)
        if node is None:
            node = self._exports[script] = b.new_object("object", origin)
        return node


def imported(b: Builder, origin: s.Node, source: s.StringLiteral) -> int:
    """The node of a module as a whole."""
    script = b.modules.found(b.script, source.value)
    if script is not None:
        return b.modules.exports(b, script, origin)
    module = b.read_property(b.global_node, "import:module", origin)
    return b.call(origin, module, -1, [b.constant(source, Text(source.value))])


def import_(b: Builder, node: s.ImportDeclaration) -> None:
    """`import ... from 'x'`."""
    whole = imported(b, node, node.source)
    for specifier in node.specifiers:
        match specifier:
            case s.ImportSpecifier():
                value = b.read_property(whole, _name(specifier.imported), specifier)
            case s.ImportDefaultSpecifier():
                value = b.read_property(whole, "default", specifier)
            case _:
                value = whole
        b.assign(specifier.local, value)


def export(b: Builder, node: s.ExportNamedDeclaration) -> None:
    """`export const a = 1`, `export {a as b}`, `export {a} from 'x'`."""
    own = b.modules.exports(b, b.script, node)
    if node.declaration is not None:
        b.execute(node.declaration)
        for name in _declared(node.declaration):
            _give(b, own, name.name, name)
    whole = None if node.source is None else imported(b, node, node.source)
    for specifier in node.specifiers:
        if whole is not None:
            value = b.read_property(whole, _name(specifier.local), specifier)
            b.write_property(own, _name(specifier.exported), value, specifier)
        elif isinstance(specifier.local, s.Identifier):
            _give(b, own, _name(specifier.exported), specifier.local)


def export_default(b: Builder, node: s.ExportDefaultDeclaration) -> None:
    """`export default x`."""
    own = b.modules.exports(b, b.script, node)
    match node.declaration:
        case s.FunctionDeclaration(id=None) as function:
            value = function_value(b, function, "default")
        case s.ClassDeclaration(id=None) as made:
            value = class_value(b, made)
        case s.FunctionDeclaration(id=s.Identifier() as name) | s.ClassDeclaration(id=s.Identifier() as name):
            b.execute(node.declaration)
            _give(b, own, "default", name)
            return
        case expression:
            value = b.evaluate(expression)
    b.write_property(own, "default", value, node)


def export_all(b: Builder, node: s.ExportAllDeclaration) -> None:
    """`export * from 'x'`, `export * as a from 'x'`."""
    own = b.modules.exports(b, b.script, node)
    whole = imported(b, node, node.source)
    if node.exported is not None:
        b.write_property(own, _name(node.exported), whole, node)
    else:
        b.graph.delegations.append((whole, b.graph.tokens[own]))


def _give(b: Builder, own: int, exported: str, name: s.Identifier) -> None:
    """A variable is exported, whatever value it will have."""
    variable = b.scopes.of_identifier.get(name)
    if variable is not None:
        b.write_property(own, exported, b.variable_node(variable, name), name)


def _name(node: s.Identifier | s.StringLiteral) -> str:
    return node.name if isinstance(node, s.Identifier) else node.value


def _declared(declaration: s.Node) -> Iterator[s.Identifier]:
    match declaration:
        case s.VariableDeclaration(declarations=declarations):
            for each in declarations:
                yield from _bound(each.id)
        case s.FunctionDeclaration(id=s.Identifier() as name) | s.ClassDeclaration(id=s.Identifier() as name):
            yield name
        case _:
            return


def _bound(pattern: s.Node) -> Iterator[s.Identifier]:
    match pattern:
        case s.Identifier():
            yield pattern
        case s.AssignmentPattern(left=inner) | s.RestElement(argument=inner) | s.Property(value=inner):
            yield from _bound(inner)
        case s.ArrayPattern(elements=parts) | s.ObjectPattern(properties=parts):
            for part in parts:
                if part is not None:
                    yield from _bound(part)
        case _:
            return
