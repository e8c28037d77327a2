"""template.json of an app template with its `appjs…` files, which have no extension -> the part it describes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reviewer.intake.documents import Document
from reviewer.intake.json_text import Json
from reviewer.intake.manifest import is_url
from reviewer.intake.part import Material, Part, Use
from reviewer.intake.sources import held
from reviewer.intake.tree import Entry, gap
from reviewer.record import value
from reviewer.source import Kind, Role, SourceFile
from reviewer.submission import Observation, Page, SubmissionKind, UrlResource
from reviewer.text import Text

NAME = "template.json"
_FILE = re.compile(r"appjs([0-9]{1,4})_(DESKTOP|MOBILE)(_CSS)?_([0-9]{1,6})(?:[._].*)?", re.IGNORECASE)
_DEVICE = re.compile(r"(DESKTOP|MOBILE)(_CSS)?", re.IGNORECASE)
_ROLES: Mapping[str, Role] = {"DESKTOP": Role.DESKTOP, "MOBILE": Role.MOBILE}
_PART = Text(ja="アプリテンプレートの部品です（コードではありません）。", en="A piece of an app template, no code.")


@value
class _Named:
    """What the name of a file says: app (from 1), device, whether a style sheet, and its turn."""

    app: int
    role: Role
    is_style: bool
    turn: int
    path: str


def is_template(document: Document, siblings: Sequence[Entry]) -> bool:
    """A template.json with a list of apps, or meant as one, or one beside files named as in an app template."""
    if document.entry.name.lower() != NAME:
        return False
    if document.root is None and '"apps"' in document.file.text:
        return True
    apps = document.root.get("apps") if document.root is not None else None
    return (apps is not None and apps.items is not None) or any(_FILE.fullmatch(entry.name) for entry in siblings)


def part(document: Document, material: Material) -> Part:
    """All customizations of all apps in the template, a page for each app and device."""
    folder = document.entry.folder
    siblings = [entry for entry in material.tree.entries if entry.folder == folder]
    files = sorted(_named(siblings), key=lambda n: (n.app, n.role is Role.MOBILE, n.is_style, n.turn, n.path))
    apps = document.root.get("apps") if document.root is not None else None
    listed = (apps.items or []) if apps is not None else []
    by_app: dict[int, list[_Named]] = {number: [] for number in range(1, len(listed) + 1)}
    for named in files:
        by_app.setdefault(named.app, []).append(named)
    pages: list[Page] = []
    urls: list[UrlResource] = []
    views: list[SourceFile] = []
    for number, own in sorted(by_app.items()):
        app = listed[number - 1] if 1 <= number <= len(listed) else None
        label = f"app{number:02d} " if len(by_app) > 1 else ""
        views_here = tuple(_views(document, app, label.strip()))
        views.extend(views_here)
        for role in (Role.DESKTOP, Role.MOBILE):
            links = tuple(_urls(document, app, role))
            urls.extend(links)
            resources = [link.url for link in links]
            resources.extend(named.path for named in own if named.role is role)
            resources.extend(view.path for view in views_here if role is Role.DESKTOP)
            if resources:
                pages.append(Page(f"{label}{role.value}", tuple(resources)))
    observations = list(document.repeats())
    gaps = list(document.source.gaps)
    if document.root is None:
        where = document.where(document.broken_at)
        observations.append(Observation("manifest-invalid", document.path, "JSON", None))
        gaps.append(
            gap(
                "manifest-invalid",
                document.path,
                Text(
                    ja=f"{where.ja}: template.jsonがJSONとして読めません。コードは名前から見分けて審査しましたが、"
                    "URLの登録とカスタマイズビューは見ていません。",
                    en=f"{where.en}: template.json is not JSON; code was told by file names alone, "
                    "URLs and custom views were not seen.",
                ),
            )
        )
    return Part(
        kind=SubmissionKind.APP_TEMPLATE,
        root=folder,
        origin=document.path,
        uses=tuple(Use(n.path, Kind.CSS if n.is_style else Kind.JAVASCRIPT, n.role) for n in files),
        carried=(document.file, *views),
        known=tuple((e.path, _PART) for e in siblings if e.name.lower().startswith(("icon", "appicon", "signature"))),
        urls=tuple(urls),
        pages=tuple(pages),
        extra="unlisted-file",
        scope=None,
        observations=tuple(observations),
        gaps=tuple(gaps),
        plugin=None,
    )


def _named(entries: Sequence[Entry]) -> Iterator[_Named]:
    for entry in entries:
        match = _FILE.fullmatch(entry.name.partition("#")[0])
        if match is not None:
            app, device, style, turn = match.groups()
            yield _Named(int(app), _ROLES[device.upper()], style is not None, int(turn), entry.path)


def _urls(document: Document, app: Json | None, role: Role) -> Iterator[UrlResource]:
    """URLs below the app's `jsFiles`; an entry names its device by a value such as `MOBILE_CSS`, else desktop."""
    listed = app.get("jsFiles") if app is not None else None
    for entry in _entries(listed):
        values = [(node, node.text) for node in entry.nodes() if node.text]
        device = next((match for _, text in values if (match := _DEVICE.fullmatch(text))), None)
        entry_role = _ROLES[device.group(1).upper()] if device is not None else Role.DESKTOP
        for node, text in values:
            if is_url(text) and entry_role is role:
                is_style = device.group(2) is not None if device is not None else text.lower().endswith(".css")
                yield UrlResource(text, role, is_style, document.location(node))


def _entries(listed: Json | None) -> Iterator[Json]:
    if listed is None:
        return
    for child in listed.items or (listed.members or {}).values():
        yield from child.items or [child]


def _views(document: Document, app: Json | None, label: str) -> Iterator[SourceFile]:
    """Custom views: every string called `html` within the app."""
    for node in app.nodes() if app is not None else ():
        html = node.string("html")
        if html and html.strip():
            name = node.string("name") or f"html-{node.start}"
            yield held(document.file, f"{label} {name}".strip(), html, Kind.HTML, Role.VIEW)
