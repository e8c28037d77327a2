"""Attributes of templates that code gives a meaning (`v-rich="memo.text"`) -> calls of the functions that do it.

Details of rows: `handles` is the argument of a call that is such a function, or an object of them, known from now on by
the constant at `name`; a property of a description whose `forms` is `=handlers` holds some by their names. They are
called with the element and an object that has the attribute's value in the property that `under` names. In templates
their names stand behind what the detail `prefixed` of the template says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.javascript.carrying import call_of, reached
from reviewer.javascript.constants import Text
from reviewer.javascript.graph import CallSite, ObjectToken
from reviewer.javascript.markup_templates import prefixed, spelled
from reviewer.javascript.spreading import properties
from reviewer.javascript.template_values import Shown, named_by

if TYPE_CHECKING:
    from reviewer.javascript.linking import Linker


@dataclass(frozen=True, slots=True)
class _Handler:
    """Where the functions of an attribute stand, the call that made them known, and where they find the value."""

    functions: int
    call: CallSite
    under: str


class OwnAttributes:
    """The functions of attributes by the names of these, and the attributes that templates have."""

    def __init__(self, linker: Linker) -> None:
        self._linker = linker
        self._handlers: dict[str, list[_Handler]] = {}
        self._uses: dict[str, list[tuple[Shown, str]]] = {}

    def note(self, call: CallSite, detail: Mapping[str, str]) -> None:
        """A call whose row says that it makes functions of an attribute known."""
        functions, name = reached(self._linker, call, detail["handles"]), reached(self._linker, call, detail["name"])
        known = None if name is None else self._linker.graph.constants.get(name)
        if functions is not None and isinstance(known, Text):
            self.name(known.value, functions, call, detail)

    def name(self, name: str, functions: int, call: CallSite, detail: Mapping[str, str]) -> None:
        """From now on the functions at a node are those of the attribute of this name."""
        handler = _Handler(functions, call, detail.get("under", "=").removeprefix("="))
        self._handlers.setdefault(spelled(name), []).append(handler)
        for element, value in tuple(self._uses.get(spelled(name), ())):
            self._handle(element, value, handler)

    def use(self, element: Shown, prefix: str) -> None:
        """An element of a template: its attributes behind this prefix."""
        for name, value in prefixed(element.attributes, prefix):
            self._uses.setdefault(spelled(name), []).append((element, value))
            for handler in tuple(self._handlers.get(spelled(name), ())):
                self._handle(element, value, handler)

    def _handle(self, element: Shown, value: str, handler: _Handler) -> None:
        linker = self._linker
        home = element.user.home
        given, tag = linker.fresh(home), linker.fresh(home)
        token = ObjectToken("object", given)
        linker.introduce(given, token)
        named_by(linker, element, value, linker.field(token, handler.under, home))

        def call(_: str | None, function: int) -> None:
            linker.call(call_of(linker, handler.call, function, -1, (tag, given)))

        call(None, handler.functions)
        properties(linker, handler.functions, call)
