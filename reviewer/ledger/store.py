"""A ledger in SQLite or PostgreSQL -> its rows, and one more at the end. Alone in knowing SQLAlchemy.

An entry is in the ledger when `append` has come back, and not at all if it was refused: one transaction, written
through to the disk. Writers wait for each other: SQLite by its lock on the file (with a rollback journal, which unlike
a write-ahead log is safe on a network share), PostgreSQL by an advisory lock.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import NullPool

from reviewer.errors import ReviewerError
from reviewer.ledger.address import Address, uri
from reviewer.ledger.chain import Flaw, Harm, flaws
from reviewer.ledger.entry import GENESIS, Kind, Object, Receipt, Row, sealed
from reviewer.ledger.register import Register, register
from reviewer.record import thing
from reviewer.text import Text

STEPS = ("0001",)
"""The steps of migration this version of the reviewer knows, the newest last."""
GUARDS = MappingProxyType(
    {
        "sqlite": ("ledger_in_order", "ledger_no_delete", "ledger_no_update"),
        "postgresql": ("ledger_in_order", "ledger_no_delete", "ledger_no_truncate", "ledger_no_update"),
    }
)
_WAIT = 30
_LOCK = 7_305_120_271
_TABLE = "ledger_entries"
_VERSION = "ledger_version"
_TRIGGERS = MappingProxyType(
    {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'ledger_entries'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE tgrelid = 'ledger_entries'::regclass AND tgenabled = 'O'",
    }
)


class Access(StrEnum):
    """What a ledger is opened for: a reader cannot change it, a writer adds to one that is there, a maker makes it."""

    READ = "read"
    WRITE = "write"
    MAKE = "make"


@thing
class Store:
    """An open ledger."""

    engine: sa.Engine
    address: Address

    def rows(self) -> Sequence[Row]:
        """Every row as it stands there, by number."""
        with _told(self.address), self.engine.begin() as connection:
            return tuple(Row(*row) for row in connection.execute(_SELECT.order_by(_ENTRIES.c.sequence)))

    def register(self) -> Register:
        """What the ledger says; ReviewerError where anything is wrong with it."""
        rows = self.rows()
        return register(rows, tuple(self.flaws(rows)))

    def flaws(self, rows: Sequence[Row], receipts: Sequence[Receipt] = ()) -> Iterator[Flaw]:
        """Everything that is wrong with the ledger, whose rows these are."""
        with _told(self.address), self.engine.begin() as connection:
            kind = self.engine.dialect.name
            present = {row[0] for row in connection.exec_driver_sql(_TRIGGERS[kind])}
        for name in GUARDS[kind]:
            if name not in present:
                yield Flaw(
                    Harm.UNGUARDED,
                    0,
                    Text(
                        ja=f"台帳の書き換えを拒む仕組み({name})が外されています。",
                        en=f"A guard of the ledger against changes ({name}) was taken away.",
                    ),
                )
        yield from flaws(rows, receipts)

    def append(self, *, recorded: str, kind: Kind, submission: str, body: Object) -> Receipt:
        """The entry at the end of the ledger, safe on disk."""
        with _told(self.address), self.engine.begin() as connection:
            _wait_for_turn(connection)
            last = connection.execute(_SELECT.order_by(_ENTRIES.c.sequence.desc()).limit(1)).one_or_none()
            before = None if last is None else Row(*last)
            row = sealed(
                sequence=1 if before is None else before.sequence + 1,
                recorded=recorded,
                kind=kind.value,
                submission=submission,
                body=body,
                previous=GENESIS if before is None else before.hash,
            )
            connection.execute(sa.insert(_ENTRIES).values(asdict(row)))
        return Receipt(row.sequence, row.hash)


_ENTRIES = sa.Table(
    _TABLE,
    sa.MetaData(),
    sa.Column("sequence", sa.BigInteger, primary_key=True, autoincrement=False),
    *(sa.Column(name, sa.Text) for name in ("recorded", "kind", "submission", "body", "previous", "hash")),
)
_SELECT = sa.select(_ENTRIES)


@contextmanager
def opened(address: Address, access: Access) -> Iterator[Store]:
    """The ledger at that place, brought up to date by whoever may write; ReviewerError where it cannot be used."""
    engine = _server(address, access) if address.file is None else _file(address.file, access)
    try:
        with _told(address):
            if address.file is not None and access is Access.READ:
                _recover(address.file)
            _prepare(engine, address, access)
        yield Store(engine, address)
    finally:
        engine.dispose()


def _file(file: Path, access: Access) -> sa.Engine:
    if not file.is_file() and access is not Access.MAKE:
        raise _absent(str(file))
    if not file.resolve().parent.is_dir():
        raise ReviewerError(
            Text(
                ja=f"フォルダー {file.resolve().parent} がありません。台帳を置く場所を確かめてください。",
                en=f"There is no folder {file.resolve().parent}. Check where the ledger is to be kept.",
            )
        )
    mode = {Access.READ: "ro", Access.WRITE: "rw", Access.MAKE: "rwc"}[access]

    def connected() -> sqlite3.Connection:
        connection = sqlite3.connect(uri(file, mode), uri=True, timeout=_WAIT, isolation_level=None)
        connection.execute("PRAGMA trusted_schema = OFF")
        if access is not Access.READ:
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA fullfsync = ON")
        return connection

    engine = sa.create_engine("sqlite://", creator=connected, poolclass=NullPool)
    begin = "BEGIN" if access is Access.READ else "BEGIN IMMEDIATE"

    @event.listens_for(engine, "begin")
    def begun(connection: sa.Connection) -> None:
        """Python's own module would begin later than the first read (SQLAlchemy's manual, SQLite, transactions)."""
        connection.exec_driver_sql(begin)

    return engine


def _recover(file: Path) -> None:
    """Undo what a process that was killed left half done, where we may: who only reads could not open the file."""
    if not file.with_name(f"{file.name}-journal").exists():
        return
    with suppress(sqlite3.OperationalError):
        connection = sqlite3.connect(uri(file, "rw"), uri=True, timeout=_WAIT)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.close()


def _server(address: Address, access: Access) -> sa.Engine:
    try:
        engine = sa.create_engine(
            str(address.url),
            poolclass=NullPool,
            connect_args={"connect_timeout": _WAIT},
            isolation_level="READ COMMITTED",
        )
    except ModuleNotFoundError as error:
        raise ReviewerError(
            Text(
                ja="PostgreSQLにつなぐ部品がありません。pip install 'kintone-reviewer[postgresql]' で入れてください。",
                en="What connects to PostgreSQL is not installed: pip install 'kintone-reviewer[postgresql]'.",
            )
        ) from error
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise ReviewerError(
            Text(
                ja=f"台帳のアドレス {address} を読めません。"
                "postgresql://利用者@ホスト/データベース の形で書いてください。",
                en=f"The address {address} cannot be read. Write it as postgresql://user@host/database.",
            )
        ) from error
    return engine.execution_options(postgresql_readonly=True) if access is Access.READ else engine


def _prepare(engine: sa.Engine, address: Address, access: Access) -> None:
    """The tables of this version, made or brought up to date where they are not."""
    with engine.begin() as connection:
        found = _version(connection, address)
        if found == STEPS[-1]:
            return
        if found is None and access is not Access.MAKE:
            raise _absent(str(address))
        if access is Access.READ:
            raise ReviewerError(
                Text(
                    ja=f"台帳 {address} は古い版のものです。書き込める人が一度 review --ledger か decide を使うと、"
                    "新しい版になります。",
                    en=f"The ledger {address} is of an older version. It is brought up to date when somebody who may "
                    "write uses review --ledger or decide.",
                )
            )
        _wait_for_turn(connection)
        if _version(connection, address) != STEPS[-1]:
            _migrate(connection)


def _version(connection: sa.Connection, address: Address) -> str | None:
    """The last step that was taken; None where there is no ledger yet."""
    names = set(sa.inspect(connection).get_table_names())
    if _VERSION not in names:
        if connection.dialect.name == "sqlite" and names:
            raise ReviewerError(
                Text(
                    ja=f"{address} は審査台帳ではない、別のデータベースです。台帳のファイルを指定してください。",
                    en=f"{address} is a database of something else. Name the file of a ledger.",
                )
            )
        return None
    version = connection.exec_driver_sql(f"SELECT version_num FROM {_VERSION}").scalar_one_or_none()  # noqa: S608 - ours
    if version is not None and version not in STEPS:
        raise ReviewerError(
            Text(
                ja=f"台帳 {address} は、この版より新しい kintone-reviewer で作られています。"
                "kintone-reviewer を新しい版にしてから使ってください。台帳には何も書いていません。",
                en=f"The ledger {address} was made by a newer kintone-reviewer. Install that version and try again. "
                "Nothing was written.",
            )
        )
    return None if version is None else str(version)


def _migrate(connection: sa.Connection) -> None:
    from alembic import command  # noqa: PLC0415 - needed once in the life of a ledger
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    folder = str(Path(__file__).parent / "migrations")
    config.set_main_option("script_location", folder.replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _wait_for_turn(connection: sa.Connection) -> None:
    """SQLite has its lock from the beginning of the transaction."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{_WAIT}s'")
        connection.exec_driver_sql("SET LOCAL synchronous_commit = on")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")


def _absent(where: str) -> ReviewerError:
    return ReviewerError(
        Text(
            ja=f"台帳 {where} がありません。場所を確かめてください。新しい台帳は review --ledger が作ります。",
            en=f"There is no ledger {where}. Check the place. `review --ledger` makes a new one.",
        )
    )


# What a database says, for people -------------------------------------------------------------------------------------

_SAID: tuple[tuple[str, Callable[[str], Text]], ...] = (
    (
        "database or disk is full",
        lambda where: Text(
            ja=f"空きがなく、台帳 {where} に書き込めませんでした。台帳は前のままです。空きを作ってください。",
            en=f"The disk is full: nothing was written to the ledger {where}. Make room and try again.",
        ),
    ),
    (
        "disk I/O error",
        lambda where: Text(
            ja=f"ディスクの誤りで、台帳 {where} に書き込めませんでした。台帳は前のままです。空きを確かめてください。",
            en=f"The disk failed: nothing was written to the ledger {where}. Check its room and your rights.",
        ),
    ),
    (
        "locked",
        lambda where: Text(
            ja=f"ほかの人が台帳 {where} に書き込んでいて、終わりません。少し待ってから、もう一度行ってください。",
            en=f"Somebody else is writing to the ledger {where} and did not finish. Wait a little and try again.",
        ),
    ),
    (
        "readonly",
        lambda where: Text(
            ja=f"台帳 {where} は読み取り専用です。書き込む権限を確かめてください。",
            en=f"The ledger {where} is read-only. Check your rights.",
        ),
    ),
    (
        "not a database",
        lambda where: Text(
            ja=f"{where} は審査台帳のファイルではありません。台帳のファイルを指定してください。",
            en=f"{where} is no ledger. Name the file of one.",
        ),
    ),
    (
        "permission denied",
        lambda where: Text(
            ja=f"台帳 {where} に、その権限がありません。読む人の権限では書き込めません。管理者に確かめてください。",
            en=f"You have no such right on the ledger {where}: a reader cannot write. Ask its administrator.",
        ),
    ),
)


@contextmanager
def _told(address: Address) -> Iterator[None]:
    """What a database refuses is told in words that say what became of the ledger."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        original: Any = error.orig if isinstance(error, DBAPIError) else error
        said = " ".join(str(original).split("\n")[0].split())
        for sign, text in _SAID:
            if sign in said:
                raise ReviewerError(text(str(address))) from error
        raise ReviewerError(
            Text(
                ja=f"台帳 {address} を使えません({said})。場所と権限を確かめてください。"
                "記録されたかどうかは ledger show で分かります。",
                en=f"The ledger {address} cannot be used: {said}. Check the place and your rights, and look with "
                "`ledger show` whether anything was entered.",
            )
        ) from error
