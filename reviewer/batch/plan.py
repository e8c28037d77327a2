"""All submissions of a run, on disk: memory does not grow with the store, and no two runs use one folder.

The plan is made anew by every run; what is lasting are the results.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from reviewer.batch.charge import Task
from reviewer.errors import ReviewerError
from reviewer.text import Text

_TABLE = """
CREATE TABLE item (
    number INTEGER PRIMARY KEY, place TEXT UNIQUE, content TEXT, source TEXT, apart TEXT, declaration TEXT,
    files INTEGER, size INTEGER, todo INTEGER, -- 1: to be reviewed, 2: there is a trouble that says why it cannot be
    trouble_ja TEXT, trouble_en TEXT
);
CREATE INDEX by_content ON item (content) WHERE todo = 1;
CREATE INDEX by_size ON item (size DESC, number);
"""

_BEYOND = 2**62
_AS_FOUND = ("number > :number", "number")
_LARGEST_FIRST = ("(size < :size OR size = :size AND number > :number)", "size DESC, number")
"""How rows are gone through: which come after the last one, and their order."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One submission of the run. `todo`: it is to be reviewed; `trouble`: why it cannot be."""

    place: str
    content: str
    source: str
    apart: tuple[str, ...]
    declaration: str | None
    files: int
    size: int
    todo: bool
    trouble: Text | None


class Plan:
    """The submissions by place and by content."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def add(self, planned: Planned) -> None:
        """One more; a place that is there already is not taken twice."""
        trouble = planned.trouble
        self._database.execute(
            "INSERT OR IGNORE INTO item VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                _safe(planned.place),
                planned.content,
                _safe(planned.source),
                json.dumps(planned.apart),
                None if planned.declaration is None else _safe(planned.declaration),
                planned.files,
                planned.size,
                0 if not planned.todo else 1 if trouble is None else 2,
                None if trouble is None else trouble.ja,
                None if trouble is None else trouble.en,
            ),
        )

    def count(self, *, todo: bool) -> int:
        """How many submissions there are, or are to be reviewed."""
        (number,) = self._database.execute("SELECT count(*) FROM item WHERE todo OR ?", (not todo,)).fetchone()
        return int(number)

    def measure(self) -> tuple[int, int]:
        """Files and bytes of what is to be reviewed."""
        query = "SELECT coalesce(sum(files), 0), coalesce(sum(size), 0) FROM item WHERE todo"
        files, size = self._database.execute(query).fetchone()
        return int(files), int(size)

    def tasks(self) -> Iterator[Task]:
        """What is to be reviewed: each content once, with all its places. The largest come first, so that none of them
        is begun when everything else is done, and keeps one worker busy alone."""
        yield from (task for task, _ in self.weighed())

    def weighed(self) -> Iterator[tuple[Task, int]]:
        """The tasks with their size in bytes."""
        first = "SELECT min(number) FROM item AS other WHERE other.content = item.content AND other.todo = 1"
        for row in self._rows(f"todo = 1 AND number = ({first})", _LARGEST_FIRST):
            places = self._database.execute(
                "SELECT place FROM item WHERE content = ? AND todo AND trouble_ja IS NULL ORDER BY number",
                (row.content,),
            )
            named = tuple(_text(place) for (place,) in places)
            yield Task(row.content, row.source, row.apart, row.declaration, named), row.size

    def items(self) -> Iterator[Planned]:
        """Every submission, in the order of their places."""
        yield from self._rows("1", _AS_FOUND)

    def _rows(self, condition: str, order: tuple[str, str]) -> Iterator[Planned]:
        last = {"number": 0, "size": _BEYOND}
        after, by = order
        page = f"SELECT * FROM item WHERE {after} AND {condition} ORDER BY {by} LIMIT 100"  # noqa: S608 - our words
        while True:
            found = self._database.execute(page, last).fetchall()
            for number, place, content, source, apart, declaration, files, size, todo, ja, en in found:
                last = {"number": number, "size": size}
                yield Planned(
                    place=_text(place),
                    content=content,
                    source=_text(source),
                    apart=tuple(json.loads(apart)),
                    declaration=None if declaration is None else _text(declaration),
                    files=files,
                    size=size,
                    todo=bool(todo),
                    trouble=None if ja is None else Text(ja=ja, en=en),
                )
            if not found:
                return


def _safe(text: str) -> str:
    """A path of any bytes as text that a database takes."""
    return json.dumps(text)


def _text(kept: str) -> str:
    return str(json.loads(kept))


@contextmanager
def planning(folder: Path) -> Iterator[Plan]:
    """An empty plan in that folder, ours alone as long as it is open; ReviewerError where another run has it."""
    try:
        database = sqlite3.connect(folder / "plan.db", isolation_level=None, timeout=1.0)
        try:
            for pragma in ("locking_mode = EXCLUSIVE", "synchronous = OFF", "journal_mode = MEMORY"):
                database.execute(f"PRAGMA {pragma}")
            database.execute("BEGIN EXCLUSIVE")
            database.execute("DROP TABLE IF EXISTS item")
            database.execute("COMMIT")
            database.executescript(_TABLE)
            yield Plan(database)
        finally:
            database.close()
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise ReviewerError(_TAKEN) from error
        raise ReviewerError(_unusable(folder, error)) from error
    except sqlite3.DatabaseError as error:
        (folder / "plan.db").unlink(missing_ok=True)
        raise ReviewerError(_unusable(folder, error)) from error


_TAKEN = Text(
    ja="この結果のフォルダーでは、別の一括審査が動いています。終わるのを待つか、"
    "--out に別のフォルダーを指定してください。",
    en="Another batch is working on this folder of results. Wait for it to end, or name another one with --out.",
)


def _unusable(folder: Path, error: sqlite3.Error) -> Text:
    return Text(
        ja=f"{folder} に作業用のファイルを作れません({error})。空きと権限を確かめて、もう一度実行してください。",
        en=f"Cannot keep a working file in {folder} ({error}). Check space and permissions, and run again.",
    )
