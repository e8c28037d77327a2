"""An engine: a name, the check form it answers, a pure function from evidence and rules to findings and gaps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reviewer.answers import FORGETFUL, Answers
from reviewer.comparison import Comparison
from reviewer.finding import Finding, Gap
from reviewer.javascript.ast import Ast
from reviewer.javascript.facts import Facts
from reviewer.markup.facts import Document
from reviewer.rule import Check, Policy, Rule, Rulebook
from reviewer.stylesheet.facts import Stylesheet
from reviewer.submission import Submission


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """Everything engines may look at. `comparison` is None where no application was handed in.

    `answers` are those of outside tools that were asked about the same bytes before.
    """

    submission: Submission
    asts: tuple[Ast, ...]
    pages: tuple[Facts, ...]
    stylesheets: tuple[Stylesheet, ...]
    documents: tuple[Document, ...]
    rulebook: Rulebook
    policy: Policy
    comparison: Comparison | None = None
    answers: Answers = FORGETFUL


@dataclass(frozen=True, slots=True)
class Engine:
    """`run` gets only rules whose check is of the type `answers`."""

    name: str
    answers: type[Check]
    run: Callable[[Evidence, Sequence[Rule]], Iterator[Finding | Gap]]
