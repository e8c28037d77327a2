"""Published npm packages -> rules/libraries: the exact bytes of browser files, and the words that tell a library.

    python tests/tools/build_known_files.py [--packages FOLDER]

reads the list `library_versions.txt` beside it, fetches each version from npm, one after the other, and writes
`known-files.json` (sha256 of each browser file) and `shapes.json` (see `library_words.py`). `--packages` keeps what was
fetched, so that the next run need not fetch it again. It takes some minutes and needs npm and a registry, therefore it
is never part of a review or of the tests.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Set
from pathlib import Path, PurePosixPath

from library_words import shapes

HERE = Path(__file__).resolve().parent
LIST = HERE / "library_versions.txt"
LIBRARIES = HERE.parents[1] / "rules" / "libraries"
ABOUT_FILES = (
    "sha256 of the raw bytes of browser files as published in npm packages: library, version, sha256, path. "
    "Made from the packages themselves by tests/tools/build_known_files.py."
)
ABOUT_SHAPES = (
    "Words that all these versions of a library hold and hardly any other library does: how a copy is told that was "
    "changed, laid out anew or bundled. Made by tests/tools/build_known_files.py."
)

Hashes = dict[str, str]
Libraries = dict[str, dict[str, Hashes]]
Texts = dict[str, dict[str, str]]

# What a page can load with a script or link element; sources and module builds are for bundlers, which rename them.
SUFFIXES = {".js", ".css"}
BUILD_FOLDERS = {
    "dist",
    "umd",
    "build",
    "min",
    "bundles",
}
# Of packages that have no folder dist.
OTHER_FOLDERS = {
    "plugin",
    "plugins",
    "js",
    "css",
    "src-min-noconflict",
    "src-noconflict",
    "src-min",
}
SKIPPED_FOLDERS = {
    "src",
    "esm",
    "cjs",
    "es",
    "es5",
    "lib",
    "theme",
    "node_modules",
    "chunks",
    "docs",
    "languages",
    "snippets",
    "test",
    "tests",
    "scss",
    "less",
    "sass",
}
OWN_TOOLS = {"gruntfile", "gulpfile", "postinstall"}
BROUGHT_ALONG = {"jquery", "react", "react-dom"}
TRANSLATIONS = {"locale", "locales", "i18n", "l10n", "lang", "il8n"}
FILES_AT_ROOT = 20
# Of an editor's hundreds of languages and colours, those that a kintone app is likely to show.
VARIANTS = ("mode-", "theme-", "worker-", "keybinding-")
KEPT_VARIANTS = ("javascript", "css", "html", "json", "text", "xml", "sql", "markdown", "monokai", "chrome", "github")


def main(arguments: list[str]) -> None:
    """Fetch, hash and write; a package that cannot be had stops the run before anything is written."""
    known: Libraries = {}
    texts: Texts = {}
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(arguments[1]) if arguments[:1] == ["--packages"] else Path(temporary)
        for library, package, version in listed():
            files = dict(browser_files(fetched(folder, package, version), package))
            hashes = known.setdefault(library, {}).setdefault(version, {})
            hashes.update((sha256(files[path]), path) for path in sorted(files, reverse=True))
            texts.setdefault(library, {})[version] = main_script(library, files)
            sys.stderr.write(f"{package}@{version}: {len(files)} files\n")
    write("known-files.json", {"about": ABOUT_FILES, "libraries": known})
    write("shapes.json", {"about": ABOUT_SHAPES, "libraries": shapes(texts)})


def listed() -> Iterator[tuple[str, str, str]]:
    """Library, package and version of everything in the list."""
    for line in LIST.read_text(encoding="utf-8").splitlines():
        name, *versions = line.partition("#")[0].split() or [""]
        library, _, package = name.partition("=")
        yield from ((library, package or library, version) for version in versions)


def write(name: str, document: object) -> None:
    """One file of rules/libraries, always in the same form."""
    text = json.dumps(document, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    (LIBRARIES / name).write_text(text, encoding="utf-8", newline="\n")


def fetched(folder: Path, name: str, version: str) -> Path:
    """The archive of one published package, from the folder if it is there."""
    archive = folder / f"{name.removeprefix('@').replace('/', '-')}-{version}.tgz"
    if not archive.exists():
        npm = shutil.which("npm")
        if npm is None:
            raise SystemExit("npm is needed to fetch packages: install Node.js and run this again")
        command = [npm, "pack", "--silent", "--ignore-scripts", f"{name}@{version}"]
        done = subprocess.run(command, cwd=folder, check=False, stdout=subprocess.DEVNULL)
        if done.returncode or not archive.exists():
            raise SystemExit(f"npm has no {name}@{version}: take it out of {LIST.name}, or try again later")
    return archive


def sha256(data: bytes) -> str:
    """The digest that known-files.json is made of."""
    return hashlib.sha256(data).hexdigest()


def main_script(name: str, files: dict[str, bytes]) -> str:
    """The script a page would load: named like the package, else the greatest; minified where there is a choice."""
    stem = plain_name(name)
    scripts = [path for path in files if path.endswith(".js") and not path.endswith((".mjs", ".esm.js", ".cjs.js"))]
    named = [path for path in scripts if file_name(path).endswith(stem)]
    named = named or [path for path in scripts if file_name(path) not in BROUGHT_ALONG]
    named = [path for path in named if ".min." in path] or named
    return files[max(named, key=lambda path: len(files[path]))].decode("utf-8", "replace") if named else ""


def file_name(path: str) -> str:
    """A file's name without what tells its form."""
    return PurePosixPath(path).name.lower().removesuffix(".js").removesuffix(".min").removesuffix(".umd")


def plain_name(package: str) -> str:
    """A package's name as its files bear it."""
    return package.rpartition("/")[2].removesuffix(".js").lower()


def browser_files(archive: Path, name: str) -> Iterator[tuple[str, bytes]]:
    """Path inside the package and content of each file that a browser may be given as it is."""
    with tarfile.open(archive, "r:gz") as package:
        paths = {member: PurePosixPath(*PurePosixPath(member.name).parts[1:]) for member in package if member.isfile()}
        at_root = [path for path in paths.values() if len(path.parts) == 1 and path.suffix in SUFFIXES]
        plain = len(at_root) <= FILES_AT_ROOT
        built = any(path.parts[0] == "dist" for path in paths.values())
        folders = BUILD_FOLDERS if built else BUILD_FOLDERS | OTHER_FOLDERS
        for member, path in paths.items():
            wanted = is_browser_file(path, name, folders, plain_root=plain)
            content = package.extractfile(member) if wanted else None
            if content is not None:
                yield path.as_posix(), content.read()


def is_browser_file(path: PurePosixPath, package: str, builds: Set[str], *, plain_root: bool) -> bool:
    """Whether a file of a package is a build for browsers: in a folder of builds, or at the root.

    Where the root holds many files, only those under the package's own name are builds (lodash has one for each
    function). Of translations only the Japanese ones are kept.
    """
    folders = path.parts[:-1]
    if path.suffix not in SUFFIXES or SKIPPED_FOLDERS & set(folders) or path.stem.lower() in OWN_TOOLS:
        return False
    if TRANSLATIONS & set(folders):
        return path.stem.startswith(("ja", "grid.locale-ja"))
    if path.name.startswith(VARIANTS) and not any(kept in path.name for kept in KEPT_VARIANTS):
        return False
    if folders:
        return folders[0] in builds
    return plain_root or path.name.lower().startswith((plain_name(package), "core.", "highlight."))


if __name__ == "__main__":
    main(sys.argv[1:])
