"""A CVSS 3 vector -> the severity it comes to.

See https://www.first.org/cvss/v3.1/specification-document, sections 5, 7.1 and 7.4. Vectors of version 4 need tables of
their own and of version 2 are out of use; both give None.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from types import MappingProxyType

from reviewer.rule import Severity

_VECTOR = re.compile(r"CVSS:3\.[01]/(?P<metrics>[A-Z]{1,3}:[A-Z](?:/[A-Z]{1,3}:[A-Z]){7,30})")
_IMPACT = MappingProxyType({"H": 0.56, "L": 0.22, "N": 0.0})
_WEIGHTS: Mapping[str, Mapping[str, float]] = MappingProxyType(
    {
        "AV": MappingProxyType({"N": 0.85, "A": 0.62, "L": 0.55, "P": 0.2}),
        "AC": MappingProxyType({"L": 0.77, "H": 0.44}),
        "UI": MappingProxyType({"N": 0.85, "R": 0.62}),
        "S": MappingProxyType({"U": 0.0, "C": 1.0}),
        "C": _IMPACT,
        "I": _IMPACT,
        "A": _IMPACT,
    }
)
_PRIVILEGES = MappingProxyType({"N": (0.85, 0.85), "L": (0.62, 0.68), "H": (0.27, 0.5)})
"""What privileges weigh where the scope stays, and where it changes."""


def severity_of(vector: str) -> Severity | None:
    """The severity of a vector's base score; None for anything that is no whole vector."""
    score = base_score(vector)
    if score is None:
        return None
    grades = ((9.0, Severity.CRITICAL), (7.0, Severity.HIGH), (4.0, Severity.MEDIUM), (0.1, Severity.LOW))
    return next((severity for least, severity in grades if score >= least), Severity.INFO)


def base_score(vector: str) -> float | None:
    """From 0.0 to 10.0."""
    match = _VECTOR.fullmatch(vector)
    if match is None:
        return None
    given = dict(metric.split(":") for metric in match["metrics"].split("/"))
    weights = {name: table.get(given.get(name, "")) for name, table in _WEIGHTS.items()}
    privileges = _PRIVILEGES.get(given.get("PR", ""))
    known = {name: weight for name, weight in weights.items() if weight is not None}
    if privileges is None or len(known) < len(weights):
        return None
    changed = known["S"] == 1.0
    exploitability = 8.22 * known["AV"] * known["AC"] * privileges[changed] * known["UI"]
    base = 1 - (1 - known["C"]) * (1 - known["I"]) * (1 - known["A"])
    impact = 7.52 * (base - 0.029) - 3.25 * (base - 0.02) ** 15 if changed else 6.42 * base
    if impact <= 0:
        return 0.0
    return _rounded_up(min((1.08 if changed else 1.0) * (impact + exploitability), 10.0))


def _rounded_up(score: float) -> float:
    """To one decimal, free of what floating point adds (appendix A of the specification)."""
    whole = round(score * 100_000)
    return whole / 100_000 if whole % 10_000 == 0 else (math.floor(whole / 10_000) + 1) / 10
