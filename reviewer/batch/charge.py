"""What every worker must know of a batch, and one submission's task: plain JSON, for any process on any machine."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from reviewer.text import Text


@dataclass(frozen=True, slots=True)
class Limits:
    """How far one submission may go: seconds of computing, seconds by the clock as a backstop, bytes of memory."""

    seconds: float
    clock_seconds: float
    memory: int


@dataclass(frozen=True, slots=True)
class Charge:
    """How a batch is reviewed. All paths are absolute and must mean the same wherever a worker runs.

    `state` names rules, policy, waivers, tool and language together; a worker that finds another one refuses. `key`
    (hex) makes the digests of secrets. `revision` is "" where the store is no repository.
    """

    store: str
    revision: str
    out: str
    rules: tuple[str, ...]
    policy: str | None
    advisories: tuple[str, ...]
    waivers: str | None
    language: str
    when: str
    state: str
    key: str
    limits: Limits

    def line(self) -> str:
        """The charge as one line."""
        return json.dumps(asdict(self), sort_keys=True)

    @classmethod
    def read(cls, line: str) -> Charge:
        """The charge that a line says."""
        said = json.loads(line)
        limits = Limits(**said.pop("limits"))
        return cls(**{**said, "rules": tuple(said["rules"]), "advisories": tuple(said["advisories"])}, limits=limits)


@dataclass(frozen=True, slots=True)
class Task:
    """One content to review: where it can be read, and the places in the store where it lies, at least one.

    `source` is a path on disk, or, in a commit, a path in it. `content` is its hash. A task `ahead` asks the slow tools
    about all its `sources` and reviews nothing.
    """

    content: str
    source: str
    apart: tuple[str, ...]
    declaration: str | None
    places: tuple[str, ...]
    ahead: tuple[str, ...] = ()

    def line(self) -> str:
        """The task as one line."""
        return json.dumps(asdict(self))

    @classmethod
    def read(cls, line: str) -> Task:
        """The task that a line says."""
        said: Mapping[str, Any] = json.loads(line)
        lists = {name: tuple(said[name]) for name in ("apart", "places", "ahead")}
        return cls(**{**said, **lists})


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one place ended: with a verdict and a result in its place, or with the reason why there is none.

    `stops`: results cannot be written, so that nothing else would be either.
    """

    place: str
    verdict: str | None
    trouble: Text | None
    seconds: float
    stops: bool = False
