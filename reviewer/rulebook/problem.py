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


_RULES = Text(ja="ルールを読み込めません。", en="The rules cannot be loaded.")


def refusal(problems: Sequence[Problem], what: Text = _RULES) -> ReviewerError:
    """The error that names every problem, in order of file and line, the same one once; `what` says what failed.

    What is quoted in them may be hostile: one line each, and no control characters.
    """
    ordered = sorted(set(problems))
    ja = "\n".join(_plain(f"{problem.file}:{problem.line}: {problem.ja}") for problem in ordered)
    en = "\n".join(_plain(f"{problem.file}:{problem.line}: {problem.en}") for problem in ordered)
    return ReviewerError(
        Text(
            ja=f"{what.ja}次の {len(ordered)} か所を直してください。\n{ja}",
            en=f"{what.en} Correct these {len(ordered)} places.\n{en}",
        )
    )


def _plain(line: str) -> str:
    return "".join(char if char.isprintable() or char == "\u3000" else f"[U+{ord(char):04X}]" for char in line)
