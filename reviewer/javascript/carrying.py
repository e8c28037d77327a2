"""What model rows say that an API does with values: hands them to callbacks, decodes them, makes nodes of markup.

Details of rows: `feeds` is what goes, by path, to parameter `at` of the functions found by the path `into` (with `each`
in both: what has one name to the function of that name; with `under`: at that path in the parameter; with `chosen`: of
what goes the property which has the name that stands under this one, beside the function), `itself` what is `this` in
them, and `listening` what that is in those that run later; `updates` is an argument that becomes the property of the
object which `under` names, or a function that makes it of what stands at the paths `first` and `second`; `decodes` is
an argument that comes back as it was before it was escaped, and `parses` one that comes back as nodes; what it
`carries` is somehow in the result (as `read-as` says: `=text`; of `=nodes` that a text was parsed into these alone, of
them `=text-of-nodes`), and what it `finds` is a part of that argument;
`acts-as` names a function of ECMAScript that does the same. Of a property, `shows` is another one that is seen through
it. What a thing of an API was given and keeps for its callbacks stands under a name that begins with `@`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from reviewer.javascript import syntax as s
from reviewer.javascript.constants import Constant, Nullish, Text, text_of
from reviewer.javascript.contexts import NODES
from reviewer.javascript.graph import (
    CONTENT,
    PART,
    TAINT,
    Access,
    CallSite,
    FunctionToken,
    ObjectToken,
    SinkToken,
    Token,
)
from reviewer.javascript.keys import is_kept
from reviewer.javascript.places import Place
from reviewer.javascript.registering import ATTRIBUTES
from reviewer.javascript.spreading import properties
from reviewer.rule import Model

if TYPE_CHECKING:
    from reviewer.javascript.linking import Linker

SHOWS = "shows"
_EACH = ".each"
"""At the end of a path: each property of what is there, together with what has the same name elsewhere."""

ELEMENT = "element"
"""In a path: any element of an array, or any property."""

RETURN = "return"
"""In a path: what a function gives that is called without arguments; at its head, what the call itself gives."""

_TELLS, _GIVES = "@tells", "@gives"
"""In a path, with a number behind it: what a function tells the function that it gets as that parameter; and what a
function gives whoever calls it.
"""


def carry(linker: Linker, call: CallSite, place: Place) -> None:
    """Draw what the rows of a place say of a call of it."""
    for model in place.models:
        details = dict(model.detail)
        if not details:
            continue
        if not model.when and not model.unless:
            derive(linker, call, details)
        native = details.get("acts-as", "").removeprefix("=")
        if native in linker.natives.of_global:
            linker.natives.of_global[native](linker, call)
        if "updates" in details and call.this >= 0:
            given = [details[name] for name in ("first", "second") if name in details]
            _update(linker, call, details["updates"], details["under"].removeprefix("="), given)
        if "itself" in details:
            _bind(linker, call, details["itself"], details.get("into", ""))
        if "listening" in details:
            _occur(linker, call, details["listening"], details.get("into", ""))
        if "feeds" in details and not model.when and not model.unless:
            _feed(linker, call, details)
        elif "feeds" in details:
            linker.later(partial(_feed_if, linker, call, details, model))


def derive(linker: Linker, call: CallSite, details: Mapping[str, str]) -> None:
    """Draw how data goes from the arguments into the result.

    Where a row has conditions, that is done when all is known that these may be about.
    """
    for argument in _arguments(call, details.get("carries")):
        _carry_in(linker, argument, call.result, details)
    for argument in _arguments(call, details.get("finds")):
        linker.later(partial(_find, linker, argument, call.result))
    for argument in _arguments(call, details.get("decodes")):
        linker.graph.restored.add(call.result)
        linker.graph.edge(argument, call.result, TAINT)
    for argument in _arguments(call, details.get("parses")):
        made = call.result
        if "carries" in details:
            # As markup it is what was carried: nodes that are put into the page are all that is new.
            made = linker.fresh(call.result)
            linker.edge(made, call.result, TAINT, 0, linker.kinds.guards.get("parsed", 0))
        linker.graph.parsed.add(made)
        linker.graph.edge(argument, made, TAINT)


def _carry_in(linker: Linker, argument: int, result: int, details: Mapping[str, str]) -> None:
    """Draw that an argument is in the result, as what it is there."""
    read = details.get("read-as", "=")[1:]
    if read.endswith("nodes"):
        argument = linker.graph.around(argument)
    known = NODES if "parses" in details else linker.kinds.guards.get("text", 0) if read.startswith("text") else 0
    linker.edge(argument, result, TAINT, 0, known)


def _find(linker: Linker, whole: int, part: int) -> None:
    """Of a thing of an API rows say what of it is data; of anything else all that is found in it is."""
    if not linker.places_at(whole):
        linker.graph.edge(whole, part, PART)


def show(linker: Linker, access: Access, place: Place) -> None:
    """Reading one property may give what was written to another of the same object (`shows`), as text of its kind."""
    for model in place.models:
        details = dict(model.detail)
        if SHOWS not in details:
            continue
        read = written = linker.fresh(access.value)
        linker.read(access.base, details[SHOWS].removeprefix("="), written)
        if "decodes" in details:
            read = linker.fresh(access.value)
            linker.graph.restored.add(read)
            linker.edge(written, read, TAINT)
        if "decodes" in details and "escapes" not in details:
            linker.edge(read, access.value)
        else:
            linker.edge(read, access.value, TAINT, 0, linker.kinds.proven((model,)))


def _arguments(call: CallSite, index: str | None) -> list[int]:
    if index == RETURN:
        return [call.result]
    if index == "this":
        return [call.this] if call.this >= 0 else []
    return [call.args[int(index)]] if index is not None and index.isdigit() and int(index) < len(call.args) else []


def _feed_if(linker: Linker, call: CallSite, details: Mapping[str, str], model: Model) -> None:
    """What a row feeds under conditions, when it is known what the call was given: they ask whether it is anything."""
    if all(_is_given(linker, call, path) for path, _ in model.when) and not any(
        _is_given(linker, call, path) for path, _ in model.unless
    ):
        _feed(linker, call, details)


def _is_given(linker: Linker, call: CallSite, path: str) -> bool:
    node = reached(linker, call, path)
    return node is not None and (node in linker.graph.constants or any(True for _ in linker.tokens(node)))


def _feed(linker: Linker, call: CallSite, details: Mapping[str, str]) -> None:
    source, into = details["feeds"], details.get("into", "")
    if source.endswith(_EACH):
        _feed_each(linker, call, source.removesuffix(_EACH), into)
        return
    if "chosen" in details:
        _feed_chosen(linker, call, source, into, details)
        return
    value, function = reached(linker, call, source), reached(linker, call, into)
    if value is not None and function is not None:
        linker.execute(function, _handed(linker, call, value, details))


def _handed(linker: Linker, call: CallSite, value: int, details: Mapping[str, str]) -> tuple[int, ...]:
    """The arguments with which a callback is called that gets a value."""
    if "under" in details:
        value = _holding(linker, call, value, details["under"].removeprefix("="))
    before = tuple(linker.fresh(call.result) for _ in range(int(details.get("at", "=0").removeprefix("="))))
    return (*before, value)


def keep(linker: Linker, call: CallSite, holder: int, path: str, value: int) -> None:
    """A value becomes what `holder` has at a path.

    What begins with `@` is what this very thing of an API was given: others at the same place in it have their own.
    """
    key, _, below = path.partition(".")
    if below:
        value = _holding(linker, call, value, below)
    if not is_kept(key):
        linker.write(holder, None if key == ELEMENT else key, value)
        return

    def seen(token: Token) -> None:
        if not isinstance(token, Place) or token.is_single:
            linker.write_of(token, key, value)

    linker.each_token(holder, seen)


def _holding(linker: Linker, call: CallSite, value: int, path: str) -> int:
    """An object that the API makes, with a value at a path in it."""
    for key in reversed(path.split(".")):
        made = linker.fresh(call.result)
        token = ObjectToken("array" if key == ELEMENT else "object", made)
        linker.introduce(made, token)
        linker.edge(value, linker.field(token, None if key == ELEMENT else key, value))
        linker.edge(value, made, CONTENT)
        value = made
    return value


def _feed_each(linker: Linker, call: CallSite, source: str, into: str) -> None:
    """Each property of one object goes to the function that another one has under the same name."""
    holder, _, below = into.partition(_EACH)
    values, functions = reached(linker, call, source), reached(linker, call, holder)
    if values is None or functions is None:
        return

    def one(key: str | None, at: int) -> None:
        value = linker.fresh(at)
        linker.read(values, key, value)
        function = at
        for name in below.split(".")[1:]:
            function = linker.fresh(at)
            linker.read(at, name, function)
        linker.execute(function, (value,))

    properties(linker, functions, one)


def _feed_chosen(linker: Linker, call: CallSite, source: str, into: str, details: Mapping[str, str]) -> None:
    """To a function in each of several objects goes the property that the object names; any, where it names none."""
    name = details["chosen"].removeprefix("=")
    holder, _, below = into.partition(_EACH)
    whole, holders = reached(linker, call, source), reached(linker, call, holder)
    if whole is None or holders is None:
        return

    def one(_: str | None, at: int) -> None:
        linker.each_token(at, lambda token: seen(token, at))

    def seen(token: Token, at: int) -> None:
        own = linker.graph.own_keys.get(token.home, {}) if isinstance(token, ObjectToken) else {}
        value = _below(linker, call, whole, _chosen(linker.graph.constants.get(own.get(name, -1))))
        function = linker.fresh(at)
        linker.read(at, below.removeprefix("."), function)
        linker.execute(function, _handed(linker, call, value, details))

    properties(linker, holders, one)


def _chosen(name: Constant | None) -> list[str | None]:
    """The steps from a whole to the part that is named; `null` names the whole."""
    match name:
        case Text():
            return [*text_of(name).split(".")]
        case Nullish():
            return []
        case _:
            return [None]


def _bind(linker: Linker, call: CallSite, itself: str, into: str) -> None:
    """A callback is called with that as its `this`; what it gives is what it gives wherever rows speak of it."""
    value, function = reached(linker, call, itself), reached(linker, call, into)
    if value is None or function is None:
        return
    made = call_of(linker, call, function, value)
    linker.call(made)

    def seen(token: Token) -> None:
        if isinstance(token, FunctionToken):
            linker.edge(made.result, token.result)

    linker.each_token(function, seen)


def _occur(linker: Linker, call: CallSite, listening: str, into: str) -> None:
    """A callback runs some time later with that as its `this`."""
    value, function = reached(linker, call, listening), reached(linker, call, into)
    if value is None or function is None:
        return

    def seen(token: Token) -> None:
        if isinstance(token, FunctionToken) and not isinstance(token.node, s.ArrowFunctionExpression):
            linker.edge(value, token.this)

    linker.each_token(function, seen)


def _update(linker: Linker, call: CallSite, path: str, name: str, given: list[str]) -> None:
    """What an argument is, or as a function makes of what is given, becomes a property of the object."""
    value = reached(linker, call, path)
    if value is None:
        return
    keep(linker, call, call.this, name, value)
    if given:
        arguments = (reached(linker, call, one) for one in given)
        made = call_of(linker, call, value, -1, tuple(node for node in arguments if node is not None))
        linker.call(made)
        linker.write(call.this, name, made.result)


def call_of(linker: Linker, call: CallSite, function: int, this: int, args: tuple[int, ...] = ()) -> CallSite:
    """A call that the API makes."""
    return CallSite(
        number=call.number,
        node=call.node,
        script=call.script,
        callee=function,
        this=this,
        args=args,
        spread=(),
        result=linker.fresh(call.result),
        new=False,
        member=None,
        function=call.function,
        loop=True,
        depth=call.depth + 1,
    )


def reached(linker: Linker, call: CallSite, path: str) -> int | None:
    """The node of what stands at a path into the arguments."""
    head, *keys = path.split(".")
    found = _arguments(call, head)
    if not found:
        return None
    node = found[0]
    steps = iter(keys)
    for key in steps:
        if key == _TELLS:
            node = _told(linker, call, node, int(next(steps)))
            continue
        if key == _GIVES:
            node = _given(linker, call, node)
            continue
        if key == ATTRIBUTES:
            node = linker.registry.attributes(node, call.result)
            continue
        if key == RETURN:
            made = call_of(linker, call, node, linker.fresh(call.result))
            linker.call(made)
            node = made.result
            continue
        node = _below(linker, call, node, [None if key == ELEMENT else key])
    return node


def _given(linker: Linker, call: CallSite, function: int) -> int:
    """The node of what the functions at a node give."""
    given = linker.fresh(call.result)

    def seen(token: Token) -> None:
        if isinstance(token, FunctionToken):
            linker.edge(token.result, given)

    linker.each_token(function, seen)
    return given


def _told(linker: Linker, call: CallSite, function: int, index: int) -> int:
    """The node of what a function hands to the one that the API gives it as a parameter."""
    told, teller = linker.fresh(call.result), linker.fresh(call.result)
    linker.introduce(teller, SinkToken(told))
    linker.execute(function, (*(linker.fresh(call.result) for _ in range(index)), teller))
    return told


def _below(linker: Linker, call: CallSite, node: int, keys: Sequence[str | None]) -> int:
    """The node of what stands under these names (None: any) in one another."""
    for key in keys:
        inner = linker.fresh(call.result)
        linker.edge(node, inner, PART)
        linker.read(node, key, inner)
        node = inner
    return node
