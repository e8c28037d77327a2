"""One use of an API place, and the places in it that data should not reach, as nodes of a linked graph."""

from __future__ import annotations

from collections.abc import Mapping

from reviewer.javascript import syntax as s
from reviewer.javascript.graph import FunctionToken
from reviewer.javascript.places import Place
from reviewer.record import thing
from reviewer.rule import Model


@thing
class Usage:
    """One use before it becomes a fact: `arguments` are nodes; `node` the syntax node it is shown at."""

    place: Place
    access: str
    node: s.Node
    script: int
    function: FunctionToken | None
    loop: bool
    arguments: tuple[int, ...]
    this: int
    value: int


@thing
class Sink:
    """A node that data should not reach: what kind of sink, at which place, of which use."""

    node: int
    kind: str
    place: str
    usage: Usage


def details(usage: Usage) -> tuple[tuple[Model, Mapping[str, str]], ...]:
    """The call rows of a use with their details."""
    return usage.place.details
