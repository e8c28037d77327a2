"""What a ledger says -> lines for a terminal, or a table as CSV, an Excel workbook or JSON for the files of an office.

Every form tells how many entries there are and the receipt of the last, by which a later loss at the end is found.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final

from reviewer.decision import OUTCOME, People
from reviewer.ledger.decided import Decided
from reviewer.ledger.register import Entry, Register, Standing
from reviewer.ledger.reviewed import Reviewed
from reviewer.report.cell import Row, safe
from reviewer.report.serial import dumps
from reviewer.report.visible import terminal
from reviewer.report.words import VERDICT
from reviewer.text import Language, Text

SCHEMA = "urn:kintone-reviewer:schema:ledger:1.0"
FORMS = ("csv", "xlsx", "json")

STANDING: Final[Mapping[Standing, Text]] = MappingProxyType(
    {
        Standing.VALID: Text(ja="有効", en="valid"),
        Standing.EXPIRED: Text(ja="期限切れ", en="expired"),
        Standing.SUPERSEDED: Text(ja="後の判断に置き換え", en="superseded by a later decision"),
        Standing.NOT_GRANTED: Text(ja="承認なし", en="no approval"),
    }
)


def lines(known: Register, language: Language, today: date, rulebook: str, wanted: str) -> Iterator[str]:
    """The entries about submissions whose name holds `wanted` or whose hash begins with it; "" asks for all.

    `rulebook` is the hash of today's rules: an approval that was given under others stands, and it is said.
    """

    def say(ja: str, en: str) -> str:
        return Text(ja=ja, en=en).to(language)

    count = len(known.entries)
    yield say(f"審査台帳: 全{count}号", f"Ledger: {count} entries")
    if known.head is not None:
        yield say(f"照合番号(控えてください): {known.head}", f"Receipt (note it elsewhere): {known.head}")
    for entry in known.entries:
        name = _name(known, entry)
        if wanted and wanted not in name and not entry.row.submission.startswith(wanted):
            continue
        yield ""
        for line in _entry(known, entry, name, language, today, rulebook):
            yield terminal(line)


def _entry(known: Register, entry: Entry, name: str, language: Language, today: date, rulebook: str) -> Iterator[str]:
    def say(ja: str, en: str) -> str:
        return Text(ja=ja, en=en).to(language)

    row = entry.row
    number = say(f"第{row.sequence}号", f"No. {row.sequence}")
    if isinstance(entry, Reviewed):
        found, files, verdict = len(entry.findings), len(entry.files), VERDICT[entry.verdict].to(language)
        yield f"{number} {row.recorded} {say('審査', 'review')}: {name}"
        yield say(
            f"  判定案 {verdict}、指摘 {found}件、ファイル {files}個、方針 {entry.policy} 第{entry.policy_version}版",
            f"  proposed {verdict}, {found} findings, {files} files, policy {entry.policy} {entry.policy_version}",
        )
        yield f"  SHA-256 {row.submission}"
        return
    made, standing = entry.decision, known.standing(entry, today)
    said, worth = OUTCOME[made.outcome].to(language), STANDING[standing].to(language)
    yield f"{number} {row.recorded} {say('判断', 'decision')}: {name}"
    until = "" if entry.until is None else say(f"、{entry.until} まで", f", until {entry.until}")
    yield say(
        f"  {said} [{worth}{until}](第{entry.review}号の審査)", f"  {said} [{worth}{until}] (review No. {entry.review})"
    )
    for label, text in ((say("条件", "conditions"), made.conditions), (say("理由", "reasons"), made.reasons)):
        if text.strip():
            yield f"  {label}: {text}"
    yield "  " + say("、", ", ").join(f"{part} {who}" for part, who in _people(made.people, say("ja", "en")) if who)
    if standing is Standing.EXPIRED:
        yield say(
            "  期限が切れています。もう一度審査し、判断してください。", "  It has run out: review and decide anew."
        )
    if standing is Standing.VALID and known.review_of(entry).rulebook != rulebook:
        yield say(
            "  承認のあとで規則が変わりました。承認は期限まで有効ですが、review --since での再審査をお勧めします。",
            "  The rules have changed since. The approval stands until its day; consider `review --since`.",
        )


def export(known: Register, form: str, language: Language, today: date, when: str) -> bytes:
    """The whole ledger in one of FORMS, exported at that time."""
    if form == "json":
        return _json(known, when)
    if form == "xlsx":
        return _workbook(known, language, today, when)
    made = io.StringIO()
    table = csv.writer(made, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow(_head(language))
    for row in _rows(known, language, today):
        table.writerow([safe(cell) if isinstance(cell, str) else cell for cell in row])
    # Excel takes CSV for the code page of its country unless it begins so.
    return b"\xef\xbb\xbf" + made.getvalue().encode("utf-8")


def _json(known: Register, when: str) -> bytes:
    return dumps(
        {
            "$schema": SCHEMA,
            "schemaVersion": "1.0",
            "exported": when,
            "count": len(known.entries),
            "head": None if known.head is None else str(known.head),
            "entries": tuple(
                {
                    "sequence": entry.row.sequence,
                    "recorded": entry.row.recorded,
                    "kind": entry.row.kind,
                    "submission": entry.row.submission,
                    "body": json.loads(entry.row.body),
                    "previous": entry.row.previous,
                    "hash": entry.row.hash,
                }
                for entry in known.entries
            ),
        }
    ).encode("utf-8")


def _workbook(known: Register, language: Language, today: date, when: str) -> bytes:
    from reviewer.report.workbook import bound  # noqa: PLC0415 - openpyxl is needed here alone

    def say(ja: str, en: str) -> str:
        return Text(ja=ja, en=en).to(language)

    count = len(known.entries)
    proof: Sequence[Row] = (
        (say("書き出した日時", "Exported"), when),
        (say("全部の号数", "Entries"), count),
        (say("照合番号", "Receipt"), "" if known.head is None else str(known.head)),
    )
    files = (
        (review.row.sequence, review.name, path, digest)
        for review in known.reviews
        for path, digest in sorted(review.files.items())
    )
    title = say("審査台帳", "Ledger")
    return bound(
        title,
        (
            (title, _head(language), _rows(known, language, today), (6, 24, 8, 28, 12, 16, 22, 12, 8, *[20] * 15)),
            (
                say("ファイル", "Files"),
                (say("号", "No."), say("提出物", "Submission"), "path", "SHA-256"),
                files,
                (6, 28, 44, 70),
            ),
            (say("照合", "Receipt"), (say("項目", "Item"), say("内容", "Value")), proof, (20, 80)),
        ),
    )


def _head(language: Language) -> Row:
    named = (
        Text(ja="号", en="No."), Text(ja="記録日時", en="Recorded"), Text(ja="種類", en="Kind"),
        Text(ja="提出物", en="Submission"), Text(ja="判定案", en="Proposed"), Text(ja="判断", en="Decision"),
        Text(ja="状態", en="Standing"), Text(ja="有効期限", en="Until"), Text(ja="審査の号", en="Review No."),
        Text(ja="条件", en="Conditions"), Text(ja="理由", en="Reasons"), Text(ja="申請者", en="Applicant"),
        Text(ja="動作検証者", en="Tester"), Text(ja="確認者", en="Reviewer"), Text(ja="助言者", en="Adviser"),
        Text(ja="承認者", en="Approver"), Text(ja="指摘", en="Findings"), Text(ja="ファイル", en="Files"),
        Text(ja="提出物のSHA-256", en="SHA-256 of the submission"), Text(ja="規則のSHA-256", en="SHA-256 of the rules"),
        Text(ja="方針", en="Policy"), Text(ja="道具の版", en="Tool version"),
        Text(ja="前の号の照合値", en="Hash before"), Text(ja="照合値", en="Hash"),
    )  # fmt: skip
    return tuple(text.to(language) for text in named)


def _rows(known: Register, language: Language, today: date) -> Iterator[Row]:
    for entry in known.entries:
        row = entry.row
        if isinstance(entry, Reviewed):
            review, kind = entry, Text(ja="審査", en="review")
            decided: Row = ("", "", "", "", "", "", "", "", "", "", "")
        else:
            review, kind = known.review_of(entry), Text(ja="判断", en="decision")
            decided = _decided(known, entry, language, today)
        yield (
            row.sequence, row.recorded, kind.to(language), review.name, VERDICT[review.verdict].to(language), *decided,
            len(review.findings), len(review.files), row.submission, review.rulebook,
            f"{review.policy} {review.policy_version}", review.tool, row.previous, row.hash,
        )  # fmt: skip


def _decided(known: Register, entry: Decided, language: Language, today: date) -> Row:
    made = entry.decision
    return (
        OUTCOME[made.outcome].to(language),
        STANDING[known.standing(entry, today)].to(language),
        "" if entry.until is None else entry.until.isoformat(),
        entry.review,
        made.conditions,
        made.reasons,
        *(who for _, who in _people(made.people, language.value)),
    )


def _people(people: People, language: str) -> Iterator[tuple[str, str]]:
    for text, person in (
        (Text(ja="申請者", en="applicant"), people.applicant),
        (Text(ja="動作検証者", en="tester"), people.tester),
        (Text(ja="確認者", en="reviewer"), people.reviewer),
        (Text(ja="助言者", en="adviser"), people.adviser),
        (Text(ja="承認者", en="approver"), people.approver),
    ):
        day = "" if person.day is None else person.day.isoformat()
        yield text.to(Language(language)), " ".join(part for part in (person.post, person.name, day) if part)


def _name(known: Register, entry: Entry) -> str:
    return entry.name if isinstance(entry, Reviewed) else known.review_of(entry).name
