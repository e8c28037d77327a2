"""A script to its Ast, read by both parsers where that is worth it; where they disagree, that is a problem."""

from __future__ import annotations

from dataclasses import replace

from reviewer.answers import Answer, Answers, question
from reviewer.javascript.ast import Ast, Problem
from reviewer.javascript.comparing import first_difference
from reviewer.javascript.parsing import parse
from reviewer.javascript.strict import examine, worth_asking
from reviewer.javascript.syntax import VariableDeclaration
from reviewer.javascript.walking import walk
from reviewer.record import value
from reviewer.source import Script

_GAVE_UP = frozenset({"too-deep", "unsupported"})


@value
class Testimony:
    """What the strict parser says of a script beside our own: `witness` as in `Ast`, and further problems."""

    witness: str
    problems: tuple[Problem, ...]


def read(script: Script) -> Ast:
    """The tree of a script, with the strict parser as witness where the text is short or hand-written. Never raises."""
    ast = parse(script)
    return witnessed(ast) if worth_asking(script) else ast


def remembered(script: Script, answers: Answers) -> Testimony | None:
    """What the witness said of the same text before, None where that is not known."""
    return _read(answers.get(_question(script)), len(script.text))


def remember(script: Script, said: Testimony, answers: Answers) -> None:
    """Keep what the witness said."""
    problems = [[each.kind, each.start, each.end, each.message] for each in said.problems]
    answers.put(_question(script), {"witness": said.witness, "problems": problems})


def heard(ast: Ast, said: Testimony) -> Ast:
    """The same tree with what the witness said of it."""
    problems = tuple(sorted((*ast.problems, *said.problems), key=lambda problem: problem.start))
    return replace(ast, problems=problems, witness=said.witness)


def _question(script: Script) -> str:
    return question("witness", script.goal.value, script.dialect.value, script.text)


def _read(answer: Answer | None, length: int) -> Testimony | None:
    """The answer as it was kept, None where it has not the form of one."""
    match answer:
        case {"witness": str(witness), "problems": list(listed)}:
            problems = tuple(map(_problem, listed))
            places = [(each.start, each.end) for each in problems if each is not None]
            if len(places) == len(problems) and all(0 <= start <= end <= length for start, end in places):
                return Testimony(witness, tuple(each for each in problems if each is not None))
    return None


def _problem(written: object) -> Problem | None:
    match written:
        case [str(kind), int(start), int(end), str(message)]:
            return Problem(kind, start, end, message)
    return None


def _uses(ast: Ast) -> bool:
    """Whether the script declares with `using`, which browsers know and the strict parser does not."""
    return any(type(node) is VariableDeclaration and node.kind.endswith("using") for node in walk(ast.root))


def witnessed(ast: Ast) -> Ast:
    """The same tree with what the strict parser says of it, whatever that costs. Never raises."""
    return heard(ast, testimony(ast))


def testimony(ast: Ast) -> Testimony:
    """What the strict parser says of a script that was read, whatever that costs. Never raises."""
    if any(problem.kind in {"too-large", "too-deep"} for problem in ast.problems):
        return Testimony(ast.witness, ())
    strict = examine(ast.script)
    problems: list[Problem] = []
    witness = "agrees"
    if strict.tree is None and strict.problem is not None and strict.problem.kind == "syntax-error" and _uses(ast):
        message = f"The strict parser does not know `using` declarations: {strict.problem.message}"
        strict = replace(strict, problem=replace(strict.problem, kind="unsupported", message=message))
    if strict.problem is not None:
        problems.append(strict.problem)
        witness = "not-asked" if strict.problem.kind in _GAVE_UP else "refuses"
    if strict.tree is not None:
        difference = first_difference(ast.root, strict.tree, strict.offset)
        if difference is not None:
            message = f"Two parsers read this differently: {difference.what}"
            problems.append(Problem("disagreement", difference.start, difference.end, message))
            witness = witness if witness == "refuses" else "disagrees"
    return Testimony(witness, tuple(problems))
