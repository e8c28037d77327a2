"""The JSON that a report exports -> the decision in it, or every mistake in it with its line and member.

Strict after `decision.schema.json`: nothing may be missing, added, doubled or of another type.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path
from typing import TypeVar

from reviewer.decision import PARTS, SCHEMA, VERSION, Basis, Checked, Decision, Outcome, People, Person, Tried
from reviewer.errors import ReviewerError
from reviewer.intake.json_text import Json, JsonError, parse
from reviewer.rule import InformationClass
from reviewer.source import LineMap
from reviewer.text import Text

T = TypeVar("T")

_LARGEST = 8_000_000
_SHOWN = 20
_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
_TRIAL = re.compile(r"\d+-\d+", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_ANY = re.compile(r"", re.DOTALL)


def read_decision(path: Path) -> Decision:
    """The decision in that file; ReviewerError where it is none, or still a draft."""
    try:
        data = path.read_bytes() if path.stat().st_size <= _LARGEST else None
    except OSError as error:
        raise ReviewerError(
            Text(ja=f"{path} を読めません({error.strerror})。", en=f"{path} cannot be read: {error.strerror}.")
        ) from error
    if data is None:
        raise ReviewerError(Text(ja=f"{path} が大きすぎます。", en=f"{path} is too large for a decision."))
    return parse_decision(str(path), data)


def parse_decision(name: str, data: bytes) -> Decision:
    """The same of bytes that are called `name`."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refusal(name, [(1 + data.count(b"\n", 0, error.start), _BROKEN)]) from error
    try:
        root = parse(text)
    except JsonError as error:
        raise _refusal(name, [(LineMap(text).position(min(error.offset, len(text))).line, _BROKEN)]) from error
    reader = _Reader(LineMap(text))
    found = reader.decision(root)
    if reader.problems:
        raise _refusal(name, reader.problems)
    if found is None:
        raise ReviewerError(
            Text(
                ja=f"{name} は下書きです(可否が選ばれていません)。報告書で可否を選び、書き出し直してください。",
                en=f"{name} is a draft: no outcome was chosen. Choose one in the report and save it again.",
            )
        )
    return found


_BROKEN = Text(
    ja="JSONとして読めません。報告書から書き出し直してください。", en="This is no JSON. Save it from the report again."
)


def _refusal(name: str, problems: list[tuple[int, Text]]) -> ReviewerError:
    lines = [(f"{name}:{line}", text) for line, text in problems[:_SHOWN]]
    return ReviewerError(
        Text(
            ja="判断のファイルを読み込めません。\n" + "\n".join(f"  {where}: {text.ja}" for where, text in lines),
            en="The decision cannot be loaded.\n" + "\n".join(f"  {where}: {text.en}" for where, text in lines),
        )
    )


class _Reader:
    """Reads member by member; what is wrong goes to `problems`, and something of the right type comes back."""

    def __init__(self, lines: LineMap) -> None:
        self._lines = lines
        self.problems: list[tuple[int, Text]] = []

    def decision(self, root: Json) -> Decision | None:
        """The decision, None for a draft."""
        self._members(root, "", ("$schema", "schemaVersion", "submission", "review", "decision", "checks", "trials"))
        self._word(root, "$schema", "", among=(SCHEMA,))
        self._word(root, "schemaVersion", "", among=(VERSION,))
        submission = self._inner(root, "submission", "", ("name", "sha256", "files"))
        self._word(submission, "name", "submission")
        said = self._inner(
            root, "decision", "", ("outcome", "app", "purpose", "class", "conditions", "reasons", "people")
        )
        chosen = said.get("outcome")
        draft = chosen is not None and chosen.is_null
        outcome = "" if draft else self._word(said, "outcome", "decision", among=tuple(Outcome))
        named = self._word(said, "class", "decision", among=("", *InformationClass))
        app, purpose, conditions, reasons = (
            self._word(said, key, "decision") for key in ("app", "purpose", "conditions", "reasons")
        )
        people = self._inner(said, "people", "decision", PARTS)
        persons = {part: self._person(people, part) for part in PARTS}
        sha256 = self._word(submission, "sha256", "submission", like=_SHA256)
        files = self._list(submission, "files", "submission", self._file)
        basis = self._basis(root)
        checks, trials = self._list(root, "checks", "", self._check), self._list(root, "trials", "", self._trial)
        if draft or self.problems:
            return None
        return Decision(
            submission=sha256,
            files=files,
            basis=basis,
            outcome=Outcome(outcome),
            app=app,
            purpose=purpose,
            information_class=InformationClass(named) if named else None,
            conditions=conditions,
            reasons=reasons,
            people=People(**persons),
            checks=checks,
            trials=trials,
        )

    def _basis(self, root: Json) -> Basis:
        review = self._inner(root, "review", "", ("tool", "rulebook", "policy", "when", "proposed"))
        tool = self._inner(review, "tool", "review", ("name", "version"))
        policy = self._inner(review, "policy", "review", ("name", "version"))
        self._word(tool, "name", "review.tool", among=("kintone-reviewer",))
        when = review.get("when")
        return Basis(
            tool=self._word(tool, "version", "review.tool"),
            rulebook=self._word(review, "rulebook", "review", like=_SHA256),
            policy=self._word(policy, "name", "review.policy"),
            policy_version=self._word(policy, "version", "review.policy"),
            when=None if when is not None and when.is_null else self._word(review, "when", "review"),
            proposed=self._word(review, "proposed", "review", among=("pass", "conditional", "fail", "incomplete")),
        )

    def _person(self, people: Json, part: str) -> Person:
        where = f"decision.people.{part}"
        person = self._inner(people, part, "decision.people", ("post", "name", "date"))
        day = self._word(person, "date", where)
        return Person(
            self._word(person, "post", where),
            self._word(person, "name", where),
            self._day(person, day, f"{where}.date"),
        )

    def _day(self, person: Json, word: str, where: str) -> date | None:
        if not word:
            return None
        try:
            if _DAY.fullmatch(word) is not None:
                return date.fromisoformat(word)
        except ValueError:
            pass
        self._object(
            person.get("date") or person, where, "は日付(2027-03-31 の形)ではありません", "is no date (2027-03-31)"
        )
        return None

    def _file(self, file: Json, where: str) -> tuple[str, str]:
        self._members(file, where, ("path", "sha256"))
        return self._word(file, "path", where), self._word(file, "sha256", where, like=_SHA256)

    def _check(self, check: Json, where: str) -> Checked:
        self._members(check, where, ("regulation", "item", "machine", "manual", "note"))
        return Checked(
            regulation=self._word(check, "regulation", where),
            item=self._word(check, "item", where),
            machine=self._word(check, "machine", where, among=("ok", "fix", "check", "none")),
            manual=self._list(check, "manual", where, self._truth),
            note=self._word(check, "note", where),
        )

    def _trial(self, trial: Json, where: str) -> Tried:
        self._members(trial, where, ("id", "result", "note"))
        result = trial.get("result")
        empty = result is not None and result.is_null
        return Tried(
            id=self._word(trial, "id", where, like=_TRIAL),
            result=None if empty else self._word(trial, "result", where, among=("ok", "differs")),
            note=self._word(trial, "note", where),
        )

    def _truth(self, value: Json, where: str) -> bool:
        if not isinstance(value.value, bool):
            self._object(value, where, "はtrue か false ではありません", "is neither true nor false")
        return value.value is True

    def _inner(self, parent: Json, key: str, where: str, keys: Collection[str]) -> Json:
        child = parent.get(key)
        if child is None:
            return Json(parent.start, parent.end, members={})
        self._members(child, _under(where, key), keys)
        return child

    def _members(self, value: Json, where: str, keys: Collection[str]) -> None:
        if value.members is None:
            self._object(value, where, "は「{ }」の形ではありません", "is no object")
            return
        for key in keys:
            if key not in value.members:
                self._object(value, _under(where, key), "がありません", "is missing")
        for key, member in value.members.items():
            if key not in keys:
                self._object(member, _under(where, key), "は知られていない項目です", "is not known")
        for key in value.repeated:
            self._object(value.members[key], _under(where, key), "が二度書かれています", "is written twice")

    def _list(self, parent: Json, key: str, where: str, read: Callable[[Json, str], T]) -> tuple[T, ...]:
        child = parent.get(key)
        if child is None:
            return ()
        if child.items is None:
            self._object(child, _under(where, key), "は一覧([ ])ではありません", "is no list")
            return ()
        return tuple(read(item, f"{_under(where, key)}[{number}]") for number, item in enumerate(child.items))

    def _word(
        self, parent: Json, key: str, where: str, *, among: Collection[str] | None = None, like: re.Pattern[str] = _ANY
    ) -> str:
        child = parent.get(key)
        if child is None:
            return ""
        text = child.text
        if text is None:
            self._object(child, _under(where, key), "は文字列ではありません", "is no string")
            return ""
        if (among is not None and text not in among) or (like is not _ANY and like.fullmatch(text) is None):
            self._object(child, _under(where, key), "は決められた値ではありません", "has a value that is not allowed")
        return text

    def _object(self, value: Json, where: str, ja: str, en: str) -> None:
        line = self._lines.position(value.start).line
        named = where or "$"
        self.problems.append((line, Text(ja=f"「{named}」{ja}。", en=f"{named} {en}.")))


def _under(where: str, key: str) -> str:
    return f"{where}.{key}" if where else key
