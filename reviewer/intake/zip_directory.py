"""Bytes of a zip -> the members its central directory lists, and where it contradicts itself (PKWARE APPNOTE 6.3)."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from enum import StrEnum

from reviewer.record import value
from reviewer.text import Text

_END = struct.Struct("<4s4H2LH")
_END64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR64 = struct.Struct("<4sLQL")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_END_MARK, _CENTRAL_MARK, _LOCAL_MARK = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"
_LOCATOR64_MARK, _END64_MARK = b"PK\x06\x07", b"PK\x06\x06"
_MAX_COMMENT = 0xFFFF
_ZIP64 = 1
_UNIX, _OSX = 3, 19
_LINK = 0xA000
_FORMAT_BITS = 0xF000
# A data descriptor may follow the bytes of a member: signature, checksum, two sizes of four or eight bytes.
_DESCRIPTOR = 24


class ZipError(Exception):
    """These bytes are no zip that can be read; `reason` says why."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason


class Oddity(StrEnum):
    """How a zip contradicts itself as a whole, so that programs may see different contents."""

    LISTING = "stray-bytes-in-listing"
    COUNT = "wrong-count"
    TRAILING = "trailing-bytes"
    OVERLAP = "shared-bytes"
    UNLISTED = "unlisted-bytes"


@value
class Member:
    """One line of the central directory. `raw` are the packed bytes, None where they lie outside the file.

    `contradictions` name what the local header in front of the bytes says otherwise.
    """

    name: bytes
    extra: bytes
    is_utf8: bool
    is_encrypted: bool
    is_link: bool
    method: int
    crc: int
    packed: int
    size: int
    raw: memoryview | None
    contradictions: tuple[str, ...]

    @property
    def is_folder(self) -> bool:
        """Its name says it is a folder, and no bytes come with it."""
        return self.name.endswith((b"/", b"\\")) and self.size == 0


@value
class Directory:
    """What a zip lists. `oddities` are contradictions of the file as a whole."""

    members: tuple[Member, ...]
    oddities: tuple[Oddity, ...]


@value
class _Bounds:
    start: int
    end: int
    after: int
    count: int
    shift: int


@value
class _Line:
    name: bytes
    extra: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    system: int
    mode: int
    offset: int


def looks_zip(data: bytes) -> bool:
    """The bytes begin as a zip does."""
    return data.startswith((_LOCAL_MARK, _END_MARK))


def directory(data: bytes, limit: int) -> Directory:
    """The first `limit` + 1 members; ZipError where there is no central directory to go by."""
    bounds = _bounds(data)
    oddities: list[Oddity] = []
    lines: list[_Line] = []
    position = bounds.start
    while position + _CENTRAL.size <= bounds.end and len(lines) <= limit:
        line, position = _line(data, position, bounds.end)
        lines.append(line)
    read = [_member(data, line, bounds.shift) for line in lines]
    if len(lines) <= limit:
        if position != bounds.end:
            oddities.append(Oddity.LISTING)
        if len(lines) != bounds.count:
            oddities.append(Oddity.COUNT)
        oddities.extend(_coverage((span for _, span in read if span is not None), bounds))
    if bounds.after != len(data):
        oddities.append(Oddity.TRAILING)
    return Directory(members=tuple(member for member, _ in read), oddities=tuple(oddities))


def _bounds(data: bytes) -> _Bounds:
    found = data.rfind(_END_MARK, max(0, len(data) - _MAX_COMMENT - _END.size))
    if found < 0 or found + _END.size > len(data):
        raise ZipError(
            Text(ja="終わりの記録がなく、途中で切れているかzipでない", en="it has no end record: cut off, or no zip")
        )
    _, disk, _, _, count, size, offset, comment = _END.unpack_from(data, found)
    end = found
    locator = found - _LOCATOR64.size
    if locator >= 0 and data.startswith(_LOCATOR64_MARK, locator):
        end64 = data.rfind(_END64_MARK, 0, locator)
        if end64 < 0 or end64 + _END64.size > len(data):
            raise ZipError(Text(ja="zip64の終わりの記録がない", en="the zip64 end record is missing"))
        _, _, _, _, disk, _, _, count, size, offset = _END64.unpack_from(data, end64)
        end = end64
    if disk not in (0, 0xFFFF):
        raise ZipError(Text(ja="分割されたzipの一部", en="it is one part of a split archive"))
    start = end - size
    if start < 0 or offset > start:
        raise ZipError(Text(ja="一覧がファイルの外にある", en="its directory lies outside the file"))
    after = found + _END.size + comment
    return _Bounds(start=start, end=end, after=after, count=count, shift=start - offset)


def _line(data: bytes, position: int, end: int) -> tuple[_Line, int]:
    fields = _CENTRAL.unpack_from(data, position)
    mark, made_by, _, flags, method, _, _, crc, packed, size, name_length, extra_length, comment_length = fields[:13]
    mode, offset = fields[15], fields[16]
    if mark != _CENTRAL_MARK:
        raise ZipError(Text(ja="一覧が壊れている", en="its directory is damaged"))
    name_end = position + _CENTRAL.size + name_length
    extra_end = name_end + extra_length
    after = extra_end + comment_length
    if after > end:
        raise ZipError(Text(ja="一覧が途中で切れている", en="its directory is cut off"))
    extra = data[name_end:extra_end]
    size, packed, offset = _wide(extra, size, packed, offset)
    name = data[position + _CENTRAL.size : name_end]
    return _Line(name, extra, flags, method, crc, packed, size, made_by >> 8, mode >> 16, offset), after


def _wide(extra: bytes, size: int, packed: int, offset: int) -> tuple[int, int, int]:
    """Sizes and offset with those that did not fit 32 bits taken from the zip64 extra field (APPNOTE 4.5.3)."""
    position = 0
    values = [size, packed, offset]
    while position + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, position)
        field = extra[position + 4 : position + 4 + length]
        if kind == _ZIP64:
            at = 0
            for index, value in enumerate(values):
                if value == 0xFFFFFFFF and at + 8 <= len(field):
                    values[index] = int.from_bytes(field[at : at + 8], "little")
                    at += 8
        position += 4 + length
    return values[0], values[1], values[2]


def _member(data: bytes, line: _Line, shift: int) -> tuple[Member, tuple[int, int] | None]:
    """The member and the span of the file it takes, from its local header to the end of its bytes."""
    raw: memoryview | None = None
    contradictions: tuple[str, ...] = ()
    span: tuple[int, int] | None = None
    start = line.offset + shift
    if start >= 0 and start + _LOCAL.size <= len(data) and data.startswith(_LOCAL_MARK, start):
        _, _, flags, method, _, _, crc, packed, size, name_length, extra_length = _LOCAL.unpack_from(data, start)
        name_start = start + _LOCAL.size
        body = name_start + name_length + extra_length
        contradictions = tuple(
            what
            for what, differs in (
                ("name", data[name_start : name_start + name_length] != line.name),
                ("method", method != line.method),
                ("encryption", (flags ^ line.flags) & 1),
                # With bit 3 checksum and sizes follow the bytes instead; in zip64 they stand in an extra field.
                ("checksum", not flags & 8 and crc != line.crc),
                ("packed size", not flags & 8 and packed not in (line.packed, 0xFFFFFFFF)),
                ("size", not flags & 8 and size not in (line.size, 0xFFFFFFFF)),
            )
            if differs
        )
        if body + line.packed <= len(data):
            raw = memoryview(data)[body : body + line.packed]
            span = (start, body + line.packed + (_DESCRIPTOR if flags & 8 else 0))
    member = Member(
        name=line.name,
        extra=line.extra,
        is_utf8=bool(line.flags & 0x800),
        is_encrypted=bool(line.flags & 0x2041),
        is_link=line.system in (_UNIX, _OSX) and line.mode & _FORMAT_BITS == _LINK,
        method=line.method,
        crc=line.crc,
        packed=line.packed,
        size=line.size,
        raw=raw,
        contradictions=contradictions,
    )
    return member, span


def _coverage(spans: Iterable[tuple[int, int]], bounds: _Bounds) -> Iterator[Oddity]:
    """Members that share bytes, and bytes in front of the central directory that belong to no member."""
    position, overlaps, unlisted = 0, False, bounds.shift > 0
    for start, end in sorted(spans):
        overlaps |= start < position - _DESCRIPTOR
        unlisted |= start > position
        position = max(position, end)
    if overlaps:
        yield Oddity.OVERLAP
    if unlisted or bounds.start > position:
        yield Oddity.UNLISTED
