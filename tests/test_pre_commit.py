"""The pre-commit framework itself, run by git in a real repository, with this project's own hook, installed by it."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from repositories import GOOD, LEAK, Repository

PARTS = (".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE", "reviewer", "rules")
"""What a hook is installed from; the rest of the checkout is heavy and has no part in it."""


@pytest.fixture
def hooks(checkout: Path, tmp_path: Path) -> Repository:
    """A repository that holds this checkout, as it is now, as its only commit."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *PARTS],
        cwd=checkout,
        capture_output=True,
        check=True,
    )
    made = Repository(tmp_path / "hooks")
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (checkout / name).is_file():
            (made.folder / name).parent.mkdir(parents=True, exist_ok=True)
            (made.folder / name).write_bytes((checkout / name).read_bytes())
    made.git("add", "--all", "--force")
    made.commit()
    return made


def test_the_framework_installs_the_hook_and_stops_a_commit(hooks: Repository, tmp_path: Path) -> None:
    """One test, as the framework first makes an environment and puts everything that the reviewer needs into it."""
    city = Repository(tmp_path / "市の リポジトリー")
    config = f"repos:\n  - repo: {hooks.folder}\n    rev: {hooks.git('rev-parse', 'HEAD')}\n"
    city.write(".pre-commit-config.yaml", f"{config}    hooks:\n      - id: kintone-reviewer\n")
    own = {"PRE_COMMIT_HOME": str(tmp_path / "framework"), "PYTHONPATH": "", "PRE_COMMIT_COLOR": "never"}
    program = str(Path(sysconfig.get_path("scripts")) / "pre-commit")
    assert city.tried(program, "install", variables=own).returncode == 0

    def committed(text: str) -> tuple[int, str]:
        city.write("漏れ た.js", text)
        (city.folder / "漏れ た.js").write_text(GOOD, encoding="utf-8")  # not what is staged
        done = city.tried("git", "commit", "--message=x", variables=own)
        return done.returncode, (done.stdout + done.stderr).decode()

    code, told = committed(LEAK)
    assert (code, "漏れ た.js:3 " in told, "record-value-in-html" in told) == (1, True, True), told
    assert city.tried("git", "rev-parse", "--verify", "HEAD").returncode != 0

    code, told = committed(GOOD + "\n")
    assert (code, "Passed" in told) == (0, True), told
    environments = list((tmp_path / "framework").glob(f"*/py_env-*/{'Scripts' if sys.platform == 'win32' else 'bin'}"))
    assert [any(folder.glob("kintone-reviewer*")) for folder in environments] == [True]
