"""A folder -> the report of the command itself, each file on a page of its own; run as a process that is measured.

    python reviewing.py [--without-semgrep] [--stages FILE] FOLDER REPORT.json

This is `kintone-reviewer review FOLDER --out REPORT.json` with two things taken from what it is given: that the files
of a loose folder share one page, and, where asked, the rules in Semgrep's language, without which Semgrep is not
started. With `--stages` the functions in `stages` are timed, in one process for all, and what they took is written to
that file.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Set
from dataclasses import replace
from pathlib import Path

import stages

import reviewer.intake
import reviewer.pool
import reviewer.rulebook.loading
from reviewer.cli import main as command
from reviewer.intake.limits import DEFAULT, Limits
from reviewer.rule import Policy, Rulebook, SemgrepCheck
from reviewer.submission import Submission

_NOT_CHANGED = 70
"""The exit status of a command that went past what was changed; those of the command itself are smaller."""


class Changed:
    """The command with something taken from what it is given; knows whether the command came by to get it."""

    def __init__(self) -> None:
        self.waiting: set[str] = set()

    def pages_apart(self) -> None:
        """From now on no two files share a page: a script that is on no page is analysed by itself."""
        read = reviewer.intake.read
        self.waiting.add("reviewer.intake.read")

        def reading(path: Path, limits: Limits = DEFAULT, apart: Set[str] = frozenset()) -> Submission:
            self.waiting.discard("reviewer.intake.read")
            return replace(read(path, limits, apart), pages=())

        reviewer.intake.read = reading

    def without_semgrep(self) -> None:
        """From now on no rule is in Semgrep's language."""
        load = reviewer.rulebook.loading.load
        self.waiting.add("reviewer.rulebook.loading.load")

        def loading(**asked: object) -> tuple[Rulebook, Policy]:
            self.waiting.discard("reviewer.rulebook.loading.load")
            rulebook, policy = load(**asked)  # type: ignore[arg-type]
            rules = tuple(rule for rule in rulebook.rules if not isinstance(rule.check, SemgrepCheck))
            return replace(rulebook, rules=rules), policy

        reviewer.rulebook.loading.load = loading

    def in_one_process(self) -> None:
        """From now on no other process helps."""
        self.waiting.add("reviewer.pool.processors")

        def none() -> int:
            self.waiting.discard("reviewer.pool.processors")
            return 0

        reviewer.pool.processors = none


def main() -> None:
    """Run the command as the options say; its exit status is ours, and another one if it was not changed as asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without-semgrep", action="store_true")
    parser.add_argument("--stages", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("report", type=Path)
    asked = parser.parse_args()
    watch = stages.timed() if asked.stages else None
    changed = Changed()
    changed.pages_apart()
    if asked.without_semgrep:
        changed.without_semgrep()
    if watch is not None:
        changed.in_one_process()
    try:
        command(["review", str(asked.folder), "--out", str(asked.report), "--lang", "en"])
    finally:
        if watch is not None:
            asked.stages.write_text(json.dumps(watch.as_json()), encoding="utf-8")
        if changed.waiting:
            print(f"The command does not call {sorted(changed.waiting)}: adapt {Path(__file__).name}")
            sys.exit(_NOT_CHANGED)


if __name__ == "__main__":
    main()
