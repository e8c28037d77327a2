"""What the throughput benchmark stands on: its material, and the functions that it times. Nothing is timed here."""

from __future__ import annotations

from pathlib import Path

import handwritten
import pytest
from stages import HOOKS, place


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


@pytest.mark.parametrize(("module", "name"), [(module, name) for _, module, name in HOOKS])
def test_what_stands_for_a_stage_exists(module: str, name: str) -> None:
    assert place(module, name) is not None, "it has moved: change its name in tests/benchmarks/stages.py"
