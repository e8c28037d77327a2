"""The answer of GET /k/v1/app/views.json -> the HTML of its custom views, each as a file of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.intake.documents import Document
from reviewer.intake.json_text import Json
from reviewer.intake.sources import held
from reviewer.source import Kind, Role, SourceFile
from reviewer.submission import Observation


@dataclass(frozen=True, slots=True, eq=False)
class Views:
    """The custom views of one views.json."""

    document: Document
    files: tuple[SourceFile, ...]
    observations: tuple[Observation, ...]


def is_views(document: Document) -> bool:
    """An object of views, by a name such as app/views.json or app_views.json."""
    views = document.root.get("views") if document.root is not None else None
    return "views" in document.entry.name.lower() and views is not None and views.members is not None


def views(document: Document) -> Views:
    """Every view of type CUSTOM that has HTML, in the order of the file."""
    return Views(document, tuple(_files(document)), tuple(document.repeats()))


def _files(document: Document) -> Iterator[SourceFile]:
    listed = document.root.get("views") if document.root is not None else None
    for name, view in ((listed.members or {}) if listed is not None else {}).items():
        html = _html(view)
        if html is not None:
            yield held(document.file, name, html, Kind.HTML, Role.VIEW)


def _html(view: Json) -> str | None:
    """Its HTML; a view that is not CUSTOM has none that kintone shows."""
    return view.string("html") if (view.string("type") or "").upper() == "CUSTOM" else None
