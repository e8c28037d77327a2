"""What is assumed of what linking has found nothing about: unknown objects, unknown receivers, unknown calls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewer.javascript import syntax as s
from reviewer.javascript.carrying import derive, show
from reviewer.javascript.choosing import Choosing
from reviewer.javascript.converting import Converting
from reviewer.javascript.filling import fill
from reviewer.javascript.folding import Folder
from reviewer.javascript.graph import (
    PART,
    TAINT,
    Access,
    CallSite,
    FunctionToken,
    ObjectToken,
    Token,
)
from reviewer.javascript.injected import give_by_name
from reviewer.javascript.linking import Linker
from reviewer.javascript.options import Options
from reviewer.javascript.places import Place
from reviewer.javascript.settling import Settling
from reviewer.javascript.templating import fill_templates
from reviewer.javascript.written_attributes import give_back
from reviewer.place import New, Return

_ROOTS = 50
"""How far back the origin of an unknown object is looked for."""

TEXT_METHODS = frozenset(
    {
        *("at", "charAt", "concat", "join", "normalize", "padEnd", "padStart", "repeat", "replace", "replaceAll"),
        *("slice", "split", "substr", "substring", "toLowerCase", "toString", "toUpperCase", "trim", "trimEnd"),
        *("trimStart", "valueOf", "toLocaleString"),
    }
)
"""Methods of strings: what they give is made of what they are given, no guess."""


_ROUNDS = 4
"""How often what was assumed may lead to further assumptions."""


def resolve(linker: Linker) -> None:
    """Link all there is: first what is known, then what has to be assumed, and what follows from that."""
    settling, converting = Settling(linker), Converting(linker)
    linker.solve()
    methods = frozenset(method for _, method in linker.graph.methods)
    _wake(linker, (function for function in tuple(linker.graph.functions) if function not in methods))
    # A method that nobody calls may call the others, which are then called with what it gives them.
    _give_instances(linker)
    linker.solve()
    _wake(linker, tuple(linker.graph.functions))
    _give_instances(linker)
    linker.solve()
    give_by_name(linker)
    _give_objects(linker)
    linker.solve()
    guesses, choosing = _Guesses(linker), Choosing(linker)
    for _ in range(_ROUNDS):
        # What an operator gives is looked at first: it may be the very thing that would be guessed about.
        if not settling.revise() and not guesses.make():
            break
        linker.solve()
    while converting.revise() or settling.revise() or choosing.make():
        guesses.make()
        linker.solve()
    fill_templates(linker)
    give_back(linker)
    linker.solve()
    _join_unknown_calls(linker)
    linker.solve()
    fill(linker)


def _wake(linker: Linker, functions: Iterable[FunctionToken]) -> None:
    """Functions that wait for calls which nobody was seen to make are called by somebody unknown."""
    for function in functions:
        if not function.drawn and not linker.is_copied(function):
            linker.call_unknown(function)
    linker.solve()


def _give_instances(linker: Linker) -> None:
    """A method that nobody was seen to call is called on its own object, and a class that nobody makes has one."""
    graph = linker.graph
    for constructor in tuple(graph.classes):
        _instance(linker, constructor)
    for constructor in tuple(graph.functions):
        methods = [each for each in _on_prototype(linker, constructor) if not linker.tokens(each.this)]
        any_instance = _instance(linker, constructor) if methods else -1
        for method in methods:
            linker.edge(any_instance, method.this)
    for owner, method in graph.methods:
        if method.drawn and not linker.tokens(method.this):
            linker.edge(owner, method.this)


def _instance(linker: Linker, constructor: FunctionToken) -> int:
    """The node of any instance of a constructor; where nobody was seen to make one, there is one all the same."""
    any_instance = linker.graph.classes.setdefault(constructor, linker.fresh(constructor.value))
    if not linker.tokens(any_instance):
        made = ObjectToken("instance", any_instance)
        linker.introduce(any_instance, made)
        linker.introduce(constructor.this, made)
        linker.delegate(made, linker.field(constructor, "prototype", any_instance))
    return any_instance


def _on_prototype(linker: Linker, constructor: FunctionToken) -> Iterator[FunctionToken]:
    """The methods on the `prototype` of a function (`F.prototype.m = function () {}`) that are in the graph."""
    at = linker.fields_of(constructor).get("prototype") if constructor.fields is None else None
    for holder in () if at is None else tuple(linker.tokens(at)):
        for node in tuple(linker.fields_of(holder).values()) if isinstance(holder, ObjectToken) else ():
            for method in tuple(linker.tokens(node)):
                if isinstance(method, FunctionToken) and method.drawn and method.closure.this < 0:
                    yield method


def _give_objects(linker: Linker) -> None:
    """An object that nobody was seen to make (a parameter of a function nobody calls) is still one object."""
    sources = linker.graph.value_sources()
    for base in [base for base in linker.writes if not linker.tokens(base)]:
        seen, todo, roots = {base}, [base], []
        while todo and len(seen) < _ROOTS:
            node = todo.pop()
            before = [source for source in sources.get(node, ()) if source not in seen]
            if not sources.get(node):
                roots.append(node)
            seen.update(before)
            todo.extend(before)
        for root in roots:
            if not linker.tokens(root):
                linker.introduce(root, ObjectToken("unknown", root))


class _Guesses:
    """Properties and methods of what is not known: a modelled name is taken for the modelled thing."""

    def __init__(self, linker: Linker) -> None:
        self._linker = linker
        self._accesses: list[tuple[Access, Place]] = []
        self._methods: list[CallSite] = []
        self._shown: set[int] = set()
        self._seen = (0, 0)

    def _look(self) -> None:
        """What has been drawn since the last time, as far as its name tells anything."""
        graph, places, methods = self._linker.graph, self._linker.places, self._linker.natives.of_objects
        accesses, calls = self._seen
        self._seen = (len(graph.accesses), len(graph.calls))
        for access in graph.accesses[accesses:]:
            place = places.of_any(access.key) if access.key is not None else None
            if place is not None:
                self._accesses.append((access, place))
        self._methods += [call for call in graph.calls[calls:] if call.member in methods and call.this >= 0]

    def make(self) -> bool:
        """Assume; tells whether that was anything new."""
        linker = self._linker
        before = linker.work
        self._look()
        for access, place in self._accesses:
            if _may_be_foreign(linker, access):
                if access.writes:
                    linker.offer(access.value, place)
                    continue
                linker.introduce(access.value, place)
                if access.value not in self._shown:
                    self._shown.add(access.value)
                    show(linker, access, place)
        for call in self._methods:
            if call.member is not None and not linker.tokens(call.callee):
                linker.introduce(call.callee, linker.method(call.member))
        return linker.work > before


def _may_be_foreign(linker: Linker, access: Access) -> bool:
    if linker.is_own(access.base):
        return False
    key = access.key or ""
    return not any(
        isinstance(token, Place) and linker.places.named(token, key) is not None for token in linker.tokens(access.base)
    )


def _join_unknown_calls(linker: Linker) -> None:
    """What goes into a call of something unknown may come out of it, and into functions that were passed to it."""
    options = Options(linker, Folder(linker))
    for call in (*linker.graph.calls, *(c for c in linker.further if _leaves_the_code(linker, c))):
        if call in linker.understood:
            continue
        _derive_where_met(linker, options, call)
        given = [node for node in (call.this, *call.args, *call.spread) if node >= 0]
        cleared, unmet = _cleared_by(linker, options, call)
        if cleared:
            for node in given:
                linker.graph.edge(node, call.result, TAINT, 0, cleared)
            continue
        if call.after >= 0 and not any(True for _ in linker.tokens(call.after)):
            linker.edge(call.this, call.after)
        if not unmet and any(_is_understood(linker, token, call) for token in call.tokens):
            continue
        if call.member not in TEXT_METHODS:
            linker.graph.guessed.add(call.result)
        for node in given:
            linker.graph.edge(node, call.result, _passing(call, node))
        if any(isinstance(token, Place) and token.models for token in call.tokens):
            continue
        for node in (*call.args, *call.spread):
            for token in tuple(linker.tokens(node)):
                if isinstance(token, FunctionToken):
                    linker.call_unknown(token)
                    # What comes back may be made of what the function gives, or call it (a debounced function).
                    linker.graph.edge(token.result, call.result, TAINT)
                    linker.introduce(call.result, token)
                    for param in token.params:
                        for source in given:
                            if source != node:
                                linker.graph.edge(source, param, _passing(call, source))


def _leaves_the_code(linker: Linker, call: CallSite) -> bool:
    """Whether a call that a built-in function makes is one of an API, or of something that nothing is known of."""
    if call.tokens:
        return any(isinstance(token, Place) for token in call.tokens)
    named = isinstance(linker.graph.origin[call.callee], s.Identifier | s.MemberExpression)
    return named and call.callee not in linker.graph.constants


def _passing(call: CallSite, node: int) -> int:
    """How data goes into the result of an unknown call.

    Of the object that a method is called on a part may come out, of an argument anything that it holds.
    """
    return PART if node == call.this and call.member not in TEXT_METHODS else TAINT


def _derive_where_met(linker: Linker, options: Options, call: CallSite) -> None:
    """Draw what rows with conditions say of the result, where these are met."""
    for token in call.tokens:
        for row in token.models if isinstance(token, Place) else ():
            conditional = row.detail and row.call is not None and (row.when or row.unless)
            if conditional and options.holds(row, call.args, call.this, call.callee):
                derive(linker, call, dict(row.detail))


def _cleared_by(linker: Linker, options: Options, call: CallSite) -> tuple[int, bool]:
    """What the result of a sanitizer is safe for, and whether one is called in a way that makes nothing safe."""
    mask, unmet = 0, False
    for token in call.tokens:
        if isinstance(token, Place):
            result = linker.places.step(token, Return())
            for row in (*token.models, *(result.models if result is not None else ())):
                proven = linker.kinds.proven((row,))
                held = bool(proven) and options.holds(row, call.args, call.this, call.callee)
                mask |= proven if held else 0
                unmet = unmet or bool(proven) is not held
    return mask, unmet


def _is_understood(linker: Linker, token: Token, call: CallSite) -> bool:
    match token:
        case Place():
            if token.native is not None:
                return True
            if call.member in TEXT_METHODS and token.is_any_member:
                return False  # `$('#a').val().trim()`: what is known of jQuery's methods is not said of a text's
            result = linker.places.step(token, New() if call.new else Return())
            return result is not None or any(model.call for model in token.models)
        case ObjectToken():
            return token.kind == "proxy"
        case _:
            return True
