"""What was declared beside what the code does, through the whole pipeline, on real files."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from declaration_samples import declaration
from openpyxl import load_workbook

from reviewer.comparison import Comparison, Standing, Topic
from reviewer.form import draft
from reviewer.intake import read
from reviewer.pipeline import review
from reviewer.report import Format, document, render
from reviewer.review import Review, Verdict
from reviewer.rule import Difference, Policy, Rulebook
from reviewer.text import Language

Rules = tuple[Rulebook, Policy]
SEND = """'use strict';
kintone.events.on('app.record.detail.show', (event) => {
  kintone.proxy('https://geo.example.jp/', 'POST', {}, JSON.stringify({a: event.record.住所.value}));
  return event;
});
"""


def compared(folder: Path, rules: Rules, script: str, *changes: tuple[str, str]) -> Review:
    (folder / "code").mkdir()
    (folder / "code" / "desktop.js").write_text(script, encoding="utf-8")
    return review(read(folder / "code"), *rules, declaration=declaration(folder, rules[0], *changes))


def comparison(result: Review) -> Comparison:
    assert result.comparison is not None
    return result.comparison


def differences(result: Review) -> list[tuple[Difference, str]]:
    return sorted((each.difference, each.name) for each in comparison(result).departures)


def standings(result: Review, topic: Topic) -> dict[str, Standing]:
    return {pair.name: pair.standing for pair in comparison(result).pairs if pair.topic is topic}


def test_code_that_does_what_was_declared_departs_in_nothing_but_that_data_leaves(tmp_path: Path, rules: Rules) -> None:
    result = compared(tmp_path, rules, SEND)

    assert differences(result) == [(Difference.DATA_LEAVES, "geo.example.jp")]
    assert set(standings(result, Topic.SERVICE).values()) == {Standing.AGREES}
    assert not any(finding.location.file.path == "shinsei.yaml" for finding in result.findings)


def test_nothing_is_compared_without_an_application(tmp_path: Path, rules: Rules) -> None:
    (tmp_path / "a.js").write_text(SEND, encoding="utf-8")
    result = review(read(tmp_path / "a.js"), *rules)

    assert (result.comparison, result.declaration) == (None, None)


def test_what_cannot_be_read_may_hold_what_was_declared(tmp_path: Path, rules: Rules) -> None:
    result = compared(tmp_path, rules, "kintone.events.on('app.record.detail.show', (e) => {\n")

    assert [each for each in differences(result) if each[0].startswith("unused")] == []
    assert standings(result, Topic.SERVICE) == {"geo.example.jp": Standing.UNCLEAR}
    assert result.verdict is not Verdict.PASS


def test_a_computed_destination_may_be_the_declared_one(tmp_path: Path, rules: Rules) -> None:
    script = SEND.replace("'https://geo.example.jp/'", "localStorage.getItem('to')")
    result = compared(tmp_path, rules, script)

    assert standings(result, Topic.SERVICE) == {"?": Standing.UNCLEAR, "geo.example.jp": Standing.UNCLEAR}
    assert any("geo.example.jp" in line.ja for matter in comparison(result).matters for line in matter.lines)


@pytest.mark.parametrize(
    ("call", "rights", "departs"),
    [
        ("'/k/v1/records.json', 'GET', {app: 31}", "[read]", False),
        ("'/k/v1/records.json', 'GET', {app: 32}", "[read]", True),
        ("'/k/v1/record.json', 'PUT', {app: 31}", "[read]", True),
        ("'/k/v1/record.json', 'PUT', {app: 31}", "[edit]", False),
        ("'/k/v1/record.json', 'PUT', {app: kintone.app.getId()}", "[edit]", False),
        ("'/k/v1/bulkRequest.json', 'POST', {requests: []}", "[add]", False),
        ("'/k/v1/bulkRequest.json', 'POST', {requests: []}", "[read]", True),
        ("'/k/v1/records/cursor.json', 'POST', {app: 31}", "[read]", False),
        ("'/k/v1/preview/app/customize.json', 'PUT', {app: 31}", "[edit]", True),
        ("'/k/v1/preview/app/customize.json', 'PUT', {app: 31}", "[manage]", False),
        ("'/k/v1/space.json', 'GET', {id: 1}", "[read]", True),
        ("'/v1/users.json', 'GET', {}", "[read]", True),
    ],
)
def test_a_request_needs_a_declared_right(tmp_path: Path, rules: Rules, call: str, rights: str, departs: bool) -> None:
    script = f"'use strict';\nkintone.events.on('app.record.detail.show', () => kintone.api({call}));\n"
    result = compared(tmp_path, rules, script, ("rights: [read]", f"rights: {rights}"))

    assert (Difference.UNDECLARED_RIGHT in {each for each, _ in differences(result)}) is departs


def test_a_token_grants_what_its_app_and_rights_say(tmp_path: Path, rules: Rules) -> None:
    script = "'use strict';\nkintone.api('/k/v1/record.json', 'POST', {app: 40, record: {}});\n"
    tokens = "api_tokens:\n  - {app: '40', rights: [add], purpose: 記録を残す}"
    result = compared(tmp_path, rules, script, ("api_tokens: []", tokens))

    assert Difference.UNDECLARED_RIGHT not in {each for each, _ in differences(result)}
    assert any(
        "40" in line.ja and "レコード追加" in line.ja for each in comparison(result).matters for line in each.lines
    )


def test_webhooks_and_plugins_are_for_a_person_with_what_they_carry(tmp_path: Path, rules: Rules) -> None:
    result = compared(
        tmp_path,
        rules,
        SEND,
        ("webhooks: []", "webhooks:\n  - {host: hook.example.jp, purpose: 知らせる, payload: [受付番号, 氏名]}"),
        ("plugins: []", "plugins:\n  - {name: 住所補助, purpose: 手間を減らす, functions: 住所を埋める}"),
    )
    lines = [line.ja for matter in comparison(result).matters for line in matter.lines]

    assert any("hook.example.jp" in line and "受付番号、氏名" in line for line in lines)
    assert any("住所補助" in line and "住所を埋める" in line for line in lines)


def test_class_one_is_judged_by_its_own_policy(tmp_path: Path, rules: Rules) -> None:
    result = compared(tmp_path, rules, SEND, ("information_class: III", "information_class: I"))

    assert result.policy == rules[1].under(result.policy.classes[0].information_class)
    assert result.verdict is Verdict.FAIL


def test_a_trusted_host_need_not_be_declared(tmp_path: Path, rules: Rules) -> None:
    from dataclasses import replace

    policy = replace(rules[1], trusted_hosts=("*.example.net",))
    result = compared(tmp_path, (rules[0], policy), SEND.replace("geo.example.jp", "api.example.net"))

    assert standings(result, Topic.SERVICE)["api.example.net"] is Standing.EXEMPT


def told(review: Review, form: Format) -> str:
    """All that a report says."""
    if form is not Format.XLSX:
        return render(review, form, Language.JA)
    book = load_workbook(BytesIO(document(review, form, Language.JA)))
    return "\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize("form", list(Format))
def test_every_report_shows_the_application_and_what_a_person_checks(
    tmp_path: Path, rules: Rules, form: Format
) -> None:
    hook = "webhooks:\n  - {host: hook.example.jp, purpose: 知らせる, payload: ['<b>番号</b>']}"
    text = told(compared(tmp_path, rules, SEND, ("webhooks: []", hook)), form)
    shown = {
        Format.HTML: "hook.example.jp へ次の情報が送られます: &lt;b&gt;番号&lt;/b&gt;",
        Format.JSON: "hook.example.jp へ次の情報が送られます",
        Format.TEXT: "[申請のとおり] 通信先 geo.example.jp",
        Format.SARIF: "declarationSha256",
        Format.XLSX: "hook.example.jp へ次の情報が送られます",
    }

    assert shown[form] in text


def test_a_draft_says_what_the_code_does(tmp_path: Path, rules: Rules) -> None:
    (tmp_path / "a.js").write_text(
        SEND + "kintone.api('/k/v1/records.json', 'POST', {app: 40, records: []});\n", encoding="utf-8"
    )
    submission = read(tmp_path / "a.js")
    said = draft(submission, review(submission, *rules).dossier, rules[0])

    assert said.screens == ("detail",)
    assert said.services == (("geo.example.jp", ("record",)),)
    assert said.access == (("40", ("add",)),)
