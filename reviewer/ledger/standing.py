"""A register on one day -> how each of many submissions stands: approved, for another app, run out, refused, drifted,
never decided on.

What is asked for each submission is looked up, so that thousands of them cost no more than reading the ledger once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from reviewer.declaration import Declaration
from reviewer.ledger.decided import Decided
from reviewer.ledger.register import Register
from reviewer.ledger.register import Standing as Worth
from reviewer.revision import APP, Subject, alike, subjects
from reviewer.submission import Submission
from reviewer.summary import Approval, Standing


class Approvals:
    """What a register says on a day."""

    def __init__(self, register: Register, today: date) -> None:
        self._register = register
        self._valid = register.approved(today)
        self._last: dict[str, tuple[Decided, Worth]] = {}
        self._granted: dict[Subject, list[Decided]] = {}
        self._apps: dict[str, set[str | None]] = {}
        for made in register.decisions:
            if made.until is not None:
                # Whatever was decided on the same bytes later, for another app, an approval for this one was given.
                named = register.review_of(made).subjects
                self._apps.setdefault(made.row.submission, set()).add(_app(named))
            worth = register.standing(made, today)
            if worth is Worth.SUPERSEDED:
                continue
            self._last[made.row.submission] = (made, worth)
            if worth is not Worth.NOT_GRANTED:
                for subject in register.review_of(made).subjects:
                    self._granted.setdefault(subject, []).append(made)

    def standing(self, submission: Submission, declaration: Declaration | None) -> Standing:
        """How these bytes stand; what was never decided on is held against the last approval of the same thing.

        An approval is for the app it was given for, where both apps are known.
        """
        return self.of(submission.sha256, subjects(submission, declaration), submission.hashes)

    def of(self, sha256: str, named: tuple[Subject, ...], hashes: Mapping[str, str]) -> Standing:
        """The same by a submission's hash, by what it is known as, and by the hashes of its files."""
        valid = self._valid.get(sha256)
        if valid is not None:
            is_elsewhere = _app(named) is not None and not self._apps[valid.row.submission] & {_app(named), None}
            return Standing(Approval.OTHER_APP if is_elsewhere else Approval.APPROVED, valid.day, valid.until, 0)
        made, worth = self._last.get(sha256, (None, None))
        if made is not None:
            refused = worth is Worth.NOT_GRANTED
            return Standing(Approval.REFUSED if refused else Approval.EXPIRED, made.day, made.until, 0)
        other = self._other_version(named)
        if other is None:
            return NEVER
        differs = _differing(self._register.review_of(other).files, hashes)
        return Standing(Approval.DRIFT, other.day, other.until, differs)

    def _other_version(self, now: tuple[Subject, ...]) -> Decided | None:
        """The version of the same thing that was approved last; by the surest sign if there is one."""
        for subject in now[:1]:
            if self._granted.get(subject):
                return self._granted[subject][-1]
        fitting = (
            made
            for subject in now
            for made in reversed(self._granted.get(subject, ()))
            if alike(now, self._register.review_of(made).subjects)
        )
        return max(fitting, key=lambda made: made.row.sequence, default=None)


NEVER = Standing(Approval.NEVER, None, None, 0)
"""The standing of what no decision in the ledger is about."""


def _app(named: Iterable[Subject]) -> str | None:
    """The number of the app, where it is known."""
    return next((subject.id for subject in named if subject.kind == APP), None)


def _differing(then: Mapping[str, str], now: Mapping[str, str]) -> int:
    """How many paths hold other bytes than then, or are there on one side alone."""
    return sum(then.get(path) != now.get(path) for path in {*then, *now})
