"""Classes that an API is told the name of, and the objects that it makes of one by that name (custom elements).

Details of rows: `registers` is the argument that is the class, known from now on by the constant at `name`; `summons`
the argument that names the class of what a call gives. Either may come first. What an object of a class was given as
attributes is read, in a path into arguments, by `attributes`; see `carrying`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reviewer.javascript import keys
from reviewer.javascript.constants import Text
from reviewer.javascript.graph import CallSite, FunctionToken, Token

if TYPE_CHECKING:
    from reviewer.javascript.linking import Linker

ATTRIBUTES = "attributes"
"""In a path: whatever objects of the class there have been given as attributes."""

GIVEN = keys.slot("attributes")
"""The slot of an object that holds the values of its attributes."""


class Registry:
    """Which classes stand under which names."""

    def __init__(self, linker: Linker) -> None:
        self._linker = linker
        self._classes: dict[str, list[int]] = {}
        self._asked: dict[str, list[CallSite]] = {}

    def note(self, call: CallSite, detail: Mapping[str, str]) -> None:
        """A call whose row says that it registers a class, or gives an object of one."""
        if "registers" in detail:
            name, classes = self._name(call, detail.get("name")), _argument(call, detail["registers"])
            if name is not None and classes is not None:
                self._classes.setdefault(name, []).append(classes)
                for asked in tuple(self._asked.get(name, ())):
                    self._make(asked, classes)
        if "summons" in detail:
            name = self._name(call, detail["summons"])
            if name is not None:
                self._asked.setdefault(name, []).append(call)
                for classes in tuple(self._classes.get(name, ())):
                    self._make(call, classes)

    def attributes(self, classes: int, like: int) -> int:
        """The node of what objects of the classes at a node have been given as attributes."""
        linker = self._linker
        values = linker.fresh(like)

        def seen(token: Token) -> None:
            instance = linker.graph.classes.get(token) if isinstance(token, FunctionToken) else None
            if instance is not None:
                linker.read(instance, GIVEN, values)

        linker.each_token(classes, seen)
        return values

    def _name(self, call: CallSite, index: str | None) -> str | None:
        at = None if index is None else _argument(call, index)
        known = None if at is None else self._linker.graph.constants.get(at)
        return known.value if isinstance(known, Text) else None

    def _make(self, asked: CallSite, classes: int) -> None:
        """The call gives an object of the class; within the class only that is `this`, not what the API makes else."""
        linker = self._linker
        made = linker.fresh(asked.result)
        linker.edge(made, asked.result)
        linker.call(
            CallSite(
                number=asked.number,
                node=asked.node,
                script=asked.script,
                callee=classes,
                this=-1,
                args=(),
                spread=(),
                result=made,
                new=True,
                member=None,
                function=asked.function,
                loop=asked.loop,
                depth=asked.depth + 1,
            )
        )


def _argument(call: CallSite, index: str) -> int | None:
    return call.args[int(index)] if index.isdigit() and int(index) < len(call.args) else None
