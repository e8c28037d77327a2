"""Versions are ordered as their publishers mean them, in all the forms they are written."""

from __future__ import annotations

from itertools import pairwise

import pytest

from reviewer.versions import is_exact, order, within

# Semantic Versioning 2.0.0, section 11, and forms that predate it.
ASCENDING = [
    "0.9.7",
    "0.9.7.1",
    "1.0.0-alpha",
    "1.0.0-alpha.1",
    "1.0.0-alpha.beta",
    "1.0.0-beta",
    "1.0.0-beta.2",
    "1.0.0-beta.11",
    "1.0.0-rc.1",
    "1.0.0-rc.1.1",
    "1.0.0",
    "1.9.0b1",
    "1.9.0",
    "1.10.0",
    "3.0.RC3",
    "3.0.0",
    "11.0.0-next.9",
    "11.0.0-next.10",
]


@pytest.mark.parametrize(("lower", "higher"), list(pairwise(ASCENDING)))
def test_a_version_is_below_the_next(lower: str, higher: str) -> None:
    one, other = order(lower), order(higher)
    assert one is not None
    assert other is not None
    assert one < other


@pytest.mark.parametrize(
    ("one", "same"), [("3", "3.0.0"), ("v1.2.3", "1.2.3"), ("1.2.3+build.5", "1.2.3"), ("1.2", "1.2.0")]
)
def test_forms_of_the_same_version_are_equal(one: str, same: str) -> None:
    assert order(one) == order(same)


@pytest.mark.parametrize("text", ["", "latest", "^1.2.3", "1.x", "main", "9" * 5000, "1." * 50])
def test_what_is_no_version_has_no_place(text: str) -> None:
    assert order(text) is None


@pytest.mark.parametrize(
    ("version", "low", "high", "expected"),
    [
        ("3.3.1", "1.0.3", "3.5.0", True),
        ("3.5.0", "1.0.3", "3.5.0", False),
        ("1.0.3", "1.0.3", "3.5.0", True),
        ("1.0.2", "1.0.3", "3.5.0", False),
        ("3.0.0-rc.1", None, "3.0.0", True),
        ("3.0.0", None, None, True),
        ("latest", None, "3.5.0", False),
        ("1.0.0", "oldest", None, False),
    ],
)
def test_a_range_is_half_open(version: str, low: str | None, high: str | None, expected: bool) -> None:
    assert within(version, low, high) is expected


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        ("1.2.3", True),
        ("v11.6.14", True),
        ("1.0.0-rc.1", True),
        ("a" * 40, True),
        ("1.2", False),
        ("5", False),
        ("", False),
        ("latest", False),
        ("main", False),
    ],
)
def test_only_a_whole_version_or_commit_is_fixed(version: str, expected: bool) -> None:
    assert is_exact(version) is expected
