"""A name or member in a condition -> the access path that it is, and the expression, object or function behind it.

All of it is read from the text (see `definitions`). An access path goes as far back as names that are given a value
once allow: `const {origin} = e` makes `origin` the path `e.origin`. `new URL(x)` is the path of `x` with `@url` behind
it, `Object.keys(x)` that with `@keys`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TypeVar, cast

from reviewer.javascript import syntax as s
from reviewer.javascript.definitions import Definitions, Given, key_name
from reviewer.javascript.environment import ELEMENT, PASSING, Path, Root
from reviewer.javascript.returning import is_empty, is_nothing, results, returned
from reviewer.javascript.scopes import Scopes, Variable
from reviewer.javascript.walking import walk
from reviewer.record import thing

_T = TypeVar("_T", bound=s.Node)
_SAME_TEXT = frozenset({"trim", "toString", "toLowerCase", "trimStart", "trimEnd", "toUpperCase", "normalize"})
_SAME_OBJECT = frozenset({"freeze", "seal", "preventExtensions"})
TAKING = frozenset({"pop", "shift", "at", "find", "findLast"})
"""Methods that give an element of an array."""
_DEPTH = 12
_MOST = 24
_FEW = 4

_STANDING = frozenset({s.Identifier, s.MemberExpression, s.CallExpression, s.ChainExpression, s.AwaitExpression})
_PATHS = frozenset(
    {*_STANDING, s.ThisExpression, s.ObjectPattern, s.ArrayPattern, s.LogicalExpression, s.NewExpression}
)
_PARTS = _STANDING.difference({s.AwaitExpression})
"""The nodes that may stand for another one, be an access path, or be an element of something. All others are told by
their class alone: that is asked millions of times.
"""


@thing
class Frame:
    """How a function that is looked into was called: what its parameters are, as paths and as expressions.

    There is one for each way to be called, so that it can be compared by identity.
    """

    paths: tuple[tuple[Root, Path], ...] = ()
    nodes: tuple[tuple[Variable, s.Node], ...] = ()


class Names:
    """`frame` says how the function that is being looked into was called."""

    def __init__(self, scopes: Scopes, definitions: Definitions) -> None:
        self.definitions = definitions
        self._scopes = scopes
        self._of: Mapping[s.Node, Variable] = cast("Mapping[s.Node, Variable]", scopes.of_identifier)
        self.frame = Frame()
        self._frames: dict[object, Frame] = {((), ()): self.frame}
        self._held: dict[Variable, int] = {}
        self._paths: dict[tuple[Variable, Frame], Path] = {}
        self._given_back: dict[s.Function, Sequence[s.Node]] = {}
        self._looked_into: set[s.Function] = set()

    def variable(self, node: s.Node) -> Variable | None:
        """The variable that a name refers to."""
        return self._of.get(node)

    def given(self, node: s.Node) -> Given | None:
        """What a name is given, if it is a name that is given a value once."""
        variable = self._of.get(node)
        return None if variable is None else self._given_to(variable)

    def _given_to(self, variable: Variable) -> Given | None:
        for param, arg in self.frame.nodes:
            if param is variable:
                return Given(arg)
        return self.definitions.names.get(variable)

    @contextmanager
    def entered(self, function: s.Function, args: Sequence[s.Node], receiver: s.Node | None) -> Iterator[None]:
        """While a function is looked into, its parameters are what it was called with."""
        paths: list[tuple[Root, Path]] = []
        nodes: list[tuple[Variable, s.Node]] = []
        for param, arg in zip(function.params, args, strict=False):
            if isinstance(arg, s.SpreadElement):
                break
            inner = s.without_default(param)
            variable = self.variable(inner)
            if variable is not None and len(variable.writes) > 1:
                continue
            path = self.path(arg)
            root = inner if variable is None else variable
            if path is not None and path[0] is not root:
                paths.append((root, path))
            if variable is not None and not self._mentions(arg, variable):
                nodes.append((variable, arg))
        made = None if receiver is None or isinstance(receiver, s.ThisExpression) else self.owner(receiver)
        at = None if receiver is None else self.path(receiver)
        if isinstance(made, s.Class) and at is not None:
            paths.append((made, at))
        bound = ((*paths, *self._outer(paths)), (*nodes, *self.frame.nodes)[:_MOST])
        frame = self._frames.get(bound)
        if frame is None:
            frame = self._frames[bound] = Frame(*bound)
        kept, self.frame = self.frame, frame
        try:
            yield
        finally:
            self.frame = kept

    def _outer(self, paths: Sequence[tuple[Root, Path]]) -> Iterator[tuple[Root, Path]]:
        """What is bound further out, as far as it is not bound again."""
        again = {root for root, _ in paths}
        return ((root, path) for root, path in self.frame.paths if root not in again)

    def _mentions(self, node: s.Node, variable: Variable) -> bool:
        """Whether an argument speaks of the parameter itself, as in a call of a function by itself."""
        return any(self.variable(inner) is variable for inner in walk(node))

    def _bound(self, root: Root) -> Path:
        return next((path for bound, path in self.frame.paths if bound is root), (root, ()))

    def is_bound(self, root: Root) -> bool:
        """Whether a function is looked into that was given this (or a part of it): it stays as it is meanwhile."""
        return any(path[0] is root for _, path in self.frame.paths)

    # What it stands for -----------------------------------------------------------------------------------------------

    def resolved(self, node: s.Node, depth: int = 0) -> s.Node:
        """The expression behind names, members of known objects, `Object.freeze` and functions called on the spot."""
        if depth > _DEPTH or type(node) not in _STANDING:
            return node
        found: s.Node | None = None
        match node:
            case s.ChainExpression(expression=inner) | s.AwaitExpression(argument=inner):
                found = inner
            case s.Identifier():
                given = self.given(node)
                if given is not None:
                    found = self._part(given.node, given.keys, depth + 1)
            case s.MemberExpression():
                found = self.member(node, depth + 1)
            case s.CallExpression(callee=s.MemberExpression(object=s.Identifier(name="Object"), property=key)):
                if isinstance(key, s.Identifier) and key.name in _SAME_OBJECT and node.arguments:
                    found = node.arguments[0]
            case s.CallExpression(
                callee=s.MemberExpression(object=s.Identifier(name="Promise"), property=s.Identifier(name="resolve")),
                arguments=(s.Node() as inner,),
            ):
                found = inner
            case s.CallExpression(callee=s.Function() as function):
                found = returned(function)
            case s.CallExpression(callee=s.Identifier() as name):
                made = self.resolved(name, depth + 1)
                if isinstance(made, s.Function) and not made.params and not made.generator:
                    found = returned(made)
        return node if found is None or found is node else self.resolved(found, depth + 1)

    def _part(self, node: s.Node, keys: Sequence[str], depth: int) -> s.Node | None:
        at: s.Node | None = node
        for key in keys:
            owner = None if at is None else self.owner(at, depth)
            at = None if owner is None else self.definitions.members.get(owner, {}).get(key)
        return at

    def owner(self, node: s.Node, depth: int = 0) -> Root | None:
        """The object of the code's own whose members an expression has."""
        if depth > _DEPTH:
            return None
        if isinstance(node, s.ThisExpression):
            return self.definitions.this.get(node)
        known = self.resolved(node, depth + 1)
        match known:
            case s.ObjectExpression() | s.Function():
                return known
            case s.Class():
                return known.body
            case s.ThisExpression():
                return self.definitions.this.get(known)
            case s.NewExpression(callee=callee):
                made = self.resolved(callee, depth + 1)
                return made if isinstance(made, s.Class | s.Function) else None
            case _:
                return None

    def member(self, node: s.MemberExpression, depth: int = 0) -> s.Node | None:
        """What stands under a constant name in an object of the code's own."""
        return self._named(self.definitions.members, node, depth)

    def getter(self, node: s.MemberExpression) -> s.Function | None:
        """The function that computes a property when it is read."""
        return self._named(self.definitions.getters, node, 0)

    def _named(self, table: Mapping[Root, Mapping[str, _T]], node: s.MemberExpression, depth: int) -> _T | None:
        key = key_name(node.property, computed=node.computed)
        owner = None if key is None else self.owner(node.object, depth + 1)
        for _ in range(_DEPTH):
            if owner is None or key is None:
                return None
            found = table.get(owner, {}).get(key)
            if found is not None:
                return found
            parent = owner.super_class if isinstance(owner, s.Class) else None
            above = None if parent is None else self.resolved(parent, depth + 1)
            owner = above if isinstance(above, s.Class) else None
        return None

    def function(self, callee: s.Node) -> s.Function | None:
        """The function of the code's own that is called."""
        known = self.resolved(callee)
        return known if isinstance(known, s.Function) else None

    # Paths ------------------------------------------------------------------------------------------------------------

    def path(self, node: s.Node, depth: int = 0) -> Path | None:
        """The access path that an expression is, if it is one."""
        if depth > _DEPTH or type(node) not in _PATHS:
            return None
        match node:
            case s.Identifier():
                variable = self._of.get(node)
                return None if variable is None else self.path_of(variable, depth)
            case s.ChainExpression(expression=inner) | s.AwaitExpression(argument=inner):
                return self.path(inner, depth + 1)
            case s.ThisExpression():
                this = self.definitions.this.get(node)
                return None if this is None else self._bound(this)
            case s.ObjectPattern() | s.ArrayPattern():
                return self._bound(node)
            case s.MemberExpression(object=holder, property=key, computed=computed):
                name = key_name(key, computed=computed)
                if name is None and computed:
                    name = self.held_key(key)
                return None if name is None else below(self.path(holder, depth + 1), name)
            case s.LogicalExpression(operator="||" | "??", left=left, right=s.StringLiteral()):
                # `x || ''`: what is proven of it holds for x wherever x is not replaced by the constant.
                return self.path(left, depth + 1)
            case s.NewExpression(callee=s.Identifier(name="URL"), arguments=(first, *_)):
                return below(self.path(first, depth + 1), "@url")
            case s.CallExpression(callee=s.Identifier(name="String"), arguments=(only,)):
                return self.path(only, depth + 1)
            case s.CallExpression(callee=s.MemberExpression(object=holder, property=s.Identifier(name=name))):
                if name in _SAME_TEXT:
                    return self.path(holder, depth + 1)
                if name in {"keys", "entries", "ownKeys", "getOwnPropertyNames"} and len(node.arguments) == 1:
                    return below(self.path(node.arguments[0], depth + 1), "@keys")
                if name == "parse" and isinstance(holder, s.Identifier) and holder.name == "URL" and node.arguments:
                    return below(self.path(node.arguments[0], depth + 1), "@url")
                return self._address(node, depth + 1)
            case s.CallExpression():
                return self._address(node, depth + 1)
            case _:
                return None

    def _address(self, call: s.CallExpression, depth: int) -> Path | None:
        """The path of a parsed address, or of a part of it, that a function of the code's own gives, where it gives
        anything at all.
        """
        known = self.resolved(call.callee, depth)
        if not isinstance(known, s.Function) or known.is_async or known.generator:
            return None
        parts = self._given_back.get(known)
        if parts is None:
            parts = self._given_back[known] = [part for part in results(known) if not is_empty(part)]
        if not parts or len(parts) > _FEW or known in self._looked_into:
            return None
        receiver = call.callee.object if isinstance(call.callee, s.MemberExpression) else None
        self._looked_into.add(known)  # A function may call itself, in its arguments too.
        with self.entered(known, call.arguments, receiver):
            paths = {self.path(part, depth + 1) for part in parts}
        self._looked_into.remove(known)
        path = paths.pop()
        return path if not paths and path is not None and "@url" in path[1][-2:] else None

    def held_key(self, key: s.Node) -> str | None:
        """A name for the property that a variable chooses, `o[key]`, as long as that has the same value: for good where
        it is given one once, until it is given another where only its own function gives it any.
        """
        variable = self._of.get(key) if isinstance(key, s.Identifier) else None
        if variable is None or not variable.writes:
            return None
        number = self._held.setdefault(variable, len(self._held))
        if len(variable.writes) == 1:
            return f"[{number}]"
        home = variable.scope.function
        if home.kind == "global" or any(write.function is not home for write in variable.writes):
            return None
        variable.passing = f"{PASSING}{number}]"
        return variable.passing

    def name_of(self, node: s.Node) -> str | None:
        """The name of the property that an expression reads, or that stands behind its name."""
        known = self.resolved(node)
        return key_name(known.property, computed=known.computed) if isinstance(known, s.MemberExpression) else None

    def path_of(self, variable: Variable, depth: int = 0) -> Path:
        """The access path that a variable is another name of; its own where there is none."""
        key = (variable, self.frame)
        known = self._paths.get(key)
        if known is not None:
            return known
        bound = self._bound(variable)
        given = self.definitions.names.get(variable)
        path: Path | None = None if bound[0] is variable else bound
        if path is None and given is not None and ELEMENT not in given.keys:
            owner = self.resolved(given.node) if not given.keys else None
            if isinstance(owner, s.Class):
                path = (owner.body, ())
            elif isinstance(owner, s.ObjectExpression):
                path = (owner, ())
            else:
                path = self.path(given.node, depth + 1)
                for name in given.keys:
                    path = below(path, name)
        if path is None and given is None:
            path = self._tried(variable, depth + 1)
        if path is None or (isinstance(path[0], Variable) and len(path[0].writes) > 1 and not self.is_bound(path[0])):
            path = (variable, ())
        self._paths[key] = path
        return path

    def _tried(self, variable: Variable, depth: int) -> Path | None:
        """The path of the parsed address that a variable is given once, and nothing else beside nothing."""
        values = self.definitions.assigned.get(variable, ())
        given = [value for value in values if not is_nothing(value)]
        path = self.path(given[0], depth) if len(given) == 1 and len(values) == len(variable.writes) else None
        return path if path is not None and path[1][-1:] == ("@url",) else None

    def copies_of(self, path: Path) -> list[Variable]:
        """The variables that hold what was at a path when they got it, and nothing else ever."""
        named = (variable for (variable, _), known in self._paths.items() if known == path)
        return [variable for variable in dict.fromkeys(named) if path[0] is not variable and len(variable.writes) == 1]

    def whole(self, node: s.Node, depth: int = 0) -> s.Node | None:
        """The array that a value is an element of, as far as the text tells: `parts.pop()`, `parts[i]`, a loop's."""
        if depth > _DEPTH or type(node) not in _PARTS:
            return None
        match node:
            case s.Identifier():
                variable = self._of.get(node)
                return None if variable is None else self.whole_of(variable, depth)
            case s.ChainExpression(expression=inner):
                return self.whole(inner, depth + 1)
            case s.MemberExpression(object=holder, property=key, computed=True) if not isinstance(key, s.StringLiteral):
                return holder
            case s.CallExpression(callee=s.MemberExpression(object=holder, property=s.Identifier(name=name))):
                return holder if name in TAKING else None
            case _:
                return None

    def whole_of(self, variable: Variable, depth: int = 0) -> s.Node | None:
        """The array that a variable is an element of."""
        given = self._given_to(variable)
        if given is None:
            return None
        if given.keys == (ELEMENT,):
            return given.node
        return None if given.keys else self.whole(given.node, depth + 1)

    def is_own_key(self, key: s.Node, holder: s.Node) -> bool:
        """Whether a key was taken from the very object that it is looked up in, so that finding it says nothing."""
        given = self.given(key)
        whole = None if given is None or ELEMENT not in given.keys else self.path(given.node)
        looked = self.path(holder)
        if given is None or whole is None or looked is None:
            return False
        return whole == looked if "@keys" in given.keys else whole == below(looked, "@keys")


def below(path: Path | None, key: str) -> Path | None:
    """The path of a member of what a path leads to."""
    return None if path is None else (path[0], (*path[1], key))
