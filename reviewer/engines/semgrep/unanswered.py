"""What Semgrep could not do -> gaps that name the files and the rules left without an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from reviewer.engines.semgrep.answer import Trouble
from reviewer.engines.semgrep.copies import Copy, unread
from reviewer.engines.semgrep.core import EXPRESSION_LIMIT, CoreError, Limits
from reviewer.engines.semgrep.patterns import Entry
from reviewer.finding import Gap, Stage
from reviewer.rule import Policy, Rule
from reviewer.text import Text

_NAMED = 100


@dataclass(frozen=True, slots=True)
class Reporter:
    """Words gaps. One that concerns single rules blocks where a finding of theirs could change the verdict."""

    policy: Policy

    def no_language(self, rule: Rule) -> Gap:
        """A rule for a language that no submission holds."""
        return self._gap(
            "semgrep-rule",
            Text(
                ja=f"Semgrepのルール「{rule.id}」は、レビュー対象のファイルの言語(JavaScript、HTML、CSS)に使えないため、"
                f"調べていません。{rule.source} のlanguagesを確かめてください。",
                en=f"The Semgrep rule {rule.id} is for no language reviewed here (JavaScript, HTML, CSS) and was not "
                f"asked. Check its languages at {rule.source}.",
            ),
            blocking=False,
        )

    def too_large(self, copy: Copy, rules: Sequence[Rule], characters: int) -> Gap:
        """A text that is not given to Semgrep, which takes minutes for bundles."""
        return self._gap(
            "semgrep-too-large",
            Text(
                ja=f"このファイルは{characters:,}文字を超えるため、Semgrepでは調べていません"
                f"({_ja(rules)})。手で書かれたファイルなら、分けて出し直してもらってください。",
                en=f"This file has more than {characters:,} characters and was not examined with Semgrep "
                f"({_en(rules)}). If it is written by hand, ask for it in parts.",
            ),
            copy=copy,
            blocking=self._matters(rules),
        )

    def absent(self, texts: Sequence[Copy], rules: Sequence[Rule]) -> Gap:
        """There is no Semgrep."""
        return self._gap(
            "semgrep-absent",
            Text(
                ja=f"Semgrepがこの環境に入っていないため、{_files_ja(texts)}を調べていません。"
                f"答えのないルール: {_ja(rules)}。kintone-reviewerを入れ直してください。",
                en=f"Semgrep is not installed in this environment, so {_files_en(texts)} could not be examined with: "
                f"{_en(rules)}. Install kintone-reviewer again.",
            ),
            blocking=True,
        )

    def failed(self, texts: Sequence[Copy], rules: Sequence[Rule], reason: CoreError) -> Gap:
        """Semgrep gave no answer to a question."""
        if reason.about_rules and len(rules) == 1:
            return self.refused(rules[0], str(reason))
        if reason.timed_out:
            return self._gap(
                "semgrep-timeout",
                Text(
                    ja=f"Semgrepが制限時間内に終わらず、{_files_ja(texts)}を調べていません。"
                    f"答えのないルール: {_ja(rules)}。ファイルを分けてもう一度レビューしてください。",
                    en=f"Semgrep did not finish in time, so {_files_en(texts)} could not be examined with: "
                    f"{_en(rules)}. Review the files in smaller groups.",
                ),
                blocking=True,
            )
        return self._gap(
            "semgrep-failed",
            Text(
                ja=f"Semgrepが途中で止まり、{_files_ja(texts)}を次のルールで調べられませんでした: {_ja(rules)}。"
                f"人の目で確かめてください。(Semgrepの説明: {_shown(str(reason))})",
                en=f"Semgrep stopped, so {_files_en(texts)} could not be examined with: {_en(rules)}. "
                f"Read them by hand. (Semgrep says: {_shown(str(reason))})",
            ),
            copy=texts[0] if len(texts) == 1 else None,
            blocking=True,
        )

    def refused(self, rule: Rule, message: str) -> Gap:
        """A rule that Semgrep does not accept."""
        return self._gap(
            "semgrep-rule",
            Text(
                ja=f"Semgrepがルール「{rule.id}」を読めないため、このルールではどのファイルも調べていません。"
                f"{rule.source} を直してください。(Semgrepの説明: {_shown(message)})",
                en=f"Semgrep cannot read the rule {rule.id}, so no file was examined with it. Correct {rule.source}. "
                f"(Semgrep says: {_shown(message)})",
            ),
            blocking=self._matters((rule,)),
        )

    def gave_up(self, rules: Sequence[Rule]) -> Gap:
        """Somewhere a regular expression took too many steps; Semgrep does not say which or where."""
        return self._gap(
            "semgrep-timeout",
            Text(
                ja="正規表現の照合に手順がかかりすぎ、途中で打ち切られました。"
                f"次のルールは見落としがあるかもしれません: {_ja(rules)}。ルールの正規表現を簡単にしてください。",
                en="Matching a regular expression was broken off after too many steps. These rules may have missed "
                f"something: {_en(rules)}. Make their expressions simpler.",
            ),
            blocking=self._matters(rules),
        )

    def slow(self, copy: Copy, rules: Sequence[Rule], kind: str) -> Gap:
        """A file that took too long, or too much memory, for some rules."""
        return self._gap(
            "semgrep-timeout",
            Text(
                ja=f"Semgrepがこのファイルを調べきれませんでした({kind})。答えのないルール: {_ja(rules)}。"
                "ファイルを分けるか、人の目で確かめてください。",
                en=f"Semgrep could not finish with this file ({kind}). Rules without an answer: {_en(rules)}. "
                "Split the file or read it by hand.",
            ),
            copy=copy,
            blocking=self._matters(rules),
        )

    def unread(self, copy: Copy, rules: Sequence[Rule], trouble: Trouble) -> Gap:
        """A file, or a part of it, that Semgrep could not parse."""
        location = unread(copy, trouble.spans[0]) if trouble.spans else None
        others = len(trouble.spans) - 1
        more_ja, more_en = (f"、ほか{others}か所", f", {others} more") if others > 0 else ("", "")
        return Gap(
            stage=Stage.SEMGREP,
            kind="semgrep-partial",
            message=Text(
                ja=f"Semgrepがこのファイルの一部を読めませんでした({trouble.kind}{more_ja})。"
                f"その部分は次のルールで調べていません: {_ja(rules)}。人の目で確かめてください。",
                en=f"Semgrep could not read a part of this file ({trouble.kind}{more_en}). "
                f"That part was not examined with: {_en(rules)}. Read it by hand.",
            ),
            path=copy.file.path,
            location=location,
            blocking=self._matters(rules),
        )

    def _matters(self, rules: Iterable[Rule]) -> bool:
        deciding = {*self.policy.blocks, *self.policy.conditional}
        return any(rule.severity in deciding for rule in rules)

    def _gap(self, kind: str, message: Text, *, blocking: bool, copy: Copy | None = None) -> Gap:
        path = copy.file.path if copy is not None else None
        return Gap(stage=Stage.SEMGREP, kind=kind, message=message, path=path, location=None, blocking=blocking)


def gaps(
    troubles: Iterable[Trouble], asked: Sequence[Entry], texts: Sequence[Copy], reporter: Reporter, limits: Limits
) -> Iterator[Gap]:
    """A gap for each kind of trouble with each text, one for each refused rule, and one for what has no place."""
    rules: Mapping[str | None, Rule] = {entry.name: entry.rule for entry in asked}
    ordered = sorted(troubles, key=lambda trouble: (trouble.target or "", trouble.kind, trouble.rule or ""))
    for copy in texts:
        concerned = [entry.rule for entry in asked if entry.analyzers_for(copy.kind)]
        here = (trouble for trouble in ordered if trouble.target == copy.name)
        for kind, group in groupby(here, key=lambda trouble: trouble.kind):
            same = list(group)
            if kind in PARSE_TROUBLES:
                yield from (reporter.unread(copy, concerned, trouble) for trouble in same)
                continue
            named = [rules[trouble.rule] for trouble in same if trouble.rule in rules]
            # After so many time-outs the core leaves a file and says nothing of the rules it did not come to.
            left = kind == "Timeout" and len(same) >= limits.rule_timeouts
            yield reporter.slow(copy, concerned if left or len(named) < len(same) else named, kind)
    names = {copy.name for copy in texts}
    elsewhere = [trouble for trouble in ordered if trouble.target not in names]
    refused = {trouble.rule: trouble.message for trouble in elsewhere if trouble.rule in rules}
    for name, message in refused.items():
        yield reporter.refused(rules[name], message)
    everything = [entry.rule for entry in asked]
    for kind, message in {found.kind: found.message for found in elsewhere if found.rule not in rules}.items():
        if kind == EXPRESSION_LIMIT:
            yield reporter.gave_up(everything)
        else:
            reason = CoreError(f"{kind} {message}", timed_out=False, about_rules=False)
            yield reporter.failed(texts, everything, reason)


PARSE_TROUBLES = frozenset(
    {"PartialParsing", "Syntax error", "Lexical error", "Other syntax error", "AST builder error"}
)
"""Kinds of trouble that the text itself makes: the same text makes them again."""


def _shown(message: str) -> str:
    """The first line of what the tool says, without anything that could move a terminal's cursor."""
    line = message.strip().partition("\n")[0][:300]
    return "".join(character if character.isprintable() else "\ufffd" for character in line) or "-"


def _ja(rules: Sequence[Rule]) -> str:
    return _listed([rule.id for rule in rules], "、", "、ほか{}件")


def _en(rules: Sequence[Rule]) -> str:
    return _listed([rule.id for rule in rules], ", ", " and {} more")


def _files_ja(texts: Sequence[Copy]) -> str:
    return f"{_listed(_paths(texts), '、', '、ほか{}件')}(計{len(_paths(texts))}ファイル)"


def _files_en(texts: Sequence[Copy]) -> str:
    return f"{_listed(_paths(texts), ', ', ' and {} more')} ({len(_paths(texts))} files)"


def _paths(texts: Sequence[Copy]) -> list[str]:
    return list(dict.fromkeys(_shown(copy.file.path) for copy in texts))


def _listed(names: Sequence[str], joint: str, more: str) -> str:
    return joint.join(names[:_NAMED]) + (more.format(len(names) - _NAMED) if len(names) > _NAMED else "")
