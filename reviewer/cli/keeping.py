"""Files that a reviewer keeps -> whether they lie where whoever is reviewed can change them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


def lies_in(path: Path, folder: Path) -> bool:
    """Whether a file is in a folder: as it is written, or as it really is, whatever the case of its letters."""
    written = Path(os.path.abspath(path))  # noqa: PTH100 - `..` taken away, links left
    return any(_is_below(each, folder) for each in (written, path.resolve()))


def any_in(paths: Iterable[Path], folders: Iterable[Path]) -> Path | None:
    """The first of the paths that lies in one of the folders."""
    places = tuple(folders)
    return next((path for path in paths if any(lies_in(path, folder) for folder in places)), None)


def _is_below(path: Path, folder: Path) -> bool:
    """Folders are told by what they are, not by name: names differ by case, by links and by mounts."""
    if path.is_relative_to(folder.resolve()):
        return True
    try:
        return any(above.samefile(folder) for above in (path, *path.parents) if above.exists())
    except OSError:
        return False
