"""The reviewer's rules in Semgrep's language, as it hands them over -> a file for `semgrep scan --config`.

    python semgrep_rules.py FILE

Run as a process of its own, so that the process that measures stays small.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from reviewer.engines.semgrep.patterns import entries
from reviewer.rulebook import load


def write(file: Path) -> None:
    """Write the entries that the engine would ask; JSON is YAML, too."""
    rulebook, _ = load()
    asked = [entry.pattern for entry in entries(rulebook.rules, rulebook.semgrep_files) if entry.analyzers]
    file.write_text(json.dumps({"rules": asked}, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
