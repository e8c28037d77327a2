"""`init` and `waive`: the forms that stand around a review, written for people to fill in or to keep."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reviewer.cli.console import fail, language_option, now, policy_option, progress, replace, rules_option, write

if TYPE_CHECKING:
    from reviewer.text import Language


@click.command()
@click.argument("target", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path, exists=True),
    help="提出物。分かることを書き入れた下書きを作ります / Submission from which a draft is made.",
)
@language_option
@policy_option
@rules_option
def init(target: Path, source: Path | None, lang: str, policy: Path | None, extra_rules: tuple[Path, ...]) -> None:
    """TARGETに、説明の付いた申請書(YAML)を作ります / Writes an application form to fill in."""
    from reviewer.text import Language, Text

    language = Language(lang)
    if target.exists():
        fail(
            Text(
                ja=f"{target} はすでにあります。書いたものを消さないよう、新しい名前を指定してください。",
                en=f"{target} exists already. Name a new file, so that nothing written is lost.",
            ),
            language,
        )
    write(target, _form(source, language, policy, extra_rules).encode("utf-8"), language)
    done = Text(
        ja=f"{target} を作りました。書き込んだら、次のコマンドで確かめられます: "
        f"kintone-reviewer review 提出物 --declaration {target}",
        en=f"{target} is made. Fill it in, then try it: kintone-reviewer review SUBMISSION --declaration {target}",
    )
    click.echo(done.to(language))


def _form(source: Path | None, language: Language, policy: Path | None, extra_rules: tuple[Path, ...]) -> str:
    import dataclasses

    from reviewer.errors import ReviewerError
    from reviewer.form import draft, form
    from reviewer.rulebook.loading import load

    try:
        book, chosen = load(extra_rules=extra_rules, policy=policy)
        if source is None:
            return form(book, language)
        from reviewer.intake import read
        from reviewer.pipeline import review

        submission = read(source)
        with progress(language) as tell:  # what it does is asked for, not whether that is good
            result = review(submission, dataclasses.replace(book, rules=()), chosen, tell)
    except ReviewerError as error:
        fail(error.message, language)
    return form(book, language, draft(submission, result.dossier, book))


@click.command()
@click.argument("target", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--fingerprint", help="報告書にある識別番号 / Fingerprint of the finding, as a report shows it.")
@click.option("--rule", help="ルールのID(--path と一緒に) / Rule id, along with --path.")
@click.option("--path", help="提出物の中のファイル(--rule と一緒に) / File in the submission, along with --rule.")
@click.option("--reason", required=True, help="理由 / Why.")
@click.option("--by", required=True, help="免除を決めた人 / Who answers for it.")
@click.option(
    "--until", type=click.DateTime(["%Y-%m-%d"]), required=True, help="最後の日(2027-03-31のように) / Last day."
)
@language_option
def waive(
    target: Path,
    fingerprint: str | None,
    rule: str | None,
    path: str | None,
    reason: str,
    by: str,
    until: datetime,
    lang: str,
) -> None:
    """免除を1つ、TARGETの一覧に書き足します / Adds a waiver to the list in TARGET."""
    from reviewer.errors import ReviewerError
    from reviewer.rulebook.waivers import parse_waivers, with_entry
    from reviewer.text import Language, Text
    from reviewer.waiver import Waiver

    language = Language(lang)
    if until.date() < date.fromisoformat(now()[:10]):
        fail(
            Text(
                ja=f"{until.date()} は過ぎています。これからの日付を --until に指定してください。",
                en=f"{until.date()} is past. Name a day to come with --until.",
            ),
            language,
        )
    try:
        before = target.read_bytes() if target.exists() else b""
        parse_waivers(str(target), before)
        after = with_entry(before, Waiver(fingerprint, rule, path, reason, by, until.date(), str(target)))
        parse_waivers(str(target), after)
    except ReviewerError as error:
        fail(error.message, language)
    except OSError as error:
        fail(
            Text(ja=f"{target} を読めません({error.strerror})。", en=f"Cannot read {target}: {error.strerror}."),
            language,
        )
    replace(target, after, language)
    click.echo(Text(ja=f"{target} に書き足しました。", en=f"Added to {target}.").to(language))
    sys.exit(0)
