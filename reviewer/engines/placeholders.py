"""A value -> whether it only stands where a secret would: what is to be filled in, left out, or made up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_LONGEST = 200
"""In longer values a few characters of any kind come about by chance."""


def is_placeholder(values: Iterable[str | None], patterns: Sequence[re.Pattern[str]]) -> bool:
    """Whether one of the values, or what follows the colon in `login:password`, is one."""
    for value in values:
        if value is not None and len(value) <= _LONGEST:
            parts = [value, *value.split(":", 1)[1:]]
            if any(pattern.search(part) for part in parts for pattern in patterns):
                return True
    return False
