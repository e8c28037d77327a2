"""What is known at compile time of any node of a linked graph, through variables, properties, calls and operators."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reviewer.destination import OWN_HOST
from reviewer.javascript.absence import Absence
from reviewer.javascript.constants import (
    UNKNOWN,
    Array,
    Constant,
    Number,
    Partial,
    Pattern,
    Text,
    Value,
    add,
    binary,
    either,
    join,
    text_of,
    unary,
)
from reviewer.javascript.facts import Folded
from reviewer.javascript.graph import Computed, ObjectToken
from reviewer.javascript.keys import is_element
from reviewer.javascript.linking import Linker
from reviewer.javascript.listing import CHANGING_ORDER, is_changed, listed
from reviewer.javascript.pure import around, as_index, call_function, call_method
from reviewer.javascript.resolving import CHANGING, address, changed, part

_DEPTH = 80
_WIDTH, _WIDEST = 24, 400
_WORK = 20_000
_SHAPED, _FINER = 12, 3
_NESTING, _PARTS = 12, 60
"""How deep and how wide values are looked up, and after how many look-ups nothing is looked up twice."""

_PUTTING_TOGETHER = frozenset({"array", ".join", ".concat", ".toString", ".valueOf", ".trim"})
"""What may be done with a text that stands for one which is not known, besides joining it."""

_PATH = re.compile(r"https?://[^/?#]+/[^?#]*[^?#/]", re.DOTALL)
"""The beginning of an address whose host nothing can change that happens at its end."""


class Folder:
    """Looks values up backwards along VALUE edges, each node once.

    `HOLE` stands for what is not known in a `skeleton`: a character of the private use area.
    """

    HOLE: Final = "\ue000"

    def __init__(self, linker: Linker) -> None:
        self._graph = linker.graph
        self._linker = linker
        self._known: dict[int, Value] = {}
        self._absence = Absence(linker)
        self._open: set[int] = set()
        self._cuts = 0
        self._work = 0
        self._sources = self._graph.value_sources()

    def value(self, node: int, depth: int = 0) -> Value:
        """The constant a node is, or what is known of the ends of its text."""
        constant = self._graph.constants.get(node)
        if constant is not None:
            return UNKNOWN if isinstance(constant, Array) and is_changed(self._linker, node) else constant
        known = self._known.get(node)
        if known is not None:
            return known
        if depth > _DEPTH or node in self._open:
            self._cuts += 1
            return UNKNOWN
        self._open.add(node)
        cuts = self._cuts
        value = self._changed(node, self._compute(node, depth + 1), depth + 1)
        self._open.discard(node)
        self._work += 1
        # What was found while a cycle was cut off holds for the node it was asked for, not for those on the way.
        if cuts == self._cuts or not depth or self._work > _WORK:
            self._known[node] = value
        return value

    def _is_overwritten(self, node: int) -> bool:
        """Whether an array that a call has made gets an element under a known index."""
        computed = self._graph.computed.get(node)
        return (
            computed is not None
            and computed.operator.startswith(".")
            and any(
                key is not None and key.isdecimal() and not self.is_void(at)
                for token in self._linker.tokens(node)
                for key, at in self._linker.fields_of(token).items()
            )
        )

    def is_void(self, node: int) -> bool:
        """Whether a node is a property or a parameter that nothing is ever put into."""
        return self._absence.is_void(node)

    def _changed(self, node: int, url: Value, depth: int) -> Value:
        """What is known of an address after it is made to lead elsewhere (`url.pathname = ...`)."""
        computed = self._graph.computed.get(node)
        if computed is None or computed.operator != "address":
            return url
        written: dict[str, list[Value]] = {}
        for token in self._linker.tokens(node):
            held = self._linker.fields_of(token) if isinstance(token, ObjectToken) else {}
            for name in CHANGING:
                for source in self._sources.get(held.get(name, -1), ()):
                    written.setdefault(name, []).append(self.value(source, depth))
        return changed(url, written)

    def sources(self, node: int) -> list[int]:
        """The nodes whose value a node has."""
        return self._sources.get(node, [])

    def filled(self, node: int) -> list[int]:
        """The same without properties that nothing is ever put into."""
        return [source for source in self.sources(node) if not self.is_void(source)]

    def folded(self, node: int) -> Folded:
        """The same as a fact."""
        value = self.value(node)
        if isinstance(value, Partial):
            return Folded(None, value.prefix, value.suffix)
        text = text_of(value)
        return Folded(text, text, text)

    def shape(self, node: int, depth: int = 0) -> str:
        """The text of a node with an `x` for each part that is not known."""
        value = self.value(node)
        if not isinstance(value, Partial):
            return text_of(value)
        joined, sources = self.joined(node), self.sources(node)
        if depth < _SHAPED and joined:
            return "".join(self.shape(operand, depth + 1) for operand in joined[:_WIDTH])
        if depth < _SHAPED and len(sources) == 1:
            return self.shape(sources[0], depth + 1)
        return f"{value.prefix}x{value.suffix}"

    def joined(self, node: int, depth: int = 0) -> Sequence[int]:
        """The nodes that a text is put together of, in order; none where it is not, or that is not known."""
        computed = self._graph.computed.get(node)
        match computed:
            case Computed("+" | "join" | ".concat", operands):
                return operands
            case Computed(".join", (array, between)) if isinstance(self.value(between, depth), Text):
                return [node for item in listed(self._linker, self.filled, array) for node in (between, item)][1:]
            case _:
                return ()

    def skeleton(self, node: int) -> str:
        """The text of a concatenation, with one character for each part of it that is not known."""
        return self._spelled(node, "", [], 0)

    def holes(self, node: int) -> list[tuple[int, str]]:
        """The parts of a concatenation that are not known, each with the text before it (as a skeleton)."""
        found: list[tuple[int, str]] = []
        self._spelled(node, "", found, 0)
        return found

    def _spelled(self, node: int, before: str, holes: list[tuple[int, str]], depth: int) -> str:
        value = self.value(node)
        if not isinstance(value, Partial):
            return before + text_of(value)
        joined, sources = self.joined(node), self._sources.get(node, [])
        if depth < _NESTING and joined:
            for operand in joined[:_PARTS]:
                before = self._spelled(operand, before, holes, depth + 1)
            return before
        if depth < _NESTING and len(sources) == 1 and not self.is_void(sources[0]):
            return self._spelled(sources[0], before, holes, depth + 1)
        holes.append((node, before + value.prefix))
        return f"{before}{value.prefix}{self.HOLE}{value.suffix}"

    def texts(self, node: int, depth: int = 0) -> list[str]:
        """All strings a node can be, as far as they are known: a constant, the items of an array, or several writes."""
        value = self.value(node)
        if isinstance(value, Array):
            return [text_of(item) for item in value.items]
        if not isinstance(value, Partial):
            return [text_of(value)]
        found: list[str] = []
        computed = self._graph.computed.get(node)
        sources = computed.operands if computed is not None and computed.operator == "array" else self.sources(node)
        for source in sources[:_WIDTH]:
            one = self.value(source)
            if isinstance(one, Array):
                found.extend(text_of(item) for item in one.items)
            elif not isinstance(one, Partial):
                found.append(text_of(one))
            elif one.prefix:
                found.extend(self.texts(source, depth + 1) if depth < _FINER else [f"{one.prefix}*"])
            elif source != node and self._graph.computed.get(source, computed) is not computed:
                found.extend(self.texts(source, depth + 1) if depth < _SHAPED else ())
        if not found and value.prefix:
            found.append(f"{value.prefix}*")
        return found

    def _compute(self, node: int, depth: int) -> Value:
        computed = self._graph.computed.get(node)
        introduced = self._linker.introduced.get(node)
        sources: Sequence[int] = ()
        if computed is not None and computed.operator in CHANGING_ORDER:
            pass
        elif introduced is None:
            sources = self._sources.get(node, ())
            if len(sources) > _WIDEST:
                return UNKNOWN
        else:
            for place in introduced:
                if place.scheme is not None:
                    return Partial(place.scheme, "")
        total: Value | None = None
        for source in sources:
            if self.is_void(source):
                continue
            value = self.value(source, depth)
            total = value if total is None else either(total, value)
            if total == UNKNOWN:
                break
        if total is None or (total == UNKNOWN and computed is not None):
            total = UNKNOWN if computed is None else self._operate(node, computed, depth)
        if isinstance(total, Array) and self._is_overwritten(node):
            total = UNKNOWN
        begins = self._linker.begins.get(node)
        return Partial(begins, "") if begins is not None and total == UNKNOWN else total

    def _operate(self, node: int, computed: Computed, depth: int) -> Value:
        operator, operands = computed.operator, computed.operands
        if operator in {"+", "join"}:
            combine = add if operator == "+" else join
            total: Value = Text("") if operator == "join" else self.value(operands[0], depth)
            for operand in operands if operator == "join" else operands[1:]:
                total = combine(total, self.value(operand, depth))
            return total
        values = [self.value(operand, depth) for operand in operands[:256]]
        if operator == "property 0" and values[0] == UNKNOWN:
            return self._first_piece(operands[0], depth)
        if operator == "address":
            return address(values[0], values[1] if len(values) > 1 else None)
        if operator.startswith("address "):
            return part(operator[8:], values[0])
        constants = tuple(value for value in values if not isinstance(value, Partial))
        if operator == ".join" and isinstance(values[0], Partial):
            parts = self.joined(node, depth)
            total = Text("")
            for operand in parts:
                total = join(total, self.value(operand, depth))
            return total if parts else self._beginning(operands[0], depth)
        picks = operator == "element" and isinstance(values[0], Array)
        told = operator in _PUTTING_TOGETHER or _cuts_end(operator, values[1:])
        if not picks and not told and any(map(_holds_own_host, constants)):
            return UNKNOWN  # It is no text that is known, only a name for it.
        return self.applied(computed, values)

    def applied(self, computed: Computed, values: list[Value]) -> Value:
        """What an operator makes of these values of its operands; the first is not needed where that is a name."""
        operator, constants = computed.operator, tuple(value for value in values if not isinstance(value, Partial))
        if self.is_named(computed):
            return self._called(computed, values[1:])
        if len(constants) != len(values) or not constants:
            return self._method_of_partial(operator, values)
        if operator == "array":
            return Array(constants)
        result: Value | None
        if operator.startswith("."):
            result = call_method(operator[1:], constants[0], constants[1:])
        elif operator.startswith("unary "):
            result = unary(operator[6:], constants[0])
        elif operator == "element":
            result = _item(constants[0], text_of(constants[1]))
        elif operator.startswith("property "):
            result = _item(constants[0], operator[9:])
        else:
            result = binary(operator, constants[0], constants[1]) if len(constants) == 2 else None
        return UNKNOWN if result is None else result

    def _beginning(self, array: int, depth: int) -> Value:
        """What a text begins with that an array of alike parts is put together to, if there are any parts."""
        tokens = list(self._linker.tokens(array))
        if not all(isinstance(token, ObjectToken) and token.kind == "array" for token in tokens):
            return UNKNOWN
        made = [self._graph.computed.get(token.home) for token in tokens if isinstance(token, ObjectToken)]
        if any(computed is not None and computed.operator == ".split" for computed in made):
            return UNKNOWN
        fields = (self._linker.fields_of(token) for token in tokens)
        parts = [at for held in fields for key, at in held.items() if is_element(key) and not self.is_void(at)]
        total: Value | None = None
        for at in parts[:_WIDTH]:
            value = self.value(at, depth)
            total = value if total is None else either(total, value)
        prefix = "" if total is None else total.prefix if isinstance(total, Partial) else text_of(total)
        return Partial(prefix, "") if prefix and len(parts) <= _WIDTH else UNKNOWN

    def _first_piece(self, array: int, depth: int) -> Value:
        """What the first piece of a text that is cut up begins with (`address.split('?')[0]`)."""
        made = self._graph.computed.get(array)
        if made is None or made.operator != ".split" or len(made.operands) != 2:
            return UNKNOWN
        text, between = (self.value(operand, depth) for operand in made.operands)
        if not isinstance(text, Partial) or not isinstance(between, Text) or not between.value:
            return UNKNOWN
        before, cut, _ = text.prefix.partition(between.value)
        return Text(before) if cut else Partial(before, "")

    def is_named(self, computed: Computed) -> bool:
        """Whether it is the call of a function by its name (`atob`, `JSON.stringify`); what it is is not asked."""
        operator = computed.operator
        return operator == "call" or (operator.startswith(".") and computed.operands[0] in self._graph.globals)

    def _called(self, computed: Computed, values: Sequence[Value]) -> Value:
        operator, called = computed.operator, computed.operands[0]
        name = self._function_name(called) if operator == "call" else _below(self._graph.globals[called], operator[1:])
        constants = tuple(value for value in values if not isinstance(value, Partial))
        result = call_function(name, constants) if name is not None and len(constants) == len(values) else None
        return UNKNOWN if result is None else result

    def _method_of_partial(self, operator: str, values: list[Value]) -> Value:
        """A method that keeps the ends of a text keeps what is known of them."""
        if operator in {".toString", ".valueOf", ".trim", ".trimEnd"} and values:
            return values[0]
        if _cuts_end(operator, values[1:]) and isinstance(values[0], Partial):
            kept = _PATH.match(values[0].prefix.rstrip("/"))
            return UNKNOWN if kept is None else Partial(kept[0], "")
        if operator in {".replace", ".replaceAll"} and len(values) == 3:
            return _replaced(operator[1:], values[0], values[1])
        if operator == ".concat" and values:
            total = values[0]
            for value in values[1:]:
                total = join(total, value)
            return total
        return UNKNOWN

    def _function_name(self, callee: int) -> str | None:
        """The full name of a function of the global object (`atob`, `String.fromCharCode`)."""
        name = self._graph.globals.get(callee)
        if name is not None:
            return name
        computed = self._graph.computed.get(callee)
        if computed is None or not computed.operator.startswith("property "):
            return None
        holder = self._graph.globals.get(computed.operands[0])
        return None if holder is None else _below(holder, computed.operator[9:])


def _holds_own_host(value: Constant) -> bool:
    match value:
        case Array(items=items):
            return any(map(_holds_own_host, items))
        case Text(value=text):
            return OWN_HOST in text
        case _:
            return False


def _cuts_end(operator: str, given: Sequence[Value]) -> bool:
    """Whether a method takes something off the end of a text, whatever is in front of it: a slash, say."""
    match operator, tuple(given):
        case ".replace", (Pattern(source=source), Text(value="")):
            return source.endswith("$") and "|" not in source
        case ".slice", (Number(value=0), Number(value=end)):
            return end == -1
        case _:
            return False


def _replaced(name: str, text: Value, what: Value) -> Value:
    """A text in which something is replaced by what is not known, up to where that may be."""
    match text, what:
        case Text(value=known), Text() | Pattern():
            return around(name, known, what) or UNKNOWN
        case Partial(prefix=prefix), Text(value=sought) if sought:
            kept = prefix.partition(sought)[0] if sought in prefix else prefix[: len(prefix) - len(sought) + 1]
            return Partial(kept, "") if len(sought) <= len(prefix) else UNKNOWN
        case _:
            return UNKNOWN


def _below(holder: str, key: str) -> str:
    """The full name of a member of a global object."""
    return key if holder in {"window", "globalThis", "self"} else f"{holder}.{key}"


def _item(base: Value, key: str) -> Value | None:
    index = as_index(Text(key))
    match base:
        case Array(items=items):
            return items[index] if index is not None and index < len(items) else None
        case Text(value=text):
            return Text(text[index]) if index is not None and index < len(text) else None
        case _:
            return None
