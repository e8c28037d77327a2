"""The command as a process of its own, for tests of what people see."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def run(*args: str, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "reviewer", *args],
        capture_output=True,
        check=False,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "PYTHONIOENCODING": "utf-8", **environment},
    )


def invoke(*args: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The same within this process, for tests that ask often: nothing is imported or loaded anew."""
    import gc

    from click.testing import CliRunner

    from reviewer.cli import main

    try:
        result = CliRunner().invoke(main, args, env=environment)
    finally:
        gc.enable()  # a review does without, as its process ends with it
        gc.unfreeze()
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return subprocess.CompletedProcess(args, result.exit_code, result.stdout_bytes, result.stderr_bytes)
