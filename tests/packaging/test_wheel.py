"""The wheel that `pip install .` makes works from any folder, on a cp932 console, without the network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

# Python code in the tool and in every Python program it starts; what touches the network is recorded and refused.
WATCH = """
import os, sys

def watch(event, arguments):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.bind", "socket.sendto"}:
        with open(os.environ["NETWORK_LOG"], "a", encoding="utf-8") as log:
            log.write(f"{event} {arguments[1:]}\\n")
        raise OSError("there is no network here")

sys.addaudithook(watch)
"""

SAMPLE = """\
(() => {
  'use strict';
  // 一覧に会社名を表示します①㈱
  kintone.events.on('app.record.detail.show', (event) => {
    const 見出し = kintone.app.record.getHeaderMenuSpaceElement();
    見出し.innerHTML = '<b>' + event.record.会社名.value + '</b>';
    return event;
  });
})();
"""


@dataclass(frozen=True, slots=True)
class Installed:
    """A virtual environment with the wheel in it, and a folder that has nothing to do with the checkout."""

    wheel: Path
    python: Path
    command: Path
    elsewhere: Path

    def run(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
        """`kintone-reviewer ARGUMENTS` started from elsewhere."""
        return subprocess.run(
            [str(self.command), *arguments],
            cwd=self.elsewhere,
            env={**plain_environment(), **variables},
            capture_output=True,
            timeout=120,
            check=False,
        )


def plain_environment() -> Mapping[str, str]:
    """Without what makes this test run's own Python find the checkout."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}


def finish(command: Sequence[str | Path], folder: Path) -> None:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=plain_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def installed(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel built from the checkout, in a new environment that borrows only the dependencies of this one."""
    base = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    finish([*pip, "wheel", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", base, checkout], base)
    (wheel,) = base.glob("*.whl")
    finish([sys.executable, "-m", "venv", "--without-pip", base / "venv"], base)
    programs = base / "venv" / ("Scripts" if os.name == "nt" else "bin")
    python = programs / ("python.exe" if os.name == "nt" else "python")
    finish([*pip, "--python", python, "install", "--no-deps", "--no-index", wheel], base)
    borrowed = sysconfig.get_path("purelib")
    site = Path(sysconfig.get_path("purelib", vars={"base": str(base / "venv"), "platbase": str(base / "venv")}))
    (site / "dependencies.pth").write_text(borrowed + "\n", encoding="utf-8")
    elsewhere = base / "別の フォルダー"
    elsewhere.mkdir()
    (elsewhere / "会社名を表示.js").write_text(SAMPLE, encoding="utf-8")
    return Installed(wheel, python, programs / "kintone-reviewer", elsewhere)


def test_wheel_carries_the_rules_as_they_are(installed: Installed, checkout: Path) -> None:
    rules = checkout / "rules"
    expected = {file.relative_to(rules).as_posix(): file.read_bytes() for file in rules.rglob("*") if file.is_file()}
    with zipfile.ZipFile(installed.wheel) as wheel:
        prefix = "reviewer/rules/"
        carried = {name.removeprefix(prefix): wheel.read(name) for name in wheel.namelist() if name.startswith(prefix)}
    assert carried == expected


def test_wheel_carries_every_file_of_the_package(installed: Installed, checkout: Path) -> None:
    package = checkout / "reviewer"
    expected = {
        f"reviewer/{file.relative_to(package).as_posix()}"
        for file in package.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    with zipfile.ZipFile(installed.wheel) as wheel:
        names = {
            name for name in wheel.namelist() if not name.startswith("reviewer/rules/") and ".dist-info/" not in name
        }
    assert names == expected


def test_wheel_carries_templates_schema_type_marker_and_licence(installed: Installed) -> None:
    with zipfile.ZipFile(installed.wheel) as wheel:
        names = wheel.namelist()
    assert any(name.startswith("reviewer/report/templates/") for name in names)
    assert any(name.endswith(".schema.json") for name in names)
    assert "reviewer/py.typed" in names
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def test_installed_package_is_the_one_that_runs(installed: Installed, checkout: Path) -> None:
    asked = [str(installed.python), "-c", "import reviewer; print(reviewer.__file__)"]
    found = subprocess.run(
        asked, cwd=installed.elsewhere, env=plain_environment(), capture_output=True, text=True, check=True
    ).stdout
    assert not Path(found.strip()).is_relative_to(checkout)


def test_rules_are_listed_from_any_folder(installed: Installed) -> None:
    done = installed.run("rules", "list", PYTHONUTF8="1")
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(done.stdout.decode("utf-8").splitlines()) > 10


@pytest.mark.parametrize("suffix", ["html", "sarif", "json"])
def test_review_from_any_folder_writes_a_report(installed: Installed, tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"報告書.{suffix}"
    done = installed.run("review", "会社名を表示.js", "--format", suffix, "--out", str(out))
    assert done.returncode == 1, done.stderr.decode("utf-8", "replace")
    assert "会社名" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize("encoding", ["cp932", "cp1252", "utf-8"])
def test_review_survives_the_console(installed: Installed, encoding: str) -> None:
    """Half-width circled digits, file names and messages in Japanese must be printable, or replaced, everywhere."""
    (installed.elsewhere / "絵文字🎌とé.js").write_text(SAMPLE.replace("会社名", "会社名🎌"), encoding="utf-8")
    done = installed.run(
        "review",
        "絵文字🎌とé.js",
        "--format",
        "text",
        PYTHONIOENCODING=encoding,
        PYTHONUTF8="0",
        PYTHONWARNINGS="error",
    )
    assert done.returncode == 1, done.stderr.decode("utf-8", "replace")
    assert b"Traceback" not in done.stderr
    assert done.stdout.decode(encoding).strip()


@pytest.mark.parametrize("encoding", ["cp932", "cp1252"])
@pytest.mark.parametrize("arguments", [["--help"], ["review", "--help"], ["rules", "list"], ["--wrong"]], ids=" ".join)
def test_all_other_output_survives_the_console(installed: Installed, arguments: list[str], encoding: str) -> None:
    done = installed.run(*arguments, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert done.returncode == (2 if arguments == ["--wrong"] else 0)
    assert b"Traceback" not in done.stderr
    assert (done.stdout + done.stderr).decode(encoding).strip()


def test_errors_survive_the_console(installed: Installed) -> None:
    done = installed.run("review", "ありません🎌.js", PYTHONIOENCODING="cp932", PYTHONUTF8="0")
    assert done.returncode == 2
    assert "ありません" in done.stderr.decode("cp932")


def test_review_asks_python_for_no_connection(installed: Installed, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    log = tmp_path / "network.log"
    done = installed.run(
        "review", "会社名を表示.js", "--format", "json", PYTHONPATH=str(tmp_path), NETWORK_LOG=str(log), PYTHONUTF8="1"
    )
    assert done.returncode == 1, done.stderr.decode("utf-8", "replace")
    assert not log.exists(), log.read_text(encoding="utf-8")


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace sees what native programs do; it is Linux only")
def test_review_makes_no_internet_socket_in_any_process(installed: Installed, tmp_path: Path) -> None:
    log = tmp_path / "calls.log"
    watch = ["strace", "-f", "-qq", "-e", "trace=socket,connect,sendto", "-o", str(log)]
    done = subprocess.run(
        [*watch, str(installed.command), "review", "会社名を表示.js", "--format", "json"],
        cwd=installed.elsewhere,
        env=plain_environment(),
        capture_output=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 1, done.stderr.decode("utf-8", "replace")
    assert [line for line in log.read_text(encoding="utf-8", errors="replace").splitlines() if "AF_INET" in line] == []
