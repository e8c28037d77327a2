"""How much a call does, counted and not timed: a busy machine must not fail a test."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType


def calls(function: Callable[[], object]) -> int:
    """The number of functions, Python's and C's, that are called while `function` runs."""
    count = 0

    def counted(_frame: FrameType, event: str, _value: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        function()
    finally:
        sys.setprofile(before)
    return count


def doubled(function: Callable[[int], object], size: int) -> float:
    """How many times as much twice the size is: about 2 where the work grows in step with it."""
    return calls(lambda: function(2 * size)) / calls(lambda: function(size))
