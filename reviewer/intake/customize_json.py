"""The answer of GET /k/v1/app/customize.json and downloaded files -> the part it describes, matched by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewer.errors import ReviewerError
from reviewer.intake.documents import Document
from reviewer.intake.json_text import Json
from reviewer.intake.part import Material, Part, Use
from reviewer.intake.tree import Entry, normal
from reviewer.record import value
from reviewer.source import Kind, Role
from reviewer.submission import Observation, Page, SubmissionKind, UrlResource
from reviewer.text import Text

_LISTS = (
    ("desktop", "js", Role.DESKTOP, Kind.JAVASCRIPT),
    ("desktop", "css", Role.DESKTOP, Kind.CSS),
    ("mobile", "js", Role.MOBILE, Kind.JAVASCRIPT),
    ("mobile", "css", Role.MOBILE, Kind.CSS),
)


@value
class _Wanted:
    """One resource of one list: a URL, or an uploaded file known by name and, where given, size in bytes."""

    device: str
    key: str
    role: Role
    kind: Kind
    node: Json
    url: str | None
    name: str | None
    size: int | None


def is_customize_json(root: Json) -> bool:
    """Lists of objects that have a type, or a revision beside lists that are all empty."""
    entries = [entry for device, key, _, _ in _LISTS for entry in _items(root, device, key)]
    if root.get("desktop") is None or root.get("manifest_version") is not None:
        return False
    if not entries:
        return root.get("revision") is not None
    return all(entry.members is not None for entry in entries) and any(entry.get("type") for entry in entries)


def part(document: Document, root: Json, material: Material) -> Part:
    """What is registered, in its order. ReviewerError where a file of that name is missing or cannot be told apart."""
    wanted = tuple(_wanted(document, root))
    _refuse_doubled(document, wanted)
    uses: list[Use] = []
    urls: list[UrlResource] = []
    pages: dict[str, list[str]] = {}
    folder = document.entry.folder
    by_name: dict[str, list[Entry]] = {}
    for entry in material.tree.entries:
        if entry.path.startswith(folder):
            by_name.setdefault(normal(entry.name).casefold(), []).append(entry)
    observations = list(document.repeats())
    for each in wanted:
        page = pages.setdefault(each.role.value, [])
        if each.url is not None:
            urls.append(UrlResource(each.url, each.role, each.kind is Kind.CSS, document.location(each.node)))
            page.append(each.url)
            continue
        entry = _match(document, each, by_name.get(normal(each.name or "").casefold(), ()))
        uses.append(Use(entry.path, each.kind, each.role))
        page.append(entry.path)
        if each.size is not None and each.size != entry.size:
            detail = f"{entry.path}: {entry.size} ≠ {each.size}"
            observations.append(Observation("size-differs", document.path, detail, document.location(each.node)))
    return Part(
        kind=SubmissionKind.CUSTOMIZE_JSON,
        root=folder,
        origin=document.path,
        uses=tuple(uses),
        carried=(document.file,),
        known=(),
        urls=tuple(urls),
        pages=tuple(Page(name, tuple(resources)) for name, resources in pages.items()),
        extra="unlisted-file",
        scope=root.string("scope"),
        observations=tuple(observations),
        gaps=document.source.gaps,
        plugin=None,
    )


def _items(root: Json, device: str, key: str) -> Sequence[Json]:
    lists = root.get(device)
    listed = lists.get(key) if lists is not None else None
    return (listed.items or ()) if listed is not None else ()


def _wanted(document: Document, root: Json) -> Iterator[_Wanted]:
    for device, key, role, kind in _LISTS:
        for node in _items(root, device, key):
            file = node.get("file")
            url = node.string("url")
            name = file.string("name") if file is not None else None
            if url is None and name is None:
                where = document.where(node.start)
                raise ReviewerError(
                    Text(
                        ja=f"{where.ja}: {device}の{key}の項目にURLもファイル名もありません。kintoneから取得し直した"
                        "customize.jsonを使ってください。",
                        en=f"{where.en}: this entry of {device}.{key} has neither a URL nor a file name. Use "
                        "customize.json as kintone answers it.",
                    )
                )
            size = file.get("size") if file is not None else None
            digits = size.value if size is not None and isinstance(size.value, str) else ""
            count = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 16 else None
            yield _Wanted(device, key, role, kind, node, url, name if url is None else None, count)


def _refuse_doubled(document: Document, wanted: Sequence[_Wanted]) -> None:
    seen: set[tuple[str, str, str, int | None]] = set()
    for each in wanted:
        key = (each.device, each.key, normal(each.name or ""), each.size)
        if each.name is not None and key in seen:
            raise _ambiguous(document, each, ())
        seen.add(key)


def _match(document: Document, wanted: _Wanted, alike: Sequence[Entry]) -> Entry:
    """One of the files so called (in any letter case): by exact name, size, a folder such as `desktop/js`, nearness."""
    folder = document.entry.folder
    if not alike:
        where = document.where(wanted.node.start)
        raise ReviewerError(
            Text(
                ja=f"{where.ja}: {wanted.device}の{wanted.key}に登録された「{wanted.name}」がフォルダにありません。"
                "kintoneからダウンロードし、customize.jsonと同じフォルダか、その下に置いてください。",
                en=f"{where.en}: “{wanted.name}”, registered in {wanted.device}.{wanted.key}, is not in the folder. "
                "Download it from kintone and put it beside customize.json or below.",
            )
        )
    device, key = wanted.device, wanted.key
    other = "mobile" if device == "desktop" else "desktop"
    for fits in (
        lambda e: normal(e.name) == normal(wanted.name or ""),
        lambda e: wanted.size is None or e.size == wanted.size,
        lambda e: e.folder == f"{folder}{device}/{key}/",
        lambda e: _folders(e)[-2:] == [device, key],
        lambda e: device in _folders(e),
        lambda e: other not in _folders(e),
        lambda e: key in _folders(e),
        lambda e: e.folder == folder,
    ):
        alike = [entry for entry in alike if fits(entry)] or alike
    if len({entry.sha256 for entry in alike}) > 1:
        raise _ambiguous(document, wanted, alike)
    return alike[0]


def _folders(entry: Entry) -> list[str]:
    return entry.folder.lower().rstrip("/").split("/")


def _ambiguous(document: Document, wanted: _Wanted, alike: Sequence[Entry]) -> ReviewerError:
    where = document.where(wanted.node.start)
    found_ja = "、".join(entry.path for entry in alike) or "一覧に2回"
    found_en = ", ".join(entry.path for entry in alike) or "twice in the list"
    return ReviewerError(
        Text(
            ja=f"{where.ja}: {wanted.device}の{wanted.key}の「{wanted.name}」がどのファイルか決められません"
            f"（{found_ja}）。{wanted.device}/{wanted.key}/のように分けて置いてください。",
            en=f"{where.en}: “{wanted.name}” of {wanted.device}.{wanted.key} cannot be told apart ({found_en}). Put "
            f"files of the same name into folders such as {wanted.device}/{wanted.key}/.",
        )
    )
