"""How far a batch is, as it happens: a bar at a terminal, plain lines elsewhere, or JSON; on standard error."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from reviewer.batch import progress as events

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.text import Language

_EVERY_SECONDS = 10.0


@contextmanager
def drawn(language: Language, *, as_json: bool) -> Iterator[events.Tell]:
    """Something to tell events to."""
    if as_json:
        yield _json
    elif sys.stderr.isatty():
        with _bar(language) as tell:
            yield tell
    else:
        yield _lines(language)


def _json(event: events.Event) -> None:
    import dataclasses
    import json

    said = {"event": type(event).__name__.lower(), **dataclasses.asdict(event)}
    if isinstance(event, events.Looking) and event.found % 100:
        return
    click.echo(json.dumps(said), err=True)


def _lines(language: Language) -> events.Tell:
    """A line for whatever failed, and every few seconds how far it is."""
    import time

    from reviewer.report.visible import terminal
    from reviewer.text import Text

    start = last = time.monotonic()
    done = todo = 0

    def say(text: Text) -> None:
        click.echo(terminal(text.to(language)), err=True)

    def tell(event: events.Event) -> None:
        nonlocal done, last, todo
        moment = time.monotonic()
        match event:
            case events.Planned(total=total):
                todo = event.todo
                say(Text(ja=f"提出物 {total}件、うち審査 {todo}件", en=f"{total} submissions, {todo} to be reviewed"))
            case events.Ended(place=place, trouble=trouble):
                done += 1
                if trouble is not None:
                    say(Text(ja=f"審査できません: {place}: {trouble.ja}", en=f"Failed: {place}: {trouble.en}"))
                if moment - last >= _EVERY_SECONDS or done == todo:
                    last = moment
                    rate = done / max(moment - start, 0.001)
                    left = (todo - done) / rate
                    say(
                        Text(
                            ja=f"{done}/{todo}件 毎秒{rate:.1f}件 残り{left:.0f}秒 {place}",
                            en=f"{done}/{todo}, {rate:.1f} a second, {left:.0f} s left, {place}",
                        )
                    )
            case events.Asking(done=asked, total=total) if moment - last >= _EVERY_SECONDS:
                last = moment
                say(Text(ja=f"Semgrepで下調べ {asked}/{total}", en=f"Asking Semgrep ahead {asked}/{total}"))
            case _:
                pass

    return tell


@contextmanager
def _bar(language: Language) -> Iterator[events.Tell]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
    from rich.text import Text as Line

    from reviewer.report.visible import terminal
    from reviewer.text import Text

    shown = Progress(
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[item]}", markup=False),
        console=Console(stderr=True),
        transient=True,
    )
    with shown:
        task = shown.add_task("", total=None, rate="", item="")

        def draw(text: str, **fields: object) -> None:
            shown.update(task, item=terminal(text)[:60], **fields)  # type: ignore[arg-type]

        def tell(event: events.Event) -> None:
            match event:
                case events.Looking(place=place):
                    draw(place, advance=0)
                case events.Planned(todo=todo):
                    draw("", total=todo, completed=0)
                case events.Asking(done=done, total=total):
                    draw(Text(ja=f"Semgrepで下調べ {done}/{total}", en=f"asking Semgrep {done}/{total}").to(language))
                case events.Begun(place=place):
                    draw(place)
                case events.Ended(place=place, trouble=trouble):
                    speed = shown.tasks[0].speed
                    draw(place, advance=1, rate="" if speed is None else f"{speed:.1f}/s")
                    if trouble is not None:
                        shown.console.print(Line(terminal(f"{place}: {trouble.to(language)}"), style="red"))
                case events.Gathering():
                    draw(Text(ja="結果をまとめています", en="putting results together").to(language))

        yield tell
