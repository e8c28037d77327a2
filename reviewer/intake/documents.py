"""JSON entries of a tree -> documents: their text with its values and places, for the formats to recognise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reviewer.errors import ReviewerError
from reviewer.intake.json_text import Json, JsonError, parse
from reviewer.intake.limits import Limits
from reviewer.intake.sources import Sourced, sourced
from reviewer.intake.tree import Entry, Tree
from reviewer.record import thing
from reviewer.source import Kind, LineMap, Location, Role, SourceFile
from reviewer.submission import Observation
from reviewer.text import Text

_QUOTED = 60
# What manifests, templates and settings are called; other JSON is not parsed.
_NAME = re.compile(r"(?:manifest|customize|template|views|fetched).*\.json$")


@thing
class Document:
    """A JSON file that may be a manifest. `root` is None where it is not JSON, from `broken_at` on."""

    entry: Entry
    file: SourceFile
    source: Sourced
    root: Json | None
    broken_at: int

    @property
    def path(self) -> str:
        """Where it stands in the tree."""
        return self.entry.path

    def location(self, node: Json) -> Location:
        """The place of a value."""
        return Location(self.file, node.start, node.end)

    def quoted(self, node: Json) -> str:
        """A value as written, its beginning where it is long."""
        text = " ".join(self.file.text[node.start : node.end].split())
        return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"

    def where(self, offset: int) -> Text:
        """`path:line:column` in words."""
        position = LineMap(self.file.text).position(offset)
        return Text(
            ja=f"{self.path}の{position.line}行{position.column}文字目",
            en=f"{self.path}, line {position.line}, column {position.column}",
        )

    def repeats(self) -> Iterator[Observation]:
        """Keys that stand twice in one object: programs differ in which of the two they take."""
        for node in self.root.nodes() if self.root is not None else ():
            for key in node.repeated:
                yield Observation("json-duplicate-key", self.path, key, self.location(node))


def may_be_form(name: str) -> bool:
    """The last part of a path is such as manifests, templates and settings bear."""
    return _NAME.search(name.lower()) is not None


def documents(tree: Tree, chosen: str | None, limits: Limits) -> Mapping[str, Document]:
    """The `.json` entries by path that are text, not too large, and chosen or named as one of the forms is."""
    found: dict[str, Document] = {}
    for entry in tree.entries:
        if (
            (entry.path == chosen or may_be_form(entry.name))
            and entry.data is not None
            and entry.size <= limits.json_bytes
        ):
            source = sourced(entry, entry.data, Kind.JSON, Role.MANIFEST)
            if source.file is not None:
                found[entry.path] = _document(entry, source.file, source)
    return found


def broken(document: Document) -> ReviewerError:
    """What to tell the reviewer's user of a manifest that is not JSON."""
    where = document.where(document.broken_at)
    return ReviewerError(
        Text(
            ja=f"{where.ja}: JSONとして読めません（書き方の誤りか、大きすぎます）。カンマや引用符の過不足を直してから、"
            "もう一度実行してください。",
            en=f"{where.en}: this is not JSON, or far too much of it. Mend commas or quotes there and run again.",
        )
    )


def _document(entry: Entry, file: SourceFile, source: Sourced) -> Document:
    try:
        root, broken_at = parse(file.text), 0
    except JsonError as error:
        root, broken_at = None, min(error.offset, len(file.text))
    return Document(entry, file, source, root, broken_at)
