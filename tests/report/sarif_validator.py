"""Microsoft's validator of SARIF logs, run over logs that are given as text."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path


def objections(npm_packages: Path, folder: Path, logs: Mapping[str, str]) -> set[str]:
    """The rules by which it objects to any of these logs, which are written to the folder under their names."""
    program = folder / "Sarif.Multitool"
    shutil.copy(npm_packages / "@microsoft" / "sarif-multitool-linux" / "Sarif.Multitool", program)
    program.chmod(0o700)
    for name, text in logs.items():
        (folder / f"{name}.sarif").write_text(text, encoding="utf-8", newline="")
    done = subprocess.run(
        [program, "validate", "*.sarif", "-o", "said.json", "--rule-kind", "Sarif", "--level", "Error;Warning"],
        cwd=folder,
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert f"{len(logs)} files scanned" in done.stdout
    said = json.loads((folder / "said.json").read_text(encoding="utf-8-sig"))["runs"][0]
    return {result["ruleId"] for result in said["results"]}
