"""Loose files and folders become one submission; what is not code to review is listed with the reason."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from intake_samples import SCRIPT, Files, contents, gap_kinds, observed, pages, written, zipped

from reviewer.errors import ReviewerError
from reviewer.intake import DEFAULT, read
from reviewer.source import Kind, Newline, Role
from reviewer.submission import SubmissionKind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.js", Kind.JAVASCRIPT),
        ("A.JS", Kind.JAVASCRIPT),
        ("a.mjs", Kind.JAVASCRIPT),
        ("a.cjs", Kind.JAVASCRIPT),
        ("a.jsx", Kind.JAVASCRIPT),
        ("a.ts", Kind.TYPESCRIPT),
        ("a.mts", Kind.TYPESCRIPT),
        ("a.cts", Kind.TYPESCRIPT),
        ("A.TSX", Kind.TYPESCRIPT),
        ("a .js", Kind.JAVASCRIPT),
        ("集計 (1).js", Kind.JAVASCRIPT),
        ("a.min.js", Kind.JAVASCRIPT),
        ("a.Css", Kind.CSS),
        ("a.html", Kind.HTML),
        ("a.HTM", Kind.HTML),
    ],
)
def test_a_single_file_is_a_submission_of_one_file(tmp_path: Path, name: str, kind: Kind) -> None:
    submission = read(written(tmp_path, {name: SCRIPT, "other.js": SCRIPT}) / name)
    assert (submission.kind, submission.name) == (SubmissionKind.FILES, name)
    assert [(file.path, file.kind, file.role) for file in submission.files] == [(name, kind, Role.LOOSE)]
    assert pages(submission) == {"page": (name,)}


def test_a_folder_is_one_page_in_sorted_order_wherever_its_files_lie(tmp_path: Path) -> None:
    submission = read(written(tmp_path / "提出", {"b.js": "", "a/z.js": "", "a.css": "", "c.html": "", "B.js": ""}))
    assert (submission.kind, submission.name) == (SubmissionKind.FOLDER, "提出")
    assert pages(submission) == {"page": ("B.js", "a.css", "a/z.js", "b.js", "c.html")}


def test_an_empty_folder_is_a_submission_of_nothing(tmp_path: Path) -> None:
    submission = read(written(tmp_path / "empty", {}))
    assert (submission.files, submission.pages, submission.gaps) == ((), (), ())


def test_an_empty_file_is_reviewed(tmp_path: Path) -> None:
    (file,) = read(written(tmp_path, {"empty.js": b""}) / "empty.js").files
    assert (file.text, file.size, file.encoding.newline) == ("", 0, Newline.NONE)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("図.png", b"\x89PNG\r\n\x1a\n\0\0"),
        ("icon.svg", b"<svg/>"),
        ("app.js.map", b"{}"),
        ("font.woff2", b"wOF2\0\0"),
        ("README.md", b"# app"),
        ("手順.txt", "手順".encode()),
        ("一覧.xlsx", b"PK\x03\x04"),
        ("package-lock.json", b"{}"),
        ("yarn.lock", b""),
        ("types.d.ts", b"declare const kintone: any;"),
        (".DS_Store", b"\0\0\0\1Bud1"),
        ("Thumbs.db", b"\xd0\xcf\x11\xe0"),
        ("data.bin", bytes(range(256))),
    ],
)
def test_what_is_no_code_is_listed_with_the_reason(tmp_path: Path, name: str, data: bytes) -> None:
    submission = read(written(tmp_path / "in", {name: data, "a.js": SCRIPT}))
    assert [(each.path, each.size) for each in submission.unreviewed] == [(name, len(data))]
    assert submission.unreviewed[0].reason.ja
    assert submission.gaps == ()


@pytest.mark.parametrize("name", ["App.vue", "a.VUE", "a.svelte", "a.scss", "a.wasm"])
def test_languages_that_are_not_read_block(tmp_path: Path, name: str) -> None:
    submission = read(written(tmp_path / "in", {name: "const a = 1;"}))
    assert [(gap.kind, gap.path, gap.blocking) for gap in submission.gaps] == [("unsupported-language", name, True)]
    assert [each.path for each in submission.unreviewed] == [name]


@pytest.mark.parametrize("folder", ["node_modules", ".git", ".svn"])
def test_folders_of_tools_are_named_once_and_not_entered(tmp_path: Path, folder: str) -> None:
    files = {f"app/{folder}/x/index.js": "", f"app/{folder}/y.js": "", "app/a.js": ""}
    submission = read(written(tmp_path / "in", files))
    assert [each.path for each in submission.unreviewed] == [f"app/{folder}/"]
    assert list(contents(submission)) == ["app/a.js"]


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("key.ppk", b"-----BEGIN RSA PRIVATE KEY-----\nMIIC\n", "key-leaked"),
        ("server.pem", b"-----BEGIN PRIVATE KEY-----\nMIIC\n", "key-leaked"),
        ("notes.txt", b"keep safe:\n-----BEGIN EC PRIVATE KEY-----\n", "key-leaked"),
        (".env", b"PASSWORD=example-only\n", "secret-file"),
        (".env.production", b"PASSWORD=example-only\n", "secret-file"),
        (".ginuerc.json", b'{"password": "example-only"}', "secret-file"),
        (".ginuerc", b"password: example-only", "secret-file"),
        ("records.csv", "氏名,住所\n".encode("cp932"), "records-csv"),
    ],
)
def test_files_that_should_not_be_there_are_observed_and_kept_to_be_searched(
    tmp_path: Path, name: str, data: bytes, kind: str
) -> None:
    submission = read(written(tmp_path / "in", {name: data, "a.js": SCRIPT}))
    assert observed(submission, kind) == [name]
    kept = submission.file(name)
    assert kept is not None
    assert (kept.kind in (Kind.TEXT, Kind.JSON), kept.role) == (True, Role.EXTRA)
    assert all(name not in page.resources for page in submission.pages)


@pytest.mark.parametrize("name", [".env.example", ".env.sample", "environment.md"])
def test_samples_of_settings_are_not_accused(tmp_path: Path, name: str) -> None:
    assert read(written(tmp_path / "in", {name: "PASSWORD="})).observations == ()


def test_other_json_and_text_is_kept_to_be_searched_while_it_is_small(tmp_path: Path) -> None:
    files: Files = {"config.json": '{"a": 1}', "deploy.sh": "curl example.com", "large.json": b" " * 2_000_000}
    submission = read(written(tmp_path / "in", files))
    assert [(file.path, file.kind, file.role) for file in submission.files] == [
        ("config.json", Kind.JSON, Role.EXTRA),
        ("deploy.sh", Kind.TEXT, Role.EXTRA),
    ]
    assert [each.path for each in submission.unreviewed] == ["large.json"]


def test_links_are_not_followed(tmp_path: Path) -> None:
    outside = written(tmp_path / "outside", {"secret.js": "var secret;"})
    root = written(tmp_path / "in", {"a.js": SCRIPT})
    try:
        (root / "file.js").symlink_to(outside / "secret.js")
        (root / "folder").symlink_to(outside, target_is_directory=True)
        (root / "loop").symlink_to(root, target_is_directory=True)
        (root / "dangling.js").symlink_to(root / "nowhere.js")
    except OSError:  # Windows without the privilege to make links has none to follow
        return
    submission = read(root)
    assert list(contents(submission)) == ["a.js"]
    assert observed(submission, "symlink") == ["dangling.js", "file.js", "folder", "loop"]
    assert [gap.path for gap in submission.gaps if gap.blocking] == ["dangling.js", "file.js", "folder", "loop"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes in folders exist on POSIX only")
def test_pipes_are_not_opened(tmp_path: Path) -> None:
    root = written(tmp_path / "in", {"a.js": SCRIPT})
    os.mkfifo(root / "pipe.js")
    submission = read(root)
    assert gap_kinds(submission) == {"special-file"}
    with pytest.raises(ReviewerError, match="neither a file nor a folder"):
        read(root / "pipe.js")


@pytest.mark.parametrize(
    ("limits", "kind"),
    [
        ({"files": 1}, "too-many-files"),
        ({"file_bytes": 10}, "file-too-large"),
        ({"total_bytes": 40}, "file-too-large"),
        ({"depth": 1}, "path-limit"),
        ({"path_chars": 6}, "path-limit"),
    ],
)
def test_limits_are_blocking_gaps(tmp_path: Path, limits: dict[str, int], kind: str) -> None:
    root = written(tmp_path / "in", {"a.js": SCRIPT, "b/c/long-name.js": SCRIPT})
    submission = read(root, replace(DEFAULT, **limits))
    assert kind in gap_kinds(submission)
    assert all(gap.blocking for gap in submission.gaps)


@pytest.mark.parametrize("path", ["nowhere", "nowhere/a.js", "a\0b"])
def test_a_path_to_nothing_is_the_users_mistake(tmp_path: Path, path: str) -> None:
    with pytest.raises(ReviewerError) as raised:
        read(tmp_path / path)
    assert "パスを確かめてください" in raised.value.message.ja


def test_the_same_bytes_give_the_same_submission(tmp_path: Path) -> None:
    files: Files = {"b.js": "var b;", "a/ア.js": "var a;", "図.png": b"\x89PNG\r\n"}
    first = read(written(tmp_path / "1" / "in", files))
    second = read(written(tmp_path / "2" / "in", dict(sorted(files.items(), reverse=True))))
    assert first.sha256 == second.sha256
    assert contents(first) == contents(second)
    assert (first.pages, first.unreviewed, first.observations) == (second.pages, second.unreviewed, second.observations)


@pytest.mark.skipif(os.name == "nt" or os.uname().sysname == "Darwin", reason="only Linux takes any bytes as a name")
def test_names_unpacked_in_another_encoding_are_shown_as_they_were_meant(tmp_path: Path) -> None:
    root = written(tmp_path / "in", {})
    with open(os.fsencode(root) + b"/" + "集計表.js".encode("cp932"), "wb") as stream:  # noqa: PTH123 - a name of bytes
        stream.write(SCRIPT.encode())
    assert list(contents(read(root))) == ["集計表.js"]


def test_a_zip_in_a_folder_is_opened_in_place(tmp_path: Path) -> None:
    submission = read(written(tmp_path / "in", {"old/app.zip": zipped({"a.js": SCRIPT}), "b.js": SCRIPT}))
    assert list(contents(submission)) == ["b.js", "old/app.zip/a.js"]


@pytest.mark.parametrize(
    ("data", "is_reviewed"),
    [(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, False), (b"GIF89a=1;kintone.proxy();", True), (b"\0" * 500, False)],
)
def test_binary_data_under_the_name_of_code_blocks(tmp_path: Path, data: bytes, is_reviewed: bool) -> None:
    submission = read(written(tmp_path / "in", {"a.js": data}))
    assert [(gap.kind, gap.blocking) for gap in submission.gaps] == [("binary-file", True)]
    assert bool(submission.files) is is_reviewed
    assert len(submission.files) + len(submission.unreviewed) == 1


def test_how_text_was_decoded_is_recorded_and_departures_from_utf8_are_observed(tmp_path: Path) -> None:
    files = {
        "sjis.js": "// 集計表を更新する\r\n".encode("cp932"),
        "bom.css": "\ufeffa {}\n".encode(),
        "wide.js": "var 会社 = 1;\n".encode("utf-16"),
        "plain.js": "var 会社 = 1;\n".encode(),
        "lost.js": "var 会社 = 1; // 会社の名前".encode() + b"\xff",
    }
    submission = read(written(tmp_path / "in", files))
    assert {file.path: file.encoding.name for file in submission.files} == {
        "sjis.js": "shift_jis",
        "bom.css": "utf-8",
        "wide.js": "utf-16le",
        "plain.js": "utf-8",
        "lost.js": "utf-8",
    }
    assert observed(submission, "not-utf8") == ["sjis.js", "wide.js"]
    assert observed(submission, "bom") == ["bom.css", "wide.js"]
    (gap,) = submission.gaps
    assert (gap.kind, gap.path, gap.blocking) == ("undecodable-bytes", "lost.js", True)
    assert str(len(files["lost.js"]) - 1) in gap.message.ja
    assert gap.location is not None
    assert gap.location.text == "\ufffd"
