"""customize-manifest.json of customize-uploader and cli-kintone -> the part it describes.

The two tools read its paths from different folders: the one from where it is run, the other from the manifest's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewer.errors import ReviewerError
from reviewer.intake.documents import Document
from reviewer.intake.json_text import Json
from reviewer.intake.part import Material, Part, Use
from reviewer.intake.tree import ancestors, resolved
from reviewer.record import value
from reviewer.source import Kind, Role
from reviewer.submission import Observation, Page, SubmissionKind, UrlResource
from reviewer.text import Text

_URL = re.compile(r"https?://", re.IGNORECASE)
# kintone takes 30 files in one list; whoever wrote more than this made a mistake.
_MOST = 1_000
_KEYS = frozenset({"app", "scope", "desktop", "mobile", "$schema"})
_LISTS = (
    ("desktop", "js", Role.DESKTOP, Kind.JAVASCRIPT),
    ("desktop", "css", Role.DESKTOP, Kind.CSS),
    ("mobile", "js", Role.MOBILE, Kind.JAVASCRIPT),
    ("mobile", "css", Role.MOBILE, Kind.CSS),
)


@value
class _Line:
    """One entry of one list; `text` is a URL or a path."""

    where: str
    role: Role
    kind: Kind
    text: str
    node: Json

    @property
    def is_url(self) -> bool:
        return is_url(self.text)


@value
class _Base:
    """A folder that paths may be meant from: in the tree, or `climb` folders above its root."""

    folder: str
    climb: int


def is_url(text: str) -> bool:
    """What both tools take for a URL rather than a path."""
    return _URL.match(text) is not None


def is_manifest(root: Json) -> bool:
    """Lists of strings for desktop or mobile; a plug-in's manifest has a version besides."""
    if root.get("manifest_version") is not None or root.get("revision") is not None:
        return False
    lists = [root.get(device) for device in ("desktop", "mobile")]
    inner = [each.get(key) for each in lists if each is not None for key in ("js", "css")]
    entries = [entry for each in inner if each is not None and each.items is not None for entry in each.items]
    return any(each is not None and each.members is not None for each in lists) and all(
        entry.members is None for entry in entries
    )


def part(document: Document, root: Json, material: Material) -> Part:
    """What the manifest names, in its order. ReviewerError for entries that are missing, doubled or lead outside."""
    lines = tuple(_lines(document, root))
    paths = tuple(line for line in lines if not line.is_url)
    _refuse_doubled(document, paths)
    own = document.entry.folder
    bases = [*(_Base(folder, 0) for folder in ancestors(own)), *(_Base("", n) for n in range(1, len(material.above)))]
    complete = [(base, found) for base in bases if (found := _all(paths, base, material)) is not None]
    if not complete:
        raise _unresolved(document, paths, own, material)
    base, found = complete[0]
    rivals = [other for other, paths_there in complete[1:] if paths_there != found]
    pages, urls = _pages(document, lines, found)
    observations = [*document.repeats(), *_unknown(document, root)]
    if rivals:
        shown = " / ".join(each.folder or "." for each in (base, *rivals))
        observations.append(Observation("ambiguous-base", document.path, shown, None))
    return Part(
        kind=SubmissionKind.MANIFEST,
        root=_common(own, found),
        origin=document.path,
        uses=tuple(Use(path, line.kind, line.role) for line, path in zip(paths, found, strict=True)),
        carried=(document.file,),
        known=(),
        urls=urls,
        pages=pages,
        extra="unlisted-file",
        scope=root.string("scope"),
        observations=tuple(observations),
        gaps=document.source.gaps,
        plugin=None,
        app=_app(root),
    )


def _app(root: Json) -> str | None:
    """The number of the app, which the tools write with quotes or without."""
    member = root.get("app")
    value = member.value if member is not None else None
    return value if isinstance(value, str) and value.isascii() and value.isdecimal() else None


def named_paths(document: Document, root: Json, material: Material) -> Iterator[str]:
    """Every path in the tree that the manifest could mean, whether it is there or not."""
    for line in _lines(document, root):
        for base in ancestors(document.entry.folder) if not line.is_url else ():
            path = resolved(base, line.text)
            if path is not None:
                yield path


def _lines(document: Document, root: Json) -> Iterator[_Line]:
    for device, key, role, kind in _LISTS:
        lists = root.get(device)
        listed = lists.get(key) if lists is not None else None
        if lists is None or listed is None or listed.is_null:
            continue
        if listed.items is None:
            where = document.where(listed.start)
            raise ReviewerError(
                Text(
                    ja=f"{where.ja}: 「{device}」の「{key}」は一覧（[ ]）にしてください。",
                    en=f"{where.en}: {device}.{key} must be a list. Mend it and run again.",
                )
            )
        if len(listed.items) > _MOST:
            where = document.where(listed.start)
            raise ReviewerError(
                Text(
                    ja=f"{where.ja}: {device}.{key}が{_MOST}件を超えています。kintoneに登録できるのは30件までです。",
                    en=f"{where.en}: {device}.{key} has more than {_MOST} entries; kintone takes 30.",
                )
            )
        for node in listed.items:
            if node.text is None or not node.text.strip():
                where = document.where(node.start)
                raise ReviewerError(
                    Text(
                        ja=f"{where.ja}: 「{device}」の「{key}」にはファイルのパスかURLを文字列で書いてください。",
                        en=f"{where.en}: an entry of {device}.{key} must be a path or a URL, as a string.",
                    )
                )
            yield _Line(f"{device}.{key}", role, kind, node.text, node)


def _refuse_doubled(document: Document, paths: Sequence[_Line]) -> None:
    seen: set[tuple[str, str]] = set()
    for line in paths:
        key = (line.where, resolved("_/" * 64, line.text) or line.text)
        if key in seen:
            where = document.where(line.node.start)
            raise ReviewerError(
                Text(
                    ja=f"{where.ja}: 「{line.text}」が{line.where}に2回書かれています。同じ名前の別のファイルが"
                    "上書きされて失われていないか確かめ、重複をなくしてから実行してください。",
                    en=f"{where.en}: “{line.text}” stands twice in {line.where}. Check whether another file of that "
                    "name was overwritten, remove the duplicate and run again.",
                )
            )
        seen.add(key)


def _all(paths: Sequence[_Line], base: _Base, material: Material) -> tuple[str, ...] | None:
    """The entries that all paths are from one base, None where one of them is not there."""
    found: list[str] = []
    for line in paths:
        path = _from(line.text, base, material)
        entry = material.names.find(path) if path is not None else None
        if entry is None:
            return None
        found.append(entry.path)
    return tuple(found)


def _from(text: str, base: _Base, material: Material) -> str | None:
    """The path in the tree; from above the root, only what leads back into it is seen."""
    if base.climb == 0:
        return resolved(base.folder, text)
    path = resolved("", text)
    entrance = "/".join(material.above[-base.climb :]) + "/"
    return path.removeprefix(entrance) if path is not None and path.startswith(entrance) else None


def _unresolved(document: Document, paths: Sequence[_Line], own: str, material: Material) -> ReviewerError:
    for line in paths:
        if all(resolved(base, line.text) is None for base in ancestors(own)):
            where = document.where(line.node.start)
            return ReviewerError(
                Text(
                    ja=f"{where.ja}: 「{line.text}」は、渡されたフォルダの外を指しています。このファイルも入っている"
                    "上のフォルダを指定して、もう一度実行してください。",
                    en=f"{where.en}: “{line.text}” leads outside what was given. Run again on the folder above that "
                    "holds this file as well.",
                )
            )
    missing = [line for line in paths if _all([line], _Base(own, 0), material) is None]
    everywhere = [
        line for line in paths if all(_all([line], _Base(base, 0), material) is None for base in ancestors(own))
    ]
    worst = everywhere or missing
    texts = tuple(dict.fromkeys(line.text for line in worst))
    names = "、".join(f"「{text}」" for text in texts[:5])
    named = ", ".join(f"“{text}”" for text in texts[:5])
    where = document.where(worst[0].node.start)
    return ReviewerError(
        Text(
            ja=f"{where.ja}: {names}（全{len(texts)}件）が見つかりません。ビルドして作るファイルならビルドしてから、"
            "そうでなければファイルを補うか、両方が入っている上のフォルダを指定して、もう一度実行してください。",
            en=f"{where.en}: {named} ({len(texts)} in all) cannot be found from the manifest's folder or one above. "
            "Build them if they are built, add them, or run on the folder that holds them and the manifest.",
        )
    )


def _pages(
    document: Document, lines: Sequence[_Line], found: Sequence[str]
) -> tuple[tuple[Page, ...], tuple[UrlResource, ...]]:
    entries = iter(found)
    urls: list[UrlResource] = []
    loaded: dict[str, list[str]] = {}
    for line in lines:
        resource = line.text if line.is_url else next(entries)
        if line.is_url:
            urls.append(UrlResource(line.text, line.role, line.kind is Kind.CSS, document.location(line.node)))
        loaded.setdefault(line.role.value, []).append(resource)
    return tuple(Page(name, tuple(resources)) for name, resources in loaded.items()), tuple(urls)


def _unknown(document: Document, root: Json) -> Iterator[Observation]:
    for key, node in (root.members or {}).items():
        if key not in _KEYS:
            yield Observation("manifest-unknown-key", document.path, key, document.location(node))


def _common(own: str, found: Sequence[str]) -> str:
    """The deepest folder that holds the manifest and everything it names."""
    return next((f for f in ancestors(own) if all(path.startswith(f) for path in found)), "")
