"""A use that makes a request -> where the request goes and how: its address, as far as it is known, and its method.

The details of a row that speak of this: `url` (or `path`, or `css`, an argument in whose `url(...)` addresses stand);
`root`, what the address is added to; `stays`, below what on the page's own site it is whatever host it names;
`method`, and `override`, which replaces it; `receiver`, the method called before on the same object that says all this
(`new` or `made`: the call that made the object).
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from reviewer.destination import RELATIVE, UNKNOWN, join, judge
from reviewer.javascript.addresses import endpoint, pins
from reviewer.javascript.alternatives import Alternatives
from reviewer.javascript.details import Details, objects_at
from reviewer.javascript.facts import Folded, Target
from reviewer.javascript.folding import Folder
from reviewer.javascript.linking import Linker
from reviewer.javascript.places import Place
from reviewer.javascript.style_texts import Styles
from reviewer.javascript.usage import Usage, details
from reviewer.javascript.uses import Uses
from reviewer.rule import Model

_BASE, _OVERRIDE = "base-address", "method-override"
"""Kinds of calls: one sets what all relative addresses of the page are relative to, one replaces the method."""

_FARTHEST = 400
_UNKNOWN = Folded(None, "", "")
_HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//[^/]*", re.IGNORECASE)
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


class Requests:
    """Answers for each use of a page. `free` is the bit of the sink kind that tells a destination chosen freely."""

    def __init__(
        self,
        linker: Linker,
        folder: Folder,
        uses: Uses,
        usages: Sequence[Usage],
        found: Details,
        free: int,
        answers: Sequence[tuple[str, re.Pattern[str]]],
    ) -> None:
        self._linker = linker
        self._graph = linker.graph
        self._folder = folder
        self._uses = uses
        self._details = found
        self._answers = answers
        self._by_method: dict[str, list[Usage]] = {}
        self._by_object: dict[int, list[Usage]] = {}
        self._overrides: list[Usage] = []
        self._base = ""
        self._alternatives = Alternatives(linker.graph, folder)
        for usage in usages:
            if usage.access == "new":
                self._by_method.setdefault("new", []).append(usage)
            elif usage.access == "call":
                self._by_method.setdefault(usage.place.path.rpartition(".")[2], []).append(usage)
            for call in found.makers(usage.this) if usage.this >= 0 and usage.access == "call" else ():
                self._by_object.setdefault(call.result, []).append(usage)
            self._note_page(usage)
        self._makers = {usage.value: usage for usage in usages if usage.access in {"call", "new"}}
        self.styles = Styles(linker, folder)
        self._read_from = {access.value: access.base for access in self._graph.accesses if not access.writes}
        self._guarded = frozenset(target for target, cleared in self._graph.cleared if cleared & free)

    def of(self, usage: Usage, depth: int = 0) -> Target | None:
        """Where the request of a use goes; None where the use makes none.

        A place may have several rows, one for each way to pass its arguments: the first that fits the call tells.
        """
        if usage.access == "read" or depth > 4:
            return None
        asks = False
        for model, detail in details(usage):
            if not self._uses.holds(model, usage.arguments, usage.this):
                continue
            if "receiver" in detail:
                earlier = self._earlier(usage, detail["receiver"].removeprefix("="))
                target = None if earlier is None else self.of(earlier, depth + 1)
                if target is not None:
                    return target
            where = detail.get("url", detail.get("path", detail.get("css")))
            if where is None:
                continue
            asks = True
            target = self._target(usage, detail, where)
            if target is not None:
                return target
        if not asks:
            loaded = tuple(Folded(None, url, "") for _, url in self._uses.loaded_by_html(usage))
            return Target(tuple(dict.fromkeys(loaded)), ("GET",), checked=False) if loaded else None
        # Options without an address mean the page's own; what is not known may hold any.
        own = bool(usage.arguments) and self._linker.is_own(usage.arguments[0])
        return Target((Folded("", "", "") if own else _UNKNOWN,), ("?",), checked=False)

    def begun_by(self, usage: Usage) -> Usage | None:
        """The call on the same object that made ready what a use sends."""
        named = next((detail["receiver"] for _, detail in details(usage) if "receiver" in detail), None)
        earlier = None if named is None else self._earlier(usage, named.removeprefix("="))
        return earlier if earlier is not None and earlier.access == "call" else None

    def _target(self, usage: Usage, detail: Mapping[str, str], where: str) -> Target | None:
        constant = self._details.constant(where, usage.arguments, usage.this)
        nodes = self._uses.nodes(usage, where)
        if "|" in where and nodes and self._linker.is_own(nodes[0]):
            return None  # options that hold no address
        if where.startswith("="):
            urls: list[Folded] = [_known(where[1:])]
        elif nodes:
            urls = self._urls(nodes[0], css="css" in detail)
        elif constant is not None:
            urls = [_known(constant)]
        else:
            return None
        around = self._uses.nodes(usage, detail.get("root"))
        roots = [url for node in around for url in self._urls(node)]
        if roots:
            urls = [_joined(root, url) for url in urls for root in roots]
        if "stays" in detail:
            urls = [_at_home(url, detail["stays"].removeprefix("=")) for url in urls]
        if self._base:
            urls = [_moved(self._base, url) for url in urls]
        deciding = around if roots else nodes
        checked = bool(deciding) and self._is_checked(deciding[0])
        return Target(tuple(dict.fromkeys(urls)), self._methods(usage, detail), checked=checked)

    def met(self, usage: Usage) -> tuple[Model, ...]:
        """The rows of a use whose conditions it meets."""
        return tuple(row for row in usage.place.models if self._uses.holds(row, usage.arguments, usage.this))

    def source_kinds(self, node: int, model: Model) -> Iterator[str]:
        """The kinds of source that a row makes a node: an answer's depend on who answers."""
        maker = self._makers.get(node)
        this = self._read_from.get(node, -1) if maker is None else maker.this
        if not self._uses.holds(model, () if maker is None else maker.arguments, this):
            return
        detail = dict(model.detail)
        classes = set()
        target = self._answered(node) if "own" in detail or "unclear" in detail else None
        if "own" in detail or "unclear" in detail:
            classes = {UNKNOWN} if target is None else {_class_of(url) for url in target.urls}
        if UNKNOWN in classes and "unclear" in detail:
            yield detail["unclear"].removeprefix("=")
        if RELATIVE in classes and "own" in detail:
            yield self._answer(target) or detail["own"].removeprefix("=")
        if model.source is not None and classes != {RELATIVE}:
            yield model.source

    def held_kinds(self, node: int, kinds: frozenset[str]) -> frozenset[str]:
        """Of the kinds of source that an object may hold those that it does, if it is an answer to a known request."""
        if not any(name in kinds for name, _ in self._answers):
            return kinds
        known = self._answer(self._answered(node))
        return kinds if known is None else kinds & {known}

    def _answer(self, target: Target | None) -> str | None:
        """What the answers to all that may be asked for are by the path, if there is a kind for that."""
        asked = () if target is None else target.urls
        whole = [endpoint(url) for url in asked if url.text is not None or "?" in url.prefix]
        if not whole or len(whole) < len(asked):
            return None
        kinds = (name for name, pattern in self._answers if all(map(pattern.search, whole)))
        return next(kinds, None)

    def asked_by(self, node: int, place: Place) -> tuple[Folded, ...]:
        """Of what is the answer of the page's own site to a request, the addresses that were asked for."""
        own = any(name == "own" for model in place.models for name, _ in model.detail)
        target = self._answered(node) if own else None
        return () if target is None else target.urls

    def _answered(self, node: int) -> Target | None:
        """Where the request went that an answer, or a part of one, came to; None where it is not found."""
        seen, todo = {node}, deque([node])
        while todo and len(seen) < _FARTHEST:
            at = todo.popleft()
            usage = self._makers.get(at)
            target = None if usage is None else self.of(usage)
            if target is not None:
                return target
            base = self._read_from.get(at)
            before = [*self._folder.sources(at), *([] if base is None else [base])]
            for call in self._details.makers(at):
                opened = next((u for u in self._by_object.get(call.result, ()) if self.of(u) is not None), None)
                if opened is not None:
                    return self.of(opened)
            for source in before:
                if source not in seen:
                    seen.add(source)
                    todo.append(source)
        return None

    # Methods ----------------------------------------------------------------------------------------------------------

    def _methods(self, usage: Usage, detail: Mapping[str, str]) -> tuple[str, ...]:
        override = self._uses.text(usage, detail.get("override"))
        for other in self._overrides:
            if self._is_same_object(usage, other):
                override = next(
                    (self._uses.text(other, found["method"]) for _, found in details(other) if "method" in found), None
                )
        method = override or self._uses.text(usage, detail.get("method"))
        if method:
            return (method.upper(),)
        nodes = self._uses.nodes(usage, detail.get("override")) or self._uses.nodes(usage, detail.get("method"))
        several = (one.text for node in nodes for one in self._alternatives.of(node))
        return tuple(dict.fromkeys(text.upper() if text else "?" for text in several)) or ("?",)

    def _note_page(self, usage: Usage) -> None:
        for model, detail in details(usage):
            if model.call == _OVERRIDE:
                self._overrides.append(usage)
            elif model.call == _BASE and "url" in detail and not self._base:
                self._base = self._uses.text(usage, detail["url"]) or ""

    # Objects ----------------------------------------------------------------------------------------------------------

    def _earlier(self, usage: Usage, method: str) -> Usage | None:
        """The call of `method` on the object that this method is called on (`open` before `send`)."""
        if method == "made":
            made = (self._makers.get(call.result) for call in self._details.makers(usage.this))
            return next((maker for maker in made if maker is not None), None)
        nearby: Usage | None = None
        for other in self._by_method.get(method, ()):
            if method == "new":
                if objects_at(self._linker, usage.this) & objects_at(self._linker, other.value):
                    return other
            elif self._is_same_object(usage, other):
                return other
            elif other.function is usage.function and other.this >= 0 and not objects_at(self._linker, usage.this):
                nearby = nearby or other
        return nearby

    def _is_same_object(self, one: Usage, other: Usage) -> bool:
        if one.this < 0 or other.this < 0:
            return False
        return one.this == other.this or bool(objects_at(self._linker, one.this) & objects_at(self._linker, other.this))

    # Addresses --------------------------------------------------------------------------------------------------------

    def _urls(self, node: int, *, css: bool = False) -> list[Folded]:
        """What is known of an address: several where it is one of several."""
        spelled = self._linker.spelled.get(node)
        if spelled is not None and self._folder.folded(spelled).prefix:
            node = spelled
        if css:
            return [_known_part(url) for url in self.styles.addresses(node)] or [_known("")]
        folded = self._folder.folded(node)
        if folded.text is not None:
            return [folded]
        choices = self._alternatives.of(node, alike=_leads_to)  # of many it is kept where they lead
        if pins(folded.prefix):  # whichever it is, it leads there
            choices = [choice if choice.prefix else folded for choice in choices]
        return choices if len(choices) > 1 else [folded]

    def _is_checked(self, node: int) -> bool:
        """Whether all ways by which an address gets here pass a test of where it leads."""
        seen: set[int] = set()
        todo = [node]
        while todo and len(seen) < _FARTHEST:
            at = todo.pop()
            if at in seen or at in self._guarded or self._folder.folded(at).text is not None:
                continue
            seen.add(at)
            before = self._folder.sources(at)
            computed = self._graph.computed.get(at)
            if not before and computed is not None and computed.operator in {"address", "join", "+"}:
                open_ones = [each for each in computed.operands if self._folder.folded(each).text is None]
                before = open_ones[:1]
            if not before:
                return False
            todo.extend(before)
        return not todo


def _leads_to(url: Folded) -> tuple[str, str | None]:
    """The class and the host of where an address leads."""
    destination = judge(url.prefix if url.text is None else url.text, complete=url.text is not None, classes=())
    return destination.host_class, destination.host


def _class_of(url: Folded) -> str:
    return judge(url.prefix if url.text is None else url.text, complete=url.text is not None, classes=()).host_class


def _known(text: str) -> Folded:
    return Folded(text, text, text)


def _known_part(url: str) -> Folded:
    """An address out of a text in which what is not known shows as a character of its own."""
    known, hole, _ = url.partition(Folder.HOLE)
    return Folded(None, known, "") if hole else _known(url)


def _joined(root: Folded, url: Folded, between: str = "/") -> Folded:
    """An address behind a root as libraries put them together, with one slash between."""
    if between and (_ABSOLUTE.match(url.prefix) or (url.text is None and not url.prefix)):
        return url if url.prefix else Folded(None, root.text or root.prefix, url.suffix)
    if root.text is None:
        return root
    known = url.text if url.text is not None else url.prefix
    text = f"{root.text.rstrip('/')}/{known.lstrip('/')}" if between and root.text else root.text + known
    return _known(text) if url.text is not None else Folded(None, text, url.suffix)


def _at_home(url: Folded, root: str) -> Folded:
    """An address of which only the path counts, which is below a root."""
    path = _HOST.sub("", url.text if url.text is not None else url.prefix)
    if url.text is not None:
        return _known(path if path.startswith("/") else f"/{path}")
    return Folded(None, path if path.startswith(root) else root, url.suffix)


def _moved(base: str, url: Folded) -> Folded:
    """An address in a page whose base address was set."""
    if url.text is not None:
        return _known(join(base, url.text))
    return Folded(None, join(base, url.prefix), "") if url.prefix else url
