"""What slow tools said once is not asked again, and a review with kept answers says the same."""

from __future__ import annotations

import shutil
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest
from stores import BAD, store

from reviewer import intake, report
from reviewer.batch.cache import Kept
from reviewer.engines.semgrep import core, questions
from reviewer.engines.semgrep.answer import Answer, Trouble
from reviewer.engines.semgrep.engine import ahead
from reviewer.javascript import reading, strict
from reviewer.pipeline import review
from reviewer.review import Review
from reviewer.rule import Policy, Rulebook
from reviewer.source import Script
from reviewer.text import Language

FILES = {"a/x.js": BAD % 1, "a/y.js": "function (", "b/x.js": BAD % 1, "b/z.html": "<script>alert(1)</script>"}


def test_the_witness_is_asked_once_about_the_same_text(
    tmp_path: Path, rules: tuple[Rulebook, Policy], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def counted(script: Script) -> strict.Strict:
        asked.append(script.text)
        return strict.examine(script)

    monkeypatch.setattr(reading, "examine", counted)
    root, kept = store(tmp_path / "store", FILES), Kept(tmp_path / "kept")
    submissions = [intake.read(root / name) for name in ("a", "b")]
    first = [review(each, *rules, answers=kept) for each in submissions]
    assert sorted(asked) == sorted({*FILES.values()} - {FILES["b/z.html"]} | {"alert(1)"})
    asked.clear()
    again = [review(each, *rules, answers=kept) for each in submissions]
    alone = [review(each, *rules) for each in submissions]
    assert len(asked) == len(FILES)
    assert [_said(each) for each in first] == [_said(each) for each in again] == [_said(each) for each in alone]


def test_semgrep_is_asked_about_many_submissions_at_once(
    tmp_path: Path, rules: tuple[Rulebook, Policy], monkeypatch: pytest.MonkeyPatch
) -> None:
    texts: list[int] = []

    def counted(*args: object, **named: object) -> object:
        texts.append(len(args[3]))  # type: ignore[arg-type]
        return core.ask(*args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(questions, "ask", counted)
    root, kept = store(tmp_path / "store", FILES), Kept(tmp_path / "kept")
    submissions = [intake.read(root / name) for name in ("a", "b")]
    ahead(submissions, rules[0], kept)
    assert len(texts) == 1, "one run for all"
    reviews = [review(each, *rules, answers=kept) for each in submissions]
    assert len(texts) == 1, "and none for each"
    assert [_said(each) for each in reviews] == [_said(review(each, *rules)) for each in submissions]


def test_what_semgreps_clock_cut_short_is_not_asked_again_in_the_same_run(
    tmp_path: Path, rules: tuple[Rulebook, Policy], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def slow(*args: object, **named: object) -> Answer:
        targets = args[3]
        assert isinstance(targets, list)
        asked.append(len(targets))
        late = Trouble("Timeout", None, targets[0].name, "", ())
        return Answer((), (late,), frozenset(target.name for target in targets))

    monkeypatch.setattr(questions, "ask", slow)
    root, kept = store(tmp_path / "store", FILES), Kept(tmp_path / "kept")
    submissions = [intake.read(root / name) for name in ("a", "b")]
    ahead(submissions, rules[0], kept)
    assert len(asked) == 1
    reviews = [review(each, *rules, answers=kept) for each in submissions]
    assert len(asked) == 1, "not for each"
    assert any("semgrep" in gap.kind for made in reviews for gap in made.gaps), "and it is told all the same"

    shutil.rmtree(kept.folder / questions.PASSING)
    review(submissions[0], *rules, answers=kept)
    assert asked[1:] == [1], "what a clock has to do with is forgotten by the next run, the rest is not"


def test_a_text_is_asked_about_by_one_of_those_who_ask_ahead_at_the_same_time(
    tmp_path: Path, rules: tuple[Rulebook, Policy], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def counted(*args: object, **named: object) -> object:
        """While the first waits for its answer, the second asks about the same texts, and one more."""
        targets = args[3]
        assert isinstance(targets, list)
        asked.append(len({target.name for target in targets}))
        if len(asked) == 1:
            ahead(both, rules[0], replace(kept, asker="second"))
        return core.ask(*args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(questions, "ask", counted)
    root, kept = store(tmp_path / "store", FILES), Kept(tmp_path / "kept")
    one, other = (intake.read(root / name) for name in ("a", "b"))
    both = [one, other]
    ahead([one], rules[0], replace(kept, asker="first"))
    assert asked == [2, 1], "the script in b/z.html, not b/x.js"
    made = [review(each, *rules, answers=kept) for each in both]
    assert len(asked) == 2
    assert [_said(each) for each in made] == [_said(review(each, *rules)) for each in both]


def test_who_asked_and_was_lost_gets_the_question_again_and_so_does_a_review(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    assert replace(kept, asker="lost").take("semgrep-0011")
    assert not replace(kept, asker="other").take("semgrep-0011")
    assert replace(kept, asker="lost").take("semgrep-0011")
    assert kept.take("semgrep-0011")


def test_what_makes_a_question_long_is_asked_in_several(
    tmp_path: Path, rules: tuple[Rulebook, Policy], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def counted(*args: object, **_: object) -> Answer:
        targets = args[3]
        assert isinstance(targets, list)
        asked.append(len(targets))
        return Answer((), (), frozenset(target.name for target in targets))

    monkeypatch.setattr(questions, "ask", counted)
    root = store(tmp_path / "store", {f"a/{number}.js": f"// {number}\n" + " " * 240_000 for number in range(5)})
    ahead([intake.read(root / "a")], rules[0], Kept(tmp_path / "kept"))
    assert len(asked) == 2


def _said(made: Review) -> str:
    return report.render(made, report.Format.JSON, Language.EN)


@pytest.mark.parametrize("width", [1, 2, 5])
@pytest.mark.parametrize("count", [2, 7, 40, 500])
def test_every_worker_has_its_share_of_what_is_asked_ahead_the_largest_first(
    tmp_path: Path, count: int, width: int
) -> None:
    from reviewer.batch.plan import Planned, planning
    from reviewer.batch.run import _bundles

    with planning(tmp_path) as plan:
        for number in range(count):
            size = 1_000 * (number * 3 % count)
            plan.add(Planned(f"{size:08}", f"{number:064}", f"{size:08}", (), None, 1, size, True, None))
        bundles = [list(task.ahead) for task in _bundles(plan, width)]
        reviews = [task.source for task in plan.tasks()]
    asked = [source for bundle in bundles for source in bundle]
    assert asked == reviews == sorted(asked, reverse=True)
    assert len(set(asked)) == count
    assert max(map(len, bundles)) <= -(-count // width)


def test_memory_does_not_grow_with_the_plan(tmp_path: Path) -> None:
    from reviewer.batch.plan import Planned, planning

    def peak(count: int) -> int:
        tracemalloc.start()
        with planning(tmp_path) as plan:
            for number in range(count):
                place = f"課{number % 9}/app-{number}"
                plan.add(Planned(place, f"{number // 2:064}", place, (), None, 1, 10, True, None))
            tasks = sum(len(task.places) for task in plan.tasks())
            assert tasks == plan.count(todo=True) == count
        peaked = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peaked

    peak(100)
    assert peak(4_000) < 3 * peak(400) + 200_000


def test_a_bar_is_drawn_at_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    import sys

    from reviewer.batch import progress
    from reviewer.cli.drawing import drawn
    from reviewer.text import Text

    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    with drawn(Language.EN, as_json=False) as tell:
        for event in (
            progress.Looking(2, "a"),
            progress.Planned(2, 2, 3, 40),
            progress.Asking(1, 1),
            progress.Begun("課/a\x1b[31m"),
            progress.Ended("課/a", "pass", None, 1.0),
            progress.Ended("b", None, Text(ja="時間切れ", en="out of time"), 1.0),
            progress.Gathering(),
        ):
            tell(event)
    said = capsys.readouterr().err
    assert "2/2" in said
    assert "out of time" in said
    assert "\x1b[31m課" not in said
