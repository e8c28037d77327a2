"""What a waiver does and does not do: through the command, on real files, in every form of report."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from command import run

from reviewer.errors import ReviewerError
from reviewer.intake import read
from reviewer.pipeline import review
from reviewer.review import Review, Verdict, fingerprints
from reviewer.rule import Policy, Rulebook
from reviewer.rulebook.waivers import parse_waivers
from reviewer.waiver import NO_WAIVERS, WaiverList, WaiverStanding

Rules = tuple[Rulebook, Policy]
LEAK = """'use strict';
kintone.events.on('app.record.detail.show', (event) => {
  document.getElementById('x').innerHTML = event.record.備考.value;
  return event;
});
"""
TODAY = date(2031, 4, 1)


@pytest.fixture
def leak(tmp_path: Path) -> Path:
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "漏れ.js").write_text(LEAK, encoding="utf-8")
    return tmp_path / "code"


def listed(text: str) -> WaiverList:
    return parse_waivers("w.yaml", f"- {text}\n  reason: 確かめた\n  by: 見本\n  until: 2031-04-01\n".encode())


def reviewed(leak: Path, rules: Rules, waivers: WaiverList = NO_WAIVERS, today: date = TODAY) -> Review:
    return review(read(leak), *rules, waivers=waivers, today=today)


def blocking(result: Review, policy: Policy) -> list[str]:
    return [name for finding, name in fingerprints(result.findings).items() if finding.rule.severity in policy.blocks]


def test_a_waived_finding_is_listed_and_does_not_count(leak: Path, rules: Rules) -> None:
    before = reviewed(leak, rules)
    (name,) = blocking(before, rules[1])
    after = reviewed(leak, rules, listed(f"fingerprint: {name}"))

    assert before.verdict is Verdict.FAIL
    assert list(fingerprints(after.findings).values()) == list(fingerprints(before.findings).values())
    assert after.verdict is not Verdict.FAIL
    assert [use.standing for use in after.waivers] == [WaiverStanding.APPLIED]
    assert len(after.standing) == len(after.findings) - 1


def test_a_waiver_by_rule_and_path_covers_that_file_alone(leak: Path, rules: Rules) -> None:
    rule = next(f.rule.id for f in reviewed(leak, rules).findings if f.rule.severity in rules[1].blocks)
    (leak / "other.js").write_text(LEAK, encoding="utf-8")
    after = reviewed(leak, rules, listed(f"rule: {rule}\n  path: 漏れ.js"))

    assert after.verdict is Verdict.FAIL
    assert {finding.location.file.path for finding in after.waived} == {"漏れ.js"}


def test_a_waiver_holds_through_its_last_day_and_no_longer(leak: Path, rules: Rules) -> None:
    (name,) = blocking(reviewed(leak, rules), rules[1])
    late = reviewed(leak, rules, listed(f"fingerprint: {name}"), date(2031, 4, 2))

    assert late.verdict is Verdict.FAIL
    assert [use.standing for use in late.waivers] == [WaiverStanding.EXPIRED]


def test_without_a_day_no_waiver_holds(leak: Path, rules: Rules) -> None:
    (name,) = blocking(reviewed(leak, rules), rules[1])

    assert review(read(leak), *rules, waivers=listed(f"fingerprint: {name}")).verdict is Verdict.FAIL


def test_a_waiver_of_nothing_is_told(leak: Path, rules: Rules) -> None:
    result = reviewed(leak, rules, listed(f"fingerprint: {'0' * 32}"))

    assert [use.standing for use in result.waivers] == [WaiverStanding.UNMATCHED]
    assert result.verdict is Verdict.FAIL


def test_a_list_that_came_with_the_code_is_refused(leak: Path, rules: Rules) -> None:
    data = f"- fingerprint: {'0' * 32}\n  reason: x\n  by: y\n  until: 2099-01-01\n".encode()
    (leak / "w.yaml").write_bytes(data)

    with pytest.raises(ReviewerError, match="part of the submission"):
        reviewed(leak, rules, parse_waivers("copy.yaml", data))


def waive(leak: Path, target: Path, *args: str) -> int:
    words = ("--reason", "内部の画面だけで使う", "--by", "行政管理課 見本", "--until", "2099-03-31")
    return run("waive", str(target), *args, *words, cwd=leak.parent).returncode


def test_the_command_waives_a_finding_in_every_report(leak: Path, tmp_path: Path) -> None:
    first = json.loads(run("review", str(leak), "--format", "json").stdout)
    (found,) = [each for each in first["findings"] if each["severity"] in ("critical", "high")]
    target = tmp_path / "kept" / "免除.yaml"

    assert waive(leak, target, "--fingerprint", found["fingerprint"]) == 0
    forms = [arg for form in ("html", "sarif", "json", "text") for arg in ("--format", form)]
    done = run("review", str(leak), "--waivers", str(target), "--out", str(tmp_path / "r.html"), *forms)

    assert done.returncode == 0
    reports = {kind: (tmp_path / f"r.{kind}").read_text(encoding="utf-8") for kind in ("html", "sarif", "json", "txt")}
    assert all("内部の画面だけで使う" in text for text in reports.values())
    results = json.loads(reports["sarif"])["runs"][0]["results"]
    assert [len(each["suppressions"]) for each in results if each["ruleId"] == found["rule"]] == [1]
    told = json.loads(reports["json"])
    assert [each["standing"] for each in told["waivers"]] == ["applied"]
    assert [each["waived"] for each in told["findings"] if each["rule"] == found["rule"]] == [True]


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["--fingerprint", "x"], 2),
        (["--rule", "x"], 2),
        (["--rule", "x", "--path", "y.js"], 0),
        (["--fingerprint", "0" * 32, "--rule", "x", "--path", "y.js"], 2),
    ],
)
def test_the_command_writes_only_what_can_be_read(leak: Path, tmp_path: Path, args: list[str], code: int) -> None:
    target = tmp_path / "w.yaml"

    assert waive(leak, target, *args) == code
    assert target.exists() is (code == 0)


def test_the_command_refuses_a_day_that_is_past(leak: Path, tmp_path: Path) -> None:
    words = ("--rule", "x", "--path", "y.js", "--reason", "r", "--by", "b", "--until", "2001-01-01")
    done = run("waive", str(tmp_path / "w.yaml"), *words)

    assert (done.returncode, (tmp_path / "w.yaml").exists()) == (2, False)


def test_the_same_waiver_is_not_written_twice(leak: Path, tmp_path: Path) -> None:
    target = tmp_path / "w.yaml"
    waive(leak, target, "--rule", "x", "--path", "y.js")
    before = target.read_bytes()

    assert waive(leak, target, "--rule", "x", "--path", "y.js") == 2
    assert target.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_list_inside_the_reviewed_folder_is_refused(leak: Path) -> None:
    waive(leak, leak / "w.yaml", "--rule", "x", "--path", "y.js")
    done = run("review", str(leak), "--waivers", str(leak / "w.yaml"))

    assert (done.returncode, "提出物の中" in done.stderr.decode("utf-8")) == (2, True)


def test_a_list_inside_by_a_link_from_either_side_is_refused(leak: Path, tmp_path: Path) -> None:
    waive(leak, tmp_path / "kept.yaml", "--rule", "x", "--path", "y.js")
    waive(leak, leak / "own.yaml", "--rule", "x", "--path", "z.js")
    (leak / "w.yaml").symlink_to(tmp_path / "kept.yaml")
    (tmp_path / "link.yaml").symlink_to(leak / "own.yaml")
    (tmp_path / "alias").symlink_to(leak, target_is_directory=True)
    named = [leak / "w.yaml", tmp_path / "link.yaml", tmp_path / "alias" / "own.yaml", leak / ".." / "kept.yaml"]
    codes = [run("review", str(leak), "--waivers", str(path)).returncode for path in named]

    assert codes == [2, 2, 2, 1]


def test_a_list_in_the_reviewed_archive_is_refused(leak: Path, tmp_path: Path) -> None:
    waive(leak, tmp_path / "w.yaml", "--rule", "x", "--path", "y.js")
    with ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.write(leak / "漏れ.js", "漏れ.js")
        archive.write(tmp_path / "w.yaml", "w.yaml")

    assert run("review", str(tmp_path / "a.zip"), "--waivers", str(tmp_path / "w.yaml")).returncode == 2


def test_a_list_beside_the_reviewed_manifest_is_refused(leak: Path) -> None:
    manifest = {"scope": "ALL", "desktop": {"js": ["漏れ.js"], "css": []}, "mobile": {"js": [], "css": []}}
    (leak / "customize-manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    waive(leak, leak / "w.yaml", "--rule", "x", "--path", "y.js")
    done = run("review", str(leak / "customize-manifest.json"), "--waivers", str(leak / "w.yaml"))

    assert (done.returncode, "提出物の中" in done.stderr.decode("utf-8")) == (2, True)


def test_an_application_is_begun_filled_in_and_compared(leak: Path, tmp_path: Path) -> None:
    form = tmp_path / "申請書.yaml"
    made = run("init", str(form), "--from", str(leak))
    text = form.read_text(encoding="utf-8")
    blank = run("review", str(leak), "--declaration", str(form))
    said = {
        "name": "見本",
        "id": "new",
        "purpose": "見本",
        "department": "公園課",
        "person": "見本 花子",
        "does": "表示する",
    }
    filled = text.replace("information_class:\n", "information_class: III\n").replace(
        "sensitive:\n", "sensitive: false\n"
    )
    for key, value in said.items():
        filled = filled.replace(f"{key}:\n", f"{key}: {value}\n")
    form.write_text(filled, encoding="utf-8")
    done = run("review", str(leak), "--declaration", str(form), "--format", "json")

    assert (made.returncode, blank.returncode, done.returncode) == (0, 2, 1)
    told = json.loads(done.stdout)
    assert told["declaration"]["department"] == "公園課"
    assert {pair["standing"] for pair in told["comparison"]["pairs"]} == {"agrees"}
    assert run("init", str(form)).returncode == 2
    assert form.read_text(encoding="utf-8") == filled
