"""customize-manifest.json of both tools: what it names, in its order, from either base; else an error."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from intake_samples import SCRIPT, Files, gap_kinds, observed, pages, written, zipped

from reviewer.errors import ReviewerError
from reviewer.intake import DEFAULT, read
from reviewer.source import Kind, Role
from reviewer.submission import Submission, SubmissionKind


def manifest(desktop: list[str], css: list[str] | None = None, mobile: list[str] | None = None) -> str:
    return json.dumps(
        {
            "app": "1",
            "scope": "ADMIN",
            "desktop": {"js": desktop, "css": css or []},
            "mobile": {"js": mobile or [], "css": []},
        },
        ensure_ascii=False,
    )


NAME = "customize-manifest.json"


def test_keeps_order_scope_devices_and_urls(tmp_path: Path) -> None:
    text = manifest(["HTTPS://js.cybozu.com/jquery/3.7.1/jquery.min.js", "js/b.js", "js/a.js"], ["s.css"], ["js/a.js"])
    files = {NAME: text, "js/a.js": SCRIPT, "js/b.js": SCRIPT, "s.css": "a {}"}
    submission = read(written(tmp_path / "in", files))
    url = "HTTPS://js.cybozu.com/jquery/3.7.1/jquery.min.js"
    assert (submission.kind, submission.scope) == (SubmissionKind.MANIFEST, "ADMIN")
    assert pages(submission) == {"desktop": (url, "js/b.js", "js/a.js", "s.css"), "mobile": ("js/a.js",)}
    assert {file.path: file.role for file in submission.files} == {
        NAME: Role.MANIFEST,
        "js/a.js": Role.DESKTOP,
        "js/b.js": Role.DESKTOP,
        "s.css": Role.DESKTOP,
    }
    (resource,) = submission.urls
    assert (resource.url, resource.role, resource.style) == (url, Role.DESKTOP, False)
    assert resource.location is not None
    assert resource.location.text == json.dumps(url)
    assert resource.location.file is submission.file(NAME)


@pytest.mark.parametrize("given", ["", "dest", "dest/customize-manifest.json"])
def test_finds_paths_meant_from_where_the_uploader_was_run(tmp_path: Path, given: str) -> None:
    files = {f"dest/{NAME}": manifest(["dest/desktop/js/a.js"]), "dest/desktop/js/a.js": SCRIPT}
    submission = read(written(tmp_path / "project", files) / given)
    prefix = "" if given else "dest/"
    assert pages(submission) == {"desktop": (f"{prefix}desktop/js/a.js",)}
    assert submission.file(f"{prefix}desktop/js/a.js") is not None


@pytest.mark.parametrize("given", ["", NAME])
def test_finds_paths_meant_from_the_manifest(tmp_path: Path, given: str) -> None:
    submission = read(
        written(tmp_path / "in", {NAME: manifest(["./desktop\\js\\a.js"]), "desktop/js/a.js": ""}) / given
    )
    assert pages(submission) == {"desktop": ("desktop/js/a.js",)}


def test_the_manifests_own_folder_wins_and_the_rival_is_observed(tmp_path: Path) -> None:
    files = {f"app/{NAME}": manifest(["a.js"]), "app/a.js": "var own;", "a.js": "var above;"}
    submission = read(written(tmp_path / "in", files))
    assert pages(submission)["desktop"] == ("app/a.js",)
    assert observed(submission, "ambiguous-base") == [f"app/{NAME}"]


def test_a_path_that_leaves_the_folder_is_found_where_a_larger_folder_was_given(tmp_path: Path) -> None:
    files = {f"apps/a/{NAME}": manifest(["../../shared/js/x.js"]), "shared/js/x.js": SCRIPT}
    root = written(tmp_path / "in", files)
    assert pages(read(root)) == {"desktop": ("shared/js/x.js",)}
    with pytest.raises(ReviewerError) as raised:
        read(root / "apps" / "a")
    assert "../../shared/js/x.js" in raised.value.message.ja
    assert "外を指しています" in raised.value.message.ja


@pytest.mark.parametrize(
    "path", ["/etc/passwd", "C:\\Windows\\win.ini", "\\\\server\\share\\a.js", "../a.js", "x/../../a.js"]
)
def test_a_path_that_leads_outside_is_an_error_that_names_it(tmp_path: Path, path: str) -> None:
    written(tmp_path, {"a.js": SCRIPT})
    with pytest.raises(ReviewerError, match="leads outside") as raised:
        read(written(tmp_path / "in", {NAME: manifest([path])}))
    assert path in raised.value.message.ja


def test_a_manifest_cannot_reach_files_above_what_was_given(tmp_path: Path) -> None:
    root = written(tmp_path / "in", {f"dest/{NAME}": manifest(["secret.js"]), "secret.js": "var secret;"})
    with pytest.raises(ReviewerError, match="cannot be found"):
        read(root / "dest")


def test_missing_files_are_an_error_that_names_them(tmp_path: Path) -> None:
    root = written(tmp_path / "in", {NAME: manifest(["a.js", "無い.js", "none.js"]), "a.js": SCRIPT})
    with pytest.raises(ReviewerError) as raised:
        read(root)
    assert f"{NAME}の1行" in raised.value.message.ja
    assert "「無い.js」、「none.js」" in raised.value.message.ja
    assert "「a.js」" not in raised.value.message.ja


@pytest.mark.parametrize("twin", ["js/a.js", "./js/a.js", "js\\a.js", "js/x/../a.js"])
def test_the_same_file_twice_in_one_list_is_an_error(tmp_path: Path, twin: str) -> None:
    with pytest.raises(ReviewerError, match=r"stands twice in desktop\.js"):
        read(written(tmp_path / "in", {NAME: manifest(["js/a.js", twin]), "js/a.js": SCRIPT}))


@pytest.mark.parametrize(
    "text",
    ['{"desktop": {"js": "a.js"}}', '{"desktop": {"js": [1]}}', '{"desktop": {"js": [""]}}', '{"desktop": {"js": {}}}'],
)
def test_lists_of_another_shape_are_an_error(tmp_path: Path, text: str) -> None:
    with pytest.raises(ReviewerError, match=r"customize-manifest\.json, line 1, column \d+"):
        read(written(tmp_path / "in", {NAME: text, "a.js": SCRIPT}))


@pytest.mark.parametrize("given", ["", NAME])
def test_what_is_not_json_is_an_error_with_line_and_column(tmp_path: Path, given: str) -> None:
    root = written(tmp_path / "in", {NAME: '{\r\n  "desktop": {"js": ["a.js",]}\r\n}', "a.js": SCRIPT})
    with pytest.raises(ReviewerError) as raised:
        read(root / given)
    assert f"{NAME}の2行29文字目" in raised.value.message.ja


def test_a_missing_mobile_section_or_null_is_an_empty_list(tmp_path: Path) -> None:
    text = '{"desktop": {"js": ["a.js"], "css": null}, "mobile": null}'
    assert pages(read(written(tmp_path / "in", {NAME: text, "a.js": SCRIPT}))) == {"desktop": ("a.js",)}


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16"])
def test_reads_what_powershell_writes(tmp_path: Path, codec: str) -> None:
    deep = " " * 40
    text = (
        f'{{\r\n{deep}"desktop":  {{\r\n{deep * 2}"js":  [\r\n{deep * 3}"集計.js"\r\n{deep * 2}]\r\n{deep}}}\r\n}}\r\n'
    )
    submission = read(written(tmp_path / "in", {NAME: text.encode(codec), "集計.js": SCRIPT}))
    assert pages(submission) == {"desktop": ("集計.js",)}
    assert submission.gaps == ()


def test_code_that_is_not_named_is_reviewed_apart_and_observed(tmp_path: Path) -> None:
    files: Files = {
        NAME: manifest(["a.js"]),
        "a.js": SCRIPT,
        "old/b.js": SCRIPT,
        "src/c.vue": "",
        "src/d.ts": "const d: number = 1;",
        "図.png": b"\x89PNG\r\n",
    }
    submission = read(written(tmp_path / "in", files))
    assert observed(submission, "unlisted-file") == ["old/b.js"]
    assert pages(submission) == {"desktop": ("a.js",), "old/b.js": ("old/b.js",), "src/d.ts": ("src/d.ts",)}
    for name in ("old/b.js", "src/d.ts"):
        extra = submission.file(name)
        assert extra is not None
        assert extra.role is Role.EXTRA
    assert [(gap.kind, gap.blocking) for gap in submission.gaps] == [("unsupported-language", False)]


def test_a_named_file_is_what_its_list_says_whatever_its_extension(tmp_path: Path) -> None:
    submission = read(written(tmp_path / "in", {NAME: manifest(["a.txt"], ["b"]), "a.txt": SCRIPT, "b": "a {}"}))
    assert {file.path: file.kind for file in submission.files if file.path != NAME} == {
        "a.txt": Kind.JAVASCRIPT,
        "b": Kind.CSS,
    }


def test_a_named_file_in_a_language_that_is_not_read_blocks(tmp_path: Path) -> None:
    submission = read(written(tmp_path / "in", {NAME: manifest(["a.vue"]), "a.vue": "let a;"}))
    assert [(gap.kind, gap.blocking) for gap in submission.gaps] == [("unsupported-language", True)]


def test_a_named_typescript_source_is_read_as_such(tmp_path: Path) -> None:
    submission = read(written(tmp_path / "in", {NAME: manifest(["a.ts"]), "a.ts": "let a: number;"}))
    source = submission.file("a.ts")
    assert source is not None
    assert (source.kind, source.role, submission.gaps) == (Kind.TYPESCRIPT, Role.DESKTOP, ())


def test_a_named_file_in_node_modules_is_reviewed(tmp_path: Path) -> None:
    files = {NAME: manifest(["node_modules/x/x.js"]), "node_modules/x/x.js": SCRIPT, "node_modules/x/y.js": SCRIPT}
    for path in (written(tmp_path / "in", files), tmp_path / "in.zip"):
        if path.suffix:
            path.write_bytes(zipped(files))
        submission = read(path)
        assert pages(submission) == {"desktop": ("node_modules/x/x.js",)}
        assert submission.file("node_modules/x/y.js") is None


def test_names_are_matched_over_unicode_forms_and_letter_case(tmp_path: Path) -> None:
    files = {NAME: manifest(["ガイド.js", "JS/App.js"]), "ガイド.js": SCRIPT, "js/app.js": SCRIPT}
    assert pages(read(written(tmp_path / "in", files))) == {"desktop": ("ガイド.js", "js/app.js")}


def test_two_manifests_in_one_folder_are_two_sets_of_pages_unless_one_is_named(tmp_path: Path) -> None:
    files = {
        "customize-manifest.dev.json": manifest(["dev.js"]),
        "customize-manifest.prod.json": manifest(["prod.js"]),
        "dev.js": "",
        "prod.js": "",
    }
    root = written(tmp_path / "in", files)
    both = read(root)
    assert both.kind is SubmissionKind.FOLDER
    assert pages(both) == {
        "customize-manifest.dev.json desktop": ("dev.js",),
        "customize-manifest.prod.json desktop": ("prod.js",),
    }
    assert pages(read(root / "customize-manifest.prod.json")) == {"desktop": ("prod.js",), "dev.js": ("dev.js",)}


def test_a_repository_of_several_apps_shares_files_between_them(tmp_path: Path) -> None:
    shared = "../../shared/x.js"
    files: Files = {
        f"apps/見積/{NAME}": manifest([shared, "a.js"]),
        "apps/見積/a.js": "",
        f"apps/請求/{NAME}": manifest([shared]),
        "shared/x.js": "",
    }
    submission = read(written(tmp_path / "in", files))
    assert pages(submission) == {
        "apps/見積 desktop": ("shared/x.js", "apps/見積/a.js"),
        "apps/請求 desktop": ("shared/x.js",),
    }


def test_any_json_that_is_no_manifest_is_just_a_file(tmp_path: Path) -> None:
    root = written(tmp_path / "in", {"package.json": '{"name": "app", "main": "a.js"}', "a.js": SCRIPT})
    assert read(root / "package.json").kind is SubmissionKind.FILES
    assert read(root).kind is SubmissionKind.FOLDER


def test_a_key_that_stands_twice_is_observed(tmp_path: Path) -> None:
    text = '{"desktop": {"js": ["x.js"]}, "desktop": {"js": ["a.js"]}}'
    submission: Submission = read(written(tmp_path / "in", {NAME: text, "a.js": SCRIPT}))
    assert observed(submission, "json-duplicate-key") == [NAME]
    assert gap_kinds(submission) == set()


def test_more_manifests_than_are_followed_block_and_nothing_is_lost(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {f"{app}/{NAME}": manifest(["a.js"]) for app in "abc"}
    files.update({f"{app}/a.js": SCRIPT for app in "abc"})
    submission = read(written(tmp_path / "in", files), replace(DEFAULT, forms=2))
    assert gap_kinds(submission) == {"too-many-forms"}
    assert [file.path for file in submission.files] == sorted(files)


def test_a_list_of_thousands_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReviewerError, match="kintone takes 30"):
        read(written(tmp_path / "in", {NAME: manifest([f"{number}.js" for number in range(2_000)])}))
