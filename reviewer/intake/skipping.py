"""Folders that hold no part of a customization as it runs: named in the report, not entered."""

from __future__ import annotations

import hashlib
from collections.abc import Set
from dataclasses import dataclass

from reviewer.submission import Unreviewed
from reviewer.text import Text

_APART = Text(
    ja="別の提出物として、単独で審査します（この審査には含みません）。",
    en="A submission of its own, which is reviewed by itself and not as part of this one.",
)
_FOLDERS = frozenset({"node_modules", ".git", ".hg", ".svn", "__macosx"})


@dataclass(frozen=True, slots=True)
class Skips:
    """`wanted` are paths in such folders that a manifest names, so that they are read all the same.

    `apart` are files, and folders ending in `/`, that are submissions of their own and are not read with this one.
    """

    wanted: Set[str]
    apart: Set[str] = frozenset()

    def skipped_folder(self, path: str, root: str) -> str | None:
        """The outermost folder on the way from `root` to the file `path` that is not entered; None if there is none."""
        if path in self.wanted:
            return None
        inner = path[len(root) :].split("/")[:-1]
        for index, part in enumerate(inner):
            if is_skipped(part):
                return root + "/".join(inner[: index + 1]) + "/"
        return None

    def leads_to_wanted(self, folder: str) -> bool:
        """A wanted file lies somewhere below this folder (which ends in `/`)."""
        return any(path.startswith(folder) for path in self.wanted)

    def entry(self, folder: str) -> Unreviewed:
        """How such a folder is listed; its size and hash are those of nothing, as nothing in it was read."""
        reason = _APART if folder in self.apart else _reason(folder)
        return Unreviewed(path=folder, size=0, sha256=hashlib.sha256(b"").hexdigest(), reason=reason)


def is_skipped(name: str) -> bool:
    """A folder of this name is not entered."""
    return name.lower() in _FOLDERS


def _reason(folder: str) -> Text:
    if folder.lower().endswith("__macosx/"):
        return Text(ja="macOSが付け足した情報です（コードではありません）。", en="Added by macOS, no code.")
    if folder.lower().endswith("node_modules/"):
        return Text(
            ja="開発に使う外部部品の置き場です。kintoneに登録されないため審査していません。",
            en="Packages used for development; not registered in kintone, so not reviewed.",
        )
    return Text(
        ja="変更履歴の置き場です。kintoneに登録されないため審査していません。", en="Version history, not reviewed."
    )
