"""Functions that get what their parameters are called (AngularJS's `$location`) -> parameters that are known.

Somebody unknown calls such a function and looks at the names of its parameters to tell what it wants. Only names that
begin with a dollar sign and that rows speak of (`any.$location`) are taken for that.
"""

from __future__ import annotations

from reviewer.javascript import syntax as s
from reviewer.javascript.linking import Linker

_MARK = "$"


def give_by_name(linker: Linker) -> None:
    """What nobody was seen to hand over is what its name says."""
    graph = linker.graph
    for function in graph.functions:
        for param in function.params:
            origin = graph.origin[param]
            if not isinstance(origin, s.Identifier) or not origin.name.startswith(_MARK) or linker.tokens(param):
                continue
            place = linker.places.of_any(origin.name)
            if place is not None and not place.is_any:
                linker.introduce(param, place)
