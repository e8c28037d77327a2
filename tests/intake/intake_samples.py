"""Files and zips for the intake tests, made in memory."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

from reviewer.submission import Submission

Files = Mapping[str, bytes | str]

SCRIPT = "(() => {\n  'use strict';\n})();\n"


def written(root: Path, files: Files) -> Path:
    """The folder `root` with these files in it."""
    for path, content in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
    root.mkdir(parents=True, exist_ok=True)
    return root


def zipped(files: Files, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these files, in this order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for path, content in files.items():
            # A fixed date: bytes that depend on the clock would name tests differently from one worker to the next.
            info = zipfile.ZipInfo(path, (2026, 4, 1, 9, 0, 0))
            info.compress_type = method
            archive.writestr(info, content)
    return buffer.getvalue()


def plugin_manifest(**changes: object) -> str:
    """A version 1 manifest of a small plug-in; `changes` replace or, if None, remove keys."""
    manifest: dict[str, object] = {
        "manifest_version": 1,
        "version": 1,
        "type": "APP",
        "name": {"ja": "日付表示", "en": "Dates"},
        "icon": "image/icon.png",
        "desktop": {"js": ["js/desktop.js"], "css": ["css/desktop.css"]},
        "mobile": {"js": ["js/mobile.js"]},
        "config": {"html": "html/config.html", "js": ["js/config.js"], "css": [], "required_params": []},
    }
    manifest.update(changes)
    return json.dumps({key: value for key, value in manifest.items() if value is not None}, ensure_ascii=False)


def plugin_files(**changes: object) -> dict[str, bytes | str]:
    """Everything a small unpacked plug-in holds."""
    return {
        "manifest.json": plugin_manifest(**changes),
        "image/icon.png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        "js/desktop.js": SCRIPT,
        "js/mobile.js": SCRIPT,
        "js/config.js": SCRIPT,
        "css/desktop.css": ".city-note { color: #333; }\n",
        "html/config.html": "<form><button onclick='save()'>保存</button></form>\n",
    }


def gap_kinds(submission: Submission) -> set[str]:
    return {gap.kind for gap in submission.gaps}


def observed(submission: Submission, kind: str) -> list[str]:
    """Paths of all observations of that kind."""
    return [each.path for each in submission.observations if each.kind == kind]


def contents(submission: Submission) -> dict[str, str]:
    """Path and hash of everything reviewed."""
    return {file.path: file.sha256 for file in submission.files}


def pages(submission: Submission) -> dict[str, tuple[str, ...]]:
    return {page.name: page.resources for page in submission.pages}
