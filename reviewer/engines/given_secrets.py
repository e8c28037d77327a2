"""Facts of a page -> the constants that its calls are given as secrets, by what model rows say of the calls."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.javascript.facts import Facts
from reviewer.record import value
from reviewer.source import Location

_GIVEN = "secret"
"""The detail of a row that says which argument is a secret."""


@value
class GivenSecret:
    """A constant that a call of the kind `call` at `location` is given as a secret."""

    value: str
    call: str
    location: Location
    function: str


def given_secrets(page: Facts) -> Iterator[GivenSecret]:
    """Each secret of each call, as far as it is known when the code is written."""
    for use in page.uses:
        kinds = {model.call: None for model in use.models if model.call and _GIVEN in dict(model.detail)}
        for name, folded in use.given if kinds else ():
            if name == _GIVEN and folded.text:
                yield from (GivenSecret(folded.text, kind, use.location, use.function) for kind in kinds)
