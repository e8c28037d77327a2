"""Hostile, damaged and merely odd zips: nothing escapes, nothing hangs, and what was not seen is a gap."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from intake_samples import SCRIPT, Files, contents, gap_kinds, observed, written, zipped

from reviewer.intake import DEFAULT, read
from reviewer.submission import Submission, SubmissionKind

Reader = Callable[..., Submission]


@pytest.fixture
def read_zip(tmp_path: Path) -> Reader:
    def reader(data: bytes, **limits: int) -> Submission:
        path = tmp_path / "提出.zip"
        path.write_bytes(data)
        return read(path, replace(DEFAULT, **limits))

    return reader


def renamed(data: bytes, old: bytes, new: bytes) -> bytes:
    """Every occurrence of a name of the same length replaced: local and central headers alike."""
    assert len(old) == len(new)
    return data.replace(old, new)


def central(data: bytes) -> int:
    """Where the central directory begins."""
    return data.index(b"PK\x01\x02")


def patched(data: bytes, at: int, value: bytes) -> bytes:
    return data[:at] + value + data[at + len(value) :]


def linked() -> bytes:
    info = zipfile.ZipInfo("link.js")
    info.create_system = 3
    info.external_attr = 0o120777 << 16
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(info, "../../etc/passwd")
    return buffer.getvalue()


def doubled() -> bytes:
    return renamed(zipped({"a.js": "var one;", "b.js": "var two;"}), b"b.js", b"a.js")


def zip64() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive, archive.open("a.js", "w", force_zip64=True) as entry:
        entry.write(SCRIPT.encode())
    return buffer.getvalue()


def zip64_throughout() -> bytes:
    """Sizes, offset and the end record are given in their 64-bit forms alone."""
    name, body = b"a.js", b"var a;"
    crc = zipfile.zlib.crc32(body)  # type: ignore[attr-defined]
    local = (
        struct.pack("<4s5H3L2H", b"PK\x03\x04", 45, 0, 0, 0, 0, crc, len(body), len(body), len(name), 0) + name + body
    )
    extra = struct.pack("<2H3Q", 1, 24, len(body), len(body), 0)
    most = 0xFFFFFFFF
    line = struct.pack(
        "<4s6H3L5H2L", b"PK\x01\x02", 45, 45, 0, 0, 0, 0, crc, most, most, len(name), len(extra), 0, 0, 0, 0, most
    )
    listing = line + name + extra
    end64 = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 1, 1, len(listing), len(local))
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, len(local) + len(listing), 1)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, most, most, 0)
    return local + listing + end64 + locator + end


def test_reads_an_ordinary_zip_like_the_folder_it_was_made_of(tmp_path: Path, read_zip: Reader) -> None:
    files: Files = {
        "js/b.js": SCRIPT,
        "js/a.js": "var a;",
        "css/見た目.css": "a {}",
        "図.png": b"\x89PNG\r\n",
        "空.js": b"",
    }
    folder = read(written(tmp_path / "folder", files))
    archive = read_zip(zipped(files))
    assert archive.kind is SubmissionKind.ARCHIVE
    assert folder.kind is SubmissionKind.FOLDER
    assert contents(archive) == contents(folder)
    assert archive.sha256 == folder.sha256
    assert archive.pages == folder.pages
    assert archive.gaps == ()


def test_hash_depends_neither_on_compression_nor_on_order(read_zip: Reader) -> None:
    packed = read_zip(zipped({"a.js": SCRIPT, "b.js": "var b;"}))
    stored = read_zip(zipped({"b.js": "var b;", "a.js": SCRIPT}, zipfile.ZIP_STORED))
    changed = read_zip(zipped({"a.js": SCRIPT, "b.js": "var c;"}))
    assert packed.sha256 == stored.sha256 != changed.sha256


@pytest.mark.parametrize(
    ("name", "shown", "flaw"),
    [
        ("../../evil.js", "_up_/_up_/evil.js", "zip-slip"),
        ("a/../../evil.js", "a/_up_/_up_/evil.js", "zip-slip"),
        ("..\\evil.js", "_up_/evil.js", "zip-slip"),
        ("/etc/evil.js", "etc/evil.js", "absolute-name"),
        ("C:\\evil.js", "evil.js", "absolute-name"),
        ("\\\\server\\share\\evil.js", "server/share/evil.js", "absolute-name"),
        ("js\\evil.js", "js/evil.js", "backslash-name"),
        ("sj.\u202elive.js", "sj.\ufffdlive.js", "control-name"),
        ("a\u001b[2Jb.js", "a\ufffd[2Jb.js", "control-name"),
    ],
)
def test_shows_dangerous_names_harmlessly_and_reviews_the_file(
    read_zip: Reader, name: str, shown: str, flaw: str
) -> None:
    submission = read_zip(zipped({name: SCRIPT}))
    assert [file.path for file in submission.files] == [shown]
    assert observed(submission, flaw) == [shown]


def test_never_writes_what_a_dangerous_name_asks_for(tmp_path: Path, read_zip: Reader) -> None:
    read_zip(zipped({"../escaped.js": SCRIPT, "escaped.js": SCRIPT}))
    assert [path.name for path in tmp_path.iterdir()] == ["提出.zip"]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (linked(), "symlink"),
        (doubled(), "duplicate-entry"),
        (patched(zipped({"a.js": SCRIPT}), 14, b"\0\0\0\0"), "archive-header-mismatch"),
        (patched(zipped({"a.js": SCRIPT}), 30, b"b"), "archive-header-mismatch"),
        (b"#!/bin/sh\n" + zipped({"a.js": SCRIPT}), "archive-odd"),
        (zipped({"a.js": SCRIPT}) + b"tail", "archive-odd"),
    ],
)
def test_what_is_odd_is_observed_and_blocks(read_zip: Reader, data: bytes, kind: str) -> None:
    submission = read_zip(data)
    assert kind in {each.kind for each in submission.observations}
    assert {gap.blocking for gap in submission.gaps if gap.kind == kind} == {True}


def test_reviews_all_files_that_share_a_name(read_zip: Reader) -> None:
    submission = read_zip(doubled())
    assert {file.path: file.text for file in submission.files}.keys() == {"a.js", "a.js#2"}
    assert sorted(file.text for file in submission.files) == ["var one;", "var two;"]


def encrypted(data: bytes) -> bytes:
    at = central(data)
    return patched(patched(data, 6, b"\x01\x00"), at + 8, b"\x01\x00")


def with_method(data: bytes, method: int) -> bytes:
    at = central(data)
    return patched(patched(data, 8, struct.pack("<H", method)), at + 10, struct.pack("<H", method))


def damaged(data: bytes) -> bytes:
    return patched(data, 30 + len("a.js") + 3, b"\xff\xff\xff\xff")


def beyond_the_end(data: bytes) -> bytes:
    return patched(data, central(data) + 42, struct.pack("<L", len(data)))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (encrypted(zipped({"a.js": SCRIPT})), "archive-encrypted"),
        (with_method(zipped({"a.js": SCRIPT}), 12), "archive-method"),
        (with_method(zipped({"a.js": SCRIPT}), 93), "archive-method"),
        (damaged(zipped({"a.js": SCRIPT * 20})), "archive-damaged"),
        (beyond_the_end(zipped({"a.js": SCRIPT})), "archive-damaged"),
        (patched(zipped({"a.js": "var a;"}, zipfile.ZIP_STORED), 36, b"X"), "archive-damaged"),
        (zipped({"a.js": SCRIPT})[:60], "archive-unreadable"),
        (b"PK\x03\x04", "archive-unreadable"),
        (b"", "archive-unreadable"),
        (b"no zip at all", "archive-unreadable"),
    ],
)
def test_what_cannot_be_read_blocks(read_zip: Reader, data: bytes, kind: str) -> None:
    submission = read_zip(data)
    assert kind in gap_kinds(submission)
    assert all(gap.blocking for gap in submission.gaps)


def test_a_checksum_that_does_not_fit_leaves_the_bytes_to_be_reviewed(read_zip: Reader) -> None:
    data = zipped({"a.js": "var a;"}, zipfile.ZIP_STORED)
    submission = read_zip(patched(data, 36, b"X"))
    assert [file.text for file in submission.files] == ["vaX a;"]


@pytest.mark.parametrize("data", [zip64(), zip64_throughout()])
def test_reads_zip64(read_zip: Reader, data: bytes) -> None:
    submission = read_zip(data)
    assert [file.path for file in submission.files] == ["a.js"]
    assert submission.gaps == ()


def test_stops_at_a_bomb(read_zip: Reader) -> None:
    submission = read_zip(zipped({"a.js": b"\n" * 30_000_000, "b.js": SCRIPT}))
    assert observed(submission, "archive-bomb") == ["a.js"]
    assert [file.path for file in submission.files] == ["b.js"]
    assert gap_kinds(submission) == {"archive-bomb"}


@pytest.mark.parametrize(
    ("limits", "kind"),
    [
        ({"files": 2}, "too-many-files"),
        ({"total_bytes": 3_000}, "file-too-large"),
        ({"file_bytes": 10}, "file-too-large"),
        ({"depth": 1}, "path-limit"),
        ({"path_chars": 5}, "path-limit"),
    ],
)
def test_limits_are_gaps(read_zip: Reader, limits: dict[str, int], kind: str) -> None:
    files = {"a.js": SCRIPT * 50, "b.js": SCRIPT * 50, "deep/er/c.js": SCRIPT * 50}
    submission = read_zip(zipped(files), **limits)
    assert kind in gap_kinds(submission)


def test_a_zip_may_be_larger_than_a_file_in_it(read_zip: Reader) -> None:
    data = zipped({f"{number}.js": SCRIPT for number in range(50)}, zipfile.ZIP_STORED)
    assert read_zip(data, file_bytes=200).gaps == ()


def test_members_that_share_bytes_are_noticed_and_do_not_multiply_work(read_zip: Reader) -> None:
    data = zipped({"a.js": "x" * 5000, "b.js": "y" * 5000}, zipfile.ZIP_STORED)
    second = data.index(b"PK\x01\x02", central(data) + 4)
    submission = read_zip(patched(data, second + 42, struct.pack("<L", 0)))
    assert "shared-bytes" in {each.detail for each in submission.observations}
    assert "archive-header-mismatch" in gap_kinds(submission)


def test_a_file_outside_the_central_directory_is_noticed(read_zip: Reader) -> None:
    hidden = zipped({"hidden.js": SCRIPT})
    hidden = hidden[: central(hidden)]
    shown = zipped({"a.js": SCRIPT})
    at = central(shown)
    data = patched(hidden + shown, len(hidden) + at + 42, struct.pack("<L", len(hidden)))
    end = data.rindex(b"PK\x05\x06")
    data = patched(data, end + 16, struct.pack("<L", len(hidden) + at))
    submission = read_zip(data)
    assert [file.path for file in submission.files] == ["a.js"]
    assert "unlisted-bytes" in {each.detail for each in submission.observations}
    assert "archive-odd" in gap_kinds(submission)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("集計表.js".encode("cp932"), "集計表.js"),
        ("ｼｭｳｹｲ.js".encode("cp932"), "ｼｭｳｹｲ.js"),
        ("集計表.js".encode(), "集計表.js"),
        (b"caf\x82\xff.js", "café\xa0.js"),
    ],
)
def test_reads_names_without_the_utf8_flag_as_windows_in_japan_wrote_them(
    read_zip: Reader, raw: bytes, name: str
) -> None:
    placeholder = b"n" * len(raw)
    data = renamed(zipped({placeholder.decode(): SCRIPT}), placeholder, raw)
    assert [file.path for file in read_zip(data).files] == [name]


def test_leaves_out_what_macos_adds_and_says_so(read_zip: Reader) -> None:
    submission = read_zip(
        zipped({"app/": "", "app/a.js": SCRIPT, "app/.DS_Store": b"\0\0\0\1Bud1", "__MACOSX/app/._a.js": b"\0\5\x16\7"})
    )
    assert [file.path for file in submission.files] == ["app/a.js"]
    assert [each.path for each in submission.unreviewed] == ["__MACOSX/", "app/.DS_Store"]
    assert submission.gaps == ()


def test_opens_one_archive_within_another_and_no_more(read_zip: Reader) -> None:
    innermost = zipped({"deep.js": SCRIPT})
    submission = read_zip(zipped({"inner.zip": zipped({"a.js": SCRIPT, "more.zip": innermost})}))
    assert [file.path for file in submission.files] == ["inner.zip/a.js"]
    assert [(gap.kind, gap.path) for gap in submission.gaps if gap.kind == "nested-archive"] == [
        ("nested-archive", "inner.zip/more.zip")
    ]


@pytest.mark.parametrize("name", ["code.7z", "code.tar.gz", "code.lzh", "code.rar"])
def test_archives_of_other_forms_block(read_zip: Reader, name: str) -> None:
    submission = read_zip(zipped({name: b"7z\xbc\xaf\x27\x1c"}))
    assert gap_kinds(submission) == {"archive-unopened"}
    assert [each.path for each in submission.unreviewed] == [name]


def test_thousands_of_members_that_all_unpack_the_same_bytes_end_at_the_total_limit(read_zip: Reader) -> None:
    body = zipped({"a.js": b"\0" * 900_000})
    line_start, line_end = central(body), body.rindex(b"PK\x05\x06")
    listing = body[line_start:line_end] * 3_000
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 3_000, 3_000, len(listing), line_start, 0)
    submission = read_zip(body[:line_start] + listing + end, total_bytes=5_000_000)
    assert {"archive-odd", "file-too-large", "duplicate-entry"} <= gap_kinds(submission)
    assert sum(file.size for file in submission.files) <= 5_000_000


def test_a_listing_cut_short_by_the_limit_is_not_called_odd(read_zip: Reader) -> None:
    submission = read_zip(zipped({f"{number}.js": SCRIPT for number in range(20)}), files=10)
    assert gap_kinds(submission) == {"too-many-files"}
    assert len(submission.files) == 10
