"""Whatever bytes come under whatever name: a submission or a `ReviewerError`, and soon."""

from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from intake_samples import SCRIPT, plugin_files, plugin_manifest, written, zipped

from reviewer.errors import ReviewerError
from reviewer.intake import DEFAULT, read
from reviewer.submission import Submission

SMALL = replace(DEFAULT, files=50, file_bytes=100_000, total_bytes=400_000)
NAMES = [
    *(
        "提出.zip",
        "a.js",
        "a.css",
        "a.html",
        "manifest.json",
        "customize-manifest.json",
        "customize.json",
        "views.json",
    ),
    *("template.json", "a", ".env", "a.ts", "a.png"),
]
KEYS = [
    *("desktop", "mobile", "config", "js", "css", "html", "type", "file", "name", "url", "size", "views", "apps"),
    *("jsFiles", "manifest_version", "version", "icon", "components", "permissions", "allowed_hosts", "scope"),
]
QUICK = settings(deadline=2_000, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def outcome(path: Path) -> Submission | ReviewerError:
    try:
        return read(path, SMALL)
    except ReviewerError as error:
        return error


def sound(result: Submission | ReviewerError) -> None:
    """What holds of every submission."""
    if isinstance(result, ReviewerError):
        assert result.message.ja
        return
    paths = [each.path for group in (result.files, result.unreviewed) for each in group]
    assert len(paths) == len(set(paths))
    assert all(".." not in path.split("/") and not path.startswith("/") for path in paths)
    known = {file.path for file in result.files} | {url.url for url in result.urls} | set(paths)
    assert {resource for page in result.pages for resource in page.resources} <= known
    for file in result.files:
        file.text.encode("utf-8")


@pytest.mark.parametrize("name", NAMES)
@QUICK
@given(data=st.binary(max_size=2_000))
def test_any_bytes_under_any_name(name: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = written(Path(folder) / "in", {name: data})
        sound(outcome(root / name))
        sound(outcome(root))


@pytest.mark.parametrize(
    "name", ["manifest.json", "customize-manifest.json", "customize.json", "views.json", "template.json"]
)
@QUICK
@given(
    value=st.recursive(
        st.none() | st.integers() | st.sampled_from(["a.js", "https://example.com/a.js", "CUSTOM", "URL", "FILE", ""]),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(KEYS),
                inner,
                max_size=5,
            )
        ),
        max_leaves=14,
    )
)
def test_any_json_under_the_name_of_a_form(name: str, value: object) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = written(Path(folder) / "in", {name: json.dumps(value), "a.js": SCRIPT, "appjs01_DESKTOP_1": SCRIPT})
        sound(outcome(root))
        sound(outcome(root / name))


PLUGIN = zipped({"contents.zip": zipped(plugin_files()), "PUBKEY": b"k", "SIGNATURE": b"s"})
NESTED = zipped({"in.zip": PLUGIN, "customize/manifest.json": plugin_manifest(), "a.js": SCRIPT})


@pytest.mark.parametrize("original", [PLUGIN, NESTED], ids=["plugin", "nested"])
@settings(QUICK, max_examples=150)
@given(changes=st.lists(st.tuples(st.integers(0, 100_000), st.integers(0, 255)), max_size=8), cut=st.integers(0, 200))
def test_a_zip_with_any_bytes_changed(original: bytes, changes: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(original)
    for position, value in changes:
        # From the end: that is where the records stand that decide how the rest is read.
        data[-1 - position % len(data)] = value
    with tempfile.TemporaryDirectory() as folder:
        root = written(Path(folder) / "in", {"提出.zip": bytes(data[: len(data) - cut])})
        sound(outcome(root / "提出.zip"))
        sound(outcome(root))
