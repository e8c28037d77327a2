"""A zip's bytes -> entries, nested zips included as far as allowed; whatever cannot be read or is odd is said."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from reviewer.finding import Gap
from reviewer.intake import names
from reviewer.intake.limits import Meter
from reviewer.intake.skipping import Skips
from reviewer.intake.tree import Container, Entry, Item, Packed, ambiguous, gap
from reviewer.intake.zip_directory import Member, Oddity, ZipError, directory, looks_zip
from reviewer.submission import Observation
from reviewer.text import Text

_STORED, _DEFLATED = 0, 8
CONTENTS, PUBLIC_KEY, SIGNATURE = "contents.zip", "PUBKEY", "SIGNATURE"
_NO_DATA = Text(ja="一覧の示す場所にデータがない", en="there is no data where the directory says")
_CHECKSUM = Text(ja="検査値CRC-32が合わない", en="the checksum (CRC-32) does not fit")
_BROKEN = Text(ja="圧縮データが壊れている", en="the packed data is damaged")
_CUT_OFF = Text(ja="圧縮データが途中で切れている", en="the packed data is cut off")
_TRAILING = Text(ja="圧縮データの後ろに余分なデータがある", en="more bytes follow the packed data")
_ODDITIES: Mapping[Oddity, Text] = {
    Oddity.LISTING: Text(ja="一覧の終わりに余分なデータがある", en="the directory ends in bytes that list no file"),
    Oddity.COUNT: Text(
        ja="ファイル数の記録が一覧と合わない", en="the recorded number of files is not that of the directory"
    ),
    Oddity.TRAILING: Text(ja="末尾に余分なデータがある", en="bytes follow after the end record"),
    Oddity.OVERLAP: Text(ja="複数のファイルが同じデータを共有している", en="several files share the same packed bytes"),
    Oddity.UNLISTED: Text(ja="一覧にないデータが入っている", en="there are bytes that belong to no listed file"),
}


def is_archive_name(path: str) -> bool:
    """Its extension is that of an archive that is opened."""
    return path.lower().endswith((".zip", ".sptpl"))


def is_archive(path: str, data: bytes) -> bool:
    """By its name, or, without an extension that says otherwise, by its first bytes."""
    return is_archive_name(path) or ("." not in path.rpartition("/")[2] and looks_zip(data))


def unpack(data: bytes, name: str, root: str, meter: Meter, skips: Skips, *, nesting: int) -> Iterator[Item]:
    """Everything in the zip called `name`, its paths put below `root` ("" or ending in `/`).

    Archives inside it are opened `nesting` levels deep. A zip with `contents.zip` is a plug-in: its contents take the
    place of that entry, and nothing inside them is opened further. Memory and time are bounded by the meter.
    """
    yield Packed(root)
    read: list[Entry] = []
    for item in _members(data, name, root, meter, skips):
        if isinstance(item, Entry):
            read.append(item)
        else:
            yield item
    signed = [entry for entry in read if entry.path == root + CONTENTS and entry.data is not None]
    contents = signed[0] if signed else None
    if len(signed) > 1:
        yield Observation("duplicate-entry", root + CONTENTS, CONTENTS, None)
        yield ambiguous(root + CONTENTS)
    for entry in read:
        if entry is contents and entry.data is not None:
            yield Container(root, entry.data, _bytes(read, root + PUBLIC_KEY), _bytes(read, root + SIGNATURE))
            yield from _plain(entry.data, entry.path, root, meter, skips)
        elif entry.data is not None and is_archive(entry.path, entry.data):
            if nesting > 0:
                yield from unpack(entry.data, entry.path, f"{entry.path}/", meter, skips, nesting=nesting - 1)
            else:
                yield entry
                yield _nested(entry.path)
        else:
            yield entry


def _plain(data: bytes, name: str, root: str, meter: Meter, skips: Skips) -> Iterator[Item]:
    """The contents of a plug-in: a zip in which no zip is opened."""
    for item in _members(data, name, root, meter, skips):
        yield item
        if isinstance(item, Entry) and item.data is not None and is_archive(item.path, item.data):
            yield _nested(item.path)


def _bytes(entries: list[Entry], path: str) -> bytes | None:
    return next((entry.data for entry in entries if entry.path == path), None)


def _members(data: bytes, here: str, root: str, meter: Meter, skips: Skips) -> Iterator[Item]:
    try:
        listing = directory(data, meter.limits.files)
    except ZipError as error:
        yield Entry(here, None, len(data), hashlib.sha256(data).hexdigest())
        yield gap(
            "archive-unreadable",
            here,
            Text(
                ja="zipファイルとして開けないため、中身を審査できません。壊れていないか確かめ、作り直したものを"
                f"出してもらってください。（{error.reason.ja}）",
                en=f"This cannot be opened as a zip, so nothing in it was reviewed: "
                f"{error.reason.en}. Ask for a new one.",
            ),
        )
        return
    for oddity in listing.oddities:
        yield Observation("archive-odd", here, oddity.value, None)
        yield gap(
            "archive-odd",
            here,
            Text(
                ja=f"zipの構造に矛盾があり、開くプログラムによって中身が変わるおそれがあります。作り直してもらってください。"
                f"（{_ODDITIES[oddity].ja}）",
                en=f"The zip contradicts itself; programs may see different contents: "
                f"{_ODDITIES[oddity].en}. Ask for a new one.",
            ),
        )
    left_out: set[str] = set()
    for member in listing.members:
        if member.is_folder:
            continue
        name = names.safe(names.in_zip(member.name, member.extra, member.is_utf8))
        path = root + name.path
        for flaw in name.flaws:
            yield Observation(flaw, path, repr(names.in_zip(member.name, member.extra, member.is_utf8)), None)
        folder = skips.skipped_folder(path, root)
        if folder is not None:
            if folder not in left_out:
                left_out.add(folder)
                yield skips.entry(folder)
            continue
        if not meter.admits_file():
            yield too_many(here, meter.limits.files)
            return
        yield from _member(member, path, meter)


def _member(member: Member, path: str, meter: Meter) -> Iterator[Item]:
    limits = meter.limits
    refused = _refusal(member, path)
    if path.count("/") > limits.depth or len(path) > limits.path_chars:
        refused = path_limit(path[: limits.path_chars])
        path = path[: limits.path_chars]
    if member.is_link:
        yield Observation("symlink", path, "", None)
    for what in member.contradictions if member.raw is not None else ():
        yield Observation("archive-header-mismatch", path, what, None)
    if member.contradictions and member.raw is not None:
        yield _contradiction(path, member.contradictions)
    if refused is not None or member.raw is None:
        yield refused or _damaged(path, _NO_DATA)
        yield _unread(member, path, meter)
        return
    unpacked = _inflate(member, member.raw, meter)
    meter.spend(len(unpacked.data))
    if unpacked.excess == "size":
        yield too_large(path, member.size)
        yield _unread(member, path, meter)
        return
    if unpacked.excess == "ratio":
        yield Observation("archive-bomb", path, f"{len(member.raw)} → {member.size}", None)
        yield _bomb(path)
        yield _unread(member, path, meter)
        return
    if unpacked.damage is None and len(unpacked.data) != member.size:
        yield _contradiction(path, ("size",))
    if unpacked.damage is not None:
        yield _damaged(path, unpacked.damage)
    elif zlib.crc32(unpacked.data) != member.crc:
        yield _damaged(path, _CHECKSUM)
    yield Entry.of(path, unpacked.data)


def _unread(member: Member, path: str, meter: Meter) -> Entry:
    """Known by its packed bytes alone, hashed as far as the meter allows: members may all point at the same bytes."""
    raw = (member.raw if member.raw is not None else memoryview(b""))[: meter.remaining()]
    meter.spend(len(raw))
    return Entry(path, None, member.size, hashlib.sha256(raw).hexdigest())


@dataclass(frozen=True, slots=True)
class _Unpacked:
    data: bytes
    excess: Literal["size", "ratio"] | None
    damage: Text | None


def _inflate(member: Member, raw: memoryview, meter: Meter) -> _Unpacked:
    """Never more than one byte above what is allowed."""
    limits = meter.limits
    most = min(limits.file_bytes, meter.remaining())
    allowed = min(most, max(limits.ratio_floor, len(raw) * limits.ratio))
    excess: Literal["size", "ratio"] = "size" if allowed == most else "ratio"
    if member.method == _STORED:
        return _Unpacked(bytes(raw[:allowed]), excess if len(raw) > allowed else None, None)
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        data = inflater.decompress(raw, allowed + 1)
    except zlib.error:
        # What came before the damage is recovered piece by piece, so that it can still be read.
        return _Unpacked(_salvaged(raw, allowed), None, _BROKEN)
    if len(data) > allowed:
        return _Unpacked(data, excess, None)
    if not inflater.eof:
        return _Unpacked(data, None, _CUT_OFF)
    if inflater.unused_data:
        return _Unpacked(data, None, _TRAILING)
    return _Unpacked(data, None, None)


def _salvaged(raw: memoryview, allowed: int) -> bytes:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    pieces: list[bytes] = []
    count = 0
    for start in range(0, len(raw), 512):
        try:
            piece = inflater.decompress(raw[start : start + 512], allowed + 1 - count)
        except zlib.error:
            break
        pieces.append(piece)
        count += len(piece)
        if count > allowed:
            break
    return b"".join(pieces)[:allowed]


def _refusal(member: Member, path: str) -> Gap | None:
    if member.is_link:
        return gap(
            "symlink",
            path,
            Text(
                ja="別の場所を指すリンクなので、たどらず審査していません。実際のファイルを入れて出し直してもらってください。",
                en="This is a symbolic link; it is not followed and not reviewed. Ask for the file itself.",
            ),
        )
    if member.is_encrypted:
        return gap(
            "archive-encrypted",
            path,
            Text(
                ja="パスワードで暗号化されているため審査できません。暗号化しないで出し直してもらってください。",
                en="This is encrypted and cannot be reviewed. Ask for it without a password.",
            ),
        )
    if member.method not in (_STORED, _DEFLATED):
        return gap(
            "archive-method",
            path,
            Text(
                ja=f"一般的でない圧縮方式（{member.method}）のため開けません。標準のzipで出し直してもらってください。",
                en=f"Packed by method {member.method}, which is not read. Ask for an ordinary zip.",
            ),
        )
    return None


def too_many(path: str | None, limit: int) -> Gap:
    """There are more files than are read."""
    return gap(
        "too-many-files",
        path,
        Text(
            ja=f"ファイルが{limit}個を超えたため、残りを審査していません。範囲を絞って出し直してもらってください。",
            en=f"There are more than {limit} files; the rest was not reviewed. Review a smaller part at a time.",
        ),
    )


def too_large(path: str, size: int) -> Gap:
    """A file is larger than is read, or than what is left of the whole."""
    return gap(
        "file-too-large",
        path,
        Text(
            ja=f"大きすぎる（{size}バイト）ため審査していません。kintoneに登録できる大きさのファイルを出してもらってください。",
            en=f"Too large to be reviewed ({size} bytes). Ask for a file of a size that kintone takes.",
        ),
    )


def path_limit(path: str) -> Gap:
    """A path is longer or deeper than is read."""
    return gap(
        "path-limit",
        path,
        Text(
            ja="フォルダが深すぎるか名前が長すぎるため審査していません。浅い場所に置いて出し直してもらってください。",
            en="The path is too deep or too long and was not reviewed. Ask for a flatter layout.",
        ),
    )


def _nested(path: str) -> Gap:
    return gap(
        "nested-archive",
        path,
        Text(
            ja="圧縮ファイルの中にさらに圧縮ファイルがあり、開かずに残しました。展開したものを出してもらってください。",
            en="An archive within an archive was left unopened. Ask for its contents unpacked.",
        ),
    )


def _damaged(path: str, reason: Text) -> Gap:
    return gap(
        "archive-damaged",
        path,
        Text(
            ja=f"zipの中のこのファイルは壊れていて、全部は読めません。作り直したzipを出してもらってください。（{reason.ja}）",
            en=f"This file is damaged inside the zip and could not be read in full: {reason.en}. Ask for a new zip.",
        ),
    )


def _bomb(path: str) -> Gap:
    return gap(
        "archive-bomb",
        path,
        Text(
            ja="展開すると異常に大きくなる（上限を超える）ファイルのため、開くのをやめました。出した人に確かめてください。",
            en="This unpacks to more than is allowed (size or ratio); unpacking was stopped. Ask its author.",
        ),
    )


def _contradiction(path: str, what: tuple[str, ...]) -> Gap:
    listed = ", ".join(what)
    return gap(
        "archive-header-mismatch",
        path,
        Text(
            ja=f"zipの中の2か所の記録が食い違い（{listed}）、開くプログラムによって別のものになるおそれがあります。作り直してもらってください。",
            en=f"The two headers of this file differ ({listed}); programs may see different files. Ask for a new zip.",
        ),
    )
