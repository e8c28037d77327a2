"""The same batch on a Dask cluster, through the same interface; a worker lost in mid-run loses nothing."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from command import invoke
from stores import BAD, apps, faults, store, whole

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Two worker processes of this machine, on loopback alone."""
    import dask
    from distributed import LocalCluster

    here = tmp_path_factory.mktemp("dask")
    path = os.pathsep.join([faults(here / "faults"), str(ROOT)])
    before = {name: os.environ.get(name) for name in ("PYTHONPATH", "KILLED")}
    os.environ.update(PYTHONPATH=path, KILLED=str(here / "killed"))
    try:
        with dask.config.set(temporary_directory=str(here)):
            started: Any = LocalCluster(  # type: ignore[no-untyped-call]
                n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None
            )
        yield started
        started.close()
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def test_a_cluster_does_what_the_threads_of_this_process_do(cluster: Any, tmp_path: Path) -> None:
    root = store(tmp_path / "store", {**apps(3), "bad/main.js": BAD % 1, "crash/main.js": BAD % 2})
    done = invoke("batch", str(root), "--out", str(tmp_path / "out"), "--scheduler", cluster.scheduler_address)
    assert done.returncode == 1
    said = whole(tmp_path / "out", ["課0/app-0", "課1/app-1", "課2/app-2", "bad", "crash"])
    assert [place for place, summary in said.items() if summary.failed] == ["crash"]


@pytest.mark.skipif(os.name == "nt", reason="a worker is killed with a POSIX signal")
def test_a_worker_killed_in_mid_run_loses_nothing(cluster: Any, tmp_path: Path) -> None:
    root = store(tmp_path / "store", apps(10))
    options = ("--out", str(tmp_path / "out"), "--scheduler", cluster.scheduler_address, "--json-progress")
    process = subprocess.Popen(
        [sys.executable, "-m", "reviewer", "batch", str(root), *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert process.stderr is not None
    ended = []
    for line in process.stderr:
        event = json.loads(line)
        if event["event"] == "ended":
            ended.append(event["place"])
            if len(ended) == 2:
                os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
    assert process.wait(timeout=120) == 0
    process.stderr.close()
    places = [path.parent.relative_to(root).as_posix() for path in root.rglob("main.js")]
    assert sorted(ended) == sorted(places), "nothing is missing, nothing is told twice"
    said = whole(tmp_path / "out", places)
    assert all(summary.failed is None for summary in said.values())


def test_a_scheduler_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import reviewer.batch.cluster as module

    monkeypatch.setattr(module, "PATIENCE_SECONDS", 1)
    root = store(tmp_path / "store", apps(1))
    done = invoke(
        "batch", str(root), "--out", str(tmp_path / "out"), "--scheduler", "tcp://127.0.0.1:9", "--lang", "en"
    )
    assert done.returncode == 2
    assert b"No Dask scheduler answers" in done.stderr
