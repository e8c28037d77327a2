"""What is gone through in order, element by element: of arrays, of other lists, of what an API gives.

Positions are kept where an array is written out and its elements are not moved; `keys` says how positions
are filed that are known in part.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reviewer.javascript import keys
from reviewer.javascript.constants import Array, Constant, Number
from reviewer.javascript.graph import PART, CallSite, ObjectToken, Token
from reviewer.javascript.linking import Linker
from reviewer.javascript.places import Place
from reviewer.javascript.spreading import held_by_place

Visit = Callable[[str | None, int], None]

APART, MANY = 8, 64
"""How many elements are passed to a callback one by one, and how many are copied one by one."""


def elements(linker: Linker, source: int, visit: Visit) -> None:
    """From now on, `visit` is called with the key and the node of each element of what stands at a node."""
    known: set[Token] = set()

    def seen(token: Token) -> None:
        if token in known:
            return
        known.add(token)
        match token:
            case ObjectToken() if len(linker.fields_of(token)) > MANY:
                visit(None, linker.any_field(token, source))
            case ObjectToken():
                linker.each_field(token, lambda key, at: visit(key, at) if keys.is_element(key) else None)
                linker.each_delegate(token, lambda node: linker.each_token(node, seen))
            case Place():
                held_by_place(linker, token, source, visit)
            case _:
                return

    linker.each_token(source, seen)


def each_element(linker: Linker, call: CallSite, source: int, visit: Visit) -> None:
    """The same for a callback: at most a few elements one by one, the others as one; at least one in any case."""
    lump = -1
    single: dict[str, int] = {}
    constants: Sequence[Constant | None] = ()

    def lumped() -> int:
        nonlocal lump
        if lump < 0:
            lump = linker.fresh(call.result)
            linker.graph.edge(source, lump, PART)
            visit(None, lump)
        return lump

    def one(key: str | None, at: int) -> None:
        index = keys.position(key)
        if key is None or index is None or (key not in single and len(single) >= APART):
            linker.edge(at, lumped())
            return
        item = single.get(key)
        if item is None:
            item = single[key] = linker.fresh(at)
            linker.graph.edge(source, item, PART)
            linker.edge(at, item)
            constant = constants[index] if index < len(constants) else None
            if constant is not None:
                linker.graph.constants[item] = constant
            visit(key, item)
        else:
            linker.edge(at, item)

    def start() -> None:
        nonlocal constants
        constants = constants_in(linker, source)
        elements(linker, source, one)
        linker.later(finish)

    def finish() -> None:
        if not single:
            lumped()

    linker.later(start)


def constants_in(linker: Linker, source: int) -> Sequence[Constant | None]:
    """The elements of an array that is written out, or given as arguments, and never changed."""
    match list(linker.tokens(source)):
        case [ObjectToken(home=home) as token] if not any(map(keys.is_loose, linker.fields_of(token))):
            known = linker.graph.constants.get(home)
            if isinstance(known, Array):
                return known.items
            given = linker.lists.get(token, ())
            return [linker.graph.constants.get(item) for item in given] if given and not _is_set(linker, token) else ()
        case _:
            return ()


def _is_set(linker: Linker, token: Token) -> bool:
    """Whether some element of an array is assigned to."""
    return any(
        access.writes and keys.is_element(access.key) and token in linker.tokens(access.base)
        for access in linker.graph.accesses
    )


def made_array(linker: Linker, call: CallSite) -> ObjectToken:
    """The array that a method gives."""
    token = ObjectToken("array", call.result)
    linker.introduce(call.result, token)
    return token


def size(linker: Linker, token: Token) -> int | None:
    """How long an array is, where it is written out or made of such a one and nothing is added to it afterwards.

    To be asked when all else is known.
    """
    if not isinstance(token, ObjectToken):
        return None
    known = linker.sizes.get(token)
    if known is None:
        computed = linker.graph.computed.get(token.home)
        known = len(computed.operands) if computed is not None and computed.operator == "array" else -1
    for key in linker.fields_of(token):
        index = keys.position(key)
        if keys.is_loose(key) or (index is not None and index >= known):
            return None
    return known if known >= 0 else None


def first_size(linker: Linker, token: Token) -> int | None:
    """How long an array was when it was written out; it may have grown since."""
    computed = linker.graph.computed.get(token.home) if isinstance(token, ObjectToken) else None
    united = linker.sizes.get(token) == -1
    return len(computed.operands) if computed is not None and computed.operator == "array" and not united else None


def put(linker: Linker, array: ObjectToken, key: str | None, item: int) -> None:
    """An element goes into an array; positions far out are not told apart."""
    index = keys.position(key)
    linker.edge(item, linker.field(array, None if index is not None and index >= MANY else key, item))


def whole_number(linker: Linker, call: CallSite, index: int) -> int | None:
    """The constant whole number that an argument is."""
    known = linker.graph.constants.get(call.args[index]) if index < len(call.args) else None
    if isinstance(known, Number) and known.value == known.value and abs(known.value) < 1 << 31:
        return int(known.value)
    return None


def given(linker: Linker, call: CallSite, first: int, visit: Callable[[int], None]) -> None:
    """Each argument from `first` on, and each element of what is spread."""
    for arg in call.args[first:]:
        visit(arg)
    for whole in call.spread:
        item = linker.fresh(call.result)
        linker.read(whole, None, item)
        linker.graph.edge(whole, item, PART)
        visit(item)


def is_list(token: Token) -> bool:
    """Whether something hands out elements."""
    return isinstance(token, ObjectToken) and token.kind in keys.LISTS
