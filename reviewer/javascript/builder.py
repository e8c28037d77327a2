"""Trees and scopes of one page -> its value-flow graph: the state of the walk, variables, patterns and properties.

`expressions`, `statements` and `functions` say what each node does to it; what calls call is found out by `linking`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from reviewer.javascript import syntax as s
from reviewer.javascript.ast import Ast
from reviewer.javascript.changing import Change, changes
from reviewer.javascript.conditions import Conditions
from reviewer.javascript.constants import Constant, Nullish, Number, Text, text_of, truthy
from reviewer.javascript.environment import Environment, Exit, Root, Versions, joined
from reviewer.javascript.equalities import IS, named_by
from reviewer.javascript.frames import Frame
from reviewer.javascript.graph import (
    CONTENT,
    ELEMENTS,
    HELD,
    ITERATED,
    ITERATOR,
    PART,
    REST,
    TAINT,
    VALUE,
    Access,
    CallSite,
    Choice,
    Computed,
    Conversion,
    FunctionToken,
    Graph,
    ObjectToken,
    Reference,
    Settled,
    Spread,
)
from reviewer.javascript.guarding import (
    cleared_by,
    entered,
    proven_inside,
    proven_of_original,
    senders_checked,
    sinks_cleared,
)
from reviewer.javascript.keys import is_slot
from reviewer.javascript.modules import Modules
from reviewer.javascript.overriding import overridden
from reviewer.javascript.places import Places
from reviewer.javascript.reckoning import Reckoning
from reviewer.javascript.removing import removals
from reviewer.javascript.renewing import renewals
from reviewer.javascript.rewriting import stands
from reviewer.javascript.scopes import Scope, Scopes, Variable
from reviewer.javascript.slots import Slots
from reviewer.javascript.sorts import TRUTHY, sorts_made
from reviewer.javascript.trial.definitions import Definitions
from reviewer.javascript.unchanging import Unchanging

if TYPE_CHECKING:
    from reviewer.javascript.coroutines import Machine

Evaluate = Callable[["Builder", Any], int]
Execute = Callable[["Builder", Any], None]

_WATCHER = "Proxy"
"""With one of these, writing a property may do anything."""

_MOST_KNOWN = 32
"""How many properties of a literal are known one by one."""

_LOOKED_UP = ("property ", "element", "call", ".")
"""Computed values that may turn out to be plain ones; of others nothing more will be known."""

_INHERITED = frozenset(
    {
        *("constructor", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "toLocaleString", "toString"),
        *("valueOf", "__proto__", "__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__"),
    }
)
"""What every object has from `Object.prototype` (20.1.3, B.2.2)."""

_NOTHING_PASSES = -1
"""The mask of what is safe everywhere: what a piece of code that never runs does with data."""


class Builder:
    """Walks scripts in load order and draws the graph. `clears` maps a guard's name to the sink kinds it makes safe."""

    def __init__(
        self,
        asts: Sequence[Ast],
        scopes: Scopes,
        places: Places,
        clears: Mapping[str, int],
        expressions: Mapping[type[s.Node], Evaluate],
        statements: Mapping[type[s.Node], Execute],
    ) -> None:
        self._asts = asts
        self.graph = Graph()
        self.scopes = scopes
        self._places = places
        self.env = Environment()
        self.script = 0
        self.function: FunctionToken | None = None
        self.this = -1
        self.super_class = -1
        self.top_scope = scopes.global_scope
        self.loops = 0
        self.branches = 0
        self.caught = -1
        self.overruled = False
        self.lone_machines: set[s.Node] = set()
        self.machines: dict[FunctionToken, Machine | None] = {}
        self.yields: dict[s.Function, dict[s.YieldExpression, int]] = {}
        self.label: str | None = None
        self.around: list[int] = []
        self.exits: list[Exit] = []
        self.attempts: list[list[tuple[Variable, int]]] = []
        self.unresolved: list[tuple[str, int, s.Node]] = []
        self.changes: frozenset[Change] = changes(asts, scopes)
        self.removals = removals(asts, scopes)
        self.renewals = renewals(asts, scopes)
        self.global_node = -1
        self._global_nodes: dict[Scope, int] = {}
        self._kinds = {scope: kind for kind, scope in scopes.apart.items()}
        self.graph.described = frozenset(scopes.described)
        self.graph.accessor_names = self.graph.described | scopes.accessors
        self.slots = Slots(self.graph, self.graph.accessor_names, watched=_WATCHER in scopes.global_scope.variables)
        if scopes.is_bundle:  # the order of writes to properties is not looked at
            self.slots.most = 0
        self.conditions = Conditions(asts, scopes, self._constant_of)
        self.definitions = Definitions(asts, scopes)
        self.unchanging = Unchanging(asts, scopes, self.conditions.meaning.definitions)
        self.reckoning = Reckoning(asts, scopes, self.definitions)
        self.graph.overridden = overridden(asts, scopes, self.conditions.meaning.definitions)
        self.modules = Modules(asts)
        self.roots: dict[Root, int] = {}
        self.written: dict[s.Node, int] = {}
        self.rewriting = False
        self.awaited: dict[s.Node, list[int]] = {}
        self.treatments: dict[s.Node, s.Function] = {}
        self.mates: dict[Variable, s.Identifier] = {}
        self.clears = clears
        self._expressions = expressions
        self._statements = statements
        self.frame = Frame(None, None)
        self._versioned: dict[Variable, bool] = {}
        self._objects: dict[int, Mapping[str, int]] = {}
        self._lasting: dict[tuple[int, str], int] = {}
        self._present: set[int] = set()
        self._mentioned = frozenset(scopes.of_identifier.values())
        self._writes = self._all_writes()
        self._evaluated: dict[s.Node, int] = {}
        self._unguarded: dict[int, int] = {}
        self._steady: dict[int, Variable] = {}
        self.originals: dict[int, Variable] = {}
        self._member_starts: dict[int, list[int]] = {}
        self._member_names: dict[int, list[str | None]] = {}
        self._member_keys = frozenset(name for members in scopes.members.values() for _, name in members)

    def run(self) -> Graph:
        """The graph of the page."""
        self.graph.converts = self.scopes.converts
        for number, ast in enumerate(self._asts):
            self.script = number
            if self.global_node < 0:
                self.global_node = self.node(ast.root)
                self.graph.put(self.global_node, self._places.root)
            self.top_scope = self.scopes.of_node[ast.root]
            self.this = self.global_object(self.top_scope)
            self.env = Environment(versions=self.env.versions)
            self.statements(ast.root.body)
        return self.graph

    # Nodes ------------------------------------------------------------------------------------------------------------

    def global_object(self, scope: Scope) -> int:
        """The node of the global object that the code of a scope has; not all of it runs in the page."""
        while scope.parent is not None:
            scope = scope.parent
        kind = self._kinds.get(scope)
        if kind is None:
            return self.global_node
        node = self._global_nodes.get(scope)
        if node is None:
            node = self._global_nodes[scope] = self.graph.node(self._asts[0].root, 0)
            self.graph.put(node, self._places.at(kind))
        return node

    def node(self, origin: s.Node) -> int:
        """A new graph node for a syntax node of the script being walked."""
        return self.graph.node(origin, self.script)

    def evaluate(self, node: s.Node) -> int:
        """The graph node of an expression's value; code that cannot run is drawn, but no data goes through it."""
        value = self._expressions[type(node)](self, node)
        if not self.env.dead:
            return value
        stopped = self.node(node)
        self.graph.edge(value, stopped, VALUE, 0, _NOTHING_PASSES)
        self.graph.same_constant(value, stopped)
        if value in self.graph.names:
            self.graph.names[stopped] = self.graph.names[value]
        return stopped

    def execute(self, node: s.Node) -> None:
        """Walk one statement."""
        self._statements[type(node)](self, node)

    def statements(self, nodes: Sequence[s.Node]) -> None:
        """Walk statements in order."""
        for node in nodes:
            self.execute(node)

    def constant(self, origin: s.Node, value: Constant) -> int:
        """A node that is a constant."""
        node = self.node(origin)
        self.graph.constants[node] = value
        self.graph.exact.add(node)
        self.graph.within[node] = self.function
        return node

    def known(self, node: int) -> Constant | None:
        """The constant that a node certainly is."""
        return self.graph.constants.get(node) if node in self.graph.exact else None

    def computed_constant(self, node: int, value: Constant, operands: Sequence[int]) -> None:
        """A node is a constant made of others, as certain as they are."""
        self.graph.constants[node] = value
        if all(operand in self.graph.exact for operand in operands):
            self.graph.exact.add(node)

    def truth(self, node: int) -> bool | None:
        """Whether a value is truthy, None where that is not certain."""
        known = self.known(node)
        if known is not None:
            return truthy(known)
        holder = self.slots.object_at(node)
        made = node == holder and isinstance(self.graph.tokens.get(holder), ObjectToken | FunctionToken)
        made = made or holder in self._present
        return True if made or sorts_made(self.graph, node) == TRUTHY else None

    def choose(self, test: int, sort: str, source: int, target: int) -> None:
        """Data goes from source to target if the value at `test` can be of that sort."""
        computed = self.graph.computed.get(test)
        if computed is None or computed.operator.startswith(_LOOKED_UP) or sorts_made(self.graph, test) is not None:
            self.graph.choices.append(Choice(test, sort, source, target))
        else:
            self.graph.edge(source, target)

    def merge(self, origin: s.Node, nodes: Iterable[int]) -> int:
        """A node that may be any of several."""
        return self._merged(origin, dict.fromkeys(nodes, frozenset()))

    def _merged(self, origin: s.Node, versions: Versions) -> int:
        """The same, each of which is safe for what was proven of it."""
        phi = self.node(origin)
        for node in sorted(versions):
            self.graph.edge(node, phi, VALUE, 0, cleared_by(self, versions[node]))
        return phi

    def join(self, origin: s.Node, environments: Sequence[Environment]) -> Environment:
        """Where several ways come together."""
        return joined(
            environments,
            lambda versions: self._merged(origin, versions),
            lambda env: proven_inside(self, env),
            lambda env, version: proven_of_original(self, env, version),
        )

    # Variables --------------------------------------------------------------------------------------------------------

    def _all_writes(self) -> Mapping[Scope, list[tuple[int, int, Variable]]]:
        """For each function, what is written in it and where: script, offset and variable."""
        found: dict[Scope, list[tuple[int, int, Variable]]] = {}
        for variable in dict.fromkeys(self.scopes.of_identifier.values()):
            for write in variable.writes:
                found.setdefault(write.function, []).append((write.script, write.offset, variable))
        return found

    def versioned(self, variable: Variable) -> bool:
        """Whether assignments to it make versions: it is local, has several, and no closure writes it."""
        known = self._versioned.get(variable)
        if known is None:
            home = variable.scope.function
            # A `var` of a classic script can be written through the global object as well.
            is_own = home.kind != "global" or variable.declared in {"let", "const", "class"}
            known = self._versioned[variable] = (
                is_own and len(variable.writes) > 1 and all(write.function is home for write in variable.writes)
            )
        return known

    def assigned_in(self, node: s.Node, scope: Scope, *, versioned: bool = True) -> list[Variable]:
        """The variables (with versions, or without) that a function assigns inside a syntax node of it."""
        found = {
            variable: None
            for script, offset, variable in self._writes.get(scope, ())
            if script == self.script and node.start <= offset < node.end and self.versioned(variable) is versioned
        }
        return list(found)

    def is_refilled(self, variable: Variable, node: s.Node) -> bool:
        """Whether a part of the script does more with a variable than take elements out of the array it is."""
        return any(
            write.brings and write.script == self.script and node.start <= write.offset < node.end
            for write in variable.writes
        )

    def forget_written(self, env: Environment, node: s.Node, scope: Scope) -> None:
        """What is known of properties and shared variables that a part of a function writes, which may run or not."""
        self.slots.forget_keys(env, self.members_written(node))
        shared = self.assigned_in(node, scope, versioned=False)
        self.slots.forget_variables(env, [self.variable_node(variable, node) for variable in shared])

    def members_written(self, node: s.Node) -> list[str | None]:
        """The names of the properties that are written inside a syntax node; None for a computed one."""
        starts = self._member_starts.get(self.script)
        if starts is None:
            members = sorted(self.scopes.members.get(self.script, ()), key=lambda member: member[0])
            self._member_names[self.script] = [name for _, name in members]
            starts = self._member_starts[self.script] = [start for start, _ in members]
        first, last = bisect_left(starts, node.start), bisect_left(starts, node.end)
        return self._member_names[self.script][first:last]

    def variable_node(self, variable: Variable, origin: s.Node) -> int:
        """The node that stands for a variable whatever its version: all that is ever assigned to it."""
        nodes = self.frame.of(variable).nodes
        node = nodes.get(variable)
        if node is None:
            node = nodes[variable] = self.node(origin)
            self.graph.names[node] = variable.name
            if len(variable.writes) > 1:
                self.slots.loosen(node)
            else:
                self._steady[node] = variable
            if variable.writes and variable.declared not in {"param", "function", "class", "name", "import", "catch"}:
                self.graph.variables.add(node)
            if variable.captured or variable.scope.kind in {"global", "module"}:
                self.graph.shared.add(node)
            if not variable.declared and not variable.writes:
                self.graph.globals[node] = variable.name
            if variable.scope.kind == "global" and variable.declared in {"", "var"}:
                # `var` and undeclared names are properties of the global object; a function declaration replaces
                # whatever the browser had there, and let, const and class stay beside it (9.1.1.4).
                self.access(self.global_object(variable.scope), variable.name, node, origin, writes=False)
        return node

    def read(self, identifier: s.Identifier) -> int:
        """The node of a variable's value here."""
        variable = self.scopes.of_identifier.get(identifier)
        if variable is None:
            return self.node(identifier)
        if self._is_early(variable, identifier):
            return self.constant(identifier, Nullish("undefined"))
        node = self.env.versions.get(variable, -1) if self.versioned(variable) else -1
        if node < 0:
            node = self._read_shared(variable, identifier)
            if variable.scope.kind == "global":
                reference = Reference(node, identifier, self.script, self.function, loop=self.loops > 0)
                self.graph.references.append(reference)
        return self.guarded(identifier, self._belonging(identifier, variable, node))

    def _belonging(self, identifier: s.Identifier, variable: Variable, node: int) -> int:
        """What goes with a name that is known here: in `for (const [name, x] of ...) if (name === 'a') use(x)`."""
        name = self.mates.get(variable)
        texts = [] if name is None else self.one_of(name)
        if not texts:
            return node
        parts = {self.node(identifier): text for text in texts}
        self.graph.keyed += ((node, text, part) for part, text in parts.items())
        return self.merge(identifier, parts) if len(parts) > 1 else next(iter(parts))

    def one_of(self, expression: s.Node) -> list[str]:
        """The texts of which something is known to be one here."""
        path = self.conditions.path(expression)
        proven = self.env.proven.get(path, ()) if path is not None else ()
        return named_by({*proven, *self.conditions.inherent(expression)})

    def texts_of(self, expression: s.Node, proof: str) -> list[str]:
        """The texts that something is known to be, or not to be, here."""
        path = self.conditions.path(expression) if self.env.proven else None
        guards = () if path is None else self.env.proven.get(path, ())
        return sorted(guard.removeprefix(proof) for guard in guards if guard.startswith(proof))

    def _read_shared(self, variable: Variable, identifier: s.Identifier) -> int:
        """The node of a variable that has no versions: what was put into it just before, or all that ever is."""
        whole = self.variable_node(variable, identifier)
        if len(variable.writes) < 2 or not variable.declared:
            return whole
        result = self.node(identifier)
        put = self.slots.read(self.env, whole, HELD, result, self.function)
        if put is None:
            return whole
        value, way = put
        self.graph.names[result] = variable.name
        self.graph.edge(value, result)
        if value in self.graph.exact and self.slots.is_left_alone(way):
            self.graph.same_constant(value, result, exact=True)
        read = Access(whole, HELD, result, identifier, self.script, self.function, writes=False, loop=self.loops > 0)
        self.graph.settled.append(Settled(read, way))
        self.graph.writers[whole] = frozenset(write.function.block for write in variable.writes)
        return result

    def _is_early(self, variable: Variable, identifier: s.Identifier) -> bool:
        """Whether a hoisted `var` is read before anything has been put into it."""
        if variable.declared != "var" or self.loops or variable.scope.kind != "function":
            return False
        own = self.function is not None and self.scopes.of_node[self.function.node] is variable.scope
        return (
            own
            and bool(variable.writes)
            and all(
                write.function is variable.scope and write.script == self.script and write.offset > identifier.start
                for write in variable.writes
            )
        )

    def _constant_of(self, variable: Variable) -> Constant | None:
        node = self.frame.of(variable).nodes.get(variable)
        return None if node is None else self.graph.constants.get(node)

    def mentioned(self, variable: Variable) -> bool:
        """Whether any identifier of the page refers to it."""
        return variable in self._mentioned

    def is_undeclared(self, identifier: s.Identifier) -> bool:
        """Whether no script declares the name."""
        variable = self.scopes.of_identifier.get(identifier)
        return variable is None or not variable.declared

    def offers(self, name: str) -> bool:
        """Whether something is known of what the page has under a name."""
        return self._places.named(self._places.root, name) is not None

    def is_seen_elsewhere(self, node: s.Node) -> bool:
        """Whether an expression is a name that other functions know, too."""
        variable = self.scopes.of_identifier.get(node) if isinstance(node, s.Identifier) else None
        return variable is not None and variable.captured

    def guarded(self, expression: s.Node, node: int) -> int:
        """The node of a name or property as seen behind the guards that were passed."""
        written = stands(self, expression)
        if written >= 0:
            result = self.node(expression)
            self.graph.edge(written, result)
            self.graph.shared.add(result)
            return result
        mask = sinks_cleared(self, expression)
        senders = senders_checked(self)
        if not mask and not senders:
            return node
        safe = self.node(expression)
        self._unguarded[safe] = self._unguarded.get(node, node)
        self.graph.edge(node, safe, VALUE, 0, mask)
        self.graph.same_constant(node, safe, exact=True)
        texts = self.texts_of(expression, IS)
        if len(texts) == 1:
            self.graph.constants.setdefault(safe, Text(texts[0]))
        for text in self.one_of(expression) if not texts else ():
            self.graph.edge(self.constant(expression, Text(text)), safe)
        self.slots.alias(safe, node)
        if senders:
            self.graph.behind[safe] = senders
        return safe

    def assign(self, identifier: s.Identifier, value: int) -> None:
        """A variable gets a value."""
        variable = self.scopes.of_identifier.get(identifier)
        if variable is None:
            return
        whole = self.variable_node(variable, identifier)
        if self.versioned(variable):
            version = self.node(identifier)
            self.graph.names[version] = variable.name
            self.graph.edge(value, version)
            self.graph.edge(version, whole)
            self.env.assign(variable, version)
            original = self._steady.get(self._unguarded.get(value, value))
            if original is not None and all(write.offset < identifier.start for write in original.writes):
                self.originals[version] = original
            self.graph.same_constant(value, version, exact=True)
            self.slots.alias(version, value)
            for attempt in self.attempts:
                attempt.append((variable, version))
            return
        self.env.forget((variable, ()))
        is_property = variable.scope.kind == "global" and variable.declared in {"", "var"}
        if not is_property:
            self.graph.edge(value, whole)
        if is_property or (variable.scope.kind == "global" and variable.declared == "function"):
            self.access(self.global_object(variable.scope), variable.name, value, identifier, writes=True)
        if len(variable.writes) > 1 and not (is_property and variable.name in self._member_keys):
            self.slots.put(self.env, whole, value)
        if len(variable.writes) == 1:
            self.graph.same_constant(value, whole, exact=variable.declared == "param")
            if not (is_property and variable.name in self._member_keys):
                self.slots.alias(whole, value)
            if value in self._objects:
                self._objects[whole] = self._objects[value]

    def initialise(self, identifier: s.Identifier, value: int) -> None:
        """A declaration that is always carried out gives a variable its only value."""
        variable = self.scopes.of_identifier.get(identifier)
        if variable is None:
            return
        if variable.declared in {"const", "let"}:
            self.graph.begun.add(self.variable_node(variable, identifier))
        if len(variable.writes) != 1 or value not in self.graph.exact:
            return
        certain = variable.declared in {"const", "let"} or (
            variable.declared == "var"
            and not self.branches
            and not (variable.scope.kind == "global" and variable.name in self._member_keys)
        )
        if certain:
            self.graph.exact.add(self.variable_node(variable, identifier))

    # Properties -------------------------------------------------------------------------------------------------------

    def key(self, node: s.Node, *, computed: bool) -> str | None:
        """The constant name of a property key, None where it is computed."""
        if not computed:
            match node:
                case s.Identifier():
                    return node.name
                case s.PrivateIdentifier():
                    return f"#{node.name}"
                case s.StringLiteral():
                    return node.value
        value = self._evaluated[node] = self.evaluate(node)
        symbol = self._symbol(node)
        if symbol is not None:
            return symbol
        known = self.graph.constants.get(value)
        if known is None and isinstance(node, s.Identifier):
            return next(iter(self.texts_of(node, IS)), None)
        if known is None:
            known = self.reckoning.value(node, self._constant_of)
        return None if known is None else text_of(known)

    def _symbol(self, node: s.Node) -> str | None:
        """The name that stands for one of the language's own symbols as a key."""
        match node:
            case s.MemberExpression(object=s.Identifier(name="Symbol") as holder, property=s.Identifier(name=name)) if (
                not node.computed and self.is_undeclared(holder)
            ):
                name = ITERATOR if name == "asyncIterator" else f"@@{name}"
                self.graph.iterates = self.graph.iterates or name == ITERATOR
                return name
            case _:
                return None

    def evaluated(self, key: s.Node) -> int:
        """The node of a computed key that has been evaluated."""
        return self._evaluated[key]

    def access(
        self,
        base: int,
        key: str | None,
        value: int,
        node: s.Node,
        *,
        writes: bool,
        copied: bool = False,
        key_node: int = -1,
    ) -> None:
        """Record a property access for linking."""
        now = (self.script, self.function)
        loop = self.loops > 0
        self.graph.accesses.append(
            Access(base, key, value, node, *now, writes=writes, loop=loop, copied=copied, key_node=key_node)
        )

    def read_property(self, base: int, key: str | None, origin: s.Node) -> int:
        """The node of a property's value: what own objects hold there, and a part of whatever data the whole is."""
        result = self.node(origin)
        self.graph.parts.add(result)
        if is_slot(key):
            if key == ELEMENTS:
                self.graph.edge(base, result, PART)
            self.access(base, key, result, origin, writes=False)
            return result
        if key is not None:
            self.graph.names[result] = key
            put = self.slots.read(self.env, base, key, result, self.function)
            if put is not None:
                value, way = put
                self.graph.edge(value, result)
                if value in self.graph.exact and self.slots.is_left_alone(way):
                    self.graph.same_constant(value, result, exact=True)
                read = Access(base, key, result, origin, self.script, self.function, writes=False, loop=self.loops > 0)
                self.graph.settled.append(Settled(read, way))
                return result
        if key != "length":
            self.graph.edge(base, result, PART)
        self.access(base, key, result, origin, writes=False)
        if key is not None and self._lacks(base, key):
            self.graph.constants[result] = Nullish("undefined")
            self.graph.exact.add(result)
        lasting = None if key is None else self._lasting.get((self.slots.object_at(base), key))
        if lasting is not None:
            self.graph.same_constant(lasting, result, exact=True)
        known = self._objects.get(base)
        if known and key is not None and key in known:
            self.graph.same_constant(known[key], result)
        return result

    def write_property(
        self, base: int, key: str | None, value: int, origin: s.Node, name: s.Node | None = None
    ) -> None:
        """Record that an object's property gets a value; `name` is its key as written, where it is computed."""
        key_node = -1 if key is not None or name is None else self._evaluated.get(name, -1)
        self.access(base, key, value, origin, writes=True, key_node=key_node)

    def write_member(self, member: s.MemberExpression, value: int) -> None:
        """`o.p = value`."""
        self.written[member] = value
        for node in self.awaited.get(member, ()) if self.awaited else ():
            self.graph.edge(value, node)
        base = self.evaluate(member.object)
        key = self.key(member.property, computed=member.computed)
        copied = self.graph.computed.get(value) if key is None else None
        if copied is not None and copied.operator == "element" and self._is_same_key(copied.operands[1], member):
            # `target[k] = source[k]`: each property under its own name.
            self.access(base, key, value, member, writes=True, copied=True)
            self.graph.copies.append((copied.operands[0], self.graph.accesses[-1]))
        else:
            self.write_property(base, key, value, member, member.property)
        self.slots.write(self.env, base, key, value)
        if key is None and member.computed:
            self.graph.written_under[base, value] = self.evaluated(member.property)
        path = self.conditions.path(member)
        around = self.conditions.path(member.object) if member.computed and self.env.proven else None
        if around is not None:
            self.env.refill(around)
        element = self.conditions.in_list(member) if self.rewriting else None
        if element is not None:
            self.env.forget(element)
        if path is not None:
            known = self.env.proven.get(path)
            self.env.forget(path)
            for variable in self.conditions.meaning.copies_of(path) if known else ():
                self.env = self.env.learn(((variable, ()), guard) for guard in known or ())
        if key is None and isinstance(self.graph.tokens.get(value), ObjectToken):
            entered(self, member.property)

    def _is_same_key(self, other: int, member: s.MemberExpression) -> bool:
        """Whether a computed key is the very value that another property was read by."""
        mine = self.evaluated(member.property)
        return self._unguarded.get(mine, mine) == self._unguarded.get(other, other)

    def remove_member(self, member: s.MemberExpression) -> None:
        """`delete o.p`: nothing stands there any more, unless the object has got it from another."""
        base = self.evaluate(member.object)
        key = self.key(member.property, computed=member.computed)
        self.read_property(base, key, member)
        made = self.graph.tokens.get(self.slots.object_at(base))
        plain = isinstance(made, ObjectToken) and made.kind == "object"
        self.slots.write(self.env, base, key, self.constant(member, Nullish("undefined")))
        if not plain:
            self.slots.forget_keys(self.env, (key,))

    def _lacks(self, base: int, key: str) -> bool:
        """Whether an object certainly has no such property, neither of its own nor from the language."""
        return key not in _INHERITED and self.slots.lacks(self.env, base, key, self.function)

    def spread_over(self, properties: dict[str, int], source: int, origin: s.Node) -> None:
        """What is known of an object's properties when another object has been spread over it."""
        for name, before in list(properties.items()):
            if self._lacks(source, name):
                continue
            put = self.slots.read(self.env, source, name, self.node(origin), self.function)
            if put is None or not self.slots.is_left_alone(put[1]):
                del properties[name]
            else:
                properties[name] = before if self.known(put[0]) == Nullish("undefined") else put[0]
        for name, literal in self.unchanging.constants(origin):
            properties[name] = self.evaluate(literal)

    def assigned(self, target: int, others: Sequence[tuple[int, s.Node]]) -> Mapping[str, int]:
        """What is known of an object that was written out when others have been spread over it."""
        properties = dict(self._objects.get(target, {}))
        for source, origin in others:
            self.spread_over(properties, source, origin)
        return properties

    def give_part(self, base: int, key: str, value: int) -> None:
        """A property is known to have a value when a function begins; for good, if nobody ever writes one of its name.

        Functions that are made inside see it too, then.
        """
        self.slots.write(self.env, base, key, value)
        self._present.add(self.slots.object_at(base))
        if key not in self._member_keys:
            self._lasting[self.slots.object_at(base), key] = value

    def wrapped(self, value: int, origin: s.Node) -> int:
        """A fresh array of unknown length that holds a value."""
        node = self.new_object("array", origin)
        self.write_property(node, None, value, origin)
        return node

    def made(self, node: int, properties: Mapping[str, int], length: int | None = None) -> None:
        """A literal has been written out: what stands in it is known as long as nothing else is written there."""
        self.graph.shapes[node] = frozenset(properties)
        if len(properties) <= _MOST_KNOWN:
            for key, value in properties.items():
                self.slots.begin(self.env, node, key, value)
            if length is not None:
                number = self.constant(self.graph.origin[node], Number(float(length)))
                self.slots.begin(self.env, node, "length", number)

    def shape(self, node: s.Node) -> frozenset[str]:
        """Names of properties that an object certainly has, as far as it is seen where it is made."""
        match node:
            case s.ObjectExpression():
                keys = {
                    self.key(part.key, computed=False)
                    for part in node.properties
                    if isinstance(part, s.Property) and not part.computed
                }
            case s.Identifier() if (variable := self.scopes.of_identifier.get(node)) is not None:
                at = (
                    self.env.versions.get(variable, -1)
                    if self.versioned(variable)
                    else self.frame.of(variable).nodes.get(variable, -1)
                )
                unchanging = (name for name, _ in self.unchanging.constants(node))
                keys = {*self._objects.get(self.slots.object_at(at), {}), *unchanging}
            case _:
                return frozenset()
        removed = self.scopes.removed
        return frozenset() if None in removed else frozenset(key for key in keys if key is not None) - removed

    def items_of(self, node: int, origin: s.Node) -> list[int] | None:
        """The elements of an array that is known as a whole at this point."""
        length = self.slots.length(self.env, node, self.function)
        if length is None:
            return None
        return [self.read_property(node, str(index), origin) for index in range(length)]

    def read_position(self, value: int, index: int, origin: s.Node) -> int:
        """An element of what is taken apart as a list."""
        result = self.read_property(value, str(index), origin)
        written = self.graph.computed.get(value)
        if written is not None and written.operator == "array" and index < len(written.operands):
            self.graph.same_constant(written.operands[index], result, exact=True)
        self.access(value, ITERATED, result, origin, writes=False)
        return result

    def rest_of(self, value: int, index: int, origin: s.Node) -> int:
        """`...rest` of what is taken apart as a list."""
        items = self.items_of(value, origin)
        if items is None:
            return self.wrapped(self.read_property(value, ELEMENTS, origin), origin)
        rest = self.new_object("array", origin)
        for position, item in enumerate(items[index:]):
            self.write_property(rest, str(position), item, origin)
        self.made(rest, {str(at): item for at, item in enumerate(items[index:])}, max(0, len(items) - index))
        return rest

    def new_object(self, kind: str, origin: s.Node, properties: Mapping[str, int] | None = None) -> int:
        """A node that holds a fresh object."""
        node = self.node(origin)
        self.graph.put(node, ObjectToken(kind, node))
        if properties is not None:
            self._objects[node] = properties
        return node

    def copy_of(self, value: int, origin: s.Node, hidden: frozenset[str] = frozenset()) -> int:
        """A fresh object with all properties of another (rest), but for those with names in `hidden`."""
        node = self.node(origin)
        token = ObjectToken("object", node)
        self.graph.put(node, token)
        self.copy_into(token, value, hidden)
        return node

    def copy_into(self, token: ObjectToken, source: int, hidden: frozenset[str]) -> None:
        """An object gets all properties of another (`{...o}`), but for those with names in `hidden`."""
        self.graph.spreads.append(Spread(source, token, hidden))
        self.graph.edge(source, token.home, REST if hidden else CONTENT)

    def derive(self, origin: s.Node, operator: str, operands: Sequence[int], guard: str | None = None) -> int:
        """A node computed from others, tainted by all of them; what it is safe for when a guard's proof holds of it."""
        node = self.node(origin)
        self.graph.within[node] = self.function
        self.graph.computed[node] = Computed(operator, tuple(operands))
        cleared = 0 if guard is None else self.clears.get(guard, 0)
        for operand in operands:
            self.graph.edge(operand, node, TAINT, 0, cleared)
        return node

    def primitive(self, value: int, hint: str, origin: s.Node) -> int:
        """A value where a text or number is wanted, which objects may have methods of their own for."""
        if not self.scopes.converts or value in self.graph.constants:
            return value
        shown = self.node(origin)
        self.graph.edge(value, shown)
        self.graph.conversions.append(Conversion(value, hint, shown))
        return shown

    def call(
        self,
        origin: s.Node,
        callee: int,
        this: int,
        args: Sequence[int],
        spread: Sequence[int] = (),
        *,
        new: bool = False,
    ) -> int:
        """Record a call; the node of its result."""
        result = self.node(origin)
        senders = senders_checked(self)
        if senders:
            self.graph.checked[len(self.graph.calls) + 1] = senders
        self.graph.calls.append(
            CallSite(
                number=len(self.graph.calls) + 1,
                node=origin,
                script=self.script,
                callee=callee,
                this=this,
                args=tuple(args),
                spread=tuple(spread),
                result=result,
                new=new,
                member=self.graph.names.get(callee) if this >= 0 else None,
                function=self.function,
                loop=self.loops > 0,
                thrown=self.catching(),
            )
        )
        return result

    def catching(self) -> int:
        """The node that gets what is thrown here: a `catch` parameter, or what the function throws; -1 for none."""
        if self.caught >= 0:
            return self.caught
        return self.function.thrown if self.function is not None else -1

    def pause(self, origin: s.Node) -> None:
        """Other code may run here (`await`, `yield`)."""
        self.call(origin, self.node(origin), -1, ())
        self.graph.pauses.add(len(self.graph.calls))

    # Guards -----------------------------------------------------------------------------------------------------------

    def assume(self, test: s.Node, *, truth: bool, known: bool | None = None) -> Environment:
        """The environment in which a test came out as `truth`; dead if it is `known` to come out otherwise."""
        learnt = self.env.learn(self.conditions.proves(test, truth=truth))
        learnt.dead = learnt.dead or (known is not None and known is not truth)
        return learnt
