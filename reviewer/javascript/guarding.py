"""What guards that were passed mean at the place where the walk over the code is: for sinks, for senders, for keys."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from reviewer.javascript import syntax as s
from reviewer.javascript.environment import SENDER, Environment, Path, Property
from reviewer.javascript.graph import VALUE, Event
from reviewer.javascript.guards import INSTANCE, OWN_ENTRY, TOGETHER
from reviewer.javascript.scopes import Variable

if TYPE_CHECKING:
    from reviewer.javascript.builder import Builder


def sinks_cleared(b: Builder, expression: s.Node) -> int:
    """The sink kinds that what a name or property holds is safe for here."""
    proven = b.env.proven
    guards: set[str] = set()
    if proven:
        for path in b.conditions.views(expression):
            known = proven.get(path)
            if known is not None:
                guards |= known
        if INSTANCE in guards:
            whole = b.conditions.path(expression)
            if whole is None or INSTANCE not in proven.get(whole, ()):
                guards.discard(INSTANCE)
    guards.update(b.conditions.inherent(expression))
    variable = b.scopes.of_identifier.get(expression) if isinstance(expression, s.Identifier) else None
    if variable is not None and proven:
        guards |= proven_of_original(b, b.env, b.env.versions.get(variable, -1))
    return cleared_by(b, guards)


def proven_of_original(b: Builder, env: Environment, version: int) -> frozenset[str]:
    """What is proven of the variable, which never changes, that a version of another one is a copy of."""
    original = b.originals.get(version)
    if original is None or not env.proven:
        return frozenset()
    return env.proven.get(b.conditions.meaning.path_of(original), frozenset())


def cleared_by(b: Builder, guards: Collection[str]) -> int:
    """The sink kinds that a value is safe for of which this is proven."""
    return _mask(b.clears, guards) if guards else 0


def _mask(clears: Mapping[str, int], guards: Iterable[str]) -> int:
    """Who sent something is no proof of a value: what that is worth depends on what it came with."""
    known = set(guards) - {SENDER}
    for parts, whole in TOGETHER:
        if known.issuperset(parts):
            known.add(whole)
    mask = 0
    for guard in known:
        mask |= clears.get(guard, 0)
    return mask


def senders_checked(b: Builder) -> tuple[Event, ...]:
    """What has a sender that was checked on the way here."""
    return tuple(_event(b, path) for path in b.env.senders()) if b.env.vouched else ()


def _event(b: Builder, path: Path) -> Event:
    """Where linking finds what a path leads to."""
    root, keys = path
    node = b.variable_node(root, b.graph.origin[0]) if isinstance(root, Variable) else b.roots.get(root)
    return (-1 if node is None else node, keys)


def proven_inside(b: Builder, env: Environment) -> Mapping[Property, frozenset[str]]:
    """What is proven of what stands in properties of objects that are known here."""
    found: dict[Property, frozenset[str]] = {}
    for (root, keys), guards in env.proven.items():
        node = env.versions.get(root, -1) if isinstance(root, Variable) else b.roots.get(root, -1)
        if node < 0 and isinstance(root, Variable):
            node = b.variable_node(root, b.graph.origin[0])
        for key in keys[:-1]:
            slot = env.slots.get((b.slots.object_at(node), key))
            node = -1 if slot is None else slot.node
            if node < 0:
                break
        if keys and node >= 0:
            place = (b.slots.object_at(node), keys[-1])
            found[place] = guards | found.get(place, frozenset())
    return found


def entered(b: Builder, key: s.Node) -> None:
    """Something fresh was put under a key: whatever the key is, from now on it leads there."""
    path = b.conditions.path(key)
    if path is not None:
        b.env = b.env.learn((path, guard) for guard in OWN_ENTRY)


def completed(b: Builder, call: s.CallExpression, result: int) -> None:
    """A call has come back: what it would have thrown an exception about does not hold."""
    if b.conditions.revives(call):
        b.graph.revived.add(result)
    proofs = b.conditions.completes(call)
    if proofs:
        b.env = b.env.learn(proofs)


def sifted(b: Builder, call: s.CallExpression, result: int) -> int:
    """The node of what a call gives: what a test let through is safe for what the test proves, as is each element of
    a list of that.
    """
    guards = b.conditions.lets_through(call)
    mask = _mask(b.clears, guards) if guards else 0
    if not mask:
        return result
    b.graph.sifted[result] = mask
    safe = b.node(call)
    b.graph.edge(result, safe, VALUE, 0, mask)
    b.graph.same_constant(result, safe, exact=True)
    b.slots.alias(safe, result)
    return safe
