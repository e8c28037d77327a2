"""What the throughput benchmark stands on: its material, and the functions that it times. Nothing is timed here."""

from __future__ import annotations

from pathlib import Path

import bundles
import handwritten
import pytest
import stored
from stages import HOOKS, place

from reviewer.intake import read
from reviewer.submission import SubmissionKind


def written(folder: Path, checkout: Path) -> dict[str, bytes]:
    folder.mkdir()
    handwritten.write(folder, checkout)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_hand_written_files_are_the_same_every_time_and_no_two_alike(tmp_path: Path, checkout: Path) -> None:
    files = written(tmp_path / "first", checkout)

    assert files == written(tmp_path / "second", checkout)
    assert len(files) == len(set(files.values())) == handwritten.FILES


def test_hand_written_files_hold_two_megabytes_and_half_of_them_are_small(tmp_path: Path, checkout: Path) -> None:
    sizes = sorted(map(len, written(tmp_path / "files", checkout).values()))

    assert sum(sizes) == pytest.approx(2_000_000, rel=0.1)
    assert sizes[len(sizes) // 2] == pytest.approx(3_000, rel=0.2)
    assert sizes[-1] < 50_000


@pytest.fixture
def libraries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand-ins for npm's bundles, which only the benchmark itself installs."""
    for path, _, _ in stored.LIBRARIES.values():
        file = tmp_path / "packages" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"/* {path} */", encoding="utf-8")
    monkeypatch.setattr(bundles, "PACKAGES", tmp_path / "packages")


@pytest.mark.usefixtures("libraries")
def test_a_store_is_the_same_every_time_and_holds_ten_files_a_submission(tmp_path: Path, checkout: Path) -> None:
    def made(name: str) -> tuple[stored.Stored, dict[str, bytes]]:
        told = stored.write(tmp_path / name, checkout, 0.005)
        files = [path for path in (tmp_path / name).rglob("*") if path.is_file()]
        return told, {path.relative_to(tmp_path / name).as_posix(): path.read_bytes() for path in files}

    told, files = made("first")
    assert (told.submissions, told.files) == (10, 100)
    assert (len(files), len(set(files.values()))) == (100, told.distinct)
    assert made("second")[1] == files


@pytest.mark.usefixtures("libraries")
def test_what_a_store_holds_is_read_as_submissions(tmp_path: Path, checkout: Path) -> None:
    stored.write(tmp_path / "store", checkout, 0.001)
    for folder in sorted((tmp_path / "store").iterdir()):
        submission = read(folder)
        assert (submission.kind, submission.gaps) == (SubmissionKind.MANIFEST, ())


@pytest.mark.parametrize(("module", "name"), [(module, name) for _, module, name in HOOKS])
def test_what_stands_for_a_stage_exists(module: str, name: str) -> None:
    assert place(module, name) is not None, "it has moved: change its name in tests/benchmarks/stages.py"
