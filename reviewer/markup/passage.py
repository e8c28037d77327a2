"""HTML text and where it stands in its file: the whole of it, or the value of a srcdoc attribute."""

from __future__ import annotations

from reviewer.record import thing
from reviewer.source import Goal, Location, Script, SourceFile, StyleText


@thing
class Passage:
    """`text` is `file.text[start:end]` when `exact`; otherwise every place in it is the whole range."""

    file: SourceFile
    text: str
    start: int
    end: int
    exact: bool

    def location(self, start: int, end: int) -> Location:
        """The place in the file of the range [start, end) of this text."""
        if self.exact:
            return Location(self.file, self.start + start, self.start + end)
        return Location(self.file, self.start, self.end)

    def part(self, start: int, end: int, decoded: str) -> Passage:
        """The passage at [start, end), which says `decoded`; exact where that is its text but for line ends."""
        written = self.text[start:end]
        if self.exact and _same(written, decoded):
            return Passage(self.file, written, self.start + start, self.start + end, exact=True)
        place = self.location(start, end)
        return Passage(self.file, decoded, place.start, place.end, exact=False)

    def script(self, goal: Goal) -> Script:
        """This passage as JavaScript."""
        return Script(self.file, self.text, self.start, self.end, self.exact, goal)

    def style(self, *, declarations: bool) -> StyleText:
        """This passage as CSS."""
        return StyleText(self.file, self.text, self.start, self.end, self.exact, declarations)


def _same(written: str, decoded: str) -> bool:
    """Whether an HTML parser, which makes every line end a line feed, changed nothing else."""
    return written.replace("\r\n", "\n").replace("\r", "\n") == decoded.replace("\r\n", "\n").replace("\r", "\n")
