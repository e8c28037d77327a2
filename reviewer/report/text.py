"""A review -> a summary in plain text for a terminal: no control character, only marks every console has.

`passages` also tells what each line is, for a terminal that has colours; nothing is told by colour alone.
"""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Callable, Iterator

from reviewer.record import value
from reviewer.report.context import Context
from reviewer.report.model import DeclaredRow, GapView, PlaceView, ReportView, RevisionView, RuleView
from reviewer.report.view import view
from reviewer.report.visible import terminal
from reviewer.review import Review
from reviewer.text import Language, Text

_WIDTH = 80
_PLACES = 5
_LATIN = frozenset(string.ascii_letters + string.digits + "-_./:")
_NOT_FIRST = "。、」』）)]】・ー?!？！"


@value
class Passage:
    """One line of the summary; `tone` is the key of a verdict or severity, "heading", or "" for anything else."""

    text: str
    tone: str


def render(review: Review, language: Language, context: Context) -> str:
    """The summary; the first lines hold the verdict. Long lines are broken at the context's width."""
    return "".join(f"{passage.text}\n" for passage in passages(review, language, context))


def passages(review: Review, language: Language, context: Context) -> Iterator[Passage]:
    """The lines of the summary, each with its tone."""
    width = max(40, context.width or _WIDTH)
    report = view(review, language, context)
    for tone, indent, line in _lines(report, language):
        yield from (Passage(part, tone) for part in _wrapped(line, indent, width))


def _lines(report: ReportView, language: Language) -> Iterator[tuple[str, int, str]]:
    """Lines with their tone and the indent their continuation has."""

    def say(ja: str, en: str) -> str:
        return Text(ja=ja, en=en).to(language)

    waived = (f"({say('ほかに免除', 'waived')} {report.waived})",) if report.waived else ()
    yield "heading", 0, f"kintone-reviewer: {report.name}"
    yield "", 0, ""
    yield report.verdict.key, 0, f"{say('判定案', 'Proposed verdict')}: {report.verdict.label}"
    for sentence in (*report.verdict.reasons, report.verdict.decides):
        yield "", 2, f"  {sentence}"
    yield "", 0, ""
    yield "", 0, "  ".join((*(f"{count.label} {count.count}" for count in report.counts), *waived))
    yield "", 0, ""
    if report.revision is not None:
        yield from _revision(report.revision, say)
    yield "heading", 0, say("この提出物がすること", "What this submission does")
    for doing in report.doings:
        yield "", 4, f"  {doing.title}: {doing.text}"
    if report.declared is not None:
        yield "", 0, ""
        yield "heading", 0, say("申請書との比較", "Declared and observed")
        for row in report.declared.rows:
            yield "", 4, f"  [{row.label}] {row.topic} {row.name}{_sides(row, say)}"
    if report.waivers:
        yield "", 0, ""
        yield "heading", 0, f"{say('免除の一覧', 'Waivers')} ({len(report.waivers)})"
        for waiver in report.waivers:
            yield "", 4, f"  [{waiver.label}] {waiver.target}"
            yield "", 4, f"    {waiver.reason} ({waiver.by}, {waiver.until})"
    for group in report.severities:
        for rule in group.rules:
            yield "", 0, ""
            yield from _rule(rule, say("ほか", "and more:"))
    if report.gaps:
        yield "", 0, ""
        yield "heading", 0, f"{say('確かめられなかったこと', 'What could not be examined')} ({len(report.gaps)})"
        for gap in report.gaps:
            yield from _gap(gap, say("判定を妨げる", "blocks a verdict"), say("参考", "for information"))
    if report.urls:
        yield "", 0, ""
        yield (
            "heading",
            0,
            f"{say('URLから読み込むコード(見ていません)', 'Code loaded from URLs (not seen)')} ({len(report.urls)})",
        )
        for url in report.urls:
            yield "", 4, f"  {url.url}"


def _revision(revision: RevisionView, say: Callable[[str, str], str]) -> Iterator[tuple[str, int, str]]:
    """What changed since the approval, what is new first."""
    yield "heading", 0, say("前の承認からの変化", "Changes since the approval")
    for warning in revision.warnings:
        yield "", 4, f"  ! {warning}"
    for trait in revision.added:
        yield "", 4, f"  + {trait.label}: {trait.name} {trait.detail}".rstrip()
    for trait in revision.dropped:
        yield "", 4, f"  - {trait.label}: {trait.name} {trait.detail}".rstrip()
    for heading, found in (
        (say("新しい指摘", "New findings"), revision.new),
        (say("前からある指摘で、見直しが要るもの", "There before, to be looked at again"), revision.again),
    ):
        yield "", 2, f"  {heading} ({len(found)})"
        for each in found[:_PLACES]:
            yield "", 6, f"    [{each.severity_label}] {_place(each.place)} {each.title}"
    yield "", 2, f"  {say('前の承認で確認済みの指摘', 'Findings approved before')} ({revision.known})"
    for file in revision.files:
        if file.key != "unchanged":
            yield "", 4, f"  [{file.label}] {file.path}{f' <- {file.before}' if file.before else ''}"
    same = sum(file.key == "unchanged" for file in revision.files)
    yield "", 2, say(f"  同じファイル(承認済み) {same}個", f"  {same} files unchanged (approved)")
    for facts in revision.facts:
        yield "", 4, f"  {facts.name}: {facts.value}"
    yield "", 0, ""


def _sides(row: DeclaredRow, say: Callable[[str, str], str]) -> str:
    """What was declared and what was observed, where there is either."""
    if not row.declared and not row.observed:
        return ""
    none = say("なし", "none")
    return say(
        f" (申請: {row.declared or none} / コード: {row.observed or none})",
        f" (declared: {row.declared or none} / code: {row.observed or none})",
    )


def _rule(rule: RuleView, more: str) -> Iterator[tuple[str, int, str]]:
    found = (*rule.findings, *rule.further)
    yield rule.severity, 2, f"[{rule.severity_label}] {rule.title} ({rule.id}, {len(found)})"
    for finding in found[:_PLACES]:
        detail = f"  {finding.detail}" if finding.detail else ""
        excuse = f"  [{finding.waived}]" if finding.waived else ""
        excuse += f"  [{finding.since_label}]" if finding.since_label else ""
        yield "", 4, f"  {_place(finding.place)}{detail}{excuse}"
    if len(found) > _PLACES:
        yield "", 4, f"  {more} {len(found) - _PLACES}"


def _gap(gap: GapView, blocking: str, minor: str) -> Iterator[tuple[str, int, str]]:
    where = f" {_place(gap.place)}" if gap.place else f" {gap.where}" if gap.where else ""
    yield "", 4, f"  [{blocking if gap.blocking else minor}] {gap.stage}{where}"
    yield "", 4, f"    {gap.message}"


def _place(place: PlaceView) -> str:
    return f"{place.path}:{place.line}:{place.column}"


def _wrapped(line: str, indent: int, width: int) -> Iterator[str]:
    """A line broken where it must be: at a space if there is one near, else between any two characters."""
    begin = len(line) - len(line.lstrip(" "))
    rest = " " * begin + terminal(line)
    while (cut := _fitting(rest, width)) < len(rest):
        yield rest[:cut].rstrip(" ")
        rest = " " * indent + rest[cut:].lstrip(" ")
    yield rest.rstrip(" ")


def _fitting(text: str, width: int) -> int:
    """How many characters of the text go on one line of that many columns."""
    used = 0
    for at, char in enumerate(text):
        used += _columns(char)
        if used > width:
            space = text.rfind(" ", len(text) - len(text.lstrip(" ")), at + 1)
            if space > at // 2:
                return space
            word = at
            while word > 1 and _LATIN.issuperset(text[word - 1 : word + 1]):
                word -= 1
            if at // 2 < word < at:
                return word
            while at > 1 and text[at] in _NOT_FIRST:
                at -= 1  # noqa: PLW2901 - one back: these do not begin a line in Japanese
            return at
    return len(text)


def _columns(char: str) -> int:
    """Columns a character takes in a Japanese console, where ambiguous ones are wide; combining marks take none."""
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WFA" else 1
