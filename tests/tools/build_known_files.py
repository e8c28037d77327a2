"""Published npm packages -> rules/libraries/known-files.json: the sha256 of each browser file of each version named.

    python tests/tools/build_known_files.py jquery@3.7.1 vue@2.7.16 ...

adds these versions to the list (or renews them); without arguments every version already listed is fetched and hashed
anew. Needs npm and a registry, therefore it is never part of a review or of the tests.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

KNOWN_FILES = Path(__file__).resolve().parents[2] / "rules" / "libraries" / "known-files.json"
ABOUT = (
    "sha256 of the raw bytes of browser files as published in npm packages: library, version, sha256, path. "
    "Made from the packages themselves by tests/tools/build_known_files.py."
)

Hashes = dict[str, str]
Libraries = dict[str, dict[str, Hashes]]

# What a page can load with a script or link element; sources and module builds are for bundlers, which rename them.
SUFFIXES = {".js", ".css"}
BUILD_FOLDERS = {"dist", "umd", "build", "min", "plugin", "plugins", "js", "css", "bundles"}
SKIPPED_FOLDERS = {
    "src",
    "esm",
    "cjs",
    "node_modules",
    "chunks",
    "docs",
    "languages",
    "test",
    "tests",
    "scss",
    "less",
    "sass",
}
TRANSLATIONS = {"locale", "locales", "i18n", "l10n", "lang"}
FILES_AT_ROOT = 20


def main(arguments: list[str]) -> None:
    """Fetch, hash, merge and write; a package that cannot be had stops the run before anything is written."""
    known: Libraries = json.loads(KNOWN_FILES.read_text(encoding="utf-8"))["libraries"] if KNOWN_FILES.exists() else {}
    for package in arguments or [f"{name}@{version}" for name, versions in known.items() for version in versions]:
        name, _, version = package.rpartition("@")
        known.setdefault(name, {})[version] = hashes(package)
        sys.stderr.write(f"{package}: {len(known[name][version])} files\n")
    document = {"about": ABOUT, "libraries": known}
    text = json.dumps(document, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    KNOWN_FILES.write_text(text, encoding="utf-8", newline="\n")


def hashes(package: str) -> Hashes:
    """sha256 -> path of the browser files of one published package ("name@version")."""
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is needed to fetch packages: install Node.js and run this again")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [npm, "pack", "--silent", "--ignore-scripts", package], cwd=folder, check=True, stdout=subprocess.DEVNULL
        )
        archive = next(Path(folder).glob("*.tgz"))
        return dict(sorted((digest, path) for path, digest in browser_files(archive, package.rpartition("@")[0])))


def browser_files(archive: Path, name: str) -> Iterator[tuple[str, str]]:
    """Path inside the package and sha256 of each file that a browser may be given as it is."""
    with tarfile.open(archive, "r:gz") as package:
        paths = {member: PurePosixPath(*PurePosixPath(member.name).parts[1:]) for member in package if member.isfile()}
        at_root = [path for path in paths.values() if len(path.parts) == 1 and path.suffix in SUFFIXES]
        plain = len(at_root) <= FILES_AT_ROOT
        for member, path in paths.items():
            content = package.extractfile(member) if is_browser_file(path, name, plain_root=plain) else None
            if content is not None:
                yield path.as_posix(), hashlib.sha256(content.read()).hexdigest()


def is_browser_file(path: PurePosixPath, package: str, *, plain_root: bool) -> bool:
    """Whether a file of a package is a build for browsers: in a folder of builds, or at the root.

    Where the root holds many files, only those under the package's own name are builds (lodash has one for each
    function). Of translations only the Japanese ones are kept.
    """
    folders = path.parts[:-1]
    if path.suffix not in SUFFIXES or SKIPPED_FOLDERS & set(folders):
        return False
    if TRANSLATIONS & set(folders):
        return path.stem.startswith("ja")
    name = package.rpartition("/")[2].removesuffix(".js").lower()
    return folders[0] in BUILD_FOLDERS if folders else plain_root or path.name.lower().startswith((name, "core."))


if __name__ == "__main__":
    main(sys.argv[1:])
