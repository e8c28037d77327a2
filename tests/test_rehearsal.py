"""House rules tried on the samples beside them: what is written there comes true, or is told with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.errors import ReviewerError
from reviewer.rehearsal import Rehearsal, rehearse
from reviewer.rulebook.folder import rules_folder, template_files
from reviewer.text import Language

RULE = """\
- id: house-get-id
  category: guideline
  severity: low
  title: {ja: 番号を読んでいます, en: It reads the id}
  why: {ja: 例です。, en: An example.}
  fix: {ja: 消してください。, en: Remove it.}
  refs: {articles: ['10']}
  check: {use: {places: [global.kintone.app.getId], access: [call]}}
"""
SEMGREP = """\
rules:
  - id: house-print
    languages: [javascript]
    severity: LOW
    message: Printing.
    pattern: window.print(...)
"""
STYLE = """\
- id: house-important
  category: css-ui
  severity: low
  title: {ja: 例, en: t}
  why: {ja: 例, en: w}
  fix: {ja: 例, en: f}
  refs: {articles: ['10']}
  check: {style: {at: declaration, property: '^zoom$'}}
"""


def tried(folder: Path, **files: str) -> Rehearsal:
    """What comes of a folder with these files; `__` stands for the dot before the suffix."""
    for name, text in files.items():
        (folder / name.replace("__", ".").replace("_", "-")).write_text(text, encoding="utf-8")
    return rehearse(folder)


def told(result: Rehearsal, folder: Path) -> list[str]:
    """Failures with paths below the folder, and the first words of what is said."""
    base = f"{folder.as_posix()}/"
    return [f"{str(each).removeprefix(base)} {each.message.en}" for each in result.failed]


def test_what_comes_true_is_not_mentioned(tmp_path: Path) -> None:
    result = tried(
        tmp_path,
        rules__yaml=RULE,
        semgrep__yaml=SEMGREP,
        style__yaml=STYLE,
        house_get_id__js="kintone.app.getId(); // expect: house-get-id\nkintone.app.get();\n",
        house_print__js="window.print(); // expect: house-print\nwindow.focus();\n",
        house_important__css="a { zoom: 2 } /* expect: house-important */\nb { color: red }\n",
    )

    assert result == Rehearsal(rules=3, samples=3, failed=(), unseen=())


@pytest.mark.parametrize(
    ("sample", "said"),
    [
        ("f(); // expect: house-get-id\n", "house-get-id.js:1 house-get-id should be found on this line and is not."),
        (
            "kintone.app.getId(); // expect: house-get-id\nkintone.app.getId();\n",
            "house-get-id.js:2 house-get-id is found on this line. If that is right, write // expect: house-get-id",
        ),
        (
            "kintone.app.getId(); // missing: house-get-id\n",
            "house-get-id.js:1 house-get-id is found on this line, which says missing:.",
        ),
        (
            "kintone.app.getId(); // expect: house-get-id\nf(); // expect: house-got\n",
            "house-get-id.js:2 There is no rule house-got.",
        ),
    ],
)
def test_an_expectation_that_fails_is_told_with_its_line(tmp_path: Path, sample: str, said: str) -> None:
    (only,) = told(tried(tmp_path, rules__yaml=RULE, house_get_id__js=sample), tmp_path)

    assert only.startswith(said)


def test_a_rule_in_semgreps_language_fails_the_same_way(tmp_path: Path) -> None:
    result = tried(tmp_path, semgrep__yaml=SEMGREP, house_print__js="print(); // expect: house-print\n")

    (only,) = told(result, tmp_path)
    assert only.startswith("house-print.js:1 house-print should be found on this line")


def test_a_rule_of_somebody_else_keeps_its_name(tmp_path: Path) -> None:
    text = SEMGREP.replace("house-print", "javascript.browser.no_Print")
    result = tried(tmp_path, semgrep__yaml=text, sample__js="window.print(); // expect: javascript.browser.no_Print\n")

    assert result == Rehearsal(rules=1, samples=1, failed=(), unseen=())


def test_a_rule_without_a_sample_is_told_where_it_stands(tmp_path: Path) -> None:
    (only,) = told(tried(tmp_path, rules__yaml=f"# words\n{RULE}"), tmp_path)

    assert only.startswith("rules.yaml:2 No sample shows the rule house-get-id at work.")


def test_a_sample_of_no_rule_is_told(tmp_path: Path) -> None:
    sample = "kintone.app.getId(); // expect: house-get-id\n"
    result = tried(tmp_path, rules__yaml=RULE, house_get_id__js=sample, other__js="f();\n")

    (only,) = told(result, tmp_path)
    assert only.startswith("other.js:1 This sample belongs to no rule.")


def test_a_comment_is_proposed_in_the_language_of_the_sample(tmp_path: Path) -> None:
    sample = "a { zoom: 1 } /* expect: house-important */\nb { zoom: 2 }\n"

    (only,) = told(tried(tmp_path, style__yaml=STYLE, house_important__css=sample), tmp_path)

    assert "house-important.css:2" in only
    assert "/* expect: house-important */" in only


def test_a_sample_may_be_a_folder(tmp_path: Path) -> None:
    case = tmp_path / "house-get-id"
    (case / "submitted").mkdir(parents=True)
    (case / "submitted" / "a.js").write_text("f();\nkintone.app.getId();\n", encoding="utf-8")
    (case / "expected.yaml").write_text(
        "review: submitted\nfindings:\n- {rule: house-get-id, path: a.js, line: 1}\n", encoding="utf-8"
    )

    first, second = told(tried(tmp_path, rules__yaml=RULE), tmp_path)

    assert first.startswith("house-get-id/submitted/a.js:1 house-get-id should be found")
    assert second.startswith("house-get-id/submitted/a.js:2 house-get-id is found")


def test_a_sample_that_cannot_be_read_is_told_as_not_examined(tmp_path: Path) -> None:
    result = tried(tmp_path, rules__yaml=RULE, house_get_id__js="kintone.app.getId(); // expect: house-get-id\n)\n")

    assert result.unseen
    assert {each.path for each in result.unseen} == {(tmp_path / "house-get-id.js").as_posix()}


def test_a_pattern_that_semgrep_cannot_read_is_told_with_the_rules_place(tmp_path: Path) -> None:
    broken = SEMGREP.replace("window.print(...)", "'window.print((('")

    result = tried(tmp_path, semgrep__yaml=broken, house_print__js="window.print(); // expect: house-print\n")

    assert any(f"{tmp_path.name}/semgrep.yaml:2" in each.message.en for each in result.unseen)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"rules__yaml": RULE.replace("severity: low", "severity: mild")}, "/rules.yaml:3: mild in severity"),
        ({"semgrep__yaml": SEMGREP.replace("    message: Printing.\n", "")}, "/semgrep.yaml:2: message is missing."),
        ({"a__js": "f();\n"}, "holds no rule file"),
        ({"rules__yaml": "[]\n"}, "There is no rule in"),
    ],
)
def test_rules_that_cannot_be_loaded_are_refused(tmp_path: Path, files: dict[str, str], said: str) -> None:
    with pytest.raises(ReviewerError) as error:
        tried(tmp_path, **files)

    assert said in error.value.message.en


def test_a_mistake_in_a_list_of_expectations_is_refused(tmp_path: Path) -> None:
    (tmp_path / "house-get-id").mkdir()
    (tmp_path / "house-get-id" / "expected.yaml").write_text("review: gone\nfindings: []\n", encoding="utf-8")

    with pytest.raises(ReviewerError) as error:
        tried(tmp_path, rules__yaml=RULE)

    assert "expected.yaml:1: There is no gone beside this file." in error.value.message.en


def test_the_template_comes_true() -> None:
    result = rehearse(rules_folder() / "template")

    assert result == Rehearsal(rules=2, samples=2, failed=(), unseen=())


def test_the_template_explains_itself_in_both_languages() -> None:
    text = "".join(data.decode("utf-8") for name, data in template_files() if name.endswith(".yaml"))

    assert {language.value for language in Language} <= {"ja", "en"}
    assert "見本" in text
    assert "House rules" in text
