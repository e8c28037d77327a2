"""Trees and scopes of one page -> what each name that is given a value only once is given, read from the text alone.

Conditions are read before it is known what calls what, so they need the meaning of `const ok = test(x)`, of
`Gate.allows(origin)` or `this.#pattern` without it. Where a name may mean several things nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.javascript import syntax as s
from reviewer.javascript.ast import Ast
from reviewer.javascript.constants import number_text
from reviewer.javascript.environment import ELEMENT, Root
from reviewer.javascript.handing import handed
from reviewer.javascript.scopes import Scopes, Variable
from reviewer.javascript.walking import children
from reviewer.record import value

REST = "..."
"""The key that stands for an array of the elements behind those that were taken out one by one."""

_EACH = frozenset({"every", "filter", "find", "findIndex", "findLast", "flatMap", "forEach", "map", "some"})
_FOLD = frozenset({"reduce", "reduceRight"})


_GROWING = frozenset({"add", "fill", "push", "set", "splice", "unshift"})
"""Methods that put something into a list, a set or a map."""

_LOOPS = frozenset({s.ForStatement, s.ForInStatement, s.ForOfStatement, s.WhileStatement, s.DoWhileStatement})

_TELLING = frozenset(
    {
        *_LOOPS,
        *(s.VariableDeclarator, s.AssignmentExpression, s.ForOfStatement, s.ForInStatement, s.CallExpression),
        *(s.ThrowStatement, s.FunctionDeclaration, s.FunctionExpression, s.ArrowFunctionExpression),
        *(s.ClassDeclaration, s.ClassExpression, s.ObjectExpression, s.PropertyDefinition),
    }
)
"""The nodes from which something is learnt."""


@value
class Given:
    """What a name is given: what stands under `keys` in the value of `node`."""

    node: s.Node
    keys: tuple[str, ...] = ()


class Definitions:
    """`names` for variables with one value, `shrunk` for arrays that got nothing more but were changed; `this` for each
    use of the word, the object or class it is used in; `members` what stands under a name in one of those, and
    `getters` those that are computed when read. `assigned` are all values that a variable is given by `=`; `throwing`
    functions may end by an exception of their own, `grown` lists get something more in some line, be they variables or
    the properties of such a name; `fills_itself` says whether some object gives itself properties whose names are not
    written; `loops` are where loops begin and end in each script.
    """

    def __init__(self, asts: Sequence[Ast], scopes: Scopes) -> None:
        self.names: dict[Variable, Given] = {}
        self.shrunk: dict[Variable, Given] = {}
        self.this: dict[s.Node, Root] = {}
        self.members: dict[Root, dict[str, s.Node]] = {}
        self.getters: dict[Root, dict[str, s.Function]] = {}
        self.assigned: dict[Variable, list[s.Node]] = {}
        self.throwing: set[s.Node] = set()
        self.grown: set[Variable | str] = set()
        self.fills_itself = False
        self._scopes = scopes
        self._owners: dict[s.Node, Root] = {}
        self._changing: set[tuple[Root, str]] = set()
        self._calls: dict[Variable, list[s.CallExpression]] = {}
        self.loops: list[list[tuple[int, int]]] = [[] for _ in asts]
        for ast, loops in zip(asts, self.loops, strict=True):
            self._read(ast.root, loops)
        functions = {variable: given.node for variable, given in self.names.items() if not given.keys}
        for param, function in handed(self._calls, functions, scopes):
            self._bind(param, Given(function))

    def _read(self, root: s.Node, loops: list[tuple[int, int]]) -> None:
        stack: list[tuple[s.Node, Root | None, s.Node]] = [(root, None, root)]
        while stack:
            node, this, function = stack.pop()
            kind = type(node)
            if kind is s.ThisExpression:
                if this is not None:
                    self.this[node] = this
                continue
            if kind not in _TELLING:
                stack += [(child, this, function) for child in [*children(node)][::-1]]
                continue
            self.fills_itself = self.fills_itself or _fills_itself(node)
            if kind in _LOOPS:
                loops.append((node.start, node.end))
            match node:
                case s.VariableDeclarator(id=pattern, init=s.Node() as init):
                    self._assign(pattern, init, this)
                case s.AssignmentExpression(operator="=", left=left, right=right):
                    self._assign(left, right, this)
                case s.ForOfStatement(left=left, right=right):
                    self._bind(_target(left), Given(right, (ELEMENT,)))
                case s.ForInStatement(left=left, right=right):
                    self._bind(_target(left), Given(right, ("@keys", ELEMENT)))
                case s.CallExpression():
                    self._call(node)
                case s.ThrowStatement():
                    self.throwing.add(function)
                case s.FunctionDeclaration(id=s.Identifier() as name) | s.ClassDeclaration(id=s.Identifier() as name):
                    self._bind(name, Given(node))
            match node:
                case s.Function():
                    self._params(node)
                    function = node
                    if not isinstance(node, s.ArrowFunctionExpression):
                        this = self._owners.get(node, node)
                case s.ObjectExpression():
                    self._object(node)
                case s.Class():
                    self._class(node)
                case s.PropertyDefinition():
                    this = self._owners.get(node, this)
            stack += [(child, this, function) for child in [*children(node)][::-1]]

    def _params(self, function: s.Function) -> None:
        """Names in a pattern are given parts of the parameter, which the pattern itself stands for."""
        for param in function.params:
            inner = s.without_default(param)
            if isinstance(inner, s.ObjectPattern | s.ArrayPattern):
                self._bind(inner, Given(inner))

    def _object(self, node: s.ObjectExpression) -> None:
        for part in node.properties:
            if isinstance(part, s.Property):
                self._member(node, part.key, part.value, part.kind, computed=part.computed)

    def _class(self, node: s.Class) -> None:
        """`this` is the class itself in methods of instances, and its body in static ones."""
        for member in node.body.body:
            match member:
                case s.MethodDefinition() | s.PropertyDefinition():
                    owner: Root = node.body if member.static else node
                    self._owners[member] = owner
                    kind = member.kind if isinstance(member, s.MethodDefinition) else "init"
                    if member.value is not None:
                        self._member(owner, member.key, member.value, kind, computed=member.computed)
                case _:
                    continue

    def _member(self, owner: Root, key: s.Node, value: s.Node, kind: str, *, computed: bool) -> None:
        name = key_name(key, computed=computed)
        if isinstance(value, s.Function) and not isinstance(value, s.ArrowFunctionExpression):
            self._owners.setdefault(value, owner)
        if name is None or kind == "set" or (owner, name) in self._changing:
            return
        if name in self.members.get(owner, ()):
            self._changing.add((owner, name))
            del self.members[owner][name]
        elif kind == "get" and isinstance(value, s.Function):
            self.getters.setdefault(owner, {}).setdefault(name, value)
        else:
            self.members.setdefault(owner, {})[name] = value

    def _assign(self, left: s.Node, right: s.Node, this: Root | None) -> None:
        match left:
            case s.Identifier():
                variable = self._scopes.of_identifier.get(left)
                if variable is not None:
                    self.assigned.setdefault(variable, []).append(right)
                self._bind(left, Given(right))
            case s.ObjectPattern() | s.ArrayPattern():
                self._bind(left, Given(right))
            case s.MemberExpression(object=holder, property=key, computed=computed):
                if computed:
                    self._grow(holder)
                if isinstance(holder, s.ThisExpression):
                    if this is not None:
                        self._member(this, key, right, "init", computed=computed)
                else:
                    self._assign_member(holder, key, right, computed=computed)

    def _assign_member(self, holder: s.Node, key: s.Node, value: s.Node, *, computed: bool) -> None:
        """`Foo.prototype.m = function`, `Foo.prototype = {...}`, `Util.m = function`, `window.Util = {...}`."""
        name = key_name(key, computed=computed)
        match holder:
            case s.MemberExpression(object=s.Identifier() as whole, property=s.Identifier(name="prototype")):
                owner = self._declared(whole)
                if isinstance(owner, s.Function):
                    self._member(owner, key, value, "init", computed=computed)
            case s.Identifier() if name == "prototype" and isinstance(value, s.ObjectExpression):
                owner = self._declared(holder)
                for part in value.properties if isinstance(owner, s.Function) else ():
                    if isinstance(part, s.Property) and owner is not None:
                        self._member(owner, part.key, part.value, part.kind, computed=part.computed)
            case s.Identifier(name="window" | "globalThis" | "self") if name is not None:
                variable = self._scopes.global_scope.variables.get(name)
                if variable is not None and not variable.writes:
                    self.names.setdefault(variable, Given(value))
            case s.Identifier():
                owner = self._declared(holder)
                if owner is not None:
                    self._member(owner, key, value, "init", computed=computed)

    def _declared(self, name: s.Identifier) -> s.Node | None:
        """The function, class body or object that a name has been given before."""
        variable = self._scopes.of_identifier.get(name)
        given = None if variable is None else self.names.get(variable)
        match given:
            case Given(node=s.Class() as node, keys=()):
                return node.body
            case Given(node=s.Function() | s.ObjectExpression() as node, keys=()):
                return node
            case _:
                return None

    def _grow(self, holder: s.Node) -> None:
        match holder:
            case s.Identifier():
                variable = self._scopes.of_identifier.get(holder)
                if variable is not None:
                    self.grown.add(variable)
            case s.MemberExpression(property=key, computed=computed):
                name = key_name(key, computed=computed)
                if name is not None:
                    self.grown.add(name)
            case _:
                return

    def _call(self, call: s.CallExpression) -> None:
        """Callbacks that are given each element of an array; methods that put something into one."""
        match call.callee:
            case s.MemberExpression(object=holder, property=s.Identifier(name=name)) if name in _GROWING:
                self._grow(holder)
            case s.Identifier() as called if call.arguments:
                variable = self._scopes.of_identifier.get(called)
                if variable is not None:
                    self._calls.setdefault(variable, []).append(call)
        match call:
            case s.CallExpression(
                callee=s.MemberExpression(object=whole, property=s.Identifier(name=name), computed=False),
                arguments=(s.Function(params=params), *_),
            ):
                at = 0 if name in _EACH else 1 if name in _FOLD else -1
                if 0 <= at < len(params):
                    self._bind(params[at], Given(whole, (ELEMENT,)))
            case _:
                return

    def _bind(self, pattern: s.Node, given: Given) -> None:
        match pattern:
            case s.Identifier():
                variable = self._scopes.of_identifier.get(pattern)
                if variable is not None and _is_settled(variable):
                    self.names.setdefault(variable, given)
                elif variable is not None and sum(write.brings for write in variable.writes) == 1:
                    self.shrunk.setdefault(variable, given)
            case s.AssignmentPattern(left=left):
                self._bind(left, given)
            case s.ObjectPattern(properties=properties):
                for part in properties:
                    name = key_name(part.key, computed=part.computed) if isinstance(part, s.Property) else None
                    if isinstance(part, s.Property) and name is not None:
                        self._bind(part.value, Given(given.node, (*given.keys, name)))
            case s.ArrayPattern(elements=elements):
                for index, item in enumerate(elements):
                    if isinstance(item, s.RestElement):
                        self._bind(item.argument, Given(given.node, (*given.keys, REST)))
                    elif item is not None:
                        self._bind(item, Given(given.node, (*given.keys, str(index))))
            case _:
                return


def _is_settled(variable: Variable) -> bool:
    """Whether it is given one value for each time that it comes into being."""
    return len(variable.writes) == 1 and variable.writes[0].function is variable.scope.function


def _target(left: s.Node) -> s.Node:
    return left.declarations[0].id if isinstance(left, s.VariableDeclaration) else left


def key_name(key: s.Node, *, computed: bool) -> str | None:
    """The name that a key in the text is, None where it is computed."""
    match key:
        case s.Identifier(name=name) if not computed:
            return name
        case s.PrivateIdentifier(name=name):
            return f"#{name}"
        case s.StringLiteral(value=value):
            return value
        case s.NumberLiteral(value=number):
            return number_text(number)
        case _:
            return None


def _fills_itself(node: s.Node) -> bool:
    """Whether an object gets properties of its own whose names are not written: `this[key] = x`, `assign(this, o)`."""
    match node:
        case s.AssignmentExpression(left=s.MemberExpression(object=s.ThisExpression(), computed=True)):
            return True
        case s.CallExpression(arguments=(s.ThisExpression(), *_)):
            return True
        case _:
            return False
