"""Proofs that a text is this one, is one of several, or is not this one: how they are written, what they say."""

from __future__ import annotations

from collections.abc import Iterable

IS, ONE_OF, IS_NOT = "=", "|", "!"
"""What these proofs begin with; of several texts each has one in front."""

_MOST = 24
"""Of how many texts something may be one that are told."""


def being(texts: Iterable[str]) -> str | None:
    """The proof that something is one of these texts, if they are few enough to be told."""
    known = sorted(set(texts))
    if len(known) == 1:
        return IS + known[0]
    told = 0 < len(known) <= _MOST and not any(ONE_OF in text for text in known)
    return "".join(ONE_OF + text for text in known) if told else None


def tells_text(proof: str) -> bool:
    """Whether a proof says which text something is."""
    return proof[:1] in {IS, ONE_OF}


def named_by(proofs: Iterable[str]) -> list[str]:
    """The texts of which something is one, of which all this is proven; none where they are not known."""
    told = [
        proof.split(proof[0])[1:] if proof[0] == ONE_OF else [proof[1:]]
        for proof in sorted(proofs)
        if tells_text(proof)
    ]
    return min(told, key=len, default=[])
