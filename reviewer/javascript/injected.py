"""Functions that nobody was seen to call -> what their parameters are, going by what they are called.

A file that is reviewed by itself holds functions for others to call: `export const show = (record) => ...`. Which
names tell what is handed over, rows say (`given.record`); that holds for functions that other files can know, which
stand in no other function and belong to no object. AngularJS does call functions by the names of parameters: those that
begin with a dollar sign are what rows say of properties of that name (`any.$location`).
"""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.javascript import syntax as s
from reviewer.javascript.definitions import key_name
from reviewer.javascript.graph import FunctionToken
from reviewer.javascript.linking import Linker
from reviewer.javascript.places import Place

_MARK = "$"


def give_by_name(linker: Linker) -> None:
    """What nobody was seen to hand over is what its name says."""
    found = list(_for_others(linker))
    for param, place in _marked(linker):
        linker.introduce(param, place)
    parts = {part for _, part, _ in found if part is not None}
    handed_on = linker.graph.value_sources() if found else {}
    taken = {
        (access.base, access.key): access.value
        for access in (linker.graph.accesses if parts else ())
        if access.key in parts and not access.writes
    }
    for param, part, place in found:
        node = param if part is None else taken.get((param, part), -1)
        if node >= 0 and not handed_on.get(param):
            linker.introduce(node, place)
            linker.graph.guessed.add(node)


def _marked(linker: Linker) -> Iterator[tuple[int, Place]]:
    """Parameters with names that a framework goes by."""
    for function in linker.graph.functions:
        for param in function.params:
            origin = linker.graph.origin[param]
            if isinstance(origin, s.Identifier) and origin.name.startswith(_MARK) and not linker.tokens(param):
                place = linker.places.of_any(origin.name)
                if place is not None and not place.is_any:
                    yield param, place


def _for_others(linker: Linker) -> Iterator[tuple[int, str | None, Place]]:
    """Parameters with telling names, and those of which a property with such a name is taken out at once."""
    places = linker.places
    for function in linker.graph.functions if places.gives else ():
        for param in function.params if _is_known_outside(function) else ():
            if linker.tokens(param):
                continue
            match linker.graph.origin[param]:
                case s.Identifier(name=name):
                    names: list[tuple[str, str | None]] = [(name, None)]
                case s.ObjectPattern(properties=properties):
                    keys = (
                        key_name(each.key, computed=each.computed)
                        for each in properties
                        if isinstance(each, s.Property)
                    )
                    names = [(key, key) for key in keys if key is not None]
                case _:
                    continue
            for name, part in names:
                place = places.of_given(name)
                if place is not None:
                    yield param, part, place


def _is_known_outside(function: FunctionToken) -> bool:
    return function.parent is None and function.closure.owner < 0
