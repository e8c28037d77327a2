"""Methods of strings and regular expressions that give more than a text made of the text (22.1, 22.2).

What only derives one text from others (`trim`, `padStart`) needs no entry: the rule for unknown calls says the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from types import MappingProxyType

from reviewer.javascript.alphabets import by_characters
from reviewer.javascript.callbacks import virtual
from reviewer.javascript.constants import Nullish, Pattern, Text
from reviewer.javascript.elements import made_array, put
from reviewer.javascript.graph import MATCH, PIECE, TAINT, CallSite, Computed, ObjectToken
from reviewer.javascript.linking import Linker
from reviewer.javascript.matching import Part, parts
from reviewer.javascript.methods import Native
from reviewer.javascript.regular import mask_of
from reviewer.javascript.trial.texts import matches
from reviewer.javascript.trial.values import Regex, Unknown

_GROUPS = 8
"""How many groups of a pattern that is not known are taken for granted."""

_LONGEST, _MATCHES = 10_000, 16
"""How long a text may be in which matches are looked for, and how many may be told apart."""

Matched = tuple[str | None, ...]
"""A match and its groups, None for one that took no part."""


def _mask(linker: Linker, part: Part) -> int:
    """What a group's pattern makes its text safe for."""
    guards = linker.kinds.guards
    if part.fixed:
        return guards.get("constant", 0)
    mask = 0
    for guard in by_characters(mask_of("".join(part.characters))) if part.characters is not None else ():
        mask |= guards.get(guard, 0)
    return mask


def _pattern(linker: Linker, node: int) -> Pattern | None:
    known = linker.graph.constants.get(node)
    return known if isinstance(known, Pattern) else None


def _replace(linker: Linker, call: CallSite) -> None:
    """replace, replaceAll: the text, what is put into it, and what a function makes of each match.

    What is looked for only finds something in the text, and does not get into it.
    """
    for node in (call.this, *call.args[1:], *call.spread):
        linker.graph.edge(node, call.result, TAINT)
    if len(call.args) < 2:
        return
    pattern = _pattern(linker, call.args[0])
    known = _known_matches(linker, call, pattern) if pattern is not None else None
    for texts in known or ():
        one = [_constant(linker, call, text) for text in texts]
        _replaced_by(linker, call, (*one, linker.fresh(call.result), call.this), apart=True)
    if known is None:
        _replace_any(linker, call, pattern)


def _known_matches(linker: Linker, call: CallSite, pattern: Pattern) -> Sequence[Matched] | None:
    """What a function is called with for each match in a text that is known: the match, and its groups."""
    text = linker.graph.constants.get(call.this)
    if not isinstance(text, Text) or len(text.value) > _LONGEST or "(?<" in pattern.source:
        return None
    try:
        places = matches(text.value, Regex(pattern.source, pattern.flags), everywhere=False)
        found = list(dict.fromkeys((match[0], *match.groups()) for match in islice(places, _MATCHES + 1)))
    except Unknown:
        return None
    return found if len(found) <= _MATCHES else None


def _constant(linker: Linker, call: CallSite, text: str | None) -> int:
    node = linker.fresh(call.result)
    linker.graph.constants[node] = Nullish("undefined") if text is None else Text(text)
    return node


def _replaced_by(linker: Linker, call: CallSite, given: tuple[int, ...], *, apart: bool = False) -> None:
    """What a function makes of a match is put into the text."""
    piece = linker.fresh(call.result)
    linker.graph.computed[piece] = Computed(PIECE, (call.this, *call.args[:2]))
    virtual(linker, call, call.args[1], given, piece, apart=apart)
    linker.graph.edge(piece, call.result, TAINT)


def _replace_any(linker: Linker, call: CallSite, pattern: Pattern | None) -> None:
    groups = parts(pattern.source, pattern.flags) if pattern is not None else None
    given: list[int] = []
    for part in groups if groups is not None else (None,) * _GROUPS:
        match = linker.fresh(call.result)
        linker.graph.computed[match] = Computed(".match" if given else MATCH, (call.this, call.args[0]))
        linker.graph.edge(call.this, match, TAINT, 0, _mask(linker, part) if part is not None else 0)
        given.append(match)
    if groups is not None:
        given += [linker.fresh(call.result), call.this]
        if any(part.name for part in groups):
            given.append(_named(linker, call, call.this, groups))
    _replaced_by(linker, call, tuple(given))


def _named(linker: Linker, call: CallSite, text: int, groups: list[Part]) -> int:
    """The object that holds what groups with names have matched."""
    node = linker.fresh(call.result)
    token = ObjectToken("object", node)
    linker.introduce(node, token)
    for part in groups:
        if part.name is not None:
            linker.edge(_matched(linker, call, text, part), linker.field(token, part.name, node))
    return node


def _matched(linker: Linker, call: CallSite, text: int, part: Part) -> int:
    node = linker.fresh(call.result)
    linker.graph.edge(text, node, TAINT, 0, _mask(linker, part))
    return node


def _match_array(linker: Linker, call: CallSite, node: int, text: int, pattern: Pattern) -> None:
    """What `exec` gives: the match and its groups by number and name, and where it was found."""
    token = ObjectToken("array", node)
    linker.introduce(node, token)
    groups = parts(pattern.source, pattern.flags)
    for index, part in enumerate(groups):
        put(linker, token, str(index), _matched(linker, call, text, part))
    linker.edge(text, linker.field(token, "input", node))
    if any(part.name for part in groups):
        linker.edge(_named(linker, call, text, groups), linker.field(token, "groups", node))


def _exec(linker: Linker, call: CallSite) -> None:
    pattern = _pattern(linker, call.this)
    if pattern is not None and call.args:
        _match_array(linker, call, call.result, call.args[0], pattern)
    else:
        _derived(linker, call)


def _match(linker: Linker, call: CallSite) -> None:
    pattern = _pattern(linker, call.args[0]) if call.args else None
    if pattern is None:
        _derived(linker, call)
    elif "g" in pattern.flags:
        whole = parts(pattern.source, pattern.flags)[0]
        put(linker, made_array(linker, call), None, _matched(linker, call, call.this, whole))
    else:
        _match_array(linker, call, call.result, call.this, pattern)


def _match_all(linker: Linker, call: CallSite) -> None:
    pattern = _pattern(linker, call.args[0]) if call.args else None
    if pattern is None:
        _derived(linker, call)
        return
    one = linker.fresh(call.result)
    _match_array(linker, call, one, call.this, pattern)
    put(linker, made_array(linker, call), None, one)


def _derived(linker: Linker, call: CallSite) -> None:
    for node in (call.this, *call.args, *call.spread):
        if node >= 0:
            linker.graph.edge(node, call.result, TAINT)


def _split(linker: Linker, call: CallSite) -> None:
    made_array(linker, call)
    linker.graph.edge(call.this, call.result, TAINT)


def text_of(linker: Linker, call: CallSite) -> None:
    """String(x)."""
    for arg in call.args[:1]:
        linker.graph.edge(arg, call.result, TAINT)


def decoded(linker: Linker, call: CallSite) -> None:
    """decodeURIComponent, atob, String.fromCharCode: whatever had been made safe by encoding is as it was."""
    linker.graph.restored.add(call.result)
    for node in (*call.args, *call.spread):
        linker.graph.edge(node, call.result, TAINT)


TEXT_METHODS: Mapping[str, Native] = MappingProxyType(
    {
        "replace": _replace,
        "replaceAll": _replace,
        "exec": _exec,
        "match": _match,
        "matchAll": _match_all,
        "split": _split,
    }
)
TEXT_FUNCTIONS: Mapping[str, Native] = MappingProxyType(
    {
        "String": text_of,
        "String.fromCharCode": decoded,
        "String.fromCodePoint": decoded,
        "String.raw": _derived,
        "atob": decoded,
        "decodeURI": decoded,
        "decodeURIComponent": decoded,
        "unescape": decoded,
    }
)
