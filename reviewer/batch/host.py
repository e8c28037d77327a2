"""A program that reads rules once and then works off tasks, each in a process of its own: one line in, lines out.

    python -m reviewer.batch.host

The first line on standard input is the charge, every further one a task; the end of input ends the program, and with it
whatever it was doing. Where nothing can be forked it works off one task itself, and ends.
"""

from __future__ import annotations

import gc
import json
import os
import select
from collections.abc import Iterator

from reviewer.batch.charge import Charge, Task
from reviewer.batch.isolation import End, LetGoError, Message, apart, can_fork, messages
from reviewer.batch.work import Desk
from reviewer.errors import ReviewerError

_INPUT = 0
_IDLE_SECONDS = 300.0


def run() -> None:
    """Work until nobody asks any more."""
    # What is said on standard output is for the one who asks: nothing else may get there.
    voice = os.dup(1)
    os.dup2(2, 1)
    lines = _lines()
    try:
        desk = Desk.of(Charge.read(next(lines)))
    except StopIteration:
        return
    except ReviewerError as error:
        _say(voice, {"stopped": [error.message.ja, error.message.en]})
        _say(voice, {"end": End.CRASH.value, "code": 0})
        return
    gc.collect()
    gc.freeze()  # what was read stays, and is shared with the copies of this process as long as nobody counts it
    forks = can_fork()
    try:
        for line in lines:
            task = Task.read(line)
            if forks:
                for message in apart(desk, task, _INPUT):
                    _say(voice, message)
                continue
            for message in messages(desk, task, lambda: None):
                _say(voice, message)
            _say(voice, {"end": End.DONE.value, "code": 0})
            return
    except (LetGoError, BrokenPipeError):
        return


def _say(voice: int, message: Message) -> None:
    data = json.dumps(message).encode() + b"\n"
    while data:
        data = data[os.write(voice, data) :]


def _lines() -> Iterator[str]:
    """Whole lines of standard input, unbuffered, so that its end is seen while a task runs; long silence is an end."""
    rest = b""
    while True:
        line, end, more = rest.partition(b"\n")
        if end:
            rest = more
            yield line.decode("utf-8")
            continue
        if os.name != "nt" and not select.select([_INPUT], [], [], _IDLE_SECONDS)[0]:
            return
        data = os.read(_INPUT, 65536)
        if not data:
            return
        rest += data


if __name__ == "__main__":
    run()
