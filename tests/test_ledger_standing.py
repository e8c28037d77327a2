"""How the submissions of a batch stand in the ledger: by their bytes, and by what they are a version of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reviewer.decision import Decision, Outcome, People, Person
from reviewer.intake import read
from reviewer.ledger import reviewed
from reviewer.ledger.entry import GENESIS, Kind, Object, Row, sealed
from reviewer.ledger.register import Register, entered, register
from reviewer.ledger.standing import NEVER, Approvals
from reviewer.pipeline import review
from reviewer.rule import Policy, Rulebook
from reviewer.submission import Submission
from reviewer.summary import Approval, Standing

DECIDED = date(2026, 4, 1)
PEOPLE = People(Person(name="山田"), Person(), Person(name="佐藤"), Person(), Person(name="鈴木"))


class Ledger:
    """A ledger in memory that reviews and decisions are entered in."""

    def __init__(self, rules: tuple[Rulebook, Policy]) -> None:
        self._rules = rules
        self._rows: list[Row] = []

    def decided(self, submission: Submission, outcome: Outcome, day: date = DECIDED) -> None:
        """The submission is reviewed and decided on."""
        self._enter(Kind.REVIEW, submission, reviewed.body(review(submission, *self._rules), day.isoformat()))
        decision = Decision(
            submission=submission.sha256, files=None, basis=None, outcome=outcome, app="", purpose="",
            information_class=None, conditions="年度内に直す", reasons="確かめた", people=PEOPLE,
        )  # fmt: skip
        self._enter(Kind.DECISION, submission, entered(self.register, decision, day))

    @property
    def register(self) -> Register:
        return register(self._rows, ())

    def _enter(self, kind: Kind, submission: Submission, body: Object) -> None:
        previous = self._rows[-1].hash if self._rows else GENESIS
        self._rows.append(
            sealed(
                sequence=len(self._rows) + 1,
                recorded="2026",
                kind=kind.value,
                submission=submission.sha256,
                body=body,
                previous=previous,
            )
        )


@pytest.fixture
def ledger(rules: tuple[Rulebook, Policy]) -> Ledger:
    return Ledger(rules)


def version(folder: Path, *lines: str, app: str | None = "12", name: str = "休暇") -> Submission:
    """A submission with a file for each line."""
    place = folder / f"{name}-{abs(hash(lines))}" / name
    place.mkdir(parents=True)
    for turn, line in enumerate(lines):
        (place / f"{turn}.js").write_text(line, encoding="utf-8")
    return replace(read(place), app=app)


def standing(ledger: Ledger, submission: Submission, today: date = DECIDED) -> Standing:
    return Approvals(ledger.register, today).standing(submission, None)


def test_what_was_approved_stands_until_its_day_and_is_expired_after_it(ledger: Ledger, tmp_path: Path) -> None:
    made = version(tmp_path, "x = 1;")
    ledger.decided(made, Outcome.CONDITIONAL)
    until = date(2027, 4, 1)
    assert standing(ledger, made, until) == Standing(Approval.APPROVED, DECIDED, until, 0)
    assert standing(ledger, made, date(2027, 4, 2)) == Standing(Approval.EXPIRED, DECIDED, until, 0)


def test_other_bytes_of_an_approved_app_are_drift_with_the_number_of_files_that_differ(
    ledger: Ledger, tmp_path: Path
) -> None:
    ledger.decided(version(tmp_path, "x = 1;", "y = 1;", "z = 1;"), Outcome.APPROVED)
    now = version(tmp_path, "x = 1;", "y = 2;", "z = 1;", "w = 1;")
    assert standing(ledger, now) == Standing(Approval.DRIFT, DECIDED, date(2027, 4, 1), 2)
    assert standing(ledger, now, date(2030, 1, 1)).approval is Approval.DRIFT


def test_drift_is_measured_from_the_version_that_was_approved_last(ledger: Ledger, tmp_path: Path) -> None:
    ledger.decided(version(tmp_path, "x = 1;"), Outcome.APPROVED)
    ledger.decided(version(tmp_path, "x = 2;", "y = 1;"), Outcome.APPROVED, date(2026, 5, 1))
    found = standing(ledger, version(tmp_path, "x = 2;", "y = 2;"), date(2026, 6, 1))
    assert found == Standing(Approval.DRIFT, date(2026, 5, 1), date(2027, 5, 1), 1)


def test_what_no_decision_is_about_was_never_approved(ledger: Ledger, tmp_path: Path) -> None:
    made = version(tmp_path, "x = 1;")
    assert standing(ledger, made) == NEVER
    ledger.decided(version(tmp_path, "y = 1;", app="13", name="備品"), Outcome.APPROVED)
    assert standing(ledger, made) == NEVER


def test_an_approval_is_for_the_app_it_was_given_for(ledger: Ledger, tmp_path: Path) -> None:
    made = version(tmp_path, "x = 1;", app="12")
    ledger.decided(made, Outcome.APPROVED)
    elsewhere = Standing(Approval.OTHER_APP, DECIDED, date(2027, 4, 1), 0)
    assert standing(ledger, replace(made, app="13")) == elsewhere
    assert standing(ledger, replace(made, app=None)).approval is Approval.APPROVED, "nobody says for which app it is"


def test_approvals_of_the_same_bytes_for_two_apps_hold_for_both(ledger: Ledger, tmp_path: Path) -> None:
    made = version(tmp_path, "x = 1;", app="12")
    ledger.decided(made, Outcome.APPROVED)
    ledger.decided(replace(made, app="13"), Outcome.APPROVED, date(2026, 5, 1))
    found = [standing(ledger, replace(made, app=app), date(2026, 5, 1)).approval for app in ("12", "13", "14")]
    assert found == [Approval.APPROVED, Approval.APPROVED, Approval.OTHER_APP]


def test_an_approval_for_no_app_that_is_known_holds_for_the_bytes(ledger: Ledger, tmp_path: Path) -> None:
    made = version(tmp_path, "x = 1;", app=None)
    ledger.decided(made, Outcome.APPROVED)
    assert standing(ledger, replace(made, app="13")).approval is Approval.APPROVED


@pytest.mark.parametrize("outcome", [Outcome.REFUSED, Outcome.RETURNED])
def test_what_was_refused_is_said_so_even_where_it_was_approved_before(
    outcome: Outcome, ledger: Ledger, tmp_path: Path
) -> None:
    made = version(tmp_path, "x = 1;")
    ledger.decided(made, Outcome.APPROVED)
    ledger.decided(made, outcome, date(2026, 5, 1))
    assert standing(ledger, made, date(2026, 5, 2)) == Standing(Approval.REFUSED, date(2026, 5, 1), None, 0)
    other = version(tmp_path, "x = 2;")
    assert standing(ledger, other, date(2026, 5, 2)) == NEVER


def test_it_says_what_the_register_says_of_the_last_approved_version(ledger: Ledger, tmp_path: Path) -> None:
    from reviewer.revision import subjects

    for turn, (app, name) in enumerate((("1", "休暇"), (None, "休暇"), ("2", "備品"), ("1", "備品"))):
        ledger.decided(version(tmp_path, f"x = {turn};", app=app, name=name), Outcome.APPROVED, date(2026, 4, 1 + turn))
    known = ledger.register
    for turn, (app, name) in enumerate((("1", "休暇"), (None, "備品"), ("3", "休暇"), ("2", "別"), (None, "別"))):
        now = version(tmp_path, f"z = {turn};", app=app, name=name)
        expected = known.last_approved(subjects(now, None), date(2026, 6, 1))
        found = standing(ledger, now, date(2026, 6, 1))
        assert found.decided == (None if expected is None else expected.day)
