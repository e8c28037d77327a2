"""A script to its Ast, read by both parsers where that is worth it; where they disagree, that is a problem."""

from __future__ import annotations

from dataclasses import replace

from reviewer.javascript.ast import Ast, Problem
from reviewer.javascript.comparing import first_difference
from reviewer.javascript.parsing import parse
from reviewer.javascript.strict import examine, worth_asking
from reviewer.javascript.syntax import VariableDeclaration
from reviewer.javascript.walking import walk
from reviewer.source import Script

_GAVE_UP = frozenset({"too-deep", "unsupported"})


def read(script: Script) -> Ast:
    """The tree of a script, with the strict parser as witness where the text is short or hand-written. Never raises."""
    return witnessed(parse(script)) if worth_asking(script) else parse(script)


def _uses(ast: Ast) -> bool:
    """Whether the script declares with `using`, which browsers know and the strict parser does not."""
    return any(type(node) is VariableDeclaration and node.kind.endswith("using") for node in walk(ast.root))


def witnessed(ast: Ast) -> Ast:
    """The same tree with what the strict parser says of it, whatever that costs. Never raises."""
    if any(problem.kind in {"too-large", "too-deep"} for problem in ast.problems):
        return ast
    strict = examine(ast.script)
    problems = list(ast.problems)
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
    problems.sort(key=lambda problem: problem.start)
    return replace(ast, problems=tuple(problems), witness=witness)
