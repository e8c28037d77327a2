"""An expression in a condition -> the texts it can be, the list of texts, or the regular expression that it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import islice, product
from types import MappingProxyType

from reviewer.destination import OWN_HOST
from reviewer.javascript import syntax as s
from reviewer.javascript.constants import Array, Boolean, Constant, Nullish, Number, Text
from reviewer.javascript.definitions import Definitions, key_name
from reviewer.javascript.environment import ELEMENT
from reviewer.javascript.names import Frame, Names
from reviewer.javascript.regular import Accepted, accepted
from reviewer.javascript.scopes import Scopes, Variable
from reviewer.record import value

OWN_SITE = f"https://{OWN_HOST}"
"""Stands for the page's own origin, which is as good as a constant."""
_OWN: Mapping[str, str] = MappingProxyType(
    {"origin": OWN_SITE, "host": OWN_HOST, "hostname": OWN_HOST, "protocol": "https:"}
)
_DEPTH = 12
_MOST = 64


@value
class Listed:
    """The texts that stand in a list, a set or as keys of an object; `complete` where no others do, `certain` where
    each of them does.
    """

    texts: tuple[str, ...]
    complete: bool
    certain: bool = True


_WRITTEN = frozenset(
    {
        *(s.StringLiteral, s.TemplateLiteral, s.BooleanLiteral, s.NullLiteral, s.NumberLiteral, s.Identifier),
        s.UnaryExpression,
    }
)
"""The nodes that may be constants as written."""

_NOTHING = Listed((), complete=False)


class Meaning(Names):
    """`constant` tells the constant a variable is, as far as the walk over the code has come.

    `asked` are the variables of which that was asked, with the answers: what rests on them holds as long as they do.
    """

    def __init__(
        self, scopes: Scopes, definitions: Definitions, constant: Callable[[Variable], Constant | None]
    ) -> None:
        super().__init__(scopes, definitions)
        self._constant = constant
        self.asked: dict[Variable, Constant | None] = {}
        self._patterns: dict[tuple[s.Node, Frame], Accepted | None] = {}

    def _known_constant(self, variable: Variable) -> Constant | None:
        found = self.asked[variable] = self._constant(variable)
        return found

    def still_holds(self, asked: Mapping[Variable, Constant | None]) -> bool:
        """Whether the same would be answered now."""
        return all(self._constant(variable) == known for variable, known in asked.items())

    # Texts ------------------------------------------------------------------------------------------------------------

    def text(self, node: s.Node) -> str | None:
        """The constant string an expression is."""
        texts = self.texts(node)
        return texts[0] if texts is not None and len(texts) == 1 else None

    def texts(self, node: s.Node, depth: int = 0) -> tuple[str, ...] | None:
        """All strings that an expression can be; None where it can be others."""
        if depth > _DEPTH:
            return None
        match node:
            case s.StringLiteral(value=value):
                return (value,)
            case s.TemplateLiteral(quasis=quasis, expressions=expressions):
                parts: list[tuple[str, ...] | None] = [(quasis[0].cooked or "",)]
                for expression, quasi in zip(expressions, quasis[1:], strict=True):
                    parts += [self.texts(expression, depth + 1), (quasi.cooked or "",)]
                return _joined(parts)
            case s.BinaryExpression(operator="+", left=left, right=right):
                return _joined([self.texts(left, depth + 1), self.texts(right, depth + 1)])
            case s.CallExpression(
                callee=s.MemberExpression(object=s.StringLiteral() as first, property=s.Identifier(name="concat")),
                arguments=others,
            ):
                return _joined([self.texts(part, depth + 1) for part in (first, *others)])
            case (
                s.ConditionalExpression(consequent=left, alternate=right) | s.LogicalExpression(left=left, right=right)
            ):
                one, other = self.texts(left, depth + 1), self.texts(right, depth + 1)
                return None if one is None or other is None else (*one, *other)
            case s.MemberExpression(object=holder, property=s.Identifier(name=name), computed=False) if (
                name in _OWN and is_location(holder)
            ):
                return (_OWN[name],)
            case _:
                return self._texts_behind(node, depth)

    def beginning(self, node: s.Node) -> str:
        """What the text that an expression puts together begins with, as far as that is known."""
        match self.resolved(node):
            case s.TemplateLiteral(quasis=(first, *quasis), expressions=expressions):
                text = first.cooked or ""
                for expression, quasi in zip(expressions, quasis, strict=True):
                    known = self.text(expression)
                    if known is None:
                        break
                    text += known + (quasi.cooked or "")
                return text
            case s.BinaryExpression(operator="+", left=left):
                return self.text(left) or self.beginning(left)
            case s.StringLiteral(value=text):
                return text
            case _:
                return ""

    def _texts_behind(self, node: s.Node, depth: int) -> tuple[str, ...] | None:
        known = self.resolved(node)
        if known is not node:
            return self.texts(known, depth + 1)
        variable = self.variable(node)
        value = None if variable is None else self._known_constant(variable)
        if isinstance(value, Text):
            return (value.value,)
        given = self.given(node)
        if given is not None and given.keys and ELEMENT not in given.keys and is_location(given.node):
            return (_OWN[given.keys[-1]],) if given.keys[-1] in _OWN else None
        whole = self.whole(node)
        items = _NOTHING if whole is None else self.items(whole, depth + 1)
        return items.texts if items.complete else None

    def items(self, node: s.Node, depth: int = 0) -> Listed:
        """The texts in a list (or Set, or Map by its keys), written out or behind names."""
        if depth > _DEPTH:
            return _NOTHING
        match node:
            case s.ArrayExpression(elements=elements):
                return self._elements(elements, depth)
            case s.ObjectExpression():
                return self.keys(node)
            case s.NewExpression(callee=s.Identifier(name="Set"), arguments=(first, *_)):
                return self.items(first, depth + 1)
            case s.NewExpression(callee=s.Identifier(name="Map"), arguments=(s.ArrayExpression() as pairs, *_)):
                firsts = [_first(pair) for pair in pairs.elements]
                return self._elements(firsts, depth)
            case s.CallExpression(
                callee=s.MemberExpression(object=holder, property=s.Identifier(name=name)), arguments=arguments
            ):
                return self._made(holder, name, arguments, depth)
        known = self.resolved(node)
        if known is not node:
            listed = self.items(known, depth + 1)
            return Listed(listed.texts, listed.complete and not self._is_grown(node), listed.certain)
        variable = self.variable(node)
        value = None if variable is None else self._known_constant(variable)
        if isinstance(value, Array):
            texts = tuple(item.value for item in value.items if isinstance(item, Text))
            return Listed(texts, complete=len(texts) == len(value.items))
        return _NOTHING

    def _is_grown(self, node: s.Node) -> bool:
        """Whether some line puts something into what has this name."""
        match node:
            case s.Identifier():
                return self.variable(node) in self.definitions.grown
            case s.MemberExpression(property=key, computed=computed):
                return key_name(key, computed=computed) in self.definitions.grown
            case _:
                return False

    def _made(self, holder: s.Node, name: str, arguments: Sequence[s.Node], depth: int) -> Listed:
        if name == "keys" and arguments:
            known = self.resolved(arguments[0])
            return self.keys(known) if isinstance(known, s.ObjectExpression) else _NOTHING
        if name in {"from", "freeze"} and arguments:
            return self.items(arguments[0], depth + 1)
        if name in {"map", "slice", "sort", "filter", "concat"}:
            listed = self.items(holder, depth + 1)
            return Listed(listed.texts, complete=False, certain=listed.certain and name in {"sort", "concat"})
        if name == "split" and len(arguments) == 1:
            text, by = self.text(holder), self.text(arguments[0])
            return _NOTHING if text is None or not by else Listed(tuple(text.split(by)), complete=True)
        return _NOTHING

    def _elements(self, elements: Sequence[s.Node | None], depth: int) -> Listed:
        found: list[str] = []
        complete = certain = True
        for element in elements:
            if isinstance(element, s.SpreadElement):
                inner = self.items(element.argument, depth + 1)
                found += inner.texts
                complete, certain = complete and inner.complete, certain and inner.certain
                continue
            texts = None if element is None else self.texts(element, depth + 1)
            found += texts or ()
            complete, certain = complete and texts is not None, certain and (texts is None or len(texts) == 1)
        return Listed(tuple(found), complete, certain)

    def keys(self, node: s.ObjectExpression) -> Listed:
        """The names of an object that is written out."""
        names = [
            key_name(part.key, computed=part.computed) if isinstance(part, s.Property) else None
            for part in node.properties
        ]
        known = tuple(name for name in names if name is not None)
        return Listed(known, complete=len(known) == len(names))

    # Patterns ---------------------------------------------------------------------------------------------------------

    def pattern(self, node: s.Node) -> Accepted | None:
        """What a regular expression accepts, written out, behind a name, or made of a constant text."""
        key = (node, self.frame)
        if key not in self._patterns:
            self._patterns[key] = self._pattern(self.resolved(node))
        return self._patterns[key]

    def patterns(self, node: s.Node) -> tuple[Accepted, ...]:
        """What the regular expressions accept one of which an expression is: those of a list, of an element of it; none
        where it can be others.
        """
        only, whole = self.pattern(node), self.whole(node)
        if only is not None or whole is None:
            return () if only is None else (only,)
        listed = self.resolved(whole)
        if not isinstance(listed, s.ArrayExpression) or self._is_grown(whole):
            return ()
        found = [None if element is None else self.pattern(element) for element in listed.elements]
        known = tuple(each for each in found if each is not None)
        return known if len(known) == len(found) else ()

    def goes_on(self, node: s.Node) -> bool:
        """Whether a regular expression that is kept goes on where its last match ended, so that it may miss things."""
        match self.resolved(node):
            case s.RegExpLiteral(flags=flags) as known:
                return known is not node and not {"g", "y"}.isdisjoint(flags)
            case s.NewExpression(arguments=(_, flags, *_)):
                known_flags = self.text(flags)
                return known_flags is None or not {"g", "y"}.isdisjoint(known_flags)
            case _:
                return False

    def _pattern(self, node: s.Node) -> Accepted | None:
        match node:
            case s.RegExpLiteral(pattern=pattern, flags=flags):
                return accepted(pattern, flags)
            case (
                s.NewExpression(callee=s.Identifier(name="RegExp"), arguments=(first, *rest))
                | s.CallExpression(callee=s.Identifier(name="RegExp"), arguments=(first, *rest))
            ):
                known = self.resolved(first)
                if isinstance(known, s.RegExpLiteral):
                    return accepted(known.pattern, known.flags)
                text, given = self.text(first), self.text(rest[0]) if rest else ""
                return None if text is None or given is None else accepted(text, given)
            case _:
                text = self.text(node)
                return None if text is None else accepted(text, "")


def literal(node: s.Node) -> Constant | None:
    """The constant that is written here."""
    if type(node) not in _WRITTEN:
        return None
    match node:
        case s.StringLiteral(value=text):
            return Text(text)
        case s.TemplateLiteral(quasis=(only,)):
            return Text(only.cooked or "")
        case s.BooleanLiteral(value=value):
            return Boolean(value)
        case s.NullLiteral():
            return Nullish("null")
        case s.NumberLiteral(value=number):
            return Number(number)
        case s.Identifier(name="undefined") | s.UnaryExpression(operator="void"):
            return Nullish("undefined")
        case s.UnaryExpression(operator="-", argument=s.NumberLiteral(value=number)):
            return Number(-number)
        case s.UnaryExpression(operator="!", argument=s.NumberLiteral(value=number)):
            return Boolean(not number)
        case _:
            return None


def _first(node: s.Node | None) -> s.Node | None:
    return node.elements[0] if isinstance(node, s.ArrayExpression) and node.elements else None


def _joined(parts: Sequence[tuple[str, ...] | None]) -> tuple[str, ...] | None:
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return None
    found = tuple("".join(words) for words in islice(product(*known), _MOST + 1))
    return found if len(found) <= _MOST else None


def is_location(node: s.Node) -> bool:
    """Whether an expression is the page's `location`."""
    match node:
        case s.Identifier(name="location"):
            return True
        case s.MemberExpression(property=s.Identifier(name="location")):
            return True
        case _:
            return False
