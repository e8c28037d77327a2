"""Reviewed text and places in it: files, fragments of files, locations; lines and columns only at the edge."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from enum import StrEnum

from reviewer.record import thing, value


class Kind(StrEnum):
    """What language a file or fragment is written in."""

    JAVASCRIPT = "javascript"
    TYPESCRIPT = "typescript"
    CSS = "css"
    HTML = "html"
    JSON = "json"
    TEXT = "text"


class Dialect(StrEnum):
    """What a script is written in: the language of browsers, or one that has to be compiled to it first."""

    JAVASCRIPT = "javascript"
    JSX = "jsx"
    TYPESCRIPT = "typescript"
    TSX = "tsx"


class Role(StrEnum):
    """What kintone does with a file: where it runs, or why it lies in the submission."""

    DESKTOP = "desktop"
    MOBILE = "mobile"
    CONFIG = "config"
    VIEW = "view"
    MANIFEST = "manifest"
    LOOSE = "loose"
    EXTRA = "extra"


class Newline(StrEnum):
    """How lines end in a file."""

    NONE = "none"
    LF = "lf"
    CRLF = "crlf"
    CR = "cr"
    MIXED = "mixed"


@value
class Encoding:
    """How bytes became text.

    `name` is the IANA name used ("utf-8", "shift_jis", ...), `bom` whether a byte order mark stood first (it is not in
    the text), `undecodable` how many byte sequences had to be replaced by U+FFFD.
    """

    name: str
    bom: bool
    newline: Newline
    undecodable: int


@thing
class SourceFile:
    """One reviewed file, read once; compared by identity.

    `path` is relative to the submission's root with `/` between parts, exactly as named there; a file held inside
    another one (custom-view HTML in views.json) is named `outer.json#inner`. `sha256` is of the raw bytes, in hex;
    `size` is their number.
    """

    path: str
    kind: Kind
    role: Role
    text: str
    size: int
    sha256: str
    encoding: Encoding

    @property
    def dialect(self) -> Dialect:
        """What its scripts are written in, as its name says."""
        extension = self.path.lower().rpartition(".")[2]
        if self.kind is Kind.TYPESCRIPT:
            return Dialect.TSX if extension == "tsx" else Dialect.TYPESCRIPT
        return Dialect.JSX if self.kind is Kind.JAVASCRIPT and extension == "jsx" else Dialect.JAVASCRIPT


@value
class Location:
    """Half-open range [start, end) of character offsets in a file's text."""

    file: SourceFile
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end <= len(self.file.text):
            raise ValueError(
                f"[{self.start}, {self.end}) is not in {self.file.path} of {len(self.file.text)} characters"
            )

    @property
    def text(self) -> str:
        """The characters at this place."""
        return self.file.text[self.start : self.end]

    @property
    def order(self) -> tuple[str, int, int]:
        """Sort key: by path, then place."""
        return (self.file.path, self.start, self.end)


class Goal(StrEnum):
    """How a browser would take JavaScript text: as a classic script, a module, or the body of an event handler."""

    SCRIPT = "script"
    MODULE = "module"
    HANDLER = "handler"


_MODULE_ITEM = re.compile(
    r"""^(?:import\b\s*(?:["'{*]|[\w$]+\s*(?:,|\bfrom\b))|export\b\s*(?:[{*]|default\b|\w+))""", re.MULTILINE
)
_SOURCE_ITEM = re.compile(r"^(?:import\b(?!\s*[(.])|(?:@.*[ \t])?export\b)", re.MULTILINE)


def _is_module(file: SourceFile) -> bool:
    if file.path.lower().endswith((".mjs", ".mts")):
        return True
    if file.dialect is not Dialect.JAVASCRIPT:
        return _SOURCE_ITEM.search(file.text) is not None
    return file.role is Role.EXTRA and _MODULE_ITEM.search(file.text) is not None


@thing
class Script:
    """JavaScript text and where it stands: a whole file, or a fragment (inline script, handler, `eval`ed constant).

    When `exact`, `text` is `file.text[start:end]` and offsets in it map one to one; otherwise (character references
    in an attribute, escapes in a string) every place in it is reported as the whole range [start, end).
    """

    file: SourceFile
    text: str
    start: int
    end: int
    exact: bool
    goal: Goal
    dialect: Dialect = Dialect.JAVASCRIPT

    @classmethod
    def whole(cls, file: SourceFile) -> Script:
        """The script that a whole file is.

        `.mjs` is a module; everything else loads as a classic script, unless kintone does not load it at all (a source
        beside the bundle made of it, or one that has to be compiled first) and it imports or exports.
        """
        goal = Goal.MODULE if _is_module(file) else Goal.SCRIPT
        end = len(file.text)
        return cls(file=file, text=file.text, start=0, end=end, exact=True, goal=goal, dialect=file.dialect)

    def location(self, start: int, end: int) -> Location:
        """The place in the file of the range [start, end) of this script's own text."""
        if self.exact:
            return Location(self.file, self.start + start, self.start + end)
        return Location(self.file, self.start, self.end)


@thing
class StyleText:
    """CSS and where it stands: a whole file, a <style> element, or a style attribute (`declarations` True).

    Same mapping as `Script`.
    """

    file: SourceFile
    text: str
    start: int
    end: int
    exact: bool
    declarations: bool

    @classmethod
    def whole(cls, file: SourceFile) -> StyleText:
        """The style sheet that a whole file is."""
        return cls(file=file, text=file.text, start=0, end=len(file.text), exact=True, declarations=False)

    def location(self, start: int, end: int) -> Location:
        """The place in the file of the range [start, end) of this text."""
        if self.exact:
            return Location(self.file, self.start + start, self.start + end)
        return Location(self.file, self.start, self.end)


@value
class Position:
    """A place as an editor shows it: line and column, both from 1, the column in UTF-16 units."""

    line: int
    column: int


_LINE_END = re.compile(r"\r\n|\r|\n")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class LineMap:
    """Character offsets of one text as editor lines and columns (lines end at LF, CR or CRLF).

    A lookup takes logarithmic time, however long the lines are: minified code is one line.
    """

    __slots__ = ("_astral", "_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = (0, *(match.end() for match in _LINE_END.finditer(text)))
        self._astral = tuple(match.start() for match in _ASTRAL.finditer(text))

    @property
    def count(self) -> int:
        """How many lines the text has; an empty text has one."""
        return len(self._starts)

    def utf16(self, offset: int) -> int:
        """How many UTF-16 units stand before an offset; offsets past the end are the end."""
        inside = min(offset, len(self._text))
        return inside + bisect_left(self._astral, inside)

    def position(self, offset: int) -> Position:
        """Where an offset is; offsets past the end are the end."""
        line = bisect_right(self._starts, offset)
        return Position(line=line, column=1 + self.utf16(offset) - self.utf16(self._starts[line - 1]))

    def start(self, number: int) -> int:
        """The offset of the first character of line `number` (from 1)."""
        return self._starts[number - 1]

    def line(self, number: int) -> str:
        """The text of line `number` (from 1) without its line end."""
        end = self._starts[number] if number < len(self._starts) else len(self._text)
        return self._text[self._starts[number - 1] : end].rstrip("\r\n")
