"""What was handed in: files, URL-only resources, which scripts share a page, and what intake noticed or left out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from enum import StrEnum

from reviewer.finding import Gap
from reviewer.record import thing, value
from reviewer.source import Location, Role, SourceFile
from reviewer.text import Text


class SubmissionKind(StrEnum):
    """In which form the submission came."""

    FILES = "files"
    FOLDER = "folder"
    MANIFEST = "manifest"
    CUSTOMIZE_JSON = "customize-json"
    PLUGIN_FOLDER = "plugin-folder"
    PLUGIN_ZIP = "plugin-zip"
    APP_TEMPLATE = "app-template"
    ARCHIVE = "archive"


@value
class UrlResource:
    """A script or style sheet registered by URL: what is reviewed is not what runs. `location` is the entry itself."""

    url: str
    role: Role
    style: bool
    location: Location | None


@value
class Page:
    """One kind of screen and what is loaded on it, in order: paths of files and URLs of URL-only resources.

    All scripts of a page share one global scope. A loose folder is one page.
    """

    name: str
    resources: tuple[str, ...]


@value
class Unreviewed:
    """A file that came along and is not code to review (image, source map, text); listed with the reason."""

    path: str
    size: int
    sha256: str
    reason: Text


@value
class Observation:
    """Something intake saw about a file or container that rules may judge, e.g. `plugin-signature-invalid`.

    `kind` is one of the names that `package` checks may ask for; `detail` says what exactly, as plain text.
    """

    kind: str
    path: str
    detail: str
    location: Location | None


@value
class Plugin:
    """Who signed a plug-in: identity and signature prove the same author key, never that it is safe.

    `id` is kintone's plug-in ID derived from the public key, None for an unpacked folder without a key;
    `signature_valid` is None where there is no signature to check.
    """

    name: str
    version: str
    id: str | None
    signature_valid: bool | None
    manifest_version: int
    allowed_hosts: tuple[str, ...]
    permissions: tuple[str, ...]


@thing
class Submission:
    """Everything that was handed in, read once; from here on there is no I/O.

    `name` is the folder or file name it came under. `sha256` binds the whole: the hash over the sorted list of
    paths with each file's own hash, unreviewed ones included. `scope` is kintone's ALL, ADMIN or NONE where known,
    `app` the number of the app a manifest is for.
    """

    name: str
    kind: SubmissionKind
    sha256: str
    scope: str | None
    files: tuple[SourceFile, ...]
    urls: tuple[UrlResource, ...]
    pages: tuple[Page, ...]
    unreviewed: tuple[Unreviewed, ...]
    observations: tuple[Observation, ...]
    gaps: tuple[Gap, ...]
    plugin: Plugin | None
    app: str | None = None

    @property
    def hashes(self) -> Mapping[str, str]:
        """The SHA-256 of each file by its path, unreviewed ones too."""
        return {**{f.path: f.sha256 for f in self.files}, **{u.path: u.sha256 for u in self.unreviewed}}

    def file(self, path: str) -> SourceFile | None:
        """The file of that path, if it is among the reviewed ones."""
        return next((file for file in self.files if file.path == path), None)


def digest(files: Iterable[tuple[str, str]]) -> str:
    """The hash that binds files together, each given as its path and its own hash: SHA-256 in hex, in any order."""
    lines = "".join(f"{path}\0{sha256}\n" for path, sha256 in sorted(files))
    return hashlib.sha256(lines.encode()).hexdigest()
