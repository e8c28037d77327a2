"""Files registered under hostile names lie in the folder all the same, apart, and only there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fetched import fetched
from hypothesis import given
from hypothesis import strategies as st
from service_double import Double, DoubleApp, ordinary_double, serving

from reviewer.fetching.naming import Namer
from reviewer.intake import read


@pytest.fixture
def double() -> Iterator[Double]:
    with serving(ordinary_double()) as running:
        yield running


HOSTILE = [
    "../../../../etc/passwd.js",
    "..\\..\\evil.js",
    "/absolute.js",
    "C:\\x.js",
    "CON.js",
    "aux",
    "com1.min.js",
    "a\x00b\x1b[31m\r\n.js",
    "\u202egpj.js",
    "あ" * 400 + ".js",
    "main.js",
    "main.js",
    "MAIN.JS",
    "main.js.zip",
    ".hidden.js",
    "..",
    "",
    "   ",
    "trailing. ",
    "customize-manifest.json",
    "が.js",
    "か\u3099.js",
    "node_modules/x.js",
    "\ud800.js",
    "https://example.jp/x.js",
    "x.ts",
]


def test_hostile_names_are_all_read_in_their_order(double: Double, tmp_path: Path) -> None:
    files = {f"k{turn}": f"mark({turn});\n".encode() for turn in range(len(HOSTILE))}
    double.apps = {
        "12": DoubleApp(lists={"desktop.js": [(f"k{n}", name) for n, name in enumerate(HOSTILE)]}, files=files)
    }
    found = fetched(double, tmp_path / "store")
    assert found.lacks == []
    assert [p.name for p in tmp_path.iterdir()] == ["store"]
    submission = read(tmp_path / "store" / "app-12")
    assert submission.gaps == ()
    page = next(page for page in submission.pages if page.name == "desktop")
    texts = [file.text for path in page.resources if (file := submission.file(path)) is not None]
    assert texts == [f"mark({turn});\n" for turn in range(len(HOSTILE))]


@given(st.lists(st.text(max_size=200), max_size=6), st.sampled_from(["js", "css"]))
def test_any_names_become_distinct_plain_paths(names: list[str], kind: str) -> None:
    namer = Namer()
    paths = [namer.path("desktop", kind, name) for name in names]
    assert len({path.casefold() for path in paths}) == len(names)
    for path in paths:
        folder, _, last = path.rpartition("/")
        assert folder == f"desktop/{kind}"
        assert last.endswith(f".{kind}")
        assert last.isprintable()
        assert not set(last) & set('<>:"|?*\\')
        assert not last.startswith(".")
        assert len(last.encode("utf-8")) < 120


@pytest.mark.parametrize(
    ("name", "path"), [("画面.js", "画面.js"), ("lib-1.2.min.js", "lib-1.2.min.js"), ("a", "a.js")]
)
def test_ordinary_names_stay(name: str, path: str) -> None:
    assert Namer().path("desktop", "js", name) == f"desktop/js/{path}"
