"""Plain values -> JSON text that is safe to show and always encodable; members keep the order they are given in."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from reviewer.report.visible import escaped

Value: TypeAlias = "str | int | bool | Object | Sequence[Value] | None"
Object: TypeAlias = Mapping[str, Value]


def dumps(value: Object) -> str:
    """JSON on one line, Japanese as it is, every hidden character escaped."""
    # Indented it would be written by Python's slow encoder and nearly twice as long: 20 MB for 5,000 findings.
    return escaped(json.dumps(value, ensure_ascii=False, separators=(",", ":"))) + "\n"
