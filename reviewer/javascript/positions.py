"""Text of an HTML string -> where in the markup what follows it stands, as the HTML tokenizer decides (13.2.5).

Only what decides which characters are dangerous is told: inside which quotes, in an attribute of what meaning, in the
text of which kind of element, and for code whether a string literal of it is open.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from html import unescape
from types import MappingProxyType

from reviewer.record import value


class Where(Enum):
    """The parts of markup that data can stand in."""

    CONTENT = "content"
    TAG = "tag"
    DOUBLE = "double-quoted value"
    SINGLE = "single-quoted value"
    BARE = "unquoted value"
    COMMENT = "comment"
    TEXT = "text of an element without markup"
    STYLE = "style sheet"
    SCRIPT = "script"


class Meaning(Enum):
    """What the browser does with an attribute's value."""

    PLAIN = "plain"
    ADDRESS = "address that may run code"
    CODE = "code"
    STYLE = "style"
    DOCUMENT = "document"


@value
class Position:
    """A place in markup. `begun` tells whether an attribute's value has text before it; `quote` the string literal of
    code that is open there.
    """

    where: Where
    meaning: Meaning = Meaning.PLAIN
    begun: bool = False
    quote: str = ""


CONTENT = Position(Where.CONTENT)

_RAW: Mapping[str, Where] = MappingProxyType(
    {
        "script": Where.SCRIPT,
        "style": Where.STYLE,
        **dict.fromkeys(("textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript"), Where.TEXT),
    }
)
_ADDRESSES = frozenset({"href", "xlink:href", "action", "formaction"})
_FRAMES: Mapping[str, frozenset[str]] = MappingProxyType(
    {"src": frozenset({"iframe", "frame", "embed", "script"}), "data": frozenset({"object"})}
)
_NO_LINKS = frozenset({"link", "base"})
_NAME = re.compile(r"[^\s/>]*")
_SPACE = re.compile(r"[\s/]*")
_BLANK = re.compile(r"\s*")
_ATTRIBUTE = re.compile(r"=?[^\s/>=]*")
_BARE = re.compile(r"[^\s>]*")
_PIECE = re.compile(r"""(?:^|(?<=[\s"']))[A-Za-z][\w:.-]*=(?:"[^"<>]*|'[^'<>]*)$""", re.ASCII)
_SCANNED = 20_000
"""How many characters before the data are looked at."""


def position_after(text: str) -> Position:
    """Where data stands that follows this text; the text begins where an element's content may stand."""
    text = text[-_SCANNED:]
    at = 0
    while True:
        at = text.find("<", at)
        if at < 0:
            return CONTENT
        after = text[at + 1 : at + 3]
        if not after or after == "/":
            return Position(Where.TAG)
        found: int | Position
        if after[0].isascii() and after[0].isalpha():
            found = _start_tag(text, at + 1)
        elif after[0] == "/" and after[1].isascii() and after[1].isalpha():
            found = _attributes(text, _NAME.match(text, at + 2).end(), "")  # type: ignore[union-attr]
        elif after[0] in "!?/":
            found = _comment(text, at)
        else:
            found = at + 1
        if isinstance(found, Position):
            return found
        at = found


def _comment(text: str, at: int) -> int | Position:
    """A comment, or what the tokenizer takes for one (`<!DOCTYPE`, `<?xml`)."""
    if text.startswith("<!--", at):
        end = re.compile(r"--!?>|(?<=<!--)-?>").search(text, at + 4)
    else:
        end = re.compile(">").search(text, at)
    return Position(Where.COMMENT) if end is None else end.end()


def _start_tag(text: str, at: int) -> int | Position:
    match = _NAME.match(text, at)
    name, end = (match[0].lower(), match.end()) if match else ("", at)
    inside = _attributes(text, end, name)
    if isinstance(inside, Position) or name not in _RAW:
        return inside
    close = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(text, inside)
    if close is not None:
        return close.start()
    where = _RAW[name]
    return Position(where, quote=open_literal(text[inside:]) if where is Where.SCRIPT else "")


def _attributes(text: str, at: int, element: str) -> int | Position:
    """The rest of a tag from behind its name: the offset behind its `>`, or the position in it where the text ends."""
    end = len(text)
    confined = False
    while at < end:
        at = _end(_SPACE, text, at)
        if at < end and text[at] == ">":
            return at + 1
        name_at = at
        at = _end(_ATTRIBUTE, text, at)
        name = text[name_at:at].lower()
        equals = _end(_BLANK, text, at)
        if equals >= end or text[equals] != "=":
            at = max(at, name_at + 1) if equals < end else end
            confined = confined or name == "sandbox"
            continue
        at = _end(_BLANK, text, equals + 1)
        if at >= end:
            return _value(Where.BARE, element, name, "")
        if text[at] in "\"'":
            close = text.find(text[at], at + 1)
            if close < 0:
                where = Where.DOUBLE if text[at] == '"' else Where.SINGLE
                return _value(where, element, name, text[at + 1 :], confined=confined)
            confined = confined or (name == "sandbox" and _confines(text[at + 1 : close]))
            at = close + 1
        else:
            value_at = at
            at = _end(_BARE, text, at)
            if at >= end:
                return _value(Where.BARE, element, name, text[value_at:])
    return Position(Where.TAG)


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return at if match is None else match.end()


def _confines(sandbox: str) -> bool:
    """Whether a frame's document can do nothing to the page that holds it."""
    return not {"allow-scripts", "allow-same-origin"} <= set(sandbox.lower().split())


def _value(where: Where, element: str, attribute: str, before: str, *, confined: bool = False) -> Position:
    meaning = _meaning(element, attribute)
    if confined and meaning is Meaning.DOCUMENT:
        meaning = Meaning.PLAIN
    before = unescape(before)
    begun = bool(before.strip())
    if meaning is Meaning.ADDRESS and re.match(r"[\s\x00-\x1f]*javascript:", before, re.IGNORECASE):
        return Position(where, Meaning.CODE, begun, open_literal(before.partition(":")[2]))
    return Position(where, meaning, begun, open_literal(before) if meaning is Meaning.CODE else "")


def _meaning(element: str, attribute: str) -> Meaning:
    if attribute.startswith("on"):
        return Meaning.CODE
    if attribute == "style":
        return Meaning.STYLE
    if attribute == "srcdoc":
        return Meaning.DOCUMENT
    if attribute in _ADDRESSES and element not in _NO_LINKS:
        return Meaning.ADDRESS
    if element in _FRAMES.get(attribute, ()):
        return Meaning.ADDRESS
    return Meaning.PLAIN


_CODE_TOKEN = re.compile(r"\\.|//[^\n]*|/\*.*?\*/|[\"'`]", re.DOTALL)


def open_literal(code: str) -> str:
    """The quote of the string literal that is open where code ends, "" for none."""
    quote = ""
    for token in _CODE_TOKEN.finditer(code):
        word = token[0]
        if len(word) == 1 and (not quote or quote == word):
            quote = "" if quote else word
        elif quote and word[0] == "/" and quote in word:
            return open_literal(code[token.start() + word.index(quote) + 1 :])
    return quote


_WORDS = re.compile(r"\w+\b(?!\s*=)")
_MARKS = re.compile(r"""[^\w\s"'`=/\\:&;#{}()<>]+""")
_SAME = re.compile(r"x(?:\s+x)+|\s+")


def _essence(text: str) -> str:
    """What of a text without markup matters to markup around it: not which words it is made of."""
    return _SAME.sub(lambda found: "x" if found[0][0] == "x" else " ", _MARKS.sub(" ", _WORDS.sub("x", text)))


class Positions:
    """Positions by number, for the masks that travel with data: of what stands behind a text that is known in full,
    or, as long as no markup begins or ends in it, what of that text can make a difference to it. 0 is data with nothing
    before it.
    """

    _KEPT = 64
    _MOST = 4_000

    def __init__(self) -> None:
        self._number: dict[Position | str, int] = {"": 0}
        self._of: list[Position | str] = [""]

    def at(self, number: int) -> Position:
        """Where data of this number stands when its text is the beginning of HTML."""
        known = self._of[number]
        if isinstance(known, Position):
            return known
        # A piece of markup that is put together later: what ends like this stands in a tag that begins elsewhere.
        opened = _PIECE.search(known)
        inside = position_after(known) if opened is None else _attributes(opened[0], 0, "")
        return inside if isinstance(inside, Position) else CONTENT

    def behind(self, number: int, before: str) -> int:
        """The number of the data when this text is put before all there is."""
        known = self._of[number]
        if isinstance(known, Position):
            if "<" not in before:
                return number
            outer = position_after(before)
            return number if outer == CONTENT else self._numbered(outer)
        text = before + known
        if "<" in text or ">" in text:
            return self._numbered(position_after(text))
        return self._numbered(_essence(text)[-self._KEPT :])

    def _numbered(self, position: Position | str) -> int:
        number = self._number.get(position)
        if number is None:
            if len(self._of) >= self._MOST:
                return 0
            number = self._number[position] = len(self._of)
            self._of.append(position)
        return number
