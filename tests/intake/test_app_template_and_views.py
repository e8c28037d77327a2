"""Code in app templates, which has no extension, and code in custom views, which stands in JSON, is found."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from intake_samples import SCRIPT, Files, observed, pages, written, zipped

from reviewer.intake import DEFAULT, read
from reviewer.source import Kind, Role
from reviewer.submission import SubmissionKind

URL = "https://js.cybozu.com/jquery/3.7.1/jquery.min.js"


def template(*apps: object) -> str:
    return json.dumps({"apps": list(apps)}, ensure_ascii=False)


ONE_APP: Files = {
    "01/template.json": template({"name": "備品管理", "jsFiles": [{"type": "DESKTOP", "url": URL}]}),
    "01/appjs01_DESKTOP_2": "var second;",
    "01/appjs01_DESKTOP_10": "var tenth;",
    "01/appjs01_DESKTOP_CSS_1": "a {}",
    "01/appjs01_MOBILE_1": "var mobile;",
    "01/appjs01_MOBILE_CSS_1": "b {}",
    "01/icon": b"\x89PNG\r\n\x1a\n\0\0",
    "01/signature": b"\x01\x02\x03",
}


@pytest.mark.parametrize("is_packed", [False, True])
def test_customizations_of_a_template_are_code_in_their_order(tmp_path: Path, is_packed: bool) -> None:
    path = written(tmp_path / "in", ONE_APP)
    if is_packed:
        path = tmp_path / "備品管理.zip"
        path.write_bytes(zipped(ONE_APP))
    submission = read(path)
    assert submission.kind is SubmissionKind.APP_TEMPLATE
    assert pages(submission) == {
        "desktop": (URL, "01/appjs01_DESKTOP_2", "01/appjs01_DESKTOP_10", "01/appjs01_DESKTOP_CSS_1"),
        "mobile": ("01/appjs01_MOBILE_1", "01/appjs01_MOBILE_CSS_1"),
    }
    assert {file.path: (file.kind, file.role) for file in submission.files} == {
        "01/appjs01_DESKTOP_10": (Kind.JAVASCRIPT, Role.DESKTOP),
        "01/appjs01_DESKTOP_2": (Kind.JAVASCRIPT, Role.DESKTOP),
        "01/appjs01_DESKTOP_CSS_1": (Kind.CSS, Role.DESKTOP),
        "01/appjs01_MOBILE_1": (Kind.JAVASCRIPT, Role.MOBILE),
        "01/appjs01_MOBILE_CSS_1": (Kind.CSS, Role.MOBILE),
        "01/template.json": (Kind.JSON, Role.MANIFEST),
    }
    assert [each.path for each in submission.unreviewed] == ["01/icon", "01/signature"]
    assert submission.gaps == ()


def test_each_app_of_a_template_has_pages_of_its_own(tmp_path: Path) -> None:
    files = {
        "01/template.json": template({"jsFiles": {"MOBILE": [URL]}}, {}),
        "01/appjs01_DESKTOP_1": SCRIPT,
        "01/appjs02_DESKTOP_1": SCRIPT,
    }
    assert pages(read(written(tmp_path / "in", files))) == {
        "app01 desktop": (URL, "01/appjs01_DESKTOP_1"),
        "app02 desktop": ("01/appjs02_DESKTOP_1",),
    }


def test_a_template_that_is_not_json_still_gives_its_code_and_blocks(tmp_path: Path) -> None:
    submission = read(written(tmp_path / "in", {"template.json": "{", "appjs01_DESKTOP_1": SCRIPT}))
    assert pages(submission) == {"desktop": ("appjs01_DESKTOP_1",)}
    assert observed(submission, "manifest-invalid") == ["template.json"]
    assert [(gap.kind, gap.blocking) for gap in submission.gaps] == [("manifest-invalid", True)]


def test_custom_views_within_a_template_are_reviewed(tmp_path: Path) -> None:
    app = {
        "views": [
            {"name": "地図", "type": "CUSTOM", "html": "<div onclick='show()'></div>"},
            {"name": "一覧", "html": ""},
        ]
    }
    submission = read(written(tmp_path / "in", {"template.json": template(app), "appjs01_DESKTOP_1": SCRIPT}))
    assert pages(submission) == {"desktop": ("appjs01_DESKTOP_1", "template.json#地図")}


VIEWS = json.dumps(
    {
        "views": {
            "一覧": {"type": "LIST", "name": "一覧", "fields": ["a"]},
            "カレンダー": {
                "type": "CUSTOM",
                "name": "カレンダー",
                "html": "<div id='cal'></div>\r\n<script>draw();</script>",
            },
            "空": {"type": "CUSTOM", "name": "空", "html": ""},
        },
        "revision": "3",
    },
    ensure_ascii=False,
)
MANIFEST = json.dumps({"desktop": {"js": ["a.js"], "css": []}, "mobile": {"js": [], "css": []}})


@pytest.mark.parametrize("name", ["app/views.json", "app_views.json", "views.json"])
def test_custom_views_are_files_on_the_page_of_the_folder(tmp_path: Path, name: str) -> None:
    submission = read(written(tmp_path / "in", {name: VIEWS, "z.js": SCRIPT}))
    assert pages(submission) == {"page": ("z.js", f"{name}#カレンダー", f"{name}#空")}
    view = submission.file(f"{name}#カレンダー")
    assert view is not None
    assert (view.kind, view.role) == (Kind.HTML, Role.VIEW)
    assert view.text == "<div id='cal'></div>\r\n<script>draw();</script>"
    assert view.size == len(view.text)


def test_custom_views_come_after_what_the_manifest_loads_on_desktop(tmp_path: Path) -> None:
    files = {"customize-manifest.json": MANIFEST, "a.js": SCRIPT, "app/views.json": VIEWS}
    submission = read(written(tmp_path / "in", files))
    assert submission.kind is SubmissionKind.MANIFEST
    assert pages(submission) == {"desktop": ("a.js", "app/views.json#カレンダー", "app/views.json#空")}


def test_custom_views_belong_to_the_app_whose_folder_they_lie_in(tmp_path: Path) -> None:
    one = {f"{app}/customize-manifest.json": MANIFEST for app in ("見積", "請求")}
    files = {**one, "見積/a.js": "", "請求/a.js": "", "請求/app/views.json": VIEWS}
    assert pages(read(written(tmp_path / "in", files))) == {
        "見積 desktop": ("見積/a.js",),
        "請求 desktop": ("請求/a.js", "請求/app/views.json#カレンダー", "請求/app/views.json#空"),
    }


def test_views_alone_are_a_submission(tmp_path: Path) -> None:
    submission = read(written(tmp_path / "in", {"views.json": VIEWS, "other.js": SCRIPT}) / "views.json")
    assert [file.path for file in submission.files] == ["views.json", "views.json#カレンダー", "views.json#空"]


def test_a_name_given_twice_in_views_is_observed(tmp_path: Path) -> None:
    text = '{"views": {"A": {"type": "CUSTOM", "html": "<b>"}, "A": {"type": "LIST"}}}'
    assert observed(read(written(tmp_path / "in", {"views.json": text})), "json-duplicate-key") == ["views.json"]


def test_views_that_are_not_json_block(tmp_path: Path) -> None:
    submission = read(written(tmp_path / "in", {"views.json": '{"views": {"A": {"html": "<b>",}}}', "a.js": SCRIPT}))
    assert [(gap.kind, gap.path, gap.blocking) for gap in submission.gaps] == [("views-unreadable", "views.json", True)]


def test_views_too_large_to_be_read_block(tmp_path: Path) -> None:
    limits = replace(DEFAULT, json_bytes=100, text_bytes=100)
    submission = read(written(tmp_path / "in", {"views.json": VIEWS}), limits)
    assert [(gap.kind, gap.path, gap.blocking) for gap in submission.gaps] == [("file-too-large", "views.json", True)]


def test_a_template_alone_that_is_not_json_blocks(tmp_path: Path) -> None:
    submission = read(written(tmp_path / "in", {"template.json": '{"apps": [}'}) / "template.json")
    assert [(gap.kind, gap.blocking) for gap in submission.gaps] == [("manifest-invalid", True)]
