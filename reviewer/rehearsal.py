"""A folder of house rules -> which of the expectations written in the samples beside them do not come true."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reviewer import intake
from reviewer.errors import ReviewerError
from reviewer.finding import Finding, Gap, Stage
from reviewer.pipeline import review
from reviewer.record import value
from reviewer.rule import Policy, Rule, Rulebook
from reviewer.rulebook.declarations import read_declaration
from reviewer.rulebook.loading import load
from reviewer.rulebook.policies import read_policy
from reviewer.rulebook.samples import Sample, samples
from reviewer.source import LineMap, Location
from reviewer.text import Text

_Place = tuple[str, int, str]
_COMMENTS: Mapping[str, str] = {".css": "/* expect: {} */", ".html": "<!-- expect: {} -->"}


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """Something to be said of one line of a file, and what to do about it."""

    path: str
    line: int
    message: Text

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@value
class Rehearsal:
    """What came of it. `failed` are expectations that do not hold, `unseen` what could not be examined."""

    rules: int
    samples: int
    failed: tuple[Remark, ...]
    unseen: tuple[Remark, ...]


def rehearse(folder: Path) -> Rehearsal:
    """Every sample in `folder` reviewed with the rules it speaks of; ReviewerError where the rules cannot be loaded."""
    known = {rule.id for rule in load()[0].rules}
    rulebook, policy = load(extra_rules=[folder])
    house = tuple(rule for rule in rulebook.rules if rule.id not in known)
    if not house:
        raise ReviewerError(
            Text(
                ja=f"{folder} にルールがありません。ルールを書いたYAMLファイルのあるフォルダーを指定してください。"
                "書き始めるには kintone-reviewer rules new を使えます。",
                en=f"There is no rule in {folder}. Name the folder that holds the YAML files with your rules; "
                "`kintone-reviewer rules new` makes one to begin with.",
            )
        )
    performed = samples(folder)
    failed = [*_without_sample(house, performed, folder)]
    unseen: list[Remark] = []
    for sample in performed:
        remarks, gaps = _performance(sample, rulebook, policy)
        failed += remarks
        unseen += gaps
    return Rehearsal(
        rules=len(house), samples=len(performed), failed=tuple(sorted(set(failed), key=_order)), unseen=tuple(unseen)
    )


def _order(remark: Remark) -> tuple[str, int, str]:
    return remark.path, remark.line, remark.message.en


def _without_sample(rules: Sequence[Rule], performed: Sequence[Sample], folder: Path) -> Iterator[Remark]:
    """Rules that no sample shows at work."""
    shown = {mark.rule for sample in performed for mark in sample.marks if mark.word in ("expect", "missing")}
    for rule in rules:
        if rule.id not in shown:
            file, _, line = rule.source.rpartition(":")
            yield Remark(
                (folder / file.partition("/")[2]).as_posix(),
                int(line),
                Text(
                    ja=f"ルール {rule.id} の見本がありません。{rule.id}.js というファイルをルールの隣に置き、"
                    f"見つけたい行の終わりに // expect: {rule.id} と書いてください。",
                    en=f"No sample shows the rule {rule.id} at work. Put a file {rule.id}.js beside it and write "
                    f"// expect: {rule.id} at the end of a line that is to be found.",
                ),
            )


def _performance(sample: Sample, rulebook: Rulebook, policy: Policy) -> tuple[list[Remark], list[Remark]]:
    """What is wrong in one sample, and what of it could not be examined."""
    known = {rule.id for rule in rulebook.rules}
    strangers = [
        _remark(sample, mark.path, mark.line, _stranger(mark.rule)) for mark in sample.marks if mark.rule not in known
    ]
    told = tuple(rule for rule in rulebook.rules if rule.id in sample.rules)
    if not told:
        return strangers or [_remark(sample, sample.reviewed.name, 1, _ABOUT_NOTHING)], []
    chosen = policy if sample.policy is None else read_policy(sample.policy)
    declared = None if sample.declaration is None else read_declaration(sample.declaration, rulebook)
    result = review(intake.read(sample.reviewed), replace(rulebook, rules=told), chosen, declaration=declared)
    found = {_place(finding) for finding in result.findings}
    expected = {place for place in sample.places("expect", "spurious") if place[2] in known}
    failed = [_remark(sample, path, line, _missed(rule)) for path, line, rule in expected - found]
    failed += [_surprise(sample, place) for place in found - expected]
    failed += _wrong_sources(sample, result.findings)
    unseen = [_gap(sample, gap) for gap in result.gaps if gap.blocking or gap.stage is Stage.SEMGREP]
    return strangers + failed, unseen


def _surprise(sample: Sample, place: _Place) -> Remark:
    path, line, rule = place
    if place in sample.places("missing"):
        return _remark(sample, path, line, _found_now(rule))
    return _remark(sample, path, line, _unexpected(rule, Path(path).suffix.lower()))


def _wrong_sources(sample: Sample, findings: Sequence[Finding]) -> Iterator[Remark]:
    """Traces that begin on other lines than the sample says, for rules whose sources it marks."""
    told = sample.places("source")
    for finding in findings:
        if finding.trace and any(rule == finding.rule.id for _, _, rule in told):
            path, line = _line(finding.trace[0].location)
            if (path, line, finding.rule.id) not in told:
                yield _remark(sample, path, line, _other_source(finding.rule.id))


def _place(finding: Finding) -> _Place:
    return (*_line(finding.location), finding.rule.id)


def _line(location: Location) -> tuple[str, int]:
    return location.file.path, LineMap(location.file.text).position(location.start).line


def _gap(sample: Sample, gap: Gap) -> Remark:
    path, line = _line(gap.location) if gap.location is not None else (gap.path or sample.reviewed.name, 1)
    return _remark(sample, path, line, gap.message)


def _remark(sample: Sample, path: str, line: int, message: Text) -> Remark:
    """`path` is how the submission calls the file: its name, or where it lies below the sample's folder."""
    alone = sample.reviewed.name == path
    return Remark((sample.reviewed if alone else sample.reviewed / path).as_posix(), line, message)


_ABOUT_NOTHING = Text(
    ja="この見本がどのルールのものか分かりません。ファイル名を「ルールのID.js」にするか、見つけたい行の終わりに"
    " // expect: ルールのID と書いてください。",
    en="This sample belongs to no rule. Name the file <rule-id>.js, or write // expect: <rule-id> at the end of a line "
    "that is to be found.",
)


def _stranger(rule: str) -> Text:
    return Text(
        ja=f"{rule} というルールはありません。IDの綴りを確かめてください。",
        en=f"There is no rule {rule}. Check how its id is spelt.",
    )


def _missed(rule: str) -> Text:
    return Text(
        ja=f"この行で {rule} が見つかるはずですが、見つかりません。ルールの探す形を直すか、"
        "見つからないのが正しければ expect: を消してください。",
        en=f"{rule} should be found on this line and is not. Correct what the rule looks for, or remove expect: if "
        "silence is right.",
    )


def _unexpected(rule: str, suffix: str) -> Text:
    comment = _COMMENTS.get(suffix, "// expect: {}").format(rule)
    return Text(
        ja=f"この行で {rule} が見つかりました。正しい指摘なら行の終わりに {comment} と書き、"
        "誤った指摘ならルールの条件を狭めてください。",
        en=f"{rule} is found on this line. If that is right, write {comment} at the end of the line; if not, make the "
        "rule narrower.",
    )


def _found_now(rule: str) -> Text:
    return Text(
        ja=f"missing: と書かれたこの行で {rule} が見つかるようになりました。missing: を expect: に直してください。",
        en=f"{rule} is found on this line, which says missing:. Change missing: to expect:.",
    )


def _other_source(rule: str) -> Text:
    return Text(
        ja=f"{rule} が示すデータの流れはこの行から始まります。"
        f"正しければ行の終わりに // source: {rule} と書いてください。",
        en=f"The flow that {rule} shows begins on this line. If that is right, write // source: {rule} at its end.",
    )
