"""The gate on real repositories: what passes, what is stopped, and what cannot be seen does not pass."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from repositories import GOOD, LEAK, Repository

from reviewer.gate import Gate
from reviewer.intake import read
from reviewer.pipeline import review
from reviewer.review import fingerprints
from reviewer.rule import SemgrepCheck
from reviewer.rulebook import load


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "作業 用")


def test_a_first_commit_is_judged_and_told_in_a_few_lines(repository: Repository) -> None:
    repository.write("desktop.js", GOOD)
    assert repository.staged() == (0, "")

    repository.write("漏れ.js", LEAK)
    code, told = repository.staged()
    assert code == 1
    assert "漏れ.js:3 " in told
    assert "->" in told
    assert "desktop.js" not in told


def test_the_index_is_judged_and_not_the_working_tree(repository: Repository) -> None:
    repository.commit(a=GOOD)
    repository.write("a.js", LEAK)
    (repository.folder / "a.js").write_text(GOOD, encoding="utf-8")
    assert repository.staged()[0] == 1

    repository.write("a.js", GOOD + "\n")
    (repository.folder / "a.js").write_text(LEAK, encoding="utf-8")
    assert repository.staged()[0] == 0


def test_what_was_there_before_does_not_stop_another_change(repository: Repository) -> None:
    repository.commit(old=LEAK)
    repository.write("new.js", GOOD)

    assert repository.staged()[0] == 0


def test_a_change_that_opens_a_flow_from_another_file_is_stopped(repository: Repository) -> None:
    repository.commit(a="function show(text) { document.body.textContent = text; }\n")
    repository.commit(b="show(location.hash);\n")
    repository.write("a.js", "function show(text) { document.body.innerHTML = text; }\n")

    assert repository.staged()[0] == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows takes no such names")
@pytest.mark.parametrize("name", ["a b.js", "改\n行.js", "日本語 の\t名前.js", '"quoted".js', "-rf.js", "深い/x y.js"])
def test_names_of_any_kind_are_read(repository: Repository, name: str) -> None:
    repository.write(name, LEAK)
    code, told = repository.staged()

    assert code == 1
    assert "record-value-in-html" in told
    assert "\t" not in told


def test_shift_jis_is_read(repository: Repository) -> None:
    repository.write("a.js", LEAK.encode("shift_jis"))

    code, told = repository.staged()
    assert code == 1
    assert "record-value-in-html" in told


def test_a_renamed_file_is_new_and_a_deleted_one_is_nothing_to_read(repository: Repository) -> None:
    repository.commit(old=LEAK, other=GOOD)
    repository.git("rm", "--quiet", "other.js")
    repository.git("mv", "old.js", "new.js")

    code, told = repository.staged()
    assert code == 1
    assert "new.js:3" in told


def test_a_deletion_alone_passes(repository: Repository) -> None:
    repository.commit(a=GOOD, b=GOOD)
    repository.git("rm", "--quiet", "b.js")

    assert repository.staged() == (0, "")


def test_a_manifest_that_names_a_missing_file_does_not_pass(repository: Repository) -> None:
    repository.commit(a=GOOD)
    repository.write("customize-manifest.json", '{"scope": "ALL", "desktop": {"js": ["gone.js"], "css": []}}')

    code, told = repository.staged()
    assert code == 3
    assert "gone.js" in told


def test_what_cannot_be_read_does_not_pass(repository: Repository) -> None:
    repository.write("a.js", "if (")

    assert repository.staged()[0] == 3


def test_a_link_does_not_pass(repository: Repository) -> None:
    (repository.folder / "target").write_text("/etc/hosts", encoding="utf-8")
    name = repository.git("hash-object", "-w", "target")
    repository.git("update-index", "--add", "--cacheinfo", f"120000,{name},a.js")

    assert repository.staged()[0] == 3


def test_a_submodule_that_changes_does_not_pass_and_one_that_stays_does(repository: Repository, tmp_path: Path) -> None:
    other = Repository(tmp_path / "other")
    other.commit(a=GOOD)
    repository.git("submodule", "--quiet", "add", str(other.folder), "部品")
    code, told = repository.staged()
    assert (code, "サブモジュール" in told) == (3, True)

    repository.commit()
    repository.write("a.js", GOOD)
    assert repository.staged()[0] == 0


def test_a_manifest_that_brings_two_files_onto_one_page_answers_for_both(repository: Repository) -> None:
    manifest = '{"scope": "ALL", "desktop": {"js": [%s], "css": []}, "mobile": {"js": [%s], "css": []}}'
    repository.write("customize-manifest.json", manifest % ('"a.js"', '"b.js"'))
    repository.commit(a="function show(text) { document.body.innerHTML = text; }\n", b="show(location.hash);\n")
    repository.write("customize-manifest.json", manifest % ('"a.js", "b.js"', ""))

    assert repository.staged()[0] == 1


def test_a_merge_is_judged_by_what_it_leaves(repository: Repository) -> None:
    repository.commit(a=GOOD)
    repository.git("switch", "--quiet", "--create", "side")
    repository.commit(b=LEAK)
    repository.git("switch", "--quiet", "main")
    repository.commit(c=GOOD)
    repository.git("merge", "--quiet", "--no-commit", "side")

    assert repository.staged()[0] == 1


def test_a_range_is_judged_by_its_end(repository: Repository) -> None:
    first = repository.commit(a=GOOD)
    second = repository.commit(b=LEAK)
    third = repository.commit(b=GOOD)
    codes = [
        repository.reviewer("gate", "--range", span).returncode
        for span in (f"{first}..{second}", f"{first}..{third}", f"{first}..nowhere", "x", f"--help..{third}")
    ]

    assert codes == [1, 0, 2, 2, 2]


def test_a_shallow_clone_says_that_history_is_missing(repository: Repository, tmp_path: Path) -> None:
    first = repository.commit(a=GOOD)
    repository.commit(b=GOOD)
    repository.git("clone", "--quiet", "--depth=1", repository.folder.as_uri(), str(tmp_path / "shallow"))
    done = repository.reviewer("gate", "--range", f"{first}..HEAD", cwd=tmp_path / "shallow")

    assert done.returncode == 2
    assert "unshallow" in done.stderr.decode()


def test_what_passed_is_remembered_with_the_rules_it_passed_under(repository: Repository, tmp_path: Path) -> None:
    repository.write("a.js", GOOD)
    passed = repository.cache / "kintone-reviewer" / "passed"
    assert repository.staged() == (0, "")
    (first,) = passed.iterdir()
    assert repository.staged() == (0, "")
    assert list(passed.iterdir()) == [first]

    strict = tmp_path / "strict.yaml"
    strict.write_text("name: 市\nversion: '1'\nblocks: [info, low, medium, high, critical]\n", encoding="utf-8")
    repository.reviewer("gate", "--staged", "--policy", str(strict))
    repository.write("a.js", LEAK)
    assert repository.staged()[0] == 1
    assert repository.staged()[0] == 1


def test_it_can_be_asked_from_any_folder(repository: Repository) -> None:
    repository.write("a.js", LEAK)
    (repository.folder / "sub").mkdir()

    assert repository.reviewer("gate", "--staged", cwd=repository.folder / "sub").returncode == 1


def test_waivers_in_the_repository_are_refused(repository: Repository) -> None:
    repository.write("a.js", GOOD)
    (repository.folder / "w.yaml").write_text("[]\n", encoding="utf-8")

    assert repository.reviewer("gate", "--staged", "--waivers", "w.yaml").returncode == 2


def test_outside_a_repository_it_says_so(tmp_path: Path, repository: Repository) -> None:
    assert repository.reviewer("gate", "--staged", cwd=tmp_path).returncode == 2


@pytest.mark.parametrize("kind", ["submissions", "clean"])
def test_rules_that_cannot_stop_a_change_make_no_difference(checkout: Path, kind: str) -> None:
    """The gate asks only those that can: over whole submissions it decides what a review with all rules would."""
    book, policy = load()
    asked = Gate(book, policy).asked
    assert 0 < len(asked.rules) < len(book.rules)
    assert not any(isinstance(rule.check, SemgrepCheck) for rule in asked.rules)
    for case in sorted(path for path in (checkout / "corpus" / kind).iterdir() if path.is_dir()):
        submission = read(case)
        whole, part = (review(submission, each, policy) for each in (book, asked))
        stopping = {
            name for found, name in fingerprints(whole.findings).items() if found.rule.severity in policy.blocks
        }
        assert set(fingerprints(part.findings).values()) == stopping, case.name
        gaps = [[(gap.kind, gap.path) for gap in each.gaps if gap.blocking] for each in (whole, part)]
        assert gaps[0] == gaps[1], case.name


def test_a_policy_that_blocks_what_semgrep_finds_has_it_asked(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / "strict.yaml").write_text(
        "name: 市\nversion: '1'\nblocks: [info, low, medium, high]\n", encoding="utf-8"
    )
    repository.write("a.js", GOOD + "console.log(1);\n")

    assert repository.staged()[0] == 0
    code, told = repository.staged("--policy", str(tmp_path / "strict.yaml"))
    assert (code, "console-output-left" in told) == (1, True)


def test_the_information_class_says_what_stops(repository: Repository) -> None:
    repository.write("a.css", "@import url(https://fonts.example.jp/a.css);\n")  # medium: stops where class I is held

    assert repository.staged() == (0, "")
    assert repository.staged("--class", "IV") == (0, "")
    assert repository.staged("--class", "I")[0] == 1
    assert repository.staged() == (0, "")  # what is remembered is remembered with its class

    assert repository.reviewer("hook", "install", "--class", "I").returncode == 0
    done = repository.tried("git", "commit", "--quiet", "--message=sample")
    assert done.returncode == 1, done.stderr.decode()
