"""Stages of the reviewer -> the functions of it that are timed: the one place to adapt when these move.

Time inside a timed function counts for the innermost stage, so stages add up. A function that is no longer there is
named as not found, and its time counts for the stage around it. What no stage holds (starting Python, imports, ending)
is the rest of the process. Time is processor time, which other work on the machine disturbs least.
"""

from __future__ import annotations

import importlib
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

_ANALYSIS = "reviewer.javascript.analysis"
_JOBS = "reviewer.javascript.jobs"
_PARSING = "reviewer.javascript.parsing"
_PIPELINE = "reviewer.pipeline"

HOOKS: tuple[tuple[str, str, str], ...] = (
    ("rulebook", "reviewer.rulebook.loading", "load"),
    ("intake", "reviewer.intake", "read"),
    ("parse (tree-sitter)", _PARSING, "_tree"),
    ("lower", _PARSING, "_lowered"),
    ("strict witness", _JOBS, "testimony"),
    ("knowledge", _JOBS, "prepare"),
    ("facts: scopes", _ANALYSIS, "analyse_scopes"),
    ("facts: graph", _ANALYSIS, "Builder.run"),
    ("facts: linking", _ANALYSIS, "Linker.__init__"),
    ("facts: linking", _ANALYSIS, "resolve"),
    ("facts: folding, uses", _ANALYSIS, "Folder.__init__"),
    ("facts: folding, uses", _ANALYSIS, "Uses.__init__"),
    ("facts: folding, uses", _ANALYSIS, "Uses.usages"),
    ("facts: flows", _ANALYSIS, "FlowFinder.__init__"),
    ("facts: flows", _ANALYSIS, "FlowFinder.searches"),
    ("facts: as values", _JOBS, "analyse"),
    ("dossier", _PIPELINE, "survey"),
    ("report", "reviewer.report", "render"),
)
"""(stage, module, name in it). A name is patched where it is called from; the order is that of the table printed."""

_ENGINES = "ENGINES"
_BYTES_PER_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(slots=True)
class Stage:
    """What one stage took: seconds of processor time, calls, and by how much the process's peak memory grew in it."""

    seconds: float = 0.0
    calls: int = 0
    grown: int = 0


@dataclass(slots=True)
class Stopwatch:
    """Times and memory by stage, with the stages that are running, the innermost last."""

    stages: dict[str, Stage] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    _running: list[str] = field(default_factory=list)
    _since: float = 0.0
    _peak: int = 0

    def as_json(self) -> Mapping[str, object]:
        """For the process that measures."""
        stages = {
            name: {"seconds": stage.seconds, "calls": stage.calls, "grown": stage.grown}
            for name, stage in self.stages.items()
            if stage.calls
        }
        return {"stages": stages, "missing": self.missing}

    @contextmanager
    def inside(self, name: str, *, again: bool = False) -> Iterator[None]:
        """Counts for that stage until it is left or an inner one entered; `again`: the call was counted before."""
        if threading.current_thread() is not threading.main_thread():
            # An engine that runs beside the others: what it takes counts for the stage that runs meanwhile.
            yield
            return
        self._settle()
        if not again and name not in self._running:
            self.stages[name].calls += 1
        self._running.append(name)
        try:
            yield
        finally:
            self._settle()
            self._running.pop()

    def _settle(self) -> None:
        """Book what was used since the last time for the stage that is running."""
        now, peak = time.process_time(), _peak()
        if self._running:
            stage = self.stages[self._running[-1]]
            stage.seconds += now - self._since
            stage.grown += peak - self._peak
        self._since, self._peak = now, peak


def _peak() -> int:
    """Bytes that this process has held at most so far."""
    import resource  # not on Windows, where the table of stages is still read by a test

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _BYTES_PER_UNIT


def timed() -> Stopwatch:
    """The watch that from now on runs while the reviewer works in this process."""
    watch = Stopwatch()
    for stage, module, name in HOOKS:
        watch.stages.setdefault(stage, Stage())
        found = place(module, name)
        if found is None:
            watch.missing.append(f"{module}.{name}")
        else:
            setattr(*found, _watched(watch, stage, getattr(*found)))
    pipeline = importlib.import_module(_PIPELINE)
    engines = []
    for engine in getattr(pipeline, _ENGINES):
        stage = f"engine: {engine.name}"
        watch.stages[stage] = Stage()
        engines.append(replace(engine, run=_watched(watch, stage, engine.run)))
    setattr(pipeline, _ENGINES, tuple(engines))
    return watch


def place(module: str, name: str) -> tuple[object, str] | None:
    """The module or class that holds a function, and its name there; None where there is no such function."""
    *holders, last = name.split(".")
    try:
        holder: object = importlib.import_module(module)
        for each in holders:
            holder = getattr(holder, each)
    except (ImportError, AttributeError):
        return None
    return (holder, last) if callable(getattr(holder, last, None)) else None


def _watched(watch: Stopwatch, stage: str, function: Callable[..., object]) -> Callable[..., object]:
    """The same function, timed; one that yields is timed while it is asked for the next."""

    def call(*arguments: object, **named: object) -> object:
        with watch.inside(stage):
            result = function(*arguments, **named)
        return _each(watch, stage, result) if isinstance(result, Iterator) else result

    return call


def _each(watch: Stopwatch, stage: str, items: Iterator[object]) -> Iterator[object]:
    while True:
        with watch.inside(stage, again=True):
            try:
                item = next(items)
            except StopIteration:
                return
        yield item
