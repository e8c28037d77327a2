"""Questions to git -> its answers: alone in running it.

Git's plumbing is asked; no filter, hook or text conversion of the repository runs, and nothing is fetched. What a
repository says of its own objects (replacements, grafts, a commit graph) is not believed.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from reviewer.errors import ReviewerError
from reviewer.text import Text

_QUIET = ("core.fsmonitor=false", "core.untrackedCache=false", "core.commitGraph=false")
# What git tells its hooks, what leads it to the repository, and what the machine's owner has set. All else of its
# variables is left out: some of them write, some run programs, and some change what an object is.
_KEPT = frozenset(
    f"GIT_{name}"
    for name in (
        "ALTERNATE_OBJECT_DIRECTORIES", "CEILING_DIRECTORIES", "COMMON_DIR", "CONFIG_COUNT", "CONFIG_GLOBAL",
        "CONFIG_NOSYSTEM", "CONFIG_PARAMETERS", "CONFIG_SYSTEM", "DIR", "DISCOVERY_ACROSS_FILESYSTEM", "EXEC_PATH",
        "INDEX_FILE", "NAMESPACE", "OBJECT_DIRECTORY", "QUARANTINE_PATH", "SHALLOW_FILE", "WORK_TREE",
    )
)  # fmt: skip
_KEPT_PREFIXES = ("GIT_CONFIG_KEY_", "GIT_CONFIG_VALUE_")


def records(data: bytes) -> list[str]:
    """The parts of what `-z` makes git print; names of any bytes survive."""
    return [part.decode("utf-8", "surrogateescape") for part in data.split(b"\0") if part]


def line(repository: Path, *command: str) -> str:
    """The line that git prints, "" where it refuses."""
    done = _start(repository, command, b"")
    return done.stdout.decode("utf-8", "surrogateescape").rstrip("\n") if done.returncode == 0 else ""


def run(repository: Path, *command: str, data: bytes = b"") -> bytes:
    """What git prints when it is given `data`; ReviewerError with its own words where it refuses."""
    done = _start(repository, command, data)
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip()
        raise ReviewerError(Text(ja=f"git {command[0]} が失敗しました: {said}", en=f"git {command[0]} failed: {said}"))
    return done.stdout


def _start(repository: Path, command: Sequence[str], data: bytes) -> subprocess.CompletedProcess[bytes]:
    settings = [word for setting in _QUIET for word in ("-c", setting)]
    try:
        return subprocess.run(
            [_program(), *settings, *command],
            cwd=repository,
            input=data,
            capture_output=True,
            check=False,
            env=_environment(),
        )
    except OSError as error:
        raise ReviewerError(
            Text(
                ja=f"git を実行できません({error.strerror})。git を入れてから、もう一度試してください。",
                en=f"git cannot be run: {error.strerror}. Install it and try again.",
            )
        ) from error


def _program() -> str:
    """The git on PATH, which is the one a hook was started by; never one that lies where the question is asked, as
    Windows would have it, and a PATH with a relative folder anywhere."""
    folders = [Path(folder) for folder in os.get_exec_path() if Path(folder).is_absolute()]
    name = "git.exe" if os.name == "nt" else "git"
    found = next((folder / name for folder in folders if (folder / name).is_file()), None)
    if found is None:
        raise ReviewerError(
            Text(
                ja="git が見つかりません。git を入れて PATH に加えてから、もう一度試してください。",
                en="There is no git on PATH. Install it and try again.",
            )
        )
    return str(found)


def _environment() -> Mapping[str, str]:
    """Git as it is asked inside hooks too: what a hook says of index and objects holds, objects are what they are
    called, and nothing is fetched, not even by a git that does not know `GIT_NO_LAZY_FETCH` yet (before 2.44)."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name in _KEPT or name.startswith(_KEPT_PREFIXES)
    }
    return {
        **kept,
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_GRAFT_FILE": os.devnull,
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "LC_ALL": "C",
    }
