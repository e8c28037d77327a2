"""Which regular expressions a rule may not use."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.rulebook.pattern import complaint


@pytest.mark.parametrize(
    "pattern",
    [
        r"(a+)+$",
        r"(?:[a-z]+)*x",
        r"(\w+\d?)*;",
        r"(?:a|a)*b",
        r"(?:\w|[a-f])+$",
        r"((?:x+y?)+z)",
        r"(?:.+,)*$",
        r"([A-Za-z]+){3,}!",
    ],
)
def test_ambiguous_repetition_is_refused(pattern: str) -> None:
    assert "take forever" in (complaint(pattern) or "")


@pytest.mark.parametrize(
    "pattern",
    [
        r"^https?://",
        r"(?:[a-z]+\.)*example",
        r"(?<![A-Za-z0-9])[A-Za-z0-9]{40}(?![A-Za-z0-9])",
        r"'(?:[^'\\]|\\.)*'",
        r"(?:\s+\w+){0,5}",
        r"[\])}]+",
        r"(?i)(?:api|secret)[-_]?key",
        r"(?P<version>\d+(?:\.\d+)*)",
        r"a{2}(bc)?",
    ],
)
def test_ordinary_patterns_pass(pattern: str) -> None:
    assert complaint(pattern) is None


@pytest.mark.parametrize("pattern", ["(", "[a", "*a", "a{2,1}", "[[a]", r"(?P<a>x)(?P<a>y)"])
def test_what_does_not_compile_is_refused(pattern: str) -> None:
    assert "does not compile" in (complaint(pattern) or "")


@given(st.text(alphabet=r"ab()[]{}|*+?\^$.,0123d<>=!:", max_size=30))
def test_no_pattern_raises(pattern: str) -> None:
    complaint(pattern)
