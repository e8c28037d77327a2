"""The language's own functions as linking looks them up: by name, and by the kind of thing a method is called on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from reviewer.javascript.graph import CallSite, ObjectToken, Token
from reviewer.javascript.places import Place
from reviewer.record import value

if TYPE_CHECKING:
    from reviewer.javascript.linking import Linker

Native = Callable[["Linker", CallSite], None]
"""What a built-in function does to the graph when it is called."""


@value
class Natives:
    """The language's own functions by name: methods of objects nothing is known of, of objects of a known kind, of
    functions, and paths below the global object; behaviours that rows name; the functions that get and set a property
    of a name; and what happens when a proxy is called.
    """

    of_objects: Mapping[str, Native]
    of_kinds: Mapping[str, Mapping[str, Native]]
    of_functions: Mapping[str, Native]
    of_global: Mapping[str, Native]
    behaviours: Mapping[str, Native]
    of_properties: Mapping[str, Callable[[str], Native]]
    called: Callable[[Linker, CallSite, ObjectToken], None]

    def method(self, name: str) -> Native:
        """What a native token does: `push`, `map get` for one that only an object of a kind has, `setter title`."""
        kind, _, key = name.rpartition(" ")
        if kind in self.of_properties:
            return self.of_properties[kind](key)
        return self.of_kinds[kind][key] if kind else self.of_functions.get(name) or self.of_objects[name]

    def found(self, token: Token, key: str) -> str | None:
        """The name of the built-in method that something has under a key."""
        match token:
            case ObjectToken():
                methods = self.of_kinds.get(token.kind, self.of_objects)
                shared = methods.get(key) is self.of_objects.get(key)
                return None if key not in methods else key if shared else f"{token.kind} {key}"
            case Place():
                return key if key in self.of_objects or key in self.of_functions else None
            case _:
                return key if key in self.of_functions else None
