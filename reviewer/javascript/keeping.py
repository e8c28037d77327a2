"""A linked graph -> what its scripts store under which name, and whether two stored values are the same one.

Two values are the same where they are read by the same steps from the same things: `$('#key').val()` is what another
`$('#key').val()` gives, whatever function does the asking.
Constants identify nothing.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence

from reviewer.javascript.constants import Partial
from reviewer.javascript.facts import Kept, Use
from reviewer.javascript.folding import Folder
from reviewer.javascript.graph import CallSite, FunctionToken, ObjectToken, Spread, Token
from reviewer.javascript.linking import Linker
from reviewer.javascript.usage import Usage, details
from reviewer.javascript.uses import Uses

_KEEPS = "keeps"
"""The detail that names the argument in which a call gets what it stores."""

_DEEPEST, _MOST_NAMES = 24, 200
_MOST_STEPS = 200_000
"""How many steps are taken on a page: what is made of two of what is made of two, and so on, has no end otherwise."""
_SAME_TEXT = frozenset(
    {".trim", ".trimStart", ".trimEnd", ".toString", ".valueOf", ".normalize", ".replace", ".replaceAll", ".concat"}
)
"""Methods that give the text they are called on, or one made of it."""

Identity = tuple[Hashable, ...]
Identities = frozenset[Identity]
Given = Mapping[int, tuple[int, "Given"]]
"""What stands for the parameters of a function that is looked into, and what does in the place of its call."""

_NONE: Identities = frozenset()


class Keeping:
    """Tells for one page what is stored."""

    def __init__(self, linker: Linker, folder: Folder, uses: Uses) -> None:
        self._linker = linker
        self._folder = folder
        self._uses = uses
        self._computed = linker.graph.computed
        self._calls: dict[int, CallSite] = {}
        self._reads: dict[int, tuple[int, str]] = {}
        self._spread: dict[Token, list[Spread]] = {}
        self._known: dict[int, tuple[int, Identities]] = {}
        self._left = _MOST_STEPS

    @property
    def exhausted(self) -> bool:
        """Whether some values were not looked at to the end."""
        return self._left < 0

    def _is_over(self) -> bool:
        """Counts one more step; whether it is one too many."""
        self._left -= 1
        return self._left < 0

    def all(self, usages: Sequence[Usage], facts: Mapping[int, Use]) -> Iterator[Kept]:
        """Every value that is stored under a name of its own, or under none (an empty one)."""
        asked = [
            (usage, path)
            for usage in usages
            if usage.access in {"call", "new"}
            for _, detail in details(usage)
            for name, path in detail.items()
            if name == _KEEPS
        ]
        if asked:
            self._prepare()
        numbers: dict[Identity, int] = {}
        for usage, path in asked:
            for node in self._uses.nodes(usage, path):
                for name, at in self._named(node, "", frozenset(), set()):
                    identities = self._identities(at, {}, 0)
                    if identities:
                        known = frozenset(numbers.setdefault(each, len(numbers)) for each in identities)
                        yield Kept(facts[id(usage)], name, known)

    def _prepare(self) -> None:
        graph = self._linker.graph
        self._calls = {call.result: call for call in graph.calls}
        self._reads = {
            access.value: (access.base, access.key)
            for access in graph.accesses
            if not access.writes and access.key is not None
        }

        for spread in graph.spreads:
            self._spread.setdefault(spread.owner, []).append(spread)

    def _named(
        self, node: int, name: str, around: frozenset[ObjectToken], seen: set[tuple[int, str]]
    ) -> Iterator[tuple[str, int]]:
        """What an object holds, each under its own name; anything else under the name it has itself.

        What was `seen` under a name before is not told again.
        """
        if (node, name) in seen or self._is_over():
            return
        seen.add((node, name))
        objects = [token for token in self._objects(node) if token not in around] if len(around) < _DEEPEST else []
        held = [
            (name_of, at, token)
            for token in objects
            for name_of, at in self._linker.fields_of(token).items()
            if name_of is not None
        ]
        for key, at, token in held[:_MOST_NAMES]:
            yield from self._named(at, key, around | {token}, seen)
        spreads = [(spread, token) for token in objects for spread in self._spread.get(token, ())]
        for spread, token in spreads:
            for key, at in self._named(spread.source, name, around | {token}, set()):
                if key not in spread.hidden:
                    yield key, at
        if not held and not spreads:
            yield name, node

    def _objects(self, node: int) -> list[ObjectToken]:
        return [token for token in self._linker.tokens(node) if isinstance(token, ObjectToken)]

    def _identities(self, node: int, given: Given, depth: int) -> Identities:
        """What tells the values that a value is made of, found out once for what stands outside of all functions."""
        if given:
            return self._found(node, given, depth)
        known = self._known.get(node)
        if known is None or known[0] > depth:
            known = self._known[node] = (depth, self._found(node, given, depth))
        return known[1]

    def _found(self, node: int, given: Given, depth: int) -> Identities:
        if self._is_over():
            return _NONE
        if node in given:
            return self._identities(*given[node], depth + 1)
        if depth > _DEEPEST or not isinstance(self._folder.value(node), Partial):
            return _NONE
        inside = [at for token in self._objects(node) for at in self._linker.fields_of(token).values()]
        if inside:
            return self._of_all(inside[:_MOST_NAMES], given, depth)
        call = self._calls.get(node)
        if call is not None:
            return self._of_call(call, given, depth)
        computed = self._computed.get(node)
        if computed is not None and computed.operator in {"+", "join", "array"}:
            return self._of_all(computed.operands, given, depth)
        read = self._read(node)
        if read is not None:
            return frozenset({("of", self._identity(read[0], given, depth + 1), read[1])})
        sources = self._folder.sources(node)
        if sources:
            return self._of_all(sources, given, depth)
        return _NONE if node in self._linker.graph.globals else frozenset({("at", node)})

    def _of_all(self, nodes: Sequence[int], given: Given, depth: int) -> Identities:
        return _NONE.union(*(self._identities(each, given, depth + 1) for each in nodes))

    def _of_call(self, call: CallSite, given: Given, depth: int) -> Identities:
        own = list(call.entered)
        if own:
            return _NONE.union(
                *(self._identities(token.result, _entered(token, call, given), depth + 1) for token in own)
            )
        made_of = self._of_all(call.args, given, depth)
        if f".{call.member}" in _SAME_TEXT:
            return made_of | self._identities(call.this, given, depth + 1)
        return made_of | {self._called(call, given, depth)}

    def _called(self, call: CallSite, given: Given, depth: int) -> Identity:
        if call.member is not None and call.this >= 0:
            callee: Identity = (call.member, self._identity(call.this, given, depth + 1))
        else:
            callee = self._identity(call.callee, given, depth + 1)
        return ("call", callee, *(self._identity(arg, given, depth + 1) for arg in call.args))

    def _identity(self, node: int, given: Given, depth: int) -> Identity:
        """The one thing that a value is, by the way it is come by."""
        if self._is_over():
            return ("at", node)
        if node in given:
            return self._identity(*given[node], depth + 1)
        value = self._folder.value(node)
        if not isinstance(value, Partial):
            return ("constant", value)
        name = self._linker.graph.globals.get(node)
        if name is not None:
            return ("global", name)
        if depth > _DEEPEST:
            return ("at", node)
        call = self._calls.get(node)
        if call is not None:
            own = list(call.entered)
            if len(own) == 1:
                return self._identity(own[0].result, _entered(own[0], call, given), depth + 1)
            return self._called(call, given, depth)
        read = self._read(node)
        if read is not None:
            return ("of", self._identity(read[0], given, depth + 1), read[1])
        sources = self._folder.sources(node)
        return self._identity(sources[0], given, depth + 1) if len(sources) == 1 else ("at", node)

    def _read(self, node: int) -> tuple[int, str] | None:
        """What is read here of something that is not the code's own, whose properties no code sees being written."""
        read = self._reads.get(node)
        return None if read is None or self._objects(read[0]) else read


def _entered(function: FunctionToken, call: CallSite, given: Given) -> Given:
    """What the parameters of a function are in one call of it."""
    return {param: (arg, given) for param, arg in zip(function.params, call.args, strict=False) if param != arg}
