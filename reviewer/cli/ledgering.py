"""`decide` enters a decision into the ledger; `ledger` shows it, exports it and proves that nobody changed it."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reviewer.cli.console import class_option, fail, language_option, now, rules_option, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reviewer.declaration import Declaration
    from reviewer.ledger.address import Address
    from reviewer.ledger.entry import Receipt
    from reviewer.ledger.register import Register
    from reviewer.review import Review
    from reviewer.revision import ApprovedVersion
    from reviewer.submission import Submission
    from reviewer.text import Language

_OUTCOMES = ("approved", "conditional", "returned", "refused")

ledger_option = click.option(
    "--ledger",
    "where",
    metavar="FILE|URL",
    required=True,
    help="審査台帳のファイル、または postgresql:// のアドレス / The ledger: a file or a postgresql:// address.",
)


@click.command()
@ledger_option
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="報告書から書き出した判断のJSON / The decision as the report exported it.",
)
@click.option("--submission", help="提出物のSHA-256(先頭8桁以上) / SHA-256 of the submission, 8 digits at least.")
@click.option("--outcome", type=click.Choice(_OUTCOMES), help="可、条件付き可、差戻し、否 / What is decided.")
@click.option("--conditions", default="", help="条件 / Conditions.")
@click.option("--reasons", default="", help="理由 / Reasons.")
@click.option("--applicant", default="", help="申請した人 / Who applied.")
@click.option("--tester", default="", help="動作を検証した人 / Who tested it.")
@click.option("--reviewer", default="", help="審査した人 / Who reviewed it.")
@click.option("--adviser", default="", help="助言した人 / Who advised.")
@click.option("--approver", default="", help="承認した人 / Who approves.")
@class_option
@click.option(
    "--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="承認日。なければ今日 / Day of approval, or today."
)
@language_option
def decide(  # noqa: PLR0913, PLR0917 - one parameter an option
    where: str,
    source: Path | None,
    submission: str | None,
    outcome: str | None,
    conditions: str,
    reasons: str,
    applicant: str,
    tester: str,
    reviewer: str,
    adviser: str,
    approver: str,
    named_class: str | None,
    day: datetime | None,
    lang: str,
) -> None:
    """審査への判断を台帳に記録します。報告書から書き出したJSONか、--submission と --outcome で。

    Enters a decision on a review into the ledger.
    """
    from reviewer.decision import Decision, Outcome, People, Person
    from reviewer.errors import ReviewerError
    from reviewer.intake.decision_file import read_decision
    from reviewer.ledger.address import address
    from reviewer.ledger.entry import Kind
    from reviewer.ledger.register import entered
    from reviewer.ledger.store import Access, opened
    from reviewer.rule import InformationClass
    from reviewer.text import Language, Text

    if (source is None) == (submission is None) or (source is None and outcome is None):
        raise click.UsageError(
            "--from か、--submission と --outcome を指定してください / Give --from, or --submission and --outcome."
        )
    language, when = Language(lang), now()
    today = date.fromisoformat(when[:10])
    try:
        read = None if source is None else read_decision(source)
        with opened(address(where), Access.WRITE) as store:
            known = store.register()
            if read is not None:
                made = read
            else:
                made = Decision(
                    submission=_whole(known, submission or ""),
                    files=None,
                    basis=None,
                    outcome=Outcome(outcome or ""),
                    app="",
                    purpose="",
                    information_class=None if named_class is None else InformationClass(named_class),
                    conditions=conditions,
                    reasons=reasons,
                    people=People(
                        applicant=Person(name=applicant),
                        tester=Person(name=tester),
                        reviewer=Person(name=reviewer),
                        adviser=Person(name=adviser),
                        approver=Person(name=approver, day=None if day is None else day.date()),
                    ),
                )
            body = entered(known, made, today)
            receipt = store.append(recorded=when, kind=Kind.DECISION, submission=made.submission, body=body)
    except ReviewerError as error:
        fail(error.message, language)
    told_entered(receipt, language)
    if body["until"] is not None:
        click.echo(Text(ja=f"有効期限: {body['until']}", en=f"Valid until: {body['until']}").to(language))


def _whole(known: Register, begin: str) -> str:
    """The hash of the one reviewed submission that begins so."""
    from reviewer.errors import ReviewerError
    from reviewer.text import Text

    found = {review.row.submission for review in known.reviews if review.row.submission.startswith(begin.lower())}
    if len(begin) < 8 or len(found) != 1:
        raise ReviewerError(
            Text(
                ja=f"SHA-256が {begin} で始まる提出物は、台帳に{len(found)}件あります。"
                "1件に決まるよう、8桁以上を指定してください。kintone-reviewer ledger show で一覧を見られます。",
                en=f"{len(found)} submissions in the ledger have a SHA-256 that begins with {begin}. Give 8 digits or "
                "more, so that there is one. `kintone-reviewer ledger show` lists them.",
            )
        )
    return found.pop()


def refuse_own_ledger(named: Iterable[str | None], is_inside: Callable[[Path], bool]) -> None:
    """ReviewerError where a ledger is part of what is reviewed: who hands that in could have made it."""
    from reviewer.errors import ReviewerError
    from reviewer.ledger.address import address
    from reviewer.text import Text

    for where in named:
        file = None if where is None else address(where).file
        if file is not None and is_inside(file):
            raise ReviewerError(
                Text(
                    ja="審査台帳が、審査する提出物の中にあります。審査する側の場所に置いたものを指定してください。",
                    en="The ledger lies in the submission under review. Name one that is kept by the reviewer.",
                )
            )


def enter_review(where: str, result: Review, when: str) -> Receipt:
    """The entry of a review; the ledger is made where there is none. ReviewerError where it cannot be written."""
    from reviewer.ledger import reviewed
    from reviewer.ledger.address import address
    from reviewer.ledger.entry import Kind
    from reviewer.ledger.store import Access, opened

    with opened(address(where), Access.MAKE) as store:
        return store.append(
            recorded=when,
            kind=Kind.REVIEW,
            submission=result.submission.sha256,
            body=reviewed.body(result, when),
        )


def last_approved(
    where: str, submission: Submission, declared: Declaration | None, today: date
) -> ApprovedVersion | None:
    """The version of the same app or plug-in that was approved last; ReviewerError where the ledger cannot be read."""
    from reviewer.ledger.address import address
    from reviewer.revision import subjects

    return read_register(address(where)).last_approved(subjects(submission, declared), today)


def read_register(place: Address) -> Register:
    """Everything in a ledger; ReviewerError where it cannot be read or trusted."""
    from reviewer.ledger.store import Access, opened

    with opened(place, Access.READ) as store:
        return store.register()


def ledger_outside(where: str, places: Iterable[Path]) -> Address:
    """Where the ledger is; ReviewerError where it lies in the repository, whose folders are `places`."""
    from reviewer.cli.keeping import any_in
    from reviewer.errors import ReviewerError
    from reviewer.ledger.address import address
    from reviewer.text import Text

    place = address(where)
    if place.file is not None and any_in((place.file,), places) is not None:
        raise ReviewerError(
            Text(
                ja="審査台帳が、調べるリポジトリーの中にあります。審査する側の場所に置いたものを指定してください。",
                en="The ledger lies in the repository under review. Name one that is kept by the reviewer.",
            )
        )
    return place


def state_of(place: Address | None) -> bytes | None:
    """What is the same as long as a ledger is; None where that cannot be told without asking it."""
    import hashlib

    if place is None:
        return b""
    if place.file is None or not place.file.is_file() or place.file.with_name(f"{place.file.name}-journal").exists():
        return None
    with place.file.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


def approved_hashes(place: Address, today: date) -> frozenset[str]:
    """What is approved on that day; ReviewerError where the ledger cannot be read or trusted."""
    return frozenset(read_register(place).approved(today))


def told_entered(receipt: Receipt, language: Language) -> None:
    """Tell the number of an entry, and the receipt to note."""
    from reviewer.text import Text

    click.echo(
        Text(
            ja=f"台帳の第{receipt.sequence}号に記録しました。照合番号(控えてください): {receipt}",
            en=f"Entered as No. {receipt.sequence}. Receipt (note it elsewhere): {receipt}",
        ).to(language)
    )


@click.group()
def ledger() -> None:
    """審査台帳を見る、書き出す、確かめる。どれも台帳を変えません。

    Shows, exports and verifies the ledger; none of it changes anything.
    """


@ledger.command("show")
@ledger_option
@click.option(
    "--submission", "wanted", default="", help="名前の一部か、SHA-256の先頭 / Part of a name, or a hash's beginning."
)
@language_option
@rules_option
def show(where: str, wanted: str, lang: str, extra_rules: tuple[Path, ...]) -> None:
    """審査と判断を、いまの有効・期限切れとともに一覧にします / Lists reviews and decisions."""
    from reviewer.errors import ReviewerError
    from reviewer.report.ledger import lines
    from reviewer.rulebook.loading import load
    from reviewer.text import Language

    language = Language(lang)
    known = _known(where, language)
    try:
        rulebook = load(extra_rules=extra_rules)[0].sha256
    except ReviewerError as error:
        fail(error.message, language)
    for line in lines(known, language, date.fromisoformat(now()[:10]), rulebook, wanted):
        click.echo(line)


@ledger.command("export")
@ledger_option
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="書き出す先。.csv、.xlsx、.json / Where to; .csv, .xlsx or .json.",
)
@language_option
def export(where: str, out: Path, lang: str) -> None:
    """台帳の全体を、CSV、Excel、JSONに書き出します / Writes the whole ledger as CSV, Excel or JSON."""
    from reviewer.report.ledger import FORMS
    from reviewer.report.ledger import export as exported
    from reviewer.text import Language, Text

    language = Language(lang)
    form = out.suffix.lower().removeprefix(".")
    if form not in FORMS:
        fail(
            Text(
                ja=f"{out} の形式が分かりません。名前の終わりを .csv、.xlsx、.json のどれかにしてください。",
                en=f"The form of {out} is not known. Let its name end in .csv, .xlsx or .json.",
            ),
            language,
        )
    known, when = _known(where, language), now()
    write(out, exported(known, form, language, date.fromisoformat(when[:10]), when), language)
    said = Text(
        ja=f"{out} に全{len(known.entries)}号を書き出しました。照合番号: {known.head or 'なし'}",
        en=f"{len(known.entries)} entries written to {out}. Receipt: {known.head or 'none'}",
    )
    click.echo(said.to(language))


@ledger.command("verify")
@ledger_option
@click.option(
    "--head",
    "heads",
    multiple=True,
    metavar="N:HASH",
    help="控えておいた照合番号(複数可)。末尾の削除も見つかります / Noted receipts: finds what is lost at the end too.",
)
@language_option
def verify(where: str, heads: tuple[str, ...], lang: str) -> None:
    """台帳の号が、書き換え、削除、差し込み、並べ替えされていないかを調べます。

    Looks for entries that were edited, removed, inserted or reordered.

    終了コード / Exit code: 0 そのまま, 1 異常がある, 2 使い方の誤り。
    """
    from reviewer.errors import ReviewerError
    from reviewer.ledger.address import address
    from reviewer.ledger.store import Access, opened
    from reviewer.text import Language, Text

    language = Language(lang)
    try:
        receipts = _receipts(heads)
        with opened(address(where), Access.READ) as store:
            rows = store.rows()
            found = tuple(store.flaws(rows, receipts))
    except ReviewerError as error:
        fail(error.message, language)
    for flaw in found:
        click.echo(flaw.message.to(language))
    last = f"{rows[-1].sequence}:{rows[-1].hash}" if rows else "-"
    whole = Text(
        ja=f"全{len(rows)}号に異常はありません。照合番号: {last}",
        en=f"All {len(rows)} entries are as they were written. Receipt: {last}",
    )
    broken = Text(
        ja=f"異常が{len(found)}件あります(全{len(rows)}号)。控えと比べて、いつ変わったかを調べてください。",
        en=f"{len(found)} things are wrong ({len(rows)} entries). Compare with a copy to learn when it changed.",
    )
    click.echo((broken if found else whole).to(language))
    sys.exit(1 if found else 0)


def _receipts(heads: Sequence[str]) -> tuple[Receipt, ...]:
    import re

    from reviewer.errors import ReviewerError
    from reviewer.ledger.entry import Receipt
    from reviewer.text import Text

    found = []
    for head in heads:
        match = re.fullmatch(r"([1-9][0-9]{0,17}):([0-9a-f]{64})", head.strip(), re.ASCII)
        if match is None:
            raise ReviewerError(
                Text(
                    ja=f"照合番号 {head} を読めません。「12:」に続く64桁を、控えのとおりに書いてください。",
                    en=f"The receipt {head} cannot be read. Write it as it was noted: 12: and 64 digits.",
                )
            )
        found.append(Receipt(int(match[1]), match[2]))
    return tuple(found)


def _known(where: str, language: Language) -> Register:
    from reviewer.errors import ReviewerError
    from reviewer.ledger.address import address

    try:
        return read_register(address(where))
    except ReviewerError as error:
        fail(error.message, language)
