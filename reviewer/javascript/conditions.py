"""Conditions of one page's scripts -> what they prove of which paths, for the walk over the code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from reviewer.javascript import syntax as s
from reviewer.javascript.ast import Ast
from reviewer.javascript.constants import Constant
from reviewer.javascript.definitions import ELEMENT, Definitions, key_name
from reviewer.javascript.environment import Path
from reviewer.javascript.guards import NOTHING, OWN_ENTRY, Proofs
from reviewer.javascript.meaning import Meaning
from reviewer.javascript.scopes import Scopes, Variable
from reviewer.javascript.verdicts import Verdicts

_REARRANGING = frozenset({"filter", "reverse", "slice", "sort", "toReversed", "toSorted"})
_CHAINED = 6
"""How many such calls may stand behind one another."""


class Conditions:
    """`constant` tells the constant a variable is, as far as the walk over the code has come."""

    def __init__(self, asts: Sequence[Ast], scopes: Scopes, constant: Callable[[Variable], Constant | None]) -> None:
        self.meaning = Meaning(scopes, Definitions(asts, scopes), constant)
        self._verdicts = Verdicts(self.meaning)

    def proves(self, test: s.Node, *, truth: bool) -> Proofs:
        """What holds when a test came out as `truth`."""
        return self._verdicts.settles(test, truth=truth) or NOTHING

    def matches(self, subject: s.Node, tests: Iterable[s.Node]) -> Proofs:
        """What holds in a `case` of a `switch`."""
        return self._verdicts.matches(subject, tests)

    def completes(self, call: s.Node) -> Proofs:
        """What holds once a call has come back."""
        return self._verdicts.completes(call)

    def after_loop(self, loop: s.Node) -> Proofs:
        """What holds once a loop has run through."""
        return self._verdicts.outcomes.after_loop(loop)

    def path(self, node: s.Node) -> Path | None:
        """The access path that an expression is, if it is one."""
        return self.meaning.path(node)

    def views(self, node: s.Node) -> Iterator[Path]:
        """The access paths under which something may have been proven of what a name or property holds.

        What is proven of a whole (a parsed address, every element of an array) holds for its parts.
        """
        path = self.meaning.path(node)
        if path is not None:
            root, keys = path
            for length in range(len(keys) + 1):
                yield (root, keys[:length])
            variable = self.meaning.variable(node)
            if variable is not None and root is not variable:
                yield (variable, ())
        whole = self.meaning.whole(node)
        around = None if whole is None else self._list(whole)
        if around is None and path is not None and path[1] and path[1][-1].isdigit():
            around = (path[0], path[1][:-1])
        if around is not None:
            yield (around[0], (*around[1], ELEMENT))

    def _list(self, whole: s.Node) -> Path | None:
        """The path of the list whose elements an array holds, all or some of them, in whatever order."""
        at = whole
        for _ in range(_CHAINED):
            match self.meaning.resolved(at):
                case s.CallExpression(callee=s.MemberExpression(object=holder, property=s.Identifier(name=name))) if (
                    name in _REARRANGING
                ):
                    at = holder
                case _:
                    break
        return self.meaning.path(at)

    def revives(self, call: s.CallExpression) -> bool:
        """Whether JSON is parsed with a function that leaves out the names which lead to a prototype."""
        match call:
            case s.CallExpression(
                callee=s.MemberExpression(object=s.Identifier(name="JSON"), property=s.Identifier(name="parse")),
                arguments=(_, reviver, *_),
            ):
                return set(OWN_ENTRY) <= self._verdicts.answers.kept(reviver)
            case _:
                return False

    def is_function(self, node: s.Node) -> bool:
        """Whether the text tells that an expression is a function: written out, or a method of what is written out."""
        match self.meaning.resolved(node):
            case s.Function() | s.Class():
                return True
            case s.MemberExpression(object=holder, property=key, computed=computed):
                if isinstance(holder, s.Identifier) and holder.name == "Function":
                    return key_name(key, computed=computed) == "prototype"
                written = isinstance(holder, s.ArrayExpression | s.ObjectExpression | s.Literal | s.TemplateLiteral)
                return written or key_name(key, computed=computed) == "constructor"
            case s.CallExpression(
                callee=s.MemberExpression(property=s.Identifier(name="getPrototypeOf")), arguments=(whose, *_)
            ):
                return self.is_function(whose)
            case _:
                return False

    def inherent(self, node: s.Node) -> Iterable[str]:
        """What holds of an element because of how its array was made: `list.filter(isFine)`."""
        whole = self.meaning.whole(node)
        return () if whole is None else self._of_elements(whole, 0) or ()

    def lets_through(self, call: s.Node) -> frozenset[str]:
        """What holds of each element of the list that `filter` gives."""
        match call:
            case s.CallExpression(
                callee=s.MemberExpression(property=s.Identifier(name="filter")), arguments=(test, *_)
            ):
                return frozenset(guard for keys, guard in self._verdicts.answers.of_element(test) if not keys)
            case _:
                return frozenset()

    def _of_elements(self, whole: s.Node, depth: int) -> frozenset[str] | None:
        """What holds of all elements of an array; None for whatever one may ask, where all are constants."""
        made = self.meaning.resolved(whole)
        match made:
            case s.CallExpression(
                callee=s.MemberExpression(object=holder, property=s.Identifier(name=name)), arguments=arguments
            ) if depth < _CHAINED:
                if name == "filter" and arguments:
                    kept = {guard for keys, guard in self._verdicts.answers.of_element(arguments[0]) if not keys}
                    before = self._of_elements(holder, depth + 1)
                    return None if before is None else frozenset(kept) | before
                return self._of_elements(holder, depth + 1) if name in _REARRANGING else frozenset()
            case s.ArrayExpression(elements=elements) if depth < _CHAINED:
                found: frozenset[str] | None = None
                for element in elements:
                    if element is None or isinstance(element, s.Literal):
                        continue
                    guards: frozenset[str] | None = frozenset()
                    if isinstance(element, s.SpreadElement):
                        guards = self._of_elements(element.argument, depth + 1)
                    if guards is not None:
                        found = guards if found is None else found & guards
                return found
            case _:
                return frozenset()
