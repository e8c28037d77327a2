"""A request that a function makes for others -> the call that says which request it is.

`api('/k/v1/app/acl.json', 'PUT', body)` is what a reader has to see, not the one `kintone.api(...)` that all requests
of a script go through. A call asks for a request if neither the last part of its path nor its method, as far as that
is passed as text, is written in the function that makes it.
"""

from __future__ import annotations

from collections.abc import Callable

from reviewer.javascript import syntax as s
from reviewer.javascript.facts import Argument, Target
from reviewer.javascript.graph import CallSite, FunctionToken
from reviewer.javascript.linking import Linker

_FARTHEST = 4
"""How many functions a request may be handed through."""

Source = Callable[[s.Node, int], str]
"""The text of a syntax node of a script."""


class Asking:
    """Of the linked graph of one page; `source` gives the text of code."""

    def __init__(self, linker: Linker, source: Source) -> None:
        self._linker = linker
        self._source = source
        self._entering: dict[FunctionToken, list[CallSite]] | None = None

    def call(
        self, function: FunctionToken | None, target: Target | None, arguments: tuple[Argument, ...]
    ) -> CallSite | None:
        """The call that asks for a request made in a drawing of a function; None where the function itself does."""
        words = [] if target is None else [*_path(target), *_method(target, arguments)]
        found: CallSite | None = None
        for _ in range(_FARTHEST):
            if function is None or not words:
                break
            text = self._source(function.node, function.script)
            calls = self._calls(function)
            missing = [word for word in words if word not in text]
            if not missing or len(calls) != 1 or not self._passes(calls[0], function, missing):
                break
            found, function = calls[0], calls[0].function
        return found

    def _passes(self, call: CallSite, function: FunctionToken, words: list[str]) -> bool:
        """Whether words can have come by a call: they stand in it, or what it passes decided how it was drawn."""
        text = self._source(call.node, call.script)
        at: FunctionToken | None = function
        while at is not None and at.original is None:
            at = at.parent
        return at is not None or any(word in text for word in words)

    def _calls(self, function: FunctionToken) -> list[CallSite]:
        """The calls in the text that enter this drawing."""
        if self._entering is None:
            self._entering = {}
            for call in self._linker.graph.calls:
                for entered in call.entered:
                    self._entering.setdefault(entered, []).append(call)
        return self._entering.get(function, [])


def _path(target: Target) -> list[str]:
    """The last part of the one path that a request goes to."""
    texts = {url.text for url in target.urls}
    text = texts.pop() if len(texts) == 1 else None
    last = "" if text is None else text.partition("?")[0].rstrip("/").rpartition("/")[2].partition(".")[0]
    return [last] if last else []


def _method(target: Target, arguments: tuple[Argument, ...]) -> list[str]:
    """The method, where it is passed as a text."""
    method = target.method
    passed = [folded.text for each in arguments for folded in (each.value, *(value for _, value in each.properties))]
    return [method] if method is not None and method in passed else []
