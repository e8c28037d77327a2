"""What is known at one point of a function: the version each local variable has, what stands in properties, and the
guards that were passed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import reduce
from operator import and_

from reviewer.javascript.scopes import Variable

Path = tuple[Variable, tuple[str, ...]]
"""An access path a guard can speak of: a variable and constant property names (`record.url.value`)."""


Property = tuple[int, str]
"""A property of one object: the node whose value the object is, and the property's name."""


@dataclass(frozen=True, slots=True)
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

    `versions` holds the current node of each variable that has several; `slots` what stands in properties; `cleared`
    the sink kinds (bits) that a guard has made a path safe for.
    """

    versions: dict[Variable, int] = field(default_factory=dict)
    cleared: dict[Path, int] = field(default_factory=dict)
    dead: bool = False
    slots: dict[Property, Slot] = field(default_factory=dict)

    def copy(self) -> Environment:
        """An independent copy."""
        return Environment(dict(self.versions), dict(self.cleared), self.dead, dict(self.slots))

    def assign(self, variable: Variable, node: int) -> None:
        """The variable has a new value, about which no guard has said anything."""
        self.versions[variable] = node
        self.forget((variable, ()))

    def forget(self, path: Path) -> None:
        """Whatever was known of a path and what lies below it no longer holds."""
        if self.cleared:
            variable, keys = path
            stale = [known for known in self.cleared if known[0] is variable and known[1][: len(keys)] == keys]
            for known in stale:
                del self.cleared[known]

    def learn(self, facts: Iterable[tuple[Path, int]]) -> Environment:
        """A copy in which these paths are safe for these sink kinds, too."""
        learnt = self.copy()
        for path, mask in facts:
            learnt.cleared[path] = learnt.cleared.get(path, 0) | mask
        return learnt


def joined(environments: Iterable[Environment], merge: Callable[[set[int]], int]) -> Environment:
    """What holds where several ways come together; `merge` makes one node of the versions of one variable."""
    given = list(environments)
    alive = [environment for environment in given if not environment.dead]
    if not alive:
        return given[0]
    if len(alive) == 1:
        return alive[0]
    first = alive[0]
    versions: dict[Variable, int] = {}
    for variable in dict.fromkeys(variable for environment in alive for variable in environment.versions):
        nodes = {environment.versions[variable] for environment in alive if variable in environment.versions}
        versions[variable] = nodes.pop() if len(nodes) == 1 else merge(nodes)
    cleared: dict[Path, int] = {}
    for path in first.cleared:
        mask = reduce(and_, (environment.cleared.get(path, 0) for environment in alive))
        if mask:
            cleared[path] = mask
    return Environment(versions, cleared, dead=False, slots=_common(alive, merge))


def _common(alive: list[Environment], merge: Callable[[set[int]], int]) -> dict[Property, Slot]:
    """The properties of which something is known on every way."""
    first, *others = alive
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
                slots[place] = Slot(merge(nodes), min(one.since for one in found), written=True)
    return slots


class Exit:
    """A statement that `break` or `continue` can leave, with the environments that did so."""

    __slots__ = ("breaks", "continues", "is_loop", "label")

    def __init__(self, label: str | None, *, is_loop: bool) -> None:
        self.label = label
        self.is_loop = is_loop
        self.breaks: list[Environment] = []
        self.continues: list[Environment] = []
