"""`review`: a submission in, reports out; the exit code tells the verdict."""

from __future__ import annotations

import gc
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reviewer.cli.console import (
    advisories_option,
    fail,
    language_option,
    now,
    policy_option,
    progress,
    rules_option,
    show,
    write,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.report import Format
    from reviewer.report.context import Context
    from reviewer.review import Review, Verdict
    from reviewer.rulebook.advisory_files import AdvisoryFile
    from reviewer.submission import Submission
    from reviewer.text import Language

_FORMATS = ("html", "sarif", "json", "text", "xlsx")
_SUFFIXES = (
    ("html", (".html", ".htm")),
    ("sarif", (".sarif",)),
    ("json", (".json",)),
    ("text", (".txt", ".text")),
    ("xlsx", (".xlsx",)),
)


_FIRST_JA = "この提出物には、台帳で承認された前の版がありません。はじめての審査として扱いました。"
_FIRST_EN = "The ledger holds no approved version of this: it was reviewed as a first one."


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="レポートの書き込み先。形式は拡張子で決まります / Where to write the report; its suffix tells the form.",
)
@click.option(
    "--format",
    "forms",
    type=click.Choice(_FORMATS),
    multiple=True,
    help="レポートの形式(複数可) / Form of the report; may be repeated.",
)
@language_option
@policy_option
@rules_option
@advisories_option
@click.option(
    "--declaration",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="申請書。コードがすることと比べます / The application, to be compared with what the code does.",
)
@click.option(
    "--waivers",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="免除の一覧。提出物の外に置いてください / List of waivers, kept outside the submission.",
)
@click.option(
    "--ledger",
    "ledger",
    metavar="FILE|URL",
    help="審査台帳。この審査を記録します。なければ作ります / The ledger to enter this review in; made if absent.",
)
@click.option(
    "--since",
    metavar="FILE|URL",
    help="審査台帳。最後に承認された版から変わったところを示します / The ledger: what changed since the last approval.",
)
def review(  # noqa: PLR0913, PLR0917 - one parameter an option
    path: Path,
    out: Path | None,
    forms: tuple[str, ...],
    lang: str,
    policy: Path | None,
    extra_rules: tuple[Path, ...],
    advisories: tuple[Path, ...],
    declaration: Path | None,
    waivers: Path | None,
    ledger: str | None,
    since: str | None,
) -> None:
    """PATH(ファイル、フォルダー、zip、manifest)を審査します。

    Reviews PATH: a file, a folder, a zip or a manifest.

    終了コード / Exit code: 0 適合・条件付き, 1 不適合, 2 使い方の誤り, 3 レビュー未完了。
    """
    from reviewer.cli.ledgering import enter_review, last_approved, refuse_own_ledger, told_entered
    from reviewer.errors import ReviewerError
    from reviewer.intake import read
    from reviewer.pipeline import review as run
    from reviewer.pool import Pool, processors
    from reviewer.report.context import Context
    from reviewer.rulebook.advisory_files import read_advisories
    from reviewer.rulebook.declarations import read_declaration
    from reviewer.rulebook.loading import load
    from reviewer.rulebook.waivers import read_waivers
    from reviewer.text import Language
    from reviewer.waiver import NO_WAIVERS, inside

    # A review makes millions of objects that all live to its end: looking for garbage among them doubles its time.
    gc.disable()
    language = Language(lang)
    targets = _targets(out, forms)
    when = now()
    with progress(language) as tell:
        try:
            newer = [read_advisories(each) for each in advisories]
            book, chosen = load(extra_rules=extra_rules, policy=policy, advisories=newer)
            declared = None if declaration is None else read_declaration(declaration, book)
            excused = NO_WAIVERS if waivers is None else read_waivers(waivers)
            submission = read(path)
            if waivers is not None and _is_inside(waivers, path, submission):
                raise inside()
            refuse_own_ledger((ledger, since), lambda file: _is_inside(file, path, submission))
            today = date.fromisoformat(when[:10])
            approved = None if since is None else last_approved(since, submission, declared, today)
            result = run(
                *(submission, book, chosen, tell),
                declaration=declared,
                waivers=excused,
                today=today,
                since=approved,
                pool=Pool(processors()),
            )
            receipt = None if ledger is None else enter_review(ledger, result, when)
        except ReviewerError as error:
            fail(error.message, language)
    for each in newer:
        _tell_advisories(each, language)
    if since is not None and approved is None:
        click.echo(_FIRST_JA if language is Language.JA else _FIRST_EN, err=True)
    context = Context(when=when, command=None, width=_columns(), receipt=None if receipt is None else str(receipt))
    _told(result, targets, language, context)
    if receipt is not None:
        told_entered(receipt, language)
    # The process ends: nobody needs to look for garbage among all this one last time either.
    gc.freeze()
    sys.exit(_exit_code(result.verdict))


def _told(result: Review, targets: Sequence[tuple[Format, Path | None]], language: Language, context: Context) -> None:
    """Write each report where it goes; whoever has them all in files reads the short form here."""
    from reviewer import report
    from reviewer.report.text import passages
    from reviewer.text import Text

    for form, target in targets:
        data = report.document(result, form, language, context)
        if target is None and form is report.Format.TEXT:
            show(passages(result, language, context))
            click.echo()
        elif target is None:
            click.get_binary_stream("stdout").write(data)
        else:
            write(target, data, language)
    if targets and all(target is not None for _, target in targets):
        show(passages(result, language, context))
        click.echo()
        for _, target in targets:
            click.echo(Text(ja=f"レポート: {target}", en=f"Report: {target}").to(language))


def _is_inside(file: Path, reviewed: Path, submission: Submission) -> bool:
    """Whether a file of the reviewer's lies in the folder under review, or beside the manifest that is."""
    from reviewer.cli.keeping import lies_in
    from reviewer.submission import SubmissionKind

    beside = submission.kind in (SubmissionKind.MANIFEST, SubmissionKind.CUSTOMIZE_JSON) and reviewed.is_file()
    root = reviewed.resolve().parent if beside else reviewed.resolve()
    return lies_in(file, root)


def _tell_advisories(file: AdvisoryFile, language: Language) -> None:
    """What came of a file of advisories: whoever names one wants to know whether it was used."""
    from reviewer.text import Text

    count, back, left = len(file.advisories), len(file.withdrawn), file.unusable
    told = Text(
        ja=f"弱点情報: {file.path} から{count}件(取り下げられた番号{back}件、版の範囲がなく使えないもの{left}件)",
        en=f"Advisories: {count} from {file.path} ({back} ids withdrawn, {left} without versions and not usable)",
    )
    click.echo(told.to(language), err=True)


def _targets(out: Path | None, forms: tuple[str, ...]) -> list[tuple[Format, Path | None]]:
    """Which forms go where; None is standard output."""
    from reviewer.report import Format, suffix

    asked = [Format(form) for form in dict.fromkeys(forms)]
    if out is None:
        if len(asked) > 1:
            raise click.UsageError(
                "形式を2つ以上指定するときは --out も指定してください / Several forms need --out to name the files."
            )
        return [(asked[0] if asked else Format.TEXT, None)]
    if not asked:
        named = next((form for form, endings in _SUFFIXES if out.suffix.lower() in endings), "html")
        asked = [Format(named)]
    if len(asked) == 1:
        return [(asked[0], out)]
    return [(form, out.with_suffix(suffix(form))) for form in asked]


def _exit_code(verdict: Verdict) -> int:
    return {"pass": 0, "conditional": 0, "fail": 1, "incomplete": 3}[verdict.value]


def _columns() -> int | None:
    """How wide the terminal is; None where nobody looks at one."""
    import shutil

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None
