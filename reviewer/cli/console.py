"""What all commands share: options, words for people on any console, files that are written, wrong use told."""

from __future__ import annotations

import sys
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NoReturn

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from contextlib import AbstractContextManager
    from datetime import date

    from reviewer.report.text import Passage
    from reviewer.text import Language, Text

_LANGUAGES = ("ja", "en")
_CLASSES = ("I", "II", "III", "IV")

language_option = click.option(
    "--lang",
    type=click.Choice(_LANGUAGES),
    default="ja",
    show_default=True,
    help="レポートの言語 / Language of the report.",
)
rules_option = click.option(
    "--rules",
    "extra_rules",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    multiple=True,
    help="市独自のルールのフォルダー(複数可) / Folder with house rules; may be repeated.",
)
policy_option = click.option(
    "--policy",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="市独自の方針ファイル / The city's own policy file.",
)
class_option = click.option(
    "--class",
    "named_class",
    type=click.Choice(_CLASSES),
    help="アプリが扱う情報の重要性分類 / Information class of what the app holds.",
)
advisories_option = click.option(
    "--advisories",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    multiple=True,
    help="新しい弱点情報(OSV形式かretire.js形式。複数可) / Newer advisories (OSV or retire.js); may be repeated.",
)


class Console(click.Group):
    """Commands whose words, help included, survive any console."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """A console may lack characters (cp932 those of submitted text, cp1252 Japanese): they are shown as escapes."""
        for stream in (sys.stdout, sys.stderr):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure is not None:
                reconfigure(errors="backslashreplace")
        return super().parse_args(ctx, args)


def now() -> str:
    """The time that goes into a report; SOURCE_DATE_EPOCH makes it reproducible (reproducible-builds.org)."""
    import os
    from datetime import UTC, datetime

    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(fixed), UTC) if fixed.isdecimal() else datetime.now().astimezone()
    return now.isoformat(timespec="seconds")


def clock_day() -> date:
    """The day by the clock. Not `now()`, which a variable can set: what has expired must not come to life again."""
    from datetime import datetime

    return datetime.now().astimezone().date()


def write(target: Path, data: bytes, language: Language) -> None:
    """A file with these bytes; its folder is made where there is none."""
    from reviewer.text import Text

    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    except OSError as error:
        fail(
            Text(
                ja=f"{target} に書き込めません({error.strerror})。書き込める場所を --out で指定してください。",
                en=f"Cannot write {target} ({error.strerror}). Name a place that can be written to with --out.",
            ),
            language,
        )


def replace(target: Path, data: bytes, language: Language) -> None:
    """A file with these bytes in place of what it held: all of them, or what was there before."""
    import os
    import tempfile

    from reviewer.text import Text

    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            Path(name).chmod(target.stat().st_mode & 0o777)
        else:
            Path(name).chmod(0o644)
        Path(name).replace(target)
    except OSError as error:
        fail(
            Text(
                ja=f"{target} に書き込めません({error.strerror})。書き込める場所を指定してください。",
                en=f"Cannot write {target} ({error.strerror}). Name a place that can be written to.",
            ),
            language,
        )


def fail(message: Text, language: Language) -> NoReturn:
    """Tell what is wrong about how the command was used, and end. What is quoted may be hostile to a terminal."""
    from reviewer.report.visible import terminal

    for line in message.to(language).split("\n"):
        click.echo(terminal(line), err=True)
    sys.exit(2)


def progress(language: Language) -> AbstractContextManager[Callable[[Text], None]]:
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


def show(passages: Iterable[Passage]) -> None:
    """The lines of a summary on standard output: in colour at a terminal that has it, else as plain text.

    Rich knows what a console can do and heeds NO_COLOR (no-color.org).
    """
    if not sys.stdout.isatty():
        click.echo("".join(f"{passage.text}\n" for passage in passages), nl=False)
        return
    from rich.console import Console
    from rich.text import Text as Line

    console = Console(highlight=False, soft_wrap=True)
    for passage in passages:
        console.print(Line(passage.text, style=_STYLES.get(passage.tone, "")))


_STYLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "heading": "bold",
        "pass": "bold green",
        "conditional": "bold yellow",
        "incomplete": "bold yellow",
        "fail": "bold red",
        "critical": "bold red",
        "high": "red",
        "medium": "yellow",
        "low": "cyan",
    }
)
