"""Uses and texts of a page -> the texts in which a host is hidden that the page asks, encoded or backwards."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.engines.encoded_text import texts_meant
from reviewer.engines.targets import destination_of
from reviewer.javascript.facts import Facts
from reviewer.source import Location

_LONGEST = 4_000


def hidden_addresses(page: Facts) -> Iterator[tuple[Location, str, str]]:
    """Where such a text stands, what it says, and the host in it; a host that can be read there is not hidden."""
    hosts = _asked(page)
    written = [literal for literal in page.literals if not literal.folded and len(literal.value) <= _LONGEST]
    for literal in written if hosts else ():
        for meant in texts_meant(literal.value):
            host = next((each for each in hosts if each in meant and each not in literal.value), None)
            if host is not None:
                yield literal.location, meant, host
                break


def _asked(page: Facts) -> list[str]:
    """The hosts that the page asks or goes to."""
    hosts: dict[str, None] = {}
    for use in page.uses:
        for url in use.target.urls if use.target is not None else ():
            host = destination_of(url, ()).host
            if host is not None:
                hosts[host] = None
    return list(hosts)
