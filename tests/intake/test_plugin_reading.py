"""Plug-ins, unpacked or zipped: what each page loads, who signed it, and everything that should not be so."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from intake_samples import SCRIPT, Files, gap_kinds, observed, pages, plugin_files, plugin_manifest, written, zipped

from reviewer.intake import read
from reviewer.source import Kind, Role
from reviewer.submission import Submission, SubmissionKind


def opened(tmp_path: Path, files: Files) -> Submission:
    return read(written(tmp_path / "plugin", files))


def packed(tmp_path: Path, contents: Files, outer: Files | None = None) -> Submission:
    """A plug-in zip whose key and signature are none."""
    path = tmp_path / "plugin.zip"
    path.write_bytes(zipped({"contents.zip": zipped(contents), "PUBKEY": b"key", "SIGNATURE": b"sig", **(outer or {})}))
    return read(path)


@pytest.mark.parametrize("given", ["", "manifest.json"])
def test_an_unpacked_plugin_has_its_pages_in_load_order(tmp_path: Path, given: str) -> None:
    submission = read(written(tmp_path / "plugin", plugin_files()) / given)
    assert submission.kind is SubmissionKind.PLUGIN_FOLDER
    assert pages(submission) == {
        "desktop": ("js/desktop.js", "css/desktop.css"),
        "mobile": ("js/mobile.js",),
        "config": ("html/config.html", "js/config.js"),
    }
    assert {file.path: (file.kind, file.role) for file in submission.files} == {
        "css/desktop.css": (Kind.CSS, Role.DESKTOP),
        "html/config.html": (Kind.HTML, Role.CONFIG),
        "js/config.js": (Kind.JAVASCRIPT, Role.CONFIG),
        "js/desktop.js": (Kind.JAVASCRIPT, Role.DESKTOP),
        "js/mobile.js": (Kind.JAVASCRIPT, Role.MOBILE),
        "manifest.json": (Kind.JSON, Role.MANIFEST),
    }
    assert [each.path for each in submission.unreviewed] == ["image/icon.png"]
    assert (submission.observations, submission.gaps) == ((), ())


def test_an_unpacked_plugin_has_no_identity(tmp_path: Path) -> None:
    plugin = opened(tmp_path, plugin_files(version="1.2.0")).plugin
    assert plugin is not None
    assert (plugin.name, plugin.version, plugin.id, plugin.signature_valid) == ("日付表示", "1.2.0", None, None)


def test_components_of_version_2_are_pages_of_their_own(tmp_path: Path) -> None:
    components = [
        {"type": "APP_INDEX_HEADER_SPACE", "html": "a.html", "js": ["js/desktop.js"], "css": ["css/desktop.css"]},
        {"type": "APP_INDEX_HEADLESS", "js": ["js/mobile.js"]},
    ]
    changes = {"manifest_version": 2, "components": components, "desktop": None, "mobile": None}
    submission = opened(tmp_path, {**plugin_files(**changes), "a.html": "<p>表</p>"})
    assert submission.plugin is not None
    assert submission.plugin.manifest_version == 2
    assert list(pages(submission).items())[1:] == [
        ("APP_INDEX_HEADER_SPACE-1", ("a.html", "js/desktop.js", "css/desktop.css")),
        ("APP_INDEX_HEADLESS-2", ("js/mobile.js",)),
    ]
    assert submission.observations == ()


@pytest.mark.parametrize(
    ("permissions", "expected"),
    [
        (
            {"js_api": ["kintone.app.getId"], "rest_api": ["/k/v1/records.json:get"]},
            ("js_api:kintone.app.getId", "rest_api:/k/v1/records.json:get"),
        ),
        (
            [{"permission": "app_record_view"}, {"permission": "network", "scope": ["a", "b"]}],
            ("app_record_view", "network:a,b"),
        ),
        ([{"permission": "network", "scope": "any"}], ("network:any",)),
        (None, ()),
        ("everything", ()),
    ],
)
def test_permissions_of_either_shape_and_hosts_are_known(
    tmp_path: Path, permissions: object, expected: tuple[str, ...]
) -> None:
    plugin = opened(tmp_path, plugin_files(sandbox=True, allowed_hosts=["*"], permissions=permissions)).plugin
    assert plugin is not None
    assert (plugin.allowed_hosts, plugin.permissions) == (("*",), expected)


def test_urls_of_a_plugin_know_their_place(tmp_path: Path) -> None:
    url = "https://js.cybozu.com/sweetalert2/v11.6.14/sweetalert2.min.css"
    submission = opened(tmp_path, plugin_files(config={"css": [url]}))
    (resource,) = submission.urls
    assert (resource.url, resource.role, resource.style) == (url, Role.CONFIG, True)
    assert resource.location is not None
    assert resource.location.text == json.dumps(url)


@pytest.mark.parametrize(
    ("changes", "detail"),
    [
        ({"surprise": 1}, "surprise"),
        ({"desktop": {"js": ["js/desktop.js"], "jss": []}}, "desktop.jss"),
        ({"components": [{"type": "X", "script": []}]}, "components.script"),
    ],
)
def test_unknown_keys_are_observed(tmp_path: Path, changes: Mapping[str, object], detail: str) -> None:
    submission = opened(tmp_path, plugin_files(**changes))
    assert [o.detail for o in submission.observations if o.kind == "manifest-unknown-key"] == [detail]


@pytest.mark.parametrize(
    ("changes", "detail"),
    [
        ({"name": None}, "name"),
        ({"version": "01.x"}, 'version: "01.x"'),
        ({"version": [1]}, "version: [1]"),
        ({"manifest_version": 3}, "manifest_version: 3"),
        ({"type": "SPACE"}, "type: SPACE"),
        ({"mobile": {"js": "js/mobile.js"}}, 'mobile.js: "js/mobile.js"'),
        ({"mobile": {"js": ["js/none.js"]}}, "mobile: js/none.js"),
        ({"mobile": {"js": ["../outside.js"]}}, "mobile: ../outside.js"),
    ],
)
def test_what_kintone_would_refuse_is_observed(tmp_path: Path, changes: Mapping[str, object], detail: str) -> None:
    written(tmp_path, {"outside.js": SCRIPT})
    submission = opened(tmp_path, plugin_files(**changes))
    assert detail in [o.detail for o in submission.observations if o.kind == "manifest-invalid"]


@pytest.mark.parametrize("path", ["js/none.js", "../outside.js", "/etc/passwd"])
def test_code_that_a_plugin_loads_but_does_not_hold_blocks(tmp_path: Path, path: str) -> None:
    (gap,) = opened(tmp_path, plugin_files(mobile={"js": [path]})).gaps
    assert (gap.kind, gap.blocking, path in gap.message.ja) == ("missing-file", True, True)


@pytest.mark.parametrize("is_packed", [False, True])
def test_a_manifest_that_is_not_json_leaves_the_code_reviewed_and_blocks(tmp_path: Path, is_packed: bool) -> None:
    files = {**plugin_files(), "manifest.json": '{"manifest_version": 1,\n "version": 1,,}'}
    submission = packed(tmp_path, files) if is_packed else opened(tmp_path, files)
    assert observed(submission, "manifest-invalid") == ["manifest.json"]
    assert gap_kinds(submission) == {"manifest-invalid"}
    assert submission.file("js/desktop.js") is not None


def test_a_zip_of_the_folder_is_unsigned(tmp_path: Path) -> None:
    path = tmp_path / "folder.zip"
    path.write_bytes(zipped({f"日付/{name}": content for name, content in plugin_files().items()}))
    submission = read(path)
    assert submission.kind is SubmissionKind.PLUGIN_ZIP
    assert observed(submission, "plugin-unsigned") == ["日付/manifest.json"]
    assert pages(submission)["desktop"] == ("日付/js/desktop.js", "日付/css/desktop.css")


def test_a_packed_plugin_reads_as_the_folder_it_was_packed_from(tmp_path: Path) -> None:
    folder, archive = opened(tmp_path, plugin_files()), packed(tmp_path, plugin_files())
    assert archive.kind is SubmissionKind.PLUGIN_ZIP
    assert [(f.path, f.role, f.sha256) for f in archive.files] == [(f.path, f.role, f.sha256) for f in folder.files]
    assert archive.pages == folder.pages


def test_a_signature_that_is_none_is_invalid(tmp_path: Path) -> None:
    submission = packed(tmp_path, plugin_files())
    assert observed(submission, "plugin-signature-invalid") == ["SIGNATURE"]
    assert submission.plugin is not None
    assert submission.plugin.signature_valid is False


@pytest.mark.parametrize("kept", ["PUBKEY", "SIGNATURE", None])
def test_a_container_without_key_or_signature_is_unsigned(tmp_path: Path, kept: str | None) -> None:
    path = tmp_path / "plugin.zip"
    path.write_bytes(zipped({"contents.zip": zipped(plugin_files()), **({kept: b"x"} if kept else {})}))
    submission = read(path)
    assert observed(submission, "plugin-unsigned") == ["manifest.json"]
    assert submission.plugin is not None
    assert submission.plugin.signature_valid is None


def test_everything_a_packed_plugin_does_not_name_is_observed_and_its_code_reviewed(tmp_path: Path) -> None:
    inner = {**plugin_files(), "js/more.js": SCRIPT, "notes.md": "# memo", "image/icon.png": b"\x89PNG\r\n"}
    submission = packed(tmp_path, inner, {"outer.js": SCRIPT, "private.ppk": "-----BEGIN RSA PRIVATE KEY-----"})
    assert observed(submission, "plugin-extra-entry") == ["js/more.js", "notes.md", "outer.js", "private.ppk"]
    assert observed(submission, "key-leaked") == ["private.ppk"]
    extra = submission.file("js/more.js")
    assert extra is not None
    assert extra.role is Role.EXTRA
    assert pages(submission)["js/more.js"] == ("js/more.js",)


def test_code_beside_an_unpacked_plugin_is_observed_as_not_named(tmp_path: Path) -> None:
    submission = opened(tmp_path, {**plugin_files(), "test/a.test.js": SCRIPT})
    assert observed(submission, "unlisted-file") == ["test/a.test.js"]


def test_a_second_manifest_is_observed(tmp_path: Path) -> None:
    submission = packed(tmp_path, {**plugin_files(), "copy/manifest.json": plugin_manifest()})
    assert observed(submission, "duplicate-manifest") == ["copy/manifest.json", "manifest.json"]


def test_a_manifest_below_the_top_is_observed(tmp_path: Path) -> None:
    submission = packed(tmp_path, {f"src/{name}": content for name, content in plugin_files().items()})
    assert observed(submission, "manifest-in-subfolder") == ["src/manifest.json"]
    assert pages(submission)["mobile"] == ("src/js/mobile.js",)
    assert submission.plugin is not None


def test_a_container_without_manifest_blocks(tmp_path: Path) -> None:
    submission = packed(tmp_path, {"js/desktop.js": SCRIPT})
    assert observed(submission, "manifest-invalid") == ["plugin.zip"]
    assert gap_kinds(submission) == {"manifest-missing"}
    assert submission.file("js/desktop.js") is not None


def test_contents_that_are_no_zip_block(tmp_path: Path) -> None:
    path = tmp_path / "plugin.zip"
    path.write_bytes(zipped({"contents.zip": b"nothing", "PUBKEY": b"k", "SIGNATURE": b"s"}))
    assert {"archive-unreadable", "manifest-missing"} <= gap_kinds(read(path))


def test_a_zip_within_the_contents_is_not_opened_and_blocks(tmp_path: Path) -> None:
    submission = packed(tmp_path, {**plugin_files(), "lib.zip": zipped({"a.js": SCRIPT})})
    assert ("nested-archive", "lib.zip") in {(gap.kind, gap.path) for gap in submission.gaps}
    assert submission.file("lib.zip/a.js") is None


def test_names_that_leave_the_contents_are_kept_apart(tmp_path: Path) -> None:
    submission = packed(tmp_path, {**plugin_files(mobile={"js": ["../evil.js"]}), "../evil.js": SCRIPT})
    assert observed(submission, "zip-slip") == ["_up_/evil.js"]
    assert submission.file("_up_/evil.js") is not None
    assert "missing-file" in gap_kinds(submission)


def test_a_plugin_zip_beside_its_folder_is_a_second_plugin(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {f"src/{name}": content for name, content in plugin_files().items()}
    files["plugin.zip"] = zipped({"contents.zip": zipped(plugin_files()), "PUBKEY": b"k", "SIGNATURE": b"s"})
    submission = opened(tmp_path, files)
    assert submission.kind is SubmissionKind.FOLDER
    assert "src desktop" in pages(submission)
    assert pages(submission)["plugin.zip desktop"] == ("plugin.zip/js/desktop.js", "plugin.zip/css/desktop.css")


def test_the_manifest_of_another_product_makes_no_plugin(tmp_path: Path) -> None:
    manifest = '{"manifest_version": 3, "name": "x", "background": {"service_worker": "a.js"}}'
    submission = opened(tmp_path, {"manifest.json": manifest, "a.js": SCRIPT})
    assert (submission.kind, submission.plugin) == (SubmissionKind.FOLDER, None)
    assert pages(submission) == {"page": ("a.js",)}
