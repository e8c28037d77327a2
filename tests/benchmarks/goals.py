"""Costs -> how they compare with what is aimed at. A goal that is not met fails nothing: times are noisy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from contestants import ESLINT, OURS, SEMGREP, WITH_SEMGREP, Contestant
from processes import Cost

HANDWRITTEN, BUNDLES, KUC = "handwritten", "bundles", "kuc"
"""Names of materials."""

_NOISE = 1.15
"""How much more a copy may cost among many than alone and still count as growing linearly."""

Costs = Mapping[tuple[str, str], Cost]
"""By the names of material and contestant."""


@dataclass(frozen=True, slots=True)
class Goal:
    """What is compared, the number measured, and the most it should be; None where nothing is aimed at."""

    name: str
    measured: float
    most: float | None
    unit: str

    @property
    def met(self) -> bool | None:
        """Whether the number is small enough."""
        return None if self.most is None else self.measured <= self.most


def comparisons(costs: Costs) -> Iterator[Goal]:
    """Comparisons whose numbers were measured."""
    yield from _against(costs, HANDWRITTEN, (OURS, ESLINT), 1.0, None)
    yield from _against(costs, BUNDLES, (OURS, ESLINT), 0.5, 0.5)
    yield from _against(costs, HANDWRITTEN, (WITH_SEMGREP, SEMGREP), 0.5, None)
    yield from _against(costs, BUNDLES, (WITH_SEMGREP, SEMGREP), 0.5, None)
    alone = costs.get((KUC, OURS.name))
    if alone is not None:
        yield Goal(f"{KUC}: {OURS.name}, time", alone.seconds, 3.0, " s")
        yield Goal(f"{KUC}: {OURS.name}, memory", alone.peak / 1e6, 600.0, " MB")


def growth(sizes: Mapping[int, Cost]) -> Iterator[Goal]:
    """What a copy costs at the largest number of copies, as a multiple of what it costs alone.

    What every process costs hides growth in these shares; the last copies set against the first ones do not hide it.
    """
    counts = sorted(sizes)
    if len(counts) < 2:
        return
    (first, second), (former, last) = counts[:2], counts[-2:]
    times = last / first
    name = f"{BUNDLES} {last}x / {first}x: a copy's share of the"
    yield Goal(f"{name} time", sizes[last].seconds / sizes[first].seconds / times, _NOISE, "")
    yield Goal(f"{name} processor time", sizes[last].processor / sizes[first].processor / times, None, "")
    yield Goal(f"{name} memory", sizes[last].peak / sizes[first].peak / times, _NOISE, "")
    if former >= second:
        early = (sizes[second].processor - sizes[first].processor) / (second - first)
        late = (sizes[last].processor - sizes[former].processor) / (last - former)
        name = f"{BUNDLES}: a copy from {former}x to {last}x / from {first}x to {second}x"
        yield Goal(f"{name}, processor time", late / early, None, "")


def _against(
    costs: Costs, material: str, pair: tuple[Contestant, Contestant], time: float, memory: float | None
) -> Iterator[Goal]:
    mine, other = (costs.get((material, who.name)) for who in pair)
    if mine is not None and other is not None:
        name = f"{material}: {pair[0].name} / {pair[1].name}"
        yield Goal(f"{name}, time", mine.seconds / other.seconds, time, "")
        yield Goal(f"{name}, processor time", mine.processor / other.processor, None, "")
        yield Goal(f"{name}, memory", mine.peak / other.peak, memory, "")
