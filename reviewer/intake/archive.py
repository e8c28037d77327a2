"""A zip's bytes -> entries, nested zips included as far as allowed; whatever cannot be read or is odd is said."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from typing import Literal

from reviewer.finding import Gap
from reviewer.intake import names, refusals
from reviewer.intake.limits import Meter
from reviewer.intake.skipping import Skips
from reviewer.intake.tree import Container, Entry, Item, Packed, ambiguous
from reviewer.intake.zip_directory import Member, ZipError, directory, looks_zip
from reviewer.record import value
from reviewer.submission import Observation
from reviewer.text import Text

_STORED, _DEFLATED = 0, 8
CONTENTS, PUBLIC_KEY, SIGNATURE = "contents.zip", "PUBKEY", "SIGNATURE"
_NO_DATA = Text(ja="一覧の示す場所にデータがない", en="there is no data where the directory says")
_CHECKSUM = Text(ja="検査値CRC-32が合わない", en="the checksum (CRC-32) does not fit")
_BROKEN = Text(ja="圧縮データが壊れている", en="the packed data is damaged")
_CUT_OFF = Text(ja="圧縮データが途中で切れている", en="the packed data is cut off")
_TRAILING = Text(ja="圧縮データの後ろに余分なデータがある", en="more bytes follow the packed data")


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
                yield refusals.nested(entry.path)
        else:
            yield entry


def _plain(data: bytes, name: str, root: str, meter: Meter, skips: Skips) -> Iterator[Item]:
    """The contents of a plug-in: a zip in which no zip is opened."""
    for item in _members(data, name, root, meter, skips):
        yield item
        if isinstance(item, Entry) and item.data is not None and is_archive(item.path, item.data):
            yield refusals.nested(item.path)


def _bytes(entries: list[Entry], path: str) -> bytes | None:
    return next((entry.data for entry in entries if entry.path == path), None)


def _members(data: bytes, here: str, root: str, meter: Meter, skips: Skips) -> Iterator[Item]:
    try:
        listing = directory(data, meter.limits.files)
    except ZipError as error:
        yield Entry(here, None, len(data), hashlib.sha256(data).hexdigest())
        yield refusals.unreadable(here, error.reason)
        return
    for oddity in listing.oddities:
        yield Observation("archive-odd", here, oddity.value, None)
        yield refusals.odd(here, oddity)
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
            yield refusals.too_many(here, meter.limits.files)
            return
        yield from _member(member, path, meter)


def _member(member: Member, path: str, meter: Meter) -> Iterator[Item]:
    limits = meter.limits
    refused = _refusal(member, path)
    if path.count("/") > limits.depth or len(path) > limits.path_chars:
        refused = refusals.path_limit(path[: limits.path_chars])
        path = path[: limits.path_chars]
    if member.is_link:
        yield Observation("symlink", path, "", None)
    for what in member.contradictions if member.raw is not None else ():
        yield Observation("archive-header-mismatch", path, what, None)
    if member.contradictions and member.raw is not None:
        yield refusals.contradiction(path, member.contradictions)
    if refused is not None or member.raw is None:
        yield refused or refusals.damaged(path, _NO_DATA)
        yield _unread(member, path, meter)
        return
    unpacked = _inflate(member, member.raw, meter)
    meter.spend(len(unpacked.data))
    if unpacked.excess == "size":
        yield refusals.too_large(path, member.size)
        yield _unread(member, path, meter)
        return
    if unpacked.excess == "ratio":
        yield Observation("archive-bomb", path, f"{len(member.raw)} → {member.size}", None)
        yield refusals.bomb(path)
        yield _unread(member, path, meter)
        return
    if unpacked.damage is None and len(unpacked.data) != member.size:
        yield refusals.contradiction(path, ("size",))
    if unpacked.damage is not None:
        yield refusals.damaged(path, unpacked.damage)
    elif zlib.crc32(unpacked.data) != member.crc:
        yield refusals.damaged(path, _CHECKSUM)
    yield Entry.of(path, unpacked.data)


def _unread(member: Member, path: str, meter: Meter) -> Entry:
    """Known by its packed bytes alone, hashed as far as the meter allows: members may all point at the same bytes."""
    raw = (member.raw if member.raw is not None else memoryview(b""))[: meter.remaining()]
    meter.spend(len(raw))
    return Entry(path, None, member.size, hashlib.sha256(raw).hexdigest())


@value
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
        return refusals.link(path)
    if member.is_encrypted:
        return refusals.encrypted(path)
    if member.method not in (_STORED, _DEFLATED):
        return refusals.method(path, member.method)
    return None
