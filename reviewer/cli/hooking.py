"""`hook` lets git ask `gate` by itself, before commits and pushes and where they arrive."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reviewer.cli.console import class_option, fail, language_option, policy_option, replace, rules_option
from reviewer.cli.gating import refuse_own, waivers_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.text import Language

_HOOKS = ("pre-commit", "pre-push", "pre-receive")
_MARK = "# kintone-reviewer"
_KEPT = ".before-kintone-reviewer"


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
@class_option
@language_option
@policy_option
@rules_option
def hook_install(
    kinds: tuple[str, ...],
    waivers: Path | None,
    ledger: str | None,
    named_class: str | None,
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
        refuse_own([path for _, path in named], git.places(here))
    except ReviewerError as error:
        fail(error.message, language)
    options = [word for option, path in named for word in (option, path.resolve().as_posix())]
    options += [] if language is Language.JA else ["--lang", lang]
    options += [] if named_class is None else ["--class", named_class]
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
