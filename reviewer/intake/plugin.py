"""manifest.json of a plug-in (versions 1 and 2), with its signed container if there is one -> the part it describes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewer.finding import Gap
from reviewer.intake.archive import CONTENTS, PUBLIC_KEY, SIGNATURE
from reviewer.intake.documents import Document
from reviewer.intake.json_text import Json
from reviewer.intake.manifest import is_url
from reviewer.intake.part import Material, Part, Use
from reviewer.intake.plugin_schema import departures
from reviewer.intake.signature import is_valid, plugin_id
from reviewer.intake.tree import Container, gap, resolved
from reviewer.record import value
from reviewer.source import Kind, Location, Role
from reviewer.submission import Observation, Page, Plugin, SubmissionKind, UrlResource
from reviewer.text import Text

NAME = "manifest.json"
_KEY_FILE = Text(ja="プラグインの公開鍵です（コードではありません）。", en="The plug-in's public key, no code.")
_SIGNATURE_FILE = Text(ja="プラグインの署名です（コードではありません）。", en="The plug-in's signature, no code.")
_ICON = Text(ja="プラグインのアイコンです（コードではありません）。", en="The plug-in's icon, no code.")


@value
class _Line:
    """One resource of one page."""

    page: str
    role: Role
    kind: Kind
    text: str
    node: Json


def is_plugin(document: Document) -> bool:
    """A manifest.json that kintone would take for a plug-in's, or that was meant as one but is not JSON."""
    if document.entry.name.lower() != NAME:
        return False
    root = document.root
    if root is None:
        return '"manifest_version"' in document.file.text
    if root.get("manifest_version") is None:
        return root.string("type") == "APP" and root.get("icon") is not None
    return any(root.get(key) is not None for key in ("desktop", "mobile", "config", "components")) or (
        root.string("type") == "APP"
    )


def named_paths(document: Document) -> Iterator[str]:
    """Every path in the tree that the manifest names."""
    for line in _lines(document.root) if document.root is not None else ():
        path = resolved(document.entry.folder, line.text) if not is_url(line.text) else None
        if path is not None:
            yield path


def part(document: Document, container: Container | None, material: Material) -> Part:
    """What the plug-in loads and who signed it. What is wrong with it is an observation or a gap, never an error."""
    folder = document.entry.folder
    is_packed = any(folder.startswith(root) for root in material.tree.packed)
    root = container.root if container is not None else folder
    observations = [*document.repeats(), *departures(document), *_form(document, root, material)]
    gaps = [*document.source.gaps]
    if document.root is None:
        gaps.append(_unreadable(document))
    pages: dict[str, list[str]] = {}
    uses: list[Use] = []
    urls: list[UrlResource] = []
    for line in _lines(document.root) if document.root is not None else ():
        page = pages.setdefault(line.page, [])
        if is_url(line.text):
            urls.append(UrlResource(line.text, line.role, line.kind is Kind.CSS, document.location(line.node)))
            page.append(line.text)
            continue
        path = resolved(folder, line.text)
        entry = material.names.find(path) if path is not None and path.startswith(root) else None
        if entry is None:
            observations.append(_names_nothing(document, line))
            gaps.append(_missing(document, line))
        else:
            uses.append(Use(entry.path, line.kind, line.role))
            page.append(entry.path)
    signed = _signature(document, container, is_packed=is_packed)
    icon = document.root.string("icon") if document.root is not None else None
    known = [(root + PUBLIC_KEY, _KEY_FILE), (root + SIGNATURE, _SIGNATURE_FILE)] if container is not None else []
    icon_path = resolved(folder, icon) if icon is not None else None
    if icon_path is not None and icon_path not in {use.path for use in uses}:
        known.append((icon_path, _ICON))
    return Part(
        kind=SubmissionKind.PLUGIN_ZIP if is_packed else SubmissionKind.PLUGIN_FOLDER,
        root=root,
        origin=document.path,
        uses=tuple(uses),
        carried=(document.file,),
        known=tuple(known),
        urls=tuple(urls),
        pages=tuple(Page(name, tuple(resources)) for name, resources in pages.items() if resources),
        extra="plugin-extra-entry" if is_packed else "unlisted-file",
        scope=None,
        observations=(*observations, *signed),
        gaps=tuple(gaps),
        plugin=_plugin(document, container),
    )


def without_manifest(container: Container, name: str) -> tuple[Observation, Gap]:
    """A signed container, called `name` if it stands at the root, whose contents hold no manifest.json at all."""
    path = container.root.rstrip("/") or name
    message = Text(
        ja="プラグインのzipですが、中にmanifest.jsonがありません。中のファイルは個別に審査しました。作り直してもらってください。",
        en="This is a plug-in zip without manifest.json; its files were reviewed one by one. Ask for a new package.",
    )
    return Observation("manifest-invalid", path, NAME, None), gap("manifest-missing", path, message)


def _lines(root: Json) -> Iterator[_Line]:
    """In load order: HTML, then scripts, then style sheets of each page."""
    sections: list[tuple[str, Role, Json | None]] = [
        ("desktop", Role.DESKTOP, root.get("desktop")),
        ("mobile", Role.MOBILE, root.get("mobile")),
        ("config", Role.CONFIG, root.get("config")),
    ]
    components = root.get("components")
    for index, component in enumerate((components.items or ()) if components is not None else (), start=1):
        kind = component.string("type") or "component"
        sections.append((f"{kind}-{index}", Role.DESKTOP, component))
    for page, role, section in sections:
        for key, kind_of in (("html", Kind.HTML), ("js", Kind.JAVASCRIPT), ("css", Kind.CSS)):
            listed = section.get(key) if section is not None else None
            for node in _strings(listed):
                yield _Line(page, role, kind_of, node.text or "", node)


def _strings(node: Json | None) -> Sequence[Json]:
    if node is None:
        return ()
    return [each for each in (node.items if node.items is not None else [node]) if each.text]


def _signature(document: Document, container: Container | None, *, is_packed: bool) -> Iterator[Observation]:
    start = Location(document.file, 0, 0)
    if container is None:
        if is_packed:
            yield Observation("plugin-unsigned", document.path, f"{PUBLIC_KEY}, {SIGNATURE}", start)
        return
    match (container.public_key, container.signature):
        case (None, _) | (_, None):
            lacking = PUBLIC_KEY if container.public_key is None else SIGNATURE
            yield Observation("plugin-unsigned", document.path, lacking, start)
        case (bytes() as key, bytes() as signature):
            if not is_valid(container.contents, key, signature):
                yield Observation("plugin-signature-invalid", container.root + SIGNATURE, CONTENTS, None)


def _plugin(document: Document, container: Container | None) -> Plugin:
    root = document.root
    version = root.get("version") if root is not None else None
    kind = root.get("manifest_version") if root is not None else None
    digits = str(kind.value) if kind is not None else ""
    key = container.public_key if container is not None else None
    signature = container.signature if container is not None else None
    hosts = root.get("allowed_hosts") if root is not None else None
    return Plugin(
        name=_name(root.get("name")) if root is not None else "",
        version=str(version.value) if version is not None and isinstance(version.value, str) else "",
        id=plugin_id(key) if key is not None else None,
        signature_valid=(
            is_valid(container.contents, key, signature)
            if container is not None and key is not None and signature is not None
            else None
        ),
        manifest_version=int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 6 else 0,
        allowed_hosts=tuple(node.text or "" for node in _strings(hosts)),
        permissions=tuple(_permissions(root.get("permissions") if root is not None else None)),
    )


def _name(node: Json | None) -> str:
    if node is None:
        return ""
    return (
        node.text
        or node.string("ja")
        or node.string("en")
        or next((m.text for m in (node.members or {}).values() if m.text), "")
        or ""
    )


def _permissions(node: Json | None) -> Iterator[str]:
    """Both shapes: lists by API (`js_api:kintone.app.getId`), and a list of permissions with an optional scope."""
    if node is None:
        return
    for key, listed in (node.members or {}).items():
        for each in _strings(listed):
            yield f"{key}:{each.text}"
    for item in node.items or ():
        permission = item.text or item.string("permission")
        scope = item.get("scope")
        scopes = [each.text for each in _strings(scope)]
        if permission:
            yield f"{permission}:{','.join(text for text in scopes if text)}" if scopes else permission


def _form(document: Document, root: str, material: Material) -> Iterator[Observation]:
    """Where the manifest stands in what was packed."""
    if document.entry.folder != root:
        yield Observation("manifest-in-subfolder", document.path, document.entry.folder, None)
    twins = [entry.path for entry in material.tree.entries if entry.path.startswith(root) and _is_manifest(entry.path)]
    if root in material.tree.packed and len(twins) > 1:
        yield Observation("duplicate-manifest", document.path, ", ".join(twins), None)


def _is_manifest(path: str) -> bool:
    return path.rpartition("/")[2].partition("#")[0].lower() == NAME


def _names_nothing(document: Document, line: _Line) -> Observation:
    detail = f"{line.page}: {line.text}"
    return Observation("manifest-invalid", document.path, detail, document.location(line.node))


def _missing(document: Document, line: _Line) -> Gap:
    where = document.where(line.node.start)
    return gap(
        "missing-file",
        document.path,
        Text(
            ja=f"{where.ja}: プラグインが読み込む「{line.text}」がありません。入れて出し直してもらってください。",
            en=f"{where.en}: “{line.text}”, which the plug-in loads, is not there and was not reviewed. Ask for it.",
        ),
    )


def _unreadable(document: Document) -> Gap:
    where = document.where(document.broken_at)
    return gap(
        "manifest-invalid",
        document.path,
        Text(
            ja=f"{where.ja}: manifest.jsonがJSONとして読めず、何が読み込まれるか分かりません。"
            "中のファイルは個別に審査しました。直したものを出してもらってください。",
            en=f"{where.en}: manifest.json is not JSON: what is loaded is unknown, files were reviewed one by one. "
            "Ask for a mended one.",
        ),
    )
