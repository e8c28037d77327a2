"""What the tests of the engines share: the reviewer's own rules, loaded once."""

from __future__ import annotations

import pytest
from evidence_samples import own_rules

from reviewer.rule import Policy, Rulebook


@pytest.fixture(scope="session")
def rules() -> tuple[Rulebook, Policy]:
    """The rulebook and policy that come with the reviewer."""
    return own_rules()
