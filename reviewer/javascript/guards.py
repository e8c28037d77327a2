"""A condition -> what it proves about which value, judged by how strong the test really is.

The guards it knows are named here by what they prove; which sinks that makes safe is data (model rows of
`guard.<name>`):

- constant: the value is one of fixed ones (`===`, allow-list look-ups);
- number: it is a number or a boolean;
- word: it consists of letters, digits, `_` and `-` only (an anchored pattern);
- scheme: it is an http(s) URL or begins with a fixed text that settles the scheme;
- pinned: it begins with a fixed scheme and host, or is a path of the same site;
- origin: the message it came with is from a known origin;
- not_proto, not_constructor: as a property key it does not lead to a prototype (both are needed).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from reviewer.javascript import syntax as s
from reviewer.javascript.environment import Path
from reviewer.javascript.scopes import Variable

Proof = tuple[Path, str]

_SCHEME_PATTERN = re.compile(r"\^\(?(?:\?:)?(?:https\??|http\|https|https\|http)\)?:")
_WORD_PATTERN = re.compile(r"\^(?:(?:\\[dw]|[\w-]|\[(?:\\[dw]|[\w-])+\])(?:[+*?]|\{\d+(?:,\d*)?\})?)+\$\Z", re.ASCII)
_PINNED = re.compile(r"(?:https?:)//[^/?#\\\s]+[/?#]|/(?![/\\])|\.{1,2}/|[?#]|(?:mailto|tel):", re.IGNORECASE)
_SCHEME = re.compile(r"https?:(?:/|\Z)|https?:\Z", re.IGNORECASE)


def pins(prefix: str) -> bool:
    """Whether text that begins so can no longer choose its scheme and host."""
    return bool(_PINNED.match(prefix)) or bool(re.match(r"[\w%.~-]+[/?#]", prefix))


class Guards:
    """Reads conditions. `path` names the access path of an expression, `text` its constant string, None where there
    is none.

    `derived` maps a variable to the path its value was parsed from (`const u = new URL(x)`); `returned` gives the
    parameters and the returned expression of a function that does nothing but return it.
    """

    def __init__(
        self,
        path: Callable[[s.Node], Path | None],
        text: Callable[[s.Node], str | None],
        derived: Mapping[Variable, Path],
        returned: Callable[[s.Node], tuple[tuple[Variable, ...], s.Node] | None],
        items: Callable[[s.Node], tuple[str, ...]],
    ) -> None:
        self._path = path
        self._text = text
        self._derived = derived
        self._returned = returned
        self._items = items

    def proves(self, test: s.Node, *, truth: bool, depth: int = 0) -> frozenset[Proof]:
        """What holds when the test came out as `truth`."""
        if depth > 30:
            return frozenset()
        match test:
            case s.ChainExpression(expression=inner):
                return self.proves(inner, truth=truth, depth=depth + 1)
            case s.UnaryExpression(operator="!", argument=inner):
                return self.proves(inner, truth=not truth, depth=depth + 1)
            case s.LogicalExpression(operator="&&" | "||" as operator, left=left, right=right):
                one = self.proves(left, truth=truth, depth=depth + 1)
                other = self.proves(right, truth=truth, depth=depth + 1)
                return one | other if (operator == "&&") is truth else one & other
            case s.BinaryExpression():
                return frozenset(self._comparison(test, truth=truth))
            case s.CallExpression():
                return frozenset(self._call(test, truth=truth, depth=depth))
            case _:
                return frozenset()

    def _comparison(self, test: s.BinaryExpression, *, truth: bool) -> Iterator[Proof]:
        operator = test.operator
        if operator == "in" and truth:
            yield from self._proof(test.left, "constant")
        if operator in {"!==", "!="}:
            operator, truth = operator.replace("!", "=", 1).replace("===", "===", 1), not truth
        for one, other in ((test.left, test.right), (test.right, test.left)):
            text = self._text(other)
            if operator in {"===", "=="} and text is not None:
                yield from self._equals(one, text) if truth else self._differs(one, (text,))
            number = other.value if isinstance(other, s.NumberLiteral) else _negative(other)
            if number is not None:
                yield from self._found(one, operator, number, truth=truth)

    def _equals(self, one: s.Node, text: str) -> Iterator[Proof]:
        match one:
            case s.UnaryExpression(operator="typeof", argument=argument):
                if text in {"number", "boolean", "bigint", "undefined"}:
                    yield from self._proof(argument, "number")
            case s.MemberExpression(object=holder, property=s.Identifier(name="protocol"), computed=False):
                if re.fullmatch(r"https?:", text):
                    yield from self._url(holder)
            case s.MemberExpression(object=holder, property=s.Identifier(name="origin"), computed=False):
                yield from self._proof(one, "constant")
                yield from self._url(holder, "pinned")
            case s.MemberExpression(object=holder, property=s.Identifier(name="host" | "hostname"), computed=False):
                yield from self._url(holder, "pinned")
                yield from self._proof(one, "constant")
            case _:
                yield from self._proof(one, "constant")

    def _differs(self, value: s.Node, texts: Iterable[str]) -> Iterator[Proof]:
        """A key that is none of these."""
        for text in texts:
            if text in _TO_PROTOTYPES:
                yield from self._proof(value, _TO_PROTOTYPES[text])

    def _url(self, holder: s.Node, guard: str = "scheme") -> Iterator[Proof]:
        """A parsed URL was judged: so was the text that it was parsed from."""
        if isinstance(holder, s.NewExpression) and holder.arguments:
            yield from self._proof(holder.arguments[0], guard)
            return
        path = self._path(holder)
        if path is not None:
            yield (path, guard)
            if not path[1] and path[0] in self._derived:
                yield (self._derived[path[0]], guard)

    def _found(self, one: s.Node, operator: str, number: float, *, truth: bool) -> Iterator[Proof]:
        """`x.indexOf(y) === 0` and `list.indexOf(x) !== -1` in their usual spellings."""
        if not isinstance(one, s.CallExpression) or not isinstance(one.callee, s.MemberExpression) or not one.arguments:
            return
        name = one.callee.property.name if isinstance(one.callee.property, s.Identifier) else ""
        if name not in {"indexOf", "search", "lastIndexOf"}:
            return
        at_start = operator in {"===", "=="} and number == 0 and truth and name == "indexOf"
        if at_start:
            yield from self._begins(one.callee.object, self._text(one.arguments[0]))
        there = (
            (operator in {"===", "=="} and number == -1 and not truth)
            or (operator == ">" and number == -1 and truth)
            or (operator == ">=" and number == 0 and truth)
            or (operator == "<" and number == 0 and not truth)
        )
        if there and self._is_list(one.callee.object):
            yield from self._proof(one.arguments[0], "constant")

    def _call(self, test: s.CallExpression, *, truth: bool, depth: int) -> Iterator[Proof]:
        callee, args = test.callee, test.arguments
        if isinstance(callee, s.Identifier) and callee.name in {"isNaN", "isFinite"} and args:
            if truth is (callee.name == "isFinite"):
                yield from self._proof(args[0], "number")
        elif isinstance(callee, s.MemberExpression) and isinstance(callee.property, s.Identifier) and args:
            if truth:
                yield from self._method(callee.object, callee.property.name, args)
            elif callee.property.name in {"includes", "has"}:
                yield from self._differs(args[0], self._items(callee.object))
            if callee.property.name == "isNaN" and not truth:
                yield from self._proof(args[0], "number")
        returned = self._returned(callee)
        if returned is not None:
            names, expression = returned
            given = {name: self._path(arg) for name, arg in zip(names, args, strict=False)}
            for path, guard in self.proves(expression, truth=truth, depth=depth + 10):
                base = given.get(path[0])
                if base is not None:
                    yield ((base[0], (*base[1], *path[1])), guard)

    def _method(self, holder: s.Node, name: str, args: tuple[s.Node, ...]) -> Iterator[Proof]:
        match name:
            case "test" if isinstance(holder, s.RegExpLiteral):
                yield from self._matches(args[0], holder)
            case "match" | "exec" if isinstance(args[0], s.RegExpLiteral):
                yield from self._matches(holder, args[0])
            case "startsWith" if len(args) == 1:
                yield from self._begins(holder, self._text(args[0]))
            case "isInteger" | "isFinite" | "isSafeInteger":
                yield from self._proof(args[0], "number")
            case "includes" if self._is_list(holder):
                yield from self._proof(args[0], "constant")
            case "has" | "hasOwnProperty":
                yield from self._proof(args[0], "constant")
            case "hasOwn" if len(args) > 1:
                yield from self._proof(args[1], "constant")
            case _:
                return

    def _is_list(self, holder: s.Node) -> bool:
        """Whether a look-up is in something of the code's own, and not in a text written out.

        What is looked up is one of what the holder has, whatever that is called; `x.includes('https://')` says nothing
        of x and is not asked about here, because x is the holder there.
        """
        if isinstance(holder, s.ArrayExpression):
            return all(isinstance(item, s.StringLiteral | s.NumberLiteral) for item in holder.elements)
        return isinstance(holder, s.Identifier | s.MemberExpression) and self._text(holder) is None

    def _matches(self, value: s.Node, pattern: s.RegExpLiteral) -> Iterator[Proof]:
        if "m" in pattern.flags:
            return
        plain = pattern.pattern.replace("\\/", "/")
        if _WORD_PATTERN.match(plain):
            yield from self._proof(value, "word")
        elif _SCHEME_PATTERN.match(plain) and "|" not in re.sub(r"\([^)]*\)", "", plain):
            guard = "pinned" if re.search(r"//[\w\\.-]*\\\.[\w\\.-]+(?:/|\(\?:/)", plain) else "scheme"
            yield from self._proof(value, guard)
        elif plain.startswith("^/") and plain[2:3].isalnum():
            yield from self._proof(value, "pinned")

    def _begins(self, value: s.Node, text: str | None) -> Iterator[Proof]:
        if text is None:
            return
        if pins(text):
            yield from self._proof(value, "pinned")
        elif _SCHEME.match(text):
            yield from self._proof(value, "scheme")

    def _proof(self, value: s.Node, guard: str) -> Iterator[Proof]:
        path = self._path(value)
        if path is not None:
            yield (path, guard)
            variable, keys = path
            if guard == "constant" and len(keys) == 1 and keys[0] == "origin":
                yield ((variable, ()), "origin")


_TO_PROTOTYPES: Mapping[str, str] = MappingProxyType({"__proto__": "not_proto", "constructor": "not_constructor"})


def _negative(node: s.Node) -> float | None:
    match node:
        case s.UnaryExpression(operator="-", argument=s.NumberLiteral(value=value)):
            return -value
        case _:
            return None
