"""Jobs in several processes: the same results in the same order, whatever becomes of the others."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer import pool, report
from reviewer.intake import read
from reviewer.pipeline import review
from reviewer.pool import Job, Pool
from reviewer.report.context import Context
from reviewer.rulebook import load
from reviewer.text import Language

HERE = os.getpid()
SEVERAL = Pool(1)


@pytest.fixture(autouse=True)
def anything_is_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_WORTH_IT", 0)


def process_and(number: int) -> bytes:
    return f"{os.getpid()} {number}".encode()


def killed(_: int) -> bytes:
    os._exit(9)


def mistaken(number: int) -> bytes:
    raise ArithmeticError(number)


def job(number: int, there: Callable[[int], bytes] = process_and, size: int = 1) -> Job[tuple[int, int]]:
    """A job whose result is the process that did it, and its number."""

    def back(sent: bytes) -> tuple[int, int]:
        process, told = map(int, sent.split())
        return process, told

    return Job(size, lambda: (os.getpid(), number), there, lambda: (number,), back)


def test_each_result_stands_where_its_job_stood_and_the_largest_are_done_elsewhere() -> None:
    done = SEVERAL.results([job(number, size=number) for number in range(12)])
    assert [number for _, number in done] == list(range(12))
    assert done[0][0] == HERE  # the smallest
    assert done[11][0] != HERE  # the largest


def test_what_is_not_worth_a_process_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_WORTH_IT", 10)
    done = SEVERAL.results([job(0, size=9_999), job(1, size=9)])  # only the second could be done beside the first
    assert done == [(HERE, 0), (HERE, 1)]


def test_two_that_do_not_fit_into_memory_together_are_done_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_ROOM", 10)
    assert SEVERAL.results([job(0, size=6), job(1, size=6)]) == [(HERE, 0), (HERE, 1)]


def test_what_a_killed_process_leaves_is_done_here() -> None:
    assert SEVERAL.results([job(number, killed) for number in range(5)]) == [(HERE, number) for number in range(5)]


def test_where_no_process_can_be_started_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError("no more processes")

    monkeypatch.setattr(ProcessPoolExecutor, "submit", refused)
    assert SEVERAL.results([job(number) for number in range(3)]) == [(HERE, number) for number in range(3)]


def test_a_mistake_of_ours_is_raised_wherever_it_happens() -> None:
    with pytest.raises(ArithmeticError):
        SEVERAL.results([job(number, mistaken) for number in range(5)])


CODE = """kintone.events.on('app.record.detail.show', function (event) {
  document.body.innerHTML = event.record.title.value;
  eval("fetch('https://example.com/?q=' + event.record.title.value); document.write('<b onclick=go()>')");
});
"""


def test_a_review_is_the_same_bytes_with_and_without_other_processes(tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"{number}.js").write_text(CODE.replace("title", f"title{number}") * (number + 1), encoding="utf-8")
    (tmp_path / "broken.js").write_text("var a = ;\n", encoding="utf-8")
    rulebook, policy = load()
    submission = replace(read(tmp_path), pages=())  # each file by itself
    context = Context(when="2026-01-01T00:00:00+09:00", command=None, width=None, receipt=None)
    one, two = (
        report.document(review(submission, rulebook, policy, pool=each), report.Format.JSON, Language.JA, context)
        for each in (Pool(0), SEVERAL)
    )
    assert one == two
    assert b"record-value-in-html" in one
