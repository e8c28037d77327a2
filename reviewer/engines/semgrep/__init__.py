"""Evidence and rules in Semgrep's own language -> findings, by one run of the Semgrep installed beside the reviewer.

`engine` plans the run and words what came of it, `questions` asks, `core` alone knows the tool, `answer` reads what the
tool printed, `patterns` takes the rules out of their files and `copies` the texts out of the submission.
"""

from __future__ import annotations

from reviewer.engines.semgrep.engine import ENGINE

__all__ = ["ENGINE"]
