"""Facts about library versions -> rules/libraries/advisories.yaml, one row for each range, always in the same form.

    python tests/tools/build_advisories.py FILE

FILE is JSON, the facts that RetireJS publishes, by library:
`{"libraries": {name: {"npm": name, "advisories": [{"atOrAbove", "below", "severity", "ids", "cwe"}]}}}`.
What other sources say of further libraries stands in `advisories-more.yaml`, which is written by hand. Newer facts for
one review need no build: `--advisories FILE` reads them as they are published.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

WRITTEN = Path(__file__).resolve().parents[2] / "rules" / "libraries" / "advisories.yaml"
ABOUT = """\
# Which published versions of browser libraries have known weaknesses: affected are at_or_above <= version < below.
# Provenance: facts (ranges, ids, severity) taken from the RetireJS repository (Apache-2.0), 2026-08 snapshot. Check
# against newer sources. Libraries are called by their npm names. Made by tests/tools/build_advisories.py.
"""
PLAIN = re.compile(r"[A-Za-z0-9][\w.+-]*")
FROM_THE_START = {None, "", "0"}

Entry = Mapping[str, object]


def main(arguments: Sequence[str]) -> None:
    """Read the one file named and write the rows."""
    if len(arguments) != 1:
        raise SystemExit("name one JSON file of facts")
    facts = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    WRITTEN.write_text(ABOUT + "".join(f"{row}\n" for row in rows(facts)), encoding="utf-8", newline="\n")


def rows(facts: Mapping[str, Mapping[str, Mapping[str, object]]]) -> list[str]:
    """All rows, each once, in order."""
    return sorted({row for name, library in facts["libraries"].items() for row in _rows(name, library)})


def _rows(name: str, library: Mapping[str, object]) -> Iterator[str]:
    entries = library["advisories"]
    if not isinstance(entries, list):
        raise TypeError(f"{name}: advisories is no list")
    for entry in entries:
        since = None if entry.get("atOrAbove") in FROM_THE_START else entry["atOrAbove"]
        cwe = [number.rpartition("-")[2] for number in entry.get("cwe", [])]
        parts = [
            ("library", _word(str(library.get("npm") or name))),
            ("at_or_above", since and _word(since)),
            ("below", _word(entry["below"])),
            ("severity", entry["severity"]),
            ("ids", _list([_word(each) for each in entry.get("ids", [])])),
            ("cwe", _list(cwe)),
        ]
        yield "- {" + ", ".join(f"{key}: {value}" for key, value in parts if value) + "}"


def _word(text: str) -> str:
    return text if PLAIN.fullmatch(text) else f"'{text}'"


def _list(words: Sequence[str]) -> str:
    return f"[{', '.join(words)}]" if words else ""


if __name__ == "__main__":
    main(sys.argv[1:])
