"""A real PostgreSQL server from Debian's package, started in a temporary folder and reached by a socket alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest


@dataclass(frozen=True, slots=True)
class Server:
    """Where it listens, where its data lies, and how its programs are run."""

    folder: Path
    programs: Path
    user: tuple[str, ...]

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def connect(self, name: str = "postgres", user: str = "owner") -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(host=str(self.folder), dbname=name, user=user, autocommit=True)

    def url(self, name: str, user: str = "owner") -> str:
        return f"postgresql://{user}@/{name}?host={self.folder}"

    def database(self) -> str:
        """The name of a new, empty database."""
        with self.connect() as connection:
            row = connection.execute("SELECT 'ledger_' || count(*) FROM pg_database").fetchone()
            assert row is not None
            connection.execute(f'CREATE DATABASE "{row[0]}"'.encode())
        return str(row[0])

    def control(self, *arguments: str) -> None:
        command = [*self.user, str(self.programs / "pg_ctl"), "-D", str(self.data), "-w", *arguments]
        done = subprocess.run(
            command, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False
        )
        assert done.returncode == 0, command

    def start(self) -> None:
        log = str(self.folder / "log")
        # A role a test makes must not need a password, and nobody but this machine's users may come near.
        self.control("-l", log, "-o", f"-c listen_addresses='' -k {self.folder}", "start")


def programs() -> Path:
    """The folder of PostgreSQL's programs, the newest where there are several."""
    found = shutil.which("initdb")
    if found is not None:
        return Path(found).resolve().parent
    installed = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parents[1].name.split(".")[0])
    )
    if not installed:
        pytest.fail("PostgreSQL is missing: `python3 tests/run.py` installs it on Debian, or apt install postgresql")
    return installed[-1].parent


@contextmanager
def started() -> Iterator[Server]:
    """A server with a superuser `owner`; it refuses to run as root and then runs as Debian's user postgres."""
    folder = Path(tempfile.mkdtemp(prefix="ledger-pg-"))
    as_root = os.name != "nt" and os.geteuid() == 0
    user = ("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--") if as_root else ()
    if as_root:
        shutil.chown(folder, "postgres", "postgres")
    folder.chmod(0o755)
    server = Server(folder, programs(), user)
    made = [*user, str(server.programs / "initdb"), "-D", str(server.data), "-U", "owner", "-A", "trust", "-N"]
    done = subprocess.run([*made, "-E", "UTF8", "--locale=C"], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    server.start()
    try:
        yield server
    finally:
        server.control("-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)
