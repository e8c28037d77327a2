"""How fast the reviewer is and how much memory it takes, beside ESLint and Semgrep on the same files in the same run.

    .venv-tests/bin/python tests/benchmarks/throughput.py [--only PART,PART] [--repeat N] [--json FILE] [--keep FOLDER]

Two materials, neither of them in git: 200 hand-written files of together 2 MB made from the corpus (see `handwritten`),
and six minified bundles from npm as if they were unknown code (see `bundles`; the first run needs the npm registry). In
both, each file is on a page of its own.

===========  =========================================================================================================
handwritten  our own engines, Semgrep apart, on the hand-written files
bundles      the same on all bundles in one process, and on each in a process of its own
peers        on the same material: ESLint with its two security plug-ins; `semgrep scan` with our rules in Semgrep's
             language, beside our whole review, Semgrep included
scaling      our own engines on 1, 2, 4 and 8 copies of all bundles in one process
stages       inside one process: parse, lower, facts and engines separately (see `stages`)
===========  =========================================================================================================

All parts run unless some are named. Naming only one of the materials confines `peers` and `stages` to it.

A run is a cold process that does its whole work, measured from outside (see `processes`). Each tool first runs once on
one small file, so that none pays for compiling Python or for a cold disk. KB and MB are 1,000 and 1,000,000 bytes. Our
review gives no file over 300,000 characters to Semgrep and says so, here in the last column ("semgrep-too-large").
This is no test: nothing fails by being slow, and times say little on a busy machine.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import bundles
import goals
import handwritten
import tables
from bench import Bench, Material, free_memory, say, scratch
from contestants import CHECKOUT, ESLINT, OURS, SEMGREP, WITH_SEMGREP, staged
from processes import Cost, FailedError, cost

PARTS = ("handwritten", "bundles", "peers", "scaling", "stages")
COPIES = (2, 4, 8)
_ROOM = 0.9
"""The share of the free memory that a run may be expected to take."""


@dataclass(frozen=True, slots=True)
class Timed:
    """One process timed inside: what each stage took, what is not there to be timed, and the whole."""

    stages: Mapping[str, Mapping[str, float]]
    missing: Sequence[str]
    whole: Cost


def compare(bench: Bench, material: Material, parts: frozenset[str]) -> None:
    """Whole processes on one material, ours and theirs."""
    if material.name in parts:
        bench.run(material, OURS)
    if "peers" in parts:
        for who in (OURS, ESLINT, WITH_SEMGREP, SEMGREP):
            bench.run(material, who)


def each_alone(bench: Bench, together: Material) -> None:
    """Each bundle in a process of its own."""
    for name in bundles.BUNDLES:
        alone = bench.material(name)
        shutil.copyfile(together.folder / f"{name}-1.js", alone.folder / f"{name}-1.js")
        bench.run(alone, OURS)


def scale(bench: Bench, once: Material) -> Mapping[int, Cost]:
    """Our engines on more and more copies of the bundles, as long as the memory that should take is there."""
    sizes: dict[int, Cost] = {}
    least = bench.run(once, OURS)
    if least is None:
        return sizes
    sizes[1] = least
    for copies in COPIES:
        most = max(sizes)
        expected, free = sizes[most].peak * copies // most, free_memory()
        if free is not None and expected > free * _ROOM:
            say(f"bundles {copies}x: left out, would need some {expected / 1e6:.0f} MB of the {free / 1e6:.0f} MB free")
            break
        material = bench.material(f"bundles {copies}x")
        bundles.write(material.folder, copies=copies)
        more = bench.run(material, OURS)
        if more is None:
            break
        sizes[copies] = more
    return sizes


def timed_inside(material: Material) -> Timed | None:
    """One process with a watch inside; None where it failed."""
    say(f"stages on {material.name}")
    with scratch() as own:
        command, times = staged(material.folder, own)
        try:
            whole = cost(command)
        except FailedError as error:
            say(f"stages on {material.name} failed: {error}")
            return None
        measured = json.loads(times.read_text(encoding="utf-8"))
    return Timed(measured["stages"], measured["missing"], whole)


def stage_table(material: Material, timed: Timed) -> Iterator[str]:
    """What each stage took on a material, and what could not be timed."""
    yield f"Stages on {material.name}: {material.size / 1e3:.0f} KB, our own engines in one process"
    yield from tables.aligned(tables.STAGE_HEAD, list(tables.stage_rows(timed.stages, material.size, timed.whole)))
    for name in timed.missing:
        yield f"Not found, so its time counts for the stage around it: {name} (adapt tests/benchmarks/stages.py)"
    yield ""


def measure(bench: Bench, parts: frozenset[str]) -> Mapping[str, object]:
    """Measure the parts and print tables as they are ready; everything again as data."""
    bundles.install()
    bench.warm_up([OURS, ESLINT, WITH_SEMGREP, SEMGREP] if "peers" in parts else [OURS])
    hand, minified = bench.material(goals.HANDWRITTEN), bench.material(goals.BUNDLES)
    handwritten.write(hand.folder, CHECKOUT)
    bundles.write(minified.folder)
    named = [material for material in (hand, minified) if material.name in parts]
    stages: dict[str, Timed] = {}
    for material in named or (hand, minified):
        timed = timed_inside(material) if "stages" in parts else None
        if timed is not None:
            stages[material.name] = timed
            print("\n".join(stage_table(material, timed)), flush=True)
        compare(bench, material, parts)
    if minified.name in parts:
        each_alone(bench, minified)
    sizes = scale(bench, minified) if "scaling" in parts else {}
    if bench.rows:
        print("\n".join(("Whole processes", *tables.aligned(tables.COST_HEAD, bench.rows), "")))
    reached = [*goals.comparisons(bench.costs), *goals.growth(sizes)]
    if reached:
        print("\n".join(("Goals", *tables.aligned(tables.GOAL_HEAD, [tables.goal_row(goal) for goal in reached]))))
    return {
        "machine": {"system": platform.platform(), "python": platform.python_version(), "processors": os.cpu_count()},
        "repeat": bench.repeat,
        "processes": [
            {"material": material, "who": who, **asdict(spent), "says": bench.told[material, who]}
            for (material, who), spent in bench.costs.items()
        ],
        "stages": {name: asdict(timed) for name, timed in stages.items()},
        "goals": [{**asdict(goal), "met": goal.met} for goal in reached],
    }


def main() -> None:
    """Measure what is asked for; the exit status is 0 however slow it was."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default=",".join(PARTS), metavar="PART,PART", help="parts to run")
    parser.add_argument("--repeat", type=int, default=1, metavar="N", help="the median of N runs of each process")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results there, too")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="write the material there, and leave it")
    asked = parser.parse_args()
    parts = frozenset(asked.only.split(","))
    if unknown := sorted(parts - set(PARTS)):
        parser.error(f"no such part: {', '.join(unknown)}; there are {', '.join(PARTS)}")
    if asked.repeat < 1:
        parser.error("--repeat takes 1 or more")
    if asked.keep is not None and asked.keep.exists() and any(asked.keep.iterdir()):
        parser.error(f"{asked.keep} is not empty")
    with scratch() as temporary:
        bench = Bench(room=(asked.keep or temporary).resolve(), repeat=asked.repeat)
        results = measure(bench, parts)
    if asked.json is not None:
        asked.json.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
