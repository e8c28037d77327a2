"""What the repository may not carry: other people's machines, package registries, lock files, secrets, leftovers."""

from __future__ import annotations

import re
import subprocess
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest

LOCK_FILES = {
    "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lockb", "uv.lock", "poetry.lock",
    "pdm.lock", "Pipfile.lock", "pylock.toml",
}  # fmt: skip

# Written in pieces so that this file does not find itself.
REGISTRY = re.compile(
    r"(?:registry\.(?:npm" r"js|yarn" r"pkg)\.|pypi\." r"org|files\.python" r"hosted|/simple/ind" r"ex)", re.IGNORECASE
)
MACHINE_PATH = re.compile(r"(?<![\w./:-])/(?:work|home|root|Users|opt|mnt)/\w|\b[A-Z]:\\Users\\\w")

# Text about registries that is the subject itself, each with its reason.
ABOUT_REGISTRIES: Sequence[str] = (
    "rules/",
    "corpus/",
)  # advisories and samples name hosts: they are data to compare with


def tracked() -> Sequence[str]:
    """The paths git knows, or would take in: what is ignored is not part of the repository."""
    root = Path(__file__).resolve().parents[2]
    asked = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(asked, capture_output=True, check=True).stdout.decode("utf-8")
    return sorted({name for name in listed.split("\0") if name and (root / name).is_file()})


@pytest.fixture(scope="module")
def paths() -> Sequence[str]:
    return tracked()


@pytest.fixture(scope="module")
def texts(checkout: Path, paths: Sequence[str]) -> Sequence[tuple[str, str]]:
    """Every tracked file outside the corpus that is UTF-8 text."""
    read = []
    for name in paths:
        data = (checkout / name).read_bytes()
        if not name.startswith("corpus/") and b"\0" not in data:
            read.append((name, data.decode("utf-8")))
    return read


def test_no_lock_file_is_tracked(paths: Sequence[str]) -> None:
    assert [name for name in paths if name.rpartition("/")[2] in LOCK_FILES] == []


def test_no_generated_folder_is_tracked(paths: Sequence[str]) -> None:
    generated = {"node_modules", "__pycache__", ".venv", ".venv-tests", "build", "dist", ".hypothesis"}
    assert [name for name in paths if generated & set(name.split("/")[:-1]) and not name.startswith("corpus/")] == []


def test_no_registry_host_is_written_anywhere(texts: Sequence[tuple[str, str]]) -> None:
    found = [(name, match.group()) for name, text in texts for match in REGISTRY.finditer(text)]
    assert [hit for hit in found if not hit[0].startswith(tuple(ABOUT_REGISTRIES))] == []


def test_no_path_of_somebodys_machine_is_written_anywhere(texts: Sequence[tuple[str, str]]) -> None:
    assert [(name, match.group()) for name, text in texts for match in MACHINE_PATH.finditer(text)] == []


def test_paths_are_safe_on_every_system(paths: Sequence[str]) -> None:
    """Windows refuses these characters and long paths; two names that differ in case only are one file there."""
    assert [name for name in paths if re.search(r'[<>:"|?*\\\x00-\x1f]|[. ](?:/|$)', name)] == []
    assert [name for name in paths if len(name) > 180] == []
    assert len({name.casefold() for name in paths}) == len(paths)


def test_top_level_is_the_drawn_one(paths: Sequence[str]) -> None:
    drawn = {
        "pyproject.toml", "reviewer", "rules", "corpus", "tests", "reports", "README.md", "LICENSE", "CHANGELOG.md",
        "CONTRIBUTING.md", ".pre-commit-hooks.yaml", ".ci", ".gitignore", ".gitattributes",
    }  # fmt: skip
    assert {name.split("/")[0] for name in paths} <= drawn


def test_no_two_test_files_share_a_name(paths: Sequence[str]) -> None:
    names = [name.rpartition("/")[2] for name in paths if re.fullmatch(r"tests/.*test_[^/]*\.py", name)]
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_every_dependency_is_explained_in_the_readme(checkout: Path) -> None:
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    readme = (checkout / "README.md").read_text(encoding="utf-8")
    names = [re.split(r"[<>=!~ \[;]", line, maxsplit=1)[0] for line in project["dependencies"]]
    assert [name for name in names if f"| `{name}` |" not in readme] == []


@pytest.mark.parametrize("folder", ["tests/npm", "tests/benchmarks/npm"])
def test_every_npm_package_of_the_tests_is_pinned_exactly(checkout: Path, folder: str) -> None:
    text = (checkout / folder / "package.json").read_text(encoding="utf-8")
    versions = re.findall(r'^    "[^"]+": "([^"]+)"', text, re.MULTILINE)
    assert versions
    assert [version for version in versions if not re.fullmatch(r"\d+\.\d+\.\d+(?:-[\w.]+)?", version)] == []
