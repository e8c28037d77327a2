"""Data in the address of a request is shown from where the request is begun to where it is sent."""

from __future__ import annotations

from evidence_samples import source

from reviewer.engines.sending import shown_from, shown_until
from reviewer.source import Location

TEXT = "x.open('GET', u + v);\nx.send();\n" + " " * 2_000 + "y.send();"
FILE = source("a.js", TEXT)
BEGUN = Location(FILE, 0, 20)
SENT = Location(FILE, 22, 30)
FAR = Location(FILE, TEXT.index("y.send"), len(TEXT) - 1)


def test_what_is_near_is_shown_as_one() -> None:
    assert shown_from(BEGUN, SENT) == shown_until(BEGUN, SENT) == Location(FILE, 0, 30)


def test_what_is_far_away_or_in_another_file_or_comes_before_is_shown_alone() -> None:
    other = Location(source("b.js", TEXT), 22, 30)

    for begun, sent in ((BEGUN, FAR), (BEGUN, other), (SENT, BEGUN)):
        assert shown_from(begun, sent) == sent
        assert shown_until(begun, sent) == begun


def test_what_is_all_one_is_shown_as_it_is() -> None:
    assert shown_from(None, SENT) == SENT
    assert shown_until(BEGUN, None) == BEGUN
