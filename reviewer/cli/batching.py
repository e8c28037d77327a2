"""`batch`: a whole store in, a folder of results out; ended at any moment, it goes on where it was."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reviewer.cli.console import advisories_option, clock_day, fail, language_option, now, policy_option, rules_option

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from concurrent.futures import Executor
    from contextlib import AbstractContextManager

    from reviewer.batch.charge import Charge
    from reviewer.batch.run import Done, Reasons
    from reviewer.batch.shelf import Shelf
    from reviewer.ledger.standing import Approvals
    from reviewer.rule import Policy, Rulebook
    from reviewer.text import Language

_CLOCK_FACTOR = 10
_KEY_BYTES = 32


@click.command()
@click.argument("store")
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="結果のフォルダー。置き場の外に / Folder for the results, outside the store.",
)
@click.option(
    "--revision", default="", help="STOREをgitのリポジトリーとして、このリビジョンで読む / Read STORE at a revision."
)
@click.option("--workers", type=click.IntRange(1, 512), help="同時に審査する数(既定: コア数) / How many at once.")
@click.option("--scheduler", metavar="ADDRESS", help="Daskのスケジューラー / A Dask scheduler, instead of --workers.")
@click.option(
    "--only-changed",
    is_flag=True,
    help="提出物か申請書が前回と違うもの(と新しいもの)だけ。ルールが変わっても審査し直しません / "
    "Only what was changed (or is new) since the last batch, even where rules are others now.",
)
@click.option(
    "--rules-changed",
    is_flag=True,
    help="前回と違うルール・方針・弱点情報・版で審査されたもの(と新しいもの)だけ。提出物の変更は見ません / "
    "Only what was reviewed with other rules, policy, advisories or version (or is new), not what was changed.",
)
@click.option(
    "--seconds", type=click.IntRange(1), default=300, show_default=True, help="1件の計算時間 / CPU seconds each."
)
@click.option(
    "--memory", type=click.IntRange(64), default=4096, show_default=True, help="1件のメモリー(MiB) / MiB each."
)
@click.option("--json-progress", is_flag=True, help="進み具合を1行1つのJSONで標準エラーへ / Progress as JSON lines.")
@language_option
@policy_option
@rules_option
@advisories_option
@click.option(
    "--waivers",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="免除の一覧。置き場の外に置いてください / List of waivers, kept outside the store.",
)
@click.option(
    "--ledger",
    metavar="FILE|URL",
    help="審査台帳。承認されていない、期限の切れた、承認された版と違うものを示します(書き込みません) / "
    "The ledger, which is only read: what was never approved, has expired or differs is told.",
)
def batch(  # noqa: PLR0913, PLR0917 - one parameter an option
    store: str,
    out: Path,
    revision: str,
    workers: int | None,
    scheduler: str | None,
    only_changed: bool,
    rules_changed: bool,
    seconds: int,
    memory: int,
    json_progress: bool,
    lang: str,
    policy: Path | None,
    extra_rules: tuple[Path, ...],
    advisories: tuple[Path, ...],
    waivers: Path | None,
    ledger: str | None,
) -> None:
    """STORE(フォルダー、gitのリポジトリー、fsspecのURL)にある提出物を、すべて審査します。

    Reviews every submission in STORE: a folder, a git repository with --revision, or a URL that fsspec knows.

    何度でも実行できます。変わっていないものは審査し直さず、途中で止めた場合は続きから始めます。
    Run it again at any time: what has not changed is not reviewed again, and what was interrupted goes on.

    終了コード / Exit code: 0 止めるものなし, 1 不適合あり, 2 使い方の誤り, 3 審査できなかったものあり。
    """
    import functools

    from reviewer.batch.gathering import Gathering, gathered
    from reviewer.batch.run import Order
    from reviewer.batch.run import batch as run
    from reviewer.cli.drawing import drawn
    from reviewer.errors import ReviewerError
    from reviewer.report.index import PAST_LOST
    from reviewer.text import Language

    language = Language(lang)
    try:
        shelf = _shelf(store, revision)
        kept = [path for path in (waivers, policy) if path is not None]
        _refuse_own(shelf, out, [*kept, *extra_rules])
        approvals = None if ledger is None else _approvals(ledger, shelf)
        charge = _charge(
            shelf,
            out=out.resolve(),
            rules=extra_rules,
            policy=policy,
            advisories=advisories,
            waivers=waivers,
            language=lang,
            limits=(float(seconds), float(seconds * _CLOCK_FACTOR), memory * 1024 * 1024),
        )
        knowledge = functools.cache(_knowledge(charge))
        reasons = _reasons(only_changed, rules_changed)
        order = Order(charge, shelf, reasons, _executor(workers, scheduler), knowledge)
        with drawn(language, as_json=json_progress) as tell, run(order, tell) as (done, plan):
            telling = Gathering(out.resolve(), store, charge.when, language, approvals, lambda: knowledge()[0])
            said = gathered(telling, plan)
    except ReviewerError as error:
        fail(error.message, language)
    except KeyboardInterrupt:
        click.echo(
            "中断しました。同じコマンドをもう一度実行すると、続きから始めます。"
            if language is Language.JA
            else "Interrupted. Run the same command again, and it goes on from here.",
            err=True,
        )
        sys.exit(3)
    tally = said.verdicts
    if said.is_past_lost:
        click.echo(PAST_LOST.to(language), err=True)
    for line in _told(done, tally, out, language):
        click.echo(line)
    sys.exit(1 if tally.get("fail") else 3 if tally.get("incomplete") or tally.get("failed") else 0)


def _shelf(store: str, revision: str) -> Shelf:
    """Where the store lies, by how it is named."""
    from reviewer.batch.remote import Remote
    from reviewer.batch.shelf import Commit, Disk, no_store

    if revision:
        return Commit.of(Path(store).resolve(), revision)
    if "://" in store or "::" in store:
        remote = Remote.of(store)
        return remote if remote.disk is None else Disk(remote.disk)
    folder = Path(store)
    if not folder.is_dir():
        raise no_store(store, "there is no such folder")
    return Disk(folder.resolve())


def _approvals(ledger: str, shelf: Shelf) -> Approvals:
    """What the ledger says today; ReviewerError where it cannot be read, or lies in the store."""
    from reviewer.cli.ledgering import ledger_outside, read_register
    from reviewer.ledger.standing import Approvals

    return Approvals(read_register(ledger_outside(ledger, _roots(shelf))), clock_day())


def _roots(shelf: Shelf) -> tuple[Path, ...]:
    """The folders of this machine that a store is, where it is on this machine."""
    from reviewer.batch.shelf import Commit, Disk

    match shelf:
        case Disk(root) | Commit(repository=root):
            return (root,)
        case _:
            return ()


def _refuse_own(shelf: Shelf, out: Path, kept: list[Path]) -> None:
    """ReviewerError where results would be part of the store, or what it is judged by lies in it."""
    from reviewer.cli.keeping import any_in
    from reviewer.errors import ReviewerError
    from reviewer.text import Text

    own = any_in([out, *kept], _roots(shelf))
    if own is not None:
        raise ReviewerError(
            Text(
                ja=f"{own} が置き場の中にあります。結果、ルール、方針、免除は、置き場の外のものを指定してください。",
                en=f"{own} lies in the store. Keep results, rules, policy and waivers outside it.",
            )
        )


def _charge(
    shelf: Shelf,
    *,
    out: Path,
    rules: tuple[Path, ...],
    policy: Path | None,
    advisories: tuple[Path, ...],
    waivers: Path | None,
    language: str,
    limits: tuple[float, float, int],
) -> Charge:
    import dataclasses
    import secrets

    from reviewer.batch.charge import Charge, Limits
    from reviewer.batch.content import tool_state
    from reviewer.batch.knowing import state_of
    from reviewer.batch.shelf import Commit, Disk

    charge = Charge(
        store=str(shelf.root if isinstance(shelf, Disk) else shelf.repository if isinstance(shelf, Commit) else ""),
        revision=shelf.revision if isinstance(shelf, Commit) else "",
        out=str(out),
        rules=tuple(str(each.resolve()) for each in rules),
        policy=None if policy is None else str(policy.resolve()),
        advisories=tuple(str(each.resolve()) for each in advisories),
        waivers=None if waivers is None else str(waivers.resolve()),
        language=language,
        when=now(),
        state="",
        key=_key(out),
        run=secrets.token_hex(8),
        limits=Limits(*limits),
    )
    return dataclasses.replace(charge, state=state_of(charge, tool_state()))


def _key(out: Path) -> str:
    """The key of a folder of results: made once, readable by its owner alone."""
    import secrets

    from reviewer.batch.hosting import unwritable
    from reviewer.batch.result import STATE
    from reviewer.errors import ReviewerError

    file = out / STATE / "key"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        known = file.read_text(encoding="ascii").strip() if file.exists() else ""
        if len(known) != 2 * _KEY_BYTES:
            known = secrets.token_hex(_KEY_BYTES)
            file.unlink(missing_ok=True)
            with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as target:
                target.write(f"{known}\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ReviewerError(unwritable(str(out), str(error))) from error
    return known


def _reasons(only_changed: bool, rules_changed: bool) -> Reasons:
    from reviewer.batch.run import Reasons

    if only_changed is rules_changed:
        return Reasons.CONTENT | Reasons.STATE
    return Reasons.CONTENT if only_changed else Reasons.STATE


def _executor(workers: int | None, scheduler: str | None) -> Callable[[], AbstractContextManager[tuple[Executor, int]]]:
    """Threads of this process, each with a program beside it, or those of a cluster."""
    from contextlib import contextmanager

    if scheduler is not None and workers is not None:
        raise click.UsageError("--workers と --scheduler は一緒に使えません / Name one of them.")

    @contextmanager
    def threads() -> Iterator[tuple[Executor, int]]:
        from concurrent.futures import ThreadPoolExecutor

        count = workers or _cores()
        executor = ThreadPoolExecutor(count)
        try:
            yield executor, count
        finally:
            executor.shutdown(wait=False, cancel_futures=True)

    @contextmanager
    def elsewhere() -> Iterator[tuple[Executor, int]]:
        from reviewer.batch.cluster import cluster

        with cluster(scheduler or "") as found:
            yield found

    return threads if scheduler is None else elsewhere


def _cores() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity is not None else os.cpu_count() or 1


def _knowledge(charge: Charge) -> Callable[[], tuple[Rulebook, Policy]]:
    def knowledge() -> tuple[Rulebook, Policy]:
        from reviewer.batch.work import knowledge as read

        return read(charge)

    return knowledge


_NAMES = (
    ("pass", "適合", "pass"),
    ("conditional", "条件付き", "conditional"),
    ("fail", "不適合", "fail"),
    ("incomplete", "レビュー未完了", "incomplete"),
    ("failed", "審査できず", "failed"),
)


def _told(done: Done, tally: Mapping[str, int], out: Path, language: Language) -> Iterator[str]:
    from reviewer.text import Language, Text

    is_ja = language is Language.JA
    counts = ", ".join(f"{ja if is_ja else en} {tally.get(name, 0)}" for name, ja, en in _NAMES)
    yield Text(
        ja=f"提出物 {done.total}件 ({counts})。今回審査 {done.reviewed}件。",
        en=f"{done.total} submissions ({counts}), {done.reviewed} of them reviewed now.",
    ).to(language)
    if done.outdated:
        yield Text(
            ja=f"前回の結果のまま残したもの(提出物かルールが変わっています): {done.outdated}件",
            en=f"Kept as they were although submission or rules have changed: {done.outdated}",
        ).to(language)
    if done.left_out:
        yield Text(
            ja=f"どの提出物にも含まれないもの: {done.left_out}件。一覧: {out / 'left-out.jsonl'}",
            en=f"Part of no submission: {done.left_out}. Listed in {out / 'left-out.jsonl'}",
        ).to(language)
    yield Text(ja=f"結果: {out / 'index.html'}", en=f"Results: {out / 'index.html'}").to(language)
