"""How long `kintone-reviewer --help` takes until it has answered, as the median of many starts; the aim is 0.3 s.

    .venv/bin/python tests/benchmarks/startup.py [STARTS]

Run it in the environment the reviewer is installed in, on a machine that does nothing else. It is no test: a time says
nothing on a busy machine. That `--help` imports nothing heavy is tested in tests/packaging/test_startup.py.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import sysconfig
import time
from pathlib import Path


def seconds(command: list[str]) -> float:
    """The wall-clock time of one run."""
    begin = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begin


def main(starts: int) -> None:
    """Print median and range of as many starts, of Python alone and of the command."""
    program = str(Path(sysconfig.get_path("scripts")) / "kintone-reviewer")
    for name, command in (("python -c pass", [sys.executable, "-c", "pass"]), ("--help", [program, "--help"])):
        seconds(command)
        times = [seconds(command) for _ in range(starts)]
        print(f"{name:16} median {statistics.median(times):.3f} s, {min(times):.3f} to {max(times):.3f} s, n={starts}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
