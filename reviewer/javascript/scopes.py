"""Trees of one page -> scopes, variables and references, in the vocabulary of eslint-scope; knows no values.

All classic scripts of a page share one global scope, in load order; a module has its own below it. Every identifier
that is used as a variable is resolved to a `Variable`; names that no script declares become variables of the global
scope without definitions, so that `window.x` and `x` can be told to be the same thing later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from reviewer.javascript import syntax as s
from reviewer.javascript.accessors import defined_accessors, described_accessors, own_accessors
from reviewer.javascript.ast import Ast
from reviewer.javascript.constants import number_text
from reviewer.record import value
from reviewer.source import Goal


@dataclass(slots=True, eq=False)
class Variable:
    """A name in a scope. `writes` are the places that give it a value, as (function, offset in script, script number).

    `declared` tells how: var, let, const, class, function, param, catch, import, name (a function expression's own
    name) or "" for a global that no script declares. `is_key` tells whether its value decides something: a property is
    looked up by it, it is compared with a constant, it is a test. `key_parts` are its properties of which that holds.
    `passing` is the key that stands in access paths for the property which its present value chooses.
    """

    name: str
    scope: Scope
    declared: str
    writes: list[Write] = field(default_factory=list)
    captured: bool = False
    is_key: bool = False
    key_parts: set[str] = field(default_factory=set)
    passing: str = ""


@value
class Write:
    """One assignment to a variable: the function it stands in, the script's number on the page, the offset.

    `brings` is False where it only stands for a change after which the same array holds nothing that it did not hold.
    """

    function: Scope
    script: int
    offset: int
    brings: bool = True


@dataclass(slots=True, eq=False)
class Scope:
    """`kind` is global, module, function, block, class or catch; `function` the nearest scope that `var` hoists to,
    which may be this one.
    """

    kind: str
    block: s.Node | None
    parent: Scope | None
    script: int
    variables: dict[str, Variable] = field(default_factory=dict)
    function: Scope = field(init=False)

    def __post_init__(self) -> None:
        self.function = self if self.hoists or self.parent is None else self.parent.function

    @property
    def hoists(self) -> bool:
        """Whether `var` declarations stop here."""
        return self.kind in {"global", "module", "function"}


@dataclass(slots=True, eq=False)
class Scopes:
    """What name analysis found: the variable of each identifier, the scope of each block or function node.

    `members` are the places where properties are written: for each script in the order of the walk the offset and the
    name, None where that is computed. `accessors` are the names of properties with a getter or setter of their own,
    `described` those that may get one later, `removed` those of properties that are deleted somewhere. `generates` says
    whether there are generator functions, `converts` whether some object says itself how it is turned into a text or a
    number, `fulfils` whether one says itself what waiting for it gives; `superseded` are names of function declarations
    that a later one replaces. Of what `is_bundle`, being so large, some things are not told apart. `apart` are the
    global scopes of what runs beside the page, by its kind.
    """

    global_scope: Scope
    of_identifier: dict[s.Identifier, Variable]
    of_node: dict[s.Node, Scope]
    members: dict[int, list[tuple[int, str | None]]] = field(default_factory=dict)
    accessors: set[str] = field(default_factory=set)
    described: set[str] = field(default_factory=set)
    removed: set[str | None] = field(default_factory=set)
    generates: bool = False
    converts: bool = False
    fulfils: bool = False
    superseded: set[s.Identifier] = field(default_factory=set)
    is_bundle: bool = False
    apart: dict[str, Scope] = field(default_factory=dict)

    def global_scope_of(self, kind: str) -> Scope:
        """The global scope that scripts of this kind share, which run beside the page."""
        return self.apart.setdefault(kind, Scope("global", None, None, 0))


_READ, _WRITE, _UPDATE, _KEY, _PART = "read", "write", "update", "key", "key:"
_HANDED_ON = 3
"""Through how many functions what decides something may be handed on."""
_BUNDLE = 120_000
"""Characters of a page's scripts beyond which they are a bundle: more than people write."""

_COMPARING = frozenset({"===", "!==", "==", "!="})
_KEYED = frozenset({"defineProperty", "delete", "get", "has", "set"})
"""Methods of ECMAScript that take a key: `Object.defineProperty`, those of `Reflect` and of maps."""
_Item = tuple[s.Node, Scope, str]


def analyse_scopes(
    asts: Sequence[Ast],
    within: Mapping[Ast, s.Node],
    keyed: frozenset[str] = frozenset(),
    apart: Mapping[s.Node, str] = MappingProxyType({}),
) -> Scopes:
    """Resolve every name of one page's scripts, which share the global scope in the order given.

    `within` tells of code handed to `eval` in which function of an earlier script it runs, and whose names it sees;
    `keyed` are methods to which the first argument is what a key is to an object, beside those of the language.
    `apart` are scripts, by their roots, and functions that run beside the page, and by what kind of global object.
    """
    global_scope = Scope("global", None, None, 0)
    scopes = Scopes(global_scope, {}, {}, is_bundle=sum(len(ast.script.text) for ast in asts) > _BUNDLE)
    for number, ast in enumerate(asts):
        script = _Script(number, scopes, keyed | _KEYED, apart, decides=not scopes.is_bundle)
        script.run(ast, within.get(ast))
    return scopes


def _wholes(node: s.Node) -> Iterator[s.Identifier]:
    """The names of objects whose properties come to be those of a value: `o`, `o || {}`, `{ ...o }`."""
    match node:
        case s.Identifier():
            yield node
        case s.LogicalExpression(left=left, right=right):
            yield from _wholes(left)
            yield from _wholes(right)
        case s.ObjectExpression(properties=properties):
            for part in properties:
                if isinstance(part, s.SpreadElement):
                    yield from _wholes(part.argument)
        case s.CallExpression(callee=s.MemberExpression(property=s.Identifier(name="assign")), arguments=arguments):
            for argument in arguments:
                yield from _wholes(argument)
        case _:
            return


class _Script:
    """The walk over one script: declares first (hoisting), resolves when the whole script is known."""

    def __init__(
        self, number: int, scopes: Scopes, keyed: frozenset[str], apart: Mapping[s.Node, str], *, decides: bool
    ) -> None:
        self._apart = apart
        self._number = number
        self._scopes = scopes
        self._keyed = keyed
        self._decides = decides
        self._pending: list[tuple[s.Identifier, Scope, str]] = []
        self._taken: list[tuple[s.Node, s.Identifier]] = []
        self._functions: list[tuple[s.Identifier, s.Function]] = []
        self._handing: list[tuple[s.Identifier, int, s.Identifier]] = []
        self._stack: list[_Item] = []
        self._declared: dict[Variable, tuple[s.Identifier, Write]] = {}

    def run(self, ast: Ast, within: s.Node | None) -> None:
        """Walk and resolve."""
        top = self._scopes.global_scope
        if ast.root in self._apart:
            top = Scope("function", ast.root, self._around(ast.root, top), self._number)
        elif within is not None:
            top = Scope("function", ast.root, self._scopes.of_node[within], self._number)
        elif ast.script.goal is Goal.MODULE or any(_is_module_item(item) for item in ast.root.body):
            top = Scope("module", ast.root, top, self._number)
        elif ast.script.goal is Goal.HANDLER:
            top = Scope("function", ast.root, top, self._number)
        self._scopes.of_node[ast.root] = top
        self._push_all(ast.root.body, top)
        stack = self._stack
        while stack:
            node, scope, mode = stack.pop()
            if isinstance(node, s.Identifier):
                self._pending.append((node, scope, mode))
            else:
                _VISITORS.get(type(node), _Script._visit)(self, node, scope, mode)
        for identifier, scope, mode in self._pending:
            self._resolve(identifier, scope, mode)
        for taken, whole in reversed(self._taken):
            self._decide_parts(taken, whole)
        self._hand_on()

    def _hand_on(self) -> None:
        """What a parameter decides, one that is handed on to it decides as well: `const of = (mode) => find(mode)`."""
        of = self._scopes.of_identifier
        functions = {of[name]: function for name, function in self._functions}
        for _ in range(_HANDED_ON if self._handing else 0):
            for callee, index, argument in self._handing:
                function, handed = functions.get(of[callee]), of[argument]
                if function is None or index >= len(function.params) or handed.declared != "param":
                    continue
                param = s.without_default(function.params[index])
                if isinstance(param, s.Identifier) and of[param].is_key:
                    handed.is_key = True

    def _decide_parts(self, taken: s.Node, whole: s.Identifier) -> None:
        """What is taken out of an object decides something: `const { rich = false } = options; if (rich) ...`."""
        of = self._scopes.of_identifier
        match taken:
            case s.ObjectPattern(properties=properties):
                for part in properties:
                    if isinstance(part, s.Property) and isinstance(part.key, s.Identifier) and not part.computed:
                        inner = s.without_default(part.value)
                        if isinstance(inner, s.Identifier) and of[inner].is_key:
                            of[whole].key_parts.add(part.key.name)
            case s.Identifier():
                of[whole].key_parts |= of[taken].key_parts

    def _around(self, node: s.Node, scope: Scope) -> Scope:
        """What a function or script sees around it: of what runs beside the page, that is its own global scope."""
        kind = self._apart.get(node)
        return scope if kind is None else self._scopes.global_scope_of(kind)

    def _push_all(self, nodes: Sequence[s.Node | None], scope: Scope, mode: str = _READ) -> None:
        for node in reversed(nodes):
            if node is not None:
                self._stack.append((node, scope, mode))

    def _declare(self, identifier: s.Identifier, scope: Scope, kind: str) -> Variable:
        variable = scope.variables.get(identifier.name)
        if variable is None:
            variable = scope.variables[identifier.name] = Variable(identifier.name, scope, kind)
        elif not variable.declared or kind == "function":
            variable.declared = kind
        self._scopes.of_identifier[identifier] = variable
        return variable

    def _write(self, variable: Variable, scope: Scope, offset: int) -> None:
        variable.writes.append(Write(scope.function, self._number, offset))
        if scope.function is not variable.scope.function:
            variable.captured = True

    def _resolve(self, identifier: s.Identifier, scope: Scope, mode: str) -> None:
        found: Variable | None = None
        at: Scope | None = scope
        root = scope
        while at is not None and found is None:
            found, root = at.variables.get(identifier.name), at
            at = at.parent
        if found is None:
            found = root.variables[identifier.name] = Variable(identifier.name, root, "")
        self._scopes.of_identifier[identifier] = found
        if scope.function is not found.scope.function:
            found.captured = True
        if mode == _KEY:
            found.is_key = True
        elif mode.startswith(_PART):
            found.key_parts.add(mode.removeprefix(_PART))
        elif mode != _READ:
            self._write(found, scope, identifier.start)

    # The walk: what a node declares, and which scope its children live in.

    def _visit(self, node: s.Node, scope: Scope, mode: str) -> None:
        """Everything that is not in the table below: its children are read."""
        for name in s.CHILD_FIELDS[type(node)]:
            child = getattr(node, name)
            if isinstance(child, s.Node):
                self._stack.append((child, scope, _READ))
            elif isinstance(child, tuple):
                self._push_all(child, scope)

    def _skip(self, node: s.Node, scope: Scope, mode: str) -> None:
        return

    def _block(self, node: s.BlockStatement | s.StaticBlock, scope: Scope, mode: str) -> None:
        kind = "function" if isinstance(node, s.StaticBlock) else "block"
        self._push_all(node.body, self._open(kind, node, scope))

    def _for(self, node: s.ForStatement, scope: Scope, mode: str) -> None:
        self._push_all((node.init, node.test, node.update, node.body), self._open("block", node, scope))

    def _switch(self, node: s.SwitchStatement, scope: Scope, mode: str) -> None:
        self._decide(node.discriminant, scope)
        self._push_all(node.cases, self._open("block", node, scope))

    def _catch(self, node: s.CatchClause, scope: Scope, mode: str) -> None:
        inner = self._open("catch", node, scope)
        if node.param is not None:
            self._bind(node.param, inner, "catch", writes=True)
        self._stack.append((node.body, inner, _READ))

    def _import(self, node: s.ImportDeclaration, scope: Scope, mode: str) -> None:
        for specifier in node.specifiers:
            self._write(self._declare(specifier.local, scope, "import"), scope, specifier.start)

    def _export_specifier(self, node: s.ExportSpecifier, scope: Scope, mode: str) -> None:
        if isinstance(node.local, s.Identifier):
            self._pending.append((node.local, scope, _READ))

    def _export(self, node: s.ExportNamedDeclaration, scope: Scope, mode: str) -> None:
        if node.source is None:
            self._visit(node, scope, mode)

    def _labeled(self, node: s.LabeledStatement, scope: Scope, mode: str) -> None:
        self._stack.append((node.body, scope, _READ))

    def _assignment(self, node: s.AssignmentExpression, scope: Scope, mode: str) -> None:
        self._stack.append((node.right, scope, _READ))
        self._stack.append((node.left, scope, _WRITE if node.operator == "=" else _UPDATE))

    def _update(self, node: s.UpdateExpression, scope: Scope, mode: str) -> None:
        self._stack.append((node.argument, scope, _UPDATE))

    def _member(self, node: s.MemberExpression, scope: Scope, mode: str) -> None:
        name = _member_name(node)
        writes = mode in {_WRITE, _UPDATE}
        if name == "toPrimitive" or (writes and name in _CONVERTING):
            self._scopes.converts = True
        if writes and name == _THEN:
            self._scopes.fulfils = True
        if writes:
            self._scopes.members.setdefault(self._number, []).append((node.start, name))
        is_part = mode == _KEY and name is not None and isinstance(node.object, s.Identifier)
        self._stack.append((node.object, scope, f"{_PART}{name}" if is_part else _READ))
        if node.computed:
            self._stack.append((node.property, scope, _KEY))

    def _binary(self, node: s.BinaryExpression, scope: Scope, mode: str) -> None:
        mode = _KEY if mode == _KEY else _READ
        compared = node.operator in _COMPARING and any(isinstance(side, s.Literal) for side in (node.left, node.right))
        for side in (node.right, node.left):
            if compared:
                self._decide(side, scope)
            else:
                self._stack.append((side, scope, mode))

    def _decide(self, node: s.Node, scope: Scope) -> None:
        """What is done next depends on the value of an expression."""
        deciding = self._decides and isinstance(node, s.Identifier | s.MemberExpression)
        self._stack.append((node, scope, _KEY if deciding else _READ))

    def _test(self, node: s.IfStatement | s.ConditionalExpression, scope: Scope, mode: str) -> None:
        if node.alternate is not None:
            self._stack.append((node.alternate, scope, _READ))
        self._stack.append((node.consequent, scope, _READ))
        self._decide_test(node.test, scope)

    def _decide_test(self, node: s.Node, scope: Scope) -> None:
        inner = node.argument if isinstance(node, s.UnaryExpression) and node.operator == "!" else node
        self._decide(inner, scope)

    def _unary(self, node: s.UnaryExpression, scope: Scope, mode: str) -> None:
        removed = node.argument
        if node.operator == "delete" and isinstance(removed, s.MemberExpression):
            self._scopes.removed.add(_member_name(removed))
            self._stack.append((removed, scope, _WRITE))
        else:
            self._stack.append((removed, scope, _READ))

    def _call(self, node: s.CallExpression, scope: Scope, mode: str) -> None:
        self._scopes.described.update(defined_accessors(node))
        keyed = self._takes_key(node.callee)
        if self._decides and isinstance(node.callee, s.Identifier):
            self._handing += [
                (node.callee, index, argument)
                for index, argument in enumerate(node.arguments)
                if isinstance(argument, s.Identifier)
            ]
        for argument in reversed(node.arguments):
            is_key = keyed and isinstance(argument, s.Identifier | s.MemberExpression)
            self._stack.append((argument, scope, _KEY if is_key else _READ))
        match node.callee, node.arguments:
            case s.MemberExpression(object=text, property=s.Identifier(name="replace" | "replaceAll")), (
                _,
                s.Function(),
            ):
                self._decide(text, scope)
            case s.MemberExpression(object=s.Identifier() as text), () if mode == _KEY:  # `values[key.trim()]`
                self._decide(text, scope)
        self._stack.append((node.callee, scope, _READ))

    def _takes_key(self, callee: s.Node) -> bool:
        match callee:
            case s.MemberExpression(property=s.Identifier(name=name)):
                return name in self._keyed
            case _:
                return False

    def _property(self, node: s.Property, scope: Scope, mode: str) -> None:
        self._scopes.accessors.update(own_accessors(node))
        self._scopes.described.update(described_accessors(node))
        self._named(node.key)
        self._stack.append((node.value, scope, mode))
        if node.computed:
            self._stack.append((node.key, scope, _KEY))

    def _named(self, key: s.Node) -> None:
        """An object or a class has something under a name that the language asks for by itself."""
        self._scopes.converts = self._scopes.converts or _is_converting(key)
        self._scopes.fulfils = self._scopes.fulfils or (isinstance(key, s.Identifier) and key.name == _THEN)

    def _default(self, node: s.AssignmentPattern, scope: Scope, mode: str) -> None:
        self._stack.append((node.right, scope, _READ))
        self._stack.append((node.left, scope, mode))

    def _object_pattern(self, node: s.ObjectPattern, scope: Scope, mode: str) -> None:
        self._push_all(node.properties, scope, mode)

    def _array_pattern(self, node: s.ArrayPattern, scope: Scope, mode: str) -> None:
        self._push_all(node.elements, scope, mode)

    def _rest(self, node: s.RestElement, scope: Scope, mode: str) -> None:
        self._stack.append((node.argument, scope, mode))

    def _jsx(self, node: s.JSXElement, scope: Scope, mode: str) -> None:
        if node.name is not None and not _is_intrinsic(node.name):
            self._stack.append((node.name, scope, _READ))
        self._push_all((*node.attributes, *node.children), scope)

    def _open(self, kind: str, node: s.Node, scope: Scope) -> Scope:
        inner = Scope(kind, node, scope, self._number)
        self._scopes.of_node[node] = inner
        return inner

    def _function(self, node: s.Function, scope: Scope, mode: str) -> None:
        if isinstance(node, s.FunctionDeclaration) and node.id is not None:
            variable = self._declare(node.id, scope, "function")
            self._functions.append((node.id, node))
            self._supersede(variable, node.id, Write(scope.function, self._number, node.start))
            self._hoist_block_function(node.id, scope)
        elif node.id is not None:
            scope = self._open("block", node.id, scope)
            self._write(self._declare(node.id, scope, "name"), scope, node.start)
        inner = self._open("function", node, self._around(node, scope))
        self._scopes.generates = self._scopes.generates or node.generator
        if not isinstance(node, s.ArrowFunctionExpression):
            inner.variables["arguments"] = Variable("arguments", inner, "arguments")
        for param in node.params:
            self._bind(param, inner, "param", writes=True)
        if isinstance(node.body, s.BlockStatement):
            self._scopes.of_node[node.body] = inner
            self._push_all(node.body.body, inner)
        else:
            self._stack.append((node.body, inner, _READ))

    def _supersede(self, variable: Variable, name: s.Identifier, write: Write) -> None:
        """Of several declarations of one function in one scope only the last one ever counts (10.2.11, step 36)."""
        earlier = self._declared.get(variable)
        if earlier is not None:
            variable.writes.remove(earlier[1])
            self._scopes.superseded.add(earlier[0])
        self._declared[variable] = (name, write)
        variable.writes.append(write)

    def _hoist_block_function(self, identifier: s.Identifier, scope: Scope) -> None:
        """Annex B.3.3: in sloppy code a function in a block is visible in the whole enclosing function, too."""
        home = scope.function
        if home is not scope and identifier.name not in home.variables:
            home.variables[identifier.name] = scope.variables[identifier.name]

    def _class(self, node: s.Class, scope: Scope, mode: str) -> None:
        if isinstance(node, s.ClassDeclaration) and node.id is not None:
            self._write(self._declare(node.id, scope, "class"), scope, node.start)
        inner = self._open("class", node, scope)
        if isinstance(node, s.ClassExpression) and node.id is not None:
            self._write(self._declare(node.id, inner, "name"), inner, node.start)
        if node.super_class is not None:
            self._stack.append((node.super_class, scope, _READ))
        for member in node.body.body:
            if isinstance(member, s.StaticBlock):
                self._stack.append((member, inner, _READ))
                continue
            self._scopes.accessors.update(own_accessors(member))
            self._named(member.key)
            if member.computed:
                self._stack.append((member.key, inner, _READ))
            if member.value is not None:
                self._stack.append((member.value, inner, _READ))

    def _declaration(self, node: s.VariableDeclaration, scope: Scope, mode: str) -> None:
        self._variables(node, scope, writes=False)

    def _variables(self, node: s.VariableDeclaration, scope: Scope, *, writes: bool) -> None:
        home = scope.function if node.kind == "var" else scope
        for declarator in node.declarations:
            self._bind(declarator.id, home, node.kind, writes=writes or declarator.init is not None, at=scope)
            if declarator.init is not None:
                if isinstance(declarator.id, s.Identifier) and isinstance(declarator.init, s.Function):
                    self._functions.append((declarator.id, declarator.init))
                self._stack.append((declarator.init, scope, _READ))
                if self._decides:
                    self._taken += [(declarator.id, whole) for whole in _wholes(declarator.init)]

    def _for_each(self, node: s.ForInStatement | s.ForOfStatement, scope: Scope, mode: str) -> None:
        inner = self._open("block", node, scope)
        self._stack.append((node.right, inner, _READ))
        if isinstance(node.left, s.VariableDeclaration):
            self._variables(node.left, inner, writes=True)
        else:
            self._stack.append((node.left, inner, _WRITE))
        self._stack.append((node.body, inner, _READ))

    def _bind(self, pattern: s.Node, home: Scope, kind: str, *, writes: bool, at: Scope | None = None) -> None:
        """Declare the names of a pattern in `home`; expressions inside it (defaults, keys) belong to `at`."""
        at = at or home
        todo: list[s.Node | None] = [pattern]
        while todo:
            part = todo.pop()
            match part:
                case s.Identifier():
                    variable = self._declare(part, home, kind)
                    if writes:
                        self._write(variable, at, part.start)
                case s.ObjectPattern():
                    todo.extend(part.properties)
                case s.Property():
                    todo.append(part.value)
                    if part.computed:
                        self._stack.append((part.key, at, _KEY))
                case s.ArrayPattern():
                    todo.extend(part.elements)
                case s.RestElement():
                    todo.append(part.argument)
                case s.AssignmentPattern():
                    todo.append(part.left)
                    self._stack.append((part.right, at, _READ))
                case _:
                    pass


_VISITORS: Mapping[type[s.Node], Callable[[_Script, Any, Scope, str], None]] = MappingProxyType(
    {
        s.FunctionDeclaration: _Script._function,
        s.FunctionExpression: _Script._function,
        s.ArrowFunctionExpression: _Script._function,
        s.ClassDeclaration: _Script._class,
        s.ClassExpression: _Script._class,
        s.VariableDeclaration: _Script._declaration,
        s.BlockStatement: _Script._block,
        s.StaticBlock: _Script._block,
        s.ForStatement: _Script._for,
        s.ForInStatement: _Script._for_each,
        s.ForOfStatement: _Script._for_each,
        s.SwitchStatement: _Script._switch,
        s.IfStatement: _Script._test,
        s.ConditionalExpression: _Script._test,
        s.CatchClause: _Script._catch,
        s.ImportDeclaration: _Script._import,
        s.ExportSpecifier: _Script._export_specifier,
        s.ExportNamedDeclaration: _Script._export,
        s.ExportAllDeclaration: _Script._skip,
        s.BreakStatement: _Script._skip,
        s.ContinueStatement: _Script._skip,
        s.LabeledStatement: _Script._labeled,
        s.AssignmentExpression: _Script._assignment,
        s.UpdateExpression: _Script._update,
        s.UnaryExpression: _Script._unary,
        s.MemberExpression: _Script._member,
        s.BinaryExpression: _Script._binary,
        s.CallExpression: _Script._call,
        s.Property: _Script._property,
        s.AssignmentPattern: _Script._default,
        s.ObjectPattern: _Script._object_pattern,
        s.ArrayPattern: _Script._array_pattern,
        s.RestElement: _Script._rest,
        s.JSXElement: _Script._jsx,
    }
)


_CONVERTING = frozenset({"toString", "valueOf"})
_THEN = "then"
"""The method that is called of whatever is waited for."""


def _is_converting(key: s.Node) -> bool:
    return isinstance(key, s.Identifier) and key.name in _CONVERTING


def _member_name(node: s.MemberExpression) -> str | None:
    match node.property:
        case s.Identifier(name=name) if not node.computed:
            return name
        case s.PrivateIdentifier(name=name):
            return f"#{name}"
        case s.StringLiteral(value=text):
            return text
        case s.NumberLiteral(value=number):
            return number_text(number)
        case _:
            return None


def _is_module_item(node: s.Node) -> bool:
    return isinstance(
        node, s.ImportDeclaration | s.ExportNamedDeclaration | s.ExportDefaultDeclaration | s.ExportAllDeclaration
    )


def _is_intrinsic(name: s.Identifier | s.MemberExpression) -> bool:
    """Whether a JSX name is an HTML element (`div`) and not a component."""
    return isinstance(name, s.Identifier) and (name.name[:1].islower() or "-" in name.name or ":" in name.name)
