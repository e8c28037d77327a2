"""Which functions, objects and API places can stand where: resolves the calls and properties of a value-flow graph.

Tokens (functions, objects, places) are pushed along VALUE edges until nothing changes; meeting a property access or a
call, they add the edges that it stands for. Objects are told apart by where they are made, properties by name. What is
done about things that nothing is known of, `assuming` says.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from reviewer.javascript.constants import Boolean, Text, text_of
from reviewer.javascript.contexts import SinkKinds
from reviewer.javascript.copying import Bodies, Copies
from reviewer.javascript.crowds import CROWD, Crowds
from reviewer.javascript.graph import (
    CONTENT,
    PART,
    TAINT,
    VALUE,
    BoundToken,
    CallSite,
    CrowdToken,
    FunctionToken,
    Graph,
    NativeToken,
    ObjectToken,
    SinkToken,
    Token,
    rebound,
)
from reviewer.javascript.places import Entry, Place, Places
from reviewer.place import ArgumentAt, Element, Name, New, Parameter, Return

WORK_LIMIT = 400_000
"""Token pushes after which a page is given up as too tangled; counted, so that a busy machine changes nothing."""

_GIVES = "gives"
"""The detail of a row that says which argument a function gives back."""

_DEPTH, _BOUND, _MANY = 4, 16, 96
"""How many calls may stand for one another (`f.call.bind(...)`), how many parameters `bind` may take away, and how many
things of kinds that cannot be taken together may stand at a node."""

Native = Callable[["Linker", CallSite], None]
"""What a built-in function does to the graph when it is called."""


@dataclass(frozen=True, slots=True)
class Natives:
    """The language's own functions by name: methods of all objects, of functions, and paths below the global object.

    `of_plain` are those of `of_objects` that any object has, or anything that is waited for: the others need an array,
    a map, or something of which nothing is known.
    """

    of_objects: Mapping[str, Native]
    of_functions: Mapping[str, Native]
    of_global: Mapping[str, Native]
    of_plain: frozenset[str]


class Linker:
    """The worklist and what has been found so far."""

    def __init__(self, graph: Graph, places: Places, kinds: SinkKinds, natives: Natives, bodies: Bodies) -> None:
        self.graph = graph
        self._copies = Copies(graph, bodies)
        self._crowds = Crowds(self)
        self.places = places
        self.kinds = kinds
        self.natives = natives
        self.exhausted = False
        self.introduced: dict[int, list[Place]] = {}
        self.work = 0
        self._tokens: dict[int, dict[Token, None]] = {}
        self._queue: deque[tuple[int, tuple[Token, ...]]] = deque()
        self._reads: dict[int, list[tuple[str | None, int]]] = {}
        self.writes: dict[int, list[tuple[str | None, int]]] = {}
        self._calls: dict[int, list[CallSite]] = {}
        self._callbacks: dict[int, list[tuple[Place, int]]] = {}
        self._receivers: dict[int, list[int]] = {}
        self._executors: dict[int, list[tuple[int, ...]]] = {}
        self._fields: dict[Token | Entry, dict[str | None, int]] = {}
        self._every: dict[Token, int] = {}
        self._delegates: dict[Token, list[int]] = {}
        self._drawn: set[tuple[int, int, int, int]] = set()
        self._pending: deque[tuple[CallSite, Token]] = deque()
        self._crowded: dict[int, None] = {}
        self._taken: tuple[int, ...] = (0, 0, 0, 0, 0)
        self._methods = {name: NativeToken(name) for name in (*natives.of_objects, *natives.of_functions)}

    def take_in(self) -> None:
        """Take in what the graph records and was not taken in before."""
        graph = self.graph
        if graph.drawn_late is None:
            graph.drawn_late = []
        accesses, calls, delegations, placed, copies = self._taken
        self._taken = self._recorded()
        for access in graph.accesses[accesses:]:
            if access.copied:
                continue
            if access.writes:
                self.write(access.base, access.key, access.value)
            else:
                self.read(access.base, access.key, access.value)
        for call in graph.calls[calls:]:
            self.call(call)
        for delegate, owner in graph.delegations[delegations:]:
            self.delegate(owner, delegate)
        for source, target in graph.copies[copies:]:
            self.copy(source, target)
        for node, token in graph.placed[placed:]:
            self.introduce(node, token)
        for source, target in self._late():
            known = self._tokens.get(source)
            if known:
                self._add(target, tuple(known))

    def _recorded(self) -> tuple[int, ...]:
        graph = self.graph
        recorded = (graph.accesses, graph.calls, graph.delegations, graph.placed, graph.copies)
        return tuple([len(table) for table in recorded])

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

    def is_own(self, node: int) -> bool:
        """Whether a node is known to be only objects or functions that the submission itself makes."""
        tokens = self._tokens.get(node)
        return bool(tokens) and all(
            isinstance(token, FunctionToken | CrowdToken | BoundToken)
            or (isinstance(token, ObjectToken) and token.kind not in {"unknown", "instance"})
            for token in tokens or ()
        )

    def fields_of(self, token: Token) -> dict[str | None, int]:
        """The property nodes of an object so far."""
        return self._fields.get(self._owner(token), {})

    def method(self, name: str) -> NativeToken:
        """The language's own method of a name."""
        return self._methods[name]

    # Growing ----------------------------------------------------------------------------------------------------------

    def introduce(self, node: int, token: Token) -> None:
        """A token appears at a node by itself (not by an edge)."""
        if isinstance(token, Place):
            known = self.introduced.setdefault(node, [])
            if token not in known:
                known.append(token)
        self._add(node, (token,))

    def edge(self, source: int, target: int, label: int = VALUE, site: int = 0, cleared: int = 0) -> None:
        """A new edge, along which what is known goes at once; one that is there already changes nothing."""
        key = (source, target, label, site)
        if source == target or key in self._drawn:
            return
        self._drawn.add(key)
        self.graph.edges[source].append((target, label, site, cleared))
        if label == VALUE:
            known = self._tokens.get(source)
            if known:
                self._add(target, tuple(known))

    def _add(self, node: int, tokens: Sequence[Token]) -> None:
        known = self._tokens.get(node)
        if known is None:
            known = self._tokens[node] = {}
        elif len(known) > _MANY:
            self.exhausted = True
            return
        self.work += 1
        if self._crowds.any and not self._crowds.gathered.isdisjoint(tokens):
            tokens = self._crowds.seen_at(known, tokens)
        fresh = tuple([token for token in tokens if token not in known] if known else tokens)
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
        while self._queue or self._pending:
            while self._crowded and self.work <= WORK_LIMIT:
                crowded, _ = self._crowded.popitem()
                self._queue.append((crowded, self._crowds.gather(self._tokens[crowded])))
            if self.work > WORK_LIMIT:
                self.exhausted = True
                self._queue.clear()
                self._pending.clear()
                return
            while self._pending:
                self._link(*self._pending.popleft())
                if self.graph.drawn_late or self._taken != self._recorded():
                    self.take_in()
            if not self._queue:
                continue
            node, fresh = self._queue.popleft()
            for target, label, _, _ in edges[node]:
                if label == VALUE:
                    self._add(target, fresh)
            for key, result in tuple(self._reads.get(node, ())):
                for token in fresh:
                    self._read(token, key, result)
            for key, value in tuple(self.writes.get(node, ())):
                for token in fresh:
                    self._write(token, key, value)
            for call in tuple(self._calls.get(node, ())):
                self._pending.extend((call, token) for token in fresh)
            for place, bound in tuple(self._callbacks.get(node, ())):
                for token in fresh:
                    self._called_back(token, place, bound)
            for source in tuple(self._receivers.get(node, ())):
                for token in fresh:
                    self.delegate(token, source)
            for params in tuple(self._executors.get(node, ())):
                for token in fresh:
                    self._executed(token, params)

    def read(self, base: int, key: str | None, result: int) -> None:
        """From now on, what `base` holds under `key` goes to `result`."""
        self._reads.setdefault(base, []).append((key, result))
        for token in tuple(self._tokens.get(base, ())):
            self._read(token, key, result)

    def write(self, base: int, key: str | None, value: int) -> None:
        """From now on, `value` goes into `key` of what `base` holds."""
        self.writes.setdefault(base, []).append((key, value))
        for token in tuple(self._tokens.get(base, ())):
            self._write(token, key, value)

    def delegate(self, owner: Token, node: int) -> None:
        """What an object does not hold itself it finds in another: prototype, spread, `Object.assign`."""
        owner = self._standing(owner)
        delegates = self._delegates.setdefault(owner, [])
        if node in delegates:
            return
        delegates.append(node)
        for key, at in tuple(self.fields_of(owner).items()):
            self._find_in(node, key, at)

    def _find_in(self, delegate: int, key: str | None, at: int) -> None:
        self.read(delegate, key, at)
        self.graph.edge(delegate, at, PART)

    def copy(self, source: int, target: int) -> None:
        """From now on, what `source` holds is held by the objects at `target`, each property under its name."""
        self._receivers.setdefault(target, []).append(source)
        self.graph.edge(source, target, CONTENT)
        for token in tuple(self._tokens.get(target, ())):
            self.delegate(token, source)

    def field(self, token: Token, key: str | None, like: int) -> int:
        """The node of a property of an object; `like` is a node at whose place in the text it can be shown."""
        token = self._standing(token)
        fields = self._fields.setdefault(self._owner(token), {})
        node = fields.get(key)
        if node is not None:
            return node
        graph = self.graph
        node = fields[key] = graph.node(graph.origin[like], graph.script[like])
        if key == "prototype" and isinstance(token, FunctionToken) and token.fields is None:
            self.introduce(node, ObjectToken("prototype", node))
        graph.shared.add(node)
        if key is not None:
            graph.names[node] = key
        if isinstance(token, ObjectToken):
            self.edge(node, token.home, CONTENT)
        if key is None:
            for name, other in tuple(fields.items()):
                if name is not None and _may_be_computed(token, name):
                    self.edge(node, other)
        elif None in fields and _may_be_computed(token, key):
            self.edge(fields[None], node)
        every = self._every.get(token)
        if every is not None:
            self.edge(node, every)
        for delegate in tuple(self._delegates.get(token, ())):
            self._find_in(delegate, key, node)
        return node

    def unite(self, token: ObjectToken, other: ObjectToken) -> None:
        """From now on one object stands for both."""
        for key, node in self._fields.pop(other, {}).items():
            mine = self.field(token, key, node)
            self.edge(node, mine)
            self.edge(mine, node)
        for delegate in self._delegates.pop(other, []):
            self.delegate(token, delegate)
        every = self._every.pop(other, None)
        if every is not None:
            self.edge(self._any_field(token, every), every)
        self.edge(token.home, other.home, CONTENT)
        self.edge(other.home, token.home, CONTENT)

    def _standing(self, token: Token) -> Token:
        """The object that stands for an object; anything else for itself."""
        return self._crowds.of(token) if isinstance(token, ObjectToken) and self._crowds.any else token

    def _owner(self, token: Token) -> Token | Entry:
        """Whose properties they are: aliases of a place share them (`window.x` and `self.x`)."""
        return token.entries[-1] if isinstance(token, Place) else self._standing(token)

    def _any_field(self, token: Token, like: int) -> int:
        """The node of whatever an object holds, under any key: what a computed key reads."""
        token = self._standing(token)
        every = self._every.get(token)
        if every is None:
            self.field(token, None, like)
            every = self._every[token] = self.fresh(like)
            self.graph.shared.add(every)
            for node in tuple(self.fields_of(token).values()):
                self.edge(node, every)
        return every

    def _read(self, token: Token, key: str | None, result: int) -> None:
        if key is None:
            if isinstance(token, ObjectToken | FunctionToken):
                self.edge(self._any_field(token, result), result)
                return
            step = self.places.step(token, Element()) if isinstance(token, Place) else None
            if step is not None:
                self.introduce(result, step)
            return
        methods = self.natives.of_objects if isinstance(token, ObjectToken | Place) else self.natives.of_functions
        step = self.places.step(token, Name(key, None)) if isinstance(token, Place) else None
        if step is not None:
            self.introduce(result, step)
        elif key in methods and (key in self.natives.of_plain or not _is_plain(token)):
            self.introduce(result, self._methods[key])
        if isinstance(token, CrowdToken):
            for member in tuple(token.members):
                self.edge(self.field(member, key, result), result)
        if isinstance(token, ObjectToken | FunctionToken | Place):
            self.edge(self.field(token, key, result), result)

    def _write(self, token: Token, key: str | None, value: int) -> None:
        if isinstance(token, Place):
            step = self.places.step(token, Name(key, None)) if key is not None else None
            if step is not None:
                self.offer(value, step)
            if key is None or (step is not None and any(model.sink for model in step.models)):
                return  # It takes effect (the page goes there, the text is shown) and is not kept for others to read.
        for owner in token.members if isinstance(token, CrowdToken) else (token,):
            if isinstance(owner, ObjectToken | FunctionToken | Place):
                self.edge(value, self.field(owner, key, value))

    # Calls ------------------------------------------------------------------------------------------------------------

    def call(self, call: CallSite) -> None:
        """Add a call that the text does not spell out (callbacks, bound functions)."""
        if call.depth > _DEPTH:
            return
        self._calls.setdefault(call.callee, []).append(call)
        self._pending.extend((call, token) for token in self._tokens.get(call.callee, ()))

    def _link(self, call: CallSite, token: Token) -> None:
        if token in call.tokens:
            return
        call.tokens.setdefault(token)
        match token:
            case FunctionToken():
                self._enter(call, token)
            case CrowdToken():
                self._crowds.enter(call, token)
            case NativeToken():
                name = token.name
                (self.natives.of_functions.get(name) or self.natives.of_objects[name])(self, call)
            case BoundToken():
                self.call(rebound(call, token))
            case SinkToken():
                if call.args:
                    self.edge(call.args[0], token.into)
            case Place():
                self._api(call, token)
            case ObjectToken():
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
        for whole in call.spread:
            item = self.graph.node(call.node, call.script)
            self.read(whole, None, item)
            self.edge(whole, item, TAINT)
            for param in function.params[len(call.args) : last]:
                self.edge(item, param, VALUE, site)
            if function.rest >= 0:
                self.write(function.params[function.rest], None, item)
            if function.arguments >= 0:
                self.write(function.arguments, None, item)
        if call.new:
            self._construct(call, called, function)
        elif call.this >= 0 and function.closure.this < 0:
            self.edge(call.this, function.this, VALUE, site)
        self.edge(function.result, call.result, VALUE, -site)

    def _construct(self, call: CallSite, called: FunctionToken, entered: FunctionToken) -> None:
        """`new`: an object that finds what it lacks on the function's `prototype`."""
        made = ObjectToken("instance", call.result)
        self.introduce(call.result, made)
        self.introduce(entered.this, made)
        self.edge(call.result, entered.this, CONTENT)
        self.delegate(made, self.field(called.original or called, "prototype", call.result))
        any_instance = self.graph.classes.get(called.original or called)
        if any_instance is not None:
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
        literal = self.graph.constants.get(call.args[0]) if call.args else None
        if isinstance(literal, Text | Boolean):
            special = self.places.for_literal(place, text_of(literal))
            if special is not place:
                call.tokens.setdefault(special)
                place = special
        if place.native is not None:
            self.natives.of_global[place.native](self, call)
        for model in place.models:
            returned = dict(model.detail).get(_GIVES, "")
            if returned.isdigit() and int(returned) < len(call.args):
                self.edge(call.args[int(returned)], call.result)
        given = self.places.step(place, New() if call.new else Return())
        if given is not None:
            self.introduce(call.result, given)
        for index, arg in enumerate(call.args):
            at = self.places.step(place, ArgumentAt(index))
            if at is not None:
                self.offer(arg, at)

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
                    if given is not None:
                        self.introduce(param, given)
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
            case _:
                return

    def execute(self, node: int, params: tuple[int, ...]) -> None:
        """Functions at a node are called with these nodes, result unused (a promise's executor, a callback)."""
        self._executors.setdefault(node, []).append(params)
        for token in tuple(self._tokens.get(node, ())):
            self._executed(token, params)

    def _executed(self, token: Token, params: tuple[int, ...]) -> None:
        if isinstance(token, CrowdToken):
            for member in tuple(token.members):
                self._executed(member, params)
        if isinstance(token, FunctionToken):
            self._copies.wake(token)
            for source, param in zip(params, token.params, strict=False):
                self.edge(source, param)

    def fresh(self, like: int) -> int:
        """A new node shown at the place of another."""
        return self.graph.node(self.graph.origin[like], self.graph.script[like])


_PLAIN = frozenset({"object", "prototype", "instance"})


def _is_plain(token: Token) -> bool:
    return isinstance(token, ObjectToken) and token.kind in _PLAIN


def _may_be_computed(token: Token, key: str) -> bool:
    """Whether what is stored under a computed key can be found under this name: not an array's `length`."""
    return not (isinstance(token, ObjectToken) and token.kind == "array") or key.isdigit()
