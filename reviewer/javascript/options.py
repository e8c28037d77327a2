"""Arguments of calls by the paths that model rows name them by (`1.allowHTML`), and the conditions of rows on them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import itemgetter

from reviewer.javascript.alternatives import Alternatives
from reviewer.javascript.carrying import ELEMENT
from reviewer.javascript.folding import Folder
from reviewer.javascript.graph import VALUE, CallSite, FunctionToken, Graph, ObjectToken
from reviewer.javascript.keys import is_kept
from reviewer.javascript.linking import Linker
from reviewer.javascript.places import Place
from reviewer.rule import Model

_ATTRIBUTE = "attribute"
"""The kind of calls that take the name of an attribute and its value."""

_UNUSED = "@unused"
"""The path that leads to the object itself where nothing is done with it but reading its properties."""

_MADE = "@made"
"""The path that leads from an object to what the call was given that made it."""

_HOLDER, _VALUES, _VALUE, _ADOPTS, _JOINS = "@holder", "@values", "value", "adopts", "joins"
"""The path that leads to whatever has the object in it; the one that leads to the values of all that the object has in
it, by the name of that property; and the details of rows that say what becomes part of what.
"""

_ANYTHING = ".*"
"""The pattern of an argument that is given at all, whatever it is."""

_UNKNOWN = "@"
"""What stands for an argument of which nothing is known, for patterns that speak of that."""

_NEAR = 60
"""How many nodes back two names are followed to see whether they are one object."""


class Options:
    """Looks them up in a linked graph."""

    def __init__(self, linker: Linker, folder: Folder) -> None:
        self._graph = linker.graph
        self._linker = linker
        self._folder = folder
        self._alternatives = Alternatives(linker.graph, folder)
        self._set: dict[str, list[tuple[int, int]]] | None = None
        self._results: frozenset[int] | None = None
        self._methods: dict[str, list[CallSite]] = {}
        self._given: dict[int, list[tuple[int, CallSite]]] = {}
        self._taken = 0
        self._whereabouts = _Whereabouts()
        self._adoptions: list[tuple[int, int]] | None = None

    def nodes(self, arguments: Sequence[int], this: int, path: str, callee: int = -1) -> list[int]:
        """The nodes of an argument path (`0`, `1.body`, `this`, `this.url`).

        `this.click()` is what calls of that method give, and `this.click(0)` what these are given.

        `made.0` is an argument of the call that gave the function, or the object whose method it is; `0.@made.1` one of
        the call that made an object.
        """
        head, *keys = path.split(".")
        if head == "this":
            nodes = [this] if this >= 0 else []
        elif head == "made":
            index = int(keys.pop(0))
            makers = (call for node in (callee, this) if node >= 0 for call in self._makers(node))
            nodes = [call.args[index] for call in makers if index < len(call.args)]
        else:
            index = int(head) if head.isdigit() else -1
            nodes = [arguments[index]] if 0 <= index < len(arguments) else []
        steps = iter(keys)
        for position, key in enumerate(steps):
            if key == _VALUES:
                nodes = [value for node in nodes for value in self._values(node)]
                continue
            if key == _MADE:
                nodes = self._given_to_makers(nodes, int(next(steps)))
                continue
            inner = [found for node in nodes for found in self.properties(node, key)]
            if head == "this" and position == 0:
                inner += self._of_object(this, key)
            nodes = inner
        return nodes

    def _given_to_makers(self, nodes: Sequence[int], index: int) -> list[int]:
        """What the calls were given in this place that made the objects, where rows say that they do."""
        tokens = (token for node in nodes for token in self._linker.tokens(node) if isinstance(token, ObjectToken))
        calls = (self._linker.makers.get(token) for token in tokens)
        return [call.args[index] for call in calls if call is not None and index < len(call.args)]

    def properties(self, node: int, key: str) -> list[int]:
        """The nodes of a property of the objects of the submission that stand at a node."""
        found: list[int] = []
        for token in self._linker.tokens(node):
            if isinstance(token, ObjectToken | FunctionToken) or (isinstance(token, Place) and token.is_single):
                fields = self._linker.fields_of(token)
                if key == ELEMENT:
                    found += [at for name, at in fields.items() if not is_kept(name)]
                elif key in fields:
                    found.append(fields[key])
        return sorted(at for at in found if self.is_given(at))

    def is_given(self, node: int) -> bool:
        """Whether a property was ever given a value; asking for one makes it, there and wherever it is looked for."""
        return not self._folder.is_void(node) or any(True for _ in self._linker.tokens(node))

    def holds(self, model: Model, arguments: Sequence[int], this: int, callee: int = -1) -> bool:
        """Whether a row applies to a call with these arguments.

        What is not known counts for `when`, and for `unless` only where anything at all does; what makes a sink
        harmless must hold of all that can stand there. What stands at a place in an API is known by that place with an
        `@` in front.
        """
        for path, pattern in model.when:
            nodes = self.nodes(arguments, this, path, callee)
            if not any(self._fits(node, pattern, unknown=True) for node in nodes):
                return False
        for path, pattern in model.unless:
            nodes = self.nodes(arguments, this, path, callee)
            if any(self._fits(node, pattern, unknown=False, each=model.sink is not None) for node in nodes):
                return False
        return True

    def _fits(self, node: int, pattern: str, *, unknown: bool, each: bool = False) -> bool:
        if pattern == _ANYTHING:
            return True
        texts = self._folder.texts(node) or [text for _, text in self._alternatives.written(node)]
        places = [f"@{place.path}" for place in self._linker.places_at(node)]
        if each and texts:
            return all(re.search(pattern, text) for text in texts)
        if texts or places:
            return any(re.search(pattern, text) for text in (*texts, *places))
        if not unknown and _UNKNOWN in pattern:
            return re.search(pattern, _UNKNOWN) is not None
        tokens = list(self._linker.tokens(node))
        return unknown and not (tokens and all(isinstance(token, FunctionToken) for token in tokens))

    # One object under several names -----------------------------------------------------------------------------------

    def _of_object(self, this: int, key: str) -> list[int]:
        if key == _UNUSED:
            return [this] if self._is_unused(this) else []
        if key == _HOLDER:
            return self._holders(this)
        method, called, given = key.removesuffix(")").partition("(")
        return self._called(this, method, given) if called else self._written(this, key)

    def _holders(self, this: int) -> list[int]:
        """What of the code's own the object was put into, what that was put into, and so on."""
        found: list[int] = []
        todo = [this]
        while todo and len(found) < _NEAR:
            names = self._names(todo.pop())
            for holder, given in self._adopted():
                made = any(isinstance(token, ObjectToken) for token in self._linker.tokens(holder))
                if made and holder not in found and names & self._names(given):
                    found.append(holder)
                    todo.append(holder)
        return found

    def _values(self, this: int) -> list[int]:
        """The values of what was put into the object, into that, and so on."""
        found: dict[int, None] = {}
        seen, todo = {this}, [this]
        while todo and len(seen) < _NEAR:
            names = self._names(todo.pop())
            for holder, given in self._adopted():
                if given not in seen and names & self._names(holder):
                    seen.add(given)
                    todo.append(given)
                    found.update(dict.fromkeys(self.properties(given, _VALUE)))
                    copied = [at for token in self._linker.tokens(given) for at in self._linker.delegates_of(token)]
                    found.update(dict.fromkeys(value for at in copied for value in self.properties(at, _VALUE)))
        return list(found)

    def _adopted(self) -> Sequence[tuple[int, int]]:
        """What gets something as a part of it by some call, and what that is."""
        if self._adoptions is None:
            self._adoptions = [pair for call in self._graph.calls for pair in _adopted(call)]
        return self._adoptions

    def _is_unused(self, this: int) -> bool:
        """Whether the code makes an object only to read its properties: it is put nowhere and handed to nobody."""
        names = self._names(this)
        if not names & (self._results or frozenset()):
            return False
        todo = [node for node in names if node in (self._results or frozenset())]
        seen = set(todo)
        while todo:
            for target, label, _, _ in self._graph.edges[todo.pop()]:
                if label == VALUE and target not in seen and len(seen) < _NEAR:
                    seen.add(target)
                    todo.append(target)
        whereabouts = self._whereabouts
        whereabouts.take_in(self._graph)
        return whereabouts.put.isdisjoint(seen) and not whereabouts.read.isdisjoint(seen)

    def _written(self, this: int, key: str) -> list[int]:
        """What is written to a property of the very object, or set as an attribute of it, whatever the object is."""
        if self._set is None:
            self._set = {}
            for access in self._graph.accesses:
                if access.writes and access.key is not None:
                    self._set.setdefault(access.key, []).append((access.base, access.value))
            for call in self._graph.calls:
                name = self._folder.folded(call.args[0]).text if len(call.args) > 1 and _sets(call) else None
                if name is not None:
                    self._set.setdefault(name.lower(), []).append((call.this, call.args[1]))
        known = self._set.get(key, ())
        mine = self._names(this) if known else set()
        return [value for base, value in known if mine & self._names(base) and self.is_given(value)]

    def _called(self, this: int, method: str, given: str) -> list[int]:
        """The results of the calls of a method of the very object, or the arguments `given` them in that place."""
        self._take_in()
        known = self._methods.get(method, ())
        mine = self._names(this) if known else set()
        calls = [call for call in known if mine & self._names(call.this)]
        if not given:
            return [call.result for call in calls]
        return [call.args[int(given)] for call in calls if int(given) < len(call.args)]

    def _take_in(self) -> None:
        """Note what calls there are by now."""
        for number, call in enumerate(self._graph.calls[self._taken :], self._taken):
            self._given.setdefault(call.result, []).append((number, call))
            if call.member is not None:
                self._methods.setdefault(call.member, []).append(call)
        self._taken = len(self._graph.calls)

    def _makers(self, node: int) -> list[CallSite]:
        """The calls that gave what stands at a node."""
        names = self._names(node)
        self._take_in()
        found = [pair for name in names for pair in self._given.get(name, ())]
        return [call for _, call in sorted(found, key=itemgetter(0))]

    def _names(self, node: int) -> set[int]:
        """The nodes that an object is known as, back to the call that gave it; some calls give what they are given."""
        if self._results is None:
            self._results = frozenset(call.result for call in self._graph.calls)
        self._take_in()
        seen, todo = {node}, [node]
        while todo and len(seen) < _NEAR:
            at = todo.pop()
            given = (call for _, call in self._given.get(at, ())) if at in self._results else None
            handed = None if given is None else {node for call in given for node in (call.this, *call.args)}
            for source in self._folder.sources(at):
                if source not in seen and (handed is None or source in handed):
                    seen.add(source)
                    todo.append(source)
        return seen


class _Whereabouts:
    """`put` are the nodes of values that are returned, written to a property or given to a call; `read` those of which
    a property is read. Both grow with the graph, which only ever gets more of each.
    """

    def __init__(self) -> None:
        self.put: set[int] = set()
        self.read: set[int] = set()
        self._functions = self._accesses = self._calls = 0

    def take_in(self, graph: Graph) -> None:
        """Note what there is by now."""
        self.put.update(function.result for function in graph.functions[self._functions :])
        for access in graph.accesses[self._accesses :]:
            if access.writes:
                self.put.add(access.value)
            else:
                self.read.add(access.base)
        for call in graph.calls[self._calls :]:
            self.put.update((call.this, *call.spread))
            if not call.tokens or not all(isinstance(token, FunctionToken) for token in call.tokens):
                self.put.update(call.args)  # what functions of the code's own get is followed into them
        self._functions, self._accesses = len(graph.functions), len(graph.accesses)
        self._calls = len(graph.calls)


def is_special(path: str) -> bool:
    """Whether only this module knows what a path means."""
    head, *keys = path.split(".")
    return head == "made" or any(key in {ELEMENT, _UNUSED, _HOLDER, _VALUES} or key.endswith(")") for key in keys)


def _sets(call: CallSite) -> bool:
    """Whether a call gives its object an attribute by name."""
    return any(model.call == _ATTRIBUTE for token in call.tokens if isinstance(token, Place) for model in token.models)


def _adopted(call: CallSite) -> Iterator[tuple[int, int]]:
    """What gets something as a part of it by a call, and what: its object an argument, or the other way round."""
    details = {
        (key, value)
        for token in call.tokens
        if isinstance(token, Place)
        for model in token.models
        for key, value in model.detail
        if key in {_ADOPTS, _JOINS}
    }
    for index, arg in enumerate(call.args if call.this >= 0 and details else ()):
        if (_ADOPTS, "*") in details or (_ADOPTS, str(index)) in details:
            yield (call.this, arg)
        if (_JOINS, str(index)) in details:
            yield (arg, call.this)
