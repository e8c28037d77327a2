"""Which copy of a function's variables a name means, where the function is drawn more than once."""

from __future__ import annotations

from dataclasses import dataclass, field

from reviewer.javascript.scopes import Scope, Variable


@dataclass(slots=True, eq=False)
class Frame:
    """The variable nodes of one drawing of a function; what is not declared inside the function is found `around`.

    `scope` is the function's own scope, None for the frame of the page, which holds all that is drawn once.
    """

    scope: Scope | None
    around: Frame | None
    nodes: dict[Variable, int] = field(default_factory=dict)
    _inside: dict[Variable, bool] = field(default_factory=dict)

    def of(self, variable: Variable) -> Frame:
        """The frame that a variable belongs to."""
        frame = self
        while frame.around is not None and not frame._declares(variable):
            frame = frame.around
        return frame

    def _declares(self, variable: Variable) -> bool:
        known = self._inside.get(variable)
        if known is None:
            at: Scope | None = variable.scope
            while at is not None and at is not self.scope:
                at = at.parent
            known = self._inside[variable] = at is not None
        return known
