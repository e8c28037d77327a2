"""An element in a template and an expression in its tag -> edges from what the expression names in what is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.javascript.carrying import ELEMENT
from reviewer.javascript.graph import TAINT, VALUE, ObjectToken
from reviewer.javascript.markup_templates import is_path, paths

if TYPE_CHECKING:
    from reviewer.javascript.linking import Linker


@dataclass(frozen=True, slots=True)
class Shown:
    """An element in a template: the object that the template shows, and what stands in the element's tag."""

    user: ObjectToken
    template: str
    attributes: str
    loops: str


def named_by(linker: Linker, element: Shown, expression: str, into: int) -> None:
    """Draw edges to `into` from what an expression in the element's tag names."""
    home = element.user.home
    for path in paths(element.template, expression, element.loops):
        node = home
        for key in path:
            inner = linker.fresh(home)
            linker.read(node, None if key == ELEMENT else key, inner)
            node = inner
        linker.edge(node, into, VALUE if is_path(expression) else TAINT)
