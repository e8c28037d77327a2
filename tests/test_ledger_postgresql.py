"""The ledger on a real PostgreSQL: the same as in a file, with roles that the server itself holds to."""

from __future__ import annotations

import json
from pathlib import Path

import psycopg
import pytest
from command import invoke
from database import Server

from reviewer.errors import ReviewerError
from reviewer.ledger.address import address
from reviewer.ledger.chain import Harm
from reviewer.ledger.entry import Kind, Receipt
from reviewer.ledger.store import GUARDS, Access, opened

ROLES = Path(__file__).parents[1] / "reviewer" / "ledger" / "roles.sql"


@pytest.fixture
def name(postgresql: Server) -> str:
    return postgresql.database()


def filled(url: str, count: int) -> list[Receipt]:
    with opened(address(url), Access.MAKE) as store:
        return [
            store.append(
                recorded="2027-01-01", kind=Kind.REVIEW, submission="ab" * 32, body={"turn": turn, "a": "\0審"}
            )
            for turn in range(count)
        ]


def harms(url: str, *receipts: Receipt) -> set[tuple[Harm, int]]:
    with opened(address(url), Access.READ) as store:
        return {(flaw.harm, flaw.sequence) for flaw in store.flaws(store.rows(), receipts)}


def test_the_whole_procedure_runs_on_a_server(postgresql: Server, name: str, tmp_path: Path) -> None:
    url = postgresql.url(name)
    (tmp_path / "一覧").mkdir()
    (tmp_path / "一覧" / "一覧.js").write_text("kintone.events.off('x');\n", encoding="utf-8")
    assert invoke("review", str(tmp_path / "一覧"), "--ledger", url, "--out", str(tmp_path / "r.json")).returncode == 0
    sha256 = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["submission"]["sha256"]
    people = ("--applicant", "山田", "--reviewer", "佐藤", "--approver", "鈴木")
    done = invoke("decide", "--ledger", url, "--submission", sha256, "--outcome", "approved", *people)
    assert done.returncode == 0, done.stderr.decode()
    shown = invoke("ledger", "show", "--ledger", url)
    assert "可 [有効" in shown.stdout.decode()
    assert invoke("ledger", "export", "--ledger", url, "--out", str(tmp_path / "x.xlsx")).returncode == 0
    assert invoke("ledger", "verify", "--ledger", url).returncode == 0


@pytest.mark.parametrize(
    "statement",
    [
        b"UPDATE ledger_entries SET recorded = 'x'",
        b"DELETE FROM ledger_entries WHERE sequence = 2",
        b"TRUNCATE ledger_entries",
        b"INSERT INTO ledger_entries VALUES (9, 'x', 'review', 'x', '{}', 'x', 'x')",
        b"INSERT INTO ledger_entries SELECT * FROM ledger_entries WHERE sequence = 1 "
        b"ON CONFLICT (sequence) DO UPDATE SET recorded = 'x'",
    ],
)
def test_even_the_owner_is_refused_whatever_is_not_the_next_entry(
    postgresql: Server, name: str, statement: bytes
) -> None:
    receipts = filled(postgresql.url(name), 2)
    with postgresql.connect(name) as connection, pytest.raises(psycopg.errors.RaiseException, match="the ledger"):
        connection.execute(statement)
    assert harms(postgresql.url(name), *receipts) == set()


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (b"UPDATE ledger_entries SET body = '{}' WHERE sequence = 2", {(Harm.EDITED, 2)}),
        (b"DELETE FROM ledger_entries WHERE sequence = 2", {(Harm.REMOVED, 2)}),
        (b"DELETE FROM ledger_entries WHERE sequence = 4", {(Harm.REMOVED, 4)}),
    ],
)
def test_what_is_done_with_the_guards_away_is_found(
    postgresql: Server, name: str, statement: bytes, expected: set[tuple[Harm, int]]
) -> None:
    receipts = filled(postgresql.url(name), 4)
    with postgresql.connect(name) as connection:
        connection.execute("ALTER TABLE ledger_entries DISABLE TRIGGER USER")
        connection.execute(statement)
        assert harms(postgresql.url(name), receipts[-1]) >= {(Harm.UNGUARDED, 0)} | expected
        connection.execute("ALTER TABLE ledger_entries ENABLE TRIGGER USER")
    assert harms(postgresql.url(name), receipts[-1]) == expected


def test_the_guards_are_those_that_are_looked_for(postgresql: Server, name: str) -> None:
    filled(postgresql.url(name), 1)
    with postgresql.connect(name) as connection:
        found = connection.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1").fetchall()
    assert tuple(row[0] for row in found) == GUARDS["postgresql"]


def test_a_reader_only_reads_and_a_writer_only_adds(postgresql: Server) -> None:
    name = postgresql.database()
    filled(postgresql.url(name), 1)
    with postgresql.connect(name) as connection:
        connection.execute(ROLES.read_bytes())
        connection.execute("CREATE ROLE yomu LOGIN IN ROLE ledger_reader")
        connection.execute("CREATE ROLE kaku LOGIN IN ROLE ledger_writer")
    reading, writing = postgresql.url(name, "yomu"), postgresql.url(name, "kaku")
    assert harms(reading) == set()
    with opened(address(reading), Access.WRITE) as store, pytest.raises(ReviewerError, match="no such right"):
        store.append(recorded="x", kind=Kind.REVIEW, submission="x", body={})
    with opened(address(writing), Access.MAKE) as store:
        store.append(recorded="x", kind=Kind.REVIEW, submission="x", body={})
    for user in ("yomu", "kaku"):
        with postgresql.connect(name, user) as connection:
            for statement in (
                "UPDATE ledger_entries SET recorded = 'x'",
                "DELETE FROM ledger_entries",
                "TRUNCATE ledger_entries",
                "ALTER TABLE ledger_entries DISABLE TRIGGER ALL",
                "DROP TABLE ledger_entries",
            ):
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    connection.execute(statement.encode())
    with opened(address(postgresql.url(name)), Access.READ) as store:
        assert len(store.rows()) == 2


def test_reading_changes_nothing_whoever_reads(postgresql: Server, name: str) -> None:
    filled(postgresql.url(name), 1)
    with opened(address(postgresql.url(name)), Access.READ) as store, pytest.raises(ReviewerError):
        store.append(recorded="x", kind=Kind.REVIEW, submission="x", body={})


def test_a_ledger_is_not_made_by_who_only_reads(postgresql: Server, name: str) -> None:
    done = invoke("ledger", "show", "--ledger", postgresql.url(name))
    assert (done.returncode, "がありません" in done.stderr.decode()) == (2, True)


def test_a_ledger_of_a_newer_version_is_refused(postgresql: Server, name: str) -> None:
    filled(postgresql.url(name), 1)
    with postgresql.connect(name) as connection:
        connection.execute("UPDATE ledger_version SET version_num = '9999'")
    with pytest.raises(ReviewerError, match="newer"), opened(address(postgresql.url(name)), Access.WRITE):
        pass


def test_a_server_that_is_not_there_is_told_in_words(tmp_path: Path) -> None:
    done = invoke("ledger", "show", "--ledger", f"postgresql://anna:geheim@/x?host={tmp_path}")
    assert done.returncode == 2
    assert "台帳" in done.stderr.decode()
    assert "geheim" not in done.stderr.decode()
