"""A batch from a command line to a folder of results: every kind of store, what is reviewed again, what is not."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

import fsspec
import pytest
from command import invoke
from stores import BAD, GOOD, apps, store, summaries, whole

from reviewer.batch import result

HOUSE_RULE = """
- id: house-total
  category: guideline
  severity: low
  title: {ja: 合計です, en: A total}
  why: {ja: 試し, en: A trial}
  fix: {ja: 直す, en: Mend it}
  refs: {articles: ['10'], guideline: [S1], cwe: [79], ipa: ['1.5']}
  check: {use: {places: [global.alert]}}
"""


def batch(where: str | Path, out: Path, *options: str) -> subprocess.CompletedProcess[bytes]:
    return invoke("batch", str(where), "--out", str(out), "--workers", "1", "--lang", "en", "--json-progress", *options)


def events(done: subprocess.CompletedProcess[bytes], name: str) -> list[Mapping[str, object]]:
    said = [json.loads(line) for line in done.stderr.splitlines() if line.startswith(b"{")]
    return [event for event in said if event["event"] == name]


def reviewed(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    return sorted(str(event["place"]) for event in events(done, "ended"))


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, subprocess.CompletedProcess[bytes]]:
    """A store with good, bad and equal submissions, and the result of its first batch."""
    here = tmp_path_factory.mktemp("shared")
    files = {
        "課/good/main.js": GOOD % 1,
        "課/bad/main.js": BAD % 1,
        "twin-1/main.js": GOOD % 2,
        "twin-2/main.js": GOOD % 2,
        "broken/main.js": "function (",
        "memo.txt": "no code",
    }
    root = store(here / "store", files)
    return root, here / "out", batch(root, here / "out")


PLACES = ["broken", "twin-1", "twin-2", "課/bad", "課/good"]


def test_every_submission_has_a_result_and_stands_in_the_list_once(
    shared: tuple[Path, Path, subprocess.CompletedProcess[bytes]],
) -> None:
    _, out, done = shared
    said = whole(out, PLACES)
    assert done.returncode == 1
    assert {place: summary.verdict for place, summary in said.items()} == {
        "broken": "incomplete",
        "twin-1": "pass",
        "twin-2": "pass",
        "課/bad": "fail",
        "課/good": "pass",
    }
    for place in PLACES:
        report = json.loads((out / result.folder(place) / "report.json").read_bytes())
        assert report["submission"]["name"] == place.rpartition("/")[2]
        assert (out / result.folder(place) / "report.html").stat().st_size > 1_000
        assert json.loads((out / result.folder(place) / "report.sarif").read_bytes())["version"] == "2.1.0"


def test_what_belongs_to_no_submission_is_listed(
    shared: tuple[Path, Path, subprocess.CompletedProcess[bytes]],
) -> None:
    lines = (shared[1] / "left-out.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["place"] for line in lines] == ["memo.txt"]
    assert b"Part of no submission: 1" in shared[2].stdout


def test_equal_submissions_are_analysed_once(shared: tuple[Path, Path, subprocess.CompletedProcess[bytes]]) -> None:
    """A task is begun once for both, and ends for each."""
    begun = [event["place"] for event in events(shared[2], "begun")]
    assert len(begun) == 4
    assert [place for place in reviewed(shared[2]) if str(place).startswith("twin")] == ["twin-1", "twin-2"]


def test_how_far_it_is_is_told_as_json(shared: tuple[Path, Path, subprocess.CompletedProcess[bytes]]) -> None:
    (planned,) = events(shared[2], "planned")
    assert (planned["total"], planned["todo"], planned["files"]) == (5, 5, 5)
    assert events(shared[2], "gathering")


def test_only_what_changed_is_reviewed_again(
    shared: tuple[Path, Path, subprocess.CompletedProcess[bytes]], tmp_path: Path
) -> None:
    """In one go, as every step goes on from the one before."""
    root, out, _ = shared
    assert reviewed(batch(root, out)) == []
    (root / "課" / "good" / "main.js").write_text(GOOD % 3, encoding="utf-8")
    store(root, {"new/main.js": GOOD % 4})
    (root / "twin-2" / "main.js").unlink()
    (root / "twin-2").rmdir()
    rules = store(tmp_path / "rules", {"house.yaml": HOUSE_RULE})
    # Other rules, and only what was changed: the new one and the changed one.
    done = batch(root, out, "--rules", str(rules), "--only-changed")
    assert reviewed(done) == ["new", "課/good"]
    assert b"Kept as they were although submission or rules have changed: 3" in done.stdout
    assert sorted(summaries(out)) == ["broken", "new", "twin-1", "課/bad", "課/good"]
    assert not (out / result.folder("twin-2")).exists()
    # A changed submission that was reviewed with these rules already is kept; the others were reviewed with others.
    (root / "new" / "main.js").write_text(GOOD % 5, encoding="utf-8")
    done = batch(root, out, "--rules", str(rules), "--rules-changed")
    assert reviewed(done) == ["broken", "twin-1", "課/bad"]
    assert reviewed(batch(root, out, "--rules", str(rules))) == ["new"]
    assert reviewed(batch(root, out, "--rules", str(rules))) == []
    whole(out, ["broken", "new", "twin-1", "課/bad", "課/good"])


def test_a_store_in_memory_is_read_through_fsspec(tmp_path: Path) -> None:
    system = fsspec.filesystem("memory")
    for name, text in {**apps(2), "課2/bad/main.js": BAD % 1, "課2/bad/申請書.yaml": "a: ["}.items():
        system.pipe(f"/batch-test/{name}", text.encode())
    try:
        done = batch("memory://batch-test", tmp_path / "out")
        said = whole(tmp_path / "out", ["課0/app-0", "課1/app-1", "課2/bad"])
        assert done.returncode == 3
        assert said["課0/app-0"].verdict == "pass"
        assert said["課2/bad"].failed is not None
        assert not (tmp_path / "out" / ".state" / "staged").exists()
        assert reviewed(batch("memory://batch-test", tmp_path / "out")) == ["課2/bad"]
    finally:
        system.rm("/batch-test", recursive=True)


def test_a_store_is_named_by_a_url_of_this_machine(tmp_path: Path) -> None:
    root = store(tmp_path / "store", apps(1))
    assert batch(f"file://{root}", tmp_path / "out").returncode == 0
    whole(tmp_path / "out", ["課0/app-0"])


def test_a_revision_of_a_repository_is_read_and_not_its_working_tree(tmp_path: Path) -> None:
    root = store(tmp_path / "store", {**apps(1), "p/manifest.json": "{}", "p/x.js": BAD % 1, "top.js": GOOD % 9})

    def git(*words: str) -> None:
        names = ("-c", "user.name=t", "-c", "user.email=t@example.invalid", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *names, *words], cwd=root, check=True, capture_output=True)

    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "first")
    (root / "課0" / "app-0" / "main.js").write_text(BAD % 2, encoding="utf-8")
    done = batch(root, tmp_path / "out", "--revision", "HEAD")
    said = whole(tmp_path / "out", [".", "p", "課0/app-0"])
    assert done.returncode == 1
    assert said["課0/app-0"].verdict == "pass"
    assert said["p"].findings
    assert said["."].files == 1
    git("commit", "-qam", "second")
    assert reviewed(batch(root, tmp_path / "out", "--revision", "HEAD")) == ["課0/app-0"]


@pytest.mark.parametrize(
    ("where", "options", "words"),
    [
        ("nowhere", (), "cannot be read as a store"),
        ("store", ("--revision", "HEAD"), "git"),
        ("nosuch://store", (), "cannot be read as a store"),
        ("memory://nosuch", (), "no such folder"),
    ],
)
def test_wrong_use_is_told(tmp_path: Path, where: str, options: tuple[str, ...], words: str) -> None:
    store(tmp_path / "store", apps(1))
    done = batch(where if "://" in where else tmp_path / where, tmp_path / "out", *options)
    assert done.returncode == 2
    assert words in done.stderr.decode()


def test_results_and_rules_are_kept_outside_the_store(tmp_path: Path) -> None:
    root = store(tmp_path / "store", apps(1))
    done = batch(root, root / "out")
    assert done.returncode == 2
    assert b"outside it" in done.stderr
    assert not (root / "out").exists()


def test_a_batch_before_that_can_no_longer_be_read_is_told_and_kept(tmp_path: Path) -> None:
    root, out = store(tmp_path / "store", apps(1)), tmp_path / "out"
    told = b"is damaged or missing"
    (file,) = root.rglob("main.js")
    assert told not in batch(root, out).stderr
    for turn, damaged in enumerate(("all.jsonl", "history/tallies.jsonl")):
        before = (out / "all.jsonl").read_bytes()
        store(out, {damaged: b"{", ".state/answers/of-another-version/witness/00/11.json": "x"})
        file.write_text(BAD % turn, encoding="utf-8")
        assert told in batch(root, out).stderr
        assert told in (out / "index.html").read_bytes()
        kept = [path.read_bytes() for path in (out / "history").glob("*-damaged.jsonl")]
        assert (b"{" if damaged == "all.jsonl" else before) in kept
        assert len(list((out / ".state" / "answers").iterdir())) == 1, "answers of other versions are taken away"


def test_what_runs_without_approval_or_otherwise_than_approved_stands_first(tmp_path: Path) -> None:
    root = store(tmp_path / "store", {f"{name}/main.js": GOOD % number for number, name in enumerate(("a", "b", "c"))})
    ledger, told = str(tmp_path / "台帳.db"), tmp_path / "told.json"
    for name in ("a", "b"):
        invoke("review", str(root / name), "--ledger", ledger, "--out", str(told))
        sha256 = json.loads(told.read_bytes())["submission"]["sha256"]
        people = ("--applicant", "山田", "--reviewer", "佐藤", "--approver", "鈴木")
        made = invoke(
            "decide", "--ledger", ledger, "--submission", sha256, "--outcome", "approved", "--reasons", "可", *people
        )
        assert made.returncode == 0, made.stderr.decode()
    (root / "b" / "main.js").write_text(GOOD % 9, encoding="utf-8")

    done = batch(root, tmp_path / "out", "--ledger", ledger)
    assert done.returncode == 0, done.stderr.decode()
    said = {
        place: summary.standing.approval.value for place, summary in whole(tmp_path / "out", ["a", "b", "c"]).items()
    }
    assert said == {"a": "approved", "b": "drift", "c": "never"}
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert page.index('id="attention-drift"') < page.index('id="attention-never"') < page.index('id="submissions"')
