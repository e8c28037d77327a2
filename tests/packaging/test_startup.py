"""`kintone-reviewer --help` answers at once: what is heavy is imported only where it is used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    "alembic", "esprima", "jinja2", "justhtml", "openpyxl", "pygments", "rich", "semgrep", "sqlalchemy", "sqlite3",
    "subprocess", "tinycss2", "tree_sitter", "tree_sitter_javascript", "yaml", "zipfile",
)  # fmt: skip


def imported_by(statement: str, checkout: Path) -> frozenset[str]:
    """The names in sys.modules after a statement was run in a new interpreter."""
    program = f"import sys\ntry:\n    {statement}\nexcept SystemExit:\n    pass\nprint('\\n' + '\\n'.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=checkout, capture_output=True, text=True, encoding="utf-8", check=True
    )
    return frozenset(done.stdout.split())


@pytest.mark.parametrize(
    "command",
    [["--help"], ["--version"], ["review", "--help"], ["rules", "--help"], ["ledger", "--help"], ["decide", "--help"]],
    ids=" ".join,
)
def test_help_imports_nothing_heavy(command: list[str], checkout: Path) -> None:
    loaded = imported_by(
        f"from reviewer.cli import main; sys.argv = ['kintone-reviewer', *{command!r}]; main()", checkout
    )
    assert "reviewer.cli" in loaded
    assert sorted(loaded & set(HEAVY)) == []


def test_importing_the_package_imports_nothing_else_of_it(checkout: Path) -> None:
    assert {name for name in imported_by("import reviewer", checkout) if name.startswith("reviewer")} == {"reviewer"}
