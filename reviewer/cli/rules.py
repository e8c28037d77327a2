"""`rules`: looks at the rules, makes house rules to begin with, and tries them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reviewer.cli.console import fail, language_option, rules_option, write

if TYPE_CHECKING:
    from reviewer.rule import Rulebook
    from reviewer.text import Language


@click.group()
def rules() -> None:
    """ルールを調べます / Looks at the rules."""


@rules.command("list")
@language_option
@rules_option
def rules_list(lang: str, extra_rules: tuple[Path, ...]) -> None:
    """すべてのルールを一覧にします / Lists all rules."""
    from reviewer.rulebook.listing import rows
    from reviewer.text import Language

    language = Language(lang)
    for row in rows(_book(language, extra_rules).rules, language):
        click.echo(row)


@rules.command("table")
@language_option
@rules_option
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
@language_option
def rules_new(folder: Path, lang: str) -> None:
    """FOLDERに、市独自のルールのひな形と見本を作ります / Makes house rules to begin with."""
    from reviewer.rulebook.folder import template_files
    from reviewer.text import Language, Text

    language = Language(lang)
    if folder.is_dir() and any(folder.iterdir()):
        fail(
            Text(
                ja=f"{folder} は空ではありません。新しいフォルダーの名前を指定してください。",
                en=f"{folder} is not empty. Name a new folder.",
            ),
            language,
        )
    for name, data in template_files():
        write(folder / name, data, language)
        click.echo(folder / name)
    done = Text(
        ja=f"書き換えたら、次のコマンドで試せます: kintone-reviewer rules test {folder}",
        en=f"Change them, then try them: kintone-reviewer rules test {folder}",
    )
    click.echo(done.to(language))


@rules.command("test")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@language_option
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
        fail(error.message, language)
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
@language_option
@rules_option
def rules_explain(rule_id: str, lang: str, extra_rules: tuple[Path, ...]) -> None:
    """RULE_IDが何を求め、なぜ、どう直すかを説明します / Explains one rule."""
    from reviewer.rulebook.listing import describe
    from reviewer.text import Language, Text

    language = Language(lang)
    rule = next((rule for rule in _book(language, extra_rules).rules if rule.id == rule_id), None)
    if rule is None:
        fail(
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
        fail(error.message, language)
