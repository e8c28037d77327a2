"""The ledger in a file: what is entered, what is refused, and that nobody can change it unseen."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from command import invoke as run
from openpyxl import load_workbook

from reviewer.errors import ReviewerError
from reviewer.ledger.address import address, uri
from reviewer.ledger.chain import Harm, flaws
from reviewer.ledger.entry import Kind, Receipt, Row, canonical
from reviewer.ledger.store import GUARDS, STEPS, Access, opened

SCRIPT = "kintone.events.on('app.record.index.show', (event) => event);\n"
TODAY = "1798761600"  # 2027-01-01
PEOPLE = ("--applicant", "山田 太郎", "--reviewer", "佐藤 花子", "--approver", "鈴木 一郎")


def filled(file: Path, count: int) -> list[Receipt]:
    """A ledger with so many entries."""
    with opened(address(str(file)), Access.MAKE) as store:
        return [
            store.append(recorded="2027-01-01", kind=Kind.REVIEW, submission="ab" * 32, body={"turn": turn})
            for turn in range(1, count + 1)
        ]


def rows(file: Path) -> tuple[Row, ...]:
    with opened(address(str(file)), Access.READ) as store:
        return tuple(store.rows())


def unguarded(file: Path, *statements: str) -> None:
    """What somebody does to the file who knows SQLite."""
    with closing(sqlite3.connect(file)) as connection:
        guards = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for _, text in guards:
            connection.execute(text)
        connection.commit()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "公共施設 点検"
    made.mkdir()
    (made / "一覧.js").write_text(SCRIPT, encoding="utf-8")
    return made


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "審査 台帳 #1%.db"


def reviewed(folder: Path, ledger: Path, *more: str, epoch: str = TODAY) -> str:
    """The hash of the submission that was reviewed and entered."""
    out = folder.parent / "報告.json"
    done = run("review", str(folder), "--ledger", str(ledger), "--out", str(out), *more, SOURCE_DATE_EPOCH=epoch)
    assert done.returncode == 0, done.stderr.decode()
    return str(json.loads(out.read_text(encoding="utf-8"))["submission"]["sha256"])


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A ledger with one review, made once, and the hash of what was reviewed."""
    made = tmp_path_factory.mktemp("first") / "公共施設 点検"
    made.mkdir()
    (made / "一覧.js").write_text(SCRIPT, encoding="utf-8")
    ledger = made.parent / "first.db"
    return ledger, reviewed(made, ledger)


@pytest.fixture
def sha256(first: tuple[Path, str], ledger: Path) -> str:
    """What is reviewed in a ledger that is otherwise empty."""
    shutil.copyfile(first[0], ledger)
    return first[1]


def decide(ledger: Path, sha256: str, *more: str, epoch: str = TODAY) -> tuple[int, str]:
    done = run("decide", "--ledger", str(ledger), "--submission", sha256, *more, SOURCE_DATE_EPOCH=epoch)
    return done.returncode, (done.stdout + done.stderr).decode()


def show(ledger: Path, *more: str, epoch: str = TODAY) -> str:
    done = run("ledger", "show", "--ledger", str(ledger), *more, SOURCE_DATE_EPOCH=epoch)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def verify(ledger: Path, *more: str) -> tuple[int, str]:
    done = run("ledger", "verify", "--ledger", str(ledger), *more)
    return done.returncode, (done.stdout + done.stderr).decode()


# The chain ------------------------------------------------------------------------------------------------------------


def test_entries_are_numbered_without_holes_and_each_holds_the_hash_of_the_one_before(ledger: Path) -> None:
    receipts = filled(ledger, 3)
    found = rows(ledger)
    assert [row.sequence for row in found] == [1, 2, 3]
    assert [row.previous for row in found] == ["0" * 64, receipts[0].hash, receipts[1].hash]
    assert list(flaws(found, receipts)) == []


def test_bodies_are_written_as_rfc_8785_says() -> None:
    value = {"b": [1, True, None], "a": '\u20ac$\x0f\nA\'B"\\\\"/', "ac": "\udc80"}
    assert canonical(value) == r"""{"a":"€$\u000f\nA'B\"\\\\\"/","ac":"\udc80","b":[1,true,null]}"""


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        (["UPDATE ledger_entries SET body = '{\"turn\":9}' WHERE sequence = 3"], {(Harm.EDITED, 3)}),
        (["UPDATE ledger_entries SET body = body || ' ' WHERE sequence = 3"], {(Harm.EDITED, 3)}),
        (["UPDATE ledger_entries SET recorded = '2020' WHERE sequence = 2"], {(Harm.EDITED, 2)}),
        (["UPDATE ledger_entries SET kind = 'decision' WHERE sequence = 5"], {(Harm.EDITED, 5)}),
        (["UPDATE ledger_entries SET body = 'x' WHERE sequence = 1"], {(Harm.EDITED, 1)}),
        (["DELETE FROM ledger_entries WHERE sequence = 3"], {(Harm.REMOVED, 3)}),
        (["DELETE FROM ledger_entries WHERE sequence IN (1, 2)"], {(Harm.REMOVED, 1), (Harm.REMOVED, 2)}),
        (
            [
                "DELETE FROM ledger_entries WHERE sequence = 3",
                "UPDATE ledger_entries SET sequence = 3 WHERE sequence = 4",
                "UPDATE ledger_entries SET sequence = 4 WHERE sequence = 5",
            ],
            {(Harm.MOVED, 3), (Harm.MOVED, 4), (Harm.UNLINKED, 3)},
        ),
        (
            [
                "UPDATE ledger_entries SET sequence = 99 WHERE sequence = 2",
                "UPDATE ledger_entries SET sequence = 2 WHERE sequence = 4",
                "UPDATE ledger_entries SET sequence = 4 WHERE sequence = 99",
            ],
            {(Harm.MOVED, 2), (Harm.MOVED, 4), (Harm.UNLINKED, 2), (Harm.UNLINKED, 3), (Harm.UNLINKED, 4),
             (Harm.UNLINKED, 5)},
        ),
        (
            [
                "UPDATE ledger_entries SET sequence = 6 WHERE sequence = 5",
                "INSERT INTO ledger_entries SELECT 5, recorded, kind, submission, body, previous, hash "
                "FROM ledger_entries WHERE sequence = 1",
            ],
            {(Harm.MOVED, 5), (Harm.MOVED, 6), (Harm.UNLINKED, 5), (Harm.UNLINKED, 6)},
        ),
    ],
    ids=["edited", "respaced", "redated", "renamed", "broken", "removed", "first removed", "renumbered", "swapped",
         "inserted"],
)  # fmt: skip
def test_every_change_is_found_and_the_entry_is_named(
    ledger: Path, statements: list[str], expected: set[tuple[Harm, int]]
) -> None:
    filled(ledger, 5)
    unguarded(ledger, *statements)
    found = tuple(flaws(rows(ledger)))
    assert {(flaw.harm, flaw.sequence) for flaw in found} == expected
    status, said = verify(ledger)
    assert status == 1
    assert all(f"第{number}号" in said for _, number in expected)


def test_an_entry_that_was_edited_with_a_new_hash_no_longer_fits_the_next(ledger: Path) -> None:
    filled(ledger, 3)
    forged = ledger.with_name("forged.db")
    filled(forged, 1)
    with opened(address(str(forged)), Access.WRITE) as store:
        store.append(recorded="2027-01-01", kind=Kind.REVIEW, submission="ab" * 32, body={"turn": "other"})
    other = rows(forged)[1]
    edit = f"SET body = '{other.body}', hash = '{other.hash}' WHERE sequence = 2"
    unguarded(ledger, f"UPDATE ledger_entries {edit}")
    assert {(flaw.harm, flaw.sequence) for flaw in flaws(rows(ledger))} == {(Harm.UNLINKED, 3)}


def test_what_was_cut_off_at_the_end_is_found_by_a_receipt_only(ledger: Path) -> None:
    receipts = filled(ledger, 5)
    unguarded(ledger, "DELETE FROM ledger_entries WHERE sequence > 3")
    assert verify(ledger)[0] == 0
    status, said = verify(ledger, "--head", str(receipts[4]))
    assert status == 1
    assert "第4号から第5号まで" in said


def test_a_ledger_that_was_written_anew_is_found_by_a_receipt(ledger: Path, tmp_path: Path) -> None:
    receipts = filled(ledger, 2)
    other = tmp_path / "other.db"
    filled(other, 1)
    with opened(address(str(other)), Access.WRITE) as store:
        store.append(recorded="2027-01-01", kind=Kind.REVIEW, submission="cd" * 32, body={})
    status, said = verify(other, "--head", str(receipts[0]), "--head", str(receipts[1]))
    assert status == 1
    assert "第2号" in said
    assert "第1号" not in said


def test_a_receipt_of_an_earlier_day_still_holds_when_the_ledger_has_grown(ledger: Path) -> None:
    receipts = filled(ledger, 4)
    status, said = verify(ledger, "--head", str(receipts[1]))
    assert (status, "全4号に異常はありません" in said) == (0, True)


def test_a_receipt_that_was_copied_wrongly_is_wrong_use(ledger: Path) -> None:
    filled(ledger, 1)
    assert verify(ledger, "--head", "1:abc")[0] == 2


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger_entries SET recorded = 'x' WHERE sequence = 1",
        "DELETE FROM ledger_entries WHERE sequence = 2",
        "INSERT OR REPLACE INTO ledger_entries SELECT 1, recorded, kind, submission, body, previous, hash "
        "FROM ledger_entries WHERE sequence = 2",
        "REPLACE INTO ledger_entries SELECT * FROM ledger_entries WHERE sequence = 2",
        "INSERT INTO ledger_entries VALUES (9, 'x', 'review', 'x', '{}', 'x', 'x')",
        "INSERT INTO ledger_entries VALUES (3, 'x', 'review', 'x', '{}', 'not the hash before', 'x')",
    ],
)
def test_the_database_itself_refuses_whatever_is_not_the_next_entry(ledger: Path, statement: str) -> None:
    filled(ledger, 2)
    before = rows(ledger)
    with closing(sqlite3.connect(ledger)) as connection, pytest.raises(sqlite3.IntegrityError, match="the ledger"):
        connection.execute(statement)
    assert rows(ledger) == before


@pytest.mark.parametrize("guard", GUARDS["sqlite"])
def test_a_guard_that_was_taken_away_is_told(ledger: Path, guard: str) -> None:
    filled(ledger, 1)
    with closing(sqlite3.connect(ledger)) as connection:
        connection.execute(f"DROP TRIGGER {guard}")
    status, said = verify(ledger)
    assert (status, guard in said) == (1, True)


def test_nothing_is_built_on_a_broken_ledger(ledger: Path, sha256: str, tmp_path: Path) -> None:
    unguarded(ledger, "UPDATE ledger_entries SET recorded = 'x'")
    for command in (
        ["ledger", "show"],
        ["ledger", "export", "--out", str(tmp_path / "x.csv")],
        ["decide", "--submission", sha256, "--outcome", "approved", *PEOPLE],
    ):
        done = run(*command, "--ledger", str(ledger))
        assert done.returncode == 2
        assert "第1号: 書き換えられています" in done.stderr.decode()
    assert len(rows(ledger)) == 1


# The file -------------------------------------------------------------------------------------------------------------


def test_a_reader_cannot_write(ledger: Path) -> None:
    filled(ledger, 1)
    before = ledger.read_bytes()
    with opened(address(str(ledger)), Access.READ) as store, pytest.raises(ReviewerError, match="read-only"):
        store.append(recorded="x", kind=Kind.REVIEW, submission="x", body={})
    assert ledger.read_bytes() == before


def test_reading_a_ledger_that_nobody_may_write_to_works(ledger: Path) -> None:
    filled(ledger, 1)
    ledger.chmod(0o444)
    assert verify(ledger)[0] == 0


def test_looking_at_a_ledger_changes_no_byte_of_it(folder: Path, ledger: Path, tmp_path: Path) -> None:
    reviewed(folder, ledger)
    before = ledger.read_bytes()
    show(ledger)
    verify(ledger)
    run("ledger", "export", "--ledger", str(ledger), "--out", str(tmp_path / "x.json"))
    run("review", str(folder), "--since", str(ledger))
    assert ledger.read_bytes() == before
    assert [file.name for file in tmp_path.glob("*.db*")] == [ledger.name]


@pytest.mark.parametrize("command", [["ledger", "show"], ["ledger", "verify"], ["decide", "--submission", "ab" * 32,
                                     "--outcome", "approved"]])  # fmt: skip
def test_a_ledger_that_is_not_there_is_not_made_by_mistake(ledger: Path, command: list[str]) -> None:
    done = run(*command, "--ledger", str(ledger))
    assert done.returncode == 2
    assert "がありません" in done.stderr.decode()
    assert not ledger.exists()


def test_a_database_of_something_else_is_left_alone(tmp_path: Path, folder: Path) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE contacts (name TEXT)")
    before = other.read_bytes()
    done = run("review", str(folder), "--ledger", str(other))
    assert done.returncode == 2
    assert "別のデータベース" in done.stderr.decode()
    assert other.read_bytes() == before


@pytest.mark.parametrize("option", ["--ledger", "--since"])
def test_a_ledger_that_came_with_the_submission_is_refused(
    folder: Path, sha256: str, ledger: Path, option: str
) -> None:
    assert sha256
    shutil.copyfile(ledger, folder / "台帳.db")
    before = ledger.read_bytes()
    done = run("review", str(folder), option, str(folder / "台帳.db"))
    assert (done.returncode, "提出物の中" in done.stderr.decode()) == (2, True)
    assert (folder / "台帳.db").read_bytes() == before


def test_a_file_that_is_no_database_is_left_alone(folder: Path) -> None:
    done = run("ledger", "show", "--ledger", str(folder / "一覧.js"))
    assert done.returncode == 2
    assert "台帳のファイルではありません" in done.stderr.decode()


def test_a_ledger_of_a_newer_version_is_refused_and_left_alone(folder: Path, ledger: Path) -> None:
    filled(ledger, 1)
    with closing(sqlite3.connect(ledger)) as connection:
        connection.execute("UPDATE ledger_version SET version_num = '9999'")
        connection.commit()
    before = ledger.read_bytes()
    for command in (["review", str(folder)], ["ledger", "verify"]):
        done = run(*command, "--ledger", str(ledger))
        assert done.returncode == 2
        assert "新しい kintone-reviewer" in done.stderr.decode()
    assert ledger.read_bytes() == before


def test_the_steps_that_are_known_are_those_that_alembic_finds() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parents[1] / "reviewer" / "ledger" / "migrations"))
    config.set_main_option("path_separator", "newline")
    found = ScriptDirectory.from_config(config).walk_revisions()
    assert tuple(step.revision for step in reversed(list(found))) == STEPS


@pytest.mark.parametrize(
    ("path", "expected"),
    [("/a b/台帳.db", "file:///a%20b/%E5%8F%B0%E5%B8%B3.db?mode=ro"), ("/a?b#c%d", "file:///a%3Fb%23c%25d?mode=ro")],
)
def test_any_file_name_can_be_a_ledger(path: str, expected: str) -> None:
    assert uri(Path(path), "ro") == expected


def test_an_address_is_never_shown_with_its_password() -> None:
    assert str(address("postgresql://anna:geheim@db/review")) == "postgresql+psycopg://anna@db/review"


def test_another_kind_of_server_is_refused() -> None:
    with pytest.raises(ReviewerError):
        address("mysql://db/review")


# Reviews and decisions ------------------------------------------------------------------------------------------------


def test_a_review_is_bound_to_every_file_the_rules_the_policy_and_the_tool(folder: Path, ledger: Path) -> None:
    import hashlib

    (folder / "説明.txt").write_text("読んでください", encoding="utf-8")
    sha256 = reviewed(folder, ledger)
    report = json.loads((folder.parent / "報告.json").read_text(encoding="utf-8"))
    (row,) = rows(ledger)
    body = json.loads(row.body)
    assert row.submission == body["submission"]["sha256"] == sha256
    assert body["submission"]["files"] == [
        {"path": name, "sha256": hashlib.sha256((folder / name).read_bytes()).hexdigest()}
        for name in ("一覧.js", "説明.txt")
    ]
    assert body["rulebook"] == report["rulebook"]["sha256"]
    assert body["policy"]["version"] == report["policy"]["version"]
    assert body["tool"]["version"] == report["tool"]["version"]


def test_a_secret_in_the_code_is_not_kept_in_clear(folder: Path, ledger: Path) -> None:
    token = "kR9vQ2mX7bL4pT8wZ3nC6dF1hJ5sG0yAeU" + "iO2qWx"
    (folder / "鍵.js").write_text(
        f"kintone.proxy('https://api.example.com/?token={token}', 'GET', {{'X-Cybozu-API-Token': '{token}'}}, {{}});\n",
        encoding="utf-8",
    )
    run("review", str(folder), "--ledger", str(ledger))
    assert "example.com" in rows(ledger)[0].body
    assert token not in ledger.read_bytes().decode("utf-8", "replace")


def test_an_approval_counts_from_its_day_and_is_shown_with_everybody(sha256: str, ledger: Path) -> None:
    status, said = decide(
        ledger, sha256[:12], "--outcome", "conditional", "--conditions", "年度末までに直す", "--adviser", "高橋",
        "--date", "2026-12-01", *PEOPLE,
    )  # fmt: skip
    assert (status, "有効期限: 2027-12-01" in said) == (0, True)
    shown = show(ledger)
    assert "条件付き可 [有効、2027-12-01 まで](第1号の審査)" in shown
    assert "条件: 年度末までに直す" in shown
    assert "申請者 山田 太郎、確認者 佐藤 花子、助言者 高橋、承認者 鈴木 一郎 2026-12-01" in shown
    assert verify(ledger)[0] == 0


def test_an_approval_that_has_run_out_is_said_so(sha256: str, ledger: Path) -> None:
    decide(ledger, sha256, "--outcome", "approved", *PEOPLE)
    last_day, next_day = str(int(TODAY) + 365 * 86400), str(int(TODAY) + 366 * 86400)
    assert "[有効、2028-01-01 まで]" in show(ledger, epoch=last_day)
    assert "[期限切れ、2028-01-01 まで]" in show(ledger, epoch=next_day)


def test_the_last_decision_on_a_submission_counts(sha256: str, ledger: Path) -> None:
    decide(ledger, sha256, "--outcome", "approved", *PEOPLE)
    assert decide(ledger, sha256, "--outcome", "refused", "--reasons", "運用が変わった", *PEOPLE)[0] == 0
    shown = show(ledger)
    assert "可 [後の判断に置き換え" in shown
    assert "否 [承認なし]" in shown


@pytest.mark.parametrize(
    ("people", "said"),
    [
        (("--applicant", "山田 太郎", "--reviewer", "佐藤", "--approver", "山田\u3000太郎"), "承認者と申請者が同じ人"),
        (("--applicant", "ﾔﾏﾀﾞ", "--reviewer", "佐藤", "--approver", "ヤマダ"), "承認者と申請者が同じ人"),
        (("--applicant", "YAMADA Taro", "--reviewer", "佐藤", "--approver", "yamada taro"), "承認者と申請者が同じ人"),
        (("--applicant", "山\u200b田", "--reviewer", "佐藤", "--approver", "山田"), "承認者と申請者が同じ人"),
        (("--applicant", "山田", "--reviewer", "山 田", "--approver", "鈴木"), "確認者と申請者が同じ人"),
        (("--reviewer", "佐藤", "--approver", "鈴木"), "申請者の氏名がありません"),
        (("--applicant", "山田", "--reviewer", "佐藤"), "承認者の氏名がありません"),
        (("--applicant", "山田", "--approver", "佐藤"), "確認者の氏名がありません"),
        (
            ("--applicant", "山田", "--reviewer", "佐藤", "--approver", "鈴木", "--date", "2027-01-02"),
            "まだ来ていません",
        ),
        (("--applicant", "山田", "--reviewer", "佐藤", "--approver", "鈴木", "--date", "2025-01-02"), "過ぎています"),
    ],
)
def test_who_asked_cannot_approve_and_nobody_is_left_out(
    sha256: str, ledger: Path, people: tuple[str, ...], said: str
) -> None:
    status, told = decide(ledger, sha256, "--outcome", "approved", *people)
    assert (status, said in told) == (2, True), told
    assert len(rows(ledger)) == 1


@pytest.mark.parametrize("outcome", ["conditional", "returned", "refused"])
def test_conditions_and_reasons_must_be_said(sha256: str, ledger: Path, outcome: str) -> None:
    assert decide(ledger, sha256, "--outcome", outcome, *PEOPLE)[0] == 2
    assert decide(ledger, sha256, "--outcome", outcome, "--conditions", "x", "--reasons", "y", *PEOPLE)[0] == 0


def test_approving_what_the_tool_would_not_needs_a_reason(folder: Path, ledger: Path) -> None:
    (folder / "悪い.js").write_text("eval(location.hash.slice(1));\n", encoding="utf-8")
    out = folder.parent / "x.json"
    assert run("review", str(folder), "--ledger", str(ledger), "--out", str(out)).returncode == 1
    sha256 = json.loads(out.read_text(encoding="utf-8"))["submission"]["sha256"]
    assert decide(ledger, sha256, "--outcome", "approved", *PEOPLE)[0] == 2
    assert decide(ledger, sha256, "--outcome", "approved", "--reasons", "隔離した環境で使う", *PEOPLE)[0] == 0


def test_a_submission_that_was_never_reviewed_cannot_be_decided_on(folder: Path, ledger: Path) -> None:
    reviewed(folder, ledger)
    status, said = decide(ledger, "00" * 32, "--outcome", "approved", *PEOPLE)
    assert (status, "0件" in said) == (2, True)


# What is exported -----------------------------------------------------------------------------------------------------


@pytest.fixture
def full(sha256: str, ledger: Path) -> Path:
    """A ledger with a decision whose words would be formulas."""
    attack = "=cmd|' /C calc'!A0"
    decide(ledger, sha256, "--outcome", "conditional", "--conditions", attack, "--reasons", "@SUM(1)", *PEOPLE)
    return ledger


def exported(ledger: Path, suffix: str) -> Path:
    out = ledger.parent / f"書き出し.{suffix}"
    done = run("ledger", "export", "--ledger", str(ledger), "--out", str(out), SOURCE_DATE_EPOCH=TODAY)
    assert done.returncode == 0, done.stderr.decode()
    assert str(head(ledger)) in done.stdout.decode()
    return out


def head(ledger: Path) -> Receipt:
    last = rows(ledger)[-1]
    return Receipt(last.sequence, last.hash)


def test_csv_opens_in_excel_and_begins_no_formula(full: Path) -> None:
    data = exported(full, "csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    table = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [row[0] for row in table] == ["号", "1", "2"]
    assert len({len(row) for row in table}) == 1
    assert [cell for row in table for cell in row if cell[:1] in "=+-@|%" and cell] == []
    assert table[2][table[0].index("条件")] == "'=cmd|' /C calc'!A0"
    assert table[2][-1] == head(full).hash


def test_the_workbook_begins_no_formula_and_holds_the_receipt(full: Path) -> None:
    book = load_workbook(exported(full, "xlsx"))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert str(head(full)) in {cell.value for cell in cells}
    assert book.sheetnames == ["審査台帳", "ファイル", "照合"]


def test_the_exported_json_lets_anybody_compute_every_hash_anew(full: Path) -> None:
    import hashlib

    said = json.loads(exported(full, "json").read_text(encoding="utf-8"))
    assert (said["count"], said["head"]) == (2, str(head(full)))
    for entry in said["entries"]:
        hashed = {key: value for key, value in entry.items() if key != "hash"}
        text = json.dumps(hashed, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        assert hashlib.sha256(text.encode("utf-8")).hexdigest() == entry["hash"]


def test_another_form_is_refused(full: Path, tmp_path: Path) -> None:
    assert run("ledger", "export", "--ledger", str(full), "--out", str(tmp_path / "x.pdf")).returncode == 2


def test_a_copy_of_the_file_is_a_copy_of_the_ledger(full: Path, tmp_path: Path) -> None:
    copy = tmp_path / "控え.db"
    shutil.copyfile(full, copy)
    assert verify(copy, "--head", str(head(full)))[0] == 0
