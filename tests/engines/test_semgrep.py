"""Rules in Semgrep's language, asked of the real Semgrep: what it is known to pass over, and what becomes a gap."""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import IO

import pytest

from reviewer.engines.protocol import Evidence
from reviewer.engines.semgrep import core as core_module
from reviewer.engines.semgrep.core import Limits, installed_core
from reviewer.engines.semgrep.engine import LIMITS, search
from reviewer.finding import Finding, Gap
from reviewer.javascript.parsing import parse
from reviewer.rule import KnownFile, Policy, Rulebook, Severity
from reviewer.rulebook.document import compose
from reviewer.rulebook.problem import Problem
from reviewer.rulebook.semgrep import house_rule, semgrep_rules
from reviewer.source import Encoding, Goal, Kind, Newline, Role, Script, SourceFile
from reviewer.submission import Submission, SubmissionKind

CALL = """\
rules:
  - id: left-call
    languages: [javascript]
    severity: WARNING
    message: A call is left.
    pattern: left(...)
"""
SLOW = CALL + "".join(
    f"""\
  - id: any-call-{number}
    languages: [javascript]
    severity: INFO
    message: A call.
    pattern: $ANY({number})
"""
    for number in range(4)
)
LONG_SUM = "left(1); x = " + "+".join(["a"] * 20_000) + ";"


def source(path: str, text: str, kind: Kind = Kind.JAVASCRIPT) -> SourceFile:
    data = text.encode("utf-8", "surrogatepass")
    encoding = Encoding(name="utf-8", bom=False, newline=Newline.LF, undecodable=0)
    return SourceFile(path, kind, Role.DESKTOP, text, len(data), hashlib.sha256(data).hexdigest(), encoding)


def evidence(rules: str, *files: SourceFile, scripts: Sequence[Script] = (), known: Sequence[str] = ()) -> Evidence:
    problems: list[Problem] = []
    document, _ = compose("house/rules.yaml", rules.encode())
    made = tuple(house_rule(entry) for entry in semgrep_rules("house/rules.yaml", document, problems))
    assert problems == []
    whole = [Script.whole(file) for file in files if file.kind in (Kind.JAVASCRIPT, Kind.TYPESCRIPT)]
    return Evidence(
        submission=Submission("x", SubmissionKind.FOLDER, "", None, files, (), (), (), (), (), None),
        asts=tuple(parse(script) for script in [*whole, *scripts]),
        pages=(),
        stylesheets=(),
        documents=(),
        rulebook=Rulebook(
            sha256="",
            rules=made,
            models=(),
            host_classes=(),
            advisories=(),
            known_files=tuple(KnownFile(sha256, "library", "1.0.0", "library.js") for sha256 in known),
            banners=(),
            regulations=(),
            semgrep_files=(("house/rules.yaml", rules),),
        ),
        policy=Policy("x", "1", (Severity.CRITICAL, Severity.HIGH), (Severity.MEDIUM,), ()),
    )


def results(given: Evidence, limits: Limits = LIMITS) -> tuple[list[Finding], list[Gap]]:
    found = list(search(given, given.rulebook.rules, core=installed_core(), limits=limits))
    return [each for each in found if isinstance(each, Finding)], [each for each in found if isinstance(each, Gap)]


def flagged(given: Evidence, limits: Limits = LIMITS) -> list[tuple[str, str, str]]:
    findings, gaps = results(given, limits)
    assert gaps == []
    return [(finding.rule.id, finding.location.file.path, finding.location.text) for finding in findings]


def only_gap(given: Evidence, limits: Limits = LIMITS) -> Gap:
    _, gaps = results(given, limits)
    assert len(gaps) == 1
    return gaps[0]


# What Semgrep passes over by itself. ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        "desktop/js/app.min.js",
        "test/app.js",
        "tests/app.js",
        "dist/app.js",
        "vendor/app.js",
        "node_modules/app/app.js",
        "APP.JS",
        "アプリ 設定 .js",
        "appjs01_DESKTOP_1",
        "-rules",
        "a\x1b[31m\n$(reboot).js",
    ],
)
def test_no_file_is_passed_over_for_its_name(path: str) -> None:
    assert flagged(evidence(CALL, source(path, "left(1);"))) == [("left-call", path, "left(1)")]


def test_no_file_is_passed_over_for_having_more_than_a_megabyte() -> None:
    text = f"/*{'x' * 1_100_000}*/ left(1);"
    assert [
        path for _, path, _ in flagged(evidence(CALL, source("a.js", text)), replace(LIMITS, characters=2_000_000))
    ] == ["a.js"]


@pytest.mark.parametrize(
    "text",
    [
        "left(1); // nosemgrep",
        "left(1); // nosemgrep: left-call",
        "// nosemgrep\nleft(1);",
        "left(' nosemgrep');",
        "const a = ' nosem'; left(1);",
    ],
)
def test_nothing_written_in_a_file_silences_a_rule(text: str) -> None:
    assert [rule for rule, _, _ in flagged(evidence(CALL, source("a.js", text)))] == ["left-call"]


def test_a_rule_cannot_be_evaded_by_naming_a_folder_it_leaves_out() -> None:
    rules = CALL + "    paths: {exclude: [test], include: ['src/*.js']}\n"
    assert [path for _, path, _ in flagged(evidence(rules, source("test/a.js", "left(1);")))] == ["test/a.js"]


# Where a match is. ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "before",
    [
        "",
        "// 貸出日\n",
        "const 氏名 = '山田😀'; ",
        "// a\r\n\r\n",
        "// a\r",
        "const s = '\ud800'; ",
        "\u2028\u00a0",
        "const t = 'e\u0301\ufeff';",
    ],
    ids=["nothing", "japanese", "beyond-bmp", "crlf", "lone-cr", "lone-surrogate", "separators", "combining"],
)
def test_a_match_is_told_in_characters(before: str) -> None:
    findings, gaps = results(evidence(CALL, source("a.js", f"{before}\nleft('😀貸出');\n")))
    assert ([finding.location.text for finding in findings], gaps) == (["left('😀貸出')"], [])


def test_an_inline_script_is_told_where_it_stands_in_its_page() -> None:
    page = source("config.html", "<p>設定</p><script>left(1);</script>", Kind.HTML)
    start = page.text.index("left")
    inline = Script(page, "left(1);", start, start + 8, exact=True, goal=Goal.SCRIPT)
    assert flagged(evidence(CALL, page, scripts=[inline])) == [("left-call", "config.html", "left(1)")]


def test_a_script_with_a_text_of_its_own_is_told_as_a_whole() -> None:
    page = source("config.html", '<p onclick="left(&quot;a&quot;)">', Kind.HTML)
    handler = Script(page, 'left("a")', 12, 31, exact=False, goal=Goal.HANDLER)
    assert flagged(evidence(CALL, page, scripts=[handler])) == [("left-call", "config.html", "left(&quot;a&quot;)")]


def test_a_finding_names_the_function_around_it() -> None:
    text = "left(0); function 保存() { list.forEach((x) => { left(1); }); } const 印刷 = () => left(2);"
    findings, _ = results(evidence(CALL, source("a.js", text)))
    assert [finding.function for finding in findings] == ["", "保存", "印刷"]


def test_findings_come_in_order_of_files_and_places() -> None:
    given = evidence(CALL, source("b.js", "left(1); left(2);"), source("a.js", "left(3);"))
    assert [text for _, _, text in flagged(given)] == ["left(3)", "left(1)", "left(2)"]


# Which files are for which rules. -------------------------------------------------------------------------------------

WORD = """\
rules:
  - {id: word, languages: [regex], severity: INFO, message: A word., pattern-regex: 個人番号}
"""


@pytest.mark.parametrize("name", ["a.ts", "a.tsx"])
def test_a_rule_about_javascript_holds_for_typescript(name: str) -> None:
    typed = source(name, "const a: number = left<string>(1 as any);", Kind.TYPESCRIPT)
    assert flagged(evidence(CALL, typed)) == [("left-call", name, "left<string>(1 as any)")]


@pytest.mark.parametrize("kind", [Kind.JAVASCRIPT, Kind.TYPESCRIPT, Kind.HTML, Kind.CSS])
def test_a_rule_about_text_looks_at_every_language(kind: Kind) -> None:
    assert flagged(evidence(WORD, source("a", "/* 個人番号 */", kind))) == [("word", "a", "個人番号")]


def test_a_rule_about_markup_looks_at_pages() -> None:
    rules = "rules:\n  - {id: m, languages: [html], severity: INFO, message: m, pattern: <iframe ...></iframe>}\n"
    page = source("view.html", "<p>予約</p><iframe src='a'></iframe>", Kind.HTML)
    assert [rule for rule, _, _ in flagged(evidence(rules, page))] == ["m"]


def test_a_generic_rule_is_answered() -> None:
    rules = "rules:\n  - {id: g, languages: [generic], severity: INFO, message: m, pattern: 'left(...)'}\n"
    assert flagged(evidence(rules, source("a.js", "left(1);"))) == [("g", "a.js", "left(1)")]


def test_words_that_other_yaml_readers_take_for_truth_values_stay_words() -> None:
    rules = "rules:\n  - {id: w, languages: [javascript], severity: INFO, message: m, pattern: on}\n"
    assert flagged(evidence(rules, source("a.js", "x = on;"))) == [("w", "a.js", "on")]


def test_an_exact_copy_of_a_known_library_is_passed_over() -> None:
    library = source("lib.js", "left(1);")
    assert flagged(evidence(CALL, library, source("a.js", "left(2);"), known=[library.sha256])) == [
        ("left-call", "a.js", "left(2)")
    ]


@pytest.mark.parametrize(
    ("rules", "file"),
    [
        ("rules: []\n", source("a.js", "left(1);")),
        (CALL, source("a.css", "a {}", Kind.CSS)),
        (CALL, source("a.js", " \n")),
    ],
    ids=["no-rules", "no-file-for-them", "nothing-in-the-file"],
)
def test_it_is_not_started_without_need(rules: str, file: SourceFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(core_module, "_run", None)
    assert flagged(evidence(rules, file)) == []


# What stays unanswered. -----------------------------------------------------------------------------------------------


def test_a_missing_semgrep_names_every_file_and_rule() -> None:
    given = evidence(SLOW, source("申込.js", "left(1);"), source("b.js", "left(1);"))
    (gap,) = search(given, given.rulebook.rules, core=None, limits=LIMITS)
    assert isinstance(gap, Gap)
    assert (gap.kind, gap.blocking) == ("semgrep-absent", True)
    for name in ("申込.js", "b.js", *(rule.id for rule in given.rulebook.rules)):
        assert name in gap.message.ja
        assert name in gap.message.en


def test_a_program_that_is_none_is_a_gap(tmp_path: Path) -> None:
    broken = tmp_path / "semgrep-core"
    broken.write_bytes(b"\x00")
    given = evidence(CALL, source("a.js", "left(1);"))
    (gap,) = search(given, given.rulebook.rules, core=broken, limits=LIMITS)
    assert isinstance(gap, Gap)
    assert (gap.kind, gap.path, gap.blocking) == ("semgrep-failed", "a.js", True)


def test_a_run_that_does_not_end_names_every_file_and_rule() -> None:
    gap = only_gap(
        evidence(CALL, source("a.js", "left(1);"), source("b.js", "left(1);")), replace(LIMITS, run_seconds=0.0)
    )
    assert (gap.kind, gap.blocking) == ("semgrep-timeout", True)
    assert all(name in gap.message.en for name in ("a.js", "b.js", "left-call"))


def test_a_rule_that_runs_out_of_time_is_named_with_its_file() -> None:
    given = evidence(CALL, source("long.js", LONG_SUM), source("short.js", "left(2);"))
    findings, gaps = results(given, replace(LIMITS, rule_seconds=0.2))
    assert [finding.location.file.path for finding in findings] == ["short.js"]
    assert [(gap.kind, gap.path, gap.blocking) for gap in gaps] == [("semgrep-timeout", "long.js", True)]
    assert "left-call" in gaps[0].message.ja


def test_rules_that_were_not_come_to_after_time_outs_are_named_too() -> None:
    gap = only_gap(
        evidence(SLOW, source("long.js", f"x(0); x(1); x(2); x(3); {LONG_SUM}")), replace(LIMITS, rule_seconds=0.2)
    )
    assert all(f"any-call-{number}" in gap.message.en for number in range(4))


def test_text_that_cannot_be_parsed_is_a_gap_at_its_place() -> None:
    findings, gaps = results(
        evidence(CALL, source("a.js", "left(1);\n'日本'; let x = record.<フィールド>.value;\nleft(2);\n"))
    )
    assert [finding.location.text for finding in findings] == ["left(1)", "left(2)"]
    (gap,) = gaps
    assert (gap.kind, gap.path, gap.blocking) == ("semgrep-partial", "a.js", True)
    assert gap.location is not None
    assert gap.location.file.text.count("\n", 0, gap.location.start) == 1


@pytest.mark.parametrize(
    "broken",
    [
        "pattern: 'left((('",
        "pattern-regex: '((('",
        "patterns: [{pattern-inside: 'left(...)', metavariable-regex: 3}]",
        "pattern: left(...)\n    min-version: 99.0.0",
        "pattern: left(...)\n    mode: join",
    ],
    ids=["pattern", "expression", "form", "later-version", "other-mode"],
)
def test_a_rule_that_semgrep_refuses_is_named_and_the_others_are_answered(broken: str) -> None:
    rules = f"{CALL}  - id: broken\n    languages: [javascript]\n    severity: ERROR\n    message: m\n    {broken}\n"
    findings, gaps = results(evidence(rules, source("a.js", "left(1);")))
    assert [finding.rule.id for finding in findings] == ["left-call"]
    assert [(gap.kind, gap.blocking) for gap in gaps] == [("semgrep-rule", True)]
    assert "broken" in gaps[0].message.ja
    assert "house/rules.yaml:7" in gaps[0].message.en


def test_a_rule_for_languages_that_are_not_reviewed_is_named() -> None:
    rules = "rules:\n  - {id: snake, languages: [python], severity: ERROR, message: m, pattern: 'f(...)'}\n"
    gap = only_gap(evidence(rules, source("a.js", "left(1);")))
    assert (gap.kind, gap.blocking, "snake" in gap.message.ja) == ("semgrep-rule", False, True)


def test_an_expression_that_gives_up_is_not_taken_for_no_match() -> None:
    rules = "rules:\n  - {id: slow, languages: [regex], severity: ERROR, message: m, pattern-regex: '(a+)+[^a]{3}Q'}\n"
    gap = only_gap(evidence(rules, source("a.js", f"x = 'c{'a' * 4000}bd'; Q;")))
    assert (gap.kind, gap.blocking, "slow" in gap.message.ja) == ("semgrep-timeout", True, True)


@pytest.mark.parametrize(("severity", "blocking"), [("ERROR", True), ("WARNING", True), ("INFO", False)])
def test_a_file_too_large_blocks_where_a_finding_could_change_the_verdict(severity: str, blocking: bool) -> None:
    gap = only_gap(
        evidence(CALL.replace("WARNING", severity), source("a.js", "left(1);")), replace(LIMITS, characters=5)
    )
    assert (gap.kind, gap.path, gap.blocking) == ("semgrep-too-large", "a.js", blocking)


# What the program gets and gives. -------------------------------------------------------------------------------------


class Starts:
    """Stands in for `subprocess.run`: keeps how it was called, and answers as told or really runs the program."""

    def __init__(self, *answers: tuple[int, object]) -> None:
        self.commands: list[Sequence[str]] = []
        self.environments: list[Mapping[str, str]] = []
        self.targets: list[list[str]] = []
        self._answers = list(answers)
        self._really = subprocess.run

    def __call__(
        self, command: Sequence[str], *, cwd: Path, env: Mapping[str, str], stdout: IO[bytes], **options: object
    ) -> object:
        self.commands.append(command)
        self.environments.append(env)
        listed = json.loads((cwd / "targets.json").read_bytes())
        self.targets.append([target["path"]["fpath"] for _, target in listed[1]])
        if not self._answers:
            return self._really(command, cwd=cwd, env=env, stdout=stdout, **options)  # type: ignore[call-overload]
        status, printed = self._answers.pop(0)
        stdout.write(printed if isinstance(printed, bytes) else json.dumps(printed).encode())
        stdout.flush()
        return subprocess.CompletedProcess(command, status)


@pytest.fixture
def starts(monkeypatch: pytest.MonkeyPatch) -> Starts:
    recorder = Starts()
    monkeypatch.setattr(subprocess, "run", recorder)
    return recorder


def answering(monkeypatch: pytest.MonkeyPatch, *answers: tuple[int, object]) -> Starts:
    recorder = Starts(*answers)
    monkeypatch.setattr(subprocess, "run", recorder)
    return recorder


def test_all_files_are_asked_about_in_one_run(starts: Starts) -> None:
    flagged(evidence(SLOW, source("a.js", "left(1);"), source("b.js", "left(2);")))
    assert len(starts.commands) == 1


def test_nothing_of_a_submission_stands_on_the_command_line_or_in_a_file_name(starts: Starts) -> None:
    flagged(evidence(CALL, source("evil\x07;rm -rf\n.js", "left(1);")))
    assert starts.targets == [["00000.js"]]
    assert not any("evil" in word for command in starts.commands for word in command)


def test_only_the_core_of_this_environment_is_started(
    starts: Starts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("semgrep", "pysemgrep", "osemgrep", "semgrep-core", "semgrep-core.exe"):
        (tmp_path / name).write_text("#!/bin/sh\nexit 9\n", encoding="ascii")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    flagged(evidence(CALL, source("a.js", "left(1);")))
    assert [command[0] for command in starts.commands] == [str(installed_core())]


def test_the_users_home_and_settings_are_neither_read_nor_written(
    starts: Starts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "USERPROFILE", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("SEMGREP_APP_TOKEN", "invented")
    flagged(evidence(CALL, source("a.js", "left(1);")))
    assert list(tmp_path.iterdir()) == []
    (given,) = starts.environments
    assert str(tmp_path) not in given.values()
    assert "SEMGREP_APP_TOKEN" not in given
    assert (given["SEMGREP_SEND_METRICS"], given["SEMGREP_ENABLE_VERSION_CHECK"]) == ("off", "0")


def test_the_private_folder_is_gone_afterwards(starts: Starts) -> None:
    flagged(evidence(CALL, source("a.js", "left(1);")))
    assert not Path(starts.environments[0]["HOME"]).exists()


NOTHING = {"results": [], "errors": [], "paths": {"scanned": ["00000.js", "00001.js"]}}


@pytest.mark.parametrize(
    "printed",
    [b"", b"Segmentation fault", b"\xff\xfe", b"[]", b"{}", {"results": 3, "errors": [], "paths": {"scanned": []}}],
    ids=["nothing", "no-json", "no-utf8", "no-object", "no-results", "other-form"],
)
def test_an_answer_of_another_form_is_a_failure(monkeypatch: pytest.MonkeyPatch, printed: object) -> None:
    answering(monkeypatch, (0, printed))
    assert only_gap(evidence(CALL, source("a.js", "left(1);"))).kind == "semgrep-failed"


def test_a_file_that_brings_the_program_down_does_not_hide_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    starts = answering(monkeypatch, (-11, b""), (0, NOTHING), (-11, b""))
    gap = only_gap(evidence(CALL, source("a.js", "left(1);"), source("b.js", "left(1);")))
    assert starts.targets == [["00000.js", "00001.js"], ["00001.js"], ["00000.js"]]
    assert (gap.kind, gap.path, gap.blocking) == ("semgrep-failed", "a.js", True)


def test_a_file_that_was_not_looked_at_is_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, (0, {"results": [], "errors": [], "paths": {"scanned": []}}))
    gap = only_gap(evidence(CALL, source("a.js", "left(1);")))
    assert (gap.kind, gap.path, "left-call" in gap.message.en) == ("semgrep-timeout", "a.js", True)


@pytest.mark.parametrize("kind", ["Out of memory", "Too many matches", "Stack overflow", "something new"])
def test_trouble_with_a_file_leaves_all_rules_unanswered(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    place = {"path": "00000.js", "start": {"line": 1, "col": 1, "offset": 0}, "end": {"line": 1, "col": 1, "offset": 0}}
    error = {"error_type": kind, "severity": "warn", "message": "", "location": place}
    answering(monkeypatch, (0, {**NOTHING, "errors": [error]}))
    gap = only_gap(evidence(SLOW, source("a.js", "left(1);")))
    assert (gap.path, gap.blocking) == ("a.js", True)
    assert all(f"any-call-{number}" in gap.message.en for number in range(4))


def test_trouble_without_a_place_leaves_everything_unanswered(monkeypatch: pytest.MonkeyPatch) -> None:
    error = {"error_type": "Other", "severity": "error", "message": "bell \x07\nmore"}
    answering(monkeypatch, (0, {**NOTHING, "errors": [error]}))
    gap = only_gap(evidence(CALL, source("a.js", "left(1);"), source("b.js", "left(1);")))
    assert all(name in gap.message.en for name in ("a.js", "b.js", "left-call"))
    assert "\x07" not in gap.message.en
