"""Bytes -> text, with a record of how: byte order mark, declared or recognised encoding, line ends, what was lost."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping

from reviewer.intake.charset import japanese, looks_utf16
from reviewer.record import value
from reviewer.source import Encoding, Kind, Newline

# Each mark with the codec that reads what follows it; UTF-32 is not among them, as no browser knows it.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16le", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16be", "utf-16-be"),
)
_CODECS: Mapping[str, str] = {
    "utf-8": "utf-8",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
    "shift_jis": "cp932",
    "euc-jp": "euc_jp",
    "iso-2022-jp": "iso2022_jp",
    "windows-1252": "cp1252",
}
# Labels of the WHATWG Encoding Standard for the encodings above.
_LABELS: Mapping[str, str] = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "shift_jis": "shift_jis",
    "shift-jis": "shift_jis",
    "sjis": "shift_jis",
    "x-sjis": "shift_jis",
    "ms_kanji": "shift_jis",
    "ms932": "shift_jis",
    "csshiftjis": "shift_jis",
    "windows-31j": "shift_jis",
    "euc-jp": "euc-jp",
    "x-euc-jp": "euc-jp",
    "cseucpkdfmtjapanese": "euc-jp",
    "iso-2022-jp": "iso-2022-jp",
    "csiso2022jp": "iso-2022-jp",
}
_CSS_CHARSET = re.compile(rb'@charset "([^"\x00-\x1f\x80-\xff]{1,40})";')
_HTML_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:-]{1,40})", re.IGNORECASE)
# Browsers look for a declaration in the first 1,024 bytes of HTML and CSS alike.
_DECLARED_WITHIN = 1024
_JIS_ESCAPE = re.compile(rb"\x1b(?:\$[@B]|\([BJI])")


@value
class Decoded:
    """Text and how it was had.

    `first_undecodable` is the byte offset of the first sequence that had to be replaced. `is_ambiguous` says that the
    same bytes are valid UTF-8 as well, so that a browser may see another text than this one.
    """

    text: str
    encoding: Encoding
    first_undecodable: int | None
    is_ambiguous: bool


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of `data`; never raises, whatever the bytes. NUL bytes stay, a byte order mark goes.

    Order: byte order mark; UTF-16 without one (by where its NUL bytes stand); ISO-2022-JP by its escapes; valid UTF-8;
    the `declared` label, if the bytes are valid in it; Shift_JIS, EUC-JP or Windows-1252 by plausibility.
    """
    for mark, name, codec in _MARKS:
        if data.startswith(mark):
            return _decoded(data, len(mark), name, codec, is_ambiguous=False)
    name = _recognised(data, declared)
    is_ambiguous = name in ("utf-16le", "utf-16be", "iso-2022-jp") and _is_valid(data, "utf-8")
    return _decoded(data, 0, name, _CODECS[name], is_ambiguous=is_ambiguous)


def declared(data: bytes, kind: Kind) -> str | None:
    """The encoding label that CSS (`@charset`) or HTML (`<meta charset>`) declares for itself."""
    head = data[:_DECLARED_WITHIN]
    match kind:
        case Kind.CSS:
            found = _CSS_CHARSET.match(head)
        case Kind.HTML:
            found = _HTML_CHARSET.search(head)
        case _:
            return None
    return found.group(1).decode("ascii", "replace") if found else None


def newline(text: str) -> Newline:
    """How the lines of a text end."""
    crlf = text.count("\r\n")
    kinds = [
        kind
        for kind, count in (
            (Newline.CRLF, crlf),
            (Newline.CR, text.count("\r") - crlf),
            (Newline.LF, text.count("\n") - crlf),
        )
        if count
    ]
    match kinds:
        case []:
            return Newline.NONE
        case [only]:
            return only
        case _:
            return Newline.MIXED


def _recognised(data: bytes, label: str | None) -> str:
    wide = looks_utf16(data)
    if wide is not None:
        return wide
    if _JIS_ESCAPE.search(data) and _is_valid(data, "iso2022_jp"):
        return "iso-2022-jp"
    if _is_valid(data, "utf-8"):
        return "utf-8"
    claimed = _LABELS.get(label.strip().lower()) if label else None
    if claimed is not None and _is_valid(data, _CODECS[claimed]):
        return claimed
    return japanese(data)


def _is_valid(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def _decoded(data: bytes, start: int, name: str, codec: str, *, is_ambiguous: bool) -> Decoded:
    body = data[start:]
    try:
        text, lost, first = body.decode(codec), 0, None
    except UnicodeDecodeError as error:
        text, lost = _with_losses(body, codec)
        first = start + error.start
    encoding = Encoding(name=name, bom=start > 0, newline=newline(text), undecodable=lost)
    return Decoded(text, encoding, first, is_ambiguous)


def _with_losses(body: bytes, codec: str) -> tuple[str, int]:
    """The text with U+FFFD for what is not valid, and how many of them are losses rather than written so."""
    text = body.decode(codec, "replace")
    kept = body.decode(codec, "ignore")
    return text, max(1, text.count("\ufffd") - kept.count("\ufffd"))
