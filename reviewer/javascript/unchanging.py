"""Properties that have one value from the start, read from the text alone: those of an object that is frozen where it
is written out, or whose every mention only reads from it; and fields of a class that only one line gives a value.

So `if (!SETTINGS.rich) return` and `RENDERERS[this.kind]` are decided where they are written, in whatever function.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reviewer.javascript import syntax as s
from reviewer.javascript.ast import Ast
from reviewer.javascript.definitions import Definitions, key_name
from reviewer.javascript.scopes import Scopes, Variable
from reviewer.javascript.walking import children, walk

_READING = frozenset({"entries", "freeze", "keys", "seal", "values"})
"""Functions of `Object` that leave what they are given as it is, or make it last."""

_DEEPEST = 4
"""How many objects inside one another are looked through."""

_NONE: frozenset[str] = frozenset()

_CONSTANT = (s.StringLiteral, s.NumberLiteral, s.BooleanLiteral, s.NullLiteral)


class Unchanging:
    """Of one page. What a name stands for is looked up once."""

    def __init__(self, asts: Sequence[Ast], scopes: Scopes, definitions: Definitions) -> None:
        self._scopes = scopes
        self._definitions = definitions
        self._written = Counter(name for members in scopes.members.values() for _, name in members)
        self._objects = dict(self._written_out(asts))
        self._fields = self._never_written()

    def value(self, member: s.MemberExpression) -> s.Node | None:
        """The literal that a property certainly is wherever it is read; None where that is not sure."""
        held = self._held(member, 0)
        return held if _is_literal(held) else None

    def constants(self, holder: s.Node) -> Iterator[tuple[str, s.Node]]:
        """The properties of an object that are and stay literals, with these."""
        variable = self._scopes.of_identifier.get(holder) if isinstance(holder, s.Identifier) else None
        literal = None if variable is None else self._objects.get(variable)
        for part in () if literal is None else literal.properties:
            name = key_name(part.key, computed=part.computed) if isinstance(part, s.Property) else None
            held = None if name is None or literal is None else _of(literal, name)
            if name is not None and held is not None and _is_literal(held):
                yield name, held

    def _held(self, member: s.MemberExpression, depth: int) -> s.Node | None:
        name = key_name(member.property, computed=member.computed)
        if name is None:
            return None
        match member.object:
            case s.Identifier() as holder:
                variable = self._scopes.of_identifier.get(holder)
                literal = None if variable is None else self._objects.get(variable)
                return None if literal is None else _of(literal, name)
            case s.MemberExpression() as around if name not in self._written and depth < _DEEPEST:
                inner = self._held(around, depth + 1)
                return _of(inner, name) if isinstance(inner, s.ObjectExpression) else None
            case s.ThisExpression() as this if name in self._fields:
                owner = self._definitions.this.get(this)
                return None if owner is None else self._definitions.members.get(owner, {}).get(name)
            case _:
                return None

    def _written_out(self, asts: Sequence[Ast]) -> Iterator[tuple[Variable, s.ObjectExpression]]:
        """Variables that hold an object which stays as it is written."""
        candidates: dict[Variable, s.ObjectExpression] = {}
        for variable, given in self._definitions.names.items():
            if given.keys or variable.declared not in {"const", "let", "var"}:
                continue
            if variable.scope.kind == "global" and variable.declared == "var":
                continue  # it is a property of the global object as well
            match given.node:
                case s.ObjectExpression(properties=properties) as literal if any(map(_is_plain, properties)):
                    candidates[variable] = literal
                case s.CallExpression(
                    callee=s.MemberExpression(object=s.Identifier(name="Object"), property=s.Identifier(name="freeze")),
                    arguments=(s.ObjectExpression() as literal,),
                ):
                    yield variable, literal
                case _:
                    continue
        if candidates:
            mentions = Counter(v for v in self._scopes.of_identifier.values() if v in candidates)
            reads = Counter(self._reads(asts, candidates))
            # The declaration is a mention, too.
            yield from ((each, literal) for each, literal in candidates.items() if reads[each] + 1 == mentions[each])

    def _reads(self, asts: Sequence[Ast], candidates: dict[Variable, s.ObjectExpression]) -> Iterator[Variable]:
        """Each mention of a variable that only reads a property, or hands the whole to what only reads."""
        for ast in asts:
            changed: set[s.Node] = set()
            for node in walk(ast.root):
                match node:
                    case s.AssignmentExpression(left=s.MemberExpression() as target):
                        changed.add(target)
                    case s.UpdateExpression(argument=target):
                        changed.add(target)
                    case s.UnaryExpression(operator="delete", argument=target):
                        changed.add(target)
                    case s.CallExpression(callee=target, arguments=arguments):
                        changed.add(target)
                        yield from self._among(_only_read(target, arguments), candidates)
                    case s.ObjectExpression(properties=properties):
                        spread = [part.argument for part in properties if isinstance(part, s.SpreadElement)]
                        yield from self._among(spread, candidates)
                    case (
                        s.TaggedTemplateExpression(tag=target)
                        | s.ForInStatement(left=target)
                        | s.ForOfStatement(left=target)
                    ):
                        changed.add(target)
                    case s.ArrayPattern() | s.AssignmentPattern() | s.RestElement():
                        changed.update(children(node))
                    case s.ObjectPattern(properties=properties):
                        changed.update(part.value for part in properties if isinstance(part, s.Property))
                    case s.MemberExpression(object=holder) if node not in changed:
                        yield from self._among((holder,), candidates)
                    case _:
                        continue

    def _among(self, nodes: Sequence[s.Node], candidates: dict[Variable, s.ObjectExpression]) -> Iterator[Variable]:
        for node in nodes:
            variable = self._scopes.of_identifier.get(node) if isinstance(node, s.Identifier) else None
            if variable in candidates:
                yield variable

    def _never_written(self) -> frozenset[str]:
        """Names of fields that each class gives one value in one place, while no name of a field is computed."""
        given: Counter[str] = Counter()
        owners: Counter[str] = Counter()
        derived: set[str] = set()
        for owner, members in self._definitions.members.items():
            if not isinstance(owner, s.Class):
                continue
            lines = [member.value for member in owner.body.body if isinstance(member, s.PropertyDefinition)]
            for name, value in members.items():
                owners[name] += 1
                given[name] += value not in lines
            derived.update(members if owner.super_class is not None else ())
        fields = frozenset(
            name
            for name, number in owners.items()
            if self._written[name] == given[name] and not (number > 1 and name in derived)
        )
        return _NONE if self._definitions.fills_itself else fields


def _of(literal: s.ObjectExpression, name: str) -> s.Node | None:
    """What stands under a name in a literal, where nothing that is spread or computed may stand there too."""
    found: s.Node | None = None
    for part in literal.properties:
        if not isinstance(part, s.Property) or part.kind != "init":
            return None
        key = key_name(part.key, computed=part.computed)
        if key is None:
            return None
        if key == name:
            found = part.value
    return found


def _is_plain(part: s.Node) -> bool:
    return isinstance(part, s.Property) and (isinstance(part.value, s.ObjectExpression) or _is_literal(part.value))


def _is_literal(node: s.Node | None) -> bool:
    """Whether a node is a literal, or what minifiers write for `true` and `false`."""
    match node:
        case s.UnaryExpression(operator="!", argument=s.NumberLiteral()):
            return True
        case _:
            return isinstance(node, _CONSTANT)


def _only_read(callee: s.Node, arguments: Sequence[s.Node]) -> Sequence[s.Node]:
    """The arguments that a function of `Object` leaves as they are."""
    match callee:
        case s.MemberExpression(object=s.Identifier(name="Object"), property=s.Identifier(name=name), computed=False):
            return arguments if name in _READING else arguments[1:] if name == "assign" else ()
        case _:
            return ()
