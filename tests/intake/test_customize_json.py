"""customize.json as kintone answers it, beside downloaded files: matched by name, if a name is enough."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from intake_samples import SCRIPT, observed, pages, written

from reviewer.errors import ReviewerError
from reviewer.intake import read
from reviewer.submission import SubmissionKind

NAME = "customize.json"
URL = "https://js.cybozu.com/momentjs/2.24.0/moment.min.js"


def file(name: str, size: int | None = None) -> dict[str, object]:
    about = {"fileKey": "0000", "name": name, "contentType": "text/javascript"}
    return {"type": "FILE", "file": about if size is None else {**about, "size": str(size)}}


def answer(desktop: list[object], mobile: list[object] | None = None, css: list[object] | None = None) -> str:
    return json.dumps(
        {
            "scope": "ALL",
            "desktop": {"js": desktop, "css": css or []},
            "mobile": {"js": mobile or [], "css": []},
            "revision": "12",
        },
        ensure_ascii=False,
    )


@pytest.mark.parametrize("given", ["", NAME])
def test_matches_downloaded_files_by_name_in_the_registered_order(tmp_path: Path, given: str) -> None:
    text = answer([{"type": "URL", "url": URL}, file("b.js"), file("集計.js")], [file("m.js")], [file("s.css")])
    files = {NAME: text, "集計.js": "", "files/b.js": "", "m.js": "", "s.css": "", "left.js": ""}
    submission = read(written(tmp_path / "in", files) / given)
    assert (submission.kind, submission.scope) == (SubmissionKind.CUSTOMIZE_JSON, "ALL")
    assert pages(submission) == {
        "desktop": (URL, "files/b.js", "集計.js", "s.css"),
        "mobile": ("m.js",),
        "left.js": ("left.js",),
    }
    assert [each.url for each in submission.urls] == [URL]
    assert observed(submission, "unlisted-file") == ["left.js"]


def test_tells_files_of_one_name_apart_by_their_folders(tmp_path: Path) -> None:
    files = {NAME: answer([file("a.js")], [file("a.js")]), "desktop/js/a.js": "var d;", "mobile/js/a.js": "var m;"}
    assert pages(read(written(tmp_path / "in", files))) == {
        "desktop": ("desktop/js/a.js",),
        "mobile": ("mobile/js/a.js",),
    }


def test_tells_files_of_one_name_apart_by_their_size(tmp_path: Path) -> None:
    files = {NAME: answer([file("a.js", 5), file("a.js", 7)]), "x/a.js": "var1;", "y/a.js": "var 22;"}
    assert pages(read(written(tmp_path / "in", files))) == {"desktop": ("x/a.js", "y/a.js")}


def test_files_of_one_name_and_equal_bytes_need_not_be_told_apart(tmp_path: Path) -> None:
    files = {NAME: answer([file("a.js")]), "x/a.js": SCRIPT, "y/a.js": SCRIPT}
    assert pages(read(written(tmp_path / "in", files)))["desktop"] == ("x/a.js",)


@pytest.mark.parametrize(
    "entries", [[file("a.js")], [file("a.js"), file("a.js")]], ids=["two files, one name", "one name, twice registered"]
)
def test_a_name_that_is_not_enough_is_an_error(tmp_path: Path, entries: list[object]) -> None:
    files = {NAME: answer(entries), "x/a.js": "var x;", "y/a.js": "var y;"}
    with pytest.raises(ReviewerError, match="cannot be told apart") as raised:
        read(written(tmp_path / "in", files))
    assert "「a.js」" in raised.value.message.ja


def test_a_missing_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(ReviewerError) as raised:
        read(written(tmp_path / "in", {NAME: answer([file("無い.js")])}))
    assert "desktopのjsに登録された「無い.js」がフォルダにありません" in raised.value.message.ja


def test_an_entry_without_name_or_url_is_an_error(tmp_path: Path) -> None:
    text = answer([{"type": "FILE", "file": {"fileKey": "0000"}}])
    with pytest.raises(ReviewerError, match="neither a URL nor a file name"):
        read(written(tmp_path / "in", {NAME: text}))


def test_a_file_of_another_size_than_registered_is_observed(tmp_path: Path) -> None:
    submission = read(written(tmp_path / "in", {NAME: answer([file("a.js", 999)]), "a.js": SCRIPT}))
    assert observed(submission, "size-differs") == [NAME]


def test_an_app_without_customization_is_a_submission_of_nothing(tmp_path: Path) -> None:
    submission = read(written(tmp_path / "in", {NAME: answer([])}))
    assert (submission.kind, submission.pages) == (SubmissionKind.CUSTOMIZE_JSON, ())
