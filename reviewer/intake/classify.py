"""A file's name and first bytes -> what it is: code, text to search for secrets, or nothing to review and why."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reviewer.record import value
from reviewer.source import Kind
from reviewer.text import Text


@value
class Code:
    """Reviewed as what it is, whatever its size."""

    kind: Kind


@value
class Searched:
    """No code; kept, if it is small text, so that secrets in it are found. `reason` says why it is listed otherwise."""

    kind: Kind
    reason: Text


@value
class Ignored:
    """Nothing to review."""

    reason: Text


@value
class Unsupported:
    """Code in a language that is not read."""

    language: str


@value
class Closed:
    """An archive of a form that is not opened."""


Treatment = Code | Searched | Ignored | Unsupported | Closed

_CODE: Mapping[str, Kind] = {
    ".js": Kind.JAVASCRIPT,
    ".mjs": Kind.JAVASCRIPT,
    ".cjs": Kind.JAVASCRIPT,
    ".jsx": Kind.JAVASCRIPT,
    ".ts": Kind.TYPESCRIPT,
    ".mts": Kind.TYPESCRIPT,
    ".cts": Kind.TYPESCRIPT,
    ".tsx": Kind.TYPESCRIPT,
    ".css": Kind.CSS,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
}
_LANGUAGES: Mapping[str, str] = {
    ".vue": "Vue",
    ".svelte": "Svelte",
    ".coffee": "CoffeeScript",
    ".scss": "SCSS",
    ".sass": "Sass",
    ".less": "Less",
    ".styl": "Stylus",
    ".wasm": "WebAssembly",
}
_ARCHIVES = frozenset({".zip", ".sptpl", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".lzh", ".cab", ".crx"})
_IMAGES = frozenset(
    {
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".webp",
        ".svg",
        ".ico",
        ".bmp",
        ".avif",
        ".tif",
        ".tiff",
        ".psd",
        ".mp4",
        ".mp3",
        ".wav",
        ".webm",
    }
)
_FONTS = frozenset({".woff", ".woff2", ".ttf", ".otf", ".eot"})
_DOCUMENTS = frozenset(
    {
        ".md",
        ".markdown",
        ".rst",
        ".txt",
        ".pdf",
        ".doc",
        ".docx",
        ".xls",
        ".xlsx",
        ".xlsm",
        ".ppt",
        ".pptx",
        ".rtf",
        ".odt",
        ".ods",
    }
)
_LOCKS = frozenset(
    {
        "package-lock.json",
        "npm-shrinkwrap.json",
        "yarn.lock",
        "pnpm-lock.yaml",
        "bun.lock",
        "bun.lockb",
        "composer.lock",
    }
)
_SYSTEM = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
_TYPES = re.compile(r"\.d\.[mc]?ts$")
_MAGIC = (
    b"\x89PNG\r\n", b"GIF8", b"\xff\xd8\xff", b"PK\x03\x04", b"PK\x05\x06", b"%PDF-", b"MZ", b"\x7fELF", b"\x1f\x8b",
    b"7z\xbc\xaf", b"Rar!", b"\x00asm", b"wOFF", b"wOF2", b"RIFF", b"\x00\x01\x00\x00\x00", b"\xd0\xcf\x11\xe0",
)  # fmt: skip
_PRIVATE_KEY = re.compile(rb"-----BEGIN (?:[A-Z]{2,12} ){0,2}PRIVATE KEY-----|PuTTY-User-Key-File-")
_SAMPLE_NAMES = (".example", ".sample", ".template", ".dist")
# Half of what a text holds may not be control characters; 64 KiB tell.
_SAMPLE = 64 * 1024
_CONTROLS = bytes(value for value in range(32) if value not in b"\t\n\v\f\r\x1b") + b"\x7f"

_IMAGE = Text(ja="画像・動画・音声です（コードではありません）。", en="An image, video or sound, no code.")
_FONT = Text(ja="フォントです（コードではありません）。", en="A font, no code.")
_DOCUMENT = Text(ja="文書です（コードではありません）。", en="A document, no code.")
_LOCK = Text(
    ja="開発に使う部品の一覧です（コードではありません）。", en="A list of packages used for development, no code."
)
_MAP = Text(
    ja="ソースマップ（変換前との対応表）です。実行されないため審査していません。", en="A source map; it does not run."
)
_TYPE = Text(ja="型の宣言だけのファイルです。実行されません。", en="Type declarations only; they do not run.")
_OS = Text(ja="OSが自動で作る情報です（コードではありません）。", en="Made by the operating system, no code.")
_DATA = Text(ja="kintoneで実行されるコードではありません。", en="No code that runs in kintone.")
_BINARY = Text(
    ja="文字ではないデータ（バイナリ）です。kintoneで実行されるコードではありません。",
    en="Binary data, no code that runs in kintone.",
)


def treatment(name: str, data: bytes | None) -> Treatment:
    """What to do with a file of this name (its last part); the extension's letter case does not matter."""
    lowered = name.strip().lower()
    extension = _extension(lowered)
    if lowered in _SYSTEM or lowered.startswith("._"):
        return Ignored(_OS)
    if lowered in _LOCKS:
        return Ignored(_LOCK)
    if _TYPES.search(lowered):
        return Ignored(_TYPE)
    if extension == ".map":
        return Ignored(_MAP)
    if extension in _CODE:
        return Code(_CODE[extension])
    if extension in _LANGUAGES:
        return Unsupported(_LANGUAGES[extension])
    if extension in _ARCHIVES:
        return Closed()
    for extensions, reason in ((_IMAGES, _IMAGE), (_FONTS, _FONT), (_DOCUMENTS, _DOCUMENT)):
        if extension in extensions:
            return Ignored(reason)
    if data is None or is_binary(data):
        return Ignored(_BINARY)
    return Searched(Kind.JSON if extension == ".json" else Kind.TEXT, _DATA)


def is_binary(data: bytes) -> bool:
    """No text: control characters are more than one byte in twenty, and it is not UTF-16."""
    sample = data[:_SAMPLE]
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    nuls = sample.count(0)
    # UTF-16 without a mark has its NUL bytes on one side and hardly any other control characters.
    if nuls and (controls - nuls) * 50 <= len(sample):
        sides = sample[0::2].count(0), sample[1::2].count(0)
        if max(sides) * 12 >= len(sample) // 2 and min(sides) * 3 <= max(sides):
            return False
    return controls * 20 > len(sample)


def has_other_format(data: bytes) -> bool:
    """It begins as an image, archive, program or font does. It may still be a script as well: `GIF89a=1` is one."""
    return data.startswith(_MAGIC)


def unwelcome(name: str, data: bytes | None) -> str | None:
    """The kind of observation for a file that should not be in a submission: keys, settings with passwords, records."""
    lowered = name.strip().lower()
    extension = _extension(lowered)
    if extension == ".ppk" or (extension not in _CODE and data is not None and _PRIVATE_KEY.search(data)):
        return "key-leaked"
    is_sample = lowered.endswith(_SAMPLE_NAMES)
    if not is_sample and (lowered == ".env" or lowered.startswith((".env.", ".ginuerc")) or extension == ".env"):
        return "secret-file"
    if lowered in (".npmrc", ".netrc", "_netrc", ".pypirc", ".git-credentials", "credentials.json"):
        return "secret-file"
    if extension in (".csv", ".tsv"):
        return "records-csv"
    return None


def _extension(lowered: str) -> str:
    return lowered[lowered.rindex(".") :] if "." in lowered else ""
