"""A folder of scripts -> the process that reviews it, for the reviewer and for the tools it is compared with.

Every process does its whole work: it starts, reads rules and files, and writes its answer as JSON. None keeps anything
for the next run.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import bundles
from processes import Command

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parents[1]

# A variable of another environment must not decide what is imported or run here.
_FOREIGN = ("PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "NODE_PATH", "NODE_OPTIONS")


@dataclass(frozen=True, slots=True)
class Contestant:
    """One tool as it is run: its command for a folder, given a folder for its own files, and what an answer says."""

    name: str
    command: Callable[[Path, Path], Command]
    told: Callable[[Path], str]


def _ours(folder: Path, scratch: Path, *options: str) -> Command:
    output = scratch / "report.json"
    return Command(
        words=[sys.executable, str(HERE / "reviewing.py"), *options, str(folder), str(output)],
        folder=scratch,
        environment=_environment(),
        output=output,
        accepted=frozenset({0, 1, 3}),
    )


def batch(store: Path, results: Path, workers: int) -> Command:
    """The batch of a store. It ends in 1 or 3 for what it found; what it writes last is the index of its results."""
    words = ["batch", str(store), "--out", str(results), "--workers", str(workers)]
    return Command(
        words=[sys.executable, "-m", "reviewer", *words],
        folder=results.parent,
        environment=_environment(),
        output=results / "index.html",
        accepted=frozenset({0, 1, 3}),
        log=results.with_suffix(".log"),
    )


def _our_engines(folder: Path, scratch: Path) -> Command:
    return _ours(folder, scratch, "--without-semgrep")


def staged(folder: Path, scratch: Path) -> tuple[Command, Path]:
    """The reviewer without Semgrep, timed inside, and the file that gets the times."""
    times = scratch / "stages.json"
    return _ours(folder, scratch, "--without-semgrep", "--stages", str(times)), times


def _eslint(folder: Path, scratch: Path) -> Command:
    """Files are looked for in the current folder, which is where ESLint takes its configuration to apply."""
    output = scratch.resolve() / "eslint.json"
    program = bundles.PACKAGES / "eslint" / "bin" / "eslint.js"
    options = ["--config", str(bundles.NPM / "eslint.config.mjs"), "--no-inline-config"]
    written = ["--format", "json", "--output-file", str(output)]
    return Command(
        words=[str(bundles.node()), str(program), *options, *written, "."],
        folder=folder,
        environment=_environment(),
        output=output,
        accepted=frozenset({0, 1}),
    )


def _semgrep(folder: Path, scratch: Path) -> Command:
    rules, output = scratch / "rules.yaml", scratch / "semgrep.json"
    if not rules.is_file():
        subprocess.run([sys.executable, str(HERE / "semgrep_rules.py"), str(rules)], env=_environment(), check=True)
    program = Path(sysconfig.get_path("scripts")) / "semgrep"
    silent = ["--metrics", "off", "--disable-version-check", "--quiet"]
    everything = ["--no-git-ignore", "--max-target-bytes", "0"]
    return Command(
        words=[
            *(str(program), "scan", *silent, *everything),
            *("--config", str(rules), "--json", "--output", str(output), str(folder)),
        ],
        folder=scratch,
        environment={**_environment(), "SEMGREP_SETTINGS_FILE": str(scratch / "settings.yml")},
        output=output,
        accepted=frozenset({0}),
    )


def _environment() -> Mapping[str, str]:
    """The caller's environment without what others left in it; this checkout is what is imported."""
    kept = {name: value for name, value in os.environ.items() if name not in _FOREIGN}
    scripts = sysconfig.get_path("scripts")
    return {
        **kept,
        "PATH": os.pathsep.join((scripts, os.environ.get("PATH", ""))),
        "PYTHONPATH": str(CHECKOUT),
    }


def _review_says(output: Path) -> str:
    review = json.loads(output.read_text(encoding="utf-8"))
    gaps = Counter(gap["kind"] for gap in review["gaps"])
    return _listed(f"{len(review['findings'])} findings", gaps)


def _eslint_says(output: Path) -> str:
    files = json.loads(output.read_text(encoding="utf-8"))
    broken = sum(bool(file["fatalErrorCount"]) for file in files)
    messages = sum(len(file["messages"]) for file in files)
    return _listed(f"{messages} messages on {len(files)} files", Counter({"not parsed": broken}))


def _semgrep_says(output: Path) -> str:
    answer = json.loads(output.read_text(encoding="utf-8"))
    errors = Counter(
        str(error["type"] if isinstance(error["type"], str) else error["type"][0]) for error in answer["errors"]
    )
    return _listed(f"{len(answer['results'])} results on {len(answer['paths']['scanned'])} files", errors)


def _listed(first: str, counts: Mapping[str, int]) -> str:
    return ", ".join((first, *(f"{count} {name}" for name, count in sorted(counts.items()) if count)))


OURS = Contestant("our engines", _our_engines, _review_says)
WITH_SEMGREP = Contestant("our engines + Semgrep", _ours, _review_says)
ESLINT = Contestant("ESLint", _eslint, _eslint_says)
SEMGREP = Contestant("semgrep scan", _semgrep, _semgrep_says)
