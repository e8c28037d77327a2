"""Jobs that do not need one another -> their results in order, done by this process and others of the same computer.

Which process does a job never shows in its result. The others are begun only where there is enough to do for them:
each takes most of a second to start. What one of them leaves undone, because it was killed, is done here.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Any, Generic, TypeVar

from reviewer.record import thing

_R = TypeVar("_R")
_R_co = TypeVar("_R_co", covariant=True)

_WORTH_IT = 200_000
"""Characters that others would have to take over: about two seconds' work."""
_ROOM = 2_000_000
"""Characters that may be in work at the same time: each takes some 700 bytes of memory."""
_MOST = 3


@thing
class Job(Generic[_R_co]):
    """Something to do: `here` does it; elsewhere `there` does it with what is `given`, which is made only then, and
    `back` reads what it sent.

    `size` is in characters that have to be followed, so many as take the same time.
    """

    size: int
    here: Callable[[], _R_co]
    there: Callable[..., bytes]
    given: Callable[[], tuple[Any, ...]]
    back: Callable[[bytes], _R_co]


class Pool:
    """As many other processes as there are processors left, to a limit; none where `others` is 0."""

    def __init__(self, others: int) -> None:
        self._others = others

    def results(self, jobs: Sequence[Job[_R]]) -> list[_R]:
        """The result of each job; raises what a job raises.

        The others begin with the largest jobs, this process with the smallest.
        """
        order = sorted(range(len(jobs)), key=lambda number: (-jobs[number].size, number))
        others = min(self._others, len(jobs) - 1, _fitting([jobs[number].size for number in order]) - 1)
        if others < 1 or sum(jobs[number].size for number in order[1:]) < _WORTH_IT:
            return [job.here() for job in jobs]
        with ProcessPoolExecutor(others, get_context("spawn"), gc.disable) as executor:
            try:
                futures = _submitted(executor, jobs, order)
                done = {n: jobs[n].here() for n in reversed(order) if n not in futures or futures[n].cancel()}
                return [done[n] if n in done else _taken(job, futures[n]) for n, job in enumerate(jobs)]
            finally:
                executor.shutdown(wait=False, cancel_futures=True)


ALONE = Pool(0)
"""No other process."""


def processors() -> int:
    """How many processors this process may use beside the one it has, to a limit."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(usable - 1, _MOST)


def _fitting(sizes: Sequence[int]) -> int:
    """How many of the largest jobs may be in work at once."""
    total, count = 0, 0
    for size in sizes:
        total += size
        count += total <= _ROOM
    return count


def _submitted(
    executor: ProcessPoolExecutor, jobs: Sequence[Job[_R]], order: Sequence[int]
) -> dict[int, Future[bytes]]:
    """What the others were asked; nothing where the system starts no further process."""
    futures: dict[int, Future[bytes]] = {}
    try:
        for number in order:
            futures[number] = executor.submit(jobs[number].there, *jobs[number].given())
    except (OSError, BrokenProcessPool):
        pass
    return futures


def _taken(job: Job[_R], future: Future[bytes]) -> _R:
    try:
        sent = future.result()
    except BrokenProcessPool:
        return job.here()
    return job.back(sent)
