"""Which functions, objects and API places can stand where: resolves the calls and properties of a value-flow graph.

Tokens (functions, objects, places) are pushed along VALUE edges until nothing changes; meeting a property access or a
call, they add the edges that it stands for. Objects are told apart by where they are made, properties by name. What is
done about things that nothing is known of, `assuming` says.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reviewer.javascript import keys
from reviewer.javascript import syntax as s
from reviewer.javascript.addresses import LEADING
from reviewer.javascript.carrying import carry
from reviewer.javascript.components import Components
from reviewer.javascript.constants import Boolean, Text, text_of
from reviewer.javascript.contexts import SinkKinds
from reviewer.javascript.copying import Bodies, Copies
from reviewer.javascript.crowds import CROWD, Crowds
from reviewer.javascript.enumerating import Marks, spell_calls, spell_copy, spell_part, spell_write
from reviewer.javascript.giving import CONTENT_KEY, FOREIGN, done_by_call, given_by_property, spread_out
from reviewer.javascript.graph import (
    CONTENT,
    ELEMENTS,
    FAILURE,
    ITERATED,
    ITERATOR,
    LISTED,
    PART,
    REASON,
    VALUE,
    BoundToken,
    CallSite,
    CrowdToken,
    FunctionToken,
    Graph,
    NativeToken,
    ObjectToken,
    RejectedToken,
    Removal,
    SelectToken,
    SinkToken,
    Token,
    rebound,
)
from reviewer.javascript.methods import Natives
from reviewer.javascript.places import Entry, Place, Places
from reviewer.javascript.registering import Registry
from reviewer.javascript.removing import hide
from reviewer.javascript.running import Running, defined, defining, is_defining
from reviewer.javascript.spreading import take_over
from reviewer.javascript.stores import Stores, select
from reviewer.javascript.watching import Watching
from reviewer.place import ArgumentAt, Element, Name, New, Parameter, Return

WORK_LIMIT = 400_000
"""Token pushes after which a page is given up as too tangled; counted, so that a busy machine changes nothing."""

TANGLED = 6
"""How many things may stand at a node, or be called by a call, where linking was given up, and still be told."""

_DEPTH, _BOUND, _MANY, _LISTED = 4, 16, 96, 4
"""How many calls may stand for one another (`f.call.bind(...)`), how many parameters `bind` may take away, how many
things of kinds that cannot be taken together may stand at a node, and how many parameters an API gives to a list."""


class Linker(Watching):
    """The worklist and what has been found so far.

    `further` are the calls that the text does not spell out, `makers` the calls that made objects of which a row says
    so, `begins` what a node's text begins with where nothing else is known of it, `spelled` the nodes of the texts that
    objects are turned into. `sizes` are how long arrays are, `generations` how many times removed copies are from what
    they were made of, `lists` the arguments that are the elements of a function's array of them, where it was called
    once. `unseen` are objects that calls make of others, before anybody
    gets to see them; of `understood` calls it is known for sure what they give. `_bases` are what APIs make for
    classes that extend them: each object has its own properties.
    """

    def __init__(self, graph: Graph, places: Places, kinds: SinkKinds, natives: Natives, bodies: Bodies) -> None:
        super().__init__()
        self.graph = graph
        self._copies = Copies(self, bodies)
        self._crowds = Crowds(self)
        self.marks = Marks(graph)
        self.running = Running(self)
        self.registry = Registry(self)
        self.components = Components(self)
        self.stores = Stores(self)
        self.places = places
        self.kinds = kinds
        self.natives = natives
        self.exhausted = False
        self.introduced: dict[int, list[Place]] = {}
        self.work = 0
        self.makers: dict[ObjectToken, CallSite] = {}
        self.pairs_of: dict[Token, int] = {}
        self.views: dict[Token, Removal] = {}
        self.begins: dict[int, str] = {}
        self.spelled: dict[int, int] = {}
        self._field_nodes: set[int] = set()
        self._tokens: dict[int, dict[Token, None]] = {}
        self._queue: deque[tuple[int, tuple[Token, ...]]] = deque()
        self._reads: dict[int, list[tuple[str | None, int]]] = {}
        self.writes: dict[int, list[tuple[str | None, int]]] = {}
        self._calls: dict[int, list[CallSite]] = {}
        self._callbacks: dict[int, list[tuple[Place, int]]] = {}
        self._own: set[tuple[Token, str | None]] = set()
        self._receivers: dict[int, list[int]] = {}
        self._executors: dict[int, list[tuple[int, ...]]] = {}
        self._arrivals: dict[Entry, int] = {}
        self._fields: dict[Token | Entry, dict[str | None, int]] = {}
        self._every: dict[Token, int] = {}
        self._delegates: dict[Token, dict[int, frozenset[str]]] = {}
        self.invoked: dict[int, dict[FunctionToken, None]] = {}
        self.missing: set[int] = set()
        self._entered: set[FunctionToken] = set()
        self._drawn: set[tuple[int, int, int, int]] = set()
        self._pending: deque[tuple[CallSite, Token]] = deque()
        self._crowded: dict[int, None] = {}
        self._taken: tuple[int, ...] = (0, 0, 0, 0, 0, 0, 0, 0, 0)
        self._methods: dict[str, NativeToken] = {}
        self.further: list[CallSite] = []
        self._loose: dict[Token | Entry, list[str | None]] = {}
        self.sizes: dict[Token, int] = {}
        self.generations: dict[Token, int] = {}
        self.lists: dict[Token, tuple[int, ...]] = {}
        self.unseen: set[Token] = set()
        self._bases: set[Token] = set()
        self.understood: set[CallSite] = set()
        self.looks = 0

    def take_in(self) -> None:
        """Take in what the graph records and was not taken in before."""
        graph = self.graph
        if graph.drawn_late is None:
            graph.drawn_late = []
        accesses, calls, delegations, placed, copies, spreads, keyed, accessors, removals = self._taken
        self._taken = self._recorded()
        for accessor in graph.accessors[accessors:]:
            holder = self.running.declare(accessor)
            if isinstance(holder, ObjectToken) and holder.kind == "prototype":
                self._own.add((holder, accessor.key))
        for access in graph.accesses[accesses:]:
            if access.copied:
                continue
            if access.writes:
                holder = graph.tokens.get(access.base)
                if access.key is not None and isinstance(holder, ObjectToken) and holder.kind == "prototype":
                    self._own.add((holder, access.key))
                self.write(access.base, access.key, access.value)
                if access.key_node >= 0:
                    self.write(access.base, keys.KEYS, access.key_node)
                    spell_write(self, access)
            else:
                self.read(access.base, access.key, access.value)
        for call in graph.calls[calls:]:
            self._take(call)
        for delegate, owner in graph.delegations[delegations:]:
            self.delegate(owner, delegate)
        for whole, name, part in graph.keyed[keyed:]:
            spell_part(self, whole, name, part)
        for source, access in graph.copies[copies:]:
            self.copy(source, access.base)
            spell_copy(self, source, access)
        for spread in graph.spreads[spreads:]:
            self.delegate(spread.owner, spread.source, spread.hidden)
            if spread.hidden:
                take_over(self, spread)
        for removal in graph.removals[removals:]:
            hide(self, removal)
        for node, token in graph.placed[placed:]:
            self.introduce(node, token)
        for source, target in self._late():
            self.marks.handed_on(source, target)
            known = self._tokens.get(source)
            if known:
                self._add(target, tuple(known))

    def _recorded(self) -> tuple[int, ...]:
        graph = self.graph
        return (
            *(len(graph.accesses), len(graph.calls), len(graph.delegations), len(graph.placed), len(graph.copies)),
            *(len(graph.spreads), len(graph.keyed), len(graph.accessors), len(graph.removals)),
        )

    def _late(self) -> list[tuple[int, int]]:
        late = self.graph.drawn_late or []
        self.graph.drawn_late = []
        return late

    # What is known ----------------------------------------------------------------------------------------------------

    def tokens(self, node: int) -> Iterable[Token]:
        """What can stand at a node."""
        return self._tokens.get(node, ())

    def places_at(self, node: int) -> list[Place]:
        """The API places that can stand at a node."""
        return [token for token in self._tokens.get(node, ()) if isinstance(token, Place)]

    def tangled(self) -> frozenset[int]:
        """Where linking was given up: the nodes at which so much was said to stand that it is evidence of nothing."""
        if not self.exhausted:
            return frozenset()
        return frozenset(node for node, tokens in self._tokens.items() if len(tokens) > TANGLED)

    def is_own(self, node: int) -> bool:
        """Whether a node is known to be only objects or functions that the submission itself makes."""
        tokens = self._tokens.get(node)
        return bool(tokens) and all(
            isinstance(token, FunctionToken | CrowdToken | BoundToken)
            or (isinstance(token, ObjectToken) and token.kind not in {"unknown", "instance", FOREIGN})
            for token in tokens or ()
        )

    def fields_of(self, token: Token) -> dict[str | None, int]:
        """The property nodes of an object so far."""
        return self._fields.get(self.owner(token), {})

    def is_field(self, node: int) -> bool:
        """Whether a node stands for a property of an object, and for nothing else."""
        return node in self._field_nodes

    def method(self, name: str) -> NativeToken:
        """The language's own method of a name."""
        if name not in self._methods:
            self._methods[name] = NativeToken(name)
        return self._methods[name]

    def exposed_functions(self) -> set[FunctionToken]:
        """Functions that something unknown may call with anything: they were handed to an API or to unknown code."""
        nodes = [*self._callbacks, *self._executors]
        for calls in self._calls.values():
            for call in calls:
                if not call.tokens or not all(isinstance(token, FunctionToken) for token in call.tokens):
                    nodes += (*call.args, *call.spread)
        return {token for node in nodes for token in self.tokens(node) if isinstance(token, FunctionToken)}

    def is_called(self, function: FunctionToken) -> bool:
        """Whether a call of a function was seen."""
        return function in self._entered

    def unset_properties(self) -> Iterator[int]:
        """The nodes of properties and variables that may be read before anything has been put there.

        What an object has from the start, by its literal, is never one of them.
        """
        for token, fields in self._fields.items():
            if not _is_foreign(token):
                shape = self.graph.shapes.get(token.home, frozenset()) if isinstance(token, ObjectToken) else ()
                yield from (node for key, node in fields.items() if key not in shape)
        yield from self._every.values()  # a name that is not known may be none of the object's
        for node in self.graph.variables:
            if node not in self.graph.begun:
                yield node

    def foreign_properties(self) -> Iterator[int]:
        """The nodes of properties of what is not the code's own: others may have put anything there."""
        for token, fields in self._fields.items():
            if _is_foreign(token):
                yield from fields.values()

    def shared_properties(self) -> Iterator[int]:
        """The nodes of properties under places in an API: all objects of which it is the place share them."""
        for owner, fields in self._fields.items():
            if isinstance(owner, Entry):
                yield from fields.values()

    # Growing ----------------------------------------------------------------------------------------------------------

    def introduce(self, node: int, token: Token) -> None:
        """A token appears at a node by itself (not by an edge)."""
        if isinstance(token, Place):
            known = self.introduced.setdefault(node, [])
            if token not in known:
                known.append(token)
                for entry in token.awaiting:
                    self.edge(self.arrival(entry, node), node)
        self._add(node, (token,))

    def arrival(self, entry: Entry, like: int) -> int:
        """The node of what arrives at a place from elsewhere."""
        node = self._arrivals.get(entry)
        if node is None:
            node = self._arrivals[entry] = self.fresh(like)
            self.graph.shared.add(node)
        return node

    def edge(self, source: int, target: int, label: int = VALUE, site: int = 0, cleared: int = 0) -> None:
        """A new edge, along which what is known goes at once; one that is there already changes nothing."""
        key = (source, target, label, site)
        if source == target or key in self._drawn:
            return
        self._drawn.add(key)
        self.graph.draw(source, (target, label, site, cleared))
        if label == VALUE:
            self.marks.handed_on(source, target)
            known = self._tokens.get(source)
            if known:
                self._add(target, tuple(known))

    def _add(self, node: int, tokens: Sequence[Token]) -> None:
        known = self._tokens.get(node)
        if known is None:
            known = self._tokens[node] = {}
        elif len(known) > _MANY and node not in self._crowded:
            self.exhausted = True
            return
        self.work += 1
        if self._crowds.any and not self._crowds.gathered.isdisjoint(tokens):
            tokens = self._crowds.seen_at(known, tokens)
        if not known:
            fresh = tuple(tokens)
        elif len(tokens) == 1:
            fresh = () if tokens[0] in known else tuple(tokens)
        else:
            fresh = tuple([token for token in tokens if token not in known])
        if fresh:
            known.update(dict.fromkeys(fresh))
            self.work += len(fresh)
            if self._offers(fresh):
                # What the platform offers goes first: it is what a cut-short analysis must not miss.
                self._queue.appendleft((node, fresh))
            else:
                self._queue.append((node, fresh))
            if len(known) > CROWD:
                self._crowded[node] = None

    @staticmethod
    def _offers(tokens: Sequence[Token]) -> bool:
        for token in tokens:  # noqa: SIM110 - a generator for each of a million calls takes its time
            if type(token) is Place:
                return True
        return False

    def solve(self) -> None:
        """Push what has been introduced as far as it goes."""
        edges = self.graph.edges
        self.take_in()
        while self._queue or self._pending or self._visits or self._later:
            while self._crowded and self.work <= WORK_LIMIT:
                crowded, _ = self._crowded.popitem()
                self._queue.append((crowded, self._crowds.gather(self._tokens[crowded])))
            if self.work > WORK_LIMIT:
                self.exhausted = True
                self._queue.clear()
                self._pending.clear()
                self._visits.clear()
                self._later.clear()
                return
            while self._pending and self.work <= WORK_LIMIT:
                self._link(*self._pending.popleft())
                if self.graph.drawn_late or self._taken != self._recorded():
                    self.take_in()
            while self._visits and self.work <= WORK_LIMIT:
                self.work += 1
                self._visits.popleft()()
            if not self._queue:
                if self._later and not self._pending and not self._visits:
                    self.work += 1
                    self._later.popleft()()
                continue
            node, fresh = self._queue.popleft()
            for target, label, _, _ in edges[node]:
                if label == VALUE:
                    self._add(target, fresh)
            if node in self._reads:
                for key, result in tuple(self._reads[node]):
                    for token in fresh:
                        self.read_of(token, key, result, node)
            if node in self.writes:
                for key, value in tuple(self.writes[node]):
                    for token in fresh:
                        self.write_of(token, key, value)
            if node in self._calls:
                self._pending += [(call, token) for call in self._calls[node] for token in fresh]
            if node in self._callbacks:
                for place, bound in tuple(self._callbacks[node]):
                    for token in fresh:
                        self._called_back(token, place, bound)
            if node in self._receivers:
                for source in tuple(self._receivers[node]):
                    for token in fresh:
                        self.delegate(token, source)
            if node in self._executors:
                for params in tuple(self._executors[node]):
                    for token in fresh:
                        self._executed(token, params)
            self._arrived(node, fresh)

    def delegates_of(self, token: Token) -> Mapping[int, frozenset[str]]:
        """The nodes at which an object finds what it does not hold itself, so far, and the names that it does not."""
        return dict(self._delegates.get(self._standing(token), {}))

    def read(self, base: int, key: str | None, result: int) -> None:
        """From now on, what `base` holds under `key` goes to `result`."""
        self._reads.setdefault(base, []).append((key, result))
        for token in tuple(self._tokens.get(base, ())):
            self.read_of(token, key, result, base)

    def write(self, base: int, key: str | None, value: int) -> None:
        """From now on, `value` goes into `key` of what `base` holds."""
        self.writes.setdefault(base, []).append((key, value))
        for token in tuple(self._tokens.get(base, ())):
            self.write_of(token, key, value)

    def delegate(self, owner: Token, node: int, hidden: frozenset[str] = frozenset()) -> None:
        """What an object does not hold itself it finds in another: prototype, spread, `Object.assign`.

        Properties with names in `hidden` it does not find there.
        """
        owner = self._standing(owner)
        delegates = self._delegates.setdefault(owner, {})
        if node in delegates:
            return
        delegates[node] = hidden
        for key, at in tuple(self.fields_of(owner).items()):
            self._inherit(owner, node, key, at)
        if owner in self._every:
            self._find_any(owner, node)
        self._inherits(owner, node)

    def _inherit(self, owner: Token, node: int, key: str | None, at: int) -> None:
        if key in self._delegates[owner][node]:
            return
        if key == keys.KEYS or not (keys.is_slot(key) or keys.is_loose(key) or self._is_own_key(owner, key)):
            self._find_in(node, key, at)
            if key is not None and self.running.is_watched(key):
                self.running.inherited(owner, node, key)

    def owns(self, token: Token, names: Iterable[str]) -> None:
        """An object is sure to hold properties of these names itself, unless setters take them."""
        self._own.update((token, name) for name in names if not self.running.is_watched(name))

    def _is_own_key(self, token: Token, key: str | None) -> bool:
        """Whether an object is sure to hold a property itself, so that it is not looked for elsewhere."""
        return (token, key) in self._own or (key == "prototype" and isinstance(token, FunctionToken))

    def _find_in(self, delegate: int, key: str | None, at: int) -> None:
        self.read(delegate, key, at)
        self.graph.edge(delegate, at, PART)

    def _find_any(self, owner: Token, delegate: int) -> None:
        """Under any key an object has what it finds elsewhere; where some of that is hidden, it comes name by name."""
        if self._delegates[owner][delegate]:
            self.graph.edge(delegate, self._every[owner], PART)
        else:
            self._find_in(delegate, None, self._every[owner])

    def copy(self, source: int, target: int) -> None:
        """From now on, what `source` holds is held by the objects at `target`, each property under its name."""
        self._receivers.setdefault(target, []).append(source)
        self.graph.edge(source, target, CONTENT)
        for token in tuple(self._tokens.get(target, ())):
            self.delegate(token, source)

    def field(self, token: Token, key: str | None, like: int) -> int:
        """The node of a property of an object; `like` is a node at whose place in the text it can be shown."""
        token = self._standing(token)
        owner = token.entries[-1] if isinstance(token, Place) else token
        fields = self._fields.get(owner)
        if fields is None:
            fields = self._fields[owner] = {}
        node = fields.get(key)
        if node is not None:
            return node
        graph = self.graph
        node = fields[key] = graph.node(graph.origin[like], graph.script[like])
        self._field_nodes.add(node)
        if key == "prototype" and isinstance(token, FunctionToken) and token.fields is None:
            self.introduce(node, ObjectToken("prototype", node))
        graph.shared.add(node)
        if key is not None and not keys.is_slot(key):
            graph.names[node] = key
        kind = token.kind if isinstance(token, ObjectToken) else ""
        if isinstance(token, ObjectToken) and keys.is_shown(key):
            self.edge(node, token.home, CONTENT, 0, self.behind_host(token, key))
        if keys.is_loose(key):
            self._loose.setdefault(owner, []).append(key)
            for name, other in tuple(fields.items()):
                if keys.reaches(kind, key, name):
                    self.edge(node, other)
        else:
            for name in self._loose.get(owner, ()):
                if keys.reaches(kind, name, key):
                    self.edge(fields[name], node)
        every = self._every.get(token)
        if every is not None and keys.is_any(kind, key):
            self.edge(node, every)
        for delegate in tuple(self._delegates.get(token, ())):
            self._inherit(token, delegate, key, node)
        self._made(token, key, node)
        return node

    def behind_host(self, token: Token, key: str | None) -> int:
        """What a property of an address is safe for by its place: only some of them decide where an address leads."""
        made = self.graph.computed.get(token.home) if isinstance(token, ObjectToken) else None
        inner = made is not None and made.operator == "address" and key not in LEADING
        return self.kinds.guards.get("pinned", 0) if inner else 0

    def unite(self, token: ObjectToken, other: ObjectToken) -> None:
        """From now on one object stands for both."""
        for key, node in self._fields.pop(other, {}).items():
            mine = self.field(token, key, node)
            self.edge(node, mine)
            self.edge(mine, node)
        for delegate, hidden in self._delegates.pop(other, {}).items():
            self.delegate(token, delegate, hidden)
        every = self._every.pop(other, None)
        if every is not None:
            self.edge(self.any_field(token, every), every)
        self._loose.pop(other, None)
        self._watched_with(token, other)
        self.sizes[token] = -1
        self.edge(token.home, other.home, CONTENT)
        self.edge(other.home, token.home, CONTENT)

    def _standing(self, token: Token) -> Token:
        """The object that stands for an object; anything else for itself."""
        return self._crowds.of(token) if isinstance(token, ObjectToken) and self._crowds.any else token

    def owner(self, token: Token) -> Token | Entry:
        """Whose properties they are: aliases of a place share them (`window.x` and `self.x`)."""
        return token.entries[-1] if isinstance(token, Place) else self._standing(token)

    def any_field(self, token: Token, like: int) -> int:
        """The node of whatever an object holds, under any key: what a computed key reads."""
        token = self._standing(token)
        every = self._every.get(token)
        if every is None:
            every = self._every[token] = self.fresh(like)
            self.graph.shared.add(every)
            kind = token.kind if isinstance(token, ObjectToken) else ""
            for key, node in tuple(self.fields_of(token).items()):
                if keys.is_any(kind, key):
                    self.edge(node, every)
            for delegate in tuple(self._delegates.get(token, ())):
                self._find_any(token, delegate)
        return every

    def read_of(self, token: Token, key: str | None, result: int, base: int = -1) -> None:
        """What one thing, found at `base`, holds under a key goes to `result`."""
        if key is None and isinstance(token, ObjectToken) and token.kind == "proxy":
            key = keys.ANY
        if key is not None and keys.is_slot(key):
            self._read_slot(token, key, result)
            return
        if key is None:
            if isinstance(token, ObjectToken | FunctionToken):
                self.edge(self.any_field(token, result), result)
                self.marks.value(result, token)
                return
            step = self.places.step(token, Element()) if isinstance(token, Place) else None
            if step is not None:
                self.introduce(result, step)
            return
        step = self.places.named(token, key) if isinstance(token, Place) else None
        # A row about something below any property (`record.*.type`) does not make a method one of these properties.
        shadowed = step is None or (step.is_any and (not step.watched or key in self.natives.of_functions))
        native = self.natives.found(token, key) if shadowed else None
        if step is not None and native is None:
            self.introduce(result, step)
            given_by_property(self, base, step, result)
        elif native is not None:
            self.introduce(result, self.method(native))
        if isinstance(token, CrowdToken):
            for member in tuple(token.members):
                self.edge(self.field(member, key, result), result)
        if isinstance(token, ObjectToken | FunctionToken | Place) and token not in self._bases:
            self.edge(self.field(token, key, result), result)

    def _read_slot(self, token: Token, key: str, result: int) -> None:
        match token:
            case RejectedToken():
                if key == REASON:
                    self.edge(token.reason, result)
                elif key == FAILURE:
                    self._add(result, (token,))
            case ObjectToken():
                iterable = not self.graph.iterates or token.kind not in {"object", "instance", "prototype"}
                if key in {ELEMENTS, ITERATED} and not iterable:
                    self._iterate(self.field(token, ITERATOR, result), token, result)
                elif key in {ELEMENTS, LISTED} and iterable:
                    self.read_of(token, None, result)
                elif key not in {ELEMENTS, LISTED, ITERATED}:
                    self.edge(self.field(token, key, result), result)
                    if key == keys.KEYS:
                        self.marks.name(result, token)
            case Place():
                if key == ELEMENTS:
                    self.read_of(token, None, result)
                elif key == keys.KEYS:
                    self.marks.name(result, token)
            case FunctionToken():
                if key == ELEMENTS:
                    self.read_of(token, None, result)
                else:
                    self.edge(self.field(token, key, result), result)
            case _:
                return

    def _iterate(self, method: int, token: ObjectToken, result: int) -> None:
        """What the iterator gives that an object's own method makes: a generator, an array's, or one with `next`."""
        iterator, step, outcome = self.fresh(result), self.fresh(result), self.fresh(result)
        this = self.fresh(result)
        self.introduce(this, token)
        for callee, receiver, gives in ((method, this, iterator), (step, iterator, outcome)):
            self.call(
                CallSite(
                    number=0,
                    node=self.graph.origin[result],
                    script=self.graph.script[result],
                    callee=callee,
                    this=receiver,
                    args=(),
                    spread=(),
                    result=gives,
                    new=False,
                    member=None,
                    function=None,
                    loop=True,
                    depth=1,
                )
            )
        self.read(iterator, "next", step)
        self.read(iterator, LISTED, result)
        self.read(outcome, "value", result)

    def define(self, base: int, key: str | None, value: int) -> None:
        """From now on, `value` stands under `key` of what `base` holds, whatever writing to it may do."""
        self.write(base, None if key is None else defining(key), value)

    def write_of(self, token: Token, key: str | None, value: int) -> None:
        """`value` goes into a key of one thing."""
        defines = key is not None and is_defining(key)
        if key is not None and defines:
            key = defined(key)
        if isinstance(token, Place):
            step = self.places.named(token, key) if key is not None else None
            if step is not None:
                self.offer(value, step)
            if key is None or (step is not None and any(model.sink for model in step.models)):
                return  # It takes effect (the page goes there, the text is shown) and is not kept for others to read.
        if isinstance(token, ObjectToken) and token.kind == "proxy":
            key = f"[[set]]{key or ''}"
        if isinstance(token, ObjectToken) and token.kind == FOREIGN and key is None:
            key = CONTENT_KEY
        view = self.views.get(token) if self.views else None
        if view is not None:
            self.write(view.base, defining(key) if defines and key is not None else key, value)
        for owner in token.members if isinstance(token, CrowdToken) else (token,):
            if isinstance(owner, ObjectToken | FunctionToken | Place) and owner not in self._bases:
                if defines or key is None or not self.running.is_watched(key):
                    self.edge(value, self.field(owner, key, value))
                else:
                    self.running.assign(owner, key, value)

    # Calls ------------------------------------------------------------------------------------------------------------

    def call(self, call: CallSite) -> None:
        """Add a call that the text does not spell out (callbacks, bound functions)."""
        if call.depth > _DEPTH:
            return
        self.work += 1
        self.further.append(call)
        self._take(call)

    def _take(self, call: CallSite) -> None:
        self._calls.setdefault(call.callee, []).append(call)
        self._pending.extend((call, token) for token in self._tokens.get(call.callee, ()))

    def _link(self, call: CallSite, token: Token) -> None:
        if token in call.tokens:
            return
        call.tokens.setdefault(token)
        match token:
            case FunctionToken() if self._copies.waits(call, token):
                # What decides in it stands in an object that has not come yet.
                self.later(lambda: self._enter(call, token))
            case FunctionToken() if token.fields is not None and not call.new and not _is_super(call):
                # A class cannot be called: whoever does that is told to make an object of it, as frameworks do.
                self.call(replace(call, new=True, tokens={}, entered={}, depth=call.depth + 1))
            case FunctionToken():
                self._enter(call, token)
            case CrowdToken():
                self._crowds.enter(call, token)
            case NativeToken():
                self.natives.method(token.name)(self, call)
            case BoundToken():
                self.call(rebound(call, token))
            case SinkToken():
                if call.args:
                    self.edge(call.args[0], token.into)
            case SelectToken():
                select(self, call, token.of)
            case Place():
                self._api(call, token)
            case ObjectToken():
                if token.kind == "proxy":
                    self.natives.called(self, call, token)
            case RejectedToken():
                pass

    def _enter(self, call: CallSite, called: FunctionToken) -> None:
        site = call.number
        function = self._copies.entered(call, called)
        call.entered.setdefault(function)
        last = len(function.params) if function.rest < 0 else function.rest
        for index, arg in enumerate(call.args):
            if index < last:
                self.edge(arg, function.params[index], VALUE, site)
            elif function.rest >= 0:
                self.write(function.params[function.rest], str(index - last), arg)
            if function.arguments >= 0:
                self.write(function.arguments, str(index), arg)
        if function.rest >= 0:
            self._count(function.params[function.rest], call, last)
        if function.arguments >= 0:
            self._count(function.arguments, call, 0)
        for number, whole in enumerate(call.spread):
            item = self.graph.node(call.node, call.script)
            self.read(whole, ELEMENTS, item)
            self.edge(whole, item, PART)
            for position, param in enumerate(function.params[len(call.args) : last]):
                if number:
                    self.edge(item, param, VALUE, site)
                else:  # the first array's elements keep their order
                    exact = self.graph.node(call.node, call.script)
                    self.read(whole, str(position), exact)
                    self.read(whole, ITERATED, exact)
                    self.edge(whole, exact, PART)
                    self.edge(exact, param, VALUE, site)
            if function.rest >= 0:
                self.write(function.params[function.rest], None, item)
            if function.arguments >= 0:
                self.write(function.arguments, None, item)
        if call.new:
            self._construct(call, called, function)
        elif call.this >= 0 and function.closure.this < 0:
            self.edge(call.this, function.this, VALUE, site)
        self.edge(function.result, call.result, VALUE, -site)
        if call.thrown >= 0 and (function.node.generator or not function.node.is_async):
            self.edge(function.thrown, call.thrown, VALUE, -site)
        self.invoked.setdefault(site, {})[function] = None
        self._entered.add(function)
        if not call.spread:
            self.missing.update(function.params[len(call.args) : last])

    def _count(self, at: int, call: CallSite, first: int) -> None:
        """How long the array of arguments from `first` on is, as long as each call gives as many."""
        array = self.graph.tokens[at]
        count = -1 if call.spread else max(0, len(call.args) - first)
        same = self.sizes.setdefault(array, count) == count
        self.sizes[array] = count if same else -1
        if array in self.lists:
            self.lists[array] = ()
        elif not call.spread:
            self.lists[array] = call.args[first:]

    def _construct(self, call: CallSite, called: FunctionToken, entered: FunctionToken) -> None:
        """`new`: an object that finds what it lacks on the function's `prototype`."""
        made = ObjectToken("instance", call.result)
        self.introduce(call.result, made)
        self.introduce(entered.this, made)
        self.edge(call.result, entered.this, CONTENT)
        self.delegate(made, self.field(called.original or called, "prototype", call.result))
        constructor = called.original or called
        any_instance = self.graph.classes.get(constructor)
        if any_instance is None:
            any_instance = self.graph.classes[constructor] = self.fresh(call.result)
        self.edge(call.result, any_instance)

    def is_copied(self, function: FunctionToken) -> bool:
        """Whether all that is called of a function so far are copies of it."""
        return self._copies.is_copied(function)

    def call_bound(self, bound: BoundToken, args: tuple[int, ...], result: int) -> None:
        """A bound function may be called with these."""
        node, script = self.graph.origin[result], self.graph.script[result]
        given = (*bound.args, *args)
        self.call(CallSite(0, node, script, bound.target, bound.this, given, (), result, False, None, None, True, 1))

    def call_unknown(self, function: FunctionToken) -> None:
        """A function may be called by something outside."""
        self._copies.wake(function)

    def _api(self, call: CallSite, place: Place) -> None:
        if call.spread and place.native is None:
            self.call(spread_out(self, call))
            return
        literal = self.graph.constants.get(call.args[0]) if call.args else None
        if isinstance(literal, Text | Boolean):
            special = self.places.for_literal(place, text_of(literal))
            if special is not place:
                call.tokens.setdefault(special)
                place = special
        elif literal is None and call.args and place.speaking:
            spell_calls(self, call, place)
        name = place.native or ""
        native = self.natives.of_global.get(name) or self.natives.behaviours.get(name)
        if native is not None:
            native(self, call)
        done_by_call(self, call, place)
        carry(self, call, place)
        given = self.places.step(place, New() if call.new or _is_super(call) else Return())
        if given is not None:
            for made in self._extended(call) if _is_super(call) else (call.result,):
                self.introduce(made, given)
            if _is_super(call):
                self._bases.add(given)
        for index, arg in enumerate(call.args):
            at = self.places.step(place, ArgumentAt(index))
            if at is not None:
                self.offer(arg, at)

    def _extended(self, call: CallSite) -> Iterator[int]:
        """What an API makes for a class that extends it is `this` in the constructor, and in all else of the class."""
        yield call.this
        constructor = call.function and (call.function.original or call.function)
        if constructor is not None and constructor in self.graph.classes:
            instance = self.graph.classes[constructor]
            yield instance
            self.later(lambda: self._made_elsewhere(constructor, instance, call.this))

    def _made_elsewhere(self, constructor: FunctionToken, instance: int, this: int) -> None:
        """Of a class that the code makes nothing of the API may make an object: it has properties of its own."""
        if not any(isinstance(token, ObjectToken) for token in self.tokens(instance)):
            made = ObjectToken("instance", instance)
            self.introduce(instance, made)
            self.introduce(this, made)
            self.delegate(made, self.field(constructor, "prototype", instance))

    def offer(self, node: int, place: Place, bound: int = 0) -> None:
        """An API gets a value at this place: functions in it will be called back with what the place's params say.

        `bound` is how many leading parameters are already taken.
        """
        offered = self._callbacks.setdefault(node, [])
        if (place, bound) not in offered:
            offered.append((place, bound))
            for token in tuple(self._tokens.get(node, ())):
                self._called_back(token, place, bound)

    def _called_back(self, token: Token, place: Place, bound: int) -> None:
        match token:
            case CrowdToken():
                for member in tuple(token.members):
                    self._called_back(member, place, bound)
            case FunctionToken():
                self._copies.wake(token)
                for index, param in enumerate(token.params[bound:]):
                    given = self.places.step(place, Parameter(index))
                    if given is not None and index + bound != token.rest:
                        self.introduce(param, given)
                self._listed(token, place, bound)
            case BoundToken():
                self.execute(token.target, token.args)
                if bound + len(token.args) < _BOUND:
                    self.offer(token.target, place, bound + len(token.args))
            case ObjectToken():
                for name in dict.fromkeys(
                    n.name for entry in place.entries for n in entry.children if isinstance(n, Name)
                ):
                    inner = self.places.step(place, Name(name, None))
                    if inner is not None:
                        self.offer(self.field(token, name, token.home), inner)
                each = self.places.step(place, Element())
                if each is not None:
                    self.offer(self.any_field(token, token.home), each)
            case SinkToken():
                given = self.places.step(place, Parameter(bound))
                if given is not None:
                    self.introduce(token.into, given)
            case _:
                return

    def _listed(self, token: FunctionToken, place: Place, bound: int) -> None:
        """The function takes what it is given as a list: by `arguments` or by a rest parameter."""
        lists = [(token.arguments, 0)] if token.arguments >= 0 else []
        lists += [(token.params[token.rest], token.rest)] if token.rest >= 0 else []
        for array, first in lists:
            for index in range(max(first, bound), _LISTED):
                given = self.places.step(place, Parameter(index - bound))
                if given is not None:
                    item = self.fresh(array)
                    self.introduce(item, given)
                    self.write(array, str(index - first), item)
                    self.sizes[self.graph.tokens[array]] = -1

    def execute(self, node: int, params: tuple[int, ...]) -> None:
        """Functions at a node are called with these nodes, result unused (a promise's executor, a callback)."""
        self._executors.setdefault(node, []).append(params)
        for token in tuple(self._tokens.get(node, ())):
            self._executed(token, params)

    def _executed(self, token: Token, params: tuple[int, ...]) -> None:
        if isinstance(token, CrowdToken):
            for member in tuple(token.members):
                self._executed(member, params)
        if isinstance(token, BoundToken):
            self.call_bound(token, params, self.fresh(token.target))
        if isinstance(token, FunctionToken) and token.fields is not None:
            node, script, made = self.graph.origin[token.value], self.graph.script[token.value], self.fresh(token.value)
            self.call(CallSite(0, node, script, token.value, -1, params, (), made, True, None, None, True, depth=1))
        elif isinstance(token, FunctionToken):
            self._copies.wake(token)
            for source, param in zip(params, token.params, strict=False):
                self.edge(source, param)

    def fresh(self, like: int) -> int:
        """A new node shown at the place of another."""
        return self.graph.node(self.graph.origin[like], self.graph.script[like])


def _is_foreign(owner: Token | Entry) -> bool:
    return isinstance(owner, Entry) or (isinstance(owner, ObjectToken) and owner.kind in {"unknown", FOREIGN})


def _is_super(call: CallSite) -> bool:
    """Whether a class hands its new object to the class that it extends."""
    match call.node:
        case s.Class() | s.CallExpression(callee=s.Super()):
            return call.this >= 0
        case _:
            return False
