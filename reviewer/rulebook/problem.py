"""What is wrong in the rules, told to the person who wrote them; all of it at once as one error."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.errors import ReviewerError
from reviewer.text import Text


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake: `file` as the writer knows it, `line` from 1, and what to change in both languages."""

    file: str
    line: int
    ja: str
    en: str


def refusal(problems: Sequence[Problem]) -> ReviewerError:
    """The error that names every problem, in order of file and line, the same one once."""
    ordered = sorted(set(problems))
    ja = "\n".join(f"{problem.file}:{problem.line}: {problem.ja}" for problem in ordered)
    en = "\n".join(f"{problem.file}:{problem.line}: {problem.en}" for problem in ordered)
    return ReviewerError(
        Text(
            ja=f"ルールを読み込めません。次の {len(ordered)} か所を直してください。\n{ja}",
            en=f"The rules cannot be loaded. Correct these {len(ordered)} places.\n{en}",
        )
    )
