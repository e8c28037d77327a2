"""`gate` judges a change in git, `hook` lets git ask it by itself."""

from __future__ import annotations

import gc
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reviewer import __version__
from reviewer.cli.console import fail, language_option, now, policy_option, replace, rules_option

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reviewer.finding import Finding
    from reviewer.gate import Objection, Ruling
    from reviewer.intake.git import Change
    from reviewer.text import Language

_HOOKS = ("pre-commit", "pre-push", "pre-receive")
_MARK = "# kintone-reviewer"
_KEPT = ".before-kintone-reviewer"
_SHOWN = 20
_CODES: Mapping[str, int] = {"pass": 0, "refuse": 1, "incomplete": 3}


@click.command()
@click.argument("hook", type=click.Choice(["pre-push", "pre-receive"]), required=False)
@click.option("--staged", is_flag=True, help="次のコミットに入るもの / What the next commit would hold.")
@click.option("--range", "span", metavar="A..B", help="2つのコミットの違い / What changed between two commits.")
@click.option(
    "--waivers",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="免除の一覧。リポジトリーの外に置いてください / List of waivers, kept outside the repository.",
)
@click.option(
    "--ledger",
    metavar="FILE|URL",
    help="審査台帳。承認されたものを通します。リポジトリーの外に置いてください / The ledger; what it approves passes.",
)
@language_option
@policy_option
@rules_option
def gate(
    hook: str | None,
    staged: bool,
    span: str | None,
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
    from reviewer.cli.ledgering import approved_hashes, ledger_outside, state_of
    from reviewer.errors import ReviewerError
    from reviewer.intake import git
    from reviewer.text import Language
    from reviewer.waiver import NO_WAIVERS, inside

    if [hook is not None, staged, span is not None].count(True) != 1:
        raise click.UsageError(
            "--staged、--range、pre-push、pre-receive のどれか1つを指定してください / Name one of them."
        )
    language = Language(lang)
    try:
        here = git.top(Path.cwd())
        if waivers is not None and waivers.resolve().is_relative_to(here.resolve()):
            raise inside()
        kept = None if ledger is None else ledger_outside(ledger, here)
        changes = dict(_changes(here, hook, span))
        beside = [path for path in (policy, waivers) if path is not None]
        mark = None if hook else state_of(kept)
        known = None if mark is None else _known(git.own_folder(here), changes, extra_rules, beside, mark)
        if known is not None and known.exists():
            sys.exit(0)
        from reviewer.gate import Gate, Passage, worst
        from reviewer.rulebook.loading import load
        from reviewer.rulebook.waivers import read_waivers

        gc.disable()
        book, chosen = load(extra_rules=extra_rules, policy=policy)
        excused = NO_WAIVERS if waivers is None else read_waivers(waivers)
        today = date.fromisoformat(now()[:10])
        hashes = frozenset[str]() if kept is None else approved_hashes(kept, today)
        judge = Gate(book, chosen, excused, today, lambda submission: submission.sha256 in hashes)
        rulings = {name: judge.judge(change) for name, change in changes.items()}
    except ReviewerError as error:
        fail(error.message, language)
    if known is not None and worst(rulings) is Passage.PASS:
        replace(known, b"", language)
    for name, ruling in rulings.items():
        for line in _told(name, ruling, language):
            click.echo(line, err=True)
    sys.exit(_CODES[worst(rulings).value])


def _changes(here: Path, hook: str | None, span: str | None) -> Iterator[tuple[str, Change]]:
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
            change = git.pushed(here, old, new, received=hook == "pre-receive")
            if change is not None:
                yield ref, change


def _known(
    folder: Path,
    changes: Mapping[str, Change],
    extra_rules: tuple[Path, ...],
    beside: Sequence[Path],
    mark: bytes,
) -> Path:
    """The file that is there when the same content has passed before, under the same rules, policy, waivers and ledger.

    It lies in git's own folder, which no commit can write to. Only what passed is remembered, and a day at most where
    there are waivers or a ledger. `beside` are policy and waivers, `mark` is the state of the ledger.
    """
    import hashlib

    from reviewer.rulebook.folder import knowledge

    total = hashlib.sha256(f"{__version__}\0".encode())
    total.update(knowledge(extra_rules, beside))
    total.update((now()[:10] if beside or mark else "").encode())
    total.update(mark)
    for change in changes.values():
        for part in (*sorted(change.changed), "", *sorted(change.gone), "", *sorted(change.unmerged), ""):
            total.update(f"{part}\0".encode("utf-8", "surrogateescape"))
        for path, blob in sorted(change.blobs.items()):
            total.update(f"{blob.mode} {blob.name} {path}\0".encode("utf-8", "surrogateescape"))
    return folder / "kintone-reviewer" / "passed" / total.hexdigest()


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
@click.option(
    "--ledger", metavar="FILE|URL", help="審査台帳。承認されたものを通します / The ledger; what it approves passes."
)
@language_option
def hook_install(kinds: tuple[str, ...], ledger: str | None, lang: str) -> None:
    """このリポジトリーにフックを入れます。前からあるフックは、その前に動きます。

    Installs hooks here; those that were there before run first.
    """
    from reviewer.text import Language, Text

    language = Language(lang)
    folder = _folder(language)
    named = _named(ledger, language)
    for kind in kinds or ("pre-commit", "pre-push"):
        target, kept = folder / kind, folder / (kind + _KEPT)
        if target.exists() and not _is_ours(target):
            if kept.exists():
                told = Text(
                    ja=f"{kept} がすでにあります。中を確かめ、要らなければ消してください。",
                    en=f"{kept} exists already. Look at it, and remove it if it is not needed.",
                )
                fail(told, language)
            target.replace(kept)
        replace(target, _script(kind, named).encode("utf-8"), language)
        target.chmod(0o755)
        click.echo(target)


@hook.command("uninstall")
@_which
@language_option
def hook_uninstall(kinds: tuple[str, ...], lang: str) -> None:
    """このツールのフックを外し、前からあったものを戻します / Removes our hooks, puts back what was there."""
    from reviewer.text import Language

    folder = _folder(Language(lang))
    for kind in kinds or _HOOKS:
        target, kept = folder / kind, folder / (kind + _KEPT)
        if target.exists() and _is_ours(target):
            target.unlink()
            if kept.exists():
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
        if not target.exists():
            said = Text(ja="なし", en="none")
        elif not _is_ours(target):
            said = Text(ja="ほかのフック", en="another hook")
        elif (folder / (kind + _KEPT)).exists():
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


def _is_ours(target: Path) -> bool:
    return _MARK.encode() in target.read_bytes()


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


def _script(kind: str, ledger: str | None) -> str:
    """A hook for any shell; what git says on standard input goes to the hook that was there before as well.

    Python gets -P, so that nothing in the repository is taken for a module of ours.
    """
    import shlex

    asked = "--staged" if kind == "pre-commit" else kind
    own = f"{shlex.quote(Path(sys.executable).as_posix())} -P -m reviewer gate {asked}"
    own += "" if ledger is None else f" --ledger {shlex.quote(ledger)}"
    before = f'"$(dirname "$0")/{kind}{_KEPT}"'
    if kind == "pre-commit":
        return f'#!/bin/sh\n{_MARK}\n[ ! -x {before} ] || {before} "$@" || exit $?\nexec {own}\n'
    return (
        f"#!/bin/sh\n{_MARK}\ntold=$(cat)\n"
        f'if [ -x {before} ]; then printf \'%s\\n\' "$told" | {before} "$@" || exit $?; fi\n'
        f'[ -n "$told" ] || exit 0\nprintf \'%s\\n\' "$told" | {own}\n'
    )
