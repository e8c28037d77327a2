"""What is known at one point of a function: the version each local variable has, what stands in properties, and what
passed guards have proven.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from reviewer.javascript import syntax as s
from reviewer.javascript.scopes import Variable
from reviewer.record import value

Root = Variable | s.Node
"""What an access path begins with: a variable, or the pattern, object or class that stands for a nameless value."""

Path = tuple[Root, tuple[str, ...]]
"""An access path a guard can speak of: a variable and constant property names (`record.url.value`)."""

ELEMENT = "[]"
"""The key that stands for any element of an array."""

PASSING = "[~"
"""How keys begin that stand for the property which a variable chooses until it gets another value."""

Proof = tuple[Path, str]
"""A path, and the name of what is proven of it (see `guards`)."""

SENDER = "origin"
"""The proof that speaks not of a value but of where all that came with it is from."""

_NOTHING: frozenset[str] = frozenset()


def is_passing(path: Path) -> bool:
    """Whether what a path leads to is chosen by a variable that may get another value."""
    return any(key.startswith(PASSING) for key in path[1])


OF_ALL = ((), (ELEMENT,))
"""How keys begin of what holds of an array as a whole, or of each of its elements."""


Property = tuple[int, str]
"""A property of one object: the node whose value the object is, and the property's name."""


@value
class Slot:
    """What stands in a property: `node`, since `since` calls had been made on the page.

    `written` tells whether it was seen to be put there; otherwise it has only been read before.
    """

    node: int
    since: int
    written: bool


@dataclass(slots=True, eq=False)
class Environment:
    """State at a program point; `dead` code (after a return) is still examined, but what it does cannot happen.

    `versions` holds the current node of each variable that has several; `slots` what stands in properties; `proven`
    what guards have proven of paths, `vouched` whether there may be something about a sender among that.
    """

    versions: dict[Variable, int] = field(default_factory=dict)
    proven: dict[Path, frozenset[str]] = field(default_factory=dict)
    dead: bool = False
    slots: dict[Property, Slot] = field(default_factory=dict)
    vouched: bool = False

    def copy(self) -> Environment:
        """An independent copy."""
        return Environment(dict(self.versions), dict(self.proven), self.dead, dict(self.slots), self.vouched)

    def assign(self, variable: Variable, node: int) -> None:
        """The variable has a new value, about which no guard has said anything."""
        self.versions[variable] = node
        self.forget((variable, ()))

    def change(self, variable: Variable, node: int) -> None:
        """The variable has another version of the same array, which holds nothing that it did not hold before."""
        self.versions[variable] = node
        for known in [known for known in self.proven if known[0] is variable and known[1][:1] not in OF_ALL]:
            del self.proven[known]

    def refill(self, path: Path) -> None:
        """Something else may have come into an array: what was proven of every element no longer is."""
        self.forget((path[0], (*path[1], ELEMENT)))
        self.proven.pop(path, None)  # what was proven of the text that its elements would make
        root, keys = path
        below = [known for known in self.proven if known[0] is root and known[1][: len(keys)] == keys]
        for known in below:
            if is_passing((root, known[1][len(keys) :][:1])):
                del self.proven[known]

    def forget_keys(self, names: Iterable[str | None]) -> None:
        """Properties of these names may have been written: what was proven of them no longer holds."""
        written = set(names)
        for known in list(self.proven):
            if not written.isdisjoint(known[1]) or (None in written and is_passing(known)):
                del self.proven[known]

    def forget(self, path: Path) -> None:
        """Whatever was known of a path and what lies below it no longer holds."""
        if self.proven:
            root, keys = path
            stale = [known for known in self.proven if known[0] is root and known[1][: len(keys)] == keys]
            if isinstance(root, Variable) and root.passing and not keys:
                stale += [known for known in self.proven if known[0] is not root and root.passing in known[1]]
            for known in stale:
                del self.proven[known]

    def learn(self, proofs: Iterable[Proof]) -> Environment:
        """A copy in which these hold, too."""
        learnt = self.copy()
        found: dict[Path, set[str]] = {}
        for path, guard in proofs:
            known = found.get(path)
            if known is None:
                known = found[path] = set()
            known.add(guard)
        for path, guards in found.items():
            learnt.proven[path] = learnt.proven.get(path, frozenset()) | guards
            learnt.vouched = learnt.vouched or SENDER in guards
        return learnt

    def unlearn(self, before: Environment) -> None:
        """Nothing is proven any more but what had been, and still is."""
        self.proven = {
            path: guards & before.proven[path] for path, guards in self.proven.items() if path in before.proven
        }

    def senders(self) -> tuple[Path, ...]:
        """What has been shown to come from a sender that was checked."""
        return tuple(path for path, guards in self.proven.items() if SENDER in guards) if self.vouched else ()


Versions = Mapping[int, frozenset[str]]
"""The nodes that a value may be, each with what guards have proven of it on every way it comes by."""


def joined(
    environments: Iterable[Environment],
    merge: Callable[[Versions], int],
    held: Callable[[Environment], Mapping[Property, frozenset[str]]],
    copied: Callable[[Environment, int], frozenset[str]],
) -> Environment:
    """What holds where several ways come together; `merge` makes one node of the versions of one variable, `held`
    tells what is proven of what stands in properties, `copied` of what a version of a variable is a copy of.
    """
    given = list(environments)
    alive = [environment for environment in given if not environment.dead]
    if not alive:
        return given[0]
    if len(alive) == 1:
        return alive[0]
    first = alive[0]
    versions: dict[Variable, int] = {}
    found: dict[Variable, dict[int, frozenset[str]]] = {}
    for environment in alive:
        for variable, node in environment.versions.items():
            nodes = found.setdefault(variable, {})
            guards = environment.proven.get((variable, ()), _NOTHING) | copied(environment, node)
            nodes[node] = guards & nodes[node] if node in nodes else guards
    for variable, nodes in found.items():
        versions[variable] = next(iter(nodes)) if len(nodes) == 1 else merge(nodes)
    proven: dict[Path, frozenset[str]] = {}
    for path, guards in first.proven.items():
        common = guards.intersection(*(environment.proven.get(path, frozenset()) for environment in alive[1:]))
        if common:
            proven[path] = common
    vouched = any(environment.vouched for environment in alive)
    return Environment(versions, proven, dead=False, slots=_common(alive, merge, held), vouched=vouched)


def _common(
    alive: list[Environment],
    merge: Callable[[Versions], int],
    held: Callable[[Environment], Mapping[Property, frozenset[str]]],
) -> dict[Property, Slot]:
    """The properties of which something is known on every way."""
    first, *others = alive
    proven: list[Mapping[Property, frozenset[str]]] = []
    slots: dict[Property, Slot] = {}
    for place, slot in first.slots.items():
        found = [slot]
        for environment in others:
            other = environment.slots.get(place)
            if other is None:
                break
            found.append(other)
        else:
            nodes = {one.node for one in found}
            if len(nodes) == 1:
                slots[place] = Slot(slot.node, min(one.since for one in found), all(one.written for one in found))
            elif all(one.written for one in found):
                proven = proven or [held(environment) for environment in alive]
                versions: dict[int, frozenset[str]] = {}
                for one, known in zip(found, proven, strict=True):
                    guards = known.get(place, _NOTHING)
                    versions[one.node] = guards & versions.get(one.node, guards)
                slots[place] = Slot(merge(versions), min(one.since for one in found), written=True)
    return slots


class Exit:
    """A statement that `break` or `continue` can leave, with the environments that did so."""

    __slots__ = ("breaks", "continues", "is_loop", "label")

    def __init__(self, label: str | None, *, is_loop: bool) -> None:
        self.label = label
        self.is_loop = is_loop
        self.breaks: list[Environment] = []
        self.continues: list[Environment] = []
