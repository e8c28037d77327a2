"""The gate beside a ledger: what was approved passes byte for byte and as long as the approval lasts, nothing else."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from command import invoke

LEAK = """'use strict';
kintone.events.on('app.record.detail.show', (event) => {
  document.getElementById('x').innerHTML = event.record.備考.value;
  return event;
});
"""
NOW = int(time.time())  # the gate asks the clock alone, so that no variable brings an expired approval back to life
OVER_A_YEAR_AGO = NOW - 367 * 86400
QUIET = ("-c", "user.name=s", "-c", "user.email=s@example.jp", "-c", "commit.gpgsign=false")

Gate = Callable[..., tuple[int, str]]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "作業 用"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    return folder


def git(folder: Path, *command: str) -> str:
    done = subprocess.run(["git", *QUIET, *command], cwd=folder, capture_output=True, check=True)
    return done.stdout.decode()


def write(repository: Path, path: str, text: str) -> None:
    (repository / path).parent.mkdir(parents=True, exist_ok=True)
    (repository / path).write_bytes(text.encode())
    git(repository, "add", "--", path)


@pytest.fixture
def gate(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Gate:
    def staged(**environment: str) -> tuple[int, str]:
        monkeypatch.chdir(repository)
        done = invoke("gate", "--staged", "--ledger", str(tmp_path / "台帳.db"), **environment)
        return done.returncode, (done.stdout + done.stderr).decode()

    return staged


def approve(folder: Path, ledger: Path, outcome: str = "approved", when: int = NOW) -> str:
    out = ledger.with_suffix(".json")
    invoke("review", str(folder), "--ledger", str(ledger), "--out", str(out), SOURCE_DATE_EPOCH=str(when))
    sha256 = str(json.loads(out.read_text(encoding="utf-8"))["submission"]["sha256"])
    decide(ledger, sha256, outcome, when)
    return sha256


def decide(ledger: Path, sha256: str, outcome: str, when: int = NOW) -> None:
    done = invoke(
        "decide", "--ledger", str(ledger), "--submission", sha256, "--outcome", outcome, "--conditions", "条件",
        "--reasons", "理由", "--applicant", "山田", "--reviewer", "佐藤", "--approver", "鈴木",
        SOURCE_DATE_EPOCH=str(when),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize("outcome", ["approved", "conditional"])
def test_what_is_approved_passes_and_no_other_byte_does(
    repository: Path, tmp_path: Path, gate: Gate, outcome: str
) -> None:
    ledger = tmp_path / "台帳.db"
    write(repository, "app/漏れ.js", LEAK)
    write(repository, "app/sub/内側.js", LEAK)
    approve(repository / "app", ledger, outcome)
    assert gate() == (0, "")
    assert gate() == (0, "")  # from what is remembered

    write(repository, "app/漏れ.js", LEAK + "\n")
    assert gate()[0] == 1


@pytest.mark.parametrize("outcome", ["approved", "conditional"])
def test_an_approval_that_ran_out_passes_no_more_whatever_day_a_variable_says(
    repository: Path, tmp_path: Path, gate: Gate, outcome: str
) -> None:
    write(repository, "app/漏れ.js", LEAK)
    approve(repository / "app", tmp_path / "台帳.db", outcome, when=OVER_A_YEAR_AGO)
    assert gate()[0] == 1
    assert gate(SOURCE_DATE_EPOCH=str(OVER_A_YEAR_AGO))[0] == 1


def test_an_approval_that_was_taken_back_passes_no_more(repository: Path, tmp_path: Path, gate: Gate) -> None:
    ledger = tmp_path / "台帳.db"
    write(repository, "漏れ.js", LEAK)
    (tmp_path / "写し").mkdir()
    (tmp_path / "写し" / "漏れ.js").write_bytes(LEAK.encode())
    sha256 = approve(tmp_path / "写し", ledger)
    assert gate() == (0, "")
    decide(ledger, sha256, "refused")
    assert gate()[0] == 1


def test_the_same_bytes_under_another_name_are_not_what_was_approved(
    repository: Path, tmp_path: Path, gate: Gate
) -> None:
    (tmp_path / "写し").mkdir()
    (tmp_path / "写し" / "漏れ.js").write_bytes(LEAK.encode())
    approve(tmp_path / "写し", tmp_path / "台帳.db")
    write(repository, "別名.js", LEAK)
    assert gate()[0] == 1


def test_a_ledger_that_is_missing_broken_or_in_the_repository_lets_nothing_pass(
    repository: Path, tmp_path: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(repository, "良い.js", "'use strict';\n")
    assert gate()[0] == 2
    (tmp_path / "台帳.db").write_bytes(b"SQLite format 3\0 no more than that")
    assert gate()[0] == 2
    monkeypatch.chdir(repository)
    inside = invoke("gate", "--staged", "--ledger", "台帳.db")
    assert (inside.returncode, "リポジトリーの中" in inside.stderr.decode()) == (2, True)


def test_a_hook_names_the_ledger_wherever_git_runs_it(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = tmp_path / "台帳.db"
    write(repository, "漏れ.js", LEAK)
    monkeypatch.chdir(repository)
    assert invoke("hook", "install", "--ledger", "../台帳.db").returncode == 0
    commit = ["git", *QUIET, "commit", "--quiet", "--message=x"]
    refused = subprocess.run(commit, cwd=repository, capture_output=True, check=False)
    assert refused.returncode != 0
    assert "台帳" in refused.stderr.decode()  # there is none yet: nothing passes
    (tmp_path / "写し").mkdir()
    (tmp_path / "写し" / "漏れ.js").write_bytes(LEAK.encode())
    # The hook reads the clock, so the approval must be of today.
    out = tmp_path / "x.json"
    invoke("review", str(tmp_path / "写し"), "--ledger", str(ledger), "--out", str(out))
    sha256 = json.loads(out.read_text(encoding="utf-8"))["submission"]["sha256"]
    done = invoke(
        "decide", "--ledger", str(ledger), "--submission", sha256, "--outcome", "approved", "--reasons", "理由",
        "--applicant", "山田", "--reviewer", "佐藤", "--approver", "鈴木",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    passed = subprocess.run(commit, cwd=repository, capture_output=True, check=False)
    assert passed.returncode == 0, passed.stderr.decode()


def test_no_password_is_written_into_a_hook(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)
    done = invoke("hook", "install", "--ledger", "postgresql://anna:geheim@db/review")
    assert done.returncode == 2
    assert not (repository / ".git" / "hooks" / "pre-commit").exists()
