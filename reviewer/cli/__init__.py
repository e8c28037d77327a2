"""The command `kintone-reviewer`: alone in printing, in exiting and in writing reports.

Exit codes: 0 nothing that blocks, 1 findings that block, 2 wrong use, 3 incomplete (something could not be examined).
Heavy modules are imported inside the commands that use them, so that help is there at once.
"""

from __future__ import annotations

import click

from reviewer import __version__
from reviewer.cli.batching import batch
from reviewer.cli.console import Console
from reviewer.cli.fetching import fetch
from reviewer.cli.gating import gate
from reviewer.cli.hooking import hook
from reviewer.cli.ledgering import decide, ledger
from reviewer.cli.paperwork import init, waive
from reviewer.cli.reviewing import review
from reviewer.cli.rules import rules


@click.group(cls=Console, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kintone-reviewer")
def main() -> None:
    """kintoneのJavaScript/CSSカスタマイズを、ネットワークにつながずに審査します。

    Reviews kintone customizations offline.
    """


for command in (review, batch, fetch, rules, init, waive, decide, ledger, gate, hook):
    main.add_command(command)
