"""The gate on real repositories: what passes, what is stopped, and what cannot be seen does not pass."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = "'use strict';\nkintone.events.on('app.record.detail.show', (event) => event);\n"
LEAK = """'use strict';
kintone.events.on('app.record.detail.show', (event) => {
  document.getElementById('x').innerHTML = event.record.備考.value;
  return event;
});
"""
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    "PYTHONPATH": str(Path(__file__).parents[1]),
    "PYTHONIOENCODING": "utf-8",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{f"GIT_{who}_{what}": "sample@example.jp" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}


class Repository:
    """A real repository in a folder of its own."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main", *options)

    def tried(self, *command: str, cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            command, cwd=cwd or self.folder, env=ENVIRONMENT, capture_output=True, check=False, stdin=subprocess.DEVNULL
        )

    def git(self, *command: str) -> str:
        done = self.tried("git", "-c", "protocol.file.allow=always", *command)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode().strip()

    def write(self, path: str, text: str | bytes) -> None:
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_bytes(text if isinstance(text, bytes) else text.encode())
        self.git("add", "--", path)

    def commit(self, **files: str) -> str:
        for path, text in files.items():
            self.write(f"{path}.js", text)
        self.git("commit", "--quiet", "--allow-empty", "--no-verify", "--message=sample")
        return self.git("rev-parse", "HEAD")

    def reviewer(self, *command: str, cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
        return self.tried(sys.executable, "-m", "reviewer", *command, cwd=cwd)

    def staged(self) -> tuple[int, str]:
        done = self.reviewer("gate", "--staged")
        return done.returncode, done.stderr.decode()


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
    passed = repository.folder / ".git" / "kintone-reviewer" / "passed"
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


@pytest.mark.skipif(os.name == "nt", reason="hooks are shell scripts here")
class TestHooks:
    """Installed for git itself to run."""

    def test_a_commit_is_stopped_and_another_hook_still_runs(self, repository: Repository) -> None:
        own = repository.folder / ".git" / "hooks" / "pre-commit"
        own.write_text("#!/bin/sh\necho ran >> .git/ran\n", encoding="utf-8")
        own.chmod(0o755)
        assert repository.reviewer("hook", "install").returncode == 0
        repository.write("a.js", LEAK)
        stopped = repository.tried("git", "commit", "-m", "x")
        repository.write("a.js", GOOD)
        passed = repository.tried("git", "commit", "-m", "x")

        assert (stopped.returncode, passed.returncode) == (1, 0)
        assert (repository.folder / ".git" / "ran").read_text(encoding="utf-8") == "ran\nran\n"
        assert "ほかのフックのあとに動く" in repository.reviewer("hook", "status").stdout.decode()
        assert repository.reviewer("hook", "uninstall").returncode == 0
        assert own.read_text(encoding="utf-8").endswith("echo ran >> .git/ran\n")

    def test_nothing_in_the_repository_is_run_in_place_of_the_reviewer(self, repository: Repository) -> None:
        repository.reviewer("hook", "install")
        repository.write("click.py", "raise SystemExit(0)\n")
        repository.write("reviewer/__main__.py", "raise SystemExit(0)\n")
        repository.write("a.js", LEAK)

        assert repository.tried("git", "commit", "-m", "x").returncode == 1

    def test_the_server_refuses_what_no_verify_lets_by(self, repository: Repository, tmp_path: Path) -> None:
        server = Repository(tmp_path / "server.git", "--bare")
        assert server.reviewer("hook", "install", "--type", "pre-receive").returncode == 0
        repository.git("remote", "add", "origin", str(server.folder))
        repository.commit(a=GOOD)
        first = repository.tried("git", "push", "--quiet", "origin", "main")
        repository.commit(b=LEAK)
        second = repository.tried("git", "push", "--quiet", "--no-verify", "origin", "main")
        branch = repository.tried("git", "push", "--quiet", "--no-verify", "origin", "main:other")
        repository.commit(b=GOOD)
        third = repository.tried("git", "push", "--quiet", "origin", "main:main", "main:gone")
        gone = repository.tried("git", "push", "--quiet", "origin", ":gone")

        assert [each.returncode for each in (first, second, branch, third, gone)] == [0, 1, 1, 0, 0]
        assert "b.js:3" in second.stderr.decode()

    def test_a_push_is_stopped_before_it_leaves(self, repository: Repository, tmp_path: Path) -> None:
        server = Repository(tmp_path / "server.git", "--bare")
        repository.git("remote", "add", "origin", str(server.folder))
        repository.reviewer("hook", "install", "--type", "pre-push")
        repository.commit(a=LEAK)
        new = repository.tried("git", "push", "--quiet", "origin", "main")
        repository.commit(a=GOOD)
        good = repository.tried("git", "push", "--quiet", "origin", "main")

        assert (new.returncode, good.returncode) == (1, 0)


def test_the_pre_commit_framework_is_told_of_a_command_that_exists(checkout: Path, repository: Repository) -> None:
    import yaml

    (hook,) = yaml.safe_load((checkout / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    program, *arguments = hook["entry"].split(" ")
    repository.write("a.js", LEAK)

    assert (program, hook["pass_filenames"], hook["always_run"]) == ("kintone-reviewer", False, True)
    assert repository.reviewer(*arguments).returncode == 1
