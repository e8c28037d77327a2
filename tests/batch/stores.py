"""Small stores for tests of `batch`, faults put into its workers, and what must hold of every result."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from textwrap import dedent

from reviewer.batch import result
from reviewer.report.summary import from_line
from reviewer.summary import Summary

GOOD = "(() => {\n  'use strict';\n  const total = %d;\n  document.title = String(total);\n})();\n"
BAD = "(() => {\n  'use strict';\n  eval(location.hash.slice(1)); // %d\n})();\n"

FAULTS = """
    import os, sys
    if "reviewer.batch.host" in " ".join(sys.orig_argv):
        from reviewer.batch import isolation
        asked = isolation.carry_out

        def carry_out(desk, task, begin):
            begin()
            place = task.places[0]
            if "eats" in place:
                # A second piece that no limit allows: filling what is allowed takes seconds on a slow machine.
                eaten = [bytearray(64_000_000), bytearray(1 << 44)]
            if "endless" in place:
                while True:
                    pass
            if "sleeps" in place:
                import time
                time.sleep(600)
            if "crash" in place:
                os.kill(os.getpid(), 11)
            if "raises" in place:
                raise RuntimeError("an error of ours")
            if "kills-host" in place:
                os.kill(os.getppid(), 9)
            if "kills-once" in place and not os.path.exists(os.environ["KILLED"]):
                open(os.environ["KILLED"], "w").close()
                os.kill(os.getppid(), 9)
            yield from asked(desk, task, begin)

        isolation.carry_out = carry_out
"""


def store(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """A folder with these files."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def apps(count: int, text: str = GOOD) -> Mapping[str, str]:
    """So many different submissions of one file."""
    return {f"課{number % 3}/app-{number}/main.js": text % number for number in range(count)}


def faults(folder: Path) -> str:
    """A folder that, on PYTHONPATH, makes workers fail at submissions of certain names."""
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(dedent(FAULTS), encoding="utf-8")
    return str(folder)


def summaries(out: Path) -> Mapping[str, Summary]:
    """What `all.jsonl` says, by place; none may stand in it twice."""
    found = [from_line(line) for line in (out / "all.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len({each.place for each in found}) == len(found)
    return {each.place: each for each in found}


def whole(out: Path, places: Iterable[str]) -> Mapping[str, Summary]:
    """Nothing is lost, nothing stands twice, no submission is missing, and every result is whole."""
    said = summaries(out)
    assert sorted(said) == sorted(places)
    for place, summary in said.items():
        made = result.made(out, place)
        assert made is not None, place
        assert made.failed is (summary.failed is not None)
        if summary.failed is None:
            assert json.loads((out / result.folder(place) / "report.json").read_bytes())["verdict"]
    kept = {found.name for found in (out / result.REPORTS).iterdir()}
    assert kept == {result.slug(place) for place in said}
    drafts = out / result.STATE / "drafts"
    assert not drafts.exists() or not list(drafts.iterdir())
    return said
