"""`fetch` from a double into a folder, and what stands there afterwards."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Any

from service_double import USER, WORD, Double

from reviewer.fetching.api import Api
from reviewer.fetching.connection import Connection, Line
from reviewer.fetching.credentials import Credentials
from reviewer.fetching.run import Ended, Outcome, Wish, fetch
from reviewer.fetching.store import Store
from reviewer.fetching.target import target
from reviewer.fetching.trouble import Missing
from reviewer.rulebook.service import read_service

EVERYTHING = Wish((), True, ())
LOGIN = Credentials(login=(USER, WORD), token=None, basic=None)


def one(number: str, guest: str | None = None) -> Wish:
    return Wish(((number, guest),), False, ())


@dataclass(frozen=True)
class Fetched:
    """What was told, and the store."""

    store: Path
    outcomes: Sequence[Outcome]
    loose: Sequence[Missing]

    @property
    def lacks(self) -> list[tuple[str, str, str | None]]:
        """(thing, reason, name) of everything missing."""
        missing = [each for outcome in self.outcomes for each in outcome.missing]
        return [(each.thing.value, each.lack.value, each.name) for each in (*missing, *self.loose)]

    @property
    def files(self) -> dict[str, bytes]:
        return files(self.store)

    def json(self, path: str) -> Any:
        return json.loads((self.store / path).read_bytes())


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def line(**changed: Any) -> Line:
    told: Mapping[str, Any] = {
        "connections": 3,
        "seconds": 5.0,
        "tries": 3,
        "pause": 0.01,
        "longest_pause": 1.0,
        "proxy": None,
        "authorities": None,
        "certificate": None,
        "key": None,
    }
    return Line(**{**told, **changed})


def api(double: Double, credentials: Credentials = LOGIN, **changed: Any) -> Api:
    service = read_service()
    server = target(double.url, service, [f"127.0.0.1:{double.port}"])
    return Api(Connection(server, service, credentials, line(**changed), Event()), service)


def fetched(
    double: Double, store: Path, wish: Wish = EVERYTHING, credentials: Credentials = LOGIN, **changed: Any
) -> Fetched:
    asking = api(double, credentials, **changed)
    connections = changed.get("connections", 3)
    with Store.open(store) as opened:
        told = list(fetch(asking, opened, wish, "sample", connections, lambda: "2026-04-01T09:00:00+09:00"))
    outcomes = [each for each in told if isinstance(each, Outcome)]
    loose = [missing for each in told if isinstance(each, Ended) for missing in each.missing]
    return Fetched(store, sorted(outcomes, key=lambda each: each.turn), loose)
