"""Conditions of one page's scripts -> what they prove of which paths, for the walk over the code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from reviewer.javascript import syntax as s
from reviewer.javascript.ast import Ast
from reviewer.javascript.constants import Constant
from reviewer.javascript.definitions import REST, Definitions, key_name
from reviewer.javascript.environment import ELEMENT, Path
from reviewer.javascript.guards import NOTHING, OWN_ENTRY, Proofs
from reviewer.javascript.lasting import Lasting
from reviewer.javascript.meaning import Meaning
from reviewer.javascript.scopes import Scopes, Variable
from reviewer.javascript.verdicts import Verdicts

PICKING = frozenset({"filter", "find", "findLast"})
"""Methods that give those elements of an array of which a test is true."""

_REARRANGING = frozenset({"filter", "reverse", "slice", "sort", "toReversed", "toSorted"})
_CHAINED = 6
"""How many such calls may stand behind one another."""
_DEEP = 8
"""How far inside an element the part of it may be that something is known of."""


class Conditions:
    """`constant` tells the constant a variable is, as far as the walk over the code has come."""

    def __init__(self, asts: Sequence[Ast], scopes: Scopes, constant: Callable[[Variable], Constant | None]) -> None:
        self.meaning = Meaning(scopes, Definitions(asts, scopes), constant)
        self._verdicts = Verdicts(self.meaning, Lasting(self.meaning.definitions, scopes))

    def proves(self, test: s.Node, *, truth: bool) -> Proofs:
        """What holds when a test came out as `truth`."""
        return self._verdicts.settles(test, truth=truth) or NOTHING

    def matches(self, subject: s.Node, tests: Iterable[s.Node]) -> Proofs:
        """What holds in a `case` of a `switch`."""
        return self._verdicts.matches(subject, tests)

    def completes(self, call: s.Node) -> Proofs:
        """What holds once a call has come back."""
        return self._verdicts.completes(call)

    def after_loop(self, loop: s.Node, label: str | None) -> Proofs:
        """What holds once a loop has run through, which may have a label."""
        return self._verdicts.outcomes.after_loop(loop, label)

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

    def in_list(self, node: s.Node) -> Path | None:
        """The path of a part of any element of a list, if an expression is that: `r.x` in `for (const r of list)`."""
        at, names = node, tuple[str, ...]()
        for _ in range(_DEEP):
            whole = self.meaning.whole(at)
            around = None if whole is None or not names else self._list(whole)
            if around is not None:
                return (around[0], (*around[1], ELEMENT, *names))
            name = key_name(at.property, computed=at.computed) if isinstance(at, s.MemberExpression) else None
            if name is None or not isinstance(at, s.MemberExpression):
                return None
            at, names = at.object, (name, *names)
        return None

    def _list(self, whole: s.Node) -> Path | None:
        """The path of the list whose elements an array holds, all or some of them, in whatever order."""
        at = whole
        for _ in range(_CHAINED):
            given = self.meaning.given(at)
            if given is not None and given.keys == (REST,):
                at = given.node
                continue
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
        """What holds of an element, or of a part of one, because of how it was chosen: `list.filter(isFine)`."""
        at, keys = node, tuple[str, ...]()
        for _ in range(_DEEP):
            if isinstance(at, s.ChainExpression):
                at = at.expression
                continue
            key = key_name(at.property, computed=at.computed) if isinstance(at, s.MemberExpression) else None
            if key is None or not isinstance(at, s.MemberExpression) or self.meaning.whole(at) is not None:
                break
            at, keys = at.object, (key, *keys)
        given = self.meaning.given(at)
        if given is not None and given.keys[:1] == (ELEMENT,):
            return self._of_elements(given.node, (*given.keys[1:], *keys), 0) or ()
        whole = self.meaning.whole(at)
        if whole is None:
            return ()
        return (*(self._of_elements(whole, keys, 0) or ()), *self._of_found(at, keys))

    def lets_through(self, call: s.Node, keys: tuple[str, ...] = ()) -> frozenset[str]:
        """What holds of each element of the list that `filter` gives, or of this part of it, and of the one that `find`
        does.
        """
        match call:
            case s.CallExpression(
                callee=s.MemberExpression(property=s.Identifier(name=name)), arguments=(test, *_)
            ) if name in PICKING:
                return frozenset(self._chosen(test, keys))
            case _:
                return frozenset()

    def _of_found(self, node: s.Node, keys: tuple[str, ...]) -> Iterator[str]:
        """What holds of the element that a test picked out."""
        match self.meaning.resolved(node):
            case s.CallExpression(
                callee=s.MemberExpression(property=s.Identifier(name="find" | "findLast")), arguments=(test, *_)
            ):
                yield from self._chosen(test, keys)
            case _:
                return

    def _chosen(self, test: s.Node, keys: tuple[str, ...]) -> Iterator[str]:
        """What a test proves of a part of the element that it is true of."""
        return (guard for of, guard in self._verdicts.answers.of_element(test) if of == keys)

    def _of_elements(self, whole: s.Node, keys: tuple[str, ...], depth: int) -> frozenset[str] | None:
        """What holds of this part of all elements of an array; None for whatever one asks, where all are constants."""
        made = self.meaning.resolved(whole)
        variable = self.meaning.variable(whole) if isinstance(made, s.Identifier) else None
        shrunk = None if variable is None else self.meaning.definitions.shrunk.get(variable)
        if shrunk is not None and not shrunk.keys:
            made = shrunk.node
        match made:
            case s.CallExpression(
                callee=s.MemberExpression(object=holder, property=s.Identifier(name=name)), arguments=arguments
            ) if depth < _CHAINED:
                if name == "filter" and arguments:
                    before = self._of_elements(holder, keys, depth + 1)
                    return None if before is None else frozenset(self._chosen(arguments[0], keys)) | before
                return self._of_elements(holder, keys, depth + 1) if name in _REARRANGING else frozenset()
            case s.ArrayExpression(elements=elements) if depth < _CHAINED and not keys:
                found: frozenset[str] | None = None
                for element in elements:
                    if element is None or isinstance(element, s.Literal):
                        continue
                    guards: frozenset[str] | None = frozenset()
                    if isinstance(element, s.SpreadElement):
                        guards = self._of_elements(element.argument, keys, depth + 1)
                    if guards is not None:
                        found = guards if found is None else found & guards
                return found
            case _:
                return frozenset()
