from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
import review_samples as samples

from reviewer.comparison import Comparison, Pair, Topic
from reviewer.comparison import Standing as Compared
from reviewer.destination import TRUSTED
from reviewer.dossier import HostEntry, LibraryEntry
from reviewer.errors import ReviewerError
from reviewer.report.summary import from_line, summarise, to_line, unreviewed
from reviewer.review import Review, Verdict, fingerprints
from reviewer.rule import Advisory, InformationClass, Severity
from reviewer.summary import NOT_ASKED, Approval, Basis, HostStanding, Standing, Summary
from reviewer.text import Text

KEY = bytes(range(32))
OTHER_KEY = bytes(reversed(range(32)))
BASIS = Basis(tool="0.1.0", rulebook="0f" * 32, policy="標準", policy_version="1", policy_sha256="")


def summary(review: Review, *, key: bytes = KEY, standing: Standing = NOT_ASKED) -> Summary:
    return summarise(
        review, place="総務課/休暇", report="reports/総務課-休暇", seconds=1.25, standing=standing, key=key
    )


def hostless(review: Review, *hosts: HostEntry) -> Review:
    return replace(review, dossier=replace(samples.NOTHING, hosts=hosts))


def test_a_summary_holds_what_the_review_says() -> None:
    review = samples.ordinary()
    made = summary(review)
    assert (made.place, made.name, made.sha256) == ("総務課/休暇", "休暇申請", "ab" * 32)
    assert made.verdict is Verdict.FAIL
    assert made.counts == {
        Severity.CRITICAL: 1, Severity.HIGH: 1, Severity.MEDIUM: 1, Severity.LOW: 1, Severity.INFO: 0,
    }  # fmt: skip
    assert [each.fingerprint for each in made.findings] == list(fingerprints(review.findings).values())
    assert [(each.path, each.line) for each in made.findings if each.severity is Severity.HIGH] == [
        ("desktop/休暇申請 一覧.js", 8)
    ]
    assert (made.blocking, made.minor) == (1, 1)
    assert (made.files, made.size) == (2, sum(file.size for file in review.submission.files))


def test_the_hosts_come_with_what_they_get_and_how_they_stand() -> None:
    review = hostless(
        samples.ordinary(),
        HostEntry("a.cybozu.com", TRUSTED, ("kintone.proxy",), ("record",), ()),
        HostEntry("declared.example", "foreign", ("kintone.proxy",), ("record",), ()),
        HostEntry("other.example", "foreign", ("kintone.proxy",), ("record",), ()),
        HostEntry("silent.example", "foreign", ("html",), (), ()),
        HostEntry("linked.example", "foreign", ("link",), (), ()),
        HostEntry("?", "unknown", ("kintone.proxy",), ("record",), ()),
    )
    pairs = (
        Pair(Topic.SERVICE, "declared.example", ("record",), ("record",), Compared.AGREES, (), None),
        Pair(Topic.SERVICE, "other.example", (), ("record",), Compared.UNDECLARED, (), None),
    )
    compared = Comparison(InformationClass.II, sensitive=False, pairs=pairs, departures=(), matters=())
    made = summary(replace(review, comparison=compared))
    assert {each.host: each.standing for each in made.hosts} == {
        "a.cybozu.com": HostStanding.TRUSTED,
        "declared.example": HostStanding.DECLARED,
        "other.example": HostStanding.UNDECLARED,
        "silent.example": HostStanding.UNASKED,
        "?": HostStanding.UNCLEAR,
    }
    assert [label.title.ja for label in made.hosts[0].data] == ["レコードの値"]


def test_the_libraries_come_with_the_advisories_on_their_version() -> None:
    review = samples.ordinary()
    advisories = (
        Advisory("jquery", "1.2.0", "3.5.0", Severity.MEDIUM, ("CVE-2020-11022", "4423"), (79,)),
        Advisory("jquery", None, "3.0.0", Severity.HIGH, ("CVE-2015-9251",), (79,)),
    )
    libraries = (
        LibraryEntry("jquery", "2.1.4", "exact", "a.js", ()),
        LibraryEntry("jquery", "2.1.4", "claimed", "b.js", ()),
        LibraryEntry("jquery", "3.7.1", "exact", "c.js", ()),
    )
    made = summary(
        replace(
            review,
            rulebook=replace(review.rulebook, advisories=advisories),
            dossier=replace(review.dossier, libraries=libraries),
        )
    )
    assert [(each.version, each.advisories, each.severity) for each in made.libraries] == [
        ("2.1.4", ("CVE-2020-11022", "CVE-2015-9251"), Severity.HIGH),
        ("3.7.1", (), None),
    ]


def test_a_secret_is_known_by_a_keyed_digest_alone() -> None:
    once, again = summary(samples.ordinary()), summary(samples.ordinary())
    otherwise = summary(samples.ordinary(), key=OTHER_KEY)
    assert len(once.secrets) == 1
    assert once.secrets == again.secrets
    assert once.secrets[0].digest != otherwise.secrets[0].digest
    assert samples.TOKEN not in to_line(once)
    assert samples.TOKEN[:4] + "…" not in to_line(once)


def test_a_line_says_the_same_summary_again_and_a_line_only() -> None:
    standing = Standing(Approval.DRIFT, date(2025, 4, 1), date(2026, 3, 31), 2)
    lost = unreviewed(
        place="福祉課/申請.zip",
        failed=Text(ja="時間切れです", en="It took too long"),
        sha256=None,
        seconds=60,
        standing=NOT_ASKED,
        basis=BASIS,
    )
    made = [summary(make(), standing=standing) for make in (samples.ordinary, samples.hostile, samples.clean)]
    for each in (*made, lost):
        line = to_line(each)
        assert from_line(line) == each
        assert line.count("\n") == 1
        assert line.encode("utf-8")


def test_a_line_that_is_not_whole_is_refused_with_what_to_do() -> None:
    line = to_line(summary(samples.ordinary()))
    said = json.loads(line)
    broken = [line[: len(line) // 2], "", "[]", "null", "1", "{}", json.dumps({**said, "summaryVersion": 99})]
    broken += [json.dumps({key: value for key, value in said.items() if key != left_out}) for left_out in said]
    broken += [
        json.dumps({**said, key: value})
        for key, value in (
            ("place", 1),
            ("verdict", "good"),
            ("verdict", None),
            ("findings", "abc"),
            ("counts", {"critical": -1}),
            ("standing", {**said["standing"], "until": "soon"}),
        )
    ]
    for text in broken:
        with pytest.raises(ReviewerError, match="Set the file aside"):
            from_line(text)
