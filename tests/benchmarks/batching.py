"""How fast a whole store is reviewed, and again, and on two cores, and in how much memory; beside ESLint and Semgrep.

    .venv-tests/bin/python tests/benchmarks/batching.py [--scale S] [--brief] [--only PART,PART] [--json FILE]
                                                        [--keep FOLDER]

The store is made (see `stored`; the first run needs the npm registry): at scale 1, which is assumed, 2,000 submissions
with 20,000 files and 200 MB. Everything is measured in one run of this program: all on that same store, or, with
`--brief`, what is compared with one worker and with other tools on a store of an eighth of the size, where those take
an eighth of the time.

=======  =============================================================================================================
cold     `batch` with two workers into an empty folder of results
again    the same command once more, with nothing changed
memory   the same as `cold` on the smaller store (a fourth; an eighth with `--brief`): how much memory the main process
         and the largest worker need beside those of `cold`
one      `batch` with one worker into another empty folder
peers    `semgrep scan` with our rules in Semgrep's language, and ESLint with its two security plug-ins, on all scripts
=======  =============================================================================================================

All parts run unless some are named; each brings along what it is compared with. Files per second and MB per second are
of all files of the store, read or remembered. Each run is a process from outside (see `processes`): "peak MB" is that
of its largest process, "main MB" that of the process that was started, without its workers (Linux tells it). A MB is
1,000,000 bytes. Ours and ESLint's first run on one small submission, so that neither pays for compiling or a cold
disk. At full scale this takes hours where the machine has other things to do. It is no test: nothing fails by being
slow.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import bundles
import stored
import tables
from bench import say, scratch
from contestants import CHECKOUT, ESLINT, SEMGREP, batch
from goals import Goal
from processes import Command, Cost, FailedError, cost
from stored import Stored

PARTS = ("cold", "again", "one", "memory", "peers")
SMALLER, BRIEF = 0.25, 0.125
AGAIN, TWICE, ROOM = 1 / 20, 1 / 1.7, 1.1
"""What is aimed at: a second run's time, two workers' time, and the main process's memory, as shares of the other's."""
HEAD = (
    "what",
    "submissions",
    "files",
    "MB",
    "wall s",
    "CPU s",
    "files/s",
    "MB/s",
    "peak MB",
    "main MB",
    "  what it says",
)


@dataclass(slots=True)
class Runs:
    """What was measured so far, by name, on which store, and what was said."""

    costs: dict[str, Cost] = field(default_factory=dict)
    rows: list[Sequence[str]] = field(default_factory=list)

    def add(self, name: str, store: Stored, command: Command, told: str | None = None) -> None:
        """Run it once and keep what it cost; where it failed, the row says so."""
        say(f"{name}: {store.submissions} submissions, {store.files} files, {store.size / 1e6:.0f} MB")
        try:
            found = cost(command)
        except FailedError as failed:
            self.rows.append((name, str(store.submissions), str(store.files), *("-",) * 7, f"  failed: {failed}"))
            return
        self.costs[name] = found
        self.rows.append(_row(name, store, found, _last_line(command) if told is None else told))


def measure(room: Path, scale: float, parts: frozenset[str], runs: Runs, *, brief: bool) -> Stored:
    """All the parts asked for; the store is the larger one they were measured on."""
    store = _store(room / "store", scale)
    compared = store
    if not brief or parts & {"cold", "again", "memory"}:
        runs.add("cold", store, batch(store.folder, room / "two", 2))
    if "again" in parts:
        runs.add("again", store, batch(store.folder, room / "two", 2))
    if "memory" in parts or (brief and parts & {"one", "peers"}):
        smaller = _store(room / "smaller", scale * (BRIEF if brief else SMALLER))
        runs.add("memory", smaller, batch(smaller.folder, room / "less", 2))
        compared = smaller if brief else store
    if "one" in parts:
        runs.add("one", compared, batch(compared.folder, room / "one", 1))
    if "peers" in parts:
        for who in (SEMGREP, ESLINT):
            with scratch() as own:
                command = who.command(compared.folder, own)
                runs.add(who.name, compared, command, "")
                if who.name in runs.costs:
                    runs.rows[-1] = (*runs.rows[-1][:-1], f"  {who.told(command.output)}")
    return store


def comparisons(costs: Mapping[str, Cost], *, brief: bool) -> Iterator[Goal]:
    """What the issue asks for, where both sides were measured."""
    cold, again, one, less = (costs.get(name) for name in ("cold", "again", "one", "memory"))
    two = less if brief else cold
    if cold is not None and again is not None:
        yield Goal("second run / cold run, time", again.seconds / cold.seconds, AGAIN, "")
    if two is not None and one is not None:
        yield Goal("two workers / one worker, time", two.seconds / one.seconds, TWICE, "")
    if cold is not None and less is not None:
        if less.first:
            yield Goal("main process, store / smaller store, peak memory", cold.first / less.first, ROOM, "")
        # No goal: it is as large as the largest submission makes it, which a small store may lack.
        yield Goal("largest process, store / smaller store, peak memory", cold.peak / less.peak, None, "")
    for name in (SEMGREP.name, ESLINT.name):
        if two is not None and name in costs:
            yield Goal(f"cold run / {name}, time", two.seconds / costs[name].seconds, None, "")


def _store(folder: Path, scale: float) -> Stored:
    say(f"making a store of scale {scale:g}")
    folder.mkdir(parents=True)
    return stored.write(folder, CHECKOUT, scale)


def _warm(room: Path) -> None:
    store = _store(room / "warm", 1 / stored.SUBMISSIONS)
    cost(batch(store.folder, room / "warm-results", 1))
    with scratch() as own:
        cost(ESLINT.command(store.folder, own))


def _row(name: str, store: Stored, found: Cost, told: str) -> Sequence[str]:
    return (
        name,
        str(store.submissions),
        str(store.files),
        f"{store.size / 1e6:.1f}",
        f"{found.seconds:.2f}",
        f"{found.processor:.2f}",
        f"{store.files / found.seconds:.1f}",
        f"{store.size / 1e6 / found.seconds:.2f}",
        f"{found.peak / 1e6:.0f}",
        f"{found.first / 1e6:.0f}" if found.first else "?",
        f"  {told}",
    )


def _last_line(command: Command) -> str:
    """The count of verdicts, which a batch says before it names the place of its results."""
    log = command.log
    lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines() if log is not None else []
    return lines[-2] if len(lines) > 1 else ""


def _report(store: Stored, runs: Runs, *, brief: bool) -> Iterator[str]:
    yield (
        f"store: {store.submissions} submissions, {store.files} files ({store.distinct} distinct), "
        f"{store.size / 1e6:.1f} MB; {os.cpu_count()} cores, {platform.python_implementation()} "
        f"{platform.python_version()}, load {os.getloadavg()[0]:.1f} at the end"
    )
    yield from tables.aligned(HEAD, runs.rows)
    rows = [tables.goal_row(goal) for goal in comparisons(runs.costs, brief=brief)]
    if rows:
        yield ""
        yield from tables.aligned(("comparison", "measured", "at most", ""), rows)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="see the beginning of the file")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--brief", action="store_true", help="comparisons on an eighth of the store")
    parser.add_argument("--only", default=",".join(PARTS))
    parser.add_argument("--json", type=Path)
    parser.add_argument("--keep", type=Path, help="an empty folder for the store and the results, which stay there")
    asked = parser.parse_args()
    parts = frozenset(asked.only.split(","))
    if not parts <= set(PARTS):
        parser.error(f"--only takes {', '.join(PARTS)}")
    bundles.install()
    runs = Runs()
    with scratch() as own:
        room = own if asked.keep is None else asked.keep.resolve()
        _warm(own / "before")
        store = measure(room, asked.scale, parts, runs, brief=asked.brief)
        print("\n".join(_report(store, runs, brief=asked.brief)))
    if asked.json is not None:
        told = {name: found.as_json() for name, found in runs.costs.items()}
        size = {key: value for key, value in asdict(store).items() if key != "folder"}
        asked.json.write_text(json.dumps({"store": size, "costs": told}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
