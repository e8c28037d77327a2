"""Results -> plain text tables for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from goals import Goal
from processes import Cost

_STAGE_GROUPS = ("facts", "engine")


def aligned(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Columns as wide as their widest cell; the first to the left, and the last, which may be long, without a width."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    for row in (head, ["-" * width for width in widths], *rows):
        cells = [
            row[0].ljust(widths[0]),
            *(cell.rjust(width) for cell, width in zip(row[1:-1], widths[1:-1], strict=True)),
        ]
        yield "  ".join((*cells, row[-1])).rstrip()


COST_HEAD = ("", "who", "files", "KB", "wall s", "CPU s", "KB/s", "peak MB", "  what it says")


def cost_row(material: str, who: str, files: int, size: int, cost: Cost, told: str) -> Sequence[str]:
    """One run over one material."""
    return (
        material,
        who,
        str(files),
        f"{size / 1e3:.0f}",
        f"{cost.seconds:.2f}",
        f"{cost.processor:.2f}",
        f"{size / 1e3 / cost.seconds:.0f}",
        f"{cost.peak / 1e6:.0f}",
        f"  {told}",
    )


def failed_row(material: str, who: str, files: int, size: int, reason: str) -> Sequence[str]:
    """A run that did not do its work."""
    return (material, who, str(files), f"{size / 1e3:.0f}", "-", "-", "-", "-", f"  FAILED: {reason}")


STAGE_HEAD = ("stage", "CPU s", "KB/s", "calls", "peak grew MB", "")


def stage_rows(stages: Mapping[str, Mapping[str, float]], size: int, whole: Cost) -> Iterator[Sequence[str]]:
    """Each stage, the groups of stages, and the whole process."""

    def row(name: str, seconds: float, grown: float, calls: str = "") -> Sequence[str]:
        speed = f"{size / 1e3 / seconds:.0f}" if seconds >= 0.001 else "-"
        return (name, f"{seconds:.2f}", speed, calls, f"{grown / 1e6:.0f}", "")

    for name, took in stages.items():
        yield row(name, took["seconds"], took["grown"], f"{took['calls']:.0f}")
    for group in _STAGE_GROUPS:
        members = [took for name, took in stages.items() if name.startswith(f"{group}: ")]
        yield row(f"= {group}, all", sum(m["seconds"] for m in members), sum(m["grown"] for m in members))
    timed, grown = (sum(took[part] for took in stages.values()) for part in ("seconds", "grown"))
    yield row("= rest: start, imports, end", max(whole.processor - timed, 0.0), whole.peak - grown)
    yield row("= whole process", whole.processor, whole.peak)


GOAL_HEAD = ("goal", "measured", "at most", "")


def goal_row(goal: Goal) -> Sequence[str]:
    """One comparison, and whether the goal is met."""
    digits = 0 if goal.unit == " MB" else 2
    most = "-" if goal.most is None else f"{goal.most:.{digits}f}{goal.unit}"
    verdict = {True: "met", False: "not met", None: ""}[goal.met]
    return (goal.name, f"{goal.measured:.{digits}f}{goal.unit}", most, verdict)
