"""The fault table: whatever befalls a batch, nothing is lost, nothing is said twice, no submission is missing."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from command import invoke
from signalling import hearing
from stores import GOOD, apps, faults, store, summaries, whole

from reviewer.batch import result
from reviewer.summary import Summary

pytestmark = pytest.mark.skipif(os.name == "nt", reason="faults are made with POSIX signals and limits")
ROOT = Path(__file__).parents[2]
PLACES = ("good", "eats", "endless", "sleeps", "crash", "raises", "kills-host", "kills-once", "unreadable", "declared")


def batch(root: Path, out: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return invoke("batch", str(root), "--out", str(out), "--workers", "2", "--lang", "en", *options, **environment)


@pytest.fixture(scope="module")
def troubled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Mapping[str, Summary]]:
    """One batch in which everything goes wrong that can; its folder and what it says."""
    here = tmp_path_factory.mktemp("troubled")
    files = {f"{place}/main.js": GOOD % number for number, place in enumerate(PLACES)}
    root = store(here / "store", {**files, "declared/申請書.yaml": "no: [form"})
    (root / "unreadable" / "main.js").unlink()
    (root / "unreadable" / "main.js").symlink_to(root / "good" / "main.js")
    (root / "linked").symlink_to(root / "good")
    environment = {"PYTHONPATH": os.pathsep.join([faults(here / "faults"), str(ROOT)]), "KILLED": str(here / "killed")}
    # 10 seconds by the clock for each second of computing.
    done = batch(root, here / "out", "--seconds", "2", "--memory", "1500", **environment)
    assert done.returncode == 3, done.stderr.decode()
    places = [*(place for place in PLACES if place != "unreadable"), "linked", "unreadable/main.js"]
    return here, whole(here / "out", places)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        pytest.param("eats", "MiB of memory", id="a submission that eats memory is broken off"),
        pytest.param("endless", "seconds of computing", id="one that never ends is broken off"),
        pytest.param("sleeps", "seconds by the clock", id="one that waits forever is broken off"),
        pytest.param("crash", "exit status -11", id="one that crashes the process is told"),
        pytest.param("raises", "RuntimeError: an error of ours", id="an error of the tool is told"),
        pytest.param("kills-host", "ended twice", id="one whose worker dies again and again is told"),
        pytest.param("declared", "application cannot be loaded", id="a broken declaration is told"),
        pytest.param("linked", "A link", id="a link is told"),
        pytest.param("unreadable/main.js", "A link", id="a linked file is told"),
    ],
)
def test_a_submission_that_fails_is_a_failed_entry(
    troubled: tuple[Path, Mapping[str, Summary]], place: str, said: str
) -> None:
    failed = troubled[1][place].failed
    assert failed is not None
    assert said in failed.en


@pytest.mark.parametrize("place", ["good", "kills-once"])
def test_the_others_are_reviewed_all_the_same(troubled: tuple[Path, Mapping[str, Summary]], place: str) -> None:
    assert troubled[1][place].failed is None


def test_what_failed_is_tried_again_and_the_rest_is_not(troubled: tuple[Path, Mapping[str, Summary]]) -> None:
    here, before = troubled
    (here / "store" / "declared" / "申請書.yaml").unlink()
    kept = (here / "out" / result.folder("good") / "report.html").stat().st_mtime_ns
    batch(here / "store", here / "out")  # without faults
    after = whole(here / "out", before)
    assert [place for place, summary in after.items() if summary.failed] == ["linked", "unreadable/main.js"]
    assert (here / "out" / result.folder("good") / "report.html").stat().st_mtime_ns == kept


def test_killed_at_ten_random_moments_it_goes_on_where_it_was(tmp_path: Path) -> None:
    chance = random.Random(20270401)  # noqa: S311 - moments, not secrets
    root, out = store(tmp_path / "store", apps(10)), tmp_path / "out"
    command = [sys.executable, "-m", "reviewer", "batch", str(root), "--out", str(out), "--json-progress"]
    progress: list[int] = []
    seen = 0
    for turn in range(10):
        process = subprocess.Popen(
            [*command, "--workers", str(1 + turn % 2)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT), "MARK": str(tmp_path)},
        )
        assert process.stderr is not None
        moment = chance.choice(["planned", "asking", "begun", "ended", "ended"])
        for line in process.stderr:
            if f'"{moment}"'.encode() in line:
                break
        seen += len(_workers(str(tmp_path)))
        time.sleep(chance.uniform(0, 0.4))
        process.kill()
        process.wait()
        process.stderr.close()
        made = [place for place in _places(root) if result.made(out, place) is not None]
        progress.append(len(made))
    assert progress == sorted(progress), "nothing that was there is lost"
    assert seen > 10 or sys.platform != "linux", "workers can be told"
    _wait_until_alone(str(tmp_path))
    done = batch(root, out)
    assert done.returncode == 0, done.stderr.decode()
    whole(out, _places(root))


def _places(root: Path) -> list[str]:
    return [path.parent.relative_to(root).as_posix() for path in root.rglob("main.js")]


def _wait_until_alone(mark: str) -> None:
    """No worker of a killed run lives on: each sees that nobody waits for it any more."""
    until = time.monotonic() + 60
    while _workers(mark):
        assert time.monotonic() < until, "a worker of a killed run is still there"
        time.sleep(0.2)


def _workers(mark: str) -> list[str]:
    """The processes that were started with that word in their environment; Linux alone tells."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if f"MARK={mark}".encode() in (process / "environ").read_bytes():
                found.append(process.name)
    return found


@pytest.mark.parametrize("harm", ["cut", "emptied", "altered", "answer of another question"])
def test_a_corrupt_answer_is_asked_again_and_changes_nothing(tmp_path: Path, harm: str) -> None:
    from reviewer.batch.cache import Kept

    kept = Kept(tmp_path)
    kept.put("witness-0011", {"witness": "agrees", "problems": []})
    assert kept.get("witness-0011") == {"witness": "agrees", "problems": []}
    (file,) = [path for path in tmp_path.rglob("*") if path.is_file()]
    data = file.read_bytes()
    match harm:
        case "cut":
            file.write_bytes(data[:-9])
        case "emptied":
            file.write_bytes(b"")
        case "altered":
            file.write_bytes(data.replace(b"agrees", b"refuse"))
        case _:
            kept.put("witness-0022", {"witness": "refuses", "problems": []})
            (other,) = [path for path in tmp_path.rglob("*") if path.is_file() and path != file]
            file.write_bytes(other.read_bytes())
    assert kept.get("witness-0011") is None
    kept.put("witness-0011", {"witness": "agrees", "problems": []})
    assert kept.get("witness-0011") == {"witness": "agrees", "problems": []}


def test_corrupt_entries_and_results_are_made_again(tmp_path: Path) -> None:
    root, out = store(tmp_path / "store", apps(4)), tmp_path / "out"
    assert batch(root, out).returncode == 0
    places = _places(root)
    before = {place: (out / result.folder(place) / "report.json").read_bytes() for place in places}
    for answer in (out / result.STATE / "answers").rglob("*.json"):
        answer.write_bytes(answer.read_bytes()[:40])
    folders = [out / result.folder(place) for place in places]
    (folders[0] / "made.json").write_bytes(b"{}")
    (folders[1] / "report.html").unlink()
    (folders[2] / "summary.json").write_bytes((folders[3] / "summary.json").read_bytes())
    (out / result.STATE / "plan.db").write_bytes(b"no database" * 100)
    done = batch(root, out, SOURCE_DATE_EPOCH="1800000000")
    if done.returncode == 2:  # the plan was no database: it is taken away, and said
        assert b"run again" in done.stderr
        done = batch(root, out, SOURCE_DATE_EPOCH="1800000000")
    assert done.returncode == 0, done.stderr.decode()
    whole(out, places)
    assert (out / result.folder(places[3]) / "report.json").read_bytes() == before[places[3]]


def test_a_full_disk_is_told_and_with_room_again_it_goes_on(tmp_path: Path) -> None:
    root, out = store(tmp_path / "store", apps(3)), tmp_path / "out"
    limit = "import resource, sys, os; resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))"
    ignore = "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)"
    limited = f"{limit}; {ignore}; os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
    arguments = ["-m", "reviewer", "batch", str(root), "--out", str(out), "--workers", "1", "--lang", "en"]
    done = subprocess.run(
        [sys.executable, "-c", limited, *arguments],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 2
    assert b"make room" in done.stderr
    assert [place for place in _places(root) if result.made(out, place) is not None] == []
    assert not list((out / result.STATE / "drafts").iterdir())
    assert batch(root, out).returncode == 0
    whole(out, _places(root))


def test_two_batches_on_one_folder_exclude_each_other(tmp_path: Path) -> None:
    from reviewer.batch.plan import planning
    from reviewer.errors import ReviewerError

    with planning(tmp_path), pytest.raises(ReviewerError, match="Another batch"), planning(tmp_path):
        pass


def test_interrupted_by_ctrl_c_it_says_how_to_go_on(tmp_path: Path) -> None:
    root, out = store(tmp_path / "store", apps(4)), tmp_path / "out"
    process = subprocess.Popen(
        [sys.executable, "-m", "reviewer", "batch", str(root), "--out", str(out), "--lang", "en", "--json-progress"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        preexec_fn=hearing,  # noqa: PLW1509 - no threads here
    )
    assert process.stderr is not None
    for line in process.stderr:
        if b'"begun"' in line:
            break
    process.send_signal(signal.SIGINT)
    rest = process.stderr.read()
    assert process.wait(timeout=60) == 3
    assert b"goes on from here" in rest
    process.stderr.close()
    assert batch(root, out).returncode == 0
    assert len(summaries(out)) == 4
