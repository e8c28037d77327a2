"""What is a submission in a store, what only groups, and that nothing is left out without a word."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from stores import store

from reviewer.batch.content import content
from reviewer.batch.shelf import Disk
from reviewer.batch.store import Item, LeftOver, found
from reviewer.intake import DEFAULT, read
from reviewer.source import SourceFile


def zipped(**files: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return data.getvalue()


def items(root: Path) -> dict[str, Item]:
    return {each.place: each for each in found(Disk(root)) if isinstance(each, Item)}


def left(root: Path) -> list[str]:
    return [each.place for each in found(Disk(root)) if isinstance(each, LeftOver)]


@pytest.mark.parametrize(
    ("files", "submissions", "left_over"),
    [
        pytest.param(["a/main.js", "b/c/main.js"], ["a", "b/c"], [], id="a folder with code"),
        pytest.param(["a/main.js", "a/lib/x.js", "a/css/y.css"], ["a"], [], id="code below code belongs to it"),
        pytest.param(["a/x.js", "a/p/manifest.json", "a/p/q.js"], ["a", "a/p"], [], id="a manifest below is its own"),
        pytest.param(["a/manifest.json", "a/p/manifest.json"], ["a"], [], id="a manifest takes everything below it"),
        pytest.param(["a/申請書.yaml", "a/js/x.js", "a/css/y.css"], ["a"], [], id="a declaration does so too"),
        pytest.param(["a/p.zip", "a/q.ZIP", "a/readme.md"], ["a/p.zip", "a/q.ZIP"], ["a/readme.md"], id="archives"),
        pytest.param(["a/x.js", "a/p.zip"], ["a"], [], id="an archive beside code belongs to it"),
        pytest.param(["a/p.7z", "a/q.tar.gz"], ["a/p.7z", "a/q.tar.gz"], [], id="archives that are not opened"),
        pytest.param(["a/x.vue", "b/y.scss"], ["a", "b"], [], id="languages that are not read are told"),
        pytest.param(["x.js", "note.txt", "a/y.js", "p.zip"], [".", "a", "p.zip"], [], id="code at the top"),
        pytest.param(["manifest.json", "a/x.js"], ["."], [], id="a store that is one submission"),
        pytest.param(["a/node_modules/b/x.js"], [], ["a/node_modules"], id="packages of development are told"),
        pytest.param(["memo.txt", "a/b/data.csv"], [], ["memo.txt", "a/b/data.csv"], id="no code at all"),
    ],
)
def test_submissions_are_found_by_what_a_folder_holds(
    tmp_path: Path, files: Sequence[str], submissions: Sequence[str], left_over: Sequence[str]
) -> None:
    root = store(tmp_path, dict.fromkeys(files, "{}"))
    assert sorted(items(root)) == sorted(submissions)
    assert sorted(left(root)) == sorted(left_over)


def test_every_code_file_of_a_store_is_in_exactly_one_submission(tmp_path: Path) -> None:
    names = [
        "top.js", "a/x.js", "a/lib/y.js", "a/p/manifest.json", "a/p/z.js", "b/申請書.yaml", "b/c/d/w.js", "b/c/v.css",
        "e/f/g/customize-manifest.json", "e/f/g/u.js", "e/f/t.ts",
    ]  # fmt: skip
    root = store(tmp_path, dict.fromkeys(names, "{}"))
    read_files = [
        f"{item.path}/{file.path}".lstrip("/") for item in items(root).values() for file in _files(root, item)
    ]
    code = [name for name in names if name.endswith((".js", ".ts", ".css"))]
    assert sorted(name for name in read_files if name in code) == sorted(code)


def _files(root: Path, item: Item) -> Sequence[SourceFile]:
    return read(root / item.path, DEFAULT, frozenset(item.apart)).files


@pytest.mark.parametrize(
    ("declaration", "submission"),
    [
        ("a/申請書.yaml", "a"),
        ("a/declaration.yml", "a"),
        ("a.申請書.yaml", "a"),
        ("a.declaration.yaml", "a"),
        ("p.申請書.yaml", "p.zip"),
    ],
)
def test_a_declaration_lies_in_a_submission_or_beside_it(tmp_path: Path, declaration: str, submission: str) -> None:
    root = store(tmp_path, {"a/x.js": "1", "p.zip": zipped(x="1"), declaration: "{}"})
    assert {place: item.declaration for place, item in items(root).items() if item.declaration} == {
        submission: declaration
    }


@pytest.mark.skipif(os.name == "nt", reason="links need a right on Windows")
def test_a_link_is_told_and_not_followed(tmp_path: Path) -> None:
    root = store(tmp_path / "store", {"a/x.js": "1"})
    (root / "b").symlink_to(root / "a")
    found_items = items(root)
    assert found_items["b"].trouble is not None
    assert found_items["a"].trouble is None


def test_a_name_stands_for_the_same_bytes_and_layout_alone(tmp_path: Path) -> None:
    root = store(
        tmp_path,
        {
            "a/x.js": "1", "b/x.js": "1", "c/y.js": "1", "d/x.js": "2",
            "e/x.js": "1", "e/申請書.yaml": "{}", "f/x.js": "1", "f/申請書.yaml": "{} ",
        },
    )  # fmt: skip
    hashes = {place: content(Disk(root), item).sha256 for place, item in items(root).items()}
    assert hashes["a"] == hashes["b"]
    assert len(set(hashes.values())) == 5
