"""`gate` judges a change in git, `hook` lets git ask it by itself."""

from __future__ import annotations

import gc
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reviewer.cli.console import fail, language_option, policy_option, replace, rules_option

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reviewer.finding import Finding
    from reviewer.gate import Objection, Ruling
    from reviewer.intake.git import Change
    from reviewer.text import Language

_HOOKS = ("pre-commit", "pre-push", "pre-receive")
_MARK = "# kintone-reviewer"
_KEPT = ".before-kintone-reviewer"
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
    from reviewer.waiver import NO_WAIVERS

    if [hook is not None, staged, span is not None].count(True) != 1:
        raise click.UsageError(
            "--staged、--range、pre-push、pre-receive のどれか1つを指定してください / Name one of them."
        )
    language = Language(lang)
    # Not `now()`, which a variable can set: what has expired must not come to life again.
    today = datetime.now().astimezone().date()
    try:
        here = git.top(Path.cwd())
        files = [path for path in (policy, waivers) if path is not None]
        _refuse_own([*files, *extra_rules], git.places(here))
        kept = None if ledger is None else ledger_outside(ledger, here)
        changes = dict(_changes(here, hook, span, remote))
        # A waiver or an approval holds until a day, so that what passed with one is forgotten by the next.
        day = b"" if waivers is None and kept is None else today.isoformat().encode()
        mark = None if hook else state_of(kept)
        question = remembering.question(changes, knowledge(extra_rules, files) + day + (mark or b""))
        if mark is not None and remembering.has_passed(question):
            sys.exit(0)
        from reviewer.gate import Gate, Passage, worst
        from reviewer.rulebook.loading import load
        from reviewer.rulebook.waivers import read_waivers

        gc.disable()
        book, chosen = load(extra_rules=extra_rules, policy=policy)
        excused = NO_WAIVERS if waivers is None else read_waivers(waivers)
        hashes = frozenset[str]() if kept is None else approved_hashes(kept, today)
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


def _refuse_own(paths: Iterable[Path], places: Iterable[Path]) -> None:
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

    hidden = masking(objection.findings)
    if objection.refused is not None:
        yield f"{objection.folder or '.'}: {objection.refused.to(language)}"
    for finding in objection.findings:
        rule = finding.rule
        yield f"{_place(objection.folder, finding)} {rule.title.to(language)} ({rule.id})"
        yield f"  -> {rule.fix.to(language)}"
    for gap in objection.gaps:
        yield f"{objection.folder}{gap.path or ''}: {hidden.redact(gap.message.to(language))}"


def _place(folder: str, finding: Finding) -> str:
    from reviewer.source import LineMap

    file = finding.location.file
    return f"{folder}{file.path}:{LineMap(file.text).position(finding.location.start).line}"


@click.group()
def hook() -> None:
    """gitのフックを設定します / Sets up hooks of git."""


_which = click.option(
    "--type",
    "kinds",
    type=click.Choice(_HOOKS),
    multiple=True,
    help="フックの種類(複数可) / Which hooks; may be repeated.",
)


@hook.command("install")
@_which
@waivers_option
@click.option(
    "--ledger", metavar="FILE|URL", help="審査台帳。承認されたものを通します / The ledger; what it approves passes."
)
@language_option
@policy_option
@rules_option
def hook_install(
    kinds: tuple[str, ...],
    waivers: Path | None,
    ledger: str | None,
    lang: str,
    policy: Path | None,
    extra_rules: tuple[Path, ...],
) -> None:
    """このリポジトリーにフックを入れます。前からあるフックは、その前に動きます。

    Installs hooks here, which judge by the policy, rules and waivers named now; hooks that were there before run first.
    """
    from reviewer.errors import ReviewerError
    from reviewer.intake import git
    from reviewer.text import Language, Text

    language = Language(lang)
    given = [("--policy", policy), ("--waivers", waivers), *(("--rules", path) for path in extra_rules)]
    named = [(option, path) for option, path in given if path is not None]
    try:
        here = git.top(Path.cwd())
        _refuse_own([path for _, path in named], git.places(here))
    except ReviewerError as error:
        fail(error.message, language)
    options = [word for option, path in named for word in (option, path.resolve().as_posix())]
    options += [] if language is Language.JA else ["--lang", lang]
    place = _named(ledger, language)
    options += [] if place is None else ["--ledger", place]
    folder = _folder(language)
    for kind in kinds or ("pre-commit", "pre-push"):
        target, kept = folder / kind, folder / (kind + _KEPT)
        if _is_there(target) and not _is_ours(target):
            wrong = kept if _is_there(kept) else target
            if wrong is kept or target.is_dir():
                told = Text(
                    ja=f"{wrong} がすでにあります。中を確かめ、要らなければ消してください。",
                    en=f"{wrong} exists already. Look at it, and remove it if it is not needed.",
                )
                fail(told, language)
            target.replace(kept)
        replace(target, _script(kind, options).encode("utf-8"), language)
        target.chmod(0o755)
        click.echo(target)
    _tell_shared(folder, here, language)


def _tell_shared(folder: Path, here: Path, language: Language) -> None:
    """Where `core.hooksPath` leads elsewhere, hooks are not this repository's alone: who installs them must know."""
    from reviewer.cli.keeping import lies_in
    from reviewer.intake import git
    from reviewer.text import Text

    if lies_in(folder, git.common_folder(here)):
        return
    said = Text(
        ja=f"注意: git の設定 core.hooksPath により、フックは {folder} に入りました。"
        "同じ設定のリポジトリーすべてで動きます。"
        "リポジトリーの中のフォルダーなら、コミットで書き換えられるため、サーバーの pre-receive も入れてください。",
        en=f"Note: by git's setting core.hooksPath the hooks went to {folder}. They run in every repository with that "
        "setting. If that folder is part of the repository, commits can change them: install pre-receive on the "
        "server, too.",
    )
    click.echo(said.to(language), err=True)


@hook.command("uninstall")
@_which
@language_option
def hook_uninstall(kinds: tuple[str, ...], lang: str) -> None:
    """このツールのフックを外し、前からあったものを戻します / Removes our hooks, puts back what was there."""
    from reviewer.text import Language

    folder = _folder(Language(lang))
    for kind in kinds or _HOOKS:
        target, kept = folder / kind, folder / (kind + _KEPT)
        if _is_there(target) and _is_ours(target):
            target.unlink()
            if _is_there(kept):
                kept.replace(target)
            click.echo(target)


@hook.command("status")
@language_option
def hook_status(lang: str) -> None:
    """どのフックが入っているかを示します / Shows which hooks are installed."""
    from reviewer.text import Language, Text

    language = Language(lang)
    folder = _folder(language)
    for kind in _HOOKS:
        target = folder / kind
        if not _is_there(target):
            said = Text(ja="なし", en="none")
        elif not _is_ours(target):
            said = Text(ja="ほかのフック", en="another hook")
        elif _is_there(folder / (kind + _KEPT)):
            said = Text(ja="あり(ほかのフックのあとに動く)", en="installed, after another hook")
        else:
            said = Text(ja="あり", en="installed")
        click.echo(f"{kind}: {said.to(language)}")


def _folder(language: Language) -> Path:
    from reviewer.errors import ReviewerError
    from reviewer.intake import git

    try:
        return git.hooks_folder(Path.cwd())
    except ReviewerError as error:
        fail(error.message, language)


def _is_there(path: Path) -> bool:
    """A link that leads nowhere is there, too."""
    return path.is_symlink() or path.exists()


def _is_ours(target: Path) -> bool:
    try:
        return _MARK.encode() in target.read_bytes().split(b"\n", 2)[1:2]
    except OSError:
        return False


def _named(ledger: str | None, language: Language) -> str | None:
    """How the hook is to name the ledger, wherever git runs it; no password is written into a hook."""
    from reviewer.errors import ReviewerError
    from reviewer.ledger.address import address
    from reviewer.text import Text

    if ledger is None:
        return None
    try:
        place = address(ledger)
    except ReviewerError as error:
        fail(error.message, language)
    if place.file is not None:
        return place.file.resolve().as_posix()
    if str(place) != place.url:
        fail(
            Text(
                ja="フックにパスワードは書けません。アドレスから除き、~/.pgpass などに置いてください。",
                en="A password cannot be written into a hook. Leave it out and keep it in ~/.pgpass or the like.",
            ),
            language,
        )
    return ledger


def _script(kind: str, options: Sequence[str]) -> str:
    """A hook for any shell; what git says on standard input goes to the hook that was there before as well.

    Python gets -P, so that nothing in the repository is taken for a module of ours, and speaks UTF-8 to git, which
    hands it on to other machines. Where it is gone, nothing passes.
    """
    import shlex

    asked = ["--staged"] if kind == "pre-commit" else [kind]
    python = shlex.quote(Path(sys.executable).as_posix())
    own = f"{python} -P -X utf8 -m reviewer gate {shlex.join([*asked, *options])}"
    before = f'"$(dirname "$0")/{kind}{_KEPT}"'
    head = (
        f"#!/bin/sh\n{_MARK}\n[ -x {python} ] || {{\n"
        "  echo 'kintone-reviewer が見つからないので、止めました。"
        "入れ直してから kintone-reviewer hook install をしてください。' >&2\n"
        "  echo 'kintone-reviewer is gone: install it again, then run kintone-reviewer hook install.' >&2\n"
        "  exit 2\n}\n"
    )
    if kind == "pre-commit":
        return f'{head}[ ! -x {before} ] || {before} "$@" || exit $?\nexec {own}\n'
    if kind == "pre-push":
        own += ' --remote "$1"'
    return (
        f"{head}told=$(cat)\n"
        f'if [ -x {before} ]; then printf \'%s\\n\' "$told" | {before} "$@" || exit $?; fi\n'
        f'[ -n "$told" ] || exit 0\nprintf \'%s\\n\' "$told" | {own}\n'
    )
