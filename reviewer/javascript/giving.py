"""What a model's row says that calling a function does with its arguments -> edges of a graph that is being linked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.javascript.graph import CallSite, ObjectToken, SinkToken
from reviewer.rule import Model

if TYPE_CHECKING:
    from reviewer.javascript.linking import Linker

_GIVES, _COMPONENT, _STATE = "gives", "component", "state"


def apply(linker: Linker, call: CallSite, model: Model) -> None:
    """Link what follows from the details of one row of the function that is called."""
    details = dict(model.detail)
    returned = _argument(call, details.get(_GIVES))
    if returned is not None:
        linker.edge(returned, call.result)
    properties = _argument(call, details.get(_COMPONENT))
    if properties is not None:
        linker.execute(call.args[0], (properties,))
    if _STATE in details:
        _keep(linker, call, _argument(call, details[_STATE]))


def _argument(call: CallSite, index: str | None) -> int | None:
    """The argument that a detail names."""
    is_given = index is not None and index.isdigit() and int(index) < len(call.args)
    return call.args[int(index)] if is_given and index is not None else None


def _keep(linker: Linker, call: CallSite, first: int | None) -> None:
    """The call gives a pair: a value that outlives it, and the function that replaces the value."""
    pair = ObjectToken("array", call.result)
    value = linker.field(pair, "0", call.result)
    if first is not None:
        linker.edge(first, value)
    linker.introduce(linker.field(pair, "1", call.result), SinkToken(value))
    linker.introduce(call.result, pair)
