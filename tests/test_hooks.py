"""Hooks that git itself runs: installed beside others, on both sides of a push, and taken away again."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from repositories import GOOD, LEAK, Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "作業 用")


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

    def test_the_policy_and_waivers_named_at_installation_are_those_that_count(
        self, repository: Repository, tmp_path: Path
    ) -> None:
        kept = tmp_path / "市 の決まり"
        kept.mkdir()
        (kept / "方針.yaml").write_text("name: 甘い\nversion: '1'\nblocks: [critical]\n", encoding="utf-8")
        (kept / "免除.yaml").write_text(
            "- {rule: record-value-in-html, path: b.js, reason: 見本, by: 見本, until: '2999-01-01'}\n",
            encoding="utf-8",
        )
        installed = repository.reviewer("hook", "install", "--policy", str(kept / "方針.yaml"))
        repository.write("a.js", LEAK)
        lenient = repository.tried("git", "commit", "-m", "x").returncode
        again = repository.reviewer("hook", "install", "--waivers", str(kept / "免除.yaml"))
        repository.write("b.js", LEAK)
        waived = repository.tried("git", "commit", "-m", "x").returncode
        repository.write("c.js", LEAK)
        strict = repository.tried("git", "commit", "-m", "x").returncode

        assert [installed.returncode, again.returncode, lenient, waived, strict] == [0, 0, 0, 0, 1]

    def test_what_decides_is_not_installed_from_the_repository(self, repository: Repository) -> None:
        repository.write("方針.yaml", "name: 甘い\nversion: '1'\nblocks: []\n")

        assert repository.reviewer("hook", "install", "--policy", "方針.yaml").returncode == 2
        assert not (repository.folder / ".git" / "hooks" / "pre-commit").exists()

    def test_a_reviewer_that_is_gone_lets_nothing_pass(self, repository: Repository) -> None:
        repository.reviewer("hook", "install")
        hook = repository.folder / ".git" / "hooks" / "pre-commit"
        hook.write_text(hook.read_text(encoding="utf-8").replace(sys.executable, "/gone/python"), encoding="utf-8")
        repository.write("a.js", GOOD)
        stopped = repository.tried("git", "commit", "-m", "x")

        assert (stopped.returncode, "hook install" in stopped.stderr.decode()) == (1, True)

    @pytest.mark.parametrize("where", ["kept hooks", "/kept hooks"])
    @pytest.mark.parametrize("folder", ["", "深い/所"])
    def test_hooks_go_where_git_is_told_to_look(
        self, repository: Repository, tmp_path: Path, where: str, folder: str
    ) -> None:
        place = tmp_path / "kept hooks" if where.startswith("/") else repository.folder / where
        repository.git("config", "core.hooksPath", str(place) if where.startswith("/") else where)
        (repository.folder / folder).mkdir(parents=True, exist_ok=True)
        done = repository.reviewer("hook", "install", cwd=repository.folder / folder)
        repository.write("a.js", LEAK)

        assert (done.returncode, "core.hooksPath" in done.stderr.decode()) == (0, True)
        assert sorted(path.name for path in place.iterdir()) == ["pre-commit", "pre-push"]
        assert repository.tried("git", "commit", "-m", "x").returncode == 1

    def test_hooks_are_those_of_every_working_tree(self, repository: Repository, tmp_path: Path) -> None:
        repository.commit(a=GOOD)
        repository.git("worktree", "add", "--quiet", "-b", "side", str(tmp_path / "tree"))
        done = repository.reviewer("hook", "install", cwd=tmp_path / "tree")
        assert (done.returncode, done.stderr) == (0, b"")
        for folder in (tmp_path / "tree", repository.folder):
            (folder / "b.js").write_text(LEAK, encoding="utf-8")
            repository.git("-C", str(folder), "add", "b.js")
            assert repository.tried("git", "commit", "-m", "x", cwd=folder).returncode == 1

    @pytest.mark.parametrize("kind", ["pre-push", "pre-receive"])
    def test_a_hook_that_was_there_hears_what_git_says_and_may_refuse(
        self, repository: Repository, tmp_path: Path, kind: str
    ) -> None:
        server = Repository(tmp_path / "server.git", "--bare")
        repository.git("remote", "add", "origin", str(server.folder))
        own = (server.folder if kind == "pre-receive" else repository.folder / ".git") / "hooks" / kind
        own.write_text(
            f"#!/bin/sh\necho \"$1\" > '{tmp_path}/told'; cat >> '{tmp_path}/told'; exit 7\n", encoding="utf-8"
        )
        own.chmod(0o755)
        before = own.read_bytes()
        installer = server if kind == "pre-receive" else repository
        for _ in range(2):
            assert installer.reviewer("hook", "install", "--type", kind).returncode == 0
        name = repository.commit(a=GOOD)

        assert repository.tried("git", "push", "--quiet", "origin", "main").returncode == 1
        told = (tmp_path / "told").read_text(encoding="utf-8")
        assert (name in told, "refs/heads/main" in told) == (True, True)
        assert told.startswith("origin" if kind == "pre-push" else "\n")
        assert installer.reviewer("hook", "uninstall").returncode == 0
        assert own.read_bytes() == before
        assert own.stat().st_mode & 0o111
        names = {path.name for path in own.parent.iterdir() if path.name.startswith(kind)}
        assert names - {f"{kind}.sample"} == {kind}

    def test_a_link_that_leads_nowhere_is_kept_and_put_back(self, repository: Repository) -> None:
        own = repository.folder / ".git" / "hooks" / "pre-commit"
        own.symlink_to("../../nowhere")
        assert repository.reviewer("hook", "install").returncode == 0
        assert not own.is_symlink()
        assert repository.reviewer("hook", "uninstall").returncode == 0
        assert own.readlink() == Path("../../nowhere")

    def test_a_new_branch_is_pushed_by_what_it_adds_to_those_that_the_remote_has(
        self, repository: Repository, tmp_path: Path
    ) -> None:
        server = Repository(tmp_path / "server.git", "--bare")
        repository.git("remote", "add", "origin", str(server.folder))
        repository.commit(old=LEAK)
        assert repository.pushed("main")[0] == 0
        repository.reviewer("hook", "install", "--type", "pre-push")
        repository.commit(new=GOOD)
        named = repository.tried("git", "push", "--quiet", "origin", "HEAD:one")
        unnamed = repository.tried("git", "push", "--quiet", str(server.folder), "HEAD:two")
        repository.commit(more=LEAK)
        bad = repository.tried("git", "push", "--quiet", "origin", "HEAD:three")

        assert [each.returncode for each in (named, unnamed, bad)] == [0, 1, 1]
