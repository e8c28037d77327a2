"""The command `kintone-reviewer`: alone in printing, in exiting and in writing reports.

Exit codes: 0 nothing that blocks, 1 findings that block, 2 wrong use, 3 incomplete (something could not be examined).
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from reviewer import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from reviewer.report import Format
    from reviewer.review import Verdict
    from reviewer.rule import Rulebook
    from reviewer.rulebook.advisory_files import AdvisoryFile
    from reviewer.text import Language, Text

_LANGUAGES = ("ja", "en")
_FORMATS = ("html", "sarif", "json", "text", "xlsx")
_SUFFIXES = (
    ("html", (".html", ".htm")),
    ("sarif", (".sarif",)),
    ("json", (".json",)),
    ("text", (".txt", ".text")),
    ("xlsx", (".xlsx",)),
)

_language = click.option(
    "--lang",
    type=click.Choice(_LANGUAGES),
    default="ja",
    show_default=True,
    help="レポートの言語 / Language of the report.",
)
_rules = click.option(
    "--rules",
    "extra_rules",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    multiple=True,
    help="市独自のルールのフォルダー(複数可) / Folder with house rules; may be repeated.",
)
_policy = click.option(
    "--policy",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="市独自の方針ファイル / The city's own policy file.",
)
_advisories = click.option(
    "--advisories",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    multiple=True,
    help="新しい弱点情報(OSV形式かretire.js形式。複数可) / Newer advisories (OSV or retire.js); may be repeated.",
)


class _Console(click.Group):
    """Commands whose words, help included, survive any console."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """A console may lack characters (cp932 those of submitted text, cp1252 Japanese): they are shown as escapes."""
        for stream in (sys.stdout, sys.stderr):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure is not None:
                reconfigure(errors="backslashreplace")
        return super().parse_args(ctx, args)


@click.group(cls=_Console, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kintone-reviewer")
def main() -> None:
    """kintoneのJavaScript/CSSカスタマイズを、ネットワークにつながずに審査します。

    Reviews kintone customizations offline.
    """


@main.command()
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
@_language
@_policy
@_rules
@_advisories
def review(
    path: Path,
    out: Path | None,
    forms: tuple[str, ...],
    lang: str,
    policy: Path | None,
    extra_rules: tuple[Path, ...],
    advisories: tuple[Path, ...],
) -> None:
    """PATH(ファイル、フォルダー、zip、manifest)を審査します。

    Reviews PATH: a file, a folder, a zip or a manifest.

    終了コード / Exit code: 0 適合・条件付き, 1 不適合, 2 使い方の誤り, 3 レビュー未完了。
    """
    from reviewer import report
    from reviewer.errors import ReviewerError
    from reviewer.intake import read
    from reviewer.pipeline import review as run
    from reviewer.report.context import Context
    from reviewer.rulebook.advisory_files import read_advisories
    from reviewer.rulebook.loading import load
    from reviewer.text import Language

    # A review makes millions of objects that all live to its end: looking for garbage among them doubles its time.
    gc.disable()
    language = Language(lang)
    targets = _targets(out, forms)
    with _progress(language) as tell:
        try:
            newer = [read_advisories(each) for each in advisories]
            book, chosen = load(extra_rules=extra_rules, policy=policy, advisories=newer)
            result = run(read(path), book, chosen, tell)
        except ReviewerError as error:
            _fail(error.message, language)
    for each in newer:
        _tell_advisories(each, language)
    context = Context(when=_now(), command=None, width=_columns())
    for form, target in targets:
        data = report.document(result, form, language, context)
        if target is None:
            _print(data, form)
        else:
            _write(target, data, language)
    if targets and all(target is not None for _, target in targets):
        click.echo(report.render(result, report.Format.TEXT, language, context))
        for _, target in targets:
            click.echo(f"レポート: {target}" if language is Language.JA else f"Report: {target}")
    # The process ends: nobody needs to look for garbage among all this one last time either.
    gc.freeze()
    sys.exit(_exit_code(result.verdict))


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


def _now() -> str:
    """The time that goes into a report; SOURCE_DATE_EPOCH makes it reproducible (reproducible-builds.org)."""
    import os
    from datetime import UTC, datetime

    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(fixed), UTC) if fixed.isdecimal() else datetime.now().astimezone()
    return now.isoformat(timespec="seconds")


def _columns() -> int | None:
    """How wide the terminal is; None where nobody looks at one."""
    import shutil

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def _print(data: bytes, form: Format) -> None:
    """Text for people in the console's own encoding, everything else as it is."""
    if form.value == "text":
        click.echo(data.decode("utf-8"))
    else:
        click.get_binary_stream("stdout").write(data)


def _write(target: Path, data: bytes, language: Language) -> None:
    from reviewer.text import Text

    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    except OSError as error:
        _fail(
            Text(
                ja=f"{target} に書き込めません({error.strerror})。書き込める場所を --out で指定してください。",
                en=f"Cannot write {target} ({error.strerror}). Name a place that can be written to with --out.",
            ),
            language,
        )


def _fail(message: Text, language: Language) -> NoReturn:
    click.echo(message.to(language), err=True)
    sys.exit(2)


def _progress(language: Language) -> AbstractContextManager[Callable[[Text], None]]:
    """Tells a person at a terminal what is being done; silent anywhere else."""
    from contextlib import contextmanager

    @contextmanager
    def silent() -> Iterator[Callable[[Text], None]]:
        yield lambda _: None

    @contextmanager
    def shown() -> Iterator[Callable[[Text], None]]:
        from rich.console import Console

        with Console(stderr=True).status("", spinner="line") as status:
            yield lambda text: status.update(text.to(language))

    return shown() if sys.stderr.isatty() else silent()


@main.group()
def rules() -> None:
    """ルールを調べます / Looks at the rules."""


@rules.command("list")
@_language
@_rules
def rules_list(lang: str, extra_rules: tuple[Path, ...]) -> None:
    """すべてのルールを一覧にします / Lists all rules."""
    from reviewer.rulebook.listing import rows
    from reviewer.text import Language

    language = Language(lang)
    for row in rows(_book(language, extra_rules).rules, language):
        click.echo(row)


@rules.command("table")
@_language
@_rules
def rules_table(lang: str, extra_rules: tuple[Path, ...]) -> None:
    """利用規約とガイドラインの項目ごとに、調べるルールを表にします。

    Shows which rules stand for which article and guideline item, as Markdown.
    """
    from reviewer.rulebook.table import markdown
    from reviewer.text import Language

    language = Language(lang)
    for line in markdown(_book(language, extra_rules), language):
        click.echo(line)


@rules.command("new")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@_language
def rules_new(folder: Path, lang: str) -> None:
    """FOLDERに、市独自のルールのひな形と見本を作ります / Makes house rules to begin with."""
    from reviewer.rulebook.folder import template_files
    from reviewer.text import Language, Text

    language = Language(lang)
    if folder.is_dir() and any(folder.iterdir()):
        _fail(
            Text(
                ja=f"{folder} は空ではありません。新しいフォルダーの名前を指定してください。",
                en=f"{folder} is not empty. Name a new folder.",
            ),
            language,
        )
    for name, data in template_files():
        _write(folder / name, data, language)
        click.echo(folder / name)
    done = Text(
        ja=f"書き換えたら、次のコマンドで試せます: kintone-reviewer rules test {folder}",
        en=f"Change them, then try them: kintone-reviewer rules test {folder}",
    )
    click.echo(done.to(language))


@rules.command("test")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@_language
def rules_test(folder: Path, lang: str) -> None:
    """FOLDERのルールを、隣に置いた見本で試します。

    Tries the rules in FOLDER on the annotated samples beside them.

    終了コード / Exit code: 0 すべて期待どおり, 1 期待と違う, 2 ルールの書き誤り, 3 調べられない箇所がある。
    """
    from reviewer.errors import ReviewerError
    from reviewer.rehearsal import rehearse
    from reviewer.text import Language, Text

    language = Language(lang)
    try:
        result = rehearse(folder)
    except ReviewerError as error:
        _fail(error.message, language)
    for remark in (*result.failed, *result.unseen):
        click.echo(f"{remark}: {remark.message.to(language)}")
    summary = Text(
        ja=f"ルール {result.rules}個、見本 {result.samples}個: "
        f"期待と違う {len(result.failed)}か所、調べられない {len(result.unseen)}か所",
        en=f"{result.rules} rules, {result.samples} samples: "
        f"{len(result.failed)} not as expected, {len(result.unseen)} not examined",
    )
    click.echo(summary.to(language))
    sys.exit(1 if result.failed else 3 if result.unseen else 0)


@rules.command("explain")
@click.argument("rule_id")
@_language
@_rules
def rules_explain(rule_id: str, lang: str, extra_rules: tuple[Path, ...]) -> None:
    """RULE_IDが何を求め、なぜ、どう直すかを説明します / Explains one rule."""
    from reviewer.rulebook.listing import describe
    from reviewer.text import Language, Text

    language = Language(lang)
    rule = next((rule for rule in _book(language, extra_rules).rules if rule.id == rule_id), None)
    if rule is None:
        _fail(
            Text(
                ja=f"{rule_id} というルールはありません。kintone-reviewer rules list で一覧を見られます。",
                en=f"There is no rule {rule_id}. `kintone-reviewer rules list` shows all of them.",
            ),
            language,
        )
    click.echo(describe(rule, language))


def _book(language: Language, extra_rules: tuple[Path, ...]) -> Rulebook:
    from reviewer.errors import ReviewerError
    from reviewer.rulebook.loading import load

    try:
        return load(extra_rules=extra_rules)[0]
    except ReviewerError as error:
        _fail(error.message, language)
