"""Which objects show something of what they hold when they are turned into text."""

from __future__ import annotations

from reviewer.javascript import keys
from reviewer.javascript.graph import ObjectToken, RejectedToken
from reviewer.javascript.linking import Linker

_OF_LISTS = frozenset({".at", ".concat", ".slice"})
_SHOWING = frozenset({"array", "form"})
_PLAIN = frozenset({"object", "instance"})


def hides(linker: Linker, node: int, target: int) -> bool:
    """Whether an object is put into a text that shows nothing of what it holds."""
    computed = linker.graph.computed.get(target)
    if computed is None:
        return False
    if computed.operator in _OF_LISTS:
        return linker.is_own(node)  # what an array holds goes where the method puts it
    if computed.operator == ".join":
        return computed.operands[0] == node and _hide_content(linker, node)
    return computed.operator in {"+", "join", ".toString"} and not shows_content(linker, node)


def _hide_content(linker: Linker, node: int) -> bool:
    """Whether all elements of an array of the code's own show nothing of what they hold when they become text."""
    elements = [
        at for token in linker.tokens(node) for key, at in linker.fields_of(token).items() if keys.is_element(key)
    ]
    return bool(elements) and linker.is_own(node) and all(_is_plain(linker, at) for at in elements)


def _is_plain(linker: Linker, node: int) -> bool:
    """Whether nothing but objects that show nothing can stand at a node."""
    tokens = tuple(linker.tokens(node))
    return all(isinstance(token, ObjectToken) and token.kind in _PLAIN for token in tokens) and not shows_content(
        linker, node
    )


def shows_content(linker: Linker, node: int) -> bool:
    """Whether what stands at a node shows what it holds when it is turned into text.

    An array does, and an error; a plain object or one of the browser's shows as `[object Object]`.
    """
    tokens = [token for token in linker.tokens(node) if not isinstance(token, RejectedToken)]
    return not tokens or any(isinstance(token, ObjectToken) and is_shown(linker, token) for token in tokens)


def is_shown(linker: Linker, token: ObjectToken) -> bool:
    """Whether an object shows what it holds when it is turned into text."""
    return token.kind in _SHOWING or "stack" in linker.fields_of(token)
