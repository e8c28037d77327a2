"""The answer of GET /k/v1/app/views.json -> the HTML of its custom views, each as a file of its own."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.finding import Gap
from reviewer.intake.documents import Document
from reviewer.intake.json_text import Json
from reviewer.intake.part import Companion
from reviewer.intake.sources import held
from reviewer.intake.tree import gap
from reviewer.source import Kind, Role, SourceFile
from reviewer.text import Text


def is_views(document: Document) -> bool:
    """An object of views, by a name such as app/views.json or app_views.json; or one that is no JSON."""
    if "views" not in document.entry.name.lower():
        return False
    if document.root is None:
        return '"html"' in document.file.text
    listed = document.root.get("views")
    return listed is not None and listed.members is not None


def views(document: Document) -> Companion:
    """Every view of type CUSTOM that has HTML, in the order of the file."""
    gaps = () if document.root is not None else (_unreadable(document),)
    return Companion(document, tuple(_files(document)), tuple(document.repeats()), (*document.source.gaps, *gaps))


def _files(document: Document) -> Iterator[SourceFile]:
    listed = document.root.get("views") if document.root is not None else None
    for name, view in ((listed.members or {}) if listed is not None else {}).items():
        html = _html(view)
        if html is not None:
            yield held(document.file, name, html, Kind.HTML, Role.VIEW)


def _unreadable(document: Document) -> Gap:
    where = document.where(document.broken_at)
    return gap(
        "views-unreadable",
        document.path,
        Text(
            ja=f"{where.ja}: JSONとして読めないため、カスタマイズビューのHTMLを審査できません。"
            "取得し直したものを出してもらってください。",
            en=f"{where.en}: this is not JSON, so the HTML of custom views was not reviewed. Ask for a new export.",
        ),
    )


def _html(view: Json) -> str | None:
    """Its HTML; a view that is not CUSTOM has none that kintone shows."""
    return view.string("html") if (view.string("type") or "").upper() == "CUSTOM" else None
