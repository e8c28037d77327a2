"""How long a commit of one changed file of 15 KB takes without the hook and with it, as the median of many.

    .venv/bin/python tests/benchmarks/committing.py [COMMITS]

The aim: under 1 s more where the change is new, under 0.4 s more where nothing changed since it last passed. Run it in
the environment the reviewer is installed in, on a machine that does nothing else. It is no test: a time says nothing on
a busy machine.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

HANDLER = """  kintone.events.on(['app.record.edit.change.数量%d', 'app.record.create.change.数量%d'], (event) => {
    const 数量 = Number(event.record.数量%d.value);
    event.record.金額%d.value = String(数量 * Number(event.record.単価%d.value));
    return event;
  });
"""


def script(size: int, mark: str) -> bytes:
    """A customization of at least that many bytes that passes; `mark` makes it differ from others."""
    handlers = "".join(HANDLER % ((number,) * 5) for number in range(size // len((HANDLER % ((0,) * 5)).encode()) + 1))
    return f"'use strict';\n(() => {{\n{handlers}}})();\n// {mark}\n".encode()


def main(commits: int) -> None:
    """Print median and range of as many commits of each kind."""
    with tempfile.TemporaryDirectory(prefix="kintone-reviewer-bench-") as room:
        folder = Path(room) / "repository"
        own = {
            f"GIT_{who}_{what}": "sample@example.jp" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
        }
        nothing = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        # An installation has its byte code, which may be switched off where programs are written.
        compiled = {"PYTHONPYCACHEPREFIX": str(Path(room) / "compiled")}
        usual = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment = {**usual, **own, **nothing, **compiled, "XDG_CACHE_HOME": str(Path(room) / "cache")}
        _run(["git", "init", "--quiet", str(folder)], Path(room), environment)
        bare = [_commit(folder, environment, f"bare {number}") for number in range(commits)]
        _run([sys.executable, "-m", "reviewer", "hook", "install"], folder, environment)
        _commit(folder, environment, "the first start reads programs from disk")
        cold = [_commit(folder, environment, f"new {number}") for number in range(commits)]
        gate = [sys.executable, "-P", "-X", "utf8", "-m", "reviewer", "gate", "--staged"]
        (folder / "a.js").write_bytes(script(15_000, "unchanged"))
        _run(["git", "add", "a.js"], folder, environment)
        _run(gate, folder, environment)
        warm = [_run(gate, folder, environment) for _ in range(commits)]
    for name, times in (("without the hook", bare), ("with it, new", cold), ("gate alone, unchanged", warm)):
        print(f"{name:22} median {statistics.median(times):.3f} s, {min(times):.3f} to {max(times):.3f} s, n={commits}")
    print(f"{'the hook costs':22} {statistics.median(cold) - statistics.median(bare):.3f} s (aim: under 1)")


def _commit(folder: Path, environment: Mapping[str, str], mark: str) -> float:
    (folder / "a.js").write_bytes(script(15_000, mark))
    _run(["git", "add", "a.js"], folder, environment)
    return _run(["git", "commit", "--quiet", "--message=x"], folder, environment)


def _run(command: list[str], folder: Path, environment: Mapping[str, str]) -> float:
    """The wall-clock time of a command that must succeed."""
    begin = time.perf_counter()
    subprocess.run(command, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begin


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
