"""A name as found in an archive or on disk -> a path that is safe to show, and what was wrong with it."""

from __future__ import annotations

import os
import re
import zlib
from typing import Literal

from reviewer.record import value

Flaw = Literal["zip-slip", "absolute-name", "backslash-name", "control-name", "odd-name"]

# C0, C1, DEL, line separators, and bidirectional and invisible format characters that make a name look like another.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_DRIVE = re.compile(r"[A-Za-z]:")
_UNICODE_PATH = 0x7075


@value
class SafePath:
    """A path without `..`, drive, leading `/` or control characters; `flaws` are what had to be taken out."""

    path: str
    flaws: tuple[Flaw, ...]


def safe(raw: str) -> SafePath:
    """The path to show for a name: never resolved, each `..` becomes `_up_`, so that nothing points outside."""
    flaws: list[Flaw] = []
    name = _UNSAFE.sub("\ufffd", raw)
    if name != raw:
        flaws.append("control-name")
    if "\\" in name:
        flaws.append("backslash-name")
        name = name.replace("\\", "/")
    if name.startswith("/") or _DRIVE.match(name):
        flaws.append("absolute-name")
        name = _DRIVE.sub("", name, count=1) if _DRIVE.match(name) else name
    parts = [part for part in name.split("/") if part not in ("", ".")]
    if ".." in parts:
        flaws.append("zip-slip")
        parts = ["_up_" if part == ".." else part for part in parts]
    if not parts:
        flaws.append("odd-name")
        parts = ["_unnamed_"]
    return SafePath("/".join(parts), tuple(flaws))


def in_zip(raw: bytes, extra: bytes, is_utf8: bool) -> str:
    """The text of a zip entry's name: as flagged, else as its bytes are valid: UTF-8, CP932 (Windows in Japan), CP437.

    `extra` may carry the Info-ZIP Unicode path (APPNOTE 4.6.9), which counts when its checksum fits `raw`.
    """
    carried = _unicode_path(raw, extra)
    if carried is not None:
        return carried
    # Finder writes UTF-8 without the flag, and Shift_JIS is practically never valid UTF-8.
    for codec in ("utf-8", "cp932"):
        try:
            return raw.decode(codec)
        except UnicodeDecodeError:
            if is_utf8:
                break
    return raw.decode("utf-8", "replace") if is_utf8 else raw.decode("cp437")


def on_disk(name: str) -> str:
    """The text of a file name; bytes that are no UTF-8 (unpacked on another system) are CP932 if they can be."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        raw = os.fsencode(name) if os.name != "nt" else name.encode("utf-8", "surrogatepass")
        return in_zip(raw, b"", is_utf8=False)
    return name


def _unicode_path(raw: bytes, extra: bytes) -> str | None:
    position = 0
    while position + 4 <= len(extra):
        kind = int.from_bytes(extra[position : position + 2], "little")
        length = int.from_bytes(extra[position + 2 : position + 4], "little")
        field = extra[position + 4 : position + 4 + length]
        if kind == _UNICODE_PATH and len(field) > 5 and int.from_bytes(field[1:5], "little") == zlib.crc32(raw):
            try:
                return field[5:].decode("utf-8")
            except UnicodeDecodeError:
                return None
        position += 4 + length
    return None
