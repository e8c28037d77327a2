"""The figures of past batches -> a chart laid out in whole units, and the table that says the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewer.report.drawing import Words
from reviewer.report.index.model import Bar, Line, TrendRow, TrendView
from reviewer.report.index.rows import Sheet
from reviewer.report.index.tally import FAILED, Tally
from reviewer.report.words import SEVERITY
from reviewer.review import Verdict
from reviewer.rule import Severity
from reviewer.text import Text

# From the bottom of a bar to its top: what is well lies at the bottom, so that trouble stands out at the top.
_STACK = (Verdict.PASS, Verdict.CONDITIONAL, Verdict.INCOMPLETE, Verdict.FAIL, None)
_DRAWN = 12
_DATED = 8
_WIDTH = 960
_LEFT, _RIGHT = (56, 470), (610, 270)
"""Where each half of the chart begins, and how wide it is."""
_TOP, _BODY, _FOOT = 44, 190, 30
_THICKEST = 44
_SEVERITIES = (Severity.CRITICAL, Severity.HIGH)
_BARS = Text(ja="提出物の数(判定案別)", en="Submissions by verdict")
_LINES = Text(ja="重大・高の指摘の数", en="Critical and high findings")


def trend(sheet: Sheet, history: Sequence[Tally]) -> TrendView:
    """The last batches as a picture, all of them as a table, the newest first; `history` ends with this batch."""
    drawn = history[-_DRAWN:] if len(history) > 1 else ()
    most = _ceiling(max((made.submissions for made in drawn), default=0))
    highest = _ceiling(max((made.found[each] for made in drawn for each in _SEVERITIES), default=0))
    return TrendView(
        drawn=bool(drawn),
        width=_WIDTH,
        height=_TOP + _BODY + _FOOT,
        bars=tuple(_bars(drawn, most)),
        lines=tuple(_lines(drawn, highest)),
        rules=tuple(_height(part, 2) for part in range(3)),
        words=tuple(_words(sheet, drawn, most, highest)),
        legend=tuple(sheet.verdict(verdict) for verdict in reversed(_STACK)),
        heads=(
            *(sheet.verdict(verdict).label for verdict in reversed(_STACK)),
            *(sheet.say(SEVERITY[severity]) for severity in Severity),
        ),
        rows=tuple(
            TrendRow(
                when=made.when,
                total=made.submissions,
                verdicts=tuple(_many(made, verdict) for verdict in reversed(_STACK)),
                found=tuple(made.found[severity] for severity in Severity),
            )
            for made in reversed(history)
        ),
    )


def _many(made: Tally, verdict: Verdict | None) -> int:
    return made.verdicts[FAILED if verdict is None else verdict.value]


def _ceiling(number: int) -> int:
    """The next round even number, which the axis ends at."""
    step = int("1" + "0" * (len(str(number)) - 1))
    return next(each * step // 2 * 2 for each in range(1, 12) if each * step // 2 * 2 >= max(number, 2))


def _height(number: int, most: int) -> int:
    """Where a number lies between the bottom of the chart and its top."""
    return _TOP + _BODY - number * _BODY // most


def _middles(count: int, half: tuple[int, int]) -> list[int]:
    begin, width = half
    return [begin + width * (2 * turn + 1) // (2 * count) for turn in range(count)]


def _bars(drawn: Sequence[Tally], most: int) -> Iterator[Bar]:
    thick = min(_THICKEST, _LEFT[1] * 6 // (10 * max(1, len(drawn))))
    for made, middle in zip(drawn, _middles(len(drawn), _LEFT), strict=True):
        stacked = 0
        for verdict in _STACK:
            low, stacked = _height(stacked, most), stacked + _many(made, verdict)
            high = _height(stacked, most)
            if high < low:
                yield Bar(middle - thick // 2, high, thick, low - high, "failed" if verdict is None else verdict.value)


def _lines(drawn: Sequence[Tally], highest: int) -> Iterator[Line]:
    middles = _middles(len(drawn), _RIGHT)
    for severity in _SEVERITIES if drawn else ():
        points = [(x, _height(made.found[severity], highest)) for made, x in zip(drawn, middles, strict=True)]
        path = "M" + "L".join(f"{x} {y}" for x, y in points)
        yield Line(path, tuple(points), severity.value)


def _words(sheet: Sheet, drawn: Sequence[Tally], most: int, highest: int) -> Iterator[Words]:
    if not drawn:
        return
    yield Words(_LEFT[0] - 48, 18, sheet.say(_BARS), "head")
    yield Words(_RIGHT[0] - 48, 18, sheet.say(_LINES), "head")
    for begin, top in ((_LEFT[0], most), (_RIGHT[0], highest)):
        for part in range(3):
            yield Words(begin - 8, _height(part, 2) + 4, f"{top * part // 2:,}", "axis")
    dated = (len(drawn) + _DATED - 1) // _DATED
    for half, step in ((_LEFT, dated), (_RIGHT, max(dated, (len(drawn) + 3) // 4))):
        for turn, (made, middle) in enumerate(zip(drawn, _middles(len(drawn), half), strict=True)):
            if (len(drawn) - 1 - turn) % step == 0:
                yield Words(middle, _TOP + _BODY + 20, made.when[:10], "date")
    for made, middle in zip(drawn, _middles(len(drawn), _LEFT), strict=True):
        yield Words(middle, _height(made.submissions, most) - 6, f"{made.submissions:,}", "total")
    ends = sorted((_height(drawn[-1].found[each], highest), each.rank, each) for each in _SEVERITIES)
    at = 0
    for y, _, severity in ends:
        at = max(y, at + 16) if at else y
        x = _middles(len(drawn), _RIGHT)[-1] + 10
        yield Words(x, at + 4, f"{sheet.say(SEVERITY[severity])} {drawn[-1].found[severity]:,}", severity.value)
