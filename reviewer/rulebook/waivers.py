"""A reviewer's file of waivers -> the list of them, or every mistake in it at once; and one more entry as text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from reviewer.rulebook.document import Listing, compose
from reviewer.rulebook.fields import Fields, tables
from reviewer.rulebook.folder import read_bytes
from reviewer.rulebook.problem import Problem, refusal
from reviewer.scalar import quoted
from reviewer.text import Text
from reviewer.waiver import Waiver, WaiverList

_FINGERPRINT = re.compile(r"[0-9a-f]{32}", re.ASCII)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_WHAT = Text(ja="免除の一覧を読み込めません。", en="The list of waivers cannot be loaded.")
_UNREAD = date(1, 1, 1)


def read_waivers(path: Path) -> WaiverList:
    """The waivers in that file; ReviewerError names every mistake with its line."""
    return parse_waivers(str(path), read_bytes(path))


def parse_waivers(name: str, data: bytes) -> WaiverList:
    """The same of bytes that are called `name`. An empty file, or one of comments, is an empty list."""
    value, wrong = compose(name, data)
    problems = list(wrong)
    entries: tuple[Waiver, ...] = ()
    if isinstance(value, Listing):
        entries = tuple(map(_waiver, tables(name, value, problems)))
    elif value is not None:
        problems.append(Problem(name, value.line, "「- 」で始まる一覧で書いてください。", "Write it as a list."))
    problems += _twice(name, entries)
    if problems:
        raise refusal(problems, _WHAT)
    return WaiverList(entries=entries, sha256=hashlib.sha256(data).hexdigest())


def _waiver(fields: Fields) -> Waiver:
    waiver = Waiver(
        fingerprint=fields.optional_word("fingerprint"),
        rule=fields.optional_word("rule"),
        path=fields.optional_word("path"),
        reason=_said(fields, "reason"),
        by=_said(fields, "by"),
        until=_day(fields),
        origin=f"{Path(fields.file).name}:{fields.line}",
    )
    by_name, by_place = waiver.fingerprint is not None, waiver.rule is not None and waiver.path is not None
    if by_name is by_place or (by_name and (waiver.rule is not None or waiver.path is not None)):
        fields.object_to(
            "fingerprint",
            "fingerprint(識別番号)だけを書くか、rule と path の両方を書いてください。",
            "Write either fingerprint alone, or both rule and path.",
        )
    if waiver.fingerprint is not None and _FINGERPRINT.fullmatch(waiver.fingerprint) is None:
        fields.object_to(
            "fingerprint",
            "fingerprint は報告書にある32桁の識別番号です。",
            "fingerprint is the one a report shows, 32 digits of 0-9 and a-f.",
        )
    fields.close()
    return waiver


def _said(fields: Fields, key: str) -> str:
    said = fields.word(key).strip()
    if not said:
        fields.object_to(key, f"{key} の値が空です。", f"{key} has no value.")
    return said


def _day(fields: Fields) -> date:
    word = fields.word("until")
    if word == "?":
        return _UNREAD
    try:
        if _DATE.fullmatch(word) is not None:
            return date.fromisoformat(word)
    except ValueError:
        pass
    fields.object_to(
        "until",
        f"until の {word} は日付ではありません。2027-03-31 のように書いてください。",
        f"{word} in until is no date. Write it like 2027-03-31.",
    )
    return _UNREAD


def _twice(name: str, entries: tuple[Waiver, ...]) -> Iterator[Problem]:
    first: dict[tuple[str | None, ...], str] = {}
    for entry in entries:
        key = (entry.fingerprint, entry.rule, entry.path)
        if key in first and key != (None, None, None):
            line = entry.origin.rpartition(":")[2]
            where = first[key].rpartition(":")[2]
            yield Problem(
                name,
                int(line),
                f"同じ免除が {where} 行目にあります。古いほうを消してください。",
                f"The same waiver stands in line {where}. Remove the older one.",
            )
        first.setdefault(key, entry.origin)


def with_entry(data: bytes, waiver: Waiver) -> bytes:
    """The file's bytes with one more waiver at the end; everything before it stays as it was written."""
    places = {"fingerprint": waiver.fingerprint, "rule": waiver.rule, "path": waiver.path}
    said = {key: value for key, value in places.items() if value is not None}
    said |= {"reason": waiver.reason, "by": waiver.by}
    lines = [f"{key}: {quoted(value)}" for key, value in said.items()]
    lines.append(f"until: '{waiver.until.isoformat()}'")
    entry = "".join(f"{'- ' if number == 0 else '  '}{line}\n" for number, line in enumerate(lines))
    newline = b"" if not data or data.endswith((b"\n", b"\r")) else b"\n"
    return data + newline + entry.encode("utf-8")
