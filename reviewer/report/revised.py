"""What changed since the approval -> its view: new behaviour and new findings first, then what is as it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from reviewer.decision import OUTCOME, Outcome
from reviewer.report.edition import Edition
from reviewer.report.model import Fact, RevisedFile, RevisedFinding, RevisedTrait, RevisionView, SeverityView
from reviewer.report.ways import listed, way
from reviewer.report.words import SEVERITY
from reviewer.revision import Accepted, FileStanding, KeyStanding, Revision, Trait, TraitKind
from reviewer.rule import Severity
from reviewer.text import Text

TRAIT: Final[Mapping[TraitKind, Text]] = MappingProxyType(
    {
        TraitKind.HOST: Text(ja="通信先", en="Destination"),
        TraitKind.TRANSFER: Text(ja="渡すデータ", en="Data passed on"),
        TraitKind.REQUEST: Text(ja="APIの呼び出し", en="API call"),
        TraitKind.STORAGE: Text(ja="kintoneの外に残すデータ", en="Data kept outside kintone"),
        TraitKind.EVENT: Text(ja="動くきっかけ", en="Event"),
        TraitKind.FIELD: Text(ja="使うフィールド", en="Field"),
        TraitKind.LIBRARY: Text(ja="ライブラリー", en="Library"),
    }
)
FILE: Final[Mapping[FileStanding, Text]] = MappingProxyType(
    {
        FileStanding.ADDED: Text(ja="追加", en="added"),
        FileStanding.CHANGED: Text(ja="変更", en="changed"),
        FileStanding.REMOVED: Text(ja="削除", en="removed"),
        FileStanding.MOVED: Text(ja="名前だけ変更", en="moved"),
        FileStanding.UNCHANGED: Text(ja="同じ(承認済み)", en="unchanged (approved)"),
    }
)
SINCE: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "new": Text(ja="新しい指摘", en="New"),
        "again": Text(ja="前からある指摘(見直しが必要)", en="Was there, to be looked at again"),
        "known": Text(ja="前の承認で確認済み", en="Approved before"),
    }
)


def revised(edition: Edition, groups: Sequence[SeverityView]) -> RevisionView | None:
    """The comparison with the approved version; `groups` are the findings as the report numbers them."""
    revision = edition.review.revision
    if revision is None:
        return None
    shown = [
        RevisedFinding(found.number, found.anchor, group.label, group.key, rule.title, found.place, found.since or "")
        for group in groups
        for rule in group.rules
        for found in (*rule.findings, *rule.further)
    ]
    return RevisionView(
        facts=tuple(_facts(edition, revision)),
        warnings=tuple(map(edition.say, _warnings(revision))),
        added=tuple(_trait(edition, trait) for trait in revision.added),
        dropped=tuple(_trait(edition, trait) for trait in revision.dropped),
        new=tuple(each for each in shown if each.since == "new"),
        again=tuple(each for each in shown if each.since == "again"),
        known=sum(each.since == "known" for each in shown),
        resolved=tuple(_resolved(edition, each) for each in revision.resolved),
        files=tuple(
            RevisedFile(file.path, file.standing.value, edition.say(FILE[file.standing]), file.before or "")
            for file in revision.files
        ),
    )


def _facts(edition: Edition, revision: Revision) -> Iterator[Fact]:
    then, say = revision.approved, edition.say
    what = OUTCOME[Outcome(then.outcome)]
    yield Fact(
        say(Text(ja="比べた版", en="Compared with")),
        say(
            Text(
                ja=f"{then.name}(台帳の第{then.review}号の審査、第{then.decision}号の判断)",
                en=f"{then.name} (No. {then.review} and {then.decision} of the ledger)",
            )
        ),
        machine=False,
    )
    yield Fact(say(Text(ja="前の判断", en="Decided then")), say(what), machine=False)
    if then.conditions.strip():
        yield Fact(say(Text(ja="前の条件", en="Conditions then")), then.conditions, machine=False)
    yield Fact(say(Text(ja="承認者", en="Approver")), then.approver, machine=False)
    days = Text(ja=f"{then.day} から {then.until} まで", en=f"{then.day} to {then.until}")
    yield Fact(say(Text(ja="承認の期間", en="Approved for")), say(days), machine=False)
    yield Fact(say(Text(ja="前の全体のSHA-256", en="SHA-256 of the whole then")), then.sha256, machine=True)
    if revision.key is not None:
        yield Fact(say(Text(ja="プラグインの鍵", en="Key of the plug-in")), say(_KEY[revision.key]), machine=False)


_KEY: Mapping[KeyStanding, Text] = {
    KeyStanding.SAME: Text(ja="前と同じ鍵(プラグインIDが同じ)", en="the same key (the same plug-in ID)"),
    KeyStanding.ANOTHER: Text(ja="前と違う鍵(プラグインIDが違う)", en="another key (another plug-in ID)"),
    KeyStanding.UNKNOWN: Text(ja="確かめられない(署名のない形)", en="unknown (not signed)"),
}


def _warnings(revision: Revision) -> Iterator[Text]:
    if revision.key is KeyStanding.ANOTHER:
        yield Text(
            ja="同じ名前のプラグインですが、前に承認されたものとは別の鍵で署名されています。kintoneでは別のプラグインです。"
            "作成者に理由を確かめてください。前の承認は引き継ぎません。",
            en="A plug-in of the same name, signed with another key than the approved one: to kintone it is another "
            "plug-in. Ask its author why. Nothing stays approved.",
        )
    if revision.expired:
        yield Text(
            ja=f"前の承認は {revision.approved.until} で切れています。前の承認は引き継がず、全体を審査してください。",
            en=f"The approval ran out on {revision.approved.until}. Nothing stays approved: judge the whole.",
        )
    if not revision.same_rulebook:
        yield Text(
            ja="前の承認のあとで規則が変わりました。同じファイルにも新しい指摘が出ることがあります。",
            en="The rules have changed since. There may be new findings in unchanged files.",
        )
    if not revision.same_policy:
        yield Text(ja="前の承認のあとで方針が変わりました。", en="The policy has changed since.")
    if revision.is_identical:
        yield Text(
            ja="すべてのファイルが、前に承認された版と1バイトも違いません。",
            en="Every file is what was approved, to the byte.",
        )


def _trait(edition: Edition, trait: Trait) -> RevisedTrait:
    unknown = edition.say(Text(ja="(実行時に決まるため不明)", en="(unknown: decided at run time)"))
    detail = trait.detail
    match trait.kind:
        case TraitKind.TRANSFER | TraitKind.STORAGE:
            detail = listed(edition, (trait.detail,)) if trait.detail else ""
        case TraitKind.FIELD:
            written = Text(ja="置き換える", en="replaced")
            detail = edition.say(written if trait.detail == "write" else Text(ja="使う", en="used"))
        case TraitKind.REQUEST:
            known = Text(ja=f"アプリ {trait.detail}", en=f"app {trait.detail}")
            detail = unknown if trait.detail == "?" else edition.say(known)
        case TraitKind.HOST | TraitKind.EVENT | TraitKind.LIBRARY:
            pass
    name = way(edition, trait.name) if trait.kind is TraitKind.STORAGE else trait.name
    return RevisedTrait(
        trait.kind.value, edition.say(TRAIT[trait.kind]), unknown if name == "?" else edition.quote(name), detail
    )


def _resolved(edition: Edition, then: Accepted) -> str:
    title = next((edition.say(rule.title) for rule in edition.review.rulebook.rules if rule.id == then.rule), then.rule)
    severity = edition.say(SEVERITY[Severity(then.severity)])
    return edition.quote(f"[{severity}] {then.path}: {title}")
