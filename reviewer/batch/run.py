"""The straight line of a batch: a store -> a plan of what is to be done -> each task to an executor -> results."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from enum import Flag, auto
from itertools import islice
from pathlib import Path

from reviewer import __version__
from reviewer.batch import progress, result
from reviewer.batch.charge import Charge, Outcome, Task
from reviewer.batch.content import Content, content
from reviewer.batch.hosting import attend, hosts, unwritable
from reviewer.batch.plan import Plan, Planned, planning
from reviewer.batch.remote import Remote
from reviewer.batch.result import UnwrittenError
from reviewer.batch.shelf import Commit, Disk, Shelf
from reviewer.batch.store import Item, LeftOver, found, unreadable
from reviewer.batch.work import tidy_answers
from reviewer.errors import ReviewerError
from reviewer.report.summary import to_line, unreviewed
from reviewer.rule import Policy, Rulebook
from reviewer.summary import NOT_ASKED, Basis
from reviewer.text import Text

_BUNDLE, _BUNDLE_BYTES = range(4, 49), range(200_000, 24_000_001)
"""How many submissions, and bytes of them, are asked about in one task: within these, a share of what there is."""
_SHARES = 4
_RETRIES = 2
STAGED = "staged"
LEFT_OUT = "left-out.jsonl"


class Reasons(Flag):
    """For which differences a submission with a result is reviewed again; one without a result always is."""

    CONTENT = auto()
    STATE = auto()


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for. `executor` gives an executor and how many tasks it can work on at once."""

    charge: Charge
    shelf: Shelf
    reasons: Reasons
    executor: Callable[[], AbstractContextManager[tuple[Executor, int]]]
    knowledge: Callable[[], tuple[Rulebook, Policy]]


@dataclass(frozen=True, slots=True)
class Done:
    """What came of the batch: submissions in the store, reviewed now, kept though they changed, and files left out."""

    total: int
    reviewed: int
    outdated: int
    left_out: int
    gone: int


@contextmanager
def batch(order: Order, tell: progress.Tell) -> Iterator[tuple[Done, Plan]]:
    """Review what is to be reviewed; then every submission of the plan has its result, while the plan is open.

    ReviewerError where results cannot be written, or rules or cluster cannot be had. Ended by force at any moment and
    begun again it goes on with what has no result yet.
    """
    out = Path(order.charge.out)
    with ExitStack() as opened:
        try:
            (out / result.STATE).mkdir(parents=True, exist_ok=True)
            plan = opened.enter_context(planning(out / result.STATE))
            result.tidy(out)
            shutil.rmtree(out / result.STATE / STAGED, ignore_errors=True)
            tidy_answers(out)
            outdated, left_out = _plan(order, plan, tell)
            todo = plan.count(todo=True)
            tell(progress.Planned(plan.count(todo=False), todo, *plan.measure()))
            if todo:
                _review(order, plan, tell)
                result.tidy(out)  # a worker that was killed left what it was writing
            shutil.rmtree(out / result.STATE / STAGED, ignore_errors=True)
            tell(progress.Gathering())
            gone = result.remove(out, {result.slug(each.place) for each in plan.items()})
        except (UnwrittenError, OSError) as error:
            reason = str(error) if isinstance(error, UnwrittenError) else error.strerror or str(error)
            raise ReviewerError(unwritable(str(out), reason)) from error
        yield Done(plan.count(todo=False), todo, outdated, left_out, gone), plan


# What is to be done ---------------------------------------------------------------------------------------------------


def _plan(order: Order, plan: Plan, tell: progress.Tell) -> tuple[int, int]:
    """Put every submission of the store into the plan; how many are kept although they differ, and files left out."""
    out = Path(order.charge.out)
    outdated = number = left_out = 0
    draft = out / result.STATE / f"{LEFT_OUT}.draft"
    with draft.open("w", encoding="utf-8") as told:
        for each in found(order.shelf):
            if isinstance(each, LeftOver):
                left_out += 1
                told.write(json.dumps({"place": each.place, "reason": {"ja": each.reason.ja, "en": each.reason.en}}))
                told.write("\n")
                continue
            number += 1
            tell(progress.Looking(number, each.place))
            planned, is_outdated = _planned(order, each)
            outdated += is_outdated
            plan.add(planned)
    draft.replace(out / LEFT_OUT)
    return outdated, left_out


def _planned(order: Order, item: Item) -> tuple[Planned, bool]:
    """What is to be done about a submission, and whether its result is kept although it is not of today."""
    charge = order.charge
    trouble = item.trouble
    held = Content("", 0, 0)
    if trouble is None:
        try:
            held = content(order.shelf, item)
        except OSError as error:
            trouble = unreadable(error)
    made = result.made(Path(charge.out), item.place)
    todo = outdated = False
    if trouble is None:
        differs = Reasons(0) if made is None else _differs(made, held.sha256, charge.state)
        todo = made is None or made.failed or bool(differs & order.reasons)
        outdated = not todo and bool(differs)
    source, declaration = item.path, item.declaration
    if todo:
        try:
            source, declaration = _at_hand(order, item)
        except OSError as error:
            trouble, todo = unreadable(error), False
    return (
        Planned(
            place=item.place,
            content=held.sha256,
            source=source,
            apart=item.apart,
            declaration=declaration,
            files=held.files,
            size=held.size,
            todo=todo or trouble is not None,
            trouble=trouble,
        ),
        outdated,
    )


def _differs(made: result.Made, sha256: str, state: str) -> Reasons:
    differs = Reasons(0)
    if made.content != sha256:
        differs |= Reasons.CONTENT
    if made.state != state:
        differs |= Reasons.STATE
    return differs


def _at_hand(order: Order, item: Item) -> tuple[str, str | None]:
    """Where workers read a submission and its declaration: on disk, or in the commit; OSError where it is not had."""
    shelf = order.shelf
    staged = Path(order.charge.out) / result.STATE / STAGED / result.slug(item.place)
    declaration = item.declaration
    match shelf:
        case Disk(root):
            return str(root / item.path), None if declaration is None else str(root / declaration)
        case Commit():
            if declaration is not None:
                staged.mkdir(parents=True, exist_ok=True)
                (staged / declaration.rpartition("/")[2]).write_bytes(shelf.content(declaration))
                declaration = str(staged / declaration.rpartition("/")[2])
            return item.path, declaration
        case Remote():
            target = staged / (item.path.rpartition("/")[2] or "store")
            shelf.bring(item.path, target)
            if declaration is not None and (not item.path or declaration.startswith(f"{item.path}/")):
                declaration = str(target / declaration.rpartition("/")[2])
            elif declaration is not None:
                shelf.bring(declaration, staged / declaration.rpartition("/")[2])
                declaration = str(staged / declaration.rpartition("/")[2])
            return str(target), declaration
    raise TypeError(f"{shelf!r} is no shelf that is known here")


# Doing it -------------------------------------------------------------------------------------------------------------


def _review(order: Order, plan: Plan, tell: progress.Tell) -> None:
    """Every task of the plan to the executor, a window of them at a time; a result for each place, whatever happens."""
    book, policy = order.knowledge()
    charge = order.charge
    basis = Basis(__version__, book.sha256, policy.name, policy.version, policy.sha256)
    line = charge.line()
    todo = plan.count(todo=True)
    for each in plan.items():
        if each.todo and each.trouble is not None:
            _put_failed(charge, basis, each.content, Outcome(each.place, None, each.trouble, 0.0))
            tell(progress.Ended(each.place, None, each.trouble, 0.0))
    with order.executor() as (executor, width):
        try:
            number = sum(1 for _ in _bundles(plan, width)) if todo > 1 else 0
            for done, _ in enumerate(_answered(executor, line, islice(_bundles(plan, width), number), width), start=1):
                tell(progress.Asking(done, number))
            begun = _told(plan.tasks(), tell)
            for task, outcomes in _answered(executor, line, begun, width):
                for outcome in outcomes:
                    if outcome.stops and outcome.trouble is not None:
                        raise ReviewerError(outcome.trouble)
                    if outcome.verdict is None:
                        _put_failed(charge, basis, task.content, outcome)
                    tell(progress.Ended(outcome.place, outcome.verdict, outcome.trouble, outcome.seconds))
        finally:
            hosts(charge).close()


def _told(tasks: Iterator[Task], tell: progress.Tell) -> Iterator[Task]:
    for task in tasks:
        tell(progress.Begun(task.places[0]))
        yield task


def _bundles(plan: Plan, width: int) -> Iterator[Task]:
    """Submissions whose files are asked about at once; those that share a folder with others are left to themselves.

    There are some for each of the `width` workers: where one takes long, the others do the rest. The smallest come
    last, so that no worker is kept waiting long for reviews to begin.
    """
    count, (_, total) = plan.count(todo=True), plan.measure()
    fewest = min(_BUNDLE.start, -(-count // width))
    most = _within(range(fewest, _BUNDLE.stop), count // (_SHARES * width))
    largest = _within(_BUNDLE_BYTES, total // (_SHARES * width))
    pending: list[str] = []
    size = 0
    for task, weight in plan.weighed():
        if task.apart:
            continue
        if pending and (len(pending) >= most or size + weight > largest):
            yield _bundle(pending)
            pending, size = [], 0
        pending.append(task.source)
        size += weight
    if pending:
        yield _bundle(pending)


def _within(bounds: range, number: int) -> int:
    return min(max(number, bounds.start), bounds.stop - 1)


def _bundle(sources: list[str]) -> Task:
    return Task("", "", (), None, (), ahead=tuple(sources))


def _answered(
    executor: Executor, charge: str, tasks: Iterator[Task], width: int
) -> Iterator[tuple[Task, tuple[Outcome, ...]]]:
    """Each task with how its places ended, as they end; never more of them are under way than there is use for.

    What an executor lost, with a worker that died, is given to it again; what it loses ever again has failed.
    """
    running: dict[Future[tuple[Outcome, ...]], tuple[Task, int]] = {}

    def give(task: Task, turn: int) -> None:
        running[executor.submit(attend, charge, task.line())] = (task, turn)

    for task in islice(tasks, 2 * width):
        give(task, 0)
    while running:
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            task, turn = running.pop(future)
            error = future.exception()
            if error is None:
                yield task, future.result()
            elif isinstance(error, ReviewerError):
                raise error
            elif turn < _RETRIES:
                give(task, turn + 1)
                continue
            else:
                yield task, tuple(Outcome(place, None, _lost(error), 0.0) for place in task.places)
            following = next(tasks, None)
            if following is not None:
                give(following, 0)


def _put_failed(charge: Charge, basis: Basis, sha256: str, outcome: Outcome) -> None:
    """The result that says why there is none."""
    failed = outcome.trouble or _lost(RuntimeError("no reason given"))
    summary = unreviewed(
        place=outcome.place,
        failed=failed,
        sha256=None,
        seconds=outcome.seconds,
        standing=NOT_ASKED,
        basis=basis,
    )
    result.write(
        Path(charge.out),
        outcome.place,
        content=sha256,
        state=charge.state,
        summary=to_line(summary),
        verdict=None,
        documents={},
        identity=None,
    )


def _lost(error: BaseException) -> Text:
    return Text(
        ja=f"審査していた計算機が3度失われました({type(error).__name__})。"
        "動いているかを確かめて、もう一度実行してください。",
        en=f"The worker that reviewed it was lost three times ({type(error).__name__}). "
        "Check the workers and run again.",
    )
