"""Where rules lie, and their files as bytes: the one place of the rulebook that touches the disk."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from reviewer.errors import ReviewerError
from reviewer.record import value
from reviewer.text import Text

_SUFFIXES = (".yaml", ".yml", ".json")
_LIMIT = 20_000_000
_TEMPLATE = "template"

EXPECTATIONS = "expected.yaml"
"""Says what is to be found in a sample that is a folder; no rules stand in such a folder."""


@value
class RuleFile:
    """One file of knowledge: `name` is how problems and findings call it, `path` where it lies below its folder."""

    name: str
    path: str
    data: bytes
    house: bool


def rules_folder() -> Path:
    """The folder of the rules that come with the reviewer: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


def rule_files(extra: Sequence[Path]) -> tuple[RuleFile, ...]:
    """All files of the own rules and of every further folder (or single file), in order of name.

    Raises ReviewerError where a folder is missing, holds nothing to read, or a file cannot be read.
    """
    own = rules_folder()
    found = list(_below(own, prefix="", house=False))
    for folder in extra:
        house = list(_below(folder, prefix=f"{folder.resolve().name}/", house=True))
        if not house:
            raise ReviewerError(
                Text(
                    ja=f"{folder} にルールのファイル(.yaml)がありません。フォルダーを確かめてください。",
                    en=f"{folder} holds no rule file (.yaml). Check the folder.",
                )
            )
        found += house
    return tuple(sorted(found, key=lambda file: (file.house, file.name)))


def knowledge(extra: Sequence[Path], further: Sequence[Path]) -> bytes:
    """The state of everything known, without reading what it says: all rule files, and the files named beside them."""
    total = hashlib.sha256()
    named = [(f"{file.house} {file.name}", file.data) for file in rule_files(extra)]
    policy = rules_folder() / "policy" / "default.yaml"
    for name, data in (*named, *((path.name, read_bytes(path)) for path in (policy, *further))):
        total.update(f"{name}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
        total.update(data)
    return total.digest()


def template_files() -> tuple[tuple[str, bytes], ...]:
    """(name, bytes) of the files that a folder of house rules begins with."""
    folder = rules_folder() / _TEMPLATE
    return tuple((path.name, read_bytes(path)) for path in sorted(folder.iterdir()) if path.is_file())


def read_bytes(path: Path) -> bytes:
    """The bytes of a file the user named; ReviewerError where it cannot be read or is far too large."""
    try:
        if path.stat().st_size > _LIMIT:
            raise ReviewerError(Text(ja=f"{path} が大きすぎます。", en=f"{path} is too large for a rule file."))
        return path.read_bytes()
    except OSError as error:
        raise ReviewerError(
            Text(
                ja=f"{path} を読めません({error.strerror})。",
                en=f"{path} cannot be read: {error.strerror}.",
            )
        ) from error


def _below(folder: Path, *, prefix: str, house: bool) -> Iterator[RuleFile]:
    if folder.is_file():
        yield RuleFile(name=prefix.rstrip("/"), path=folder.name, data=read_bytes(folder), house=house)
        return
    if not folder.is_dir():
        raise ReviewerError(
            Text(
                ja=f"ルールのフォルダー {folder} がありません。場所を確かめてください。",
                en=f"There is no rules folder {folder}. Check the path.",
            )
        )
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder).as_posix()
        if path.suffix.lower() in _SUFFIXES and path.is_file() and not _left_out(folder, path, house=house):
            yield RuleFile(name=prefix + relative, path=relative, data=read_bytes(path), house=house)


def _left_out(folder: Path, path: Path, *, house: bool) -> bool:
    """Hidden files, those of samples, and the template, which belongs to whoever copies it."""
    parts = path.relative_to(folder).parts
    if any(part.startswith(".") for part in parts) or (not house and parts[0] == _TEMPLATE):
        return True
    return any((above / EXPECTATIONS).is_file() for above in path.parents[: len(parts) - 1])
