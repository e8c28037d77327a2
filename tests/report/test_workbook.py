from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace

import openpyxl
import pytest
import review_samples as samples

from reviewer.dossier import EventEntry, FieldEntry
from reviewer.report import Format, document
from reviewer.report.cell import safe
from reviewer.review import Review
from reviewer.text import Language

MAKERS = [samples.ordinary, samples.hostile, samples.clean]


def book(review: Review) -> bytes:
    return document(review, Format.XLSX, Language.JA)


def cells(data: bytes) -> dict[str, list[list[object]]]:
    opened = openpyxl.load_workbook(io.BytesIO(data))
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in opened.worksheets}


def members(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name).decode("utf-8") for name in packed.namelist()}


def test_findings_check_sheet_gaps_destinations_steps_and_files_have_a_sheet_each() -> None:
    told = cells(book(samples.ordinary()))
    assert list(told) == [
        "概要",
        "指摘",
        "第10条 確認票",
        "確かめられなかったこと",
        "データの行き先",
        "動作検証",
        "ファイル",
    ]
    assert ["判定案", "不適合"] in told["概要"]
    assert len(told["指摘"]) == 1 + 4
    assert told["指摘"][1][3] == "desktop/休暇申請 一覧.js"
    assert [row[1] for row in told["第10条 確認票"][1:]] == ["9", "10", "11", "12", "S1", "S2", "S5", "S10", "C5"]
    assert len(told["確かめられなかったこと"]) == 1 + 2


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t=", "\r=", " =", "|", "%", "\u200b="])
def test_no_text_begins_a_formula(begin: str) -> None:
    shown = safe(f"{begin}HYPERLINK(1)")
    assert not re.match(r"[\s]*[=+\-@|%]", shown)


def test_a_submission_full_of_formulas_gives_a_book_without_one() -> None:
    attack = "=cmd|'/c calc'!A1"
    made = samples.ordinary()
    where = made.dossier.events[0].locations
    dossier = replace(made.dossier, events=(EventEntry(attack, where),), fields=(FieldEntry(attack, ("read",), where),))
    data = book(replace(made, dossier=dossier, submission=replace(made.submission, name=attack, scope=attack)))
    assert not [name for name, text in members(data).items() if "<f>" in text or "<f " in text]
    assert not [value for rows in cells(data).values() for row in rows for value in row if str(value).startswith("=")]
    assert f"'{attack}" in [row[1] for row in cells(data)["概要"]]


@pytest.mark.parametrize("make", MAKERS)
def test_nothing_in_the_book_leads_outside_or_runs(make: Callable[[], Review]) -> None:
    told = members(book(make()))
    assert not [name for name in told if re.search(r"vba|externalLink|macro|oleObject|connections", name)]
    assert not [name for name, text in told.items() if 'TargetMode="External"' in text or "<hyperlink" in text]


def test_no_secret_and_no_hidden_character_is_in_the_book() -> None:
    told = "".join(members(book(samples.ordinary())).values())
    assert samples.TOKEN[:8] not in told
    hostile = "".join(members(book(samples.hostile())).values())
    assert not set(hostile) & set("\u202e\u2066\u200b\u2028\x1b\x07")


def test_five_thousand_findings_are_five_thousand_rows() -> None:
    assert len(cells(book(samples.crowded(5000)))["指摘"]) == 5001
