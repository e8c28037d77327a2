"""A statement -> whether it always leaves the function or loop it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.javascript import syntax as s


def always_leaves(node: s.Node | None) -> bool:
    """Whether what comes behind it in the same function is never reached.

    Asked of a `finally`, whose own `return` or `throw` takes the place of any that came before. `break` and `continue`
    are not counted: where they lead to is not seen here.
    """
    match node:
        case s.ReturnStatement() | s.ThrowStatement():
            return True
        case s.BlockStatement(body=body):
            return _any_leaves(body)
        case s.IfStatement(consequent=one, alternate=other):
            return always_leaves(one) and always_leaves(other)
        case s.TryStatement(block=block, handler=handler, finalizer=finalizer):
            inside = always_leaves(block) and (handler is None or always_leaves(handler.body))
            return inside or always_leaves(finalizer)
        case _:
            return False


def _any_leaves(body: Sequence[s.Node]) -> bool:
    return any(always_leaves(item) for item in body)
