"""Ways to talk past the gate: what git can be told, what a repository can hold, what lies where it can be changed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from repositories import GOOD, LEAK, Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "repository")


@pytest.fixture
def server(tmp_path: Path, repository: Repository) -> Repository:
    made = Repository(tmp_path / "server.git", "--bare")
    assert made.reviewer("hook", "install", "--type", "pre-receive").returncode == 0
    repository.git("remote", "add", "origin", str(made.folder))
    repository.commit(a=GOOD)
    assert repository.pushed("main")[0] == 0
    return made


def refs(server: Repository) -> set[str]:
    return set(server.git("for-each-ref", "--format=%(refname)").split())


# What the index and its settings say ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "attributes",
    ["*.js binary", "*.js -diff -text", "*.js filter=good", "*.js linguist-generated export-ignore", "*.js eol=crlf"],
)
def test_attributes_hide_nothing_and_run_nothing(repository: Repository, attributes: str) -> None:
    repository.write(".gitattributes", f"{attributes}\n")
    repository.write("a.js", LEAK)
    for kind in ("smudge", "clean", "process"):
        repository.git("config", f"filter.good.{kind}", "touch ran; cat")
    repository.git("config", "diff.external", "touch ran; true")
    (repository.folder / "a.js").touch()

    assert repository.staged()[0] == 1
    assert not (repository.folder / "ran").exists()


@pytest.mark.parametrize("flag", ["--assume-unchanged", "--skip-worktree", "--chmod=+x"])
def test_flags_of_the_index_hide_nothing(repository: Repository, flag: str) -> None:
    repository.commit(a=GOOD)
    repository.write("a.js", LEAK)
    repository.git("update-index", flag, "a.js")

    assert repository.staged()[0] == 1


@pytest.mark.parametrize(
    "setting",
    [
        ("core.quotePath", "true"),
        ("core.quotePath", "false"),
        ("core.autocrlf", "true"),
        ("core.autocrlf", "input"),
        ("core.ignoreCase", "true"),
        ("core.fsmonitor", "touch ran; true"),
        ("diff.ignoreSubmodules", "all"),
        ("diff.renames", "copies"),
        ("diff.orderFile", "order"),
        ("core.pager", "touch ran"),
        ("pager.ls-files", "touch ran"),
        ("color.ui", "always"),
        ("index.version", "4"),
    ],
)
def test_settings_of_the_repository_change_nothing(repository: Repository, setting: tuple[str, str]) -> None:
    repository.commit(old=GOOD)
    repository.git("config", *setting)
    repository.write("名前 の.js", LEAK)
    (repository.folder / "ran").unlink(missing_ok=True)

    code, told = repository.staged()
    assert (code, "名前 の.js:3" in told) == (1, True)
    assert not (repository.folder / "ran").exists()


@pytest.mark.parametrize(
    "setting", [("GIT_TRACE", "1"), ("GIT_EXTERNAL_DIFF", "touch ran"), ("GIT_ICASE_PATHSPECS", "1")]
)
def test_variables_of_git_change_nothing(repository: Repository, setting: tuple[str, str]) -> None:
    repository.write("a.js", LEAK)
    code, told = repository.staged(**dict([setting]))

    assert (code, "trace" in told) == (1, False)
    assert not (repository.folder / "ran").exists()


def test_the_index_that_a_hook_is_told_of_counts(repository: Repository) -> None:
    repository.commit(a=GOOD)
    (repository.folder / "a.js").write_text(LEAK, encoding="utf-8")
    other = repository.folder / ".git" / "other-index"
    assert repository.tried("git", "add", "a.js", variables={"GIT_INDEX_FILE": str(other)}).returncode == 0

    assert repository.staged()[0] == 0
    assert repository.staged(GIT_INDEX_FILE=str(other))[0] == 1


def test_a_commit_of_some_paths_is_judged_by_the_index_made_for_it(repository: Repository) -> None:
    repository.commit(a=GOOD, b=GOOD)
    repository.reviewer("hook", "install")
    (repository.folder / "a.js").write_text(LEAK, encoding="utf-8")

    assert repository.tried("git", "commit", "--message=x", "a.js").returncode == 1
    assert repository.tried("git", "commit", "--message=x", "--all").returncode == 1


def test_replacements_and_grafts_are_not_believed(repository: Repository) -> None:
    first = repository.commit(a=GOOD)
    second = repository.commit(a=LEAK)
    bad, good = (repository.git("rev-parse", f"{name}:a.js") for name in (second, first))
    repository.git("replace", bad, good)
    assert repository.git("show", f"{second}:a.js") == GOOD.strip()
    assert repository.reviewer("gate", "--range", f"{first}..{second}").returncode == 1

    repository.git("replace", "--delete", bad)
    repository.git("replace", second, first)
    (repository.folder / ".git" / "info").mkdir(exist_ok=True)
    (repository.folder / ".git" / "info" / "grafts").write_text(f"{second}\n", encoding="ascii")
    assert repository.reviewer("gate", "--range", f"{first}..{second}").returncode == 1


def test_objects_of_another_repository_are_read(repository: Repository, tmp_path: Path) -> None:
    repository.commit(a=LEAK)
    borrowed = tmp_path / "borrowed"
    repository.git("clone", "--quiet", "--shared", str(repository.folder), str(borrowed))

    assert repository.reviewer("gate", "--range", f"{'0' * 40}..HEAD", cwd=borrowed).returncode == 1


def test_what_is_not_here_does_not_pass_and_nothing_is_fetched(repository: Repository, tmp_path: Path) -> None:
    repository.commit(a=GOOD)
    repository.git("config", "uploadpack.allowFilter", "true")
    part = tmp_path / "part"
    repository.git("clone", "--quiet", "--no-checkout", "--filter=blob:none", repository.folder.as_uri(), str(part))
    repository.git("-C", str(part), "config", "remote.origin.uploadpack", f"touch {tmp_path / 'ran'}; git-upload-pack")
    done = repository.reviewer("gate", "--range", f"{'0' * 40}..HEAD", cwd=part)

    assert done.returncode in (2, 3)
    assert not (tmp_path / "ran").exists()


# What a repository holds ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a.JS", "a.mjs", "a.js ", "a.html", "a.ts"])
def test_code_by_other_endings_is_code(repository: Repository, name: str) -> None:
    repository.write(name, f"<script>\n{LEAK}</script>\n" if name.endswith("html") else LEAK)

    assert repository.staged()[0] != 0


def test_code_that_a_manifest_loads_is_code_by_any_name(repository: Repository) -> None:
    repository.write("code.txt", LEAK)
    repository.commit()
    repository.write(
        "customize-manifest.json",
        '{"app": "1", "scope": "ALL", "desktop": {"js": ["code.txt"], "css": []}, "mobile": {"js": [], "css": []}}',
    )

    assert repository.staged()[0] != 0


def test_code_in_a_folder_that_is_not_looked_into_does_not_pass(repository: Repository) -> None:
    manifest = '{"app": "1", "scope": "ALL", "desktop": {"js": ["a.js"], "css": []}, "mobile": {"js": [], "css": []}}'
    repository.write("customize-manifest.json", manifest)
    repository.commit(a=GOOD)
    repository.write("node_modules/x/index.js", LEAK)

    code, told = repository.staged()
    assert (code, "node_modules/x/index.js" in told) == (3, True)


def test_a_pointer_to_large_file_storage_does_not_pass(repository: Repository) -> None:
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'a' * 64}\nsize 12345\n"
    repository.write("a.js", pointer)

    assert repository.staged()[0] == 3


def test_a_huge_file_and_a_binary_one_are_not_taken_for_read(repository: Repository) -> None:
    repository.write("a.js", b"\x00\x01\x02\xff" * 1000)
    assert repository.staged()[0] == 3

    repository.write("a.js", b"//" + b"x" * 60_000_000 + b"\n")
    assert repository.staged()[0] == 3


def test_a_file_that_becomes_a_link_does_not_pass(repository: Repository) -> None:
    repository.commit(a=GOOD)
    (repository.folder / "a.js").unlink()
    (repository.folder / "a.js").symlink_to("/etc/hosts")
    repository.git("add", "a.js")

    assert repository.staged()[0] == 3


def test_a_submodule_whose_changes_are_to_be_ignored_does_not_pass(repository: Repository, tmp_path: Path) -> None:
    other = Repository(tmp_path / "other")
    other.commit(a=GOOD)
    repository.git("submodule", "--quiet", "add", str(other.folder), "part")
    repository.git("config", "--file", ".gitmodules", "submodule.part.ignore", "all")
    repository.git("add", ".gitmodules")
    first = repository.commit()
    other.commit(a=LEAK)
    name = other.git("rev-parse", "HEAD")
    repository.git("update-index", "--cacheinfo", f"160000,{name},part")
    assert repository.staged()[0] == 3

    second = repository.commit()
    assert repository.reviewer("gate", "--range", f"{first}..{second}").returncode == 3


def test_only_what_is_checked_out_or_not_makes_no_difference(repository: Repository, tmp_path: Path) -> None:
    repository.write("hidden/a.js", GOOD)
    repository.write("shown/b.js", GOOD)
    repository.commit()
    repository.git("sparse-checkout", "set", "--sparse-index", "shown")
    name = repository.tried("git", "hash-object", "-w", "--stdin", data=LEAK.encode()).stdout.decode().strip()
    repository.git("update-index", "--cacheinfo", f"100644,{name},hidden/a.js")
    assert repository.staged()[0] == 1

    tree = tmp_path / "tree"
    repository.git("worktree", "add", "--quiet", "-b", "side", str(tree), "main")
    (tree / "c.js").write_text(LEAK, encoding="utf-8")
    repository.git("-C", str(tree), "add", "c.js")
    assert repository.reviewer("gate", "--staged", cwd=tree).returncode == 1


# What a server is sent ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ref", ["refs/tags/v1", "refs/notes/x", "refs/for/main", "refs/replace/x", "refs/heads/a/b"])
def test_every_kind_of_ref_is_judged(repository: Repository, server: Repository, ref: str) -> None:
    repository.commit(b=LEAK)

    assert repository.pushed(f"HEAD:{ref}")[0] == 1
    assert ref not in refs(server)


@pytest.mark.parametrize("name", ["main:a.js", "main^{tree}"])
def test_what_is_no_commit_is_refused(repository: Repository, server: Repository, name: str) -> None:
    repository.git("tag", "odd", name)
    code, told = repository.pushed("odd")

    assert (code, "コミットではない" in told) == (1, True)
    assert "refs/tags/odd" not in refs(server)


def test_an_annotated_tag_of_what_has_passed_passes(repository: Repository, server: Repository) -> None:
    repository.git("tag", "--annotate", "--message=x", "v1", "main")

    assert repository.pushed("v1")[0] == 0
    assert "refs/tags/v1" in refs(server)


def test_what_was_taken_back_on_the_way_cannot_be_made_a_tip_afterwards(
    repository: Repository, server: Repository
) -> None:
    bad = repository.commit(b=LEAK)
    repository.git("rm", "--quiet", "b.js")
    repository.commit()
    assert repository.pushed("main")[0] == 0

    pushes = [(f"{bad}:refs/heads/deploy",), (f"{bad}:refs/tags/v1",), ("--force", f"{bad}:main")]
    assert [repository.pushed(*arguments)[0] for arguments in pushes] == [1, 1, 1]
    assert refs(server) == {"refs/heads/main"}


def test_one_bad_ref_among_several_stops_the_push(repository: Repository, server: Repository) -> None:
    repository.git("switch", "--quiet", "--create", "side")
    repository.commit(b=LEAK)

    assert repository.pushed("main:one", "side:two", "main:three")[0] == 1
    assert refs(server) == {"refs/heads/main"}


def test_a_branch_is_taken_away_and_rewritten(repository: Repository, server: Repository) -> None:
    assert repository.pushed("main:side")[0] == 0
    repository.git("commit", "--quiet", "--amend", "--message=other")
    repository.commit(c=GOOD)
    assert repository.pushed("--force", "main", ":side")[0] == 0
    assert refs(server) == {"refs/heads/main"}


def test_a_branch_of_a_branch_answers_for_its_own_changes(repository: Repository, server: Repository) -> None:
    hook = server.folder / "hooks" / "pre-receive"
    kept = hook.read_bytes()
    hook.unlink()
    repository.commit(old=LEAK)
    assert repository.pushed("main:develop")[0] == 0
    hook.write_bytes(kept)
    hook.chmod(0o755)

    repository.commit(new=GOOD)
    assert repository.pushed("HEAD:feature")[0] == 0
    repository.commit(more=LEAK)
    assert repository.pushed("HEAD:feature")[0] == 1


def test_a_merge_and_a_history_of_its_own_are_judged(repository: Repository, server: Repository) -> None:
    repository.git("switch", "--quiet", "--orphan", "alone")
    repository.commit(z=LEAK)
    assert repository.pushed("alone")[0] == 1
    repository.git("switch", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-verify", "--allow-unrelated-histories", "--message=x", "alone")
    assert repository.pushed("main")[0] == 1
    assert refs(server) == {"refs/heads/main"}


def test_a_shallow_clone_pushes(repository: Repository, server: Repository, tmp_path: Path) -> None:
    repository.commit(b=GOOD)
    assert repository.pushed("main")[0] == 0
    shallow = tmp_path / "shallow"
    repository.git("clone", "--quiet", "--depth=1", server.folder.as_uri(), str(shallow))
    for text, code in ((LEAK, 1), (GOOD, 0)):
        (shallow / "c.js").write_text(text, encoding="utf-8")
        repository.git("-C", str(shallow), "add", "c.js")
        repository.git("-C", str(shallow), "commit", "--quiet", "--no-verify", "--allow-empty", "--message=x")
        assert repository.tried("git", "push", "--quiet", "--no-verify", cwd=shallow).returncode == code


# What decides lies elsewhere ------------------------------------------------------------------------------------------


def test_a_memory_that_came_with_the_repository_counts_for_nothing(repository: Repository, tmp_path: Path) -> None:
    """Whoever hands over a whole repository could have filled it at will: here with every answer there was."""
    repository.write("a.js", GOOD)
    assert repository.staged()[0] == 0
    shutil.copytree(repository.cache, repository.folder / ".git" / "kintone-reviewer", dirs_exist_ok=True)
    passed = repository.cache / "kintone-reviewer" / "passed"
    (entry,) = passed.iterdir()
    written = entry.read_bytes()
    for damage in (b"", b"passed\n", written[1:], b"\xff" * 2_000):
        entry.write_bytes(damage)
        assert repository.staged()[0] == 0
        assert entry.read_bytes() == written

    repository.write("a.js", LEAK)
    assert repository.staged()[0] == 1
    assert list(passed.iterdir()) == [entry]


def test_rules_that_were_kept_and_then_damaged_are_read_again(repository: Repository) -> None:
    repository.write("a.js", GOOD)
    assert repository.staged()[0] == 0
    (entry,) = (repository.cache / "kintone-reviewer" / "rules").iterdir()
    written = entry.read_bytes()
    lenient = written.replace(b'"critical"', b'"info"').replace(b'"high"', b'"info"')
    assert lenient != written
    repository.write("a.js", LEAK)
    for damage in (b"", lenient, written[: len(written) // 2]):
        entry.write_bytes(damage)
        assert repository.staged()[0] == 1
        assert entry.read_bytes() == written


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such permissions")
def test_a_memory_that_others_can_write_to_is_neither_read_nor_written(repository: Repository) -> None:
    repository.write("a.js", GOOD)
    passed = repository.cache / "kintone-reviewer" / "passed"
    passed.mkdir(parents=True)
    passed.chmod(0o777)

    assert repository.staged()[0] == 0
    assert list(passed.iterdir()) == []


def test_where_nothing_can_be_kept_the_answer_is_the_same(repository: Repository) -> None:
    repository.write("a.js", GOOD)
    repository.cache.write_bytes(b"a file where a folder is wanted")

    assert repository.staged() == (0, "")


@pytest.mark.parametrize("option", ["--policy", "--waivers", "--rules"])
def test_what_decides_is_not_taken_from_the_repository(repository: Repository, tmp_path: Path, option: str) -> None:
    texts = {"--policy": "name: 甘い\nversion: '1'\nblocks: []\n", "--waivers": "[]\n", "--rules": "[]\n"}
    repository.write("a.js", LEAK)
    repository.write("kept/w.yaml", texts[option])
    inner = repository.folder / "kept"
    link = tmp_path / "elsewhere"
    link.symlink_to(inner)
    named = [inner, link] if option == "--rules" else [inner / "w.yaml", link / "w.yaml"]

    for path in named:
        code, told = repository.staged(option, str(path))
        assert (code, "リポジトリーの中" in told) == (2, True)


def test_a_link_in_the_repository_to_what_lies_outside_is_refused_too(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / "w.yaml").write_text("[]\n", encoding="utf-8")
    (repository.folder / "w.yaml").symlink_to(tmp_path / "w.yaml")
    repository.write("a.js", GOOD)

    assert repository.staged("--waivers", "w.yaml")[0] == 2


def test_a_waiver_that_has_expired_does_not_come_to_life_by_a_clock_set_back(
    repository: Repository, tmp_path: Path
) -> None:
    repository.write("a.js", LEAK)
    entry = "- {rule: record-value-in-html, path: a.js, reason: 見本, by: 見本, until: '%s'}\n"
    (tmp_path / "w.yaml").write_text(entry % "2001-01-01", encoding="utf-8")
    code, told = repository.staged("--waivers", str(tmp_path / "w.yaml"), SOURCE_DATE_EPOCH="1")
    assert code == 1
    assert "2001-01-01" in told
    assert "w.yaml:1" in told

    (tmp_path / "w.yaml").write_text(entry % "2999-01-01", encoding="utf-8")
    assert repository.staged("--waivers", str(tmp_path / "w.yaml"))[0] == 0
