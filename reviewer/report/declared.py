"""The comparison with the application, and the waivers -> their views, and what of them a person must check."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reviewer.comparison import Comparison, Pair, Standing, Topic
from reviewer.declaration import THIS_APP, Declaration
from reviewer.report.checklist import section
from reviewer.report.edition import Edition
from reviewer.report.model import CheckRow, CheckSection, DeclaredRow, DeclaredView, Fact, WaiverView
from reviewer.text import Text
from reviewer.waiver import WaiverStanding, WaiverUse

_PLACES = 6
_UNKNOWN = "?"

TOPIC: Mapping[Topic, Text] = {
    Topic.SCREEN: Text(ja="画面", en="Screen"),
    Topic.SERVICE: Text(ja="通信先", en="Service"),
    Topic.ACCESS: Text(ja="アプリの操作", en="Access to apps"),
    Topic.PLUGIN: Text(ja="プラグイン", en="Plug-in"),
}
STANDING: Mapping[Standing, Text] = {
    Standing.AGREES: Text(ja="申請のとおり", en="as declared"),
    Standing.UNDECLARED: Text(ja="申請にない", en="not declared"),
    Standing.UNUSED: Text(ja="申請にあるが使われていない", en="declared, not used"),
    Standing.EXEMPT: Text(ja="申請は要らない", en="need not be declared"),
    Standing.UNCLEAR: Text(ja="比べられない", en="cannot be compared"),
}
WAIVER: Mapping[WaiverStanding, Text] = {
    WaiverStanding.APPLIED: Text(ja="免除中", en="Waived"),
    WaiverStanding.EXPIRED: Text(ja="期限切れ(効力なし)", en="Expired, no effect"),
    WaiverStanding.UNMATCHED: Text(ja="当たる指摘なし", en="Matches nothing"),
}


def declared(edition: Edition) -> DeclaredView | None:
    """What was declared beside what was observed; None where no application was handed in."""
    declaration, comparison = edition.review.declaration, edition.review.comparison
    if declaration is None or comparison is None:
        return None
    return DeclaredView(
        facts=tuple(_facts(edition, declaration)),
        rows=tuple(_row(edition, pair) for pair in comparison.pairs),
    )


def _facts(edition: Edition, declaration: Declaration) -> Iterator[Fact]:
    say, quote = edition.say, edition.quote
    yield Fact(say(Text(ja="アプリ", en="App")), quote(f"{declaration.app_name} ({declaration.app_id})"), machine=False)
    yield Fact(say(Text(ja="目的", en="Purpose")), quote(declaration.purpose), machine=False)
    yield Fact(say(Text(ja="所属", en="Department")), quote(declaration.department), machine=False)
    yield Fact(say(Text(ja="担当者", en="Person in charge")), quote(declaration.person), machine=False)
    yield Fact(say(Text(ja="重要性分類", en="Information class")), declaration.information_class.value, machine=False)
    present = Text(ja="あり", en="yes") if declaration.sensitive else Text(ja="なし", en="no")
    yield Fact(say(Text(ja="要配慮・機微情報", en="Sensitive information")), say(present), machine=False)
    yield Fact(say(Text(ja="申請書のSHA-256", en="SHA-256 of the application")), declaration.file.sha256, machine=True)


def _row(edition: Edition, pair: Pair) -> DeclaredRow:
    return DeclaredRow(
        topic=edition.say(TOPIC[pair.topic]),
        name=_name(edition, pair),
        declared=_side(edition, pair, pair.declared, here=pair.standing in (Standing.AGREES, Standing.UNUSED)),
        observed=_side(edition, pair, pair.observed, here=pair.standing is not Standing.UNUSED),
        key=pair.standing.value,
        label=edition.say(STANDING[pair.standing]),
        places=tuple(edition.place(location) for location in pair.locations[:_PLACES]),
        more=max(0, len(pair.locations) - _PLACES),
    )


def _name(edition: Edition, pair: Pair) -> str:
    if pair.topic is Topic.SCREEN:
        screens = edition.review.rulebook.screens
        return next((edition.say(screen.title) for screen in screens if screen.name == pair.name), pair.name)
    if pair.topic is Topic.ACCESS:
        app, _, call = pair.name.partition(" ")
        shown = edition.say(_APPS[app]) if app in _APPS else edition.say(_APP_NUMBER) + edition.quote(app)
        return f"{shown} {edition.quote(call)}".rstrip()
    if pair.name == _UNKNOWN:
        return edition.say(Text(ja="(実行時に決まるため不明)", en="(unknown: decided at run time)"))
    return edition.quote(pair.name)


_APPS: Mapping[str, Text] = {
    THIS_APP: Text(ja="このアプリ", en="this app"),
    _UNKNOWN: Text(ja="実行時に決まるアプリ", en="an app decided at run time"),
}
_APP_NUMBER = Text(ja="アプリ", en="app ")


def _side(edition: Edition, pair: Pair, names: Sequence[str], *, here: bool) -> str:
    """One side of the comparison: what exactly, or else whether it is there at all."""
    if names or pair.standing is Standing.UNCLEAR:
        return _names(edition, pair, names)
    return edition.say(Text(ja="あり", en="yes") if here else Text(ja="なし", en="no"))


def _names(edition: Edition, pair: Pair, names: Sequence[str]) -> str:
    """Kinds of data and rights in the reader's words."""
    if pair.topic is Topic.ACCESS:
        titles = {right.name: edition.say(right.title) for right in edition.review.rulebook.rights}
    else:
        titles = edition.kinds
    return edition.say(Text(ja="、", en=", ")).join(titles.get(name, name) for name in names)


# Waivers --------------------------------------------------------------------------------------------------------------


def waivers(edition: Edition) -> Iterator[WaiverView]:
    """Every waiver of the list, whatever became of it."""
    for use in edition.review.waivers:
        yield WaiverView(
            key=use.standing.value,
            label=edition.say(WAIVER[use.standing]),
            target=_target(edition, use),
            reason=edition.quote(use.waiver.reason),
            by=edition.quote(use.waiver.by),
            until=use.waiver.until.isoformat(),
            findings=len(use.findings),
            origin=use.waiver.origin,
        )


def _target(edition: Edition, use: WaiverUse) -> str:
    waiver = use.waiver
    if waiver.fingerprint is None:
        return edition.quote(f"{waiver.rule} {waiver.path}")
    found = next(iter(use.findings), None)
    named = "" if found is None else f" ({found.rule.id} {found.location.file.path})"
    return edition.quote(waiver.fingerprint + named)


# On the check sheet ---------------------------------------------------------------------------------------------------


def declared_sections(edition: Edition) -> Iterator[CheckSection]:
    """What a person must check because code does not show it, and the waivers, each as a part of the check sheet."""
    comparison = edition.review.comparison
    if comparison is not None and comparison.matters:
        rows = tuple(_matters(edition, comparison))
        title = Text(ja="申請書から、人が確かめること", en="Declared, for a person to check")
        yield section(edition, "declared", title, rows)
    excused = tuple(waivers(edition))
    if excused:
        rows = tuple(_excuse(edition, number, each) for number, each in enumerate(excused, start=1))
        yield section(edition, "waivers", Text(ja="免除した指摘", en="Waivers"), rows)


def _matters(edition: Edition, comparison: Comparison) -> Iterator[CheckRow]:
    for number, matter in enumerate(comparison.matters, start=1):
        yield CheckRow(
            id=str(number),
            title=edition.say(matter.title),
            asks="",
            key="check",
            label=edition.say(Text(ja="要確認", en="Check")),
            note=edition.say(
                Text(
                    ja="機械では確かめられません。人が確かめてください。",
                    en="A machine cannot check this: a person does.",
                )
            ),
            evidence=(),
            manual=tuple(edition.tell(line) for line in matter.lines),
        )


_EXCUSES: Mapping[str, tuple[str, Text]] = {
    WaiverStanding.APPLIED.value: (
        "check",
        Text(
            ja="この指摘は判定に数えていません。理由が今も当てはまるかを確かめてください。",
            en="The verdict leaves this out. Check that the reason still holds.",
        ),
    ),
    WaiverStanding.EXPIRED.value: (
        "fix",
        Text(
            ja="期限が過ぎたため効力がありません。直すか、改めて判断してください。",
            en="It has run out and has no effect. Have the finding mended, or decide anew.",
        ),
    ),
    WaiverStanding.UNMATCHED.value: (
        "none",
        Text(
            ja="当たる指摘がありません。直っていれば、一覧から消してください。",
            en="There is no such finding. If it was mended, remove this from the list.",
        ),
    ),
}


def _excuse(edition: Edition, number: int, view: WaiverView) -> CheckRow:
    key, note = _EXCUSES[view.key]
    who = Text(ja=f"判断した人: {view.by}、期限: {view.until}", en=f"decided by {view.by}, until {view.until}")
    return CheckRow(
        id=str(number),
        title=view.target,
        asks=view.reason,
        key=key,
        label=view.label,
        note=edition.say(note),
        evidence=(),
        manual=(edition.say(who),),
    )
