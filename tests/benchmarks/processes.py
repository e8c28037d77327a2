"""A command -> what a whole process of it cost: wall-clock time, processor time and peak memory.

The system counts for a process that has ended, so a child is measured with all that it started and waited for: times
are added up, the peak is that of the largest single process. Linux counts a child's peak from the fork on, hence the
process that measures must stay small: nothing here or in the modules beside it that measure imports the reviewer.
"""

from __future__ import annotations

import os
import re
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Event, Thread, Timer

LONGEST_SECONDS = 6 * 3_600.0
_PEAK = re.compile(r"^VmHWM:\s+(\d+) kB", re.MULTILINE)
_BYTES_PER_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Command:
    """How a process is started, in its own `folder`.

    `output` is the file that it must write, and `accepted` are exit statuses of work that was done. What it says goes
    into `log`, which is beside the output if not told.
    """

    words: Sequence[str]
    folder: Path
    environment: Mapping[str, str]
    output: Path
    accepted: frozenset[int]
    log: Path | None = None


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: seconds by the clock and of processors, and bytes.

    `peak` is that of the largest process it consisted of; `first` that of the one that was started, without those which
    it started in turn, and 0 where the system does not tell while it runs (all but Linux).
    """

    seconds: float
    processor: float
    peak: int
    first: int

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
        first=int(statistics.median(run.first for run in runs)),
    )


def _once(command: Command) -> Cost:
    command.output.unlink(missing_ok=True)
    log_file = command.log or command.output.with_name("log.txt")
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
        watcher = _Watcher(process.pid)
        watcher.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            _stop(process.pid)
            raise
        finally:
            timer.cancel()
            watcher.ended.set()
        seconds = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in command.accepted or not command.output.is_file():
        said = log_file.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        raise FailedError(f"exit status {process.returncode}: {' | '.join(said[-3:])[-400:]}")
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _BYTES_PER_UNIT, watcher.peak)


class _Watcher(Thread):
    """Reads a process's own peak as long as it runs: the system forgets it when the process ends."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.ended = Event()
        self.peak = 0
        self._status = Path(f"/proc/{process}/status")

    def run(self) -> None:
        """The last reading is that of at most a twentieth of a second before the end."""
        while not self.ended.wait(0.05):
            try:
                text = self._status.read_text(encoding="ascii", errors="replace")
            except OSError:
                return
            peak = _PEAK.search(text)
            self.peak = int(peak.group(1)) * 1024 if peak else self.peak


def _stop(group: int) -> None:
    with suppress(ProcessLookupError):
        os.killpg(group, signal.SIGKILL)
