"""What happens in a batch, as it happens: for somebody to draw, or to write as lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reviewer.text import Text


@dataclass(frozen=True, slots=True)
class Looking:
    """The store is being looked through; so many submissions were found so far."""

    found: int
    place: str


@dataclass(frozen=True, slots=True)
class Planned:
    """What is to be done: `todo` of `total` submissions; the others have results that hold. So many files and bytes."""

    total: int
    todo: int
    files: int
    size: int


@dataclass(frozen=True, slots=True)
class Asking:
    """The slow tools are being asked about many files at once: `done` of `total` bundles."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Begun:
    """A submission is being reviewed."""

    place: str


@dataclass(frozen=True, slots=True)
class Ended:
    """A submission was reviewed, or failed for a reason."""

    place: str
    verdict: str | None
    trouble: Text | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Gathering:
    """Everything is done, and the results are being put together."""


Event = Looking | Planned | Asking | Begun | Ended | Gathering
Tell = Callable[[Event], None]
