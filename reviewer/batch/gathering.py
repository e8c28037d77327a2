"""The results of all submissions -> what is said of the whole store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from reviewer.batch import result
from reviewer.batch.plan import Plan
from reviewer.report.summary import to_line
from reviewer.summary import Summary


def summaries(out: Path, plan: Plan) -> Iterator[Summary]:
    """Every submission's summary, in the order of the plan: one at a time, none missing, none twice."""
    for each in plan.items():
        yield result.summary(out, each.place)


def gathered(out: Path, plan: Plan) -> dict[str, int]:
    """Write `all.jsonl`; how many submissions have which verdict, and how many "failed"."""
    counts: Counter[str] = Counter()

    def lines() -> Iterator[bytes]:
        for each in summaries(out, plan):
            counts["failed" if each.verdict is None else each.verdict.value] += 1
            yield to_line(each).encode("utf-8")

    result.write_stream(out / "all.jsonl", lines())
    return dict(counts)
