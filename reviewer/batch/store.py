"""A shelf -> its submissions, and whatever belongs to none of them: nothing is left out without a word.

A folder that directly holds a manifest or a declaration is one submission with everything below it. One that directly
holds code is one as well, without such folders below it. An archive is part of the submission it lies in; in a
folder that only groups it is one. At the top of the store, code by itself is a submission of just the files there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.batch.shelf import Child, Nature, Shelf, joined
from reviewer.intake.archive import is_archive_name
from reviewer.intake.classify import Closed, Code, Unsupported, treatment
from reviewer.intake.documents import may_be_form
from reviewer.intake.git import is_manifest
from reviewer.intake.skipping import is_skipped
from reviewer.intake.zip_directory import looks_zip
from reviewer.text import Text

TOP = "."
"""The place of the store's own top."""
_DECLARATIONS = ("申請書.yaml", "申請書.yml", "declaration.yaml", "declaration.yml")


@dataclass(frozen=True, slots=True)
class Item:
    """One submission: where it lies (`path`, "" is the top) and how it is called in this store (`place`).

    `apart` are paths below it that are submissions of their own, folders with `/` at their end; `declaration` is the
    path of its declaration. `trouble` says why it cannot be read at all.
    """

    place: str
    path: str
    apart: tuple[str, ...] = ()
    declaration: str | None = None
    trouble: Text | None = None


@dataclass(frozen=True, slots=True)
class LeftOver:
    """A file or folder that is part of no submission."""

    place: str
    reason: Text


Found = Item | LeftOver

_NO_CODE = Text(
    ja="コードではないため、どの提出物にも含めていません。", en="It is no code and belongs to no submission."
)
_BESIDE = Text(
    ja="申請書です。同じ名前の提出物があれば、その審査で使います。",
    en="A declaration: used for the submission of the same name, if there is one.",
)
_SKIPPED = Text(
    ja="開発用の部品や変更履歴の置き場なので、見ていません。",
    en="A place of packages for development, or of history: not looked into.",
)
_LINK = Text(
    ja="別の場所へのリンクなので、たどっていません。中身を審査するには、実物をこの場所に置いてください。",
    en="A link, which is not followed. Put what it leads to in its place to have that reviewed.",
)
_OTHER = Text(
    ja="通常のファイルでもフォルダーでもない(または読めない)ため、審査していません。取り除くか、権限を確かめてください。",
    en="Neither a file nor a folder, or it cannot be read: not reviewed. Remove it, or check its permissions.",
)


def found(shelf: Shelf) -> Iterator[Found]:
    """Every submission of a store and everything else, folder by folder in the order of names."""
    pending: list[str] = [""]
    while pending:
        folder = pending.pop()
        try:
            children = shelf.children(folder)
        except OSError as error:
            yield Item(folder or TOP, folder, trouble=unreadable(error))
            continue
        if _is_marked(children):
            declaration = _declaration(folder, children, "") or (_beside(shelf, folder) if folder else None)
            yield Item(folder or TOP, folder, (), declaration)
            continue
        loose = any(map(_is_code, children))
        if loose and folder:
            inner = _own(shelf, folder)
            pending.extend(reversed(inner))
            apart = tuple(f"{path[len(folder) + 1 :]}/" for path in inner)
            yield Item(folder, folder, apart, _beside(shelf, folder))
            continue
        groups = [c for c in children if c.nature is Nature.FOLDER and not is_skipped(c.name)]
        rest = [c for c in children if c not in groups]
        if loose:
            rest = [c for c in rest if c.nature is Nature.FILE and _is_archive(c.name)]
            yield Item(TOP, "", tuple(sorted([*(f"{c.name}/" for c in groups), *(c.name for c in rest)])))
        for child in rest:
            yield _single(shelf, folder, child, children)
        pending.extend(joined(folder, child.name) for child in reversed(groups))


def _own(shelf: Shelf, folder: str) -> list[str]:
    """The folders below a folder of loose code that are submissions of their own."""
    own: list[str] = []
    pending = [folder]
    while pending:
        here = pending.pop()
        try:
            children = shelf.children(here)
        except OSError:
            continue  # intake says so
        if here != folder and _is_marked(children):
            own.append(here)
            continue
        pending += [
            joined(here, child.name)
            for child in children
            if child.nature is Nature.FOLDER and not is_skipped(child.name)
        ]
    return sorted(own)


def _single(shelf: Shelf, folder: str, child: Child, siblings: tuple[Child, ...]) -> Found:
    path = joined(folder, child.name)
    if child.nature is Nature.FOLDER:
        return LeftOver(path, _SKIPPED)
    if child.nature is Nature.LINK:
        return Item(path, path, trouble=_LINK)
    if child.nature is Nature.OTHER:
        return Item(path, path, trouble=_OTHER)
    try:
        is_archive = _is_archive(child.name) or ("." not in child.name and looks_zip(shelf.begins(path)))
    except OSError as error:
        return Item(path, path, trouble=unreadable(error))
    if is_archive:
        stem = child.name.rpartition(".")[0] or child.name
        return Item(path, path, (), _declaration(folder, siblings, stem))
    beside = any(unicodedata.normalize("NFC", child.name).lower().endswith(f".{name}") for name in _DECLARATIONS)
    return LeftOver(path, _BESIDE if beside else _NO_CODE)


def _is_marked(children: tuple[Child, ...]) -> bool:
    """Whether the folder says by itself that it is one submission."""
    return any(
        child.nature is Nature.FILE and (is_manifest(child.name) or may_be_form(child.name) or _declares(child.name))
        for child in children
    )


def _is_code(child: Child) -> bool:
    return child.nature is Nature.FILE and isinstance(treatment(child.name, None), Code | Unsupported)


def _is_archive(name: str) -> bool:
    return is_archive_name(name) or isinstance(treatment(name, None), Closed)


def _declares(name: str) -> bool:
    return unicodedata.normalize("NFC", name).lower() in _DECLARATIONS


def _declaration(folder: str, children: tuple[Child, ...], stem: str) -> str | None:
    """The declaration among these: `申請書.yaml` in a folder, `STEM.申請書.yaml` beside what is called STEM."""
    wanted = [f"{stem}.{name}" if stem else name for name in _DECLARATIONS]
    named = {unicodedata.normalize("NFC", child.name).lower(): child for child in children}
    for name in wanted:
        child = named.get(unicodedata.normalize("NFC", name).lower())
        if child is not None and child.nature is Nature.FILE:
            return joined(folder, child.name)
    return None


def _beside(shelf: Shelf, folder: str) -> str | None:
    """The declaration that lies beside a folder."""
    above, _, name = folder.rpartition("/")
    try:
        return _declaration(above, shelf.children(above), name)
    except OSError:
        return None


def unreadable(error: OSError) -> Text:
    """What is said where reading failed."""
    reason = error.strerror or type(error).__name__
    return Text(
        ja=f"読み取れないため審査していません({reason})。権限を確かめてから、もう一度実行してください。",
        en=f"This could not be read and was not reviewed: {reason}. Check its permissions and run again.",
    )
