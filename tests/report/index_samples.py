"""Invented batches, calm and hostile, of any size: the same number gives the same summaries."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from reviewer.report.index import Batch, Tally
from reviewer.report.index.tally import FAILED
from reviewer.review import Verdict
from reviewer.rule import Category, Severity
from reviewer.submission import SubmissionKind
from reviewer.summary import (
    Approval,
    Basis,
    DataLabel,
    Excuse,
    FindingLine,
    HostLine,
    HostStanding,
    LibraryLine,
    SecretLine,
    Standing,
    Summary,
)
from reviewer.text import Text

BASIS = Basis(tool="0.1.0", rulebook="0f" * 32, policy="標準", policy_version="1", policy_sha256="1e" * 32)
BATCH = Batch(
    when="2026-04-01 09:30",
    store="市カスタマイズ保管庫",
    command="kintone-reviewer batch 保管庫 --ledger 台帳.db --out 結果",
    lines="all.jsonl",
    log="all.sarif",
    is_past_lost=False,
)
DEPARTMENTS = (
    "行政管理課",
    "税務課",
    "子育て支援課",
    "福祉総務課",
    "道路維持課",
    "防災危機管理課",
    "学校教育課",
    "環境政策課",
)
APPS = (
    "休暇申請", "公用車予約", "備品台帳", "窓口受付簿", "保育所入所申込", "道路損傷通報", "避難所開設状況", "会計伝票",
    "議会答弁管理", "施設予約", "苦情相談記録", "健康診断予約", "空き家台帳", "農地転用申請", "契約台帳", "職員名簿",
)  # fmt: skip
RULES = (
    ("record-in-html", Severity.HIGH, Category.DOM_XSS, "レコードの値をHTMLとして書いています", "A record in HTML"),
    ("token-in-code", Severity.CRITICAL, Category.SECRET, "APIトークンがコードにあります", "An API token in code"),
    ("outbound-call", Severity.MEDIUM, Category.EXTERNAL_CALL, "外部へデータを送っています", "Data is sent out"),
    ("old-library", Severity.HIGH, Category.VULNERABLE_LIBRARY, "弱点のある版を使っています", "A weak version is used"),
    ("kept-in-browser", Severity.MEDIUM, Category.STORAGE, "値をブラウザーに残しています", "Values are kept"),
    ("internal-class", Severity.LOW, Category.INTERNAL_API, "画面の内部の要素に頼っています", "It relies on internals"),
    ("loose-comparison", Severity.INFO, Category.GUIDELINE, "型を問わない比較をしています", "Loose comparison"),
)
HOSTS = (
    ("maps.example.com", ("record",), HostStanding.DECLARED),
    ("hooks.chat.example.net", ("record", "login"), HostStanding.UNDECLARED),
    ("cdn.example.org", (), HostStanding.UNASKED),
    ("sample.cybozu.com", ("record", "login", "app"), HostStanding.TRUSTED),
    ("form.example.jp", ("record",), HostStanding.UNASKED),
    ("?", ("record",), HostStanding.UNCLEAR),
)
KINDS = {
    "record": Text(ja="レコードの値", en="record values"),
    "login": Text(ja="利用者の名前", en="the user's name"),
    "app": Text(ja="アプリの情報", en="app settings"),
}
LIBRARIES = (
    LibraryLine("jquery", "2.1.4", ("CVE-2015-9251", "CVE-2019-11358", "CVE-2020-11022"), Severity.MEDIUM),
    LibraryLine("moment", "2.18.1", ("CVE-2017-18214", "CVE-2022-24785"), Severity.HIGH),
    LibraryLine("jquery", "3.7.1", (), None),
    LibraryLine("handlebars", "4.0.5", ("CVE-2019-19919", "CVE-2021-23369"), Severity.CRITICAL),
)
ATTACK = '</script><script>window.pwned=1</script>\u202e\x1b[31m\ud800\'"<b onclick="window.pwned=2">{{7*7}}'
WITHOUT = Text(ja="制限時間(60秒)を超えました。", en="It took more than 60 seconds.")
BROKEN = Text(ja="ZIPファイルが壊れていて開けませんでした。", en="The zip archive is broken.")


def _chance(number: int, what: str) -> int:
    """A number below 1000 that is always the same for the same question."""
    return int.from_bytes(hashlib.sha256(f"{number} {what}".encode()).digest()[:4], "big") % 1000


def _findings(number: int, edition: int) -> Iterator[FindingLine]:
    for turn, (rule, severity, category, ja, en) in enumerate(RULES):
        chance = _chance(number, rule)
        for again in range(1 + chance % 3 if chance < 60 + 50 * turn else 0):
            # Every edition of a batch has mended some findings and brought some others.
            if _chance(number, f"{rule} {again} since") % 10 in {edition, edition + 1}:
                continue
            name = hashlib.sha256(f"{number} {rule} {again}".encode()).hexdigest()[:32]
            excuse = Excuse.WAIVED if chance % 17 == 3 else None
            path = f"desktop/{APPS[number % len(APPS)]}.js"
            yield FindingLine(name, rule, category, severity, Text(ja=ja, en=en), path, 10 + again * 7, excuse)


def _standing(number: int) -> Standing:
    chance = _chance(number, "standing")
    day = date(2025, 4, 1 + number % 28)
    match chance:
        case _ if chance < 15:
            return Standing(Approval.DRIFT, day, day.replace(year=2026), 1 + number % 4)
        case _ if chance < 45:
            return Standing(Approval.NEVER, None, None, 0)
        case _ if chance < 52:
            return Standing(Approval.REFUSED, day, None, 0)
        case _ if chance < 130:
            return Standing(Approval.EXPIRED, day.replace(year=2024), day, 0)
        case _:
            return Standing(Approval.APPROVED, day, day.replace(year=2027), 0)


def summary(number: int, edition: int = 1) -> Summary:
    """One submission as the batch of that edition saw it."""
    app, department = APPS[number % len(APPS)], DEPARTMENTS[number // 3 % len(DEPARTMENTS)]
    place = f"{department}/{app}{'' if number < len(APPS) else f'-{number // len(APPS)}'}"
    findings = tuple(_findings(number, edition))
    counts = {each: sum(f.severity is each and f.excuse is None for f in findings) for each in Severity}
    blocking = 1 + number % 3 if _chance(number, "gap") < 50 else 0
    verdict = Verdict.PASS
    if counts[Severity.CRITICAL] or counts[Severity.HIGH]:
        verdict = Verdict.FAIL
    elif blocking:
        verdict = Verdict.INCOMPLETE
    elif counts[Severity.MEDIUM]:
        verdict = Verdict.CONDITIONAL
    hosts = tuple(
        HostLine(host, tuple(DataLabel(kind, KINDS[kind]) for kind in data), standing)
        for host, data, standing in HOSTS
        if _chance(number, host) < 160
    )
    secret = _chance(number, "secret")
    held = (SecretLine("token-in-code", Text(ja=RULES[1][3], en=RULES[1][4]), f"{secret % 7:032x}"),)
    made = Summary(
        place=place,
        name=app,
        sha256=hashlib.sha256(f"{number} {edition if _chance(number, 'edited') < 200 else 0}".encode()).hexdigest(),
        kind=SubmissionKind.FOLDER,
        app=str(100 + number),
        app_name=app,
        department=department,
        verdict=verdict,
        failed=None,
        report=f"reports/{number:05}",
        counts=counts,
        findings=findings,
        blocking=blocking,
        minor=number % 2,
        hosts=hosts,
        libraries=tuple(library for library in LIBRARIES if _chance(number, library.version) < 120),
        secrets=held if secret < 30 else (),
        files=1 + number % 9,
        size=1000 + 137 * (number % 400),
        seconds=0.25,
        standing=_standing(number),
        basis=BASIS,
    )
    if _chance(number, "lost") < 6:
        return failed(made, WITHOUT if number % 2 else BROKEN)
    return made


def failed(made: Summary, why: Text) -> Summary:
    """The same submission where it could not be reviewed."""
    return replace(
        made,
        kind=None,
        app=None,
        app_name=None,
        department=None,
        verdict=None,
        failed=why,
        report=None,
        counts=dict.fromkeys(Severity, 0),
        findings=(),
        blocking=0,
        minor=0,
        hosts=(),
        libraries=(),
        secrets=(),
    )


def many(count: int) -> Iterator[Summary]:
    """The batch of today."""
    return (summary(number) for number in range(count))


def before(count: int) -> Iterator[Summary]:
    """The batch before it: the last few submissions were not there yet, and a few others still were."""
    yield from (summary(number, 0) for number in range(max(1, count - count // 20)))
    yield from (replace(summary(number, 0), place=f"旧システム/廃止済み-{number}") for number in range(3))


def history(count: int, batches: int = 5) -> tuple[Tally, ...]:
    """What earlier batches came to."""
    return tuple(_tally(count, turn, batches) for turn in range(batches))


def _tally(count: int, turn: int, batches: int) -> Tally:
    there = count * (turn + 6) // (batches + 6)
    fails = there * (40 - 3 * turn) // 100
    rest = {Verdict.INCOMPLETE.value: there * 6 // 100, Verdict.CONDITIONAL.value: there // 5, FAILED: there // 100}
    passed = there - fails - sum(rest.values())
    found = {severity: fails * (severity.rank + 1) // 2 for severity in Severity}
    verdicts = {Verdict.FAIL.value: fails, **rest, Verdict.PASS.value: passed}
    return Tally(f"{2021 + turn}-04-01 09:30", verdicts, found)


def hostile() -> Iterator[Summary]:
    """Names, hosts and words that try to break out of a page."""
    calm = summary(2)
    line = FindingLine(
        "0" * 32, ATTACK, Category.SECRET, Severity.CRITICAL, Text(ja=ATTACK, en=ATTACK), ATTACK, 1, None
    )
    text = Text(ja=ATTACK, en=ATTACK)
    for turn in range(3):
        yield replace(
            calm,
            place=f"{ATTACK}/{turn}",
            name=ATTACK,
            app=ATTACK,
            app_name=ATTACK,
            department=ATTACK,
            report=("javascript:window.pwned=3", "//evil.example/x", "../../../etc")[turn],
            verdict=Verdict.FAIL,
            counts={**calm.counts, Severity.CRITICAL: 1},
            findings=(line,),
            hosts=(HostLine(ATTACK, (DataLabel(ATTACK, text),), HostStanding.UNDECLARED),),
            libraries=(LibraryLine(ATTACK, ATTACK, (ATTACK,), Severity.HIGH),),
            secrets=(SecretLine(ATTACK, text, "ab" * 16),),
            standing=Standing(Approval.DRIFT, date(2025, 4, 1), date(2026, 4, 1), 2),
            basis=replace(BASIS, tool=ATTACK, policy=ATTACK),
        )
    yield failed(replace(calm, place=f"{ATTACK}/lost", name=ATTACK), text)


def hostile_batch() -> Batch:
    """A batch whose own words try the same."""
    return replace(BATCH, store=ATTACK, command=ATTACK, when=ATTACK)
