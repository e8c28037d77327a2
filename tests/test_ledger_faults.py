"""What may happen to a ledger: two write at once, one is killed, the disk is full. Nothing is lost or half written."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from command import invoke
from database import Server

from reviewer.ledger.address import address
from reviewer.ledger.entry import Receipt
from reviewer.ledger.store import Access, opened

WRITER = Path(__file__).with_name("ledger_writer.py")


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A place where there is no ledger yet."""
    if request.param == "sqlite":
        yield str(tmp_path / "審査 台帳.db")
    else:
        server: Server = request.getfixturevalue("postgresql")
        yield server.url(server.database())


def writer(where: str, count: int, size: int = 10, *before: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*before, sys.executable, str(WRITER), where, str(count), str(size)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(WRITER.parents[1]), "PYTHONIOENCODING": "utf-8"},
    )


def receipts(output: str) -> list[Receipt]:
    """Those that were said whole: a killed process may have said half a line."""
    whole = [line.split(":") for line in output.splitlines(keepends=True) if line.endswith("\n")]
    return [Receipt(int(number), digest.strip()) for number, digest in whole]


def intact(where: str, *known: Receipt) -> int:
    """How many entries there are; nothing is wrong with them, and all that were promised are among them."""
    with opened(address(where), Access.READ) as store:
        rows = store.rows()
        assert [flaw.message.en for flaw in store.flaws(rows, known)] == []
    return len(rows)


def test_processes_that_write_at_once_lose_nothing(where: str) -> None:
    running = [writer(where, 15) for _ in range(4)]
    said = [process.communicate(timeout=300) for process in running]
    assert [(process.returncode, err) for process, (_, err) in zip(running, said, strict=True)] == [(0, "")] * 4
    known = [receipt for out, _ in said for receipt in receipts(out)]
    assert sorted(receipt.sequence for receipt in known) == list(range(1, 61))
    assert intact(where, *known) == 60


def test_a_process_that_is_killed_leaves_whole_entries_only(where: str) -> None:
    chance = random.Random(20270101)  # noqa: S311 - a moment, not a secret
    known: list[Receipt] = []
    for _ in range(8):
        process = writer(where, 100_000, 60_000)
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(chance.uniform(0, 0.12))
        process.kill()
        rest, _ = process.communicate(timeout=60)
        known += receipts(first + rest)
        # What was promised is there; at most one more was finished and not yet said.
        count = intact(where, *known)
        assert count - known[-1].sequence in (0, 1)


def test_a_process_that_is_killed_while_it_makes_the_ledger_leaves_a_whole_one_or_none(tmp_path: Path) -> None:
    for turn in range(6):
        where = tmp_path / f"{turn}.db"
        process = writer(str(where), 1)
        while not where.exists() and process.poll() is None:
            time.sleep(0.001)
        time.sleep(turn * 0.02)
        process.kill()
        known = receipts(process.communicate(timeout=60)[0])
        done = writer(str(where), 1)
        more = receipts(done.communicate(timeout=60)[0])
        assert done.returncode == 0
        assert intact(str(where), *known, *more) in (1, 2)


def test_a_reader_is_not_stopped_by_what_a_killed_process_left(tmp_path: Path) -> None:
    where = tmp_path / "台帳.db"
    done = writer(str(where), 3)
    known = receipts(done.communicate(timeout=60)[0])
    # A journal with pages that were overwritten in the file: what a process leaves that dies while it writes.
    script = (
        "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "c.execute('PRAGMA cache_size = 1'); c.execute('PRAGMA cache_spill = 1'); c.execute('BEGIN IMMEDIATE');"
        "c.execute('DROP TRIGGER ledger_no_update');"
        'c.execute("UPDATE ledger_entries SET recorded = hex(zeroblob(90000))"); os.kill(os.getpid(), 9)'
    )
    killed = subprocess.run([sys.executable, "-c", script, str(where)], check=False)
    assert killed.returncode != 0
    assert where.with_name("台帳.db-journal").stat().st_size > 0
    assert invoke("ledger", "verify", "--ledger", str(where)).returncode == 0
    assert intact(str(where), *known) == 3


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of files")
def test_a_disk_that_is_full_is_told_and_the_ledger_is_as_it_was(tmp_path: Path) -> None:
    where = str(tmp_path / "台帳.db")
    limit = "import os, resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))"
    limited = (sys.executable, "-c", f"{limit}; os.execv(sys.argv[1], sys.argv[1:])")
    process = writer(where, 1_000, 9_000, *limited)
    out, err = process.communicate(timeout=60)
    known = receipts(out)
    assert process.returncode == 2
    assert "nothing was written" in err
    assert 3 < intact(where, *known) == len(known)
    # With room again it goes on.
    done = writer(where, 2)
    known += receipts(done.communicate(timeout=60)[0])
    assert intact(where, *known) == len(known)


def test_a_database_that_may_grow_no_more_is_told_and_the_ledger_is_as_it_was(tmp_path: Path) -> None:
    import sqlite3

    from reviewer.errors import ReviewerError
    from reviewer.ledger.entry import Kind

    where = str(tmp_path / "台帳.db")
    known = receipts(writer(where, 2).communicate(timeout=60)[0])
    with opened(address(where), Access.WRITE) as store:
        from sqlalchemy import event

        @event.listens_for(store.engine, "connect")
        def connected(connection: sqlite3.Connection, _: object) -> None:
            connection.execute("PRAGMA max_page_count = 1")  # as many as there are

        with pytest.raises(ReviewerError, match="The disk is full"):
            store.append(recorded="x", kind=Kind.REVIEW, submission="x", body={"filling": "x" * 100_000})
    assert intact(where, *known) == 2


def test_a_server_that_crashes_has_every_entry_that_was_promised(postgresql: Server) -> None:
    where = postgresql.url(postgresql.database())
    process = writer(where, 100_000, 1_000)
    assert process.stdout is not None
    first = "".join(process.stdout.readline() for _ in range(5))
    pid = int((postgresql.data / "postmaster.pid").read_text(encoding="ascii").splitlines()[0])
    os.kill(pid, signal.SIGQUIT)  # no farewell: what is not on the disk is lost
    out, err = process.communicate(timeout=60)
    assert process.returncode == 2, err
    known = receipts(first + out)
    postgresql.start()
    assert intact(where, *known) - len(known) in (0, 1)
