"""A review -> the view-model of its report, in one language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime

from reviewer.finding import Finding
from reviewer.report.checklist import checklist, rule_anchor
from reviewer.report.context import Context
from reviewer.report.decision import decision
from reviewer.report.declared import declared, declared_sections, waivers
from reviewer.report.doings import doings
from reviewer.report.edition import Edition, file_anchor
from reviewer.report.evidence import filters, gaps, severities
from reviewer.report.inventory import inventory
from reviewer.report.model import (
    Count,
    Fact,
    FileView,
    Headline,
    PageView,
    ReportView,
    SeverityView,
    UnreviewedView,
    UrlView,
    VerdictView,
)
from reviewer.report.picture import picture
from reviewer.report.revised import revised
from reviewer.report.trials import trials
from reviewer.report.words import KIND, NEWLINE, PARSE, ROLE, SCOPE, SEVERITY, SUBMISSION, VERDICT, WITNESS
from reviewer.review import FileState, Review, Verdict
from reviewer.rule import Severity
from reviewer.source import SourceFile
from reviewer.submission import Plugin
from reviewer.text import Language, Text

_UNFOLDED_LINES = 300
_MARKS = 5
_HEADLINES = 6


def view(review: Review, language: Language, context: Context) -> ReportView:
    """Everything a report says."""
    edition = Edition(review, language)
    submission = review.submission
    found = tuple(severities(edition))
    heads = tuple(_headlines(edition))
    return ReportView(
        name=submission.name,
        sha256=submission.sha256,
        facts=tuple(_facts(edition, context)),
        plugin=tuple(_plugin(edition, submission.plugin)) if submission.plugin else (),
        verdict=verdict_view(edition),
        counts=counts(edition),
        waived=len(review.waived),
        headlines=heads[:_HEADLINES],
        headlines_left_out=max(0, len(heads) - _HEADLINES),
        found=len(review.findings),
        doings=tuple(doings(edition)),
        picture=picture(edition),
        trials=trials(edition),
        decision=decision(edition, context),
        filters=filters(edition),
        checklist=(*checklist(edition), *declared_sections(edition)),
        inventory=tuple(inventory(edition)),
        severities=found,
        gaps=tuple(gaps(edition)),
        files=tuple(_files(edition, found)),
        pages=tuple(PageView(page.name, tuple(map(edition.quote, page.resources))) for page in submission.pages),
        urls=tuple(
            UrlView(edition.quote(url.url), edition.say(ROLE[url.role]), "CSS" if url.style else "JavaScript")
            for url in submission.urls
        ),
        unreviewed=tuple(
            UnreviewedView(file.path, size(edition, file.size), file.sha256, edition.tell(file.reason))
            for file in submission.unreviewed
        ),
        declared=declared(edition),
        waivers=tuple(waivers(edition)),
        revision=revised(edition, found),
    )


def counts(edition: Edition) -> tuple[Count, ...]:
    """How many findings that count each severity has, worst first, zeros too."""
    found = [finding.rule.severity for finding in edition.review.standing]
    return tuple(Count(each.value, edition.say(SEVERITY[each]), found.count(each)) for each in Severity)


def _headlines(edition: Edition) -> Iterator[Headline]:
    """The rules that have findings which count, worst first: what a reader must know of before anything else."""
    found = Counter(finding.rule for finding in edition.review.standing)
    for rule in sorted(found, key=lambda rule: (rule.severity.rank, -found[rule], rule.id)):
        label = edition.say(SEVERITY[rule.severity])
        yield Headline(rule.severity.value, label, edition.say(rule.title), found[rule], rule_anchor(rule))


def verdict_view(edition: Edition) -> VerdictView:
    """The proposal with its reasons in two sentences, and that a person decides."""
    review = edition.review
    return VerdictView(
        key=review.verdict.value,
        label=edition.say(VERDICT[review.verdict]),
        reasons=tuple(
            edition.say(text) for text in (_found(review), *_waived(review), *_known(review), _unseen(review))
        ),
        decides=edition.say(
            Text(
                ja="これは道具による提案です。可否を決めるのは、この報告を読んで確かめた人です。",
                en="This is a tool's proposal. The decision is made by a person who has read and checked this report.",
            )
        ),
    )


def size(edition: Edition, number: int) -> str:
    """A number of bytes."""
    return edition.say(Text(ja=f"{number:,} バイト", en=f"{number:,} bytes"))


def _found(review: Review) -> Text:
    policy = review.policy
    blocking = _tally(review, policy.blocks)
    conditional = _tally(review, policy.conditional)
    rest = len(review.standing)
    match review.verdict:
        case Verdict.FAIL:
            return Text(
                ja=f"方針「{policy.name}」で不適合とする重さの指摘があります({blocking.ja})。",
                en=f"There are findings of a severity that the policy “{policy.name}” refuses ({blocking.en}).",
            )
        case Verdict.CONDITIONAL:
            return Text(
                ja=f"直すか、理由を確かめることを条件とする指摘があります({conditional.ja})。",
                en=f"There are findings that must be fixed or explained ({conditional.en}).",
            )
        case Verdict.INCOMPLETE | Verdict.PASS if rest == 0:
            return Text(ja="指摘はありません。", en="Nothing was found.")
        case Verdict.INCOMPLETE | Verdict.PASS:
            return Text(
                ja=f"不適合とする重さの指摘はありません(全部で{rest}件)。",
                en=f"None of the findings rules the submission out ({rest} in all).",
            )


def _waived(review: Review) -> Iterator[Text]:
    count = len(review.waived)
    if count:
        yield Text(
            ja=f"ほかに、人が理由を付けて免除した指摘が{count}件あり、判定に数えていません。",
            en=f"{count} more {'was' if count == 1 else 'were'} waived by a person, with a reason, and "
            f"{'does' if count == 1 else 'do'} not count.",
        )


def _known(review: Review) -> Iterator[Text]:
    if review.revision is not None and (review.revision.known or review.revision.known_gaps):
        found, unseen = len(review.revision.known), len(review.revision.known_gaps)
        yield Text(
            ja=f"前の承認で確認済みのファイルに、そのときからある指摘{found}件、確かめられなかったこと{unseen}件は、判定に数えていません。",
            en=f"{found} findings and {unseen} things not examined, in files that stay approved, do not count.",
        )


def _unseen(review: Review) -> Text:
    blocking = sum(gap.blocking for gap in review.unseen)
    count = len(review.gaps)
    things = "1 thing" if count == 1 else f"{count} things"
    if blocking == count > 0:
        return Text(
            ja=f"確かめられなかったことが{count}件あり、そのままでは適合と判断できません。",
            en=f"{things} could not be examined, which rules out a passing verdict.",
        )
    if blocking:
        return Text(
            ja=f"確かめられなかったことが{count}件あり、うち{blocking}件があるため、そのままでは適合と判断できません。",
            en=f"{things} could not be examined; because of {blocking} of them the verdict cannot be a pass.",
        )
    if review.gaps:
        return Text(
            ja=f"確かめられなかったことが{count}件ありますが、判断を妨げるものではありません。",
            en=f"{things} could not be examined, which does not stand in the way of a verdict.",
        )
    return Text(ja="レビュー対象のファイルはすべて確かめました。", en="Every file under review was examined.")


def _tally(review: Review, severities: tuple[Severity, ...]) -> Text:
    found = [finding.rule.severity for finding in review.standing]
    present = [(SEVERITY[each], found.count(each)) for each in Severity if each in severities and each in found]
    return Text(
        ja="、".join(f"{label.ja} {count}件" for label, count in present) or "なし",
        en=", ".join(f"{label.en} {count}" for label, count in present) or "none",
    )


def _facts(edition: Edition, context: Context) -> Iterator[Fact]:
    review = edition.review
    submission = review.submission
    say = edition.say
    yield Fact(say(Text(ja="提出物の名前", en="Submission")), submission.name, machine=False)
    yield Fact(say(Text(ja="提出の形", en="Form")), say(SUBMISSION[submission.kind]), machine=False)
    yield from _asked(edition)
    scope = submission.scope or say(Text(ja="提出物に書かれていません", en="not stated in the submission"))
    known = SCOPE.get(scope)
    scope = scope if known is None else f"{say(known)} ({scope})"
    yield Fact(say(Text(ja="適用範囲(scope)", en="Scope")), scope, machine=False)
    yield Fact(say(Text(ja="全体のSHA-256", en="SHA-256 of the whole")), submission.sha256, machine=True)
    if context.when is not None:
        yield Fact(say(Text(ja="レビュー日時", en="Reviewed at")), _moment(edition, context.when), machine=False)
    if context.receipt is not None:
        yield Fact(say(Text(ja="審査台帳の照合番号", en="Receipt of the ledger")), context.receipt, machine=True)
    if context.command is not None:
        yield Fact(say(Text(ja="実行したコマンド", en="Command")), context.command, machine=True)
    yield Fact(say(Text(ja="レビューの道具", en="Tool")), f"kintone-reviewer {review.tool_version}", machine=False)
    rules = say(Text(ja=f"{len(review.rulebook.rules)}個", en=f"{len(review.rulebook.rules)} rules"))
    yield Fact(say(Text(ja="ルール", en="Rulebook")), f"{rules} SHA-256 {review.rulebook.sha256}", machine=True)
    policy = say(
        Text(
            ja=f"{review.policy.name} 第{review.policy.version}版",
            en=f"{review.policy.name}, version {review.policy.version}",
        )
    )
    yield Fact(say(Text(ja="判断の方針", en="Policy")), policy, machine=False)
    days = Text(ja=f"可とした日から{review.policy.approval_days}日", en=f"{review.policy.approval_days} days")
    yield Fact(say(Text(ja="承認の有効期間", en="An approval lasts")), say(days), machine=False)


def _asked(edition: Edition) -> Iterator[Fact]:
    """For which app it is and who asked: only an application form tells, so without one that is what is said."""
    say, quote = edition.say, edition.quote
    stated = edition.review.declaration
    none = say(Text(ja="申請書が渡されていません", en="no application form was given"))
    app = none if stated is None else quote(f"{stated.app_name} ({stated.app_id})")
    by = none if stated is None else quote(f"{stated.department} {stated.person}")
    yield Fact(say(Text(ja="アプリ", en="App")), app, machine=False)
    yield Fact(say(Text(ja="申請した人", en="Asked for by")), by, machine=False)


def _moment(edition: Edition, when: str) -> str:
    """A time as an office writes it; the hour is that of the computer, so its distance from UTC is said."""
    try:
        read = datetime.fromisoformat(when)
    except ValueError:
        return when
    zone = read.strftime("%z")
    told = f"UTC{zone[:3]}:{zone[3:5]}" if zone.strip("+-0") else "UTC"
    return edition.say(
        Text(
            ja=f"{read.year}年{read.month}月{read.day}日 {read:%H:%M} ({told})",
            en=f"{read.day} {_MONTHS[read.month - 1]} {read.year}, {read:%H:%M} ({told})",
        )
    )


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def _plugin(edition: Edition, plugin: Plugin) -> Iterator[Fact]:
    say = edition.say
    none = say(Text(ja="なし", en="none"))
    yield Fact(say(Text(ja="プラグイン名", en="Plug-in")), edition.quote(plugin.name), machine=False)
    yield Fact(say(Text(ja="版", en="Version")), plugin.version, machine=False)
    yield Fact(say(Text(ja="プラグインID", en="Plug-in ID")), plugin.id or none, machine=plugin.id is not None)
    match plugin.signature_valid:
        case True:
            signature = Text(
                ja="正しい(作成者の鍵が同じことだけを示します)", en="valid (which only proves the same author key)"
            )
        case False:
            signature = Text(ja="正しくない", en="not valid")
        case None:
            signature = Text(ja="署名なし", en="not signed")
    yield Fact(say(Text(ja="署名", en="Signature")), say(signature), machine=False)
    yield Fact(say(Text(ja="manifestの版", en="Manifest version")), str(plugin.manifest_version), machine=False)
    hosts = ", ".join(map(edition.quote, plugin.allowed_hosts)) or none
    yield Fact(say(Text(ja="申告された通信先", en="Declared hosts")), hosts, machine=False)
    permissions = ", ".join(map(edition.quote, plugin.permissions)) or none
    yield Fact(say(Text(ja="申告された権限", en="Declared permissions")), permissions, machine=False)


def _marks(groups: Iterable[SeverityView]) -> dict[str, dict[int, tuple[int, ...]]]:
    """For each file, which findings begin on which line."""
    marks: dict[str, dict[int, tuple[int, ...]]] = {}
    for finding in (each for group in groups for rule in group.rules for each in (*rule.findings, *rule.further)):
        lines = marks.setdefault(finding.file, {})
        known = lines.get(finding.place.line, ())
        lines[finding.place.line] = (*known, finding.number) if len(known) < _MARKS else known
    return marks


def _files(edition: Edition, groups: Iterable[SeverityView]) -> Iterator[FileView]:
    marks = _marks(groups)
    found: dict[SourceFile, list[Finding]] = {}
    for finding in edition.review.findings:
        found.setdefault(finding.location.file, []).append(finding)
    states = {state.path: state for state in edition.review.files}
    for number, file in enumerate(edition.review.submission.files, start=1):
        code = edition.code(file)
        yield FileView(
            anchor=file_anchor(number),
            path=file.path,
            kind=edition.say(KIND[file.kind]),
            facts=tuple(_file_facts(edition, file, states.get(file.path))),
            findings=len(found.get(file, ())),
            lines=code.lines.count,
            sha256=file.sha256,
            folded=code.lines.count > _UNFOLDED_LINES or len(file.text) > 100 * _UNFOLDED_LINES,
            marks=marks.get(file_anchor(number), {}),
            listing=tuple(code.listing(finding.location for finding in found.get(file, ()))),
        )


def _file_facts(edition: Edition, file: SourceFile, state: FileState | None) -> Iterator[Fact]:
    say = edition.say
    yield Fact(say(Text(ja="種類", en="Language")), say(KIND[file.kind]), machine=False)
    yield Fact(say(Text(ja="役割", en="Role")), say(ROLE[file.role]), machine=False)
    yield Fact(say(Text(ja="大きさ", en="Size")), size(edition, file.size), machine=False)
    yield Fact(say(Text(ja="文字コード", en="Encoding")), say(_encoding(file)), machine=False)
    yield Fact(say(Text(ja="改行", en="Line ends")), say(NEWLINE[file.encoding.newline]), machine=False)
    if state is not None:
        yield Fact(say(Text(ja="構文の解析(1つ目)", en="First parser")), say(PARSE[state.parser]), machine=False)
        yield Fact(say(Text(ja="構文の解析(2つ目)", en="Second parser")), say(WITNESS[state.witness]), machine=False)
        library = say(Text(ja="一致なし", en="none known")) if state.library is None else edition.quote(state.library)
        yield Fact(say(Text(ja="既知のライブラリー", en="Known library")), library, machine=False)
    yield Fact("SHA-256", file.sha256, machine=True)


def _encoding(file: SourceFile) -> Text:
    encoding = file.encoding
    bom = Text(ja="、BOMあり", en=", with BOM") if encoding.bom else None
    lost = (
        Text(ja=f"、読めない箇所 {encoding.undecodable}", en=f", {encoding.undecodable} undecodable")
        if encoding.undecodable
        else None
    )
    extra = [text for text in (bom, lost) if text is not None]
    return Text(
        ja=encoding.name.upper() + "".join(text.ja for text in extra),
        en=encoding.name.upper() + "".join(text.en for text in extra),
    )
