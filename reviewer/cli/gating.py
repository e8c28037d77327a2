"""`gate` judges a change in git."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reviewer.cli.console import class_option, clock_day, fail, language_option, policy_option, rules_option

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reviewer.finding import Finding
    from reviewer.gate import Objection, Ruling
    from reviewer.intake.git import Change
    from reviewer.text import Language

_SHOWN = 20
_CODES: Mapping[str, int] = {"pass": 0, "refuse": 1, "incomplete": 3}


waivers_option = click.option(
    "--waivers",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="免除の一覧。リポジトリーの外に置いてください / List of waivers, kept outside the repository.",
)


@click.command()
@click.argument("hook", type=click.Choice(["pre-push", "pre-receive"]), required=False)
@click.option("--staged", is_flag=True, help="次のコミットに入るもの / What the next commit would hold.")
@click.option("--range", "span", metavar="A..B", help="2つのコミットの違い / What changed between two commits.")
@click.option("--remote", default="", help="pre-push の送り先の名前 / Name of the remote of a pre-push.")
@waivers_option
@click.option(
    "--ledger",
    metavar="FILE|URL",
    help="審査台帳。承認されたものを通します。リポジトリーの外に置いてください / The ledger; what it approves passes.",
)
@class_option
@language_option
@policy_option
@rules_option
def gate(  # noqa: PLR0913, PLR0917 - one parameter an option
    hook: str | None,
    staged: bool,
    span: str | None,
    remote: str,
    waivers: Path | None,
    ledger: str | None,
    named_class: str | None,
    lang: str,
    policy: Path | None,
    extra_rules: tuple[Path, ...],
) -> None:
    """gitの変更を調べ、登録してよくないものを止めます。

    Stops changes in git that must not pass. HOOK reads what git tells on standard input.

    終了コード / Exit code: 0 通す, 1 止める, 2 使い方の誤り, 3 調べられないので止める。
    """
    from reviewer.cli import remembering
    from reviewer.cli.ledgering import approved_hashes, ledger_outside, state_of
    from reviewer.errors import ReviewerError
    from reviewer.intake import git
    from reviewer.rulebook.folder import knowledge
    from reviewer.text import Language

    if [hook is not None, staged, span is not None].count(True) != 1:
        raise click.UsageError(
            "--staged、--range、pre-push、pre-receive のどれか1つを指定してください / Name one of them."
        )
    language = Language(lang)
    today = clock_day()
    try:
        here = git.top(Path.cwd())
        files = [path for path in (policy, waivers) if path is not None]
        places = git.places(here)
        refuse_own([*files, *extra_rules], places)
        kept = None if ledger is None else ledger_outside(ledger, places)
        changes = dict(_changes(here, hook, span, remote))
        # A waiver or an approval holds until a day, so that what passed with one is forgotten by the next.
        day = b"" if waivers is None and kept is None else today.isoformat().encode()
        mark = None if hook else state_of(kept)
        given = knowledge(extra_rules, files) + f"{named_class}\0".encode() + day + (mark or b"")
        question = remembering.question(changes, given)
        if mark is not None and remembering.has_passed(question):
            sys.exit(0)
        # What is made from here on lives to the end: nothing is gained by looking for garbage among it.
        gc.disable()
        from reviewer.gate import Gate, Passage, worst
        from reviewer.rule import InformationClass
        from reviewer.rulebook.waivers import read_waivers
        from reviewer.waiver import NO_WAIVERS

        book, chosen = remembering.rules(extra_rules, policy)
        excused = NO_WAIVERS if waivers is None else read_waivers(waivers)
        hashes = frozenset[str]() if kept is None else approved_hashes(kept, today)
        chosen = chosen.under(None if named_class is None else InformationClass(named_class))
        judge = Gate(book, chosen, excused, today, lambda submission: submission.sha256 in hashes)
        rulings = {name: judge.judge(change) for name, change in changes.items()}
    except ReviewerError as error:
        fail(error.message, language)
    if mark is not None and worst(rulings) is Passage.PASS:
        remembering.remember(question)
    for name, ruling in rulings.items():
        for line in _told(name, ruling, language):
            click.echo(line, err=True)
    sys.exit(_CODES[worst(rulings).value])


def refuse_own(paths: Iterable[Path], places: Iterable[Path]) -> None:
    """ReviewerError where policy, rules or waivers lie in the repository: who changes code could change them too."""
    from reviewer.cli.keeping import any_in
    from reviewer.errors import ReviewerError
    from reviewer.text import Text

    own = any_in(paths, places)
    if own is not None:
        raise ReviewerError(
            Text(
                ja=f"{own} は、調べるリポジトリーの中にあります。コードを変える人が自分で判断の基準を変えられないよう、"
                "方針・ルール・免除の一覧は、リポジトリーの外に置いたものを指定してください。",
                en=f"{own} lies in the repository that is examined. Whoever changes the code must not change what it "
                "is judged by: name a policy, rules and waivers that are kept outside the repository.",
            )
        )


def _changes(here: Path, hook: str | None, span: str | None, remote: str) -> Iterator[tuple[str, Change]]:
    """Each change with the name it is told by."""
    from reviewer.errors import ReviewerError
    from reviewer.intake import git
    from reviewer.text import Text

    if span is not None:
        old, dots, new = span.partition("..")
        if not (old and dots and new) or new.startswith("."):
            raise ReviewerError(Text(ja="--range は A..B の形で指定してください。", en="--range is written A..B."))
        yield span, git.between(here, old, new)
    elif hook is None:
        yield "staged", git.staged(here)
    else:
        for line in click.get_binary_stream("stdin").read().decode("utf-8", "surrogateescape").splitlines():
            words = line.split(" ")
            if len(words) != (3 if hook == "pre-receive" else 4):
                raise ReviewerError(Text(ja="gitからの知らせを読めません。", en="What git told cannot be read."))
            old, new, ref = words if hook == "pre-receive" else (words[3], words[1], words[2])
            change = git.pushed(here, old, new, known=git.here() if hook == "pre-receive" else git.there(remote))
            if change is not None:
                yield ref, change


def _told(name: str, ruling: Ruling, language: Language) -> Iterator[str]:
    """What is wrong, where, and what to do, in few lines; nothing where the change passes."""
    from reviewer.report.visible import terminal
    from reviewer.text import Text

    if not ruling.objections:
        return
    refused = Text(ja="止めました。直す必要のある指摘があります", en="stopped: there are findings that must be fixed")
    unseen = Text(ja="止めました。調べられないところがあります", en="stopped: something could not be examined")
    said = refused if ruling.passage.value == "refuse" else unseen
    yield f"kintone-reviewer: {said.to(language)} ({terminal(name)})"
    lines = [line for objection in ruling.objections for line in _objection(objection, language)]
    for line in lines[:_SHOWN]:
        yield f"  {terminal(line)}"
    if len(lines) > _SHOWN:
        yield f"  {Text(ja='ほか', en='and more:').to(language)} {len(lines) - _SHOWN}"
    yield Text(
        ja="  直してから、もう一度試してください。詳しい説明: kintone-reviewer review フォルダー --out 報告書.html",
        en="  Mend it and try again. For the whole story: kintone-reviewer review FOLDER --out report.html",
    ).to(language)


def _objection(objection: Objection, language: Language) -> Iterator[str]:
    from reviewer.masking import masking
    from reviewer.text import Text

    hidden = masking(objection.findings)
    if objection.refused is not None:
        yield f"{objection.folder or '.'}: {objection.refused.to(language)}"
    for finding in objection.findings:
        rule = finding.rule
        yield f"{_place(objection.folder, finding)} {rule.title.to(language)} ({rule.id})"
        yield f"  -> {rule.fix.to(language)}"
    for waiver in objection.expired:
        yield Text(
            ja=f"免除の期限が {waiver.until} に切れています({waiver.origin})。"
            "直せないときは、審査する担当に延ばしてもらってください。",
            en=f"a waiver ran out on {waiver.until} ({waiver.origin}); where it cannot be mended, ask the reviewers to "
            "prolong it.",
        ).to(language)
    for gap in objection.gaps:
        yield f"{objection.folder}{gap.path or ''}: {hidden.redact(gap.message.to(language))}"


def _place(folder: str, finding: Finding) -> str:
    from reviewer.source import LineMap

    file = finding.location.file
    return f"{folder}{file.path}:{LineMap(file.text).position(finding.location.start).line}"
