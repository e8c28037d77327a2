"""One task in a process of its own, within limits: however it ends, that is told, and nothing of it is left running.

A process is forked, so that rules are not read again for each submission; `can_fork` says where that is safe.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import select
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import NoReturn

from reviewer.batch.charge import Limits, Task
from reviewer.batch.result import UnwrittenError
from reviewer.batch.work import Desk, ask_ahead, carry_out
from reviewer.errors import ReviewerError

Message = dict[str, object]
_MEMORY_STATUS = 70
_WATCH_SECONDS = 0.1


class End(StrEnum):
    """How a process ended, beside having said everything it had to say."""

    DONE = "done"
    TIME = "time"
    CLOCK = "clock"
    MEMORY = "memory"
    CRASH = "crash"


class LetGoError(Exception):
    """Nobody waits for an answer any more."""


def can_fork() -> bool:
    """Whether this process can be copied: on POSIX, and with one thread, as others would be missing in the copy."""
    return hasattr(os, "fork") and threading.active_count() == 1


def messages(desk: Desk, task: Task, begin: Callable[[], None]) -> Iterator[Message]:
    """What is to be said of a task: a message for each place that is done, or one why it cannot be.

    This is the one place where an error of ours is caught: it becomes a failed entry of this submission.
    """
    try:
        if task.ahead:
            ask_ahead(desk, task)
        else:
            for place, verdict, seconds in carry_out(desk, task, begin):
                yield {"place": place, "verdict": verdict, "seconds": seconds}
    except ReviewerError as error:
        yield {"refused": [error.message.ja, error.message.en]}
    except UnwrittenError as error:
        yield {"unwritten": str(error)}
    except MemoryError:
        raise
    except Exception:
        yield {"broken": traceback.format_exc(limit=-3)}


def apart(desk: Desk, task: Task, leash: int) -> Iterator[Message]:
    """The messages of a task that runs in a process of its own, and last how that ended.

    `leash` is a file descriptor that becomes readable when nobody waits any more: then `LetGoError`.
    """
    limits = desk.charge.limits
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        _be_the_child(desk, task, reader, writer)
    os.close(writer)
    end: End | None = None
    is_over = False
    try:
        with os.fdopen(reader, "rb", buffering=0) as stream:
            rest = b""
            until = time.monotonic() + limits.clock_seconds
            while not is_over and end is None:
                ready, _, _ = select.select([reader, leash], [], [], max(0.0, until - time.monotonic()))
                if leash in ready:
                    raise LetGoError
                data = stream.read(65536) if ready else b""
                is_over = bool(ready) and not data
                end = None if ready else End.CLOCK
                *lines, rest = (rest + (data or b"")).split(b"\n")
                for line in lines:
                    until = time.monotonic() + limits.clock_seconds
                    yield json.loads(line)
    finally:
        if not is_over:
            _kill(child)
        _, status = os.waitpid(child, 0)
        _kill_group(child)  # whatever the process had started
    yield _ended(end, os.waitstatus_to_exitcode(status))


def _kill(child: int) -> None:
    os.kill(child, signal.SIGKILL)
    _kill_group(child)


def _kill_group(child: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):  # it may have none yet, or be gone
        os.killpg(child, signal.SIGKILL)


def _ended(end: End | None, code: int) -> Message:
    if end is None:
        known = {0: End.DONE, _MEMORY_STATUS: End.MEMORY, -getattr(signal, "SIGXCPU", 0): End.TIME}
        end = known.get(code, End.CRASH)
    return {"end": end.value, "code": code}


def _be_the_child(desk: Desk, task: Task, reader: int, writer: int) -> NoReturn:
    status = 1
    try:
        os.setsid()
        os.close(reader)
        gc.disable()  # everything lives to the end, which is near
        limits = desk.charge.limits
        confine(limits)
        for message in messages(desk, task, lambda: allow(limits)):
            os.write(writer, json.dumps(message).encode() + b"\n")
        status = 0
    except MemoryError:
        status = _MEMORY_STATUS
    finally:
        os._exit(status)


def confine(limits: Limits) -> None:
    """Bounds on this process: its memory; no core file. Where the system does not hold the bound, a thread watches."""
    import resource  # noqa: PLC0415 - POSIX alone

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    else:
        threading.Thread(target=watch, args=(limits.memory,), daemon=True).start()


def allow(limits: Limits) -> None:
    """So many seconds of computing from now on."""
    import resource  # noqa: PLC0415 - POSIX alone

    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime + limits.seconds) + 1
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (until if hard == resource.RLIM_INFINITY else min(until, hard), hard))


def watch(memory: int) -> None:
    """End this process when it has taken more memory than that."""
    import resource  # noqa: PLC0415 - POSIX alone

    unit = 1 if sys.platform == "darwin" else 1024
    while resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit <= memory:
        time.sleep(_WATCH_SECONDS)
    os._exit(_MEMORY_STATUS)
