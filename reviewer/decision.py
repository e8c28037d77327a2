"""A decision (判断): what people made of one review, and why the rules of the procedure may refuse it.

Who asked cannot approve: names are compared as people read them, whatever their width and spaces.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from reviewer.record import value
from reviewer.rule import InformationClass
from reviewer.text import Text

SCHEMA = "urn:kintone-reviewer:schema:decision:1.0"
VERSION = "1.0"
"""The form in which a report exports a decision."""


class Outcome(StrEnum):
    """What was decided: 可, 条件付き可, 差戻し, 否."""

    APPROVED = "approved"
    CONDITIONAL = "conditional"
    RETURNED = "returned"
    REFUSED = "refused"

    @property
    def grants(self) -> bool:
        """Whether the customization may go live."""
        return self in (Outcome.APPROVED, Outcome.CONDITIONAL)


OUTCOME: Final[Mapping[Outcome, Text]] = MappingProxyType(
    {
        Outcome.APPROVED: Text(ja="可", en="approved"),
        Outcome.CONDITIONAL: Text(ja="条件付き可", en="approved with conditions"),
        Outcome.RETURNED: Text(ja="差戻し", en="returned for correction"),
        Outcome.REFUSED: Text(ja="否", en="refused"),
    }
)


@value
class Person:
    """Who did one part of it; "" and None where the form was left empty."""

    post: str = ""
    name: str = ""
    day: date | None = None


NOBODY = Person()


@value
class People:
    """Who took part."""

    applicant: Person = NOBODY
    tester: Person = NOBODY
    reviewer: Person = NOBODY
    adviser: Person = NOBODY
    approver: Person = NOBODY


PARTS: Final = tuple(part.name for part in fields(People))
"""What people do in the procedure, by the names of the members in which they stand."""


@value
class Checked:
    """One item of the check sheet: what the machine said, which manual checks were ticked, and what was noted."""

    regulation: str
    item: str
    machine: str
    manual: tuple[bool, ...]
    note: str


@value
class Tried:
    """One step of the behaviour tests; `result` is ok, differs, or None where it was not done."""

    id: str
    result: str | None
    note: str


@value
class Basis:
    """The review that a decision was made on, as its report says."""

    tool: str
    rulebook: str
    policy: str
    policy_version: str
    when: str | None
    proposed: str


@value
class Decision:
    """What was decided of the submission with that hash. `basis` is None where no report was at hand."""

    submission: str
    files: tuple[tuple[str, str], ...] | None
    basis: Basis | None
    outcome: Outcome
    app: str
    purpose: str
    information_class: InformationClass | None
    conditions: str
    reasons: str
    people: People
    checks: tuple[Checked, ...] = ()
    trials: tuple[Tried, ...] = ()

    def day(self, today: date) -> date:
        """The day from which an approval counts: that of the approver, else today."""
        return self.people.approver.day or today

    def until(self, days: int, today: date) -> date | None:
        """The last day of the approval; None where there is none."""
        return self.day(today) + timedelta(days=days) if self.outcome.grants else None


def same_person(one: str, other: str) -> bool:
    """Whether two names are written alike, if width, case, spaces and invisible characters are left aside."""
    return bool(_plain(one)) and _plain(one) == _plain(other)


def _plain(name: str) -> str:
    """NFKC, then without spaces, format characters and the selectors of glyph variants."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(char for char in folded if unicodedata.category(char) not in ("Zs", "Zl", "Zp", "Cc", "Cf", "Mn"))


def objections(decision: Decision, *, applicants: Iterable[str], proposed: str, today: date) -> Iterator[Text]:
    """Why it cannot be entered; `applicants` are those whom the application names, `proposed` the tool's verdict."""
    people = decision.people
    yield from _missing(decision, proposed)
    for asked in dict.fromkeys((people.applicant.name, *applicants)):
        if same_person(asked, people.approver.name):
            yield Text(
                ja=f"承認者と申請者が同じ人です({people.approver.name})。申請した人は自分の申請を承認できません。",
                en=f"The approver is the applicant ({people.approver.name}). Nobody approves what they asked for.",
            )
        if same_person(asked, people.reviewer.name):
            yield Text(
                ja=f"確認者と申請者が同じ人です({people.reviewer.name})。申請した人は自分の申請を確認できません。",
                en=f"The reviewer is the applicant ({people.reviewer.name}). Nobody reviews what they asked for.",
            )
    for person in (people.reviewer, people.adviser, people.approver):
        if person.day is not None and person.day > today:
            yield Text(
                ja=f"{person.name}さんの日付 {person.day} は、まだ来ていません。日付を確かめてください。",
                en=f"The date {person.day} of {person.name} is yet to come. Check it.",
            )


def _missing(decision: Decision, proposed: str) -> Iterator[Text]:
    people = decision.people
    if decision.outcome.grants:
        for person, ja, en in (
            (people.applicant, "申請者", "applicant"),
            (people.reviewer, "確認者", "reviewer"),
            (people.approver, "承認者", "approver"),
        ):
            if not _plain(person.name):
                yield Text(ja=f"{ja}の氏名がありません。", en=f"The name of the {en} is missing.")
    elif not (_plain(people.reviewer.name) or _plain(people.approver.name)):
        yield Text(ja="確認者か承認者の氏名を書いてください。", en="Name the reviewer or the approver.")
    if decision.outcome is Outcome.CONDITIONAL and not decision.conditions.strip():
        yield Text(ja="条件付き可には、条件を書いてください。", en="An approval with conditions must name them.")
    if decision.outcome in (Outcome.RETURNED, Outcome.REFUSED) and not decision.reasons.strip():
        yield Text(ja="差戻しと否には、理由を書いてください。", en="Say why it is returned or refused.")
    if decision.outcome.grants and proposed in ("fail", "incomplete") and not decision.reasons.strip():
        yield Text(
            ja="道具の判定案が不適合かレビュー未完了のものを可とするには、理由を書いてください。",
            en="The tool proposed no approval. To approve all the same, say why.",
        )
