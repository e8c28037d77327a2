"""manifest.json of a plug-in -> where it departs from what kintone knows and accepts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reviewer.intake.documents import Document
from reviewer.intake.json_text import Json
from reviewer.submission import Observation

_KEYS = frozenset(
    {
        "$schema", "manifest_version", "version", "type", "name", "description", "icon", "homepage_url", "desktop",
        "mobile", "config", "components", "sandbox", "allowed_hosts", "allowed_domains", "permissions",
    }
)  # fmt: skip
_SECTION_KEYS: Mapping[str, frozenset[str]] = {
    "desktop": frozenset({"js", "css", "html"}),
    "mobile": frozenset({"js", "css", "html"}),
    "config": frozenset({"html", "js", "css", "required_params"}),
}
_COMPONENT_KEYS = frozenset({"type", "js", "css", "html"})
_REQUIRED = ("manifest_version", "version", "type", "name", "icon")
_VERSION = re.compile(r"(?:0|[1-9][0-9]*)(?:\.(?:0|[1-9][0-9]*)){0,2}")


def departures(document: Document) -> Iterator[Observation]:
    """`manifest-invalid` for what kintone refuses, `manifest-unknown-key` for what it does not know (yet)."""
    yield from _invalid(document)
    yield from _unknown(document)


def _invalid(document: Document) -> Iterator[Observation]:
    """What kintone's own check of a manifest refuses, as far as it bears on what is loaded."""
    root = document.root
    if root is None or root.members is None:
        yield Observation("manifest-invalid", document.path, "JSON", None)
        return
    for key in _REQUIRED:
        if root.get(key) is None:
            yield Observation("manifest-invalid", document.path, key, document.location(root))
    version = root.get("version")
    if version is not None and not (isinstance(version.value, str) and _VERSION.fullmatch(version.value)):
        yield Observation(
            "manifest-invalid", document.path, f"version: {document.quoted(version)}", document.location(version)
        )
    kind = root.get("manifest_version")
    if kind is not None and not (kind.is_number and kind.value in ("1", "2")):
        yield Observation(
            "manifest-invalid", document.path, f"manifest_version: {document.quoted(kind)}", document.location(kind)
        )
    if root.get("type") is not None and root.string("type") != "APP":
        yield Observation("manifest-invalid", document.path, f"type: {root.string('type')}", document.location(root))
    for section in ("desktop", "mobile", "config"):
        for key in ("js", "css"):
            listed = (root.get(section) or Json(0)).get(key)
            if listed is not None and (listed.items is None or any(not item.text for item in listed.items)):
                detail = f"{section}.{key}: {document.quoted(listed)}"
                yield Observation("manifest-invalid", document.path, detail, document.location(listed))


def _unknown(document: Document) -> Iterator[Observation]:
    root = document.root
    if root is None:
        return
    for key, node in (root.members or {}).items():
        if key not in _KEYS:
            yield Observation("manifest-unknown-key", document.path, key, document.location(node))
        for inner, value in (node.members or {}).items() if key in _SECTION_KEYS else ():
            if inner not in _SECTION_KEYS[key]:
                yield Observation("manifest-unknown-key", document.path, f"{key}.{inner}", document.location(value))
    components = root.get("components")
    for component in (components.items or ()) if components is not None else ():
        for inner, value in (component.members or {}).items():
            if inner not in _COMPONENT_KEYS:
                yield Observation(
                    "manifest-unknown-key", document.path, f"components.{inner}", document.location(value)
                )
