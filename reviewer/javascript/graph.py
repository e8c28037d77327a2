"""The value-flow graph of one page: integer nodes, labelled edges, and the constraints that call linking resolves.

A node stands for the value of an expression, variable version, property, parameter or result. An edge says where that
value goes: VALUE the same value; TAINT something derived from it; PART a property read out of it; CONTENT into an
object that holds it; REST the same, of which parts have been replaced: a part comes by itself or not. VALUE edges
carry objects and functions, all edges carry data. An edge into or out of a function is marked with its call site, so
that a path that enters by one call does not leave by another.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reviewer.javascript import syntax as s
from reviewer.javascript.constants import Constant
from reviewer.javascript.environment import Path
from reviewer.javascript.frames import Frame
from reviewer.javascript.places import Place
from reviewer.javascript.scopes import Variable
from reviewer.record import thing, value

VALUE, TAINT, PART, CONTENT, REST = range(5)

MATCH, PIECE = "match", "piece"
"""The operators of what a pattern matches in a text (of the text and the pattern), and of what a replacing function
gives for a match (of the text, the pattern and the function).
"""

ELEMENTS, ITERATED, RETURNED, SENT = "[[elements]]", "[[iterated]]", "[[returned]]", "[[sent]]"
LISTED, REASON, FAILURE, STARTED = "[[listed]]", "[[reason]]", "[[failure]]", "[[started]]"
KEYS, HELD = "[[keys]]", "[[held]]"
"""Names of what code cannot name: what iterating gives, what it gives by a method of the code's own, and what it gives
where it is the language's; what a generator returns in the end, and is sent; what a promise is rejected with, and the
fact of that; whether the result of a call has been iterated yet; what
properties are called; what a variable holds that is no property of anything.
"""

ITERATOR = "@@iterator"
"""The key of the method that gives what an object is iterated with; other symbols have such names, too."""


Edge = tuple[int, int, int, int]
"""(target node, label, call site, cleared sink kinds): site > 0 enters by that call, < 0 leaves by it, 0 neither."""


Event = tuple[int, tuple[str, ...]]
"""A node, and the names of properties below it: where what has a sender is found."""


@thing
class Closure:
    """What a function's body sees of the code around it, wherever it is called from.

    `frame` holds the variables, `versions` those of them that stay as they are, `proven` what guards have proven for
    good, `super_class` is the node of the class above
    or -1, `this` the node an arrow function takes its `this` from or -1, `owner` the node of the object or of any
    instance that a method is written for, or -1. `dead` tells whether the code around can never run.
    """

    frame: Frame
    proven: Mapping[Path, frozenset[str]]
    versions: Mapping[Variable, int]
    super_class: int
    this: int
    owner: int
    dead: bool


Key = tuple[int, str | None]
"""A parameter by its index, or a property of what is passed there."""


@dataclass(slots=True, eq=False)
class FunctionToken:
    """A function as a value: one drawing of its body in the graph; `copying` decides which calls share one.

    `value` is the node of the function itself, `params` are nodes, `rest` the index of a rest parameter or -1,
    `arguments` the node of its `arguments` object or -1, `thrown` that of whatever it throws. `keys` are the parameters
    whose values decide what its body does, `given` the constants that they are in this drawing. `caller` is the
    function whose call a copy was made for, `original` what it is a copy of. `drawn` tells whether the body is in the
    graph yet.
    """

    node: s.Function
    script: int
    name: str
    value: int
    params: tuple[int, ...]
    rest: int
    this: int
    result: int
    arguments: int
    thrown: int
    parent: FunctionToken | None
    closure: Closure
    keys: tuple[Key, ...] = ()
    given: Mapping[Key, Constant] = field(default_factory=dict)
    fields: s.Class | None = None
    caller: FunctionToken | None = None
    original: FunctionToken | None = None
    drawn: bool = False
    events: tuple[str, ...] = ()


@dataclass(slots=True, eq=False)
class ObjectToken:
    """An object, array or instance of the submission's own, by the place that makes it; `home` is its first node."""

    kind: str
    home: int


@dataclass(slots=True, eq=False)
class CrowdToken:
    """Functions that meet where too many do to tell them apart: any of them may be called, with what any is given.

    `members` are those that are functions as written; bound ones are called by way of the crowd's own nodes alone.
    """

    members: dict[FunctionToken, None]
    params: list[int]
    this: int
    result: int
    thrown: int


@thing
class NativeToken:
    """A built-in method of ECMAScript, by name (`map`, `then`). There is one for each name."""

    name: str


@dataclass(slots=True, eq=False)
class BoundToken:
    """A function with `this` and leading arguments fixed (`bind`)."""

    target: int
    this: int
    args: tuple[int, ...]


@dataclass(slots=True, eq=False)
class RejectedToken:
    """A promise that may be rejected with what stands at a node."""

    reason: int


@dataclass(slots=True, eq=False)
class SinkToken:
    """A function that hands its first argument on to a node (`resolve` of a promise)."""

    into: int


@dataclass(slots=True, eq=False)
class SelectToken:
    """A function that gives what stands at a node, or what a function which it is given makes of that."""

    of: int


Token = (
    FunctionToken
    | CrowdToken
    | ObjectToken
    | NativeToken
    | BoundToken
    | SinkToken
    | SelectToken
    | RejectedToken
    | Place
)


@dataclass(slots=True, eq=False)
class CallSite:
    """One call or `new`; a spread argument makes all later positions uncertain and is passed as `spread`.

    `number` is 1 and up. `member` is the property's name for `o.m()`. `loop` tells whether a loop is around it.
    `thrown` is the node that gets what is thrown in it, or -1. `depth` counts how many calls stand for this one
    (callbacks of built-in functions, bound functions); 0 for one in the text. `tokens` are what it was found to call,
    `entered` the very copies of functions. `after` is the node of the array that the method is called on as it is
    afterwards, -1 where that is not told apart.
    """

    number: int
    node: s.Node
    script: int
    callee: int
    this: int
    args: tuple[int, ...]
    spread: tuple[int, ...]
    result: int
    new: bool
    member: str | None
    function: FunctionToken | None
    loop: bool
    thrown: int = -1
    depth: int = 0
    after: int = -1
    tokens: dict[Token, None] = field(default_factory=dict)
    entered: dict[FunctionToken, None] = field(default_factory=dict)


def function_name(function: FunctionToken | None) -> str:
    """The nearest named function around a place."""
    while function is not None:
        if function.name:
            return function.name
        function = function.parent
    return ""


def rebound(call: CallSite, bound: BoundToken) -> CallSite:
    """The call of a bound function as one of the function behind it."""
    return CallSite(
        number=call.number,
        node=call.node,
        script=call.script,
        callee=bound.target,
        this=bound.this,
        args=(*bound.args, *call.args),
        spread=call.spread,
        result=call.result,
        new=call.new,
        member=None,
        function=call.function,
        loop=call.loop,
        thrown=call.thrown,
        depth=call.depth + 1,
    )


@value
class Access:
    """A property read or written: `key` is None where it is computed; `value` is the node read into or written from.

    `copied` tells that the value was read under the same key elsewhere, which `Graph.copies` says more exactly.
    `key_node` is the node of a computed key that is written under, or -1.
    """

    base: int
    key: str | None
    value: int
    node: s.Node
    script: int
    function: FunctionToken | None
    writes: bool
    loop: bool
    copied: bool = False
    key_node: int = -1


@dataclass(slots=True, eq=False)
class Span:
    """A time in which a property is taken to be left alone: from `since` to `until` calls made on the page, inside one
    function. `holder` is the node whose value the object is.
    """

    holder: int
    key: str
    since: int
    until: int
    function: FunctionToken | None


@value
class Accessor:
    """A getter (or else setter) that is written in an object or a class: the nodes of both."""

    holder: int
    key: str
    function: int
    gets: bool


@value
class Settled:
    """A property read that gives what was put there just before, unless one of the calls of a span may write it."""

    access: Access
    spans: tuple[Span, ...]


@value
class Choice:
    """An edge that exists only if the value at `test` can be of a sort: truthy, falsy, nullish or undefined."""

    test: int
    sort: str
    source: int
    target: int


@value
class Kept:
    """The left side of an operator that gives it on where it is of a sort: `||`, `??`."""

    left: int
    operator: str


@value
class Conversion:
    """A value is turned into a primitive one (7.1.1): what an object's own method gives goes to `result`."""

    operand: int
    hint: str
    result: int


@value
class Spread:
    """All properties of what stands at `source` are copied into an object, but for those with these names."""

    source: int
    owner: Token
    hidden: frozenset[str]


@value
class Removal:
    """What stands at `base` is, in `view`, the same without a property, or with other values in all of them (None)."""

    base: int
    view: ObjectToken
    key: str | None


@value
class Reference:
    """A global name read somewhere; `value` is the one node of that name."""

    value: int
    node: s.Node
    script: int
    function: FunctionToken | None
    loop: bool


@value
class Computed:
    """How a node's value is computed, for folding: `operator` over `operands`.

    `operator` is "join" (concatenation of all as strings), "+", another binary operator, "unary x", "array", "element",
    "property x", "call", KEYS, or a method's name with a leading dot, whose first operand is its object.
    """

    operator: str
    operands: tuple[int, ...]


@value
class Treatment:
    """What a piece of code makes of the values of some nodes: a function that would do the same."""

    function: s.Function
    given: tuple[int, ...]


class Graph:
    """All nodes and edges of a page, with tables about nodes; grows only.

    `names` are names of variables and properties; `globals` global names that no script declares. `shared` nodes are
    reached from several calls at once (closures, properties): a path through one forgets the call it came by. `parts`
    are properties read out of something; `guessed` results are assumed to hold what went into an unknown call; in
    `restored` ones nothing is safe any more that had been made so, `unescaped` ones were text in HTML before, and
    `parsed` ones are nodes made of a text, and only such come to those `around_nodes`. `name_lists` stand for the names
    of properties, `revived` for parsed JSON of which a function has taken out the names that lead to a prototype;
    `unrevived` leads from what such a function is shown to what comes of it. `constants` and `computed` are for
    folding; the constants of `exact` nodes are certain, others only likely. `empty` nodes are some falsy value, it is
    not known which. `within` is the function around a text, `written_under` the key of a value that is written under a
    computed key. `behind` nodes are seen, and `checked` calls (by number) are made, only where the sender of these
    events was checked.

    Linking works on `calls`, `accesses`, `references`, `functions`, `tokens` (what stands at a node from the start),
    `delegations` (who finds missing properties where), `keyed` (what goes with one name of an object where any might
    stand, and where to), `sifted` (which sinks the elements of a list are safe for that a test let through, by the node
    of the call), `excluded` (texts that the first argument of a call is not, by its number), `picked` (names of which
    each pair that a call picks has one), `copies` (from which object all properties are written, each under its
    name), `classes` (for each class, and each function that
    `new` was seen with, the node of any of its instances), `methods` (with the node of the object they are written for)
    and `accessors`. Properties of `accessor_names` may run functions, those `described` may come to do so after they
    are made. `spreads` are objects written into others, `removals` what is left of objects, `conversions` calls that
    the language makes for an operator. `iterates` tells whether some object of the code says itself how it is iterated,
    `converts` whether one says what it is as a text. `own_keys` are the properties that an object literal at a node
    surely has, in order, `brings` those that an argument of `Object.assign` has, `overridden` those that a prototype
    made by a call has itself; `sealed` are properties that nothing but what these nodes hold can get into. `placed` and
    `drawn_late` are what was added since linking looked.

    `settled` reads and `choices` are what linking may find to be needed, when it knows more. For that, `kept` has the
    left sides of operators by their results, `same` says of nodes which one holds the same object; `pauses` are the
    numbers of calls that stand for waiting, while other code may run, `first_steps` those that start a generator;
    `shapes` are names that object literals have from the start; `variables` the nodes of variables, `begun` of those
    that have a value from the start, `writers` the functions in which they are written. `cleared` tells what VALUE
    edges make safe, by their targets.
    """

    def __init__(self) -> None:
        self.edges: list[list[Edge]] = []
        self.origin: list[s.Node] = []
        self.script: list[int] = []
        self.shared: set[int] = set()
        self.guessed: set[int] = set()
        self.parts: set[int] = set()
        self.restored: set[int] = set()
        self.unescaped: set[int] = set()
        self.treated: dict[int, Treatment] = {}
        self.parsed: set[int] = set()
        self.around_nodes: set[int] = set()
        self.revived: set[int] = set()
        self.unrevived: dict[int, int] = {}
        self.name_lists: set[int] = set()
        self.names: dict[int, str] = {}
        self.globals: dict[int, str] = {}
        self.references: list[Reference] = []
        self.constants: dict[int, Constant] = {}
        self.exact: set[int] = set()
        self.empty: set[int] = set()
        self.computed: dict[int, Computed] = {}
        self.within: dict[int, FunctionToken | None] = {}
        self.behind: dict[int, tuple[Event, ...]] = {}
        self.checked: dict[int, tuple[Event, ...]] = {}
        self.written_under: dict[tuple[int, int], int] = {}
        self.calls: list[CallSite] = []
        self.accesses: list[Access] = []
        self.functions: list[FunctionToken] = []
        self.tokens: dict[int, Token] = {}
        self.delegations: list[tuple[int, Token]] = []
        self.copies: list[tuple[int, Access]] = []
        self.keyed: list[tuple[int, str, int]] = []
        self.sifted: dict[int, int] = {}
        self.excluded: dict[int, frozenset[str]] = {}
        self.picked: dict[int, Sequence[str]] = {}
        self.own_keys: dict[int, Mapping[str, int]] = {}
        self.brings: dict[int, frozenset[str]] = {}
        self.overridden: Mapping[s.Node, frozenset[str]] = {}
        self.sealed: dict[int, frozenset[int]] = {}
        self.classes: dict[FunctionToken, int] = {}
        self.methods: list[tuple[int, FunctionToken]] = []
        self.accessors: list[Accessor] = []
        self.accessor_names: frozenset[str] = frozenset()
        self.described: frozenset[str] = frozenset()
        self.placed: list[tuple[int, Token]] = []
        self.drawn_late: list[tuple[int, int]] | None = None
        self.spreads: list[Spread] = []
        self.removals: list[Removal] = []
        self.conversions: list[Conversion] = []
        self.iterates = False
        self.converts = False
        self.settled: list[Settled] = []
        self.choices: list[Choice] = []
        self.kept: dict[int, Kept] = {}
        self.same: dict[int, int] = {}
        self.pauses: set[int] = set()
        self.first_steps: set[int] = set()
        self.shapes: dict[int, frozenset[str]] = {}
        self.variables: set[int] = set()
        self.begun: set[int] = set()
        self.writers: dict[int, frozenset[s.Node | None]] = {}
        self.cleared: list[tuple[int, int]] = []
        self._sources: dict[int, list[int]] = {}
        self._untold: list[tuple[int, int]] = []

    def put(self, node: int, token: Token) -> None:
        """A token stands at a node from the start."""
        self.tokens[node] = token
        self.placed.append((node, token))

    def same_constant(self, source: int, target: int, *, exact: bool = False) -> None:
        """What is constant stays so under another name; `exact` says that it can have no other value."""
        if source in self.constants:
            self.constants[target] = self.constants[source]
            if exact and source in self.exact:
                self.exact.add(target)

    def coming(self) -> list[list[int]]:
        """For each node those from which an edge leads to it, as the graph is now."""
        sources: list[list[int]] = [[] for _ in self.edges]
        for source, edges in enumerate(self.edges):
            for target, _, _, _ in edges:
                sources[target].append(source)
        return sources

    def value_sources(self) -> Mapping[int, list[int]]:
        """For each node that gets its value from others unchanged, those others, in order.

        One table for all who ask; it takes in what was drawn since the last one did.
        """
        sources = self._sources
        for source, target in self._untold:
            known = sources.get(target)
            if known is None:
                sources[target] = [source]
            elif known[-1] <= source:
                known.append(source)
            else:
                insort(known, source)
        self._untold.clear()
        return sources

    def node(self, origin: s.Node, script: int) -> int:
        """A new node for the value of a syntax node."""
        self.edges.append([])
        self.origin.append(origin)
        self.script.append(script)
        return len(self.edges) - 1

    def edge(self, source: int, target: int, label: int = VALUE, site: int = 0, cleared: int = 0) -> None:
        """Data goes from source to target; adding an edge twice changes nothing that anyone can see."""
        if source != target:
            self.draw(source, (target, label, site, cleared))
            if self.drawn_late is not None and label == VALUE:
                self.drawn_late.append((source, target))

    def around(self, source: int) -> int:
        """A node to which only such data comes from another one as is nodes that a text was parsed into."""
        node = self.node(self.origin[source], self.script[source])
        self.around_nodes.add(node)
        self.edge(source, node, TAINT)
        return node

    def draw(self, source: int, edge: Edge) -> None:
        """Put an edge there, whoever asks for it."""
        target, label, _, cleared = edge
        self.edges[source].append(edge)
        if label == VALUE:
            self._untold.append((source, target))
            if cleared:
                self.cleared.append((target, cleared))
