"""A review -> an Excel workbook for the files of an office: findings, check sheet, gaps, what it does, test steps.

The only module that knows openpyxl. Whatever a submission holds becomes text: a cell never begins a formula, so nothing
runs or asks the network when the book is opened, in Excel or in a program that reads it as CSV.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from types import SimpleNamespace
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from reviewer.report.cell import Row, safe
from reviewer.report.context import Context
from reviewer.report.labels import labels
from reviewer.report.model import PlaceView, ReportView, RevisionView
from reviewer.report.view import view
from reviewer.review import Review
from reviewer.text import Language, Text

Sheet = tuple[str, Row, Iterable[Row], Sequence[int]]
"""Title, head, rows and how wide each column is."""

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_FIXED: Final = datetime(2000, 1, 1)
_HEAD = PatternFill("solid", fgColor="DCE6F0")
_LINE = Side(style="thin", color="B8C2CC")
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")


def render(review: Review, language: Language, context: Context) -> bytes:
    """The workbook; the same review gives the same bytes."""
    report = view(review, language, context)
    return bound(f"{labels(language).title}: {report.name}", _sheets(report, language))


def bound(title: str, sheets: Iterable[Sheet]) -> bytes:
    """Sheets as the bytes of a workbook."""
    book = Workbook()
    book.remove(book.active)
    for name, head, rows, widths in sheets:
        _fill(book.create_sheet(_NOT_IN_TITLES.sub(" ", name)[:31]), head, rows, widths)
    book.properties.creator = "kintone-reviewer"
    book.properties.title = safe(title)
    book.properties.created = _FIXED
    made = io.BytesIO()
    book.save(made)
    return _undated(made.getvalue())


def _sheets(report: ReportView, language: Language) -> Iterator[Sheet]:
    t = labels(language)

    def say(ja: str, en: str) -> str:
        return Text(ja=ja, en=en).to(language)

    yield (
        t.summary,
        (t.item, say("内容", "Value")),
        _summary(report, t.proposal, say("理由", "Reasons"), t.waived),
        (28, 110),
    )
    if report.revision is not None:
        yield (
            t.revision,
            (t.compared_what, say("種類", "Kind"), t.revision_name, t.revision_detail),
            _revision(report.revision, t),
            (34, 24, 60, 60),
        )
    yield (
        t.findings,
        (
            say("番号", "No."), say("重さ", "Severity"), say("指摘", "Finding"), t.filter_file, say("行", "Line"),
            say("内容", "Detail"), t.why, t.fix, t.references, t.rule, t.fingerprint, say("対応", "Answer"),
        ),
        _findings(report),
        (6, 8, 36, 30, 7, 36, 48, 48, 34, 26, 36, 30),
    )  # fmt: skip
    yield (
        t.checklist,
        (t.regulation, t.item, say("題", "Title"), t.machine, t.evidence, t.manual, say("確認", "Checked"), t.room),
        _checks(report),
        (30, 7, 30, 10, 44, 60, 8, 36),
    )
    yield (
        t.gaps,
        (say("区分", "Weight"), say("段階", "Stage"), t.filter_file, say("行", "Line"), say("内容", "What")),
        _gaps(report, t.blocking, t.minor),
        (14, 22, 34, 7, 90),
    )
    yield (
        t.picture,
        (t.route_number, t.route_to, say("種類", "Kind"), t.route_side, t.route_data, t.route_way, t.places),
        _routes(report),
        (6, 36, 34, 16, 36, 44, 44),
    )
    yield (
        t.trials,
        (say("画面・事柄", "Screen or subject"), t.trial_number, t.trial_act, t.trial_expect, t.trial_result, t.room),
        _trials(report),
        (26, 7, 56, 56, 10, 36),
    )
    yield (
        t.files,
        (t.path, t.language, say("行数", "Lines"), t.findings, "SHA-256"),
        ((file.path, file.kind, file.lines, file.findings, file.sha256) for file in report.files),
        (44, 14, 8, 8, 70),
    )


def _summary(report: ReportView, proposal: str, reasons: str, waived: str) -> Iterator[Row]:
    yield proposal, report.verdict.label
    yield reasons, " ".join((*report.verdict.reasons, report.verdict.decides))
    for fact in (*report.facts, *report.plugin):
        yield fact.name, fact.value
    for count in report.counts:
        yield count.label, count.count
    if report.waived:
        yield waived, report.waived
    for doing in report.doings:
        yield doing.title, doing.text


def _revision(revision: RevisionView, t: SimpleNamespace) -> Iterator[Row]:
    for warning in revision.warnings:
        yield t.look, "", warning, ""
    for trait in revision.added:
        yield t.revision_added, trait.label, trait.name, trait.detail
    for heading, found in ((t.revision_new, revision.new), (t.revision_again, revision.again)):
        for each in found:
            yield heading, each.severity_label, each.title, f"{each.place.path}:{each.place.line}"
    for file in revision.files:
        yield t.files, file.label, file.path, file.before
    for trait in revision.dropped:
        yield t.revision_dropped, trait.label, trait.name, trait.detail
    for gone in revision.resolved:
        yield t.revision_resolved, "", gone, ""
    for fact in revision.facts:
        yield t.revision_then, fact.name, fact.value, ""


def _findings(report: ReportView) -> Iterator[Row]:
    for group in report.severities:
        for rule in group.rules:
            for found in (*rule.findings, *rule.further):
                yield (
                    found.number, group.label, rule.title, found.place.path, found.place.line, found.detail or "",
                    rule.why, rule.fix, " / ".join(rule.references), rule.id, found.fingerprint, "",
                )  # fmt: skip


def _checks(report: ReportView) -> Iterator[Row]:
    for section in report.checklist:
        for row in section.rows:
            proofs = "\n".join((row.note, *(proof.label for proof in row.evidence)))
            yield section.title, row.id, row.title, row.label, proofs, "\n".join(row.manual), "", ""


def _gaps(report: ReportView, blocking: str, minor: str) -> Iterator[Row]:
    for gap in report.gaps:
        path, line = (gap.place.path, gap.place.line) if gap.place is not None else (gap.where, "")
        yield blocking if gap.blocking else minor, gap.stage, path, line, gap.message


def _routes(report: ReportView) -> Iterator[Row]:
    for route in report.picture.routes:
        yield (
            route.number, route.title, route.kind, route.tone_label, route.data, route.way, _places(route.places),
        )  # fmt: skip


def _trials(report: ReportView) -> Iterator[Row]:
    for group in report.trials:
        for trial in group.trials:
            yield group.title, trial.id, trial.act, trial.expect, "", ""


def _places(places: Iterable[PlaceView]) -> str:
    return "\n".join(f"{place.path}:{place.line}" for place in places)


def _fill(sheet: Worksheet, head: Row, rows: Iterable[Row], widths: Sequence[int]) -> None:
    """One table with its head repeated on every printed page, filterable, as wide as a page."""
    for number, row in enumerate((head, *rows), start=1):
        for column, value in enumerate(row, start=1):
            _write(sheet.cell(number, column), value, head=number == 1)
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.center.text = "&P / &N"


def _write(cell: Cell, value: str | int, *, head: bool) -> None:
    if isinstance(value, int):
        cell.value = value
    else:
        cell.value = safe(value)
        cell.data_type = "s"  # whatever it begins with
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.border = Border(bottom=_LINE)
    if head:
        cell.font = Font(bold=True)
        cell.fill = _HEAD


def _undated(book: bytes) -> bytes:
    """The same book without the time it was made: members dated alike, no date of the last change."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2000-01-01T00:00:00Z", data)
            new.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()
