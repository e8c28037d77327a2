"""HTML text -> at most how many formatting elements its parsing rebuilds, before it is parsed.

HTML reopens every formatting element that is left open in each block that follows, so a small text may grow to a tree
of the square of its length. The count here is made from tags alone and rather too high than too low. See
https://html.spec.whatwg.org/multipage/parsing.html#the-list-of-active-formatting-elements.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from reviewer.markup.tags import read_tag

_FORMATTING = frozenset(
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"]
)
# Elements that keep what is open outside from being reopened, or closed, inside.
_MARKERS = frozenset(["applet", "caption", "marquee", "object", "td", "template", "th"])
_RAW_TEXT = frozenset(["iframe", "noembed", "noframes", "noscript", "script", "style", "textarea", "title", "xmp"])
# Elements with the same attributes count three times at most ("Noah's Ark clause").
_TWINS = 3

_TAG = re.compile(r"<!--|<(?P<end>/?)(?P<name>[A-Za-z][^\t\n\f\r />]*)")
_COMMENT_END = re.compile(r"--!?>")


class _Open:
    """The formatting elements left open inside one marker."""

    __slots__ = ("_tags", "_twins", "count", "marker")

    def __init__(self, marker: str) -> None:
        self.marker = marker
        self.count = 0
        self._tags: defaultdict[str, list[str]] = defaultdict(list)
        self._twins: Counter[str] = Counter()

    def start(self, name: str, tag: str) -> None:
        if (name == "a" and self._tags["a"]) or self._twins[tag] >= _TWINS:
            return
        self._tags[name].append(tag)
        self._twins[tag] += 1
        self.count += 1

    def end(self, name: str) -> None:
        if self._tags[name]:
            self._twins[self._tags[name].pop()] -= 1
            self.count -= 1

    def merge(self, inner: _Open) -> None:
        for name, tags in inner._tags.items():
            for tag in tags:
                self.start(name, tag)


def rebuilt(text: str) -> tuple[int, int]:
    """The most formatting elements that parsing rebuilds, and how many tags there are."""
    frames = [_Open("")]
    total = tags = inner = position = 0
    # Inside SVG and MathML, <title> and the like hold markup.
    foreign = re.search(r"<(?:svg|math)", text, re.IGNORECASE) is not None
    while (found := _TAG.search(text, position)) is not None:
        if found["name"] is None:
            closing = _COMMENT_END.search(text, found.start() + 2)
            position = len(text) if closing is None else closing.end()
            continue
        tag = read_tag(text, found.start())
        position = tag.end
        name = found["name"].lower()
        tags += 1
        total += inner + frames[-1].count
        if found["end"]:
            inner -= _close(frames, name)
            continue
        if name in _FORMATTING:
            frames[-1].start(name, text[tag.start : tag.end])
        elif name in _MARKERS:
            inner += frames[-1].count
            frames.append(_Open(name))
        elif name in _RAW_TEXT and not foreign:
            closing = re.compile(f"</{name}", re.IGNORECASE).search(text, position)
            position = len(text) if closing is None else closing.start()
    return total, tags


def _close(frames: list[_Open], name: str) -> int:
    """An end tag; returns how many elements are no longer outside the innermost marker."""
    if name in _FORMATTING:
        frames[-1].end(name)
    elif len(frames) > 1 and frames[-1].marker == name:
        closed, outer = frames.pop(), frames.pop()
        outside = outer.count
        # The smaller goes into the larger: deep nesting must not cost its square.
        small, large = sorted((closed, outer), key=lambda each: each.count)
        large.merge(small)
        large.marker = outer.marker
        frames.append(large)
        return outside
    return 0
