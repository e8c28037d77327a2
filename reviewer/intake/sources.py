"""An entry's bytes -> a `SourceFile`, with what is to be said of its encoding; what is no text at all is not one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from reviewer.finding import Gap, Stage
from reviewer.intake.classify import has_other_format, is_binary
from reviewer.intake.decoding import Decoded, declared, decode
from reviewer.intake.tree import Entry
from reviewer.record import value
from reviewer.source import Kind, Location, Role, SourceFile
from reviewer.submission import Observation
from reviewer.text import Text

_CODE = (Kind.JAVASCRIPT, Kind.TYPESCRIPT, Kind.CSS, Kind.HTML)
# A file of which more than this share had to be replaced is no text in any encoding known here.
_HOPELESS = 0.1


@value
class Sourced:
    """`file` is None where the bytes are no text, however read."""

    file: SourceFile | None
    observations: tuple[Observation, ...]
    gaps: tuple[Gap, ...]


def sourced(entry: Entry, data: bytes, kind: Kind, role: Role) -> Sourced:
    """The file that an entry is, read as `kind`. Gaps of code block, those of other text do not."""
    decoded = decode(data, declared(data, kind))
    is_code = kind in _CODE
    gaps: list[Gap] = []
    if is_code and (is_binary(data) or has_other_format(data)):
        gaps.append(_gap("binary-file", entry.path, None, _binary(), blocking=True))
    if is_binary(data) or decoded.encoding.undecodable > len(data) * _HOPELESS:
        if is_code and not gaps:
            gaps.append(_gap("binary-file", entry.path, None, _binary(), blocking=True))
        return Sourced(None, (), tuple(gaps))
    file = SourceFile(
        path=entry.path,
        kind=kind,
        role=role,
        text=decoded.text,
        size=entry.size,
        sha256=entry.sha256,
        encoding=decoded.encoding,
    )
    gaps.extend(_losses(file, decoded, blocking=is_code))
    return Sourced(file, tuple(_deviations(file)) if is_code else (), tuple(gaps))


def held(outer: SourceFile, name: str, text: str, kind: Kind, role: Role) -> SourceFile:
    """A file that stands inside another one, as `outer#name`; its bytes are its text in UTF-8."""
    data = text.encode("utf-8", "replace")
    read = decode(data)
    return SourceFile(
        path=f"{outer.path}#{name}",
        kind=kind,
        role=role,
        text=text,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=read.encoding,
    )


def _deviations(file: SourceFile) -> Iterator[Observation]:
    """What departs from UTF-8 without a byte order mark, which the coding guideline asks for."""
    if file.encoding.name != "utf-8":
        yield Observation("not-utf8", file.path, file.encoding.name, Location(file, 0, 0))
    if file.encoding.bom:
        yield Observation("bom", file.path, file.encoding.name, Location(file, 0, 0))


def _losses(file: SourceFile, decoded: Decoded, *, blocking: bool) -> Iterator[Gap]:
    if decoded.first_undecodable is not None:
        first = file.text.find("\ufffd")
        count, name, offset = file.encoding.undecodable, file.encoding.name, decoded.first_undecodable
        message = Text(
            ja=f"文字コード{name}として読めない部分が{count}か所あり、「\ufffd」に置き換えて審査しました"
            f"（最初は先頭から{offset}バイト目）。UTF-8で保存し直したものを出してもらってください。",
            en=f"{count} places cannot be read as {name} and were replaced by “\ufffd”, the first at byte {offset}. "
            "Ask for the file saved as UTF-8.",
        )
        location = Location(file, first, first + 1) if first >= 0 else None
        yield _gap("undecodable-bytes", file.path, location, message, blocking=blocking)
    if decoded.is_ambiguous:
        message = Text(
            ja=f"{file.encoding.name}として読みましたが、UTF-8としても読める内容のため、ブラウザーでは別の内容になるおそれがあります。"
            "UTF-8で保存し直したものを出してもらってください。",
            en=f"Read as {file.encoding.name}, but the bytes are valid UTF-8 too, so a browser may see another text. "
            "Ask for the file saved as UTF-8.",
        )
        yield _gap("encoding-ambiguous", file.path, Location(file, 0, 0), message, blocking=blocking)


def _binary() -> Text:
    return Text(
        ja="名前はプログラムですが、中身は文字ではないデータ（画像や圧縮ファイルなど）のようです。正しいファイルか確かめてください。",
        en="The name says code, the bytes something else (an image, an archive ...). Check that it is the right file.",
    )


def _gap(kind: str, path: str, location: Location | None, message: Text, *, blocking: bool) -> Gap:
    return Gap(stage=Stage.DECODING, kind=kind, message=message, path=path, location=location, blocking=blocking)
