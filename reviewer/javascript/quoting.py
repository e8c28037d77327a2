"""Data on its way into a query language whose texts stand between double quotes -> whether it can end its quotes.

It cannot where both quotes and backslashes in it have a backslash in front (or are gone), in an order that does not
undo itself, and where it does stand between quotes. Bits of a mask tell these three.
"""

from __future__ import annotations

import re

from reviewer.javascript import syntax as s
from reviewer.javascript.constants import Partial, Pattern, Text, Value, text_of
from reviewer.javascript.contexts import NO_BACKSLASH, NO_QUOTE, QUOTED
from reviewer.javascript.folding import Folder
from reviewer.javascript.graph import Computed, FunctionToken
from reviewer.javascript.linking import Linker
from reviewer.javascript.meaning import Meaning
from reviewer.javascript.places import Place
from reviewer.javascript.regular import accepted, mask_of
from reviewer.javascript.returning import returned
from reviewer.javascript.trial import texts
from reviewer.javascript.trial.values import Regex, Unknown

_REPLACING = frozenset({".replace", ".replaceAll"})
_JOINING = frozenset({"+", "join", ".concat"})
_QUOTE = re.compile(r'(?<!\\)"|%22')


class Quoting:
    """Answers for one linked graph: about steps from one node to another that something is made of it at."""

    def __init__(self, linker: Linker, folder: Folder, meaning: Meaning) -> None:
        self._graph = linker.graph
        self._linker = linker
        self._folder = folder
        self._meaning = meaning
        self._written_out = {
            call.result
            for call in linker.graph.calls
            if any(isinstance(token, Place) and token.native == "JSON.stringify" for token in call.tokens)
        }

    def derived(self, node: int, target: int, mask: int) -> int:
        """The mask of what is made of data at the target."""
        if target in self._written_out:
            return mask | NO_QUOTE | NO_BACKSLASH | QUOTED
        computed = self._graph.computed.get(target)
        if computed is None:
            return mask
        operands = computed.operands
        if computed.operator in _JOINING and node in operands:
            before = "".join(self._text(operand) for operand in operands[: operands.index(node)])
            return mask | QUOTED if is_open(before) else mask
        if computed.operator == ".join" and operands[0] == node:
            return self._joined(computed, mask)
        if computed.operator in _REPLACING and len(operands) > 2:
            if operands[0] == node:
                return self._replaced(computed, mask)
            return mask | QUOTED if self._quotes_holes(computed) else mask
        return mask

    def _quotes_holes(self, computed: Computed) -> bool:
        """Whether what is put into a text stands between quotes there, as it is left to whoever has written a text that
        is not known.
        """
        text, sought = (self._folder.value(operand) for operand in computed.operands[:2])
        if isinstance(text, Partial):
            return not text.prefix and not text.suffix
        if isinstance(sought, Partial):
            return False
        what = Regex(sought.source, sought.flags) if isinstance(sought, Pattern) else text_of(sought)
        try:
            holes = list(texts.matches(text_of(text), what, everywhere=True))
        except Unknown:
            return False
        return bool(holes) and all(is_open(text_of(text)[: hole.start()]) for hole in holes)

    def _text(self, node: int) -> str:
        value = self._folder.value(node)
        return f"{value.prefix}x{value.suffix}" if isinstance(value, Partial) else text_of(value)

    def _joined(self, computed: Computed, mask: int) -> int:
        """`['name = "', x, '"'].join('')`, and `x.split('"').join('\\\\"')`, which replaces."""
        array = self._graph.computed.get(computed.operands[0])
        between = self._folder.value(computed.operands[1]) if len(computed.operands) > 1 else Text(",")
        if array is None or not isinstance(between, Text):
            return mask
        if array.operator == ".split" and len(array.operands) == 2:
            sought = self._folder.value(array.operands[1])
            return _after(mask, {text_of(sought): between.value}) if isinstance(sought, Text) else mask
        if array.operator != "array":
            return mask
        before, opened = "", []
        for operand in array.operands:
            if isinstance(self._folder.value(operand), Partial):
                opened.append(is_open(before))
            before += self._text(operand) + between.value
        return mask | QUOTED if opened and all(opened) else mask

    def _replaced(self, computed: Computed, mask: int) -> int:
        pattern, replacement = (self._folder.value(operand) for operand in computed.operands[1:3])
        sought = _sought(pattern, everywhere=computed.operator == ".replaceAll")
        put: dict[str, str] = {}
        for char in sought:
            text = self._put(computed.operands[2], replacement, char)
            if text is not None:
                put[char] = text
        if not sought and isinstance(replacement, Text) and '"' in replacement.value.replace('\\"', ""):
            return mask & ~NO_QUOTE
        return _after(mask, put)

    def _put(self, node: int, replacement: Value, char: str) -> str | None:
        """What is put in the place of a character."""
        functions = [token.node for token in self._linker.tokens(node) if isinstance(token, FunctionToken)]
        if len(functions) == 1:
            found = returned(functions[0])
            return None if found is None else self._given(found, functions[0], char)
        if isinstance(replacement, Partial):
            return None
        return re.sub(r"\$(\$|&|1)", lambda found: "$" if found[1] == "$" else char, text_of(replacement))

    def _given(self, node: s.Node, function: s.Function, char: str) -> str | None:
        """What a small function gives for a character."""
        match node:
            case s.StringLiteral(value=text):
                return text
            case s.Identifier() if function.params and self._is_same(node, function.params[0]):
                return char
            case s.BinaryExpression(operator="+", left=left, right=right):
                one, other = self._given(left, function, char), self._given(right, function, char)
                return None if one is None or other is None else one + other
            case s.TemplateLiteral(quasis=quasis, expressions=expressions):
                text = quasis[0].cooked or ""
                for expression, quasi in zip(expressions, quasis[1:], strict=True):
                    inner = self._given(expression, function, char)
                    if inner is None:
                        return None
                    text += inner + (quasi.cooked or "")
                return text
            case s.ConditionalExpression(test=s.BinaryExpression(operator="===" | "==", left=left, right=right)):
                one, other = self._given(left, function, char), self._given(right, function, char)
                chosen = node.consequent if one == other else node.alternate
                return None if one is None or other is None else self._given(chosen, function, char)
            case s.MemberExpression(object=table, property=key, computed=True):
                known, name = self._meaning.resolved(table), self._given(key, function, char)
                found = None if name is None else self._meaning.definitions.members.get(known, {}).get(name)
                return None if found is None else self._given(found, function, char)
            case _:
                return None

    def _is_same(self, one: s.Node, other: s.Node) -> bool:
        return self._meaning.variable(one) is self._meaning.variable(other)


def is_open(before: str) -> bool:
    """Whether what follows this text stands between quotes."""
    return len(_QUOTE.findall(before)) % 2 == 1


def _sought(pattern: Value, *, everywhere: bool) -> tuple[str, ...]:
    """Which of the two characters are all replaced."""
    match pattern:
        case Text(value=text) if everywhere and text in {'"', "\\"}:
            return (text,)
        case Pattern(source=source, flags=flags) if "g" in flags or everywhere:
            known = accepted(source, flags)
            if known is None or any(len(steps) != 1 or steps[0].kind != "characters" for steps in known.alternatives):
                return ()
            mask = 0
            for steps in known.alternatives:
                mask |= steps[0].characters if steps[0].least == 1 else 0
            return tuple(char for char in ('"', "\\") if mask & mask_of(char))
        case _:
            return ()


def _after(mask: int, put: dict[str, str]) -> int:
    """The mask after characters have been replaced; backslashes doubled or taken away free the quotes behind them."""
    slash = put.get("\\")
    if slash is not None and '"' not in put and (slash == "\\\\" or "\\" not in slash):
        mask &= ~NO_QUOTE
    if slash is not None and (slash == "\\\\" or "\\" not in slash):
        mask |= NO_BACKSLASH
    quote = put.get('"')
    if quote is not None and (quote == '\\"' or '"' not in quote):
        mask |= NO_QUOTE
    return mask
