"""Real repositories for tests of the gate, each with git as it comes and a memory of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

GOOD = "'use strict';\nkintone.events.on('app.record.detail.show', (event) => event);\n"
LEAK = """'use strict';
kintone.events.on('app.record.detail.show', (event) => {
  document.getElementById('x').innerHTML = event.record.備考.value;
  return event;
});
"""
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    "PYTHONPATH": str(Path(__file__).parents[1]),
    "PYTHONIOENCODING": "utf-8",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{f"GIT_{who}_{what}": "sample@example.jp" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}

NO_VARIABLES: Mapping[str, str] = MappingProxyType({})


class Repository:
    """A real repository in a folder of its own."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder = folder
        self.cache = folder.parent / "cache"
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main", *options)

    def tried(
        self, *command: str, cwd: Path | None = None, data: bytes = b"", variables: Mapping[str, str] = NO_VARIABLES
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            command,
            cwd=cwd or self.folder,
            env={**ENVIRONMENT, "XDG_CACHE_HOME": str(self.cache), "LOCALAPPDATA": str(self.cache), **variables},
            capture_output=True,
            check=False,
            input=data,
        )

    def git(self, *command: str) -> str:
        done = self.tried("git", "-c", "protocol.file.allow=always", *command)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode().strip()

    def write(self, path: str, text: str | bytes) -> None:
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_bytes(text if isinstance(text, bytes) else text.encode())
        self.git("add", "--", path)

    def commit(self, **files: str) -> str:
        for path, text in files.items():
            self.write(f"{path}.js", text)
        self.git("commit", "--quiet", "--allow-empty", "--no-verify", "--message=sample")
        return self.git("rev-parse", "HEAD")

    def reviewer(
        self, *command: str, cwd: Path | None = None, variables: Mapping[str, str] = NO_VARIABLES
    ) -> subprocess.CompletedProcess[bytes]:
        return self.tried(sys.executable, "-m", "reviewer", *command, cwd=cwd, variables=variables)

    def staged(self, *options: str, **variables: str) -> tuple[int, str]:
        done = self.reviewer("gate", "--staged", *options, variables=variables)
        return done.returncode, done.stderr.decode()

    def pushed(self, *arguments: str) -> tuple[int, str]:
        done = self.tried("git", "push", "--quiet", "--no-verify", "origin", *arguments)
        return done.returncode, done.stderr.decode()
