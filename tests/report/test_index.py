from __future__ import annotations

import gc
from collections.abc import Iterable
from dataclasses import replace

import index_samples as samples
import pytest

from reviewer.errors import ReviewerError
from reviewer.report.index import PAST_LOST, Census, Past, count, render, tally, tally_line, tally_of_line
from reviewer.report.index.changes import changes
from reviewer.report.index.chart import trend
from reviewer.report.index.findings import hosts, libraries, secrets
from reviewer.report.index.rows import Sheet, attention, href
from reviewer.report.index.view import view
from reviewer.review import Verdict
from reviewer.rule import Severity
from reviewer.summary import NOT_ASKED, Approval, Excuse, HostStanding, LibraryLine, SecretLine, Summary
from reviewer.text import Language, Text

NAMES = ("一", "二", "三", "四", "五", "六")


def base(place: str) -> Summary:
    """A submission without anything to say of it."""
    made = samples.summary(1)
    return replace(
        made,
        place=place,
        verdict=Verdict.PASS,
        failed=None,
        counts=dict.fromkeys(Severity, 0),
        findings=(),
        blocking=0,
        hosts=(),
        libraries=(),
        secrets=(),
        standing=NOT_ASKED,
    )


def page(census: Census, language: Language = Language.JA) -> str:
    return "".join(render(census, samples.BATCH, samples.history(40), language))


def sheet(summaries: Iterable[Summary], before: Iterable[Summary] | None = None) -> Sheet:
    past = None if before is None else Past.of(before, "2025-04-01")
    return Sheet(count(summaries, past), Language.JA)


def test_every_submission_is_counted_once_and_stands_on_the_page() -> None:
    census = count(samples.many(300), None)
    assert sum(census.verdicts.values()) == sum(census.approvals.values()) == len(census.rows) == 300
    text = page(census)
    assert all(f">{row.place}<" in text for row in census.rows)


def test_the_same_summaries_give_the_same_page() -> None:
    one, other = (count(samples.many(60), Past.of(samples.before(60), "2025")) for _ in range(2))
    assert page(one) == page(other)


def test_no_summary_is_kept() -> None:
    census = count(samples.many(50), Past.of(samples.before(50), "2025"))
    gc.collect()
    assert len(census.rows) == 50
    assert not any(isinstance(each, Summary) for each in gc.get_objects())


def test_what_was_never_approved_or_drifted_comes_before_anything_else() -> None:
    found = [each.key for each in attention(sheet(samples.many(2000)))]
    assert found == ["drift", "never", "refused", "expired", "failed", "incomplete"]


@pytest.mark.parametrize("approval", [each for each in Approval if each not in {Approval.APPROVED, Approval.NOT_ASKED}])
def test_each_standing_that_asks_for_a_person_has_its_list(approval: Approval) -> None:
    standing = replace(NOT_ASKED, approval=approval)
    found = list(attention(sheet([base("良い"), replace(base("悪い"), standing=standing)])))
    assert [(each.key, [row.link.text for row in each.rows]) for each in found] == [(approval.value, ["悪い"])]


def test_a_batch_before_that_cannot_be_read_is_told_first() -> None:
    made = sheet([base("一")])
    history = samples.history(1)
    lost = view(made, replace(samples.BATCH, is_past_lost=True), history)
    assert lost.lead == (PAST_LOST.ja, *view(made, samples.BATCH, history).lead)


def test_a_failed_review_is_listed_with_its_reason() -> None:
    lost = samples.failed(base("失われた"), Text(ja="メモリーの限度を超えました。", en="Out of memory."))
    (found,) = attention(sheet([base("良い"), lost]))
    assert [(row.link.text, row.reason) for row in found.rows] == [("失われた", "メモリーの限度を超えました。")]
    assert "メモリーの限度を超えました。" in page(count([lost], None))


def test_a_list_too_long_to_show_says_how_many_are_left_out() -> None:
    (found,) = attention(sheet(replace(base(str(n)), verdict=Verdict.INCOMPLETE) for n in range(500)))
    assert (found.count, len(found.rows) + len(found.further), found.left_out) == (500, 200, 300)


def test_without_a_ledger_the_page_says_that_it_does_not_know() -> None:
    assert "審査台帳と照らしていないため" in page(count([base("一")], None))
    assert "審査台帳と照らしていないため" not in page(count(samples.many(3), None))


def test_hosts_are_gathered_over_the_store_those_to_look_at_first_in_front() -> None:
    found = list(hosts(sheet(samples.many(400))))
    assert [host.host for host in found if host.data][:2] == ["hooks.chat.example.net", "実行時に決まる通信先"]
    declared = sum(any(line.host == "maps.example.com" for line in made.hosts) for made in samples.many(400))
    maps = next(host for host in found if host.host == "maps.example.com")
    assert (maps.users.count, maps.data) == (declared, "レコードの値")
    assert [badge.key for badge in maps.standings] == [HostStanding.DECLARED.value]


def test_libraries_are_listed_where_there_are_advisories() -> None:
    old, new = LibraryLine("jquery", "1.0.0", ("CVE-2000-1",), Severity.HIGH), LibraryLine("jquery", "9.0.0", (), None)
    found = list(libraries(sheet(replace(base(name), libraries=(old, new)) for name in NAMES)))
    assert [(each.name, each.version, each.users.count) for each in found] == [("jquery", "1.0.0", 6)]


def test_a_secret_is_listed_where_several_submissions_hold_it_by_a_short_name() -> None:
    def held(place: str, *digests: str) -> Summary:
        title = Text(ja="鍵があります。", en="A key.")
        return replace(base(place), secrets=tuple(SecretLine("key", title, digest) for digest in digests))

    found = list(secrets(sheet([held("一", "ab" * 16, "cd" * 16), held("二", "ab" * 16), held("三", "ef" * 16)])))
    assert [(each.name, each.kind, each.users.count) for each in found] == [("abababab", "鍵があります", 2)]
    alike = [f"{'0' * 10}1{'0' * 21}", f"{'0' * 10}2{'0' * 21}"]
    names = [each.name for each in secrets(sheet([held("一", *alike), held("二", *alike)]))]
    assert len(set(names)) == 2


def finding_of(number: int) -> Summary:
    return next(made for made in samples.many(5000) if len(made.findings) > number)


def test_findings_are_new_fixed_or_as_before() -> None:
    made = replace(finding_of(3), standing=NOT_ASKED)
    first, second, *rest = (replace(each, excuse=None) for each in made.findings)
    then = replace(made, findings=(first, *rest))
    now = replace(made, findings=(second, *rest))
    found = changes(sheet([now], [then]))
    assert found is not None
    assert dict(found.figures)["新しい指摘"] == dict(found.figures)["なくなった指摘"] == 1
    assert dict(found.figures)["変わらない指摘"] == len(rest)
    (listed,) = found.lists
    assert (listed.key, listed.rows[0].new, listed.rows[0].fixed, listed.rows[0].content) == ("findings", 1, 1, "同じ")


def test_a_finding_that_is_waived_now_is_not_called_fixed() -> None:
    made = finding_of(1)
    then = replace(made, findings=(replace(made.findings[0], excuse=None),))
    now = replace(made, findings=(replace(made.findings[0], excuse=Excuse.WAIVED),))
    found = changes(sheet([now], [then]))
    assert found is not None
    assert dict(found.figures)["なくなった指摘"] == 0


def test_nothing_is_called_new_or_fixed_where_one_of_the_two_could_not_be_reviewed() -> None:
    made = replace(finding_of(1), standing=NOT_ASKED)
    lost = samples.failed(made, samples.WITHOUT)
    for now, then in ((made, lost), (lost, made)):
        found = changes(sheet([now], [then]))
        assert found is not None
        figures = dict(found.figures)
        assert (figures["新しい指摘"], figures["なくなった指摘"], figures["比べられなかった提出物"]) == (0, 0, 1)
        assert [each.key for each in found.lists] == ["verdict"]


def test_submissions_that_came_went_or_moved_are_listed() -> None:
    gone, stays, moved = (replace(base(name), sha256=name) for name in NAMES[:3])
    came = replace(base("四"), sha256="四")
    elsewhere = replace(moved, place="新しい場所/三")
    found = changes(sheet([stays, came, elsewhere], [gone, stays, moved]))
    assert found is not None
    listed = {each.key: [(row.link.text, row.content) for row in each.rows] for each in found.lists}
    assert listed == {
        "added": [("四", ""), ("新しい場所/三", "")],
        "gone": [("一", ""), ("三", "同じ内容が 新しい場所/三 にあります")],
    }


def test_a_first_batch_says_that_there_is_nothing_to_compare_with() -> None:
    assert changes(sheet(samples.many(3))) is None
    assert "比べられる前回の結果がありません" in page(count(samples.many(3), None))


def test_the_picture_of_the_trend_says_what_the_table_says() -> None:
    made = sheet(samples.many(200))
    shown = trend(made, (*samples.history(200), tally(made.census, "2026-04-01")))
    assert len(shown.rows) == 6
    newest = shown.rows[0]
    assert newest.total == sum(newest.verdicts) == 200
    columns = {bar.x for bar in shown.bars}
    assert len(columns) == 6
    heights = [sum(bar.height for bar in shown.bars if bar.x == x) for x in sorted(columns)]
    assert heights == sorted(heights)
    assert all(bar.y >= 0 and bar.y + bar.height <= shown.height for bar in shown.bars)
    said = [words.text for words in shown.words if words.face in {"critical", "high"}]
    assert sorted(said) == [f"重大 {newest.found[0]}", f"高 {newest.found[1]}"]
    assert trend(made, (tally(made.census, "2026"),)).drawn is False


def test_a_batch_without_submissions_can_be_shown() -> None:
    census = count([], Past.of(samples.many(2), "2025"))
    assert "保管場所に提出物はありませんでした。" in page(census)
    assert len(census.gone) == 2


def test_a_tally_is_read_as_it_was_written() -> None:
    made = tally(count(samples.many(30), None), "2026-04-01")
    assert tally_of_line(tally_line(made)) == made
    for broken in ("", "{}", tally_line(made)[:30], tally_line(made).replace('"pass":', '"pass":-')):
        with pytest.raises(ReviewerError):
            tally_of_line(broken)


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        ("reports/税務課-1", "./reports/%E7%A8%8E%E5%8B%99%E8%AA%B2-1/report.html"),
        ("javascript:alert(1)", "./javascript%3Aalert%281%29/report.html"),
        ("//evil.example/x", "./evil.example/x/report.html"),
        ("../../etc", "./etc/report.html"),
        ("a?b#c", "./a%3Fb%23c/report.html"),
        (None, None),
    ],
)
def test_a_reference_leads_to_a_report_below_the_index_and_nowhere_else(
    report: str | None, expected: str | None
) -> None:
    assert href(report) == expected


def test_what_strangers_wrote_is_escaped_and_hidden_characters_are_named() -> None:
    census = count(samples.hostile(), Past.of(samples.hostile(), samples.ATTACK))
    for language in Language:
        text = "".join(render(census, samples.hostile_batch(), samples.history(3), language))
        assert "<script>window" not in text
        assert "<b onclick" not in text
        assert "\u202e" not in text
        assert "⟦U+202E⟧" in text
        assert text.encode("utf-8")
