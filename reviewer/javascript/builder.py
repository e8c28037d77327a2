"""Trees and scopes of one page -> its value-flow graph: the state of the walk, variables, patterns and properties.

`expressions`, `statements` and `functions` say what each node does to it; what calls call is found out by `linking`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reviewer.javascript import syntax as s
from reviewer.javascript.ast import Ast
from reviewer.javascript.conditions import Conditions
from reviewer.javascript.constants import Constant, text_of
from reviewer.javascript.environment import Environment, Exit, Root, joined
from reviewer.javascript.frames import Frame
from reviewer.javascript.graph import (
    CONTENT,
    PART,
    TAINT,
    VALUE,
    Access,
    CallSite,
    Computed,
    FunctionToken,
    Graph,
    ObjectToken,
    Reference,
)
from reviewer.javascript.guarding import entered, senders_checked, sinks_cleared
from reviewer.javascript.places import Place
from reviewer.javascript.scopes import Scope, Scopes, Variable

Evaluate = Callable[["Builder", Any], int]
Execute = Callable[["Builder", Any], None]


class Builder:
    """Walks scripts in load order and draws the graph. `clears` maps a guard's name to the sink kinds it makes safe."""

    def __init__(
        self,
        scopes: Scopes,
        root: Place,
        clears: Mapping[str, int],
        expressions: Mapping[type[s.Node], Evaluate],
        statements: Mapping[type[s.Node], Execute],
    ) -> None:
        self.graph = Graph()
        self.scopes = scopes
        self.root = root
        self.env = Environment()
        self.script = 0
        self.function: FunctionToken | None = None
        self.this = -1
        self.super_class = -1
        self.top_scope = scopes.global_scope
        self.loops = 0
        self.label: str | None = None
        self.exits: list[Exit] = []
        self.attempts: list[list[tuple[Variable, int]]] = []
        self.unresolved: list[tuple[str, int, s.Node]] = []
        self.global_node = -1
        self.conditions = Conditions(scopes, self._constant_of)
        self.roots: dict[Root, int] = {}
        self.clears = clears
        self._expressions = expressions
        self._statements = statements
        self.frame = Frame(None, None)
        self._versioned: dict[Variable, bool] = {}
        self._objects: dict[int, Mapping[str, int]] = {}
        self._writes: dict[Scope, list[tuple[int, int, Variable]]] = {}
        self._mentioned = frozenset(scopes.of_identifier.values())
        self._evaluated: dict[s.Node, int] = {}
        self._unguarded: dict[int, int] = {}

    def run(self, asts: Sequence[Ast], first: int = 0) -> Graph:
        """The graph, with these scripts drawn into it; `first` is the number of the first of them on the page."""
        self._index_writes()
        self.conditions.read(asts)
        for number, ast in enumerate(asts, first):
            self.script = number
            if self.global_node < 0:
                self.global_node = self.node(ast.root)
                self.graph.put(self.global_node, self.root)
            self.this = self.global_node
            self.top_scope = self.scopes.of_node[ast.root]
            self.env = Environment(versions=self.env.versions)
            self.statements(ast.root.body)
        return self.graph

    # Nodes ------------------------------------------------------------------------------------------------------------

    def node(self, origin: s.Node) -> int:
        """A new graph node for a syntax node of the script being walked."""
        return self.graph.node(origin, self.script)

    def evaluate(self, node: s.Node) -> int:
        """The graph node of an expression's value."""
        return self._expressions[type(node)](self, node)

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
        self.graph.within[node] = self.function
        return node

    def merge(self, origin: s.Node, nodes: set[int]) -> int:
        """A node that may be any of several."""
        phi = self.node(origin)
        for node in sorted(nodes):
            self.graph.edge(node, phi)
        return phi

    def join(self, origin: s.Node, environments: Sequence[Environment]) -> Environment:
        """Where several ways come together."""
        return joined(environments, lambda nodes: self.merge(origin, nodes))

    # Variables --------------------------------------------------------------------------------------------------------

    def _index_writes(self) -> None:
        self._mentioned = frozenset(self.scopes.of_identifier.values())
        self._writes.clear()
        for variable in dict.fromkeys(self.scopes.of_identifier.values()):
            for write in variable.writes:
                self._writes.setdefault(write.function, []).append((write.script, write.offset, variable))

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

    def assigned_in(self, node: s.Node, scope: Scope) -> list[Variable]:
        """The versioned variables of a function that are assigned inside a syntax node of it."""
        found = {
            variable: None
            for script, offset, variable in self._writes.get(scope, ())
            if script == self.script and node.start <= offset < node.end and self.versioned(variable)
        }
        return list(found)

    def variable_node(self, variable: Variable, origin: s.Node) -> int:
        """The node that stands for a variable whatever its version: all that is ever assigned to it."""
        nodes = self.frame.of(variable).nodes
        node = nodes.get(variable)
        if node is None:
            node = nodes[variable] = self.node(origin)
            self.graph.names[node] = variable.name
            if variable.captured or variable.scope.kind in {"global", "module"}:
                self.graph.shared.add(node)
            if not variable.declared and not variable.writes:
                self.graph.globals[node] = variable.name
            if variable.scope.kind == "global" and variable.declared in {"", "var"}:
                # `var` and undeclared names are properties of the global object; a function declaration replaces
                # whatever the browser had there, and let, const and class stay beside it (9.1.1.4).
                self.access(self.global_node, variable.name, node, origin, writes=False)
        return node

    def read(self, identifier: s.Identifier) -> int:
        """The node of a variable's value here."""
        variable = self.scopes.of_identifier.get(identifier)
        if variable is None:
            return self.node(identifier)
        node = self.env.versions.get(variable, -1) if self.versioned(variable) else -1
        if node < 0:
            node = self.variable_node(variable, identifier)
            if variable.scope.kind == "global":
                reference = Reference(node, identifier, self.script, self.function, loop=self.loops > 0)
                self.graph.references.append(reference)
        return self.guarded(identifier, node)

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

    def guarded(self, expression: s.Node, node: int) -> int:
        """The node of a name or property as seen behind the guards that were passed."""
        mask = sinks_cleared(self, expression)
        senders = senders_checked(self)
        if not mask and not senders:
            return node
        safe = self.node(expression)
        self._unguarded[safe] = self._unguarded.get(node, node)
        self.graph.edge(node, safe, VALUE, 0, mask)
        self.graph.same_constant(node, safe)
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
            self.graph.same_constant(value, version)
            for attempt in self.attempts:
                attempt.append((variable, version))
            return
        self.env.forget((variable, ()))
        is_property = variable.scope.kind == "global" and variable.declared in {"", "var"}
        if not is_property:
            self.graph.edge(value, whole)
        if is_property or (variable.scope.kind == "global" and variable.declared == "function"):
            self.access(self.global_node, variable.name, value, identifier, writes=True)
        if len(variable.writes) == 1:
            self.graph.same_constant(value, whole)
            if value in self._objects:
                self._objects[whole] = self._objects[value]

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
        known = self.graph.constants.get(value)
        return None if known is None else text_of(known)

    def evaluated(self, key: s.Node) -> int:
        """The node of a computed key that has been evaluated."""
        return self._evaluated[key]

    def access(
        self, base: int, key: str | None, value: int, node: s.Node, *, writes: bool, copied: bool = False
    ) -> None:
        """Record a property access for linking."""
        function, loop = self.function, self.loops > 0
        self.graph.accesses.append(
            Access(base, key, value, node, self.script, function, writes=writes, loop=loop, copied=copied)
        )

    def read_property(self, base: int, key: str | None, origin: s.Node) -> int:
        """The node of a property's value: what own objects hold there, and a part of whatever data the whole is."""
        result = self.node(origin)
        self.graph.parts.add(result)
        if key is not None:
            self.graph.names[result] = key
        if key != "length":
            self.graph.edge(base, result, PART)
        self.access(base, key, result, origin, writes=False)
        known = self._objects.get(base)
        if known and key is not None and key in known:
            self.graph.same_constant(known[key], result)
        return result

    def write_property(self, base: int, key: str | None, value: int, origin: s.Node) -> None:
        """Record that an object's property gets a value."""
        self.access(base, key, value, origin, writes=True)

    def write_member(self, member: s.MemberExpression, value: int) -> None:
        """`o.p = value`."""
        base = self.evaluate(member.object)
        key = self.key(member.property, computed=member.computed)
        copied = self.graph.computed.get(value) if key is None else None
        if copied is not None and copied.operator == "element" and self._is_same_key(copied.operands[1], member):
            # `target[k] = source[k]`: each property under its own name.
            self.graph.copies.append((copied.operands[0], base))
            self.access(base, key, value, member, writes=True, copied=True)
        else:
            self.write_property(base, key, value, member)
        path = self.conditions.path(member)
        if path is not None:
            self.env.forget(path)
        if key is None and isinstance(self.graph.tokens.get(value), ObjectToken):
            entered(self, member.property)

    def _is_same_key(self, other: int, member: s.MemberExpression) -> bool:
        """Whether a computed key is the very value that another property was read by."""
        mine = self.evaluated(member.property)
        return self._unguarded.get(mine, mine) == self._unguarded.get(other, other)

    def wrapped(self, value: int, origin: s.Node) -> int:
        """A fresh array of unknown length that holds a value."""
        node = self.new_object("array", origin)
        self.write_property(node, None, value, origin)
        return node

    def new_object(self, kind: str, origin: s.Node, properties: Mapping[str, int] | None = None) -> int:
        """A node that holds a fresh object."""
        node = self.node(origin)
        self.graph.put(node, ObjectToken(kind, node))
        if properties is not None:
            self._objects[node] = properties
        return node

    def copy_of(self, value: int, origin: s.Node) -> int:
        """A fresh object with all properties of another (`{...o}`, rest)."""
        node = self.node(origin)
        token = ObjectToken("object", node)
        self.graph.put(node, token)
        self.graph.delegations.append((value, token))
        self.graph.edge(value, node, CONTENT)
        return node

    def derive(self, origin: s.Node, operator: str, operands: Sequence[int], guard: str | None = None) -> int:
        """A node computed from others, tainted by all of them; what it is safe for when a guard's proof holds of it."""
        node = self.node(origin)
        self.graph.within[node] = self.function
        self.graph.computed[node] = Computed(operator, tuple(operands))
        cleared = 0 if guard is None else self.clears.get(guard, 0)
        for operand in operands:
            self.graph.edge(operand, node, TAINT, 0, cleared)
        return node

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
            )
        )
        return result

    # Guards -----------------------------------------------------------------------------------------------------------

    def assume(self, test: s.Node, *, truth: bool) -> Environment:
        """The environment in which a test came out as `truth`."""
        return self.env.learn(self.conditions.proves(test, truth=truth))
