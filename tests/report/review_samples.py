"""Small reviews made by hand, calm and hostile, for the tests of every report."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from reviewer.dossier import Dossier, EventEntry, FieldEntry, HostEntry, LibraryEntry, RestEntry, StorageEntry
from reviewer.finding import Confidence, Finding, Gap, Stage, Step
from reviewer.review import FileState, Parse, Review, Witness, ordered, verdict
from reviewer.rule import (
    Article,
    Category,
    Check,
    FlowCheck,
    HostClass,
    KindRole,
    ModelKind,
    Policy,
    References,
    Regulation,
    Rule,
    Rulebook,
    SecretCheck,
    Severity,
    StyleCheck,
    UseCheck,
)
from reviewer.source import Encoding, Kind, Location, Newline, Role, SourceFile
from reviewer.submission import (
    Page,
    Plugin,
    Submission,
    SubmissionKind,
    Unreviewed,
    UrlResource,
)
from reviewer.text import Text

TOKEN = "InventedForTheTestsOnly7Qx2Vb9Lm4Zp8Wk3R"  # noqa: S105 - opens nothing anywhere

DESKTOP = """(function () {
  'use strict';
  // 一覧画面に申請者の一覧を表示する
  const TOKEN = 'TOKEN_HERE';
  kintone.events.on('app.record.detail.show', (event) => {
    const name = event.record.申請者名.value;
    const box = kintone.app.record.getSpaceElement('見出し');
    box.innerHTML = '<b>' + name + '</b>';
    kintone.proxy('https://hooks.example.com/notify?k=' + TOKEN, 'POST', {}, JSON.stringify(event.record));
    return event;
  });
})();
""".replace("TOKEN_HERE", TOKEN)

STYLE = """.gaia-argoui-app-toolbar { display: none; }
@import url('https://cdn.example.net/theme.css');
"""

SCRIPT_IN_NAME = '"><img src=x onerror="window.pwned=1">.js'
HOSTILE = """const a = '</script><script>window.pwned = 2</script>';
const b = '"><img src=x onerror="window.pwned=3">';
const isAdmin\u202e = 1; // \u2066check\u2069 \u200b hidden \u2028 line \x1b[2J bell\x07
location = 'javascript:window.pwned=4'; // https://evil.example/ {{ 7 * 7 }} {% raw %} ${7*7} ]]> -->
const 😀 = '𠮷野家'; el.innerHTML = a + b;
"""


def source(path: str, text: str, *, role: Role, kind: Kind) -> SourceFile:
    """A file as intake would give it."""
    raw = text.encode("utf-8", "surrogatepass")
    return SourceFile(
        path=path,
        kind=kind,
        role=role,
        text=text,
        size=len(raw),
        sha256=hashlib.sha256(raw).hexdigest(),
        encoding=Encoding(name="utf-8", bom=False, newline=Newline.LF, undecodable=0),
    )


def at(file: SourceFile, text: str) -> Location:
    """The first place where that text stands."""
    start = file.text.index(text)
    return Location(file, start, start + len(text))


def rule(name: str, severity: Severity, category: Category, check: Check, refs: References) -> Rule:
    """A rule with words of its own."""
    return Rule(
        id=name,
        category=category,
        severity=severity,
        title=Text(ja=f"{name} に当たる書き方です", en=f"This is written as {name}"),
        why=Text(
            ja="レコードに書かれた文字がプログラムとして動き、閲覧した職員の権限で操作されるおそれがあります。",
            en="Text in a record may run as a program, with the rights of whoever opens it.",
        ),
        fix=Text(ja="textContent に入れてください。", en="Put it into textContent."),
        example="el.textContent = name;\n",
        refs=refs,
        check=check,
        source="injection.yaml:1",
    )


FLOW = FlowCheck(sources=("record",), sinks=("html",), hosts=())
USE = UseCheck(kinds=("outbound",), places=(), access=(), arguments=(), hosts=(), methods=(), endpoint=None, inside=())
SECRET = SecretCheck(pattern="[A-Za-z0-9]{40}", context=None, minimum_entropy=3.0, reject=(), files=())
STYLES = StyleCheck(at="import", selector=None, property=None, value=None, hosts=())

RULES = (
    rule("record-in-html", Severity.HIGH, Category.DOM_XSS, FLOW, References(("10",), ("S1", "S2"), (79,), ("1.5",))),
    rule("token-in-code", Severity.CRITICAL, Category.SECRET, SECRET, References(("9",), ("S10",), (798,), ())),
    rule("outbound-call", Severity.LOW, Category.EXTERNAL_CALL, USE, References(("9",), (), (), ())),
    rule("css-import", Severity.MEDIUM, Category.CSS_EXTERNAL, STYLES, References((), ("S5",), (829,), ())),
    rule("never-found", Severity.INFO, Category.GUIDELINE, STYLES, References((), ("C5",), (), ())),
)


def article(name: str, *manual: str) -> Article:
    """One item of a regulation."""
    return Article(
        id=name,
        title=Text(ja=f"第{name}条の見出し", en=f"Heading of {name}"),
        asks=Text(ja=f"{name} が求めることの説明です。", en=f"What {name} asks."),
        manual=tuple(Text(ja=line, en="To be looked at") for line in manual),
    )


RULEBOOK = Rulebook(
    sha256="0f" * 32,
    rules=RULES,
    models=(),
    host_classes=(HostClass("foreign", Text(ja="許可されていない外部", en="outside, not allowed"), ("*",)),),
    advisories=(),
    known_files=(),
    banners=(),
    regulations=(
        Regulation(
            id="terms",
            title=Text(ja="利用規程", en="Terms of use"),
            articles=(
                article("9", "個人情報を扱う業務か、所管課に確かめた"),
                article("10", "試験環境で動作を確かめた", "変更の目的を申請書と照らした"),
                article("11", "操作の手引きを配った"),
                article("12"),
            ),
        ),
        Regulation(
            id="guideline",
            title=Text(ja="セキュアコーディングガイドライン", en="Secure coding guideline"),
            articles=(article("S1"), article("S2"), article("S5"), article("S10"), article("C5")),
        ),
    ),
    semgrep_files=(),
    kinds=(ModelKind("record", KindRole.SOURCE, Text(ja="レコードの値", en="a record's values")),),
)
POLICY = Policy(
    name="標準",
    version="1",
    blocks=(Severity.CRITICAL, Severity.HIGH),
    conditional=(Severity.MEDIUM,),
    trusted_hosts=("*.cybozu.com",),
)
NOTHING = Dossier(events=(), rest_calls=(), hosts=(), fields=(), storage=(), libraries=())


def finding(
    number: int, location: Location, detail: str | None = None, trace: Sequence[tuple[Location, str]] = ()
) -> Finding:
    """A finding of the rule with that number in RULES."""
    return Finding(
        rule=RULES[number],
        location=location,
        confidence=Confidence.HIGH,
        detail=None if detail is None else Text(ja=detail, en=detail),
        trace=tuple(Step(place, Text(ja=note, en=note)) for place, note in trace),
        function="",
        flagged=location.text,
    )


def review(
    files: Sequence[SourceFile],
    findings: Sequence[Finding],
    gaps: Sequence[Gap] = (),
    dossier: Dossier = NOTHING,
    name: str = "休暇申請",
) -> Review:
    """A review of these files, with the verdict it must have."""
    return Review(
        submission=Submission(
            name=name,
            kind=SubmissionKind.FOLDER,
            sha256="ab" * 32,
            scope="ALL",
            files=tuple(files),
            urls=(UrlResource("https://cdn.example.net/lib@1/lib.js", Role.DESKTOP, style=False, location=None),),
            pages=(Page("desktop", ("https://cdn.example.net/lib@1/lib.js", *(file.path for file in files))),),
            unreviewed=(Unreviewed("画像/ロゴ.png", 2048, "cd" * 32, Text(ja="画像のため", en="It is an image.")),),
            observations=(),
            gaps=(),
            plugin=None,
        ),
        dossier=dossier,
        findings=ordered(findings),
        gaps=tuple(gaps),
        files=tuple(FileState(file.path, Parse.READ, Witness.AGREES, None) for file in files),
        verdict=verdict(findings, gaps, POLICY),
        rulebook=RULEBOOK,
        policy=POLICY,
        tool_version="0.1.0",
    )


def ordinary() -> Review:
    """What an office would hand in: a script with three faults, a style sheet with one, one blocking gap."""
    script = source("desktop/休暇申請 一覧.js", DESKTOP, role=Role.DESKTOP, kind=Kind.JAVASCRIPT)
    style = source("desktop/見た目.css", STYLE, role=Role.DESKTOP, kind=Kind.CSS)
    sent = at(script, "kintone.proxy('https://hooks.example.com/notify?k=' + TOKEN")
    findings = (
        finding(
            0,
            at(script, "'<b>' + name + '</b>'"),
            "フィールド「申請者名」の値",
            (
                (at(script, "event.record.申請者名.value"), "レコードの値を読む"),
                (at(script, "name ="), "変数 name に入れる"),
                (at(script, "'<b>' + name + '</b>'"), "HTMLとして書き込む"),
            ),
        ),
        finding(1, at(script, TOKEN), f"鍵 {TOKEN} が書かれています"),
        finding(2, sent, "hooks.example.com"),
        finding(3, at(style, "@import url('https://cdn.example.net/theme.css')"), None),
    )
    gap = Gap(
        stage=Stage.PARSING,
        kind="syntax-error",
        message=Text(
            ja="8行目から先を読み取れませんでした。作成者に確かめてください。", en="Unreadable from line 8 on."
        ),
        path=script.path,
        location=at(script, "return event"),
        blocking=True,
    )
    note = Gap(
        stage=Stage.SEMGREP,
        kind="semgrep-absent",
        message=Text(ja="Semgrepが入っていないため、3個の規則を確かめていません。", en="Semgrep is not installed."),
        path=None,
        location=None,
        blocking=False,
    )
    here = (at(script, "kintone.proxy"),)
    dossier = Dossier(
        events=(EventEntry("app.record.detail.show", (at(script, "kintone.events.on"),)),),
        rest_calls=(RestEntry("GET", "/k/v1/records.json", "?", "read", here),),
        hosts=(HostEntry("hooks.example.com", "foreign", ("kintone.proxy",), ("record",), here),),
        fields=(FieldEntry("申請者名", ("read",), (at(script, "event.record.申請者名"),)),),
        storage=(StorageEntry("localStorage", ("record",), here),),
        libraries=(LibraryEntry("jquery", "3.7.1", "exact", "desktop/jquery.js", ()),),
    )
    return review((script, style), findings, (note, gap), dossier)


def hostile() -> Review:
    """Names, code, field codes and messages that try to break out of a page, a terminal or a file format."""
    script = source(SCRIPT_IN_NAME, HOSTILE, role=Role.DESKTOP, kind=Kind.JAVASCRIPT)
    odd = source("資料 50% #1?/a&b;c=d:e.js#inner", "x = 1\r\ny = 2\r", role=Role.VIEW, kind=Kind.JAVASCRIPT)
    attack = "</script><script>window.pwned=5</script>\u202e\x1b[31m\ud800'\"<b>{{7*7}}"
    findings = (
        finding(
            0, at(script, "el.innerHTML = a + b"), attack, ((at(script, "a ="), attack), (at(script, "b ="), attack))
        ),
        finding(2, at(odd, "y = 2"), attack),
    )
    gap = Gap(
        stage=Stage.ANALYSIS,
        kind="obfuscated",
        message=Text(ja=attack, en=attack),
        path=script.path,
        location=at(script, "location"),
        blocking=True,
    )
    here = (at(script, "location"),)
    made = review(
        (script, odd),
        findings,
        (gap,),
        Dossier(
            events=(EventEntry(attack, here),),
            rest_calls=(RestEntry(attack, attack, attack, attack, here),),
            hosts=(HostEntry(attack, attack, (attack,), (attack,), here),),
            fields=(FieldEntry(attack, ("read",), here),),
            storage=(StorageEntry(attack, (attack,), here),),
            libraries=(LibraryEntry(attack, attack, attack, attack, here),),
        ),
        name=attack,
    )
    plugin = Plugin(
        name=attack,
        version=attack,
        id="a" * 32,
        signature_valid=True,
        manifest_version=1,
        allowed_hosts=(attack,),
        permissions=(attack,),
    )
    told = made.submission
    return Review(
        submission=Submission(
            name=told.name,
            kind=SubmissionKind.PLUGIN_ZIP,
            sha256=told.sha256,
            scope=attack,
            files=told.files,
            urls=(UrlResource("javascript:window.pwned=6", Role.CONFIG, style=True, location=here[0]),),
            pages=(Page(attack, (attack, "javascript:window.pwned=7")),),
            unreviewed=(Unreviewed(attack, 1, "00" * 32, Text(ja=attack, en=attack)),),
            observations=(),
            gaps=(),
            plugin=plugin,
        ),
        dossier=made.dossier,
        findings=made.findings,
        gaps=made.gaps,
        files=(
            FileState(script.path, Parse.PROBLEMS, Witness.REFUSES, attack),
            FileState(odd.path, Parse.READ, Witness.AGREES, None),
        ),
        verdict=made.verdict,
        rulebook=made.rulebook,
        policy=made.policy,
        tool_version=made.tool_version,
    )


def crowded(count: int) -> Review:
    """So many findings with traces in one file."""
    line = "  box.innerHTML = '<b>' + record.申請者名.value + '</b>';\n"
    script = source("大量.js", line * count, role=Role.DESKTOP, kind=Kind.JAVASCRIPT)
    step = len(line)
    findings = [
        finding(
            turn % 3 if turn % 3 != 1 else 0,
            Location(script, turn * step + 2, turn * step + step - 2),
            f"フィールド {turn}",
            tuple((Location(script, turn * step + 2, turn * step + 15), f"手順 {hop}") for hop in range(4)),
        )
        for turn in range(count)
    ]
    return review((script,), findings)


def clean() -> Review:
    """Nothing found, nothing left out."""
    script = source("安全.js", "kintone.events.off('x');\n", role=Role.DESKTOP, kind=Kind.JAVASCRIPT)
    return review((script,), ())
