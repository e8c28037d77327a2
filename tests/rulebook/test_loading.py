"""rules/ becomes a Rulebook, or every mistake in it is named at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from work import calls

from reviewer.engines.hidden import SIGNS
from reviewer.errors import ReviewerError
from reviewer.rule import FlowCheck, Rulebook, Severity
from reviewer.rulebook import load, rules_folder
from reviewer.rulebook.checks import HIDDEN_SIGNS, form_of

RULE = """\
- id: house-rule
  category: dom-xss
  severity: high
  title: {ja: 題, en: title}
  why: {ja: 理由, en: why}
  fix: {ja: 直し方, en: fix}
  refs: {articles: ['10'], guideline: [S1], cwe: [79], ipa: ['1.5']}
  check: {flow: {from: [record], to: [html]}}
"""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    (tmp_path / "models").mkdir()
    (tmp_path / "own.yaml").write_text(RULE, encoding="utf-8")
    return tmp_path


def problems(house: Path, changed: str, **files: str) -> list[str]:
    (house / "own.yaml").write_text(changed, encoding="utf-8")
    for name, text in files.items():
        (house / "models" / f"{name}.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ReviewerError) as raised:
        load(extra_rules=[house])
    return raised.value.message.en.splitlines()[1:]


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load()[0]


def test_what_comes_with_the_reviewer_is_in_order() -> None:
    rulebook, policy = load()

    assert len(rulebook.rules) > 60
    assert len(rulebook.models) > 200
    assert Severity.CRITICAL in policy.blocks


def test_a_house_rule_joins_the_others(house: Path) -> None:
    rule = next(rule for rule in load(extra_rules=[house])[0].rules if rule.id == "house-rule")

    assert rule.check == FlowCheck(sources=("record",), sinks=("html",), hosts=())
    assert rule.source == f"{house.name}/own.yaml:1"


def test_the_state_of_knowledge_has_a_name(house: Path, rulebook: Rulebook) -> None:
    with_house = load(extra_rules=[house])[0].sha256

    assert load()[0].sha256 == rulebook.sha256
    assert with_house != rulebook.sha256
    (house / "own.yaml").write_text(RULE.replace("題", "別の題"), encoding="utf-8")
    assert load(extra_rules=[house])[0].sha256 not in (with_house, rulebook.sha256)


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("severity: high", "severity: hihg", 3, "hihg in severity is not known. (high ?)"),
        ("category: dom-xss", "category: xss", 2, "xss in category is not known."),
        ("  why:", "  wy:", 5, "The key wy is not known here. (why ?)"),
        ("  why:", "  wy:", 1, "why is missing."),
        ("en: title", "fr: titre", 4, "en is missing."),
        ("cwe: [79]", "cwe: [CWE-79]", 7, "CWE-79 in cwe is no whole number."),
        ("[S1]", "[S99]", 1, "refers to S99 (guideline), which regulation/ does not hold."),
        ("['10']", "['99']", 1, "refers to 99 (articles), which regulation/ does not hold."),
        ("house-rule", "House_Rule", 1, "must be lower-case words joined by hyphens."),
        ("house-rule", "eval-call", 1, "The id eval-call already stands at code-execution.yaml"),
        ("[record]", "[rekord]", 1, "the source kind rekord, which models/kinds.yaml does not list."),
        ("to: [html]", "to: [html], hosts: [moon]", 1, "the host class moon, which models/hosts.yaml does not list."),
        ("flow: {from: [record], to: [html]}", "flow: {from: [], to: [html]}", 8, "from needs at least one entry."),
        ("flow: {from: [record], to: [html]}", "flw: {}", 8, "check takes exactly one of: flow, use,"),
        (
            "flow: {from: [record], to: [html]}",
            "use: {places: [kintone.api]}",
            8,
            "The place kintone.api cannot be read: a place starts with global, any, type.Name",
        ),
        (
            "flow: {from: [record], to: [html]}",
            "use: {places: [global.x], endpoint: '(a+)+'}",
            8,
            "The expression (a+)+ in endpoint repeats something that repeats itself",
        ),
        (
            "flow: {from: [record], to: [html]}",
            "use: {places: [global.x], arguments: [{index: one}]}",
            8,
            "index is a number counted from 0.",
        ),
        (
            "flow: {from: [record], to: [html]}",
            "secret: {pattern: x, check_digit: {weights: [2, 1], modulus: one}}",
            8,
            "Both weights and a modulus of at least 2 are needed.",
        ),
        (
            "flow: {from: [record], to: [html]}",
            "semgrep: {id: none, file: semgrep/guideline.yaml}",
            1,
            "names none, which semgrep/guideline.yaml does not hold.",
        ),
        ("flow: {from: [record], to: [html]}", "hidden: {sign: smell}", 8, "smell in sign is not known."),
        ("flow: {from: [record], to: [html]}", "style: {at: colour}", 8, "colour in at is not known."),
    ],
)
def test_a_mistake_is_named_in_its_line(house: Path, old: str, new: str, line: int, words: str) -> None:
    found = problems(house, RULE.replace(old, new, 1))

    assert any(said.startswith(f"{house.name}/own.yaml:{line}: ") and words in said for said in found), found


def test_all_mistakes_are_named_at_once(house: Path) -> None:
    changed = RULE.replace("high", "hihg").replace("dom-xss", "xss") + RULE.replace("house-rule", "Bad Id")

    assert len(problems(house, changed)) >= 3


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("{place: global.a, sink: html, colour: '0'}", "colour in place is not known."),
        ("{place: global.a}", "One of source, sink, call, clears, same_as, or a detail is needed."),
        ("{place: global.a, source: dust}", "dust in source is not known."),
        ("{place: global.a, clears: [dust]}", "dust in clears is not known."),
        ("{place: global.a, call: outbound, url: '0 or 1'}", "url takes the position of an argument"),
        ("{place: global.a.arg, sink: html}", "arg needs a number"),
        ("{place: global.a, same_as: b}", "The place b cannot be read"),
    ],
)
def test_a_model_row_says_only_what_is_understood(house: Path, row: str, words: str) -> None:
    found = problems(house, RULE, own=f"- {row}\n")

    assert any(words in said for said in found), found


def test_a_kind_that_no_model_gives_could_never_answer(house: Path) -> None:
    kinds = "- {kind: dust, role: source, title: {ja: ほこり, en: dust}}\n"

    found = problems(house, RULE.replace("[record]", "[dust]"), kinds=kinds)

    assert any("the source kind dust, which no model gives." in said for said in found), found


def test_the_same_row_twice_is_a_mistake(house: Path) -> None:
    found = problems(house, RULE, own="- {place: global.abiko, sink: html}\n" * 2)

    assert [said for said in found if "already stands" in said] == [
        f"{house.name}/models/own.yaml:2: The same row for global.abiko"
        f" already stands at {house.name}/models/own.yaml:1."
    ]


def test_the_city_s_host_classes_come_first(house: Path) -> None:
    (house / "models" / "hosts.yaml").write_text(
        "- {name: city, title: {ja: 市, en: the city}, patterns: ['*.city.example.lg.jp']}\n", encoding="utf-8"
    )

    assert load(extra_rules=[house])[0].host_classes[0].name == "city"


@pytest.mark.parametrize(
    ("check", "words"),
    [
        ("{declared: {difference: undeclared-hots}}", "undeclared-host"),
        ("{declared: {difference: undeclared-right, rights: [reed]}}", "the right reed"),
        ("{declared: {difference: data-leaves, classes: [V]}}", "V in classes"),
        ("{declared: {difference: data-leaves, hosts: [nowhere]}}", "host class nowhere"),
    ],
)
def test_a_rule_about_applications_names_what_exists(house: Path, check: str, words: str) -> None:
    changed = RULE.replace("{flow: {from: [record], to: [html]}}", check)

    assert any(words in problem for problem in problems(house, changed))


def test_a_policy_is_read_from_where_it_lies(tmp_path: Path) -> None:
    chosen = tmp_path / "strict.yaml"
    chosen.write_text(
        "name: 厳格\nversion: '2'\nblocks: [medium, critical]\nconditional: []\ntrusted_hosts: []\n", encoding="utf-8"
    )

    assert load(policy=chosen)[1].blocks == (Severity.CRITICAL, Severity.MEDIUM)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "This file is empty."),
        ("name: a\n", "version is missing."),
        ("name: a\nversion: '1'\nblocks: [high]\nconditional: [high]\n", "high stands in both"),
    ],
)
def test_a_bad_policy_is_refused(tmp_path: Path, text: str, words: str) -> None:
    chosen = tmp_path / "policy.yaml"
    chosen.write_text(text, encoding="utf-8")

    with pytest.raises(ReviewerError, match=words):
        load(policy=chosen)


@pytest.mark.parametrize("name", ["missing", "empty"])
def test_a_folder_without_rules_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()

    with pytest.raises(ReviewerError, match=name):
        load(extra_rules=[tmp_path / name])


def test_hidden_signs_are_those_of_the_engine() -> None:
    assert set(HIDDEN_SIGNS) == SIGNS


def test_every_article_and_item_is_answered(rulebook: Rulebook) -> None:
    """By a rule or by a line of the manual checklist."""
    named = {name for rule in rulebook.rules for name in (*rule.refs.articles, *rule.refs.guideline)}
    unanswered = [
        f"{regulation.id} {article.id}"
        for regulation in rulebook.regulations
        for article in regulation.articles
        if article.id not in named and not article.manual
    ]

    assert unanswered == []


def test_all_check_forms_are_in_use(rulebook: Rulebook) -> None:
    assert {"flow", "use", "secret", "library", "hidden", "package", "semgrep"} <= {
        form_of(rule.check) for rule in rulebook.rules
    }


def test_loading_is_little_work() -> None:
    size = sum(path.stat().st_size for path in rules_folder().rglob("*") if path.is_file())
    assert calls(load) < 5 * size


def test_rules_lie_beside_the_package_in_a_checkout(checkout: Path) -> None:
    assert rules_folder() == checkout / "rules"


def test_japanese_over_several_lines_has_no_space_where_they_meet(tmp_path: Path) -> None:
    rule = RULE.replace(
        "{ja: 理由, en: why}", "\n    ja: >-\n      個人の情報を、\n      ID ごとに\n      送ります。\n    en: why"
    )
    (tmp_path / "house.yaml").write_text(rule, encoding="utf-8")
    book, _ = load(extra_rules=(tmp_path,))
    assert next(each for each in book.rules if each.id == "house-rule").why.ja == "個人の情報を、ID ごとに送ります。"
