"""Another city's terms of use, in one file of its own, take the place of those that come with the reviewer."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.errors import ReviewerError
from reviewer.rule import Rule, Rulebook
from reviewer.rulebook import load

OTHER_CITY = """\
id: kawabe-rules
replaces: abiko-terms
numbering: articles
title: {ja: 川辺市kintone運用要領, en: Kawabe City's rules for kintone}
items:
  - id: '3'
    title: {ja: 扱える情報, en: Information}
    asks: {ja: 個人番号は登録しない。, en: No My Number.}
    stands_for: ['5']
  - id: '7の2'
    title: {ja: 認証情報, en: Credentials}
    asks: {ja: パスワードを教えない。, en: Passwords are not told.}
    stands_for: ['6', '9']
  - id: '8'
    title: {ja: 審査, en: Review}
    asks: {ja: 使う前に審査を受ける。, en: Code is reviewed before use.}
    manual: [{ja: 押印を確かめる。, en: Check the seal.}]
    stands_for: ['10']
"""
HOUSE_RULE = """\
- id: house-rule
  category: guideline
  severity: low
  title: {ja: 題, en: t}
  why: {ja: 理由, en: w}
  fix: {ja: 直し方, en: f}
  refs: {articles: ['8']}
  check: {use: {places: [global.kintone.app.getId], access: [call]}}
"""


def loaded(folder: Path, text: str, rule: str = HOUSE_RULE) -> Rulebook:
    (folder / "regulation").mkdir()
    (folder / "regulation" / "kawabe.yaml").write_text(text, encoding="utf-8")
    (folder / "house.yaml").write_text(rule, encoding="utf-8")
    return load(extra_rules=[folder])[0]


def documented() -> str:
    """The example of a city's own terms in rules/README.md."""
    text = (Path(__file__).parents[2] / "rules" / "README.md").read_text(encoding="utf-8")
    return next(block for block in text.split("```yaml\n")[1:] if "replaces:" in block).partition("```")[0]


def refused(folder: Path, text: str) -> str:
    with pytest.raises(ReviewerError) as error:
        loaded(folder, text)
    return error.value.message.en


def named(rulebook: Rulebook, identity: str) -> Rule:
    return next(rule for rule in rulebook.rules if rule.id == identity)


def test_it_stands_where_the_replaced_one_stood(tmp_path: Path) -> None:
    before = [regulation.id for regulation in load()[0].regulations]
    after = [regulation.id for regulation in loaded(tmp_path, OTHER_CITY).regulations]

    assert after == ["kawabe-rules" if name == "abiko-terms" else name for name in before]


def test_every_rule_is_led_to_the_new_articles(tmp_path: Path) -> None:
    successors = {"5": ("3",), "6": ("7の2",), "9": ("7の2",), "10": ("8",), "11": (), "12": ()}
    own = load()[0].rules
    rulebook = loaded(tmp_path, OTHER_CITY)

    for rule in own:
        expected = tuple(dict.fromkeys(new for old in rule.refs.articles for new in successors[old]))
        assert named(rulebook, rule.id).refs.articles == expected


def test_guideline_items_stay_as_they_are(tmp_path: Path) -> None:
    own = {rule.id: rule.refs.guideline for rule in load()[0].rules}
    rulebook = loaded(tmp_path, OTHER_CITY)

    assert {rule.id: rule.refs.guideline for rule in rulebook.rules if rule.id in own} == own


def test_house_rules_name_the_new_articles_themselves(tmp_path: Path) -> None:
    assert named(loaded(tmp_path, OTHER_CITY), "house-rule").refs.articles == ("8",)


def test_a_further_regulation_joins_the_others(tmp_path: Path) -> None:
    text = OTHER_CITY.replace("replaces: abiko-terms\n", "")
    for line in ("    stands_for: ['5']\n", "    stands_for: ['6', '9']\n", "    stands_for: ['10']\n"):
        text = text.replace(line, "")

    names = {regulation.id for regulation in loaded(tmp_path, text).regulations}

    assert {"kawabe-rules", "abiko-terms"} <= names


def test_the_example_in_the_manual_is_right(tmp_path: Path) -> None:
    rulebook = loaded(tmp_path, documented(), HOUSE_RULE.replace("'8'", "'7'"))

    assert named(rulebook, "kintone-api-token").refs.articles == ("7",)


@pytest.mark.parametrize(
    ("written", "instead", "said"),
    [
        ("replaces: abiko-terms", "replaces: abiko", "regulation/kawabe.yaml:2: abiko, which this replaces, is not in"),
        ("replaces: abiko-terms\n", "", "regulation/kawabe.yaml:8: The item 3 stands for 5, which the replaced"),
        ("stands_for: ['5']", "stands_for: ['50']", "regulation/kawabe.yaml:9: The item 3 stands for 50"),
        ("id: kawabe-rules", "id: abiko-terms", "The regulation abiko-terms already stands at"),
        ("id: '8'", "id: '80'", "The rule house-rule refers to 8"),
    ],
)
def test_a_mistake_is_told_with_its_file_and_line(tmp_path: Path, written: str, instead: str, said: str) -> None:
    assert written in OTHER_CITY
    assert said in refused(tmp_path, OTHER_CITY.replace(written, instead))
