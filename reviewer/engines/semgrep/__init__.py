"""Evidence and rules in Semgrep's own language -> findings, by one run of the Semgrep installed beside the reviewer.

`engine` plans the run and words what came of it, `core` alone knows the tool, `answer` reads what the tool printed,
`patterns` takes the rules out of their files and `copies` the texts out of the submission.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewer.engines.protocol import Engine, Evidence, Needs
from reviewer.finding import Finding, Gap
from reviewer.rule import Rule, SemgrepCheck

__all__ = ["ENGINE"]


def run(evidence: Evidence, rules: Sequence[Rule]) -> Iterator[Finding | Gap]:
    """What the Semgrep beside the reviewer finds; without rules or files it is not started."""
    # Imported where there are such rules: what reads them takes a while to load, and the gate asks none.
    from reviewer.engines.semgrep.core import installed_core  # noqa: PLC0415
    from reviewer.engines.semgrep.engine import LIMITS, search  # noqa: PLC0415

    yield from search(evidence, rules, core=installed_core(), limits=LIMITS)


ENGINE = Engine(name="semgrep", answers=SemgrepCheck, run=run, needs=Needs.SCRIPTS)
