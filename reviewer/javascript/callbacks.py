"""Calls that built-in functions make of what they were given, and the methods of functions: call, apply, bind."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reviewer.javascript.graph import PART, BoundToken, CallSite
from reviewer.javascript.linking import Linker
from reviewer.javascript.methods import Native

_MOST = 8
"""How many elements of a list of arguments are passed one by one."""


def virtual(
    linker: Linker,
    call: CallSite,
    callee: int,
    args: tuple[int, ...],
    result: int,
    this: int = -1,
    *,
    apart: bool = False,
    thrown: int | None = None,
) -> None:
    """A call that a built-in function makes of what it was given; `apart` from others that the same call leads to.

    What is thrown in it comes out of the call itself, or arrives at `thrown`.
    """
    linker.call(
        CallSite(
            number=linker.site() if apart else call.number,
            node=call.node,
            script=call.script,
            callee=callee,
            this=this,
            args=args,
            spread=(),
            result=result,
            new=False,
            member=None,
            function=call.function,
            loop=True,
            thrown=call.thrown if thrown is None else thrown,
            depth=call.depth + 1,
        )
    )


def spread_call(linker: Linker, call: CallSite, callee: int, this: int, args: int, *, new: bool = False) -> None:
    """A call whose arguments are the elements of an array."""
    given: list[int] = []
    for index in range(_MOST if args >= 0 else 0):
        item = linker.fresh(call.result)
        linker.read(args, str(index), item)
        linker.graph.edge(args, item, PART)
        given.append(item)
    linker.call(
        CallSite(
            number=call.number,
            node=call.node,
            script=call.script,
            callee=callee,
            this=this,
            args=tuple(given),
            spread=(),
            result=call.result,
            new=new,
            member=None,
            function=call.function,
            loop=call.loop,
            thrown=call.thrown,
            depth=call.depth + 1,
        )
    )


def argument(linker: Linker, call: CallSite, index: int) -> int:
    """The node of an argument; a fresh one, at which nothing stands, where it is not given."""
    return call.args[index] if index < len(call.args) else linker.fresh(call.result)


def _call(linker: Linker, call: CallSite) -> None:
    this, *args = call.args or (linker.fresh(call.result),)
    linker.call(
        CallSite(
            number=call.number,
            node=call.node,
            script=call.script,
            callee=call.this,
            this=this,
            args=tuple(args),
            spread=call.spread,
            result=call.result,
            new=False,
            member=None,
            function=call.function,
            loop=call.loop,
            thrown=call.thrown,
            depth=call.depth + 1,
        )
    )


def _apply(linker: Linker, call: CallSite) -> None:
    spread_call(linker, call, call.this, argument(linker, call, 0), call.args[1] if len(call.args) > 1 else -1)


def _bind(linker: Linker, call: CallSite) -> None:
    linker.introduce(call.result, BoundToken(call.this, argument(linker, call, 0), call.args[1:]))


FUNCTION_METHODS: Mapping[str, Native] = MappingProxyType({"call": _call, "apply": _apply, "bind": _bind})
