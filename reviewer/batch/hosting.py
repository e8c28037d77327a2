"""Threads that wait, and beside each a host program that works: a task goes in, how each of its places ended comes out.

The same function serves the threads of this process and those of a Dask worker. A host that dies is replaced, and what
it had in hand is tried once more by itself; other hosts do not notice.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from reviewer.batch.charge import Charge, Limits, Outcome, Task
from reviewer.errors import ReviewerError
from reviewer.text import Text

_GRACE = 30.0
_TRIES = 2
_DIED, STOPPED = "died", "stopped"


class Hosts:
    """The hosts of one batch beside the threads of this process; as many as threads ask at once."""

    def __init__(self, charge: Charge) -> None:
        self._charge = charge
        self._idle: list[_Host] = []
        self._all: set[_Host] = set()
        self._lock = threading.Lock()
        self._closed = False

    def attend(self, task: Task) -> tuple[Outcome, ...]:
        """How each place of the task ended; none is missing. ReviewerError after `close`."""
        if task.ahead:
            self._asked(task)  # whatever comes of it: each review asks again for what it lacks
            return ()
        done: list[Outcome] = []
        left = task
        for turn in range(_TRIES):
            said = self._asked(left)
            done += said.outcomes
            reached = {outcome.place for outcome in done}
            left = replace(task, places=tuple(place for place in task.places if place not in reached))
            if not left.places:
                return tuple(done)
            # Only what may go better is tried again: a host that died, perhaps of another's memory.
            if said.trouble.kind != _DIED or turn + 1 == _TRIES:
                return (
                    *done,
                    *(
                        Outcome(place, None, said.trouble.words, said.seconds, said.trouble.kind == STOPPED)
                        for place in left.places
                    ),
                )
        return tuple(done)

    def close(self) -> None:
        """End all hosts, and what they are doing."""
        with self._lock:
            self._closed = True
            hosts = list(self._all)
        for host in hosts:
            host.end()

    def _asked(self, task: Task) -> _Said:
        host = self._taken()
        try:
            said = host.ask(task, self._charge.limits)
        finally:
            self._given_back(host)
        return said

    def _taken(self) -> _Host:
        with self._lock:
            while self._idle:
                host = self._idle.pop()
                if host.is_there:
                    return host
                self._all.discard(host)
            if self._closed:
                raise ReviewerError(Text(ja="中断しました。", en="Interrupted."))
            host = _Host(self._charge)
            self._all.add(host)
            return host

    def _given_back(self, host: _Host) -> None:
        with self._lock:
            if host.is_there and not self._closed:
                self._idle.append(host)
            else:
                self._all.discard(host)
        if host not in self._all:
            host.end()


@cache
def hosts(charge: Charge) -> Hosts:
    """The hosts of a batch in this process: they outlive a task, so that rules are read once and not for each."""
    return Hosts(charge)


def attend(charge: str, task: str) -> tuple[Outcome, ...]:
    """What every executor is given: a charge and a task as lines -> how each place ended."""
    return hosts(Charge.read(charge)).attend(Task.read(task))


class _Trouble:
    """Why a task, or a part of it, did not end well."""

    __slots__ = ("kind", "words")

    def __init__(self, kind: str, words: Text) -> None:
        self.kind = kind
        self.words = words


class _Said:
    """What a host said of a task."""

    __slots__ = ("outcomes", "seconds", "trouble")

    def __init__(self, outcomes: list[Outcome], trouble: _Trouble, seconds: float) -> None:
        self.outcomes = outcomes
        self.trouble = trouble
        self.seconds = seconds


class _Host:
    """One host program. Used by one thread at a time."""

    def __init__(self, charge: Charge) -> None:
        # -P: what lies in the current folder is no module of ours. The package is found where this one was.
        above = str(Path(__file__).resolve().parents[2])
        path = os.pathsep.join(filter(None, (above, os.environ.get("PYTHONPATH", ""))))
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "reviewer.batch.host"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for the one who asks, who then lets go
            env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
        )
        self._charge = charge
        self._is_told = False

    @property
    def is_there(self) -> bool:
        """Whether it can be asked again."""
        return self._process.poll() is None

    def end(self) -> None:
        """End it by letting go; it ends what it does."""
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except (OSError, ValueError):
                    continue
        try:
            self._process.wait(timeout=_GRACE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def ask(self, task: Task, limits: Limits) -> _Said:
        """What it says of a task; it is ended where it says nothing for longer than the limits allow it to."""
        start = time.monotonic()
        outcomes: list[Outcome] = []
        reason: Text | None = None
        kind = ""
        for said in self._answers(task, limits.clock_seconds + _GRACE):
            match said:
                case {"place": str(place), "verdict": str(verdict), "seconds": float() | int() as seconds}:
                    outcomes.append(Outcome(place, verdict, None, float(seconds)))
                case {"refused": [str(ja), str(en)]}:
                    reason = Text(ja=ja, en=en)
                case {"unwritten": str(why)}:
                    reason, kind = unwritable(self._charge.out, why), STOPPED
                case {"stopped": [str(ja), str(en)]}:
                    reason, kind = Text(ja=ja, en=en), STOPPED
                case {"broken": str(how)}:
                    reason = _broken(how)
                case {"end": str(end), "code": int(code)}:
                    words = reason or _ended(end, code, limits)
                    return _Said(outcomes, _Trouble(kind or end, words), time.monotonic() - start)
        return _Said(outcomes, _Trouble(_DIED, reason or _LOST), time.monotonic() - start)

    def _answers(self, task: Task, seconds: float) -> Iterator[Any]:
        """Its lines until it has said how the task ended, or is no more."""
        told = "" if self._is_told else f"{self._charge.line()}\n"
        self._is_told = True
        into, out = self._process.stdin, self._process.stdout
        if into is None or out is None:
            return
        try:
            into.write(f"{told}{task.line()}\n".encode())
            into.flush()
            while True:
                timer = threading.Timer(seconds, self._process.kill)
                timer.start()
                try:
                    line = out.readline()
                finally:
                    timer.cancel()
                if not line.endswith(b"\n"):
                    return
                said = json.loads(line)
                yield said
                if "end" in said:
                    return
        except (OSError, ValueError):  # it is gone, or was let go by another thread
            return


_LOST = Text(
    ja="審査するプログラムが、結果を言わずに2度止まりました(強制終了、またはメモリー不足)。--workers を減らすか、"
    "メモリーを空けて、もう一度実行してください。",
    en="The program that reviews it ended twice without a word (killed, or out of memory). Run again with fewer "
    "--workers or more free memory.",
)
_ENDS: Final = MappingProxyType(
    {
        "time": Text(
            ja="計算時間が制限({seconds:.0f}秒)を超えたため打ち切りました。--seconds を増やすか、生成前のコードを"
            "提出してもらってください。",
            en="Broken off: it took more than {seconds:.0f} seconds of computing. Raise --seconds, or ask for the code "
            "it was generated from.",
        ),
        "clock": Text(
            ja="{clock:.0f}秒たっても終わらないため打ち切りました。空いているときにもう一度実行するか、--seconds を"
            "増やしてください。",
            en="Broken off: not done after {clock:.0f} seconds by the clock. Run again when the machine is less busy, "
            "or raise --seconds.",
        ),
        "memory": Text(
            ja="メモリーが制限({memory:,}MiB)を超えたため打ち切りました。--memory を増やすか、生成前のコードを提出して"
            "もらってください。",
            en="Broken off: it needs more than {memory:,} MiB of memory. Raise --memory, or ask for the code it was "
            "generated from.",
        ),
        "crash": Text(
            ja="審査が途中で異常終了しました(終了コード {code})。人が読んで確かめ、道具の作成者に知らせてください。",
            en="The review crashed (exit status {code}). Have a person read it, and tell the makers of the tool.",
        ),
        "done": Text(
            ja="審査が結果を残さずに終わりました。もう一度実行してください。",
            en="The review ended without a result. Run again.",
        ),
    }
)


def _ended(kind: str, code: int, limits: Limits) -> Text:
    words = _ENDS[kind]
    numbers = {
        "seconds": limits.seconds,
        "clock": limits.clock_seconds,
        "memory": limits.memory // (1024 * 1024),
        "code": code,
    }
    return Text(ja=words.ja.format(**numbers), en=words.en.format(**numbers))


def _broken(how: str) -> Text:
    last = how.strip().splitlines()[-1][:200]
    return Text(
        ja=f"道具の誤りで審査できませんでした({last})。人が読んで確かめ、道具の作成者に知らせてください。",
        en=f"A fault of the tool ended the review ({last}). Have a person read it, and tell the makers of the tool.",
    )


def unwritable(out: str, why: str) -> Text:
    """What is said where results cannot be written."""
    return Text(
        ja=f"{out} に書き込めません({why})。ここまでの結果は残っています。空きを作るなどしてから、同じコマンドを"
        "もう一度実行すると、続きから始めます。",
        en=f"Cannot write to {out} ({why}). What was done so far is kept: make room, run the same command again, "
        "and it goes on from there.",
    )
