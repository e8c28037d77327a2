"""A command -> what a whole process of it cost: wall-clock time, processor time and peak memory.

The system counts for a process that has ended, so a child is measured with all that it started and waited for: times
are added up, the peak is that of the largest single process. Linux counts a child's peak from the fork on, hence the
process that measures must stay small: nothing here or in the modules beside it that measure imports the reviewer.
"""

from __future__ import annotations

import os
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Timer

LONGEST_SECONDS = 3_600.0
_BYTES_PER_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Command:
    """How a process is started, in its own `folder`.

    `output` is the file that it must write, and `accepted` are exit statuses of work that was done.
    """

    words: Sequence[str]
    folder: Path
    environment: Mapping[str, str]
    output: Path
    accepted: frozenset[int]


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: seconds by the clock and of processors, and bytes."""

    seconds: float
    processor: float
    peak: int

    def as_json(self) -> Mapping[str, float]:
        """For a file of results."""
        return asdict(self)


class FailedError(Exception):
    """The process did not do its work; says how it ended and the last of what it said."""


def cost(command: Command, *, repeat: int = 1) -> Cost:
    """The median of that many runs, each quantity by itself; raises `FailedError`."""
    runs = [_once(command) for _ in range(repeat)]
    return Cost(
        seconds=statistics.median(run.seconds for run in runs),
        processor=statistics.median(run.processor for run in runs),
        peak=int(statistics.median(run.peak for run in runs)),
    )


def _once(command: Command) -> Cost:
    command.output.unlink(missing_ok=True)
    log_file = command.output.with_name("log.txt")
    with log_file.open("wb") as log:
        begin = time.perf_counter()
        process = subprocess.Popen(
            command.words,
            cwd=command.folder,
            env=command.environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        timer = Timer(LONGEST_SECONDS, _stop, [process.pid])
        timer.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            _stop(process.pid)
            raise
        finally:
            timer.cancel()
        seconds = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in command.accepted or not command.output.is_file():
        said = log_file.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        raise FailedError(f"exit status {process.returncode}: {' | '.join(said[-3:])[-400:]}")
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _BYTES_PER_UNIT)


def _stop(group: int) -> None:
    with suppress(ProcessLookupError):
        os.killpg(group, signal.SIGKILL)
